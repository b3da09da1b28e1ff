"""Rules for what lies before our era: 490 до н. э., 264–241 рр. до н. е., spring 44 BC, V в. до н. э., MÖ 490.

Such expressions have a value (BC0264) and no calendar interval; nothing is counted from them.
"""

from __future__ import annotations

from helpers.coding.timex.calendars import SEASON_LETTERS
from helpers.coding.timex.cursor import DASHES, Cursor
from helpers.coding.timex.eras import parse_century
from helpers.coding.timex.meaning import Meaning, Parsed


def parse_bc(p: Cursor, i: int) -> Parsed | None:
    """A year before our era or a range of them: 490 до н. е., 44 BC, 264–241 рр. до н. е."""
    found = _years_at(p, i)
    return (_bc(found[0]), found[1]) if found is not None else None


def parse_led_bc(p: Cursor, i: int) -> Parsed | None:
    """The era before its year: MÖ 490, MÖ 5. yüzyılda."""
    t = p.tokens
    number = t[i + 1]
    if t[i].cats.get("era") != "bc" or number.kind != "n" or not 1 <= number.digits <= 4:
        return None
    century = parse_century(p, i + 1)
    if century is not None:
        return _bc(f"BC{(century[0].number or 1) - 1:02d}"), century[1]  # MÖ 5. yüzyılda
    if p.lexicon.language != "tr" or not p.ends_number(i + 2):
        return None
    return _bc(f"BC{number.number:04d}"), i + 2


def take_era(p: Cursor, meaning: Meaning, j: int) -> Parsed | None:
    """A season, month, day, year or century that words behind it put before our era: навесні 264 до н. е., V в. до н. э."""
    t = p.tokens
    if meaning.calendar != "g" or meaning.year_offset is not None or meaning.count is not None:
        return None
    if meaning.kind == "century" or (meaning.kind == "date" and meaning.year is not None):
        k = j - 1 if t[j - 1].cats.get("era") == "bc" else j
        if t[k].cats.get("era") != "bc":
            return None
        year = meaning.year
        return _bc(f"BC{year:04d}" if year is not None else f"BC{(meaning.number or 1) - 1:02d}"), k + 1
    if meaning.year is not None or meaning.kind not in ("date", "season") or meaning.end is not None:
        return None
    found = _years_at(p, p.skip(j, "of", "art", "yw_b", "prep"))
    if found is None or "/" in found[0]:
        return None
    if meaning.kind == "season":
        tail = SEASON_LETTERS[(meaning.number or 1) - 1]
    else:
        tail = f"{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day is not None else "")
    return _bc(f"{found[0]}-{tail}"), found[1]


def _years_at(p: Cursor, i: int) -> tuple[str, int] | None:
    """The value of years before our era in digits at `i` -> (value, next index)."""
    t = p.tokens
    if t[i].kind != "n" or not 1 <= t[i].digits <= 4 or not p.starts_number(i):
        return None
    k, value = i + 1, f"BC{t[i].number:04d}"
    last = t[i + 2]
    if p.is_mark(k, DASHES) and last.kind == "n" and 1 <= last.digits <= 4 and last.number < t[i].number:
        k, value = i + 3, f"{value}/BC{last.number:04d}"
    k += "yw_a" in t[k].cats
    return (value, k + 1) if t[k].cats.get("era") == "bc" else None


def _bc(value: str) -> Meaning:
    return Meaning("bc", unit=value, rule="year-bc")
