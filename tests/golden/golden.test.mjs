// Golden JSON: the analysis of every sample, as the program gave it when a person last read and accepted it.
//   node --test tests/golden                     compare
//   UPDATE_GOLDEN=1 node --test tests/golden     accept what the program says now (then read the diff)
// Every analysis is also held against the JSON Schema, its references and its spans; and the wasm build must
// give the same bytes as the native one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const native = [process.env.HEARSAY ?? join(root, 'build', 'native', 'hearsay')];
const wasm = [process.execPath, join(root, 'build', 'web', 'hearsay.js')];
const formats = ['json', 'markdown', 'html', 'stix', 'csaf', 'misp', 'csv'];

const validate = new Ajv({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync(join(here, 'schema.json'), 'utf8')),
);

function run(program, ...args) {
  return execFileSync(program[0], [...program.slice(1), ...args], { maxBuffer: 1 << 28 });
}

function articles() {
  const list = (folder) =>
    existsSync(folder)
      ? readdirSync(folder).filter((name) => /\.(txt|md|html|json)$/.test(name)).sort().map((name) => join(folder, name))
      : [];
  return [...list(join(root, 'assets', 'samples')), ...list(join(here, 'articles'))];
}

// Every object with start, end and exact must quote the text at that place.
function checkSpans(value, characters) {
  if (Array.isArray(value)) return value.forEach((item) => checkSpans(item, characters));
  if (value === null || typeof value !== 'object') return;
  if ('exact' in value) {
    assert.equal(value.exact, characters.slice(value.start, value.end).join(''), `span ${value.start}-${value.end}`);
  }
  Object.values(value).forEach((item) => checkSpans(item, characters));
}

// Every id that something refers to must be there.
function checkReferences(analysis) {
  const known = new Set(
    ['actors', 'claims', 'advice', 'times'].flatMap((layer) => analysis[layer].map((item) => item.id)),
  );
  const used = [
    ...analysis.actors.map((actor) => actor.affiliation),
    ...analysis.claims.flatMap((claim) => [
      claim.source.actor, claim.target, claim.addressee, claim.time, claim.repeats, ...claim.via]),
    ...analysis.disputes.flatMap((dispute) => [...dispute.claims, ...dispute.denials]),
    ...analysis.advice.flatMap((advice) => [
      advice.issuer, advice.object, advice.deadline, advice.claim, ...advice.audience.map((party) => party.actor)]),
    ...analysis.timeline.flatMap((entry) => [entry.time, entry.claim, ...entry.actors]),
    ...analysis.sources.flatMap((source) => [source.actor, ...source.claims]),
    ...analysis.times.map((time) => time.anchored).filter((anchor) => /^t\d/.test(anchor)),
  ];
  for (const id of used) assert.ok(id === null || known.has(id), `reference to ${id}, which does not exist`);
}

test('there are at least six articles', () => assert.ok(articles().length >= 6));

for (const path of articles()) {
  const name = path.slice(root.length + 1);
  const golden = join(here, 'expected', `${name.split('/').pop()}.json`);
  test(`golden: ${name}`, () => {
    const bytes = run(native, 'analyze', path);
    const analysis = JSON.parse(bytes);
    assert.ok(validate(analysis), JSON.stringify(validate.errors?.slice(0, 5), null, 1));
    checkReferences(analysis);
    const text = analysis.document.text ?? readFileSync(path, 'utf8');
    checkSpans(analysis, [...text]);
    assert.equal(analysis.document.length, [...text].length);
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(dirname(golden), { recursive: true });
      writeFileSync(golden, bytes);
    }
    assert.equal(bytes.toString(), readFileSync(golden, 'utf8'), 'differs from what was accepted; see the head of this file');
  });
  test(`native and wasm agree: ${name}`, () => {
    for (const format of formats) {
      const args = ['analyze', '--format', format, path];
      assert.equal(run(wasm, ...args).toString(), run(native, ...args).toString(), format);
    }
    assert.equal(run(wasm, 'conllu', path).toString(), run(native, 'conllu', path).toString(), 'conllu');
  });
}
