"""The acts that claims tell of, read strictly from config/codebook.yml: what titles call them and which are never the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import check_keys, line_of

_KEYS = {"title": True, "apart": True, "telling": False, "project": False}


@dataclass(frozen=True, slots=True)
class Act:
    """An act that claims tell of.

    Attributes:
        title: its name in titles.
        apart: the acts it is never the same as.
        telling: True when it is so rare that two accounts of it are likely about one happening.
        project: True when a plan of it is named by what is to be made or handed over.
    """

    title: str
    apart: frozenset[str]
    telling: bool
    project: bool


def _flag(path: Path, item: Mapping[str, Any], act: str, mark: str) -> bool:
    if not isinstance(flag := item.get(mark, False), bool):
        raise ConfigError(path, f"{mark}={flag!r}: give true or false", line=line_of(path, "acts", act, mark))
    return flag


def read_acts(path: Path, data: Mapping[str, Any]) -> dict[str, Act]:
    """The acts of the codebook by name.

    Raises:
        ConfigError: an unknown key, a mark that is neither true nor false, or an act that is no event.
    """
    out: dict[str, Act] = {}
    for name, item in data["acts"].items():
        check_keys(path, item, allowed=_KEYS, at=("acts", name))
        for act in (name, *item["apart"]):
            if act not in data.get("events", {}):
                raise ConfigError(
                    path,
                    f"acts: {act!r} is no act; allowed: {', '.join(data.get('events', {}))}",
                    line=line_of(path, "acts", name),
                )
        telling, project = (_flag(path, item, name, mark) for mark in ("telling", "project"))
        out[name] = Act(item["title"], frozenset(item["apart"]), telling=telling, project=project)
    return out
