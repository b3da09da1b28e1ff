"""What each character is to the cleaner: its class, its lower case and the code block it stands in, in one table.

Characters fall into sixteen classes that exist in every script. The three are packed into one number, so that a text is looked up
once: a look-up costs more than all that is done with what it finds.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

BLANK, BREAK, LOWER, UPPER, UNCASED, CJK, DIGIT, STOP, COMMA, COLON, QUOTE, OPEN, DASH, BAR, OTHER, MARK = (
    range(16)
)
LOWER_START, UPPER_START = (
    16,
    17,
)  # letters that begin a word; lines are counted by them, characters are not of them
_LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_MEMBERS = (
    (BREAK, _LINE_BREAKS),
    (BLANK, "\t\x1f\u200b\ufeff\u200e\u200f\u2060"),
    (STOP, ".!?…。！？؟।۔։"),
    (COMMA, ",;،、，؛；"),
    (COLON, ":："),
    (QUOTE, "\"'«»“”‘’„`「」『』《》〈〉"),
    (BAR, "|/•·>→▶←›‹*+#_~=<◆■►▼▲●○│※"),
    (MARK, "©®™@"),
)
_CJK_RANGES = ((0x2E80, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF))
# Characters of one category, which need not be asked one by one.
_SAME = ((0x3400, 0x4DBF, CJK), (0x4E00, 0x9FFF, CJK), (0xAC00, 0xD7A3, CJK), (0xD800, 0xF8FF, OTHER))
_ABOVE = 0x10000  # the entry of all characters above the basic plane (emoji, mostly)
_LOWER_BITS, _KIND_BITS = 16, 4
_BLOCK = 7  # bits of a code point that say which of a block's 128 characters it is


@lru_cache(maxsize=1)
def _class_table() -> NDArray[np.uint8]:
    """The class of each character of the basic plane, and one entry for all that lie above it."""
    by_category: dict[str, int] = defaultdict(lambda: OTHER)
    by_category |= {"Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Zs": BLANK, "Pd": DASH, "Ps": OPEN}
    by_category |= {"Pi": QUOTE, "Pf": QUOTE, "Pe": QUOTE}
    by_category |= dict.fromkeys(("Lm", "Lo", "Mn", "Mc", "Me"), UNCASED)
    by_category |= dict.fromkeys(("Nd", "Nl", "No"), DIGIT)
    table = np.full(_ABOVE + 1, OTHER, np.uint8)
    at = 0
    for low, high, kind in (*_SAME, (_ABOVE, _ABOVE, OTHER)):
        categories = map(unicodedata.category, map(chr, range(at, low)))
        table[at:low] = np.frombuffer(bytes(map(by_category.__getitem__, categories)), np.uint8)
        table[low : high + 1] = kind
        at = high + 1
    for low, high in _CJK_RANGES:
        part = table[low : high + 1]
        part[part == UNCASED] = CJK
    for kind, characters in _MEMBERS:
        for character in characters:
            table[ord(character)] = kind
    return table


@lru_cache(maxsize=1)
def lower_table() -> NDArray[np.uint32]:
    """The lower-case code point of each character of the basic plane, itself where that is not one character; 0 above it."""
    table = np.arange(_ABOVE + 1, dtype=np.uint32)
    for part in (table[:0xD800], table[0xE000:_ABOVE]):
        lowered = part.tobytes().decode("utf-32-le").replace("İ", "i").lower()
        part[:] = np.frombuffer(lowered.encode("utf-32-le"), np.uint32)
    table[_ABOVE] = 0
    return table


@lru_cache(maxsize=1)
def _character_table() -> NDArray[np.uint32]:
    """The three together, as they were kept: asking what 60,000 characters are takes as long as cleaning ten pages."""
    from helpers.clean.furniture_kept import keep_made, read_numbers
    from helpers.foundation.settings import find_paths

    here = Path(__file__)
    name = f"characters-{unicodedata.unidata_version}"
    sources = [here, here.with_name("furniture_kept.py")]
    made = keep_made(name, find_paths().config, sources, lambda: {"table": _make_table().tobytes()})
    return np.asarray(read_numbers(made, "table", np.uint32))


def _make_table() -> NDArray[np.uint32]:
    kinds = _class_table().astype(np.uint32)
    letters = (kinds >= LOWER) & (kinds <= CJK)
    blocks = (np.arange(_ABOVE + 1, dtype=np.uint32) >> _BLOCK) * letters
    blocks <<= _LOWER_BITS + _KIND_BITS
    return np.asarray(lower_table() | kinds << _LOWER_BITS | blocks, np.uint32)


def look_up(codes: Any) -> tuple[NDArray[np.uint8], NDArray[np.uint32], NDArray[np.uint32]]:
    """For code points their classes, their lower case (`lower_table`) and, of letters, the number of their block of 128, else 0."""
    found = _character_table().take(codes, mode="clip")
    blocks = found >> (_LOWER_BITS + _KIND_BITS)
    kinds = (found >> _LOWER_BITS & ((1 << _KIND_BITS) - 1)).astype(np.uint8)
    found &= (1 << _LOWER_BITS) - 1
    return kinds, found, blocks
