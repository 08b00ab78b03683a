// ---- pointer, keys and text for ImGui ----
//
// GLFW as Emscripten 3.1.6 emulates it would take keys from the page's own fields, zoom gestures from the browser,
// and characters from input methods. So every listener here stands on the window, in the capture phase, before
// GLFW's, and lets nothing through to them.

const kCursors = ['', 'cursor-text', 'cursor-move', 'cursor-ns', 'cursor-ew', '', '', 'cursor-hand'];
const kPixelsPerWheelStep = 70;  // ImGui scrolls five lines of 14 px for a step of 1

const onCanvas = (event) => event.target === $('canvas');
// A field or button of the page that has the keyboard; ImGui must not hear its keys.
function pageHasKeyboard() {
  const active = document.activeElement;
  return active && active !== document.body && active !== $('canvas') && active !== $('agent');
}

let wantsText = false;

// After a frame: the pointer's shape, and whether the text agent takes the keyboard.
function followState(state) {
  const cursor = kCursors[state >> 8] || '';
  if ($('canvas').className !== cursor) $('canvas').className = cursor;
  wantsText = (state & 1) !== 0;
  const agent = $('agent');
  if (wantsText && document.activeElement !== agent) agent.focus({ preventScroll: true });
  if (!wantsText && document.activeElement === agent) agent.blur();
}

// ---- pointer ----

let touch = null;  // the finger that is down: where it began, and whether it scrolls
let glide = 0;

function onPointer(event) {
  if (!onCanvas(event)) {
    if (event.type === 'pointermove') program._hearsay_pointer(-1e6, -1e6, 0);
    return;
  }
  if (event.pointerType === 'touch') return onFinger(event);
  program._hearsay_pointer(event.clientX, event.clientY, 0);
  if (event.type === 'pointerdown') {
    if (pageHasKeyboard()) document.activeElement.blur();
    $('canvas').setPointerCapture(event.pointerId);
  }
  if (event.type !== 'pointermove') {
    // DOM: 0 left, 1 middle, 2 right. ImGui: 0 left, 1 right, 2 middle.
    program._hearsay_button([0, 2, 1][event.button] ?? 0, event.type === 'pointerdown' ? 1 : 0);
  }
  wake();
}

// A tap is a click; a drag scrolls what lies under the finger, and glides on.
function onFinger(event) {
  if (event.type === 'pointerdown') {
    cancelAnimationFrame(glide);
    touch = { id: event.pointerId, x: event.clientX, y: event.clientY, at: event.clientY, speed: 0, scrolls: false };
    program._hearsay_pointer(event.clientX, event.clientY, 1);
    wake();
    return;
  }
  if (!touch || event.pointerId !== touch.id) return;
  if (event.type === 'pointermove') {
    if (!touch.scrolls && Math.hypot(event.clientX - touch.x, event.clientY - touch.y) > 8) touch.scrolls = true;
    if (touch.scrolls) {
      touch.speed = event.clientY - touch.at;
      touch.at = event.clientY;
      program._hearsay_wheel(0, touch.speed / kPixelsPerWheelStep);
      wake();
    }
    return;
  }
  const { scrolls, speed } = touch;
  touch = null;
  if (event.type === 'pointerup' && !scrolls) {
    program._hearsay_button(0, 1);
    drawFrame();  // at once, while the browser still counts it as the finger's doing: a field brings its keyboard
    program._hearsay_button(0, 0);
    drawFrame();
  } else if (scrolls) {
    glideOn(speed);
  }
  wake();
}

function glideOn(speed) {
  if (Math.abs(speed) < 0.5 || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    program._hearsay_pointer(-1e6, -1e6, 1);
    return wake();
  }
  program._hearsay_wheel(0, speed / kPixelsPerWheelStep);
  wake();
  glide = requestAnimationFrame(() => glideOn(speed * 0.94));
}

function onWheel(event) {
  if (!onCanvas(event) || event.ctrlKey) return;
  event.preventDefault();
  const unit = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? innerHeight : 1;
  program._hearsay_wheel(-event.deltaX * unit / kPixelsPerWheelStep, -event.deltaY * unit / kPixelsPerWheelStep);
  wake();
}

// ---- keys ----

function modifiers(event) {
  const third = event.getModifierState('AltGraph');  // types a character; not a shortcut
  const control = !third && (event.ctrlKey || event.metaKey);
  return (control ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey && !third ? 4 : 0);
}

// By the character for letters and digits, so that shortcuts follow the reader's layout; else by the key's place.
function codeOf(event) {
  if (/^[a-z]$/i.test(event.key)) return `Key${event.key.toUpperCase()}`;
  if (/^[0-9]$/.test(event.key)) return `Digit${event.key}`;
  return event.key === '/' ? 'Slash' : event.code;
}

function sendKey(code, down, mods) {
  withBytes([code], (pointer, size) => program._hearsay_key(pointer, size, down ? 1 : 0, mods));
}

const kScrollKeys = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Space', 'Backspace', 'Slash'];

function onKey(event) {
  if (event.isComposing || event.keyCode === 229) return;
  const down = event.type === 'keydown';
  const mods = modifiers(event);
  const command = (mods & 1) !== 0;
  if (pageHasKeyboard()) {
    if (down) onPageKey(event, command);
    return;
  }
  if (command && event.key.toLowerCase() === 'v') return;  // the paste event follows
  if (command && event.key.toLowerCase() === 'f' && down) return showTextView(true);
  const code = codeOf(event);
  sendKey(code, down, mods);
  if (down && !wantsText && event.key.length === 1 && !command) typeText(event.key);
  // Tab leads on to the page's own elements; the browser keeps its shortcuts.
  if (!command && (wantsText ? code === 'Tab' : kScrollKeys.includes(code))) event.preventDefault();
  wake();
}

function typeText(text) {
  withBytes([text], (pointer, size) => program._hearsay_type(pointer, size));
}

// ---- the text agent: a hidden field that gives ImGui's small fields typing, composition and touch keyboards ----

function onAgentInput(event) {
  const agent = $('agent');
  if (event.isComposing) return;
  if (event.inputType === 'deleteContentBackward') {
    sendKey('Backspace', true, 0);
    sendKey('Backspace', false, 0);
  } else if (agent.value) {
    typeText(agent.value);
  }
  agent.value = '';
  wake();
}

function listen() {
  const first = { capture: true, passive: false };
  const on = (types, handler) => types.split(' ').forEach((type) => addEventListener(type, (event) => {
    if (onCanvas(event) || /^key/.test(type)) event.stopImmediatePropagation();
    handler(event);
  }, first));
  on('pointerdown pointermove pointerup pointercancel', onPointer);
  on('wheel', onWheel);
  on('keydown keyup', onKey);
  // For GLFW only: what it would have heard.
  on('keypress mousewheel', () => {});
  on('mousedown mousemove mouseup mouseenter touchstart touchmove touchend touchcancel', () => {});
  on('contextmenu', (event) => { if (onCanvas(event)) event.preventDefault(); });
  $('agent').addEventListener('input', onAgentInput);
  $('agent').addEventListener('compositionend', onAgentInput);
  document.addEventListener('pointerleave', () => { program._hearsay_pointer(-1e6, -1e6, 0); wake(); });
  addEventListener('focus', () => { program._hearsay_focus(1); wake(); });
  addEventListener('blur', (event) => { if (event.target === window) { program._hearsay_focus(0); wake(); } });
  addEventListener('resize', () => wake());
  watchPixelRatio();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => {
    send('system_theme', { index: event.matches ? 1 : 0 });
  });
  matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', (event) => {
    send('reduced_motion', { index: event.matches ? 1 : 0 });
  });
  const canvas = $('canvas');
  canvas.addEventListener('webglcontextlost', (event) => { event.preventDefault(); program._hearsay_lose(); });
  canvas.addEventListener('webglcontextrestored', () => { program._hearsay_restore(); wake(); });
}

// The window has moved to a screen of another density, or was zoomed.
function watchPixelRatio() {
  matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => { wake(); watchPixelRatio(); },
    { once: true });
}
