"""The codebook's part that coding needs: kinds, events, areas, and the PLOVER type, mode and contexts that follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import (
    CLAIM_KINDS,
    DEFENCE_AREAS,
    OTHER_AREAS,
    PLOVER_MODES,
    PLOVER_TYPES,
    STATUSES,
)
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

_SECTIONS = ("kinds", "events", "areas", "contexts", "military_offices", "news_of_the_day")
# The rest of the file: what is written for readers, and the rules of the chronology (helpers.chronology.rules).
_OF_THE_CHRONOLOGY = (
    "statuses", "polarities", "papers", "acts", "stages", "plan_days", "points", "inclusion", "state_organs", "speakers",
    "grades",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """What a trigger of the lexicon stands for: kind, status when told as done, PLOVER mode."""

    kind: str
    done: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class Codebook:
    """The rules of config/codebook.yml that turn what a sentence says into the fields of a claim.

    Attributes:
        events: by trigger name.
        areas: area -> whether it concerns defence.
        contexts: area or 'defence' -> PLOVER context.
        news_window: days before publication that an undated news lead may tell of.
        kinds: kind -> its PLOVER rules.
        military_offices: offices and bodies of config/actors/offices.yml that make an event concern defence.
    """

    events: Mapping[str, Event]
    areas: Mapping[str, bool]
    contexts: Mapping[str, str]
    news_window: int
    kinds: Mapping[str, Mapping[str, Any]]
    military_offices: frozenset[str]

    def plover_type(self, kind: str, status: str, *, refused: bool = False, offered: bool = False) -> str:
        """The PLOVER type by kind and status (codebook, section kinds).

        Args:
            kind: ours.
            status: how far it got.
            refused: a party refuses it.
            offered: it is an offer.
        """
        rules = self.kinds[kind]
        if refused and "plover_refused" in rules:
            return str(rules["plover_refused"])
        if offered and "plover_offer" in rules:
            return str(rules["plover_offer"])
        by_status = rules["plover"]
        return str(by_status.get(status, by_status["else"]))

    def plover_contexts(self, defence: str, areas: tuple[str, ...], polarity: str) -> tuple[str, ...]:
        """The PLOVER contexts, sorted: from defence and areas, and historical or hypothetical from the polarity."""
        found = {self.contexts[a] for a in areas if a in self.contexts}
        if defence == "yes":
            found.add(self.contexts["defence"])
        if polarity in ("historical", "hypothetical"):
            found.add(polarity)
        return tuple(sorted(found))


def load_codebook(path: Path | None = None) -> Codebook:
    """Read and check the codebook; `path` defaults to config/codebook.yml of the project.

    Raises:
        ConfigError: an unknown kind, status, mode, type or area, with its line.
    """
    return _load_codebook(path or find_paths().config / "codebook.yml")


@lru_cache(maxsize=4)
def _load_codebook(path: Path) -> Codebook:
    data = load_yaml(path)
    if not isinstance(data, dict) or (missing := [s for s in _SECTIONS if s not in data]):
        raise ConfigError(path, f"the section(s) {', '.join(missing)} are missing")
    check_keys(path, data, allowed=(*_SECTIONS, *_OF_THE_CHRONOLOGY))
    _check_members(path, data, "kinds", CLAIM_KINDS)
    for kind, rules in data["kinds"].items():
        check_keys(
            path, rules, at=("kinds", kind),
            allowed={"about": True, "example": True, "plover": True, "plover_refused": False, "plover_offer": False},
        )  # fmt: skip
        _check_members(path, data["kinds"][kind], "plover", (*STATUSES, "else"), at=("kinds", kind))
        types = [*rules["plover"].values(), rules.get("plover_refused"), rules.get("plover_offer")]
        for plover in types:
            if plover is not None and plover not in PLOVER_TYPES:
                raise ConfigError(
                    path,
                    f"{plover!r} is no PLOVER type; allowed: {', '.join(PLOVER_TYPES)}",
                    line=line_of(path, "kinds", kind),
                )
        if "else" not in rules["plover"]:
            raise ConfigError(path, "plover needs an 'else'", line=line_of(path, "kinds", kind, "plover"))
    events = {}
    for name, rules in data["events"].items():
        check_keys(
            path,
            rules,
            allowed={"kind": True, "done": True, "mode": False, "about": True},
            at=("events", name),
        )
        for key, allowed in (("kind", CLAIM_KINDS), ("done", STATUSES), ("mode", PLOVER_MODES)):
            if rules.get(key) is not None and rules[key] not in allowed:
                raise ConfigError(
                    path,
                    f"{key} {rules[key]!r} is not allowed; allowed: {', '.join(allowed)}",
                    line=line_of(path, "events", name),
                )
        events[name] = Event(rules["kind"], rules["done"], rules.get("mode"))
    _check_members(path, data, "areas", DEFENCE_AREAS + OTHER_AREAS)
    _check_members(path, data, "contexts", (*DEFENCE_AREAS, *OTHER_AREAS, "defence"))
    return Codebook(
        events=events,
        areas={name: bool(rules["defence"]) for name, rules in data["areas"].items()},
        contexts=data["contexts"],
        news_window=int(data["news_of_the_day"]),
        kinds=data["kinds"],
        military_offices=frozenset(data["military_offices"]),
    )


def _check_members(
    path: Path, data: Mapping[str, Any], key: str, allowed: tuple[str, ...], *, at: tuple[str | int, ...] = ()
) -> None:
    for name in data[key]:
        if name not in allowed:
            raise ConfigError(
                path,
                f"{name!r} is not allowed in {key}; allowed: {', '.join(allowed)}",
                line=line_of(path, *at, key, name),
            )
