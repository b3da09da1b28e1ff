"""What makes a claim be lost or wrong on a page though its words are known: each rule in two languages or more."""

from __future__ import annotations

import pytest
from coded_text import PAIR, told_behind_lead

Told = tuple[str, str, str, tuple[str, ...]]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        # what is talked about takes no part
        ("es", "Lukashenko y Pezeshkián abordaron la crisis siria.", [("meet", "discussed", "asserted", PAIR)]),
        ("en", "Lukashenko and Pezeshkian discussed the Syrian crisis.", [("meet", "discussed", "asserted", PAIR)]),
        ("en", "Lukashenko and Pezeshkian discussed Syria with Russia.", [("meet", "discussed", "asserted", ("BLR", "IRN", "RUS"))]),
        # the signing that is announced
        ("fr", "La presse iranienne annonçait la signature d'un contrat de réparation.", [("sign", "signed", "asserted", PAIR)]),
        ("it", "Due giorni fa l'agenzia Fars aveva annunciato la firma del protocollo.", [("sign", "signed", "asserted", PAIR)]),
        # a postponement that is over
        ("fr", "La commission mixte s'est réunie à Minsk le 9 mai, après un report de deux mois.", [("session", "held", "asserted", PAIR)]),
        ("es", "La comisión mixta se reunió en Minsk el 9 de mayo, tras un aplazamiento de dos meses.", [("session", "held", "asserted", PAIR)]),
        # denied in a clause that names nobody
        ("fr", "« Il n'y a eu aucune signature », nous a écrit le comité, pour qui la partie iranienne n'a rien à cacher.", [("sign", "denied", "negated", PAIR)]),
        ("es", "«No se firmó nada», escribió el comité, porque la parte iraní no quiso.", [("sign", "denied", "negated", PAIR)]),
        # help in front of the clause that says who sent it
        ("fr", "Il a remercié le peuple iranien pour les médicaments que le Croissant-Rouge a fait parvenir à Minsk.", [("aid", "held", "asserted", PAIR)]),
        ("es", "Agradeció al pueblo iraní los medicamentos que la Media Luna Roja envió a Minsk.", [("aid", "held", "asserted", PAIR)]),
        # trainers whose presence is denied
        ("es", "El ministerio bielorruso desmintió que haya en el país instructores iraníes.", [("permit", "denied", "negated", PAIR)]),
        ("it", "Il ministero bielorusso ha smentito che nel Paese ci siano istruttori iraniani.", [("permit", "denied", "negated", PAIR)]),
        # their meeting in a third country
        ("fr", "Il a rappelé leur rencontre de septembre à Samarcande.", [("meet", "discussed", "historical", PAIR)]),
        ("es", "Recordó su encuentro de septiembre en Samarcanda.", [("meet", "discussed", "historical", PAIR)]),
        # who did it stands behind the infinitive
        ("it", "A firmare il protocollo i due ministri della Difesa.", [("sign", "signed", "asserted", PAIR)]),
        ("it", "A firmare il protocollo saranno i due ministri della Difesa.", [("sign", "planned", "future", PAIR)]),
        # what one country blames another for
        ("it", "L'Ucraina accusa Teheran di fornire droni alla Russia.", []),
        ("fr", "L'Ukraine accuse Téhéran de livrer des drones à la Russie.", []),
    ],
)  # fmt: skip
def test_running_text(language: str, text: str, wanted: list[Told]) -> None:
    told = [t for t in told_behind_lead(text, language) if t[0] != "accuse"]
    assert told == wanted
