"""reports/index.html: the runs and what changed, with a banner when the last one failed."""

from __future__ import annotations

import html
import logging
from pathlib import Path
from typing import Any

import orjson

from helpers.foundation.storage import write_text
from helpers.report.newer_run import read_newer_run
from helpers.report.promotion import read_record

log = logging.getLogger(__name__)

MOST_ROWS = 200
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Report runs</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #8886; vertical-align: top; }}
.banner {{ border-left: .4rem solid #d55e00; padding: .6rem 1rem; background: #d55e0022; }}
.wrap {{ overflow-x: auto; }}
</style></head><body><main>
<h1>Report runs</h1>
{banner}
<p>{latest}</p>
<div class="wrap" tabindex="0" role="region" aria-label="Runs"><table>
<thead><tr><th scope="col">Finished (UTC)</th><th scope="col">Schedule</th><th scope="col">Outcome</th><th scope="col">What</th><th scope="col">Tries</th></tr></thead>
<tbody>
{rows}
</tbody></table></div>
</main></body></html>
"""


def read_history(reports: Path) -> list[dict[str, Any]]:
    """Lines of history.jsonl, newest first; a line cut short by a crash is left out."""
    path = reports / "history.jsonl"
    rows = []
    for line in path.read_bytes().splitlines() if path.exists() else []:
        try:
            rows.append(orjson.loads(line))
        except orjson.JSONDecodeError:
            rows.append(
                {
                    "finished": "",
                    "schedule": "",
                    "outcome": "damaged line",
                    "detail": line[:80].decode("utf-8", "replace"),
                    "attempts": "",
                    "run_id": "",
                }
            )
    return rows[::-1]


def write_index_if_there(reports: Path) -> None:
    """Write reports/index.html anew after a run that was not scheduled; where there is none, or no room, none is made."""
    try:
        if (reports / "index.html").is_file():
            write_index(reports)
    except OSError as err:
        log.warning("%s: the index of runs could not be written (%s)", reports, err)


def write_index(reports: Path) -> Path:
    """Write reports/index.html from history.jsonl and what is noted of a newer run that did not succeed."""
    history = read_history(reports)
    run = read_record(reports / "latest")
    latest, shown = "No report has been made yet.", ""
    if run and (reports / "latest" / "report.html").is_file():
        shown = str(run["run_id"])
        latest = f'Last good report: <a href="latest/report.html">{html.escape(run["title"])}</a>, run {html.escape(run["run_id"])}, as of {html.escape(run["as_of"])}.'
    rows = "\n".join(
        "<tr>"
        + "".join(
            f"<td>{html.escape(str(row.get(k, '')))}</td>"
            for k in ("finished", "schedule", "outcome", "detail", "attempts")
        )
        + "</tr>"
        for row in history[:MOST_ROWS]
    )
    banner = _banner(history, read_newer_run(reports), shown)
    path = reports / "index.html"
    write_text(path, _PAGE.format(banner=banner, latest=latest, rows=rows))
    return path


def _banner(history: list[dict[str, Any]], newer: dict[str, Any] | None, shown: str) -> str:
    """What is noted of a newer run; else a scheduled run that failed, unless `shown`, the last good run, was made after it."""
    if newer is not None:
        what, when, why = str(newer["what"]), str(newer["when"]), str(newer["why"])
    elif history and history[0]["outcome"] in ("failed", "nothing checked") and shown <= history[0]["run_id"]:
        what, when, why = history[0]["outcome"], history[0]["finished"], history[0]["detail"]
    else:
        return ""
    said = {"failed": "failed", "stopped": "was stopped before it ended"}.get(what, "checked nothing")
    return (
        f'<p class="banner" role="alert"><strong>The last run {said}</strong> ({html.escape(when)}): {html.escape(why)}. '
        "What is shown below as the last report is the last good one.</p>"
    )
