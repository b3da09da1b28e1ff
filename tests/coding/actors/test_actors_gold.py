"""Gold sentences of our own in thirteen languages: `tune` was looked at while the rules were written, `score` was scored once.

A line is a sentence with its mentions marked as [surface|k ids]; k is p person, o office, g organisation, a agency or outlet,
c country, d adjective or inhabitant, t city; several ids are parted by commas.
"""

import re
from pathlib import Path

import pytest

from helpers.coding.actors import find_mentions
from helpers.foundation.schemas import LANGUAGES

HERE = Path(__file__).parent
# What the first and only scoring of the scored part gave (0.976 and 0.964 on 248 mentions), rounded down.
PRECISION, RECALL = 0.97, 0.96
MARK = re.compile(r"\[([^\]|]*)\|(\w) ([^\]]*)\]")
LETTER = {
    "person": "p", "office": "o", "organisation": "g", "agency": "a", "outlet": "a", "country": "c", "demonym": "d", "city": "t",
}  # fmt: skip


def read_gold(part, language):
    for line in (HERE / part / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        text, gold, at = "", set(), 0
        for m in MARK.finditer(line):
            text += line[at : m.start()]
            gold.add((len(text), len(text) + len(m[1]), m[2], frozenset(m[3].split(","))))
            text += m[1]
            at = m.end()
        yield text + line[at:], gold


def count(part, language):
    right = found = wanted = 0
    for text, gold in read_gold(part, language):
        got = {(m.start, m.end, LETTER[m.kind], frozenset(m.entities)) for m in find_mentions(text, language)}
        right, found, wanted = right + len(gold & got), found + len(got), wanted + len(gold)
    return right, found, wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_tuned_sentences_come_out_right(language):
    for text, gold in read_gold("tune", language):
        got = {(m.start, m.end, LETTER[m.kind], frozenset(m.entities)) for m in find_mentions(text, language)}
        assert got == gold, text


def test_scored_sentences_keep_their_precision_and_recall():
    totals = [sum(column) for column in zip(*(count("score", lang) for lang in LANGUAGES), strict=True)]
    right, found, wanted = totals
    assert right / found >= PRECISION and right / wanted >= RECALL, totals


def test_every_language_has_fifteen_sentences():
    for language in LANGUAGES:
        assert sum(1 for part in ("tune", "score") for _ in read_gold(part, language)) >= 15, language
