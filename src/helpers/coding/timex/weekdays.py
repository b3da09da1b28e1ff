"""Rules for weekdays: alone, beside a date, with a direction."""

from __future__ import annotations

from helpers.coding.timex.absolute import parse_day_month, parse_month_first
from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.numeric import parse_numeric
from helpers.coding.timex.years import parse_year


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
    elif p.lexicon.language == "it" and p.is_mark(j, "'’") and t[j].glued and not t[j + 1].glued:
        j += 1  # martedi' for martedì
    elif p.after_case(j) > j and "wdw_a" in t[p.after_case(j)].cats:
        j = p.after_case(j) + 1
    dated = date_beside(p, j)
    joined = t[j].kind == "n" or p.is_mark(j, ",(") or bool(t[j].cats.keys() & _MONTH_NAMES)
    apart = j == i + 1 and not joined
    if "wday" not in cats and "wday_abbr" in cats and apart:
        dated = None  # So am 5. März; a weekday cut short has its dot, its comma or its day
    if dated is not None:
        return dated[0].but(weekday=number), dated[1]
    if "wday" not in cats and not _weak_weekday(p, i, j, "wday_weak" in cats):
        return None
    if _is_name(p, i):
        return None
    habit = p.lexicon.language == "es" and t[i - 1].word == "los" and number is not None and number <= 5
    habit = habit or (t[i - 1].word == _HABITS.get(p.lexicon.language) and p.tense(i, j) == "present")
    if _is_habit(p, j) or (habit and "dir" not in t[j].cats and "dir" not in t[i - 1].cats):
        return Meaning("set", value=f"XXXX-WXX-{number}", rule="set"), j + ("pldaypart" in t[j].cats)
    if points_back(p, i, j):
        return Meaning("that weekday", weekday=number, anchor="previous", rule="chain-weekday"), j + 2 * (
            p.lexicon.language == "fr"
        )
    meaning = Meaning("weekday", weekday=number, rule="weekday")
    if p.lexicon.language == "en" and t[j].word in ("before", "after") and t[j + 2].kind in "plx":
        far = {"before": -1, "after": 1}[t[j].word]
        if t[j + 1].cats.get("dir") == far:
            return meaning.but(count=2 * far, rule="weekday-direction"), j + 2  # the Tuesday before last
    k = p.skip(j, "art", limit=1)
    if "dir" in t[k].cats:
        if t[k + 1].cats.get("unit") == "week":
            return meaning.but(unit="week", count=t[k].cats["dir"], rule="weekday-of-week"), k + 2
        if p.lexicon.language in ("fr", "es", "it", "ro", "fa"):
            beside = date_beside(p, k + 1) if p.is_mark(k + 1, ",(،") else None
            if beside is not None:
                return beside[0].but(weekday=number), beside[1]
            return meaning.but(count=t[k].cats["dir"], rule="weekday-direction"), k + 1
    k = p.skip(j, "of", "art", "prep", limit=2)
    if "dir" in t[k].cats and t[k + 1].cats.get("unit") == "week":
        return meaning.but(unit="week", count=t[k].cats["dir"], rule="weekday-of-week"), k + 2
    if t[k].cats.get("unit") == "week" and "dir" in t[k + 1].cats:
        return meaning.but(unit="week", count=t[k + 1].cats["dir"], rule="weekday-of-week"), k + 2
    return meaning, j


# Words for "that" before a weekday, beside those for "the same" of the lexicon; English "that" is a conjunction as well.
_THAT = {"lt": ("tą",), "fa": ("آن",), "pl": ("tamten", "ów"), "ro": ("acea",), "be": ("той",)}


def points_back(p: Cursor, i: int, j: int) -> bool:
    """True for a weekday that a demonstrative ties to a day named before: that Thursday, an jenem Donnerstag, ce jeudi-là."""
    t, before = p.tokens, p.tokens[i - 1]
    if p.lexicon.language == "fr":
        return p.is_mark(j, "-") and t[j + 1].word in ("là", "la")
    if p.lexicon.language == "en":
        apart = "prep" in t[i - 2].cats or t[i - 2].kind != "w"  # he said that Thursday they would
        return before.word.endswith("same") or (before.word == "that" and apart)
    return "same" in before.cats or before.word in _THAT.get(p.lexicon.language, ())


_HABITS = {"fr": "le", "it": "il"}  # articles of habits in the present: fermé le lundi, si riunisce il lunedì
_MONTH_NAMES = frozenset(("month", "month_weak", "month_abbr"))
_LISTED = 12  # tokens of a list of weekdays


def _is_habit(p: Cursor, j: int) -> bool:
    """True before the plural of a part of the day: Monday and Tuesday nights, Friday evenings."""
    t = p.tokens
    for k in range(j, j + _LISTED, 2):
        if "pldaypart" in t[k].cats:
            return p.lexicon.language != "de" or "prep" not in t[j - 2].cats
        if not ("and" in t[k].cats or p.is_mark(k, ",")) or "wday" not in t[k + 1].cats:
            return False
    return False


def date_beside(p: Cursor, j: int) -> Parsed | None:
    """The date that stands beside a weekday: after a comma, in brackets, or bare."""
    t = p.tokens
    k = j
    bracket = p.is_mark(k, "(")
    if bracket or p.is_mark(k, ",،."):
        if p.is_mark(k, ".") and t[k + 1].capital and "month" not in t[k + 1].cats:
            return None  # the next sentence
        k += 1
    if p.lexicon.language == "fa" and "goal" in t[k].cats:
        return None  # Thursday's session put off to 7 Shahrivar
    k = p.skip(k, "art", "dw_b", "prep", limit=2)
    first = t[k]
    if first.kind == "n":
        found = parse_numeric(p, k) or parse_day_month(p, k)
        if found is None and p.lexicon.year_first and first.digits == 4:
            found = parse_year(p, k)  # pirmadienį, 2023 m. spalio 2 d.
    elif "month" in first.cats or "month_abbr" in first.cats or "month_weak" in first.cats:
        found = parse_month_first(p, k)
    elif "ord" in first.cats or "first" in first.cats or "card" in first.cats or "solar" in first.cats:
        found = parse_day_month(p, k)
    elif "dw_b" in first.cats:
        found = parse_day_month(p, k + 1)
    else:
        return None
    if found is None:
        found = _numbered_day(p, k)
    if found is None or found[0].kind not in ("date", "monthday") or found[0].day is None:
        return None
    if bracket:
        return (found[0], found[1] + 1) if p.is_mark(found[1], ")") else None
    return found


_PLURALS = ("s", "x", "i", "e")


def _numbered_day(p: Cursor, k: int) -> Parsed | None:
    """The day of the month that a weekday names with itself: domingo 12, Sunday the 12th, Sonntag, dem 12."""
    t = p.tokens
    found = p.day_number(k) if t[k].kind == "n" else None
    if found is None or found[2] or not 1 <= found[0] <= 31:
        return None
    j = found[1] + ("dsuf" in t[found[1]].cats)
    bare = j == k + 1
    if bare and p.lexicon.language not in ("fr", "es", "it", "ro"):
        return None
    if bare and (t[k].digits > 2 or not p.ends_number(j)):
        return None
    if bare and t[j].kind == "w" and not t[j].cats and not p.tense_of(j) and t[j].word.endswith(_PLURALS):
        return None  # lunes 15 misiles
    if t[j].kind == "n" or (t[j].kind == "p" and t[j].glued and t[j].word in ":-–/%"):
        return None
    if p.is_counted_after(j) or "unit" in t[j].cats or "clock_a" in t[j].cats:
        return None
    if t[j - 1].word == "." and (t[j].kind in "lx" or t[j].capital) and p.lexicon.language != "de":
        j -= 1
    return Meaning("monthday", day=found[0], rule="weekday-and-day"), j


_NEAR = 8  # tokens


def _weak_weekday(p: Cursor, i: int, j: int, listed: bool) -> bool:
    t = p.tokens
    before, after = t[i - 1], t[j]
    if not listed:
        return False
    if before.kind == "n" or "card" in before.cats or "vague" in before.cats or "unit" in before.cats:
        return False
    told = any("wday" in t[k].cats for k in range(i - _NEAR, i)) and bool(
        before.cats.keys() & {"and", "clause"}
    )
    return told or (
        "notweak" not in after.cats and "notweak" not in before.cats
    )  # vineri, iar luni au ocupat


_NAMED_WEEKDAYS = frozenset(("ru", "uk", "be", "pl"))


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
    if p.lexicon.language == "ro" and t[i].capital and after.word == "de" and t[i + 2].capital:
        return True  # Sâmbăta de Sus
    if "given" in t[i].cats and t[i].capital and _is_person(p, i + 1):
        return True  # Domenica Esposito, Cuma Bey
    if (
        p.lexicon.language in _NAMED_WEEKDAYS
        and t[i].capital
        and before.kind in "lxp"
        and _is_person(p, i + 1)
    ):
        return True  # Середа Петро; a day would have its preposition
    if (
        "wdw_a" not in after.cats
        and "title" in before.cats
        and t[i].capital
        and (p.lexicon.language != "en" or before.capital)
    ):
        return True
    if (
        p.lexicon.language == "en"
        and before.word == "the"
        and after.kind == "w"
        and after.capital
        and not after.cats
    ):
        return True  # the Friday Club
    if "wdw_a" in after.cats or (p.lexicon.language == "tr" and "daypart" in after.cats):
        return False  # Cuma günü, Salı sabahı
    if not p.lexicon.capitalised and t[i].capital and not t[i].upper:
        if _plain_neighbours(p, i):
            return False
        starts = before.kind in "lx" or (before.kind == "p" and before.word in '.!?:;–—-|•«„“…"(')
        return not starts and not before.word.endswith(".")  # kovo 5 d. Šeštadienį
    return False


def _is_person(p: Cursor, j: int) -> bool:
    after = p.tokens[j]
    if "title" in after.cats:
        return True
    named = not after.cats or (not p.lexicon.capitalised and "month" in after.cats)  # Domingo Abril
    return after.kind == "w" and after.capital and not after.upper and named


def _plain_neighbours(p: Cursor, i: int) -> bool:
    """True when a capital weekday stands among common words, as careless spelling has it: el Sábado, a plecat Luni, heyetin Perşembe geleceğini."""
    t = p.tokens
    before, after = t[i - 1], t[i + 1]
    if before.kind != "w" or before.capital or "hidden" in before.cats:
        return False
    if after.capital or (after.kind == "p" and after.word in "'’-»”"):
        return False
    if p.lexicon.language == "es":
        return "art" in before.cats or "prep" in before.cats or "of" in before.cats
    if p.lexicon.language == "ro":
        return after.kind != "w" or "notweak" not in after.cats
    return p.lexicon.language == "tr" and after.kind == "w" and p.tense_of(i + 1) != ""


def parse_plural_weekday(p: Cursor, i: int) -> Parsed | None:
    """on Fridays, по пятницам: a SET."""
    number, after = p.tokens[i].cats["plwd"], p.tokens[i + 1].cats
    if p.lexicon.language == "ro" and "dir" in after:
        return Meaning(
            "weekday", weekday=number, count=after["dir"], rule="weekday-direction"
        ), i + 2  # lunea viitoare
    return Meaning("set", value=f"XXXX-WXX-{number}", rule="set"), i + 1
