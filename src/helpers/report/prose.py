"""The sentences of a report: every number in them is computed from the tables."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from helpers.figures.style import clean_text
from helpers.figures.titles import (
    join_words,
    language_name,
    say_count,
    say_date,
    say_number,
    say_parties,
    say_period,
    sentence_case,
    to_day,
)
from helpers.foundation.dates import read_edtf
from helpers.report.content import Content, Row

SETTLED = ("signed", "ratified", "in force")
MOST_DISPUTES = 3  # told in the findings; the others have their section
FIELD_ORDER = (
    "status",
    "defence",
    "date",
    "n_documents",
    "instrument",
    "headline",
)  # of disputes, the weightiest first
NOT_TO_CONCLUDE = (
    "A date shown as a span is not known to the day; its middle means nothing.",
    "An event that is missing here was not found in these pages; that is no proof that it did not happen.",
    "Several articles may go back to one origin; count origins, not articles.",
    "A signature that one side asserts and another does not is shown as contested, not as a fact.",
)


def describe_corpus(content: Content) -> str:
    """What the pages are: how many, in which languages, from how many outlets, published when."""
    ok = [a for a in content.articles.values() if a["status"] == "ok"]
    if not ok:
        return "No page of this corpus could be read as an article."
    languages = sorted({a["language"] for a in ok})
    outlets = {a["outlet"] for a in ok if a["outlet"]}
    undated = sum(a["published_edtf"] is None for a in ok)
    stories = len({a["story_id"] for a in ok})
    said = f"{sentence_case(say_count(len(ok), 'article'))} in {join_words(language_name(lang) for lang in languages)}"
    said += f", from {say_count(len(outlets), 'named outlet')}"
    if stories < len(ok):
        said += f"; counting copies once they are {say_count(stories, 'story', 'stories')}"
    if undated:
        said += f". {sentence_case(say_count(undated, 'article'))} {'shows' if undated == 1 else 'show'} no publication date."
    else:
        said += ". Each shows when it was published."
    if content.quarantine:
        said += f" {sentence_case(say_count(len(content.quarantine), 'file or part'))} could not be used and {'is' if len(content.quarantine) == 1 else 'are'} listed with the reason."
    return said


def list_findings(content: Content) -> list[str]:
    """What happened, when, who says so and who disagrees, in a few sentences; one that says so when there is nothing."""
    milestones = content.milestones
    parties = say_parties(content.run["profile"]["parties"])
    if not milestones:
        return [f"No event between {parties} in these pages passes the inclusion rule."]
    period = say_period(to_day(m[c]) for m in milestones for c in ("earliest", "latest"))
    out = [
        f"{sentence_case(say_count(len(milestones), 'milestone'))} between {parties}"
        f"{' ' + period if period else ''}: {_say_statuses(milestones)}. {sentence_case(_say_grades(milestones))}."
    ]
    topic = content.run["profile"]["topic"]
    settled = [m for m in milestones if m["status"] in SETTLED and is_on_topic(m, topic)]
    if settled:
        best = min(settled, key=lambda m: (m["grade"], -m["n_origins"], m["latest"] or "9999"))
        out.append(f"Best supported paper on {topic}: {_say_milestone(best)}.")
    else:
        out.append(f"No paper on {topic} is shown as signed without dispute.")
    # by the first day it can have been: what is known to the year alone may be older than any other of that year
    done = [m for m in milestones if m["earliest"] and _has_happened(m)]
    newest = max(
        done,
        key=lambda m: (m["earliest"], m["latest"] or "", m["n_origins"], m["milestone_id"]),
        default=None,
    )
    if newest is not None and not (settled and newest is best):
        out.append(f"Newest: {_say_milestone(newest)}.")
    contested = sorted((m for m in milestones if content.sides(m)), key=_weight, reverse=True)
    for m in contested[:MOST_DISPUTES]:
        out.append(
            f"Disputed: {m['title']}, {say_date(m['earliest'], m['latest'], m['weekday'])}: {say_sides(content, m)}."
        )
    if len(contested) > MOST_DISPUTES:
        rest = len(contested) - MOST_DISPUTES
        out.append(
            f"{sentence_case(say_count(rest, 'further milestone'))} {'is' if rest == 1 else 'are'} disputed as well."
        )
    single = sum(m["n_origins"] == 1 for m in milestones)
    if single:
        out.append(
            f"{sentence_case(say_count(single, 'milestone'))} {'rests' if single == 1 else 'rest'} on one origin alone."
        )
    vague = sum(bool(m["earliest"] or m["latest"]) and m["earliest"] != m["latest"] for m in milestones)
    if vague:
        out.append(
            f"For {say_count(vague, 'milestone')} the day is not known; the span that the evidence allows is shown instead."
        )
    undated = sum(not (m["earliest"] or m["latest"]) for m in milestones)
    if undated:
        out.append(f"For {say_count(undated, 'milestone')} these pages support no date at all.")
    return out


def _has_happened(m: Row) -> bool:
    """False for what bears the date of something to come, put off or denied; a paper is planned on the day that was decided."""
    return m["status"] not in ("planned", "rumoured", "postponed", "denied") or (
        m["status"] == "planned" and m["kind"] == "agreement"
    )


def is_on_topic(m: Row, topic: str) -> bool:
    """True when a milestone concerns the field in focus: as judged for defence, as a field that its claims name for any other."""
    return bool(m["defence"] == "yes" if topic == "defence" else topic in m["areas"])


def _weight(m: Row) -> tuple[bool, bool, int, int, str]:
    """What is disputed most comes last: how far it got, whether it is of defence at all, then the number of fields."""
    return ("status" in m["contradictions"], m["defence"] == "contested", len(m["contradictions"]), m["n_origins"], m["milestone_id"])  # fmt: skip


def say_sides(content: Content, milestone: Row) -> str:
    """The sides of the weightiest disputes of a milestone: 'signed (Mehr) or discussed only (BelTA)'."""
    sides = content.sides(milestone)
    fields = sorted(sides, key=lambda f: (FIELD_ORDER.index(f) if f in FIELD_ORDER else len(FIELD_ORDER), f))
    said = []
    for field in fields[:2]:
        name = (
            ""
            if field in ("status", "headline")
            else f"{field.replace('n_documents', 'number of documents').replace('_', ' ')}: "
        )
        accounts = (
            f"{say_side(s['value'], field)} ({', '.join(s['origins'][:3]) or 'unknown origin'})"
            for s in sides[field]
        )
        said.append(name + join_words(accounts, last="or"))
    return "; ".join(said)


def _say_milestone(m: Row) -> str:
    text = f"{m['title']}, {say_date(m['earliest'], m['latest'], m['weekday'])}, grade {m['grade']}, "
    return f"{text}{say_count(m['n_origins'], 'independent origin')} ({name_sources(m['origins'], 4)})"


def _say_statuses(milestones: tuple[Row, ...]) -> str:
    counts = Counter(m["status"] for m in milestones)
    order = sorted(counts, key=lambda s: (-counts[s], s))
    return join_words(f"{say_number(counts[s])} {s}" for s in order)


def _say_grades(milestones: tuple[Row, ...]) -> str:
    counts = [(g, sum(m["grade"] == g for m in milestones)) for g in "ABCD"]
    said = join_words(f"{say_number(n)} of grade {g}" for g, n in counts if n)
    return f"how well they are supported, A best: {said}"


def describe_freshness(run: Mapping[str, object]) -> str:
    """The day the report speaks from and when it was made."""
    started = dt.datetime.fromisoformat(str(run["started"]))
    return f"As of {say_date(run['as_of'], run['as_of'])}; made on {started.day} {started:%B %Y, %H:%M} UTC."


def describe_labels(content: Content) -> list[str]:
    """What a reader must be told about the files themselves, from their sidecars."""
    return [
        f"{label} ({say_count(n, 'file')})"
        for label, n in sorted(content.labels.items(), key=lambda kv: (-kv[1], kv[0]))
    ]


def describe_method(content: Content) -> list[str]:
    """The method in the order of the work, with the number that each step leaves."""
    run = content.run
    files = len(run["inputs"])
    ok = sum(a["status"] == "ok" for a in content.articles.values())
    claims = len(content.claims)
    events = len(content.events)
    return [
        f"Reading: {say_count(files, 'raw file')} gave {say_count(len(content.articles), 'article')}, {say_count(len(content.quarantine), 'entry', 'entries')} in quarantine. "
        "Every file is accounted for by its SHA-256.",
        f"Cleaning: {say_count(sum(content.removed.values()), 'line')} of page furniture cut; what is kept are slices of the page, never rewritten text.",
        f"Coding: {say_count(claims, 'claim')} in {say_count(ok, 'article')}, each a span of the page with the rules that fired. A date is an interval with its basis; "
        "the publication date is never taken for the date of the event.",
        f"Chronology: claims of one happening are joined unless date, weekday, place, paper or people exclude it ({say_count(events, 'event')}); their dates are intersected, "
        "their origins counted after copies, translations and citation chains are collapsed.",
        f"Inclusion: {say_count(len(content.milestones), 'event')} {'passes' if len(content.milestones) == 1 else 'pass'} the written rule; "
        f"{say_count(len(content.left_out), 'event')} {'is' if len(content.left_out) == 1 else 'are'} left out, each with the rule that left it out.",
        "Grades A to D follow the written rule in config/codebook.yml: independent origins, dispute, precision of the date.",
    ]


def say_side(value: str, field: str) -> str:
    """What one side of a contradiction says, as a reader says it: dates in words."""
    return say_edtf(value) if field == "date" else value


def say_edtf(value: str) -> str:
    """A date of the tables in words: '../2023-11-01 on weekday 1' is 'a Monday on or before 1 November 2023'."""
    edtf, _, weekday = value.partition(" on weekday ")
    if edtf in ("", "open", "../.."):
        return say_date(None, None, weekday or None)
    try:
        found = read_edtf(edtf)
    except ValueError:  # sides of a date may also be words, as 'not in 2023'
        return value
    return say_date(found.earliest, found.latest, weekday or None)


def say_reference(edtf: str | None) -> str:
    """A date of the reference chronology in words, a dash for none."""
    if not edtf:
        return "–"
    found = read_edtf(edtf)
    return say_date(found.earliest, found.latest)


def name_sources(origins: Sequence[str], most: int = 3) -> str:
    """Origins by name, those that are known first; of many the first few."""
    named = sorted(map(clean_text, origins), key=lambda o: (o == "unattributed", o))
    rest = len(named) - most
    return ", ".join(named[:most]) + (f" and {rest} more" if rest > 0 else "")
