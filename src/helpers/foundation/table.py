"""The shape of a table: columns with type, unit and allowed values, and rows and frames checked against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from helpers.foundation.errors import SchemaError

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Kind = Literal["string", "int", "float", "bool", "strings", "span", "spans", "json"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: as written in the table.
        kind: string, int, float, bool, strings (a list), span ([start, end]), spans (a list of them), json (an object
            written as one JSON string).
        about: what it holds, with unit or format.
        source: 'from source' when copied from the page, 'ours' when concluded by the method.
        allowed: the only values allowed, empty for any.
        required: True when it is never missing.
    """

    name: str
    kind: Kind
    about: str
    source: Literal["from source", "ours"] = "ours"
    allowed: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its grain, key and columns."""

    name: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of the columns in table order."""
        return tuple(c.name for c in self.columns)

    def arrow_schema(self) -> pa.Schema:
        """The pyarrow schema: what the Parquet file holds."""
        import pyarrow as pa

        types = {
            "string": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_(), "json": pa.string(),
            "strings": pa.list_(pa.string()), "span": pa.list_(pa.int64()), "spans": pa.list_(pa.list_(pa.int64())),
        }  # fmt: skip
        return pa.schema([pa.field(c.name, types[c.kind], nullable=not c.required) for c in self.columns])

    def check_rows(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Check names, presence and allowed values of plain rows before they are written.

        Raises:
            SchemaError: naming table, key, column, value and what is allowed.
        """
        names = set(self.column_names)
        seen: set[tuple[Any, ...]] = set()
        for row in rows:
            key = tuple(row.get(k) for k in self.key)
            if extra := set(row) - names:
                raise SchemaError(
                    f"table {self.name}, {key}: unknown column(s) {sorted(extra)}; allowed: {sorted(names)}"
                )
            if missing := names - set(row):
                raise SchemaError(
                    f"table {self.name}, {key}: column(s) {sorted(missing)} are missing from the row"
                )
            if self.key and key in seen:
                raise SchemaError(
                    f"table {self.name}: the key {dict(zip(self.key, key, strict=True))} stands twice"
                )
            seen.add(key)
            for c in self.columns:
                value = row[c.name]
                if value is None:
                    if c.required:
                        raise SchemaError(f"table {self.name}, {key}: {c.name} may not be missing")
                    continue
                if c.allowed and (bad := set(value if c.kind == "strings" else [value]) - set(c.allowed)):
                    raise SchemaError(
                        f"table {self.name}, {key}: {c.name} holds {sorted(bad)!r}; allowed: {', '.join(c.allowed)}"
                    )

    def check_frame(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Validate a data frame with pandera and give it back.

        Raises:
            SchemaError: with pandera's list of failing columns and cells.
        """
        import pandera.pandas as pa_pandas
        from pandera.errors import SchemaErrors

        columns = {
            c.name: pa_pandas.Column(
                checks=[pa_pandas.Check.isin(c.allowed)] if c.allowed and c.kind != "strings" else [],
                nullable=not c.required,
            )
            for c in self.columns
        }
        schema = pa_pandas.DataFrameSchema(
            columns, strict=True, ordered=True, unique=list(self.key) or None, name=self.name
        )
        try:
            schema.validate(frame, lazy=True)
        except SchemaErrors as err:
            cases = err.failure_cases[["column", "check", "failure_case"]].head(5).to_dict("records")
            raise SchemaError(f"table {self.name} does not hold to its schema; first cases: {cases}") from err
        return frame

    def data_dictionary(self) -> list[dict[str, str]]:
        """One row a column: column, type, about, allowed, source, required."""
        return [
            {
                "column": c.name, "type": c.kind, "about": c.about, "allowed": " | ".join(c.allowed),
                "source": c.source, "required": "yes" if c.required else "no",
            }
            for c in self.columns
        ]  # fmt: skip
