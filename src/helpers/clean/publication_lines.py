"""Where on a page the dates of its lines stand, and what that makes of them: dateline, closing line, banner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.clean.cues import find_cues, has_cue
from helpers.clean.dated_list import list_rows
from helpers.clean.furniture_cues import load_cues
from helpers.clean.outlets import name_key
from helpers.clean.publication_dates import FoundDate
from helpers.clean.publication_rows import (
    Row,
    banner_near,
    ends_article,
    find_dateline,
    label_of,
)
from helpers.clean.publisher_names import is_menu_row
from helpers.foundation.dates import DateInterval
from helpers.foundation.provenance import Span

# How many rows around the article are looked at.
ROWS_BELOW, ROWS_BELOW_LABELLED, ROWS_ABOVE_LABELLED, PARAGRAPHS_WITH_DATELINE, HEADLINE_REACH = (
    2,
    12,
    15,
    3,
    14,
)
# So many short rows between two copies of the title are a menu: the first copy is then not the headline.
MENU = 9
# Below so many rows a date is deep in the page; within so many rows of the text it is close to it.
DEEP, CLOSE = 8, 8
# So many rows of a clock alone has a live page.
LIVE_ENTRIES = 3
# A date line without a label holds at most so many other words; a line of a banner fewer.
PLAIN_WORDS, PLAIN_WORDS_WITH_CLOCK, BANNER_WORDS, TEASER_WORDS = 5, 12, 3, 4
# More different days than this above the title are those of a list of stories, not of the page.
MOST_BANNER_DAYS = 2
# Rows above the headline that may be its day's; below the text those that may say when it was changed, or where it was printed.
HEAD_REACH, ROWS_BELOW_UPDATED, LONGEST_ISSUE_LINE = 3, 4, 160
COPYRIGHT_MARK = re.compile(r"©|\(c\)|copyright")
_CLOCK_ALONE = re.compile(r"\W*\d{1,2}[:.]\d{2}\W*")
_STEM = re.compile(r"[^\W\d_]{4,}")
_SERIAL = re.compile(r"\bissn\b")
# The number of an issue or a year of publication, after its word: "No. 6", "Anno XII".
_NUMBER = re.compile(r"[.:]?\s*(?:\d{1,4}|[ivxlc]{1,7})\b")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A date with what it rests on.

    Attributes:
        kind: metadata, address, dateline, crawler header, closing line or page banner.
        interval: the days it allows; unknown for a date without a year.
        surface: the wording.
        span: its characters in the page text, None when it is not in the text.
        found: the date as found, for dates without a year.
    """

    kind: str
    interval: DateInterval
    surface: str
    span: Span | None = None
    found: FoundDate | None = None


def line_evidence(kind: str, row: Row, found: FoundDate) -> Evidence:
    """Evidence from a date found in a row."""
    return Evidence(kind, found.interval, row.text[found.start : found.end], row.span(found), found)


@dataclass(frozen=True, slots=True)
class Extent:
    """Rows of the article: headline, its last repetition, first and last row of the body; -1 where there is none."""

    title: int
    again: int
    first: int
    last: int


def article_extent(rows: Sequence[Row]) -> Extent:
    """Find the article among the rows.

    The headline is the title as cleaning found it, unless that shares no words with the body while a row a little above does
    (share buttons, authors and dates stand between many headlines and their text), or unless the same title stands higher
    up with no menu between.
    """
    kept = [i for i, r in enumerate(rows) if r.kept]
    body = [i for i in kept if rows[i].role != "title"]
    title = next((i for i in kept if rows[i].role == "title"), -1)
    if not body:
        return Extent(title, title, -1, -1)
    first = body[0]
    if title < 0 or not _is_about(rows[title], _topic(rows, body)):
        topic = _topic(rows, body)
        reach = range(max(0, min(first, title if title >= 0 else first) - HEADLINE_REACH), first)
        likely = [i for i in reach if _is_headline(rows[i]) and _is_about(rows[i], topic)]
        if likely:
            title = likely[0]
        elif title > 0 and rows[title].is_date_line:
            title -= 1
    repeated = title
    if title >= 0:
        text = rows[title].folded[-60:]
        near = range(max(0, title - HEADLINE_REACH), title)
        same = [i for i in near if rows[i].folded.endswith(text)]
        if same and sum(_is_menu(r) for r in rows[same[0] : title]) < MENU:
            title = same[0]
        again = [i for i in range(title + 1, first) if rows[i].folded.endswith(text)]
        if again and sum(_is_menu(r) for r in rows[title + 1 : again[-1]]) >= MENU:
            title = again[-1]
        repeated = max([title, *again])
    return Extent(title, repeated, first, body[-1])


def _topic(rows: Sequence[Row], body: Sequence[int]) -> frozenset[str]:
    text = " ".join(rows[i].folded[:1000] for i in body[:8])
    return frozenset(w[:5] for w in _STEM.findall(text))


def _is_about(row: Row, topic: frozenset[str]) -> bool:
    stems = {w[:5] for w in _STEM.findall(row.folded)}
    return len(stems) >= 2 and 2 * len(stems & topic) >= len(stems)


def _is_headline(row: Row) -> bool:
    return 20 <= len(row.text) <= 250 and not row.is_date_line and not row.kept


def _follows_headline(rows: Sequence[Row], i: int, topic: frozenset[str]) -> bool:
    """True when one of the three rows above is a headline about what the body is about."""
    return any(_is_headline(r) and _is_about(r, topic) for r in rows[max(0, i - 3) : i])


def _is_menu(row: Row) -> bool:
    return len(row.text) < 40 and not row.dates


def _stands_above_site(rows: Sequence[Row], i: int, outlet: str | None) -> bool:
    """True when one of the next rows, before any long one, is the publisher's name: the date belongs to the masthead."""
    if not outlet:
        return False
    key = name_key(outlet)
    return any(
        len(r.text) <= 60 and key and name_key(r.text).startswith(key) and r.role != "title"
        for r in rows[i + 1 : i + 3]
    )


def _is_plain(row: Row) -> bool:
    """True for a date line that needs no label: a date with a place, a section or an author, not the beginning of a teaser."""
    others = len(row.others)
    if (
        "(@" in row.text
        or row.text[0] in "—–"
        or (row.kept and row.role != "title" and others > BANNER_WORDS)
    ):
        return False  # a post quoted in the text, a sentence of it
    if row.has_clock:
        return others <= PLAIN_WORDS_WITH_CLOCK
    return others <= PLAIN_WORDS and not (row.dates[0].start <= 2 and others >= TEASER_WORDS)


def find_datelines(rows: Sequence[Row], extent: Extent, *, outlet: str | None = None) -> list[Evidence]:
    """Dates that stand with the article: labelled, on a line of their own by the headline, or opening a paragraph.

    Strongest first: labelled lines below the headline, plain lines below it, datelines of paragraphs, then lines above the
    headline (a labelled one anywhere near, a plain one only right above it or below another line about the same). Dates without a year come last.
    """
    title, first, last = extent.title, extent.first, extent.last
    if first < 0 and title < 0:
        return []
    body = [i for i, r in enumerate(rows) if r.kept and r.role != "title"]
    near = body[min(PARAGRAPHS_WITH_DATELINE, len(body)) - 1] + 1 if body else title + 8
    start = (
        title if title >= 0 and rows[title].is_date_line else title + 1 if title >= 0 else max(0, first - 4)
    )
    groups: dict[str, list[Evidence]] = {"labelled": [], "plain": [], "opening": [], "above": []}
    entries = list_rows(rows)
    for i in range(start, min(max(near, last + 1), len(rows))):
        row = rows[i]
        if not row.is_date_line or row.has_strip or (title < 0 and banner_near(rows, i)):
            continue
        masthead = i < extent.again and _stands_above_site(rows, i, outlet)
        for found in row.dates:
            label = label_of(rows, i, found)
            if label == "published" and (i < near or not row.kept):
                groups["labelled"].append(line_evidence("dateline", row, found))
            elif label == "" and i < near and i not in entries and not masthead and _is_plain(row):
                groups["plain"].append(line_evidence("dateline", row, found))
    for i in body[:PARAGRAPHS_WITH_DATELINE]:
        if i not in entries and not rows[i].is_date_line and (opens := find_dateline(rows[i])):
            groups["opening"].append(line_evidence("dateline", rows[i], opens))
    topic = _topic(rows, body)
    for i in range(max(0, title - ROWS_ABOVE_LABELLED), max(title, 0)):
        row = rows[i]
        if not row.is_date_line or banner_near(rows, i):
            continue
        top = i == 0 and any(d.weekday for d in row.dates) and not row.has_clock
        for found in row.dates:
            label = label_of(rows, i, found)
            near_title = i == title - 1 or _follows_headline(rows, i, topic)
            # Deep below a menu and close to the text, a day with a clock, or without a weekday, is no masthead's.
            near_title |= i >= DEEP and first - i <= CLOSE and (row.has_clock or found.weekday is None)
            # So is a day with a clock right above the headline and below the site's menu.
            near_title |= (
                0 < title - i <= HEAD_REACH and row.has_clock and not found.weekday and menu_above(rows, i)
            )
            near_title |= 0 < title - i <= HEAD_REACH and not row.has_strip and _stands_by_code(rows, i)
            numbered = label == "" and _is_numbered_issue(row, found)
            if (
                label == "published"
                or numbered
                or (label == "" and near_title and not top and _is_plain(row))
            ):
                groups["above"].append(line_evidence("dateline", row, found))
    ranked = [e for group in groups.values() for e in group]
    return sorted(ranked, key=lambda e: e.interval.is_unknown)


def _stands_by_code(rows: Sequence[Row], i: int) -> bool:
    """True for a row with, or beside, the number under which an agency files the text: "News ID: 118204"."""
    beside = (row for row in rows[max(0, i - 1) : i + 2] if row.role != "title")
    return any(len(row.text) <= LONGEST_ISSUE_LINE and has_cue("code", row.folded) for row in beside)


def _is_numbered_issue(row: Row, found: FoundDate) -> bool:
    """True for the month of a numbered issue, "June 2011 | No. 6" or "Year XII - June 2011": what a review prints on its pages.

    A day beside a number is a newspaper's masthead, which shows the day of capture.
    """
    days = found.interval
    if (
        not found.has_year
        or days.is_day
        or len(row.text) > LONGEST_ISSUE_LINE
        or not has_cue("numbering", row.folded)
    ):
        return False
    rest = row.folded[: found.start] + " " + row.folded[found.end :]
    return any(_NUMBER.match(rest, end) for _, end in find_cues("numbering", rest))


def menu_above(rows: Sequence[Row], i: int) -> bool:
    """True when the menu of the site stands above a row, so that its name and the day of capture do, too."""
    return any(is_menu_row(row.text) for row in rows[:i])


def find_updates(rows: Sequence[Row], extent: Extent) -> list[Evidence]:
    """The day of the last change, for pages that say no other: a dossier is as of that day, and cited by it.

    It stands right below the article, or, to the minute, as a newsroom stamps its reports, between headline and text; that of
    a live page also above its headline. Beside a headline a day alone says only that the article is older.
    """
    if extent.last < 0:
        return []
    below = range(extent.last + 1, min(extent.last + 1 + ROWS_BELOW_UPDATED, len(rows)))
    out = []
    for i in below:
        if ends_article(rows[i]):
            break
        out += _changed(rows, i, "closing line")
    head = range(extent.title + 1, extent.first + 1) if extent.title >= 0 else ()
    for i in head:
        if rows[i].has_clock:
            out += _changed(rows, i, "dateline")
    above = extent.title - 1
    if above >= 0 and rows[above].has_clock and (changed := _changed(rows, above, "dateline")):
        clocks = sum(_CLOCK_ALONE.fullmatch(r.text) is not None for r in rows[extent.title + 1 :])
        if clocks >= LIVE_ENTRIES:
            out = [*changed, *out]
    return out


def _changed(rows: Sequence[Row], i: int, kind: str) -> list[Evidence]:
    row = rows[i]
    if not row.is_date_line or row.has_strip or len(row.others) > PLAIN_WORDS:
        return []
    return [
        line_evidence(kind, row, found)
        for found in row.dates
        if found.has_year and label_of(rows, i, found) == "updated"
    ]


def find_closing(rows: Sequence[Row], extent: Extent) -> list[Evidence]:
    """Dates on the lines that close the article, before anything else begins; labelled ones first."""
    if extent.last < 0:
        return []
    end = extent.last
    while end > 0 and (
        rows[end].is_date_line or (rows[end].dates and has_cue("issue", rows[end].folded))
    ):  # cleaning may have kept the closing line itself
        end -= 1
    below = rows[end + 1 : end + 1 + ROWS_BELOW_LABELLED]
    stop = next((i for i, r in enumerate(below) if ends_article(r)), len(below))
    # Many dated rows below are a list of other stories.
    plain_allowed = sum(r.is_date_line for r in rows[end + 1 : end + 1 + 15]) <= 2
    labelled: list[Evidence] = []
    plain: list[Evidence] = []
    for i, row in enumerate(below[:stop]):
        at = end + 1 + i
        issue = has_cue("issue", row.folded) and len(row.text) <= LONGEST_ISSUE_LINE
        if not (row.is_date_line or issue or _is_imprint(row)):
            continue
        if banner_near(rows, at) and not any(label_of(rows, at, d) == "published" for d in row.dates):
            continue
        for found in row.dates:
            label = label_of(rows, at, found)
            if label == "published" or (issue and i < ROWS_BELOW_UPDATED):
                labelled.append(line_evidence("closing line", row, found))
            elif (
                label == ""
                and row.is_date_line
                and i < ROWS_BELOW
                and plain_allowed
                and len(row.others) <= BANNER_WORDS + 1
            ):
                plain.append(line_evidence("closing line", row, found))
    return [*labelled, *plain] or _find_signed(rows, end + 1) or _find_colophon(rows[end + 1 :])


def _find_colophon(below: Sequence[Row]) -> list[Evidence]:
    """The issue a review names beside its ISSN, wherever at the end of the page: "Meridian no. 10, October 2025 · ISSN 0000-0000"."""
    found = [
        line_evidence("closing line", row, date)
        for row in below
        if not row.kept and _SERIAL.search(row.folded)
        for date in row.dates
        if date.has_year and (_is_numbered_issue(row, date) or has_cue("issue", row.folded))
    ]
    return found if len({e.interval for e in found}) == 1 else []


def _is_imprint(row: Row) -> bool:
    """True for a short row of rights that is no picture's: "© Harbour Lantern. Published 24 October 2024. Quote us with a link."""
    return (
        not row.kept
        and bool(row.dates)
        and len(row.text) <= LONGEST_ISSUE_LINE
        and COPYRIGHT_MARK.search(row.folded) is not None
        and not has_cue("caption", row.folded)
    )


def _find_signed(rows: Sequence[Row], below: int) -> list[Evidence]:
    """The day of publication in the page's last lines, below the links to other stories: alone with its label on the only dated row there.

    Right above it stands what is said of the site (support, share, a licence), not a headline, whose day it might be.
    """
    dated = [i for i in range(below, len(rows)) if rows[i].dates]
    if len(dated) != 1 or dated[0] - below >= ROWS_BELOW_LABELLED or dated[0] == below:
        return []
    row, above = rows[dated[0]], rows[dated[0] - 1]
    found = row.dates[0]
    alone = len(row.dates) == 1 and not row.others and find_cues("published", row.folded)
    if not alone or label_of(rows, dated[0], found) != "published" or banner_near(rows, dated[0]):
        return []
    return [line_evidence("closing line", row, found)] if load_cues().match_starts([above.text])[0] else []


def find_banners(rows: Sequence[Row], extent: Extent, *, outlet: str | None = None) -> list[Evidence]:
    """Days of capture: dates above the headline that are no dateline, and dates called 'today' or beside weather and rates.

    Above the headline a date counts when its line holds little else; where more than two different days stand there, they are a
    list of stories, and only those with a weekday, a strip or the site's name beside them count.
    """
    top = extent.title if extent.title >= 0 else extent.first
    sure: list[Evidence] = []
    likely: list[Evidence] = []
    for i, row in enumerate(rows):
        if not row.is_date_line or (0 <= extent.first <= i <= extent.last and row.kept):
            continue
        inside = top <= i <= extent.last
        masthead = i < max(top, extent.again) and _stands_above_site(rows, i, outlet)
        strip = banner_near(rows, i)
        for found in row.dates:
            if not found.has_year:
                continue
            label = label_of(rows, i, found)
            bound = DateInterval(None, found.interval.latest)
            evidence = Evidence(
                "page banner", bound, row.text[found.start : found.end], row.span(found), found
            )
            if label == "captured" or masthead or (label == "" and not inside and strip):
                sure.append(evidence)
            elif label == "" and i < top and len(row.others) <= BANNER_WORDS:
                (sure if found.weekday else likely).append(evidence)
    if len({e.interval.latest for e in likely}) > MOST_BANNER_DAYS:
        return sure
    return [*sure, *likely]
