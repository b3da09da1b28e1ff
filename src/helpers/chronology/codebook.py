"""Makes docs/codebook.md from configuration: `python -m helpers.chronology.codebook` writes it, a test keeps it true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from helpers.chronology.anniversaries import load_anniversaries
from helpers.chronology.rules import Inclusion, Joining, Rules, load_rules, read_inclusion, read_joining
from helpers.foundation.schemas import PLOVER_MODES
from helpers.foundation.settings import Profile, find_paths, load_profile, load_yaml

INTRODUCTION = """\
How a sentence becomes a claim, claims an event, an event a milestone, and how well it is attested. This page is made from
`config/codebook.yml` and `config/dossier.yml` by `python -m helpers.chronology.codebook`; the code evaluates the same files.
All examples are invented."""


def write_codebook(path: Path | None = None) -> Path:
    """Write docs/codebook.md (or `path`) and give its path back."""
    from helpers.foundation.storage import write_text

    target = path or find_paths().root / "docs" / "codebook.md"
    write_text(target, render_codebook())
    return target


def render_codebook() -> str:
    """The codebook as Markdown.

    Raises:
        ConfigError: configuration says something it may not say.
    """
    profile = load_profile()
    data = load_yaml(find_paths().config / "codebook.yml")
    rules = load_rules()
    parts = [
        "# Codebook",
        INTRODUCTION,
        *_claims(data),
        *_papers(rules),
        *_acts(rules),
        *_joining(rules, read_joining(profile)),
        *_dates(profile),
        *_origins(rules),
        *_inclusion(rules, read_inclusion(profile), profile),
        *_decisions(),
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    def cell(value: Any) -> str:
        return str(value).replace("|", "\\|").replace("\n", " ")

    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell(c) for c in row) + " |" for row in rows]
    return "\n".join(lines)


def _claims(data: dict[str, Any]) -> list[str]:
    """Kinds, statuses, polarities, areas and contexts: what one sentence says."""
    kinds = []
    for name, kind in data["kinds"].items():
        types = {s: t for s, t in kind["plover"].items() if s != "else"}
        plover = "; ".join(
            [*(f"{t} when {s}" for s, t in types.items()), f"otherwise {kind['plover']['else']}"]
        )
        extra = [f"{kind[key]} {when}" for key, when in _SPECIAL if key in kind]
        kinds.append((name, kind["about"], "; ".join([plover, *extra]), kind["example"]))
    events = [(n, e["kind"], e["done"], e.get("mode", ""), e["about"]) for n, e in data["events"].items()]
    areas = [(n, "yes" if a["defence"] else "no", a["about"]) for n, a in data["areas"].items()]
    return [
        "## Claims",
        "A claim is what one article asserts, denies, plans or reports about one event. Every statement that a paper, a meeting "
        "or a joint act between the parties happened, will, may, did not or used to happen is one; courtesies and general praise "
        "are none. Acts with third countries get their own parties.",
        "### Kinds",
        _table(("kind", "what", "PLOVER type", "example"), kinds),
        "### Statuses",
        _table(("status", "meaning"), data["statuses"].items()),
        "### Polarities",
        _table(("polarity", "how the page presents it"), data["polarities"].items()),
        "### Acts",
        f"What the triggers of the lexicons stand for. PLOVER modes: {', '.join(PLOVER_MODES)}.",
        _table(("act", "kind", "status when done", "mode", "about"), events),
        "### Areas",
        _table(("area", "defence", "about"), areas),
        "### Contexts",
        "PLOVER contexts follow from the areas, and from the defence field: "
        + "; ".join(f"{area} → {context}" for area, context in data["contexts"].items())
        + ".",
    ]


_SPECIAL = (("plover_refused", "when a party refuses"), ("plover_offer", "when it is an offer"))


def _papers(rules: Rules) -> list[str]:
    rows = [
        (p.name, p.about, ", ".join(p.words), ", ".join(sorted(p.confusable)), p.example)
        for p in rules.papers
    ]
    return [
        "## Papers",
        "Claims about papers of different classes are about different papers, unless agencies give one paper both names.",
        _table(("class", "what", "words", "may be confused with", "example"), rows),
    ]


def _acts(rules: Rules) -> list[str]:
    rows = [
        (n, a.title, ", ".join(sorted(a.apart)), "yes" if a.telling else "", "yes" if a.project else "")
        for n, a in rules.acts.items()
    ]
    return [
        "## Acts of meetings and cooperation",
        "Acts that are never the same keep two accounts apart; the others tell nothing apart. Of a telling act two accounts are "
        "likely about one happening. A plan of a project is named by what is to be made or handed over.",
        _table(("act", "in titles", "never the same as", "telling", "project"), rows),
    ]


def _joining(rules: Rules, joining: Joining) -> list[str]:
    stages: dict[str, list[str]] = {}
    for status, stage in rules.stage_of.items():
        stages.setdefault(stage, []).append(status)
    return [
        "## Events",
        "Claims of one article about one happening form an account: they share people, a paper, a number, a rare act or a time, or "
        "follow at once; accounts of several articles are joined to an event. They "
        "must have the same parties and kind. They are never joined when stage, people of one side, class of paper, place, "
        "number of documents, weekday or date exclude it, nor single papers of different fields that different people signed. Otherwise the evidence for one happening is counted in points: "
        + "; ".join(f"{name} {worth:g}" for name, worth in rules.points.items())
        + f" (taken off). A person is long-term after more than {joining.long_term} years in office. "
        f"An account joins the best event with {joining.points:g} points or more that leads the second best by {joining.lead:g}; "
        "if two fit about equally it joins neither.",
        "Differences that do not exclude are kept as contradictions: dates at most "
        f"{joining.date_tolerance} days apart between the same people of both sides or in one story, different names for one "
        "paper, different numbers of documents on one day, different places on one day for the same people. A page that reports "
        "only talks of the same people on the day of a signature, or denies it, or knows the paper only as agreed after it was "
        "signed, contradicts the status; a headline that says more than its body is a contradiction of its own.",
        _table(("stage", "statuses"), [(s, ", ".join(v)) for s, v in stages.items()]),
        "A plan and its fulfilment are one event only when the plan was published before, names a time of at most "
        f"{rules.plan_days} days and, for papers, the same class of paper. The status of an event is the furthest one that the "
        "body of an article asserts; it is denied when more origins deny it than say so. A denial without a date is held against "
        "the news of its page, never against what the page recalls as a fact, and takes no date from it; that a paper was not "
        "ratified says nothing against its signature. A guest who is received by several hosts in one place on one day makes one "
        "visit. A delay that an article recalls beside a new time leaves the plan standing.",
    ]


def _dates(profile: Profile) -> list[str]:
    known = [
        f"{a.id}: counted from {a.since}"
        for a in load_anniversaries().known
        if set(a.parties) <= set(profile.parties)
    ]
    return [
        "## Dates",
        "The date of an event is the intersection of what narrows it, in this order, and every step that narrowed it is kept: "
        "stated (the claims' own dates and weekdays), publication (what is told as done lies on or before the last possible day "
        "of publication), term of office (people act while they hold an office), anniversary (an event that marks an "
        "anniversary lies in its calendar year), same visit (a visit told twice and what was signed on it), order of telling (the "
        "news of an article does not lie before what the same article recalls as older, and the other way round), publication "
        'day narrowed (a page that tells of an event as its news was published after it, which dates its "last year"), month '
        "(a month whose year is open). A meeting or joint act of several days keeps its span, whatever single days are named. A concluded bound that excludes what is stated is not "
        "used, and a step says so. When stated dates exclude each other, the side with more independent origins gives the date "
        "if it has at least two and more than any other; otherwise the date is open between all sides.",
        "Anniversaries: " + ("; ".join(known) or "none") + ".",
    ]


def _origins(rules: Rules) -> list[str]:
    grades = [(g.grade, g.words) for g in rules.grades]
    return [
        "## Origins and grades",
        "Counted are origins, not articles. Copies of one story have one origin; so have rewrites and translations of one "
        'agency\'s text; of a chain ("X, citing Y") only its beginning counts. Pages that name no source have unknown origins, '
        "which count once all together. An agency that names a ministry rests on it; what a person says is seen by who reports it. "
        "Headlines alone are no origin, and who denies an event does not corroborate it.",
        _table(("grade", "condition"), grades),
    ]


def _inclusion(rules: Rules, inclusion: Inclusion, profile: Profile) -> list[str]:
    window = f"from {profile.start or 'the beginning'} to {profile.end or 'today'}"
    return [
        "## Milestones",
        "An event is a milestone when no rule leaves it out. Rules are tried in this order; the first that holds is named in "
        f"the table of events. Parties: {', '.join(profile.parties)} ({inclusion.parties}); window: {window}.",
        _table(
            ("rule", "an event is left out when", "example"),
            [(r.id, r.words, r.example) for r in rules.inclusion],
        ),
        _table(("kind", "statuses charted"), [(k, ", ".join(v)) for k, v in inclusion.statuses.items()]),
        "The name of a milestone comes from its founding claim: that of the earliest published page, by its quote, page and "
        "kind. A narrower date does not change it; a run keeps the names of the run before for milestones that share claims "
        "with it.",
    ]


def _decisions() -> list[str]:
    return [
        "## Decisions",
        "A reviewer's accept, reject, correct, merge or split holds on to the normalised quote, the content of the page and the "
        "kind and parties of the claim. It is applied on every run. When its evidence has gone, or has come to lie in several "
        "events, it is listed as orphaned and not applied.",
    ]


if __name__ == "__main__":
    write_codebook()
