"""Words a second of the date recogniser on one core, with dateparser beside it in the same run: `python benchmarks/timex.py`.

Seconds are of processor time, so that other work on the machine does not count. The texts are the project's own marked
sentences, repeated; the first pass (vocabulary, caches) is not timed. dateparser's `search_dates` gets the same sentences
and the language, which is its fastest fair setting.
"""

from __future__ import annotations

import datetime as dt
import sys
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "coding" / "timex"))
REPEATS = 40


def main() -> None:
    from fixture_reader import read_sentences

    from helpers.coding.timex import find_timexes
    from helpers.foundation.schemas import LANGUAGES

    sentences = [s for lang in LANGUAGES for part in ("tune", "heldout") for s in read_sentences(lang, part)]
    words = sum(len(s.text.split()) for s in sentences)
    for s in sentences:
        find_timexes(s.text, s.language, s.dct)
    started = time.process_time()
    for _ in range(REPEATS):
        for s in sentences:
            find_timexes(s.text, s.language, s.dct)
    ours = REPEATS * words / (time.process_time() - started)
    print(
        f"helpers.coding.timex  {ours:12,.0f} words/s  ({len(sentences)} sentences of dates, {words} words, x{REPEATS})"
    )

    warnings.simplefilter("ignore")
    from dateparser.search import search_dates

    some = sentences[::4]
    base = {"RELATIVE_BASE": dt.datetime(2022, 5, 11)}
    for s in some[:20]:
        search_dates(s.text, languages=[s.language], settings=base)
    started = time.process_time()
    for s in some:
        search_dates(s.text, languages=[s.language], settings=base)
    theirs = sum(len(s.text.split()) for s in some) / (time.process_time() - started)
    print(f"dateparser            {theirs:12,.0f} words/s  ({len(some)} of them)")
    print(f"ratio                 {ours / theirs:12,.1f}")


if __name__ == "__main__":
    main()
