"""A view of the explorer kept as a file: what was chosen, and what of it a report can be made with."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.explore.model_facets import FACETS
from helpers.foundation.errors import InputError
from helpers.foundation.storage import write_text
from helpers.report.parameters import check_parameters, read_parameters
from helpers.report.run import NOTEBOOKS

Selection = Mapping[str, Sequence[str]]
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
_YEAR = re.compile(r"\d{4}")
KEYS = ("name", "selection", "keyword", "milestone", "parameters", "command", "only_here")


@dataclass(frozen=True, slots=True)
class View:
    """A saved view.

    Attributes:
        name: letters, digits, '-' and '_'.
        selection: facet -> chosen values.
        keyword, milestone: what the concordance and the evidence pane showed.
        parameters: parameters of the notebooks that make a report of it.
        only_here: facets that a report takes no parameter for; they hold in the explorer alone.
    """

    name: str
    selection: Selection
    keyword: str
    milestone: str
    parameters: Mapping[str, Any]
    only_here: tuple[str, ...]

    @property
    def command(self) -> str:
        """The command line that makes the report."""
        words = ["dossier", "run"]
        for key, value in self.parameters.items():
            words += [f"--{key}", ",".join(value) if isinstance(value, list) else str(value)]
        return shlex.join(words)


def make_view(
    name: str, selection: Selection, *, given: Mapping[str, Any], keyword: str = "", milestone: str = ""
) -> View:
    """Turn what is chosen into parameters of a report.

    Chosen languages become `languages`; chosen years become `start` and `end`, the years between included. Other facets
    are kept for the explorer and named as such: a report is never narrowed by them in silence.

    Args:
        name: what the file is called.
        selection: facet -> chosen values.
        given: parameters the explorer itself was opened with (raw, reports ...); empty ones are left out.
        keyword, milestone: for the explorer.

    Raises:
        InputError: the name is none.
    """
    if not _NAME.fullmatch(name):
        raise InputError(f"name={name!r}: use letters, digits, '-' and '_', at most 60")
    chosen = {facet: list(values) for facet, values in selection.items() if values}
    parameters = {k: v for k, v in given.items() if v not in ("", [], None)}
    if chosen.get("language"):
        parameters["languages"] = sorted(chosen["language"])
    years = sorted(y for y in chosen.get("period", []) if _YEAR.fullmatch(y))
    whole = bool(years) and len(years) == len(chosen.get("period", []))
    if whole:
        parameters |= {"start": f"{years[0]}-01-01", "end": f"{years[-1]}-12-31"}
    taken = {"language"} | ({"period"} if whole else set())
    return View(
        name,
        chosen,
        keyword,
        milestone,
        parameters,
        tuple(f for f in FACETS if f in chosen and f not in taken),
    )


def save_view(view: View, folder: Path, *, notebooks: Path) -> Path:
    """Check the parameters against the notebooks and write `<folder>/<name>.json`.

    Raises:
        InputError: a parameter the notebooks do not take, or of another type.
    """
    declared = read_parameters([notebooks / f"{name}.ipynb" for name in NOTEBOOKS])
    check_parameters(view.parameters, declared)
    path = folder / f"{view.name}.json"
    content = {
        "name": view.name, "selection": dict(view.selection), "keyword": view.keyword, "milestone": view.milestone,
        "parameters": dict(view.parameters), "command": view.command, "only_here": list(view.only_here),
    }  # fmt: skip
    write_text(path, json.dumps(content, ensure_ascii=False, indent=2) + "\n")
    return path


def load_view(path: Path) -> View:
    """Read a saved view.

    Raises:
        InputError: the file is missing or is no view.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as err:
        raise InputError(f"view={str(path)!r} is not there; save one in the explorer first") from err
    except (UnicodeDecodeError, json.JSONDecodeError) as err:
        raise InputError(f"{path}: no JSON ({err}); save the view again") from err
    if not isinstance(content, dict) or set(content) != set(KEYS):
        raise InputError(f"{path}: no saved view; it must hold exactly {', '.join(KEYS)}")
    selection = content["selection"]
    if not isinstance(selection, dict) or not all(
        isinstance(v, list) and all(isinstance(x, str) for x in v) for v in selection.values()
    ):
        raise InputError(f"{path}: selection must name facets, each with a list of text")
    return View(
        str(content["name"]), selection, str(content["keyword"]), str(content["milestone"]),
        dict(content["parameters"]), tuple(content["only_here"]),
    )  # fmt: skip


def open_view(path: str, root: Path) -> View:
    """The saved view at `path`, relative to the project; for '' one that chooses nothing.

    Raises:
        InputError: as `load_view`.
    """
    return load_view((root / path).resolve()) if path else View("all", {}, "", "", {}, ())


def describe_view(view: View, path: Path) -> str:
    """What was saved, in words, with the command line."""
    said = [
        f"saved as {path}",
        f"report: {view.command}",
        f"to open it here again: view = {str(path)!r} in the parameters",
    ]
    if view.only_here:
        said.append(f"only the explorer knows these facets: {', '.join(view.only_here)}")
    return "\n".join(said)
