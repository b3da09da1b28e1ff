"""The records that pass between the stages: frozen, one class for each grain of the data.

Offsets are characters of the page text unless a docstring says otherwise. Dates are `DateInterval`s; `None` always
means "not known", never "none".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from helpers.foundation.dates import DateInterval
from helpers.foundation.pages import Hint, Page, Quarantined
from helpers.foundation.provenance import Span

__all__ = [
    "Article", "Claim", "Hint", "Line", "Mention", "Page", "Passage", "PassageRole", "Publication", "Quarantined", "Timex",
]  # fmt: skip

PassageRole = Literal["title", "lead", "subheading", "body"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page text and what cleaning made of it.

    Attributes:
        span: the line, without its line break and without the prefix or suffix that was cut from it.
        role: title, lead, subheading, body when kept; else what was cut: caption, dateline, date, byline, banner,
            furniture, related, repeated, comment, consent, share, promotion, disclaimer, template, code, strip.
        kept: True when the span is part of the article.
        reason: the rule or feature that decided, in a few words.
        score: the decision value of the cleaner, 0 (surely furniture) to 1 (surely article).
    """

    span: Span
    role: str
    kept: bool
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of article text with its place in the article: the unit that coding reads."""

    role: PassageRole
    span: Span


@dataclass(frozen=True, slots=True)
class Publication:
    """The document creation time (DCT): when the page was published, as far as the page shows it.

    Attributes:
        interval: unknown when nothing bounds it.
        evidence: metadata | address | dateline | crawler header | closing line | page banner | none.
        span: the characters it was read from, None when they are not in the page text.
        surface: the wording it came from.
    """

    interval: DateInterval = field(default_factory=DateInterval)
    evidence: str = "none"
    span: Span | None = None
    surface: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One publication; the grain of the articles table. Key: article_id.

    Attributes:
        article_id: `art-<hex>` of source_sha256 and source_part.
        page: the page it was cleaned from.
        passages: title, lead, subheadings and body in page order; slices of the page, never rewritten.
        lines: every line of the page with its decision, in page order (kept and cut together cover the page).
        language: ISO 639-1 code, 'und' when it cannot be told.
        outlet: the publisher, None when the page does not name one.
        outlet_evidence: where the outlet was found, '' when it was not.
        byline: the author line, None when there is none.
        published: the publication date with its evidence.
        cites: agencies and outlets the text names as its source, origin first, the last citing outlet last.
        removed_share: share of the page's non-blank characters that were cut, 0 to 1.
        url: address of the page, None when not known.
    """

    article_id: str
    page: Page
    passages: tuple[Passage, ...]
    lines: tuple[Line, ...]
    language: str
    outlet: str | None
    outlet_evidence: str
    byline: str | None
    published: Publication
    cites: tuple[str, ...]
    removed_share: float
    url: str | None = None

    @property
    def title_span(self) -> Span | None:
        """Span of the title, None when the page shows none."""
        return next((p.span for p in self.passages if p.role == "title"), None)

    @property
    def title(self) -> str | None:
        """The title's characters, None when the page shows none."""
        span = self.title_span
        return None if span is None else span.of(self.page.text)

    @property
    def body(self) -> str:
        """Lead, subheadings and body as slices of the page, joined by newlines."""
        return "\n".join(p.span.of(self.page.text) for p in self.passages if p.role != "title")


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression (TIMEX3); the grain of the timexes table. Key: (article_id, start, end).

    Attributes:
        start: first character, in the text that was given to the recogniser (in tables: the page text).
        end: one past the last character.
        surface: text[start:end].
        type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value, None when there is none to give (an impossible date; `reason` says why).
        mod: TIMEX3 mod (START, MID, END, APPROX, BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, EARLY, LATE), or None.
        edtf: the calendar interval meant, None where there is none.
        earliest: first day of the interval, None when open or unresolved.
        latest: last day of the interval, None when open or unresolved.
        weekday: ISO weekday the expression names, also when no day could be resolved.
        anchor: what it was resolved against: 'dct', 'previous', 'text' or ''.
        resolution: explicit | relative | weekday | year from context | term of office | unresolved.
        rule: the rule that fired.
        reason: why there is no value, '' when there is one.
    """

    start: int
    end: int
    surface: str
    type: str
    value: str | None
    mod: str | None
    edtf: str | None
    earliest: str | None
    latest: str | None
    weekday: int | None
    anchor: str
    resolution: str
    rule: str
    reason: str = ""

    @property
    def interval(self) -> DateInterval:
        """The bounds as a `DateInterval` (unknown when unresolved)."""
        import datetime as dt

        low = dt.date.fromisoformat(self.earliest) if self.earliest else None
        high = dt.date.fromisoformat(self.latest) if self.latest else None
        return DateInterval(low, high, self.weekday)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, office, organisation, place or country named in a text.

    Attributes:
        start: first character in the text given.
        end: one past the last.
        surface: text[start:end].
        kind: person | office | organisation | agency | outlet | country | demonym | city.
        entities: ids from config/actors.yml that it may mean; more than one is an open ambiguity.
        countries: ISO 3166 alpha-3 codes it stands for or belongs to.
        label: the canonical English name when there is exactly one entity, else the surface.
    """

    start: int
    end: int
    surface: str
    kind: str
    entities: tuple[str, ...]
    countries: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one article says of one event; the grain of the claims table. Key: claim_id.

    Fields as in the claims table of `helpers.foundation.schemas`; `role` is the passage it stands in, so that a
    headline that says more than its body stays a claim of its own.
    """

    claim_id: str
    article_id: str
    start: int
    end: int
    quote: str
    language: str
    role: PassageRole
    kind: str
    plover_type: str
    plover_mode: str | None
    contexts: tuple[str, ...]
    status: str
    polarity: str
    instrument: str | None
    n_documents: int | None
    actors: tuple[str, ...]
    parties: tuple[str, ...]
    place: str | None
    country: str | None
    date: DateInterval
    date_basis: str
    date_span: Span | None
    attribution: tuple[str, ...]
    defence: str
    areas: tuple[str, ...]
    rules: tuple[str, ...]
