"""Readers of CSV, TSV, JSON Lines and JSON with one article a row: Media Cloud, GDELT and news API exports among them."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Page, Quarantined
from helpers.ingest.charset import Decoded, decode
from helpers.ingest.rows import find_columns, flatten, normal_name, read_row
from helpers.ingest.source import Source

_DELIMITERS = (",", "\t", ";", "|")
_DEPTH = 3  # how deep a JSON file may hide its list of articles


@contextmanager
def open_text(source: Source) -> Iterator[tuple[io.TextIOBase, Decoded]]:
    """A table as a text stream with universal newlines, whole in memory only when it is small.

    Raises:
        QuarantineError: 'undecodable' or 'binary'; on reading, 'undecodable' where a large file holds a stray byte.
    """
    limit = source.options.limits.page_bytes
    with source.open() as stream:
        head = stream.read(limit + 1)
        if len(head) <= limit:
            decoded = decode(head)
            yield io.StringIO(decoded.text), decoded._replace(text="")
            return
        decoded = (
            decode(head[: limit // 8]) if not _is_utf8(head, stream) else Decoded("", "utf-8", "valid utf-8")
        )
        stream.seek(0)
        name = "utf-8-sig" if decoded.charset == "utf-8" else decoded.charset
        try:
            yield io.TextIOWrapper(stream, encoding=name, errors="strict"), decoded._replace(text="")
        except UnicodeDecodeError as err:
            raise QuarantineError(
                "undecodable", f"not {decoded.charset} ({decoded.evidence}): {err}"
            ) from err


def _is_utf8(head: bytes, stream: Any) -> bool:
    engine = codecs.getincrementaldecoder("utf-8")()
    try:
        engine.decode(head)
        while chunk := stream.read(1 << 20):
            engine.decode(chunk)
        engine.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


class _Lines:
    """Lines of bounded length, with what the CSV reader took for its last row.

    Raises:
        QuarantineError: 'too large', on a line that is longer than allowed.
    """

    def __init__(self, stream: io.TextIOBase, limit: int) -> None:
        self._stream, self._limit = stream, limit
        self.quotes = 0  # since the last `start_row`
        self.ended_with_newline = True

    def start_row(self) -> None:
        self.quotes = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._stream.readline(self._limit + 1)
        if not line:
            raise StopIteration
        if len(line) > self._limit:
            raise QuarantineError(
                "too large", f"a line has more than {self._limit} characters (config/ingest.yml, limits)"
            )
        self.quotes += line.count('"')
        self.ended_with_newline = line.endswith("\n")
        return line


def read_csv(source: Source) -> Iterator[Page | Quarantined]:
    """A page a row; part 'row N' counts the rows below the header.

    Raises:
        QuarantineError: no column with a title or text is named, a line is too long, or the last row breaks off.
    """
    with open_text(source) as (stream, decoded):
        lines = _Lines(stream, source.options.limits.line_characters)
        header_line = next(lines, "")
        while header_line and (not header_line.strip() or header_line.lower().startswith("sep=")):
            header_line = next(lines, "")
        header, delimiter = _read_header(header_line, source)
        columns = find_columns(header, source.options)
        csv.field_size_limit(source.options.limits.line_characters)
        lines.start_row()
        try:
            for n, values in enumerate(_rows(lines, delimiter), 1):
                part = f"row {n}"
                if lines.quotes % 2:
                    raise QuarantineError("truncated", f"{part} breaks off inside a quoted cell")
                lines.start_row()
                if len(values) > len(header) and any(v.strip() for v in values[len(header) :]):
                    yield source.quarantined(
                        "unreadable",
                        f"{len(values)} cells, the header names {len(header)}; quote cells that hold {delimiter!r}",
                        part=part,
                    )
                    continue
                row = dict(
                    zip(
                        reversed(header),
                        reversed(values[: len(header)] + [""] * (len(header) - len(values))),
                        strict=True,
                    )
                )
                if len(values) < len(header) and not lines.ended_with_newline:
                    yield source.quarantined(
                        "truncated", f"the last row has {len(values)} of {len(header)} cells", part=part
                    )
                    continue
                yield from read_row(source, row, columns, part, kind="csv column", decoded=decoded)
        except csv.Error as err:
            raise QuarantineError("unreadable", f"not a table: {err}") from err


def _rows(lines: _Lines, delimiter: str) -> Iterator[list[str]]:
    for values in csv.reader(lines, delimiter=delimiter):
        if any(v.strip() for v in values):
            yield values
        else:
            lines.start_row()


def _read_header(line: str, source: Source) -> tuple[list[str], str]:
    options = source.options
    best: tuple[int, list[str], str] = (0, [], ",")
    for delimiter in _DELIMITERS:
        names = next(csv.reader([line], delimiter=delimiter), [])
        columns = find_columns(names, options)
        if len(columns) > best[0]:
            best = (len(columns), names, delimiter)
    if not best[0] or not ({"title", "text", "html", "lead"} & set(find_columns(best[1], options))):
        usual = ", ".join((*options.columns["title"][:3], *options.columns["text"][:3]))
        raise QuarantineError(
            "unreadable",
            f"the first line names no column with a title or text; it reads {line[:200]!r}; usual names: {usual} (config/ingest.yml, columns)",
        )
    return best[1], best[2]


def read_jsonl(source: Source) -> Iterator[Page | Quarantined]:
    """A page a line; part 'line N'. A line that is no object is reported and the next one read.

    Raises:
        QuarantineError: a line is too long.
    """
    with open_text(source) as (stream, decoded):
        lines = _Lines(stream, source.options.limits.line_characters)
        for n, line in enumerate(lines, 1):
            if not line.strip():
                continue
            part = f"line {n}"
            try:
                item = json.loads(line)
            except (ValueError, RecursionError) as err:
                reason = "unreadable" if lines.ended_with_newline else "truncated"
                yield source.quarantined(reason, f"no JSON: {err}", part=part)
                continue
            if not isinstance(item, dict):
                yield source.quarantined(
                    "unreadable", f"a {type(item).__name__} where an object is expected", part=part
                )
                continue
            yield from _read_item(source, item, part, decoded)


def _read_item(
    source: Source, item: dict[str, Any], part: str, decoded: Decoded
) -> Iterator[Page | Quarantined]:
    flat = flatten(item)
    columns = find_columns(flat, source.options)
    if not ({"title", "text", "html", "lead"} & set(columns)):
        yield source.quarantined(
            "no text", f"no key with a title or text; it has {', '.join(list(flat)[:12])}", part=part
        )
        return
    yield from read_row(source, flat, columns, part, kind="json key", decoded=decoded)


def read_json(source: Source) -> Iterator[Page | Quarantined]:
    """A page for each object of the list in a JSON file; part 'item N', '' for a file that is one article.

    The number of articles that the file declares is compared with what it holds.

    Raises:
        QuarantineError: 'truncated', 'unreadable' or 'too large'.
    """
    decoded = decode(source.read(source.options.limits.file_bytes))
    try:
        data = json.loads(decoded.text)
    except RecursionError as err:
        raise QuarantineError("unreadable", "JSON nested too deep") from err
    except json.JSONDecodeError as err:
        if err.msg == "Extra data":
            yield from read_jsonl(source)
            return
        rest = decoded.text[err.pos :].strip()
        cut = not rest or err.msg.startswith("Unterminated string")
        raise QuarantineError("truncated" if cut else "unreadable", f"no JSON: {err}") from err
    except ValueError as err:
        raise QuarantineError("unreadable", f"no JSON: {err}") from err
    decoded = decoded._replace(text="")
    items, declared = _find_items(data, source)
    if items is None:
        if not isinstance(data, dict):
            raise QuarantineError(
                "unreadable", f"JSON that is a {type(data).__name__}, not a list of articles"
            )
        yield from _read_item(source, data, "", decoded)
        return
    for n, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield from _read_item(source, item, f"item {n}", decoded)
        else:
            yield source.quarantined(
                "unreadable", f"a {type(item).__name__} where an object is expected", part=f"item {n}"
            )
    if declared is not None and declared != len(items):
        yield source.quarantined(
            "truncated", f"the file declares {declared} articles and holds {len(items)}", part="counts"
        )


def _find_items(data: Any, source: Source) -> tuple[list[Any] | None, int | None]:
    """The list of articles in a JSON file and the count it declares."""
    if isinstance(data, list):
        return data, None
    options, level, declared = source.options, [data], None
    for _ in range(_DEPTH):
        below: list[Any] = []
        for item in level:
            if not isinstance(item, dict):
                continue
            names = {normal_name(k).replace("_", ""): k for k in item}
            for count in options.declared_counts:
                value = item.get(names.get(count.replace("_", ""), ""))
                if declared is None and isinstance(value, int) and not isinstance(value, bool):
                    declared = value
            for container in options.containers:
                value = item.get(names.get(container, ""))
                if isinstance(value, list) and any(isinstance(v, dict) for v in value):
                    return value, declared
            below.extend(v for v in item.values() if isinstance(v, dict))
        level = below
    return None, None
