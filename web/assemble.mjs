// node web/assemble.mjs PAGE.js OUT.html VERSION
// Puts the page together: shell.html with the style, the scripts, and the wasm beside PAGE.js (gzip, base64), under
// a content security policy that lists their hashes. The same inputs give the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';

const [, , linked, out, version] = process.argv;
const scripts = ['unpack', 'bridge', 'input', 'files', 'editor', 'mirror', 'start'];

const read = (path) => readFileSync(path, 'utf8');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const wasm = readFileSync(linked.replace(/\.js$/, '.wasm'));
const program = gzipSync(wasm, { level: 9 }).toString('base64');
const style = read('web/page.css');
// One script, so that one hash covers it. Within it no "</script" and no "<!--" may stand.
const script = ['(() => {', "'use strict';", read(linked), ...scripts.map((name) => read(`web/${name}.js`)), '})();']
  .join('\n');
if (/<\/script|<!--/i.test(script)) throw new Error('the script would end its own element');

const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const parts = { policy, version, style, program, script };
const page = read('shell.html').replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, page);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;
console.log(`${out}: ${kilobytes(Buffer.byteLength(page))}, ${kilobytes(gzipSync(page, { level: 9 }).length)} gzipped; ` +
  `wasm ${kilobytes(wasm.length)}, script ${kilobytes(script.length)}`);
