"""The exceptions of the project: each says what, where, what is allowed and what to do."""

from __future__ import annotations

from functools import partial
from pathlib import Path


class DossierError(Exception):
    """Base of every error raised on purpose; the command line shows its text without a traceback.

    Attributes:
        exit_code: what the `dossier` command returns for it (2: the call or its input is wrong; 1: a run failed).
    """

    exit_code = 1


class InputError(DossierError):
    """The user's input cannot be used as it is: a folder, a parameter, a date, a decision."""

    exit_code = 2


class ConfigError(InputError):
    """A configuration file says something it may not say.

    Args:
        path: the file.
        message: what is wrong and what is allowed.
        line: 1-based line in the file, when known.
    """

    def __init__(self, path: Path | str, message: str, *, line: int | None = None):
        self.path = Path(path)
        self.line = line
        self.message = message
        where = f"{path}:{line}" if line is not None else f"{path}"
        super().__init__(f"{where}: {message}")

    def __reduce__(self) -> tuple[object, ...]:
        """So that a worker's error arrives as what it is, and not as the death of the worker."""
        return partial(type(self), line=self.line), (self.path, self.message)


class SchemaError(DossierError):
    """A table does not have the columns, types or values its schema promises."""


class VerificationError(DossierError):
    """A link of the evidence chain does not hold."""


class RunError(DossierError):
    """A run failed after it started; the message names the notebook or stage and where its output was kept."""


class QuarantineError(Exception):
    """Raised inside ingest or cleaning to send one raw file, or one part of it, to quarantine.

    Args:
        reason: one of `helpers.foundation.schemas.QUARANTINE_REASONS`.
        detail: what was seen, for a person to read.
    """

    def __init__(self, reason: str, detail: str):
        self.reason = reason
        self.detail = detail
        super().__init__(f"{reason}: {detail}")

    def __reduce__(self) -> tuple[object, ...]:
        """As `ConfigError.__reduce__`."""
        return type(self), (self.reason, self.detail)
