"""People's decisions: an append-only file, re-applied on every run; what no longer has its evidence is orphaned."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpers.foundation.dates import read_edtf
from helpers.foundation.errors import ConfigError, InputError
from helpers.foundation.locks import explain, flush_folder
from helpers.foundation.provenance import short_id
from helpers.foundation.schemas import CLAIM_KINDS, DEFENCE, STATUSES

FILE_NAME = "decisions.jsonl"
ACTIONS = ("accept", "reject", "correct", "merge", "split", "undo")
SCOPES = ("claim", "event")
# What `correct` may set, with how a value is checked.
CORRECTABLE = (
    "status",
    "defence",
    "date_edtf",
    "place",
    "instrument",
    "n_documents",
    "kind",
    "actors",
    "parties",
)
EVENT_CORRECTABLE = ("status", "defence", "date_edtf", "place", "instrument", "n_documents")
LOCK_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one person; the grain of the file. Key: decision_id.

    Attributes:
        decision_id: `dec-<hex>` of its content and time.
        action: accept, reject, correct, merge, split or undo.
        scope: claim (each key by itself) or event (the event that holds the claims).
        keys: evidence keys it holds on to; for split, those that are taken out.
        others: for split, the keys they are taken from; else empty.
        values: for correct, column -> new value.
        undoes: for undo, the decision that is superseded.
        reviewer, time, reason: who, when (UTC, ISO 8601 with Z), why.
        quotes: the quotes as they stood, for people to read.
    """

    decision_id: str
    action: str
    scope: str
    keys: tuple[str, ...]
    reviewer: str
    time: str
    reason: str
    others: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    undoes: str | None = None
    quotes: tuple[str, ...] = ()

    def to_row(self) -> dict[str, Any]:
        """The decision as one JSON object."""
        return {
            "decision_id": self.decision_id, "time": self.time, "reviewer": self.reviewer, "action": self.action,
            "scope": self.scope, "keys": list(self.keys), "others": list(self.others), "values": dict(self.values),
            "undoes": self.undoes, "reason": self.reason, "quotes": list(self.quotes),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """What the file holds.

    Attributes:
        decisions: in the order they were made, the undone ones left out.
        undone: those that a later entry supersedes.
        torn: the last line when a crash cut it short; it is reported and not used.
    """

    decisions: tuple[Decision, ...]
    undone: tuple[Decision, ...] = ()
    torn: str | None = None


def new_decision(
    action: str,
    *,
    scope: str,
    keys: Sequence[str],
    reviewer: str,
    reason: str,
    others: Sequence[str] = (),
    values: Mapping[str, Any] | None = None,
    undoes: str | None = None,
    quotes: Sequence[str] = (),
    now: dt.datetime | None = None,
) -> Decision:
    """Make a decision with its id and time.

    Raises:
        InputError: nobody decides, no reason is given, or a value is not allowed.
    """
    if not reviewer.strip():
        raise InputError("reviewer='': say who decides, with --reviewer NAME")
    if not reason.strip():
        raise InputError("reason='': say why, with --reason TEXT; reports show it")
    time = (now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC).isoformat(timespec="microseconds")
    time = time.replace("+00:00", "Z")
    values = dict(values or {})
    check_values(values, scope=scope)
    content = json.dumps(
        [action, scope, sorted(keys), sorted(others), values, undoes, reason], sort_keys=True
    )
    return Decision(
        decision_id=short_id("dec", time, reviewer, content),
        action=action,
        scope=scope,
        keys=tuple(sorted(set(keys))),
        reviewer=" ".join(reviewer.split()),
        time=time,
        reason=" ".join(reason.split()),
        others=tuple(sorted(set(others))),
        values=values,
        undoes=undoes,
        quotes=tuple(quotes),
    )


def check_values(values: Mapping[str, Any], *, scope: str) -> None:
    """Check what a correction sets.

    Raises:
        InputError: naming the column, the value and what is allowed.
    """
    allowed = CORRECTABLE if scope == "claim" else EVENT_CORRECTABLE
    for name, value in values.items():
        if name not in allowed:
            raise InputError(f"{name!r} cannot be corrected on a {scope}; allowed: {', '.join(allowed)}")
        choices = {
            "status": STATUSES,
            "defence": DEFENCE if scope == "claim" else (*DEFENCE, "contested"),
            "kind": CLAIM_KINDS,
        }.get(name)
        if choices is not None and value not in choices:
            raise InputError(f"{name}={value!r}; allowed: {', '.join(choices)}")
        if (
            name == "n_documents"
            and value is not None
            and (isinstance(value, bool) or not isinstance(value, int) or value < 1)
        ):
            raise InputError(f"n_documents={value!r}: give a whole number, 1 or more")
        if name in ("actors", "parties") and not (
            isinstance(value, list) and all(isinstance(v, str) for v in value)
        ):
            raise InputError(f"{name}={value!r}: give a list of strings")
        if name in ("place", "instrument") and value is not None and not isinstance(value, str):
            raise InputError(f"{name}={value!r}: give text")
        if name == "date_edtf" and value is not None:
            try:
                read_edtf(value)
            except (ValueError, TypeError, AttributeError) as err:
                raise InputError(
                    f"date_edtf={value!r}: write an EDTF date such as 2023-07-31, 2023-03 or 2023-03-01/2023-03-13 ({err})"
                ) from err


def read_decisions(folder: Path) -> DecisionFile:
    """Read `decisions.jsonl`; a missing file holds no decisions.

    A last line without its line break that is not complete is what a crash leaves: it is given back as `torn` and not
    used. Anything else that is wrong stops the run: a person's decision is never skipped.

    Raises:
        ConfigError: a line is no decision, with file, line and what is allowed; or the file cannot be read.
    """
    path = folder / FILE_NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return DecisionFile(())
    except OSError as err:
        raise ConfigError(
            path, f"cannot be read ({err.strerror}); decisions are never left out: correct that first"
        ) from err
    lines = data.split(b"\n")
    torn: str | None = None
    decisions: list[Decision] = []
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        is_last = number == len(lines)  # no line break after it
        try:
            row = json.loads(line.decode("utf-8"))
        except (UnicodeDecodeError, json.JSONDecodeError) as err:
            if is_last:
                torn = line.decode("utf-8", "replace")
                continue
            raise ConfigError(
                path, f"no JSON ({err}); restore the line, or move it out of the file", line=number
            ) from err
        decision = _read_decision(path, number, row)
        if decision.decision_id in seen:
            raise ConfigError(path, f"decision_id {decision.decision_id!r} stands twice", line=number)
        if decision.undoes is not None and decision.undoes not in seen:
            raise ConfigError(
                path, f"undoes {decision.undoes!r}, which is no decision made before it", line=number
            )
        seen.add(decision.decision_id)
        decisions.append(decision)
    gone = {d.undoes for d in decisions if d.action == "undo"}
    return DecisionFile(
        tuple(d for d in decisions if d.action != "undo" and d.decision_id not in gone),
        tuple(d for d in decisions if d.decision_id in gone),
        torn,
    )


_KEYS = (
    "decision_id", "time", "reviewer", "action", "scope", "keys", "others", "values", "undoes", "reason", "quotes",
)  # fmt: skip


def _read_decision(path: Path, number: int, row: Any) -> Decision:
    if not isinstance(row, dict):
        raise ConfigError(path, f"must be a JSON object with the keys {', '.join(_KEYS)}", line=number)
    if unknown := sorted(set(row) - set(_KEYS)):
        raise ConfigError(path, f"unknown key(s) {unknown}; allowed: {', '.join(_KEYS)}", line=number)
    if missing := [k for k in _KEYS if k not in row]:
        raise ConfigError(path, f"key(s) {missing} are missing", line=number)
    for name, allowed in (("action", ACTIONS), ("scope", SCOPES)):
        if row[name] not in allowed:
            raise ConfigError(path, f"{name}={row[name]!r}; allowed: {', '.join(allowed)}", line=number)
    for name in ("keys", "others", "quotes"):
        if not isinstance(row[name], list) or not all(isinstance(v, str) for v in row[name]):
            raise ConfigError(path, f"{name}={row[name]!r}: must be a list of strings", line=number)
    for name in ("decision_id", "time", "reviewer", "reason"):
        if not isinstance(row[name], str) or not row[name]:
            raise ConfigError(path, f"{name}={row[name]!r}: must be text", line=number)
    if not isinstance(row["values"], dict):
        raise ConfigError(path, f"values={row['values']!r}: must be an object", line=number)
    if (row["undoes"] is not None) != (row["action"] == "undo"):
        raise ConfigError(path, "undoes belongs to the action undo, and to no other", line=number)
    if not row["keys"] and row["action"] != "undo":
        raise ConfigError(path, "keys is empty: the decision holds on to nothing", line=number)
    try:
        dt.datetime.fromisoformat(row["time"])
        check_values(row["values"], scope=row["scope"])
    except ValueError as err:
        raise ConfigError(path, f"time={row['time']!r} is no time: {err}", line=number) from err
    except InputError as err:
        raise ConfigError(path, str(err), line=number) from err
    return Decision(
        row["decision_id"], row["action"], row["scope"], tuple(row["keys"]), row["reviewer"], row["time"],
        row["reason"], tuple(row["others"]), row["values"], row["undoes"], tuple(row["quotes"]),
    )  # fmt: skip


def append_decisions(folder: Path, decisions: Sequence[Decision]) -> Path:
    """Append decisions under a lock and flush them to disk; they are all there afterwards, or none is.

    What a crash left of a last line is first moved to `decisions.torn`, so that nothing is written behind it.

    Raises:
        InputError: another process holds the lock, an undo names no decision, or the folder cannot be written to.
    """
    from filelock import FileLock, Timeout

    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / f".{FILE_NAME}.lock", timeout=LOCK_SECONDS):
            known = read_decisions(folder)
            if known.torn is not None:
                set_torn_aside(path)
            ids = {d.decision_id for d in (*known.decisions, *known.undone)}
            for decision in decisions:
                if decision.undoes is not None and decision.undoes not in ids:
                    raise InputError(
                        f"undo {decision.undoes!r}: there is no such decision; `dossier review list` shows them"
                    )
            lines = b"".join(
                json.dumps(d.to_row(), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
                for d in decisions
            )
            with path.open("ab", buffering=0) as f:
                before = f.tell()
                if before and not _ends_line(path):
                    lines = b"\n" + lines
                try:
                    if f.write(lines) != len(lines):  # a disk that fills up takes what it can
                        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                    os.fsync(f.fileno())
                except OSError:
                    f.truncate(before)
                    raise
            flush_folder(folder)
    except Timeout as err:
        raise InputError(
            f"{path}: another process has been writing for {LOCK_SECONDS} s; wait for it and try again"
        ) from err
    except OSError as err:
        raise InputError(f"{path}: the decision was not recorded: {explain(err)}") from err
    return path


def _ends_line(path: Path) -> bool:
    with path.open("rb") as f:
        f.seek(-1, os.SEEK_END)
        return f.read(1) == b"\n"


def set_torn_aside(path: Path) -> None:
    """Move what stands behind the last line break to `<name>.torn`; call it only while holding the ledger's lock."""
    data = path.read_bytes()
    whole = data.rfind(b"\n") + 1
    with path.with_suffix(".torn").open("ab") as f:
        f.write(data[whole:] + b"\n")
        f.flush()
        os.fsync(f.fileno())
    with path.open("r+b") as f:
        f.truncate(whole)
        os.fsync(f.fileno())


def split_orphans(
    decisions: Iterable[Decision], keys: frozenset[str]
) -> tuple[list[Decision], list[Decision]]:
    """Decisions whose evidence is there, and those of which some has gone.

    A decision on single claims needs every key; one on an event needs at least one, because its event may lose a
    claim and still be the same; merge and split need a claim left on each side.
    """
    live: list[Decision] = []
    orphaned: list[Decision] = []
    for decision in decisions:
        there = [k for k in decision.keys if k in keys]
        if decision.action == "merge":
            ok = len(there) >= 2
        elif decision.action == "split":
            ok = bool(there) and any(k in keys for k in decision.others)
        elif decision.scope == "event":
            ok = bool(there)
        else:
            ok = len(there) == len(decision.keys)
        (live if ok else orphaned).append(decision)
    return live, orphaned
