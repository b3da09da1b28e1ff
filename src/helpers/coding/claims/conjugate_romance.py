"""What the conjugations of Spanish, French, Italian and Romanian share: one pattern a grammatical form, irregular verbs by suffix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Forms = dict[
    str, list[str]
]  # grammatical form of the lexicon, and behind a colon what part of it -> patterns

_PREPOSITIONS = frozenset(
    {
        "a", "al", "contra", "de", "del", "en", "entre", "hacia", "para", "por", "sobre",
        "à", "au", "aux", "avec", "chez", "dans", "par", "pour", "sur", "vers",
        "con", "da", "di", "in", "per", "su", "verso", "către", "cu", "din", "în", "la", "spre",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tenses:
    """The words of a verb, third persons unless said otherwise; an empty tuple where the language has no such tense.

    Attributes:
        present: he and they, and we where that differs from the past.
        past: preterite and imperfect, with we.
        participle: masculine and feminine, singular and plural.
        gerund: one word.
        future: with we.
        conditional: would.
        infinitive: with what is written onto it, and the subjunctives.
        pluperfect: where one word says it.
    """

    present: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    gerund: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    infinitive: tuple[str, ...] = ()
    pluperfect: tuple[str, ...] = ()


def read_verb(entry: str, endings: tuple[str, ...], language: str) -> tuple[str, str]:
    """An entry of the lexicon cut into its infinitive and the words that must follow it.

    Args:
        entry: `firmar`, `llegar a .. acuerdo`.
        endings: of infinitives of the language.
        language: for the message.

    Raises:
        ValueError: the first word is no infinitive.
    """
    verb, _, tail = entry.partition(" ")
    if not verb.endswith(endings):
        raise ValueError(
            f"{verb!r} in {entry!r} is no {language} infinitive: it must end in {', '.join(endings)}"
        )
    return verb, tail


def join(words: Iterable[str], tail: str, before: str = "") -> list[str]:
    """One pattern of words that stand for one another, between those before and those after; none for no words."""
    choice = "|".join(dict.fromkeys(words))
    return [" ".join(p for p in (before, choice, tail) if p)] if choice else []


def find_irregular(verb: str, table: Mapping[str, str]) -> list[str] | None:
    """The principal parts of the longest entry of a table that a verb ends in, whole; an entry after = is only that verb."""
    if (parts := table.get("=" + verb)) is not None:
        return parts.split()
    for cut in range(len(verb)):
        if (parts := table.get(verb[cut:])) is not None:
            return [verb[:cut] + p for p in parts.split()]
    return None


def behind_noun(tenses: Tenses, tail: str) -> list[str]:
    """The participle behind the noun that otherwise follows the verb, with what belongs to it: el texto ... ha sido cerrado."""
    gap, _, nouns = tail.partition(" ")
    if gap != ".." or not nouns or " " in nouns or _PREPOSITIONS.issuperset(nouns.split("|")):
        return []  # partir .. pour: no noun that is done anything to
    return join(tenses.participle, "", f"{nouns} ...")


def plain_forms(tenses: Tenses, tail: str) -> Forms:
    """Patterns of a verb without a pronoun."""
    return {
        "present": join(tenses.present, tail),
        "past": join(tenses.past, tail),
        "past:participle": [*join((*tenses.participle, *tenses.gerund), tail), *behind_noun(tenses, tail)],
        "future": join(tenses.future, tail),
        "conditional": join(tenses.conditional, tail),
        "infinitive": join(tenses.infinitive, tail),
        "pluperfect": join(tenses.pluperfect, tail),
    }
