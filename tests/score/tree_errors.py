#!/usr/bin/env python3
"""The commonest errors of the language layer: what it takes for what, counted on the raw text of treebanks.

    python3 tests/score/tree_errors.py --program build/native/hearsay EWT-dev.conllu GUM-dev.conllu

Each document of a CoNLL-U file becomes raw text (a space between sentences, a blank line between paragraphs) and is
given to `hearsay conllu`. Words of both sides are the same where they hold the same characters. Each line is one type
of error with its count in each file, the commonest first: tags, heads (by the relation that the word has in the
treebank), relations under the right head, words cut otherwise, and sentence ends missed and added. Standard library
only.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

TAG_GROUPS = [
    ({"NOUN", "PROPN"}, "tag: NOUN for PROPN, PROPN for NOUN"),
    ({"ADJ", "NOUN", "VERB", "PROPN"}, "tag: ADJ, NOUN or PROPN, and VERB for one another"),
    ({"ADP", "ADV", "SCONJ", "PART"}, "tag: ADP, ADV, SCONJ and PART for one another"),
    ({"VERB", "AUX"}, "tag: VERB for AUX, AUX for VERB"),
    ({"DET", "PRON", "SCONJ", "ADV"}, "tag: DET, PRON, SCONJ and ADV for one another"),
    ({"ADJ", "ADV"}, "tag: ADJ for ADV, ADV for ADJ"),
]
HEAD_GROUPS = [
    ({"punct"}, "head: punctuation"),
    ({"root"}, "head: the root of the sentence"),
    ({"nmod", "obl"}, "head: nmod or obl, what a phrase with a preposition hangs on"),
    ({"conj", "cc"}, "head: what a conjunct, or its conjunction, hangs on"),
    ({"advmod"}, "head: an adverb"),
    ({"compound", "amod", "flat", "nummod", "det"}, "head: words before or in a noun (compound, amod, flat, det)"),
    ({"acl", "advcl", "ccomp", "xcomp", "csubj"}, "head: a clause"),
    ({"parataxis", "appos", "list", "discourse", "vocative", "dep", "goeswith", "orphan", "dislocated", "reparandum"},
     "head: what is set beside (parataxis, appos, list)"),
    ({"nsubj", "obj", "iobj", "expl"}, "head: a subject or an object"),
    ({"case", "mark", "aux", "cop"}, "head: case, mark, aux or cop"),
]


@dataclass
class Word:
    span: tuple[int, int]  # in characters that are not white space
    tag: str
    head: tuple[int, int] | None
    relation: str


@dataclass
class Reading:
    words: list[Word]
    ends: list[int]
    characters: str


def sentences_of(conllu: str):
    comments, rows = {}, []
    for line in [*conllu.split("\n"), ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield comments, [row for row in rows if "." not in row[0]]
            comments, rows = {}, []


def read(sentences) -> Reading:
    words, ends, characters = [], [], ""
    for _, rows in sentences:
        spans, inside = {}, 0
        for row in rows:
            first, _, last = row[0].partition("-")
            if last or int(first) > inside:
                form = "".join(row[1].split())
                span = (len(characters), len(characters) + len(form))
                characters += form
                inside = int(last or first)
            if not last:  # words of one token share its span: told apart by their place in it
                spans[int(first)] = (*span, sum(1 for s in spans.values() if s[:2] == span))
        for row in rows:
            if "-" not in row[0]:
                words.append(Word(spans[int(row[0])], row[3], spans.get(int(row[6])), row[7].split(":")[0]))
        ends.append(len(characters))
    return Reading(words, ends, characters)


def documents(path: Path):
    """Raw text and sentences of each document."""
    text, gap, sentences = "", "", []
    for comments, rows in sentences_of(path.read_text(encoding="utf-8")):
        if any(key.startswith("newdoc") for key in comments) and sentences:
            yield text, sentences
            text, gap, sentences = "", "", []
        if any(key.startswith("newpar") for key in comments) and text:
            gap = "\n\n"
        text += gap + comments["text"]
        gap = " "
        sentences.append((comments, rows))
    if sentences:
        yield text, sentences


def analyse(program: Path, text: str) -> Reading:
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        done = subprocess.run([program, "conllu", file.name], capture_output=True, encoding="utf-8", check=True)
    return read(sentences_of(done.stdout))


def group_of(groups, kinds: set[str], other: str) -> str:
    return next((name for members, name in groups if kinds <= members), other)


def count(gold: Reading, system: Reading, errors: Counter):
    if gold.characters != system.characters:
        errors["documents whose characters differ: not counted"] += 1
        return
    ours = {word.span: word for word in system.words}
    for word in gold.words:
        mine = ours.get(word.span)
        if mine is None:
            errors["words cut otherwise than in the treebank"] += 1
            continue
        if mine.tag != word.tag:
            errors[group_of(TAG_GROUPS, {mine.tag, word.tag}, "tag: others")] += 1
        if mine.head != word.head:
            errors[group_of(HEAD_GROUPS, {word.relation}, "head: others")] += 1
        elif mine.relation != word.relation:
            errors["relation: another under the right head"] += 1
            errors[f"  of them {' and '.join(sorted((mine.relation, word.relation)))}"] += 1
    characters = gold.characters
    for end in set(gold.ends) - set(system.ends):
        mark = "after . ! ?" if characters[end - 1] in ".!?\"”)" else "after a letter, a colon or a comma"
        errors[f"sentence end missed {mark}"] += 1
    errors["sentence end where there is none"] += len(set(system.ends) - set(gold.ends))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--least", type=int, default=40, help="leave out what is rarer than this in all files")
    parser.add_argument("treebanks", type=Path, nargs="+")
    options = parser.parse_args()
    counts = []
    for path in options.treebanks:
        errors: Counter = Counter()
        for text, sentences in documents(path):
            count(read(sentences), analyse(options.program, text), errors)
        counts.append(errors)
    everything = sum(counts, Counter())
    print(f"| Error | {' | '.join(path.stem for path in options.treebanks)} |")
    print(f"| --- |{' --- |' * len(options.treebanks)}")
    for kind, total in everything.most_common():
        if total >= options.least:
            print(f"| {kind} | {' | '.join(str(errors[kind]) for errors in counts)} |")


if __name__ == "__main__":
    main()
