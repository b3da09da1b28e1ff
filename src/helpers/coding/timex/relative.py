"""Rules for expressions that count from another day: yesterday, last week, two days ago, three days later, Friday."""

from __future__ import annotations

from helpers.coding.timex.absolute import (
    month_at,
    parse_day_month,
    parse_month_first,
    parse_numeric,
    year_word_after,
)
from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning, Parsed

CALENDAR_UNITS = ("day", "week", "weekend", "month", "quarter", "semester", "year", "decade", "century")
CLOCK_UNITS = ("hour", "minute", "second")
LETTER = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "quarter": "Q",
    "hour": "TH", "minute": "TM", "second": "TS", "weekend": "WE", "semester": "H",
}  # fmt: skip


def parse_relative_day(p: Cursor, i: int) -> Parsed | None:
    """yesterday, heute, послезавтра, پریروز; and those counted from the expression before (tags darauf)."""
    cats = p.tokens[i].cats
    if "folday" in cats:
        return Meaning(
            "relative", unit="day", count=cats["folday"], anchor="previous", rule="chain-day"
        ), i + 1
    return Meaning("relative", unit="day", count=cats["day"], rule="relative-day"), i + 1


def parse_relative_unit(p: Cursor, i: int) -> Parsed | None:
    """One-word relative years, months, weeks: летась, pernai, پارسال, امسال."""
    unit, count = p.tokens[i].cats["relunit"]
    return Meaning("relative", unit=unit, count=count, rule=f"relative-{unit}"), i + 1


def parse_weekday(p: Cursor, i: int) -> Parsed | None:
    """A weekday, alone, with a date beside it, or with a direction: Friday; вторник (5 марта); lundi dernier."""
    t = p.tokens
    cats = t[i].cats
    if p.lexicon.capitalised and not t[i].capital:
        return None  # sonntags, friday in a name of an address
    number = cats.get("wday", cats.get("wday_weak", cats.get("wday_abbr")))
    j = i + 1
    if "wday_abbr" in cats and "wday" not in cats:
        if p.is_mark(j, ".") and t[j].glued:
            j += 1
    elif "wdw_a" in t[j].cats:
        j += 1
    elif p.after_case(j) > j and "wdw_a" in t[p.after_case(j)].cats:
        j = p.after_case(j) + 1
    dated = _date_beside(p, j)
    if dated is not None:
        return dated[0].but(weekday=number), dated[1]
    if "wday" not in cats and not _weak_weekday(p, i, j, "wday_weak" in cats):
        return None
    if _is_name(p, i):
        return None
    meaning = Meaning("weekday", weekday=number, rule="weekday")
    k = p.skip(j, "art", limit=1)
    if "dir" in t[k].cats:
        if t[k + 1].cats.get("unit") == "week":
            return meaning.but(unit="week", count=t[k].cats["dir"], rule="weekday-of-week"), k + 2
        if p.lexicon.language in ("fr", "es", "it", "ro", "fa"):
            beside = _date_beside(p, k + 1) if p.is_mark(k + 1, ",(،") else None
            if beside is not None:
                return beside[0].but(weekday=number), beside[1]
            return meaning.but(count=t[k].cats["dir"], rule="weekday-direction"), k + 1
    k = p.skip(j, "of", "art", "prep", limit=2)
    if "dir" in t[k].cats and t[k + 1].cats.get("unit") == "week":
        return meaning.but(unit="week", count=t[k].cats["dir"], rule="weekday-of-week"), k + 2
    if t[k].cats.get("unit") == "week" and "dir" in t[k + 1].cats:
        return meaning.but(unit="week", count=t[k + 1].cats["dir"], rule="weekday-of-week"), k + 2
    return meaning, j


def _date_beside(p: Cursor, j: int) -> Parsed | None:
    """The date that stands beside a weekday: after a comma, in brackets, or bare."""
    t = p.tokens
    k = j
    bracket = p.is_mark(k, "(")
    if bracket or p.is_mark(k, ",،."):
        k += 1
    k = p.skip(k, "art", "dw_b", "prep", limit=2)
    first = t[k]
    if first.kind == "n":
        found = parse_numeric(p, k) or parse_day_month(p, k)
    elif "month" in first.cats or "month_abbr" in first.cats or "month_weak" in first.cats:
        found = parse_month_first(p, k)
    elif "ord" in first.cats or "first" in first.cats or "card" in first.cats or "solar" in first.cats:
        found = parse_day_month(p, k)
    elif "dw_b" in first.cats:
        found = parse_day_month(p, k + 1)
    else:
        return None
    if found is None or found[0].kind != "date" or found[0].day is None:
        return None
    if bracket:
        return (found[0], found[1] + 1) if p.is_mark(found[1], ")") else None
    return found


def _weak_weekday(p: Cursor, i: int, j: int, listed: bool) -> bool:
    t = p.tokens
    before, after = t[i - 1], t[j]
    if not listed:
        return False
    if before.kind == "n" or "card" in before.cats or "vague" in before.cats or "unit" in before.cats:
        return False
    return "notweak" not in after.cats and "notweak" not in before.cats


def _is_name(p: Cursor, i: int) -> bool:
    """True when a weekday's name is the name of something: in quotes of its own, behind a title, capitalised where weekdays are not."""
    t = p.tokens
    before, after = t[i - 1], t[i + 1]
    if (
        before.kind == "p"
        and before.word in '«„“"”‚'
        and before.word != "'"
        and after.kind == "p"
        and after.word in '»“”"'
    ):
        return True
    if "title" in before.cats and t[i].capital and (p.lexicon.language != "en" or before.capital):
        return True
    if (
        p.lexicon.language == "en"
        and "art" in before.cats
        and after.kind == "w"
        and after.capital
        and not after.cats
    ):
        return True  # the Friday Club
    if not p.lexicon.capitalised and t[i].capital and not t[i].upper:
        starts = before.kind in "lx" or (before.kind == "p" and before.word in '.!?:;–—-|•«„“…"(')
        return not starts
    return False


def parse_plural_weekday(p: Cursor, i: int) -> Parsed | None:
    """on Fridays, по пятницам: a SET."""
    return Meaning("set", value=f"XXXX-WXX-{p.tokens[i].cats['plwd']}", rule="set"), i + 1


def parse_direction(p: Cursor, i: int) -> Parsed | None:
    """last Friday, этот месяц, nächste Woche, geçen yıl, این هفته, the last three days."""
    t = p.tokens
    cats = t[i].cats
    direction = cats["dir"] if "dir" in cats else cats["anch"]
    anchored = "dir" not in cats
    k = p.skip(i + 1, "art", limit=1)
    if "dir" in t[k].cats and direction == 0 and t[k].cats["dir"] != 0 and p.lexicon.language not in ("en",):
        direction, k = t[k].cats["dir"], k + 1
    inner = t[k].cats
    if "wday" in inner or ("wday_weak" in inner and "unit" not in inner):
        j = k + 1 + ("wdw_a" in t[k + 1].cats)
        beside = _date_beside(p, j) if p.is_mark(j, ",(،") else None
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
    month = month_at(p, k)
    written = month is not None and (month[3] > 0 or t[month[2] - 1].word == ".")
    if (
        month is not None
        and written
        and (t[k].capital == t[i].capital or month[3] == 2 or p.lexicon.capitalised)
    ):
        return Meaning(
            "date", month=month[1], calendar=month[0], count=direction, rule="month-direction"
        ), month[2]
    if "season" in inner or "season_weak" in inner:
        number = inner.get("season", inner.get("season_weak"))
        return Meaning("season", number=number, count=direction, rule="season-direction"), k + 1
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


def _direction_unit(p: Cursor, i: int, k: int, direction: int, anchored: bool) -> Parsed | None:
    t = p.tokens
    unit = t[k].cats["unit"]
    if unit in CLOCK_UNITS:
        return Meaning("duration", value=duration_value("1", unit), rule="duration"), k + 1
    j = k + 1
    if "plural" in t[k].cats and direction != 0:
        return Meaning("duration", value=duration_value("X", unit), rule="duration"), j
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
    if p.lexicon.language == "fr" and p.is_mark(j, "-") and t[j + 1].word == "ci" and t[j + 1].glued:
        j += 2
    anchor = "previous" if anchored else "dct"
    if direction == 1 and not anchored and p.tense(i, j) == "past" and unit != "weekend":
        anchor = (
            "previous"
            if p.lexicon.language in ("ru", "uk", "be", "pl", "fr", "es", "it", "ro", "lt")
            else "dct"
        )
    rule = f"relative-{unit}" if anchor == "dct" else f"chain-{unit}"
    return Meaning("relative", unit=unit, count=direction, anchor=anchor, rule=rule), j


# languages without articles say "год назад", "rok temu", "через месяц" for one unit
_NO_ARTICLE = frozenset(("ru", "uk", "be", "pl", "lt"))
_ALONE = (("ago_a", -1, "dct"), ("later_a", 1, "previous"), ("earlier_a", -1, "previous"))


def parse_unit_led(p: Cursor, i: int) -> Parsed | None:
    """The unit before its direction: semaine dernière, anul trecut, سال گذشته, mes que viene."""
    t = p.tokens
    unit = t[i].cats["unit"]
    after = t[i + 1].cats
    if (
        unit in LETTER
        and "dir" not in after
        and unit not in CLOCK_UNITS
        and p.lexicon.language in _NO_ARTICLE
    ):
        for category, sign, anchor in _ALONE:
            if category in after:
                return _offset(p, "1", unit, sign, anchor, i), i + 2
    if p.lexicon.parts_after and unit in ("year", "month", "week", "decade", "century") and "part" in after:
        part = after["part"]
        return Meaning("relative", unit=unit, count=0, part=part, rule=f"relative-{unit}+{part}"), i + 2
    k = p.skip(i + 1, "art", limit=1)
    cats = t[k].cats
    if unit == "weekend" and "dir" not in cats and "anch" not in cats and "plural" not in t[i].cats:
        cue = any(
            c in t[i - 1].cats for c in ("art", "prep", "since", "until", "before", "after", "weakprep")
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
    if unit == "day" and not anchored:
        if direction == 0:
            return None
        if direction == -1 and p.lexicon.language != "fa":
            return None
        if direction == 1:
            anchored = True
    anchor = "previous" if anchored else "dct"
    return Meaning(
        "relative",
        unit=unit,
        count=direction,
        anchor=anchor,
        rule=f"{'chain' if anchored else 'relative'}-{unit}",
    ), k + 1


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


def duration_value(count: str, unit: str) -> str:
    """TIMEX3 value of a duration: P6M, PT3H, PXM, P2W."""
    if unit in CLOCK_UNITS:
        return f"PT{count}{unit[0].upper()}"
    if unit == "quarter":
        return f"P{count}Q"
    if unit == "semester":
        return f"P{count}H"
    return f"P{count}{LETTER[unit]}"


def _amount(p: Cursor, i: int) -> tuple[str, str, int] | None:
    """A count of units at `i` -> (count, unit, next index)."""
    t = p.tokens
    if "amount" in t[i].cats:
        count, unit = t[i].cats["amount"]
        return str(count), unit, i + 1
    if "vague" in t[i].cats:
        k = p.skip(i + 1, "of", limit=1)
        if "unit" in t[k].cats:
            return "X", t[k].cats["unit"], k + 1
        return None
    found = p.number(i)
    if found is None and "one" in t[i].cats:
        found = 1, i + 1
    if found is None:
        return None
    k = found[1]
    if p.is_mark(k, "-‑") and t[k].glued:
        k += 1
    if "dir" in t[k].cats and "unit" in t[k + 1].cats and t[k].cats["dir"] != 0:
        k += 1  # trois derniers mois
    k = p.skip(k, "of", limit=1) if p.lexicon.language == "ro" else k
    if "unit" not in t[k].cats:
        return None
    if t[k].kind == "w" and len(t[k].word) == 1 and t[k].glued:
        return None
    return str(found[0]), t[k].cats["unit"], k + 1


def parse_amount(p: Cursor, i: int) -> Parsed | None:
    """A count of units and what is said of it: two days ago, три дня спустя, six months."""
    t = p.tokens
    found = _amount(p, i)
    if found is None:
        return None
    count, unit, j = found
    k = p.after_case(j)
    cats = t[k].cats
    if "later_a" in cats and "in_a" in cats:  # Turkish sonra: from now, or from then in a story
        return _offset(p, count, unit, 1, "previous" if p.tense(i, k + 1) == "past" else "dct", i), k + 1
    if "ago_a" in cats:
        return _offset(p, count, unit, -1, "dct", i), k + 1
    if "in_a" in cats:
        return _offset(p, count, unit, 1, "dct", i), k + 1
    if "later_a" in cats:
        return _offset(p, count, unit, 1, "previous", i), k + 1
    if "earlier_a" in cats:
        return _offset(p, count, unit, -1, "previous", i), k + 1
    if "one" in t[i].cats and "card" not in t[i].cats:
        return None
    return Meaning("duration", value=duration_value(count, unit), rule="duration"), j


def parse_ago_before(p: Cursor, i: int) -> Parsed | None:
    """The direction word first: vor zwei Wochen, acum două zile, il y a dix jours, prieš dvi savaites."""
    k = p.skip(i + 1, "approx", "art", limit=2)
    found = _amount(p, k) or _one_unit(p, k, False)
    if found is None:
        return None
    count, unit, j = found
    return _offset(p, count, unit, -1, "dct", i), j


def _one_unit(p: Cursor, k: int, weak: bool) -> tuple[str, str, int] | None:
    """A unit without a number, meaning one, in languages without articles: через месяц, przed rokiem, prieš savaitę."""
    unit = p.tokens[k].cats.get("unit")
    if unit is None or weak or p.lexicon.language not in _NO_ARTICLE or unit in ("quarter", "weekend"):
        return None
    return "1", unit, k + 1


def parse_in_before(p: Cursor, i: int) -> Parsed | None:
    """in einem Monat, через пять лет, dans trois jours, za dwa tygodnie; weak words only where the clause is not past."""
    t = p.tokens
    weak = "in_b" not in t[i].cats
    k = p.skip(i + 1, "approx", limit=1)
    found = _amount(p, k) or _one_unit(p, k, weak and p.lexicon.language != "uk")
    if found is None:
        return None
    count, unit, j = found
    if "later_a" in t[j].cats:
        return _offset(p, count, unit, 1, "previous", i), j + 1
    tense = p.tense(i, j)
    if weak and tense != "future" and not (tense == "present" and p.lexicon.language == "uk"):
        return None
    if not weak and tense == "past" and p.lexicon.language in ("ru", "uk", "be", "lt", "pl"):
        return _offset(p, count, unit, 1, "previous", i), j
    return _offset(p, count, unit, 1, "dct", i), j


def parse_later_before(p: Cursor, i: int) -> Parsed | None:
    """The chain word first: după trei zile, po trzech dniach, nach zwei Tagen."""
    t = p.tokens
    k = p.skip(i + 1, "approx", "art", limit=2)
    found = _amount(p, k)
    if found is None:
        return None
    count, unit, j = found
    if p.tense(i, j) == "future":
        return None
    if "of" in t[j].cats or (
        t[j].kind == "w" and "later_a" not in t[j].cats and p.lexicon.language in ("fr", "es", "it", "ro")
    ):
        return None
    return _offset(p, count, unit, 1, "previous", i), j + ("later_a" in t[j].cats)


def _offset(p: Cursor, count: str, unit: str, sign: int, anchor: str, i: int) -> Meaning:
    if unit in CLOCK_UNITS:
        return Meaning("time", value=duration_value(count, unit), rule="relative-time")
    if count == "X" and anchor == "previous":
        return Meaning("duration", value=duration_value(count, unit), rule="duration")
    if count == "X":
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Meaning("ref", value=value, rule="reference")
    return Meaning(
        "relative",
        unit=unit,
        count=sign * int(count),
        anchor=anchor,
        rule=f"{'chain' if anchor == 'previous' else 'relative'}-{unit}",
    )


def parse_every(p: Cursor, i: int) -> Parsed | None:
    """every Friday, каждый год, alle drei Jahre, her yıl: a SET."""
    t = p.tokens
    k = p.skip(i + 1, "art", limit=1)
    cats = t[k].cats
    if "wday" in cats or "wday_weak" in cats or "plwd" in cats:
        number = cats.get("wday", cats.get("wday_weak", cats.get("plwd")))
        return Meaning("set", value=f"XXXX-WXX-{number}", rule="set"), k + 1 + ("wdw_a" in t[k + 1].cats)
    if "season" in cats:
        return Meaning("set", value=f"XXXX-{('SP', 'SU', 'FA', 'WI')[cats['season'] - 1]}", rule="set"), k + 1
    month = month_at(p, k)
    if month is not None and month[3] == 2:
        return Meaning("set", value=f"XXXX-{month[1]:02d}", rule="set"), month[2]
    if "unit" in cats:
        return Meaning("set", value=duration_value("1", cats["unit"]), rule="set"), k + 1
    found = p.number(k) or p.ordinal(k)
    if found is not None and "unit" in t[found[1]].cats:
        return Meaning(
            "set", value=duration_value(str(found[0]), t[found[1]].cats["unit"]), rule="set"
        ), found[1] + 1
    return None


def parse_same(p: Cursor, i: int) -> Parsed | None:
    """The same year, в том же году, același an: the unit of the expression before."""
    t = p.tokens
    unit = t[i + 1].cats.get("unit")
    if unit is None or unit not in CALENDAR_UNITS:
        return None
    return Meaning("relative", unit=unit, count=0, anchor="previous", rule=f"chain-{unit}"), i + 2


def parse_spoken_year(p: Cursor, i: int) -> Parsed | None:
    """nineteen ninety-six, two thousand: English years as they are read out."""
    t = p.tokens
    century = t[i].cats.get("card")
    if p.lexicon.language != "en" or century not in (18, 19, 20):
        return None
    rest = p.number(i + 1)
    if (
        rest is None
        or t[i + 1].kind != "w"
        or not 10 <= rest[0] <= 99
        or "unit" in t[rest[1]].cats
        or p.is_counted_after(rest[1])
    ):
        return None
    return Meaning("date", year=century * 100 + rest[0], rule="year"), rest[1]
