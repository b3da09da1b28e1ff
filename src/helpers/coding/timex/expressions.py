"""Read the tokens once from left to right: the longest expression at each place, its range and its bounds."""

from __future__ import annotations

from collections.abc import Callable

from helpers.coding.timex import (
    absolute,
    amounts,
    before_era,
    clock,
    eras,
    holidays,
    month_adjectives,
    month_days,
    nth_weekdays,
    numeric,
    parts,
    periods,
    relative,
    relative_days,
    reports,
    sets,
    weekdays,
    years,
)
from helpers.coding.timex.context import (
    bound_of,
    inherit_year,
    is_aside,
    is_of_document,
    lend_year,
    take_frame_year,
)
from helpers.coding.timex.counted import is_bare, join_counted, join_counted_back
from helpers.coding.timex.cursor import ROMAN, Cursor
from helpers.coding.timex.meaning import UNBOUNDED, Meaning, Parsed, is_day
from helpers.coding.timex.ranges import extend_range
from helpers.coding.timex.scan import PAD, Token
from helpers.coding.timex.year_evidence import is_epithet

Rule = Callable[[Cursor, int], Parsed | None]
# category of the first token -> rules to try there; the longest reading wins, the first among equals
RULES: dict[str, tuple[Rule, ...]] = {
    "month": (absolute.parse_month_first, nth_weekdays.parse_weekday_of_month),
    "month_weak": (absolute.parse_month_first, nth_weekdays.parse_weekday_of_month),
    "month_abbr": (absolute.parse_month_first,),
    "solar": (absolute.parse_month_first,),
    "lunar": (absolute.parse_month_first,),
    "mw_b": (absolute.parse_month_first,),
    "wday": (weekdays.parse_weekday,),
    "wday_weak": (weekdays.parse_weekday,),
    "wday_abbr": (weekdays.parse_weekday,),
    "day": (relative_days.parse_relative_day,),
    "folday": (relative_days.parse_relative_day,),
    "relunit": (relative.parse_relative_unit,),
    "dir": (relative.parse_direction, nth_weekdays.parse_nth_weekday),
    "anch": (relative.parse_direction,),
    "unit": (relative.parse_unit_led, eras.parse_century, periods.parse_named_period),
    "ord": (
        absolute.parse_day_month,
        periods.parse_named_period,
        eras.parse_century,
        eras.parse_numbered_decade,
        nth_weekdays.parse_nth_weekday,
    ),
    "first": (absolute.parse_day_month,),
    "card": (
        relative.parse_spoken_year,
        amounts.parse_amount,
        absolute.parse_day_month,
        periods.parse_named_period,
        eras.parse_century,
    ),
    "one": (amounts.parse_amount,),
    "cardhalf": (amounts.parse_amount,),
    "vague": (amounts.parse_amount,),
    "amount": (amounts.parse_amount,),
    "ago_b": (amounts.parse_ago_before,),
    "in_b": (amounts.parse_in_before,),
    "in_weak": (amounts.parse_in_before,),
    "later_b": (amounts.parse_later_before,),
    "part": (parts.parse_part,),
    "unitpart": (parts.parse_unit_part,),
    "season": (periods.parse_named_period,),
    "season_weak": (periods.parse_weak_season,),
    "halfph": (periods.parse_named_period,),
    "qabbr": (periods.parse_named_period,),
    "half": (periods.parse_named_period,),
    "centname": (eras.parse_century,),
    "centabbr": (eras.parse_century,),
    "lastb": (nth_weekdays.parse_nth_weekday,),
    "yw_b": (years.parse_year_word, eras.parse_decade),
    "dec_b": (eras.parse_decade,),
    "decade": (eras.parse_decade,),
    "same": (relative.parse_same,),
    "every": (sets.parse_every,),
    "plwd": (weekdays.parse_plural_weekday,),
    "shade": (relative.parse_shaded,),
    "clock_b": (clock.parse_clock,),
    "reltime": (clock.parse_daypart,),
    "wdaytime": (clock.parse_weekday_time,),
    "decade1": (eras.parse_decade,),
    "rsame": (reports.parse_report_same,),
    "rlatest": (reports.parse_report_word,),
    "rprior": (reports.parse_report_word,),
    "runit": (reports.parse_report_unit,),
    "ryear": (reports.parse_report_years,),
    "mday_b": (month_days.parse_month_day,),
    "madj": (month_adjectives.parse_month_adjective,),
    "wadj": (month_adjectives.parse_weekday_adjective,),
    "holiday": (holidays.parse_holiday,),
    "era": (before_era.parse_led_bc,),
}
_NUMBER_RULES: tuple[Rule, ...] = (
    numeric.parse_numeric,
    absolute.parse_day_month,
    absolute.parse_year_first,
    month_days.parse_month_day,
    before_era.parse_bc,
    years.parse_year,
    periods.parse_named_period,
    eras.parse_century,
    eras.parse_decade,
    amounts.parse_amount,
    clock.parse_clock,
    nth_weekdays.parse_nth_weekday,
)


def parse_one(p: Cursor, i: int) -> Parsed | None:
    """The longest single expression that begins at token `i`."""
    t = p.tokens[i]
    best: Parsed | None = None
    rules: tuple[Rule, ...]
    if t.kind == "n":
        rules = _NUMBER_RULES
    elif t.kind == "w":
        if "hidden" in t.cats:
            return None
        rules = tuple(rule for category in t.cats for rule in RULES.get(category, ()))
        if t.word in ("q", "h", "t", "s"):
            rules += (periods.parse_named_period,)
        if t.capital and "ord" not in t.cats and is_roman_head(p, t):
            rules += (periods.parse_named_period, eras.parse_century, eras.parse_numbered_decade)
    elif t.word == "'" and p.tokens[i + 1].kind == "n":
        rules = (eras.parse_decade, years.parse_short_year)
    else:
        return None
    for rule in rules:
        found = rule(p, i)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    if best is None and "ref" in t.cats and _is_reference(p, i):
        best = Meaning("ref", value=t.cats["ref"], rule="reference"), i + 1
    if best is None and "span" in t.cats:
        return Meaning("duration", value=t.cats["span"], rule="duration"), i + 1
    if best is None and "freq" in t.cats:
        best = Meaning("set", value=t.cats["freq"], rule="set"), i + 1
        named = "art" in p.tokens[i - 1].cats or "one" in p.tokens[i - 1].cats
        if named and p.lexicon.language in ("fr", "es", "it", "ro") and _stands_as_noun(p, i + 1):
            return None  # scrive il quotidiano
    return best


def _stands_as_noun(p: Cursor, j: int) -> bool:
    """True where no noun follows: before a mark, a name, a verb or a preposition."""
    after = p.tokens[j]
    return after.kind != "w" or after.capital or bool(after.cats) or p.tense_of(j) != ""


def _is_reference(p: Cursor, i: int) -> bool:
    """True when a vague word is one here: no "soon" in a story, no "shortly before", a direction only before its noun."""
    t = p.tokens
    after = t[i + 1]
    if "dir" in t[i].cats and t[i].cats["dir"] == 0:  # the current talks, el actual ministro; nivel actual
        return p.tense_of(i) == ""
    if "dir" in t[i].cats:  # la próxima edición
        return (
            "art" in t[i - 1].cats
            and after.kind == "w"
            and not after.cats.keys() - {"ynoun"}
            and p.tense_of(i + 1) == ""
        )
    if "earlier_a" in t[i].cats and "unit" in t[i - 1].cats:
        return False  # ein Jahr früher als geplant
    if t[i].word == "zur zeit" and "art" in after.cats:
        return False  # zur Zeit der Besatzung: in those days
    if t[i].cats["ref"] == "FUTURE_REF" and ("after" in after.cats or "before" in after.cats):
        return False
    return not (t[i].cats["ref"] == "FUTURE_REF" and p.tense(i, i + 1) == "past")


def is_roman_head(p: Cursor, token: Token) -> bool:
    """True for a Roman numeral, French endings included (XIXe)."""
    word = token.word
    if len(word) > 8:
        return False
    return word in _ROMAN_HEADS or (p.lexicon.language == "fr" and word.rstrip("èmer") in _ROMAN_HEADS)


# Centuries so far: a numeral beyond them is none.
_ROMAN_HEADS = frozenset(r for r, n in ROMAN.items() if n <= 21)


def parse_expression(p: Cursor, i: int) -> Parsed | None:
    """The whole expression at `i`: one reading, extended by a time of day, parts behind it and a range."""
    head = (
        clock.time_head(p, i)
        if p.tokens[i].kind == "n" or "daypart" in p.tokens[i].cats or "clock_b" in p.tokens[i].cats
        else None
    )
    if head is not None:
        inner = parse_one(p, head[1])
        if inner is not None and is_day(inner[0]):
            end = clock.night_end(p, inner[0], inner[1])
            timed = inner[0].but(value=head[0], rule=inner[0].rule + "+time", day_at=(head[1], inner[1]))
            return timed, end
    found = parse_one(p, i)
    if found is None:
        return None
    meaning, j = found
    ancient = before_era.take_era(p, meaning, j)
    if ancient is not None:
        return ancient
    reported = reports.parse_report_year(p, j, meaning) if meaning.kind == "date" else None
    if reported is not None:
        return reported
    if meaning.kind == "relative" and meaning.unit == "year" and meaning.count == -1 and not meaning.part:
        meaning = meaning.but(compared=j - i > 2 and reports.compares_figures(p, i))
    elif meaning.kind == "quarter" and meaning.year is None and meaning.year_offset is None:
        meaning = meaning.but(compared=reports.reports_figures(p, i, j))
    if is_day(meaning) and meaning.value is None:
        tail = clock.time_tail(p, j)
        if tail is not None:
            return meaning.but(value=tail[0], rule=meaning.rule + "+time", day_at=(i, j)), tail[1]
    if p.lexicon.parts_after and meaning.kind in parts.PARTIBLE and meaning.day is None and not meaning.part:
        k = p.after_case(j)
        part = p.tokens[k].cats.get("part")
        if part is None and "half" in p.tokens[k + 1].cats and p.tokens[k].cats.get("ord") in (1, 2):
            half = f"half{p.tokens[k].cats['ord']}"
            offset = meaning.count if meaning.kind == "relative" and meaning.unit == "year" else None
            if meaning.kind == "relative" and meaning.anchor == "dct" and offset is not None:
                number = p.tokens[k].cats["ord"]
                return Meaning("half", number=number, year_offset=offset, rule="quarter-half-season"), k + 2
            return extend_range(p, parse_one, i, meaning.but(part=half, rule=f"{meaning.rule}+{half}"), k + 2)
        if part is not None and meaning.unit != "day":
            meaning, j = meaning.but(part=part, rule=f"{meaning.rule}+{part}"), k + 1
    if (
        p.lexicon.year_first
        and meaning.kind == "relative"
        and meaning.unit == "year"
        and (meaning.anchor == "dct" or meaning.count == 0)
    ):
        inner = absolute.parse_month_first(p, j) or periods.parse_named_period(p, j, dated=True)
        if inner is not None and inner[0].year is None and inner[0].year_offset is None:
            led = inner[0].but(year_offset=meaning.count)  # šių metų kovo 5 d., bu yılın mart ayında
            if meaning.anchor == "previous":
                led = inner[0].but(anchor="previous")  # tų pačių metų rugsėjį, aynı yılın eylül ayında
            return _with_part(p, led, inner[1])
    if (
        p.lexicon.language == "en"
        and meaning.unit == "year"
        and p.is_mark(j, "'")
        and p.tokens[j + 1].word == "s"
    ):
        period = periods.parse_named_period(p, j + 2, dated=True)
        if period is not None and period[0].year is None and period[0].year_offset is None:
            return period[0].but(year_offset=meaning.count), period[1]
        if meaning.count == -1 and "runit" in p.tokens[j + 2].cats:  # last year's quarter
            return Meaning("reported", count=-1, rule="reported-quarter"), j + 3
    if meaning.kind == "relative" and meaning.unit == "week" and meaning.anchor == "dct" and not meaning.part:
        day = p.tokens[j].cats.get("wday")
        if day is not None:  # geçen hafta çarşamba günü
            after = j + 1 + ("wdw_a" in p.tokens[j + 1].cats)
            return Meaning(
                "weekday", weekday=day, unit="week", count=meaning.count, rule="weekday-of-week"
            ), after
    return extend_range(p, parse_one, i, meaning, j)


def _with_part(p: Cursor, meaning: Meaning, j: int) -> Parsed:
    """A part behind a period, in languages that put it there."""
    part = p.tokens[p.after_case(j)].cats.get("part")
    if part is None or meaning.day is not None or meaning.part:
        return meaning, j
    return meaning.but(part=part, rule=f"{meaning.rule}+{part}"), p.after_case(j) + 1


def find_expressions(p: Cursor) -> list[tuple[Meaning, int, int]]:
    """Every expression of the text -> (meaning, first token, next token)."""
    tokens = p.tokens
    out: list[tuple[Meaning, int, int]] = []
    i, last = PAD, len(tokens) - PAD
    while i < last:
        token = tokens[i]
        if (
            token.cats
            or token.kind == "n"
            or token.word == "'"
            or (token.capital and (token.word in "qhts" or is_roman_head(p, token)))
        ):
            found = parse_expression(p, i)
            if found is not None and found[1] > i:
                meaning, j = found
                if meaning.kind == "time" or meaning.value is not None:
                    i = clock.skip_prepositions(p, i, j)
                back = join_counted_back(p, out, meaning, i)
                if back is not None:
                    meaning, j = back
                dated = meaning.kind not in UNBOUNDED and meaning.anchor != "named"
                dated = dated and not meaning.rule.endswith(
                    "adjective"
                )  # after Monday's talks: not after Monday
                if dated and not join_counted(p, out, meaning, i) and not is_epithet(p, meaning, i, j):
                    bound = bound_of(p, meaning, i, j)
                    if bound in ("from", "to", "before", "after"):
                        side = "to" if bound == "before" else bound
                        meaning = meaning.but(bound=side, rule=f"{meaning.rule}+{bound}")
                if meaning.bound == "from" and (p.has_begun(i, j) or is_aside(p, i, j)):
                    meaning = meaning.but(begun=True)
                if "asof" in tokens[p.skip_back(i, "art", "dw_b")].cats:
                    meaning = meaning.but(begun=True, bound="")
                if not meaning.bound and is_of_document(p, meaning, i):
                    meaning = meaning.but(begun=True)
                if "approx" in tokens[i - 1].cats:
                    meaning = meaning.but(approximate=True)
                if meaning.kind == "date" and meaning.month is None:
                    p.years.update(k for k in (i, j - 1) if tokens[k].kind == "n")
                meaning = take_frame_year(p, out, inherit_year(p, out, meaning, i), i, j)
                lend_year(p, out, meaning, i)
                out.append((meaning, i, j))
                i = j
                continue
        i += 1
    return [found for found in out if not is_bare(p, found)]
