// The page as a person uses it, in Chromium, from disk, from a server and in a sandboxed frame: what it shows is
// found by role and name in the mirror, what it does is done by keyboard and pointer.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openBrowser, openPage, pagePath, pageUrl, paste, root, settle } from './browser.mjs';

const warning = readFileSync(join(root, 'assets/samples/01-warning-and-denial.txt'), 'utf8');
const title = warning.trim().split('\n')[0].trim();

let browser;
let server;
let address;
let opened = [];

before(async () => {
  browser = await openBrowser();
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const files = {
    '/': () => readFileSync(pagePath),
    '/frame': () => '<!doctype html><title>wiki</title><link rel=icon href=data:,><iframe sandbox="allow-scripts" src="/" width=1200 height=700></iframe>',
  };
  server = createServer((request, response) => {
    const file = files[request.url];
    response.writeHead(file ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(file?.());
  });
  await new Promise((ready) => server.listen(0, 'localhost', ready));
  address = `http://localhost:${server.address().port}`;
});
after(async () => {
  await browser.close();
  server.close();
});

// Every page that a test opens must end without a complaint, and with nothing asked for but itself.
async function open(url = pageUrl, context = browser.context) {
  const result = await openPage(context, url);
  opened.push(result);
  return result.page;
}
afterEach(async () => {
  const closing = opened;
  opened = [];
  for (const { page, complaints, requests } of closing) {
    const asked = requests.filter((request) => !request.startsWith('blob:'));
    const url = page.url();
    await page.close();
    assert.deepEqual(complaints, [], 'console errors and policy violations');
    assert.equal(asked.length, url.endsWith('/frame') ? 2 : 1, `requests: ${asked}`);
  }
});

const mirror = (page) => page.locator('#mirror');
const heading = (page, name, level) => mirror(page).getByRole('heading', { name, level });
// The analysis is complete when the mirror has its ledger.
async function analysed(page) {
  await heading(page, /^Ledger/, 2).waitFor({ state: 'attached', timeout: 8_000 });
  await settle(page);
}
async function readWarning(page) {
  await paste(page, { text: warning });
  await analysed(page);
}

for (const [where, url] of [['disk', () => pageUrl], ['a server', () => `${address}/`]]) {
  test(`from ${where}: opens with the field in focus, and asks for nothing else`, async () => {
    const page = await open(url());
    const field = page.getByRole('textbox', { name: 'Article or advisory' });
    assert.ok(await field.isVisible());
    assert.ok(await field.evaluate((element) => element === document.activeElement));
  });

  test(`from ${where}: a paste by keyboard is analysed`, async () => {
    const page = await open(url());
    await page.evaluate((text) => navigator.clipboard.writeText(text), warning);
    await page.keyboard.press('Control+v');
    await analysed(page);
    assert.equal(await heading(page, title, 1).count(), 1);
    assert.ok((await mirror(page).getByRole('listitem').count()) > 0);
    assert.ok(!(await page.locator('#editor').isVisible()));
  });
}

test('no word of the text is lost in the mirror', async () => {
  const page = await open();
  await readWarning(page);
  const words = (text) => text.replace(/\s+/g, ' ').trim();
  const shown = words((await mirror(page).getByRole('article').allInnerTexts()).join(' '));
  assert.equal(shown, words(warning.replace(/^[-*] /gm, '')));
});

test('pasted markup keeps its structure and loses its scripts', async () => {
  const page = await open();
  const html = '<nav><a href="/">Home</a></nav><article><h1>Harrow Bank breached</h1><p>The Northern Cyber Agency warned ' +
    'on 3 May 2021 that Harrow Bank was breached.</p><p>The bank denied it.</p><script>window.run = 1</script></article>';
  await paste(page, { html, text: 'Harrow Bank breached' });
  await analysed(page);
  assert.equal(await heading(page, 'Harrow Bank breached', 1).count(), 1);
  assert.match(await mirror(page).getByRole('article').innerText(), /Harrow Bank was breached\.\s+The bank denied it\./);
  assert.equal(await page.evaluate(() => window.run), undefined);
});

test('a paste while the page, not the field, has the focus is analysed as well', async () => {
  const page = await open();
  await readWarning(page);
  await page.evaluate(() => document.activeElement.blur());
  await paste(page, { text: 'Second text\n\nThe ministry denied the report on Monday.\n' });
  await heading(page, 'Second text', 1).waitFor({ state: 'attached' });
});

test('typing into the field and Ctrl+Enter reads it', async () => {
  const page = await open();
  await page.keyboard.type('The agency said that the router is unsafe. Vendor Quill denied it.');
  await page.keyboard.press('Control+Enter');
  await analysed(page);
  assert.match(await mirror(page).getByRole('article').innerText(), /Vendor Quill denied it\./);
});

test('opens a file', async () => {
  const page = await open();
  await page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(warning) });
  await analysed(page);
  assert.equal(await heading(page, title, 1).count(), 1);
});

test('takes a file that is dropped', async () => {
  const page = await open();
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
    for (const type of ['dragover', 'drop']) {
      document.querySelector('#canvas').dispatchEvent(
        new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, warning);
  await analysed(page);
  assert.equal(await heading(page, title, 1).count(), 1);
});

test('an inventory: what the text names of it comes first, and it can be removed', async () => {
  const page = await open();
  await paste(page, { text: 'Agency warns of flaw in BrellGate\n\nThe Norland Cyber Agency warned on 3 May 2021 that attackers ' +
    'exploit a flaw in BrellGate. Brell denied that BrellGate is affected.\n' });
  await analysed(page);
  const owned = heading(page, 'In your inventory', 3);
  assert.equal(await owned.count(), 0);
  const load = async (name, content) => {
    await page.locator('#inventory').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  };
  await load('list.json', '[{"vendor": "Brell", "product": "BrellGate"}, {"vendor": "Tarnfeld"}]');
  await owned.waitFor({ state: 'attached' });
  const section = mirror(page).getByRole('region', { name: 'Brief' });
  assert.match(await section.innerText(), /In your inventory\s+BrellGate/);
  assert.doesNotMatch(await section.innerText(), /Tarnfeld/);
  await load('list.csv', 'vendor,product\n"Brell,BrellGate\n');
  assert.match(await mirror(page).getByRole('alert').innerText(), /list\.csv, line 2/);
  await mirror(page).getByRole('button', { name: 'Remove your inventory' }).dispatchEvent('click');
  await owned.waitFor({ state: 'detached' });
});

test('the same claim by another source is shown with how many origins it has', async () => {
  const page = await open();
  await paste(page, { text: 'Tarnholm hid a flaw, lab says\n\nThe Bureau of Seals said on 3 May 2021 that Tarnholm hid a flaw in its ' +
    'routers. The security firm Kestrel Labs said that Tarnholm concealed a flaw in its routers.\n' });
  await analysed(page);
  const row = mirror(page).getByRole('region', { name: 'Ledger' }).getByRole('listitem').filter({ hasText: 'Also said' }).first();
  const words = await row.innerText();
  assert.match(words, /Also said\s+by (Kestrel Labs|Bureau of Seals)/);
  assert.match(words, /2 independent origins/);
});

test('a binary file gets a clear message, and the page goes on', async () => {
  const page = await open();
  const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 0, 0, 0xff, 0xfe, 0]);
  await page.locator('#file').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
  await mirror(page).getByRole('alert').waitFor({ state: 'attached' });
  await readWarning(page);
});

test('a sample can be tried', async () => {
  const page = await open();
  await mirror(page).getByRole('button', { name: 'Try a sample' }).dispatchEvent('click');
  await analysed(page);
  assert.ok((await mirror(page).locator('mark').count()) > 0);
});

test('a row of the ledger leads to its words', async () => {
  const page = await open();
  await readWarning(page);
  const row = mirror(page).getByRole('listitem').filter({ has: page.locator('dl') }).nth(1);
  const claim = await row.getAttribute('data-claim');
  await row.getByRole('link').first().dispatchEvent('click');
  await settle(page);
  const selected = mirror(page).locator('mark.selected');
  assert.ok((await selected.count()) > 0);
  assert.ok((await selected.first().getAttribute('data-claim')).split(' ').includes(claim));
});

test('copies Markdown and saves JSON', async () => {
  const page = await open();
  await readWarning(page);
  await mirror(page).getByRole('button', { name: 'Copy as Markdown' }).dispatchEvent('click');
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^# /m);
  const downloading = page.waitForEvent('download');
  await mirror(page).getByRole('button', { name: 'Save as JSON' }).dispatchEvent('click');
  const download = await downloading;
  assert.match(download.suggestedFilename(), /\.json$/);
  const analysis = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.equal(analysis.format, 'hearsay-analysis');
  assert.ok(analysis.claims.length > 0);
});

test('a saved copy of the page opens offline, with its text', async () => {
  const page = await open(`${address}/`);
  await readWarning(page);
  const downloading = page.waitForEvent('download');
  await mirror(page).getByRole('button', { name: 'Save a copy' }).dispatchEvent('click');
  const path = join(tmpdir(), `hearsay-copy-${process.pid}.html`);
  await (await downloading).saveAs(path);
  const copy = await open(pathToFileURL(path).href);
  await analysed(copy);
  assert.equal(await heading(copy, title, 1).count(), 1);
});

test('a page that the browser saved while it ran works again', async () => {
  const page = await open();
  await readWarning(page);
  const path = join(tmpdir(), `hearsay-saved-${process.pid}.html`);
  writeFileSync(path, await page.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`));
  const saved = await open(pathToFileURL(path).href);
  await saved.getByRole('textbox', { name: 'Article or advisory' }).waitFor();
  await readWarning(saved);
});

test('works in a sandboxed frame, where saving becomes an offer to copy', async () => {
  const page = await open(`${address}/frame`);
  const frame = page.frameLocator('iframe');
  const field = frame.getByRole('textbox', { name: 'Article or advisory' });
  await field.waitFor();
  await field.fill(warning);
  await field.press('Control+Enter');
  const inside = frame.locator('#mirror');
  await inside.getByRole('heading', { name: /^Ledger/, level: 2 }).waitFor({ state: 'attached' });
  await inside.getByRole('button', { name: 'Save as JSON' }).dispatchEvent('click');
  await frame.getByRole('dialog', { name: 'Take it from here' }).waitFor();
  assert.match(await frame.locator('#offer-text').inputValue(), /"hearsay-analysis"/);
});

test('draws no frame while idle', async () => {
  const page = await open();
  await readWarning(page);
  const before = await page.evaluate(() => window.framesDrawn);
  await page.waitForTimeout(1500);
  assert.equal(await page.evaluate(() => window.framesDrawn), before);
});

test('follows the window, and is sharp on a dense screen', async () => {
  const dense = await openBrowser({ deviceScaleFactor: 2, viewport: { width: 900, height: 600 } });
  try {
    const page = await open(pageUrl, dense.context);
    const size = () => page.evaluate(() => {
      const canvas = document.querySelector('#canvas');
      const box = canvas.getBoundingClientRect();
      return [canvas.width, canvas.height, box.width, box.height];
    });
    assert.deepEqual(await size(), [1800, 1200, 900, 600]);
    await page.setViewportSize({ width: 700, height: 500 });
    await settle(page);
    assert.deepEqual(await size(), [1400, 1000, 700, 500]);
    await opened.pop().page.close();
  } finally {
    await dense.close();
  }
});

test('a lost WebGL context comes back', async () => {
  const page = await open();
  await readWarning(page);
  const before = await page.screenshot();
  await page.evaluate(() => {
    const context = document.querySelector('#canvas').getContext('webgl2');
    const extension = context.getExtension('WEBGL_lose_context');
    extension.loseContext();
    return new Promise((done) => setTimeout(() => { extension.restoreContext(); done(); }, 100));
  });
  await page.waitForTimeout(100);
  await settle(page);
  assert.ok(before.equals(await page.screenshot()), 'the same picture as before');
});

test('Ctrl+F shows the text view, where the browser can search; Escape leads back', async () => {
  const page = await open();
  await readWarning(page);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Control+f');
  assert.ok(await mirror(page).evaluate((element) => {
    const box = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(box.width / 2, box.height / 2));
  }));
  await page.keyboard.press('Escape');
  assert.ok(await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2).id === 'canvas'));
});

test('prints the mirror, not the canvas', async () => {
  const page = await open();
  await readWarning(page);
  await page.emulateMedia({ media: 'print' });
  assert.ok(!(await page.locator('#canvas').isVisible()));
  assert.ok(await heading(page, title, 1).isVisible());
  assert.ok(!(await mirror(page).getByRole('button').first().isVisible()));
});

test('without WebGL the text view is the page', async () => {
  const plain = await openBrowser({ flags: ['--disable-3d-apis'] });
  try {
    const page = await open(pageUrl, plain.context);
    await page.getByRole('textbox', { name: 'Article or advisory' }).waitFor();
    await readWarning(page);
    assert.ok(await heading(page, title, 1).isVisible());
    await mirror(page).getByRole('link').first().click();
    await settle(page);
    await opened.pop().page.close();
  } finally {
    await plain.close();
  }
});

test('on a phone: a tap into the field, a paste, a swipe', async () => {
  const phone = await openBrowser({
    viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, hasTouch: true, isMobile: true });
  try {
    const page = await open(pageUrl, phone.context);
    const field = page.getByRole('textbox', { name: 'Article or advisory' });
    const box = await field.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 390, 'the field lies within the screen');
    await field.tap();
    await readWarning(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    await page.touchscreen.tap(195, 400);
    await settle(page);
    await opened.pop().page.close();
  } finally {
    await phone.close();
  }
});
