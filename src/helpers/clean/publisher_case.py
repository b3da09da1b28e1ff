"""A name that a page shows in capitals throughout, as its readers write it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from helpers.clean.publication_rows import Row
from helpers.clean.publisher_names import WORD
from helpers.clean.site_words import site_words

_SHORTEST_CAPITALS = 6  # letters of a name of one word: shorter ones are abbreviations
_REACH = 600  # characters of a row that are looked at
_VOWELS = frozenset("aeiouyáàâäãåąāæéèêëęėēíìîïįīıóòôöõőøúùûüųūýаеёиоуыэюяіїє")
_LONGEST_ACRONYM = 4  # letters without a vowel
_WORD_BEFORE = 30  # characters
_STEM = 4  # letters by which a word is found again in another case
# Languages that write only the first word of a name, and the names in it, with a capital.
_SENTENCE_CASE = frozenset(["ru", "uk", "be", "lt"])
# In two words, a noun behind an adjective is small ("Поморский рыбак"), behind a noun ("Голос Поморья") or the evening it is a place.
_ADJECTIVE = {
    "ru": re.compile(r"(?:[ыио]й|[ая]я|[ое]е|[ыи]е)$"),
    "uk": re.compile(r"(?:[иі]й|[сцз]ька|[сцз]ьке|[нвл][ае]|і)$"),
    "be": re.compile(r"(?:[ыі]|[ая]я|[ая]е|[ыі]я)$"),
}
_EVENING = ("вечер", "вечір", "вечар")
_APOSTROPHES = "'’ʼ"
_PAIR = 2
_SHORTEST_STEM, _LONGEST_ENDING, _LONG_WORD = 3, 3, 8  # letters
_TURKISH = str.maketrans("Iİ", "ıi")
_INSIDE_SENTENCE = re.compile(r"(?<=[^\W\d_],\s|[^\W\d_]{2}\s|[^\W\d_]\s[«„“\"])[^\W\d_]+")


def in_readers_case(name: str, rows: Sequence[Row], language: str | None) -> str:
    """A name in capitals throughout as the page writes it elsewhere, else by the rules of the page's language.

    THE DAILY LANTERN follows readers as The Daily Lantern; where the page has no such form, the first letters of the words
    are capitals, small words and (in East Slavic languages and Lithuanian) all words but the first and those that are names
    are small, and abbreviations stay as they are. A name that its own sentences write in capitals keeps them. A single short word is taken for an abbreviation.

    Args:
        name: the name as the page shows it.
        rows: the rows of the page.
        language: ISO 639-1 of the article, None or 'und' when unknown.
    """
    letters = sum(c.isalpha() for c in name)
    several = len(WORD.findall(name)) > 1
    if not name.isupper() or (letters < _SHORTEST_CAPITALS and not several):
        return name
    rx = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    forms = Counter(
        m.group() for row in rows for m in rx.finditer(row.text[:_REACH]) if m.group()[0].isupper()
    )
    mixed = next((form for form, _ in forms.most_common() if not form.isupper()), None)
    if mixed is not None or language is None or language not in site_words().small:
        return mixed or name
    if any(_says(row.text[:_REACH], name) for row in rows):
        return name
    return _by_rule(name, rows, language)


def _says(text: str, name: str) -> bool:
    """True for a sentence that holds the name in capitals behind a word in small letters: "as HARBOUR LANTERN writes"."""
    before, found, _ = text.partition(name)
    last = WORD.findall(before[-_WORD_BEFORE:])
    return bool(found) and bool(last) and last[-1].islower() and "©" not in text


def _by_rule(name: str, rows: Sequence[Row], language: str) -> str:
    small = site_words().small[language]
    sentence = language in _SENTENCE_CASE
    cased = [row.text[:_REACH] for row in rows if not row.text.isupper()]
    names = {
        w[:_STEM].lower()
        for text in cased
        for w in _INSIDE_SENTENCE.findall(text)
        if w[0].isupper() and w[1:].islower()
    }
    kept = {w for text in cased for w in WORD.findall(text.replace(name, "")) if len(w) > 1 and w.isupper()}
    words = WORD.findall(name)
    place = sentence and language in _ADJECTIVE and len(words) == _PAIR and words[0].lower() not in small
    place = place and (
        _ADJECTIVE[language].search(words[0].lower()) is None or words[0].lower().startswith(_EVENING)
    )
    out, at, before = [], 0, ""
    for number, m in enumerate(WORD.finditer(name)):
        gap = name[at : m.start()]
        lowered = _lower(m.group(), language)
        behind = bool(gap) and gap in _APOSTROPHES and _is_ending(lowered, language, small, before)
        common = sentence and not place and before not in site_words().genres and lowered[:_STEM] not in names
        common = common and not lowered.startswith(site_words().proper) and not _is_place(lowered, language)
        if _is_acronym(m.group(), kept):
            word = m.group()
        elif behind or (number and (common or lowered in small)):
            word = lowered
        else:
            word = m.group()[0] + lowered[1:]
        out += [gap, word]
        at, before = m.end(), lowered
    return "".join(out) + name[at:]


def _is_place(word: str, language: str) -> bool:
    """True for the name of a country or a large city (CLDR) in any case of the language; not for an adjective made of one."""
    adjective = _ADJECTIVE.get(language)
    if len(word) < _STEM or (adjective is not None and adjective.search(word) and len(word) > _LONG_WORD):
        return False
    return any(
        word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING
        for stem in _place_stems(language)[word[:2]]
    )


@lru_cache(maxsize=4)
def _place_stems(language: str) -> Mapping[str, tuple[str, ...]]:
    """Names of countries and cities without their endings, by their first two letters."""
    from babel import Locale

    known = Locale(language)
    names = [*known.territories.values(), *(zone.get("city", "") for zone in known.time_zones.values())]
    out: dict[str, set[str]] = defaultdict(set)
    for name in names:
        words = WORD.findall(name.lower())
        stem = re.sub(r"[аеёиоуыэюяіїєйьъaeiouyąęėįųūs]{1,2}$", "", words[0]) if len(words) == 1 else ""
        if len(stem) >= _SHORTEST_STEM:
            out[stem[:2]].add(stem)
    return defaultdict(tuple, {head: tuple(sorted(stems)) for head, stems in out.items()})


def _lower(word: str, language: str) -> str:
    return (word.translate(_TURKISH) if language == "tr" else word).lower()


def _is_acronym(word: str, kept: set[str]) -> bool:
    """True for TV and ТВ, for BNS, which has no vowel, and for what the page has in capitals among small letters."""
    lowered = word.lower()
    if lowered in site_words().acronyms or word in kept:
        return True
    return 1 < len(word) <= _LONGEST_ACRONYM and not _VOWELS.intersection(lowered)


def _is_ending(lowered: str, language: str, small: frozenset[str], before: str) -> bool:
    """True for what goes on with a word behind an apostrophe: ANKARA'NIN, П'ЯТИЙ, PEOPLE'S; not for L'ÉCHO."""
    if language in ("fr", "it", "ro"):
        return before not in small and len(before) > 1 and len(lowered) == 1
    return True
