"""Unpacking gzip and zip within limits: no bomb, no path outside the archive, no silent truncation."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from helpers.foundation.errors import QuarantineError
from helpers.ingest.options import Limits
from helpers.ingest.source import Source

_CHUNK = 65536
_ENCRYPTED = 0x1


class GzipStream(io.RawIOBase):
    """The unpacked bytes of a gzip file of one or many members, as a raw stream that ends where the data ends or goes wrong.

    Attributes:
        problem: why it ended early ('archive limit', 'truncated' or 'unreadable'), None when all is well.
    """

    def __init__(self, packed: IO[bytes], limits: Limits) -> None:
        super().__init__()
        self.problem: QuarantineError | None = None
        self._packed, self._limits = packed, limits
        self._engine = zlib.decompressobj(31)
        self._input = b""
        self._read = self._given = 0
        self._ended = False

    def readable(self) -> bool:
        """True: it can be read and nothing else."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer; 0 at the end."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        try:
            data = self._next(len(view)) if self.problem is None else b""
        except QuarantineError as err:
            # Buffers above would lose what came before: the stream ends here, and whoever read it asks for the problem.
            self.problem, data = err, b""
        view[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        while not self._ended:
            if self._engine.eof:
                rest = (self._engine.unused_data or self._input).lstrip(b"\x00")
                rest = rest or self._packed.read(_CHUNK).lstrip(b"\x00")
                if not rest:
                    self._ended = True
                    break
                if not (rest + self._packed.read(2 - min(2, len(rest)))).startswith(b"\x1f\x8b"):
                    raise QuarantineError(
                        "unreadable", f"{len(rest)} or more bytes after the end of the gzip data"
                    )
                self._read += len(rest)
                self._engine, self._input = zlib.decompressobj(31), rest
            if not self._input:
                self._input = self._packed.read(_CHUNK)
                self._read += len(self._input)
            if not self._input and not self._engine.unconsumed_tail:
                raise QuarantineError(
                    "truncated", f"the gzip data breaks off after {self._given} unpacked bytes"
                )
            try:
                data = self._engine.decompress(self._engine.unconsumed_tail or self._input, size)
            except zlib.error as err:
                raise QuarantineError("unreadable", f"damaged gzip data: {err}") from err
            self._input = self._engine.unconsumed_tail
            if data:
                self._given += len(data)
                check_ratio(self._given, self._read, self._limits)
                return data
        return b""


def check_ratio(unpacked: int, packed: int, limits: Limits) -> None:
    """Refuse what unpacks to too much.

    Raises:
        QuarantineError: 'archive limit'.
    """
    if unpacked > limits.unpacked_bytes:
        raise QuarantineError("archive limit", f"unpacks to more than {limits.unpacked_bytes} bytes")
    if unpacked > limits.ratio_floor_bytes and unpacked > limits.unpack_ratio * max(1, packed):
        raise QuarantineError(
            "archive limit", f"{packed} bytes unpack to {unpacked} or more, over {limits.unpack_ratio} to 1"
        )


@contextmanager
def open_gzip(packed: IO[bytes], limits: Limits) -> Iterator[io.BufferedReader[GzipStream]]:
    """The unpacked content of a gzip stream, within limits.

    Raises:
        QuarantineError: when the block ends well but the data went wrong before its end: 'archive limit' (size or ratio),
            'truncated' (the last member does not end) or 'unreadable'.
    """
    raw = GzipStream(packed, limits)
    with io.BufferedReader(raw, _CHUNK) as stream:
        yield stream
        if raw.problem is not None:
            raise raw.problem


def read_limited(stream: IO[bytes], limit: int, what: str) -> bytes:
    """All of a stream.

    Raises:
        QuarantineError: 'too large', when there are more than `limit` bytes.
    """
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(_CHUNK):
        size += len(chunk)
        if size > limit:
            raise QuarantineError(
                "too large", f"{what} has more than {limit} bytes (config/ingest.yml, limits)"
            )
        parts.append(chunk)
    return b"".join(parts)


@contextmanager
def open_zip(source: Source) -> Iterator[zipfile.ZipFile]:
    """Open a zip whose directory has been checked.

    Raises:
        QuarantineError: 'truncated', 'unreadable', 'unsafe archive', 'archive limit' or 'password-protected'.
    """
    with source.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except zipfile.BadZipFile as err:
            reason = "truncated" if "not a zip file" in str(err) else "unreadable"
            raise QuarantineError(
                reason, f"the directory at the end of the zip is missing or damaged: {err}"
            ) from err
        except (NotImplementedError, UnicodeDecodeError, OverflowError, ValueError) as err:
            raise QuarantineError("unreadable", f"damaged zip: {err}") from err
        with archive:
            check_zip(archive, source.options.limits)
            yield archive


def check_zip(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Check names, kinds and declared sizes of all members (reading stops at the declared size, so it binds).

    Raises:
        QuarantineError: as `open_zip`.
    """
    members = archive.infolist()
    if len(members) > limits.archive_members:
        raise QuarantineError("archive limit", f"{len(members)} files; allowed: {limits.archive_members}")
    unpacked = packed = 0
    for member in members:
        name = member.orig_filename.replace("\\", "/")
        if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/") or "\x00" in name:
            raise QuarantineError(
                "unsafe archive", f"the member {member.orig_filename!r} leads out of the archive"
            )
        if stat.S_ISLNK(member.external_attr >> 16):
            raise QuarantineError("unsafe archive", f"the member {member.orig_filename!r} is a symbolic link")
        if member.header_offset < 0:
            raise QuarantineError(
                "unreadable", f"damaged zip: the member {member.orig_filename!r} begins before the file"
            )
        if member.flag_bits & _ENCRYPTED:
            raise QuarantineError("password-protected", f"the member {member.orig_filename!r} is encrypted")
        unpacked += member.file_size
        packed += member.compress_size
        check_ratio(member.file_size, member.compress_size, limits)
    check_ratio(unpacked, packed, limits)


def read_member(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """One member of a checked zip.

    Raises:
        QuarantineError: 'too large' or 'unreadable' (missing, damaged, or packed by a method not known here).
    """
    try:
        with archive.open(name) as stream:
            return read_limited(stream, limit, f"the member {name!r}")
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as err:
        raise QuarantineError("unreadable", f"the member {name!r}: {err}") from err
