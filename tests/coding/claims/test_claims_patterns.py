"""How patterns are found: long gaps, quotation marks, nouns that verbs hold, forms that a determiner makes nouns."""

from __future__ import annotations

import pytest

from helpers.coding.claims.lexicon import load_lexicon


def triggers(text: str, language: str) -> list[tuple[str, str]]:
    """Event and form of the triggers of a text, before its clauses are looked at."""
    lexicon = load_lexicon(language)
    return [
        (h.entry.key, h.entry.form)
        for h in lexicon.find(lexicon.tokenise(text))
        if h.entry.category == "trigger"
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El texto del acuerdo entre Irán y Bielorrusia quedó finalmente cerrado"),
        ("fr", "Le texte de l'accord entre l'Iran et la Biélorussie a été arrêté"),
        ("it", "Il testo dell'accordo tra l'Iran e la Bielorussia è stato finalizzato"),
    ],
)
def test_a_participle_is_found_far_behind_its_noun(language: str, text: str) -> None:
    assert ("agree", "past") in triggers(text, language)


def test_a_long_gap_ends_somewhere() -> None:
    words = " ".join(["palabra"] * 20)
    assert not triggers(f"El texto {words} cerrado", "es")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Minsk calificó las noticias de «pura invención»"),
        ("fr", "Minsk a qualifié ces informations de « mensonge »"),
        ("it", "Minsk ha definito il rapporto «pura fantasia»"),
    ],
)
def test_quotation_marks_do_not_part_a_pattern(language: str, text: str) -> None:
    assert any(key == "deny" for key, _ in triggers(text, language))


def test_a_verb_holds_the_noun_of_its_event() -> None:
    assert triggers("L'Iran ouvrira en Biélorussie une usine de drones", "fr")[0] == ("produce", "future")


@pytest.mark.parametrize("text", ["Sono arrivati due voli da Minsk", "Gli addetti guardano i telefoni"])
def test_a_determined_form_is_no_verb(text: str) -> None:
    from helpers.coding.claims.sentences import read_sentence

    sentence = read_sentence(text, 0, len(text), role="body", passage=0, lexicon=load_lexicon("it"))
    assert not [t for t in sentence.of("trigger") if sentence.tokens[t.first].norm in ("voli", "telefoni")]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "ro",
            "Minskul va ridica, împreună cu iranienii, o fabrică de drone la Gomel",
            ("produce", "future"),
        ),
        ("pl", "Minister złożył – pierwszą od pięciu lat – wizytę w Teheranie", ("visit", "past")),
        ("de", "Der Gast kam außerdem mit dem Sekretär, Ali Schamchani, zusammen", ("meet", "past")),
    ],
)
def test_words_between_two_marks_do_not_part_a_pattern(
    language: str, text: str, found: tuple[str, str]
) -> None:
    assert found in triggers(text, language)


def test_one_comma_ends_a_gap() -> None:
    assert ("produce", "future") not in triggers("Minskul va ridica tema, o fabrică de drone există", "ro")
