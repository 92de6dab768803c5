const charts = [];

/** Colours of the page as it is shown now: light, dark, or printed. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = name => style.getPropertyValue('--' + name).trim();
  return {page: of('page'), text: of('text'), quiet: of('quiet'), line: of('line'), accent: of('accent'), good: of('good'),
    bad: of('bad'), warm: of('warm'), soft: of('soft'),
    several: [of('accent'), of('warm'), of('good'), of('bad'), '#8e6bbf', '#2a9d9d', '#c2569b', '#7d7d2b', of('soft')]};
}

/** Adds a chart; its options are made anew whenever colours change. Many points are drawn as pixels. */
function chart(into, caption, options, settings = {}) {
  const box = make('div', {class: 'chart' + (settings.isLow ? ' low' : ''), role: 'img', 'aria-label': caption});
  into.append(make('figure', {}, box, make('figcaption', {}, caption)));
  const made = echarts.init(box, null, {renderer: settings.points > 2000 ? 'canvas' : 'svg'});
  charts.push({made, options, caption});
  show({made, options, caption});
  return made;
}

function show(each) {
  const now = colours();
  const base = {
    animation: false,
    aria: {enabled: true, label: {description: each.caption}},
    textStyle: {color: now.text, fontFamily: 'inherit'},
    color: now.several,
    grid: {left: 64, right: 24, top: 48, bottom: 48},
    legend: {type: 'scroll', top: 0, textStyle: {color: now.text}, pageTextStyle: {color: now.text}},
    tooltip: {confine: true, backgroundColor: now.page, borderColor: now.line, textStyle: {color: now.text}, renderMode: 'richText'},
  };
  each.made.setOption({...base, ...each.options(now)}, true);
}

function axis(now, name, more) {
  return {name, nameLocation: 'middle', nameGap: 30, nameTextStyle: {color: now.quiet}, axisLabel: {color: now.quiet},
    axisLine: {lineStyle: {color: now.soft}}, splitLine: {lineStyle: {color: now.line}}, ...more};
}

/** Names of rows, in two lines where they are long. */
function rowLabel(now) {
  return {color: now.text, width: 230, overflow: 'break', lineHeight: 15};
}

/** Losses may be nearly alike or orders of magnitude apart. */
function lossAxis(now, name, losses, more) {
  const known = losses.filter(loss => isKnown(loss) && loss > 0);
  const span = known.length > 1 ? largest(known) / least(known) : 1;
  return axis(now, name, {type: span > 6 ? 'log' : 'value', logBase: span < 500 ? 2 : 10, scale: true, nameGap: 46,
    axisLabel: {color: now.quiet, showMaxLabel: !(more && more.max)}, ...more});
}

/** What is not above 0 has no place on such an axis when it is logarithmic: it is drawn at the lowest loss that has one. */
function placing(losses) {
  const lowest = least(losses.filter(loss => isKnown(loss) && loss > 0));
  return (loss, part = 1) => isKnown(loss) && Number.isFinite(lowest) ? Math.max(loss, part * lowest) : loss;
}

/** Points with an interval each, [place, low, high]: upright with caps, or lying for rows of names. */
function intervals(name, points, colour, isLying = false) {
  return {
    name, type: 'custom', z: 5, itemStyle: {color: colour}, encode: isLying ? {x: [1, 2], y: 0} : {x: 0, y: [1, 2]}, data: points, tooltip: {show: false},
    renderItem: (parameters, api) => {
      const at = end => api.coord(isLying ? [api.value(end), api.value(0)] : [api.value(0), api.value(end)]);
      const style = {stroke: api.visual('color'), lineWidth: 1.5, fill: null};
      const line = (from, to) => ({type: 'line', shape: {x1: from[0], y1: from[1], x2: to[0], y2: to[1]}, style});
      const cap = ([x, y]) => isLying ? line([x, y - 4], [x, y + 4]) : line([x - 4, y], [x + 4, y]);
      return {type: 'group', children: [line(at(1), at(2)), cap(at(1)), cap(at(2))]};
    },
  };
}

function redraw() {
  charts.forEach(show);
}

window.addEventListener('resize', () => charts.forEach(each => each.made.resize()));
for (const query of ['(prefers-color-scheme: dark)', 'print']) window.matchMedia(query).addEventListener('change', redraw);
