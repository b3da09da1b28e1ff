"""Words and sentences with their character offsets: what the lexicon of claims is matched on."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from helpers.coding.claims.persian_words import SPACED_ENDINGS, SPACED_WORDS, usual_form

COMMAS = frozenset(",،")
# German, Polish and Romanian quotations end with the mark that opens English ones.
OPENING_QUOTES, CLOSING_QUOTES = frozenset('«„“”"'), frozenset('»“”‟"')
# Letters that look alike and are typed for one another: Romanian cedillas, Arabic yeh and kaf, Cyrillic yo, apostrophes; and Belarusian
# hard and soft vowels, which its two spellings of foreign words tell apart differently (мэмарандум, мемарандум).
_LETTERS = str.maketrans(
    {
        "ş": "ș", "ţ": "ț", "ё": "е", "э": "е", "ў": "у", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ئ": "ی",
        "\u200c": None, "\u200d": None, "\u0640": None, "\u00ad": None, "\u0301": None, "\u0307": None,
        "’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'",
        **{chr(0x064B + i): None for i in range(11)}, "\u0670": None,  # up to the hamza above: نقشهٔ
    }
)  # fmt: skip
_INNER = {
    # elision and hyphen decide which marks may stand inside a word
    (False, False): "'’ʼ\u200c\u00ad\u0301-",
    (True, False): "\u00ad-",
    (False, True): "'’ʼ\u00ad",
    (True, True): "\u00ad",
}
_JOINERS = frozenset("'’ʼ-")
_OPENERS = "«“„\"'‘([<"
# Belarusian writes the softness of a sound before a soft one in one spelling and not in the other: гасьцяваць, гасцяваць.
_ASSIMILATED = re.compile(r"(?<=[сзцнд])ь(?=[сзцнлмвпбд])")
# And the same two spellings: прэзыдэнт, прэзідэнт; сыстэма, сістэма.
_HARDENED = re.compile(r"(?<=[сз])ы")
_ORDINAL_DIGITS = 2
LONGEST_SENTENCE = 2000  # characters
_STOP = re.compile(r"[.!?…؟।]+[»”\"'’)\]]*(?=\s)|\n+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«„“\"])(?:[^\W\d_]|\d{1,2}|\w\.\w|[Mm]rs?|[Dd]r|[Pp]rof|[Gg]en|[Ss]en|[Ll]t|[Cc]ol|[Bb]rig|[Mm]aj|[Ss]t|[Nn]r|[Nn]o|[Uu]sw|bzw|ca|etc|vs|"
    r"[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ept?|[Oo]ct|[Oo]kt|[Nn]ov|[Dd]e[cz]|им|гг|ст|ул|стр|руб|тыс|млн|млрд|"
    r"проф|акад|тов|др|пр|m|art|nr|ul|im|tys|mln|mld|red|tj|tzn|vyr|pvz|kt|mėn|sayın|lit|pag|pp|cf|núm|av|M|MM|[Ss]r|[Ss]ra|dott|on|gen|ten)$"
)


class Token(NamedTuple):
    """One word or mark.

    Attributes:
        start: first character.
        end: one past the last.
        norm: lower case, look-alike letters unified: what the lexicon is compared with.
        is_word: False for punctuation.
        capital: it begins with a capital letter.
    """

    start: int
    end: int
    norm: str
    is_word: bool
    capital: bool = False


@lru_cache(maxsize=65536)
def normalise_word(word: str, fold: bool = False) -> str:
    """A word as the lexicon compares it: lower case, look-alike letters and apostrophes unified, joiners dropped.

    Args:
        word: one word of a text or of the lexicon.
        fold: also drop accents (for languages that are often written without them).
    """
    persian = "\u0620" <= word[:1] <= "\u06d3"
    if persian and word.endswith("ه\u200cی"):
        word = word[:-2]  # the link to what follows: نقشه‌ی راه
    word = unicodedata.normalize("NFC", word.replace("İ", "i").translate(_LETTERS).casefold()).translate(
        _LETTERS
    )
    if persian:
        return usual_form(word)
    if fold:
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    if "ь" in word:
        word = _ASSIMILATED.sub("", word)
    if "ы" in word:
        word = _HARDENED.sub("і", word)
    return word.strip("-'")


@lru_cache(maxsize=8)
def _word_pattern(elision: bool, split_hyphens: bool, half_spaces: bool = False) -> re.Pattern[str]:
    inner = re.escape(_INNER[elision, split_hyphens])
    # Combining marks belong to the word they stand on: [^\W_] leaves them out.
    letter = r"(?:[^\W_]|[\u0300-\u036f\u064b-\u0655\u0670])"
    word = rf"{letter}+(?:[{inner}]+{letter}+)*"
    if half_spaces:
        word = rf"(?:{SPACED_WORDS}|{word}){SPACED_ENDINGS}"
    return re.compile(rf"{word}|[^\w\s]")


def tokenise(
    text: str,
    *,
    elision: bool = False,
    split_hyphens: bool = False,
    fold: bool = False,
    half_spaces: bool = False,
    start: int = 0,
    end: int | None = None,
) -> list[Token]:
    """Cut a text, or the part of it from `start` to `end`, into words and marks; linear in its length.

    Args:
        text: any text.
        elision: an apostrophe ends a word (l'accord, dell'intesa).
        split_hyphens: a hyphen ends a word (s-au, tehnico-militar).
        fold: drop accents in `norm`.
        half_spaces: a blank may stand for the half-space within a word (می شود).
        start: first character read.
        end: one past the last character read.
    """
    out: list[Token] = []
    for m in _word_pattern(elision, split_hyphens, half_spaces).finditer(
        text, start, len(text) if end is None else end
    ):
        word = m[0]
        is_word = word[0].isalnum()
        if word == "." and out and _is_title(text, out[-1], m.start()):
            continue  # M. Loukachenko, gen. Ashtiani: no mark parts the two
        if word == "." and out and _is_ordinal(text, out[-1], m.start()):
            continue  # am 6. Oktober, 6. října: the dot belongs to the number
        if word in _JOINERS and out and out[-1].end == m.start() and text[m.end() : m.end() + 1].isalnum():
            continue  # a joiner that parts two words (l'accord, s-au) is neither
        out.append(
            Token(
                m.start(),
                m.end(),
                normalise_word(word, fold) if is_word else _read_mark(text, word, m.start(), m.end()),
                is_word,
                word[0].isupper(),
            )
        )
    return out


def _read_mark(text: str, mark: str, start: int, end: int) -> str:
    """A hyphen between blanks, where one writes a dash: Сообщения о пакте - выдумка."""
    return "–" if mark == "-" and text[start - 1 : start] == " " and text[end : end + 1] == " " else mark


_TITLES = frozenset(
    ("m", "mm", "mr", "mrs", "sr", "sra", "dr", "dra", "gen", "gral", "mons", "ing", "prof", "dl", "dna", "dott", "d")
)  # fmt: skip


def _is_ordinal(text: str, before: Token, dot: int) -> bool:
    """A dot right behind one or two digits, and a word behind it on the same line."""
    short = before.end == dot and before.end - before.start <= _ORDINAL_DIGITS and before.norm.isdecimal()
    return short and text[dot + 1 : dot + 2] in (" ", "\u00a0") and text[dot + 2 : dot + 3].isalpha()


def _is_title(text: str, before: Token, at: int) -> bool:
    """The full stop at `at` belongs to the title before it, and a name follows."""
    return (
        before.end == at
        and before.norm in _TITLES
        and text[at + 1 : at + 2] == " "
        and text[at + 2 : at + 3].isupper()
    )


# MINSK, 10 May (BelTA) – …  ТЕГЕРАН, 8 мая. /ТАСС/. …  Teheran (ParsToday/PressTV) - …
_DATELINE = re.compile(
    r"\s*(?=[^\W\d_])[^.!?:;\n]{2,45}?(?:\.\s?)?"
    r"(?:[(/\[][^)/\]\n]{2,40}(?:/[^)/\]\n]{2,30})?[)/\]]\.?\s*[-–—]?\s|\s[-–—]{1,2}\s(?=\W?\w))"
)


def dateline_length(passage: str) -> int:
    """Characters of a dateline at the head of a passage: town, day, agency before a dash or in brackets; 0 without one.

    Its town is not where things happened and its day not when. The part before a mere dash must be short and hold a
    capitalised town, or a whole sentence with a dash in it would be taken for one.
    """
    m = _DATELINE.match(passage[:140])
    if m is None:
        return 0
    head = m[0].strip(" -–—")
    bracketed = head.rstrip(".").endswith((")", "/", "]"))
    words = head.split()
    first = words[0].strip(",.")
    if bracketed and len(words) <= 8 and not first[0].islower():
        return m.end()
    is_town = (
        first.isupper()
        or (len(words) <= 2 and first[0].isupper())
        or (words[0].endswith(",") and len(words) <= 5)
    )
    return m.end() if is_town and len(words) <= 5 and not first[0].islower() else 0


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Character ranges of the sentences of a passage, in order, without the blanks around them.

    A full stop ends a sentence when white space and then no lower-case letter follow, and no abbreviation or
    initial stands before it. A line break always ends one.
    """
    out: list[tuple[int, int]] = []
    start = 0
    for m in _STOP.finditer(text):
        if text[m.start()] != "\n":
            after = text[m.end() : m.end() + 12].lstrip()
            after = after.lstrip(_OPENERS + " —–-")
            if after and after[0].islower():
                continue
            if m[0] == "." and _ABBREVIATION.search(text[max(start, m.start() - 8) : m.start()]):
                continue
        _append_trimmed(out, text, start, m.end())
        start = m.end()
    _append_trimmed(out, text, start, len(text))
    return out


def _append_trimmed(out: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while (
        end - start > LONGEST_SENTENCE
    ):  # no writer's sentence: cut, so that no page can cost more than linear time
        cut = (
            text.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE) + 1
            or start + LONGEST_SENTENCE
        )
        _append_trimmed(out, text, start, cut)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        out.append((start, end))
