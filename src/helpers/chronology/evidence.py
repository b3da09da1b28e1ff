"""Claims as the chronology reads them: parsed once, with the article they stand in and a key that outlives runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from helpers.chronology.intervals import UNKNOWN, read_iso, width_in_days
from helpers.chronology.rules import NAMELESS, Rules
from helpers.coding.claims.fields import TOLD_BEFORE
from helpers.coding.claims.of_others import OF_OTHERS
from helpers.coding.claims.page_day import IN_DOUBT
from helpers.coding.claims.papers import ONLY_ONE
from helpers.foundation.dates import DateInterval
from helpers.foundation.errors import SchemaError
from helpers.foundation.provenance import normalise_quote, short_id

Row = Mapping[str, Any]

INVITATION = frozenset(("invite",))
SESSION = "session"
TALKS = "meet"
_TRIGGER = re.compile(r"trigger\.(\w+)")
# The form of the verb that tells an act, or that it was held; nouns and participles may name it in passing.
_BY_VERB = re.compile(r"trigger\.(\w+)\.(?:past|present|pluperfect):")
_HELD = "hold"

_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
# TIMEX3 value or EDTF of a month whose year the page does not say.
_SOME_MONTH = re.compile(r"XXXX-(\d\d)(?:-(?:\d\d|XX))?")
_SIGNING = "sign"  # what the codebook calls signing, initialling and concluding


def evidence_key(quote: str, page_text_sha256: str, claim_type: str) -> str:
    """What a decision holds on to: the normalised quote, the content of its page and the type of the claim.

    It stays the same when offsets, claim ids, statuses or dates change with a new version of the code, and when the
    raw file is renamed; it changes when the wording of the quote or the page changes, or another kind or other
    parties are read into it. Then a decision is orphaned rather than attached to a lookalike.
    """
    return short_id("evd", normalise_quote(quote), page_text_sha256, claim_type, length=20)


def evidence_keys(articles: Iterable[Row], claims: Iterable[Row]) -> dict[str, str]:
    """The evidence key of every claim, by claim_id.

    Two claims of one quote, kind and parties (two papers in one sentence) are told apart by their paper and status,
    then by number; only then does the key depend on what is read into the quote.
    """
    content = {a["article_id"]: a["page_text_sha256"] for a in articles}
    alike: dict[tuple[str, str, str], list[Row]] = {}
    for claim in claims:
        kind = " ".join((claim["kind"], *sorted(claim["parties"])))
        alike.setdefault((claim["article_id"], normalise_quote(claim["quote"]), kind), []).append(claim)
    out: dict[str, str] = {}
    for (article_id, quote, kind), listed in alike.items():
        taken: set[str] = set()
        listed.sort(
            key=lambda c: (c["start"], c["instrument"] or "", c["status"], c["polarity"], c["claim_id"])
        )
        for claim in listed:
            key = evidence_key(quote, content[article_id], kind)
            if len(listed) > 1:
                parts = [kind, claim["instrument"] or "", claim["status"], claim["polarity"]]
                key = evidence_key(quote, content[article_id], "\x1f".join(parts))
                while key in taken:
                    parts.append("again")
                    key = evidence_key(quote, content[article_id], "\x1f".join(parts))
            taken.add(key)
            out[claim["claim_id"]] = key
    return out


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim with what the chronology needs of it and of its article; the grain is the claim.

    Attributes:
        key: see `evidence_key`.
        acts: what the claim tells of (visit, session, exercise ...), of the acts the codebook names.
        stage: planned, done, ratified, in force or any, by the codebook; of a denial what it denies.
        interval: the event date by this page alone, with its weekday.
        is_news_date: True when that date is only the window of a news lead on a page of known day, not a wording.
        month: 1-12 when the page names a month without a year, else None.
        paper: class of the instrument by the codebook, None when no paper is named.
        story_id, outlet, origin, cites: of the article.
        published: publication interval of the article; unknown where its own text contradicts it.
        lasting: True when the date is the first and the last day of a meeting or joint act that took several.
        by_verb: True when a verb tells it (they met, talks were held), not only a noun in passing (after the talks).
        infers_people: True when some of its people are named in earlier sentences only (they, both ministers).
        denies_signing: True when it says that something, or anything, was not signed.
        is_initialled: True when it says that a paper was initialled: its text settled, and not signed.
        of_others: True for a denial of what else there may be: no other document.
        only_one: True where a single document is stressed: only one, un seul.
    """

    claim_id: str
    article_id: str
    key: str
    start: int
    quote: str
    role: str
    kind: str
    acts: frozenset[str]
    plover_type: str
    status: str
    stage: str
    polarity: str
    parties: tuple[str, ...]
    actors: tuple[str, ...]
    place: str | None
    country: str | None
    interval: DateInterval
    is_news_date: bool
    month: int | None
    date_basis: str
    date_span: tuple[int, int] | None
    instrument: str | None
    paper: str | None
    n_documents: int | None
    defence: str
    areas: tuple[str, ...]
    attribution: tuple[str, ...]
    language: str
    story_id: str
    outlet: str | None
    origin: str | None
    cites: tuple[str, ...]
    published: DateInterval
    lasting: bool = False
    by_verb: bool = False
    infers_people: bool = False
    denies_signing: bool = False
    is_initialled: bool = False
    of_others: bool = False
    only_one: bool = False

    @property
    def stated(self) -> DateInterval:
        """The date as the page words it; unknown when it only follows from the page's own day."""
        return UNKNOWN if self.is_news_date else self.interval

    @property
    def denies_all(self) -> bool:
        """True for "nothing was signed": no paper and no field is named."""
        named = self.paper not in (None, NAMELESS) or bool(self.areas) or self.of_others
        return self.denies_signing and not named

    @property
    def is_background(self) -> bool:
        """True when the page recalls it as something older than its news."""
        return self.polarity == "historical"

    @property
    def is_title(self) -> bool:
        """True when it stands in the headline."""
        return self.role == "title"

    @property
    def is_invitation(self) -> bool:
        """True when it tells of an invitation alone: its place is where that leads, not where it was made."""
        return self.acts == INVITATION

    @property
    def has_happened(self) -> bool:
        """True when the page presents it as done, so that it lies before the page's publication."""
        return self.polarity in ("asserted", "historical") and self.stage in ("done", "ratified", "in force")


# (article_id, start, end) of an expression
Place = tuple[str, int, int]
Months = Mapping[Place, int]
Spans = Set[Place]


def open_month(value: str | None) -> int | None:
    """The month of a TIMEX3 value that names one without its year, else None."""
    found = _SOME_MONTH.fullmatch(value) if value else None
    return int(found[1]) if found else None


def is_span_of_days(value: str | None, rule: str) -> bool:
    """True for the TIMEX3 value of a wording from one day to another; a Persian month is none."""
    return "range" in rule and value is not None and _DAYS.fullmatch(value) is not None


@dataclass(slots=True)
class EvidenceReader:
    """Parses the claims of article after article; equal values are held once, however many claims share them.

    Attributes:
        rules: paper classes and stages.
        months: (article_id, start, end) -> month, of expressions that name one without its year.
        spans: (article_id, start, end) of expressions from one day to another.
    """

    rules: Rules
    months: Months
    spans: Spans = frozenset()
    _held: dict[Any, Any] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def read_article(self, article: Row, claims: Sequence[Row]) -> list[Evidence]:
        """The claims of one article, sorted by claim_id, so that the order in which rows arrive never matters.

        Raises:
            SchemaError: a claim_id that stands twice.
        """
        ordered = sorted(claims, key=lambda c: str(c["claim_id"]))
        for claim in ordered:
            if claim["claim_id"] in self._seen:
                raise SchemaError(f"table claims: the key {claim['claim_id']!r} stands twice")
            self._seen.add(claim["claim_id"])
        keys = evidence_keys((article,), ordered)
        return [self.read_claim(claim, article, keys[claim["claim_id"]]) for claim in ordered]

    def read_claim(self, claim: Row, article: Row, key: str) -> Evidence:
        """One claim under the key its page gives it."""
        return _read_one(claim, article, key, self.rules, self.months, self.spans, self._held)


def _read_one(
    claim: Row,
    article: Row,
    key: str,
    rules: Rules,
    months: Months,
    spans: Spans,
    held: dict[Any, Any],
) -> Evidence:
    def once(value: Any) -> Any:
        return held.setdefault(value, value)

    low, high = read_iso(claim["earliest"]), read_iso(claim["latest"])
    # a page that calls a Tuesday a Monday is held to the days it names: they carry more than the weekday
    interval = once(DateInterval(low, high, claim["weekday"]).intersect(UNKNOWN) or DateInterval(low, high))
    basis = once(str(claim["date_basis"]))
    if claim["role"] == "title" and basis.startswith("narrated"):
        interval = UNKNOWN  # a headline repeats its body's date and is no evidence of its own
    published = once(
        UNKNOWN
        if IN_DOUBT in basis
        else DateInterval(read_iso(article["published_earliest"]), read_iso(article["published_latest"]))
    )
    return Evidence(
        claim_id=claim["claim_id"],
        article_id=article["article_id"],
        key=key,
        start=claim["start"],
        quote=claim["quote"],
        role=once(claim["role"]),
        kind=once(claim["kind"]),
        acts=once(_acts_of(claim["rules"], rules)),
        plover_type=once(claim["plover_type"]),
        status=once(claim["status"]),
        stage=_stage_of(claim, rules),
        polarity=once(claim["polarity"]),
        parties=once(tuple(sorted(claim["parties"]))),
        actors=once(tuple(sorted(set(claim["actors"])))),
        place=once(claim["place"]),
        country=once(claim["country"]),
        interval=interval,
        is_news_date=_is_news_date(interval, published, basis, rules.news_days),
        month=_month_of(claim, months),
        date_basis=basis,
        date_span=(int(claim["date_span"][0]), int(claim["date_span"][1])) if claim["date_span"] else None,
        instrument=once(claim["instrument"]),
        paper=rules.paper_class(claim["instrument"]),
        n_documents=claim["n_documents"],
        defence=once(claim["defence"]),
        areas=once(tuple(sorted(set(claim["areas"])))),
        attribution=once(tuple(claim["attribution"])),
        language=once(claim["language"]),
        story_id=article["story_id"],
        outlet=once(article["outlet"]),
        origin=once(article["origin"]),
        cites=once(tuple(article["cites"] or ())),
        published=published,
        lasting=claim["kind"] != "agreement" and _place_of_date(claim) in spans,
        by_verb=_is_by_verb(claim["rules"], rules),
        infers_people=TOLD_BEFORE in claim["rules"],
        denies_signing=claim["status"] == "denied" and _SIGNING in _triggered(claim["rules"]),
        is_initialled=claim["status"] == "agreed" and _SIGNING in _triggered(claim["rules"]),
        of_others=OF_OTHERS in claim["rules"],
        only_one=ONLY_ONE in claim["rules"],
    )


def _acts_of(fired: Iterable[str], rules: Rules) -> frozenset[str]:
    return frozenset(_triggered(fired) & rules.acts.keys())


def _is_by_verb(fired: Iterable[str], rules: Rules) -> bool:
    verbs = {m[1] for rule in fired if (m := _BY_VERB.match(rule))}
    return bool(verbs & {*rules.acts, _HELD})


def _triggered(fired: Iterable[str]) -> set[str]:
    """Acts of the lexicon's triggers that fired, rules being named `trigger.<act>.<form>:<pattern>`."""
    return {m[1] for rule in fired if (m := _TRIGGER.match(rule))}


def _stage_of(claim: Row, rules: Rules) -> str:
    if claim["status"] == "denied":
        return rules.denied_stage(_triggered(claim["rules"]))
    return rules.stage_of[claim["status"]]


def _is_news_date(interval: DateInterval, published: DateInterval, basis: str, news_days: int) -> bool:
    """True for "news of the day" and for what is narrated within that window."""
    if basis != "news of the day" and not basis.startswith("narrated time"):
        return False
    return (
        published.latest is not None
        and interval.latest == published.latest
        and width_in_days(interval) == news_days + 1
    )


def _place_of_date(claim: Row) -> Place | None:
    span = claim["date_span"]
    return (claim["article_id"], int(span[0]), int(span[1])) if span else None


def _month_of(claim: Row, months: Months) -> int | None:
    """The month of an expression such as "in March" whose year is open; a bounded date needs none."""
    if claim["earliest"] is not None and claim["latest"] is not None:
        return None
    if (month := open_month(claim["date_edtf"])) is not None:
        return month
    place = _place_of_date(claim)
    return None if place is None else months.get(place)
