"""The two ends of a range as expressions of their own, as TimeML corpora mark them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from helpers.coding.timex.cursor import DASHES
from helpers.coding.timex.lexicon import Lexicon, get_lexicon
from helpers.coding.timex.scan import PAD, Token, scan_text
from helpers.foundation.dates import read_edtf
from helpers.foundation.records import Timex

_PLAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_JOINERS = ("to", "and", "until", "overnight")


def split_ranges(timexes: Iterable[Timex], language: str) -> Iterator[Timex]:
    """Each range given as its first and its last end, all other expressions as they are.

    A range whose ends are no plain days, months or years, or whose wording shows no seam, stays whole.

    Args:
        timexes: expressions of one text in its order.
        language: ISO 639-1 code of the text.
    """
    lexicon = get_lexicon(language)
    for timex in timexes:
        ends = _ends(timex, lexicon) if timex.type == "DATE" and timex.value and "/" in timex.value else None
        yield from ends or (timex,)


def _ends(timex: Timex, lexicon: Lexicon) -> tuple[Timex, Timex] | None:
    values = (timex.value or "").split("/")
    if len(values) != 2 or not all(_PLAIN.fullmatch(value) for value in values):
        return None
    seam = _seam(scan_text(timex.surface, lexicon)[PAD:-PAD], lexicon)
    if seam is None:
        return None
    first = timex.surface[: seam[0]].rstrip()
    last = timex.surface[seam[1] :]
    offset = timex.end - len(last.lstrip())
    return (
        _one(timex, timex.start, first, values[0]),
        _one(timex, offset, last.lstrip(), values[1]),
    )


def _seam(tokens: list[Token], lexicon: Lexicon) -> tuple[int, int] | None:
    """Characters between the ends: a dash or a word that joins, with the articles behind it."""
    for k in range(1, len(tokens) - 1):
        token = tokens[k]
        dash = token.kind == "p" and token.word in DASHES
        if not dash and not any(c in token.cats for c in _JOINERS):
            continue
        if (
            dash
            and token.glued
            and tokens[k + 1].glued
            and tokens[k + 1].kind == "w"
            and tokens[k - 1].kind == "n"
        ):
            continue  # the ending of 5-го, 1990-е
        after = k + 1
        while after < len(tokens) - 1 and any(
            c in tokens[after].cats for c in ("art", "prep", "to", "until", "dw_b")
        ):
            after += 1
        return token.start, tokens[after].start
    return None


def _one(timex: Timex, start: int, surface: str, value: str) -> Timex:
    interval = read_edtf(value)
    return replace(
        timex,
        start=start,
        end=start + len(surface),
        surface=surface,
        value=value,
        edtf=value,
        earliest=interval.earliest.isoformat() if interval.earliest else None,
        latest=interval.latest.isoformat() if interval.latest else None,
        rule=f"{timex.rule}+end",
    )
