"""What goes on now and what is to come, where one auxiliary is that of both (German: werden)."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Seit dem Frühjahr wird Belarus mit iranischer Munition beliefert.", "held"),
        ("Derzeit werden in Gomel iranische Drohnen montiert.", "held"),
        ("Belarussische Piloten werden von iranischen Ausbildern an Drohnen geschult.", "held"),
        ("Das gemeinsame Drohnenwerk wird im Juni in Gomel eröffnet.", "planned"),
        ("Die Kadetten werden im Herbst in Isfahan ausgebildet.", "planned"),
    ],
)
def test_the_passive_of_the_present_goes_on(text: str, status: str) -> None:
    claims = code_text(f"{LEADS['de']}\n{text}", "de")
    assert [c.draft.judgement.status for c in claims] == [status]


def test_the_time_of_a_visit_is_not_what_it_was_put_off_to() -> None:
    text = "Der für April vorgesehene Besuch des iranischen Präsidenten in Minsk ist auf Juni verlegt worden."
    claims = code_text(f"{LEADS['de']}\n{text}", "de")
    assert [c.draft.judgement.status for c in claims] == ["postponed"]


def test_what_somebody_learns_to_do_with_arms_moves_none() -> None:
    text = "Iranian instructors have been teaching Belarusian crews to fly drones since February."
    claims = code_text(f"{LEADS['en']}\n{text}", "en")
    assert [c.draft.key for c in claims] == ["train"]


def test_arms_beside_a_verb_of_moving_are_delivered() -> None:
    text = "Iranian planes have flown missiles to Minsk."
    claims = code_text(f"{LEADS['en']}\n{text}", "en")
    assert [c.draft.key for c in claims] == ["deliver"]
