"""When a page was published, as far as the page itself shows it: an interval with its evidence, never an invented day.

Evidence, strongest first (DESIGN, Dates): page metadata, address, article dateline, crawler header, closing line. A page
banner (a date above the site's name or beside weather, clock or currency) and a recorded day of capture are the day on which
the page was read: they bound the publication from above and say nothing more. Where the strongest evidence names no day
(a month in an address, a dateline without a year), weaker evidence that agrees with it narrows it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.clean.publication_dates import (
    GREGORIAN_YEARS,
    SOLAR_YEARS,
    FoundDate,
    date_bounds,
    find_dates,
    month_of,
)
from helpers.clean.publication_rows import (
    Row,
    banner_near,
    ends_article,
    find_dateline,
    label_of,
)
from helpers.foundation.dates import DateInterval, month_end
from helpers.foundation.provenance import Span
from helpers.foundation.records import Page, Publication

# The order of DESIGN.
ORDER = ("metadata", "address", "dateline", "crawler header", "closing line")
# A dateline without a year belongs to the year in which it lies nearest to other evidence, when nearer than this.
NEAR = dt.timedelta(days=45)
# How many rows around the article are looked at.
ROWS_BELOW, ROWS_BELOW_LABELLED, PARAGRAPHS_WITH_DATELINE, MENU = 2, 12, 3, 5
# A row with a date and at most so many other words is nothing but a date line.
DATE_ONLY = 2

_HEADER = re.compile(r"\s*date:? (\d{4})(?:-(\d\d))?(?:-(\d\d))?(?=\s|$)", re.IGNORECASE)
_ISO = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T\s])")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*$")
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?(?:\.\d+)?\s*$")
_ADDRESS_DATES = (
    re.compile(r"(?<!\d)(\d{4})[/\-_.](\d{1,2})[/\-_.](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})[/\-_]([a-z]{3,9})[/\-_](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?=\D|$|\d{4,6}(?:\D|$))"),
)
_ADDRESS_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-_.](\d{1,2})[-_.](\d{4})(?!\d)")
_ADDRESS_MONTH = re.compile(r"/(\d{4})/(\d{1,2})(?:/|$)")
_URL_ROW = re.compile(r"(?:[^\W\d_][^:/\n]{0,40}:?\s*)?(https?://\S{6,500})\s*")


@dataclass(frozen=True, slots=True)
class _Evidence:
    kind: str
    interval: DateInterval
    surface: str
    span: Span | None = None
    found: FoundDate | None = None


def find_publication(
    page: Page, rows: Sequence[Row], *, language: str | None, url: str | None = None
) -> Publication:
    """Find the publication date of a page.

    Args:
        page: the page, for its hints and text.
        rows: its rows, from `read_rows`.
        language: ISO 639-1; an English page may mean 08/09/2025 either way.
        url: its address, when known.

    Returns:
        The interval with the evidence it rests on; `none` when nothing dates or bounds the page.
    """
    bounds = _captures(page, rows, language)
    dated = [
        *_from_metadata(page, language),
        *_from_address(url, rows, page.text),
        *_from_datelines(rows),
        *_from_crawler_header(page.text),
        *_from_closing(rows),
    ]
    bound = max((b.interval.latest for b in bounds if b.interval.latest), default=None)
    dated = _drop_metadata_of_capture(dated, page, language)
    dated = _give_years(dated, bound)
    usable = [e for e in dated if not e.interval.is_unknown]
    if not usable:
        if not bounds:
            return Publication()
        last = max(bounds, key=lambda b: b.interval.latest or dt.date.min)
        return Publication(last.interval, last.kind, last.span, last.surface)
    best = usable[0]
    interval, shown = best.interval, best
    for e in usable[1:]:
        if interval.is_day:
            break
        both = interval.intersect(e.interval)
        if both is not None and both != interval:
            interval, shown = both, e
    if not interval.is_day and bound is not None:
        capped = interval.intersect(DateInterval(None, bound))
        interval = capped if capped is not None else interval
    return Publication(interval, shown.kind, shown.span, shown.surface)


def read_date_value(value: str, *, language: str | None = None) -> DateInterval | None:
    """The days a metadata value stands for: ISO 8601 (the local day as written), a written date, or seconds since 1970.

    Returns:
        None when it is none of these, or does not exist.
    """
    try:
        if m := _ISO.match(value):
            year = int(m[1])
            if year in SOLAR_YEARS and m[2]:
                days = date_bounds(year, int(m[2]), int(m[3]) if m[3] else None, solar=True)
                return DateInterval(*days) if days else None
            if year in GREGORIAN_YEARS:
                return _gregorian(year, m[2], m[3])
        if (m := _COMPACT.match(value)) and int(m[1]) in GREGORIAN_YEARS:
            return _gregorian(int(m[1]), m[2], m[3])
        if m := _EPOCH.match(value):
            return DateInterval.day(dt.datetime.fromtimestamp(int(m[1]), tz=dt.UTC).date())
    except ValueError:
        return None
    found = [f for f in find_dates(value[:200], language=language) if f.has_year]
    return found[0].interval if found else None


def _gregorian(year: int, month: str | None, day: str | None) -> DateInterval:
    if month is None:
        return DateInterval(dt.date(year, 1, 1), dt.date(year, 12, 31))
    if day is None:
        return DateInterval(dt.date(year, int(month), 1), month_end(year, int(month)))
    return DateInterval.day(dt.date(year, int(month), int(day)))


def _from_metadata(page: Page, language: str | None) -> list[_Evidence]:
    out = []
    for hint in page.hints:
        if hint.field == "published" and (interval := read_date_value(hint.value, language=language)):
            out.append(_Evidence("metadata", interval, f"{hint.evidence}: {hint.value.strip()}"))
    return out


def read_address_date(url: str) -> DateInterval | None:
    """The day or month in a page's address (/2025/08/20/, 20250820, /1404/05/29/), or None."""
    lowered = url.lower()
    path = lowered.partition("://")[2].partition("/")[2] or lowered
    for rx in _ADDRESS_DATES:
        for m in rx.finditer(path):
            month = int(m[2]) if m[2].isdecimal() else month_of(m[2])
            if month and (days := _address_bounds(int(m[1]), month, int(m[3]))):
                return days
    for m in _ADDRESS_DAY_FIRST.finditer(path):
        if days := _address_bounds(int(m[3]), int(m[2]), int(m[1])):
            return days
    for m in _ADDRESS_MONTH.finditer("/" + path):
        if days := _address_bounds(int(m[1]), int(m[2]), None):
            return days
    return None


def _address_bounds(year: int, month: int, day: int | None) -> DateInterval | None:
    solar = 1380 <= year < SOLAR_YEARS.stop
    if not solar and not 1995 <= year < 2100:
        return None
    days = date_bounds(year, month, day, solar=solar)
    return DateInterval(*days) if days else None


def _from_address(url: str | None, rows: Sequence[Row], text: str) -> list[_Evidence]:
    if url:
        interval = read_address_date(url)
        return [_Evidence("address", interval, url)] if interval else []
    # A row that is nothing but the page's own address, before the article's third paragraph or labelled as a permanent link.
    body = [i for i, r in enumerate(rows) if r.kept]
    first = body[0] if body else 0
    for row in rows[: first + PARAGRAPHS_WITH_DATELINE]:
        if (m := _URL_ROW.fullmatch(row.text)) and (interval := read_address_date(m[1])):
            return [_Evidence("address", interval, m[1], Span(row.start + m.start(1), row.start + m.end(1)))]
    return []


def _from_crawler_header(text: str) -> list[_Evidence]:
    m = _HEADER.match(text[:200])
    if m is None or int(m[1]) not in GREGORIAN_YEARS:
        return []
    try:
        interval = _gregorian(int(m[1]), m[2], m[3])
    except ValueError:
        return []
    end = next(m.end(g) for g in (3, 2, 1) if m[g])
    return [_Evidence("crawler header", interval, text[m.start(1) : end], Span(m.start(1), end))]


def article_extent(rows: Sequence[Row]) -> tuple[int, int, int]:
    """Indexes of the title's row, of the first and of the last row of the body; -1 each where there is none.

    When the title stands twice with a menu between, the second, beside the article, is meant.
    """
    kept = [i for i, r in enumerate(rows) if r.kept]
    if not kept:
        return -1, -1, -1
    title = next((i for i in kept if rows[i].role == "title"), -1)
    while title > 0 and rows[title].is_date_line and len(rows[title].others) <= DATE_ONLY:
        title -= 1  # a date line taken for the title: the title stands above it
    body = [i for i in kept if rows[i].role != "title"]
    if not body:
        return title, -1, -1
    if title >= 0:
        text = rows[title].folded[-60:]
        again = [i for i in range(title + 1, body[0]) if rows[i].folded.endswith(text)]
        if again and sum(1 for i in range(title + 1, again[-1]) if len(rows[i].text) < 40) >= MENU:
            title = again[-1]
    return title, body[0], body[-1]


def _from_datelines(rows: Sequence[Row]) -> list[_Evidence]:
    title, first, _ = article_extent(rows)
    if first < 0 and title < 0:
        return []
    body = [i for i, r in enumerate(rows) if r.kept and r.role != "title"]
    stop = body[min(PARAGRAPHS_WITH_DATELINE, len(body)) - 1] + 1 if body else title + 8
    start = title + 1 if title >= 0 else max(0, first - 4)
    labelled: list[_Evidence] = []
    plain: list[_Evidence] = []
    above: list[_Evidence] = []
    for i in range(start, min(stop, len(rows))):
        row = rows[i]
        if not row.is_date_line or (title < 0 and banner_near(rows, i)) or row.has_strip:
            continue
        for found in row.dates:
            label = label_of(rows, i, found)
            if label in ("updated", "captured"):
                continue
            (labelled if label else plain).append(_evidence("dateline", row, found))
    opening = []
    for i in body[:PARAGRAPHS_WITH_DATELINE]:
        if not rows[i].is_date_line and (opens := find_dateline(rows[i])):
            opening.append(_evidence("dateline", rows[i], opens))
    for i in range(max(0, title - 4), max(title, 0)):
        row = rows[i]
        if not row.is_date_line or banner_near(rows, i):
            continue
        masthead = i == 0 and any(d.weekday for d in row.dates) and not row.has_clock
        for found in row.dates:
            label = label_of(rows, i, found)
            if label == "published" or (label == "" and i == title - 1 and not masthead):
                above.append(_evidence("dateline", row, found))
    ranked = [*labelled, *plain, *opening, *above]
    return sorted(ranked, key=lambda e: e.interval.is_unknown)


def _evidence(kind: str, row: Row, found: FoundDate) -> _Evidence:
    span = row.span(found)
    return _Evidence(kind, found.interval, row.text[found.start : found.end], span, found)


def _from_closing(rows: Sequence[Row]) -> list[_Evidence]:
    _, _, last = article_extent(rows)
    if last < 0:
        return []
    end = last
    while end > 0 and rows[end].is_date_line:  # cleaning may have kept the closing line itself
        end -= 1
    below = rows[end + 1 : end + 1 + ROWS_BELOW_LABELLED]
    stop = next((i for i, r in enumerate(below) if ends_article(r)), len(below))
    below = below[:stop]
    # Many dated rows below are a list of other stories.
    plain_allowed = sum(r.is_date_line for r in rows[end + 1 : end + 1 + 15]) <= 2
    labelled: list[_Evidence] = []
    plain: list[_Evidence] = []
    for i, row in enumerate(below):
        at = end + 1 + i
        if not row.is_date_line or banner_near(rows, at):
            continue
        for found in row.dates:
            label = label_of(rows, at, found)
            if label == "published":
                labelled.append(_evidence("closing line", row, found))
            elif label == "" and i < ROWS_BELOW and plain_allowed and len(row.others) <= 4:
                plain.append(_evidence("closing line", row, found))
    return [*labelled, *plain]


def _captures(page: Page, rows: Sequence[Row], language: str | None) -> list[_Evidence]:
    """Days on which the page was read: banners, 'today is', 'accessed', and the day recorded by whoever collected it."""
    out = []
    for hint in page.hints:
        if hint.field == "accessed" and (interval := read_date_value(hint.value, language=language)):
            out.append(
                _Evidence(
                    "page banner", DateInterval(None, interval.latest), f"{hint.evidence}: {hint.value}"
                )
            )
    title, first, last = article_extent(rows)
    top = title if title >= 0 else first
    for i, row in enumerate(rows):
        if not row.is_date_line or (0 <= first <= i <= last and row.kept):
            continue
        for found in row.dates:
            if not found.has_year:
                continue
            label = label_of(rows, i, found)
            outside = i < top or (last >= 0 and i > last)
            if label == "captured" or (outside and label == "" and (i < top or banner_near(rows, i))):
                day = DateInterval(None, found.interval.latest)
                out.append(
                    _Evidence("page banner", day, row.text[found.start : found.end], row.span(found), found)
                )
    return out


def _drop_metadata_of_capture(dated: list[_Evidence], page: Page, language: str | None) -> list[_Evidence]:
    """Metadata that repeats the recorded day of capture gives way to an earlier day in the address or a dateline.

    Some sites write the day of the request into the field meant for the day of publication.
    """
    accessed = {
        i.latest
        for h in page.hints
        if h.field == "accessed" and (i := read_date_value(h.value, language=language))
    }
    shown = [e.interval.latest for e in dated if e.kind in ("address", "dateline") and e.interval.is_day]
    return [
        e
        for e in dated
        if not (
            e.kind == "metadata"
            and e.interval.is_day
            and e.interval.latest in accessed
            and any(d and e.interval.latest and d < e.interval.latest for d in shown)
        )
    ]


def _give_years(dated: list[_Evidence], bound: dt.date | None) -> list[_Evidence]:
    """Datelines without a year, resolved by the other evidence, or bounded by the day of capture."""
    anchors = [e.interval for e in dated if e.interval.earliest and e.interval.latest]
    out = []
    for e in dated:
        if e.found is None or e.found.has_year:
            out.append(e)
            continue
        interval = DateInterval()
        if anchors and (low := anchors[0].earliest) and (high := anchors[0].latest):
            inside = e.found.days_in(low, high)
            days = inside or e.found.days_in(low - NEAR, high + NEAR)
            if len(days) == 1:
                interval = DateInterval.day(days[0])
        elif bound is not None:
            before = e.found.days_in(bound - dt.timedelta(days=366 * 12), bound)
            if before:
                interval = DateInterval(None, before[-1], e.found.weekday)
        out.append(_Evidence(e.kind, interval, e.surface, e.span, e.found))
    return out
