const LARGEST_DRAWN = 12;

/** The answer in one sentence. */
function answerSentence(data) {
  const winner = data.result.winner;
  if (!winner) return 'No network has been measured yet.';
  const layers = winner.layers;
  const so = data.result.finalists || data.result.state === 'complete' ? '' : 'So far: ';
  const what = layers.length === 0
    ? 'no hidden layer at all'
    : plural(layers.length, 'hidden layer') + ' of ' + layers.map(layer => count(layer.units) + ' ' + layer.activation).join(', then ') +
      (layers[layers.length - 1].units === 1 ? ' unit' : ' units');
  const sentence = so + what + ': ' + plural(winner.parameters, 'parameter') + '.';
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** The winner's layers, from input to output. */
function drawing(data) {
  const winner = data.result.winner;
  const columns = [{units: data.result.data.inputs, name: 'input', quiet: ''}];
  winner.layers.forEach(layer => columns.push({units: layer.units, name: layer.activation, quiet: layer.dropout > 0 ? 'dropout ' + layer.dropout : ''}));
  columns.push({units: data.result.data.outputs, name: 'output', quiet: ''});
  const width = 740;
  const height = 260;
  const x = i => 70 + i * (width - 140) / (columns.length - 1);
  const shown = column => Math.min(column.units, LARGEST_DRAWN);
  const y = (column, i) => 112 + (i - (shown(column) - 1) / 2) * 16;
  const lines = [];
  const circles = [];
  columns.forEach((column, i) => {
    for (let unit = 0; unit < shown(column); unit++) {
      for (let next = 0; i + 1 < columns.length && next < shown(columns[i + 1]); next++) {
        lines.push(drawn('line', {x1: x(i), y1: y(column, unit), x2: x(i + 1), y2: y(columns[i + 1], next)}));
      }
      circles.push(drawn('circle', {cx: x(i), cy: y(column, unit), r: 5.5}));
    }
    const text = (words, offset, quiet) => {
      const element = drawn('text', {x: x(i), y: 226 + offset, 'text-anchor': 'middle'}, words);
      if (quiet) element.setAttribute('class', 'quiet');
      circles.push(element);
    };
    text(count(column.units) + (column.units > LARGEST_DRAWN ? ' (' + LARGEST_DRAWN + ' drawn)' : ''), 0);
    text(column.name, 15, true);
    if (column.quiet) text(column.quiet, 29, true);
  });
  const words = columns.map(column => column.name + ' ' + column.units).join(', ');
  return drawn('svg', {class: 'network', viewBox: '0 0 ' + width + ' ' + height, role: 'img', 'aria-label': 'The network: ' + words}, ...lines, ...circles);
}

function metricOf(data, measures) {
  return measures.metrics && isKnown(measures.metrics[data.scale.metric]) ? measures.metrics[data.scale.metric] : measures[data.scale.metric];
}

/** What was to be reached, where another metric leads. */
function reached(data, measures) {
  const reach = data.scale.reach;
  if (!reach || reach.metric === data.scale.metric) return [];
  const value = measures.metrics && isKnown(measures.metrics[reach.metric]) ? measures.metrics[reach.metric] : measures[reach.metric];
  return isKnown(value) ? [reach.label + ' ' + (reach.isShare ? percent(value) : significant(value))] : [];
}

function metricText(data, value) {
  return data.scale.metricIsShare ? percent(value) : significant(value);
}

function card(name, value, ...below) {
  return make('dl', {class: 'card'}, make('dt', {}, name), make('dd', {}, value), below.map(each => make('dd', {}, each)));
}

function showAnswer(data) {
  const part = section('answer', 'The answer');
  part.append(make('p', {class: 'lead', id: 'sentence'}, answerSentence(data)));
  const winner = data.result.winner;
  if (!winner) return;
  const validation = winner.validation;
  const cards = make('div', {class: 'cards'});
  cards.append(card('Validation, ' + data.scale.metricLabel, metricText(data, metricOf(data, validation)), ...reached(data, validation),
    'loss ' + significant(validation.loss) + ' ± ' + significant(validation.lossStandardError)));
  const test = winner.test;
  if (isKnown(test.loss)) {
    const spread = isKnown(metricOf(data, test)) && isKnown(test.standardDeviation) ? ' ± ' + (data.scale.metricIsShare ? percent(test.standardDeviation, 2) : significant(test.standardDeviation)) : '';
    cards.append(card(test.source === 'bbc-cv' ? 'Unseen rows, to be expected (BBC-CV)' : 'Test rows, opened ' + (test.openings === 1 ? 'once' : test.openings + ' times'),
      metricText(data, metricOf(data, test)) + spread, ...reached(data, test),
      'loss ' + significant(test.loss) + (test.seeds ? ', ' + plural(test.seeds, 'seed') : '')));
  }
  if (isKnown(winner.optimism)) {
    cards.append(card('Optimism', data.scale.metricIsShare ? (100 * winner.optimism).toFixed(2) + ' points' : significant(winner.optimism),
      'how much better validation looks than ' + (test.source === 'bbc-cv' ? 'unseen rows' : 'the test')));
  }
  cards.append(card('Parameters', count(winner.parameters), winner.layers.length ? label(winner.layers) : 'linear model'));
  part.append(cards, drawing(data));
  part.append(make('p', {}, 'Rule: ' + winner.rule + '.' + (winner.met ? '' : ' Nothing satisfies it; this is the nearest.')));
  part.append(make('p', {class: 'how'}, 'Trained with ' + recipe(winner.recipe) + '. Losses are ' +
    (data.result.data.task === 'classification' ? 'cross-entropies in nats' : 'mean squared errors of the standardised target') + ' on rows that were not trained on.'));
  if (!data.result.equalityPromise.holds) {
    part.append(make('p', {class: 'note'}, 'Outside the promise of equal results: ' + data.result.equalityPromise.exceptions.join('; ') + '.'));
  }
}

function recipe(made) {
  const parts = [made.optimizer + ' at ' + made.learningRate, made.schedule + ' schedule', 'batches of ' + made.batchSize];
  if (made.weightDecay > 0) parts.push('weight decay ' + made.weightDecay);
  if (made.l1 > 0) parts.push('l1 ' + made.l1);
  if (made.l2 > 0) parts.push('l2 ' + made.l2);
  if (made.clipping.kind !== 'none') parts.push('clipping by ' + made.clipping.kind + ' ' + made.clipping.threshold);
  if (made.patience > 0) parts.push('patience ' + made.patience);
  return parts.join(', ');
}

const VERDICTS = {accepted: 'good enough', shown_worse: 'shown worse', within_tolerance: 'within tolerance, not surely', undecided: 'undecided',
  in: 'in', out: 'out', failed: 'failed'};
const verdict = row => VERDICTS[row.verdict] || row.verdict;
const tone = row => ({shown_worse: 'bad', out: 'bad', failed: 'bad', accepted: 'good', in: 'good'})[row.verdict] || 'warm';

/** A difference of losses as a share of what there is to learn. */
function share(data, loss) {
  return isKnown(loss) ? 100 * loss / data.scale.explained : null;
}

function worse(data, row) {
  return isKnown(row.difference) ? share(data, row.difference).toFixed(2) + ' ± ' + share(data, row.standardError).toFixed(2) + ' %' : '–';
}

function byLosses(data) {
  return !isKnown(data.scale.reach);
}

/** How rows are drawn next to what is allowed: by a metric that must reach a threshold where it is known, else by their losses. */
function comparison(data, rows) {
  return !byLosses(data) && rows.some(row => row.metric) ? metricComparison(data.scale.reach) : {
    axis: 'worse by, % of what the best one learns', head: 'Worse by', text: row => worse(data, row),
    value: row => share(data, row.difference), margin: row => 1.645 * share(data, row.standardError), isFromZero: true,
    line: byLosses(data) ? {name: 'tolerance', at: share(data, data.scale.tolerance)} : undefined,
  };
}

function metricComparison(reach) {
  const scale = reach.isShare ? 100 : 1;
  return {
    axis: reach.label + (reach.isShare ? ', %' : ''), head: reach.label,
    text: row => !row.metric ? '–' : reach.isShare
      ? percent(row.metric.value, 2) + ' ± ' + percent(row.metric.margin, 2) : significant(row.metric.value) + ' ± ' + significant(row.metric.margin),
    value: row => row.metric && scale * row.metric.value, margin: row => scale * row.metric.margin,
    line: {name: 'to be reached', at: scale * reach.threshold},
  };
}

/** Neighbours as rows with intervals, next to what is allowed. */
function neighbourChart(part, data, rows, caption) {
  const by = comparison(data, rows);
  const known = rows.filter(row => isKnown(by.value(row)));
  if (known.length === 0) return;
  chart(part, caption, now => ({
    grid: {left: 16, right: 24, top: 36, bottom: 44, containLabel: true},
    xAxis: axis(now, by.axis, {type: 'value', scale: !by.isFromZero}),
    yAxis: axis(now, '', {type: 'category', data: known.map(row => row.change), inverse: true, axisLabel: rowLabel(now)}),
    tooltip: {formatter: point => known[point.dataIndex].change + ': ' + by.text(known[point.dataIndex])},
    legend: {show: false},
    series: [
      {type: 'scatter', symbolSize: 9, data: known.map((row, i) => ({value: [by.value(row), i], itemStyle: {color: now[tone(row)]}})),
        markLine: by.line ? {silent: true, symbol: 'none', lineStyle: {color: now.warm}, label: {formatter: by.line.name, color: now.warm, position: 'start'},
          data: [{xAxis: by.line.at}]} : undefined},
      intervals('90 % interval', known.map((row, i) => [i, by.value(row) - by.margin(row), by.value(row) + by.margin(row)]), now.soft, true),
    ],
  }), {isLow: known.length < 7});
}

function neighbourTable(data, rows) {
  const by = comparison(data, rows);
  return table([
    {head: 'Change', cell: row => row.change},
    {head: 'Parameters', number: true, cell: row => count(row.parameters)},
    {head: by.head, number: true, cell: by.text},
    {head: 'Verdict', cell: verdict, tone},
  ], rows);
}

function showWhyNotFewer(data) {
  const certificate = data.result.winner && data.result.winner.certificate;
  if (!certificate || !isKnown(certificate.moves)) return;
  const isMeasured = data.result.neighbours.some(row => row.metric);
  const part = section('fewer', 'Why not fewer?',
    'Each network one step smaller than the winner was trained on the same rows as the best one; ' + (isMeasured
      ? 'a point shows its ' + data.scale.reach.label + ', with a 90 % interval, next to what was to be reached.'
      : 'a point shows by how much its loss is worse, with a 90 % interval.' +
        (byLosses(data) ? '' : ' The verdict is about what was to be reached: ' + data.scale.reach.label + '.')));
  part.append(make('p', {id: 'certificate'}, certificateSentence(data, certificate)));
  if (data.result.neighbours.length) {
    neighbourChart(part, data, data.result.neighbours, 'The winner’s smaller neighbours');
    part.append(neighbourTable(data, data.result.neighbours));
  }
}

function certificateSentence(data, certificate) {
  const way = certificate.moves > 0 ? ' The winner was reached in ' + plural(certificate.moves, 'step') + ' down from a finalist.' : '';
  if (certificate.timeUp) return 'No time was left to test smaller networks one step away; nas resume --time-limit goes on.' + way;
  if (certificate.neighboursTested === 0) return 'No smaller network lies one step away in this space.' + way;
  return 'Of ' + plural(certificate.neighboursTested, 'smaller network') + ' one step away, ' + certificate.shownWorse + ' shown worse, ' +
    certificate.undecided + ' undecided, ' + certificate.withinTolerance + ' within tolerance but not surely.' + way +
    ' This is said of these neighbours, not of all smaller networks.';
}

function showWhyNotMore(data) {
  const finalists = data.result.finalists;
  if (!finalists) return;
  const part = section('more', 'Why not more?',
    'What larger networks bring, as a share of what the best finalist learns over the constant prediction. ' +
    (byLosses(data) ? 'Up to the tolerance, smaller wins.' : 'A network that reaches what was asked for need not be larger.'));
  const key = data.result.winner.key;
  part.append(make('h3', {}, 'Finalists'), table([
    {head: 'Hidden layers', cell: row => label(row.layers)},
    {head: 'Parameters', number: true, cell: row => count(row.parameters)},
    {head: data.scale.metricLabel, number: true, cell: row => row.measures ? metricText(data, metricOf(data, row.measures)) : '–'},
    {head: 'Worse by', number: true, cell: row => row.key === data.result.reference ? 'reference' : worse(data, row)},
    {head: 'Blocks', number: true, cell: row => row.blocks || '–'},
    {head: 'Verdict', cell: verdict, tone},
  ], finalists.map(row => ({...row, isWinner: row.key === key})), {id: 'finalists'}));
  const larger = data.result.enlargements || [];
  if (larger.length) {
    part.append(make('h3', {}, 'Where the bottleneck is'), make('p', {class: 'how'},
      'One step wider or deeper at each layer of the winner: the ' + (larger.some(row => row.metric) ? 'better' : 'further left') + ', the more that layer holds the network back.'));
    neighbourChart(part, data, larger, 'The winner’s larger neighbours');
    part.append(neighbourTable(data, larger));
  }
}
