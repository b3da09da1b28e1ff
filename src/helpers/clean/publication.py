"""When a page was published, as far as the page itself shows it: an interval with its evidence, never an invented day.

Evidence, strongest first (DESIGN, Dates): page metadata, address, article dateline, crawler header, closing line. A page
banner (a date above the site's name or beside weather, clock or currency) and a recorded day of capture are the day on which
the page was read: they bound the publication from above and say nothing more. Where the strongest evidence names no day
(a month in an address, a dateline without a year, a moment in universal time that is another day where the page was
read), weaker evidence that agrees with it narrows it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from helpers.clean.publication_dates import (
    GREGORIAN_YEARS,
    SOLAR_YEARS,
    date_bounds,
    find_dates,
    month_of,
)
from helpers.clean.publication_instants import local_days, read_instant
from helpers.clean.publication_lines import (
    ROWS_BELOW,
    Evidence,
    article_extent,
    find_banners,
    find_closing,
    find_datelines,
    find_updates,
)
from helpers.clean.publication_rows import CRAWLER_HEADER, Row
from helpers.foundation.dates import DateInterval, month_end
from helpers.foundation.provenance import Span
from helpers.foundation.records import Page, Publication

# The order of DESIGN.
ORDER = ("metadata", "address", "dateline", "crawler header", "closing line")
# A dateline without a year belongs to the year in which it lies nearest to other evidence, when nearer than this.
NEAR = dt.timedelta(days=45)
# A page's own address stands this near to its text.
ROWS_WITH_ADDRESS = 3

_ISO = re.compile(r"\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T\s])")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*$")
_ADDRESS_DATES = (
    re.compile(r"(?<!\d)(\d{4})[/\-_.](\d{1,2})[/\-_.](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})[/\-_]([a-z]{3,9})[/\-_](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?=\D|$|\d{4,6}(?:\D|$))"),
)
_ADDRESS_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-_.](\d{1,2})[-_.](\d{4})(?!\d)")
_ADDRESS_MONTH = re.compile(r"/(\d{4})/(\d{1,2})(?:/|$)")
_STEM = 5  # letters by which a word of the title is found again in an address
_LETTERS = re.compile(r"[^\W\d_]+")
# With or without its scheme: saved pages often show "www.harbour-lantern.example/2024/03/14/...".
_URL_ROW = re.compile(
    r"(?:[^\W\d_][^:/\n]{0,40}(?::\s*|\s+))?(https?://\S{6,500}|(?:[a-z0-9-]+\.)+[a-z]{2,12}/\S{6,500})\s*"
)


def find_publication(
    page: Page,
    rows: Sequence[Row],
    *,
    language: str | None,
    url: str | None = None,
    outlet: str | None = None,
) -> Publication:
    """Find the publication date of a page.

    Args:
        page: the page, for its hints and text.
        rows: its rows, from `read_rows`.
        language: ISO 639-1; an English page may mean 08/09/2025 either way.
        url: its address, when known.
        outlet: its publisher, when known; a date above that name is a banner.

    Returns:
        The interval with the evidence it rests on; `none` when nothing dates or bounds the page.
    """
    extent = article_extent(rows)
    bounds = [*_from_capture(page, language), *find_banners(rows, extent, outlet=outlet)]
    visible = [*_from_address(url, rows, page.text), *find_datelines(rows, extent, outlet=outlet)]
    shown_days = [e.interval.latest for e in visible if e.interval.is_day and e.interval.latest]
    dated = [
        *_from_metadata(page, language, outlet=outlet, shown=shown_days),
        *visible,
        *_from_crawler_header(page.text),
        *find_closing(rows, extent),
    ]
    bound = max((b.interval.latest for b in bounds if b.interval.latest), default=None)
    dated = _drop_metadata_of_capture(dated, page, language)
    dated = _give_years(dated, bound)
    usable = [e for e in dated if not e.interval.is_unknown] or find_updates(rows, extent)
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
        if moment := read_instant(value):  # seconds since 1970: written days were read above
            return DateInterval.day(moment.date())
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


def _from_metadata(
    page: Page, language: str | None, *, outlet: str | None, shown: Sequence[dt.date]
) -> list[Evidence]:
    out = []
    for hint in page.hints:
        if hint.field == "published" and (interval := read_date_value(hint.value, language=language)):
            if moment := read_instant(hint.value):
                days = local_days(moment, outlet=outlet, shown=shown)
                interval = DateInterval(min(days), max(days))
            out.append(Evidence("metadata", interval, f"{hint.evidence}: {hint.value.strip()}"))
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


def _from_address(url: str | None, rows: Sequence[Row], text: str) -> list[Evidence]:
    if url:
        interval = read_address_date(url)
        return [Evidence("address", interval, url)] if interval else []
    # A row that is nothing but the page's own address, before the article's third paragraph or labelled as a permanent link.
    body = [i for i, r in enumerate(rows) if r.kept]
    first = body[0] if body else 0
    for row in rows[: first + ROWS_WITH_ADDRESS]:
        if (m := _URL_ROW.fullmatch(row.text)) and (interval := read_address_date(m[1])):
            return [_address_evidence(row, m, interval)]
    # Below the article it is the only one, and right there, or says in its last part what the title says.
    found = [(i, m) for i, row in enumerate(rows) if (m := _URL_ROW.fullmatch(row.text))]
    if len(found) == 1 and body and found[0][0] > body[-1]:
        i, m = found[0]
        title = next((rows[k].folded for k in body if rows[k].role == "title"), "")
        stems = {w[:_STEM] for w in _LETTERS.findall(title) if len(w) >= _STEM}
        same = any(w[:_STEM] in stems for w in _LETTERS.findall(m[1].rstrip("/").lower().rpartition("/")[2]))
        if (same or i - body[-1] <= ROWS_BELOW) and (interval := read_address_date(m[1])):
            return [_address_evidence(rows[i], m, interval)]
    return []


def _address_evidence(row: Row, found: re.Match[str], interval: DateInterval) -> Evidence:
    span = Span(row.start + found.start(1), row.start + found.end(1))
    return Evidence("address", interval, found[1], span)


def _from_crawler_header(text: str) -> list[Evidence]:
    m = CRAWLER_HEADER.match(text[:200])
    if m is None or int(m[1]) not in GREGORIAN_YEARS:
        return []
    try:
        interval = _gregorian(int(m[1]), m[2], m[3])
    except ValueError:
        return []
    end = next(m.end(g) for g in (3, 2, 1) if m[g])
    return [Evidence("crawler header", interval, text[m.start(1) : end], Span(m.start(1), end))]


def _from_capture(page: Page, language: str | None) -> list[Evidence]:
    """The day of capture as whoever collected the page recorded it."""
    return [
        Evidence("page banner", DateInterval(None, interval.latest), f"{hint.evidence}: {hint.value}")
        for hint in page.hints
        if hint.field == "accessed" and (interval := read_date_value(hint.value, language=language))
    ]


def _drop_metadata_of_capture(dated: list[Evidence], page: Page, language: str | None) -> list[Evidence]:
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


def _give_years(dated: list[Evidence], bound: dt.date | None) -> list[Evidence]:
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
        out.append(Evidence(e.kind, interval, e.surface, e.span, e.found))
    return out
