"""From the triggers of a sentence to drafts of claims: which events it speaks of, with status, polarity and paper."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.absent import (
    drop_spelled_like_country,
    is_fiction,
    is_question,
    is_signed_work,
    is_told,
    is_with_country,
)
from helpers.coding.claims.announced import announcement_of, intended, settle_plans
from helpers.coding.claims.answers import answer_drafts
from helpers.coding.claims.carried_out import drop_carried_out
from helpers.coding.claims.codebook import Event
from helpers.coding.claims.contrast import set_right
from helpers.coding.claims.denials import denies_a_document, denies_topic_of
from helpers.coding.claims.doubted import doubt_of_act, is_spread
from helpers.coding.claims.drafting import HELPERS, OCCASION_REACH, WEAK, Draft
from helpers.coding.claims.encounters import may_tell
from helpers.coding.claims.entry_nouns import EntryReader
from helpers.coding.claims.expletive import drop_expletives
from helpers.coding.claims.happenings import (
    hosts_event,
    is_not_spoken_of,
    is_told_by_copula,
    is_told_of,
    judge_by_place,
    judge_noun,
    plans_another,
)
from helpers.coding.claims.hearsay import read_reports
from helpers.coding.claims.judge import Judgement, governing_cues, judge
from helpers.coding.claims.left_open import leave_unconfirmed, undated_papers_once
from helpers.coding.claims.negation import is_denied
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.recounted import recount
from helpers.coding.claims.rescheduled import put_off_by_time
from helpers.coding.claims.sentences import Sentence, has_inner_zu, is_verb
from helpers.coding.claims.subjects import (
    adopted_by_both,
    is_of_one_parliament,
    is_passed_between_two,
    passed_by_parliament,
)
from helpers.coding.claims.topics import is_purpose, is_topic, journey_of, visits_once

_BESIDE = 3
_PASSING = 2  # words of a noun that names who passed a treaty
_SPEAKER_REACH = 8  # words of who said it, before "after the talks"
_MAY_BE = ("hypothetical", "infinitive")  # podría firmarse durante la estancia: who stays is still to come
_VISIT_REACH = 12  # will go in June on a return visit: one visit


class Drafter(EntryReader):
    """Reads the triggers of sentences of one language by the codebook."""

    def draft(self, sentence: Sentence) -> list[Draft]:
        """The events of a sentence, in order of their triggers."""
        drop_expletives(sentence)
        drop_carried_out(sentence)
        settle_plans(sentence)
        drop_spelled_like_country(sentence)
        read_reports(sentence)
        told = [hosts_event(sentence, t) for t in sentence.of("trigger") if is_told(sentence, t)]
        triggers = self._without_doubles(sentence, told)
        if (
            not may_tell(sentence, triggers)
            or (is_question(sentence) and sentence.answer is None)
            or is_fiction(sentence)
        ):
            return []
        used: set[Hit] = set()
        out: list[Draft] = []
        self._read_without(sentence, triggers, used, out)
        self._read_provisions(sentence, triggers, used, out)
        used.update(t for t in triggers if t not in used and is_topic(sentence, t, verb_last=self._verb_last))
        self._read_undated(sentence, triggers, used, out)
        self._read_unconfirmed(sentence, triggers, used, out)
        self._read_denials(sentence, triggers, used, out)
        self._read_put_off(sentence, triggers, used, out)
        self._read_governors(sentence, triggers, used, out)
        self._read_prepared(sentence, triggers, used, out)
        self._read_planned(sentence, triggers, used, out)
        self._read_journeys(sentence, triggers, used, out)
        self._read_relief(sentence, triggers, used, out)
        self._read_help(sentence, triggers, used, out)
        self._read_held_nouns(sentence, triggers, used, out)
        for hit in triggers:
            if hit in used or hit.entry.key in HELPERS:
                continue
            if is_verb(hit):
                draft = (
                    None
                    if is_purpose(sentence, hit, triggers, out, verb_last=self._verb_last)
                    else self._read_verb(sentence, hit)
                )
            else:
                draft = self._read_noun(sentence, hit, triggers)
            if draft is not None:
                used.add(hit)
                out.append(draft)
        self._read_absences(sentence, triggers, out)
        self._read_unspoken(sentence, out)
        self._read_signatures(sentence, triggers, out)
        self._read_expected(sentence, triggers, out)
        self._read_unsaid(sentence, triggers, used, out)
        out = [leave_unconfirmed(sentence, d, verb_last=self._verb_last) for d in undated_papers_once(out)]
        out = [set_right(put_off_by_time(sentence, d), sentence) for d in visits_once(sentence, out)]
        out = [
            d for d in out if not self._was_to_be(sentence, d, out) and not denies_topic_of(sentence, d, out)
        ]
        held = {sentence.clause_of(d.hit) for d in out if d.key == "session" and is_verb(d.anchor)}
        out = [
            d for d in out
            if not (d.key == "session" and d.noun and not is_verb(d.anchor) and sentence.clause_of(d.hit) in held)
        ]  # fmt: skip
        expanded = [
            passed_by_parliament(sentence, adopted_by_both(d))
            for draft in out
            if (draft.paper is None or not draft.paper.domestic)
            and not self._only_names_paper(sentence, draft, out)
            and not is_of_one_parliament(sentence, draft)
            for d in self._expand_papers(sentence, draft)
        ]
        return sorted(answer_drafts(sentence, expanded), key=lambda d: d.hit.first)

    @staticmethod
    def _without_doubles(sentence: Sentence, triggers: list[Hit]) -> list[Hit]:
        """A meeting or session of a commission is one event, not a meeting beside it."""
        sessions = [t for t in triggers if t.entry.key == "session"]
        sat = any(is_verb(s) for s in sessions)
        goes = [t for t in triggers if is_verb(t) and t.entry.key == "visit"]
        lacking = {c.last for c in sentence.cues("no")}  # nobody went, and no visit is planned: two
        return [
            t for t in triggers
            if is_verb(t)
            or (not (t.entry.key == "meet" and any(max(s.first - t.last, t.first - s.last) <= 6 for s in sessions))
            and not (t.entry.key == "session" and sat)
            and not (t.entry.key == "session" and any(0 <= t.first - s.last <= 3 for s in sessions))
            and not (t.entry.key == "visit" and t.first not in lacking and any(
                0 <= t.first - g.last <= _VISIT_REACH and sentence.clause_of(t) == sentence.clause_of(g) for g in goes
            )))
        ]  # fmt: skip

    def _read_verb(self, sentence: Sentence, hit: Hit) -> Draft | None:
        key = hit.entry.key
        paper = self._paper(sentence, hit)
        judgement = self._judge(sentence, hit, paper)
        if key in WEAK:
            return self._read_weak(sentence, hit, judgement)
        if self._lacks_its_modal(sentence, hit, judgement):
            if len(hit.entry.elements) == 1:
                return None
            judgement = self._judge(sentence, hit, paper, form="present")  # wo sie ein Werk bauen
        if key == "offer":
            return None  # an offer of nothing we code; with a complement it was read before
        if (
            paper is None
            and key in ("sign", "draft", "ratify", "enter_force")
            and not self._means_paper_before(sentence, hit)
            and not is_passed_between_two(sentence, hit)
        ):
            return None
        if key == "sign" and paper is not None and paper.domestic:
            return None
        if key == "produce" and not sentence.of("area") and not sentence.cues("joint"):
            nothing = judgement.status == "denied" and is_with_country(sentence, hit)
            return self._make(sentence, hit, judgement) if nothing else None
        if key == "meet" and judgement.status == "denied" and denies_a_document(sentence, hit):
            return None
        if key == "draft" and judgement.polarity == "historical":
            judgement = Judgement("planned", "asserted", judgement.rules)
        return self._make(sentence, hit, judgement, paper=paper)

    def _lacks_its_modal(self, sentence: Sentence, hit: Hit, judgement: Judgement) -> bool:
        """A German infinitive without zu depends on a modal verb; where that is not understood, nothing is known of its tense."""
        bare = (
            hit.entry.form == "infinitive"
            and sentence.tokens[hit.last - 1].norm != "werden"
            and not has_inner_zu(sentence.tokens[hit.last - 1].norm)
            and sentence.tokens[hit.last - 2].norm != "zu"
            and self._lexicon.reading.nouns_capitalised
        )
        return (
            bare and judgement.polarity == "future" and not any(r.startswith("cue.") for r in judgement.rules)
        )

    def _was_to_be(self, sentence: Sentence, draft: Draft, out: list[Draft]) -> bool:
        """Called off the journey to Minsk, where he was to meet the minister: the meeting falls with it."""
        if draft.judgement.polarity != "future":
            return False
        first = draft.hit.first
        clause = sentence.clause_of(draft.hit)
        meant = any(
            -1 <= first - c.last <= 1 or (self._verb_last and sentence.clause_of(c) == clause)
            for c in sentence.cues("was_to")
        )
        return meant and any(
            d is not draft and d.kind == draft.kind and d.judgement.status in ("denied", "postponed")
            for d in out
        )

    @staticmethod
    def _dates_another(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
        """A word of planning inside an expression of time that does not stand beside the noun: a roadmap for the coming years."""
        word = sentence.tokens[cue.first]
        inside = any(t.start <= word.start < t.end for t in sentence.timexes)
        return inside and (hit.first - cue.last > 0 or cue.first - hit.last > _BESIDE)

    def _read_possible_act(
        self, sentence: Sentence, hit: Hit, cues: list[Hit], announced: Hit | None
    ) -> Draft | None:
        """Weighs the purchase of missiles, rumours of a plant; an act of the kind that is announced is read as such."""
        told = doubt_of_act(sentence, hit, cues, verb_last=self._verb_last)
        if told is None and announced is not None:
            also = (announced,)
            return self._make(sentence, hit, judge_noun(sentence, hit, self._event(hit), cues), also=also)
        return self._make(sentence, hit, told) if told is not None else None

    @staticmethod
    def _opens_a_period(sentence: Sentence, cue: Hit) -> bool:
        """A plan for 2011: the word that elsewhere says on which occasion stands before a time."""
        if cue.last >= len(sentence.tokens) or not any(p.first == cue.first for p in sentence.cues("period")):
            return False
        after = sentence.tokens[cue.last].start
        return any(t.start <= after < t.end for t in sentence.timexes)

    @staticmethod
    def _only_names_paper(sentence: Sentence, draft: Draft, out: list[Draft]) -> bool:
        """Ratified the agreement signed with Iran: the participle says which paper, unless it says when it was signed."""
        if draft.key != "sign" or draft.hit.entry.form != "participle" or draft.paper is None:
            return False
        paper, hit = draft.paper.hit, draft.hit
        if not any(
            d.key in ("ratify", "enter_force") and d.paper is not None and d.paper.hit == paper for d in out
        ):
            return False
        low, high = min(hit.first, paper.first) - 3, max(hit.last, paper.last) + 3
        return not any(low <= sentence.token_at(t.start) < high for t in sentence.timexes)

    @staticmethod
    def _means_paper_before(sentence: Sentence, hit: Hit) -> bool:
        """A paper just spoken of (it will be signed), or any paper where a signing is told as done; never a law or autograph."""
        if sentence.of("domestic") or is_signed_work(sentence, hit):
            return False
        told = hit.entry.key == "sign" and hit.entry.form in ("past", "participle", "negated", "pluperfect")
        return told or (sentence.is_sequel and (hit.entry.key != "draft" or hit.entry.form == "present"))

    def _read_noun(self, sentence: Sentence, hit: Hit, triggers: list[Hit]) -> Draft | None:
        """A noun counts when an occasion word, a plan or a person or country beside it makes it a happening."""
        key = hit.entry.key
        if key in (*WEAK, "offer", "draft"):
            return None
        event = self._event(hit)
        paper = self._paper(sentence, hit)
        cues = governing_cues(sentence, hit, verb_last=self._verb_last)
        papers = [paper.hit] if paper is not None else []
        said = [c for c in cues if c.entry.key == "no" or (c.entry.key == "negation" and c.last == hit.first)]
        denied = is_denied(sentence, hit, said, papers, verb_last=self._verb_last)
        if denied is not None:
            return self._make(
                sentence, hit, Judgement("denied", "negated", (denied.entry.rule,)), paper=paper
            )
        leads = ("infinitive_mark", "future") if self._lexicon.reading.bare_verbs else ("future",)
        if any(c.last == hit.first and c.entry.key in leads for c in sentence.of("cue")):
            return self._make(sentence, hit, Judgement("planned", "future"), paper=paper)
        if self._lexicon.reading.bare_verbs and any(
            c.last == hit.first and c.entry.key == "hypothetical" for c in cues
        ):
            return self._make(sentence, hit, Judgement("planned", "hypothetical"), paper=paper)
        scheduled = [
            c for c in cues
            if c.entry.key == "scheduled" and not self._dates_another(sentence, c, hit)
            and not (c.first >= hit.last and any(t.first >= hit.last and t.last == c.first and not is_verb(t) for t in triggers))
        ]  # fmt: skip
        scheduled = scheduled or intended(sentence, hit, cues)
        if scheduled and plans_another(sentence, scheduled, hit, triggers):
            return None  # during the visit a signing is expected: of a visit that was told of before
        if any(0 <= c.first - n.last <= 1 for c in scheduled for n in sentence.cues("negation", "no")):
            return self._make(sentence, hit, Judgement("denied", "negated"), paper=paper)
        if scheduled:
            rules = tuple(c.entry.rule for c in scheduled)
            hypothetical = any(c.entry.key == "hypothetical" for c in cues)
            return self._make(
                sentence,
                hit,
                Judgement("planned", "hypothetical" if hypothetical else "future", rules),
                paper=paper,
            )
        occasion = next(
            (c for c in sentence.cues("occasion")
             if not self._opens_a_period(sentence, c) and c.first < hit.first and -1 <= hit.first - c.last <= OCCASION_REACH and sentence.clause_of(c) == sentence.clause_of(hit)
             and not self._verb_between(sentence, c, hit)), None,
        )  # fmt: skip
        occasion = occasion or next(
            (c for c in sentence.cues("occasion_after") if hit.first <= c.first <= hit.last + 1), None
        )
        if (
            occasion is not None
            and key in ("meet", "session")
            and any(c.first <= occasion.first < c.last for c in sentence.cues("margins"))
        ):
            return None  # on the margins of the meeting of others
        told = judge_by_place(sentence, hit, free_order=self._lexicon.reading.free_order)
        if told is not None:
            return self._make(sentence, hit, told, paper=paper)
        announced = announcement_of(sentence, hit)
        if key == "train" and is_told_by_copula(sentence, hit):
            return self._make(sentence, hit, judge_noun(sentence, hit, event, cues))
        if event.kind == "cooperation" and hit.entry.key != "exercise":
            return self._read_possible_act(sentence, hit, cues, announced)
        if announced is not None:
            judgement = judge_noun(sentence, hit, event, cues)
            if judgement.polarity == "asserted" and is_spread(sentence, hit, verb_last=self._verb_last):
                judgement = Judgement("rumoured", "hypothetical", judgement.rules)
            return self._make(sentence, hit, judgement, paper=paper, also=(announced,))
        passed = (
            key == "ratify" and hit.first <= 1 and hit.last - hit.first > _PASSING
        )  # green light of parliament
        headline = (
            (sentence.role == "title" or passed) and hit.entry.key in ("sign", "ratify") and paper is not None
        )
        journey = journey_of(sentence, hit, triggers) if event.kind == "consultation" else None
        if journey is not None:
            judgement = self._judge(sentence, journey, None)
            return self._make(sentence, hit, judgement, anchor=journey, also=(journey,))
        if occasion is None and not headline and not is_told_of(sentence, hit, event):
            return None
        nameless = event.kind == "agreement" and paper is None
        if occasion is None and (nameless or is_not_spoken_of(sentence, hit)):
            return None
        if occasion is None:
            judgement = judge_noun(sentence, hit, event, cues)
        else:
            judgement = self._noun_judgement(sentence, hit, event, triggers)
            if key == "visit" and judgement.polarity == "future" and not is_told_of(sentence, hit, event):
                return None  # will be signed at the end of the visit: of a visit that was told of before
        return self._make(sentence, hit, judgement, paper=paper, also=(occasion,) if occasion else ())

    def _noun_judgement(self, sentence: Sentence, hit: Hit, event: Event, triggers: list[Hit]) -> Judgement:
        """A noun on the side takes the tense of the verb of its clause (will sign during the visit)."""
        clause = sentence.clause_of(hit)
        telling = (t for t in triggers if is_verb(t) and t.entry.key not in (*WEAK, "offer"))
        verbs = [t for t in telling if sentence.clause_of(t) == clause]
        historical = any(
            c.entry.key in ("historical", "pluperfect") and sentence.clause_of(c) == clause and c.last <= hit.first
            and hit.first - c.last <= 4
            for c in sentence.of("cue")
        )  # fmt: skip
        if historical:
            return Judgement(event.done, "historical")
        if hit.entry.key == "call" and any(sentence.clause_of(r) == clause for r in sentence.cues("report")):
            # said in a telephone call that they will meet: the call was
            return Judgement(event.done, "asserted")
        if event.kind == "consultation" and any(
            0 <= c.first - r.last <= _SPEAKER_REACH
            and sentence.clause_of(c) == sentence.clause_of(r)
            and not any(r.last <= t.first < c.first for t in triggers)
            for r in sentence.cues("report")
            for c in sentence.cues("occasion")
            if c.last <= hit.first <= c.last + OCCASION_REACH
        ):
            return Judgement(event.done, "asserted")  # it will be ready, the minister said after the talks
        if verbs:
            nearest = min(verbs, key=lambda v: min(abs(v.first - hit.last), abs(hit.first - v.last)))
            if (
                nearest.entry.key not in HELPERS or nearest.entry.form == "future"
            ):  # will end with the signing
                of = event if nearest.entry.key in HELPERS else self._event(nearest)
                told = judge(sentence, nearest, of, [], verb_last=self._verb_last)
                if told.polarity == "future" or (told.polarity, nearest.entry.form) == _MAY_BE:
                    return Judgement("planned", "future", told.rules)
                if told.polarity == "historical":
                    return Judgement(event.done, "historical", told.rules)
        elif any(
            r.entry.form == "future" and sentence.clause_of(r) == clause for r in sentence.cues("receives")
        ):
            return Judgement("planned", "future")  # after the talks the president will receive him
        elif hit.entry.key == "exercise":  # will take part in an exercise
            for cue in sentence.cues("future", "intention"):
                if sentence.clause_of(cue) == clause and cue.last <= hit.first:
                    return Judgement("planned", "future", (cue.entry.rule,))
        return Judgement(event.done, "asserted")

    @staticmethod
    def _expand_papers(sentence: Sentence, draft: Draft) -> list[Draft]:
        """A memorandum and a plan were signed: one draft for each single paper in the list, and for each number of them."""
        if draft.paper is None:
            return [draft]
        others = draft.paper.others or recount(sentence, draft.paper)
        return [draft, *(replace(draft, paper=p, rules=(*draft.rules, *p.rules)) for p in others)]
