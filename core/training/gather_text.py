#!/usr/bin/env python3
"""gather_text.py CORPORA OUT: the unlabelled text that the language model may learn from, as files of text.

CORPORA holds the sets that assets/models/README.md names, in the folders of their origin. Sets that come as tokens
are put together again: each sentence a paragraph. OUT gets one file for each set.
"""
import glob
import json
import os
import re
import sys

NO_SPACE_BEFORE = re.compile(r" (?=(?:[.,;:!?%)\]}’”]|n't|'(?:s|re|ve|ll|d|m)?)(?: |$))")
NO_SPACE_AFTER = re.compile(r"(?<=[(\[{$£€“‘]) ")
PAIRED_QUOTES = re.compile(r'" ([^"]*?) "')


def together(tokens):
    """The text of a sentence of tokens."""
    text = PAIRED_QUOTES.sub(r'"\1"', " ".join(tokens))
    return NO_SPACE_AFTER.sub("", NO_SPACE_BEFORE.sub("", text))


def of_tokens(*paths):
    """The sentences of files with a token on each line and an empty line between sentences."""
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for sentence in re.split(r"\n\s*\n", file.read()):
                tokens = [line.split()[0] for line in sentence.splitlines() if line.split()]
                if tokens and tokens[0] != "-DOCSTART-":
                    yield together(tokens)


def of_lines(*paths):
    """Reports with a sentence on each line: sentences that follow one another make paragraphs of five at most."""
    for path in paths:
        paragraph = []
        with open(path, encoding="utf-8") as file:
            for line in file.read().splitlines() + [""]:
                prose = len(line.split()) > 5 and line[-1] in ".!?" and line[0] not in "|*-!#("
                if paragraph and (not prose or len(paragraph) == 5):
                    yield " ".join(paragraph)
                    paragraph = []
                if prose:
                    paragraph.append(line)
                elif line.strip():
                    yield line


def of_documents(*paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                if line.strip():
                    yield json.loads(line)["text"]


def of_pages(*paths):
    """Markdown without what stands above the page proper."""
    for path in paths:
        with open(path, encoding="utf-8") as file:
            yield re.sub(r"\A---\n.*?\n---\n", "", file.read(), flags=re.S)


def main():
    corpora, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    found = lambda pattern: sorted(glob.glob(os.path.join(corpora, pattern)))
    sets = {
        "annoctr.md": of_lines(*found("ner/annoctr/text/train/*.txt")),
        "directives.md": of_pages(*found("advisories/dhs-directives/pages/*.md")),
        "re3d.txt": of_documents(*found("ner/re3d/*/documents.json")),
        "cyner.txt": of_tokens(*found("ner/cyner/train.txt")),
        "wikigold.txt": of_tokens(*found("ner/wikigold/*.conll.txt")),
        "wnut17.txt": of_tokens(*found("ner/wnut17/wnut17train.conll")),
    }
    for name, paragraphs in sets.items():
        with open(os.path.join(out, name), "w", encoding="utf-8") as file:
            file.write("\n\n".join(paragraphs) + "\n")


if __name__ == "__main__":
    main()
