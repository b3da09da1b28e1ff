"""How well an encoding explains bytes: the letters it gives against the letter frequencies of the languages it is used for."""

from __future__ import annotations

import math
from collections import Counter
from typing import NamedTuple

from helpers.ingest.encodings import byte_table
from helpers.ingest.options import CharsetOptions

# Log likelihoods of what is no letter of the language. Typographic signs are common in every language; anything else is rare.
_TYPOGRAPHY = frozenset("«»“”„‘’‚‹›–—…·•№°§€©®\u00a0\u00ad¿¡،؛؟٪\u200c\u200f\u200e")
_LOG_TYPOGRAPHY = math.log(0.02)
_LOG_OTHER_LETTER = math.log(2e-4)
_LOG_SYMBOL = math.log(2e-5)
_LOG_UNDECODABLE = math.log(1e-6)
_LOG_UPPER = math.log(0.06)
# Extra cost of neighbours that words do not have.
_UPPER_AFTER_LOWER = math.log(0.01)
_MIXED_SCRIPTS = math.log(0.02)
_SIGN_INSIDE_WORD = math.log(0.05)
_ACCENTS_IN_A_ROW = math.log(0.15)
_LATIN = frozenset(["de", "en", "es", "fr", "it", "lt", "pl", "ro", "tr"])


class Score(NamedTuple):
    """How well one encoding explains the data.

    Attributes:
        charset: the encoding.
        language: the language whose letters fit best.
        mean: mean log likelihood of a byte outside ASCII (0 best; below -6 nonsense).
        text: what the distinct bytes outside ASCII give, to see that two encodings say the same.
    """

    charset: str
    language: str
    mean: float
    text: str


def _pairs(data: bytes, limit: int) -> Counter[tuple[int, int, int]]:
    """Counts of (byte before, byte outside ASCII, byte after) in the sample."""
    sample = data[:limit]
    if not any(b >= 0x80 for b in sample):
        # The first letter outside ASCII comes late: look there instead.
        at = next((i for i, b in enumerate(data) if b >= 0x80), 0)
        sample = data[max(0, at - 1) : at + limit]
    padded = b" " + sample + b" "
    return Counter((a, b, c) for a, b, c in zip(padded, padded[1:], padded[2:], strict=False) if b >= 0x80)


def _log_likelihood(char: str, letters: dict[str, float]) -> float:
    if char in letters:
        return letters[char]
    if char == "\ufffd":
        return _LOG_UNDECODABLE
    lower = char.lower()
    if lower in letters:
        return letters[lower] + _LOG_UPPER
    if char in _TYPOGRAPHY:
        return _LOG_TYPOGRAPHY
    return _LOG_OTHER_LETTER if char.isalpha() else _LOG_SYMBOL


def _score(
    pairs: Counter[tuple[int, int, int]], charset: str, language: str, options: CharsetOptions
) -> float:
    table = byte_table(charset)
    latin = language in _LATIN
    letters = {letter: math.log(share) for letter, share in options.letters[language].items()}
    single = [_log_likelihood(char, letters) for char in table]
    alpha = [char.isalpha() for char in table]
    upper = [char.isupper() for char in table]
    lower = [char.islower() for char in table]
    total, n = 0.0, 0
    for (before, byte, after), count in pairs.items():
        value = single[byte]
        if alpha[byte]:
            if upper[byte] and lower[before]:
                value += _UPPER_AFTER_LOWER
            for other in (before, after):
                if alpha[other] and (other < 0x80) is not latin and not (latin and other >= 0x80):
                    value += _MIXED_SCRIPTS
            if latin and before >= 0x80 and alpha[before]:
                value += _ACCENTS_IN_A_ROW
        elif alpha[before] and alpha[after] and table[byte] not in "’\u00ad\u200c":
            value += _SIGN_INSIDE_WORD
        total += value * count
        n += count
    return total / n if n else 0.0


def _spell(pairs: Counter[tuple[int, int, int]], charset: str) -> str:
    table = byte_table(charset)
    return "".join(table[b] for b in sorted({b for _, b, _ in pairs}))


def best_encodings(data: bytes, options: CharsetOptions) -> list[Score]:
    """The candidate encodings, best first; ties keep the order of the configuration."""
    pairs = _pairs(data, options.sample_bytes)
    scores = []
    for charset, languages in options.encodings.items():
        mean, language = max((_score(pairs, charset, lang, options), lang) for lang in languages)
        scores.append(Score(charset, language, mean, _spell(pairs, charset)))
    return sorted(scores, key=lambda s: -s.mean)


def score_encoding(data: bytes, charset: str, options: CharsetOptions) -> Score | None:
    """The score of one encoding, None when it is not among those that letters can judge."""
    languages = options.encodings.get(charset)
    if languages is None:
        return None
    pairs = _pairs(data, options.sample_bytes)
    mean, language = max((_score(pairs, charset, lang, options), lang) for lang in languages)
    return Score(charset, language, mean, _spell(pairs, charset))
