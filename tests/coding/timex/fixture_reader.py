"""Reads the sentences of fixtures/<language>.yml: a DCT, a text and the expressions marked in it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from pathlib import Path

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.settings import load_yaml

FOLDER = Path(__file__).parent / "fixtures"
_MARK = re.compile(r"\[([^\]|]+)\|([^\]]*)\]|\{([^}]*)\}")
SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    surface: str
    type: str
    value: str | None
    edtf: str | None


@dataclass(frozen=True)
class Sentence:
    language: str
    dct: DateInterval
    text: str
    gold: tuple[Gold, ...]
    traps: tuple[tuple[int, int], ...]


def edtf_of(value: str | None) -> str | None:
    """EDTF that follows from a TIMEX3 value."""
    if value is None or not value[:2].isdigit():
        return None
    if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = dt.date.fromisocalendar(int(m[1]), int(m[2]), 1)
        first = monday + dt.timedelta(5 if m[3] else 0)
        return f"{first}/{monday + dt.timedelta(6)}"
    if m := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        n = 3 if m[2] == "Q" else 6
        return f"{m[1]}-{n * int(m[3]) - n + 1:02d}/{m[1]}-{n * int(m[3]):02d}"
    if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{m[1]}-{SEASONS[m[2]]}"
    if re.fullmatch(r"\d{3}", value):
        return value + "X"
    if re.fullmatch(r"\d{2}", value):
        return value + "XX"
    return value


def read_sentence(language: str, row: str) -> Sentence:
    dct, _, marked = row.partition(" :: ")
    text, gold, traps, last = "", [], [], 0
    for m in _MARK.finditer(marked):
        text += marked[last : m.start()]
        start = len(text)
        text += m[1] or m[3]
        last = m.end()
        if m[3] is not None:
            traps.append((start, len(text)))
            continue
        parts = m[2].split("|")
        kind, value = "DATE", parts[0]
        if " " in value or value in ("DURATION", "TIME", "SET"):
            kind, _, value = value.partition(" ")
        clean = None if value in ("null", "") else value
        edtf = edtf_of(clean) if len(parts) == 1 else (None if parts[1] == "null" else parts[1])
        gold.append(Gold(start, len(text), m[1], kind, clean, None if kind != "DATE" else edtf))
    text += marked[last:]
    day = DateInterval() if dct == "null" else read_edtf(dct)
    return Sentence(language, day, text, tuple(gold), tuple(traps))


def read_sentences(language: str, part: str) -> list[Sentence]:
    return [read_sentence(language, row) for row in load_yaml(FOLDER / f"{language}.yml")[part]]


def same_bounds(a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b:
        return a == b
    return read_edtf(a) == read_edtf(b)


def differences(sentence: Sentence) -> list[str]:
    """What is wrong with the recogniser's reading of a sentence, in words; empty when all is right."""
    found = find_timexes(sentence.text, sentence.language, sentence.dct)
    out = [f"offsets {x}" for x in found if sentence.text[x.start : x.end] != x.surface]
    rest = {(x.start, x.end): x for x in found}
    for g in sentence.gold:
        x = rest.pop((g.start, g.end), None)
        if x is None:
            out.append(f"missing {g.surface!r} {g.value}")
        elif x.type != g.type or (x.value != g.value and not (g.value is None and g.type != "DATE")):
            out.append(f"{g.surface!r}: {x.type} {x.value} for {g.type} {g.value} [{x.rule}]")
        elif g.type == "DATE" and not same_bounds(x.edtf, g.edtf):
            out.append(f"{g.surface!r}: edtf {x.edtf} for {g.edtf} [{x.rule}]")
    out += [f"extra {x.surface!r} {x.type} {x.value} [{x.rule}]" for x in rest.values()]
    return out
