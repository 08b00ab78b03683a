#!/usr/bin/env python3
"""Coreference of named actors: hearsay's actors against the entities of a GUM treebank.

    python3 tests/score/coreference.py --program build/native/hearsay --data en_gum-ud-dev.conllu

Each document of the CoNLL-U file becomes raw text (a space between sentences, a blank line between paragraphs) and
is given to `hearsay analyze`. GUM's MISC column holds its entities: `Entity=(12-person-...` opens a mention of
entity 12, `12)` closes it. Standard library only.

What is compared
  entities   persons, organisations and places that the text names: at least one mention is headed by a proper noun
  mentions   names (headed by a proper noun) and pronouns of the third person; with --nominals nominals as well.
             "I", "we" and "you" are left out on both sides, and so are products, laws and other things by name.
  the same   a mention of hearsay holds the head of the gold mention and does not reach beyond its ends

Measures, all per cent, summed over documents before they are divided
  LEA        Moosavi and Strube 2016: links found, entities weighed by their mentions
  CoNLL      mean of the F1 of MUC, B3 and CEAF-e, as in the CoNLL 2012 shared task
  pronouns   F1 of pronouns that stand with their own entity's name; precision counts every pronoun of hearsay's that
             was given to a named actor, recall every gold pronoun of a named entity
  wrong joins  share of hearsay's mentions that stand with a name of another entity

The baseline takes hearsay's own names and joins equal names and a person's last word with the full name; every
pronoun of the third person goes to the nearest earlier name that fits it: "he", "she" a person; "it" anything else;
"they" a person or a body.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

SCOPE = {"person", "organization", "place"}
KINDS = {"person", "organization", "government", "outlet", "place", "group"}  # hearsay's, that may be one of these
PRONOUNS = {"he": "person", "him": "person", "his": "person", "himself": "person",
            "she": "person", "her": "person", "hers": "person", "herself": "person",
            "it": "thing", "its": "thing", "itself": "thing",
            "they": "many", "them": "many", "their": "many", "theirs": "many", "themselves": "many"}


@dataclass(frozen=True)
class Mention:
    start: int
    end: int
    head: tuple[int, int]  # of the gold: the span of the head word; of hearsay: the mention's own
    form: str  # name, nominal, pronoun
    exact: str


@dataclass
class Document:
    name: str
    text: str = ""
    entities: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))
    types: dict[str, str] = field(default_factory=dict)


BRACKET = re.compile(r"\((\d+)(?:\[[^\]]*\])?-([a-z]+)-([^()]*)(\)?)|(\d+)(?:\[[^\]]*\])?\)")


def documents_of(path: Path) -> list[Document]:
    """The documents of a CoNLL-U file with their entities."""
    documents: list[Document] = []
    rows: list[list[str]] = []
    comments: dict[str, str] = {}
    gap = ""
    opened: dict[str, list[tuple[int, str, list[int]]]] = defaultdict(list)  # id: first word, type, heads

    def finish() -> None:
        nonlocal gap
        if not rows:
            return
        if "newdoc id" in comments:
            documents.append(Document(comments["newdoc id"]))
            gap = ""
        document = documents[-1]
        if ("newpar" in comments or "newpar id" in comments) and document.text:
            gap = "\n\n"
        at = len(document.text) + len(gap)
        document.text += gap + comments["text"]
        words: list[tuple[int, int, str, str]] = []
        covered = 0
        for row in rows:
            number = row[0].split("-")
            if "." in row[0]:
                continue
            if len(number) == 2:  # a token of several words: each gets the whole span
                span = (document.text.index(row[1], at), 0)
                span = (span[0], span[0] + len(row[1]))
                covered, at = int(number[1]), span[1]
                continue
            if int(row[0]) > covered:
                begin = document.text.index(row[1], at)
                span = (begin, begin + len(row[1]))
                at = span[1]
            words.append((*span, row[1], row[3]))
            index = len(words) - 1
            entity = next((item[7:] for item in row[9].split("|") if item.startswith("Entity=")), "")
            for match in BRACKET.finditer(entity):
                if match[1]:
                    fields = match[3].split("-")
                    heads = [int(i) for i in re.findall(r"\d+", fields[3])] if len(fields) > 3 else [1]
                    opened[match[1]].append((index, match[2], heads))
                    document.types.setdefault(match[1], match[2])
                    if not match[4]:
                        continue
                name = match[1] or match[5]
                if not opened[name]:
                    continue
                first, _, heads = opened[name].pop()
                head = words[min(first + heads[0] - 1, index)]
                form = {"PROPN": "name", "PRON": "pronoun"}.get(head[3], "nominal")
                document.entities[name].append(
                    Mention(words[first][0], span[1], head[:2], form, document.text[words[first][0]:span[1]]))
        opened.clear()
        last = rows[-1]
        gap = "" if "SpaceAfter=No" in last[9].split("|") else " "

    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        elif line:
            rows.append(line.split("\t"))
        else:
            finish()
            rows, comments = [], {}
    return documents


def analyses_of(program: str, documents: list[Document]) -> list[dict]:
    """What hearsay makes of the documents."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for i, document in enumerate(documents):
            files.append(Path(folder) / f"{i}.txt")
            files[-1].write_text(document.text, encoding="utf-8")
        run = subprocess.run([program, "analyze", "--format", "json", "--lines", *map(str, files)],
                             capture_output=True, check=True)
    return [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]


def actors_of(analysis: dict) -> list[tuple[str, list[Mention]]]:
    """Hearsay's actors that have a name: kind and mentions."""
    actors = []
    for actor in analysis["actors"]:
        mentions = [Mention(m["start"], m["end"], (m["start"], m["end"]), m["form"], m["exact"])
                    for m in actor["mentions"]]
        if actor["kind"] in KINDS and any(m.form == "name" for m in mentions):
            actors.append((actor["kind"], mentions))
    return actors


def baseline_of(document: Document, actors: list[tuple[str, list[Mention]]]) -> list[tuple[str, list[Mention]]]:
    """Equal names joined; each pronoun to the nearest earlier name that fits."""
    names = sorted(((m, kind) for kind, mentions in actors for m in mentions if m.form == "name"),
                   key=lambda pair: pair[0].start)
    clusters: dict[str, tuple[str, list[Mention]]] = {}
    placed: list[tuple[int, str, str]] = []  # end, kind, cluster
    full: dict[str, str] = {}  # a person's last word -> the full name
    for mention, kind in names:
        key = mention.exact.lower()
        if kind == "person":
            key = full.setdefault(key.split()[-1], key) if " " in key else full.get(key, key)
        clusters.setdefault(key, (kind, []))[1].append(mention)
        placed.append((mention.end, kind, key))
    for match in re.finditer(r"[A-Za-z]+", document.text):
        wants = PRONOUNS.get(match[0].lower())
        if wants is None or match[0] == "IT":
            continue
        for end, kind, key in reversed(placed):
            fits = (kind == "person" if wants == "person" else kind != "person" if wants == "thing" else kind != "place")
            if end <= match.start() and fits:
                clusters[key][1].append(Mention(*match.span(), match.span(), "pronoun", match[0]))
                break
    return list(clusters.values())


def matched(gold: list[Mention], system: list[Mention]) -> dict[Mention, Mention]:
    """System mention -> gold mention. Of several gold mentions the tightest; one to one."""
    by_head: dict[Mention, list[Mention]] = defaultdict(list)
    starts = sorted(gold, key=lambda m: m.head[0])
    for mention in system:
        for other in starts:
            if other.head[0] >= mention.end:
                break
            inside = mention.start <= other.head[0] and other.head[1] <= mention.end
            slack = 4  # "the", a possessive ending
            if inside and mention.start >= other.start - slack and mention.end <= other.end + slack:
                by_head[mention].append(other)
    pairs = sorted(((abs(s.start - g.start) + abs(s.end - g.end), s.start, s.end, g.start, g.end, s, g)
                    for s, found in by_head.items() for g in found), key=lambda p: p[:5])
    used: set[Mention] = set()
    result: dict[Mention, Mention] = {}
    for *_, s, g in pairs:
        if s not in result and g not in used:
            result[s] = g
            used.add(g)
    return result


def f1(numerator_r: float, denominator_r: float, numerator_p: float, denominator_p: float) -> tuple[float, float, float]:
    recall = numerator_r / denominator_r if denominator_r else 0.0
    precision = numerator_p / denominator_p if denominator_p else 0.0
    total = precision + recall
    return 100 * precision, 100 * recall, 100 * 2 * precision * recall / total if total else 0.0


def assignment(weights: list[list[float]]) -> float:
    """The greatest sum of one-to-one weights (Hungarian method, rows at most columns)."""
    rows, columns = len(weights), len(weights[0]) if weights else 0
    if not rows or not columns:
        return 0.0
    if rows > columns:
        return assignment([list(column) for column in zip(*weights)])
    infinity = float("inf")
    u, v, match = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for i in range(1, rows + 1):
        match[0], j0 = i, 0
        least, way, used = [infinity] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while True:
            used[j0] = True
            i0, delta, j1 = match[j0], infinity, 0
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                cost = -weights[i0 - 1][j - 1] - u[i0] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, j0
                if least[j] < delta:
                    delta, j1 = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
            if match[j0] == 0:
                break
        while j0:
            match[j0], j0 = match[way[j0]], way[j0]
    return sum(weights[match[j] - 1][j - 1] for j in range(1, columns + 1) if match[j])


class Tally:
    """Sums over documents."""

    def __init__(self) -> None:
        self.sums: Counter[str] = Counter()
        self.errors: list[str] = []

    def add(self, document: Document, gold: list[list[Mention]], actors: list[list[Mention]],
            everything: list[Mention], owner: dict[Mention, str]) -> None:
        """`gold`, `actors`: the mentions in scope. `everything`: all gold mentions, for what pronouns really mean."""
        s = self.sums
        pairs = matched(everything, [m for actor in actors for m in actor])
        keys = {g: i for i, mentions in enumerate(gold) for g in mentions}
        # A mention as a key both sides share: gold ones by themselves, unmatched ones of hearsay by themselves.
        system = [frozenset(pairs.get(m, m) for m in actor) for actor in actors]
        truth = [frozenset(mentions) for mentions in gold]
        system_of = {m: i for i, cluster in enumerate(system) for m in cluster}

        def links(n: int) -> float:
            return n * (n - 1) / 2

        def lea(these: list[frozenset], others: dict[Mention, int], side: str) -> None:
            for cluster in these:
                if len(cluster) == 1:
                    (only,) = cluster
                    other = others.get(only)
                    partner = (system if side == "r" else truth)[other] if other is not None else ()
                    share = 1.0 if other is not None and len(partner) == 1 else 0.0
                else:
                    counts = Counter(others[m] for m in cluster if m in others)
                    share = sum(links(n) for n in counts.values()) / links(len(cluster))
                s["lea_" + side] += len(cluster) * share
                s["lea_d" + side] += len(cluster)

        def muc(these: list[frozenset], others: dict[Mention, int], side: str) -> None:
            for cluster in these:
                parts = len({others[m] for m in cluster if m in others}) + sum(m not in others for m in cluster)
                s["muc_" + side] += len(cluster) - parts
                s["muc_d" + side] += len(cluster) - 1

        def b3(these: list[frozenset], others: dict[Mention, int], side: str) -> None:
            for cluster in these:
                counts = Counter(others[m] for m in cluster if m in others)
                s["b3_" + side] += sum(n * n for n in counts.values()) / len(cluster)
                s["b3_d" + side] += len(cluster)

        for measure in (lea, muc, b3):
            measure(truth, system_of, "r")
            measure(system, keys, "p")
        if truth and system:
            weights = [[2 * len(a & b) / (len(a) + len(b)) for b in system] for a in truth]
            best = assignment(weights)
            s["ceaf_r"] += best
            s["ceaf_p"] += best
        s["ceaf_dr"] += len(truth)
        s["ceaf_dp"] += len(system)

        # Pronouns, and mentions that stand with another's name.
        pronouns = [m for mentions in gold for m in mentions if m.form == "pronoun"]
        s["pronouns_dr"] += len(pronouns)
        found: set[Mention] = set()
        for actor in actors:
            names = Counter(owner[pairs[m]] for m in actor if m.form == "name" and m in pairs)
            main = names.most_common(1)[0][0] if names else None
            for m in actor:
                g = pairs.get(m)
                real = owner.get(g) if g else None
                s["mentions"] += 1
                if m.form == "pronoun":
                    s["pronouns_dp"] += 1
                    right = g is not None and real == main and main is not None
                    s["pronouns_p"] += right
                    if right and g in keys:
                        s["pronouns_r"] += 1
                        found.add(g)
                wrong = main is not None and (real != main if g is not None else m.form == "pronoun")
                s["wrong_" + m.form] += wrong
                s["wrong"] += wrong
                if wrong:
                    name = next((x.exact for x in actor if x.form == "name"), "?")
                    self.errors.append(f"wrong {m.form:8}{document.name}: {context(document, m)}  -> {name!r}")
        for g in pronouns:
            if g not in found and g not in {pairs.get(m) for actor in actors for m in actor}:
                name = next((x.exact for x in gold[keys[g]] if x.form == "name"), "?")
                self.errors.append(f"missed pronoun {document.name}: {context(document, g)}  -> {name!r}")
        for cluster in truth:
            parts = {system_of[m] for m in cluster if m in system_of and m.form == "name"}
            if len(parts) > 1:
                s["split"] += 1
                self.errors.append(f"split name    {document.name}: "
                                   + " | ".join(sorted({m.exact for m in cluster if m.form == 'name'})))

    def rows(self) -> dict[str, float]:
        s = self.sums
        four = {name: f1(s[name + "_r"], s[name + "_dr"], s[name + "_p"], s[name + "_dp"])
                for name in ("lea", "muc", "b3", "ceaf", "pronouns")}
        return {
            "LEA P": four["lea"][0], "LEA R": four["lea"][1], "LEA F1": four["lea"][2],
            "CoNLL F1": sum(four[name][2] for name in ("muc", "b3", "ceaf")) / 3,
            "pronouns P": four["pronouns"][0], "pronouns R": four["pronouns"][1], "pronouns F1": four["pronouns"][2],
            "wrong joins": 100 * s["wrong"] / max(s["mentions"], 1),
            "mentions": s["mentions"], "entities split": s["split"],
        }


def context(document: Document, mention: Mention) -> str:
    before = document.text[max(0, mention.start - 70):mention.start].replace("\n", " ")
    after = document.text[mention.end:mention.end + 30].replace("\n", " ")
    return f"{before}[{document.text[mention.start:mention.end]}]{after}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--data", required=True, nargs="+", type=Path)
    parser.add_argument("--nominals", action="store_true", help="count nominals too")
    parser.add_argument("--errors", action="store_true", help="list the errors of hearsay")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    forms = {"name", "pronoun"} | ({"nominal"} if options.nominals else set())

    documents = [document for path in options.data for document in documents_of(path)]
    ours, base = Tally(), Tally()
    for document, analysis in zip(documents, analyses_of(options.program, documents), strict=True):
        counted = [m for mentions in document.entities.values() for m in mentions]
        owner = {m: name for name, mentions in document.entities.items() for m in mentions}
        gold = []
        for name, mentions in document.entities.items():
            if document.types[name] not in SCOPE or not any(m.form == "name" for m in mentions):
                continue
            kept = [m for m in mentions if m.form in forms and (m.form != "pronoun" or m.exact.lower() in PRONOUNS)]
            gold.append(kept)
        actors = actors_of(analysis)
        in_scope = [[m for m in mentions if m.form in forms] for _, mentions in actors]
        ours.add(document, gold, in_scope, counted, owner)
        base.add(document, gold, [m for _, m in baseline_of(document, actors)], counted, owner)
    rows = {name: (value, base.rows()[name]) for name, value in ours.rows().items()}
    if options.json:
        print(json.dumps({name: {"hearsay": a, "baseline": b} for name, (a, b) in rows.items()}))
        return 0
    if options.errors:
        print("\n".join(ours.errors))
    print(f"{len(documents)} documents{'':12}hearsay  nearest name")
    for name, (a, b) in rows.items():
        print(f"{name:24}{a:12.2f}{b:12.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
