"""Configuration is read strictly, and every error names file, line and what is allowed."""

import pytest

from helpers.foundation.errors import ConfigError, InputError
from helpers.foundation.project import check_raw, open_project
from helpers.foundation.settings import find_paths, load_profile, load_yaml


def write(tmp_path, text):
    path = tmp_path / "x.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_key_that_stands_twice_is_an_error_with_its_line(tmp_path):
    with pytest.raises(ConfigError, match=r"x\.yml:2: .*'a' stands twice"):
        load_yaml(write(tmp_path, "a: 1\na: 2\n"))


def test_words_that_yaml_takes_for_booleans_and_dates_stay_words(tmp_path):
    assert load_yaml(write(tmp_path, "no: on\nday: 2023-07-31\nflag: true\n")) == {
        "no": "on",
        "day": "2023-07-31",
        "flag": True,
    }


def test_yaml_cannot_build_objects(tmp_path):
    with pytest.raises(ConfigError):
        load_yaml(write(tmp_path, "a: !!python/object/apply:os.system ['true']\n"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "title: x\nparties: [BLR, IRN]\ntopic: defence\nlanguages: [en]\ncolour: red\n",
            r"x\.yml:5: unknown key 'colour'; allowed: title",
        ),
        (
            "title: x\nparties: [BLR, IRN]\ntopic: defence\nlanguages: [en, xx]\n",
            r"x\.yml:4: unknown language",
        ),
        ("title: x\nparties: [BLR]\ntopic: defence\nlanguages: [en]\n", r"at least two"),
        (
            "title: x\nparties: [Belarus, IRN]\ntopic: defence\nlanguages: [en]\n",
            r"x\.yml:2: parties: \['Belarus'\] not known; allowed: ISO 3166 alpha-3",
        ),
        (
            "title: x\nparties: [BLR, IRN]\ntopic: football\nlanguages: [en]\n",
            r"x\.yml:3: topic 'football' not known; allowed: defence, .*energy",
        ),
        ("title: x\n", "'parties' is missing"),
    ],
)
def test_a_wrong_profile_says_where(tmp_path, text, message):
    with pytest.raises(ConfigError, match=message):
        load_profile(write(tmp_path, text))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"start": "31.07.2023"}, "start='31.07.2023' is not a day"),
        ({"start": "2024-01-01", "end": "2023-01-01"}, "is after end"),
        ({"languages": ["en", "xx"]}, r"languages: \['xx'\] not known; allowed: be, de"),
        ({"parties": ["IRN"]}, "at least two"),
        ({"topic": "football"}, "topic='football' not known; allowed: defence, .*energy"),
        ({"parties": ["IRN", "ZZZ"]}, r"\['ZZZ'\] not known"),
        ({"as_of": "tomorrow"}, "as_of='tomorrow'"),
    ],
)
def test_wrong_parameters_say_what_is_allowed(given, message):
    with pytest.raises(InputError, match=message):
        open_project(**given)


def test_raw_folder_must_hold_something(tmp_path):
    with pytest.raises(InputError, match="no such folder"):
        check_raw(open_project(raw=str(tmp_path / "none")))
    (tmp_path / "a.txt.origin.yml").write_text("outlet: x")
    with pytest.raises(InputError, match="holds no file"):
        check_raw(open_project(raw=str(tmp_path)))


def test_the_sample_steps_aside_for_pages_of_ones_own(tmp_path, monkeypatch):
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "dossier.yml").write_bytes((find_paths().config / "dossier.yml").read_bytes())
    (tmp_path / "data" / "raw" / "sample").mkdir(parents=True)
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path))
    assert open_project().without == ()
    (tmp_path / "data" / "raw" / "mine.txt").write_text("x")
    assert open_project().without == ("sample",)
