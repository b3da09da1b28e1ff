"""Settings for every test: laws are searched without a clock, and browser tests say why they are skipped."""

import os
import shutil

import pytest
from hypothesis import settings

# A slow machine is no counterexample.
settings.register_profile("dossier", deadline=None)
settings.load_profile("dossier")


def pytest_collection_modifyitems(items):
    """Skip browser tests where there is no browser; where one is required, let them fail instead."""
    if shutil.which("chromium") or os.environ.get("DOSSIER_REQUIRE_BROWSER") == "1":
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no chromium on this machine: apt-get install chromium"))


@pytest.fixture(autouse=True, scope="session")
def _cache_of_its_own(tmp_path_factory):
    """Tests never read or write the project's own cache, and processes they start do not either."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
