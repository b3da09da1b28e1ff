"""Rules for business reports: the quarter, the latest period, the same period last year, a share a year ago."""

from __future__ import annotations

from helpers.coding.timex.absolute import parse_month_first
from helpers.coding.timex.cursor import CURRENCY, Cursor
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.periods import parse_named_period

_SENTENCE = 40


def parse_report_unit(p: Cursor, i: int) -> Parsed | None:
    """The quarter, im Quartal: the one the report is about; not a quarter of something, nor one that is counted."""
    t = p.tokens
    before, after = t[i - 1].cats, t[i + 1].cats
    led = "art" in before and any(c in t[i - 2].cats for c in ("prep", "of"))
    if "unit" not in t[i].cats or not (
        led or (p.lexicon.language in ("de", "es", "it", "fr") and "prep" in before)
    ):
        return None
    other = _of_other_year(p, i + 1)
    if other is not None:
        return other[0].but(unit="quarter"), other[1]
    if t[i + 1].word in ("ended", "ending"):
        last = parse_month_first(p, i + 2)
        if last is not None and last[0].kind == "date" and last[0].day is not None:
            return Meaning("reported", unit="quarter", count=0, end=last[0], rule="reported-quarter"), i + 1
    if "of" in after or "ord" in after or "card" in after or t[i + 1].kind == "n" or "dir" in after:
        return None
    return Meaning("reported", unit="quarter", count=0, rule="reported-quarter"), i + 1


def parse_report_same(p: Cursor, i: int) -> Parsed | None:
    """The same period last year, the corresponding quarter a year earlier: of the year before the one reported on."""
    if "runit" not in p.tokens[i + 1].cats:
        return None
    return _of_other_year(p, i + 2)


def _of_other_year(p: Cursor, j: int) -> tuple[Meaning, int] | None:
    """The same period of the year before, and the index behind its words: last year, a year ago; a year earlier than what is told."""
    t = p.tokens
    k = p.skip(j, "of", "art", "prep", limit=2)
    if t[k + 1].cats.get("unit") != "year":
        return None
    before = Meaning("reported", count=-1, rule="reported-quarter")
    if t[k].cats.get("dir") == -1:
        return before, k + 2
    if t[k].cats.get("anch") == -1:
        return before.but(compared=True), k + 2
    if "one" not in t[k].cats or k > j:
        return None
    if "ago_a" in t[k + 2].cats:
        return before, k + 3
    return (before.but(compared=True), k + 3) if "earlier_a" in t[k + 2].cats else None


def parse_report_years(p: Cursor, i: int) -> Parsed | None:
    """For the year, in the full year: the year of the report; not the year of, before or after something."""
    t = p.tokens
    of_months = "of" in t[i - 2].cats and "plural" in t[i - 3].cats  # nine months of the year
    if "art" not in t[i - 1].cats or not ("prep" in t[i - 2].cats or of_months):
        return None
    after = t[i + 1]
    if (
        after.kind == "n"
        or after.word in ("ended", "ending")
        or any(c in after.cats for c in ("of", "before", "after", "earlier_a", "later_a", "prep", "to"))
    ):
        return None
    return Meaning("relative", unit="year", count=0, rule="reported-year"), i + 1


def parse_report_word(p: Cursor, i: int) -> Parsed | None:
    """The latest quarter, the year-earlier period, year-ago third quarter, Vorjahresquartal."""
    t = p.tokens
    prior = "rprior" in t[i].cats
    if prior:
        named = parse_named_period(p, i + 1, dated=True)
        if named is not None and named[0].kind in ("quarter", "half") and named[0].year is None:
            return named[0].but(year_offset=-1), named[1]
    if "runit" in t[i + 1].cats:
        unit = "quarter" if "unit" in t[i + 1].cats else ""  # a period is a quarter only where one is named
        return Meaning("reported", unit=unit, count=-prior, rule="reported-quarter"), i + 2
    if not prior or (p.lexicon.language == "en" and not p.is_mark_within(i, "-")):
        return None
    return Meaning("reported", count=-1, rule="reported-quarter"), i + 1


def parse_report_year(p: Cursor, j: int, year: Meaning) -> Parsed | None:
    """What follows a year in English reports: the 1988 third quarter, the 1988 period."""
    if p.lexicon.language != "en" or year.month is not None or year.year is None:
        return None
    named = parse_named_period(p, j, dated=True)
    if named is not None and named[0].kind in ("quarter", "half") and named[0].year is None:
        return named[0].but(year=year.year), named[1]
    if "runit" in p.tokens[j].cats:
        return Meaning("reported", year=year.year, rule="reported-quarter"), j + 1
    return None


def reports_figures(p: Cursor, i: int, j: int) -> bool:
    """True when the quarter at i..j-1 is what figures are reported for: third-quarter earnings, net income for the quarter."""
    return p.lexicon.reports and ("rfigure" in p.tokens[j].cats or compares_figures(p, i))


def compares_figures(p: Cursor, i: int) -> bool:
    """True when a sum, a share or a percentage stands before token `i` in its sentence: "$1.16 a share, a year ago"."""
    if not p.lexicon.reports:
        return False
    t = p.tokens
    leads = t[i - 1].kind in "lx" or t[i - 1].word == "."
    for k in range(i + 3, i + 15) if leads else ():  # A year earlier, net income was $2 million
        if t[k].kind in "lx":
            break
        if t[k].word in CURRENCY:
            return True
    for k in range(i - 1, max(i - _SENTENCE, 0), -1):
        token = t[k]
        if token.kind in "lx" or (token.word == "." and t[k + 1].capital and not t[k + 1].glued):
            return False
        if token.word in CURRENCY or token.word == "%" or "rfigure" in token.cats:
            return True
    return False
