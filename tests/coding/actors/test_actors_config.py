"""Configuration of actors: what may not stand there is refused with file, line and what is allowed."""

import shutil

import pytest

from helpers.coding.actors.config import read_actors, read_name
from helpers.coding.actors.lexicon import load_lexicon
from helpers.coding.actors.names import read_names
from helpers.foundation.errors import ConfigError, InputError
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import find_paths


@pytest.fixture
def folder(tmp_path):
    source = find_paths().config
    shutil.copytree(source / "actors", tmp_path / "actors")
    shutil.copy(source / "actors.yml", tmp_path)
    return tmp_path


def put(folder, row):
    path = folder / "actors" / "people.yml"
    text = path.read_text(encoding="utf-8") + f"  {row}\n"
    path.write_text(text, encoding="utf-8")
    return path, len(text.splitlines())


def test_the_project_configuration_is_sound():
    actors = read_actors(find_paths().config)
    assert {"IRN", "BLR", "RUS"} <= actors.countries.keys()
    for person in actors.people.values():
        assert person.surname and person.surname in person.name
        assert person.country in actors.countries or person.country in actors.organisations


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("x: {name: A /Xyzzy, country: IRN, colour: red}", "unknown key 'colour'; allowed: name"),
        ('x: {name: A /Xyzzy, country: IRN, offices: {"IRN:president": 2020-05/2019}}', "cannot end"),
        ('x: {name: A /Xyzzy, country: IRN, offices: {"IRN:president": 2020-13/2021}}', "cannot be"),
        ('x: {name: A /Xyzzy, country: IRN, offices: {"IRN:wizard": 2020/2021}}', "kind one of"),
        ('x: {name: A /Xyzzy, country: IRN, offices: {"ZZZ:president": 2020/2021}}', "OWNER a country"),
        ("x: {name: A /Xyzzy, country: ZZZ}", "neither in countries.yml"),
        ("x: {name: A Xyzzy, country: IRN}", "does not mark the surname"),
        ("x: {name: A /Xyzzy, country: IRN, guard: [klingon]}", "guard must be a list of languages"),
        (
            'x: {name: Viktor /Khrenin, country: BLR, offices: {"BLR:president": 2021/2022}}',
            "names both khrenin and x",
        ),
    ],
)
def test_a_bad_person_is_refused_with_file_and_line(folder, row, says):
    path, line = put(folder, row)
    with pytest.raises(ConfigError) as caught:
        read_actors(folder)
    assert says in str(caught.value)
    assert caught.value.path == path and caught.value.line == line
    assert caught.value.exit_code == 2


def test_one_name_for_two_people_is_allowed_when_terms_do_not_meet_or_it_is_declared(folder):
    put(folder, 'x: {name: Viktor /Khrenin, country: BLR, offices: {"BLR:president": 1990/1991}}')
    assert "x" in read_actors(folder).people
    put(folder, 'y: {name: Viktor /Khrenin, country: BLR, offices: {"BLR:speaker": 2021/2022}}')
    main = folder / "actors.yml"
    text = main.read_text(encoding="utf-8")
    main.write_text(text.replace("ambiguities: []", "ambiguities: [[khrenin, y]]"), encoding="utf-8")
    assert "y" in read_actors(folder).people
    main.write_text(text.replace("ambiguities: []", "ambiguities: [[khrenin, nobody]]"), encoding="utf-8")
    with pytest.raises(ConfigError, match="nobody in people"):
        read_actors(folder)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("grammar:", "grammmar:", "unknown key 'grammmar'"),
        ("  IRN: ", "  IRX: ", "countries: 'IRX' is not known"),
        ("  president: ", "  presidente: ", "roles: 'presidente' is not known"),
    ],
)
def test_bad_names_of_a_language_are_refused(folder, old, new, says):
    path = folder / "actors" / "names" / "de.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError, match=says) as caught:
        read_names(path, "de", read_actors(folder))
    assert caught.value.line is not None


def test_an_unknown_language_says_which_are_allowed():
    with pytest.raises(InputError, match="be, de, en"):
        load_lexicon("zz")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_both_countries_their_capitals_and_the_main_offices(language):
    names = load_lexicon(language).names
    assert {"IRN", "BLR", "RUS", "CHN", "ARM", "TUR", "UKR"} <= names.countries.keys()
    assert {"minsk", "tehran", "moscow", "beijing"} <= names.cities.keys()
    assert {
        "president",
        "defence-minister",
        "foreign-minister",
        "chief-of-staff",
        "security-secretary",
    } <= names.roles.keys()
    assert names.counterparts and names.words["and"] and names.words["former"]


def test_names_mark_the_surname():
    name = read_name("Viktor Gennadievich /Khrenin")
    assert (name.before, name.surname, name.after) == (("viktor", "gennadievich"), ("khrenin",), ())
    assert read_name("/Xi\\ Jinping").after == ("jinping",)
