"""The last week of a month, which is no week counted from today."""

from __future__ import annotations

from helpers.coding.timex.absolute import parse_month_first
from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Parsed


def stands_behind_month(p: Cursor, i: int) -> bool:
    """Ağustosun son haftası, rugpjūčio paskutinę savaitę: the month whose week it is stands before it."""
    behind = p.tokens[i - 2] if "mw_a" in p.tokens[i - 1].cats else p.tokens[i - 1]
    return p.lexicon.language in ("tr", "lt") and "month" in behind.cats


def end_of_month(p: Cursor, j: int) -> Parsed | None:
    """The last week of July: the end of that month, where the month stands right behind the week at `j`."""
    k = p.skip(j, "of", "art", "prep")
    if not p.tokens[k].cats.keys() & {"month", "month_weak"}:
        return None
    month = parse_month_first(p, k)
    if month is None or month[0].kind != "date" or month[0].day is not None:
        return None
    return month[0].but(part="end", rule=f"{month[0].rule}+end"), month[1]
