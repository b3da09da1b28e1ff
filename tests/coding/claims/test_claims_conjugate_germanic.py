"""English and German verbs are conjugated as their grammars say; full paradigms, written out by hand."""

from __future__ import annotations

import pytest

from helpers.coding.claims.conjugate_english import conjugate_english
from helpers.coding.claims.conjugate_german import conjugate_german


def _words(forms: dict[str, list[str]], form: str) -> set[str]:
    """The patterns of a form with their alternatives at the first or last place written out."""
    out: set[str] = set()
    for pattern in forms[form]:
        head, blank, tail = pattern.partition(" ")
        before, _, last = pattern.rpartition(" ")
        if "|" in head:
            out.update(w + blank + tail for w in head.split("|"))
        else:
            out.update(f"{before} {w}".strip() for w in last.split("|"))
    return out


@pytest.mark.parametrize(
    ("verb", "past", "present"),
    [
        ("sign", {"signed"}, {"sign", "signs"}),
        ("meet", {"met"}, {"meet", "meets"}),
        ("confer", {"conferred"}, {"confer", "confers"}),
        ("ratify", {"ratified"}, {"ratify", "ratifies"}),
        ("postpone", {"postponed"}, {"postpone", "postpones"}),
        ("give .. nod", {"gave .. nod", "given .. nod"}, {"give .. nod", "gives .. nod"}),
        ("put off", {"put off"}, {"put off", "puts off"}),
        ("touch down", {"touched down"}, {"touch down", "touches down"}),
        ("have .. talks", {"had .. talks"}, {"have .. talks", "has .. talks"}),
    ],
)
def test_english(verb: str, past: set[str], present: set[str]) -> None:
    forms = conjugate_english(verb)
    assert _words(forms, "past") == past
    assert present <= _words(forms, "present")


@pytest.mark.parametrize(
    ("verb", "progressive"),
    [
        ("sign", "signing"),
        ("put off", "putting off"),
        ("postpone", "postponing"),
        ("agree", "agreeing"),
        ("plan", "planning"),
    ],
)
def test_english_progressive_stands_with_its_auxiliary(verb: str, progressive: str) -> None:
    assert f"is|are|was|were|been {progressive}" in conjugate_english(verb)["present"]


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        (
            "unterzeichnen",
            {
                "past": {"unterzeichnete", "unterzeichneten"},
                "present": {"unterzeichnet", "unterzeichnen"},
                "participle": {"unterzeichnet", "unterzeichneter", "unterzeichnetes", "unterzeichnetem"},
                "infinitive": {"zu unterzeichnen", "unterzeichnet werden"},
            },
        ),
        (
            "ab-sagen",
            {
                "past": {"sagte ... ab", "sagten ... ab", "absagte", "absagten"},
                "present": {"sagt ... ab", "sagen ... ab", "sage ... ab", "absagt", "absage"},
                "infinitive": {"abzusagen", "abgesagt werden", "absagen"},
            },
        ),
        (
            "in kraft treten",
            {
                "past": {
                    "trat ... in kraft",
                    "traten ... in kraft",
                    "in kraft ... trat",
                    "in kraft ... traten",
                },
                "participle": {"in kraft ... getreten"},
            },
        ),
        (
            "sich einigen",
            {
                "past": {"einigte sich", "einigten sich", "sich ... einigte", "sich ... einigten"},
                "infinitive": {"sich ... zu einigen", "sich ... einigen"},
            },
        ),
        (
            "unterschreiben",
            {"past": {"unterschrieb", "unterschrieben"}, "participle": {"unterschrieben", "unterschriebene"}},
        ),
        ("empfangen", {"past": {"empfing", "empfingen"}, "participle": {"empfangen"}}),
        ("liefern", {"past": {"lieferte", "lieferten"}, "participle": {"geliefert", "gelieferte"}}),
        ("paraphieren", {"participle": {"paraphiert"}}),
        ("telefonieren", {"past": {"telefonierte", "telefonierten"}}),
        ("gespräche auf-nehmen", {"past": {"nahm ... gespräche ... auf", "gespräche ... aufnahm"}}),
    ],
)
def test_german(verb: str, wanted: dict[str, set[str]]) -> None:
    forms = conjugate_german(verb)
    for form, words in wanted.items():
        assert words <= _words(forms, form), (form, forms[form])


def test_what_is_no_verb_is_refused() -> None:
    with pytest.raises(ValueError, match="base of an English verb"):
        conjugate_english("to sign")
    with pytest.raises(ValueError, match="no German infinitive"):
        conjugate_german("unterzeichnung")
