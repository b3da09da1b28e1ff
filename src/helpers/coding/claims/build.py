"""All claims of one article: sentences read, events drafted, then parties, place, people, date, sources and fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from helpers.coding.claims.attribution import find_attribution
from helpers.coding.claims.codebook import Codebook
from helpers.coding.claims.dating import (
    Background,
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


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where and between whom an event is, and whether it belongs into the tables."""

    place: Place | None
    parties: tuple[str, ...]
    how: str
    kept: bool


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
        self._directory.meet(mentions)
        pair = _article_pair(sentences, profile)
        narrative = Narrative(published.interval, self._codebook.news_window)
        found: list[Found] = []
        speaker: tuple[str, ...] = ()
        lead = next((s.passage for s in sentences if s.role in ("lead", "body")), -1)
        order = [s for s in sentences if s.role != "title"] + [s for s in sentences if s.role == "title"]
        for number, sentence in enumerate(order):
            attribution, speaker = find_attribution(sentence, self._directory.source, speaker, text)
            drafts = self._drafter.draft(sentence)
            if not drafts and found:
                self._extend(found, sentence)
            claims = self._complete(
                sentence, drafts, pair=pair, narrative=narrative, attribution=attribution,
                number=number, is_lead=sentence.passage == lead or sentence.role in ("lead", "title"), every_party=every_party,
            )  # fmt: skip
            found += claims
        merged = _merge(found)
        merged = _inherit(merged)
        return sorted(merged, key=lambda f: (f.sentence.start, f.draft.hit.first))

    def _extend(self, found: list[Found], sentence: Sentence) -> None:
        """The agreement covers trade and transport: fields of the paper told of last."""
        covers = [c for c in sentence.cues("covers") if any(abs(h.first - c.first) <= 8 for h in sentence.of("instrument"))]
        last = next((k for k in range(len(found) - 1, -1, -1) if found[k].draft.kind == "agreement"), None)
        if not covers or last is None:
            return
        f = found[last]
        defence, areas, rules = find_fields(sentence, f.draft, self._codebook, whole=True)
        stronger = max(f.defence, defence, key=["no", "unclear", "yes"].index)
        found[last] = replace(
            f, areas=tuple(sorted({*f.areas, *areas})), defence=stronger, rules=tuple(dict.fromkeys((*f.rules, *rules)))
        )

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
        cities_in = {p.mention.start for _, p, _ in places if p.mention.kind == "city"}
        set_in = []
        for draft in drafts:
            place = choose_place(draft, sentence, places)
            parties, how = find_parties(draft, sentence, place, pair, cities_in)
            set_in.append(_Setting(place, parties, how, every_party or _is_between_countries(draft, parties, how, sentence)))
        dates = self._date(sentence, drafts, set_in, narrative, number, is_lead)
        out = []
        alone = sum(s.kept for s in set_in) == 1
        for draft, dated, setting in zip(drafts, dates, set_in, strict=True):
            if not setting.kept:
                continue
            settled = _with_date(draft, dated)
            if not is_lead and setting.parties != tuple(sorted(pair)) and dated.timex is None and settled.judgement.polarity == "asserted":
                settled = replace(settled, judgement=Judgement(draft.judgement.status, "historical", draft.judgement.rules))
            defence, areas, rules = find_fields(sentence, draft, self._codebook, whole=alone)
            actors, people = self._actors(sentence, draft, dated, setting.parties, attribution, alone=alone)
            if defence == "no" and not areas and any(self._directory.is_military(m, dated.interval) for m in people):
                defence = "yes"
            out.append(
                Found(
                    sentence, settled, setting.parties, setting.how in ("clause", "both", "sentence"), actors, setting.place, dated,
                    attribution, defence, areas, tuple(dict.fromkeys((*draft.rules, *rules))),
                )
            )  # fmt: skip
        return out

    def _date(
        self, sentence: Sentence, drafts: list[Draft], set_in: list[_Setting], narrative: Narrative, number: int, is_lead: bool
    ) -> list[Dated]:
        owned, reported = assign_timexes(sentence, drafts)
        people = frozenset(m.entities[0] for m in sentence.mentions if m.kind == "person" and len(m.entities) == 1)
        said_on = None
        if reported is not None and not reported.interval.is_unknown:
            said_on = narrative.bound_past(reported.interval)
        out = [Dated() for _ in drafts]
        for i, timex in owned.items():
            out[i] = resolve(drafts[i], timex, narrative)
        out = _share_within_clause(sentence, drafts, out, owned)
        recalled: Background | None = None
        for i in sorted(range(len(drafts)), key=lambda i: i not in owned):
            draft, setting = drafts[i], set_in[i]
            if out[i].timex is None:
                out[i] = date_without_expression(
                    draft, narrative, is_lead=is_lead and sentence.role != "title", said_on=said_on, sentence=number,
                    parties=setting.parties, people=people,
                )  # fmt: skip
            dated, judgement = out[i], draft.judgement
            if not setting.kept or judgement.status in ("denied", "postponed") or judgement.polarity in ("future", "hypothetical"):
                continue
            if judgement.polarity == "historical" or dated.older:
                recalled = Background(dated.interval, people, number)
            elif not dated.ahead and not dated.interval.is_unknown:
                narrative.tell(dated, draft.kind, setting.parties, people, number)
        narrative.background = recalled or narrative.background
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


def _is_between_countries(draft: Draft, parties: tuple[str, ...], how: str, sentence: Sentence) -> bool:
    """An event of this chronology is between two countries; how sure the text must be of them depends on the act."""
    if len(parties) < 2:
        return False
    if draft.kind in _ONE_SIDED:
        return how == "clause"
    if how in ("clause", "both"):
        return True
    if draft.kind == "agreement":
        return draft.paper is not None or how == "sentence" or not _names(sentence)
    if draft.key in ("visit", "invite", "session", "accredit", "call") or draft.offered or draft.noun or how == "sentence":
        return True
    return not _names(sentence)


_ONE_SIDED = ("aid", "support", "request", "refusal", "accusation", "threat", "sanction", "other")


def _with_date(draft: Draft, dated: Dated) -> Draft:
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

    Titles and leads take date and place from the sentence that gives them; a paper called again "the agreement"
    without fields is about what it was about.
    """
    out = []
    for f in found:
        j = f.draft.judgement
        same = [
            g for g in found
            if g is not f and g.draft.kind == f.draft.kind and g.parties == f.parties
            and g.draft.judgement.status == j.status and g.draft.judgement.polarity == j.polarity
            and g.draft.offered == f.draft.offered and _same_paper(f, g)
        ]  # fmt: skip
        dated = next((g for g in same if g.dated.timex is not None and not g.dated.interval.is_unknown), None)
        if dated is None and f.sentence.role == "title":
            dated = next((g for g in same if not g.dated.interval.is_unknown), None)
        if dated is not None and f.dated.timex is None and j.polarity in ("asserted", "future"):
            met = f.dated.interval.intersect(dated.dated.interval)
            if met is not None:
                f = replace(f, dated=Dated(met, "narrated time: dated where the page tells it again"))
        if f.place is None and f.draft.key != "call" and j.polarity == "asserted" and f.draft.kind in ("agreement", "consultation"):
            named = {g.place.name: g.place for g in same if g.place is not None}
            if len(named) == 1 and not f.draft.offered:
                f = replace(f, place=next(iter(named.values())))
        if f.defence == "no" and not f.areas and f.sentence.role != "title" and f.draft.kind == "agreement":
            told = [g for g in same if g.defence != "no"]
            if told:
                f = replace(f, defence=told[0].defence)
        out.append(f)
    return out


def _same_paper(a: Found, b: Found) -> bool:
    pa, pb = a.draft.paper, b.draft.paper
    return pa is None or pb is None or pa.name == pb.name or "document" in (pa.name, pb.name) or "agreement" in (pa.name, pb.name)


__all__ = ["ClaimFinder", "DateInterval", "Found"]
