// ---- the article's own field: a real <textarea>, with everything that brings ----

function readArticle() {
  const text = $('article').value;
  if (text.trim()) send('text_given', { bytes: text });
}

// A key while an element of the page has the keyboard.
function onPageKey(event, command) {
  if (event.target === $('article')) {
    if (command && event.key === 'Enter') readArticle();
    return;
  }
  if (event.key === 'Escape' && !document.body.classList.contains('no-canvas')) showTextView(false);
}

function listenForText() {
  $('editor').addEventListener('submit', (event) => {
    event.preventDefault();
    readArticle();
  });
  $('article').addEventListener('input', () => { $('read').disabled = !$('article').value.trim(); });
}

Object.assign(carryOut, {
  show_editor: ({ text, x, y, width, height }) => {
    place({ 'editor-x': x, 'editor-y': y, 'editor-width': width, 'editor-height': height });
    const editor = $('editor');
    if (!editor.hidden) return;  // only moved
    editor.hidden = false;
    document.body.classList.add('entering');
    $('article').value = text;
    $('read').disabled = !text.trim();
    // A touch keyboard over half the screen is for the reader to ask for.
    if (!matchMedia('(pointer: coarse)').matches) $('article').focus({ preventScroll: true });
  },
  hide_editor: () => {
    const had = $('editor').contains(document.activeElement);
    $('editor').hidden = true;
    document.body.classList.remove('entering');
    if (had) document.activeElement.blur();
  },
});
