"""Cells of tables as the figures read them: frames and plain rows alike, missing values as None, lists as lists."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Mapping
from typing import Any, cast

import pandas as pd

_PLAIN = frozenset({str, int, bool, list, tuple, type(None)})  # of cells that need no second look
TableLike = pd.DataFrame | Iterable[Any] | None


def rows_of(table: TableLike) -> list[dict[str, Any]]:
    """The rows of a frame, of plain mappings or of records, with None where a cell is missing."""
    if table is None:
        return []
    if isinstance(table, pd.DataFrame):
        found: list[Any] = table.to_dict("records")
    else:
        found = [r if isinstance(r, Mapping) else dataclasses.asdict(cast(Any, r)) for r in table]
    return [
        r
        if _PLAIN.issuperset(map(type, r.values()))
        else {str(k): (v if is_known(v) else None) for k, v in r.items()}
        for r in found
    ]


def records(frame: pd.DataFrame) -> list[Any]:
    """The rows of a prepared frame as named tuples; their cells are whatever `prepare` put there."""
    return list(frame.itertuples())


def listed(value: Any) -> list[Any]:
    """A list cell as a list: tables hold lists, arrays, or nothing at all."""
    return [] if value is None or isinstance(value, float) or value is pd.NA else list(value)


def is_known(value: Any) -> bool:
    """False for a missing cell, however the table writes it."""
    return (
        value is not None
        and value is not pd.NA
        and value is not pd.NaT
        and not (isinstance(value, float) and math.isnan(value))
    )
