"""Mentions: laws that hold for any text, traps, ambiguity, speed, the spaCy component."""

from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from growth import assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.coding.actors import component, find_mentions, find_mentions_doc  # noqa: F401  (registers the component)
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import find_paths

CORPUS = find_paths().root.parent / "shared" / "corpus"
PIECES = [
    "Iran", "Belarus", "Minsk", "the", "Iranian", "and", "defence", "ministers", "minister", "of", "Khrenin", "Viktor", "his",
    "counterpart", ",", ".", "-", "'s", "two", "presidents", "Lukaschenko", "министр", "обороны", "Ирана", "и", "وزیر", "دفاع",
    "ایران", "İran", "Savunma", "Bakanı", "\n", "former", "ambassador", "Jordan", "Tehran", "Times", "s\u0301", "\u200c",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.sampled_from(["en", "de", "ru", "fa", "tr"]),
)
def test_mentions_are_sorted_apart_and_where_they_say(text, language):
    found = find_mentions(text, language)
    assert all(text[m.start : m.end] == m.surface for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(m.entities for m in found)


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("en", "Mousavi spoke.", {"mousavi", "mousavi-abbas"}),
        ("en", "Abdolrahim Mousavi came. Mousavi spoke.", {"mousavi"}),
        ("en", "Foreign ministry spokesman Mousavi spoke.", {"mousavi-abbas"}),
        ("pl", "Rau spadł z nieba.", set()),
        ("pl", "Zbigniew Rau mówił. Rau dodał.", {"rau"}),
        ("tr", "Fidan dikmek güzeldir.", set()),
        ("fa", "دهقان و نجار آمدند", set()),
        ("en", "Jim Kerry sang.", set()),
        ("ru", "Виктор Лукашенко, сын, молчал.", set()),
        ("en", "LUKASHENKO AND PEZESHKIAN SIGN", {"lukashenko", "pezeshkian"}),
        ("en", "Pezeshkain and Lukahsenko", {"lukashenko", "pezeshkian"}),
        ("ru", "Турчинов и Турчин", {"turchin"}),
    ],
)
def test_who_is_meant(language, text, people):
    found = {e for m in find_mentions(text, language) if m.kind == "person" for e in m.entities}
    assert found == people


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Minsk agreements failed; Minsk-2 too."),
        ("en", "Georgia Tech plays on Minsk Street by the Persian Gulf."),
        ("de", "Die Minsker Vereinbarungen und das Pariser Abkommen"),
        ("ru", "Минские соглашения и Персидский залив"),
        ("uk", "Мінські домовленості та Варшавський договір"),
        ("fa", "روز دوشنبه در خیابان تهران"),
        ("tr", "mali destek"),
        ("es", "los jefes irán mañana"),
        ("it", "tutti i mali"),
        ("en", "contact us about may and rice"),
    ],
)
def test_traps_name_nobody(language, text):
    assert find_mentions(text, language) == []


def test_ambiguity_is_kept_and_the_label_is_then_the_surface():
    (mention,) = [m for m in find_mentions("Mousavi spoke.", "en") if m.kind == "person"]
    assert len(mention.entities) == 2 and mention.label == "Mousavi"


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_two_countries_may_be_meant(language):
    pairs = {
        "en": "Armenia and Kazakhstan", "de": "Armenien und Kasachstan", "ru": "Армении и Казахстану", "uk": "Вірменії й Казахстану",
        "be": "Арменіі і Казахстану", "pl": "Armenii i Kazachstanowi", "lt": "Armėnijai ir Kazachstanui",
        "ro": "Armeniei și Kazahstanului", "fr": "l'Arménie et du Kazakhstan", "it": "dell'Armenia e del Kazakistan",
        "es": "de Armenia y Kazajistán", "tr": "Ermenistan'a ve Kazakistan'ın", "fa": "ارمنستان و قزاقستان",
    }  # fmt: skip
    assert [m.countries for m in find_mentions(pairs[language], language)] == [("ARM",), ("KAZ",)]


@pytest.mark.parametrize("language", ["en", "ru", "tr", "fa", "be"])
def test_the_component_finds_what_the_plain_matcher_finds(language):
    nlp = spacy.blank("xx" if language == "be" else language)
    nlp.add_pipe("dossier_actors")
    lines = (Path(__file__).parent / "tune" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        doc = nlp(line)
        assert find_mentions_doc(doc) == find_mentions(line, language)
        assert len(doc.spans["actors"]) == len(doc._.mentions)


def test_a_document_without_the_component_is_read_too():
    assert [m.label for m in find_mentions_doc(spacy.blank("en")("Minsk and Tehran agreed"))] == [
        "Minsk",
        "Tehran",
    ]


def test_cost_grows_with_the_length_of_the_text():
    line = "The defence ministers of Iran and Belarus, Mohammad Reza Ashtiani and Viktor Khrenin, met in Tehran on Monday. "

    def find(n):
        text = line * n
        return lambda: find_mentions(text, "en")

    assert_linear(find, 100)


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not here")
@pytest.mark.parametrize(
    ("name", "language", "needed"),
    [
        ("000_ce42d7d7e004ce3e.txt", "ru", {"IRN:president", "pezeshkian", "minsk"}),
        ("001_4b142e909aa70f7c.txt", "ro", {"lukashenko", "pezeshkian", "putin", "reuters", "agerpres", "belta", "minsk"}),
        ("002_c2d8eefa63a9a6aa.txt", "de", {"IRN:defence-minister", "BLR:defence-minister", "ashtiani", "khrenin", "khamenei", "raisi"}),
        ("003_344af52dc5462eb4.txt", "en", {"BLR:president", "IRN:president", "lukashenko", "pezeshkian"}),
        ("004_30129909b77f3f00.txt", "en", {"IRN:defence-minister", "BLR:defence-minister", "ashtiani", "khrenin", "tehran"}),
    ],
)  # fmt: skip
def test_the_corpus_names_its_actors(name, language, needed):
    text = (CORPUS / name).read_text(encoding="utf-8")
    assert needed <= {e for m in find_mentions(text, language) for e in m.entities}


def test_labels_are_english_names():
    text = "The former Iranian president, the ambassador of Iran to Belarus and NATO chief diplomat, Secretary General Mark Rutte"
    labels = [m.label for m in find_mentions(text, "en")]
    assert labels[:2] == ["former president of Iran", "ambassador of Iran to Belarus"]
    assert "secretary general of NATO" in labels
    assert all(len(c) == 3 for m in find_mentions(text, "en") for c in m.countries)
