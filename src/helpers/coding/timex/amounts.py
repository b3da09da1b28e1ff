"""Rules for counts of units and what is said of them: two days ago, in einem Monat, три дня спустя, six months."""

from __future__ import annotations

from helpers.coding.timex.cursor import DASHES, Cursor
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.pieces import plausible_year

CALENDAR_UNITS = ("day", "week", "weekend", "month", "quarter", "semester", "year", "decade", "century")


CLOCK_UNITS = ("hour", "minute", "second")


LETTER = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE", "quarter": "Q",
    "hour": "TH", "minute": "TM", "second": "TS", "weekend": "WE", "semester": "H",
}  # fmt: skip


# what a unit and a half is counted in: two and a half years ago are thirty months ago
HALVED = {"year": ("month", 12), "month": ("week", 4), "decade": ("year", 10), "century": ("decade", 10)}


# languages without articles say "год назад", "rok temu", "через месяц" for one unit
NO_ARTICLE = frozenset(("ru", "uk", "be", "pl", "lt"))


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
        tens = (t[k + 1].digits == 2 and t[k + 1].number % 10 == 0) or "decade" in t[k + 1].cats
        if "unit" in t[k].cats and not (t[k].cats["unit"] == "year" and (tens or plausible_year(p, k + 1))):
            return "X", t[k].cats["unit"], k + 1
        return None  # des années 1990, des années 60
    found = p.number(i)
    if found is None and "one" in t[i].cats:
        found = 1, i + 1
    if found is None and "cardhalf" in t[i].cats:
        found = t[i].cats["cardhalf"], i + 1
    if found is None and t[i].kind == "n" and p.is_mark(i + 1, "-–") and p.starts_number(i):
        return _either(p, (t[i].number, i + 1)) if t[i].digits <= 3 else None  # 2-3 weeks
    if found is None:
        return None
    if found[0] >= 1000:
        return None  # przed 2010 rokiem: a year, not a count
    either = _either(p, found)
    if either is not None:
        return either
    k = found[1]
    if p.is_mark(k, "-‑") and t[k].glued:
        k += 1
    half = "cardhalf" in t[i].cats or "ahalf" in t[k].cats  # zweieinhalb Jahre, два с половиной года
    k += "ahalf" in t[k].cats
    if (
        "dir" in t[k].cats
        and "unit" in t[k + 1].cats
        and t[k].cats["dir"] != 0
        and p.lexicon.language != "en"
    ):
        k += 1  # trois derniers mois
    k = p.skip(k, "of", limit=1) if p.lexicon.language == "ro" else k
    if "unit" not in t[k].cats:
        return None
    if t[k].kind == "w" and len(t[k].word) == 1 and t[k].glued:
        return None
    named = t[k + 1].kind == "w" and not t[k + 1].cats and not t[k + 1].capital and not p.tense_of(k + 1)
    if t[k].cats["unit"] == "second" and found[0] == 1 and named:
        return None  # un secondo incontro
    behind = not half and "ahalf" in t[k + 1].cats  # deux ans et demi, a year and a half
    count = f"{found[0]}.5" if half or behind else str(found[0])
    last = _or_more(p, k + 1) if found[0] == 1 and not half and not behind else k + 1
    if last > k + 1:
        return "X", t[k].cats["unit"], last
    return count, t[k].cats["unit"], k + 1 + behind


def _either(p: Cursor, found: tuple[int, int]) -> tuple[str, str, int] | None:
    """A count that leaves two open, of which no day can be told: two or three weeks, 2-3 weeks, zwei bis drei, две-три."""
    t = p.tokens
    least, k = found
    beside = t[k].cats.get("card") == least + 1 and least < 9 and "card" in t[k - 1].cats
    if beside and "unit" in t[k + 1].cats:
        return "X", t[k + 1].cats["unit"], k + 2  # iki üç hafta, دو سه هفته
    joined = "or" in t[k].cats or "to" in t[k].cats or p.is_mark(k, DASHES)
    if not joined and not (t[k].word == "," and "card" in t[k - 1].cats and "card" in t[k + 1].cats):
        return None
    digits = t[k + 1].kind == "n" and t[k + 1].digits <= 3
    most = (t[k + 1].number, k + 2) if digits else p.number(k + 1)
    if most is None or most[0] <= least or "unit" not in t[most[1]].cats:
        return None
    if t[k].word == "," and most[0] != least + 1:
        return None
    return "X", t[most[1]].cats["unit"], most[1] + 1


def _or_more(p: Cursor, j: int) -> int:
    """The index behind "or two" of a unit counted once: a year or two, un an ou deux, год-два; `j` where nothing follows."""
    t = p.tokens
    joined = "or" in t[j].cats or (p.is_mark(j, "-‑–") and t[j].glued)
    more = p.number(j + 1) if joined and "card" in t[j + 1].cats else None
    return more[1] if more is not None and more[0] == 2 and "unit" not in t[more[1]].cats else j


_ABLATIVE = ("dan", "den", "tan", "ten")
_NO_ABLATIVE = frozenset(
    [
        "tarafından",
        "yeniden",
        "neden",
        "birden",
        "aniden",
        "zaten",
        "önceden",
        "sonradan",
        "ardından",
        "gerçekten",
        "çoktan",
    ]
)


def parse_counted(p: Cursor, count: str, unit: str, i: int, j: int) -> Parsed | None:
    """A count of units before a word of direction that governs what stands behind it: three days | after the vote, за неделю | до.

    A duration, from which the date is counted where what follows is dated.
    """
    if unit in CLOCK_UNITS:
        return None
    sign = _direction(p, i, j)
    if not sign:
        return None
    whole = Meaning("duration", value=duration_value(count, unit), rule="duration")
    return (whole.but(counted=(sign * int(count), unit, j + 1)) if count.isdigit() else whole), j


def _direction(p: Cursor, i: int, j: int) -> int:
    """1 for after, -1 for before, 0 where the word at `j` governs nothing."""
    t = p.tokens
    cats = t[j].cats
    if p.lexicon.language == "tr":
        word = t[i - 1].word
        ablative = t[i - 1].kind == "w" and word.endswith(_ABLATIVE) and word not in _NO_ABLATIVE
        named = ablative and t[i - 1].glued and "csuf" in t[i - 1].cats
        if not ablative or (named and t[i - 3].capital and not _is_of_time(p, i - 3)):
            return 0  # Irak'tan iki hafta önce çekildi
        return 1 if "later_a" in cats else -1 if "ago_a" in cats else 0
    if t[j + 1].kind not in "wn":
        return 0
    if "until" in cats and "after" not in cats:
        led = "countlead" in t[i - 1].cats or "countlead" in t[i - 2].cats
        return -1 if led else 0
    sign = 1 if "after" in cats else -1 if "before" in cats else 0
    if sign and ("later_a" in cats or "earlier_a" in cats):
        return sign if _governs(p, j + 1) else 0
    return sign


def _is_of_time(p: Cursor, k: int) -> bool:
    return p.tokens[k].kind == "n" or any(c in p.tokens[k].cats for c in ("month", "wday", "yw_a", "holiday"))


def _governs(p: Cursor, k: int) -> bool:
    """True where dopo, après, avant are prepositions: dopo il voto, dopo il voto il ministro; not dopo il sindaco si è dimesso."""
    t = p.tokens
    start = p.skip(k, "art", "of", "prep", limit=2)
    italian = p.lexicon.language == "it"
    if italian and "art" in t[k].cats and p.tense_of(k + 1):
        return False  # una settimana dopo lo riesaminerà: a pronoun
    if start == k:
        counted = t[k].kind == "n" and not italian
        return (
            counted or "clause" in t[k].cats or "day" in t[k].cats or (_is_of_time(p, k) and t[k].kind == "w")
        )
    behind = t[start + 1]
    dated = t[start].kind == "n" or _is_of_time(p, start)
    return (
        not italian or dated or behind.kind in "plx" or any(c in behind.cats for c in ("art", "of", "prep"))
    )


def parse_amount(p: Cursor, i: int) -> Parsed | None:
    """A count of units and what is said of it: two days ago, три дня спустя, six months."""
    t = p.tokens
    found = _amount(p, i)
    if found is None:
        return None
    count, unit, j = found
    governed = parse_counted(p, count, unit, i, j)
    if governed is not None:
        return governed
    k = p.after_case(j)
    cats = t[k].cats
    if p.lexicon.language == "fa" and _is_span(p, i, k):
        return Meaning("duration", value=duration_value(count, unit), rule="duration"), k + 1
    if is_comparison(p, i, k):
        return Meaning("duration", value=duration_value(count, unit), rule="duration"), j
    if "later_a" in cats and "in_a" in cats:  # Turkish sonra: from now, or from then in a story
        return offset_by(p, count, unit, 1, "previous" if p.tense(i, k + 1) == "past" else "dct", i), k + 1
    if "ago_a" in cats:
        return offset_by(p, count, unit, -1, "dct", i), k + 1
    if t[k].word == "or" and t[k + 1].word == "so" and "ago_a" in t[k + 2].cats:
        return offset_by(p, count, unit, -1, "dct", i), k + 3  # a week or so ago
    if p.lexicon.language == "en" and t[k].word == "from" and t[k + 1].cats.get("day") == 0:
        return offset_by(p, count, unit, 1, "dct", i), k + 2  # two weeks from today
    if "in_a" in cats:
        return offset_by(p, count, unit, 1, "dct", i), k + 1
    if "later_a" in cats:
        return offset_by(p, count, unit, 1, "previous", i), k + 1
    if "earlier_a" in cats:
        return offset_by(p, count, unit, -1, "previous", i), k + 1
    if "one" in t[i].cats and "card" not in t[i].cats:
        return None
    return Meaning("duration", value=duration_value(count, unit), rule="duration"), j


def _is_span(p: Cursor, i: int, k: int) -> bool:
    """True for a Persian direction behind a count: در دو سال گذشته, طی سه ماه آینده; not دو سال پیش."""
    cats = p.tokens[k].cats
    if cats.get("dir", 0) == 0 or "ago_a" in cats or "later_a" in cats:
        return False
    return "in_a" not in cats or "prep" in p.tokens[i - 1].cats


def is_comparison(p: Cursor, i: int, k: int) -> bool:
    """True where the word for later or earlier at `k` compares with a plan: a year earlier than planned, на год раньше."""
    t = p.tokens
    if not ("later_a" in t[k].cats or "earlier_a" in t[k].cats):
        return False
    slavic = p.lexicon.language in ("ru", "uk", "be")
    if slavic and t[i - 1].word == "на":
        return True
    comma = p.is_mark(k + 1, ",") and p.lexicon.language in ("ru", "uk", "be", "pl", "lt")
    return "than" in t[k + 1 + comma].cats


def parse_ago_before(p: Cursor, i: int) -> Parsed | None:
    """The direction word first: vor zwei Wochen, acum două zile, il y a dix jours, prieš dvi savaites."""
    k = p.skip(i + 1, "approx", "exact", "art", limit=2)
    found = _amount(p, k) or _one_unit(p, k, False)
    if found is None:
        return None
    count, unit, j = found
    return offset_by(p, count, unit, -1, "dct", i), j


def _one_unit(p: Cursor, k: int, weak: bool) -> tuple[str, str, int] | None:
    """A unit without a number, meaning one, in languages without articles: через месяц, przed rokiem, prieš savaitę."""
    unit = p.tokens[k].cats.get("unit")
    if unit is None or weak or p.lexicon.language not in NO_ARTICLE or unit in ("quarter", "weekend"):
        return None
    last = _or_more(p, k + 1)
    return ("1", unit, k + 1) if last == k + 1 else ("X", unit, last)


_RECORD_REACH = 6  # tokens: the third consecutive yearly fall in


def _is_record(p: Cursor, i: int) -> bool:
    """True behind what is counted or compared over the years: the first visit, la peor sequía, der größte Verlust."""
    for k in range(i - 1, i - 1 - _RECORD_REACH, -1):
        token = p.tokens[k]
        if token.kind not in "wn" and token.word != "'":
            return False
        if "ord" in token.cats or "record" in token.cats:
            return True
        told = p.tense_of(k) and not token.capital and "alsonoun" not in token.cats
        told = told and "ord" not in p.tokens[k - 1].cats  # pentru prima dată
        if told and p.lexicon.language != "de":
            return False
    return False


_TELLING = frozenset(("that", "which", "where"))


def parse_in_before(p: Cursor, i: int) -> Parsed | None:
    """in einem Monat, через пять лет, dans trois jours, za dwa tygodnie; weak words only where the clause is not past."""
    t = p.tokens
    weak = "in_b" not in t[i].cats
    k = p.skip(i + 1, "approx", "exact", limit=1)
    found = _amount(p, k) or _one_unit(p, k, weak and p.lexicon.language != "uk")
    if found is None:
        return None
    count, unit, j = found
    if "later_a" in t[j].cats:
        return offset_by(p, count, unit, 1, "previous", i), j + 1
    if (
        "after" in t[j].cats and p.lexicon.language != "lt"
    ):  # через день после отъезда: counted from what is named behind
        return parse_counted(p, count, unit, i, j) if "unit" in t[i + 1].cats else None
    tense = p.tense(i, j)
    if "more" in t[i + 1].cats or ((weak or p.lexicon.language == "de") and _is_record(p, i)):
        return None  # the first visit in three years, in more than a year: a span of time
    if weak and "one" in t[k].cats and (t[j].word in _TELLING or "when" in t[j].cats or "of" in t[j].cats):
        return None  # in a quarter that brought such a loss, in a year of drought
    if weak and tense != "future" and not (tense == "present" and p.lexicon.language in ("uk", "en")):
        return None
    if not weak and tense == "past" and p.lexicon.language in ("ru", "uk", "be", "lt", "pl"):
        return offset_by(p, count, unit, 1, "previous", i), j
    return offset_by(p, count, unit, 1, "dct", i), j


def parse_later_before(p: Cursor, i: int) -> Parsed | None:
    """The chain word first: după trei zile, po trzech dniach, nach zwei Tagen."""
    t = p.tokens
    k = p.skip(i + 1, "approx", "exact", "art", limit=2)
    found = _amount(p, k)
    if found is None:
        return None
    count, unit, j = found
    if p.tense(i, j) == "future" or (p.lexicon.language == "de" and t[j].capital):
        return None  # nach fünf Monaten Arbeit
    if "more" in t[i + 1].cats or _is_record(p, i):
        return None  # per la prima volta dopo due anni: a span of time
    if _direction(p, k, j):
        return None  # праз тры дні пасля галасавання
    romance = t[j].kind == "w" and p.lexicon.language in ("fr", "es", "it", "ro")
    if "of" in t[j].cats or (romance and "later_a" not in t[j].cats and not _opens_clause(p, i, j)):
        return None
    later = offset_by(p, count, unit, 1, "previous", i)
    return later.but(elapsed=duration_value(count, unit)), j + ("later_a" in t[j].cats)


def _opens_clause(p: Cursor, i: int, j: int) -> bool:
    """True where a clause of the past begins behind i..j-1, with its verb, its subject or a pronoun: dopo due giorni | la nave partì."""
    t = p.tokens
    if p.tense(i, j) != "past":
        return False
    return (
        p.tense_of(j) == "past" or "art" in t[j].cats or (len(t[j].word) <= 4 and p.tense_of(j + 1) == "past")
    )


def offset_by(p: Cursor, count: str, unit: str, sign: int, anchor: str, i: int) -> Meaning:
    """The meaning of `count` units before (-1) or after (1) the anchor."""
    if unit in CLOCK_UNITS:
        return Meaning("time", value=duration_value(count, unit), rule="relative-time")
    if count == "X" and anchor == "previous":
        return Meaning("duration", value=duration_value(count, unit), rule="duration")
    if count == "X":
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Meaning("ref", value=value, rule="reference")
    whole, half = int(count.partition(".")[0]), "." in count
    if half and unit not in HALVED:
        return Meaning("duration", value=duration_value(count, unit), rule="duration")
    if half:
        unit, parts = HALVED[unit]
        whole = whole * parts + parts // 2
    return Meaning(
        "relative",
        unit=unit,
        count=sign * whole,
        anchor=anchor,
        rule=f"{'chain' if anchor == 'previous' else 'relative'}-{unit}",
    )
