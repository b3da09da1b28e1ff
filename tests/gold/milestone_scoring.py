"""Scores the chronology of groups of pages against milestones.yml."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from page_scoring import SETS, page_path

from helpers.chronology.pipeline import Processed, process_folder
from helpers.foundation.dates import DateInterval, read_day, read_edtf
from helpers.foundation.settings import load_profile

# A milestone and the names of the pages that it rests on.
Told = tuple[Mapping[str, Any], list[str]]


@dataclass
class MilestoneScore:
    """Counts over groups: gold milestones, found (kind, date and page fit), whole (every field fits), given, extra.

    Attributes:
        contradictions: fields that the gold says are contradicted, and of these the ones that are rows of the milestone found.
        origins: milestones whose number of independent origins the gold gives, and of these the ones that have it.
        pairs: gold milestones with the ones found for them.
    """

    gold: int = 0
    found: int = 0
    whole: int = 0
    extra: int = 0
    contradictions: tuple[int, int] = (0, 0)
    origins: tuple[int, int] = (0, 0)
    pairs: list[tuple[Mapping[str, Any], Told]] = field(default_factory=list)
    wrong_dates: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def note(self, gold: Mapping[str, Any], milestone: Mapping[str, Any] | None) -> None:
        """Count the contradictions and origins that the gold asks for; of a missing milestone none is found."""
        asked = set(gold.get("contradictions", ()))
        found = asked & set(milestone["contradictions"]) if milestone is not None else set()
        self.contradictions = self.contradictions[0] + len(asked), self.contradictions[1] + len(found)
        if "origins" in gold:
            right = milestone is not None and milestone["n_origins"] == int(gold["origins"])
            self.origins = self.origins[0] + 1, self.origins[1] + right

    @property
    def recall(self) -> float:
        """Gold milestones found, of all of them."""
        return self.found / max(1, self.gold)

    @property
    def precision(self) -> float:
        """Found ones, of found and extra ones; optional ones do not count."""
        return self.found / max(1, self.found + self.extra)


@cache
def load_groups() -> dict[str, dict[str, Any]]:
    """Gold by group, of every set of pages.

    Raises:
        ValueError: two sets hold a group of one name.
    """
    groups: dict[str, dict[str, Any]] = {}
    for folder in SETS:
        path = folder / "milestones.yml"
        found = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        if twice := sorted(set(found) & set(groups)):
            raise ValueError(f"{path}: already in another set: {twice}; give other names")
        groups |= found
    return groups


@cache
def process_group(name: str) -> Processed:
    """The whole method over the pages of one group."""
    with tempfile.TemporaryDirectory() as folder:
        for page in load_groups()[name]["pages"]:
            shutil.copy(page_path(page), folder)
        return process_folder(Path(folder), profile=load_profile())


def _options(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _interval(milestone: Mapping[str, Any]) -> DateInterval:
    return read_edtf(milestone["date_edtf"]) if milestone["date_edtf"] else DateInterval()


def list_faults(gold: Mapping[str, Any], milestone: Mapping[str, Any], pages: list[str]) -> list[str]:
    """What of the gold a milestone does not have; empty when it agrees."""
    faults: list[str] = []
    if "contains" in gold:
        day, date = read_day(gold["contains"], name="contains"), _interval(milestone)
        low, high = (read_day(d, name="inside") for d in gold["inside"])
        if not date.contains(day):
            faults.append(f"date {date.edtf} excludes {day}")
        elif date.earliest is None or date.latest is None or date.earliest < low or date.latest > high:
            faults.append(f"wide date {date.edtf}")
    faults += [
        f"{f} {milestone[f]}"
        for f, key in (("status", "status"), ("place", "place"), ("defence", "defence"), ("n_documents", "n"))
        if key in gold and str(milestone[f]) not in _options(gold[key])
    ]
    if "instrument" in gold and gold["instrument"] not in (milestone["instrument"] or ""):
        faults.append(f"instrument {milestone['instrument']}")
    if "from" in gold and pages != sorted(gold["from"]):
        faults.append(f"pages {pages}")
    if "origins" in gold and milestone["n_origins"] != int(gold["origins"]):
        faults.append(f"origins {milestone['origins']}")
    if lacking := set(gold.get("contradictions", ())) - set(milestone["contradictions"]):
        faults.append(f"contradictions without {sorted(lacking)}")
    return faults


def may_be(gold: Mapping[str, Any], milestone: Mapping[str, Any], pages: list[str]) -> bool:
    """Whether a milestone is the gold one, well described or not: kind, date not false, a page in common."""
    if milestone["kind"] not in _options(gold["kind"]):
        return False
    if "status" in gold and milestone["status"] not in _options(gold["status"]):
        return False
    if "contains" in gold and not _interval(milestone).contains(read_day(gold["contains"], name="contains")):
        return False
    return "from" not in gold or bool(set(gold["from"]) & set(pages))


def _is_spare(optional: Mapping[str, Any], milestone: Mapping[str, Any]) -> bool:
    """Whether a milestone is one that may be given or not; without a status, any of its kind."""
    return (
        optional["kind"] == milestone["kind"]
        and optional.get("status", milestone["status"]) == milestone["status"]
    )


def match_milestones(group: Mapping[str, Any], left: dict[str, Told]) -> dict[int, Told]:
    """Gold and given milestones of a group one to one, best agreement first; matched ones are taken out of `left`.

    Of those that fit alike rather one that is not optional anyway.
    """
    spare = group.get("optional", ())
    pairs = sorted(
        (len(list_faults(gold, *told)), any(_is_spare(o, told[0]) for o in spare), i, key)
        for i, gold in enumerate(group["milestones"])
        for key, told in left.items()
        if may_be(gold, *told)
    )
    out: dict[int, Told] = {}
    for *_, i, key in pairs:
        if i not in out and key in left:
            out[i] = left.pop(key)
    return out


def given_milestones(name: str) -> dict[str, Told]:
    """The milestones that the method finds in a group, each with the pages that it rests on, by milestone_id."""
    processed = process_group(name)
    files = {a["article_id"]: Path(a["source_path"]).stem for a in processed.corpus.articles}
    owner = {c["claim_id"]: files[c["article_id"]] for c in processed.coded.claims}
    return {
        m["milestone_id"]: (m, sorted({owner[c] for c in m["claim_ids"]}))
        for m in processed.chronology.milestones
    }


def score_group(score: MilestoneScore, name: str, group: Mapping[str, Any], left: dict[str, Told]) -> None:
    """Count the given milestones of one group into `score`; `left` keeps those that were not matched."""
    matched = match_milestones(group, left)
    for i, gold in enumerate(group["milestones"]):
        score.gold += 1
        score.note(gold, matched[i][0] if i in matched else None)
        if i not in matched:
            near = [
                (m["status"], m["date_edtf"], p)
                for m, p in left.values()
                if m["kind"] in _options(gold["kind"])
            ]
            score.problems.append(f"MILESTONE {name}: missing {dict(gold)}; of that kind there are {near}")
            score.wrong_dates += [
                f"{name}: {gold['contains']} is excluded by {m['date_edtf']} ({p})"
                for m, p in left.values()
                if "contains" in gold and m["status"] in _options(gold.get("status", m["status"])) and p == gold.get("from")
                and m["kind"] in _options(gold["kind"])
                and not _interval(m).contains(read_day(gold["contains"], name="contains"))
            ]  # fmt: skip
            continue
        faults = list_faults(gold, *matched[i])
        score.found += 1
        score.pairs.append((gold, matched[i]))
        score.whole += not faults
        if faults:
            score.problems.append(f"MILESTONE {name}: {gold['kind']} {gold.get('contains')}: {faults}")
    optional = list(group.get("optional", ()))
    for milestone, pages in left.values():
        allowed = next(
            (o for o in optional if _is_spare(o, milestone)),
            None,
        )
        if allowed is not None:
            optional.remove(allowed)
            continue
        score.extra += 1
        score.problems.append(
            f"MILESTONE {name}: not in the gold: {milestone['title']} {milestone['date_edtf']} {pages}"
        )


@cache
def score_milestones(part: str) -> MilestoneScore:
    """Score the groups of a part."""
    score = MilestoneScore()
    for name, group in load_groups().items():
        if group["part"] == part:
            score_group(score, name, group, given_milestones(name))
    return score
