"""The recogniser's two functions: expressions of a text resolved against its DCT, and explicit dates of a short string."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.expressions import find_expressions
from helpers.coding.timex.lexicon import Lexicon, get_lexicon
from helpers.coding.timex.prospects import lies_ahead
from helpers.coding.timex.resolve import Resolver
from helpers.coding.timex.scan import Token, scan_text
from helpers.coding.timex.tense import clause_tense, tells_event
from helpers.foundation.dates import DateInterval, write_edtf
from helpers.foundation.records import Timex
from helpers.foundation.schemas import LANGUAGES


def _reads_month_first(text: str, language: str, country: str | None) -> bool:
    """True for US English: the country says so, or a dateline of an American city."""
    if language != "en":
        return False
    if country is not None:
        return country.upper() in ("US", "USA")
    head = text[:400]
    return any(head.find(city) >= 0 for city in US_DATELINES)


US_DATELINES = (
    "WASHINGTON", "NEW YORK", "BOSTON", "CHICAGO", "LOS ANGELES", "SAN FRANCISCO", "HOUSTON", "DALLAS", "ATLANTA", "MIAMI",
    "SEATTLE", "DENVER", "PHILADELPHIA", "DETROIT", "PHOENIX", "SAN DIEGO", "BALTIMORE", "NORFOLK", "HONOLULU", "ANCHORAGE",
    "PITTSBURGH", "CLEVELAND", "MINNEAPOLIS", "NEW ORLEANS", "LAS VEGAS", "AUSTIN", "SAN ANTONIO", "PENTAGON", "ARLINGTON",
    "ST. LOUIS", "KANSAS CITY", "TAMPA", "ORLANDO", "PORTLAND", "SACRAMENTO", "INDIANAPOLIS", "COLUMBUS", "CHARLOTTE", "NASHVILLE",
    "MEMPHIS", "MILWAUKEE", "SALT LAKE CITY", "ALBUQUERQUE", "TUCSON", "OKLAHOMA CITY", "COLORADO SPRINGS", "ANNAPOLIS", "RICHMOND, Va",
    "UNITED NATIONS", "SAN JOSE", "SAN JUAN",
)  # fmt: skip


def find_timexes(
    text: str, language: str, dct: DateInterval, *, country: str | None = None, days: bool = False
) -> list[Timex]:
    """Find and resolve the temporal expressions of a text.

    Args:
        text: paragraphs joined by line breaks.
        language: ISO 639-1 code of one of the project's languages.
        dct: document creation time; `DateInterval()` when unknown, which leaves relative expressions unresolved.
        country: ISO 3166 code of the outlet's country, for the order of numeric dates.
        days: give the day of each TIME as a DATE of its own too, right behind it: Friday for "Friday evening".

    Returns:
        Expressions in text order, not overlapping but for those days; `text[t.start:t.end] == t.surface` for each.

    Raises:
        ValueError: no such language.
    """
    lexicon = get_lexicon(language)
    tokens = scan_text(text, lexicon)
    tense_memo: dict[tuple[int, int], str] = {}

    def tense(i: int, j: int) -> str:
        key = (i, j)
        if key not in tense_memo:
            tense_memo[key] = clause_tense(tokens, lexicon, i, j)
        return tense_memo[key]

    p = Cursor(tokens, lexicon, _reads_month_first(text, language, country), tense)
    resolver = Resolver(
        dct,
        lexicon,
        tense,
        lambda i, j: tells_event(tokens, lexicon, i, j),
        lambda i, j: lies_ahead(tokens, lexicon, i, j),
    )
    found = find_expressions(p)
    resolver.study([meaning for meaning, _, _ in found], len(tokens))
    out: list[Timex] = []
    for meaning, i, j in found:
        start, end = tokens[i].start, tokens[j - 1].end
        if meaning.anchor == "named":
            end = _without_article(tokens[j - 1], text, lexicon)
        timex = resolver.resolve(meaning, i, j, start, end, text[start:end])
        out.append(timex)
        if days and meaning.day_at is not None and timex.type == "TIME":
            first, after = meaning.day_at
            out.append(_day_of(timex, text, tokens[first].start, tokens[after - 1].end))
    return out


def _without_article(last: Token, text: str, lexicon: Lexicon) -> int:
    """The end of a phrase without the article or the word for of behind it: tres días después | del."""
    head, _, tail = last.word.rpartition(" ")
    cats = lexicon.words.get((tail,), {})
    if not head or not ("of" in cats or "art" in cats):
        return last.end
    return last.start + len(text[last.start : last.end].rstrip().rsplit(maxsplit=1)[0])


def _day_of(time: Timex, text: str, start: int, end: int) -> Timex:
    """The day of a TIME as a DATE with its interval, over its own words."""
    low, high = (dt.date.fromisoformat(x) if x else None for x in (time.earliest, time.latest))
    return replace(
        time, start=start, end=end, surface=text[start:end], type="DATE", edtf=write_edtf(low, high),
        value=time.value.partition("T")[0] if time.value else None, rule=time.rule.replace("+time", "+day"),
    )  # fmt: skip


EARLIEST_YEAR, LATEST_YEAR = 1800, 2100


def find_absolute_dates(text: str, language: str | None = None) -> list[Timex]:
    """Fully explicit dates of one short string: a day with its month and year, or a month with its year.

    For metadata lines, addresses, datelines: nothing relative is read, nothing is completed from context.

    Args:
        text: a short string such as '2 مهر 1402', 'Август 21, 2025 - 10:20' or '/2023/07/31/'.
        language: ISO 639-1 code, or None to try all languages (the one that reads the longest span wins).

    Returns:
        DATE expressions with `resolution` 'explicit', in text order; a date written with its clock time is still the DATE.
    """
    if language is not None and language in LANGUAGES:
        return _explicit(text, language)
    best: dict[int, Timex] = {}
    for code in LANGUAGES:
        for timex in _explicit(text, code):
            known = best.get(timex.start)
            if known is None or timex.end > known.end:
                best[timex.start] = timex
    out: list[Timex] = []
    for timex in sorted(best.values(), key=lambda x: (x.start, -x.end)):
        if not out or timex.start >= out[-1].end:
            out.append(timex)
        elif timex.end - timex.start > out[-1].end - out[-1].start:
            out[-1] = timex
    return out


def _explicit(text: str, language: str) -> list[Timex]:
    lexicon = get_lexicon(language)
    tokens: list[Token] = scan_text(text, lexicon)
    p = Cursor(tokens, lexicon, _reads_month_first(text, language, None), lambda i, j: "past", strict=True)
    resolver = Resolver(DateInterval(), lexicon, p.tense)
    out: list[Timex] = []
    for meaning, i, j in find_expressions(p):
        if meaning.kind not in ("date", "range") or meaning.year is None or meaning.month is None:
            continue
        if meaning.calendar == "g" and not EARLIEST_YEAR <= meaning.year <= LATEST_YEAR:
            continue
        start, end = tokens[i].start, tokens[j - 1].end
        plain = meaning.but(value=None, bound="")
        out.append(resolver.resolve(plain, i, j, start, end, text[start:end]))
    return out
