"""What the tests of claims share."""

from __future__ import annotations

import pytest
from coded_text import Coder, code_text


@pytest.fixture
def code() -> Coder:
    return code_text
