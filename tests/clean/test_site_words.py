"""Words of site names from configuration: in lower case, every list there, legal forms as they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.clean.site_words import site_words
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import find_paths

SOURCE = (find_paths().config / "site_names.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "company",
    ["Lake Media Ltd", "Moorland GmbH & Co. KG", "UAB „Upė“", "Zalesie sp. z o.o.", "Ría, S.A.", "Delta S.p.A.", "ООО «Причал»",
     "Kıyı Medya A.Ş.", "ТОВ «Поле»", "Câmpia Press SRL"],
)  # fmt: skip
def test_legal_forms_are_seen(company: str) -> None:
    assert site_words().legal_form.search(company)


@pytest.mark.parametrize(
    "name", ["The Daily Lantern", "Echo Zalesia", "Заозёрская правда", "Agora", "Spiegelberg"]
)
def test_names_hold_none(name: str) -> None:
    assert site_words().legal_form.search(name) is None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("\nsections: [", "\nsection: [", "unknown key 'section'"),
        ("\nname_words: [\n  news,", "\nname_words: [\n  News,", "must be in lower case"),
        ("\ngeography: [", "\ngeography: []\n#[", "geography must be a list of words"),
    ],
)
def test_a_wrong_file_is_said(tmp_path: Path, before: str, after: str, said: str) -> None:
    assert before in SOURCE
    path = tmp_path / "site_names.yml"
    changed = SOURCE.replace(before, after)
    if "#[" in after:
        head, _, rest = changed.partition("#[")
        changed = head + rest.partition("]\n")[2]
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        site_words(path)
