// node tests/bench/accuracy.mjs PROGRAM GOLD.iob2...: people, organisations and places as this engine, wink-nlp and
// compromise find them, on the same text in the same run. PROGRAM is the native hearsay. GOLD are files of tokens with
// PER, ORG and LOC in their third column and "# text = " before each sentence, such as those of Universal NER; they are
// read from where they lie and nothing of them is kept. A name counts where its characters and its kind agree; of names
// that overlap the longest stays. The other two are installed into build/bench, not into the project.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [program, ...golds] = process.argv.slice(2);
if (!program || golds.length === 0) {
  console.error('usage: node tests/bench/accuracy.mjs PROGRAM GOLD.iob2...');
  process.exit(2);
}
const folder = join(resolve(dirname(fileURLToPath(import.meta.url)), '../..'), 'build/bench');
const packages = ['wink-nlp@2.4.0', 'wink-eng-lite-web-model@1.8.1', 'compromise@14.17.0'];
if (!existsSync(join(folder, 'node_modules/compromise'))) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], { cwd: folder });
}
const require = createRequire(join(folder, 'package.json'));
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
const compromise = require('compromise');

// Documents of a gold file: text with one sentence a line, and names as [begin, end, kind] in UTF-16 units.
function documents(path) {
  const found = [];
  let document, paragraph = false, at = 0, open = null;
  const close = () => { open = null; };
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) {
    if (line.startsWith('# newdoc') || !document) {
      if (line.startsWith('# newdoc')) found.push(document = { text: '', names: [] });
      else if (line.startsWith('# text')) found.push(document = { text: '', names: [] });
    }
    if (line.startsWith('# newpar')) paragraph = true;
    if (line.startsWith('# text =')) {
      if (document.text) document.text += paragraph ? '\n\n' : '\n';
      paragraph = false;
      at = document.text.length;
      document.text += line.slice(8).trim();
      close();
    }
    if (line.startsWith('#') || !line) continue;
    const [, form, tag] = line.split('\t');
    let begin = -1;
    for (const c of form.replace(/\s/g, '')) {
      at = document.text.indexOf(c, at);
      if (begin < 0) begin = at;
      at += c.length;
    }
    const kind = tag.slice(2);
    if (!['PER', 'ORG', 'LOC'].includes(kind)) close();
    else if (tag[0] === 'I' && open && open[2] === kind) open[1] = at;
    else document.names.push(open = [begin, at, kind]);
  }
  return found;
}

const kKinds = { person: 'PER', organization: 'ORG', government: 'ORG', outlet: 'ORG', place: 'LOC' };

function hearsay(texts) {
  const scratch = mkdtempSync(join(tmpdir(), 'accuracy-'));
  const paths = texts.map((text, i) => {
    const path = join(scratch, `${i}.txt`);
    writeFileSync(path, text);
    return path;
  });
  const output = execFileSync(resolve(program), ['analyze', '--lines', ...paths], { encoding: 'utf8', maxBuffer: 1 << 30 });
  rmSync(scratch, { recursive: true });
  return output.trim().split('\n').map((line, i) => {
    const units = [0]; // where each code point begins
    for (const c of texts[i]) units.push(units.at(-1) + c.length);
    return JSON.parse(line).actors.filter((actor) => kKinds[actor.kind]).flatMap((actor) => actor.mentions
      .filter((mention) => mention.form === 'name')
      .map((mention) => [units[mention.start], units[mention.end], kKinds[actor.kind]]));
  });
}

// wink-nlp's small model has entities of fixed forms (dates, money, hashtags) and none of names.
const kWinkKinds = { PERSON: 'PER', ORGANIZATION: 'ORG', ORG: 'ORG', PLACE: 'LOC', LOCATION: 'LOC', GPE: 'LOC' };

function wink(text) {
  const names = [];
  let from = 0;
  nlp.readDoc(text).entities().each((entity) => {
    const kind = kWinkKinds[entity.out(nlp.its.type)];
    const words = entity.out();
    const begin = text.indexOf(words, from);
    if (begin < 0) return;
    from = begin + words.length;
    if (kind) names.push([begin, from, kind]);
  });
  return names;
}

function trimmed(text, begin, end) {
  const words = text.slice(begin, end).replace(/(['’]s)?[\s.,;:!?()"“”]*$/, '');
  const lead = words.match(/^[\s("“]*/)[0].length;
  return [begin + lead, begin + words.length];
}

function compromised(text) {
  const document = compromise(text);
  return [['people', 'PER'], ['organizations', 'ORG'], ['places', 'LOC']].flatMap(([what, kind]) =>
    document[what]().json({ offset: true }).map(({ offset }) =>
      [...trimmed(text, offset.start, offset.start + offset.length), kind]));
}

function apart(names) {
  const kept = [];
  for (const name of [...names].sort((a, b) => (b[1] - b[0]) - (a[1] - a[0]) || a[0] - b[0])) {
    if (kept.every((other) => name[1] <= other[0] || other[1] <= name[0])) kept.push(name);
  }
  return kept;
}

const all = golds.flatMap(documents);
const texts = all.map(({ text }) => text);
const engines = { Hearsay: hearsay(texts), 'wink-nlp': texts.map(wink), compromise: texts.map(compromised) };
console.log(`${all.length} documents, ${all.reduce((sum, { names }) => sum + names.length, 0)} names; F1 (precision, recall), exact\n`);
console.log('| engine | PER | ORG | LOC | all |\n| --- | --- | --- | --- | --- |');
for (const [engine, found] of Object.entries(engines)) {
  const cell = (kinds) => {
    let right = 0, ours = 0, gold = 0;
    all.forEach(({ names }, i) => {
      const of = (list) => list.filter((name) => kinds.includes(name[2])).map((name) => name.join());
      const [a, b] = [of(apart(found[i])), of(names)];
      ours += a.length;
      gold += b.length;
      right += a.filter((name) => b.includes(name)).length;
    });
    const share = (part, whole) => (whole ? 100 * part / whole : 0).toFixed(1);
    return `${share(2 * right, ours + gold)} (${share(right, ours)}, ${share(right, gold)})`;
  };
  console.log(`| ${engine} | ${[['PER'], ['ORG'], ['LOC'], ['PER', 'ORG', 'LOC']].map(cell).join(' | ')} |`);
}
