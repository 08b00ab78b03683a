// node tests/bench/page.mjs [RUNS]: how long the page takes in Chromium, from opening to first paint and to being
// ready, and from paste to analysis for an article of 1,000 words; and the size of the page.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser, openPage, pagePath, paste, root, settle } from '../browser/browser.mjs';

const runs = Number(process.argv[2] ?? 5);
const samples = readdirSync(join(root, 'assets/samples')).filter((name) => name.endsWith('.txt')).sort()
  .map((name) => readFileSync(join(root, 'assets/samples', name), 'utf8')).join('\n\n').split(' ');
const article = samples.slice(0, 1000).join(' ');

const figures = { 'first paint': [], 'first frame': [], 'paste to analysis': [] };
for (let i = 0; i < runs; i += 1) {
  const browser = await openBrowser();
  const { page } = await openPage(browser.context);
  await settle(page);
  const opened = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    frame: window.firstFrame,
  }));
  figures['first paint'].push(opened.paint);
  figures['first frame'].push(opened.frame);
  await page.evaluate(() => {
    document.addEventListener('paste', () => { window.pasted = performance.now(); }, true);
    new MutationObserver(() => {
      if (document.querySelector('#ledger')) window.analysed ??= performance.now();
    }).observe(document.querySelector('#mirror'), { childList: true });
  });
  await paste(page, { text: article });
  await page.waitForFunction(() => window.analysed);
  figures['paste to analysis'].push(await page.evaluate(() => window.analysed - window.pasted));
  await browser.close();
}
const page = readFileSync(pagePath);
console.log(`hearsay.html: ${page.length} bytes, ${gzipSync(page, { level: 9 }).length} gzipped`);
for (const [name, times] of Object.entries(figures)) {
  const sorted = times.map(Math.round).sort((a, b) => a - b);
  console.log(`${name}: median ${sorted[sorted.length >> 1]} ms (${sorted.join(', ')})`);
}
