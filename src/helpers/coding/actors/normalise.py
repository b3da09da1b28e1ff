"""One normal form for names on both sides of the matching: case, accents, Arabic letters and joiners folded, offsets kept."""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Characters that carry no meaning for matching and may stand inside a word: soft hyphen, joiners without width, marks of
# direction, byte order mark, Arabic tatweel.
_INVISIBLE = (
    "\u00ad\u200b\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u0640"
)
# Letters without a canonical decomposition, and letters that are one letter for a reader.
_SINGLE = {
    "ß": "s", "ł": "l", "đ": "d", "ø": "o", "ı": "i", "ħ": "h", "æ": "e", "œ": "o", "ə": "e", "þ": "t", "ð": "d",
    "ґ": "г", "ѓ": "г", "ё": "е", "ў": "ў", "й": "й", "ї": "ї",
    "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "ۀ": "ه", "ة": "ه", "ؤ": "و", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
    "\u200c": " ",  # the Persian joiner that parts a word from its ending reads as a space
    "`": "'", "´": "'", "ʼ": "'", "’": "'", "‘": "'", "′": "'", "ʹ": "'",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_BREAKS = re.compile(f"[{_INVISIBLE}]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]")


def _fold_char(char: str) -> str:
    low = char.lower()
    if char == "İ":
        return "i"
    if len(low) != 1:
        return char
    if low in _SINGLE:
        return _SINGLE[low]
    parts = unicodedata.normalize("NFKD", low)
    if len(parts) > 1 and not unicodedata.combining(parts[0]):
        # й, ї, ў are letters of their own in Cyrillic; their mark is not an accent.
        rest = [c for c in parts if not unicodedata.combining(c)]
        if len(rest) == 1:
            return rest[0]
    return low


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for low, high in ((0x21, 0x590), (0x600, 0x700), (0x1E00, 0x2070), (0xFF00, 0xFF5F)):
        for code in range(low, min(high, sys.maxunicode)):
            folded = _fold_char(chr(code))
            if folded != chr(code) and len(folded) == 1:
                table[code] = folded
    table[0x200C] = " "
    return table


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its normal form and where it stands.

    Attributes:
        form: the normal form.
        start: first character in the text.
        end: one past the last.
        upper: True when it begins with a capital letter.
    """

    form: str
    start: int
    end: int
    upper: bool


def fold(text: str) -> str:
    """The normal form of a text, character for character: `len(fold(t)) == len(t)` and offsets stay valid.

    Lower case, accents off (Łukaszenka -> lukaszenka), ё -> е, Arabic ye, kaf, hamza and madda to their Persian plain
    letters, the zero-width non-joiner to a space. Invisible characters and combining marks stay where they are; `tokens`
    reads past them.
    """
    return text.translate(_table())


def words(text: str) -> tuple[str, ...]:
    """The normal forms of the words of a name, as `tokens` would give them for a page."""
    if _BREAKS.search(text):
        text = _BREAKS.sub("", unicodedata.normalize("NFC", text))
    return tuple(_WORD.findall(fold(text)))


def tokens(text: str) -> list[Token]:
    """Split a text into words: runs of letters and digits; hyphen, apostrophe and joiner part words.

    Composed and decomposed letters, soft hyphens and zero-width characters inside a word make no difference; offsets are
    those of the text as given.
    """
    if not _BREAKS.search(text):
        folded = text.translate(_table())
        return [
            Token(m.group(), m.start(), m.end(), text[m.start()].isupper()) for m in _WORD.finditer(folded)
        ]
    clean, places = _compose(text)
    folded = clean.translate(_table())
    return [
        Token(m.group(), places[m.start()], places[m.end()], clean[m.start()].isupper())
        for m in _WORD.finditer(folded)
    ]


def _compose(text: str) -> tuple[str, list[int]]:
    """The text without invisible characters and with marks composed, and the place each character came from."""
    out: list[str] = []
    places: list[int] = []
    for i, char in enumerate(text):
        if not _BREAKS.match(char):
            out.append(char)
            places.append(i)
        elif out and unicodedata.combining(char):
            joined = unicodedata.normalize("NFC", out[-1] + char)
            if len(joined) == 1:
                out[-1] = joined
    places.append(len(text))
    return "".join(out), places
