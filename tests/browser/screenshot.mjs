// node tests/browser/screenshot.mjs OUT.png [--width 1280] [--height 800] [--dpr 1] [--dark] [--file ARTICLE]
//   [--panel brief|ledger|actors|timeline|advice|indicators|notes] [--click X,Y]... [--key KEY]... [--touch]
//   [--no-webgl] [--print] [--wait MS]
// Draws the page as a reader sees it. Needs dist/hearsay.html (web/run --build-only) and npm ci.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser, openPage, paste, settle } from './browser.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    dpr: { type: 'string', default: '1' },
    dark: { type: 'boolean', default: false },
    file: { type: 'string' },
    panel: { type: 'string' },
    click: { type: 'string', multiple: true, default: [] },
    key: { type: 'string', multiple: true, default: [] },
    touch: { type: 'boolean', default: false },
    'no-webgl': { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
    wait: { type: 'string', default: '0' },
  },
});
const out = positionals[0] ?? 'screenshot.png';
const panels = ['brief', 'ledger', 'actors', 'timeline', 'advice', 'indicators', 'notes'];

const browser = await openBrowser({
  viewport: { width: Number(values.width), height: Number(values.height) },
  deviceScaleFactor: Number(values.dpr),
  colorScheme: values.dark ? 'dark' : 'light',
  hasTouch: values.touch,
  flags: values['no-webgl'] ? ['--disable-3d-apis'] : [],
});
const { page, complaints } = await openPage(browser.context);
if (values.file) {
  const text = readFileSync(values.file, 'utf8');
  const markup = /\.html?$/.test(values.file);
  if (/\.(txt|html?)$/.test(values.file)) await paste(page, markup ? { html: text, text } : { text });
  else await page.locator('#file').setInputFiles({ name: basename(values.file), mimeType: '', buffer: Buffer.from(text) });
}
await settle(page);
if (values.panel) {
  await page.keyboard.press(String(1 + panels.indexOf(values.panel)));
  await settle(page);
}
for (const at of values.click) {
  await page.mouse.click(...at.split(',').map(Number));
  await settle(page);
}
for (const key of values.key) {
  await page.keyboard.press(key);
  await settle(page);
}
await page.waitForTimeout(Number(values.wait));
if (values.print) await page.emulateMedia({ media: 'print' });
await page.screenshot({ path: out, fullPage: values.print });
await browser.close();
for (const complaint of complaints) console.error(complaint);
console.log(out);
