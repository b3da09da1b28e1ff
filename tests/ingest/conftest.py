"""Helpers of the ingest tests: write a raw file, read it back as pages and quarantine records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from helpers.foundation.records import Page, Quarantined
from helpers.ingest.read import read_raw_file


@dataclass
class Read:
    pages: list[Page]
    refused: list[Quarantined]

    @property
    def page(self) -> Page:
        assert len(self.pages) == 1, self
        return self.pages[0]

    @property
    def reasons(self) -> list[str]:
        return [q.reason for q in self.refused]


Reading = Callable[[str, bytes | str], Read]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    def read(name: str, content: bytes | str) -> Read:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        records = list(read_raw_file(path, tmp_path))
        assert records, "every raw file gives at least one record"
        assert records == list(read_raw_file(path, tmp_path)), "the same bytes give the same records"
        pages = [r for r in records if isinstance(r, Page)]
        for page in pages:
            assert "\r" not in page.text
            page.text.encode()
        return Read(pages, [r for r in records if isinstance(r, Quarantined)])

    return read
