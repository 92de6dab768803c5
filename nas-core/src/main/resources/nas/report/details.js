const LARGEST_MATRIX = 40;

function showTest(data) {
  if (!data.test) {
    const winner = data.result.winner;
    if (winner && winner.test.source === 'rows' && isKnown(winner.test.loss)) {
      section('errors', 'Where it errs', 'The answers to single test rows are not at hand: their file is missing or damaged, or an older version trained the winner. To resume the run trains it again.');
    }
    return;
  }
  if (data.test.confusion) showConfusion(data.test);
  else showResiduals(data.test);
}

function showConfusion(test) {
  const part = section('errors', 'Where it errs',
    'What the saved winner says of the ' + count(test.rows) + ' test rows: each row of the table is a class, each column an answer; right ones are on the diagonal.');
  const sums = test.confusion.map(row => row.reduce((a, b) => a + b, 0));
  const wrong = test.confusion.flatMap((row, i) => row.map((number, j) => ({from: test.classes[i], to: test.classes[j], number, share: number / sums[i], isWrong: i !== j})))
    .filter(each => each.isWrong && each.number > 0).sort((a, b) => b.number - a.number);
  if (test.classes.length <= LARGEST_MATRIX) part.append(matrix(test));
  part.append(make('h3', {}, 'Taken for another most often'), wrong.length === 0 ? make('p', {}, 'None: every row is right.') : table([
    {head: 'Class', cell: each => each.from}, {head: 'Taken for', cell: each => each.to},
    {head: 'Rows', number: true, cell: each => count(each.number)}, {head: 'Of its class', number: true, cell: each => percent(each.share)},
  ], wrong.slice(0, 10)));
}

function matrix(test) {
  const head = make('tr', {}, make('td'), test.classes.map(name => make('th', {scope: 'col'}, name)));
  const rows = test.confusion.map((row, i) => {
    const sum = Math.max(1, row.reduce((a, b) => a + b, 0));
    return make('tr', {}, make('th', {scope: 'row'}, test.classes[i]), row.map((number, j) => {
      const cell = make('td', {}, count(number));
      const strength = Math.round(70 * number / sum);
      if (number > 0) cell.style.backgroundColor = 'color-mix(in srgb, var(--' + (i === j ? 'good' : 'bad') + ') ' + strength + '%, var(--page))';
      return cell;
    }));
  });
  return make('div', {class: 'wide'}, make('table', {class: 'heat', id: 'confusion'}, make('thead', {}, head), make('tbody', {}, rows)));
}

function showResiduals(test) {
  const part = section('errors', 'Where it errs',
    'What the saved winner predicts for test rows against what they are, in the unit of the target' +
    (test.rows > test.outputs[0].points.length ? ' (' + count(test.outputs[0].points.length) + ' of ' + count(test.rows) + ' rows)' : '') + '; on the line it is right.');
  for (const output of test.outputs) {
    const all = output.points.flat();
    const ends = [least(all), largest(all)];
    chart(part, 'Predicted against actual: ' + output.name, now => ({
      legend: {show: false},
      tooltip: {formatter: point => 'actual ' + significant(point.data[0]) + '\npredicted ' + significant(point.data[1])},
      xAxis: axis(now, 'actual', {type: 'value', scale: true}), yAxis: axis(now, 'predicted', {type: 'value', scale: true, nameGap: 52}),
      series: [
        {type: 'scatter', symbolSize: 5, itemStyle: {color: now.accent, opacity: 0.5}, data: output.points},
        {type: 'line', symbol: 'none', silent: true, lineStyle: {color: now.warm}, data: ends.map(end => [end, end])},
      ],
    }));
    residualChart(part, output);
  }
}

function residualChart(part, output) {
  const residuals = output.points.map(point => point[1] - point[0]);
  const farthest = largest(residuals.map(Math.abs)) || 1;
  const bins = 31;
  const counts = new Array(bins).fill(0);
  residuals.forEach(residual => counts[Math.min(bins - 1, Math.floor((residual / farthest + 1) / 2 * bins))]++);
  const middle = bin => ((bin + 0.5) / bins * 2 - 1) * farthest;
  chart(part, 'Residuals, predicted less actual: ' + output.name, now => ({
    legend: {show: false},
    tooltip: {formatter: point => 'about ' + significant(middle(point.dataIndex)) + ': ' + plural(counts[point.dataIndex], 'row')},
    xAxis: axis(now, 'residual', {type: 'category', data: counts.map((number, bin) => significant(middle(bin)))}), yAxis: axis(now, 'rows', {type: 'value', nameGap: 40}),
    series: [{type: 'bar', barCategoryGap: '5%', itemStyle: {color: now.accent}, data: counts}],
  }), {isLow: true});
}

const PAGE = 25;

/** All trials; heads sort, words filter, and no more rows are drawn than someone asks for. */
function showTrials(data) {
  const part = section('trials', 'All trials', 'Every training of this run; choose a head to sort by it, and type words to keep only rows that hold all of them.');
  const names = Object.fromEntries(data.trials.columns.map((name, i) => [name, i]));
  const word = index => isKnown(index) ? data.trials.words[index] : '';
  const of = name => row => row[names[name]];
  const metric = row => isKnown(of('metric')(row)) ? metricText(data, of('metric')(row)) : '–';
  const columns = [
    {head: 'Trial', number: true, value: of('trial'), cell: of('trial')},
    {head: 'For', value: row => word(of('phase')(row)), cell: row => word(of('phase')(row))},
    {head: 'Generation', number: true, value: of('generation'), cell: row => isKnown(of('generation')(row)) ? of('generation')(row) : ''},
    {head: 'Hidden layers', value: row => data.genomes[of('genome')(row)][1], cell: row => data.genomes[of('genome')(row)][1]},
    {head: 'Parameters', number: true, value: row => data.genomes[of('genome')(row)][2], cell: row => count(data.genomes[of('genome')(row)][2])},
    {head: 'Epochs', number: true, value: of('epochs'), cell: of('epochs')},
    {head: 'Rows', value: row => word(of('fold')(row)), cell: row => word(of('fold')(row))},
    {head: 'Loss', number: true, value: of('loss'), cell: row => isKnown(of('loss')(row)) ? significant(of('loss')(row)) : '–'},
    {head: data.scale.metricLabel, number: true, value: of('metric'), cell: metric},
    {head: 'Seconds', number: true, value: of('seconds'), cell: row => significant(of('seconds')(row))},
    {head: 'Failure', value: row => word(of('failure')(row)), cell: row => word(of('failure')(row))},
  ];
  const state = {column: 0, isDown: false, words: [], shown: PAGE};
  const input = make('input', {type: 'search', id: 'filter', autocomplete: 'off', placeholder: 'such as: finalists relu'});
  const status = make('p', {role: 'status', id: 'shown', class: 'how'});
  const body = make('tbody');
  const heads = columns.map((column, i) => make('th', {scope: 'col', class: column.number && 'number'}, make('button', {type: 'button'}, column.head)));
  const more = make('button', {type: 'button', class: 'more'}, 'Show more');
  const order = (a, b) => {
    const [x, y] = [columns[state.column].value(a), columns[state.column].value(b)];
    if (!isKnown(x) || !isKnown(y)) return isKnown(y) - isKnown(x);
    return (state.isDown ? -1 : 1) * (typeof x === 'string' ? x.localeCompare(y) : x - y);
  };
  const texts = new Map();
  const text = row => {
    if (!texts.has(row)) texts.set(row, columns.map(column => column.cell(row)).join(' ').toLowerCase());
    return texts.get(row);
  };
  const fill = () => {
    const kept = (state.words.length === 0 ? [...data.trials.rows] : data.trials.rows.filter(row => state.words.every(each => text(row).includes(each)))).sort(order);
    body.replaceChildren(...kept.slice(0, state.shown).map(row =>
      make('tr', {}, columns.map(column => make('td', {class: column.number && 'number'}, String(column.cell(row)))))));
    heads.forEach((head, i) => head.setAttribute('aria-sort', i !== state.column ? 'none' : state.isDown ? 'descending' : 'ascending'));
    status.textContent = count(Math.min(state.shown, kept.length)) + ' of ' + plural(kept.length, 'trial') + (kept.length < data.trials.rows.length ? ' that hold these words' : '');
    more.hidden = kept.length <= state.shown;
  };
  heads.forEach((head, i) => head.firstChild.addEventListener('click', () => {
    state.isDown = state.column === i && !state.isDown;
    state.column = i;
    fill();
  }));
  input.addEventListener('input', () => {
    state.words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    state.shown = PAGE;
    fill();
  });
  more.addEventListener('click', () => {
    state.shown += 8 * PAGE;
    fill();
  });
  part.append(make('div', {class: 'controls'}, make('label', {for: 'filter'}, 'Keep rows with', input)), status,
    make('div', {class: 'wide'}, make('table', {id: 'trial-table'}, make('thead', {}, make('tr', {}, heads)), body)), more);
  fill();
  showFailures(part, data, row => word(of('failure')(row)), row => data.genomes[of('genome')(row)]);
}

function showFailures(part, data, failure, genome) {
  const failed = data.trials.rows.filter(row => failure(row) !== '');
  if (failed.length === 0) return;
  const reasons = new Map();
  failed.forEach(row => {
    const known = reasons.get(failure(row)) || {reason: failure(row), trials: 0, first: genome(row)[1]};
    known.trials++;
    reasons.set(failure(row), known);
  });
  part.append(make('h3', {}, 'Failures'), table([
    {head: 'Reason', cell: each => each.reason}, {head: 'Trials', number: true, cell: each => count(each.trials)},
    {head: 'Such as', cell: each => each.first},
  ], [...reasons.values()]));
}

function showMachine(data) {
  const part = section('machine', 'How it was computed', 'What short trainings were worth, who did the work, and what repeats this run.');
  if (data.agreement.length) {
    part.append(make('h3', {}, 'How well short trainings foretell long ones'), make('p', {class: 'how'},
      'Kendall’s tau between the order of networks after fewer epochs and at the highest rung, of those that came there: 1 is the same order, 0 none. They were the better ones, so among all networks it is higher.'), table([
      {head: 'After', number: true, cell: each => plural(each.epochs, 'epoch')}, {head: 'And after', number: true, cell: each => plural(each.highest, 'epoch')},
      {head: 'Networks', number: true, cell: each => count(each.genomes)}, {head: 'Tau', number: true, cell: each => each.tau.toFixed(2)},
    ], data.agreement));
  }
  if (data.workers.length) {
    part.append(make('h3', {}, 'Time by worker'), table([
      {head: 'Worker', cell: each => each.worker}, {head: 'Trials', number: true, cell: each => count(each.trials)},
      {head: 'Training', number: true, cell: each => duration(each.seconds)},
    ], data.workers));
  }
  const counts = data.result.counts;
  part.append(make('h3', {}, 'Counts'), make('p', {}, plural(counts.genomes, 'genome') + ', ' + plural(counts.trials, 'trial') + ', ' + plural(counts.epochs, 'epoch') + ', ' +
    plural(counts.duplicates, 'duplicate') + ', ' + count(counts.failed) + ' failed, ' + count(counts.pruned) + ' pruned, ' + count(counts.reused) + ' reused.'));
  const from = data.provenance;
  part.append(make('h3', {}, 'Provenance'), table([{head: 'What', cell: row => row[0]}, {head: '', cell: row => row[1]}], [
    ['run', data.result.run + ', ' + data.result.state], ['started', from.started], ['resumed', from.resumed.join(', ') || 'never'],
    ['data', data.result.data.name + ', ' + plural(data.result.data.inputs, 'input') + ', ' + plural(data.result.data.outputs, 'output') + '; rows: ' +
      count(data.result.data.rows.train) + ' training, ' + count(data.result.data.rows.validation) + ' validation, ' + count(data.result.data.rows.test) + ' test'],
    ['fingerprint', data.result.data.fingerprint], ['seed', String(data.result.seed)], ['strategy', data.result.strategy], ['engine', data.result.engine],
    ['search space', from.spaceFile ? from.spaceFile + ', SHA-256 ' + from.spaceChecksum : 'none was given'],
    ['reused', from.reuse.join(', ') || 'nothing'], ['nas', from.version + ', commit ' + from.commit + ', training version ' + from.trainingVersion],
    ['Java', from.java], ['system', from.system], ['processor', (from.processor || 'unknown') + ', ' + from.processors + ' seen'], ['OpenBLAS core', from.blasCore || 'unknown'],
  ]), make('p', {}, data.result.equalityPromise.holds ? 'To repeat it:' : 'To search the same again, though it need not end where this run did:'), make('pre', {id: 'command'}, from.command));
}
