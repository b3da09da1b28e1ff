"""Words that stand for one another: families by name, several verbs of one pattern, forms joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.coding.claims.alternatives import (
    fill_families,
    fill_pattern,
    join_forms,
    part_pattern,
    spread_verbs,
)
from helpers.coding.claims.lexicon import load_lexicon
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import find_paths


def test_family_is_filled_into_every_pattern_but_those_of_verbs() -> None:
    data = {
        "families": {"arms": ["drones", "radars"]},
        "triggers": {"deliver": {"past": ["sent .. <arms>"]}},
        "verbs": {"deliver": ["send .. <arms>"]},
    }
    filled = fill_families(Path("claims.yml"), data)
    assert filled["triggers"] == {"deliver": {"past": ["sent .. drones|radars"]}}
    assert filled["verbs"] == {"deliver": ["send .. <arms>"]}


def test_verbs_of_one_pattern_are_spread() -> None:
    assert spread_verbs("enviar+mandar .. <arms>") == ["enviar .. <arms>", "mandar .. <arms>"]
    assert spread_verbs("*abkommen|vertrag schließen") == ["*abkommen|vertrag schließen"]
    assert spread_verbs("ithalatını durdurmak+askıya almak") == [
        "ithalatını durdurmak",
        "ithalatını askıya almak",
    ]
    assert spread_verbs("konuk etmek+olmak") == ["konuk etmek", "konuk olmak"]
    assert spread_verbs("prendre part+participer .. <drills>") == [
        "prendre part .. <drills>",
        "participer .. <drills>",
    ]
    assert spread_verbs("تجربه .. مبادله+تبادل کردن") == ["تجربه .. مبادله کردن", "تجربه .. تبادل کردن"]


def test_unknown_family_is_named_with_those_there_are(tmp_path: Path) -> None:
    path = tmp_path / "claims.yml"
    path.write_text("triggers: {}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="no family 'ships' of words; families: arms"):
        fill_pattern(path, "sent .. <ships>", {"arms": ["drones"]}, ("triggers",))


@pytest.mark.parametrize("families", [{"arms": "drones"}, {"arms": ["two words"]}, ["arms"]])
def test_family_must_be_a_list_of_single_words(families: object, tmp_path: Path) -> None:
    path = tmp_path / "claims.yml"
    path.write_text("families: {arms: []}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="families"):
        fill_families(path, {"families": families})


def test_misspelt_family_in_a_lexicon_is_refused(tmp_path: Path) -> None:
    source = find_paths().lexicon("es", "claims").read_text(encoding="utf-8")
    path = tmp_path / "claims.yml"
    path.write_text(source.replace("<arms>", "<armas>", 1), encoding="utf-8")
    with pytest.raises(ConfigError, match="no family 'armas'"):
        load_lexicon("es", path)


def test_joined_forms_part_again() -> None:
    assert join_forms(["se reunió", "se reunieron"]) == ["se reunió|reunieron"]
    assert part_pattern("se reunió|reunieron") == ("se ", ["reunió", "reunieron"], "")
    assert part_pattern("firmó|firmaron .. acuerdo") == ("", ["firmó", "firmaron"], " .. acuerdo")
