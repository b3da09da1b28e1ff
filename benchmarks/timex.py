"""Words a second of the date recogniser on one core, with dateparser beside it in the same run: `python -m benchmarks.timex`.

Seconds are of processor time, so that other work on the machine does not count. The texts are the project's own marked
sentences, repeated; the first pass (vocabulary, caches) is not timed. dateparser's `search_dates` gets the same sentences
and the language, which is its fastest fair setting.
"""

from __future__ import annotations

import datetime as dt
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.rows import Row, cpu_seconds, show

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "coding" / "timex"))
REPEATS = 5


def measure() -> list[Row]:
    """Words a second beside dateparser."""
    from fixture_reader import read_sentences

    from helpers.coding.timex import find_timexes
    from helpers.foundation.schemas import LANGUAGES

    warnings.simplefilter("ignore")
    from dateparser.search import search_dates

    sentences = [s for lang in LANGUAGES for part in ("tune", "heldout") for s in read_sentences(lang, part)]
    some = sentences[::4]
    base = {"RELATIVE_BASE": dt.datetime(2022, 5, 11)}

    def own() -> None:
        for s in sentences:
            find_timexes(s.text, s.language, s.dct)

    def peer() -> None:
        for s in some:
            search_dates(s.text, languages=[s.language], settings=base)

    own()
    for s in some[:20]:
        search_dates(s.text, languages=[s.language], settings=base)
    ours = count_words(sentences) / cpu_seconds(own, REPEATS)
    theirs = count_words(some) / cpu_seconds(peer)
    return [
        Row(
            "temporal expressions",
            f"{ours:,.0f} words/s",
            f"dateparser {theirs:,.0f}",
            ours / theirs,
            "times as fast",
        )
    ]


def count_words(sentences: Sequence[Any]) -> int:
    return sum(len(s.text.split()) for s in sentences)


def main() -> None:
    print(show(measure()))


if __name__ == "__main__":
    main()
