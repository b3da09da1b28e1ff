"""One sentence made ready for coding: its words, what the lexicon found in them, and its clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from helpers.coding.claims.lexicon import Lexicon
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.tokens import COMMAS, Token
from helpers.foundation.records import Mention, PassageRole, Timex

_BREAKING_MARKS = frozenset(";؛:—–")
_VERB_FORMS = frozenset(
    {
        "past",
        "present",
        "future",
        "infinitive",
        "participle",
        "pluperfect",
        "negated",
        "possible",
        "conditional",
    }
)
Answer = Literal["yes", "no"]
_TENSES = ("past", "present", "future", "pluperfect", "conditional")
_ACTS = ("meet", "visit", "call", "session", "exercise", "sign")
_INFINITIVES = ("r", "re", "rsi", "se")
_LEADING = ("with", "about", "occasion", "purpose_date", "according")  # prepositions among the cues
_INTRODUCING = ("visit", "hold")  # verbs of arriving and beginning


@dataclass(slots=True)
class Sentence:
    """A sentence with everything coding knows of it. Offsets are those of the text that was split.

    Attributes:
        start: first character.
        end: one past the last.
        role: passage it stands in.
        passage: number of that passage in the article.
        tokens: its words and marks.
        hits: lexicon entries found, by category.
        clause: number of the clause of each token, ascending.
        mentions: people, offices, places, countries in it.
        timexes: temporal expressions in it.
        sources: starts of the mentions that say so, rather than take part.
        scenery: starts of the mentions that only say where (a town, "the Iranian capital").
        is_sequel: a single paper was spoken of just before: "it" may stand for it.
        of_athletes: it tells of athletes, or goes on right behind such a sentence.
        entry: the date of the entry of a chronicle it stands in.
        live: it stands in an entry of a live page.
        answer: what the next sentence answers it with, where it is a question; None without an answer.
        locative_endings: endings of a place name that mean "in".
        prelude: the first token behind connectives, citations and times that open it (see `prelude.prelude_end`).
    """

    start: int
    end: int
    role: PassageRole
    passage: int
    tokens: list[Token]
    hits: dict[str, list[Hit]]
    clause: list[int]
    mentions: list[Mention] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)
    sources: frozenset[int] = frozenset()
    scenery: frozenset[int] = frozenset()
    is_sequel: bool = False
    of_athletes: bool = False
    entry: Timex | None = None
    live: bool = False
    answer: Answer | None = None
    locative_endings: tuple[str, ...] = ()
    prelude: int = 0
    _ends: list[int] = field(default_factory=list, repr=False)
    _cues: tuple[list[Hit], dict[str, list[Hit]]] | None = field(default=None, repr=False)

    def of(self, category: str) -> list[Hit]:
        """Hits of a category, in order."""
        return self.hits.get(category, [])

    def cues(self, *keys: str) -> list[Hit]:
        """Cue hits of the given names, in order."""
        found = self.hits.get("cue")
        if not found:
            return []
        if self._cues is None or self._cues[0] is not found:
            by_key: dict[str, list[Hit]] = {}
            for hit in found:
                by_key.setdefault(hit.entry.key, []).append(hit)
            self._cues = found, by_key
        named = self._cues[1]
        if len(keys) == 1:
            return named.get(keys[0], [])
        if not any(key in named for key in keys):
            return []
        return [h for h in found if h.entry.key in keys]

    def marks(self, *keys: str) -> list[Hit]:
        """Cue hits of the given names, and those of names that are kept apart from the cues."""
        return [*self.cues(*keys), *(h for key in keys for h in self.hits.get(key, ()))]

    def clause_of(self, hit: Hit) -> int:
        """The clause a hit begins in."""
        return self.clause[hit.first]

    def opening_of(self, clause: int) -> int:
        """The first token of a clause, behind what only leads up to it."""
        first = bisect_left(self.clause, clause)
        inside = first < self.prelude < len(self.clause) and self.clause[self.prelude] == clause
        return self.prelude if inside else first

    def start_of(self, clause: int) -> int:
        """The first token of a clause, whatever it begins with."""
        return bisect_left(self.clause, clause)

    def opens_clause(self, hit: Hit) -> bool:
        """The hit opens its sentence or its clause, but for a mark or "and"."""
        opening = self.opening_of(self.clause_of(hit))
        return sum(t.is_word for t in self.tokens[opening : hit.first]) <= 1

    def token_at(self, offset: int) -> int:
        """The token that holds or follows the character `offset`."""
        if not self._ends:
            self._ends = [t.end for t in self.tokens]
        return min(bisect_left(self._ends, offset + 1), len(self.tokens) - 1)

    def clause_at(self, offset: int) -> int:
        """The clause of the character `offset`."""
        return self.clause[self.token_at(offset)] if self.tokens else 0


def covered_tokens(sentence: Sentence, spans: Iterable[Mention | Timex]) -> set[int]:
    """Tokens that names or temporal expressions cover."""
    return {
        i for s in spans for i in range(sentence.token_at(s.start), sentence.token_at(s.end - 1) + 1)
    }  # fmt: skip


def commas_between(sentence: Sentence, a: Hit, b: Hit) -> int:
    """Commas behind one entry and before another."""
    return sum(t.norm in COMMAS for t in sentence.tokens[a.last : b.first])


def is_verb(hit: Hit) -> bool:
    """True for a trigger that is a verb form (not a noun)."""
    return hit.entry.form in _VERB_FORMS


def read_sentence(
    text: str, start: int, end: int, *, role: PassageRole, passage: int, lexicon: Lexicon
) -> Sentence:
    """Cut a sentence into words, find the lexicon's entries and split it into clauses.

    Args:
        text: the text the sentence stands in.
        start: its first character.
        end: one past its last.
        role: passage it stands in.
        passage: number of that passage.
        lexicon: of the text's language.
    """
    tokens = lexicon.tokenise(text, start, end)
    by_category: dict[str, list[Hit]] = {}
    for hit in lexicon.find(tokens):
        apart = hit.entry.category == "trigger" and hit.entry.key in ("lack", "convey")
        by_category.setdefault(hit.entry.key if apart else hit.entry.category, []).append(hit)
    determined = {c.last for c in by_category.get("cue", []) if c.entry.key == "determiner"}
    if determined:
        by_category["trigger"] = [
            t
            for t in by_category.get("trigger", [])
            if t.first not in determined or not _may_be_noun(t, tokens)
        ]
    named = {c.last for c in by_category.get("cue", []) if c.entry.key == "definite"}
    if named and lexicon.reading.bare_verbs:  # the exchange of officers, the repair of engines
        by_category["trigger"] = [
            t for t in by_category.get("trigger", []) if t.first not in named or t.entry.form != "present"
        ]
    # svarsto galimybę, discusses the possibility: a phrase that says how something is meant is no event
    phrases = [
        c
        for c in by_category.get("cue", [])
        if c.entry.key in ("hypothetical", "intention") and c.last - c.first > 1
    ]
    if phrases:
        told = by_category.get("trigger", [])
        over = [t for t in told if any(_is_gapped_over(t, c) for c in phrases)]
        freed = [n for t in over for n in _noun_that_closes(t, tokens, lexicon)]
        by_category["trigger"] = sorted(
            [
                t
                for t in told
                if t not in over and not any(c.first <= t.first and t.last <= c.last for c in phrases)
            ]
            + freed,
            key=lambda t: (t.first, t.last),
        )
    _settle_intentions(by_category)
    _leave_next_verb(by_category)
    aspects = [c for c in by_category.get("cue", []) if c.entry.key == "aspect"]
    if aspects:
        by_category["trigger"] = [
            _in_its_tense(t, aspects)
            for t in by_category.get("trigger", [])
            if t.entry.key not in _INTRODUCING or not any(t.first == c.first for c in aspects)
        ]
    if "cue" in by_category:  # sostuvo una reunión: the verb that elsewhere says so holds the meeting
        held = {
            i
            for t in by_category.get("trigger", [])
            if t.entry.key in _ACTS
            for i in t.spots[:1]
            if len(t.spots) > 1
        }
        by_category["cue"] = [c for c in by_category["cue"] if c.entry.key != "report" or c.first not in held]
    phrases = [c for c in by_category.get("cue", []) if c.entry.key == "scheduled" and c.last - c.first > 1]
    if phrases and "instrument" in by_category:  # è in programma: no programme
        by_category["instrument"] = [
            h for h in by_category["instrument"]
            if not any(c.first <= h.first and h.last <= c.last for c in phrases)
        ]  # fmt: skip
    clause = _split_clauses(
        tokens, by_category.get("cue", []), by_category.get("trigger", []), by_category.get("place", [])
    )
    return Sentence(
        start, end, role, passage, tokens, by_category, clause, locative_endings=lexicon.locative_endings
    )


def _settle_intentions(found: dict[str, list[Hit]]) -> None:
    """A letter of intent is a paper and no plan; who prepares to sign intends to, and drafts nothing."""
    intentions = [c for c in found.get("cue", []) if c.entry.key == "intention"]
    if not intentions:
        return
    papers = found.get("instrument", [])
    inside = [c for c in intentions if any(p.first <= c.first and c.last <= p.last for p in papers)]
    if inside:
        found["cue"] = [c for c in found["cue"] if c not in inside]
    acts = [t for t in found.get("trigger", []) if t.entry.form == "infinitive"]
    meant = {
        c.first for c in intentions if c.last - c.first == 1 and any(0 <= t.first - c.last <= 1 for t in acts)
    }
    if meant:
        found["trigger"] = [
            t for t in found["trigger"] if t.first not in meant or t.entry.key not in ("draft", "hold")
        ]


def _leave_next_verb(found: dict[str, list[Hit]]) -> None:
    """On combat training and signed a plan of military cooperation: what "and" and a verb part is no training of the military."""
    joined = {c.last for c in found.get("cue", []) if c.entry.key == "with"}
    told = [t for t in found.get("trigger", []) if t.entry.form in _TENSES and t.first in joined]
    if not told:
        return
    for category in ("trigger", "area"):
        apart = [
            h
            for h in found.get(category, [])
            if (category == "area" or h.entry.form == "noun")
            and any(h.first < t.first and t.last < h.last and t.first not in h.spots for t in told)
        ]
        if apart:
            found[category] = [h for h in found[category] if h not in apart]


def _is_gapped_over(trigger: Hit, cue: Hit) -> bool:
    """Are preparing to sign a memorandum: no preparing of a memorandum, for the gap of that holds the cue's "to"."""
    if cue.last - cue.first < 2 or cue.first not in trigger.spots:
        return False
    return any(spot >= cue.last for spot in trigger.spots) and not any(
        cue.first < spot < cue.last for spot in trigger.spots
    )


def _noun_that_closes(hit: Hit, tokens: list[Token], lexicon: Lexicon) -> list[Hit]:
    """Tienen previsto un encuentro: "have ... a meeting" gives way to the plan, and the meeting stays."""
    at = hit.last - 1
    return [
        Hit(at, at + 1, h.entry, (at,)) for h in lexicon.find(tokens[at : at + 1])
        if h.entry.category == "trigger" and h.entry.form == "noun"
    ]  # fmt: skip


def _may_be_noun(hit: Hit, tokens: list[Token]) -> bool:
    """Due voli, un encuentro: a form of the present or the subjunctive that is one of a noun as well; never an infinitive."""
    word = tokens[hit.first].norm
    finite = hit.entry.form in ("present", "infinitive")
    return hit.last - hit.first == 1 and finite and not word.endswith(_INFINITIVES)


def _in_its_tense(hit: Hit, aspects: list[Hit]) -> Hit:
    """Llegó a firmar, ont commencé à produire: arriving and beginning only introduce the other verb, and give it their tense."""
    if hit.entry.form == "infinitive":
        for cue in aspects:
            if cue.first < hit.first < cue.last and cue.entry.form in _TENSES:
                return hit._replace(entry=replace(hit.entry, form=cue.entry.form))
    return hit


def _split_clauses(tokens: list[Token], cues: list[Hit], triggers: list[Hit], places: list[Hit]) -> list[int]:
    """Number the clauses: a new one begins at ; : — and at a word that opens a clause, or the comma shortly before it."""
    starts: set[int] = set()
    leading = {tokens[p.first].norm for p in places if p.last - p.first == 1} | {
        tokens[c.first].norm for c in cues if c.last - c.first == 1 and c.entry.key in _LEADING
    }
    telling = {
        i for h in [*triggers, *(c for c in cues if c.entry.key == "report")] for i in range(h.first, h.last)
    }
    for i, token in enumerate(tokens):
        if token.norm in _BREAKING_MARKS:
            if not _joins_numbers(tokens, i):
                starts.add(i)
        elif token.norm == "-" and 0 < i < len(tokens) - 1 and tokens[i - 1].end < token.start:
            starts.add(i)
    told = {c.first for c in cues if c.entry.key == "told_before"}
    for hit in cues:
        if hit.entry.key in ("break", "under_which"):
            at = hit.first
            if at in told and at > 0 and tokens[at - 1].norm in leading:
                continue  # foreseen in that text: no conjunction behind a preposition
            if at > 0 and tokens[at - 1].norm in COMMAS:
                at -= 1
            elif at > 1 and tokens[at - 2].norm in COMMAS and at - 1 not in telling:
                at -= 2
            starts.add(at)
        elif (
            hit.entry.key == "asks"
        ):  # asked, whether it was signed, he denied: from the comma before it to the next
            before = [j for j in range(max(hit.first - 2, 0), hit.first) if tokens[j].norm in COMMAS]
            after = [j for j in range(hit.last, len(tokens)) if tokens[j].norm in COMMAS]
            starts.update(before[-1:])
            starts.update(after[:1] if before else ())
        elif hit.entry.key == "break_after_comma":
            for j in (hit.first - 1, hit.first - 2):
                if j >= 0 and tokens[j].norm in COMMAS:
                    if not _opens_infinitive(tokens, triggers, hit.last):
                        starts.add(j)
                    break
    opened = min((i for i in starts if i > 0), default=len(tokens))
    # the treaty, which was ratified in April, will ...: behind the comma the main clause goes on
    for hit in cues:
        if (
            hit.entry.key in ("future", "scheduled")
            and hit.first > opened + 1
            and tokens[hit.first - 1].norm in COMMAS
        ):
            starts.add(hit.first - 1)
    out, number = [], 0
    for i in range(len(tokens)):
        if i in starts and i > 0:
            number += 1
        out.append(number)
    return out


def _opens_infinitive(tokens: list[Token], triggers: list[Hit], at: int) -> bool:
    """Planen nicht, den Vertrag zu ratifizieren: the word after the comma is an article, and the verb before opens what follows."""
    end = next((i for i in range(at, len(tokens)) if not tokens[i].is_word), len(tokens))
    inside = [t for t in triggers if at <= t.first and t.last <= end and t.entry.form in _VERB_FORMS]
    return bool(inside) and all(
        t.entry.form == "infinitive"
        and (tokens[t.last - 2].norm == "zu" or has_inner_zu(tokens[t.last - 1].norm))
        for t in inside
    )


def has_inner_zu(word: str) -> bool:
    """Auszuarbeiten: the mark of the infinitive stands behind the separable prefix."""
    return "zu" in word[1:-2]


def _joins_numbers(tokens: list[Token], i: int) -> bool:
    """The dash of 2023–2026, the colon of 14:30: no clause ends there."""
    if not 0 < i < len(tokens) - 1:
        return False
    before, mark, after = tokens[i - 1 : i + 2]
    joined = before.end == mark.start and mark.end == after.start
    return joined and before.norm[-1:].isdecimal() and after.norm[:1].isdecimal()
