"""All claims of one article: sentences read, events drafted, then parties, place, people, date, sources and fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace

from helpers.coding.claims.admission import is_between_countries
from helpers.coding.claims.answers import drop_asked
from helpers.coding.claims.article_text import article_pair, lead_of, read_article
from helpers.coding.claims.attribution import find_attribution
from helpers.coding.claims.bystanders import seats_of_missions
from helpers.coding.claims.carried import may_be_of_pair, names_anybody, third_parties
from helpers.coding.claims.ceremonies import date_by_ceremony
from helpers.coding.claims.codebook import Codebook
from helpers.coding.claims.continued import continue_what_was_told
from helpers.coding.claims.counted_on import spans_after
from helpers.coding.claims.denials import deny_what_was_told
from helpers.coding.claims.directory import Directory
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.drafts import Drafter
from helpers.coding.claims.fields import TOLD_BEFORE, find_fields
from helpers.coding.claims.initialled import agree_initialled
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.lexicon import Lexicon
from helpers.coding.claims.merging import Found, carry_defence, merge_returns, merge_twins, settle_article
from helpers.coding.claims.narrative import Dated, Narrative
from helpers.coding.claims.not_before import plan_for_later
from helpers.coding.claims.of_others import OF_OTHERS, denies_others
from helpers.coding.claims.one_side_alone import deny_joint_act
from helpers.coding.claims.one_sided import find_sides, follow_requests, note_request
from helpers.coding.claims.papers import Paper
from helpers.coding.claims.parties import choose_place, find_places
from helpers.coding.claims.people import find_actors
from helpers.coding.claims.presupposed import comes_after
from helpers.coding.claims.purposes import came_for
from helpers.coding.claims.put_later import put_later
from helpers.coding.claims.relief import is_relief
from helpers.coding.claims.scene import Scene, take_up
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.subjects import is_of_sport, tells_of_athletes
from helpers.coding.claims.timing import Setting, date_events, note_plan, open_invitation
from helpers.coding.claims.told_entries import told_as_done
from helpers.coding.claims.trainees import train_travellers
from helpers.coding.claims.verdicts import settle_verdicts
from helpers.coding.claims.whereabouts import note_place, place_told_of
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention, PassageRole, Publication, Timex


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
        claimed: DateInterval | None = None,
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
            claimed: the day the page shows, where its text contradicts it and `published` reaches to the day of the text.
        """
        sentences = read_article(
            text,
            passages,
            mentions=mentions,
            timexes=timexes,
            published=published.interval,
            lexicon=self._lexicon,
        )
        contest = is_of_sport(sentences)
        self._directory.meet(mentions)
        pair = article_pair(sentences, profile)
        narrative = Narrative(published.interval, self._codebook.news_window, claimed=claimed)
        found: list[Found] = []
        speaker: tuple[str, ...] = ()
        scene = Scene(articles=self._lexicon.reading.articles)
        others: tuple[int, tuple[str, ...]] | None = None
        lead = lead_of(sentences)
        order = [s for s in sentences if s.role != "title"] + [s for s in sentences if s.role == "title"]
        outside = (narrative, scene)
        for number, sentence in enumerate(order):
            if sentence.entry is None:
                narrative, scene = outside
            elif narrative is outside[0]:  # a list of dates has a narrated time and people of its own
                narrative, scene = replace(narrative, by_kind=dict(narrative.by_kind)), deepcopy(scene)
            attribution, speaker, sources = find_attribution(sentence, self._directory.source, speaker)
            sentence.sources = frozenset(m.start for m in sources)
            topic = scene.topic(number) if sentence.role != "title" else None
            sentence.is_sequel = topic is not None
            sentence.of_athletes = contest or tells_of_athletes(
                sentence, order[number - 1] if number else None
            )
            drafts = [_with_topic(d, topic, sentence) for d in self._drafter.draft(sentence)]
            if not drafts and found:
                self._extend(found, sentence)
                date_by_ceremony(sentence, order[:number], found)
            goes_on = (
                others if others and others[0] == sentence.passage and not names_anybody(sentence) else None
            )
            claims = self._complete(
                sentence, drafts, pair=goes_on[1] if goes_on else pair, narrative=narrative, attribution=attribution,
                number=number, is_lead=sentence.passage == lead or sentence.role in ("lead", "title"), every_party=every_party,
                scene=scene,
            )  # fmt: skip
            claims = [c for c in claims if not (found and _only_dates(c, found[-1], published.interval))]
            others = third_parties(claims, pair, goes_on is not None, sentence.passage)
            denied = None if drafts or not found else deny_what_was_told(
                sentence, order[max(0, number - 2) : number][::-1], found, attribution, verb_last=self._lexicon.reading.verb_last
            )  # fmt: skip
            if denied is None and not drafts and number:
                claims = continue_what_was_told(
                    sentence, order[max(0, number - 2) : number], found, self._codebook, narrative, number=number, attribution=attribution,
                    lexicon=self._lexicon, directory=self._directory,
                )  # fmt: skip
            found += claims if denied is None else [denied]
            narrative.read(sentence.timexes, sentence.passage, adrift=bool(spans_after(sentence)))
            papers = [f.draft.paper for f in claims if f.draft.paper is not None]
            scene.tell(sentence, number, papers, lambda m: self._directory.is_military(m, published.interval))
        found = drop_asked(order, settle_verdicts(order, found))
        merged = merge_returns(merge_twins(found))
        merged = carry_defence(settle_article(merged), self._is_civil(published.interval))
        return sorted(merged, key=lambda f: (f.sentence.start, f.draft.hit.first))

    def _is_civil(self, published: DateInterval) -> Callable[[Found], bool]:
        """Tells whether the sentence of a claim names people or bodies without a part in defence."""

        def is_civil(found: Found) -> bool:
            s = found.sentence
            acting = [
                m
                for m in s.mentions
                if m.kind in ("person", "office", "organisation") and m.start not in s.sources
            ]
            when = published if found.dated.interval.is_unknown else found.dated.interval
            return any(not self._directory.is_military(m, when) for m in acting if len(m.entities) == 1)

        return is_civil

    def _extend(self, found: list[Found], sentence: Sentence) -> None:
        """The agreement covers trade and transport: fields of the paper told of last."""
        covers = [
            c
            for c in sentence.cues("covers")
            if any(abs(h.first - c.first) <= 8 for h in sentence.of("instrument"))
        ]
        last = next((k for k in range(len(found) - 1, -1, -1) if found[k].draft.kind == "agreement"), None)
        if not covers or last is None:
            return
        f = found[last]
        defence, areas, rules = find_fields(sentence, f.draft, self._codebook, whole=True)
        stronger = max(f.defence, defence, key=["no", "unclear", "yes"].index)
        found[last] = replace(
            f,
            areas=tuple(sorted({*f.areas, *areas})),
            own_fields=bool(f.areas) and f.own_fields,
            defence=stronger,
            rules=tuple(dict.fromkeys((*f.rules, *rules))),
        )

    def _complete(
        self, sentence: Sentence, drafts: list[Draft], *, pair: tuple[str, ...], narrative: Narrative,
        attribution: tuple[str, ...], number: int, is_lead: bool, every_party: bool, scene: Scene,
    ) -> list[Found]:  # fmt: skip
        if not drafts:
            note_plan(sentence, [], [], narrative, number)
            return []
        if sentence.entry is not None:
            done = self._codebook.events
            drafts = [told_as_done(d, sentence, narrative.published, done[d.key].done) for d in drafts]
        drafts = plan_for_later(sentence, follow_requests(drafts), narrative.published)
        places = find_places(sentence, capitals=self._directory.capital)
        seats = seats_of_missions(sentence, pair)
        places = [p for p in places if p[1].mention.start not in seats]
        sentence.scenery = seats | {p.mention.start for _, p, _ in places}
        set_in = []
        capitals = self._lexicon.reading.nouns_capitalised
        for draft in drafts:
            place = choose_place(draft, sentence, places) or place_told_of(draft, sentence, scene, number)
            parties, how = find_sides(draft, sentence, place, pair, scene, number)
            if (draft.key in ("deliver", "aid") and not is_relief(draft)) or comes_after(sentence, draft):
                place = None  # the town says to whom, or where something else came before it
            # What is presumed is so of the two the article is about alone.
            strange = draft.is_presumed and set(parties) != set(pair)
            kept = every_party or (
                not strange
                and is_between_countries(draft, parties, how, sentence, scene.countries, scene.near(number))
                and (how != "pair" or may_be_of_pair(draft, sentence, nouns_capitalised=capitals))
            )
            set_in.append(Setting(place, parties, how, kept))
            note_request(draft, parties, kept, scene, number)
        set_in = _keep_with_paper(drafts, set_in)
        reading = self._lexicon.reading
        verb_last = (
            reading.verb_last and not reading.nouns_capitalised
        )  # a German main clause goes on behind its verb
        dates = date_events(
            sentence, drafts, set_in, narrative, number=number, is_lead=is_lead, verb_last=verb_last
        )  # fmt: skip
        out = []
        alone = sum(s.kept for s in set_in) == 1
        for draft, found_date, setting in zip(drafts, dates, set_in, strict=True):
            dated = found_date
            if not setting.kept:
                continue
            if dated.passed and came_for(sentence, draft, drafts):
                dated = Dated(basis="none: what they came for")
            settled = _with_date(draft, dated, self._codebook.events[draft.key].done)
            settled = put_later(agree_initialled(settled, sentence), sentence)
            settled = train_travellers(settled, sentence, self._codebook)
            settled = deny_joint_act(sentence, settled, setting.parties)
            if (
                not is_lead
                and not set(setting.parties) >= set(pair)
                and dated.timex is None
                and settled.judgement.polarity == "asserted"
            ):
                settled = replace(
                    settled, judgement=Judgement(draft.judgement.status, "historical", draft.judgement.rules)
                )
            defence, areas, rules = find_fields(sentence, draft, self._codebook, whole=alone)
            actors, people = find_actors(
                sentence, draft, dated, setting.parties, attribution, self._directory, scene, number=number, alone=alone, published=narrative.published,
                place=setting.place,
            )  # fmt: skip
            settled, dated = self._recall_former(settled, open_invitation(settled, dated), people, narrative)
            note_place(settled, setting.place, scene, number)
            if any(not sentence.start <= m.start < sentence.end for m in people):
                rules = (*rules, TOLD_BEFORE)
            if denies_others(sentence, settled):
                rules = (*rules, OF_OTHERS)
            military = any(self._directory.is_military(m, dated.interval) for m in people)
            if defence == "no" and not areas and (military or scene.acts_for_defence(sentence, number)):
                defence = "yes"
            out.append(
                Found(
                    sentence, settled, setting.parties, setting.how in ("clause", "both", "sentence"), actors, setting.place, dated,
                    attribution, defence, areas, tuple(dict.fromkeys((*draft.rules, *rules))),
                )
            )  # fmt: skip
        return out

    def _recall_former(
        self, draft: Draft, dated: Dated, people: list[Mention], narrative: Narrative
    ) -> tuple[Draft, Dated]:
        """Somebody whose offices have all ended acted in them: what no expression dates is background, not the news."""
        if dated.timex is not None or dated.older or draft.judgement.polarity != "asserted":
            return draft, dated
        if not any(self._directory.is_former(m, narrative.published) for m in people):
            return draft, dated
        recalled = Judgement(draft.judgement.status, "historical", draft.judgement.rules)
        return replace(draft, judgement=recalled), Dated(basis="none: of people no longer in office")


def _only_dates(claim: Found, told: Found, published: DateInterval) -> bool:
    """It was to meet in September: when that was to be of which the sentence before says that it was not."""
    latest, day = claim.dated.interval.latest, published.earliest
    over = latest is not None and day is not None and latest < day
    same = (claim.draft.kind, claim.parties) == (told.draft.kind, told.parties)
    undone = told.draft.judgement.status in ("denied", "postponed")
    return (
        over
        and same
        and undone
        and claim.draft.judgement.polarity == "future"
        and bool(claim.sentence.cues("was_to"))
    )


def _keep_with_paper(drafts: list[Draft], set_in: list[Setting]) -> list[Setting]:
    """The plan was initialled, its signing was moved to the minister's visit: what becomes of one paper is of the same two."""
    between = {
        d.paper.hit: s
        for d, s in zip(drafts, set_in, strict=True)
        if s.kept and d.kind == "agreement" and d.paper
    }
    return [
        replace(s, kept=True)
        if d.key == "sign"
        and d.paper
        and d.paper.hit in between
        and between[d.paper.hit].parties == s.parties
        else s
        for d, s in zip(drafts, set_in, strict=True)
    ]


def _with_topic(draft: Draft, topic: Paper | None, sentence: Sentence) -> Draft:
    """It, the document: the paper spoken of just before gives its name where the sentence has none of its own."""
    if topic is None or draft.kind != "agreement":
        return draft
    if draft.paper is None:
        return (
            replace(draft, paper=replace(topic, others=()))
            if draft.key in ("sign", "ratify", "enter_force")
            else draft
        )
    return replace(draft, paper=take_up(draft.paper, topic, sentence))


def _with_date(draft: Draft, dated: Dated, done: str) -> Draft:
    """The date can turn news into background, or a present tense into a plan."""
    j = draft.judgement
    if dated.same_day:
        return replace(draft, judgement=Judgement(j.status, "asserted", j.rules))
    if dated.passed:
        return replace(draft, judgement=Judgement(done, "historical" if dated.older else "asserted", j.rules))
    if dated.ahead and j.polarity == "asserted":
        return replace(draft, judgement=Judgement("planned", "future", j.rules))
    # the memorandum of 2007 is in force
    lasts = draft.key == "enter_force" and draft.hit.entry.form == "present"
    if dated.older and j.polarity == "asserted" and not draft.offered and not lasts:
        return replace(draft, judgement=Judgement(j.status, "historical", j.rules))
    return draft
