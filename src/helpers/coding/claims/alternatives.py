"""Words of the lexicon that stand for one another: named families of nouns, several verbs of one pattern, patterns cut at their `|`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import line_of

_NAME = re.compile(r"<(\w+)>")
_SECTION = "families"


def fill_families(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    """The content of a lexicon with `<name>` replaced by the words of that family, everywhere but in its verbs.

    Args:
        path: the file, for messages.
        data: its content; `families` maps a name to words (mantener .. <talks>).

    Raises:
        ConfigError: a family that is no list of single words, or a name that no family has.
    """
    families = data.get(_SECTION) or {}
    if not isinstance(families, dict):
        raise ConfigError(path, f"{_SECTION} must be a mapping", line=line_of(path, _SECTION))
    for name, words in families.items():
        if not isinstance(words, list) or not all(isinstance(w, str) and " " not in w for w in words):
            raise ConfigError(
                path,
                f"{_SECTION} > {name} must be a list of single words",
                line=line_of(path, _SECTION, name),
            )
    return {
        section: content if section in (_SECTION, "verbs") else _fill_all(path, content, families, (section,))
        for section, content in data.items()
    }


def fill_pattern(
    path: Path, pattern: str, families: Mapping[str, list[str]], at: tuple[str | int, ...]
) -> str:
    """A pattern with the words of the families it names.

    Args:
        path: the file, for messages.
        pattern: as written.
        families: name -> words.
        at: where it stands in the file.

    Raises:
        ConfigError: no family of that name.
    """

    def words(match: re.Match[str]) -> str:
        if match[1] not in families:
            known = ", ".join(families) or "none"
            raise ConfigError(
                path,
                f"{pattern!r}: no family {match[1]!r} of words; families: {known}",
                line=line_of(path, *at),
            )
        return "|".join(families[match[1]])

    return _NAME.sub(words, pattern) if "<" in pattern else pattern


def _fill_all(path: Path, content: Any, families: Mapping[str, list[str]], at: tuple[str | int, ...]) -> Any:
    if isinstance(content, str):
        return fill_pattern(path, content, families, at)
    if isinstance(content, list):
        return [_fill_all(path, c, families, (*at, i)) for i, c in enumerate(content)]
    if isinstance(content, dict):
        return {k: _fill_all(path, c, families, (*at, k)) for k, c in content.items()}
    return content


def spread_verbs(entry: str) -> list[str]:
    """One entry for each verb of `mantener+sostener .. <talks>`, or of `<papers> schließen+ab-schließen` where the verb comes last.

    A verb may be of several words: `ithalatını durdurmak+askıya almak`, `prendre part+participer .. <drills>`; in Persian
    the light verb behind the last is that of all. Behind slashes stand principal parts, whose + is their own.
    """
    verbs, blank, rest = entry.partition(" ")
    if "/" in verbs or "+" not in entry:
        return [entry]
    bare, mark, left_out = entry.partition(" (without ")
    end = mark + left_out
    first, gap, behind = bare.partition(" .. ")
    leading = first.split("+")
    if gap and any(" " in verb for verb in leading[:-1]):
        return [verb + gap + behind + end for verb in leading]
    words = bare.split(" ")
    at = next((i for i, word in enumerate(words) if i and "+" in word), None)
    if at is None:
        return [verb + blank + rest for verb in verbs.split("+")]
    before, several = " ".join(words[:at]) + " ", " ".join(words[at:]).split("+")
    _, light, shared = several[-1].partition(" ")
    ending = ("mak", "mek") if shared.endswith(("mak", "mek")) else shared[-2:]
    if light and not all(verb.endswith(ending) for verb in several):
        several = [*(verb + light + shared for verb in several[:-1]), several[-1]]
    return [before + verb + end for verb in several]


def join_forms(patterns: list[str]) -> list[str]:
    """Forms that differ in their last word alone as alternatives of one pattern; patterns that have some stay as they are."""
    if any("|" in p for p in patterns):
        return patterns
    by_head: dict[str, list[str]] = {}
    for pattern in patterns:
        head, blank, last = pattern.rpartition(" ")
        by_head.setdefault(head + blank, []).append(last)
    return [head + "|".join(dict.fromkeys(words)) for head, words in by_head.items()]


def part_pattern(pattern: str) -> tuple[str, list[str], str]:
    """What stands before the alternatives of a pattern (of its first word, else of its last), they, and what follows."""
    head, blank, tail = pattern.partition(" ")
    if "|" not in head and "|" in pattern.rpartition(" ")[2]:
        tail, blank, head = pattern.rpartition(" ")
        return tail + blank, head.split("|"), ""
    return "", head.split("|"), blank + tail
