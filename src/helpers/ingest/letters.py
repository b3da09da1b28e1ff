"""How well an encoding explains bytes: the letters it gives against the letter frequencies of the languages it is used for."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import NamedTuple

from helpers.ingest.encodings import byte_table
from helpers.ingest.options import CharsetOptions

# Signs that stand alone in the text of any language, rarely.
_SIGNS = frozenset("£¥¢™®©±×÷½¼¾²³¹µ¶´¨¯ªº¦†‡‰¤ƒ¬")
# Log likelihoods of what is no letter of the language. Typographic signs are common in every language; anything else is rare.
_TYPOGRAPHY = frozenset("«»“”„‘’‚‹›–—…·•№°§€©®\u00a0\u00ad¿¡،؛؟٪\u200c\u200f\u200e")
_LOG_TYPOGRAPHY = math.log(0.02)
_LOG_OTHER_LETTER = math.log(2e-4)
_LOG_SIGN = math.log(0.003)
_LOG_SYMBOL = math.log(2e-5)
_LOG_UNDECODABLE = math.log(1e-6)
_LOG_UPPER = math.log(0.06)
# Extra cost of neighbours that words do not have.
_UPPER_AFTER_LOWER = math.log(0.01)
_MIXED_SCRIPTS = math.log(0.02)
_SIGN_INSIDE_WORD = math.log(0.02)
_SIGN_TOUCHING_WORD = math.log(0.2)
_ACCENTS_IN_A_ROW = math.log(0.15)
_WITHIN_WORDS = "’\u00ad\u200c"
_HIGH = re.compile(rb"[\x80-\xff]")
_ASCII_LETTER = re.compile(rb"[A-Za-z]")
_WORTH = 0.4
_LATIN = frozenset(["de", "en", "es", "fr", "it", "lt", "pl", "ro", "tr"])


class Score(NamedTuple):
    """How well one encoding explains the data.

    Attributes:
        charset: the encoding.
        language: the language whose letters fit best.
        rank: log likelihood of all letters, for each byte outside ASCII: what candidates are ordered by.
        mean: mean log likelihood of a byte outside ASCII (0 best; below -6 nonsense).
        text: what the distinct bytes outside ASCII give, to see that two encodings say the same.
    """

    charset: str
    language: str
    rank: float
    mean: float
    text: str


class Sample(NamedTuple):
    """What is counted once and scored many times.

    Attributes:
        triples: (byte before, byte outside ASCII, byte after) -> occurrences.
        ascii_letters: number of ASCII letters.
    """

    triples: Counter[tuple[int, int, int]]
    ascii_letters: int


def take_sample(data: bytes, limit: int) -> Sample:
    """Count the bytes outside ASCII with their neighbours, in the first `limit` bytes or from the first such byte on."""
    first = next((m.start() for m in _HIGH.finditer(data)), 0)
    sample = data[:limit] if first < limit else data[first - 1 : first + limit]
    padded = b" " + sample + b" "
    triples = Counter(
        (padded[m.start() - 1], padded[m.start()], padded[m.start() + 1]) for m in _HIGH.finditer(padded)
    )
    return Sample(triples, len(_ASCII_LETTER.findall(sample)))


def _log_likelihood(char: str, letters: dict[str, float]) -> float:
    if char in letters:
        return letters[char]
    if char == "\ufffd" or "\x80" <= char < "\xa0":
        return _LOG_UNDECODABLE
    lower = char.lower()
    if lower in letters:
        return letters[lower] + _LOG_UPPER
    if char in _TYPOGRAPHY:
        return _LOG_TYPOGRAPHY
    if char in _SIGNS:
        return _LOG_SIGN
    return _LOG_OTHER_LETTER if char.isalpha() else _LOG_SYMBOL


def _score(sample: Sample, charset: str, options: CharsetOptions, language: str) -> Score:
    table = byte_table(charset)
    latin = language in _LATIN
    letters = {letter: math.log(share) for letter, share in options.letters[language].items()}
    single = [_log_likelihood(char, letters) for char in table]
    alpha = [char.isalpha() for char in table]
    upper = [char.isupper() for char in table]
    lower = [char.islower() for char in table]
    total, n, n_letters = 0.0, 0, 0
    for (before, byte, after), count in sample.triples.items():
        value = single[byte]
        n += count
        if alpha[byte]:
            n_letters += count
            if upper[byte] and lower[before]:
                value += _UPPER_AFTER_LOWER
            if latin:
                value += _ACCENTS_IN_A_ROW if before >= 0x80 and alpha[before] else 0.0
            else:
                value += _MIXED_SCRIPTS * sum(alpha[other] and other < 0x80 for other in (before, after))
        elif alpha[before] and alpha[after] and table[byte] not in _WITHIN_WORDS:
            value += _SIGN_INSIDE_WORD
        elif (alpha[before] or alpha[after]) and table[byte] in _SIGNS:
            value += _SIGN_TOUCHING_WORD
        total += value * count
    share = options.shares[language]
    # Pages differ in their share of such letters far more than chance does: the count is worth a part of itself.
    mixture = _WORTH * (n_letters * math.log(share) + sample.ascii_letters * math.log1p(-share))
    n = max(1, n)
    spelt = "".join(table[b] for b in sorted({b for _, b, _ in sample.triples}))
    return Score(charset, language, (total + mixture) / n, total / n, spelt)


def score_encoding(sample: Sample, charset: str, options: CharsetOptions) -> Score | None:
    """The score of one encoding, None when it is not among those that letters can judge."""
    languages = options.encodings.get(charset, ())
    return max(
        (_score(sample, charset, options, lang) for lang in languages), key=lambda s: s.rank, default=None
    )


def best_encodings(sample: Sample, options: CharsetOptions) -> list[Score]:
    """The candidate encodings, best first; ties keep the order of the configuration."""
    scores = [score_encoding(sample, charset, options) for charset in options.encodings]
    return sorted((s for s in scores if s is not None), key=lambda s: -s.rank)
