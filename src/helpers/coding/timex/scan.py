"""Cut a text into typed tokens in one pass: words looked up in the lexicon, digit runs, marks, line breaks."""

from __future__ import annotations

import re

from helpers.coding.timex.folding import APOSTROPHES, INVISIBLE, fold_word
from helpers.coding.timex.lexicon import EMPTY, Categories, Lexicon
from helpers.foundation.memory import VOCABULARY

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670" + INVISIBLE
_LETTER = r"[^\W\d_]"
PAD = 12
_MAX_DIGITS = 8


class Token:
    """One token: where it is, what it is, and what the lexicon knows of it.

    Attributes:
        start, end: characters of the text, end exclusive.
        kind: w word, n digits, p mark, l line break, x outside the text.
        word: folded form (the character itself for a mark).
        cats: lexicon categories, empty for most words.
        number: value of the digits, -1 where there are none or too many.
        digits: how many digits.
        glued: nothing visible stands between this token and the one before.
        capital: the first letter is upper case; upper: all letters are.
    """

    __slots__ = ("capital", "cats", "digits", "end", "glued", "kind", "number", "start", "upper", "word")

    def __init__(self, start: int, end: int, kind: str, word: str, cats: Categories, glued: bool):
        self.start, self.end, self.kind, self.word, self.cats, self.glued = (
            start,
            end,
            kind,
            word,
            cats,
            glued,
        )
        self.number, self.digits, self.capital, self.upper = -1, 0, False, False

    def __repr__(self) -> str:
        return f"<{self.kind} {self.word!r} {self.start}-{self.end} {dict(self.cats)}>"


def compile_scanner(joins_apostrophe: bool) -> re.Pattern[str]:
    """The scanner's one pattern: every alternative begins with another kind of character, so it runs in linear time."""
    joiner = f"[{_MARKS}{APOSTROPHES if joins_apostrophe else ''}]"
    word = rf"{_LETTER}+(?:{joiner}+{_LETTER}+)*[{_MARKS}]*"
    return re.compile(rf"({word})|(\d+)|(\n)|([^\w\s{INVISIBLE}]|_)")


_SCANNERS = {True: compile_scanner(True), False: compile_scanner(False)}
_INVISIBLE = frozenset(INVISIBLE)


def _outside(position: int) -> Token:
    return Token(position, position, "x", "", EMPTY, False)


def _strip_end(text: str, start: int, end: int) -> int:
    """The end of a word without invisible characters behind its last letter."""
    while end > start and text[end - 1] in _INVISIBLE:
        end -= 1
    return end


def scan_text(text: str, lexicon: Lexicon) -> list[Token]:
    """Tokens of `text`, phrases of the lexicon merged into one, padded with tokens outside the text on both sides."""
    tokens: list[Token] = [_outside(0)] * PAD
    known, language = lexicon.cache, lexicon.language
    words, firsts = lexicon.words, lexicon.first_words
    last_end = -1
    heads: list[int] = []
    for match in _SCANNERS[lexicon.joins_apostrophe].finditer(text):
        start, end = match.span()
        group = match.lastindex
        glued = start == last_end
        if not glued and last_end >= 0 and text[last_end] in _INVISIBLE:
            glued = all(c in _INVISIBLE for c in text[last_end:start]) if start - last_end <= 4 else False
        if group == 1:
            raw = match[1]
            if text[end - 1] in _INVISIBLE:
                end = _strip_end(text, start, end)
            hit = known.get(raw)
            if hit is None:
                folded = fold_word(raw, language)
                hit = (folded, words.get((folded,), EMPTY), raw[0].isupper(), len(raw) > 1 and raw.isupper())
                if len(known) >= VOCABULARY:
                    known.clear()
                known[raw] = hit
            token = Token(start, end, "w", hit[0], hit[1], glued)
            token.capital, token.upper = hit[2], hit[3]
            if hit[0] in firsts:
                heads.append(len(tokens))
        elif group == 2:
            token = Token(start, end, "n", match[2] if end - start <= _MAX_DIGITS else "", EMPTY, glued)
            token.digits = end - start
            if token.digits <= _MAX_DIGITS:
                token.number = int(token.word)
        elif group == 3:
            token = Token(start, end, "l", "\n", EMPTY, False)
        else:
            mark = match[4]
            token = Token(start, end, "p", "'" if mark in APOSTROPHES else mark, EMPTY, glued)
            if mark in "#№":
                token.cats = lexicon.number_sign
        tokens.append(token)
        last_end = end
    tokens.extend([_outside(len(text))] * PAD)
    return _merge_phrases(tokens, heads, lexicon) if heads else tokens


def _counts(token: Token) -> bool:
    return token.kind == "n" or any(c in token.cats for c in ("unit", "card", "vague"))


_MONTH_NAMES = ("month", "month_weak", "month_abbr", "solar", "lunar")


def _names_month(token: Token) -> bool:
    return any(c in token.cats for c in _MONTH_NAMES)


def _merge_phrases(tokens: list[Token], heads: list[int], lexicon: Lexicon) -> list[Token]:
    """Replace each run of tokens that the lexicon lists as one phrase (longest first) by one token."""
    out: list[Token] = []
    done = 0
    for i in heads:
        if i < done:
            continue
        for length in lexicon.first_words[tokens[i].word]:
            if i + length > len(tokens):
                continue
            key = tuple(t.word for t in tokens[i : i + length])
            cats = lexicon.words.get(key)
            if cats is not None and len(cats) == 1 and "ref" in cats and _counts(tokens[i + length]):
                continue  # "в прошлом году" is a year, not "in the past"
            if (
                cats is not None
                and len(cats) == 1
                and "mw_b" in cats
                and not _names_month(tokens[i + length])
            ):
                continue  # "mois de" of "dix-huit mois d'essais" is a unit
            after = tokens[i + length]
            if (
                cats is not None
                and "hidden" in cats
                and "month_weak" in tokens[i + length - 1].cats
                and after.digits == 4
            ):
                continue  # "și mai" is "and more", but not in "și mai 2019"
            if cats is None or any(t.kind in "lx" for t in tokens[i + 1 : i + length]):
                continue
            if not tokens[i + length - 1].glued and tokens[i + length - 1].word in (".", "-"):
                continue
            out.extend(tokens[done:i])
            first, last = tokens[i], tokens[i + length - 1]
            merged = Token(first.start, last.end, "w", " ".join(key), cats, first.glued)
            merged.capital, merged.upper = first.capital, first.upper
            out.append(merged)
            done = i + length
            break
    out.extend(tokens[done:])
    return out
