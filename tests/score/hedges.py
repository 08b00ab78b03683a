#!/usr/bin/env python3
"""Hedge cues against the Szeged Uncertainty Corpus (wiki.xml, factbank.xml): precision, recall and F1.

    python3 tests/score/hedges.py --program build/native/hearsay --data FOLDER [--limit N] [--errors N]

Hearsay finds hedges only in what somebody claims, so each sentence of the corpus is put into the mouth of an
invented office ("The office said that ..."), one sentence a paragraph; a predicted hedge and a cue of the corpus
match where they share a character. `epistemic` counts the cues of the corpus's kind "modal" (may, possible,
suggest), `all` those of belief and of inquiry as well; cues of conditions count neither way. The corpus is measured with, never learned from.
"""

from __future__ import annotations

import argparse
import collections
import json
import subprocess
import tempfile
from pathlib import Path
from xml.etree import ElementTree

FRAME = "The office said that "
BATCH = 200  # sentences in a document


def sentences(path: Path) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Each sentence with its cues: start, end, kind."""
    found = []
    for sentence in ElementTree.parse(path).iter("Sentence"):
        text, cues = "", []

        def walk(node: ElementTree.Element) -> None:
            nonlocal text
            start = len(text)
            text += node.text or ""
            for child in node:
                walk(child)
                text += child.tail or ""
            if node.tag == "ccue":
                cues.append((start, len(text), node.get("type", "")))

        walk(sentence)
        found.append((text, cues))
    return found


def document(batch: list[tuple[str, list]]) -> tuple[str, list[int]]:
    """The batch as one text, and where each sentence begins in it."""
    text, starts = "", []
    for sentence, _ in batch:
        text += FRAME
        starts.append(len(text))
        text += sentence.replace("\n", " ") + "\n\n"
    return text, starts


def hedges(program: str, texts: list[str]) -> list[list[tuple[int, int]]]:
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for index, text in enumerate(texts):
            path = Path(folder) / f"{index}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        result = []
        for path in paths:
            run = subprocess.run([program, "analyze", "--lines", path], capture_output=True, text=True, check=True)
            analysis = json.loads(run.stdout)
            result.append(sorted({(span["start"], span["end"]) for claim in analysis["claims"]
                                  for span in claim["certainty"]["hedges"]}))
        return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--limit", type=int, default=0, help="sentences of each file, evenly spaced")
    parser.add_argument("--errors", type=int, default=0, help="list the N commonest misses and false finds")
    args = parser.parse_args()
    for name in ("wiki.xml", "factbank.xml"):
        items = sentences(args.data / name)
        if args.limit and len(items) > args.limit:
            items = items[::len(items) // args.limit]
        batches = [items[at:at + BATCH] for at in range(0, len(items), BATCH)]
        built = [document(batch) for batch in batches]
        predicted = hedges(args.program, [text for text, _ in built])
        missed, false = collections.Counter(), collections.Counter()
        right, gold_count, right_epistemic, gold_epistemic, found, found_epistemic = 0, 0, 0, 0, 0, 0
        for batch, (text, starts), spans in zip(batches, built, predicted):
            gold = [(start + a, start + b, kind) for (_, cues), start in zip(batch, starts)
                    for a, b, kind in cues if kind != "multiple" and "condition" not in kind]
            used = set()
            for a, b, kind in gold:
                hit = next((span for span in spans if span[0] < b and a < span[1]), None)
                gold_count += 1
                epistemic = "modal" in kind
                gold_epistemic += epistemic
                if hit is None:
                    missed[f"{text[a:b].lower()} ({kind})"] += 1
                    continue
                used.add(hit)
                right += 1
                right_epistemic += epistemic
                found_epistemic += epistemic
            for span in spans:
                if span not in used:
                    false[text[span[0]:span[1]].lower()] += 1
            found += len(spans)
            found_epistemic += sum(span not in used for span in spans)
        def line(label: str, right: int, predicted: int, gold: int) -> None:
            precision = 100 * right / predicted if predicted else 0.0
            recall = 100 * right / gold if gold else 0.0
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            print(f"{name:14} {label:10} precision {precision:6.2f}  recall {recall:6.2f}  F1 {f1:6.2f}  gold {gold}")
        line("all", right, found, gold_count)
        line("epistemic", right_epistemic, found_epistemic, gold_epistemic)
        if args.errors:
            print("missed:", ", ".join(f"{cue} {count}" for cue, count in missed.most_common(args.errors)))
            print("false:", ", ".join(f"{cue} {count}" for cue, count in false.most_common(args.errors)))


if __name__ == "__main__":
    main()
