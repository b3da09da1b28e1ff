"""Words and what they lead to, packed: a few buffers in place of a hundred thousand objects, and the same bytes on disk.

A lexicon of one language is tens of thousands of generated forms. As Python objects they take half a kilobyte each and are
walked through by every search for garbage; here all words are one sorted text that is searched by halves, what they lead to
is one array of numbers, and a record is read from its line of JSON when somebody asks for it. Whoever looks words up
remembers what he found, so that the search is paid once for each word of a text's vocabulary.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, overload

_SIZE = 8  # bytes that hold a length


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """Named parts as one piece of bytes: the length of a JSON head, the head (byte order, sizes), the parts."""
    head = json.dumps([sys.byteorder, {name: len(part) for name, part in parts.items()}]).encode()
    return b"".join([len(head).to_bytes(_SIZE, "little"), head, *parts.values()])


def read_parts(packed: bytes | memoryview) -> dict[str, memoryview]:
    """The reverse of `pack_parts`; nothing is copied.

    Raises:
        ValueError: the bytes are of another shape, or of a machine of the other byte order.
    """
    view = memoryview(packed)
    at = _SIZE + int.from_bytes(view[:_SIZE], "little")
    order, sizes = json.loads(bytes(view[_SIZE:at]))
    if order != sys.byteorder or at + sum(sizes.values()) != len(view):
        raise ValueError("packed parts of another machine, or cut")
    out = {}
    for name, size in sizes.items():
        out[name] = view[at : at + size]
        at += size
    return out


class WordTable:
    """Words in order of their UTF-8 bytes, each with the numbers it leads to, in the order they were given.

    Args:
        packed: from `pack_words`.
    """

    __slots__ = ("_ends", "_numbers", "_starts", "_text")

    def __init__(self, packed: bytes | memoryview):
        parts = read_parts(packed)
        self._text = bytes(parts["text"])
        self._ends = array("I", bytes(parts["ends"]))
        self._starts = array("I", bytes(parts["starts"]))
        self._numbers = array("I", bytes(parts["numbers"]))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __iter__(self) -> Iterator[str]:
        return (self._word(place).decode("utf-8", "surrogatepass") for place in range(len(self)))

    def __contains__(self, word: str) -> bool:
        return self._place(word) >= 0

    def get(self, word: str) -> Sequence[int]:
        """The numbers of a word; none for a word that is not here."""
        place = self._place(word)
        if place < 0:
            return ()
        return self._numbers[self._starts[place] : self._starts[place + 1]].tolist()

    def _word(self, place: int) -> bytes:
        return self._text[self._ends[place] : self._ends[place + 1]]

    def _place(self, word: str) -> int:
        wanted = word.encode("utf-8", "surrogatepass")
        place = bisect_left(range(len(self)), wanted, key=self._word)
        return place if place < len(self) and self._word(place) == wanted else -1


def pack_words(table: Mapping[str, Iterable[int]]) -> bytes:
    """Words with the numbers they lead to, for `WordTable`."""
    by_bytes = {word.encode("utf-8", "surrogatepass"): numbers for word, numbers in table.items()}
    ends, starts, flat = array("I", [0]), array("I", [0]), array("I")
    words = sorted(by_bytes)
    for word in words:
        ends.append(ends[-1] + len(word))
        flat.extend(by_bytes[word])
        starts.append(len(flat))
    return pack_parts(
        {
            "text": b"".join(words),
            "ends": ends.tobytes(),
            "starts": starts.tobytes(),
            "numbers": flat.tobytes(),
        }
    )


class Records(Sequence[Any]):
    """Records of what JSON can hold, each read when it is asked for, and anew each time.

    Args:
        packed: from `pack_records`.
    """

    __slots__ = ("_ends", "_lines")

    def __init__(self, packed: bytes | memoryview):
        parts = read_parts(packed)
        self._lines = bytes(parts["lines"])
        self._ends = array("I", bytes(parts["ends"]))

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> list[Any]: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        return json.loads(self._lines[self._ends[place] : self._ends[place + 1]])


def pack_records(records: Iterable[Any]) -> bytes:
    """Records of what JSON can hold, for `Records`."""
    ends = array("I", [0])
    lines = []
    for record in records:
        lines.append(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
        ends.append(ends[-1] + len(lines[-1]))
    return pack_parts({"lines": b"".join(lines), "ends": ends.tobytes()})
