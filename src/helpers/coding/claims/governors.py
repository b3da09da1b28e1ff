"""Verbs that shape what other verbs and nouns say: agreed to, ready to, invited to, took place."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.denials import decided_against
from helpers.coding.claims.drafting import HELPERS, OCCASION_REACH, ONE_SIDED, WEAK, Draft
from helpers.coding.claims.judge import Judgement, judge
from helpers.coding.claims.offers import asked_for
from helpers.coding.claims.papers import Paper, is_subject_of_paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.subjects import is_of_goods
from helpers.coding.claims.tokens import COMMAS
from helpers.coding.claims.undone import UndoneReader

_NOUN_WORDS = 4
_OF_ACTS = ("plan", "programme", "roadmap", "schedule")  # papers that consist of acts
_ATTRIBUTIVE = ("te", "ten", "ter", "tes", "tem")
_ABOUT = ("produce", "train", "deliver", "permit", "exercise", "exhibit")
_AGREED_ON = ("visit", "meet", "session", "call", "exercise")
_PREPOSITION = 3  # letters of one
_INVITED_REACH = 10
_REACHED = 2  # words of a verb that names what was reached (came to terms on)
_CONVENED_REACH = 7  # words from the verb to the commission behind it
_WITH_WORDS = 3  # "with" and a name
_ATTRIBUTE_REACH = 2  # words between an object and the noun that says of what
_ACROSS, _ACROSS_REACH = ("meet", "visit", "session"), 2  # words between the verb and its second noun
_CLOSING_REACH = 6  # words between "will end" and the signing


def _is_of_object(sentence: Sentence, hit: Hit, complement: Hit) -> bool:
    """Settled the calendar of contacts: the object inside the verb's pattern has the noun right behind it as its attribute."""
    elements = hit.entry.elements
    return (
        not is_verb(complement)
        and len(elements) == 3
        and elements[1].gap > 0
        and len(sentence.tokens[hit.last - 1].norm) > _PREPOSITION
        and 0 <= complement.first - hit.last <= _ATTRIBUTE_REACH
    )


def _decides_against(hit: Hit, triggers: list[Hit]) -> bool:
    """Nutarta nepasirašyti, решили перенести: what was decided against or put off is told by the word for that."""
    return any(
        (
            t.entry.form == "negated"
            or (t.entry.key in ("postpone", "cancel") and t.entry.form == "infinitive")
        )
        and 0 <= t.first - hit.last <= 1
        for t in triggers
    )


def _describes_event(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> bool:
    """Ein für März vereinbartes Telefonat: a German participle with an ending, right before the noun of what was agreed on."""
    word = sentence.tokens[hit.first].norm
    return (
        hit.entry.form == "participle"
        and len(hit.spots) == 1
        and word.endswith(_ATTRIBUTIVE)
        and any(t.first == hit.last and not is_verb(t) and t.entry.key in _AGREED_ON for t in triggers)
    )


def _blamed_for(sentence: Sentence, complement: Hit | None) -> list[Hit]:
    """Accuses Tehran of supplying drones: what somebody is blamed for is what the accusation says."""
    if complement is None:
        return []
    marked = any(c.last == complement.first for c in sentence.cues("infinitive_mark"))
    return [complement] if complement.entry.form == "infinitive" or marked else []


def _fills_paper(sentence: Sentence, hit: Hit, paper: Paper | None, complement: Hit) -> bool:
    """Agreed a programme of fourteen joint exercises: the act is what the paper behind the verb consists of."""
    if paper is None or is_verb(complement) or paper.name.rpartition(" ")[2] not in _OF_ACTS:
        return False
    first, second = sorted((paper.hit, complement), key=lambda h: h.first)
    if paper.hit is first:
        beside = hit.first <= paper.hit.first <= hit.last + _NOUN_WORDS
    else:  # on dört tatbikatlık bir program üzerinde anlaştı
        beside = 0 <= hit.first - paper.hit.last <= _NOUN_WORDS
    between = sentence.tokens[first.last : second.first]
    return beside and len(between) <= _NOUN_WORDS and all(t.is_word for t in between)


class GovernorReader(UndoneReader):
    """Reads the verbs that give another trigger its tense, or deny it."""

    def _read_governors(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """Agreed to sign, decided to hold, ready to cooperate, refused to sign."""
        for hit in triggers:
            if hit.entry.key == "request":
                used.update(asked_for(sentence, hit, triggers))
            if hit.entry.key == "accuse" and is_verb(hit) and hit not in used:
                used.update(_blamed_for(sentence, self._complement(sentence, hit)))
            if hit in used or hit.entry.key not in ("agree", "offer", "refuse", "invite"):
                continue
            if hit.entry.key == "agree" and (
                _decides_against(hit, triggers) or _describes_event(sentence, hit, triggers)
            ):
                used.add(hit)
                continue
            if hit.entry.key == "refuse" and any(
                c.first <= hit.first and hit.last <= c.last + 1 for c in sentence.cues("undisclosed")
            ):
                used.add(hit)  # declined to comment
                continue
            complement = self._complement(sentence, hit)
            if hit.entry.key == "agree":  # haben sich auf die Unterzeichnung verständigt: inside the verb
                inside = [
                    t for t in triggers if hit.first < t.first and t.last < hit.last and t.entry.key == "sign"
                ]
                complement = complement or next((t for t in inside if not is_verb(t)), None)
            if hit.entry.key == "invite":  # lud ihn zu einem Besuch ein: inside the verb
                complement = next((t for t in triggers if hit.first < t.first < hit.last), complement)
            if complement is not None and (complement in used or not self._is_open(sentence, complement)):
                complement = None
            if complement is not None and hit.entry.key == "agree" and complement.entry.key in ONE_SIDED:
                complement = None  # in the statement they adopted they call for an end
            if hit.entry.key == "invite":
                if (
                    complement is not None
                    and complement.entry.key in ("visit", "meet", "exercise", "exhibit")
                    and complement.entry.form != "future"  # got an invitation and will come
                    and (
                        complement.entry.form == "infinitive" or not self._is_apart(sentence, hit, complement)
                    )
                ):
                    used.add(complement)
                used.update(self._invited_to(sentence, hit, triggers))
                continue
            if hit.entry.key == "agree":
                draft = self._read_agreement(sentence, hit, complement, used)
            elif hit.entry.key == "offer":
                draft = self._read_offer(sentence, hit, complement, used)
            else:
                draft = self._read_refusal(sentence, hit, complement, used)
            if draft is not None:
                used.add(hit)
                out.append(draft)

    @staticmethod
    def _invited_to(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> list[Hit]:
        """Renewed the invitation to attend the summit: verbs of taking part without a tense of their own, and their nouns."""
        out: list[Hit] = []
        for t in triggers:
            if not 0 <= t.first - hit.last <= _INVITED_REACH or t.entry.key not in (
                "hold",
                "meet",
                "session",
            ):
                continue
            takes_part = t.entry.key == "hold" and t.entry.form == "infinitive"
            if takes_part or (not is_verb(t) and out and t.first - out[-1].last <= _NOUN_WORDS):
                out.append(t)
        return out

    def _read_agreement(
        self, sentence: Sentence, hit: Hit, complement: Hit | None, used: set[Hit]
    ) -> Draft | None:
        own_paper = self._paper(sentence, hit)
        judgement = self._judge(sentence, hit, own_paper)
        reached = own_paper is not None and hit.first <= own_paper.hit.first < hit.last
        if reached and complement is not None and complement.last <= hit.first and not is_verb(complement):
            complement = (
                None  # görüşmeler anlaşma sağlanamadan sona erdi: the talks before it are where it was
            )
        if complement is not None and _fills_paper(sentence, hit, own_paper, complement):
            used.add(complement)
            complement = None
        if (
            complement is None
            or self._is_about(sentence, hit, own_paper, complement)
            or _is_of_object(sentence, hit, complement)
            or (
                own_paper is not None
                and (
                    0 <= own_paper.hit.first - hit.last <= 4
                    or (self._verb_last and 0 <= hit.first - own_paper.hit.last <= 4)
                    or hit.entry.form == "participle"
                    or (own_paper.hit.last <= hit.first and not is_verb(complement))  # the text was settled
                )
                and sentence.clause_of(own_paper.hit) == sentence.clause_of(hit)
                and all(t.is_word for t in sentence.tokens[hit.last : own_paper.hit.first])
                and (
                    sentence.clause_of(complement) != sentence.clause_of(hit)
                    or is_subject_of_paper(sentence, complement)
                    or (
                        complement.entry.key == "session"
                        and hit.last <= complement.first < own_paper.hit.first
                    )
                    or (
                        own_paper.hit.first < complement.first <= own_paper.hit.last
                        and complement.entry.key == "train"
                    )  # a plan of joint measures
                )
            )
        ):
            return self._make(sentence, hit, judgement, paper=own_paper)
        key, event = (
            complement.entry.key,
            self._event(complement) if complement.entry.key not in HELPERS else None,
        )
        if event is None:
            return None
        done = judgement.polarity in ("asserted", "historical")
        if (word := decided_against(sentence, hit, complement)) is not None:
            used.add(complement)
            told, paper = Judgement("denied", "negated"), self._paper(sentence, complement) or own_paper
            return self._make(sentence, complement, told, anchor=hit, paper=paper, also=(hit, word))
        if key in ("sign", "draft"):
            paper = self._paper(sentence, complement) or own_paper
            used.add(complement)
            status = "planned" if judgement.status != "denied" else "denied"
            if key == "draft":
                told = Judgement(status, judgement.polarity, judgement.rules)
                return self._make(
                    sentence, complement, told, anchor=hit, paper=paper, decided=True, also=(hit,)
                )
            told = Judgement(status, "future" if done else judgement.polarity, judgement.rules)
            return replace(self._make(sentence, complement, told, paper=paper, also=(hit,)), governor=hit)
        if key in (*WEAK, "agree", "offer", "ratify", "enter_force") or (
            key == "deliver" and done and is_of_goods(sentence, complement)
        ):
            used.add(complement)
            return self._make(sentence, hit, judgement, paper=own_paper, also=(complement,))
        if (
            not is_verb(complement)
            and event.kind == "consultation"
            and any(
                c.entry.key == "occasion"
                and 0 <= complement.first - c.last <= OCCASION_REACH
                and not self._is_what_for(sentence, c, hit)
                for c in sentence.of("cue")
            )
        ):
            return self._make(sentence, hit, judgement, paper=own_paper)
        used.add(complement)
        if judgement.status == "denied":
            if not is_verb(complement) and complement.entry.key in _ABOUT:
                # have not agreed on joint production: of which nothing is said but that
                return self._make(sentence, hit, judgement, paper=own_paper, also=(complement,))
            return self._make(sentence, complement, judgement, anchor=hit, also=(hit,))
        told = Judgement("planned", "future" if done else judgement.polarity, judgement.rules)
        return replace(self._make(sentence, complement, told, also=(hit,)), governor=hit)

    @staticmethod
    def _is_about(sentence: Sentence, hit: Hit, paper: Paper | None, complement: Hit) -> bool:
        """Reached an agreement on the training of officers: the noun right behind "on" is what it is about, and no act."""
        reached = paper is not None and hit.first <= paper.hit.first < hit.last
        return (
            (reached or hit.last - hit.first > _REACHED)
            and not is_verb(complement)
            and complement.entry.key in ("train", "deliver", "produce")
            and any(
                hit.last <= c.first and 0 <= complement.first - c.last <= 1 for c in sentence.cues("about")
            )
        )

    @staticmethod
    def _is_what_for(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
        """Umówił się (z Raisim) na spotkanie: behind the verb, or behind with whom, "at" says what was agreed on."""
        gap = cue.first - hit.last
        met = any(hit.last == c.first for c in sentence.of("with_whom")) and gap <= _WITH_WORDS
        return (gap == 0 or met) and any(p.first == cue.first for p in sentence.cues("period"))

    def _read_held_nouns(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """Took place, was held, will be held: the noun beside it happened, or will."""
        for hit in triggers:
            if hit in used or not (hit.entry.key == "hold" or self._convenes(sentence, hit, triggers)):
                continue
            if any(c.first <= hit.first and hit.last <= c.last for c in sentence.cues("scheduled")):
                continue  # preparations are under way for
            clause = sentence.clause_of(hit)
            nouns = [
                t for t in triggers
                if not is_verb(t) and t not in used and t.entry.key not in (*WEAK, "offer", "request", "support", "refuse")
                and (t.entry.key != "draft" or self._paper(sentence, t) is not None)
            ]  # fmt: skip
            said = [
                c.first for c in sentence.cues("report")
            ]  # to hold a forum, he said after the meeting: beyond it
            nouns = [t for t in nouns if not any(hit.last <= c < t.first for c in said)]
            before = [t for t in nouns if sentence.clause_of(t) == clause - 1][-1:]
            same = [t for t in nouns if sentence.clause_of(t) == clause] or before
            if before and all(self._is_beyond_comma(sentence, hit, t) for t in same):
                same = before  # the consultations, which ended on Tuesday, dealt with training
            if not same:
                continue
            if hit.entry.key == "meet":
                same = [t for t in same if t.entry.key == "session"]
                if not same:
                    continue
            noun = min(same, key=lambda t: min(abs(t.first - hit.last), abs(hit.first - t.last)))
            used.update((hit, noun))
            paper = self._paper(sentence, noun)
            event = self._event(noun)
            papers = [noun, *([paper.hit] if paper else [])]
            judgement = judge(sentence, hit, event, papers, verb_last=self._verb_last)
            out.append(self._make(sentence, noun, judgement, anchor=hit, paper=paper, also=(hit,)))
            if event.kind == "consultation" and judgement.polarity in ("future", "asserted"):
                self._read_closing(sentence, hit, same, used, out)
            self._read_across(sentence, hit, noun, same, used, out)

    def _read_across(
        self, sentence: Sentence, hit: Hit, noun: Hit, nouns: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """Podpisanie poprzedziły rozmowy: right before the verb stands one event, right behind it another; both took place."""
        told = out[-1].judgement
        if told.polarity not in ("asserted", "historical"):
            return
        led = [c.last for c in sentence.marks("occasion", "about", "period", "in_order_to", "with_whom")]
        for other in nouns:
            across = (other.last <= hit.first) != (noun.last <= hit.first)
            gap = min(abs(other.first - hit.last), abs(hit.first - other.last))
            if other in used or not across or gap > _ACROSS_REACH or other.entry.key not in _ACROSS:
                continue
            if any(0 <= other.first - at <= 1 for at in led):
                continue
            used.add(other)
            both = Judgement(self._event(other).done, told.polarity, told.rules)
            out.append(self._make(sentence, other, both, anchor=hit, also=(hit,)))
            return

    def _read_closing(
        self, sentence: Sentence, hit: Hit, nouns: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """The visit will end with the signing of a treaty: both are to come. By a signing (instrumental) the visit ended: both were."""
        told = out[-1].judgement
        to_come = told.polarity == "future"
        for other in nouns:
            near = min(abs(other.first - hit.last), abs(hit.first - other.last)) <= _CLOSING_REACH
            opens = other.last <= hit.first and other.first == sentence.opening_of(sentence.clause_of(other))
            if other in used or other.entry.key != "sign" or not (near if to_come else opens):
                continue
            if (paper := self._paper(sentence, other)) is not None:
                used.add(other)
                status = "planned" if to_come else self._event(other).done
                closed = Judgement(status, told.polarity)
                out.append(self._make(sentence, other, closed, anchor=hit, paper=paper, also=(hit,)))

    @staticmethod
    def _is_beyond_comma(sentence: Sentence, hit: Hit, noun: Hit) -> bool:
        return any(t.norm in COMMAS for t in sentence.tokens[hit.last : noun.first])

    @staticmethod
    def _convenes(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> bool:
        """The commission met: a verb of meeting beside a session holds it."""
        return hit.entry.key == "meet" and is_verb(hit) and any(
            t.entry.key == "session" and not is_verb(t) and sentence.clause_of(t) == sentence.clause_of(hit)
            and not any(0 <= t.first - c.last <= 1 for c in sentence.cues("margins"))
            and (0 <= hit.first - t.last <= 8 or 0 <= t.first - hit.last <= _CONVENED_REACH)
            for t in triggers
        )  # fmt: skip
