"""The reference layer: externally sourced dates matched to milestones and shown beside them, never mixed into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.chronology.intervals import read_iso
from helpers.chronology.rules import Rules, load_rules
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import CLAIM_KINDS, STATUSES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

_KEYS = {
    "id": True, "date": True, "kind": True, "instrument": False, "n_documents": False, "parties": True, "place": True,
    "status": True, "defence": True, "what": True, "who": True, "cite": True, "note": False,
}  # fmt: skip
_DEFENCE = ("yes", "no", "contested")
# Points a match must reach: a shared person and the place, or the paper and the place, besides the date.
ENOUGH = 2.0


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """One externally sourced fact. Key: id.

    Attributes:
        date: EDTF as written.
        papers: classes of paper it is or may be called.
        cite: addresses where it can be checked.
    """

    id: str
    date: str
    kind: str
    papers: frozenset[str]
    n_documents: int | None
    parties: tuple[str, ...]
    place: str
    status: str
    defence: str
    what: str
    who: frozenset[str]
    cite: tuple[str, ...]
    note: str

    @property
    def interval(self) -> DateInterval:
        """The days it may have been."""
        return read_edtf(self.date)


def load_reference(path: Path | None = None, *, rules: Rules | None = None) -> tuple[ReferenceEntry, ...]:
    """Read config/reference.yml.

    Raises:
        ConfigError: an unknown key, kind, status, class of paper or date, or an id that stands twice.
    """
    path = path or find_paths().config / "reference.yml"
    rules = rules or load_rules()
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise ConfigError(path, "must hold a mapping with the key reference")
    check_keys(path, data, allowed={"reference": True})
    out: list[ReferenceEntry] = []
    classes = {p.name for p in rules.papers}
    for i, item in enumerate(data["reference"]):
        at = ("reference", i)
        check_keys(path, item, allowed=_KEYS, at=at)
        for name, allowed in (("kind", CLAIM_KINDS), ("status", STATUSES), ("defence", _DEFENCE)):
            if item[name] not in allowed:
                raise ConfigError(
                    path,
                    f"{name}={item[name]!r}; allowed: {', '.join(allowed)}",
                    line=line_of(path, *at, name),
                )
        if unknown := sorted(set(item.get("instrument", ())) - classes):
            raise ConfigError(
                path,
                f"instrument: unknown class(es) {unknown}; allowed: {', '.join(sorted(classes))}",
                line=line_of(path, *at, "instrument"),
            )
        try:
            read_edtf(item["date"])
        except (ValueError, TypeError, AttributeError) as err:
            raise ConfigError(path, f"date={item['date']!r}: {err}", line=line_of(path, *at, "date")) from err
        if any(e.id == item["id"] for e in out):
            raise ConfigError(path, f"the id {item['id']!r} stands twice", line=line_of(path, *at))
        out.append(
            ReferenceEntry(
                item["id"], item["date"], item["kind"], frozenset(item.get("instrument", ())),
                item.get("n_documents"), tuple(sorted(item["parties"])), item["place"], item["status"],
                item["defence"], item["what"], frozenset(item["who"]), tuple(item["cite"]), item.get("note", ""),
            )
        )  # fmt: skip
    return tuple(out)


def match_reference(
    milestones: Sequence[Mapping[str, Any]], reference: Sequence[ReferenceEntry], *, rules: Rules
) -> dict[str, ReferenceEntry]:
    """Match milestones to reference entries, one to one.

    A pair must share parties and kind, a possible day, and must not be excluded by place, paper, number of documents
    or status (planned against done); people, place, paper and number of documents give points. Best pairs first, ties
    by date and id, so the result does not depend on the order of either list. Only matches; changes no milestone.

    Returns:
        milestone_id -> entry.
    """
    pairs = []
    for milestone in milestones:
        for entry in reference:
            points = _points(milestone, entry, rules)
            if points >= ENOUGH:
                pairs.append((-points, entry.date, entry.id, str(milestone["milestone_id"]), entry))
    out: dict[str, ReferenceEntry] = {}
    used: set[str] = set()
    for _, _, entry_id, milestone_id, entry in sorted(pairs, key=lambda p: p[:4]):
        if milestone_id not in out and entry_id not in used:
            out[milestone_id] = entry
            used.add(entry_id)
    return out


def _points(milestone: Mapping[str, Any], entry: ReferenceEntry, rules: Rules) -> float:
    interval = DateInterval(
        read_iso(milestone["earliest"]), read_iso(milestone["latest"]), milestone["weekday"]
    )
    if milestone["kind"] != entry.kind or tuple(milestone["parties"]) != entry.parties:
        return 0
    if interval.is_unknown or interval.intersect(entry.interval) is None:
        return 0
    if milestone["place"] is not None and milestone["place"] != entry.place:
        return 0
    planned = rules.stage_of[milestone["status"]] == "planned"
    if planned != (rules.stage_of[entry.status] == "planned"):
        return 0
    paper = rules.paper_class(milestone["instrument"])
    if (
        paper is not None
        and entry.papers
        and paper not in entry.papers
        and paper not in ("agreement", "document")
    ):
        return 0
    stated = milestone["n_documents"]
    if stated and stated > 1 and entry.n_documents and stated != entry.n_documents:
        return 0
    people = set(milestone["actors"])
    if people and entry.who and not people & entry.who:
        return 0
    alike = (
        milestone["place"] == entry.place,
        paper is not None and paper in entry.papers,
        bool(stated) and stated == entry.n_documents,
        interval.is_day,
    )
    return float(len(people & entry.who) + sum(alike))
