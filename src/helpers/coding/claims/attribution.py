"""Who says so: the chain from the first speaker to the last citing outlet, outermost last."""

from __future__ import annotations

from collections.abc import Callable

from helpers.clean.citations import joins_names
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.unnamed_speaker import is_parted_from
from helpers.foundation.records import Mention

_OUTLETS = ("agency", "outlet")
_SPEAKERS = ("person", "office", "organisation")
_AFTER_ACCORDING = 6
_BEFORE_VERB = 9
_AFTER_VERB = 5
_QUOTES = frozenset("«»„“”\"'‘’")
# Outlets are marked so among the speakers remembered.
_QUOTATION = frozenset('"«»„“”‟「」')
_MARK = "@"
# A word for an agency stands so near to the word for telling.
_NEAR = 3
_OUTLET_NEAR = 5
_OPENS = 2  # words before a name that opens the sentence: the agency's
_NEXT_NAME = 3  # from "and" to the second of two names
# Words behind who opens a sentence, up to the comma: to journalists, at a press conference.
_TO_WHOM = 4
_GENITIVES = ("'s", "’s")  # Ukraine's intelligence claimed
# Cues for outlets; those for agencies take up the one cited last.
_MEDIA = ("agency", "media")


def find_attribution(
    sentence: Sentence, name: Callable[[Mention], str | None], speaker: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], list[Mention]]:
    """The sources a sentence names, innermost first; who is speaking now (for "he added"); the mentions of them.

    Args:
        sentence: the sentence.
        name: canonical name of a mention as a source, None when it can be no source.
        speaker: who spoke last, and the outlets cited last, these marked with `@`: what the last call returned.
    """
    cited: list[Mention] = []
    speaking: list[Mention] = []
    outer: list[Mention] = []
    relays: list[Mention] = []
    said = sentence.cues("report", "according", "citing")
    if not said:
        return (), speaker, []
    sources = [m for m in sentence.mentions if m.kind in (*_OUTLETS, *_SPEAKERS)]
    named = False
    unnamed: list[Mention] = []
    order = ("citing", "according", "report")
    for cue in sorted(said, key=lambda c: order.index(c.entry.key)):
        unnamed += _framed_demonym(sentence, cue)
        if (outlet := _unnamed_outlet(sentence, cue)) is not None:
            unnamed.append(outlet)
            if not any(m.kind in _OUTLETS for m in sources):
                continue
        free = sources
        if cue.entry.key == "report":
            free = [
                m
                for m in sources
                if m not in cited and m not in outer and not _is_in_quotation(sentence, m, cue)
            ]
        found = _with_equals(sentence, _source_of(sentence, cue, free), sources)
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
        relays += _relaying(sentence, cue, found, sources)
    outer += [m for k, m in enumerate(relays) if m not in cited and m not in outer and m not in relays[:k]]
    outer.sort(key=lambda m: m.start)  # Reuters reported, as cited by AFP: who passes it on comes later
    inner = [m for m in cited if m.kind in _SPEAKERS]
    agencies = [m for m in cited if m.kind in _OUTLETS]
    chain: list[str] = []
    for mention in (*inner, *speaking, *agencies, *outer):
        label = name(mention)
        if label and label not in chain:
            chain.append(label)
    told = any(c.entry.key == "report" for c in said)
    if (
        not chain
        and (told or any(c.entry.key == "according" for c in said))
        and _names_agency(sentence, said)
    ):
        return tuple(n.removeprefix(_MARK) for n in speaker if n.startswith(_MARK)), speaker, unnamed
    if not chain and not named and told:
        return (
            () if unnamed else tuple(n for n in speaker if not n.startswith(_MARK)),
            speaker,
            unnamed,
        )
    now = [n for m in speaking if (n := name(m))] or [n for n in speaker if not n.startswith(_MARK)]
    last = [_MARK + n for m in (*agencies, *outer) if (n := name(m))] or [
        n for n in speaker if n.startswith(_MARK)
    ]
    return tuple(chain), (*now, *last), [*cited, *speaking, *outer, *unnamed]


def _is_in_quotation(sentence: Sentence, mention: Mention, cue: Hit) -> bool:
    """ "I met Nasirzadeh," the minister said: who is named in what is quoted does not say it."""
    if mention.kind not in ("person", "office"):
        return False
    marks = [i for i, t in enumerate(sentence.tokens) if t.norm in _QUOTATION]
    at = sentence.token_at(mention.start)
    return sum(i < at for i in marks) % 2 == 1 and sum(i < cue.first for i in marks) % 2 == 0


def _names_agency(sentence: Sentence, said: list[Hit]) -> bool:
    """The agency said, laut der Agentur: a word for an outlet beside a word for telling takes up the outlet cited last."""
    return any(_near(sentence, c.first - _NEAR, c.last + _NEAR, "agency") for c in said)


def _near(sentence: Sentence, first: int, end: int, *cues: str) -> bool:
    """True when one of the cues begins at a token from `first` to before `end`."""
    named = sentence.of("media") if "media" in cues else []
    return any(first <= hit.first < end for hit in (*sentence.cues(*cues), *named))


def _unnamed_outlet(sentence: Sentence, cue: Hit) -> Mention | None:
    """The demonym in "writes an Iranian daily", "Iranian media report": it says whose outlet that is, and takes no part."""
    for m in sentence.mentions:
        first, last = sentence.token_at(m.start), sentence.token_at(m.end - 1)
        owning = m.kind == "country" and sentence.tokens[last].norm.endswith(_GENITIVES)
        if m.kind != "demonym" and not owning:
            continue
        near = max(first - cue.last, cue.first - last - 1)
        if not 0 <= near <= _OUTLET_NEAR:
            continue
        words = sentence.tokens[min(last + 1, cue.last) : max(first, cue.first)]
        beside = _near(sentence, first - 1, first, *_MEDIA) or _near(sentence, last + 1, last + 3, *_MEDIA)
        if all(t.is_word for t in words) and beside:
            return m
    return None


def _framed_demonym(sentence: Sentence, cue: Hit) -> list[Mention]:
    """According to a report of the Ukrainian intelligence: the demonym in the words that say by whom takes no part."""
    if cue.entry.key == "report":
        return []
    end = cue.last
    while end < len(sentence.tokens) and end - cue.last < _AFTER_ACCORDING and sentence.tokens[end].is_word:
        end += 1
    at = [(sentence.token_at(m.start), m) for m in sentence.mentions if m.kind == "demonym"]
    busy = [t.first for t in sentence.of("trigger") if cue.last <= t.first]
    return [m for a, m in at if cue.last <= a < min([end, *busy])][:1]


def is_of_media(sentence: Sentence, mention: Mention) -> bool:
    """The Israeli press, médias ukrainiens: the demonym says whose outlets they are."""
    if mention.kind not in ("demonym", "city", "country"):
        return False
    first, last = sentence.token_at(mention.start), sentence.token_at(mention.end - 1)
    if mention.kind == "demonym" and any(c.first < first <= last < c.last for c in sentence.cues("rumour")):
        return True  # według amerykańskiego wywiadu
    if mention.kind == "country" and sentence.cues("rumour") and _near(sentence, last + 1, last + 2, *_MEDIA):
        return True  # İsrail basını ... öne sürüyor
    if mention.kind != "demonym":  # un sito di Kiev
        joined = first > 1 and any(p.last == first for p in sentence.of("place") if p.entry.key == "from")
        return joined and _near(sentence, first - 2, first - 1, *_MEDIA)
    return _near(sentence, first - 1, first, *_MEDIA) or _near(sentence, last + 1, last + 2, *_MEDIA)


def _with_equals(sentence: Sentence, found: list[Mention], sources: list[Mention]) -> list[Mention]:
    """IRNA and Fars reported: with the outlets that one short word joins to an outlet found."""
    out = list(found)
    for mention in found:
        if mention.kind not in _OUTLETS:
            continue
        for other in sources:
            if other.kind in _OUTLETS and other not in out:
                low, high = sorted((mention, other), key=lambda m: m.start)
                between = sentence.tokens[sentence.token_at(low.end - 1) + 1 : sentence.token_at(high.start)]
                words = [t.norm for t in between if t.norm not in _QUOTES]
                if len(words) == 1 and joins_names(words[0]):
                    out.append(other)
    return out


def _relaying(sentence: Sentence, cue: Hit, found: list[Mention], sources: list[Mention]) -> list[Mention]:
    """The outlet that passes on what somebody said: Khrenin told BelTA; AFP, quoting BelTA, says; Anadolu'nun BelTA'ya dayandırdığı."""
    if not found:
        return []
    at = [
        (sentence.token_at(m.start), sentence.token_at(m.end - 1), m) for m in sources if m.kind in _OUTLETS
    ]
    if cue.entry.key == "citing":
        before = [(b, m) for _, b, m in at if 0 < cue.first - b <= _BEFORE_VERB and m not in found]
        return [max(before, key=lambda f: f[0])[1]] if before else []
    if cue.entry.key != "report" or found[0].kind not in _SPEAKERS:
        return []
    low = max(cue.last, sentence.token_at(found[0].end - 1) + 1)
    near = [(a, m) for a, _, m in at if 0 <= a - low <= _AFTER_VERB]
    if not near:
        return []
    first, outlet = min(near, key=lambda f: f[0])
    told = all(t.is_word or t.norm in _QUOTES for t in sentence.tokens[low:first])
    return [outlet] if told and not _trigger_between(sentence, low, first) else []


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
        if any(
            0 <= c.first - cue.last <= 1 or 0 <= cue.first - c.last <= 1 for c in sentence.cues("assessors")
        ):
            return []  # according to experts: nobody who is named
        opening = [m for a, b, m in at if a <= _OPENS and 0 <= cue.first - b - 1 <= 1]
        if opening and not any(
            t.is_word for t in sentence.tokens[sentence.token_at(opening[0].end - 1) + 1 : cue.first]
        ):
            return opening[:1]  # BelTA'ya göre, agentūros „BelTA“ duomenimis
        after = [
            (a, m) for a, _, m in at
            if 0 <= a - cue.last <= _AFTER_ACCORDING
            and not any(t.norm in (",", "،") for t in sentence.tokens[cue.last : a])  # according to the ministry, they met
        ]  # fmt: skip
        if after:
            first = min(a for a, _ in after)
            found = [m for a, m in after if a - first <= 3][:2]
            return found[:1] if _is_subject_behind(found) else found
        before = [(b, m) for _, b, m in at if 0 < cue.first - b <= (3 if cue.entry.key == "citing" else 1)]
        return [max(before, key=lambda f: f[0])[1]] if before else []
    clause = sentence.clause_of(cue)
    before = [
        (_gap(sentence, b + 1, cue.first), m) for _, b, m in at
        if 0 < cue.first - b <= _BEFORE_VERB and sentence.clause[b] == clause and not _trigger_between(sentence, b, cue.first)
        and not is_parted_from(sentence, b, cue)
    ]  # fmt: skip
    after = [
        (_gap(sentence, cue.last, a), m) for a, _, m in at
        if 0 <= a - cue.last <= _AFTER_VERB and sentence.clause[a] == clause and not _trigger_between(sentence, cue.last, a)
    ]  # fmt: skip
    if after and _opens_what_is_said(sentence, cue, at):
        after = []
    nearest = min(
        [(g, m) for g, m in before] + [(g + 1, m) for g, m in after], key=lambda f: f[0], default=None
    )
    return _opening_subject(sentence, cue, at) if nearest is None else [nearest[1]]


def _opens_what_is_said(sentence: Sentence, cue: Hit, at: list[tuple[int, int, Mention]]) -> bool:
    """The spokesman said Araghchi and Ryzhenkov had signed: two are named behind, before the verb of what is said.

    Who speaks stands before the verb of saying, and nothing that happened is told there.
    """
    if not any(b < cue.first for _, b, _ in at) or any(t.first < cue.first for t in sentence.of("trigger")):
        return False
    first, end = min((a, b + 1) for a, b, _ in at if a >= cue.last)
    joins = {c.first for c in sentence.cues("with")}
    pair = end in joins and any(0 < a - end <= _NEXT_NAME for a, _, _ in at)
    return pair and any(t.first > first and t.entry.form != "noun" for t in sentence.of("trigger"))


def _is_subject_behind(found: list[Mention]) -> bool:
    """According to the agency IRNA the minister signed: who is named behind the agency is no source."""
    return len(found) > 1 and found[0].kind in _OUTLETS and found[1].kind not in _OUTLETS


def _opening_subject(sentence: Sentence, cue: Hit, at: list[tuple[int, int, Mention]]) -> list[Mention]:
    """The minister X told reporters, [what he says] said.: who opens the sentence, parted from its last word by what is said."""
    if any(t.is_word for t in sentence.tokens[cue.last :]):
        return []
    row: list[Mention] = []
    end = 1
    for a, b, m in sorted(at, key=lambda f: f[0]):
        if a <= end and b + 1 < cue.first:
            row.append(m)
            end = b + 1
    if not row:
        return []
    marks = [i for i in range(end, min(end + _TO_WHOM, cue.first)) if sentence.tokens[i].norm in (",", "،")]
    if not marks or _trigger_between(sentence, end, marks[0]):
        return []
    return [m for m in row if m.kind == "person"][-1:] or row[:1]


def _gap(sentence: Sentence, low: int, high: int) -> int:
    """Words between, a mark counting as three: who is named beyond a comma is rarely who speaks."""
    return sum(1 if t.is_word else 0 if t.norm in _QUOTES else 4 for t in sentence.tokens[low:high])


def _trigger_between(sentence: Sentence, low: int, high: int) -> bool:
    return any(low <= t.first < high and t.entry.form != "noun" for t in sentence.of("trigger"))
