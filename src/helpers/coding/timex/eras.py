"""Rules for decades and centuries: 1990s, 90-е годы, les années 1990, XXI век, قرن بیستم."""

from __future__ import annotations

from helpers.coding.timex.cursor import ROMAN, Cursor
from helpers.coding.timex.meaning import Meaning, Parsed

_POSSESSIVES = ("his", "her", "their", "my", "your", "our")


def parse_decade(p: Cursor, i: int) -> Parsed | None:
    """Decades, with their century where it is named: 1990s, die 90er Jahre, les années 1990, '90s, 60-е годы XIX века."""
    found = _read_decade(p, i)
    if found is None or found[0].calendar != "g":
        return found
    century = parse_century(p, p.skip(found[1], "of", "art", "prep"))
    if century is None or century[0].number is None:
        return found
    tens = (found[0].number or 0) % 10
    return found[0].but(number=(century[0].number - 1) * 10 + tens), century[1]


def _read_decade(p: Cursor, i: int) -> Parsed | None:
    t = p.tokens
    if t[p.skip_back(i, "part")].word in _POSSESSIVES and p.lexicon.language == "en":
        return None  # in his thirties, her late 40s
    k = i
    led = "dec_b" in t[i].cats or "yw_b" in t[i].cats
    if led:
        k = p.skip(i + 1, "of", "art", limit=2)
    elif "dec_b" in t[i - 1].cats:
        led = True
    if p.is_mark(k, "'") and (led or t[k + 1].glued):
        k += 1
    if "decade1" in t[k].cats:
        return _decade(p, t[k].cats["decade1"], 2, k + 1 + ("dec_a" in t[k + 1].cats))
    if "decade" in t[k].cats:
        if led or "dec_a" in t[k + 1].cats:
            end = k + 1 + ("dec_a" in t[k + 1].cats)
            gregorian = "gregw" in t[end].cats
            return _decade(p, t[k].cats["decade"], 2, end + gregorian, gregorian=gregorian)
        return None
    token = t[k]
    if (
        token.digits == 4
        and t[k + 1].word in "-‑"
        and t[k + 2].word in ("м", "му")
        and "dec_a" not in t[k + 3].cats
    ):
        return None  # В 2020-м is the year
    if token.kind != "n" or token.digits not in (2, 4) or token.number % 10:
        return None
    if not led and (k > i and not p.is_mark(i, "'")):
        return None
    j = k + 1
    suffix = False
    if t[j].kind == "w" and t[j].glued and "decsuf" in t[j].cats:
        j, suffix = j + 1, True
    elif p.is_mark(j, "-'‑–") and t[j].glued and t[j + 1].glued and "decsuf" in t[j + 1].cats:
        j, suffix = j + 2, True
    if suffix and p.is_mark(j, "-‑") and t[j].glued and t[j + 1].glued and "dec_a" in t[j + 1].cats:
        j += 1  # 1970er-Jahre
    named = "dec_a" in t[j].cats
    if "dec_b" in t[i].cats and token.digits == 2 and not suffix and not named:
        named = True
        if p.is_mark(j, ".") and t[j].glued and p.lexicon.language == "pl":
            j += 1
    elif "dec_b" in t[i].cats and led:
        named = True
    elif p.is_mark(j, ".") and "dec_a" in t[j + 1].cats:
        j, named = j + 1, True
    if named and "dec_a" in t[j].cats:
        j += 1
    if p.lexicon.language == "lt" and suffix and token.digits == 4 and not named:
        return None  # 1990-aisiais: the year 1990
    if not (
        suffix
        and (
            named
            or token.digits == 4
            or (p.lexicon.language in ("en", "de", "lt", "tr") and (k > i or t[k].number >= 20))
        )
    ) and not (named and (suffix or "dec_b" in t[i].cats or "dec_b" in t[i - 1].cats)):
        return None
    if "gregw" in t[j].cats:
        j += 1
        return _decade(p, token.number, token.digits, j, gregorian=True)
    return _decade(p, token.number, token.digits, j)


def _decade(p: Cursor, number: int, digits: int, j: int, *, gregorian: bool = False) -> Parsed:
    calendar = "g"
    if digits == 2:
        if p.lexicon.solar_default and not gregorian:
            number, calendar = 1300 + number, "s"
        else:
            number += 1900 if number >= 20 else 2000
    elif p.lexicon.solar_default and 1200 <= number <= 1499:
        calendar = "s"
    return Meaning("decade", number=number // 10, calendar=calendar, rule="decade"), j


def parse_numbered_decade(p: Cursor, i: int) -> Parsed | None:
    """Lithuanian counts the decades of its century: devintasis dešimtmetis (the 1980s), XX a. devintasis dešimtmetis."""
    if p.lexicon.language != "lt":
        return None
    found, century = p.ordinal(i), 20
    if found is not None and p.tokens[found[1]].cats.get("unit") == "century":
        century, found = found[0], p.ordinal(found[1] + 1)
    if found is None or p.tokens[found[1]].cats.get("unit") != "decade":
        return None
    if not 1 <= found[0] <= 10 or (century == 20 and found[0] < 2):
        return None
    return Meaning("decade", number=(century - 1) * 10 + found[0] - 1, rule="decade"), found[1] + 1


def parse_century(p: Cursor, i: int) -> Parsed | None:
    """Centuries: 21st century, XXI век, siglo XXI, secolul al XX-lea, قرن بیستم."""
    t = p.tokens
    if "centname" in t[i].cats and t[i].capital:
        return Meaning("century", number=t[i].cats["centname"], rule="century"), i + 1
    dotted = _after_abbreviation(p, i)
    if dotted is not None:
        k = p.skip(dotted, "art", "of")
        roman = p.ordinal(k) if t[k].word in ROMAN else None  # sec. al XIX-lea, s. XIX
        if roman is None:
            return None
        j = roman[1] - (t[roman[1] - 1].word == ".")
        return Meaning("century", number=roman[0], rule="century"), j
    if t[i].cats.get("unit") == "century":
        k = p.skip(i + 1, "art", "of")
        found = p.ordinal(k) or p.number(k)
        if (
            found is None
            or not 1 <= found[0] <= 22
            or (t[k].kind == "n" and p.lexicon.language not in ("fa", "es", "ro"))
        ):
            return None
        j = p.ordinal_mark(found[1])
        if t[j - 1].word == ".":
            j -= 1  # the dot ends the sentence
        return Meaning("century", number=found[0], rule="century"), j + ("gregw" in t[j].cats)
    found = p.ordinal(i)
    if found is None:
        return None
    k = found[1]
    dotted = _after_abbreviation(p, k) if t[i].capital and p.lexicon.language != "es" else None
    if dotted is not None:
        return Meaning("century", number=found[0], rule="century"), dotted  # XIX w., XIXe s.
    k += p.is_mark(k, "-") and t[k].glued and t[k + 1].glued  # 19th-century fort
    if t[k].cats.get("unit") == "century" and 1 <= found[0] <= 22:
        return Meaning("century", number=found[0], rule="century"), k + 1
    return None


def _after_abbreviation(p: Cursor, k: int) -> int | None:
    """The index behind an abbreviated word for century with its dot: w., в., sec., s."""
    token = p.tokens[k]
    if "centabbr" not in token.cats:
        return None
    if token.word.endswith("."):
        return k + 1
    return k + 2 if p.is_mark(k + 1, ".") and p.tokens[k + 1].glued else None
