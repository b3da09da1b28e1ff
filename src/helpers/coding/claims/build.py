"""All claims of one article: sentences read, events drafted, then parties, place, people, date, sources and fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helpers.coding.claims.attribution import find_attribution
from helpers.coding.claims.codebook import Codebook
from helpers.coding.claims.dating import (
    Dated,
    Narrative,
    assign_timexes,
    date_without_expression,
    resolve,
)
from helpers.coding.claims.drafts import Draft, Drafter
from helpers.coding.claims.fields import find_fields
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.lexicon import Lexicon
from helpers.coding.claims.parties import Place, choose_place, countries_of, find_pair, find_parties, find_places
from helpers.coding.claims.people import Directory
from helpers.coding.claims.sentences import Sentence, read_sentence
from helpers.coding.claims.tokens import split_sentences
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention, PassageRole, Publication, Timex


@dataclass(frozen=True, slots=True)
class Found:
    """A claim with the offsets of the text it was found in, before it gets its identifiers.

    Attributes:
        sentence: where it stands.
        draft: event, status, polarity, paper.
        parties: ISO 3166 alpha-3, sorted.
        explicit: the sentence itself says who they are.
        actors: canonical surnames, sorted.
        place: where, or None.
        dated: when.
        attribution: who says so, outermost last.
        defence: yes, no or unclear.
        areas: fields named, sorted.
        rules: lexicon rules that fired.
    """

    sentence: Sentence
    draft: Draft
    parties: tuple[str, ...]
    explicit: bool
    actors: tuple[str, ...]
    place: Place | None
    dated: Dated
    attribution: tuple[str, ...]
    defence: str
    areas: tuple[str, ...]
    rules: tuple[str, ...]


class ClaimFinder:
    """Codes texts of one language."""

    def __init__(self, lexicon: Lexicon, codebook: Codebook, directory: Directory):
        self._lexicon = lexicon
        self._codebook = codebook
        self._directory = directory
        self._drafter = Drafter(lexicon, codebook)

    def find(
        self,
        text: str,
        passages: Sequence[tuple[PassageRole, int, int]],
        *,
        mentions: Sequence[Mention],
        timexes: Sequence[Timex],
        published: Publication,
        profile: tuple[str, ...] = (),
        every_party: bool = False,
    ) -> list[Found]:
        """The claims of a text, in order.

        Args:
            text: title, lead and body, joined by line breaks.
            passages: role, first and one past the last character of each.
            mentions: of people and places in the text.
            timexes: of the text.
            published: publication date.
            profile: the parties of the project, for articles that name only one of them and no other country.
            every_party: also keep events whose parties are not known (for comparison with other data).
        """
        sentences = self._read(text, passages, mentions, timexes)
        pair = _article_pair(sentences, profile)
        narrative = Narrative(published.interval, self._codebook.news_window)
        found: list[Found] = []
        speaker: tuple[str, ...] = ()
        lead = next((s.passage for s in sentences if s.role in ("lead", "body")), -1)
        order = [s for s in sentences if s.role != "title"] + [s for s in sentences if s.role == "title"]
        for number, sentence in enumerate(order):
            attribution, speaker = find_attribution(sentence, self._directory.source, speaker, text)
            drafts = self._drafter.draft(sentence)
            claims = self._complete(
                sentence, drafts, pair=pair, narrative=narrative, attribution=attribution,
                number=number, is_lead=sentence.passage == lead or sentence.role in ("lead", "title"), every_party=every_party,
            )  # fmt: skip
            found += claims
        merged = _merge(found)
        merged = _inherit(merged)
        return sorted(merged, key=lambda f: (f.sentence.start, f.draft.hit.first))

    def _read(
        self, text: str, passages: Sequence[tuple[PassageRole, int, int]], mentions: Sequence[Mention], timexes: Sequence[Timex]
    ) -> list[Sentence]:
        out = []
        mentions_left, timexes_left = _Ordered(mentions), _Ordered(timexes)
        for number, (role, start, end) in enumerate(passages):
            for a, b in split_sentences(text[start:end]):
                sentence = read_sentence(
                    text, start + a, start + b, role=role, passage=number, lexicon=self._lexicon
                )
                sentence.mentions = mentions_left.within(sentence.start, sentence.end)
                sentence.timexes = timexes_left.within(sentence.start, sentence.end)
                out.append(sentence)
        return out

    def _complete(
        self, sentence: Sentence, drafts: list[Draft], *, pair: tuple[str, ...], narrative: Narrative,
        attribution: tuple[str, ...], number: int, is_lead: bool, every_party: bool,
    ) -> list[Found]:  # fmt: skip
        if not drafts:
            return []
        places = find_places(
            sentence, locative_endings=self._lexicon.locative_endings, capitals=self._directory.capital
        )
        cities_in = {p.mention.start for _, p, how in places if p.mention.kind == "city"}
        out = []
        for draft, dated in zip(drafts, self._date(sentence, drafts, narrative, number, is_lead), strict=True):
            draft = _with_date(draft, dated, self._codebook)
            place = choose_place(draft, sentence, places)
            parties, explicit = find_parties(draft, sentence, place, pair, cities_in)
            if not every_party and not _is_between_countries(draft, parties, explicit, sentence):
                continue
            defence, areas, rules = find_fields(sentence, draft, self._codebook, alone=len(drafts) == 1)
            actors = self._actors(sentence, draft, dated, parties, attribution, alone=len(drafts) == 1)
            if defence == "no" and not areas and any(self._directory.is_military(m, dated.interval) for m in actors[1]):
                defence = "yes"
            out.append(
                Found(
                    sentence, draft, parties, explicit, actors[0], place, dated, attribution, defence, areas,
                    tuple(dict.fromkeys((*draft.rules, *rules))),
                )
            )  # fmt: skip
        return out

    def _date(
        self, sentence: Sentence, drafts: list[Draft], narrative: Narrative, number: int, is_lead: bool
    ) -> list[Dated]:
        owned, reported = assign_timexes(sentence, drafts)
        said_on = None
        if reported is not None and not reported.interval.is_unknown:
            said_on = narrative.bound_past(reported.interval)
        out: list[Dated] = []
        for i, draft in enumerate(drafts):
            if i in owned:
                out.append(resolve(draft, owned[i], narrative))
            else:
                distance = number - narrative.sentence if narrative.sentence >= 0 else 99
                out.append(
                    date_without_expression(
                        draft, narrative, is_lead=is_lead and sentence.role != "title", said_on=said_on, distance=distance
                    )
                )
        out = _share_within_clause(sentence, drafts, out, owned)
        for draft, dated in zip(drafts, out, strict=True):
            told = draft.judgement.polarity == "asserted" and not dated.older and not dated.ahead
            if told and not dated.interval.is_unknown and draft.judgement.status not in ("denied", "postponed"):
                if narrative.date is None:
                    narrative.date, narrative.sentence = dated.interval, number
                narrative.by_kind.setdefault(draft.kind, dated.interval)
        return out

    def _actors(
        self, sentence: Sentence, draft: Draft, dated: Dated, parties: tuple[str, ...], attribution: tuple[str, ...],
        *, alone: bool,
    ) -> tuple[tuple[str, ...], list[Mention]]:
        """Surnames of the people of the event: named in its clauses, by name or by office on that date."""
        clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
        near = [m for m in sentence.mentions if m.kind in ("person", "office") and sentence.clause_at(m.start) in clauses]
        if not near:
            said = [m for m in sentence.mentions if m.kind in ("person", "office")]
            near = said if alone and (draft.offered or not sentence.cues("report", "according")) else []
        names: list[str] = []
        taken: list[Mention] = []
        for m in near:
            if parties and countries_of(m) and not set(countries_of(m)) & set(parties):
                continue
            for surname in self._directory.surnames(m, dated.interval):
                if surname not in names and (draft.offered or surname not in attribution):
                    names.append(surname)
            taken.append(m)
        return tuple(sorted(names)), taken


class _Ordered:
    """Spans in order, handed out by range in one pass."""

    def __init__(self, items: Iterable[Mention | Timex]):
        self._items = sorted(items, key=lambda m: (m.start, m.end))
        self._at = 0

    def within(self, start: int, end: int) -> list[object]:
        while self._at < len(self._items) and self._items[self._at].start < start:
            self._at += 1
        out = []
        while self._at < len(self._items) and self._items[self._at].start < end:
            if self._items[self._at].end <= end:
                out.append(self._items[self._at])
            self._at += 1
        return out


def _names(sentence: Sentence) -> bool:
    return any(countries_of(m) for m in sentence.mentions)


def _article_pair(sentences: Sequence[Sentence], profile: tuple[str, ...]) -> tuple[str, ...]:
    title = [m for s in sentences if s.role == "title" for m in s.mentions]
    first = next((s.passage for s in sentences if s.role != "title"), -1)
    lead = [m for s in sentences if s.role == "lead" or s.passage == first for m in s.mentions]
    rest = [m for s in sentences if s.role in ("body", "subheading") and s.passage != first for m in s.mentions]
    return find_pair(title, lead, rest, profile)


def _is_between_countries(draft: Draft, parties: tuple[str, ...], explicit: bool, sentence: Sentence) -> bool:
    """An event of this chronology has two countries; one is enough where the act points at another by its nature."""
    if len(parties) < 2:
        return False
    if explicit or draft.paper is not None or draft.kind in ("aid", "threat", "sanction", "accusation", "refusal", "request", "support"):
        return explicit or draft.kind in ("agreement",)
    if draft.key in ("visit", "invite", "session", "accredit", "call"):
        return True
    return not _names(sentence) or draft.noun or draft.offered


def _with_date(draft: Draft, dated: Dated, codebook: Codebook) -> Draft:
    """The date can turn news into background, or a present tense into a plan."""
    j = draft.judgement
    if dated.ahead and j.polarity == "asserted":
        return replace(draft, judgement=Judgement("planned", "future", j.rules))
    if dated.older and j.polarity == "asserted" and not draft.offered:
        return replace(draft, judgement=Judgement(j.status, "historical", j.rules))
    return draft


def _share_within_clause(
    sentence: Sentence, drafts: list[Draft], dated: list[Dated], owned: dict[int, Timex]
) -> list[Dated]:
    """What happened during or after a dated meeting, told in one clause, happened with it."""
    out = list(dated)
    for i, draft in enumerate(drafts):
        if i in owned:
            continue
        for j in owned:
            other = drafts[j]
            same = sentence.clause_of(other.anchor) == sentence.clause_of(draft.anchor)
            if same and (other.noun or draft.noun) and other.judgement.polarity == draft.judgement.polarity:
                out[i] = replace(dated[j], basis=f"{dated[j].basis}, of the same clause")
    return out


def _merge(found: list[Found]) -> list[Found]:
    """One claim an event and sentence: talks, meeting and visit of one sentence are one consultation."""
    out: list[Found] = []
    for f in found:
        twin = next((k for k, g in enumerate(out) if _is_twin(g, f)), None)
        if twin is None:
            out.append(f)
        else:
            out[twin] = _united(out[twin], f)
    return out


def _is_twin(a: Found, b: Found) -> bool:
    if a.sentence is not b.sentence or a.draft.kind != b.draft.kind or a.parties != b.parties:
        return False
    ja, jb = a.draft.judgement, b.draft.judgement
    if (ja.status, ja.polarity, a.draft.offered, a.draft.refused) != (jb.status, jb.polarity, b.draft.offered, b.draft.refused):
        return False
    if a.dated.timex is not None and b.dated.timex is not None and a.dated.timex != b.dated.timex:
        return False
    pa, pb = a.draft.paper, b.draft.paper
    if pa is not None and pb is not None and pa.hit != pb.hit:
        return False
    if a.place is not None and b.place is not None and a.place.name != b.place.name:
        return False
    return a.draft.kind != "cooperation" or a.draft.key == b.draft.key


def _united(a: Found, b: Found) -> Found:
    dated = b.dated if a.dated.timex is None and b.dated.timex is not None else a.dated
    draft = a.draft
    if draft.paper is None and b.draft.paper is not None:
        draft = replace(draft, paper=b.draft.paper)
    if draft.mode is None and b.draft.mode is not None:
        draft = replace(draft, mode=b.draft.mode)
    return replace(
        a, draft=draft, dated=dated, place=a.place or b.place, actors=tuple(sorted({*a.actors, *b.actors})),
        explicit=a.explicit or b.explicit, areas=tuple(sorted({*a.areas, *b.areas})),
        defence=max(a.defence, b.defence, key=["no", "unclear", "yes"].index), rules=tuple(dict.fromkeys((*a.rules, *b.rules))),
    )  # fmt: skip


def _inherit(found: list[Found]) -> list[Found]:
    """What the article says of an event in one place holds where it says it again.

    Titles take date and place from the body's claim of the same event; a paper called again "the agreement" without
    fields is about what it was about.
    """
    out = []
    for f in found:
        j = f.draft.judgement
        same = [
            g for g in found
            if g is not f and g.draft.kind == f.draft.kind and g.parties == f.parties
            and g.draft.judgement.status == j.status and g.draft.judgement.polarity == j.polarity and g.draft.offered == f.draft.offered
        ]  # fmt: skip
        if f.sentence.role == "title":
            dated = next((g for g in same if not g.dated.interval.is_unknown), None)
            if dated is not None and f.dated.timex is None:
                f = replace(f, dated=replace(dated.dated, basis="narrated time: headline of a dated event", timex=None))
        if f.defence == "no" and not f.areas and f.draft.kind in ("agreement", "consultation", "cooperation"):
            earlier = [g for g in same if g.defence != "no" and _same_paper(f, g)]
            if earlier and f.sentence.role != "title":
                f = replace(f, defence=earlier[0].defence)
        out.append(f)
    return out


def _same_paper(a: Found, b: Found) -> bool:
    pa, pb = a.draft.paper, b.draft.paper
    return pa is None or pb is None or pa.name == pb.name or "document" in (pa.name, pb.name) or "agreement" in (pa.name, pb.name)


__all__ = ["ClaimFinder", "DateInterval", "Found"]
