"""Language cues of page furniture read from configuration, and made into the tables that `helpers.clean.furniture_cues` matches with."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from helpers.clean.furniture_cues import BYLINE_BIT, CREDIT_MARKS, CUE_KINDS, SLACK, is_cjk
from helpers.clean.furniture_heads import HEAD, head_table, prefix_table
from helpers.clean.furniture_kept import pack_sparse
from helpers.clean.furniture_words import site_keys
from helpers.foundation.errors import ConfigError
from helpers.foundation.languages import LANGUAGES
from helpers.foundation.settings import check_keys, line_of, load_yaml

_PLACES = ("line", "start", "within")
_BYLINE_LENGTH = 70  # a `start` cue of a byline is a word such as by or von: long lines begin with it too


def pack_cues(config: Path) -> dict[str, bytes]:
    """Read the cues of all languages and the settings of the cleaner, for `load_cues` to unpack.

    Raises:
        ConfigError: a key or a shape that is not allowed.
    """
    path = config / "cleaning.yml"
    settings = load_yaml(path)
    if not isinstance(settings, dict):
        raise ConfigError(path, "must hold a mapping with the keys keep_from, html_weights, other_languages")
    check_keys(path, settings, allowed={"keep_from": True, "html_weights": True, "other_languages": True})
    keep_from = settings["keep_from"]
    if not isinstance(keep_from, float) or not 0 < keep_from < 1:
        raise ConfigError(
            path,
            f"keep_from must be a number between 0 and 1, not {keep_from!r}",
            line=line_of(path, "keep_from"),
        )
    parts: list[tuple[Path, tuple[str, ...], Any]] = [
        (path, ("other_languages", language), cues) for language, cues in settings["other_languages"].items()
    ]
    for language in LANGUAGES:
        file = config / "lexicon" / language / "furniture.yml"
        parts.append((file, (), load_yaml(file)))
    weights = settings["html_weights"]
    for name, weight in weights.items():
        if not isinstance(weight, float):
            raise ConfigError(
                path,
                f"{name} must be a number with a point, not {weight!r}",
                line=line_of(path, "html_weights", name),
            )
    return _compile(parts, keep_from, weights)


def _compile(
    parts: Sequence[tuple[Path, tuple[str, ...], Any]], keep_from: float, html_weights: Mapping[str, float]
) -> dict[str, bytes]:
    heads: dict[str, dict[tuple[str, int], int]] = defaultdict(dict)
    short: dict[str, dict[tuple[str, int], int]] = defaultdict(dict)
    within: dict[tuple[str, str], None] = {}
    words, glyphs = set(), set()
    for path, at, cues in parts:
        if not isinstance(cues, dict):
            raise ConfigError(path, f"must hold a mapping with the keys {', '.join(CUE_KINDS)}, site_words")
        check_keys(path, cues, allowed=(*CUE_KINDS, "site_words"), at=at)
        for word in cues.get("site_words", ()):
            if is_cjk(word[0]):
                glyphs.add(word)
            else:
                words.add(word)
        for kind, bit in ((k, 1 << i) for i, k in enumerate(CUE_KINDS)):
            places = cues.get(kind, {})
            check_keys(path, places, allowed=_PLACES, at=(*at, kind))
            for place, phrases in places.items():
                for phrase in phrases:
                    cue = phrase.strip()
                    if place == "within":
                        within[phrase, kind] = None
                        continue
                    if (
                        place == "start"
                        and kind != "byline"
                        and len(cue) < 3
                        and cue[0].isalpha()
                        and not is_cjk(cue[0])
                    ):
                        raise ConfigError(
                            path,
                            f"the cue {phrase!r} is too short to begin a line with; write three letters or more",
                            line=line_of(path, *at, kind, place),
                        )
                    longest = len(cue) + SLACK if place == "line" else 10**9
                    if place == "start" and kind == "byline":
                        longest = _BYLINE_LENGTH
                    brief = len(cue) < HEAD or is_cjk(cue[0])
                    found = short[cue[:2]] if brief else heads[cue[:HEAD]]
                    found[cue, bit] = max(found.get((cue, bit), 0), longest)
    tables = {
        "head_table": head_table(heads, 0),
        "short_table": head_table(short, 1)
        | head_table({cue for cues in short.values() for cue, _ in cues if len(cue) == 3}, 0),
        "prefix_table": prefix_table(
            (cue, longest) for cues in heads.values() for (cue, _), longest in cues.items()
        ),
        "byline_table": head_table(
            {head for head, cues in short.items() if any(bit & BYLINE_BIT for _, bit in cues)}, 1
        ),
    }
    told = {
        "within": list(within),
        "caption_phrases": [
            phrase for phrase, kind in within if kind == "caption" and CREDIT_MARKS.intersection(phrase)
        ],
        "marks": [head for head in short if len(head) == 1 and not head.isalpha()],
        "glyphs": sorted(glyphs),
        "keep_from": keep_from,
        "html_weights": html_weights,
    }
    return {
        "told": _as_json(told),
        "heads": _as_json(_in_order(heads)),
        "short_heads": _as_json(_in_order(short)),
        "site_keys": site_keys(frozenset(words)).astype(np.int64).tobytes(),
        **{
            f"{name}.{part}": data
            for name, table in tables.items()
            for part, data in pack_sparse(table).items()
        },
    }


def _in_order(heads: Mapping[str, Mapping[tuple[str, int], int]]) -> dict[str, str]:
    """For `Heads`."""
    return {
        head: json.dumps([(cue, bit, longest) for (cue, bit), longest in sorted(found.items())])
        for head, found in heads.items()
    }


def _as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")
