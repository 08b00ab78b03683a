// The lexicons are data that people edit: every file says what it is, where it comes from and under what
// licence; is valid UTF-8; has the same number of columns throughout; and says nothing twice.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'assets', 'lexicons');
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv')).sort();

test('there are lexicons', () => assert.ok(files.length > 0));

for (const name of files) {
  test(`lexicon ${name}`, () => {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, name)));
    const lines = text.split('\n');
    const head = lines.slice(0, lines.findIndex((line) => line && !line.startsWith('#'))).join('\n');
    assert.match(head, /source|origin|from|written/i, 'the comment at its head must say where it comes from');
    assert.match(head, /licen[cs]e|CC0|MIT|CC BY/i, 'the comment at its head must name a licence');
    assert.ok(!text.includes('\r'), 'line ends must be plain newlines');
    const seen = new Map();
    lines.forEach((line, index) => {
      if (!line || line.startsWith('#')) return;
      const at = `${name}, line ${index + 1}`;
      assert.equal(line, line.replace(/ +$/, ''), `${at}: blanks at the end`);
      for (const cell of line.split('\t')) assert.equal(cell, cell.trim(), `${at}: blanks around "${cell}"`);
      assert.ok(!seen.has(line), `${at}: says the same as line ${seen.get(line)}`);
      seen.set(line, index + 1);
    });
  });
}
