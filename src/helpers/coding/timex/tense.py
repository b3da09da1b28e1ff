"""The tense of the clause around an expression: past, future or not marked, from verb forms and cue words."""

from __future__ import annotations

from helpers.coding.timex.adverbials import is_of_past_event
from helpers.coding.timex.lexicon import Lexicon
from helpers.coding.timex.scan import Token
from helpers.coding.timex.verb_forms import EMBEDDED, is_attributive, is_genitive
from helpers.coding.timex.word_tenses import (
    CLAUSE_MARKS,
    STOPS,
    WINDOW,
    ends_sentence,
    has_future_auxiliary,
    is_governed,
    is_inside,
    is_past_report,
    is_perfect,
    is_plural,
    stands_alone,
    word_tense,
)

FAR = 12  # what lies behind a comma or a dash
_BESIDE = 3  # words between a verb and what it governs
_NOUN_BEFORE_VERB = frozenset(("tr", "fa"))
_VERB_LAST = frozenset(("de", "tr", "fa"))


def clause_tense(tokens: list[Token], lexicon: Lexicon, i: int, j: int) -> str:
    """Tense around tokens i..j-1: the nearest verb of the clause decides, then of the sentence.

    Returns:
        past, future, present, or '' when nothing shows it.
    """
    if is_possessive(tokens, lexicon, i, j):
        return "future" if _is_object_ahead(tokens, lexicon, i) else "past"
    if _is_dateline(tokens, i, j):
        return "past"
    if (
        lexicon.language == "de"
        and tokens[i - 1].word == "vom"
        and tokens[i - 2].capital
        and ("wday" in tokens[i].cats or tokens[i].cats.get("unit") == "weekend")
    ):
        return "past"  # nach den Gesprächen vom Montag, die Wahlsieger vom Wochenende
    if is_of_past_event(tokens, lexicon, i, j, word_tense) or _is_of_participle(tokens, lexicon, i, j):
        return "past"
    dated = _is_dated_copula(tokens, lexicon, i)
    if dated:
        return dated
    led = "weakprep" not in tokens[i - 1].cats  # am Montag, not die Rede vom Montag
    left = _look(tokens, lexicon, i - 1, -1, led)
    right = _look(tokens, lexicon, j, 1, led, opens=_opens_sentence(tokens, lexicon, i))
    if left and right and lexicon.language not in _VERB_LAST and min(left)[0] <= _BESIDE:
        right = []  # "the ferry that sank on Sunday will be raised": the verb in front governs, the one behind is another's
    if right and lexicon.language in _NOUN_BEFORE_VERB and min(right)[0] < FAR:
        left = []  # the verb stands last
    if not left and (not right or min(right)[0] >= FAR) and _is_announced(tokens, lexicon, i):
        return "future"
    if (
        not left
        and right
        and min(right)[0] > FAR + 2
        and tokens[i - 2].kind == "w"
        and min(right)[1] == "fut"
    ):
        right = []  # "sono ferme dagli inizi di luglio e dovranno riprendere": the other clause's verb says nothing
    best: tuple[int, str] | None = None
    for cost, name in (*left, *right):
        if best is None or cost < best[0]:
            best = cost, name
    if best is None:
        return ""
    return {"fut": "future", "past": "past", "pres": "present"}[best[1]]


def _is_object_ahead(tokens: list[Token], lexicon: Lexicon, i: int) -> bool:
    """True for an English possessive right behind a verb of the future: will miss Saturday's derby."""
    for k in range(i - 1, i - 2 - _BESIDE, -1):
        token = tokens[k]
        if token.kind != "w" or "prep" in token.cats or "clause" in token.cats:
            return False
        if word_tense(token, lexicon) in ("past", "report", "pres"):
            return False
        if word_tense(token, lexicon) == "fut":
            return True
    return False


def tells_event(tokens: list[Token], lexicon: Lexicon, i: int, j: int) -> bool:
    """True when the clause around tokens i..j-1 holds a verb in the past that is no auxiliary: unterzeichneten heute."""
    for start, step in ((i - 1, -1), (j, 1)):
        for k in range(start, start + step * FAR, step):
            if tokens[k].kind not in "wn":
                break
            if "aux" not in tokens[k].cats and word_tense(tokens[k], lexicon) in ("past", "report"):
                return True
    return False


def _is_of_participle(tokens: list[Token], lexicon: Lexicon, i: int, j: int) -> bool:
    """True when a past participle stands right before (behind, in Turkish): затонувший в воскресенье, Pazar günü batan."""
    if not lexicon.participle_endings:
        return False
    step = 1 if lexicon.language == "tr" else -1
    k = j if step > 0 else i - 1
    while step < 0 and i - k < _BESIDE and ("prep" in tokens[k].cats or "art" in tokens[k].cats):
        k -= 1
    word = tokens[k].word
    named = tokens[k].capital and not ends_sentence(tokens, k - 1)
    known = tokens[k].cats.keys() - {"prospect", "defer", "grant"}
    if tokens[k].kind != "w" or named or known or word in lexicon.ending_exceptions:
        return False
    before = tokens[k - 1]
    noun = before.word == "," or (before.kind == "w" and not before.cats.keys() - {"ident", "alsonoun"})
    goal = any("meant" in token.cats for token in tokens[k + 1 : i])  # anunciada para junio
    if lexicon.language == "es" and (not noun or goal or i - k > 2):
        return False  # la llegada el lunes; but negociaciones iniciadas el lunes
    if len(word) < 5 or not word.endswith(lexicon.participle_endings):
        return False
    return not has_future_auxiliary(tokens, lexicon, k)


def _is_announced(tokens: list[Token], lexicon: Lexicon, i: int) -> bool:
    """True for an English headline of what is to come, which has no verb but an infinitive: Minister to visit base Friday."""
    if lexicon.language != "en":
        return False
    start = i
    while tokens[start - 1].kind not in "lx" and tokens[start - 1].word not in STOPS and i - start < WINDOW:
        start -= 1
    for k in range(start + 1, min(start + 5, i - 1)):  # the infinitive stands right behind a short subject
        after = tokens[k + 1]
        if tokens[k].word == "to":
            return after.kind == "w" and not after.cats and not after.capital and tokens[k - 1].kind == "w"
    return False


def _opens_sentence(tokens: list[Token], lexicon: Lexicon, i: int) -> bool:
    """True behind a preposition that opens its sentence: in August the ministers said they would sign."""
    before = tokens[i - 2]
    opens = before.kind in "lx" or before.word in STOPS
    return opens and "prep" in tokens[i - 1].cats and lexicon.language not in _VERB_LAST


def _look(
    tokens: list[Token], lexicon: Lexicon, k: int, step: int, led: bool, *, opens: bool = False
) -> list[tuple[int, str]]:
    """Verbs on one side with their distance; a clause boundary makes what lies behind it far.

    An expression that opens its sentence (`opens`) says when the first verb behind it was, be it one of saying.

    Where the expression is an adverbial (`led`), a copula of German by itself is its present.
    """
    cost = 0
    genitive = False
    found: list[tuple[int, str]] = []
    for _ in range(WINDOW):
        token = tokens[k]
        if token.kind in "lx":
            break
        if token.kind == "p":
            if token.word in STOPS and not (token.word == "." and is_inside(tokens, k)):
                break
            inside = token.word == "-" and token.glued and tokens[k + 1].glued  # their two-day meeting
            if token.word in CLAUSE_MARKS and not inside:
                cost += FAR
        elif token.kind == "w":
            cost += 1
            if "clause" in token.cats:
                cost += 14
            inner = token.capital and not token.upper and tokens[k - 1].kind == "w"
            named = inner and (not token.cats or lexicon.language == "de")  # a name, or a German noun
            name = "" if named else word_tense(token, lexicon)
            if "alsonoun" in token.cats and any(
                c in tokens[k - 1].cats for c in ("bnoun", "art", "prep", "of")
            ):
                name = ""  # en aquella visita: a noun that looks like a present
            if (
                name == "past"
                and lexicon.language in ("uk", "be")
                and not token.cats
                and is_governed(tokens, k)
            ):
                name = ""  # після довгих переговорів: a noun in the form of a past
            if name == "past" and token.word == "است" and not tokens[k - 1].word.endswith("ه"):
                name = "pres"  # جشن است; but شده است
            if name == "past" and lexicon.language == "en" and is_attributive(tokens, k, step):
                name = ""  # a still unspecified date
            if not name and token.word in lexicon.plural_presents and is_plural(tokens[k - 1]):
                name = "pres"  # the envoys leave Monday
            if name in ("past", "") and "plpass" in token.cats and "copula" in tokens[k - 1].cats:
                name = "pres"  # the summit is held in July
            noun_first = lexicon.language in _NOUN_BEFORE_VERB and name == "past"
            if not name and "dir" in token.cats and lexicon.language == "tr" and _ends_as_verb(tokens, k):
                name = "fut"  # pazartesi günü Minsk'e gelecek; not gelecek hafta
            if noun_first and word_tense(tokens[k + 1], lexicon) == "fut":
                name = ""  # paktı imzalayacak, بازدید خواهد کرد: a noun in the form of a past
            if name == "" and "copula" in token.cats and is_perfect(tokens, lexicon, k):
                name = "past"
            if (
                lexicon.language == "de"
                and name == "past"
                and led
                and "copula" in token.cats
                and stands_alone(tokens, lexicon, k)
            ):
                name = "pres"
            genitive = genitive or (step > 0 and lexicon.language == "tr" and is_genitive(token))
            if genitive and token.word.endswith(EMBEDDED):
                name, genitive = "", False  # Bakanlık salı günü konvoyun cuma günü varacağını bildirdi
            if name == "report":
                close = cost <= 2 and not any(other == "fut" for _, other in found)  # not geleceğini söyledi
                told = lexicon.language == "fa" and step < 0  # what stands behind گفت was said
                if (
                    not told
                    and is_past_report(token, lexicon)
                    and (
                        close
                        or (cost <= 6 and step < 0 and not found)
                        or (opens and cost <= FAR and not found)
                    )
                ):
                    return [
                        (0, "past")
                    ]  # "said Friday it would", "told a news conference on Tuesday that ..."
                cost += 6
            elif name:
                if name == "past" and has_future_auxiliary(tokens, lexicon, k):
                    name = "fut"
                found.append((cost if name != "pres" else cost + 4, name))
                if len(found) > 2:
                    break
        k += step
    return found


def _ends_as_verb(tokens: list[Token], k: int) -> bool:
    """A Turkish verb of the future by its ending, and by its place at the end of its clause."""
    return tokens[k].word.endswith(("ecek", "acak")) and tokens[k + 1].kind != "w"


def _is_dated_copula(tokens: list[Token], lexicon: Lexicon, i: int) -> str:
    """Tense of a copula right before the expression: elections are on Sunday lie ahead, today is Sunday does not."""
    k = i - 1
    while i - k <= _BESIDE and any(c in tokens[k].cats for c in ("prep", "art", "dw_b", "weakprep")):
        k -= 1
    if "copula" not in tokens[k].cats or lexicon.language == "de":
        return ""
    return "past" if "day" in tokens[k - 1].cats else "future"


def is_possessive(tokens: list[Token], lexicon: Lexicon, i: int, j: int) -> bool:
    """True for "Wednesday's ruling": what has a day's name has mostly happened, unless it lies ahead."""
    return (
        lexicon.language == "en"
        and tokens[j].word == "'"
        and tokens[j + 1].word == "s"
        and tokens[i - 1].word != "ahead of"
        and tokens[i - 1].word != "next"
    )


def _is_dateline(tokens: list[Token], i: int, j: int) -> bool:
    """True for the date of a dateline: near the paragraph's start, before a dash (BOSTON, June 3 -; Минск, 5 мая —)."""
    k = j
    while (tokens[k].kind == "p" and tokens[k].word in ").,(") or (tokens[k].kind == "w" and tokens[k].upper):
        k += 1
        if k > j + 6:
            return False
    if tokens[k].kind != "p" or tokens[k].word not in "-–—":
        return False
    for back in range(1, 8):
        token = tokens[i - back]
        if token.kind in "lx":
            return True
        if token.kind == "w" and not token.capital and not token.cats:
            return False
    return False
