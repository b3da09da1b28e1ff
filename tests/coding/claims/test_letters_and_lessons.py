"""Letters handed over, lessons given, military missions opened, bodies and calendars agreed on: told, and where they are not."""

from __future__ import annotations

import pytest
from coded_text import PAIR, Coder

TOLD = [
    ("es", "El embajador bielorruso entregó al presidente iraní un mensaje de Lukashenko.", ("meet", "discussed")),
    ("it", "L'ambasciatore iraniano ha consegnato a Lukashenko una lettera di Pezeshkian.", ("meet", "discussed")),
    ("ro", "Ambasadorul belarus i-a înmânat marți președintelui iranian o scrisoare.", ("meet", "discussed")),
    ("es", "Instructores iraníes enseñan en la academia militar de Minsk.", ("train", "held")),
    ("it", "Istruttori bielorussi insegneranno nell'accademia militare di Teheran.", ("train", "planned")),
    ("ro", "Instructori iranieni predau la academia militară din Minsk.", ("train", "held")),
    ("es", "Bielorrusia prevé abrir una misión militar en Teherán.", ("accredit", "planned")),
    ("it", "La Bielorussia aprirà una missione militare a Teheran.", ("accredit", "planned")),
    ("ro", "Belarus a deschis un birou militar la Teheran.", ("accredit", "held")),
    ("es", "Bielorrusia e Irán acordaron formar una comisión mixta de defensa.", ("agree", "agreed")),
    ("it", "Iran e Bielorussia hanno concordato di istituire una commissione mista.", ("agree", "agreed")),
    ("it", "I generali di Iran e Bielorussia hanno concordato un calendario di attività comuni.", ("agree", "agreed")),
    ("ro", "Exercițiul armatelor Iranului și Belarusului va fi găzduit de Iran.", ("exercise", "planned")),
    ("fa", "امضای سند ایران و بلاروس در برنامه این سفر گنجانده شده است.", ("sign", "planned")),
]  # fmt: skip
UNTOLD = [
    # a third side, what is bought or thrown away, other schools
    ("es", "El embajador iraní entregó al ministro ruso una carta de Pezeshkian."),
    ("it", "L'ambasciatore iraniano ha consegnato a Putin una lettera di Pezeshkian."),
    ("ro", "Ambasadorul Iranului i-a înmânat lui Putin o scrisoare."),
    ("fa", "سفیر ایران نامه پزشکیان را تسلیم پوتین کرد."),
    ("es", "Un profesor iraní enseña persa en la escuela número 3 de Minsk."),
    ("it", "Un maestro iraniano insegna musica in una scuola di Minsk."),
    ("es", "Instructores rusos enseñan en Irán."),
    ("es", "La Cruz Roja bielorrusa abrirá una misión médica en Beirut."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), TOLD)
def test_letters_lessons_missions_and_bodies_are_told(
    code: Coder, language: str, text: str, wanted: tuple[str, str]
) -> None:
    assert wanted in [(f.draft.key, f.draft.judgement.status) for f in code(text, language)]


@pytest.mark.parametrize(("language", "text"), UNTOLD)
def test_letters_and_lessons_of_others_are_not(code: Coder, language: str, text: str) -> None:
    assert [f.draft.key for f in code(text, language) if f.parties == PAIR] == []
