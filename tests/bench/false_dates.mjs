// node tests/bench/false_dates.mjs FOLDER [HOW_MANY]: numbers that were taken for dates in technical advisories.
// FOLDER holds advisories (CSAF 2.0 .json, .txt, .md or .html; folders in it are searched too); HOW_MANY of them, evenly
// spaced (200). Lists every time with a digit that is not plainly a date or a length of time, with the words around it,
// for a person to read: the list holds all false dates and some right ones. A number is a run of digits with the points,
// colons, slashes, hyphens and letters inside it ("10.2.2019.7", "CVE-2019-1234", "2019-03-04"): one word, one number.
// Prints "listed per thousand numbers" last.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = join(root, 'build/native/hearsay');
const [folder, howMany = '200'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tests/bench/false_dates.mjs FOLDER [HOW_MANY]');
  process.exit(2);
}
const kAtOnce = 16; // files for one run of the program
const kAround = 45; // characters of context

const files = readdirSync(folder, { recursive: true }).map(String).filter((name) => /\.(json|txt|md|html)$/.test(name)).sort();
const wanted = Math.min(Number(howMany), files.length);
const chosen = Array.from({ length: wanted }, (_, i) => join(folder, files[Math.floor((i * files.length) / wanted)]));

const month = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)([a-z]*)';
const plain = [
  new RegExp(`\\b${month}\\b`, 'i'), // a month has its name
  /\b(mon|tues|wednes|thurs|fri|satur|sun)day/i,
  /^\d{4}-\d\d-\d\d(T|$| \d)/, // ISO 8601
  /\b(second|minute|hour|day|week|month|quarter|year|decade|century|centuries)s?\b/i, // a length, or "2 days ago"
];

const numbers = /[A-Za-z-]*\d[\w.:/-]*/g;
let count = 0;
let times = 0;
const listed = [];
for (let i = 0; i < chosen.length; i += kAtOnce) {
  const batch = chosen.slice(i, i + kAtOnce);
  const lines = execFileSync(program, ['analyze', '--lines', ...batch], { encoding: 'utf8', maxBuffer: 1 << 30 });
  lines.trim().split('\n').forEach((line, at) => {
    const analysis = JSON.parse(line);
    const text = [...(analysis.document.text ?? readFileSync(batch[at], 'utf8'))]; // positions are code points
    count += (text.join('').match(numbers) ?? []).length;
    for (const time of analysis.times) {
      if (!/\d/.test(time.exact)) continue;
      times += 1;
      if (plain.some((form) => form.test(time.exact))) continue;
      const before = text.slice(Math.max(0, time.start - kAround), time.start).join('');
      const after = text.slice(time.end, time.end + kAround).join('');
      listed.push(`${time.value.padEnd(12)} ${before}«${time.exact}»${after}`.replace(/\s+/g, ' '));
    }
  });
}
listed.forEach((line) => console.log(line));
console.log(`${chosen.length} texts, ${count} numbers, ${times} times with a digit, ${listed.length} of them to be read`);
console.log(`listed per thousand numbers: ${((1000 * listed.length) / Math.max(count, 1)).toFixed(3)}`);
