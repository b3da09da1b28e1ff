"""The last good report says so itself when a newer run failed: a notice put into its pages, and taken out again.

The pages are self-contained and their scripts are allowed by hash, so the notice is plain HTML without a script, right behind
the body's opening tag and between two comments. Without it a page is the very bytes that the run wrote; that is what
`dossier verify` compares.
"""

from __future__ import annotations

import datetime as dt
import html
import logging
import re
from pathlib import Path
from typing import Any

import orjson

from helpers.foundation.storage import write_bytes

log = logging.getLogger(__name__)

STATE = "newer-run.json"
PAGES = ("report.html", "briefing.html")
_BEGIN, _END = b"<!--newer run-->", b"<!--/newer run-->"
# Page text cannot forge it: in a page it is escaped, and only what stands right behind the body's tag counts.
_NOTICE = re.compile(rb"(<body[^>]*>)" + re.escape(_BEGIN) + rb".*?" + re.escape(_END), re.DOTALL)
_BODY = re.compile(rb"<body[^>]*>")
_HEAD_BYTES = 300_000  # styles come before the body; figures and scripts after it
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_LONGEST = 400
_SAID = {
    "failed": "A newer run failed",
    "stopped": "A newer run was stopped before it ended",
    "nothing checked": "A newer run could check nothing",
}


def say_newer_run(home: Path, *, what: str, when: str, why: str, run_id: str = "") -> bool:
    """Put a notice into the pages of `home/latest` that a newer run did not succeed, and note it in `home`.

    It never makes a failure worse: where it cannot be written (a full disk), that is logged.

    Args:
        home: folder of runs.
        what: failed, stopped or nothing checked.
        when: UTC, ISO.
        why: the reason; may quote hostile text.
        run_id: of the run that failed, '' when it got none.

    Returns:
        True when a page shows it now.
    """
    why = _plain(
        why.replace(f"{home.resolve().parent}/", "")
    )  # a page may be handed on: no folders of this machine
    state = {"what": what, "when": when, "why": why, "run_id": run_id, "pages": []}
    pages = [p.resolve() for name in PAGES if (p := home / "latest" / name).is_file()]
    state["pages"] = [str(p.relative_to(home.resolve())) for p in pages if p.is_relative_to(home.resolve())]
    try:
        write_bytes(home / STATE, orjson.dumps(state, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
        shown = [_put_in(page, _notice(state)) for page in pages]
    except OSError as err:
        log.warning("%s: the last good report could not be marked as older: %s", home, err)
        return False
    return any(shown)


def unsay_newer_run(home: Path) -> None:
    """Take the notice out again, from the pages it was put into; nothing happens where there is none."""
    state = read_newer_run(home)
    if state is None:
        return
    names = [*state.get("pages", []), *(f"latest/{name}" for name in PAGES)]
    for page in {(home / str(name)).resolve() for name in names}:
        if page.is_file() and page.is_relative_to(home.resolve()):
            data = page.read_bytes()
            if (bare := without_notice(data)) != data:
                write_bytes(page, bare)
    (home / STATE).unlink(missing_ok=True)


def say_time(iso: str) -> str:
    """A time of a record, to the minute, for people; as it stands when it cannot be read."""
    try:
        return f"{dt.datetime.fromisoformat(iso).astimezone(dt.UTC):%Y-%m-%d %H:%M}"
    except ValueError:
        return iso


def read_newer_run(home: Path) -> dict[str, Any] | None:
    """What is noted of a newer run that did not succeed; None when there is none. A damaged note says that it is damaged."""
    try:
        state = orjson.loads((home / STATE).read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, orjson.JSONDecodeError) as err:
        state = str(err)
    if isinstance(state, dict) and {"what", "when", "why"} <= state.keys():
        return state
    return {"what": "failed", "when": "", "why": "its note is damaged", "run_id": "", "pages": []}


def without_notice(page: bytes) -> bytes:
    """A page as its run wrote it."""
    return _NOTICE.sub(rb"\1", page[:_HEAD_BYTES], count=1) + page[_HEAD_BYTES:]


def _put_in(page: Path, notice: bytes) -> bool:
    data = without_notice(page.read_bytes())
    body = _BODY.search(data[:_HEAD_BYTES])
    if body is None:
        return False
    write_bytes(page, data[: body.end()] + notice + data[body.end() :])
    return True


def _notice(state: dict[str, Any]) -> bytes:
    when = f" ({html.escape(str(state['when']))} UTC)" if state["when"] else ""
    said = _SAID.get(str(state["what"]), _SAID["failed"])
    text = (
        f'<aside class="newer-run" role="alert" aria-label="Newer run" style="background:#7a1f00;color:#fff;'
        f'padding:.8rem 1.2rem;font:1rem/1.5 system-ui,sans-serif"><strong>{said}</strong>{when}: '
        f"{html.escape(str(state['why']))}. This is the last good report; it is older.</aside>"
    )
    return _BEGIN + text.encode("utf-8", "replace") + _END


def _plain(text: str) -> str:
    text = _CONTROL.sub(" ", re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)).strip()
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
