"""What was resolved before is not resolved again, and gives the very same intervals."""

import datetime as dt

from helpers.chronology.resolved import Resolved
from helpers.foundation.dates import DateInterval

MAY = DateInterval(dt.date(2024, 5, 1), dt.date(2024, 5, 31))
ANSWERS = {
    "on Tuesday": DateInterval(dt.date(2024, 5, 7), dt.date(2024, 5, 28), 2),
    "last year": DateInterval(dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
    "since then": DateInterval(dt.date(2024, 5, 1), None),
    "one day": None,
}


def ask(known, asked):
    def resolve(surface, language, published):
        asked.append((surface, language, published))
        return ANSWERS[surface]

    return {s: known.ask(s, "en", MAY, resolve) for s in ANSWERS}


def test_answers_outlive_a_run():
    asked = []
    first = Resolved()
    assert ask(first, asked) == ANSWERS and ask(first, asked) == ANSWERS
    assert len(asked) == len(ANSWERS) and first.is_new
    later = Resolved(first.content())
    assert ask(later, asked) == ANSWERS and len(asked) == len(ANSWERS)
    assert not later.is_new and later.content() == first.content()


def test_another_page_or_language_is_asked_anew_and_what_nobody_asks_goes():
    asked = []
    first = Resolved()
    ask(first, asked)
    later = Resolved(first.content())

    def resolve(surface, language, published):
        asked.append((surface, language, published))
        return

    assert later.ask("on Tuesday", "de", MAY, resolve) is None
    assert later.ask("on Tuesday", "en", DateInterval(dt.date(2024, 5, 7), None), resolve) is None
    assert len(asked) == len(ANSWERS) + 2 and later.is_new
    assert ask(Resolved(later.content()), asked) == ANSWERS and len(asked) == 2 * len(ANSWERS) + 2
