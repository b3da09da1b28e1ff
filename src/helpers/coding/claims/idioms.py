"""Idioms of several words, written out in the past: read in the other forms of their verb too, where the lexicon lists the verb.

"Put their names to the paper" is written once, as it is told. "They will put their names to it" follows from how the language
conjugates, and so need not be written again: поставили подписи gives поставят подписи.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Set
from itertools import product
from typing import NamedTuple

from helpers.coding.claims.alternatives import join_forms, spread_verbs
from helpers.coding.claims.patterns import GAP_WORDS

Conjugation = Callable[[str], Mapping[str, list[str]]]
# The forms that are derived. What may happen, or would have, is left to the words that say so.
_FORMS = ("infinitive", "future", "pluperfect", "negated")
# Where the present is also the infinitive behind "will" it counts, elsewhere it mostly says what goes on; the Romanian infinitive
# stands behind "can" alone.
_FORMS_IN = {"en": (*_FORMS, "present"), "de": (*_FORMS, "present"), "ro": _FORMS[1:]}
# Languages whose infinitive stands at the end of its entry, and those where several words make a form.
_VERB_LAST, _OF_SEVERAL = ("de", "fa", "tr"), ("fa", "ro", "de")
# What a participle stands behind in the perfect, and drops in other forms; behind any other verb it is passive.
_PERFECT = {
    "fr": frozenset(("a", "ont", "avons")),
    "it": frozenset(("ha", "hanno", "abbiamo")),
    "es": frozenset(("ha", "han", "hemos")),
    "ro": frozenset(("a", "au", "am")),
}
# Behind these an English participle is no past of its own, and what the perfect says it says of the perfect alone.
_AUXILIARIES = frozenset(("has", "have", "had", "is", "are", "was", "were", "be", "been", "being"))
_STEM_ENDING = 3  # letters a stem of a pattern leaves open: принял*
_FEWEST_LETTERS = 3  # of a stem


class Idiom(NamedTuple):
    """An idiom in another form: the number of the pattern it comes from, the form, and the new pattern."""

    number: int
    form: str
    pattern: str


class Conjugator:
    """Conjugates the idioms of one language by the verbs its lexicon lists.

    Args:
        language: ISO 639-1.
        conjugation: forms of a verb, by its infinitive or principal parts.
        verbs: entries of the lexicon's verbs, with or without their objects.
        nouns: words that are nouns here, however like a verb they look (traité, tratat).
    """

    def __init__(
        self, language: str, conjugation: Conjugation, verbs: Iterable[str], *, nouns: Set[str]
    ) -> None:
        self._derived = _FORMS_IN.get(language, _FORMS)
        self._several = language in _OF_SEVERAL
        self._perfect = _PERFECT.get(language, frozenset())
        self._stems = language != "ro"  # acord* is a noun there
        self._by_word: dict[str, list[Mapping[str, list[str]]]] = {}
        at = -1 if language in _VERB_LAST else 0
        bare = (v.partition(" (without ")[0] for entry in verbs for v in spread_verbs(entry))
        heads = {v.split()[at] for v in bare}
        for head in sorted(h for h in heads if "<" not in h and "|" not in h and "*" not in h):
            try:
                forms = conjugation(head)
            except ValueError:
                continue
            told = [p for name in ("past", "past:participle") for p in forms.get(name, ())]
            if language in ("de", "ro"):
                told += forms.get("participle", ())
            for word in {w for p in told if " " not in p for w in p.split("|")} - nouns:
                self._by_word.setdefault(word, []).append(forms)

    def derive(self, patterns: Iterable[str]) -> Iterator[Idiom]:
        """The other forms of patterns in the past; those of one word are verbs of their own, and listed as such."""
        for number, pattern in enumerate(patterns):
            places = pattern.split()
            if len(places) < 2 or any("<" in p for p in places):
                continue
            for at, place in enumerate(places):
                if place in GAP_WORDS:
                    continue
                before = self._before(places[:at])
                if before is None:
                    continue
                seen: list[Mapping[str, list[str]]] = []
                for forms in self._verbs_of(place):
                    if forms not in seen:
                        seen.append(forms)
                for forms, name in product(seen, self._derived):
                    for form in _without_words(_forms(forms, name), place.split("|")):
                        if " " not in form or self._several:
                            yield Idiom(number, name, " ".join((*before, form, *places[at + 1 :])))

    def _before(self, places: list[str]) -> list[str] | None:
        """What stands before the verb, without the auxiliary of its perfect; None where another one makes it a passive."""
        words = frozenset(places[-1].split("|")) if places and places[-1] not in GAP_WORDS else frozenset()
        if not words or not (self._perfect or words & _AUXILIARIES):
            return places
        return places[:-1] if self._perfect >= words else None

    def _verbs_of(self, place: str) -> Iterator[Mapping[str, list[str]]]:
        for word in place.split("|"):
            if not word.endswith("*"):
                yield from self._by_word.get(word, ())
            elif self._stems and len(word) > _FEWEST_LETTERS:
                for told, forms in self._by_word.items():
                    if told.startswith(word[:-1]) and len(told) - len(word) < _STEM_ENDING:
                        yield from forms


def _forms(forms: Mapping[str, list[str]], name: str) -> list[str]:
    """The patterns of a form; of the infinitives, among which subjunctives are, those that are not also present."""
    joined = join_forms(forms.get(name, []))
    if name != "infinitive":
        return joined
    present = {w for p in forms.get("present", ()) if " " not in p for w in p.split("|")}
    return _without_words(joined, present)


def _without_words(patterns: list[str], known: Container[str]) -> list[str]:
    """Forms without the words that stand in the idiom as they are, a copula in the present (owocem jest umowa)."""
    left = ("|".join(w for w in p.split("|") if w not in known) if " " not in p else p for p in patterns)
    return [p for p in left if p]
