"""The language of a text: one of the thirteen, another one by name, or `und` when it cannot be told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, load_yaml

# Characters judged at most, from the beginning: enough for certainty, and a bound on the work.
SAMPLE = 20_000
# Fewer letters than this say nothing.
FEWEST_LETTERS = 12
# Share of words with a letter none of ours writes, from which on the text is foreign.
FOREIGN_SHARE = 0.05
# How hard a word outside a Cyrillic alphabet counts against a language: its fitting share is taken to this power.
ALPHABET_WEIGHT = 4

_WORD = re.compile(r"[^\W\d_]+(?:[\u200c'’ʻ][^\W\d_]+)*")
_SPLIT = re.compile(r"[\u200c'’]")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]")
_SCRIPTS = {"arabic": _ARABIC, "cyrillic": _CYRILLIC, "latin": _LATIN}
_SCRIPT_OF = {
    "be": "cyrillic", "ru": "cyrillic", "uk": "cyrillic", "bg": "cyrillic", "sr": "cyrillic", "fa": "arabic", "ar": "arabic",
    "ur": "arabic", "ku": "arabic",
}  # fmt: skip
# Letters with the same look that keyboards mix up: Arabic yeh and kaf in Persian text, the old Romanian cedillas.
_FOLD = str.maketrans("يىكşţ", "ییکșț")


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """What a text is written in.

    Attributes:
        code: ISO 639-1 (or 639-3 where there is none), `und` when it cannot be told.
        reason: what decided, in a few words.
    """

    code: str
    reason: str

    @property
    def supported(self) -> bool:
        """True for one of the thirteen languages that are coded, and for `und`, which is not known to be another."""
        return self.code in LANGUAGES or self.code == "und"


@dataclass(frozen=True, slots=True)
class _Relative:
    language: str
    of: frozenset[str]
    share: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Knowledge:
    alphabets: Mapping[str, frozenset[str]]
    foreign: Mapping[str, str]
    at_home: Mapping[str, frozenset[str]]
    relatives: tuple[_Relative, ...]
    latin_sure: frozenset[str]
    latin_polish: frozenset[str]
    latin_czech: frozenset[str]
    latin_never: frozenset[str]
    latin_words: frozenset[str]
    persian: frozenset[str]
    arabic: frozenset[str]


_KEYS = dict.fromkeys(
    (
        "alphabets",
        "foreign_letters",
        "letters_at_home",
        "relatives",
        "belarusian_latin",
        "persian_words",
        "arabic_words",
    ),
    True,
)


@lru_cache(maxsize=4)
def _load_knowledge(path_text: str) -> _Knowledge:
    from pathlib import Path

    path = Path(path_text)
    data: dict[str, Any] = load_yaml(path)
    check_keys(path, data, allowed=_KEYS)
    relatives = []
    for i, entry in enumerate(data["relatives"]):
        check_keys(
            path,
            entry,
            allowed=dict.fromkeys(("language", "of", "share", "words"), True),
            at=("relatives", i),
        )
        relatives.append(
            _Relative(
                entry["language"], frozenset(entry["of"]), float(entry["share"]), frozenset(entry["words"])
            )
        )
    latin = data["belarusian_latin"]
    check_keys(
        path,
        latin,
        allowed=dict.fromkeys(("letters", "polish_letters", "czech_letters", "never", "words"), True),
        at=("belarusian_latin",),
    )
    return _Knowledge(
        alphabets={k: frozenset(v) for k, v in data["alphabets"].items()},
        foreign={letter: code for code, letters in data["foreign_letters"].items() for letter in letters},
        at_home={code: frozenset(letters) for code, letters in data["letters_at_home"].items()},
        relatives=tuple(relatives),
        latin_sure=frozenset(latin["letters"]),
        latin_polish=frozenset(latin["polish_letters"]),
        latin_czech=frozenset(latin["czech_letters"]),
        latin_never=frozenset(latin["never"]),
        latin_words=frozenset(latin["words"]),
        persian=frozenset(data["persian_words"]),
        arabic=frozenset(data["arabic_words"]),
    )


def _knowledge() -> _Knowledge:
    return _load_knowledge(str(find_paths().config / "languages.yml"))


@lru_cache(maxsize=1)
def _detector() -> Any:
    import eldc

    eldc.init()
    detector = eldc.instance()
    detector.set_scores(20)
    return detector


def detect_language(text: str) -> LanguageGuess:
    """Tell the language of a text of a sentence or more.

    A general detector gives scores for sixty languages; letters and small words then decide where it is known to be
    weak: Belarusian, Russian and Ukrainian by their letters, Belarusian in Latin letters (Łacinka), languages it does
    not know. Judge article text, not menus.

    Args:
        text: any text; the first 20,000 characters are looked at.
    """
    lowered = text[:SAMPLE].replace("İ", "i").lower()
    words = _WORD.findall(lowered)
    counts = {name: len(rx.findall(lowered)) for name, rx in _SCRIPTS.items()}
    letters = sum(len(w) for w in words)
    if letters < FEWEST_LETTERS:
        return LanguageGuess("und", f"{letters} letters are too few")
    script = max(counts, key=lambda name: (counts[name], name))
    details = _detector().detect_details(" ".join(words))
    scores: dict[str, float] = dict(details.scores)
    if 2 * counts[script] < letters:
        if details.language in LANGUAGES or not details.language:
            return LanguageGuess("und", "written in a script of none of the thirteen languages")
        return LanguageGuess(details.language, "script")
    rx = _SCRIPTS[script]
    words = [w for w in words if rx.search(w)]
    know = _knowledge()
    if script == "latin" and (guess := _belarusian_latin(words, know)):
        return guess
    scores = {code: s for code, s in scores.items() if _SCRIPT_OF.get(code, "latin") == script}
    likely = max(scores, key=lambda code: (scores[code], code), default="")
    if guess := _by_foreign_letters(words, know, script, know.at_home.get(likely, frozenset())):
        return guess
    if script == "cyrillic":
        guess = _by_alphabet(words, scores, know)
    elif script == "arabic":
        guess = _persian_or_arabic(words, scores, know)
    elif scores:
        guess = LanguageGuess(likely, "letter sequences")
    else:
        guess = LanguageGuess("und", "letter sequences of no known language")
    return _by_relatives(guess, words, know)


def _by_foreign_letters(
    words: list[str], know: _Knowledge, script: str, at_home: frozenset[str]
) -> LanguageGuess | None:
    marked: Counter[str] = Counter()
    for w in words:
        for code in {know.foreign[c] for c in w if c in know.foreign and c not in at_home}:
            marked[code] += 1
    if not marked:
        return None
    code, n = max(marked.items(), key=lambda item: (item[1], item[0]))
    # One name is enough of an accident in Latin letters (Dvořák); in the other scripts such letters do not travel.
    fewest = 2 if script == "latin" else 1
    if n >= fewest and n > FOREIGN_SHARE * len(words):
        return LanguageGuess(code, f"letters of {code} in {n} of {len(words)} words")
    return None


def _by_alphabet(words: list[str], scores: Mapping[str, float], know: _Knowledge) -> LanguageGuess:
    fits = {
        code: sum(1 for w in words if alphabet.issuperset(_SPLIT.sub("", w))) / len(words)
        for code, alphabet in know.alphabets.items()
    }
    floor = min(scores.values(), default=0.5) / 2
    ranked = {code: scores.get(code, floor) * fits[code] ** ALPHABET_WEIGHT for code in know.alphabets}
    best = max(ranked, key=lambda code: (ranked[code], code))
    return LanguageGuess(best, f"alphabet fits {fits[best]:.0%} of the words")


def _persian_or_arabic(words: list[str], scores: Mapping[str, float], know: _Knowledge) -> LanguageGuess:
    folded = [part for w in words for part in _SPLIT.split(w.translate(_FOLD))]
    persian = sum(w in know.persian for w in folded)
    arabic = sum(w in know.arabic or w.startswith("ال") or "ة" in w for w in words)
    if persian > arabic:
        return LanguageGuess("fa", f"{persian} small words of Persian")
    if arabic > persian:
        return LanguageGuess("ar", f"{arabic} words of Arabic form")
    best = max(scores, key=lambda code: (scores[code], code), default="und")
    return LanguageGuess(best, "letter sequences")


def _belarusian_latin(words: list[str], know: _Knowledge) -> LanguageGuess | None:
    sure = sum(not know.latin_sure.isdisjoint(w) for w in words)
    polish = sum(not know.latin_polish.isdisjoint(w) for w in words)
    czech = sum(not know.latin_czech.isdisjoint(w) for w in words)
    small = sum(w in know.latin_words for w in words)
    n = len(words)
    # A Polish text full of Lithuanian or Czech names has č, š, ž beside ł too, but its own words have ą, ę, ż, ó.
    polish_only = sum(not know.latin_never.isdisjoint(w) for w in words)
    if 50 * polish_only > n + 25:
        return None
    if (50 * sure >= n and sure and small + polish + czech > sure) or (
        25 * polish >= n and 12 * czech >= n and polish and czech and 12 * small >= n
    ):
        return LanguageGuess("be", "Belarusian in Latin letters")
    return None


def _by_relatives(guess: LanguageGuess, words: list[str], know: _Knowledge) -> LanguageGuess:
    for r in know.relatives:
        if guess.code in r.of:
            n = sum(w in r.words for w in words)
            if n >= 2 and n > r.share * len(words):
                return LanguageGuess(r.language, f"{n} words of {r.language}, none of {guess.code}")
    return guess
