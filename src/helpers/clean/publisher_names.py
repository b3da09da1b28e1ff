"""What a site's name looks like: the words of names, of headings and of sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.clean.site_words import site_words

LONGEST_NAME = 40
_SKIP_WORDS = 6
DOMAIN = re.compile(r"\b((?:[a-z0-9-]+\.)+(?:com|org|net|info|news|by|ir|ru|ua|pl|ro|lt|de|fr|es|it|tr|uk|eu|tv|co|me|kz|md|az|am|ge|lv|ee|cz|cn|in|us|io|media|press|today|online))\b")  # fmt: skip
_PATH = re.compile(r"[>|›/]|(?<![\w!?.])»|»(?=\s*\w)")  # a closing quotation mark is none
WORD = re.compile(r"[^\W\d_]+")
# An address that is a row by itself.
ADDRESS = re.compile(r"https?://([\w.-]{4,100})(?:/\S*)?")
# What parts the entries of a menu that stands on one row.
_ENTRY = re.compile(r"\s*(?:\||•|·|::|»|›|/|\t|\s{2,})\s*|\s+[-–—]\s+")
_FEWEST_ENTRIES, _ENTRY_WORDS = 3, 3
_STRIP_ENTRY = re.compile(
    r"(?=[^\d]*\d)[^\W\d_][^\d.!?…]{0,20}[+\-−]?\d{1,2}\s?(?:°\s?[CcСсFf]?)?"
)  # "Weather 11°C" among the entries of a menu
_MANY_ENTRIES, _LONG_ENTRY_WORDS = (
    4,
    5,
)  # among many entries one in three may be a longer one: "Who we are?", "Двусторонние отношения"
# Words and characters of an institution's name, and the first of its words among which stands what it is.
_FEWEST_OF_INSTITUTION, _MOST_OF_INSTITUTION, _LONGEST_INSTITUTION, _NOUN_OF_INSTITUTION = 3, 14, 110, 4
_COMPOUND = 7  # letters
_NUMBERED = re.compile(r"[^\d\n]{2,30}\d{1,3}(?: [^\W\d_]{1,12})?")  # Digi24, Canal 24 Horas
_SLOGAN = re.compile(r"\s+[—–|•·-]+\s+")


@dataclass(frozen=True, slots=True)
class OutletFound:
    """A publisher with where it was found; name None and evidence '' when the page does not say."""

    name: str | None
    evidence: str


def clean_name(name: str) -> str:
    """A name without surrounding marks, its blanks single."""
    return " ".join(name.split()).strip(" -–—|:;,")[:120]


def looks_like_name(text: str) -> bool:
    """True for a short line with a word that names papers or agencies, or a domain; not for menus and headings."""
    words = [w.lower() for w in WORD.findall(text)]
    if not words or len(words) > 5 or len(text) > LONGEST_NAME or text[-1] in "?!:" or _PATH.search(text):
        return False
    if (
        ":" in text
        or words[-1] == "logo"
        or is_menu(words)
        or words[0] in site_words().headings
        or all(w in site_words().generic or w in site_words().name_words for w in words)
    ):
        return False
    if not any(_names_paper(w) for w in words) and not DOMAIN.fullmatch(text.lower()):
        return False
    first = WORD.findall(text)[0]
    return (
        first[0].isupper()
        or first[0].lower() == first[0].upper()
        or DOMAIN.fullmatch(text.lower()) is not None
    )


def names_nobody(text: str) -> bool:
    """True for words that say what a thing is ("The channel"), or what may be done with it ("Reprints with a link only")."""
    known = site_words()
    small = frozenset().union(*known.small.values())
    words = [w.lower() for w in WORD.findall(text)]
    if all(w in known.genres or w in small or w in known.generic or w in known.headings for w in words):
        return True
    return bool(2 * sum(w.startswith(known.rights) for w in words) >= len(words))


def _names_paper(word: str) -> bool:
    """True for a word for papers, or a compound with one: Kreisblatt."""
    known = site_words()
    return word in known.name_words or (len(word) > _COMPOUND and word.endswith(known.paper_ends))


def is_skip_link(text: str) -> bool:
    """True for "Skip to content", the first line of many pages, for those who have them read aloud."""
    return (
        text.replace("İ", "i").lower().startswith(site_words().skip_links)
        and len(WORD.findall(text)) <= _SKIP_WORDS
    )


def is_institution(text: str) -> bool:
    """True for the whole name of a ministry, an embassy, a parliament, a presidency, an institute: what it is and of whom or of what."""
    words = WORD.findall(text)
    if not _FEWEST_OF_INSTITUTION <= len(words) <= _MOST_OF_INSTITUTION or len(text) > _LONGEST_INSTITUTION:
        return False
    if text[-1] in "?!:.…,;" or any(c.isdigit() for c in text) or is_menu_row(text) or ":" in text:
        return False
    first = words[0][0]
    return (first.isupper() or first.lower() == first.upper()) and any(
        word.lower().startswith(site_words().offices) for word in words[:_NOUN_OF_INSTITUTION]
    )


def is_menu(words: Sequence[str]) -> bool:
    """True for words that are names of sections: at least two of them, and half of all."""
    named = sum(w in site_words().sections for w in words)
    return named >= 2 and 2 * named >= len(words)


def menu_entries(text: str) -> list[str]:
    """The parts of a row that the signs between entries of a menu, or wide blanks, part."""
    return [entry for entry in _ENTRY.split(text.strip(" |•·»›/")) if entry]


def is_menu_row(text: str) -> bool:
    """True for a row of at least three short entries that signs or wide blanks part: no sentence, no number, no name of two halves."""
    entries = menu_entries(text)
    if len(entries) < _FEWEST_ENTRIES:
        return False
    if len(entries) > _MANY_ENTRIES and _STRIP_ENTRY.fullmatch(entries[-1]):
        entries = entries[:-1]  # the weather stands behind the sections
    odd = 0  # longer entries and questions
    for entry in entries:
        words = len(WORD.findall(entry))
        if not 1 <= words <= _LONG_ENTRY_WORDS or entry[-1] in "!:.…,;" or any(c.isdigit() for c in entry):
            return False
        odd += words > _ENTRY_WORDS or entry[-1] == "?"
    if odd and (len(entries) < _MANY_ENTRIES or 3 * odd > len(entries)):
        return False
    return bool(sum(e[0].isupper() or e[0].lower() == e[0].upper() for e in entries) * 2 > len(entries))


def could_stand_above_menu(text: str) -> bool:
    """True for what may be a site's name when a menu on one row stands right below it: its words need no capitals.

    In most languages only the first word of a name is capitalised ("Kauno diena"); the place says the rest.
    """
    words = WORD.findall(text)
    lower = [w.lower() for w in words]
    if not 1 <= len(words) <= 5 or len(text) > LONGEST_NAME or text[-1] in "?!:.…,;" or ":" in text:
        return False
    if (
        (any(c.isdigit() for c in text) and not _NUMBERED.fullmatch(text))
        or is_menu(lower)
        or lower == [w for w in lower if w in site_words().sections]
        or is_menu_row(text)
    ):
        return False
    if all(
        w in site_words().sections
        or w in site_words().generic
        or w in site_words().headings
        or w in site_words().geography
        for w in lower
    ):
        return False
    if lower[0] in ("my", "your", "our"):
        return False  # a reader's own corner
    if (
        len(words) > 1
        and text.islower()
        and any(w in site_words().name_words or w in site_words().genres for w in (lower[0], lower[-1]))
    ):
        return True  # some write themselves small: "nordlicht tv"
    return bool(words[0][0].isupper() or words[0][0].lower() == words[0][0].upper())


def could_be_name(text: str) -> bool:
    """A short line of capitalised words that names no section: a site's name when its place says so."""
    words = WORD.findall(text)
    if (
        not 1 <= len(words) <= 4
        or len(text) > LONGEST_NAME
        or text[-1] in "?!:.…"
        or any(c.isdigit() for c in text)
    ):
        return False
    lower = [w.lower() for w in words]
    if any(w in site_words().sections for w in lower) or all(
        w in site_words().generic or w in site_words().headings for w in lower
    ):
        return False
    return all(w[0].isupper() or w[0].lower() == w[0].upper() or len(w) <= 3 for w in words)


def could_be_masthead(text: str) -> bool:
    """As `could_be_name`, for the first line of a page: a section's word may stand in the name, but not make it up."""
    words = WORD.findall(text)
    lower = [w.lower() for w in words]
    if lower and lower[0] in ("my", "your", "our"):
        return False
    if could_be_name(text):
        return all(w not in site_words().geography for w in lower)
    if len(words) < 2 or is_menu(lower) or len(words) > 5 or len(text) > LONGEST_NAME or text[-1] in "?!:.…":
        return False
    if any(c.isdigit() for c in text) or all(
        w in site_words().sections or w in site_words().generic or w in site_words().headings for w in lower
    ):
        return False
    return words[0][0].isupper() and all(w[0].isupper() or len(w) <= 3 for w in words)


def split_slogan(text: str) -> tuple[str, str]:
    """The name and the slogan of "Name — slogan"; the slogan is '' where there is none, or where bars set off a menu."""
    parts = _SLOGAN.split(text)
    if len(parts) != 2 or len(WORD.findall(parts[1])) < 2:
        return text, ""
    return parts[0], parts[1]
