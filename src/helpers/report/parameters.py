"""What the notebooks may be told: their parameters read from the notebooks themselves, and given values checked."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.foundation.errors import InputError

# What a parameters cell may declare, with the Python type a value must have and a conversion from the command line.
_TYPES: Mapping[str, type] = {"str": str, "bool": bool, "int": int, "float": float, "list[str]": list}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of the notebooks.

    Attributes:
        name: its name in the parameters cell.
        type: str, bool, int, float or list[str], as annotated there.
        default: its default, as Python source.
        help: the comment behind it.
        notebooks: names of the notebooks that take it.
    """

    name: str
    type: str
    default: str
    help: str
    notebooks: tuple[str, ...]


def as_template(path: Path) -> str:
    """A path as papermill takes it: it formats every path with the parameters, so braces of a folder's name are doubled."""
    return str(path).replace("{", "{{").replace("}", "}}")


def read_parameters(notebooks: Sequence[Path]) -> dict[str, Parameter]:
    """Read the tagged parameters cells of the notebooks.

    Raises:
        InputError: a notebook is missing, has no tagged cell, or two declare one name with different types.
    """
    from papermill import inspect_notebook

    found: dict[str, Parameter] = {}
    for path in notebooks:
        if not path.is_file():
            raise InputError(f"{path}: the notebook is not there; restore it from the project's repository")
        declared = inspect_notebook(as_template(path))
        if not declared:
            raise InputError(
                f"{path}: no cell is tagged 'parameters'; tag the cell that declares them (name: type = value  # help)"
            )
        for name, entry in declared.items():
            kind = entry["inferred_type_name"].replace(" ", "")
            if kind not in _TYPES:
                raise InputError(
                    f"{path}: parameter {name} is declared {kind!r}; allowed: {', '.join(_TYPES)}"
                )
            old = found.get(name)
            if old is not None and old.type != kind:
                raise InputError(
                    f"{path}: parameter {name} is {kind} here but {old.type} in {old.notebooks[0]}; make them the same"
                )
            names = (*(old.notebooks if old else ()), path.stem)
            found[name] = Parameter(name, kind, entry["default"], entry["help"].strip(), names)
    return found


def check_parameters(given: Mapping[str, Any], declared: Mapping[str, Parameter]) -> None:
    """Check names and types of given values.

    Raises:
        InputError: an unknown name (with the nearest known one) or a value of another type.
    """
    for name, value in given.items():
        if name not in declared:
            near = difflib.get_close_matches(name, declared, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise InputError(f"unknown parameter {name!r}{hint} Allowed: {', '.join(sorted(declared))}")
        kind = declared[name].type
        right = _TYPES[kind]
        if not isinstance(value, right) or (right in (int, float) and isinstance(value, bool)):
            raise InputError(
                f"parameter {name}={value!r} is {type(value).__name__}; it must be {kind}: {declared[name].help}"
            )
        if isinstance(value, list) and not all(isinstance(v, str) for v in value):
            raise InputError(
                f"parameter {name}={value!r} holds something else than text; it must be {kind}: {declared[name].help}"
            )


def read_value(text: str, parameter: Parameter) -> Any:
    """A value from the command line by the declared type, never by its looks ('010' stays text where text is asked for).

    Raises:
        InputError: the text is no value of that type.
    """
    if parameter.type == "str":
        return text
    if parameter.type == "list[str]":
        if text.lstrip().startswith("["):
            try:
                return json.loads(text)
            except json.JSONDecodeError as err:
                raise InputError(
                    f'parameter {parameter.name}={text!r} is no list; write a,b or ["a", "b"]'
                ) from err
        return [part.strip() for part in text.split(",") if part.strip()]
    try:
        if parameter.type == "bool":
            return {"true": True, "false": False, "yes": True, "no": False}[text.lower()]
        return int(text) if parameter.type == "int" else float(text)
    except (KeyError, ValueError) as err:
        allowed = "true or false" if parameter.type == "bool" else f"a number ({parameter.type})"
        raise InputError(
            f"parameter {parameter.name}={text!r}; allowed: {allowed}. {parameter.help}"
        ) from err
