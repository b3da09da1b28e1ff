"""The score of each line: a sum of small decision tables over its features, read from config/furniture_model.tsv.

A table asks five questions (is a feature above a border?) and adds the number that stands at the answer; the sum goes
through the logistic function. All tables are evaluated at once for all lines of a page. The file is written by
benchmarks/train_furniture.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_lines import Floats
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import find_paths

_REACH = 5
_SINCE, _UNTIL, _WEIGHT = (FEATURES.index(name) for name in ("since_good", "until_good", "weight"))
_BLOCK = 2048  # lines scored at once, so that a page of a million lines needs little memory


@dataclass(frozen=True, slots=True)
class Model:
    """Decision tables, all of one depth.

    Attributes:
        feature: rows of the questions, (depth * tables): the first questions of all tables, then the second ...
        border: what the feature must exceed, (depth * tables, 1).
        value: what each answer adds, tables after one another, (tables * 2 ** depth).
        offset: where each table begins in `value`, (tables, 1).
        bias: what the sum begins with.
        depth: questions a table.
    """

    feature: NDArray[np.intp]
    border: Floats
    value: Floats
    offset: NDArray[np.int32]
    bias: float
    depth: int

    def score(self, rows: Floats, extra: Floats | None = None, *, scale: float = 1.0) -> Floats:
        """Scores from 0 (surely furniture) to 1 (surely article) of the lines whose features are `rows`.

        Lines that are no sentence and have none within `_REACH` lines on either side, menus mostly, are not put to the tables:
        their score is 0. With `extra` every line is scored: it is added to the log-odds, cut off at 6 and times `scale`.
        """
        if extra is None:
            near = (rows[_SINCE] <= _REACH) | (rows[_UNTIL] <= _REACH) | (rows[_WEIGHT] > 0)
            places = near.nonzero()[0]
        else:
            places = np.arange(rows.shape[1])
        out = np.zeros(rows.shape[1], np.float32)
        for at in range(0, len(places), _BLOCK):
            some = places[at : at + _BLOCK]
            total = self._score(rows[:, some])
            if extra is not None:
                total = np.clip(total, -6, 6) * scale + extra[some]
            out[some] = 1 / (1 + np.exp(-total))
        return out

    def _score(self, rows: Floats) -> Any:
        passed = rows[self.feature] > self.border
        answers = passed.view(np.uint8).reshape(self.depth, len(self.offset), rows.shape[1])
        index = answers[-1].copy()
        for question in range(self.depth - 2, -1, -1):
            index <<= 1
            index |= answers[question]
        return self.value.take(index + self.offset).sum(0) + self.bias


@lru_cache(maxsize=4)
def load_model(path: Path | None = None) -> Model:
    """Read the tables; `path` defaults to config/furniture_model.tsv of the project.

    Raises:
        ConfigError: a feature that does not exist, or a line that is no table.
    """
    path = path or find_paths().config / "furniture_model.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as err:
        raise ConfigError(path, "cannot be read; write it anew with benchmarks/train_furniture.py") from err
    row = {name: i for i, name in enumerate(FEATURES)}
    features: list[int] = []
    borders: list[float] = []
    values: list[float] = []
    bias, depth, tables = 0.0, 0, 0
    for number, line in enumerate(lines, start=1):
        if not line or line.startswith("#"):
            continue
        try:
            if line.startswith("bias\t"):
                bias = float(line.split("\t")[1])
                continue
            questions, answers = (part.split(" ") for part in line.split("\t"))
            depth = depth or len(questions)
            if len(questions) != depth or len(answers) != 2**depth:
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
                f"no decision table ({err}): it must be `feature>border` {depth or 5} times, a tab, and a number for each answer; "
                "write the file anew with benchmarks/train_furniture.py",
                line=number,
            ) from err
    if not tables:
        raise ConfigError(path, "holds no decision table; write it anew with benchmarks/train_furniture.py")
    return Model(
        feature=np.array(features, np.intp).reshape(tables, depth).T.ravel(),
        border=np.array(borders, np.float32).reshape(tables, depth).T.reshape(-1, 1),
        value=np.array(values, np.float32),
        offset=np.arange(0, tables * 2**depth, 2**depth, dtype=np.int32)[:, None],
        bias=bias,
        depth=depth,
    )
