"""`dossier export`: the tables of a run for other tools; each file carries the run id, and what a format cannot say is said."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from helpers.foundation.errors import InputError
from helpers.foundation.schemas import TABLES
from helpers.foundation.storage import read_rows, read_rows_if_there, write_text

PROFILES = ("private", "public")
QUOTE_LIMIT = 160  # characters of a quote that the public profile keeps; its right to quote is short

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is exported: the rows of every table and the run they belong to.

    Attributes:
        run: content of run.json.
        tables: table name -> rows, by key.
        profile: 'private' (everything) or 'public' (quotes cut, no bylines, no full text).
        processed: folder the rows were read from.
    """

    run: Mapping[str, Any]
    tables: Mapping[str, list[Row]]
    profile: str
    processed: Path

    @property
    def run_id(self) -> str:
        """The run every exported file names."""
        return str(self.run["run_id"])

    @property
    def articles(self) -> dict[str, Row]:
        """Articles by article_id."""
        return {a["article_id"]: a for a in self.tables["articles"]}

    @property
    def claims(self) -> dict[str, Row]:
        """Claims by claim_id."""
        return {c["claim_id"]: c for c in self.tables["claims"]}

    @property
    def cited(self) -> list[Row]:
        """Articles with a claim in a milestone, by article_id."""
        claims = self.claims
        ids = {claims[c]["article_id"] for m in self.tables["milestones"] for c in m["claim_ids"]}
        return [a for a in self.tables["articles"] if a["article_id"] in ids]


@dataclass(frozen=True, slots=True)
class Format:
    """One export format.

    Attributes:
        name: as given on the command line.
        about: one line for the README of the export.
        limits: what the format cannot express.
        write: writes the file or files below a folder and gives their paths.
    """

    name: str
    about: str
    limits: tuple[str, ...]
    write: Callable[[Dossier, Path], list[Path]] = field(repr=False)


def load_dossier(processed: Path, run: Mapping[str, Any], *, profile: str) -> Dossier:
    """Read the tables of a run, in the profile given.

    Raises:
        InputError: an unknown profile, or a table is missing.
    """
    if profile not in PROFILES:
        raise InputError(f"profile={profile!r}; allowed: {', '.join(PROFILES)}")
    optional = {"lines"}
    tables = {
        name: read_rows_if_there(table, processed) if name in optional else read_rows(table, processed)
        for name, table in TABLES.items()
    }
    dossier = Dossier(run, tables, profile, processed)
    return make_public(dossier) if profile == "public" else dossier


def make_public(dossier: Dossier) -> Dossier:
    """The same dossier for handing on: quotes cut to `QUOTE_LIMIT` characters, no bylines, no full text, no local paths.

    Offsets and hashes stay, so that whoever holds the page can still check every statement.
    """
    from helpers.figures.titles import shorten

    def cut(value: str | None) -> str | None:
        return None if value is None else shorten(value, QUOTE_LIMIT)

    tables = {name: [dict(r) for r in rows] for name, rows in dossier.tables.items()}
    for article in tables["articles"]:
        article.update(byline=None, body="", title=cut(article["title"]))
    for claim in tables["claims"]:
        claim["quote"] = cut(claim["quote"])
    for row in tables["quarantine"]:
        row["detail"] = cut(row["detail"])
    run = {k: v for k, v in dossier.run.items() if k not in {"raw", "parameters"}}
    return replace(dossier, tables=tables, run=run)


def list_formats() -> dict[str, Format]:
    """Every export format by name."""
    from helpers.report import (
        exports_citations,
        exports_document,
        exports_events,
        exports_graph,
        exports_linked,
        exports_tables,
    )

    formats = (
        *exports_tables.FORMATS, *exports_events.FORMATS, *exports_graph.FORMATS, *exports_linked.FORMATS,
        *exports_citations.FORMATS, *exports_document.FORMATS,
    )  # fmt: skip
    return {f.name: f for f in formats}


def write_exports(
    processed: Path, run: Mapping[str, Any], out: Path, *, formats: Sequence[str] = (), profile: str = "private",
    progress: Callable[[str], None] | None = None,
) -> list[Path]:  # fmt: skip
    """Write the formats named (all by default) below `out`, and a README.txt that says what each is and cannot say.

    Args:
        processed: folder of the tables.
        run: content of run.json.
        out: folder to write to; made when it is not there. Files of other names in it are left alone.
        formats: names of formats.
        profile: 'private' or 'public'.
        progress: called with the name of each format before it is written.

    Returns:
        the files written, README.txt last.

    Raises:
        InputError: an unknown format or profile, or a table is missing.
    """
    known = list_formats()
    unknown = [f for f in formats if f not in known]
    if unknown:
        raise InputError(f"format(s) {', '.join(map(repr, unknown))} unknown; allowed: {', '.join(known)}")
    dossier = load_dossier(processed, run, profile=profile)
    chosen = [known[f] for f in (formats or known)]
    written: list[Path] = []
    for form in chosen:
        if progress:
            progress(form.name)
        written += form.write(dossier, out)
    readme = out / "README.txt"
    write_text(readme, _describe(dossier, chosen))
    return [*written, readme]


def _describe(dossier: Dossier, chosen: Sequence[Format]) -> str:
    run = dossier.run
    lines = [
        f"{run['title']}",
        f"Run {dossier.run_id}, as of {run['as_of']}; profile: {dossier.profile}.",
        "",
    ]
    if labels := run.get("labels"):
        lines += [f"Label of this corpus: {'; '.join(labels)}", ""]
    if dossier.profile == "public":
        lines += [
            f"Quotes and titles are cut to {QUOTE_LIMIT} characters; bylines, full texts and local paths are left out.",
            "",
        ]
    lines += [
        "A date is an interval of days (EDTF, ISO 8601-2); a span is never a point, an unknown date stays unknown.",
        "",
    ]
    for form in chosen:
        lines.append(f"{form.name}: {form.about}")
        lines += [f"  cannot express: {limit}" for limit in form.limits]
    return "\n".join(lines) + "\n"


def write_json(path: Path, value: Any) -> Path:
    """Write JSON people can read: UTF-8, two blanks, keys in the order given."""
    write_text(path, json.dumps(value, ensure_ascii=False, indent=2) + "\n")
    return path


def about(dossier: Dossier, limits: Sequence[str]) -> dict[str, Any]:
    """The block that JSON exports begin with: run, profile, label, what the format cannot express."""
    run = dossier.run
    return {
        "run_id": dossier.run_id, "as_of": run["as_of"], "title": run["title"], "profile": dossier.profile,
        "labels": dict(run.get("labels") or {}), "cannot_express": list(limits),
    }  # fmt: skip
