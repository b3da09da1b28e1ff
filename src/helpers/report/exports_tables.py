"""Tables for other tools: CSV that no spreadsheet calculates, Parquet, and a Frictionless data package with the dictionary."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from helpers.foundation.provenance import sha256_hex
from helpers.foundation.schemas import TABLES
from helpers.foundation.storage import replacing, write_bytes
from helpers.foundation.table import Column, Table
from helpers.report.exports import Dossier, Format, write_json

# Characters with which a cell becomes a formula in one of the common spreadsheets (OWASP, CSV Injection), and their
# full-width twins.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_TYPES = {"string": "string", "int": "integer", "float": "number", "bool": "boolean", "strings": "array", "span": "array",
          "spans": "array", "json": "string"}  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def safe_cell(value: object) -> str:
    """A text cell; one that a spreadsheet would calculate, also behind blanks, gets a leading apostrophe."""
    text = "" if value is None else str(value)
    return "'" + text if text[:1] in FORMULA or text.lstrip()[:1] in FORMULA[:4] else text


def write_cell(column: Column, value: Any) -> str:
    """One cell of a CSV file: numbers plain, truth values true or false, lists as JSON, text safe.

    Control characters, which a terminal that shows the file would obey, become U+FFFD; the Parquet twin has them as they are.
    """
    if value is None:
        return ""
    if column.kind in ("strings", "span", "spans"):
        return json.dumps(value, ensure_ascii=False)
    if column.kind == "bool":
        return "true" if value else "false"
    if column.kind == "int":
        return str(int(value))
    return repr(float(value)) if column.kind == "float" else _CONTROL.sub("\ufffd", safe_cell(value))


def csv_bytes(table: Table, rows: list[dict[str, Any]], run_id: str) -> bytes:
    """A table as CSV (RFC 4180, UTF-8): the columns of the schema and, last, the run id."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*table.column_names, "run_id"])
    for row in rows:
        writer.writerow([*(write_cell(c, row[c.name]) for c in table.columns), run_id])
    return out.getvalue().encode("utf-8", "replace")


def write_csv(dossier: Dossier, out: Path) -> list[Path]:
    """csv/<table>.csv for each table, and datapackage.json that describes them."""
    written = []
    resources = []
    for name, table in TABLES.items():
        data = csv_bytes(table, dossier.tables[name], dossier.run_id)
        path = out / "csv" / f"{name}.csv"
        write_bytes(path, data)
        written.append(path)
        resources.append(_describe(table, data))
    package = {
        "profile": "tabular-data-package", "name": "dossier", "id": dossier.run_id, "title": str(dossier.run["title"]),
        "description": f"Tables of run {dossier.run_id} as of {dossier.run['as_of']}; profile {dossier.profile}.",
        "version": str(dossier.run["code_version"]), "run_id": dossier.run_id, "labels": dict(dossier.run.get("labels") or {}),
        "resources": resources,
    }  # fmt: skip
    return [*written, write_json(out / "csv" / "datapackage.json", package)]


def _describe(table: Table, data: bytes) -> dict[str, Any]:
    fields: list[dict[str, Any]] = [_field(c) for c in table.columns]
    fields.append({"name": "run_id", "type": "string", "description": "the run that made this table"})
    return {
        "name": table.name, "path": f"{table.name}.csv", "profile": "tabular-data-resource", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8", "description": f"one row: {table.grain}", "bytes": len(data),
        "hash": sha256_hex(data), "schema": {"fields": fields, "primaryKey": list(table.key), "missingValues": [""]},
    }  # fmt: skip


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    # A string column may be required and yet empty; CSV cannot tell the two apart.
    if column.required and column.kind in ("int", "float", "bool"):
        constraints["required"] = True
    if column.allowed and column.kind == "string" and "" not in column.allowed:
        constraints["enum"] = list(column.allowed)
    described: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "description": f"{column.about} ({column.source})",
    }
    return {**described, "constraints": constraints} if constraints else described


def write_parquet(dossier: Dossier, out: Path) -> list[Path]:
    """parquet/<table>.parquet with the run id in the file's metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    written = []
    for name, table in TABLES.items():
        schema = table.arrow_schema().with_metadata({"run_id": dossier.run_id, "profile": dossier.profile})
        path = out / "parquet" / f"{name}.parquet"
        with replacing(path) as part:
            pq.write_table(
                pa.Table.from_pylist(dossier.tables[name], schema=schema), part, compression="zstd"
            )
        written.append(path)
    return written


def write_dictionary(dossier: Dossier, out: Path) -> list[Path]:
    """data_dictionary.csv: every column of every table with type, meaning, allowed values, source."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(["table", "column", "type", "about", "allowed", "source", "required", "run_id"])
    for name, table in TABLES.items():
        for c in table.data_dictionary():
            values = [
                name,
                c["column"],
                c["type"],
                c["about"],
                c["allowed"],
                c["source"],
                c["required"],
                dossier.run_id,
            ]
            writer.writerow([safe_cell(v) for v in values])
    path = out / "data_dictionary.csv"
    write_bytes(path, text.getvalue().encode("utf-8"))
    return [path]


FORMATS = (
    Format("csv", "every table as CSV in csv/, described by a Frictionless data package (csv/datapackage.json)",
           ("lists (written as JSON arrays)", "the difference between an empty and a missing text"), write_csv),
    Format("parquet", "every table as Parquet in parquet/, types and lists kept; the run id is in the file metadata", (), write_parquet),
    Format("dictionary", "data_dictionary.csv: what every column means", (), write_dictionary),
)  # fmt: skip
