"""The grid of English, German, Persian and Turkish: every kind of event in every way the language tells of it, and what is no claim.

A file a language (grid/<language>.yml):

- `slots`: lists of phrases that take turns, so that subjects, places and days vary mechanically.
- `events`: name -> `kind` (agr, con, coop), `done` (the status when it happened) and its phrases by grammatical form.
- `frames`: texts with the names of forms and slots in braces, and what they assert: status (`done` is the event's own)
  and polarity, alternatives apart by `|`. A frame is said of every event that has all the forms it names; `only` and `not`
  narrow the events down. An event may refuse frames with `without`.
- `plain`: what is asserted -> whole texts; claims apart by `;`, `?` before one that may be missing.
- `none`: texts without any claim of the two countries.

All are published on Wednesday 2023-05-10. A probe is right when its claims between Iran and Belarus are those, no more.
"""

from __future__ import annotations

import string
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parents[2] / "gold"))
from scoring import make_article

from helpers.coding.code_article import code_article

GRID = Path(__file__).parent / "grid"
KINDS = {"agr": "agreement", "con": "consultation", "coop": "cooperation"}
PAIR = ["BLR", "IRN"]
# share of the probes that must be right: a little below what holds now
FLOORS: dict[str, float] = {"de": 0.985, "en": 0.985, "fa": 0.975, "tr": 0.98}

Gold = tuple[
    frozenset[str], frozenset[str], frozenset[str], bool
]  # kinds, statuses, polarities, may be missing


class Probe(NamedTuple):
    """A text with the claims it holds."""

    text: str
    golds: tuple[Gold, ...]


def read_gold(source: str, event: dict[str, Any] | None = None) -> tuple[Gold, ...]:
    """The claims a line says: `agr signed asserted; ?con discussed asserted`; of an event `done asserted`."""
    out: list[Gold] = []
    for claim in filter(None, (c.strip() for c in source.split(";"))):
        words = claim.removeprefix("?").split()
        if event is not None and len(words) == 2:
            words = [event["kind"], *words]
        kinds, statuses, polarities = (w.split("|") for w in words)
        done = str((event or {}).get("done", ""))
        told = [
            s.replace("_", " ") for word in statuses for s in (done if word == "done" else word).split("|")
        ]
        out.append(
            (
                frozenset(KINDS.get(k, k) for k in kinds),
                frozenset(told),
                frozenset(polarities),
                claim.startswith("?"),
            )
        )
    return tuple(out)


def probes_of(path: Path) -> Iterator[Probe]:
    """The probes of a language, frames with their events first."""
    grid = yaml.safe_load(path.read_text(encoding="utf-8"))
    slots: dict[str, list[str]] = grid.get("slots", {})
    number = 0
    for frame in grid.get("frames", []):
        names = {name for _, name, _, _ in string.Formatter().parse(frame["text"]) if name}
        for key, event in grid.get("events", {}).items():
            if not all(name in event or name in slots for name in names):
                continue
            if ("only" in frame and key not in frame["only"]) or key in frame.get("not", ()):
                continue
            if frame.get("id") is not None and frame["id"] in event.get("without", ()):
                continue
            number += 1
            words = {n: event[n] if n in event else slots[n][number % len(slots[n])] for n in names}
            text = frame["text"].format(**words)
            yield Probe(text[0].upper() + text[1:], read_gold(frame["gold"], event))
    for gold, texts in grid.get("plain", {}).items():
        yield from (Probe(text, read_gold(gold)) for text in texts)
    yield from (Probe(text, ()) for text in grid.get("none", []))


def faults_of(language: str, probe: Probe) -> list[str]:
    """What is missing and what is too much, one line each."""
    item = {"id": "probe", "text": probe.text, "dct": "2023-05-10", "claims": []}
    left = [c for c in code_article(make_article(language, item))[1] if list(c.parties) == PAIR]
    said = []
    for kinds, statuses, polarities, may_miss in probe.golds:
        fit = [c for c in left if c.kind in kinds and c.status in statuses and c.polarity in polarities]
        if fit:
            left.remove(fit[0])
        elif not may_miss:
            said.append(f"MISS {'|'.join(kinds)} {'|'.join(statuses)} {'|'.join(polarities)}")
    return said + [f"EXTRA {c.kind} {c.status} {c.polarity} {c.rules}" for c in left]


def run(language: str) -> tuple[int, list[str]]:
    """Number of probes, and the faulty ones with their faults."""
    probes = list(probes_of(GRID / f"{language}.yml"))
    said = [f"{p.text}\n    " + "\n    ".join(f) for p in probes if (f := faults_of(language, p))]
    return len(probes), said


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_grid(language: str) -> None:
    number, said = run(language)
    assert number >= 200
    assert 1 - len(said) / number >= FLOORS[language], "\n".join(said)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        total, wrong = run(name)
        sys.stdout.write("\n".join(wrong) + f"\n{name}: {total - len(wrong)} of {total}\n")
