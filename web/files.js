// ---- paste, drop, open, copy, save ----

const kLargestFile = 64 << 20;  // Document::kMaxBytes

// A table that is dropped or opened is no article: it is the user's inventory.
function giveFile(file, kind = /\.csv$/i.test(file.name) ? 'inventory_given' : 'file_given') {
  if (file.size > kLargestFile) {
    return send('file_refused', { bytes: `${file.name} has more than 64 MB.` });
  }
  file.arrayBuffer().then(
    (buffer) => send(kind, { bytes: new Uint8Array(buffer), name: file.name }),
    () => send('file_refused', { bytes: `${file.name} could not be read.` }));
}

// Markup that says more than its text does: paragraphs, headings, lists, tables.
const kStructure = /<(p|h[1-6]|li|td|th|blockquote|article|br)[\s>/]/i;

// A DataTransfer of a paste or a drop -> the app. Returns whether there was anything.
function giveTransfer(transfer) {
  const file = transfer.files[0];
  const html = transfer.getData('text/html');
  const plain = transfer.getData('text/plain');
  if (html && kStructure.test(html)) {
    send('text_given', { bytes: html, name: 'paste.html' });
  } else if (plain) {
    send('text_given', { bytes: plain });
  } else if (file) {
    giveFile(file);
  } else {
    return false;
  }
  return true;
}

function onPaste(event) {
  const transfer = event.clipboardData;
  if (!transfer) return;
  if (wantsText) {  // into a field of ImGui's
    withBytes([transfer.getData('text/plain')], (pointer, size) => program._hearsay_clipboard(pointer, size));
    sendKey('KeyV', true, 1);
    sendKey('KeyV', false, 0);
    event.preventDefault();
    wake();
    return;
  }
  const article = $('article');
  const within = event.target === article;
  if (!within && event.target.matches?.('input, textarea, [contenteditable]') && event.target !== $('agent')) return;
  // Into a text that is being written a paste is an ordinary edit.
  const replacesAll = article.selectionStart === 0 && article.selectionEnd === article.value.length;
  if (within && article.value.trim() && !replacesAll) return;
  if (giveTransfer(transfer)) event.preventDefault();
}

function listenForFiles() {
  addEventListener('paste', onPaste, true);
  addEventListener('dragover', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.dataTransfer.dropEffect = 'copy';
    document.body.classList.add('dropping');
  }, true);
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.body.classList.remove('dropping');
  }, true);
  addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    document.body.classList.remove('dropping');
    const file = event.dataTransfer.files[0];
    if (file) giveFile(file);
    else giveTransfer(event.dataTransfer);
  }, true);
  for (const [id, kind] of [['file'], ['inventory', 'inventory_given']]) {
    $(id).addEventListener('change', () => {
      if ($(id).files[0]) giveFile($(id).files[0], kind);
      $(id).value = '';
    });
  }
  $('offer-copy').addEventListener('click', () => { $('offer-text').select(); document.execCommand('copy'); });
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {  // no permission, or no clipboard in this frame
    const field = document.createElement('textarea');
    field.className = 'skip';
    field.value = text;
    document.body.append(field);
    const active = document.activeElement;
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    active?.focus?.();
    if (!copied) return offer(text);
  }
  say('Copied');
}

// For a frame that forbids downloads or the clipboard: the text, to be copied by hand.
function offer(text) {
  $('offer-text').value = text;
  $('offer').showModal();
  $('offer-text').select();
}

// A frame whose origin is opaque is a sandbox, and has most likely not been given allow-downloads.
const sandboxed = () => self.origin === 'null' && self !== top;

function save(text, name, type) {
  if (sandboxed()) return offer(text);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(`Saved ${name}`);
}

// The page as it came, whatever the program has made of it since; with the text it shows, if there is one.
function pageSource() {
  const page = document.documentElement.cloneNode(true);
  clean(page);
  return `<!doctype html>\n${page.outerHTML}\n`;
}

// Takes away what a running page has put into its document.
function clean(root) {
  for (const name of root.getAttributeNames()) if (name !== 'lang') root.removeAttribute(name);
  root.querySelector('title').textContent = 'Hearsay';
  root.querySelector('body').removeAttribute('class');
  const canvas = root.querySelector('#canvas');
  for (const name of canvas.getAttributeNames()) {
    if (name !== 'id' && name !== 'aria-hidden') canvas.removeAttribute(name);
  }
  root.querySelector('#mirror').textContent = '';
  root.querySelector('#status').textContent = '';
  root.querySelector('#opening').hidden = false;
  root.querySelector('#offer').removeAttribute('open');
  root.querySelector('#editor').hidden = true;
  root.querySelectorAll('textarea').forEach((field) => { field.textContent = ''; });
}

// The text that the page carries in itself, so that a copy of the page opens with it.
function carry(text, name) {
  $('carried').textContent = text ? encodeURIComponent(JSON.stringify({ text, name })) : '';
}
function carried() {
  try {
    return JSON.parse(decodeURIComponent($('carried').textContent));
  } catch {
    return null;
  }
}

Object.assign(carryOut, {
  copy_text: ({ text }) => copy(text),
  save_file: ({ text, name, mediaType }) => save(text, name, mediaType),
  open_file: () => $('file').click(),
  open_inventory: () => $('inventory').click(),
  save_page: ({ text, name }) => {
    carry(text, name);
    save(pageSource(), 'hearsay.html', 'text/html');
  },
});
