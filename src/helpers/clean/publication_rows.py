"""The lines of a page as the search for its publication date sees them: date lines, their labels, banners, datelines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from helpers.clean.cues import find_cues, has_cue, opens_with_cue
from helpers.clean.publication_dates import (
    FoundDate,
    find_dates,
    fold_text,
    month_comes_first,
    month_of,
    weekday_of,
)
from helpers.clean.publisher_names import is_menu_row
from helpers.foundation.provenance import Span
from helpers.foundation.records import Line

# A date line holds little else: a place, a section, an author, a clock. More words than this and it is prose or a caption.
MOST_OTHER_WORDS, MOST_WORDS_WITH_CLOCK = 8, 12
LONGEST_DATE_LINE = 240
# How far into a paragraph a dateline ("MINSK, Aug. 20 (Agency) -") may begin its date and end its dash.
LONGEST_DATELINE = 110

# The first line of some crawlers' dumps: " date 2025-08-20 Title", the day, month or year as they knew it.
CRAWLER_HEADER = re.compile(r"\s*date:? (\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=\s|$)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"\d[:h]\d{2}(?!\d)|(?<![\d.])\d{1,2}\.\d{2}(?![\d.])|\b\d{1,2} ?[ap]\.?m\b")
_PART = re.compile(r"\s*[·•|/]\s*|\s+[—–-]\s+|,\s+(?=\D)")  # between author, day and reading time
_STRIP_MARK = re.compile(r"[+\-−]?\d{1,2}\s?°|°\s?[cf]\b|[$€£₽₴]\s?\d|\d\s?[$€£₽₴]|\b(?:usd|eur|rub|byn)\b")
# Words that belong to a date or clock and are not counted as others.
_SMALL = frozenset(
    ["gmt", "utc", "msk", "ist", "est", "edt", "cet", "cest", "am", "pm", "uhr", "года", "год", "році", "року", "года",
     "г", "гг", "р", "m", "d", "at", "on", "the", "of", "de", "del", "th", "st", "nd", "rd", "мск", "saat", "ساعت", "в", "у", "о", "à", "às",
     "a", "alle", "um", "godz", "ora", "ore", "oras", "h", "val", "t", "z", "irst", "trt", "local", "time", "мин", "час"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page that is not blank.

    Attributes:
        start: offset of its first character in the page text.
        text: the line without surrounding blanks.
        folded: the same, folded for comparison; same offsets.
        role: what cleaning made of it ('furniture' where it did not say).
        kept: True when it is part of the article.
        dates: the dates in it, when it is short enough for a date line or is the beginning of a paragraph.
    """

    start: int
    text: str
    folded: str
    role: str
    kept: bool
    dates: tuple[FoundDate, ...] = field(default=())

    def span(self, found: FoundDate) -> Span:
        """The page span of a date found in the row."""
        return Span(self.start + found.start, self.start + found.end)

    @property
    def others(self) -> list[str]:
        """The words that are neither date, clock nor label."""
        covered = [(d.start, d.end) for d in self.dates]
        for kind in ("published", "updated", "captured"):
            covered += find_cues(kind, self.folded)
        return [
            m.group()
            for m in _WORD.finditer(self._told)
            if m.group() not in _SMALL
            and not any(a <= m.start() < b for a, b in covered)
            and weekday_of(m.group()) is None
            and month_of(m.group()) is None
        ]

    @property
    def _told(self) -> str:
        """The folded text, blank where it tells how long it takes to read, or how many have ("reading time: 3 minutes")."""
        if not has_cue("reading", self.folded):
            return self.folded
        edges = [0, *(p for m in _PART.finditer(self.folded) for p in m.span()), len(self.folded)]
        told = self.folded
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            if has_cue("reading", told[a:b]):
                told = told[:a] + " " * (b - a) + told[b:]
        return told

    @property
    def is_date_line(self) -> bool:
        """True when the row says a date and little else."""
        return (
            bool(self.dates)
            and len(self.text) <= LONGEST_DATE_LINE
            and self.role != "caption"
            and len(self.others) <= (MOST_WORDS_WITH_CLOCK if self.has_clock else MOST_OTHER_WORDS)
            and not has_cue("caption", self.folded)
        )

    @property
    def has_strip(self) -> bool:
        """True when weather, currency or 'today' stands in the row."""
        return (len(self.text) <= LONGEST_DATE_LINE and _STRIP_MARK.search(self.folded) is not None) or (
            len(self.text) <= 80 and any(has_cue(kind, self._told) for kind in ("strip", "captured"))
        )

    @property
    def has_clock(self) -> bool:
        """True when a time of day stands in the row."""
        return _CLOCK.search(self.folded) is not None


def read_rows(text: str, lines: Sequence[Line], language: str | None) -> list[Row]:
    """The rows of a page with their dates and what cleaning made of them."""
    rows: list[Row] = []
    month_first = month_comes_first(text) if language == "en" else None
    marks = sorted(lines, key=lambda line: line.span.start)
    at = 0
    i = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            start = at + raw.index(stripped[0])
            end = start + len(stripped)
            while i < len(marks) and marks[i].span.end <= start:
                i += 1
            inside = []
            j = i
            while j < len(marks) and marks[j].span.start < end:
                inside.append(marks[j])
                j += 1
            mark = max(inside, key=lambda line: (line.kept, line.span.end - line.span.start), default=None)
            head = stripped if len(stripped) <= LONGEST_DATE_LINE else stripped[: LONGEST_DATELINE + 40]
            dates = (
                find_dates(head, language=language, month_first=month_first) if _DIGIT.search(head) else []
            )
            if not rows and (header := CRAWLER_HEADER.match(text[:200])):
                dates = [d for d in dates if start + d.start >= header.end()]
            rows.append(
                Row(start, stripped[:4000], fold_text(stripped[:4000]), mark.role if mark else "furniture",
                    bool(mark and mark.kept), tuple(dates))
            )  # fmt: skip
        at += len(raw)
    return rows


def label_of(rows: Sequence[Row], i: int, found: FoundDate) -> str:
    """What the page calls a date: 'published', 'updated', 'captured' or '' (nothing), by the nearest phrase before it.

    A label may stand alone on the row above; a label right after the last date of a row counts when none stands before.
    """
    row = rows[i]
    previous = max((d.end for d in row.dates if d.end <= found.start), default=0)
    cues = [
        (b, kind)
        for kind in ("published", "updated", "captured")
        for a, b in find_cues(kind, row.folded)
        if previous <= a and b <= found.start
    ]
    if cues:
        return max(cues)[1]
    if (
        found.start <= 3
        and i
        and not rows[i - 1].kept
        and len(rows[i - 1].text) <= 40
        and not rows[i - 1].dates
    ):
        above = rows[i - 1]
        for kind in ("updated", "published", "captured"):
            for a, b in find_cues(kind, above.folded):
                if not above.folded[:a].strip(" \t:|-•*") and not above.folded[b:].strip(" \t:|-•*"):
                    return kind
    if found is row.dates[-1]:
        rest = row.folded[found.end :]
        for kind in ("updated", "captured"):
            # "20.08.2025 (updated)", but not "20.08.2025, updated at 18:00", where the phrase has a time of its own
            if (ends := [b for _, b in find_cues(kind, rest)]) and not _DIGIT.search(rest, ends[-1]):
                return kind
    return ""


_AFTER_DATE = re.compile(
    r"\s*[)\]]?\s*(?:года?|року?|г|р|м|m|d)?\.?\s*"  # what closes a date in Russian, Ukrainian, Lithuanian
    r"(?:[,;]?\s*\d{1,2}[:.]\d{2}\s*)?"  # a time of day
    r"(?:[,;.]?\s*[(/\[«\"“][^()/\[\]«»\n]{1,60}[)/\]»\"”])?"  # (Agency), /Agency/
    r"\s*(?:[.,]?\s*(?P<who>[^\W\d_][^\n.,;:()–—-]{0,40}?))?"  # agency or place without brackets
    r"\s*[.,:]?\s*(?:[–—-]{1,2}|//|(?<=[)/\].]))(?=\s|$|[^\W\d])"
)
# "in", "on the day", "from", "until": before a Persian date these begin a sentence, for there are no capitals to tell.
_IN_PERSIAN = frozenset(["در", "روز", "از", "تا", "به", "طی", "مورخ"])
_DATELINE_MARK = re.compile(r"[(/\[–—-]")
_PLACE = re.compile(r"[^\W\d_][\w .,'’\-/()«»|:\u200c]{0,70}")


def find_dateline(row: Row) -> FoundDate | None:
    """The date of a dateline that opens a paragraph, see `read_dateline`, or None."""
    read = read_dateline(row.text, row.dates)
    return read[0] if read else None


def read_dateline(text: str, dates: Sequence[FoundDate]) -> tuple[FoundDate, int] | None:
    """The date of a dateline that opens a paragraph ("MINSK, Aug. 20 (Agency) -", "Agency, 20 August."), and where it ends.

    Before the date may stand a place and an agency, after it an agency; then a dash, or the full stop of a bracket. Prose
    that merely begins with a date ("On Aug. 20 the presidents ...") has neither. A bare full stop is enough only where all
    that precedes is capitalised and set off by a mark.

    Args:
        text: the paragraph.
        dates: the dates found at its beginning.
    """
    if not dates or dates[0].start > 70:
        return None
    found = dates[0]
    raw = text[: found.start].rstrip()
    before = raw.strip(" \t.,-–—/(:|")
    words = before.split()
    if words and weekday_of(words[-1].strip(",.")) is not None:
        words = words[:-1]
    if len(words) > 6 or (before and not _PLACE.fullmatch(before)):
        return None
    cased = [w for w in words if w[:1].lower() != w[:1].upper()]
    lower = [w for w in cased if w[0].islower()]
    if len(lower) > 1 or (cased and cased[0][0].islower()) or _IN_PERSIAN.intersection(words):
        return None
    m = _AFTER_DATE.match(text[found.end : found.end + LONGEST_DATELINE])
    if m is None or not _is_credit_name(m["who"] or ""):
        return None
    if not _DATELINE_MARK.search(m.group()) and (not before or lower or raw[-1] not in ".,|:"):
        return None
    return found, found.end + m.end()


def _is_credit_name(text: str) -> bool:
    """True for what may stand between a date and the dash: nothing, a place, an agency; not the beginning of a sentence."""
    words = text.split()
    if any(w[0].islower() and len(w) > 3 for w in words):
        return False
    return len(words) <= (4 if any(w[0].isupper() for w in words) else 2)


def banner_near(rows: Sequence[Row], i: int) -> bool:
    """True when the row or a short row next to it shows weather, currency or a clock; a menu that has the weather shows none."""
    if rows[i].has_strip:
        return True
    near = [j for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(rows)]
    return any(
        rows[j].has_strip and not rows[j].kept and len(rows[j].text) <= 60 and not is_menu_row(rows[j].text)
        for j in near
    )


def ends_article(row: Row) -> bool:
    """True for a heading after which a page speaks of other things: related stories, comments."""
    return not row.kept and len(row.text) <= 60 and opens_with_cue("after_article", row.folded)
