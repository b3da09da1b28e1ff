from dataclasses import replace
from pathlib import Path

import pytest

from helpers.chronology.pipeline import process_folder
from helpers.explore.corpus import corpus_of
from helpers.foundation.settings import load_profile

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "raw" / "sample"


@pytest.fixture(scope="session")
def processed():
    return process_folder(SAMPLE, profile=load_profile()).tables


@pytest.fixture(scope="session")
def sample(processed):
    return corpus_of(processed, raw=SAMPLE, reviews=Path("nowhere"), profile=load_profile())


@pytest.fixture
def corpus(sample, tmp_path):
    return replace(sample, reviews=tmp_path / "reviews")
