"""The name of a site on the first line of its page: told from a section or a menu by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.clean.furniture_cues import BYLINE_BIT, DATE_BIT, load_cues
from helpers.clean.publication_rows import CRAWLER_HEADER, Row
from helpers.clean.publisher_names import (
    ADDRESS,
    WORD,
    clean_name,
    could_be_masthead,
    could_be_name,
    could_stand_above_menu,
    is_institution,
    is_menu,
    is_menu_row,
    is_skip_link,
    menu_entries,
    split_slogan,
)
from helpers.clean.site_words import site_words

_FEWEST_ENTRIES = 3
_ENTRIES = 4  # rows below a name that are entries of a menu
_MENU_REACH = 3  # rows below the name in which a menu is looked for
_LONG_WORD = 4  # letters by which a word of the name is looked for in the article
_SHORT_HEAD = 6  # rows above the article on a page with hardly any menu
_GLUED = re.compile(
    r"[^\W\d_A-Z][A-Z][^\W\d_]*[^\W\d_A-Z][A-Z]"
)  # entries of a menu run together: NewsVideoRadio
_MENU_WORDS = 12
_ENTRY_WORDS = 4  # of a menu's entry that stands on a line of its own
# Small words by which a text is known to be English or German.
_CAPITALISING = frozenset(["the", "and", "of", "to", "der", "die", "das", "und", "den", "ist"])
_MOST_SKIPS = 3  # links above the name that lead past the menu
_MOST_DATES = 2  # rows of day and weather above the name
_SEVERAL = 2  # words
_SLOGAN_REACH = 3  # rows from a name of several words to its menu, less one


def head_of(rows: Sequence[Row]) -> tuple[int, int]:
    """Where the head of a page begins and the article starts: a crawler's title on the first row is no part of either, nor are
    the page's address and links to the content."""
    top = 1 if rows and rows[0].kept and CRAWLER_HEADER.match(rows[0].text) else 0
    while top < min(len(rows), _MOST_SKIPS) and not rows[top].kept and _leads_elsewhere(rows[top].text):
        top += 1
    return top, next((i for i in range(top, len(rows)) if rows[i].kept), len(rows))


def _leads_elsewhere(text: str) -> bool:
    return is_skip_link(text) or ADDRESS.fullmatch(text) is not None


def find_masthead(rows: Sequence[Row]) -> str | None:
    """The name on the first line of the page, without its slogan; None where it may as well be a section or a menu's entry.

    Beside its shape one sign more is needed: a slogan, a word that names papers, the name again elsewhere on the page, a menu
    or the day right below it, or capitals throughout above a title that has none, in words the article does not use. A name right
    above a menu on one row (`find_name_above_menu`) is asked for sooner.
    """
    if name := _find_name_above_entries(rows):
        return name
    top, first = head_of(rows)
    at = top
    while at < min(first, top + _MOST_DATES) and rows[at].dates:
        at += 1
    if at >= first or rows[at].dates or rows[at].has_strip:
        return None
    text, slogan = split_slogan(rows[at].text)
    name = clean_name(text)
    cues = load_cues()
    if (
        is_institution(name)
        and not cues.match_starts([name])[0]
        and not any(name in r.text for r in rows if r.role == "title")
    ):
        return name
    if not name or is_menu_row(rows[at].text):
        return None
    told = (
        at + 1 < first
        and not slogan
        and len(WORD.findall(name)) >= _SEVERAL
        and _says_what_it_is(rows[at + 1])
    )
    if not could_be_masthead(name) and not (told and could_stand_above_menu(name)):
        return None
    if cues.match_starts([name])[0] or _GLUED.search(name):
        return None
    if sum(1 for bit in cues.match_starts(WORD.findall(name)) if bit) >= 2:
        return None  # the entries of a menu on one row
    words = [w.lower() for w in WORD.findall(name)]
    if words[0] in site_words().sections:
        return name if _comes_again(rows, at, name) else None
    article = [r for r in rows if r.kept]
    used = " ".join(r.folded[:600] for r in article[:4])
    if name in " ".join(r.text for r in article[:1]):
        return None
    if slogan or any(w in site_words().name_words for w in words) or _comes_again(rows, at, name):
        return name
    if any(len(w) >= _LONG_WORD and w in used for w in words):
        return None
    below = rows[at + 1 : min(first, at + 1 + _MENU_REACH)]
    if below and len(words) >= _SEVERAL and _says_what_it_is(below[0]):
        return name
    if len(words) == 1 and first - at > _SHORT_HEAD:
        # one word above menus with an entry a line may be the first entry; above a row of several it is a name
        below = [r for r in below if len(WORD.findall(r.text)) > 1]
    if any(_is_navigation(r) for r in below) or (below and below[0].dates and len(words) <= 5):
        return name
    return name if _is_set_off(name, article) else None


def find_name_above_menu(rows: Sequence[Row]) -> str | None:
    """The first row of the page, or the first below a banner, when a menu on one row follows it, at once or below a slogan and a login.

    No other sign is needed: a menu's own entries stand on its row, and a title stands below it. Some sites write their name as the
    first entry of the menu.
    """
    top = head_of(rows)[0]
    tops = range(top, min(top + 1 + _MOST_DATES, len(rows)))
    top = next((i for i in tops if not is_banner(rows[i])), top)
    if top + 1 >= len(rows) or rows[top].kept:
        return None
    if name := _first_entry(rows, top):
        return name
    if is_banner(rows[top]):
        return None
    text, slogan = split_slogan(rows[top].text)
    name = clean_name(text)
    if not name or is_menu_row(rows[top].text):
        return None
    words = WORD.findall(name)
    reach = 1 if len(words) < _SEVERAL or slogan else _SLOGAN_REACH
    menu = next(
        (i for i in range(top + 1, min(top + 2 + reach, len(rows))) if is_menu_row(rows[i].text)), None
    )
    if menu is None or any(r.kept for r in rows[top:menu]) or (menu > top + 1 and len(words) < _SEVERAL):
        return None
    if could_stand_above_menu(name):
        cues = load_cues()
        opens = cues.match_starts([name])[0] & (~DATE_BIT if len(words) > 1 else -1)  # "Today in Minsk"
        known = sum(1 for bit in cues.match_starts(words) if bit)
        among = known == len(words) or (len(words) > _FEWEST_ENTRIES and 2 * known >= len(words))
        return None if opens or (known >= _SEVERAL and among) else name
    return name if is_institution(name) else None


def _is_menu_below(text: str) -> bool:
    """True for a menu on one row, or for names of sections with single blanks between: "Markets Companies Opinion"."""
    return is_menu_row(text) or (
        len(WORD.findall(text)) > _SEVERAL and text[-1] not in ".!?…" and is_menu(_lowered(text))
    )


def _lowered(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def _first_entry(rows: Sequence[Row], top: int) -> str | None:
    """The first entry of the menu on this row where it is no section as the others are, and the page writes it again."""
    if not is_menu_row(rows[top].text):
        return None
    entries = menu_entries(rows[top].text)
    name = clean_name(entries[0])
    cues = load_cues()
    known = [
        bool(bits) or any(w in site_words().sections for w in WORD.findall(entry.lower()))
        for entry, bits in zip(entries, cues.match_starts(entries), strict=True)
    ]
    set_off = name.isupper() and not any(entry.isupper() for entry in entries[1:])
    if known[0] or not (set_off or 2 * sum(known[1:]) >= len(entries) - 1) or not could_be_name(name):
        return None
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return name if any(whole.search(row.text[:600]) for row in rows[top + 1 :]) else None


def is_banner(row: Row) -> bool:
    """True for a row of day, weather or rates; a name may hold a word such as today."""
    return bool(row.dates) or (row.has_strip and any(c.isdigit() for c in row.text))


def stands_among_entries(rows: Sequence[Row], at: int) -> bool:
    """True for a short line with a short line above it or two below: a menu with an entry a line, which footers repeat."""

    def is_entry(row: Row) -> bool:
        return not (row.kept or row.dates or row.has_strip) and len(WORD.findall(row.text)) <= _ENTRY_WORDS

    above = at > 0 and is_entry(rows[at - 1])
    return above or all(is_entry(r) for r in rows[at + 1 : at + 3])


def _find_name_above_entries(rows: Sequence[Row]) -> str | None:
    """The first row when it has several words and right below it a menu with an entry a row begins, at its first entry.

    The first entry of a menu is the page's start, a login or a search, or all entries nearby are those of menus; the name itself
    is none.
    """
    top, first = head_of(rows)
    below = rows[top + 1 : min(first, top + 1 + _ENTRIES)]
    if len(below) < _FEWEST_ENTRIES or rows[top].kept or rows[top].dates:
        return None
    name = clean_name(split_slogan(rows[top].text)[0])
    words = WORD.findall(name)
    if len(words) < 2 or not could_stand_above_menu(name):
        return None
    cues = load_cues()
    if cues.match_starts([name])[0] or any(bit & ~BYLINE_BIT for bit in cues.match_starts(words)):
        return None
    entries = [
        bool(bit) or row.text.lower() in site_words().sections
        for bit, row in zip(cues.match_starts([row.text for row in below]), below, strict=True)
    ]
    short = all(len(WORD.findall(row.text)) <= 2 for row in below)
    enough = _ENTRIES - 1 if len(below) == _ENTRIES else len(below)
    return name if entries[0] and short and sum(entries) >= enough else None


def _comes_again(rows: Sequence[Row], at: int, name: str) -> bool:
    """True when a short or © row that is no part of the article holds the name again."""
    top, first = head_of(rows)
    # one word alone may be a menu's entry, shown twice
    entry = " " not in name and (first - top > _SHORT_HEAD or stands_among_entries(rows, at))
    return any(
        name in r.text
        and ("©" in r.text or len(r.text) < 3 * len(name) + 20)
        and not (entry and r.text == name)
        for r in rows[at + 1 :]
        if not r.kept
    )


def _says_what_it_is(row: Row) -> bool:
    """True for a slogan with a word for papers, "The weekly of the northern parishes"; words that open headings as well do not count."""
    words = [w.lower() for w in WORD.findall(row.text)]
    names = site_words().name_words - site_words().headings - site_words().generic
    return len(words) > _SEVERAL and not row.dates and any(w in names for w in words)


def _is_navigation(row: Row) -> bool:
    """True for a row of sections, or one that opens like a menu, a search or a login."""
    words = WORD.findall(row.text)
    if is_menu([w.lower() for w in words]):
        return True
    cues = load_cues()
    if cues.match_starts([row.text])[0]:
        return True
    return len(words) <= _MENU_WORDS and sum(1 for bit in cues.match_starts(words) if bit) >= 2


def _is_set_off(name: str, article: Sequence[Row]) -> bool:
    """True for two capitalised words or more where headings do not capitalise: not so in English titles and German nouns."""
    capitals = [w for w in WORD.findall(name) if w[0].isupper()]
    if len(capitals) < 2 or not article:
        return False
    used = set(WORD.findall(" ".join(r.folded[:600] for r in article[:4])))
    if len(used & _CAPITALISING) < 2:
        return True
    title = [w for w in WORD.findall(article[0].text) if len(w) >= _LONG_WORD]
    small = sum(1 for w in title if w[0].islower())
    return 2 * small >= len(title) > 0
