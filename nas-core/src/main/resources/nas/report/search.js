/** Loss against parameters, for every genome at every rung, with what stands out. */
function showLosses(data) {
  const all = data.rungs.flatMap(rung => rung.points);
  if (all.length === 0) return;
  const part = section('losses', 'Loss against parameters',
    'Each point is a network after so many epochs; lower is better, further left is smaller. The line joins those that no other beats on both.');
  const finalists = (data.result.finalists || []).filter(row => row.measures);
  const losses = all.map(point => point[1]).concat(finalists.map(row => row.measures.loss), isKnown(data.scale.constantLoss) ? [data.scale.constantLoss] : []);
  const place = placing(losses);
  const of = points => points.map(point => ({value: [data.genomes[point[0]][2], place(point[1])], name: data.genomes[point[0]][1]}));
  const winner = data.result.winner;
  const linear = all.filter(point => data.genomes[point[0]][1] === 'linear').slice(-1);
  const rules = data.result.rulesOfThumb.filter(rule => isKnown(rule.loss));
  chart(part, plural(data.genomes.length, 'network') + ' of this run', now => ({
    tooltip: {formatter: point => (point.name || point.seriesName) + '\n' + count(point.value[0]) + ' parameters, loss ' + significant(point.value[1])},
    xAxis: axis(now, 'parameters', {type: 'log', minorSplitLine: {show: false}}),
    yAxis: lossAxis(now, 'validation loss', losses, {max: lossCeiling(data, losses) || 1.05 * largest(losses)}),
    series: [
      ...data.rungs.map((rung, i) => ({name: plural(rung.epochs, 'epoch'), type: 'scatter', symbolSize: 5, data: of(rung.points),
        itemStyle: {opacity: 0.3 + 0.5 * (i + 1) / data.rungs.length, color: [now.soft, now.warm, now.accent, now.good][Math.min(3, i + Math.max(0, 3 - data.rungs.length))]}})),
      {name: 'Pareto front', type: 'line', symbol: 'none', lineStyle: {color: now.text, width: 1.5}, itemStyle: {color: now.text}, z: 4,
        data: data.result.pareto.map(member => [member.parameters, place(member.loss)])},
      {name: 'finalists', type: 'scatter', symbol: 'diamond', symbolSize: 11, z: 6, itemStyle: {color: now.good},
        data: finalists.map(row => ({value: [row.parameters, place(row.measures.loss)], name: label(row.layers)}))},
      intervals('finalists', finalists.map(row => [row.parameters, place(row.measures.loss - 1.645 * row.measures.lossStandardError, 0.5),
        place(row.measures.loss + 1.645 * row.measures.lossStandardError)]), now.good),
      {name: 'linear model', type: 'scatter', symbol: 'triangle', symbolSize: 12, z: 5, itemStyle: {color: now.bad}, data: of(linear)},
      {name: 'rules of thumb', type: 'scatter', symbol: 'rect', symbolSize: 9, z: 5, itemStyle: {color: now.bad, opacity: 0.8},
        data: rules.map(rule => ({value: [rule.parameters, place(rule.loss)], name: rule.rule}))},
      {name: 'winner', type: 'scatter', symbol: 'pin', symbolSize: 34, z: 8, itemStyle: {color: now.accent},
        data: winner ? [{value: [winner.parameters, place(winner.validation.loss)], name: label(winner.layers)}] : [], ...lines(data, now)},
    ],
  }), {points: all.length});
  part.append(asTable([
    {head: 'Pareto front', cell: row => label(row.layers)},
    {head: 'Parameters', number: true, cell: row => count(row.parameters)},
    {head: 'Loss', number: true, cell: row => significant(row.loss)},
  ], data.result.pareto));
  showRules(part, data);
}

/** The constant prediction, and the band within which smaller is better. */
function lines(data, now) {
  const scale = data.scale;
  const marked = isKnown(scale.constantLoss)
    ? {markLine: {silent: true, symbol: 'none', lineStyle: {color: now.soft, type: 'dashed'}, label: {formatter: 'constant prediction', position: 'insideStartTop', color: now.quiet},
      data: [{yAxis: scale.constantLoss}]}} : {};
  const band = byLosses(data) && scale.tolerance > 0
    ? {markArea: {silent: true, itemStyle: {color: now.good, opacity: 0.12}, label: {color: now.quiet, position: 'insideBottomLeft'},
      data: [[{name: 'tolerance', yAxis: scale.referenceLoss}, {yAxis: scale.referenceLoss + scale.tolerance}]]}} : {};
  return {...marked, ...band};
}

/** Networks that went astray would press all others to the floor. */
function lossCeiling(data, losses) {
  const constant = data.scale.constantLoss;
  return isKnown(constant) && largest(losses) > 1.2 * constant ? 1.2 * constant : undefined;
}

function showRules(part, data) {
  const rules = data.result.rulesOfThumb;
  if (rules.length === 0) return;
  part.append(make('h3', {}, 'Rules of thumb'), make('p', {class: 'how'}, 'What textbooks propose for the number of hidden units, as the search trained it.'), table([
    {head: 'Rule', cell: rule => rule.rule},
    {head: 'Units', number: true, cell: rule => count(rule.units)},
    {head: 'Tried as', cell: rule => label(rule.layers) + (rule.clipped ? ', clipped to the space' : '')},
    {head: 'Parameters', number: true, cell: rule => count(rule.parameters)},
    {head: 'Epochs', number: true, cell: rule => rule.epochs},
    {head: 'Loss', number: true, cell: rule => isKnown(rule.loss) ? significant(rule.loss) : 'failed'},
  ], rules));
}

const BY_EPOCHS = 1;
const BY_SECONDS = 2;

function showProgress(data) {
  const runs = data.progress.filter(run => run.points.length > 0);
  if (runs.length === 0) return;
  const part = section('progress', 'How the search went',
    'The lowest objective at the highest rung after each generation: loss and size on one scale, lower is better. Bands are generations.');
  progressChart(part, runs, BY_EPOCHS, 'epochs trained');
  progressChart(part, runs, BY_SECONDS, 'seconds');
  part.append(asTable([
    {head: 'Run', cell: row => row[6]}, {head: 'Generation', number: true, cell: row => row[0]}, {head: 'Epochs', number: true, cell: row => count(row[1])},
    {head: 'Seconds', number: true, cell: row => significant(row[2])}, {head: 'Objective', number: true, cell: row => significant(row[3])},
    {head: 'Loss', number: true, cell: row => significant(row[4])}, {head: 'Parameters', number: true, cell: row => count(row[5])},
  ], runs.flatMap(run => run.points.map(point => [...point, run.run]))));
}

function progressChart(part, runs, column, name) {
  const bands = runs[0].points.map((point, i, points) => [{xAxis: i === 0 ? 0 : points[i - 1][column]}, {xAxis: point[column]}]).filter((band, i) => i % 2 === 0);
  chart(part, 'Best objective over ' + name, now => ({
    tooltip: {trigger: 'item', formatter: point => point.seriesName + ', generation ' + point.data[2] + '\nobjective ' + significant(point.data[1]) +
      ', ' + count(point.data[3]) + ' parameters, loss ' + significant(point.data[4])},
    xAxis: axis(now, name, {type: 'value'}),
    yAxis: axis(now, 'best objective', {type: 'value', scale: true, nameGap: 46}),
    series: runs.map((run, i) => ({name: run.run, type: 'line', step: 'end', symbolSize: 6,
      data: run.points.map(point => [point[column], point[3], point[0], point[5], point[4]]),
      markArea: i === 0 ? {silent: true, itemStyle: {color: now.soft, opacity: 0.1}, data: bands} : undefined})),
  }), {isLow: true});
}

function showCurves(data) {
  if (data.curves.length === 0) return;
  const part = section('curves', 'How the finalists learnt',
    'Mean loss after each epoch, over the blocks of each finalist that came so far. Where validation turns upwards while training falls, a network learns by heart; where both stay high, it is too small.');
  const chosen = {index: Math.max(0, data.curves.findIndex(curve => data.result.winner && curve.key === data.result.winner.key))};
  const select = make('select', {id: 'curve'}, data.curves.map((curve, i) => make('option', {value: i, selected: i === chosen.index}, curve.label)));
  part.append(make('div', {class: 'controls'}, make('label', {}, 'Network', select)));
  const losses = data.curves.flatMap(curve => curve.training.concat(curve.validation));
  const place = placing(losses);
  chart(part, 'Training and validation loss', now => {
    const curve = data.curves[chosen.index];
    const of = values => values.map((loss, i) => [i + 1, place(loss)]);
    return {
      tooltip: {trigger: 'axis', formatter: points => 'epoch ' + points[0].data[0] + points.map(point => '\n' + point.seriesName + ' ' + significant(point.data[1])).join('')},
      xAxis: axis(now, 'epoch', {type: 'value', min: 1, max: Math.max(2, curve.training.length), minInterval: 1}),
      yAxis: lossAxis(now, 'loss', losses),
      series: [
        {name: 'training', type: 'line', symbol: 'none', lineStyle: {type: 'dashed', color: now.warm}, itemStyle: {color: now.warm}, data: of(curve.training)},
        {name: 'validation', type: 'line', symbol: 'none', lineStyle: {color: now.accent}, itemStyle: {color: now.accent}, data: of(curve.validation)},
      ],
    };
  });
  select.addEventListener('change', () => {
    chosen.index = Number(select.value);
    redraw();
  });
}

function showImportance(data) {
  const importance = data.importance;
  if (!importance) return;
  const part = section('choices', 'Which choice matters',
    'The share of all variance of the loss that comes of a choice, alone or together with another one, over all combinations of choices (functional ANOVA of a random forest); bars hold 80 % of the trees.');
  if (importance.effects.length === 0) {
    part.append(make('p', {id: 'too-few'}, importance.genomes < importance.least
      ? 'Too few: ' + plural(importance.genomes, 'network') + ' after ' + plural(importance.epochs, 'epoch') + ', at least ' + importance.least + ' are needed.'
      : 'All networks are alike.'));
  } else {
    part.append(make('p', {}, 'Of ' + plural(importance.genomes, 'network') + ' after ' + plural(importance.epochs, 'epoch') + '. The forest explains ' +
      percent(Math.max(0, importance.fit), 0) + ' of what it was not grown from' + (importance.fit < 0.3 ? ', so these shares say little.' : '.') +
      ' A search tries promising choices more often than others, so it knows least of those that it left early.'));
    const effects = importance.effects.filter(effect => effect.share[0] >= 0.005).slice(0, 12);
    const name = effect => effect.factors.join(' × ');
    chart(part, 'Importance of choices', now => ({
      grid: {left: 16, right: 24, top: 16, bottom: 44, containLabel: true},
      legend: {show: false},
      tooltip: {formatter: point => name(effects[point.dataIndex]) + ': ' + percent(effects[point.dataIndex].share[0])},
      xAxis: axis(now, 'share of variance, %', {type: 'value', min: 0}),
      yAxis: axis(now, '', {type: 'category', inverse: true, data: effects.map(name), axisLabel: rowLabel(now)}),
      series: [
        {type: 'bar', itemStyle: {color: now.accent}, data: effects.map(effect => 100 * effect.share[0])},
        intervals('80 % of the trees', effects.map((effect, i) => [i, 100 * effect.share[1], 100 * effect.share[2]]), now.text, true),
      ],
    }));
    part.append(asTable([
      {head: 'Choice', cell: name}, {head: 'Share', number: true, cell: effect => percent(effect.share[0])},
      {head: '80 % of the trees', number: true, cell: effect => percent(effect.share[1]) + ' to ' + percent(effect.share[2])},
    ], importance.effects));
  }
  if (importance.genes.length) showGenes(part, data, importance);
}

function showGenes(part, data, importance) {
  const chosen = {index: 0};
  const select = make('select', {id: 'gene'}, importance.genes.map((gene, i) => make('option', {value: i}, gene.name)));
  part.append(make('h3', {}, 'Loss against each choice'), make('p', {class: 'how'}, 'Points are networks; the line is what the forest expects on average over all other choices.'),
    make('div', {class: 'controls'}, make('label', {}, 'Choice', select)));
  const losses = importance.genes[0].points.map(point => point[1]);
  const place = placing(losses);
  chart(part, 'Loss of networks by a choice', now => {
    const gene = importance.genes[chosen.index];
    return {
      tooltip: {formatter: point => isKnown(point.data[2]) ? data.genomes[point.data[2]][1] + '\nloss ' + significant(point.data[1]) : gene.levels[point.data[0]] + ': ' + significant(point.data[1])},
      xAxis: axis(now, gene.name, {type: 'category', data: gene.levels}),
      yAxis: lossAxis(now, 'validation loss', losses, {max: lossCeiling(data, losses)}),
      series: [
        {name: 'networks', type: 'scatter', symbolSize: 6, itemStyle: {color: now.accent, opacity: 0.6}, data: gene.points.map(point => [point[0], place(point[1]), point[2]])},
        {name: 'expected', type: 'line', itemStyle: {color: now.warm}, lineStyle: {color: now.warm}, data: gene.marginals.map((range, i) => [i, place(range[0])])},
      ],
    };
  }, {points: losses.length});
  select.addEventListener('change', () => {
    chosen.index = Number(select.value);
    redraw();
  });
}

function showLineage(data) {
  if (data.lineage.length === 0) return;
  const part = section('lineage', 'Where the winner came from',
    'From a network that was there at the beginning, through the search, then down by steps of the descent. Where parent and child were trained alike, their losses are told, and how much the objective, loss and size on one scale, gained.');
  part.append(table([
    {head: 'Generation', number: true, cell: step => isKnown(step.generation) ? step.generation : 'descent'},
    {head: 'How', cell: step => step.how.replace(/_/g, ' ')},
    {head: 'Hidden layers', cell: step => step.label},
    {head: 'Parameters', number: true, cell: step => count(step.parameters)},
    {head: 'Loss', number: true, cell: step => isKnown(step.lossBefore) ? significant(step.lossBefore) + ' → ' + significant(step.lossAfter) : '–'},
    {head: 'Gain', number: true, cell: step => isKnown(step.gain) ? step.gain.toFixed(3) : '–', tone: step => !isKnown(step.gain) ? '' : step.gain > 0 ? 'good' : 'bad'},
  ], data.lineage));
}
