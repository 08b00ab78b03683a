// node tests/bench/times.mjs FILE.tml...|FOLDER...: time expressions against TimeML, this engine and chrono-node beside
// each other on the same texts in the same run, counted as TempEval-3 counts: strict and relaxed F1 of spans, and of
// values. The document creation time is given to both. Of chrono-node, an instant that is certain of its month only
// counts as that month ("2019-03"), of its year only as that year; durations, sets and references it does not know.
// chrono-node is installed into build/bench, not into the project.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = join(root, 'build/native/hearsay');
const folder = join(root, 'build/bench');
const package_ = 'chrono-node@2.10.3';
if (process.argv.length < 3) {
  console.error('usage: node tests/bench/times.mjs FILE.tml...|FOLDER...');
  process.exit(2);
}
if (!existsSync(join(folder, 'node_modules/chrono-node'))) {
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{"private": true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', package_], { cwd: folder });
}
const chrono = createRequire(join(folder, 'package.json'))('chrono-node');

const files = process.argv.slice(2).flatMap((path) => (statSync(path).isDirectory()
  ? readdirSync(path, { recursive: true }).map(String).filter((name) => name.endsWith('.tml')).sort().map((name) => join(path, name))
  : [path]));

// The text of TEXT and its TIMEX3; positions in UTF-16 units. Tags are looked for, not parsed: not every .tml is XML.
const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
const plain = (text) => text.replace(/&(amp|lt|gt|quot|apos);/g, (name) => entities[name]);
const attribute = (tag, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
function read(path) {
  const content = readFileSync(path, 'utf8');
  const created = /<DCT>[\s\S]*?<TIMEX3([^>]*)>/.exec(content);
  const inside = /<TEXT>([\s\S]*)<\/TEXT>/.exec(content)[1];
  const document = { name: basename(path), created: created ? attribute(created[1], 'value').slice(0, 10) : '', text: '', gold: [] };
  const open = [];
  for (const part of inside.split(/(<\/?(?:TIMEX3|EVENT|SIGNAL|MAKEINSTANCE)\b[^>]*>)/)) {
    if (part.startsWith('<TIMEX3')) {
      open.push({ tag: part, start: document.text.length });
    } else if (part.startsWith('</TIMEX3')) {
      const { tag, start } = open.pop();
      const words = document.text.slice(start);
      const own = attribute(tag, 'functionInDocument') === 'CREATION_TIME';
      if (words.trim()) {
        document.gold.push({ start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length,
          value: attribute(tag, 'value').trim(), own });
      }
    } else if (!/^<\/?(EVENT|SIGNAL|MAKEINSTANCE)\b/.test(part)) {
      document.text += plain(part);
    }
  }
  return document;
}

// ---- the two engines: document -> [{start, end, value}]

function hearsay(documents) {
  const scratch = mkdtempSync(join(tmpdir(), 'times-'));
  try {
    return documents.map((document) => {
      const file = join(scratch, 'text.txt');
      writeFileSync(file, document.text);
      const date = /^\d{4}-\d\d-\d\d$/.test(document.created) ? ['--published', document.created] : [];
      const { times } = JSON.parse(execFileSync(program, ['analyze', ...date, file], { encoding: 'utf8', maxBuffer: 1 << 28 }));
      // Positions count code points.
      const at = [];
      let units = 0;
      for (const letter of document.text) {
        at.push(units);
        units += letter.length;
      }
      at.push(units);
      return times.map((time) => ({ start: at[time.start], end: at[time.end], value: time.value }));
    });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const two = (number) => String(number).padStart(2, '0');
function value_of(moment) {
  const year = String(moment.get('year')).padStart(4, '0');
  const known = (part) => moment.isCertain(part);
  if (!known('day') && !known('weekday') && !known('month') && known('year')) return year;
  if (!known('day') && !known('weekday') && known('month')) return `${year}-${two(moment.get('month'))}`;
  const day = `${year}-${two(moment.get('month'))}-${two(moment.get('day'))}`;
  return known('hour') ? `${day}T${two(moment.get('hour'))}:${two(moment.get('minute') ?? 0)}` : day;
}

const chrono_node = (documents) => documents.map((document) => {
  const reference = document.created ? new Date(`${document.created}T12:00:00`) : undefined;
  return chrono.parse(document.text, reference)
    .map((found) => ({ start: found.index, end: found.index + found.text.length, value: value_of(found.start) }));
});

// ---- counting

const overlap = (a, b) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
function score(documents, predictions) {
  const sum = { predicted: 0, gold: 0, strict: 0, relaxed: 0, value: 0, valued: 0 };
  documents.forEach((document, i) => {
    const gold = document.gold.filter((time) => !time.own);
    const own = document.gold.filter((time) => time.own);
    const found = predictions[i].filter((time) => !own.some((one) => overlap(one, time) > 0));
    const pairs = found.flatMap((time) => gold.map((right) => [time, right, overlap(time, right)])).filter((pair) => pair[2] > 0)
      .sort((a, b) => b[2] - a[2]);
    const taken = new Set();
    sum.predicted += found.length;
    sum.gold += gold.length;
    for (const [time, right] of pairs) {
      if (taken.has(time) || taken.has(right)) continue;
      taken.add(time).add(right);
      sum.relaxed += 1;
      if (time.start === right.start && time.end === right.end) sum.strict += 1;
      if (right.value) {
        sum.valued += 1;
        if (time.value === right.value) sum.value += 1;
      }
    }
  });
  const f1 = (right) => (200 * right) / Math.max(1, sum.predicted + sum.gold);
  const relaxed = f1(sum.relaxed);
  return { strict: f1(sum.strict), relaxed, value: (relaxed * sum.value) / Math.max(1, sum.valued) };
}

const documents = files.map(read);
console.log(`${documents.length} documents, ${documents.reduce((all, one) => all + one.gold.length, 0)} times`);
console.log('| | strict F1 | relaxed F1 | value F1 |\n| --- | --- | --- | --- |');
for (const [name, engine] of Object.entries({ Hearsay: hearsay, [package_]: chrono_node })) {
  const { strict, relaxed, value } = score(documents, engine(documents));
  console.log(`| ${name} | ${strict.toFixed(1)} | ${relaxed.toFixed(1)} | ${value.toFixed(1)} |`);
}
