"""Rules for expressions of direction: yesterday, last week, этот месяц, gelecek yıl, the same year, every Friday."""

from __future__ import annotations

from helpers.coding.timex.absolute import parse_day_month, parse_month_first
from helpers.coding.timex.amounts import (
    CALENDAR_UNITS,
    CLOCK_UNITS,
    LETTER,
    NO_ARTICLE,
    duration_value,
    is_comparison,
    offset_by,
    parse_counted,
)
from helpers.coding.timex.cursor import DASHES, Cursor
from helpers.coding.timex.holidays import holiday_meaning
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.month_days import parse_month_day
from helpers.coding.timex.month_weeks import end_of_month, stands_behind_month
from helpers.coding.timex.periods import parse_named_period
from helpers.coding.timex.pieces import (
    month_at,
    spoken_year,
    year_word_after,
)
from helpers.coding.timex.relative_days import parse_relative_day
from helpers.coding.timex.weekdays import date_beside, parse_weekday, points_back


def parse_relative_unit(p: Cursor, i: int) -> Parsed | None:
    """One-word relative years, months, weeks: летась, pernai, پارسال, امسال."""
    unit, count = p.tokens[i].cats["relunit"]
    if p.tokens[i].capital and "." in p.tokens[i].word:
        return None  # A.C. Cuza
    return Meaning("relative", unit=unit, count=count, rule=f"relative-{unit}"), i + 1


def parse_direction(p: Cursor, i: int) -> Parsed | None:
    """last Friday, этот месяц, nächste Woche, geçen yıl, این هفته, the last three days."""
    t = p.tokens
    cats = t[i].cats
    direction = cats["dir"] if "dir" in cats else cats["anch"]
    anchored = "dir" not in cats
    quoted = t[i - 1].kind == "p" and t[i - 1].word in "\"“”`'" and t[i - 2].kind != "l"
    if (
        quoted
        and p.lexicon.language == "en"
        and t[i].capital
        and t[i + 1].capital
        and "unit" in t[i + 1].cats
    ):
        return None  # on the programme "This Week"
    if p.lexicon.language == "fa" and direction != 0:
        return None  # جلسه بعدی دوشنبه است: Persian puts it behind its noun
    k = p.skip(i + 1, "art", limit=1)
    if k > i + 1 and t[i].word in ("past", "following") and p.lexicon.language == "en":
        return None  # past the Nov. 1 deadline, following the August 1988 cease-fire
    if "dir" in t[k].cats and direction == 0 and t[k].cats["dir"] != 0 and p.lexicon.language not in ("en",):
        direction, k = t[k].cats["dir"], k + 1
    inner = t[k].cats
    if "wday" in inner or ("wday_weak" in inner and "unit" not in inner):
        j = k + 1 + ("wdw_a" in t[k + 1].cats)
        if direction == 0 and points_back(p, k, j):
            return parse_weekday(p, k)  # ce jeudi-là
        beside = date_beside(p, j) if p.is_mark(j, ",(،") else None
        if beside is not None:
            return beside[0].but(weekday=inner.get("wday", inner.get("wday_weak"))), beside[1]
        if anchored:
            return Meaning(
                "weekday",
                weekday=inner.get("wday", inner.get("wday_weak")),
                count=direction,
                anchor="previous",
                rule="chain-weekday",
            ), j
        return Meaning(
            "weekday",
            weekday=inner.get("wday", inner.get("wday_weak")),
            count=direction,
            rule="weekday-direction",
        ), j
    if direction in (-1, 1) and (t[k].kind == "n" or "ord" in inner or "first" in inner):
        dated = parse_day_month(p, p.skip(k, "dw_b", limit=1))
        if (
            dated is not None
            and dated[0].year is None
            and dated[0].kind == "date"
            and dated[0].year_offset is None
        ):
            return dated[0].but(count=direction, rule="day-month-direction"), dated[1]
    if direction in (-1, 1) and "mday_b" in inner:
        named = parse_day_month(p, k + 1)
        if named is not None and named[0].kind == "date" and named[0].year is None:
            return named[0].but(count=direction, rule="day-month-direction"), named[
                1
            ]  # el próximo día 9 de julio
        numbered = parse_month_day(p, k)
        if numbered is not None:
            return numbered[0].but(count=direction), numbered[1]  # el pasado día 3
    month = month_at(p, k)
    if month is not None and month[0] == "s" and not p.lexicon.solar_default:
        month = None  # dieses Mehr
    written = month is not None and (month[3] > 0 or t[month[2] - 1].word == ".")
    if (
        month is not None
        and written
        and (t[k].capital if p.lexicon.capitalised else t[k].capital == t[i].capital or month[3] == 2)
    ):
        return Meaning(
            "date", month=month[1], calendar=month[0], count=direction, rule="month-direction"
        ), month[2]
    if "holiday" in inner:
        return holiday_meaning(inner["holiday"]).but(count=direction, rule="holiday-direction"), k + 1
    if p.lexicon.language == "pl" and t[k].word == "lata" and t[k - 1].word.endswith("ego"):
        return Meaning("season", number=2, count=direction, rule="season-direction"), k + 1  # zeszłego lata
    if "season" in inner or "season_weak" in inner:
        number = inner.get("season", inner.get("season_weak"))
        return Meaning("season", number=number, count=direction, rule="season-direction"), k + 1
    if "daypart" in inner and (anchored or direction == 1) and p.lexicon.language == "en":
        part = f"T{inner['daypart']}"  # the previous evening, the next morning
        return Meaning(
            "relative", unit="day", count=direction, anchor="previous", value=part, rule="chain-time"
        ), k + 1
    if "unit" in inner:
        return _direction_unit(p, i, k, direction, anchored)
    found = p.number(k) or ((0, k + 1) if "vague" in inner else None)
    if found is not None and "unit" in t[found[1]].cats:
        unit = t[found[1]].cats["unit"]
        count = "X" if "vague" in inner else str(found[0])
        return Meaning("duration", value=duration_value(count, unit), rule="duration"), found[1] + 1
    ordinal = p.ordinal(k)
    if ordinal is not None and t[ordinal[1]].cats.get("unit") == "quarter":
        return Meaning("quarter", number=ordinal[0], count=direction, rule="quarter-direction"), ordinal[
            1
        ] + 1
    return None


# endings of a direction that tell the number where the unit does not: prochains mois, бліжэйшыя месяцы
_PLURAL_DIRECTIONS: dict[str, str | tuple[str, ...]] = {"fr": "s", "be": ("ыя", "ія")}


# Romanian: acestei săptămâni and acestei luni are singular, their unit looks like the plural
_SINGULAR = frozenset(("acestei", "acestui", "această", "aceasta", "acest"))


# stems of words that mean the latest: with a decade a span of time, за последнее десятилетие, in der letzten Dekade is none
_LATEST = ("последн", "останн", "апошн", "ostatn", "últim", "ultim", "derni", "pastar", "paskut")


# stems of words that mean next as well as following; przyszły, будущий, майбутній look ahead from today only
_NEXT_OR_FOLLOWING = ("следующ", "наступн", "następn", "kit")


def _direction_unit(p: Cursor, i: int, k: int, direction: int, anchored: bool) -> Parsed | None:
    t = p.tokens
    unit = t[k].cats["unit"]
    if unit in CLOCK_UNITS:
        return Meaning("duration", value=duration_value("1", unit), rule="duration"), k + 1
    j = k + 1
    single = p.lexicon.language == "pl" and t[k - 1].word.endswith(("ej", "ą"))  # przyszłej dekady
    plural = ("plural" in t[k].cats and t[k - 1].word not in _SINGULAR and not single) or t[
        k - 1
    ].word.endswith(_PLURAL_DIRECTIONS.get(p.lexicon.language, "\0"))
    if plural and direction == 0 and not anchored and p.lexicon.language != "fa":
        if unit == "day":
            return Meaning("ref", value="PRESENT_REF", rule="reference"), j  # estos días
        return Meaning("duration", value=duration_value("X", unit), rule="duration"), j
    if plural and direction != 0:
        return Meaning("duration", value=duration_value("X", unit), rule="duration"), j
    lately = t[k - 1].word.startswith(_LATEST) or (t[i].word == "past" and p.lexicon.language == "en")
    if unit in ("decade", "century") and direction == -1 and lately:
        return Meaning(
            "duration", value=duration_value("1", unit), rule="duration"
        ), j  # over the past decade
    if unit == "week" and direction == -1 and not anchored:
        if stands_behind_month(p, i):
            return None
        if (end := end_of_month(p, j)) is not None:
            return end
    if unit == "quarter" and direction == -1:
        m = p.skip(j, "of", "art", "yw_b")
        if m > j and t[m].kind == "n" and t[m].digits == 4:
            return Meaning(
                "quarter", number=4, year=t[m].number, rule="quarter-half-season"
            ), year_word_after(p, m + 1)
    if unit == "day" and not anchored:
        if direction == -1:
            return None
        if direction == 0 and p.lexicon.language != "fa":
            return Meaning("relative", unit="day", count=0, anchor="previous", rule="chain-day"), j
        if direction == 0:
            return Meaning("relative", unit="day", count=0, rule="relative-day"), j
        return Meaning("relative", unit="day", count=1, anchor="previous", rule="chain-day"), j
    if p.lexicon.language == "fr" and p.is_mark(j, "-") and t[j + 1].glued:
        if t[j + 1].word == "là" and direction == 0:  # cette année-là
            return Meaning("relative", unit=unit, count=0, anchor="previous", rule=f"chain-{unit}"), j + 2
        j += 2 * (t[j + 1].word == "ci")
    if unit == "weekend" and "nearest" in t[k - 1].cats:
        direction = 0  # the coming weekend is the one this week ends with
    anchor = "previous" if anchored else "dct"
    rule = f"relative-{unit}" if anchor == "dct" else f"chain-{unit}"
    follows = direction == 1 and not anchored and t[k - 1].word.startswith(_NEXT_OR_FOLLOWING)
    if follows and unit != "weekend" and p.look_back(i) not in ("to", "before") and p.tense(i, j) == "past":
        # следующий is next and following: in a story it counts from the expression before, if there is one
        return Meaning("relative", unit=unit, count=1, anchor="previous", rule=f"next-{unit}"), j
    return Meaning("relative", unit=unit, count=direction, anchor=anchor, rule=rule), j


_WEEK_OF = frozenset(("en", "de", "fr", "es", "it", "ro"))


def parse_week_of(p: Cursor, j: int) -> Parsed | None:
    """The date behind "week" that tells which one: the week of March 6, la semaine du 6 mars, die Woche vom 6. März."""
    k = p.skip(j, "of", "art", "prep", "weakprep")
    if k == j:
        return None
    found = parse_day_month(p, k) or (parse_month_first(p, k) if month_at(p, k) is not None else None)
    if found is None or found[0].kind != "date" or found[0].day is None:
        return None
    after = p.tokens[found[1]]
    if "to" in after.cats or "until" in after.cats or p.is_mark(found[1], DASHES):
        return None
    return found[0].but(unit="week", rule="week-of"), found[1]


_ALONE = (("ago_a", -1, "dct"), ("later_a", 1, "previous"), ("earlier_a", -1, "previous"))


def parse_unit_led(p: Cursor, i: int) -> Parsed | None:
    """The unit before its direction: semaine dernière, anul trecut, سال گذشته, mes que viene."""
    t = p.tokens
    unit = t[i].cats["unit"]
    after = t[i + 1].cats
    if p.lexicon.language == "fa" and t[i].word.endswith("ماهه") and unit != "month" and "ord" not in after:
        months = {"quarter": "3", "semester": "6"}[unit]  # قرارداد شش‌ماهه
        return Meaning("duration", value=duration_value(months, "month"), rule="duration"), i + 1
    led = "art" in t[i - 1].cats or "prep" in t[i - 1].cats  # in der Woche darauf, im Jahr zuvor
    alone = p.lexicon.language in NO_ARTICLE or (
        p.lexicon.language == "de" and led and "plural" not in t[i].cats
    )
    if unit in LETTER and "dir" not in after and unit not in CLOCK_UNITS and alone:
        for category, sign, anchor in _ALONE:
            if category in after and is_comparison(p, i, i + 1):
                return Meaning("duration", value=duration_value("1", unit), rule="duration"), i + 1
            if category in after:
                return offset_by(p, "1", unit, sign, anchor, i), i + 2
    if "countlead" in t[i - 1].cats:
        counted = parse_counted(p, "1", unit, i, i + 1)  # за неделю до 5 мая
        if counted is not None:
            return counted
    around = _unit_around(p, i, unit)
    if around is not None:
        return around
    beside = _unit_beside(p, i, unit)
    if beside is not None:
        return beside
    if p.lexicon.parts_after and unit in ("year", "month", "week", "decade", "century") and "part" in after:
        part = after["part"]
        return Meaning("relative", unit=unit, count=0, part=part, rule=f"relative-{unit}+{part}"), i + 2
    if unit == "year" and p.lexicon.language == "tr" and t[i].word in ("yılın", "senenin"):
        inner = parse_named_period(p, i + 1, dated=True)
        if inner is not None and inner[0].year is None and inner[0].count is None:
            return inner[0].but(year_offset=0), inner[1]  # yılın ikinci çeyreği
    if unit == "week" and p.lexicon.language in _WEEK_OF and "plural" not in t[i].cats:
        dated = parse_week_of(p, i + 1)
        if dated is not None:
            return dated
    k = p.skip(i + 1, "art", limit=1)
    cats = t[k].cats
    if unit == "weekend" and "dir" not in cats and "anch" not in cats and "plural" not in t[i].cats:
        cue = (
            p.lexicon.year_first
            or p.lexicon.language == "fa"
            or any(
                c in t[i - 1].cats for c in ("art", "prep", "since", "until", "before", "after", "weakprep")
            )
        )
        return (Meaning("weekend", rule="weekend"), i + 1) if cue else None
    if (
        unit not in CALENDAR_UNITS
        or ("dir" not in cats and "anch" not in cats)
        or p.lexicon.language not in ("fr", "es", "it", "ro", "fa", "pl")
    ):
        return None
    anchored = "dir" not in cats
    direction = cats["anch"] if anchored else cats["dir"]
    if "plural" in t[i].cats and direction != 0:
        return Meaning("duration", value=duration_value("X", unit), rule="duration"), k + 1
    if (
        direction == 1
        and t[k].word in _FOLLOWING
        and p.look_back(i) not in ("to", "before")
        and p.tense(i, k + 1) == "past"
    ):
        return Meaning("relative", unit=unit, count=1, anchor="previous", rule=f"next-{unit}"), k + 1
    if unit == "day" and not anchored:
        if direction == 0:
            return None
        if direction == -1 and p.lexicon.language != "fa":
            return None
        if direction == 1 or t[k].word in _BEFORE_THAT:
            anchored = True
    anchor = "previous" if anchored else "dct"
    return Meaning(
        "relative",
        unit=unit,
        count=direction,
        anchor=anchor,
        rule=f"{'chain' if anchored else 'relative'}-{unit}",
    ), k + 1


def _unit_around(p: Cursor, i: int, unit: str) -> Parsed | None:
    """The day before the hearing of 5 May, am Tag nach dem 5. Mai; the week before last, the year after next."""
    t = p.tokens
    if (
        unit not in ("day", "week", "month", "year")
        or "plural" in t[i].cats
        or p.lexicon.language not in ("en", "de")
    ):
        return None
    sign = 1 if "after" in t[i + 1].cats else -1 if "before" in t[i + 1].cats else 0
    if not sign:
        return None
    far = p.lexicon.language == "en" and t[i + 2].cats.get("dir") == sign
    behind = t[i + 3]
    if far and not (behind.cats.keys() & {"unit", "wday", "month", "season"} or behind.capital):
        return Meaning("relative", unit=unit, count=2 * sign, rule=f"relative-{unit}"), i + 3
    led = "art" in t[i - 1].cats or (p.lexicon.language == "de" and "prep" in t[i - 1].cats)
    if not led or t[i + 2].kind not in "wn":
        return None
    whole = Meaning("duration", value=duration_value("1", unit), rule="duration")
    return whole.but(counted=(sign, unit, i + 2)), i + 1


# words that mean next and following: in a story they count from the expression before
_FOLLOWING = frozenset(("urmator", "urmatorul", "urmatoare", "urmatoarea", "بعد"))


_BEFORE_THAT = frozenset(("قبل", "پیش"))  # روز قبل is the day before, روز گذشته yesterday


def _unit_beside(p: Cursor, i: int, unit: str) -> Parsed | None:
    """The year before, the week after, l'anno dopo: from the expression before, where nothing follows that it could belong to."""
    t = p.tokens
    if unit not in ("day", "week", "month", "year") or "plural" in t[i].cats:
        return None
    led, after = t[i - 2] if t[i - 1].word == "'" else t[i - 1], t[i + 1]
    if "art" not in led.cats:
        return None
    sign = 0
    if p.lexicon.language == "en" and after.word in ("before", "after") and t[i + 2].kind in "plx":
        sign = 1 if after.word == "after" else -1
    elif p.lexicon.language == "it" and after.word == "dopo" and t[i + 2].word != "'":
        follows = t[i + 2].cats
        sign = 0 if any(c in follows for c in ("art", "prep", "of")) else 1
    return (offset_by(p, "1", unit, sign, "previous", i), i + 2) if sign else None


def parse_shaded(p: Cursor, i: int) -> Parsed | None:
    """earlier this month, later this year, früher in diesem Jahr: the unit, with the shade inside the span."""
    t = p.tokens
    k = i + 1 if "dir" in t[i + 1].cats else p.skip(i + 1, "prep", "of", "art", limit=2)
    found = None
    if "dir" in t[k].cats:
        found = parse_direction(p, k)
    elif "unit" in t[k].cats:
        found = parse_unit_led(p, k)
    elif "relunit" in t[k].cats:
        found = parse_relative_unit(p, k)
    elif "day" in t[k].cats:
        found = parse_relative_day(p, k)
    if found is None or found[0].kind not in ("relative", "season"):
        return None
    return found[0].but(rule=found[0].rule + "+shade"), found[1]


def parse_same(p: Cursor, i: int) -> Parsed | None:
    """The same year, в том же году, același an: the unit of the expression before."""
    t = p.tokens
    unit = t[i + 1].cats.get("unit")
    if unit is None or unit not in CALENDAR_UNITS:
        return None
    return Meaning("relative", unit=unit, count=0, anchor="previous", rule=f"chain-{unit}"), i + 2


def parse_spoken_year(p: Cursor, i: int) -> Parsed | None:
    """nineteen ninety-six: English years as they are read out."""
    found = spoken_year(p, i)
    return (Meaning("date", year=found[0], rule="year"), found[1]) if found is not None else None
