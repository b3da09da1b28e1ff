"""Precision and recall of passages by language and half: held above floors by tests, printed by their files.

Passages with an odd number may be read to mend what is general; of those with an even number only figures are shown.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

PARTS = {"odd": 1, "even": 0}
# Counts of a part of a language (gold, given, hit and more), and what differs, line by line.
Scorer = Callable[[str, str], tuple[Counter[str], list[str]]]
Figures = Callable[[Counter[str]], str]


@cache
def read_items(folder: Path, language: str) -> list[dict[str, Any]]:
    """The passages of a language, from its file in a folder."""
    items: list[dict[str, Any]] = yaml.safe_load((folder / f"{language}.yml").read_text(encoding="utf-8"))
    return items


def rates(count: Counter[str]) -> tuple[float, float]:
    """Precision and recall of kind, status and polarity."""
    return count["hit"] / max(1, count["given"]), count["hit"] / max(1, count["gold"])


def show_rates(count: Counter[str]) -> str:
    """Precision and recall with the counts they are made of."""
    precision, recall = rates(count)
    return (
        f"P {precision:.3f} R {recall:.3f} (hit {count['hit']}, given {count['given']}, gold {count['gold']})"
    )


def hold_floor(
    least: tuple[float, float], found: tuple[Counter[str], list[str]], part: str, figures: Figures
) -> None:
    """Fail where precision or recall of a part is below its floor."""
    count, said = found
    precision, recall = rates(count)
    differs = "\n".join(said) if part == "odd" else "even passages are not shown"
    assert precision >= least[0] and recall >= least[1], f"{figures(count)}\n{differs}"


def print_figures(
    arguments: Sequence[str], languages: Sequence[str], score: Scorer, figures: Figures
) -> None:
    """Print figures by language, and for the odd part what differs unless --figures is given.

    Args:
        arguments: languages, all when none is named; --figures, --odd (even passages are not even run).
        languages: those there are.
        score: counts a part of a language.
        figures: shows counts in one line.
    """
    wanted = [a for a in arguments if not a.startswith("--")] or list(languages)
    total = {part: Counter[str]() for part in PARTS}
    lines: list[str] = []
    for language in wanted:
        for part in PARTS:
            if part == "even" and "--odd" in arguments:
                continue
            count, said = score(language, part)
            total[part] += count
            if part == "odd" and "--figures" not in arguments:
                lines += said
            lines.append(f"{language} {part:4} {figures(count)}")
    lines += [f"all {part:4} {figures(count)}" for part, count in total.items() if count and len(wanted) > 1]
    sys.stdout.write("\n".join(lines) + "\n")
