/** Makes an element; what is given as its content is text or elements, never markup. */
function make(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...content.flat().filter(each => each !== null && each !== undefined));
  return element;
}

function drawn(tag, attributes, ...content) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** Of any number of values, which arguments of a function would not be. */
const largest = values => values.reduce((a, b) => b > a ? b : a, -Infinity);
const least = values => values.reduce((a, b) => b < a ? b : a, Infinity);
const isKnown = value => value !== null && value !== undefined;
const count = number => isKnown(number) ? number.toLocaleString('en-US') : '–';
const plural = (number, noun) => count(number) + ' ' + noun + (number === 1 ? '' : 's');
const percent = (share, digits = 1) => isKnown(share) ? (100 * share).toFixed(digits) + ' %' : '–';

/** Four significant digits, as losses range over many orders of magnitude. */
function significant(number) {
  if (!isKnown(number)) return '–';
  if (number === 0) return '0';
  const size = Math.abs(number);
  if (size >= 1e12 || size < 1e-9) return number.toExponential(3);
  const digits = Math.min(12, Math.max(0, 3 - Math.floor(Math.log10(size))));
  return number.toLocaleString('en-US', {minimumFractionDigits: digits, maximumFractionDigits: digits});
}

function duration(seconds) {
  if (!isKnown(seconds)) return '–';
  if (seconds < 1) return 'under 1 s';
  if (seconds < 90) return Math.floor(seconds) + ' s';
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? minutes + ' min' : Math.floor(minutes / 60) + ' h ' + minutes % 60 + ' min';
}

/** The layers of a genome in words, as everywhere in nas. */
function label(layers) {
  if (layers.length === 0) return 'linear';
  return layers.map(layer => {
    const besides = [];
    if (layer.batchNorm) besides.push('batch norm');
    if (layer.dropout > 0) besides.push((layer.dropoutKind ? layer.dropoutKind + ' ' : '') + 'dropout ' + layer.dropout);
    return layer.units + ' ' + layer.activation + (besides.length ? ' (' + besides.join(', ') + ')' : '');
  }).join(' - ');
}

/** A section with a heading, what it shows and one sentence on how to read it; it joins the contents. */
function section(id, title, how) {
  const part = make('section', {id, 'aria-labelledby': id + '-title'}, make('h2', {id: id + '-title'}, title));
  if (how) part.append(make('p', {class: 'how'}, how));
  document.getElementById('main').append(part);
  document.querySelector('#contents ul').append(make('li', {}, make('a', {href: '#' + id}, title)));
  return part;
}

/** A table of rows; columns have a head, a function from the row to its cell, and may be numbers. */
function table(columns, rows, attributes) {
  const head = make('tr', {}, columns.map(column => make('th', {scope: 'col', class: column.number && 'number'}, column.head)));
  const body = rows.map(row => make('tr', {class: row.isWinner && 'winner'}, columns.map(column => {
    const value = column.cell(row);
    const classes = [column.number && 'number', column.tone && column.tone(row)].filter(Boolean).join(' ');
    return make('td', {class: classes || null}, value instanceof Node ? value : String(value));
  })));
  return make('div', {class: 'wide'}, make('table', attributes, make('thead', {}, head), make('tbody', {}, body)));
}

/** What a drawing shows, as a table for those who do not see it. */
function asTable(columns, rows) {
  return make('details', {}, make('summary', {}, 'As a table'), table(columns, rows));
}
