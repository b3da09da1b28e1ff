"""The score of each line: a sum of small decision tables over its features, read from config/furniture_model.tsv.

A table asks a few questions (is a feature above a border?) and adds the number that stands at the answer; the sum goes
through the logistic function. All tables are evaluated at once for all lines of a page. There are two models in the file: the
first scores lines by themselves, the second again with what the first said of the lines around. The file is written by
benchmarks/train_furniture.py.
"""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_lines import Floats, Ints, PageLines
from helpers.clean.furniture_second import SECOND, fill_second
from helpers.clean.furniture_words import PageWords
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import find_paths

if TYPE_CHECKING:
    from helpers.clean.furniture_kept import Made

_REACH = 5
_SINCE, _UNTIL, _WEIGHT = (FEATURES.index(name) for name in ("since_good", "until_good", "weight"))
_HOPELESS = 0.01  # lines that the first look scores below this are not looked at again
MOST_ODDS = 6.0
LOOKS = ("first", "second")
_BLOCK = 512  # lines scored at once, so that a page of a million lines needs little memory
_WORD = 8  # lines whose answers are put together at once; blocks are multiples of it
_DEEPEST = 7  # questions a table, so that its answer fits in a byte


class Model(NamedTuple):
    """Decision tables, all of one depth, joined in pairs: one look-up then answers for two tables.

    Attributes:
        feature: row of each question; a question that several tables ask is asked once.
        border: what the feature must exceed, (questions, 1).
        asked: which question each table asks, (depth * tables): the first of all first tables of pairs, then of their second ones;
            then the second questions ...
        value: what each pair of answers adds, pairs after one another, (pairs * 4 ** depth), the first table's answers quicker.
        offset: where each pair begins in `value`, (pairs, 1).
        bias: what the sum begins with.
        depth: questions a table.
    """

    feature: NDArray[np.intp]
    border: Floats
    asked: NDArray[np.intp]
    value: Floats
    offset: NDArray[np.intp]
    bias: float
    depth: int

    def add_up(self, rows: Floats, places: Ints) -> Floats:
        """The log-odds, article against furniture, of the lines at `places` of those whose features are `rows`."""
        number = len(places)
        if short := -number % _WORD:
            places = np.concatenate((places, np.full(short, places[-1])))
        out = np.empty(len(places), np.float32)
        for at in range(0, len(places), _BLOCK):
            some = places[at : at + _BLOCK]
            out[at : at + _BLOCK] = self._add_up(rows.take(some, axis=1))
        return out[:number]

    def _add_up(self, rows: Floats) -> Any:
        passed = rows.take(self.feature, axis=0) > self.border
        pairs = len(self.offset)
        # eight lines at a time: an answer has fewer bits than a byte
        answers = passed.view(np.uint64).take(self.asked, axis=0).reshape(self.depth, 2 * pairs, -1)
        both = answers[-1]
        for question in range(self.depth - 2, -1, -1):
            both <<= np.uint64(1)
            both |= answers[question]
        first, second = both.view(np.uint8).reshape(2, pairs, -1)
        index = second.astype(np.uint16)  # at most twice `_DEEPEST` bits
        index <<= np.uint16(self.depth)
        index |= first
        return self.value.take(index + self.offset).sum(0) + self.bias


def score_lines(
    lines: PageLines, rows: Floats, words: PageWords, *, models: tuple[Model, Model] | None = None
) -> Floats:
    """Scores from 0 (surely furniture) to 1 (surely article) of the lines of a page, in two looks.

    Lines that are no sentence and have none within `_REACH` lines on either side, menus mostly, are not put to the tables:
    their score is 0.

    Args:
        lines: the lines.
        rows: their features; those of the second look are written into it.
        words: their words.
        models: those of the first and the second look; default: the project's.
    """
    first, second = models or load_models()
    places = near_places(rows)
    scores = _look_first(first, places, lines, rows, words)
    places = places[scores[places] > _HOPELESS]
    scores[places] = logistic(second.add_up(rows, places))
    return scores


def find_odds(
    lines: PageLines, rows: Floats, words: PageWords, *, models: tuple[Model, Model] | None = None
) -> Floats:
    """The log-odds of every line of a page, cut off at `MOST_ODDS`: for those who have other evidence beside the text."""
    first, second = models or load_models()
    places = np.arange(len(lines))
    _look_first(first, places, lines, rows, words)
    return np.clip(second.add_up(rows, places), -MOST_ODDS, MOST_ODDS)


def _look_first(first: Model, places: Ints, lines: PageLines, rows: Floats, words: PageWords) -> Floats:
    scores = np.zeros(len(lines), np.float32)
    scores[places] = logistic(first.add_up(rows[: len(FEATURES)], places))
    fill_second(rows[len(FEATURES) :], lines, words, scores)
    return scores


def near_places(rows: Floats) -> Ints:
    """The lines that are a sentence or have one within `_REACH` lines."""
    near = (rows[_SINCE] <= _REACH) | (rows[_UNTIL] <= _REACH) | (rows[_WEIGHT] > 0)
    return np.asarray(near.nonzero()[0], np.int64)


def logistic(odds: Any) -> Any:
    """The probability of log-odds."""
    return 1 / (1 + np.exp(-odds))


@lru_cache(maxsize=4)
def load_models(path: Path | None = None) -> tuple[Model, Model]:
    """Read the tables of the first and the second look; `path` defaults to config/furniture_model.tsv of the project.

    Raises:
        ConfigError: a feature that does not exist, a line that is no table, or a look without tables.
    """
    from helpers.clean.furniture_kept import keep_made

    path = path or find_paths().config / "furniture_model.tsv"
    here = Path(__file__)
    modules = [here.with_name(f"furniture_{name}.py") for name in ("features", "kept", "model", "second")]
    made = keep_made("model", path.parent, [path, *modules], partial(_pack_models, path))
    first, second = (_unpack(made, look) for look in LOOKS)
    return first, second


def _pack_models(path: Path) -> dict[str, bytes]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as err:
        raise ConfigError(path, "cannot be read; write it anew with benchmarks/train_furniture.py") from err
    found: dict[str, list[tuple[int, str]]] = {look: [] for look in LOOKS}
    look = LOOKS[0]
    for number, line in enumerate(lines, start=1):
        if line.startswith("look\t"):
            look = line.removeprefix("look\t")
            if look not in found:
                raise ConfigError(path, f"unknown look {look!r}; allowed: {', '.join(LOOKS)}", line=number)
        elif line and not line.startswith("#"):
            found[look].append((number, line))
    return {
        f"{look}.{name}": part
        for look in LOOKS
        for name, part in _read_tables(path, found[look], look).items()
    }


def _read_tables(path: Path, lines: list[tuple[int, str]], look: str) -> dict[str, bytes]:
    row = {name: i for i, name in enumerate(FEATURES if look == "first" else (*FEATURES, *SECOND))}
    features: list[int] = []
    borders: list[float] = []
    values: list[float] = []
    bias, depth, tables = 0.0, 0, 0
    for number, line in lines:
        try:
            if line.startswith("bias\t"):
                bias = float(line.split("\t")[1])
                continue
            questions, answers = (part.split(" ") for part in line.split("\t"))
            depth = depth or len(questions)
            if not 1 <= depth <= _DEEPEST or len(questions) != depth or len(answers) != 2**depth:
                raise ValueError(f"{len(questions)} questions and {len(answers)} answers")
            for question in questions:
                name, border = question.split(">")
                features.append(row[name])
                borders.append(float(border))
            values += map(float, answers)
            tables += 1
        except (ValueError, KeyError) as err:
            raise ConfigError(
                path,
                f"no decision table ({err}): it must be `feature>border` {depth or 6} times, a tab, and a number for each answer; "
                "write the file anew with benchmarks/train_furniture.py",
                line=number,
            ) from err
    if not tables:
        raise ConfigError(
            path,
            f"holds no decision table for the {look} look; write it anew with benchmarks/train_furniture.py",
        )
    limits = np.array(borders, np.float32)
    numbers: dict[tuple[int, float], int] = {}
    asked = [numbers.setdefault(q, len(numbers)) for q in zip(features, limits.tolist(), strict=True)]
    return {
        "feature": np.array([row for row, _ in numbers], np.intp).tobytes(),
        "border": np.array([limit for _, limit in numbers], np.float32).tobytes(),
        "asked": np.array(asked, np.intp).tobytes(),
        "value": np.array(values, np.float32).tobytes(),
        "shape": np.array([tables, depth], np.intp).tobytes(),
        "bias": np.array([bias]).tobytes(),
    }


def _unpack(made: Made, look: str) -> Model:
    """The model of a look: its tables, each with its questions and answers, joined in pairs."""
    from helpers.clean.furniture_kept import read_numbers

    def numbers(name: str, kind: Any) -> Any:
        return read_numbers(made, f"{look}.{name}", kind)

    tables, depth = numbers("shape", np.intp).tolist()
    asked = numbers("asked", np.intp).reshape(tables, depth)
    value = numbers("value", np.float32).reshape(tables, 2**depth)
    if tables % 2:  # one that adds nothing makes the last pair full
        asked = np.concatenate((asked, asked[:1]))
        value = np.concatenate((value, np.zeros_like(value[:1])))
    pairs = len(asked) // 2
    return Model(
        feature=numbers("feature", np.intp),
        border=numbers("border", np.float32)[:, None],
        asked=np.concatenate((asked[::2], asked[1::2])).T.ravel(),
        value=(value[1::2, :, None] + value[::2, None, :]).ravel(),
        offset=np.arange(0, pairs * 4**depth, 4**depth, dtype=np.intp)[:, None],
        bias=float(numbers("bias", np.float64)[0]),
        depth=depth,
    )
