"""What every rule needs: the tokens, the vocabulary, small steps over articles and numbers, looks to either side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from helpers.coding.timex.lexicon import Lexicon
from helpers.coding.timex.scan import Token
from helpers.coding.timex.word_tenses import word_tense

DASHES = frozenset("-–—‐‑‒−/")
CURRENCY = frozenset("$€£¥₽₴₺₸﷼₹")
ROMAN = {
    r: n
    for n, r in enumerate(
        [
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
            "xvi",
            "xvii",
            "xviii",
            "xix",
            "xx",
            "xxi",
            "xxii",
        ],
        1,
    )
}
MAX_LOOK_BACK = 5


@dataclass(slots=True)
class Cursor:
    """One text while it is being read.

    Attributes:
        tokens: padded on both sides.
        lexicon: vocabulary of its language.
        month_first_numbers: numeric dates are month-day-year (US English).
        tense: tells past, future or '' of the clause around a run of tokens.
        strict: only fully explicit dates are wanted.
        free: index of a token behind the dash of a range, which may start a number.
        years: indices of bare digits that were read as years, for lists of years.
    """

    tokens: list[Token]
    lexicon: Lexicon
    month_first_numbers: bool
    tense: Callable[[int, int], str]
    strict: bool = False
    free: int = -1
    years: set[int] = field(default_factory=set)

    def has(self, i: int, category: str) -> bool:
        """True when token `i` carries the category."""
        return category in self.tokens[i].cats

    def is_mark(self, i: int, marks: str | frozenset[str]) -> bool:
        """True when token `i` is one of the marks."""
        return self.tokens[i].kind == "p" and self.tokens[i].word in marks

    def is_mark_within(self, i: int, mark: str) -> bool:
        """True when the phrase at `i` was written with the mark."""
        return mark in self.tokens[i].word

    def starts_number(self, i: int) -> bool:
        """True when the digits at `i` are a number of their own: not the tail of a code, a decimal or a longer number."""
        t, before = self.tokens[i], self.tokens[i - 1]
        if not t.glued or i == self.free:
            return True
        if before.kind == "w" and before.word.endswith("-"):
            return True  # post-2014
        if before.kind in "wn" or before.word == "_":
            return False
        if self.strict and before.word in "/(":
            return True  # an address such as /2023/07/31/
        if before.word == "/" and self._is_dotted_date(i):
            return True  # M.O. nr. 1033/9.11.2004
        if before.word == "," and t.digits == 4 and self.tokens[i - 2].digits == 4:
            return True  # a list of years: 1958,1962,1974
        if (before.kind == "p" and before.word in ".,:+/\\@#") or before.word in CURRENCY:
            return (
                before.word in ".,"
                and not (before.glued and self.tokens[i - 2].kind == "n")
                and before.word != "#"
            )
        if before.kind == "p" and before.word in DASHES:
            return not (before.glued and self.tokens[i - 2].kind in "wn")
        return True

    def _is_dotted_date(self, i: int) -> bool:
        """True at a day, month and year with dots between them."""
        t = self.tokens[i : i + 5]
        dotted = t[1].word == "." == t[3].word and all(x.glued for x in t[1:])
        return dotted and t[0].digits <= 2 and t[2].digits in (1, 2) and t[4].digits == 4

    def ends_number(self, j: int) -> bool:
        """True when no part of the number (decimal, percent, degree, letter) follows glued at `j`."""
        t = self.tokens[j]
        if not t.glued and t.word not in CURRENCY and t.word not in "%‰°":
            return True
        if t.word in CURRENCY or (t.kind == "p" and t.word in "%‰°٪@_\\²³"):
            return False
        if t.kind == "n":
            return False
        if t.kind == "w":
            return "osuf" in t.cats or "csuf" in t.cats or "yw_a" in t.cats
        if t.word in ".,:/٫٬" and self.tokens[j + 1].kind == "n" and self.tokens[j + 1].glued:
            return t.word == "," and self.tokens[j - 1].digits == 4 and self.tokens[j + 1].digits == 4
        return not (t.word == "-" and self.tokens[j + 1].glued and self.tokens[j + 1].kind == "n")

    def skip(self, i: int, *categories: str, limit: int = 3) -> int:
        """The index after up to `limit` tokens of the categories (and the apostrophe of an elided article)."""
        for _ in range(limit):
            t = self.tokens[i]
            if t.kind == "w" and any(c in t.cats for c in categories):
                i += 1
                if self.tokens[i].word == "'" and self.tokens[i].glued and self.tokens[i + 1].glued:
                    i += 1
            else:
                break
        return i

    def skip_back(self, i: int, *categories: str) -> int:
        """The index of the nearest token before `i` that carries none of the categories."""
        k = i - 1
        while self.tokens[k].kind == "w" and any(c in self.tokens[k].cats for c in categories):
            k -= 1
        return k

    def tense_of(self, i: int) -> str:
        """Tense that the word at `i` shows by itself."""
        return word_tense(self.tokens[i], self.lexicon)

    def number(self, i: int) -> tuple[int, int] | None:
        """A cardinal in digits or words at `i` -> (value, next index); compounds up to 999 999 999."""
        t = self.tokens[i]
        if t.kind == "n":
            if t.digits <= 4 and self.starts_number(i) and self.ends_number(i + 1):
                return t.number, i + 1
            return None
        if "card" not in t.cats:
            return None
        value, j = t.cats["card"], i + 1
        if value < 10 and self.tokens[j].cats.get("card") == 100:
            return value * 100, j + 1  # two hundred
        if value >= 20 and value % 10 == 0 and value < 100:
            k = j
            if (self.is_mark(k, "-") and self.tokens[k].glued) or self.has(k, "and"):
                k += 1
            unit = self.tokens[k].cats.get("card", 0)
            if 0 < unit < 10:
                return value + unit, k + 1
        return value, j

    def ordinal(self, i: int) -> tuple[int, int] | None:
        """An ordinal at `i`, in words, digits with a mark, or Roman numerals -> (value, next index)."""
        t = self.tokens[i]
        if t.kind == "n" and t.digits <= 2 and self.starts_number(i):
            j = self.ordinal_mark(i + 1)
            return (t.number, j) if j > i + 1 else None
        if "ord" in t.cats:
            value = t.cats["ord"]
            follow = self.tokens[i + 1].cats.get("ord", 0)
            if value in (20, 30) and 0 < follow < 10:
                return value + follow, i + 2
            return value, i + 1
        if t.cats.get("card") in (20, 30):
            k = i + 1
            if self.is_mark(k, "-") or self.has(k, "and"):
                k += 1
            follow = self.tokens[k].cats.get("ord", 0)
            if 0 < follow < 10:
                return t.cats["card"] + follow, k + 1
        if t.kind == "w" and t.word in ROMAN and (t.upper or t.capital):
            return ROMAN[t.word], self.ordinal_mark(i + 1)
        if t.kind == "w" and t.capital and self.lexicon.language == "fr":
            for ending in ("e", "er", "ème", "ère"):
                if t.word.endswith(ending) and t.word[: -len(ending)] in ROMAN:
                    return ROMAN[t.word[: -len(ending)]], i + 1
        return None

    def ordinal_mark(self, j: int) -> int:
        """The index after the mark of an ordinal (th, -го, º, a dot) glued behind a number, `j` when there is none."""
        t = self.tokens[j]
        if t.kind == "w" and t.glued and "osuf" in t.cats:
            return j + 1
        if t.kind == "p" and t.glued and t.word in "-‑–'":
            after = self.tokens[j + 1]
            if after.kind == "w" and after.glued and "osuf" in after.cats:
                return j + 2
        if t.word == "°" and t.glued:
            return j + 1
        if t.word == "." and t.glued and self.tokens[j + 1].glued and self.tokens[j + 1].word in ("º", "ª"):
            return j + 2  # 1.º de enero
        if t.word == "." and t.glued and not (self.tokens[j + 1].glued and self.tokens[j + 1].kind == "n"):
            return j + 1
        return j

    def day_number(self, i: int, *, second: bool = False) -> tuple[int, int, bool] | None:
        """The number of a day at `i` -> (number, next index, written in words); `second` behind the dash of a range."""
        t = self.tokens[i]
        if t.kind == "n":
            if t.digits > 2 or not 1 <= t.number <= 39 or not (second or self.starts_number(i)):
                return None
            j = self.ordinal_mark(i + 1)
            if j == i + 1 and not self.ends_number(j) and not self.is_mark(j, DASHES):
                nxt = self.tokens[j]
                if not (nxt.kind == "w" and nxt.cats):
                    return None
            return t.number, j, False
        found = self.ordinal(i) if t.word not in ROMAN or "ord" in t.cats else None
        if found is None and "first" in t.cats:
            found = 1, i + 1
        if found is None:
            found = self.number(i)
        one = found is not None and found[0] == 1 and "card" in t.cats and t.word != "uno"  # el uno de agosto
        if found is None or not 1 <= found[0] <= 31 or one:
            return None
        return found[0], found[1], True

    def look_back(self, i: int) -> str:
        """The bound announced before the expression at `i`: from, to, before, after, between, or ''."""
        t = self.tokens
        k = i - 1
        for _ in range(MAX_LOOK_BACK):
            tok = t[k]
            if tok.word == "'" and tok.glued:
                k -= 1
                continue
            if tok.kind != "w":
                return ""
            cats = tok.cats
            if tok.word == "تا" and t[k - 1].kind == "n" and t[k - 1].digits < 4:
                return ""  # ۶۰ تا: that many
            for category in ("between", "since", "until", "before", "after", "weaksince"):
                if category in cats:
                    return {"since": "from", "until": "to", "weaksince": "weak"}.get(category, category)
            if any(c in cats for c in ("art", "approx", "dw_b", "prep", "weakprep", "of")):
                k -= 1
                continue
            return ""
        return ""

    def has_begun(self, i: int, j: int) -> bool:
        """True when the word that opens the expression at i..j-1 to one side speaks of the past only: since, depuis, beri."""
        if any(self.has(k, "sincepast") for k in range(self.after_case(j), self.after_case(j) + 2)):
            return True
        for k in range(i - 1, i - 1 - MAX_LOOK_BACK, -1):
            cats = self.tokens[k].cats
            if "sincepast" in cats:
                return True
            if not any(c in cats for c in ("art", "approx", "dw_b", "prep", "weakprep", "of")):
                return False
        return False

    def look_ahead(self, j: int) -> str:
        """The bound announced behind the expression that ends before `j` (Turkish kadar, beri; onwards)."""
        k = self.after_case(j)
        for _ in range(2):
            cats = self.tokens[k].cats
            for category, bound in (
                ("since_a", "from"),
                ("until_a", "to"),
                ("before_a", "before"),
                ("after_a", "after"),
            ):
                if category in cats:
                    return bound
            if self.is_mark(k, "'") or "csuf" in cats:
                k += 1
                continue
            break
        return ""

    def after_case(self, j: int) -> int:
        """The index after a case ending behind an apostrophe."""
        if self.tokens[j].word == "'" and self.tokens[j].glued and "csuf" in self.tokens[j + 1].cats:
            return j + 2
        return j

    def is_identifier_before(self, i: int) -> bool:
        """True when the word or sign before `i` makes a number a name: No., page, article, flight, brigade."""
        k = i - 1
        t = self.tokens[k]
        if t.kind == "p" and t.word in ".(" and self.tokens[k - 1].kind == "w" and t.word == ".":
            k -= 1
            t = self.tokens[k]
        return "ident" in t.cats

    def is_counted_after(self, j: int) -> bool:
        """True when the word at `j` is something that is counted or measured."""
        t = self.tokens[j]
        if t.kind != "w" or not self.lexicon.counted or "fut" in t.cats or "runit" in t.cats:
            return False
        if "ord" in t.cats and self.tokens[j + 1].cats.get("unit") == "quarter":
            return False  # the 1988 second quarter
        if self.lexicon.language == "ro" and t.word.endswith(("a", "ul", "lor", "lui")):
            return False  # În 2021 nava: with its article, so not counted
        return t.word.startswith(self.lexicon.counted)
