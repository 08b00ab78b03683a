// node tests/bench/bench.mjs [ARTICLE...]: this engine (native, wasm under Node and in Chromium) beside wink-nlp and
// compromise, on the same text in the same run. The two are installed into build/bench, not into the project.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../browser/browser.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'build/bench');
const packages = ['wink-nlp@2.4.0', 'wink-eng-lite-web-model@1.8.1', 'compromise@14.17.0'];
const kRuns = 9;

if (!existsSync(join(folder, 'node_modules/compromise'))) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], { cwd: folder });
}
for (const preset of ['native', 'web']) {
  execFileSync(join(root, 'web/build.sh'), [preset, 'bench_engine'], { stdio: 'inherit' });
}

const require = createRequire(join(folder, 'package.json'));
const winkNLP = require('wink-nlp');
const model = require('wink-eng-lite-web-model');
const compromise = require('compromise');

const samples = () => readdirSync(join(root, 'assets/samples')).filter((name) => name.endsWith('.txt')).sort()
  .map((name) => join(root, 'assets/samples', name));
const paths = process.argv.length > 2 ? process.argv.slice(2) : samples();
const text = paths.map((path) => readFileSync(path, 'utf8')).join('\n\n');

function median(run) {
  const times = [];
  let result;
  for (let i = 0; i < kRuns; i += 1) {
    const begin = performance.now();
    result = run();
    times.push(performance.now() - begin);
  }
  return { median: times.sort((a, b) => a - b)[kRuns >> 1], ...result };
}

const engine = (program, ...words) => JSON.parse(execFileSync(program, [...words, String(kRuns)], { input: text, encoding: 'utf8' }));

async function engineInChromium() {
  const browser = await openBrowser();
  const page = await browser.context.newPage();
  const origin = 'http://bench.invalid/';
  await page.route(`${origin}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    return name === '' ? route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })
      : route.fulfill({ path: join(root, 'build/web', name) });
  });
  await page.goto(origin);
  const printed = page.evaluate(([bytes, runs]) => new Promise((resolve, reject) => {
    let at = 0;
    window.Module = { arguments: [runs], stdin: () => bytes[at++] ?? null, print: resolve, onAbort: reject };
  }), [[...Buffer.from(text)], String(kRuns)]);
  await page.addScriptTag({ url: `${origin}bench_engine.js` });
  const row = JSON.parse(await printed);
  await browser.close();
  return row;
}
const nlp = winkNLP(model);
const rows = {
  'Hearsay, native': engine(join(root, 'build/native/bench_engine')),
  'Hearsay, wasm under Node': engine(process.execPath, '--no-experimental-fetch', join(root, 'build/web/bench_engine.js')),
  'Hearsay, wasm in Chromium': await engineInChromium(),
  'wink-nlp': median(() => {
    const document = nlp.readDoc(text);
    document.entities().out();
    return { tokens: document.tokens().length() };
  }),
  compromise: median(() => {
    const document = compromise(text);
    document.people().out('array');
    document.organizations().out('array');
    document.places().out('array');
    return { tokens: document.terms().length };
  }),
};

const words = text.split(/\s+/).filter(Boolean).length;
console.log(`${words} words, ${text.length} characters; the median of ${kRuns} runs\n`);
console.log('| engine | ms | characters/s | tokens/s | what it gives |\n| --- | --- | --- | --- | --- |');
const gives = {
  'Hearsay, native': 'tags, lemmas, trees, actors, times, claims, advice, indicators',
  'Hearsay, wasm under Node': 'the same',
  'Hearsay, wasm in Chromium': 'the same',
  'wink-nlp': 'tokens, sentences, tags, lemmas, entities of a fixed kind, negation, sentiment',
  compromise: 'tokens, sentences, tags, people, organisations, places',
};
for (const [name, row] of Object.entries(rows)) {
  const perSecond = (count) => Math.round(count / row.median * 1000);
  console.log(`| ${name} | ${row.median.toFixed(1)} | ${perSecond(text.length)} | ${perSecond(row.tokens)} | ${gives[name]} |`);
}
const layers = Object.entries(rows).filter(([, row]) => row.language).map(([name, row]) =>
  `${name} ${row.language.toFixed(1)} ms, ${Math.round(row.tokens / row.language * 1000)} tokens/s`);
console.log(`\nThe language layer alone (tokens, sentences, tags, lemmas, trees): ${layers.join('; ')}`);
const ratio = (a, b) => (rows[b].median / rows[a].median).toFixed(2);
console.log(`\nwasm against wink-nlp: ${ratio('Hearsay, wasm under Node', 'wink-nlp')} times its speed; against compromise: ` +
  `${ratio('Hearsay, wasm under Node', 'compromise')}`);
