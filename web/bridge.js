// ---- calls into the program, and its frames ----

let program = null;  // the Emscripten module
const encoder = new TextEncoder();
const decoder = new TextDecoder();

// Calls f with pointer and length of each string (or Uint8Array), then frees them.
function withBytes(values, f) {
  const parts = values.map((value) => (typeof value === 'string' ? encoder.encode(value) : value));
  const pointers = parts.map((part) => {
    const pointer = program._malloc(part.length + 1);
    program.HEAPU8.set(part, pointer);
    return pointer;
  });
  try {
    return f(...parts.flatMap((part, i) => [pointers[i], part.length]));
  } finally {
    pointers.forEach((pointer) => program._free(pointer));
  }
}

// What a function that returns Text* gave; valid until the program runs again.
function bytesOf(pointer) {
  const view = new DataView(program.HEAPU8.buffer, pointer, 8);
  const begin = view.getUint32(0, true);
  return program.HEAPU8.subarray(begin, begin + view.getUint32(4, true));
}
const textOf = (pointer) => decoder.decode(bytesOf(pointer));

// An event for the app (ui/app.hpp, Event): takes effect at the next frame; before the program runs, at its start.
const early = [];
function send(kind, values = {}) {
  if (!program) return early.push([kind, values]);
  const { bytes = '', name = '', index = 0, begin = 0, end = 0 } = values;
  const known = withBytes([kind, bytes, name], (...strings) => program._hearsay_event(...strings, index, begin, end));
  if (!known) throw new Error(`no event is called ${kind}`);
  wake();
}

// ---- frames: only while somebody wants one ----

const kAfterInput = 3;  // ImGui settles hover and focus a frame or two after the input
let framesWanted = 0;
let frameAsked = 0;
let lastFrame = 0;

function wake(frames = kAfterInput) {
  framesWanted = Math.max(framesWanted, frames);
  if (!frameAsked && program) frameAsked = requestAnimationFrame(onAnimationFrame);
}

function onAnimationFrame(now) {
  frameAsked = 0;
  drawFrame(now);
  if (framesWanted > 0) frameAsked = requestAnimationFrame(onAnimationFrame);
}

function drawFrame(now = performance.now()) {
  const scale = fitCanvas();
  const seconds = Math.max(0, now - lastFrame) / 1000;
  lastFrame = now;
  framesWanted = Math.max(framesWanted - 1, program._hearsay_frame(innerWidth, innerHeight, scale, seconds));
  const effects = textOf(program._hearsay_effects());
  if (effects) JSON.parse(effects).forEach((effect) => carryOut[effect.kind](effect));
  followState(program._hearsay_state());
}

// The canvas has as many pixels as the screen shows it on.
function fitCanvas() {
  const canvas = $('canvas');
  const scale = devicePixelRatio || 1;
  const width = Math.max(1, Math.round(innerWidth * scale));
  const height = Math.max(1, Math.round(innerHeight * scale));
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  return scale;
}

// Sizes and places that change live in a style sheet of their own: the policy refuses style attributes, and a
// saved page would carry them.
const places = new CSSStyleSheet();
const placed = {};
function place(values) {
  Object.assign(placed, values);
  const body = Object.entries(placed).map(([name, value]) => `--${name}: ${value}px;`).join(' ');
  places.replaceSync(`:root { ${body} }`);
}

// Each effect that the app asks for (ui/app.hpp, Effect); the other files add theirs.
const carryOut = {
  set_title: ({ text }) => { document.title = text || 'Hearsay'; },
  theme_changed: ({ index }) => { document.documentElement.dataset.theme = index ? 'dark' : 'light'; },
};

function say(text) {
  $('status').textContent = text;
}
