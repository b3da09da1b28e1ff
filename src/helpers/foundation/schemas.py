"""The tables of the project: every column with its type, unit, allowed values and where its content comes from.

One place for each concept: pyarrow schemas, pandera checks and the data dictionary are all made from `TABLES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from helpers.foundation.languages import LANGUAGES as LANGUAGES  # noqa: PLC0414 - where nearly all know it from
from helpers.foundation.table import Column, Table

CLAIM_KINDS = (
    "agreement", "consultation", "cooperation", "aid", "support", "request", "refusal", "accusation", "threat",
    "sanction", "other",
)  # fmt: skip
STATUSES = (
    "rumoured",
    "discussed",
    "planned",
    "agreed",
    "signed",
    "ratified",
    "in force",
    "held",
    "postponed",
    "denied",
)
POLARITIES = ("asserted", "negated", "hypothetical", "future", "historical")
PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
PLOVER_MODES = ("visit", "phone", "third-party", "multilateral")
DEFENCE = ("yes", "no", "unclear")
PUBLISHED_EVIDENCE = (
    "metadata",
    "address",
    "dateline",
    "crawler header",
    "closing line",
    "page banner",
    "none",
)
RESOLUTIONS = ("explicit", "relative", "weekday", "year from context", "term of office", "unresolved")
DEFENCE_AREAS = (
    "policy consultation", "exercises", "training and exchange", "research and development", "procurement",
    "peacekeeping", "working groups", "classified information",
)  # fmt: skip
OTHER_AREAS = ("trade", "transport", "agriculture", "industry", "energy", "science", "culture", "law")
# What a chronology can have in focus: claims are judged for defence, and name these fields.
TOPICS = ("defence", *DEFENCE_AREAS, *OTHER_AREAS)
GRADES = ("A", "B", "C", "D")
QUARANTINE_REASONS = (
    "empty", "binary", "undecodable", "truncated", "mislabelled", "unknown format", "too large", "unreadable",
    "password-protected", "unsafe archive", "archive limit", "no text", "only furniture", "changed after recording",
    "broken sidecar", "language not supported", "failed",
)  # fmt: skip


def _table(name: str, grain: str, key: str, *columns: Column) -> Table:
    return Table(name, grain, tuple(key.split()), columns)


C = Column
FROM: Literal["from source"] = "from source"

ARTICLES = _table(
    "articles", "one publication", "article_id",
    C("article_id", "string", "art-<hex> of source_sha256 and source_part", required=True),
    C("source_path", "string", "raw file, below the raw folder", FROM, required=True),
    C("source_sha256", "string", "hash of the raw file, sha256:<hex>", required=True),
    C("source_part", "string", "where in the file the page is; '' for the only one", required=True),
    C("media_type", "string", "media type of the raw file", required=True),
    C("charset", "string", "encoding the bytes were decoded with, IANA name", required=True),
    C("charset_evidence", "string", "why that encoding", required=True),
    C("page_text_sha256", "string", "hash of the page text, sha256:<hex>", required=True),
    C("language", "string", "ISO 639-1, und when it cannot be told", required=True),
    C("outlet", "string", "publisher, missing when the page names none", FROM),
    C("outlet_evidence", "string", "where the outlet was found", required=True),
    C("byline", "string", "author line", FROM),
    C("url", "string", "address of the page", FROM),
    C("title", "string", "title, a slice of the page", FROM),
    C("title_span", "span", "characters of the title in the page text"),
    C("lead_span", "span", "characters of the lead in the page text; the lead is also the first of body_spans"),
    C("body", "string", "lead, subheadings and body as slices of the page, joined by newlines", FROM, required=True),
    C("body_spans", "spans", "characters of each slice in the page text", required=True),
    C("body_roles", "strings", "role of each slice", allowed=("lead", "subheading", "body"), required=True),
    C("removed_share", "float", "share of the page's non-blank characters that were cut, 0 to 1", required=True),
    C("published_edtf", "string", "publication date as EDTF, missing when unknown"),
    C("published_earliest", "string", "first possible day, ISO"),
    C("published_latest", "string", "last possible day, ISO"),
    C("published_evidence", "string", "what the publication date rests on", allowed=PUBLISHED_EVIDENCE, required=True),
    C("published_span", "span", "characters it was read from, missing when not in the page text"),
    C("cites", "strings", "agencies and outlets named as the source, origin first", FROM, required=True),
    C("story_id", "string", "articles of one story (exact, near or wire copies) share it", required=True),
    C("origin", "string", "who the text goes back to; missing when unknown"),
    C("origin_reason", "string", "why that origin", required=True),
    C("duplicate_of", "string", "article_id of the copy's original, missing for originals"),
    C("status", "string", "ok or quarantined", allowed=("ok", "quarantined"), required=True),
    C("reason", "string", "why quarantined, or a note"),
)  # fmt: skip

TIMEXES = _table(
    "timexes", "one temporal expression of an article", "article_id start end",
    C("article_id", "string", "the article", required=True),
    C("start", "int", "first character in the page text", required=True),
    C("end", "int", "one past the last character", required=True),
    C("surface", "string", "the characters themselves", FROM, required=True),
    C("type", "string", "TIMEX3 type", allowed=("DATE", "TIME", "DURATION", "SET"), required=True),
    C("value", "string", "TIMEX3 value, missing when none can be given"),
    C("mod", "string", "TIMEX3 mod"),
    C("edtf", "string", "calendar interval meant, EDTF"),
    C("earliest", "string", "first day, ISO"),
    C("latest", "string", "last day, ISO"),
    C("weekday", "int", "ISO weekday named, 1 Monday to 7 Sunday"),
    C("anchor", "string", "what it was resolved against", allowed=("", "dct", "previous", "text"), required=True),
    C("resolution", "string", "how it was resolved", allowed=RESOLUTIONS, required=True),
    C("rule", "string", "the rule that fired", required=True),
    C("reason", "string", "why there is no value, '' when there is one", required=True),
)  # fmt: skip

_EVENT_FIELDS = (
    C("kind", "string", "ours, see the codebook", allowed=CLAIM_KINDS, required=True),
    C(
        "plover_type",
        "string",
        "PLOVER event type, follows from kind and status",
        allowed=PLOVER_TYPES,
        required=True,
    ),
)

CLAIMS = _table(
    "claims", "what one article says of one event", "claim_id",
    C("claim_id", "string", "clm-<hex> of article, span and kind", required=True),
    C("article_id", "string", "the article", required=True),
    C("start", "int", "first character of the quote in the page text", required=True),
    C("end", "int", "one past the last character", required=True),
    C("quote", "string", "the characters themselves", FROM, required=True),
    C("language", "string", "language of the quote, ISO 639-1", required=True),
    C("role", "string", "passage the quote stands in", allowed=("title", "lead", "subheading", "body"), required=True),
    *_EVENT_FIELDS,
    C("plover_mode", "string", "PLOVER mode", allowed=PLOVER_MODES),
    C("contexts", "strings", "PLOVER contexts, derived from defence and areas", required=True),
    C("status", "string", "how far it got", allowed=STATUSES, required=True),
    C("polarity", "string", "how the page presents it", allowed=POLARITIES, required=True),
    C("instrument", "string", "the paper, in English lower case"),
    C("n_documents", "int", "documents stated for the event"),
    C("actors", "strings", "canonical surnames", required=True),
    C("parties", "strings", "ISO 3166 alpha-3, sorted", required=True),
    C("place", "string", "where it happened, English; missing when the page does not say"),
    C("country", "string", "country of the place, ISO 3166 alpha-3"),
    C("date_edtf", "string", "event date as EDTF, by this page alone"),
    C("earliest", "string", "first possible day, ISO"),
    C("latest", "string", "last possible day, ISO"),
    C("weekday", "int", "ISO weekday the event fell on, when the page says so"),
    C("date_basis", "string", "what the date rests on", required=True),
    C("date_span", "span", "characters of the expression that dates it"),
    C("attribution", "strings", "who says so, outermost last", required=True),
    C("defence", "string", "does it concern defence", allowed=DEFENCE, required=True),
    C("areas", "strings", "fields of cooperation named", allowed=DEFENCE_AREAS + OTHER_AREAS, required=True),
    C("rules", "strings", "lexicon rules that fired", required=True),
)  # fmt: skip

_CHRONOLOGY_FIELDS = (
    C("title", "string", "short English description, composed from the fields", required=True),
    *_EVENT_FIELDS,
    C(
        "status",
        "string",
        "the furthest status asserted by the best evidence",
        allowed=STATUSES,
        required=True,
    ),
    C("parties", "strings", "ISO 3166 alpha-3, sorted", required=True),
    C("actors", "strings", "canonical surnames of everybody named", required=True),
    C("signatories", "strings", "canonical names of who signed", required=True),
    C("place", "string", "where, English"),
    C("instrument", "string", "the paper"),
    C("n_documents", "int", "documents stated; missing when unstated or contested"),
    C("date_edtf", "string", "fused date, EDTF"),
    C("earliest", "string", "first possible day, ISO"),
    C("latest", "string", "last possible day, ISO"),
    C("weekday", "int", "ISO weekday, when known"),
    C("date_steps", "json", "how the date was narrowed: list of {by, basis, claim_id, edtf}", required=True),
    C("defence", "string", "does it concern defence", allowed=(*DEFENCE, "contested"), required=True),
    C("areas", "strings", "fields of cooperation named by any claim", required=True),
    C("grade", "string", "A to D by the rule in config/codebook.yml", allowed=GRADES, required=True),
    C("n_articles", "int", "articles with a claim", required=True),
    C("n_outlets", "int", "outlets with a claim", required=True),
    C("n_origins", "int", "independent origins", required=True),
    C("n_state_origins", "int", "of these, state organs and state media", required=True),
    C("origins", "strings", "the origins counted", required=True),
    C("claim_ids", "strings", "the claims, sorted", required=True),
    C("contradictions", "strings", "fields on which claims exclude each other", required=True),
    C("decided_by", "string", "reviewer whose decision shaped it, missing when none"),
)

EVENTS = _table(
    "events", "claims judged to be about one happening", "event_id",
    C("event_id", "string", "evt-<hex>", required=True),
    *_CHRONOLOGY_FIELDS,
    C("milestone_id", "string", "set when the event is charted"),
    C("left_out_by", "string", "rule that kept it off the chart; missing for milestones"),
    C("left_out_reason", "string", "that rule in words"),
)  # fmt: skip

MILESTONES = _table(
    "milestones", "an event that passes the written inclusion rule", "milestone_id",
    C("milestone_id", "string", "stable across runs", required=True),
    *_CHRONOLOGY_FIELDS,
    C("reference_id", "string", "entry of config/reference.yml it was matched to"),
    C("reference_date", "string", "date of that entry, EDTF; from outside the corpus"),
)  # fmt: skip

CONTRADICTIONS = _table(
    "contradictions", "one field of one event on which claims exclude each other, one row a side", "event_id field value",
    C("event_id", "string", "the event", required=True),
    C("milestone_id", "string", "the milestone, when charted"),
    C("field", "string", "what they disagree on",
      allowed=("status", "n_documents", "instrument", "date", "defence", "headline", "place"), required=True),
    C("value", "string", "what this side says", required=True),
    C("claim_ids", "strings", "claims that say so, sorted", required=True),
    C("origins", "strings", "origins that say so", required=True),
    C("n_origins", "int", "independent origins that say so", required=True),
)  # fmt: skip

QUARANTINE = _table(
    "quarantine", "a raw file, or part of one, that became no article", "source_path source_part reason",
    C("source_path", "string", "raw file, below the raw folder", FROM, required=True),
    C("source_sha256", "string", "hash of the raw file, '' when it could not be read", required=True),
    C("source_part", "string", "where in the file; '' for the whole", required=True),
    C("reason", "string", "why", allowed=QUARANTINE_REASONS, required=True),
    C("detail", "string", "what was seen", required=True),
)  # fmt: skip

LINES = _table(
    "lines", "one line of a page text with the cleaning decision", "article_id start",
    C("article_id", "string", "the article", required=True),
    C("start", "int", "first character in the page text", required=True),
    C("end", "int", "one past the last character", required=True),
    C("role", "string", "what the line is", required=True),
    C("kept", "bool", "part of the article", required=True),
    C("reason", "string", "rule or feature that decided", required=True),
    C("score", "float", "decision value, 0 furniture to 1 article", required=True),
)  # fmt: skip

TABLES: Mapping[str, Table] = {
    t.name: t for t in (ARTICLES, LINES, TIMEXES, CLAIMS, EVENTS, MILESTONES, CONTRADICTIONS, QUARANTINE)
}


def describe_tables() -> str:
    """The data dictionary of all tables as Markdown: what docs/tables.md holds."""
    parts = [
        "# Tables",
        "Generated from `helpers.foundation.schemas` by `dossier doctor --tables`; a test keeps it true. Parquet in `data/processed`, all dates ISO or EDTF,",
        "all offsets characters of the page text. *from source*: copied from the page; *ours*: concluded by the method.",
    ]
    for table in TABLES.values():
        parts += [
            f"\n## {table.name}\n",
            f"One row: {table.grain}. Key: {', '.join(f'`{k}`' for k in table.key)}.\n",
            "| column | type | what | allowed | source | required |",
            "|---|---|---|---|---|---|",
        ]
        for row in table.data_dictionary():
            cells = [
                row[k].replace("|", "\\|")
                for k in ("column", "type", "about", "allowed", "source", "required")
            ]
            parts.append(f"| `{cells[0]}` | {' | '.join(cells[1:])} |")
    return "\n".join(parts) + "\n"
