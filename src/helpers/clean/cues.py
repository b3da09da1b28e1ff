"""The phrases of config/publishing.yml, compiled: which words say that a date is a day of publication, an update, a capture."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.clean.publication_dates import fold_text
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

KINDS = (
    "published", "updated", "captured", "strip", "after_article", "byline", "publisher", "imprint", "source_line", "caption",
)  # fmt: skip


@lru_cache(maxsize=4)
def _load(path: Path) -> Mapping[str, tuple[str, ...]]:
    data: dict[str, Any] = load_yaml(path)
    check_keys(path, data, allowed=dict.fromkeys(KINDS, True))
    out = {}
    for kind in KINDS:
        check_keys(path, data[kind], allowed=dict.fromkeys(LANGUAGES, True), at=(kind,))
        phrases = []
        for language, listed in data[kind].items():
            for phrase in listed:
                if not isinstance(phrase, str) or not phrase.strip("*: "):
                    raise ConfigError(
                        path, f"{phrase!r} is no phrase; quote it", line=line_of(path, kind, language)
                    )
                phrases.append(fold_text(phrase))
        out[kind] = tuple(sorted(set(phrases), key=lambda p: (-len(p), p)))
    return out


@lru_cache(maxsize=16)
def cue_pattern(kind: str) -> re.Pattern[str]:
    """A pattern for any phrase of a kind, in any language, as whole words of folded text (see `fold_text`).

    The longest phrase wins. Raises KeyError for a kind that is not in `KINDS`.
    """
    parts = []
    for phrase in _load(find_paths().config / "publishing.yml")[kind]:
        escaped = re.escape(phrase.rstrip("*")).replace("\\ ", r"\s+")
        left = r"(?<!\w)" if phrase[0].isalnum() else ""
        right = "" if phrase.endswith("*") or not phrase[-1].isalnum() else r"(?!\w)"
        parts.append(f"{left}{escaped}{right}")
    return re.compile("|".join(parts))


def find_cues(kind: str, folded: str) -> list[tuple[int, int]]:
    """Where phrases of a kind stand in folded text."""
    return [m.span() for m in cue_pattern(kind).finditer(folded)]


def has_cue(kind: str, folded: str) -> bool:
    """True when a phrase of the kind stands in the folded text."""
    return cue_pattern(kind).search(folded) is not None


def opens_with_cue(kind: str, folded: str) -> bool:
    """True when the folded text begins with a phrase of the kind, marks and blanks before it aside."""
    return (
        cue_pattern(kind).match(folded, len(folded) - len(folded.lstrip(" \t\"'•·|*-–—#>→»«▶►:(")))
        is not None
    )


def is_cue(kind: str, folded: str) -> bool:
    """True when the folded text is a phrase of the kind and nothing else."""
    return cue_pattern(kind).fullmatch(folded) is not None
