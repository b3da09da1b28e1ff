"""Who published a page: the outlet's name with where it was found; never invented."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from helpers.clean.furniture_cues import load_cues
from helpers.clean.outlets import (
    Registry,
    domain_of,
    find_names,
    load_outlets,
    outlet_of_domain,
    outlet_of_name,
)
from helpers.clean.publication_rows import Row
from helpers.clean.publisher_case import in_readers_case
from helpers.clean.publisher_footer import COPYRIGHT, SERVICES, find_in_footer
from helpers.clean.publisher_masthead import (
    find_masthead,
    find_name_above_menu,
    head_of,
    is_banner,
    stands_among_entries,
)
from helpers.clean.publisher_names import (
    ADDRESS,
    LONGEST_NAME,
    OutletFound,
    clean_name,
    could_be_name,
    is_institution,
    is_menu_row,
    looks_like_name,
    split_slogan,
)
from helpers.clean.site_words import site_words
from helpers.foundation.records import Page

# Rows at the head of a page in which a site names itself.
HEADER_ROWS = 12
_LETTERS = str.maketrans({"ł": "l", "ı": "i", "đ": "d", "ø": "o", "ß": "ss"})
_SHORTEST_HOST = 5  # letters of a name that an address repeats
_SHORT_LABEL = 3
_MAIL_HOST = re.compile(r"(?:[\w.-]@|\bwww\.)([a-z0-9-]{2,60}(?:\.[a-z0-9-]{2,30}){1,3})")


def find_outlet(
    page: Page,
    rows: Sequence[Row],
    *,
    url: str | None,
    language: str | None = None,
    registry: Registry | None = None,
) -> OutletFound:
    """Find who published a page.

    In this order: metadata that came with the page, its address, the name at the head of the page, a name there in the letters of
    an address that is a line by itself or that the page repeats, the copyright line and footer, calls to follow or subscribe, the first name of a credit with a slash, the
    line below the banner of the day, the end of the title line.
    Known outlets get their name in the registry; an unknown name is given as the page writes it.

    Args:
        page: the page.
        rows: its rows.
        url: its address, when known.
        language: ISO 639-1 of the article: how names are written with capitals.
        registry: known outlets; the project's by default.
    """
    known = registry or load_outlets()
    for given, evidence in _metadata_names(page):
        if cleaned := clean_name(given):
            outlet = outlet_of_name(cleaned, registry=known)
            if outlet is None and (cleaned.startswith("@") or "://" in cleaned):
                continue  # an account or address of an unknown publisher is no name
            return OutletFound(outlet.name if outlet else cleaned, evidence)
    if url and (domain := domain_of(url)):
        outlet = outlet_of_domain(domain, registry=known)
        return OutletFound(outlet.name if outlet else domain, "address")
    for finder in (
        _from_head,
        _from_own_address,
        _from_repetition,
        _from_masthead,
        find_in_footer,
        _from_slash_credit,
        _from_banner,
        _from_title_line,
    ):
        if (found := finder(rows, known)).name:
            return OutletFound(
                in_readers_case(_in_short_form(found.name, rows), rows, language), found.evidence
            )
    for hint in page.hints:
        if hint.field == "title" and (name := _suffix_of(hint.value, known)):
            return OutletFound(name, f"end of the title, {hint.evidence}")
    return OutletFound(None, "")


def _metadata_names(page: Page) -> list[tuple[str, str]]:
    out = [(h.value, h.evidence) for h in page.hints if h.field == "outlet"]
    if value := page.sidecar.get("outlet"):
        out.append((str(value), "sidecar"))
    return out


def _from_repetition(rows: Sequence[Row], known: Registry) -> OutletFound:
    """A short line at the head that the page repeats as a credit, in its footer or behind its title: how sites sign."""
    _, first = head_of(rows)
    body = " ".join(r.text[:160] for r in [r for r in rows if r.kept and r.role != "title"][:2])
    cues = load_cues()
    for i, row in enumerate(rows[:HEADER_ROWS]):
        if row.kept or row.dates or row.has_strip or not could_be_name(row.text):
            continue
        name = clean_name(row.text)
        if cues.match_starts([name])[0]:
            continue  # an entry of the menu, which tags and sections repeat
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        credit = f"({name})" in body or f"({name}/" in body
        among = stands_among_entries(rows, i)
        signed = i < first and any(
            (COPYRIGHT.search(r.text[:400]) or (len(r.text) < 3 * len(name) and not among))
            and whole.search(r.text)
            for r in rows[first:]
            if not r.kept
        )
        if credit or signed:
            return OutletFound(
                name,
                "name above the title, repeated as a credit"
                if credit
                else "name above the title, repeated below",
            )
    return OutletFound(None, "")


def _from_banner(rows: Sequence[Row], known: Registry) -> OutletFound:
    """The line right below a banner of day, weather or clock: the site's own name stands there."""
    first = next((i for i, r in enumerate(rows) if r.kept), len(rows))
    for above, row in pairwise(rows[: min(first, 5)]):
        if (
            above.has_strip
            and above.dates
            and not row.dates
            and not row.has_strip
            and could_be_name(row.text)
        ):
            return OutletFound(clean_name(row.text), "name below the banner of the day")
    return OutletFound(None, "")


def _from_head(rows: Sequence[Row], known: Registry) -> OutletFound:
    """A line above the title that is an outlet's name: known, or made like one and not one of a menu's entries."""
    top, first = head_of(rows)
    first -= top
    head = [r for r in rows[top : top + min(first, HEADER_ROWS)] if len(r.text) <= LONGEST_NAME + 20]
    for row in head:
        for text in dict.fromkeys((row.text, split_slogan(row.text)[0])):  # with or without its slogan
            hits = find_names(text, registry=known)  # in its own capitals: "Welt" heads a menu, "WELT" a page
            if hits and (hits[0].start, hits[0].end) == (0, len(text)):
                return OutletFound(hits[0].outlet.name, "name above the title")
    if name := find_name_above_menu(rows):
        return _unless_signed(name, rows, known)
    for i, row in enumerate(head):
        # Where a masthead stands: first of all, below the day, the weather or a row to log in, or alone above the title.
        under = i > 0 and (is_banner(head[i - 1]) or (i == 1 and is_menu_row(head[0].text)))
        alone = i == 0 or under or (i == first - 1 and first <= 4)
        name = split_slogan(row.text)[0]
        if alone and not row.dates and not row.has_strip and looks_like_name(name):
            return OutletFound(clean_name(name), "name above the title")
    return OutletFound(None, "")


def _in_short_form(name: str, rows: Sequence[Row]) -> str:
    """A name without the section behind it, where the page writes it so as well: "Kanal Mitte" of "Kanal Mitte aktuell"."""
    words = name.split()
    common = (site_words().generic | site_words().sections) - site_words().name_words
    for number in range(len(words) - 1, 0, -1):
        if words[number].lower() not in common:
            return name
        short = " ".join(words[:number])
        alone = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)(?! {re.escape(words[number])})")
        if len(short) >= _SHORTEST_HOST and any(alone.search(row.text[:600]) for row in rows):
            return short
    return name


def _from_masthead(rows: Sequence[Row], known: Registry) -> OutletFound:
    """The line at the very top that is a site's name by its place."""
    name = find_masthead(rows)
    return _unless_signed(name, rows, known) if name else OutletFound(None, "")


def _unless_signed(name: str, rows: Sequence[Row], known: Registry) -> OutletFound:
    """The name at the top of the page, unless its footer has a known one, or another one behind ©: that is heard first.

    An institution's site may be another's, whose name stands behind ©: an embassy's the ministry's.
    """
    foot = find_in_footer(rows, known)
    if foot.name and name not in foot.name:
        known_name = outlet_of_name(foot.name, registry=known) is not None
        if known_name or (foot.evidence == "copyright line" and not is_institution(name)):
            return foot
    return OutletFound(name, "name at the top of the page")


def _from_own_address(rows: Sequence[Row], known: Registry) -> OutletFound:
    """A short line that is no part of the article, in the letters of an address of the page: "Harbour Lantern", harbourlantern.example.

    The address is a line by itself, or that of the editors: desk@harbourlantern.example.

    What follows on the name in the line may be missing in the address: "Harbour Lantern Archive".
    """
    cut = [r for r in rows if not r.kept]
    labels = {_own_label(m[1].lower()) for r in cut if (m := ADDRESS.fullmatch(r.text))}
    labels |= {_own_label(host) for r in cut for host in _MAIL_HOST.findall(r.text[:200].lower())}
    labels -= SERVICES
    if not labels:
        return OutletFound(None, "")
    for row in cut[:HEADER_ROWS]:
        whole = clean_name(split_slogan(row.text)[0])
        words = whole.split()
        if len(whole) > LONGEST_NAME or ADDRESS.match(whole):
            continue
        for number in range(len(words), 0, -1):
            name = " ".join(words[:number])
            if len(name) >= _SHORTEST_HOST and _in_letters_of_hosts(name) in labels:
                outlet = outlet_of_name(name, registry=known)
                return OutletFound(
                    outlet.name if outlet else name, "name above the title, as in an address of the page"
                )
    return OutletFound(None, "")


def _own_label(host: str) -> str:
    """What a host is called: the label before its domain, those of one to three letters (co, gov) passed over."""
    labels = host.split(".")[:-1] or [host]
    return next((label for label in reversed(labels) if len(label) > _SHORT_LABEL), labels[-1]).replace(
        "-", ""
    )


def _in_letters_of_hosts(name: str) -> str:
    """A name in the letters of hosts: without marks and blanks, in lower case."""
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    return "".join(c for c in plain if c.isalnum())


_SLASH_CREDIT = re.compile(r"\(([^()/\n]{2,40})/([^()\n]{2,60})\)")


def _from_slash_credit(rows: Sequence[Row], known: Registry) -> OutletFound:
    """The first name of "(Outlet/Agency)" in a dateline: who publishes, then whom it takes from."""
    body = [r for r in rows if r.kept and r.role != "title"][:2]
    for row in body:
        if (m := _SLASH_CREDIT.search(row.text[:120])) and (outlet := outlet_of_name(m[1], registry=known)):
            return OutletFound(outlet.name, "first name of the credit")
    return OutletFound(None, "")


def _from_title_line(rows: Sequence[Row], known: Registry) -> OutletFound:
    """A known name set off at the end of the title's line: "Title | Outlet"."""
    for row in rows:
        if row.role == "title" and (name := _suffix_of(row.text, known)):
            return OutletFound(name, "end of the title line")
    return OutletFound(None, "")


def _suffix_of(title: str, known: Registry) -> str | None:
    """A known name set off at the end of a title, or a name-like one behind a bar."""
    parts = re.split(r"\s+[|–—-]\s+|\s*[|»]\s*", title)
    if len(parts) < 2:
        return None
    if outlet := outlet_of_name(parts[-1], ambiguous=False, registry=known):
        return outlet.name
    last = title.rpartition("|")[2].strip() if "|" in title else ""
    return clean_name(last) if last and looks_like_name(last) else None
