"""What a run says it took from the cache is what its notebooks showed."""

from __future__ import annotations

import json
from pathlib import Path

from helpers.report.reuse import read_reuse


def write(path: Path, *texts: str) -> None:
    outputs = [{"output_type": "execute_result", "data": {"text/plain": [text]}} for text in texts]
    cells = [{"cell_type": "markdown", "source": []}, {"cell_type": "code", "outputs": outputs}]
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")


def test_reuse_is_read_from_the_executed_notebooks(tmp_path: Path) -> None:
    assert read_reuse(tmp_path) == {}
    write(tmp_path / "10_clean_corpus.ipynb", "a table", "3 of 5 from the cache")
    write(tmp_path / "20_code_claims.ipynb", "a page says: 9 of 9 from the cache or so")
    assert read_reuse(tmp_path) == {"cleaning": "3 of 5"}
