"""From the triggers of a sentence to drafts of claims: which events it speaks of, with status, polarity and paper."""

from __future__ import annotations

from dataclasses import dataclass, replace

from helpers.coding.claims.codebook import Codebook, Event
from helpers.coding.claims.judge import Judgement, governing_cues, is_denied, judge
from helpers.coding.claims.lexicon import Lexicon
from helpers.coding.claims.papers import Paper, bind_papers
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

AGREEMENT = ("sign", "agree", "draft", "ratify", "enter_force")
WEAK = ("cooperate", "deepen")  # no event of their own: need a possibility, an intention or a governing verb
_HELPERS = ("hold", "deny", "postpone", "cancel")
_OCCASION_REACH = 6
_COMPLEMENT_REACH = 14


@dataclass(frozen=True, slots=True)
class Draft:
    """An event a sentence speaks of, before parties, place and date are looked for.

    Attributes:
        hit: the trigger that names it.
        anchor: the token whose clause holds what is said of it (the helper verb for nouns).
        key: event of the codebook.
        kind: kind of claim.
        judgement: status and polarity.
        paper: the instrument, for agreements.
        mode: PLOVER mode by the codebook.
        offered: it is an offer.
        refused: a party refuses it.
        decided: a decision to make it is what happened (dated by the decision).
        noun: it is told by a noun.
        rules: lexicon rules that fired.
    """

    hit: Hit
    anchor: Hit
    key: str
    kind: str
    judgement: Judgement
    paper: Paper | None = None
    mode: str | None = None
    offered: bool = False
    refused: bool = False
    decided: bool = False
    noun: bool = False
    rules: tuple[str, ...] = ()


class Drafter:
    """Reads the triggers of sentences of one language by the codebook."""

    def __init__(self, lexicon: Lexicon, codebook: Codebook):
        self._lexicon = lexicon
        self._codebook = codebook
        self._verb_last = lexicon.reading.verb_last

    def draft(self, sentence: Sentence) -> list[Draft]:
        """The events of a sentence, in order of their triggers."""
        triggers = self._without_doubles(sentence.of("trigger"))
        if not triggers:
            return []
        used: set[Hit] = set()
        out: list[Draft] = []
        self._read_denials(sentence, triggers, used, out)
        self._read_put_off(sentence, triggers, used, out)
        self._read_governors(sentence, triggers, used, out)
        self._read_held_nouns(sentence, triggers, used, out)
        for hit in triggers:
            if hit in used or hit.entry.key in _HELPERS:
                continue
            if is_verb(hit):
                draft = self._read_verb(sentence, hit)
            else:
                draft = self._read_noun(sentence, hit, triggers)
            if draft is not None:
                used.add(hit)
                out.append(draft)
        expanded = [d for draft in out for d in self._expand_papers(sentence, draft)]
        return sorted(expanded, key=lambda d: d.hit.first)

    @staticmethod
    def _without_doubles(triggers: list[Hit]) -> list[Hit]:
        """A meeting or session of a commission is one event, not a meeting beside it."""
        sessions = [t for t in triggers if t.entry.key == "session"]
        sat = any(is_verb(s) for s in sessions)
        return [
            t for t in triggers
            if is_verb(t)
            or not (t.entry.key == "meet" and any(max(s.first - t.last, t.first - s.last) <= 3 for s in sessions))
            and not (t.entry.key == "session" and sat)
        ]  # fmt: skip

    # -- single triggers -------------------------------------------------------------------------------------------

    def _event(self, hit: Hit) -> Event:
        return self._codebook.events[hit.entry.key]

    def _make(
        self, sentence: Sentence, hit: Hit, judgement: Judgement, *, anchor: Hit | None = None, paper: Paper | None = None,
        offered: bool = False, refused: bool = False, decided: bool = False, also: tuple[Hit, ...] = (), kind: str | None = None,
    ) -> Draft:  # fmt: skip
        event = self._event(hit)
        rules = (hit.entry.rule, *(h.entry.rule for h in also), *judgement.rules)
        if paper is not None:
            rules = (*rules, *paper.rules)
        return Draft(
            hit, anchor or hit, hit.entry.key, kind or event.kind, judgement, paper,
            event.mode, offered, refused, decided, not is_verb(hit), tuple(dict.fromkeys(rules)),
        )  # fmt: skip

    def _paper(self, sentence: Sentence, hit: Hit) -> Paper | None:
        if hit.entry.key not in AGREEMENT:
            return None
        return bind_papers(sentence, hit, verb_last=self._verb_last)

    def _judge(self, sentence: Sentence, hit: Hit, paper: Paper | None, form: str | None = None) -> Judgement:
        papers = [paper.hit] if paper is not None else []
        return judge(sentence, hit, self._event(hit), papers, verb_last=self._verb_last, form=form)

    def _read_verb(self, sentence: Sentence, hit: Hit) -> Draft | None:
        key = hit.entry.key
        paper = self._paper(sentence, hit)
        judgement = self._judge(sentence, hit, paper)
        if key in WEAK:
            return self._read_weak(sentence, hit, judgement)
        if key == "offer":
            return None  # an offer of nothing we code; with a complement it was read before
        if key in ("draft", "ratify", "enter_force") and paper is None:
            return None
        if key == "sign" and paper is None and not self._signs_something(sentence, hit):
            return None
        if key == "sign" and paper is not None and paper.domestic:
            return None
        if key == "produce" and not sentence.of("area"):
            return None
        if key == "draft" and judgement.polarity == "historical":
            judgement = Judgement("planned", "asserted", judgement.rules)
        return self._make(sentence, hit, judgement, paper=paper)

    def _signs_something(self, sentence: Sentence, hit: Hit) -> bool:
        """A signing without a named paper counts in the past, where no law or autograph is what was signed."""
        return hit.entry.form in ("past", "participle", "negated", "pluperfect") and not sentence.of("domestic")

    def _read_weak(self, sentence: Sentence, hit: Hit, judgement: Judgement) -> Draft | None:
        """Could cooperate, want to deepen ties: an offer; anything else said of ties is no claim."""
        cues = governing_cues(sentence, hit, verb_last=self._verb_last)
        keys = {c.entry.key for c in cues if c.first < hit.first or self._verb_last}
        near = [c for c in cues if c.entry.key in ("intention", "hypothetical") and hit.first - c.last <= 3]
        if not near and hit.entry.form != "possible":
            return None
        if judgement.status == "denied" or any(c.first < hit.first for c in sentence.cues("undisclosed")):
            return None
        if hit.entry.key == "deepen":
            if "intention" not in keys or "hypothetical" in keys or self._complement(sentence, hit, ("cooperate",)) is None:
                return None
            return self._make(sentence, hit, Judgement("discussed", "asserted", judgement.rules), offered=True)
        if "hypothetical" in keys or hit.entry.form == "possible":
            return self._make(sentence, hit, Judgement("discussed", "hypothetical", judgement.rules), offered=True)
        return self._make(sentence, hit, Judgement("discussed", "asserted", judgement.rules), offered=True)

    def _read_noun(self, sentence: Sentence, hit: Hit, triggers: list[Hit]) -> Draft | None:
        """A noun counts when an occasion word, a plan or a person or country beside it makes it a happening."""
        key = hit.entry.key
        if key in (*WEAK, "offer", "draft"):
            return None
        event = self._event(hit)
        paper = self._paper(sentence, hit)
        cues = governing_cues(sentence, hit, verb_last=self._verb_last)
        papers = [paper.hit] if paper is not None else []
        denied = is_denied(sentence, hit, [c for c in cues if c.entry.key == "no"], papers, verb_last=self._verb_last)
        if denied is not None:
            return self._make(sentence, hit, Judgement("denied", "negated", (denied.entry.rule,)), paper=paper)
        if any(c.last == hit.first and c.entry.key in ("infinitive_mark", "future") for c in sentence.of("cue")):
            return self._make(sentence, hit, Judgement("planned", "future"), paper=paper)
        scheduled = [c for c in cues if c.entry.key == "scheduled"]
        if scheduled:
            rules = tuple(c.entry.rule for c in scheduled)
            hypothetical = any(c.entry.key == "hypothetical" for c in cues)
            return self._make(
                sentence, hit, Judgement("planned", "hypothetical" if hypothetical else "future", rules), paper=paper
            )
        occasion = next(
            (c for c in sentence.cues("occasion")
             if 0 <= hit.first - c.last <= _OCCASION_REACH and sentence.clause_of(c) == sentence.clause_of(hit)
             and not self._verb_between(sentence, c, hit)), None,
        )  # fmt: skip
        if occasion is None and not self._is_told_of(sentence, hit, event):
            return None
        if event.kind == "agreement" and occasion is None and paper is None:
            return None
        if occasion is None:
            background = any(c.entry.key in ("historical", "pluperfect") for c in cues)
            judgement = Judgement(event.done, "historical" if background else "asserted")
        else:
            judgement = self._noun_judgement(sentence, hit, event, triggers)
        return self._make(sentence, hit, judgement, paper=paper, also=(occasion,) if occasion else ())

    def _noun_judgement(self, sentence: Sentence, hit: Hit, event: Event, triggers: list[Hit]) -> Judgement:
        """A noun on the side takes the tense of the verb of its clause (will sign during the visit)."""
        clause = sentence.clause_of(hit)
        verbs = [t for t in triggers if is_verb(t) and t.entry.key not in (*WEAK, "offer") and sentence.clause_of(t) == clause]
        historical = any(
            c.entry.key in ("historical", "pluperfect") and sentence.clause_of(c) == clause and c.last <= hit.first
            and hit.first - c.last <= 4
            for c in sentence.of("cue")
        )  # fmt: skip
        if historical:
            return Judgement(event.done, "historical")
        if verbs:
            nearest = min(verbs, key=lambda v: min(abs(v.first - hit.last), abs(hit.first - v.last)))
            if nearest.entry.key not in _HELPERS:
                told = judge(sentence, nearest, self._event(nearest), [], verb_last=self._verb_last)
                if told.polarity in ("future", "historical"):
                    return Judgement("planned" if told.polarity == "future" else event.done, told.polarity, told.rules)
        return Judgement(event.done, "asserted")

    @staticmethod
    def _verb_between(sentence: Sentence, a: Hit, b: Hit) -> bool:
        return any(is_verb(t) and a.last <= t.first and t.last <= b.first for t in sentence.of("trigger"))

    def _is_told_of(self, sentence: Sentence, hit: Hit, event: Event) -> bool:
        """Somebody's meeting or visit with a date or place of its own, or in a headline, is told as a happening."""
        if event.kind != "consultation" or not self._belongs_to_somebody(sentence, hit):
            return False
        clause = sentence.clause_of(hit)
        dated = any(sentence.clause_at(t.start) == clause and t.type in ("DATE", "TIME") for t in sentence.timexes)
        placed = any(sentence.clause_at(m.start) == clause and m.kind == "city" for m in sentence.mentions)
        return dated or placed or sentence.role == "title"

    @staticmethod
    def _belongs_to_somebody(sentence: Sentence, hit: Hit) -> bool:
        """A person or country stands within two words: Lukashenko's visit, визит Лукашенко, the Minsk talks."""
        tokens = sentence.tokens
        first, last = hit.first, hit.last
        while first > 0 and hit.first - first < 3 and (tokens[first - 1].is_word or tokens[first - 1].norm in "'’\""):
            first -= 1
        while last < len(tokens) and last - hit.last < 4 and tokens[last].is_word:
            last += 1
        low, high = tokens[first].start, tokens[last - 1].end
        return any(
            low <= m.start < high and m.kind in ("person", "office", "country", "demonym", "city")
            for m in sentence.mentions
        )

    # -- verbs that shape others -----------------------------------------------------------------------------------

    def _complement(self, sentence: Sentence, hit: Hit, keys: tuple[str, ...] | None = None) -> Hit | None:
        """The trigger that completes a governing verb: next in the clause or the one after it, within reach."""
        clause = sentence.clause_of(hit)
        candidates = [
            t for t in sentence.of("trigger")
            if t is not hit and t.entry.key not in ("hold", "deny") and (keys is None or t.entry.key in keys)
        ]  # fmt: skip
        after = [
            t for t in candidates
            if 0 <= t.first - hit.last <= _COMPLEMENT_REACH and sentence.clause_of(t) - clause in (0, 1)
        ]  # fmt: skip
        if after:
            return min(after, key=lambda t: (t.entry.key in WEAK and not is_verb(t), t.first))
        if self._verb_last:
            before = [
                t for t in candidates
                if 0 <= hit.first - t.last <= _COMPLEMENT_REACH and sentence.clause_of(t) == clause
                and t.entry.form in ("infinitive", "noun", "present", "future")
            ]  # fmt: skip
            return before[-1] if before else None
        return None

    def _read_governors(self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]) -> None:
        """Agreed to sign, decided to hold, ready to cooperate, refused to sign."""
        for hit in triggers:
            if hit in used or hit.entry.key not in ("agree", "offer", "refuse", "invite"):
                continue
            complement = self._complement(sentence, hit)
            if complement is not None and (complement in used or not self._is_open(sentence, complement)):
                complement = None
            if hit.entry.key == "invite":
                if complement is not None and complement.entry.key in ("visit", "meet") and not self._is_apart(sentence, hit, complement):
                    used.add(complement)
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
    def _is_apart(sentence: Sentence, a: Hit, b: Hit) -> bool:
        """Another clause, or far away."""
        return sentence.clause_of(a) != sentence.clause_of(b) or b.first - a.last > 10

    @staticmethod
    def _is_open(sentence: Sentence, hit: Hit) -> bool:
        """A form whose tense its governor gives: infinitive, noun, future or a bare present."""
        return hit.entry.form in ("infinitive", "noun", "future", "present", "participle", "possible")

    def _read_agreement(self, sentence: Sentence, hit: Hit, complement: Hit | None, used: set[Hit]) -> Draft | None:
        own_paper = self._paper(sentence, hit)
        judgement = self._judge(sentence, hit, own_paper)
        if complement is None:
            return self._make(sentence, hit, judgement, paper=own_paper)
        key, event = complement.entry.key, self._event(complement) if complement.entry.key not in _HELPERS else None
        if event is None:
            return None
        done = judgement.polarity in ("asserted", "historical")
        if key in ("sign", "draft"):
            paper = self._paper(sentence, complement) or own_paper
            used.add(complement)
            polarity = judgement.polarity if key == "draft" or not done else "future"
            return self._make(
                sentence, complement, Judgement("planned" if judgement.status != "denied" else "denied", polarity, judgement.rules),
                anchor=hit, paper=paper, decided=True, also=(hit,), kind="agreement",
            )  # fmt: skip
        if key in (*WEAK, "agree", "offer", "ratify", "enter_force"):
            used.add(complement)
            return self._make(sentence, hit, judgement, paper=own_paper, also=(complement,))
        if not is_verb(complement) and event.kind == "consultation" and any(
            c.entry.key == "occasion" and 0 <= complement.first - c.last <= _OCCASION_REACH for c in sentence.of("cue")
        ):
            return self._make(sentence, hit, judgement, paper=own_paper)
        used.add(complement)
        if judgement.status == "denied":
            return self._make(sentence, complement, judgement, anchor=hit, also=(hit,))
        polarity = "future" if done else judgement.polarity
        return self._make(
            sentence, complement, Judgement("planned", polarity, judgement.rules), anchor=complement, decided=True, also=(hit,)
        )

    def _read_offer(self, sentence: Sentence, hit: Hit, complement: Hit | None, used: set[Hit]) -> Draft | None:
        if complement is None or complement.entry.key in ("meet", "visit", "call", *_HELPERS):
            if hit.entry.form != "past" or complement is not None:
                return None
        judgement = self._judge(sentence, hit, None)
        if complement is not None:
            used.add(complement)
        if judgement.status == "planned":
            judgement = Judgement("discussed", "asserted", judgement.rules)
        return self._make(
            sentence, hit, judgement, offered=judgement.status != "denied", also=(complement,) if complement else ()
        )

    def _read_refusal(self, sentence: Sentence, hit: Hit, complement: Hit | None, used: set[Hit]) -> Draft | None:
        judgement = self._judge(sentence, hit, None)
        if complement is None or complement.entry.key in (*_HELPERS, *WEAK, "offer"):
            return None if complement is not None and complement.entry.key in _HELPERS else self._make(sentence, hit, judgement)
        used.add(complement)
        return self._make(
            sentence, complement, Judgement("denied", "negated", judgement.rules), anchor=hit,
            paper=self._paper(sentence, complement), refused=True, also=(hit,),
        )  # fmt: skip

    def _read_denials(self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]) -> None:
        """Denied reports that..., called it untrue: everything said after it (or before it) is denied."""
        for hit in triggers:
            if hit.entry.key != "deny":
                continue
            used.add(hit)
            if is_denied(sentence, hit, governing_cues(sentence, hit, verb_last=self._verb_last), [], verb_last=self._verb_last):
                continue
            usable = [t for t in triggers if t.entry.key not in _HELPERS and t.entry.key not in (*WEAK, "offer")]
            after = [t for t in usable if t.first >= hit.last]
            for target in (after or [t for t in usable if t.last <= hit.first])[:2]:
                if target in used or (target.entry.key == "draft" and self._paper(sentence, target) is None):
                    continue
                used.add(target)
                out.append(
                    self._make(
                        sentence, target, Judgement("denied", "negated"), paper=self._paper(sentence, target), also=(hit,)
                    )
                )

    def _read_put_off(self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]) -> None:
        """Postponed and cancelled: the visit, the signing, the session beside it."""
        for hit in triggers:
            if hit.entry.key not in ("postpone", "cancel") or hit in used:
                continue
            used.add(hit)
            targets = [t for t in triggers if t not in used and t.entry.key not in (*_HELPERS, *WEAK, "offer", "agree")]
            same = [t for t in targets if sentence.clause_of(t) == sentence.clause_of(hit)] or targets
            if not same:
                continue
            target = min(same, key=lambda t: (is_verb(t), min(abs(t.first - hit.last), abs(hit.first - t.last))))
            used.add(target)
            judgement = Judgement("postponed", "asserted") if hit.entry.key == "postpone" else Judgement("denied", "negated")
            if is_denied(sentence, hit, governing_cues(sentence, hit, verb_last=self._verb_last), [], verb_last=self._verb_last):
                judgement = Judgement("planned", "future")
            out.append(
                self._make(sentence, target, judgement, anchor=hit, paper=self._paper(sentence, target), also=(hit,))
            )

    def _read_held_nouns(self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]) -> None:
        """Took place, was held, will be held: the noun beside it happened, or will."""
        for hit in triggers:
            if hit.entry.key != "hold" or hit in used:
                continue
            clause = sentence.clause_of(hit)
            nouns = [
                t for t in triggers
                if not is_verb(t) and t not in used and t.entry.key not in (*WEAK, "offer", "draft", "request", "support", "refuse")
            ]  # fmt: skip
            same = [t for t in nouns if sentence.clause_of(t) == clause] or [
                t for t in nouns if sentence.clause_of(t) == clause - 1
            ][-1:]
            if not same:
                continue
            noun = min(same, key=lambda t: min(abs(t.first - hit.last), abs(hit.first - t.last)))
            used.update((hit, noun))
            paper = self._paper(sentence, noun)
            event = self._event(noun)
            papers = [noun, *([paper.hit] if paper else [])]
            judgement = judge(sentence, hit, event, papers, verb_last=self._verb_last)
            out.append(self._make(sentence, noun, judgement, anchor=hit, paper=paper, also=(hit,)))

    @staticmethod
    def _expand_papers(sentence: Sentence, draft: Draft) -> list[Draft]:
        """A memorandum and a plan were signed: one draft for each single paper in the list."""
        if draft.paper is None or not draft.paper.others:
            return [draft]
        return [draft, *(replace(draft, paper=p, rules=(*draft.rules, *p.rules)) for p in draft.paper.others)]
