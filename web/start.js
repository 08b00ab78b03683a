// ---- start ----

function hasWebGL() {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

// The faces that ImGui paints with, for the field and the text view.
function bringFaces() {
  const faces = [['Hearsay Sans', '400', 'sans'], ['Hearsay Sans', '600', 'sans-strong'],
    ['Hearsay Serif', '400', 'serif']];
  for (const [family, weight, name] of faces) {
    const bytes = withBytes([`fonts/${name}.ttf`], (...path) => bytesOf(program._hearsay_asset(...path)).slice());
    if (bytes.length) document.fonts.add(new FontFace(family, bytes, { weight }));
  }
}

// Lets the browser paint the page's head before the work begins; not for ever, since a hidden tab paints nothing.
const painted = () => new Promise((done) => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, 100);
});

async function start() {
  clean(document.documentElement);  // a page that was saved while it ran
  document.adoptedStyleSheets = [places];
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  listenForFiles();
  await painted();
  program = await startProgram($('canvas'));
  listen();  // before GLFW starts, so that these listeners come first
  const started = program._hearsay_start(hasWebGL() ? 1 : 0, dark ? 1 : 0,
    matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 0);
  if (started === 0) throw new Error(textOf(program._hearsay_message()));
  $('canvas').removeAttribute('style');
  $('opening').hidden = true;
  document.body.classList.toggle('no-canvas', started === 1);
  bringFaces();
  listenForText();
  listenToMirror();
  carryOut.mirror_changed();
  if (started === 1) showTextView(true);
  const text = carried();
  if (text) send('text_given', { bytes: text.text, name: text.name });
  early.forEach(([kind, values]) => send(kind, values));
  wake();
}

start().catch((error) => {
  console.error(error);
  const message = document.createElement('p');
  message.className = 'plain';
  message.setAttribute('role', 'alert');
  message.textContent = `Hearsay could not start: ${error.message}. It needs a browser of 2023 or newer.`;
  document.body.replaceChildren(message);
});
