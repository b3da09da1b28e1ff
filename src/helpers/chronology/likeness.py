"""When two accounts can be about one happening, and how much speaks for it: exclusions first, then points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from helpers.chronology.evidence import SESSION, TALKS
from helpers.chronology.features import GENERIC, NARROW, Features
from helpers.chronology.intervals import gap_in_days, tighten_to_month, weekday_of, width_in_days
from helpers.chronology.people import People
from helpers.chronology.rules import Joining, Rules
from helpers.foundation.dates import DateInterval

_WEEK = 7
_MONTH = 31
# Documents that a report tells one by one; of a dozen it picks.
FEW = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """The comparison of two sets of features.

    Attributes:
        excluded: the field that tells them apart, None when nothing does.
        points: how much speaks for one happening.
        dissent: fields on which they differ although they are taken for one happening.
    """

    excluded: str | None
    points: float = 0.0
    dissent: tuple[str, ...] = ()


_TOO_FAR = Likeness("date")
_RARE_STAGES = ("ratified", "in force")  # hardly any paper gets so far


class Comparer:
    """Compares features under one set of rules; keeps who is in office how long."""

    def __init__(self, *, rules: Rules, joining: Joining, people: People):
        self.rules = rules
        self.joining = joining
        self.people = people
        self._weak: dict[str, bool] = {}
        self._sides: dict[frozenset[str], Mapping[str, set[str]]] = {}

    def is_weak(self, surname: str) -> bool:
        """True when the name says little about when (see `People.is_long_term`)."""
        found = self._weak.get(surname)
        if found is None:
            found = self._weak[surname] = self.people.is_long_term(surname)
        return found

    def sides(self, actors: frozenset[str]) -> Mapping[str, set[str]]:
        """Actors by the country they act for; '' holds those who are not listed."""
        out = self._sides.get(actors)
        if out is None:
            out = {}
            for actor in actors:
                out.setdefault(self.people.side(actor), set()).add(actor)
            self._sides[actors] = out
        return out

    def compare(self, a: Features, b: Features, *, one_occasion: bool = False) -> Likeness:
        """Compare two sets of features; symmetric.

        Args:
            a, b: what two accounts, or two events, say.
            one_occasion: True when their articles also tell one and the same news; then two numbers of documents are a contradiction.
        """
        dissent: list[str] = []
        delay = self.joining.news_delay if a.is_news_dated or b.is_news_dated else 0
        if gap_in_days(a.interval, b.interval) > max(self.joining.date_tolerance, delay):
            return _TOO_FAR
        excluded = (
            self._stage(a, b, dissent)
            or self._acts(a, b)
            or self._actors(a, b)
            or self._paper(a, b, dissent)
            or self._subject(a, b)
            or self._place_and_date(a, b, dissent)
            or self._counts(a, b, dissent, one_occasion=one_occasion)
        )
        if excluded:
            return Likeness(excluded)
        return Likeness(None, self._points(a, b, bool("date" in dissent)), tuple(dissent))

    def is_linked(self, a: Features, b: Features) -> bool:
        """True when two sets of features that nothing excludes share people, a paper, a count, a rare act or a time."""
        widths = (width_in_days(a.interval), width_in_days(b.interval))
        timed = all(w is not None and w <= _MONTH for w in widths)
        papers = (a.named_papers & b.named_papers) - {GENERIC}
        acts = any(self.rules.acts[act].telling for act in a.acts & b.acts)
        months = a.month is not None and a.month == b.month
        weekdays = a.interval.weekday is not None and a.interval.weekday == b.interval.weekday
        return (
            bool(a.actors & b.actors or papers or a.counts & b.counts) or acts or timed or months or weekdays
        )

    def _stage(self, a: Features, b: Features, dissent: list[str]) -> str | None:
        if a.stage == b.stage or "any" in (a.stage, b.stage):
            return None
        if {a.stage, b.stage} != {"planned", "done"}:
            return "status"
        if _is_put_off_or_done(a, b):
            dissent.append("status")
            return None
        plan, done = (a, b) if a.stage == "planned" else (b, a)
        width = width_in_days(plan.interval)
        said, happened = plan.published.latest, done.interval.latest
        before = said is not None and happened is not None and said <= happened
        unsaid = width is None and plan.month is None and not a.articles & b.articles
        if unsaid and said is not None and happened is not None:
            width = (happened - said).days
        # one page tells what is planned beside what has happened
        announced = (
            not a.articles & b.articles
            and plan.future
            and width is not None
            and width <= self.rules.plan_days
        )
        same_paper = a.kind != "agreement" or bool(
            plan.named_papers & done.named_papers - {GENERIC} or plan.counts & done.counts
        )
        return None if announced and before and same_paper else "status"

    def _acts(self, a: Features, b: Features) -> str | None:
        """Acts that are never the same, such as a delivery and an exercise; papers are told apart by their class.

        Talks are had at a visit and over the phone alike: they say nothing beside a name that tells more.
        """
        if a.kind == "agreement" or not a.acts or not b.acts:
            return None
        ours, theirs = (f.acts - {TALKS} or f.acts for f in (a, b))
        known = self.rules.acts
        return "act" if all(x != y and y in known[x].apart for x in ours for y in theirs) else None

    def _actors(self, a: Features, b: Features) -> str | None:
        if not a.actors or not b.actors:
            return None
        ours, theirs = self.sides(a.actors), self.sides(b.actors)
        hosts = self._hosts(a, b)
        for side, names in ours.items():
            if side and side != hosts and side in theirs and not names & theirs[side]:
                return "actors"
        return None if a.actors & b.actors or "" not in ours.keys() & theirs.keys() else "actors"

    def _hosts(self, a: Features, b: Features) -> str | None:
        """The country whose people may differ: a guest is received by several hosts during one visit on one day."""
        countries = a.countries & b.countries
        if a.kind != "consultation" or len(countries) != 1 or not (a.is_narrow and b.is_narrow):
            return None
        ours, theirs = ({n for n in f.actors if self.people.side(n) not in (*countries, "")} for f in (a, b))
        # "the guest was also received by the president", who names no guest, goes on about the visit of its article
        same = ours & theirs or (not (ours and theirs) and a.articles & b.articles)
        return next(iter(countries)) if same and a.places & b.places else None

    def _both_sides_shared(self, a: Features, b: Features) -> bool:
        shared = a.actors & b.actors
        return len(shared) >= 2 and len([s for s in self.sides(shared) if s]) != 1

    def _is_one_ceremony(self, a: Features, b: Features) -> bool:
        """True when two articles let the same people of both sides sign one paper on one day in one place, whatever each calls it."""
        both = a.interval.intersect(b.interval)
        apart = not a.articles & b.articles and a.is_narrow and b.is_narrow
        day = both is not None and both.is_day
        return apart and day and bool(a.places & b.places) and self._both_sides_shared(a, b)

    def _paper(self, a: Features, b: Features, dissent: list[str]) -> str | None:
        if a.is_package and b.is_package:
            return None
        if a.is_package or b.is_package:
            single, package = (b, a) if a.is_package else (a, b)
            if not single.named_papers:
                return None
            if single.named_papers & package.named_papers:
                return None
            close = (a.is_narrow and b.is_narrow) or _has_room(package, single)
            return None if close or self._both_sides_shared(a, b) else "instrument"
        named_a, named_b = a.named_papers, b.named_papers
        if not named_a or not named_b or named_a & named_b:
            return None
        if not all(self.rules.confusable(p, q) for p in named_a for q in named_b):
            renamed = all(self.rules.has_other_names(p) for p in named_a | named_b)
            if not renamed or not self._is_one_ceremony(a, b):
                return "instrument"
            dissent.append("instrument")
            return None
        if GENERIC not in named_a | named_b:
            # two different names for one paper: only where people or a known day say that it is one
            if not (a.is_narrow and b.is_narrow) and not self._both_sides_shared(a, b):
                return "instrument"
            dissent.append("instrument")
        return None

    def _subject(self, a: Features, b: Features) -> str | None:
        """Single papers of different fields are different papers, unless the same people signed them, or on one day.

        Of two named papers one article tells apart; of several articles each puts the field of one paper as it likes.
        """
        single = a.kind == "agreement" and not a.is_package and not b.is_package
        if not single or not _subjects_differ(a, b) or self._both_sides_shared(a, b):
            return None
        both = a.interval.intersect(b.interval)
        if both is None or not both.is_day or not (a.is_narrow and b.is_narrow):
            return "fields"
        same = not a.articles & b.articles and (a.named_papers & b.named_papers) - {GENERIC}
        return None if same or not a.named_papers or not b.named_papers else "fields"

    def _place_and_date(self, a: Features, b: Features, dissent: list[str]) -> str | None:
        places_differ = bool(a.places and b.places and not a.places & b.places)
        if not places_differ and a.countries and b.countries and not a.countries & b.countries:
            places_differ = True
        both = a.interval.intersect(b.interval)
        if both is not None and (month := a.month or b.month):
            both = tighten_to_month(both, month)
            if both is None or (a.month and b.month and a.month != b.month):
                return "month"
        if both is None:
            both = self._late_news(a, b) if not places_differ else None
        if both is None:
            gap = gap_in_days(a.interval, b.interval)
            dated = a.is_narrow and b.is_narrow and 0 < gap <= self.joining.date_tolerance
            same = self._both_sides_shared(a, b) or _copied(a, b) or _same_thing_there(a, b)
            if not dated or places_differ or not same:
                return "date" if gap else "weekday"
            dissent.append("date")
        if places_differ:
            same_day = both is not None and both.is_day and a.is_narrow and b.is_narrow
            if not same_day or not self._both_sides_shared(a, b):
                return "place"
            dissent.append("place")
        return None

    def _late_news(self, a: Features, b: Features) -> DateInterval | None:
        """What two dates allow when one is only the day of a page that came late; None when they do exclude."""
        if not (a.is_news_dated or b.is_news_dated) or not self._both_sides_shared(a, b):
            return None
        if gap_in_days(a.interval, b.interval) > self.joining.news_delay:
            return None
        if a.kind == "agreement" and not (a.papers & b.papers or a.counts & b.counts):
            return None
        return a.firm.intersect(b.firm)

    def _counts(
        self, a: Features, b: Features, dissent: list[str], *, one_occasion: bool = False
    ) -> str | None:
        """Two numbers of documents tell two signings apart, unless the day, the place and month or the occasion is one."""
        if not a.counts or not b.counts or a.counts & b.counts:
            return None
        widths = (width_in_days(a.interval), width_in_days(b.interval))
        there = bool(a.places & b.places) and all(w is not None and w <= _MONTH for w in widths)
        if one_occasion or there or (a.is_narrow and b.is_narrow):
            dissent.append("n_documents")
            return None
        return "n_documents"

    def _points(self, a: Features, b: Features, dates_differ: bool) -> float:
        worth = self.rules.points
        points = 0.0
        width_a, width_b = width_in_days(a.interval), width_in_days(b.interval)
        if width_a is not None and width_b is not None and not dates_differ:
            widest = max(width_a, width_b)
            points += worth[
                "day"
                if widest == 1
                else "days"
                if widest <= NARROW
                else "month"
                if widest <= _MONTH
                else "year"
            ]
        if dates_differ and _same_thing_there(a, b):
            points += worth["days"]
        weak = sum(self.is_weak(n) for n in a.actors & b.actors)
        strong = len(a.actors & b.actors) - weak
        points += min(worth["people"], worth["person"] * strong + worth["long-term person"] * weak)
        alike = {
            "place": a.places & b.places,
            "paper": (a.named_papers & b.named_papers) - {GENERIC},
            "documents": a.counts & b.counts,
            "weekday": _share_weekday(a.interval, b.interval),
            "defence": "yes" in a.defence and "yes" in b.defence,
            "story": _copied(a, b),
            "act": a.stage == b.stage in _RARE_STAGES
            or {act for act in a.acts & b.acts if self.rules.acts[act].telling},
            "put off": a.put_off != b.put_off and a.stage == b.stage == "planned",
        }
        points += sum(worth[name] for name, same in alike.items() if same)
        return points - worth["other fields"] * _subjects_differ(a, b)


def _copied(a: Features, b: Features) -> bool:
    """True when the articles are copies of one story; an article is no copy of itself."""
    return bool(a.stories & b.stories) and not a.articles & b.articles


def _same_thing_there(a: Features, b: Features) -> bool:
    """True when two articles tell of one thing in one place: which day it was, one of them has wrong, or it took several.

    One named paper, or several each; or a commission's session, or a joint act of one sort.
    """
    if a.articles & b.articles or a.stage != "done" or b.stage != "done":
        return False
    if a.is_package and b.is_package:
        return True  # two states do not sign several papers twice within days
    if not a.places & b.places:
        return False
    if a.is_package or b.is_package:
        few = max((*a.counts, *b.counts), default=FEW + 1) <= FEW
        return few and a.subject == b.subject == "defence"
    if a.kind == "agreement":
        return bool((a.named_papers & b.named_papers) - {GENERIC})
    return SESSION in a.acts & b.acts or (a.kind == "cooperation" and bool(a.acts & b.acts))


def _is_put_off_or_done(a: Features, b: Features) -> bool:
    """True when one article, on the day or after it, has put off what another tells as done on that very day."""
    plan, done = (a, b) if a.stage == "planned" else (b, a)
    if a.articles & b.articles or not plan.put_off or not (plan.is_narrow and done.is_narrow):
        return False
    said, day = plan.published.latest, done.interval.earliest
    named = plan.actors & done.actors or plan.places & done.places
    return said is not None and day is not None and said >= day and bool(named)


def _has_room(package: Features, single: Features) -> bool:
    """True when an article counts more papers than it names, within the same week as another names one."""
    both = package.interval.intersect(single.interval)
    widths = (width_in_days(package.interval), width_in_days(single.interval))
    near = both is not None and all(w is not None and w <= _WEEK for w in widths)
    named = package.named_papers - {GENERIC}
    return near and not package.articles & single.articles and max(package.counts, default=0) > len(named)


def _share_weekday(a: DateInterval, b: DateInterval) -> bool:
    """Both name the same weekday; a day of its own does not say so once more beside another day."""
    if a.is_day and b.is_day:
        return a.weekday is not None and a.weekday == b.weekday
    return (on := weekday_of(a)) is not None and on == weekday_of(b)


def _subjects_differ(a: Features, b: Features) -> bool:
    """True when one concerns defence and the other names other fields only."""
    return a.subject is not None and b.subject is not None and a.subject != b.subject
