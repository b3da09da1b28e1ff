"""The phrases of config/publishing.yml, compiled: which words say that a date is a day of publication, an update, a capture."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.clean.publication_dates import fold_text
from helpers.foundation.errors import ConfigError
from helpers.foundation.languages import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

KINDS = (
    "published", "updated", "captured", "strip", "after_article", "byline", "publisher", "imprint", "source_line", "caption",
    "account", "notes", "issue", "numbering", "code", "reading",
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


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases of a kind by their first word, so that a text is read once; the longest phrase wins.

    Attributes:
        first: first word -> pattern of the phrases that begin with it.
        stems: beginnings of words, from phrases such as "comment*".
        marks: phrases that begin with a mark, such as ©.
    """

    first: Mapping[str, re.Pattern[str]]
    stems: tuple[str, ...]
    marks: tuple[str, ...]


_TOKEN = re.compile(r"\w+")
_OPENING = " \t\"'•·|*-–—#>→»«▶►:("


@lru_cache(maxsize=16)
def _phrases(kind: str) -> _Phrases:
    first: dict[str, list[str]] = defaultdict(list)
    stems, marks = [], []
    for phrase in _load(find_paths().config / "publishing.yml")[kind]:
        opening = _TOKEN.match(phrase)
        if opening is None:
            marks.append(phrase)
        elif phrase.endswith("*") and opening.group() == phrase[:-1]:
            stems.append(phrase[:-1])
        else:
            escaped = re.escape(phrase.rstrip("*")).replace("\\ ", r"\s+")
            right = "" if phrase.endswith("*") or not phrase[-1].isalnum() else r"(?!\w)"
            first[opening.group()].append(escaped + right)
    return _Phrases({w: re.compile("|".join(v)) for w, v in first.items()}, tuple(stems), tuple(marks))


def find_cues(kind: str, folded: str) -> list[tuple[int, int]]:
    """Where phrases of a kind stand in folded text (see `fold_text`), as whole words, in any language.

    Raises:
        KeyError: the kind is not in `KINDS`.
    """
    known = _phrases(kind)
    out: list[tuple[int, int]] = []
    end = 0
    for m in _TOKEN.finditer(folded):
        word = m.group()
        if m.start() < end:
            continue
        rx = known.first.get(word)
        if rx is not None and (hit := rx.match(folded, m.start())):
            out.append(hit.span())
            end = hit.end()
        elif known.stems and word.startswith(known.stems):
            out.append(m.span())
            end = m.end()
    for mark in known.marks:
        if (at := folded.find(mark)) >= 0:
            out.append((at, at + len(mark)))
    return sorted(out)


def has_cue(kind: str, folded: str) -> bool:
    """True when a phrase of the kind stands in the folded text."""
    return bool(find_cues(kind, folded))


def opens_with_cue(kind: str, folded: str) -> bool:
    """True when the folded text begins with a phrase of the kind, marks and blanks before it aside."""
    start = len(folded) - len(folded.lstrip(_OPENING))
    return any(a == start for a, _ in find_cues(kind, folded[:200]))


def is_cue(kind: str, folded: str) -> bool:
    """True when the folded text is a phrase of the kind and nothing else."""
    return find_cues(kind, folded) == [(0, len(folded))]
