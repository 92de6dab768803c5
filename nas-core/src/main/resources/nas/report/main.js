function showHead(data) {
  document.getElementById('head').append(make('h1', {}, 'How many layers, how many neurons? ' + data.result.data.name + ', run ' + data.result.run +
    (data.result.state === 'complete' ? '' : ' (' + data.result.state + ')')));
  document.getElementById('contents').append(make('ul'));
}

/** What cannot be shown leaves the rest alone. */
function showPart(part, data) {
  try {
    part(data);
  } catch (error) {
    console.error(error);
    document.getElementById('main').append(make('p', {class: 'note'}, 'A part of this page could not be shown: ' + error.message));
  }
}

function showAll() {
  const data = JSON.parse(document.getElementById('data').textContent);
  showHead(data);
  for (const part of [showAnswer, showWhyNotFewer, showWhyNotMore, showLosses, showProgress, showCurves, showImportance, showLineage, showTest, showTrials, showMachine]) showPart(part, data);
  document.getElementById('foot').append(make('p', {class: 'how'}, 'Made by nas ' + data.provenance.version + ' from the run’s journal.'));
  document.documentElement.dataset.shown = 'true';
}

showAll();
