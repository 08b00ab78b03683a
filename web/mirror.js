// ---- the DOM mirror: the same content for screen readers, search, print, and where there is no WebGL ----

function showTextView(shown) {
  document.body.classList.toggle('text-view', shown || document.body.classList.contains('no-canvas'));
  if (shown)
    $('mirror').focus({preventScroll: true});
  else
    document.activeElement?.blur?.();
  // Behind the canvas its controls are for screen readers, not stops for the Tab key.
  $('mirror').querySelectorAll('button, a').forEach((stop) => {
    stop.tabIndex = shown ? 0 : -1;
  });
  wake();
}

function listenToMirror() {
  $('mirror').addEventListener('click', (event) => {
    const from = event.target.closest('[data-event], [data-view]');
    if (!from) return;
    event.preventDefault();
    if (from.dataset.view === 'page') return showTextView(false);
    if (from.dataset.view === 'file' || from.dataset.view === 'inventory') return $(from.dataset.view).click();
    send(from.dataset.event, {
      index: Number(from.dataset.index || 0),
      begin: Number(from.dataset.begin || 0),
      end: Number(from.dataset.end || 0)
    });
  });
  $('to-text').addEventListener('click', (event) => {
    event.preventDefault();
    showTextView(true);
  });
}

// A long mirror comes in parts (web/mirror.hpp) and is taken in a few milliseconds at a time.
let mirrorParts = [];
let mirrorTimer = 0;

function takeParts() {
  const until = performance.now() + 8;
  while (mirrorParts.length && performance.now() < until) {
    const [id, html] = mirrorParts.splice(0, 2);
    $(id).insertAdjacentHTML('beforeend', html);
  }
  if (mirrorParts.length)
    mirrorTimer = setTimeout(takeParts, 16);
  else
    setTabStops();
}

function setTabStops() {
  if (!document.body.classList.contains('text-view')) return;
  $('mirror').querySelectorAll('button, a').forEach((stop) => {
    stop.tabIndex = 0;
  });
}

Object.assign(carryOut, {
  mirror_changed: () => {
    clearTimeout(mirrorTimer);
    const [first, ...parts] = textOf(program._hearsay_mirror()).split('\f');
    mirrorParts = parts;
    // What is not laid out is not in innerText nor in a copied selection: only a mirror too long to lay out at once.
    $('mirror').classList.toggle('long', parts.length > 0);
    $('mirror').innerHTML = first;
    takeParts();
  },
  scroll_mirror: ({index}) => {
    $('mirror').querySelectorAll('.selected').forEach((element) => element.classList.remove('selected'));
    const marks = $('mirror').querySelectorAll(`mark[data-claim~="${index}"]`);
    marks.forEach((mark) => mark.classList.add('selected'));
    marks[0]?.scrollIntoView({block: 'center'});
  },
});
