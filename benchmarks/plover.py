"""How often the PLOVER type is right on English sentences of other countries (Open Event Data Alliance, gold standard records).

Usage: python benchmarks/plover.py [plover_dev.jsonl]

The parties are ignored: a record counts as found when any claim of its sentence has the record's type. Sentences that
give no claim count as wrong. Of interest here are AGREE, CONSULT, SUPPORT, COOPERATE and AID.
"""

from __future__ import annotations

import collections
import json
import sys
from pathlib import Path

from helpers.coding.actors import find_mentions
from helpers.coding.claims.build import ClaimFinder
from helpers.coding.claims.codebook import load_codebook
from helpers.coding.claims.directory import ActorsDirectory
from helpers.coding.claims.lexicon import load_lexicon
from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Publication

TYPES = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID")
DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "bench" / "events" / "plover_dev.jsonl"


def main(path: Path) -> None:
    codebook = load_codebook()
    finder = ClaimFinder(load_lexicon("en"), codebook, ActorsDirectory(codebook.military_offices))
    right: collections.Counter[str] = collections.Counter()
    first: collections.Counter[str] = collections.Counter()
    total: collections.Counter[str] = collections.Counter()
    given: collections.Counter[str] = collections.Counter()
    correct: collections.Counter[str] = collections.Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text, wanted = record["text"].replace("\n", " "), record["event"]
        found = finder.find(
            text, [("body", 0, len(text))], mentions=find_mentions(text, "en"),
            timexes=find_timexes(text, "en", DateInterval()), published=Publication(), every_party=True,
        )  # fmt: skip
        types = [
            codebook.plover_type(
                f.draft.kind, f.draft.judgement.status, refused=f.draft.refused, offered=f.draft.offered
            )
            for f in found
        ]
        total[wanted] += 1
        right[wanted] += wanted in types
        first[wanted] += types[:1] == [wanted]
        for t in set(types):
            given[t] += 1
            correct[t] += t == wanted
        if wanted in TYPES and wanted not in types and "-v" in sys.argv:
            print(f"{wanted:10} {types} {text[:150]}")
    print(f"{'type':10} records  found  first claim  claims of the type  of these right")
    for t in TYPES:
        print(f"{t:10} {total[t]:7} {right[t]:6} {first[t]:12} {given[t]:19} {correct[t]:15}")
    n = sum(total[t] for t in TYPES)
    k = sum(right[t] for t in TYPES)
    print(f"{k} of {n} records ({k / n:.0%}) have a claim of their type")


if __name__ == "__main__":
    paths = [a for a in sys.argv[1:] if not a.startswith("-")]
    main(Path(paths[0]) if paths else DEFAULT)
