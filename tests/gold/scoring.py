"""Scores claims against gold sentences: precision and recall of claims, how often each field is right, dates that are wrong.

Sentences stand in sentences/<lang>.yml (ids with an even number: part tune; odd: part score) and sentences/harder.yml (all score).
Keys: s status, p polarity, k kind, d event date (EDTF), n documents, pl place, def defence, a actors, i instrument;
parties BLR, IRN unless given; dct the publication date, ctx the headline above.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from helpers.coding.code_article import code_article
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.provenance import Span
from helpers.foundation.records import Article, Claim, Page, Passage, Publication

HERE = Path(__file__).parent
FIELDS = {
    "k": "kind", "s": "status", "p": "polarity", "n": "n_documents", "pl": "place", "def": "defence", "a": "actors",
    "d": "date", "i": "instrument", "at": "attribution",
}  # fmt: skip


@dataclass
class Score:
    """Counts of one run: claims by language, fields over the matched claims, what was matched, and what differs, one line each."""

    gold: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    fields: dict[str, Counter[str]] = field(default_factory=lambda: {k: Counter() for k in FIELDS})
    pairs: list[tuple[Mapping[str, Any], Claim]] = field(default_factory=list)
    wrong_dates: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Gold claims found, of all gold claims."""
        return self.hit.total() / max(1, self.gold.total())

    @property
    def precision(self) -> float:
        """Claims that are in the gold, of all claims given."""
        return self.hit.total() / max(1, self.given.total())

    def share(self, key: str, count: str = "right") -> float:
        """How often a field is right (`right`) or at least not false (`true`) where a claim was matched."""
        return self.fields[key][count] / max(1, self.fields[key]["n"])


def part_of(name: str) -> str:
    """tune or score: harder ones are scored, of the rest those with an odd number."""
    number = name.split("-")[1]
    return "score" if number.startswith("h") or int(number) % 2 else "tune"


def load_sentences(part: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """(language, item) of every sentence of a part (or of one file, by its stem), in order of the files."""
    for path in sorted((HERE / "sentences").glob("*.yml")):
        # The base loader keeps every scalar a string: dates stay EDTF, "no" stays a word.
        for item in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):
            if part in (part_of(item["id"]), path.stem):
                yield item.get("lang", path.stem), item


def make_article(language: str, item: Mapping[str, Any]) -> Article:
    """An article of one sentence, under the headline `ctx` if there is one, published on `dct`."""
    title, text, dct = item.get("ctx"), item["text"], item.get("dct", "null")
    page_text = f"{title}\n\n{text}" if title else text
    passages = [Passage("title", Span(0, len(title)))] if title else []
    passages.append(Passage("body", Span(len(page_text) - len(text), len(page_text))))
    interval = DateInterval() if dct == "null" else read_edtf(dct)
    evidence = "none" if dct == "null" else "page banner" if dct.startswith("..") else "metadata"
    page = Page(f"{item['id']}.txt", "sha256:0", "", "text/plain", "utf-8", "valid utf-8", page_text)
    return Article(
        item["id"],
        page,
        tuple(passages),
        (),
        language,
        None,
        "",
        None,
        Publication(interval, evidence),
        (),
        0.0,
    )


def grade_date(gold: str | None, date: DateInterval) -> float:
    """1 equal, 0.5 wider or narrower but not false, 0 excludes the truth (or gives a day where there is none)."""
    if gold in (None, "null"):
        return 1.0 if date.edtf is None else 0.0 if date.is_day else 0.5
    truth = read_edtf(str(gold))
    if (date.earliest, date.latest) == (truth.earliest, truth.latest):
        return 1.0
    return 0.5 if date.intersect(truth) is not None else 0.0


def grade_field(key: str, gold: Mapping[str, Any], claim: Claim) -> float:
    """1 right, 0 not, for dates as `grade_date`."""
    value = gold[key]
    if key == "d":
        return grade_date(value, claim.date)
    if key == "n":
        return float(claim.n_documents == int(value))
    if key == "a":
        return float(set(value) == set(claim.actors))
    if key == "i":
        return float(value in (claim.instrument or ""))
    if key == "at":
        named = " | ".join(claim.attribution).casefold()
        return float(all(v.casefold() in named for v in value))
    return float(getattr(claim, FIELDS[key]) == value)


def parties_of(gold: Mapping[str, Any]) -> list[str]:
    """Countries of a gold claim; Iran and Belarus unless it says otherwise."""
    return list(gold.get("parties", ["BLR", "IRN"]))


def matches(gold: Mapping[str, Any], claim: Claim) -> bool:
    """Whether a claim may be the gold one: the same parties, and the same kind where the gold names one."""
    return gold.get("k", claim.kind) == claim.kind and list(claim.parties) == parties_of(gold)


def similarity(gold: Mapping[str, Any], claim: Claim) -> float:
    """How well a claim fits, to choose among those that match."""
    return sum(grade_field(k, gold, claim) * (3 if k == "s" else 1) for k in FIELDS if k in gold)


def compare_claims(
    score: Score, name: str, language: str, golds: Sequence[Mapping[str, Any]], claims: Sequence[Claim]
) -> list[Claim]:
    """Match gold and given claims one to one, best fit first; count into `score`; the claims that are left."""
    pairs = sorted(
        (
            (similarity(g, c), -i, -j)
            for i, g in enumerate(golds)
            for j, c in enumerate(claims)
            if matches(g, c)
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for _, i, j in pairs:
        if -i not in taken and -j not in taken.values():
            taken[-i] = -j
    score.gold[language] += sum(i in taken or "opt" not in g for i, g in enumerate(golds))
    score.hit[language] += len(taken)
    for i, gold in enumerate(golds):
        if i not in taken and "opt" in gold:
            continue
        if i not in taken:
            score.problems.append(f"MISS {name} {dict(gold)}")
            continue
        claim = claims[taken[i]]
        score.pairs.append((gold, claim))
        for key in (k for k in FIELDS if k in gold):
            grade = grade_field(key, gold, claim)
            score.fields[key].update(n=1, right=grade == 1, true=grade > 0)
            if grade == 1:
                continue
            got = claim.date.edtf if key == "d" else getattr(claim, FIELDS[key])
            line = f"{name} {FIELDS[key]}: gold {gold[key]}, got {got} | {claim.quote[:160]}"
            score.problems.append(("WIDE " if grade else "DIFF ") + line)
            if key == "d" and grade == 0:
                score.wrong_dates.append(line)
    return [c for j, c in enumerate(claims) if j not in taken.values()]


def note_extra(score: Score, name: str, left: Sequence[Claim]) -> None:
    """Write down claims that are not in the gold."""
    for c in left:
        score.problems.append(
            f"EXTRA {name} {c.role} {c.kind} {c.status} {c.polarity} {c.parties} {c.rules} | {c.quote[:160]}"
        )


@cache
def score_sentences(part: str) -> Score:
    """Score the sentences of a part; claims of the headline that gives the context are not counted."""
    score = Score()
    for language, item in load_sentences(part):
        article = make_article(language, item)
        claims = [c for c in code_article(article)[1] if c.role != "title"]
        left = compare_claims(score, item["id"], language, item["claims"], claims)
        score.given[language] += len(claims)
        note_extra(score, f"{item['id']} ({item['text'][:60]})" if left else item["id"], left)
    return score
