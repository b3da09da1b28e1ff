"""Who says so: the chain from the first speaker to the last citing outlet, outermost last."""

from __future__ import annotations

from collections.abc import Callable

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.records import Mention

_OUTLETS = ("agency", "outlet")
_SPEAKERS = ("person", "office", "organisation")
_AFTER_ACCORDING = 6
_BEFORE_VERB = 9
_AFTER_VERB = 5


def find_attribution(
    sentence: Sentence, name: Callable[[Mention], str | None], speaker: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], list[Mention]]:
    """The sources a sentence names, innermost first; who is speaking now (for "he added"); the mentions of them.

    Args:
        sentence: the sentence.
        name: canonical name of a mention as a source, None when it can be no source.
        speaker: who spoke in the sentence before.
    """
    cited: list[Mention] = []
    speaking: list[Mention] = []
    outer: list[Mention] = []
    said = sentence.cues("report", "according", "citing")
    if not said:
        return (), speaker, []
    sources = [m for m in sentence.mentions if m.kind in (*_OUTLETS, *_SPEAKERS)]
    named = False
    order = ("citing", "according", "report")
    for cue in sorted(said, key=lambda c: order.index(c.entry.key)):
        free = sources
        if cue.entry.key == "report":
            free = [m for m in sources if m not in cited and m not in outer]
        found = _source_of(sentence, cue, free)
        named = named or bool(found) or _said_by_both(sentence, cue)
        for mention in found:
            if mention in cited or mention in speaking or mention in outer:
                continue
            if cue.entry.key == "citing":
                cited.append(mention)
            elif mention.kind in _OUTLETS:
                outer.append(mention)
            else:
                speaking.append(mention)
    inner = [m for m in cited if m.kind in _SPEAKERS]
    agencies = [m for m in cited if m.kind in _OUTLETS]
    chain: list[str] = []
    for mention in (*inner, *speaking, *agencies, *outer):
        label = name(mention)
        if label and label not in chain:
            chain.append(label)
    now = tuple(n for m in speaking if (n := name(m)))
    if not chain and not named and any(c.entry.key == "report" for c in said):
        return speaker, speaker, []
    return tuple(chain), now or speaker, [*cited, *speaking, *outer]


def _said_by_both(sentence: Sentence, cue: Hit) -> bool:
    """The two presidents, the Belarusian side said: nobody in particular, and not who spoke before."""
    clause = sentence.clause_of(cue)
    sides = [
        m
        for m in sentence.mentions
        if m.kind in ("country", "demonym", "city") and sentence.clause_at(m.start) == clause
    ]
    if any(0 < cue.first - sentence.token_at(m.start) <= 4 for m in sides):
        return True
    return any(
        0 <= cue.first - b.last <= 3 or 0 <= b.first - cue.last <= 1 for b in sentence.cues("both_sides")
    )


def _source_of(sentence: Sentence, cue: Hit, sources: list[Mention]) -> list[Mention]:
    at = [(sentence.token_at(m.start), sentence.token_at(m.end - 1), m) for m in sources]
    framed = [
        m for a, b, m in at if cue.first <= a and b < cue.last
    ]  # teilte das Ministerium mit, wie IRNA berichtet
    if framed:
        return framed[:1]
    if cue.entry.key in ("according", "citing"):
        after = [(a, m) for a, _, m in at if 0 <= a - cue.last <= _AFTER_ACCORDING]
        if after:
            first = min(a for a, _ in after)
            return [m for a, m in after if a - first <= 3][:2]
        before = [(b, m) for _, b, m in at if 0 < cue.first - b <= 3]
        return [max(before, key=lambda f: f[0])[1]] if before else []
    clause = sentence.clause_of(cue)
    before = [
        (_gap(sentence, b + 1, cue.first), m) for _, b, m in at
        if 0 < cue.first - b <= _BEFORE_VERB and sentence.clause[b] == clause and not _trigger_between(sentence, b, cue.first)
    ]  # fmt: skip
    after = [
        (_gap(sentence, cue.last, a), m) for a, _, m in at
        if 0 <= a - cue.last <= _AFTER_VERB and sentence.clause[a] == clause and not _trigger_between(sentence, cue.last, a)
    ]  # fmt: skip
    nearest = min(
        [(g, m) for g, m in before] + [(g + 1, m) for g, m in after], key=lambda f: f[0], default=None
    )
    return [] if nearest is None else [nearest[1]]


def _gap(sentence: Sentence, low: int, high: int) -> int:
    """Words between, a mark counting as three: who is named beyond a comma is rarely who speaks."""
    return sum(1 if t.is_word else 4 for t in sentence.tokens[low:high])


def _trigger_between(sentence: Sentence, low: int, high: int) -> bool:
    return any(low <= t.first < high and t.entry.form != "noun" for t in sentence.of("trigger"))
