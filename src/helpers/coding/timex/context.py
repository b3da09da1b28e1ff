"""What stands around an expression and completes it: the verb before its preposition, the year its neighbour or its sentence names."""

from __future__ import annotations

from helpers.coding.timex.adverbials import leads_noun
from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning
from helpers.coding.timex.tense import is_possessive
from helpers.coding.timex.word_tenses import ends_sentence, word_tense

_STATE_REACH = 8
_CLAUSE_REACH = 6
_FRAME_REACH, _FRAME_LEAD = 60, 4  # tokens
_FRAMED = ("date", "range", "season", "quarter", "half")


def bound_of(p: Cursor, meaning: Meaning, i: int, j: int) -> str:
    """The side to which words around i..j-1 open the expression: from, to, after, between, or '' for none."""
    bound = p.look_back(i)
    if bound == "weak":
        aside = p.is_mark(i - 2, ",") and p.is_mark(j, ",")  # exercițiul, din martie, a costat
        bound = "from" if follows_verb(p, i - 1) and not aside else ""
    bound = bound or p.look_ahead(j)
    if not bound and is_since_state(p, meaning, i):
        return "from"
    if bound == "from" and is_of_era(p, meaning, i, j):
        return ""
    held = is_possessive(p.tokens, p.lexicon, i, j) or leads_noun(p.tokens, p.lexicon, j)
    return "" if bound == "after" and held else bound  # after Tuesday's vote: of that day


def follows_verb(p: Cursor, k: int) -> bool:
    """True when the preposition at `k` begins its sentence or stands behind a verb: "funcționează din 2015", not "acordul din 2015"."""
    before = p.tokens[k - 1]
    if before.kind in "plx" or word_tense(before, p.lexicon) != "" or "state" in before.cats:
        return True
    for token in reversed(p.tokens[max(k - _STATE_REACH, 0) : k]):  # "se află la Teheran din 6 noiembrie"
        if token.kind in "plx":
            return False
        if "verbn" in token.cats:
            return True
    return False


def is_since_state(p: Cursor, meaning: Meaning, i: int) -> bool:
    """True for a Romanian day behind "de" and a state: este închis de luni, blocat de ieri; not ședința de luni."""
    t = p.tokens
    named = meaning.kind == "weekday" or (meaning.kind == "relative" and meaning.anchor == "dct")
    if (
        p.lexicon.language != "ro"
        or not named
        or t[i - 1].word != "de"
        or t[i - 2].kind != "w"
        or t[i - 2].capital
    ):
        return False
    if p.tense_of(i - 2) in ("fut", "pres"):
        return True  # se deschide de luni
    aside = p.is_mark(i - 3, ",") and t[i - 2].word.endswith(p.lexicon.participle_endings)
    return aside or any("copula" in t[k].cats for k in (i - 3, i - 4))


def is_aside(p: Cursor, i: int, j: int) -> bool:
    """True for since in an aside without a verb: la huelga, en marcha desde el lunes, durará."""
    t = p.tokens
    if p.lexicon.language in ("en", "de"):
        return False  # their since is another word than their from
    since = next((k for k in (i - 1, i - 2, i - 3) if "since" in t[k].cats), i)
    if not p.is_mark(j, ",") or since == i or t[since].word.count(" ") > 1:  # a partir de may lie ahead
        return False
    for k in range(since - 1, since - _STATE_REACH, -1):
        if p.is_mark(k, ","):
            return True
        if t[k].kind != "w" or p.tense_of(k):
            return False
    return False


_PERSIAN_IS = frozenset(("است", "هستند", "بود", "بودند"))


def _has_persian_state(p: Cursor, j: int) -> bool:
    """True where a participle stands before the verb behind `j`: بسته است."""
    for k in range(j, j + _CLAUSE_REACH):
        if p.tokens[k].kind not in "wn":
            return False
        if p.tokens[k].word in _PERSIAN_IS:
            return k > j and p.tokens[k - 1].kind == "w" and p.tokens[k - 1].word.endswith("ه")
    return False


def is_of_era(p: Cursor, meaning: Meaning, i: int, j: int) -> bool:
    """True for from in front of a century or decade that tells the age of a thing: a chapel from the 1860s, از دهه ۱۳۵۰ است."""
    if meaning.kind in ("decade", "century", "date") and p.tokens[i - 2].word.startswith("datea"):
        return True  # proiectul datează din anii 1990
    if meaning.kind not in ("decade", "century") or p.lexicon.language not in ("en", "fa"):
        return False
    if p.lexicon.language == "fa" and _has_persian_state(p, j):
        return False  # بندر از دهه ۱۹۹۰ بسته است: since then
    return not p.has_begun(i, j) and not p.look_ahead(j) and "to" not in p.tokens[j].cats


def is_of_document(p: Cursor, meaning: Meaning, i: int) -> bool:
    """True for the day a paper bears, which has been: приказ от 3 сентября, наказ від 3 вересня, загад ад 3 верасня."""
    if meaning.kind != "date" or meaning.day is None:
        return False
    return p.lexicon.language in ("ru", "uk", "be") and p.tokens[i - 1].word in ("от", "від", "ад")


def inherit_year(p: Cursor, out: list[tuple[Meaning, int, int]], meaning: Meaning, i: int) -> Meaning:
    """A month or season right behind a year lies in it: торік у січні, pernai gegužę; in 2021, when in March."""
    if not out or meaning.year is not None or meaning.year_offset is not None or meaning.count is not None:
        return meaning
    before, _, end = out[-1]
    if (
        before.kind == "date"
        and before.month is None
        and before.calendar == meaning.calendar
        and not before.part
    ):
        told = meaning.kind == "date" and meaning.month is not None and p.is_mark(end, ",")
        if told and i - end <= _CLAUSE_REACH and any("when" in p.tokens[k].cats for k in range(end + 1, i)):
            return meaning.but(year=before.year)
        return meaning
    if (
        before.kind != "relative"
        or before.unit != "year"
        or before.anchor != "dct"
        or before.part
        or not 0 <= i - end <= 1
    ):
        return meaning
    if meaning.kind in ("season", "quarter", "half") or (
        meaning.kind == "date" and meaning.month is not None
    ):
        return meaning.but(year_offset=before.count)
    return meaning


def lend_year(p: Cursor, out: list[tuple[Meaning, int, int]], meaning: Meaning, i: int) -> None:
    """Give the year of a date to the one joined to it by a word for and: 31 May and 2 June 1793, в мае и июне 2012 года."""
    if not out or meaning.kind != "date" or meaning.month is None or meaning.calendar != "g":
        return
    before, start, end = out[-1]
    if before.kind != "date" or before.month is None or (before.day is None) != (meaning.day is None):
        return
    if before.year is not None or before.year_offset is not None or before.count is not None:
        return
    k = p.skip(end + p.is_mark(end, ","), "and", "prep", "art", "to", limit=3)
    if k != i or k == end or (meaning.year is None and meaning.year_offset is None):
        return
    year = meaning.year
    if year is not None and before.month > meaning.month:
        year -= 1
    out[-1] = before.but(year=year, year_offset=meaning.year_offset), start, end


def take_frame_year(
    p: Cursor, out: list[tuple[Meaning, int, int]], meaning: Meaning, i: int, j: int
) -> Meaning:
    """A month without a year lies in the year that opens its sentence: In 2023 they met, and in July they signed.

    Not where a day counted from the DCT stands between, nor where the one clause looks back and the other ahead. Behind a
    month or a day with its year it is the next such month: In November 2019 they met and in January they signed.
    """
    if meaning.kind not in _FRAMED or meaning.year is not None or meaning.year_offset is not None:
        return meaning
    if (
        meaning.count is not None
        or meaning.anchor != "dct"
        or (meaning.kind == "date" and meaning.month is None)
    ):
        return meaning
    for before, start, end in reversed(out):
        if i - end > _FRAME_REACH or any(ends_sentence(p.tokens, k) for k in range(end, i)):
            return meaning
        if before.kind in ("duration", "set", "time") or "+frame" in before.rule:
            continue
        if (
            before.kind != "date"
            or before.year is None
            or before.bound
            or before.calendar != meaning.calendar
        ):
            return meaning
        if not _opens_sentence(p, start, end) or _looks_ahead(p, start, end) != _looks_ahead(p, i, j):
            return meaning
        return _set_in_year(meaning, before)
    return meaning


def _looks_ahead(p: Cursor, i: int, j: int) -> bool:
    return p.tense(i, j) in ("future", "present")


def _set_in_year(meaning: Meaning, frame: Meaning) -> Meaning:
    year = frame.year or 0
    if frame.month is not None and meaning.month is not None:
        year += (meaning.month, meaning.day or 31) < (frame.month, frame.day or 1)
    end = meaning.end
    if end is not None and end.kind == "date" and end.month is not None:
        end = end.but(year=year + (end.month < (meaning.month or 1)))
    return meaning.but(year=year, end=end, rule=f"{meaning.rule}+frame")


def _is_adverbial(p: Cursor, j: int) -> bool:
    """True before a verb in German (2023 trafen sie sich), behind a case of place in Turkish (2023'te)."""
    if p.lexicon.language == "de":
        return p.tense_of(j) != ""
    return (
        p.lexicon.language == "tr"
        and p.after_case(j) > j
        and p.tokens[j + 1].word in ("de", "da", "te", "ta")
    )


def _opens_sentence(p: Cursor, i: int, j: int) -> bool:
    """True for a date that sets the time of its sentence: behind its preposition, or with its word for year, at the start."""
    t = p.tokens
    k = p.skip_back(i, "art", "yw_b", "mw_b", "dw_b", "of", "wday")
    if "prep" in t[k].cats:
        k -= 1
    elif not any("yw_a" in token.cats or "yw_b" in token.cats for token in t[i:j]) and not _is_adverbial(
        p, j
    ):
        return False
    for back in range(k, k - _FRAME_LEAD, -1):
        if t[back].kind in "lx" or (t[back].kind == "p" and t[back].word in '.!?;:…–—«„“"('):
            return True
        if t[back].kind != "w" or p.tense_of(back):
            return False
    return False
