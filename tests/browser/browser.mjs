// Chromium for the tests: the machine's own, headless, with WebGL in software, and a fresh profile each time.
import { mkdtempSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const pagePath = process.env.HEARSAY_PAGE ?? join(root, 'dist/hearsay.html');
export const pageUrl = pathToFileURL(pagePath).href;

const executablePath = process.env.CHROMIUM ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const flags = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

// Options as of a Playwright context; `flags` adds to Chromium's own.
export async function openBrowser({ flags: more = [], ...options } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'hearsay-browser-'));
  const viewport = options.viewport ?? { width: 1280, height: 800 };
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [...flags, ...more],
    viewport,
    // A window as large as its screen is what GLFW takes for full screen.
    screen: { width: viewport.width + 400, height: viewport.height + 300 },
    acceptDownloads: true,
    ...options,
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

// A page that keeps what went wrong in it: `complaints` for console errors and policy violations, `requests` for
// every address it asked for.
export async function openPage(context, url = pageUrl) {
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    window.framesDrawn = 0;
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => ask((now) => {
      window.framesDrawn += 1;
      draw(now);
      window.firstFrame ??= performance.now();
    });
    document.addEventListener('securitypolicyviolation',
      (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(url);
  await page.waitForFunction(() => window.framesDrawn > 2);
  return { page, complaints, requests };
}

// Waits until the page has drawn no frame for a while.
export async function settle(page, quiet = 250) {
  let before = -1;
  for (let i = 0; i < 200; i += 1) {
    const drawn = await page.evaluate(() => window.framesDrawn);
    if (drawn === before) return;
    before = drawn;
    await page.waitForTimeout(quiet);
  }
  throw new Error('the page never comes to rest');
}

// Pastes as a person does: the words are on the clipboard, the keys are pressed.
export async function paste(page, { text, html }) {
  await page.evaluate(({ text, html }) => {
    const transfer = new DataTransfer();
    if (text !== undefined) transfer.setData('text/plain', text);
    if (html !== undefined) transfer.setData('text/html', html);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  }, { text, html });
}
