"""`dossier timex IN.jsonl OUT.jsonl`: temporal expressions of texts, one JSON record a line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from helpers.foundation.errors import InputError

FIELDS = ("id", "text", "lang", "dct")


@click.command()
@click.argument("source", metavar="IN.jsonl", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("target", metavar="OUT.jsonl", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--ends", is_flag=True, help="Give the two ends of a range as two expressions, as TimeML corpora do."
)
def timex(source: Path, target: Path, ends: bool) -> None:
    """Find dates in texts and resolve them.

    IN.jsonl holds {id, text, lang, dct} a line: lang is an ISO 639-1 code, dct the document creation time as an EDTF string
    (2023-10-03, 2023-10, ../2023-09-25) or null. OUT.jsonl receives {id, timexes: [{start, end, type, value, edtf, ...}]}
    in the same order; offsets count characters, end exclusive. A TIME ("Friday evening") has no calendar interval; the day in it
    ("Friday") follows as a DATE with its own offsets and interval.
    """
    import json

    from helpers.foundation.storage import write_bytes

    lines = source.read_text(encoding="utf-8").split("\n")
    rows: list[str] = []
    with click.progressbar(
        list(enumerate(lines, 1)), label="texts", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as numbered:
        for number, line in numbered:
            if line.strip():
                rows.append(json.dumps(_recognise(source, number, line, ends), ensure_ascii=False))
    write_bytes(target, "".join(f"{row}\n" for row in rows).encode())


def _recognise(source: Path, number: int, line: str, ends: bool) -> dict[str, Any]:
    """One output record for one input line.

    Raises:
        InputError: not a JSON object with the fields, an unknown language, or a DCT that is not EDTF.
    """
    import json

    from helpers.coding.timex import find_timexes, split_ranges
    from helpers.foundation.dates import DateInterval, read_edtf
    from helpers.foundation.schemas import LANGUAGES

    where = f"{source}:{number}"
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: not JSON ({error.msg}); write one object a line") from error
    if not isinstance(record, dict) or not {"id", "text", "lang"} <= set(record):
        raise InputError(f"{where}: must be an object with the fields {', '.join(FIELDS)}")
    if record["lang"] not in LANGUAGES:
        raise InputError(f"{where}: lang={record['lang']!r} is not coded; allowed: {', '.join(LANGUAGES)}")
    if not isinstance(record["text"], str):
        raise InputError(f"{where}: text must be a string, not {record['text']!r}")
    dct = record.get("dct")
    try:
        interval = DateInterval() if dct is None else read_edtf(str(dct))
    except ValueError as error:
        raise InputError(f"{where}: dct={dct!r}: {error}") from error
    found = find_timexes(record["text"], record["lang"], interval, country=record.get("country"), days=True)
    if ends:
        found = list(split_ranges(found, record["lang"]))
    return {
        "id": record["id"],
        "timexes": [
            {
                "start": x.start, "end": x.end, "surface": x.surface, "type": x.type, "value": x.value, "edtf": x.edtf,
                "mod": x.mod, "resolution": x.resolution, "rule": x.rule, "reason": x.reason,
            }
            for x in found
        ],
    }  # fmt: skip
