"""Scores on the development set beside the project, pinned: a change that loses more than a point is seen. Never shipped."""

from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval, read_edtf

BENCH = Path(__file__).parents[4] / "shared" / "bench" / "timex"
# language -> (column, per cent, --calendar); what was measured, less about a point
FLOORS = {
    "en": [("value", 82.1, False), ("relaxed", 92.5, False), ("value", 83.0, True)],
    "de": [("value", 74.0, False), ("relaxed", 84.0, False), ("value", 76.8, True)],
    "es": [("value", 85.5, False), ("relaxed", 90.8, False), ("value", 87.0, True)],
    "uk": [("value", 71.4, False), ("relaxed", 87.5, False)],
    "ru": [("relaxed", 84.0, False)],
    "ro": [("relaxed", 77.6, False)],
}


@pytest.fixture(scope="module")
def scored():
    if not (BENCH / "dev.jsonl.gz").is_file():
        pytest.skip(f"{BENCH} is not there; its licences forbid shipping it")
    spec = importlib.util.spec_from_file_location("timex_score", BENCH / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    with gzip.open(BENCH / "dev.jsonl.gz", "rt", encoding="utf-8") as file:
        gold = [json.loads(line) for line in file]
    predicted = []
    for record in gold:
        dct = read_edtf(record["dct"]) if record["dct"] else DateInterval()
        found = find_timexes(record["text"], record["lang"], dct, days=True)
        rows = [
            {"start": x.start, "end": x.end, "type": x.type, "value": x.value, "edtf": x.edtf} for x in found
        ]
        predicted.append({"id": record["id"], "timexes": rows})
    return {calendar: score.evaluate(gold, predicted, calendar) for calendar in (False, True)}


@pytest.mark.parametrize(
    ("language", "column", "floor", "calendar"),
    [(language, *row) for language, rows in FLOORS.items() for row in rows],
)
def test_scores_do_not_fall(scored, language, column, floor, calendar):
    assert scored[calendar][f"lang:{language}"][column] >= floor


def test_records_without_dates_stay_empty(scored):
    false_positives, records = map(int, scored[False]["all:ALL"]["trapFP"].split("/"))
    assert false_positives <= 1, f"{false_positives} of {records} records without a date got one"
