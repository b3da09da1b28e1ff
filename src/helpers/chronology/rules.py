"""The chronology's written rules, read strictly from config/codebook.yml and the profile: paper classes, stages, inclusion, grades."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.chronology.acts import Act, read_acts
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import CLAIM_KINDS, GRADES, STATUSES
from helpers.foundation.settings import Profile, check_keys, find_paths, line_of, load_yaml

PACKAGE = "package"
NAMELESS = "document"  # may be any single paper
CONTRADICTION_FIELDS = ("status", "n_documents", "instrument", "date", "defence", "headline", "place")
STAGES = ("planned", "done", "ratified", "in force", "any")
POINTS = (
    "day", "days", "month", "year", "person", "long-term person", "people", "place", "paper", "documents", "weekday",
    "defence", "act", "story", "occasion", "put off", "other fields",
)  # fmt: skip
INCLUSION_TESTS = (
    "rejected by a reviewer", "parties differ", "kind not charted", "only headlines say so", "nobody asserts it",
    "status not charted", "plan without anchor", "neither when nor who", "outside the window", "occasion of a paper",
    "sum of papers told one by one", "a year off", "cannot be told apart",
)  # fmt: skip
SECTIONS = (
    "papers", "acts", "stages", "plan_days", "news_of_the_day", "points", "inclusion", "state_organs", "speakers", "grades",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperClass:
    """One class of papers: its words and the classes that agencies confuse it with."""

    name: str
    words: tuple[str, ...]
    confusable: frozenset[str]
    about: str
    example: str


@dataclass(frozen=True, slots=True)
class InclusionRule:
    """One rule that leaves an event off the chart."""

    id: str
    test: str
    words: str
    example: str


@dataclass(frozen=True, slots=True)
class GradeRule:
    """The conditions of one grade; all must hold."""

    grade: str
    min_origins: int
    min_named_origins: int
    min_non_state_origins: int
    no_contradiction_on: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything of config/codebook.yml that the chronology evaluates.

    Attributes:
        done_by: act of the lexicon -> the status of what has happened when it is told as done.
    """

    papers: tuple[PaperClass, ...]
    acts: Mapping[str, Act]
    stage_of: Mapping[str, str]
    done_by: Mapping[str, str]
    plan_days: int
    news_days: int
    points: Mapping[str, float]
    inclusion: tuple[InclusionRule, ...]
    state_organs: tuple[str, ...]
    speakers: tuple[str, ...]
    grades: tuple[GradeRule, ...]

    def is_state_organ(self, name: str) -> bool:
        """True when an origin's English name says that it is an organ of a state."""
        return _holds_word(name, self.state_organs)

    def is_speaker(self, name: str) -> bool:
        """True for somebody named by an office who is no organ: what they say is seen by who reports it."""
        return _holds_word(name, self.speakers) and not self.is_state_organ(name)

    def denied_stage(self, acts: Iterable[str]) -> str:
        """The stage a denial speaks of: "not ratified" leaves a signature as it is, all else denies whatever is said."""
        stages = {self.stage_of[self.done_by[act]] for act in acts if act in self.done_by}
        return stages.pop() if len(stages) == 1 and stages <= {"ratified", "in force"} else "any"

    def paper_class(self, instrument: str | None) -> str | None:
        """The class of an instrument's name, None when it has no name; a name no class knows is a class of its own."""
        if instrument is None:
            return None
        return _paper_class(self.papers, instrument)

    def has_other_names(self, paper: str) -> bool:
        """True for a class whose papers pages call by other names; a plan is a plan and a roadmap a roadmap."""
        return any(p.name == paper and p.confusable for p in self.papers)

    def confusable(self, a: str, b: str) -> bool:
        """True when agencies may give one paper both classes (or they are the same)."""
        if a == b:
            return True
        return _confusable(self.papers, a, b)


@lru_cache(maxsize=65536)
def _holds_word(name: str, words: tuple[str, ...]) -> bool:
    folded = name.casefold()
    return any(re.search(rf"\b{re.escape(w)}\b", folded) for w in words)


@lru_cache(maxsize=4096)
def _confusable(papers: tuple[PaperClass, ...], a: str, b: str) -> bool:
    known = {p.name: p.confusable for p in papers}
    return b in known.get(a, ()) or a in known.get(b, ())


@lru_cache(maxsize=4096)
def _paper_class(papers: tuple[PaperClass, ...], instrument: str) -> str:
    words = instrument.casefold()
    for paper in papers:
        for word in paper.words:
            if re.search(rf"\b{re.escape(word)}\b", words):
                return paper.name
    return words


def load_rules(path: Path | None = None) -> Rules:
    """Read the chronology's sections of the codebook.

    Raises:
        ConfigError: a section is missing or says something it may not say; with file, line and what is allowed.
    """
    path = path or find_paths().config / "codebook.yml"
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise ConfigError(path, f"must hold a mapping with, among others, {', '.join(SECTIONS)}")
    for section in SECTIONS:
        if section not in data:
            raise ConfigError(path, f"the section {section!r} is missing")
    return Rules(
        _read_papers(path, data["papers"]),
        read_acts(path, data),
        _read_stages(path, data["stages"]),
        {act: str(item["done"]) for act, item in data.get("events", {}).items()},
        _positive(path, data["plan_days"], "plan_days"),
        _positive(path, data["news_of_the_day"], "news_of_the_day"),
        _read_points(path, data["points"]),
        _read_inclusion(path, data["inclusion"]),
        tuple(str(w).casefold() for w in data["state_organs"]),
        tuple(str(w).casefold() for w in data["speakers"]),
        _read_grades(path, data["grades"]),
    )


def _items(path: Path, value: Any, section: str) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(v, dict) for v in value) or not value:
        raise ConfigError(path, f"{section} must be a list of mappings", line=line_of(path, section))
    return value


def _positive(path: Path, value: Any, *at: str | int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ConfigError(
            path, f"{at[-1]}={value!r}: give a whole number, 0 or more", line=line_of(path, *at)
        )
    return value


def _read_papers(path: Path, value: Any) -> tuple[PaperClass, ...]:
    out: list[PaperClass] = []
    names = [v.get("class") for v in _items(path, value, "papers")]
    for i, item in enumerate(value):
        check_keys(
            path, item, at=("papers", i),
            allowed={"class": True, "words": True, "confusable": False, "about": True, "example": True},
        )  # fmt: skip
        if names.count(item["class"]) > 1:
            raise ConfigError(
                path, f"the class {item['class']!r} stands twice", line=line_of(path, "papers", i)
            )
        if unknown := sorted(set(item.get("confusable", ())) - set(names)):
            raise ConfigError(
                path,
                f"confusable names unknown classes {unknown}; allowed: {', '.join(map(str, names))}",
                line=line_of(path, "papers", i, "confusable"),
            )
        out.append(
            PaperClass(
                item["class"],
                tuple(str(w).casefold() for w in item["words"]),
                frozenset(item.get("confusable", ())),
                item["about"],
                item["example"],
            )
        )
    return tuple(out)


def _read_stages(path: Path, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ConfigError(path, "stages must be a mapping", line=line_of(path, "stages"))
    check_keys(path, value, allowed=dict.fromkeys(STAGES, True), at=("stages",))
    out: dict[str, str] = {}
    for stage, statuses in value.items():
        for status in statuses:
            if status not in STATUSES or status in out:
                problem = "stands in two stages" if status in out else "is no status"
                raise ConfigError(
                    path,
                    f"{status!r} {problem}; allowed, each once: {', '.join(STATUSES)}",
                    line=line_of(path, "stages", stage),
                )
            out[status] = stage
    if missing := [s for s in STATUSES if s not in out]:
        raise ConfigError(path, f"statuses without a stage: {missing}", line=line_of(path, "stages"))
    return out


def _read_points(path: Path, value: Any) -> dict[str, float]:
    if not isinstance(value, dict):
        raise ConfigError(path, "points must be a mapping", line=line_of(path, "points"))
    check_keys(path, value, allowed=dict.fromkeys(POINTS, True), at=("points",))
    for name, number in value.items():
        if isinstance(number, bool) or not isinstance(number, int | float) or number < 0:
            raise ConfigError(
                path, f"{name}: {number!r}: give a number, 0 or more", line=line_of(path, "points", name)
            )
    return {name: float(number) for name, number in value.items()}


def _read_inclusion(path: Path, value: Any) -> tuple[InclusionRule, ...]:
    out: list[InclusionRule] = []
    for i, item in enumerate(_items(path, value, "inclusion")):
        at = ("inclusion", i)
        check_keys(path, item, at=at, allowed={"id": True, "test": True, "words": True, "example": True})
        if item["test"] not in INCLUSION_TESTS:
            raise ConfigError(
                path,
                f"unknown test {item['test']!r}; allowed: {', '.join(INCLUSION_TESTS)}",
                line=line_of(path, *at, "test"),
            )
        out.append(InclusionRule(item["id"], item["test"], item["words"], item["example"]))
    return tuple(out)


def _read_grades(path: Path, value: Any) -> tuple[GradeRule, ...]:
    out: list[GradeRule] = []
    counts = ("min_origins", "min_named_origins", "min_non_state_origins")
    for i, item in enumerate(_items(path, value, "grades")):
        at = ("grades", i)
        allowed = {"grade": True, **dict.fromkeys(counts, False), "no_contradiction_on": False, "words": True}
        check_keys(path, item, at=at, allowed=allowed)
        fields = tuple(item.get("no_contradiction_on", ()))
        if unknown := sorted(set(fields) - set(CONTRADICTION_FIELDS)):
            raise ConfigError(
                path,
                f"unknown field(s) {unknown}; allowed: {', '.join(CONTRADICTION_FIELDS)}",
                line=line_of(path, *at, "no_contradiction_on"),
            )
        least, named, non_state = (_positive(path, item.get(c, 0), *at, c) for c in counts)
        out.append(GradeRule(item["grade"], least, named, non_state, fields, item["words"]))
    if tuple(g.grade for g in out) != GRADES:
        raise ConfigError(
            path, f"grades must be {', '.join(GRADES)}, in this order", line=line_of(path, "grades")
        )
    if out[-1].min_origins or out[-1].min_named_origins or out[-1].no_contradiction_on:
        raise ConfigError(
            path, "the last grade must have no conditions", line=line_of(path, "grades", len(out) - 1)
        )
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Joining:
    """Thresholds of joining claims to events, from the section `events` of the profile.

    Attributes:
        points: evidence that two accounts are about one happening must reach this.
        only: what is vague and fits one event alone joins it with so many points.
        lead: and beat the second-best candidate by this, else neither is taken.
        news_delay: days by which a page without a date of its own may come later than a news lead does, when people of
            both sides, place and paper tell the same happening.
        date_tolerance: days by which dates may differ when people, place and paper tell the same happening.
        long_term: years in office from which a person's name says little about when.
    """

    points: float = 2.5
    only: float = 1.5
    lead: float = 0.5
    news_delay: int = 10
    date_tolerance: int = 2
    long_term: int = 10


@dataclass(frozen=True, slots=True)
class Inclusion:
    """What the subject wants charted, from the section `inclusion` of the profile.

    Attributes:
        parties: 'equal' (exactly the profile's) or 'include' (these and others).
        statuses: kind -> the statuses charted; a kind that is missing is not charted.
    """

    parties: str
    statuses: Mapping[str, tuple[str, ...]]


DEFAULT_STATUSES: Mapping[str, tuple[str, ...]] = {
    "agreement": ("planned", "agreed", "signed", "ratified", "in force", "postponed", "denied"),
    "consultation": ("discussed", "held", "planned", "postponed", "denied"),
    "cooperation": ("held", "planned", "postponed", "denied"),
    "aid": ("held", "planned", "postponed", "denied"),
}


def read_joining(profile: Profile, path: Path | None = None) -> Joining:
    """The section `events` of the profile.

    Raises:
        ConfigError: an unknown key or a value that is no number.
    """
    path = path or find_paths().config / "dossier.yml"
    section = profile.options.get("events") or {}
    names = ("points", "only", "lead", "news_delay", "date_tolerance", "long_term")
    check_keys(path, section, allowed=names, at=("events",))
    for name in names:
        value = section.get(name, 0)
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            problem = f"events.{name}={value!r}: give a number, 0 or more"
            raise ConfigError(path, problem, line=line_of(path, "events", name))
    return Joining(**section)


def read_inclusion(profile: Profile, path: Path | None = None) -> Inclusion:
    """The section `inclusion` of the profile.

    Raises:
        ConfigError: an unknown key, kind, status or mode.
    """
    path = path or find_paths().config / "dossier.yml"
    section = profile.options.get("inclusion") or {}
    check_keys(path, section, allowed=("parties", "statuses"), at=("inclusion",))
    mode = section.get("parties", "equal")
    if mode not in ("equal", "include"):
        raise ConfigError(
            path,
            f"inclusion.parties={mode!r}; allowed: equal, include",
            line=line_of(path, "inclusion", "parties"),
        )
    statuses = section.get("statuses", DEFAULT_STATUSES)
    for kind, listed in statuses.items():
        if kind not in CLAIM_KINDS or not set(listed) <= set(STATUSES):
            raise ConfigError(
                path,
                f"inclusion.statuses: {kind!r}: {listed!r}; allowed kinds: {', '.join(CLAIM_KINDS)}; "
                f"allowed statuses: {', '.join(STATUSES)}",
                line=line_of(path, "inclusion", "statuses", kind),
            )
    return Inclusion(mode, {k: tuple(v) for k, v in statuses.items()})
