"""The spaCy component and the command."""

import json

import pytest
from click.testing import CliRunner

from helpers.cli.timex import timex


def test_spacy_component_sets_spans():
    spacy = pytest.importorskip("spacy")
    import helpers.coding.timex.component  # noqa: F401

    nlp = spacy.blank("en")
    nlp.add_pipe("dossier_timex", config={"dct": "2022-05-11"})
    doc = nlp("They met on Tuesday and signed on 6 May 2022.")
    assert [(s.text, s._.timex.value) for s in doc.spans["timexes"]] == [
        ("Tuesday", "2022-05-10"),
        ("6 May 2022", "2022-05-06"),
    ]
    assert [x.surface for x in doc._.timexes] == ["Tuesday", "6 May 2022"]


def test_command_writes_one_record_a_line(tmp_path):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [
        {"id": "a", "lang": "ro", "dct": "2021-10-07", "text": "Ordinul a fost semnat acum două zile."},
        {"id": "b", "lang": "en", "dct": None, "text": "It left on Friday."},
    ]
    source.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    result = CliRunner().invoke(timex, [str(source), str(target)])
    assert result.exit_code == 0, result.output
    out = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [r["id"] for r in out] == ["a", "b"]
    assert {k: out[0]["timexes"][0][k] for k in ("start", "end", "type", "value", "edtf")} == {
        "start": 22, "end": 36, "type": "DATE", "value": "2021-10-05", "edtf": "2021-10-05",
    }  # fmt: skip
    assert (out[1]["timexes"][0]["value"], out[1]["timexes"][0]["edtf"]) == ("XXXX-WXX-5", None)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", r"in.jsonl:1: not JSON"),
        ('{"id": 1}', r"in.jsonl:1: must be an object with the fields id, text, lang, dct"),
        ('{"id": 1, "text": "x", "lang": "xx"}', r"in.jsonl:1: lang='xx' is not coded; allowed: be, de"),
        ('{"id": 1, "text": "x", "lang": "en", "dct": "soon"}', r"in.jsonl:1: dct='soon'"),
    ],
)
def test_command_names_the_line(tmp_path, line, message):
    source = tmp_path / "in.jsonl"
    source.write_text(line + "\n", encoding="utf-8")
    result = CliRunner().invoke(timex, [str(source), str(tmp_path / "out.jsonl")])
    assert result.exit_code != 0
    assert result.exception is not None
    import re

    assert re.search(message, str(result.exception)), result.exception
