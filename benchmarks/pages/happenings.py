"""What is planted: happenings between the two countries, invented, with the people who held the offices on that day."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from helpers.foundation.dates import read_edtf
from helpers.foundation.settings import load_yaml

PEOPLE = Path(__file__).parents[2] / "config" / "actors" / "people.yml"
# kind -> (kind and status of the milestone, office of both sides)
KINDS = {
    "memorandum": ("agreement", "signed", "defence-minister"),
    "plan": ("agreement", "signed", "defence-minister"),
    "talks": ("consultation", "discussed", "defence-minister"),
    "documents": ("agreement", "signed", "president"),
    "foreign": ("consultation", "discussed", "foreign-minister"),
    "exercise": ("cooperation", "held", "defence-minister"),
}
FIRST, LAST = dt.date(2005, 11, 1), dt.date(2026, 6, 30)
# Nothing is planted so near the first or last day of a term: nobody should have to know the hour of a handover.
MARGIN = dt.timedelta(days=40)
PER_PAGES = 250


@dataclass(frozen=True, slots=True)
class Happening:
    """One planted happening; `irn` and `blr` are ids of config/actors/people.yml, `n` is the number of documents."""

    id: str
    kind: str
    day: dt.date
    place: str
    irn: str
    blr: str
    n: int

    def truth(self) -> dict[str, object]:
        """What a milestone for it should say."""
        kind, status, _ = KINDS[self.kind]
        return {
            "id": self.id, "kind": kind, "status": status, "what": self.kind, "day": self.day.isoformat(), "place": self.place,
            "n_documents": self.n if self.kind == "documents" else None, "people": [self.irn, self.blr],
        }  # fmt: skip


def number_of_milestones(pages: int) -> int:
    """How many are planted among so many pages when the caller does not say: one in 250 pages, 6 to 500."""
    return min(500, max(6, pages // PER_PAGES))


def plant(number: int, seed: int) -> list[Happening]:
    """Spread happenings over twenty years, at least a week apart, in the order of their days."""
    rng = random.Random(f"plant {seed}")
    width = (LAST - FIRST).days / number
    if width < 12:
        raise ValueError(f"{number} milestones stand too close: at most {(LAST - FIRST).days // 12}")
    out: list[Happening] = []
    for i in range(number):
        kinds = list(KINDS)
        rng.shuffle(kinds)
        for kind in kinds:
            day = FIRST + dt.timedelta(days=int(i * width + rng.random() * (width - 7)))
            office = KINDS[kind][2]
            irn, blr = _holder("IRN", office, day), _holder("BLR", office, day)
            if irn and blr:
                place = rng.choice(("Minsk", "Tehran"))
                out.append(Happening(f"planted-{i:04d}", kind, day, place, irn, blr, rng.randrange(11, 20)))
                break
    return out


def spell(person: str, language: str) -> str:
    """The person's name as pages in the language write it."""
    entry = _people()[person]
    shown = entry.get(language, entry["name"]).split("|")[0]
    return str(shown).replace("/", "").replace("\\", "").strip()


def _holder(country: str, office: str, day: dt.date) -> str | None:
    """Who held the office on the day and well before and after; None when nobody did or it is not sure."""
    holders = [
        person
        for person, first, last in _terms()[f"{country}:{office}"]
        if first + MARGIN <= day <= last - MARGIN
    ]
    return holders[0] if len(holders) == 1 else None


@cache
def _people() -> dict[str, dict[str, str]]:
    return load_yaml(PEOPLE)["people"]  # type: ignore[no-any-return]


@cache
def _terms() -> dict[str, list[tuple[str, dt.date, dt.date]]]:
    out: dict[str, list[tuple[str, dt.date, dt.date]]] = {}
    for person, entry in _people().items():
        for owner, terms in dict(entry.get("offices") or {}).items():
            for term in terms if isinstance(terms, list) else [terms]:
                span = read_edtf(str(term))
                first, last = span.earliest or dt.date(1900, 1, 1), span.latest or dt.date(2100, 1, 1)
                out.setdefault(owner, []).append((person, first, last))
    return out
