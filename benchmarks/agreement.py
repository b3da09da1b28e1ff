"""How far two coders of the ninth set agree who follow the same conventions, beside how far the system agrees with each.

    .venv/bin/python benchmarks/agreement.py

The second coder's labels (tests/gold/ninth/second) are turned into claims and milestones such as the system gives and scored against
the first's by the rules of tests/gold, then the other way round: recall is the share of the first's labels that the second has,
precision the share of the second's that the first has; what is optional for its coder counts in neither where the other left it out.
A label without a kind takes none, a list of statuses its first. Fields count where a claim was matched and both coders gave them.
Cohen's kappa is that of the kinds of claim of a sentence, or none, over the sentences of the bodies (all kinds of a sentence are one
label; a sentence for which a coder has only optional claims is left out). Of the system kinds are those of all its claims of the
two countries. Prints figures alone: the ninth set is only scored.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "gold"))
from milestone_scoring import MilestoneScore, Told, given_milestones, list_faults, load_groups, score_group
from page_scoring import HERE, load_pages, page_path, read_article, score_claims
from scoring import FIELDS, Score, grade_field, parties_of

from helpers.coding.claims.tokens import split_sentences
from helpers.coding.code_article import code_article
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.provenance import Span
from helpers.foundation.records import Claim

PART = "score-ninth"
SECOND = HERE / "ninth" / "second"
Labels = dict[str, dict[str, Any]]


def read_labels(what: str) -> Labels:
    """The second coder's `claims` (a list for every page) or `milestones` (by group)."""
    labels: Labels = yaml.load((SECOND / f"{what}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    return labels


def load_coders() -> tuple[Labels, Labels]:
    """Pages of the part with the claims of the first coder, and with those of the second."""
    first = {n: p for n, p in load_pages().items() if p["part"] == PART}
    claims = read_labels("claims")
    return first, {name: {**page, "claims": claims[name]} for name, page in first.items()}


@cache
def page_text(name: str) -> str:
    """Text of a page of the gold."""
    return page_path(name).read_text(encoding="utf-8")


def body_sentences(page: Mapping[str, Any], text: str) -> list[Span]:
    """Sentences of the body lines, in order of the page."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return [
        Span(starts[n] + a, starts[n] + b)
        for n in (int(n) - 1 for n in page["body_lines"])
        for a, b in split_sentences(lines[n])
    ]


def label_claim(name: str, number: int, label: Mapping[str, Any], page: Mapping[str, Any]) -> Claim:
    """A coder's label as the claim that the system would give for it: of its whole sentence; fields not given are empty."""
    text = page_text(name)
    start = text.rindex(label["q"])
    span = Span(start, start + len(label["q"]))
    if "hl" not in label:
        touched = [s for s in body_sentences(page, text) if s.start < span.end and span.start < s.end]
        span = Span(touched[0].start, touched[-1].end)
    date = label.get("d", "null")
    return Claim(
        claim_id=f"{name}-{number}", article_id=name, start=span.start, end=span.end, quote=span.of(text), language=page["language"],
        role="title" if "hl" in label else "body", kind=label.get("k", "any"), plover_type="", plover_mode=None, contexts=(),
        status=label.get("s", ""), polarity=label.get("p", ""), instrument=label.get("i"),
        n_documents=int(label["n"]) if "n" in label else None, actors=tuple(label.get("a", ())), parties=tuple(parties_of(label)),
        place=label.get("pl"), country=None, date=DateInterval() if date == "null" else read_edtf(date), date_basis="", date_span=None,
        attribution=tuple(label.get("at", ())), defence=label.get("def", ""), areas=(), rules=(),
    )  # fmt: skip


def coder_claims(name: str, page: Mapping[str, Any]) -> list[Claim]:
    """All labels of a page as claims; `claim_id` ends in the label's number."""
    return [label_claim(name, i, label, page) for i, label in enumerate(page["claims"])]


def system_claims(name: str) -> list[Claim]:
    """What the system reads on the page."""
    return code_article(read_article(name))[1]


def score_labels(gold: Labels, given: Mapping[str, Sequence[Claim]]) -> Score:
    """Score given claims of all pages against one coder's labels."""
    score = Score()
    for name, page in gold.items():
        score_claims(score, name, page, page_text(name), given[name])
    return score


def shared_fields(score: Score, given: Labels) -> dict[str, Counter[str]]:
    """Of matched labels, by field that both coders gave: n, right, true (not false)."""
    out: dict[str, Counter[str]] = {key: Counter() for key in FIELDS}
    for gold, claim in score.pairs:
        label = given[claim.article_id]["claims"][int(claim.claim_id.rsplit("-", 1)[1])]
        for key in FIELDS.keys() & gold.keys() & label.keys():
            grade = grade_field(key, gold, claim)
            out[key].update(n=1, right=grade == 1, true=grade > 0)
    return out


def label_milestone(label: Mapping[str, Any]) -> Told:
    """A coder's milestone as the system would give it, with its pages."""
    status = label.get("status", "")
    return {
        "title": label["kind"], "kind": label["kind"], "status": status if isinstance(status, str) else status[0],
        "place": label.get("place"), "defence": label.get("defence"), "instrument": label.get("instrument"),
        "n_documents": label.get("n"), "n_origins": None, "contradictions": label.get("contradictions", []),
        "date_edtf": "/".join(dict.fromkeys(label["inside"])) if "inside" in label else None, "label": label,
    }, sorted(label.get("from", ()))  # fmt: skip


def score_groups(gold: Labels, given: Mapping[str, Mapping[str, Told]]) -> MilestoneScore:
    """Score given milestones of all groups against one coder's."""
    score = MilestoneScore()
    for name, group in gold.items():
        score_group(score, name, group, dict(given[name]))
    return score


def alike(score: MilestoneScore) -> int:
    """Matched milestones of two coders that agree in every field that both gave."""
    return sum(
        not list_faults({k: v for k, v in gold.items() if k in told[0]["label"]}, *told)
        for gold, told in score.pairs
    )


def kinds_of(page: Mapping[str, Any], name: str, claims: Iterable[Claim]) -> list[str]:
    """Kinds of the claims of every sentence of the body, as one word; empty where there is none."""
    told = [c for c in claims if c.role != "title"]
    return [
        " ".join(sorted({c.kind for c in told if c.start < s.end and s.start < c.end}))
        for s in body_sentences(page, page_text(name))
    ]


def coder_kinds(page: Mapping[str, Any], name: str) -> list[str | None]:
    """The kinds of every sentence as a coder labelled it; None where all he has is optional."""
    claims = coder_claims(name, page)
    asked = kinds_of(page, name, [c for c, g in zip(claims, page["claims"], strict=True) if "opt" not in g])
    every = kinds_of(page, name, claims)
    return [a if a or not e else None for a, e in zip(asked, every, strict=True)]


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa (1960): agreement beyond what the two shares of every label give by chance; 1 when there is but one label."""
    if not pairs:
        raise ValueError("kappa needs at least one pair of labels")
    n = len(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / n**2
    return 1.0 if chance == 1 else (sum(a == b for a, b in pairs) / n - chance) / (1 - chance)


def show_kappa(what: str, left: Iterable[str | None], right: Iterable[str | None]) -> None:
    """Print kappa over the sentences that both labelled beyond doubt."""
    pairs = [(a, b) for a, b in zip(left, right, strict=True) if a is not None and b is not None]
    equal = sum(a == b for a, b in pairs)
    print(f"  {what}: kappa {kappa(pairs):.3f} (equal {equal} of {len(pairs)} sentences)")


def line(precision: float, recall: float) -> str:
    """Precision, recall and their harmonic mean as printed."""
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"


def as_asked(coder: Labels) -> Labels:
    """A coder's labels of the body, the optional ones asked for like the others."""
    return {
        name: {**page, "claims": [{k: v for k, v in c.items() if k != "opt"} for c in page["claims"] if "hl" not in c]}
        for name, page in coder.items()
    }  # fmt: skip


def show_coders(first: Labels, second: Labels) -> dict[str, Counter[str]]:
    """Print claims of the second coder against the first; right per field."""

    def both_ways(left: Labels, right: Labels) -> tuple[Score, Score]:
        given = [{n: coder_claims(n, p) for n, p in coder.items()} for coder in (left, right)]
        return score_labels(left, given[1]), score_labels(right, given[0])

    forth, back = both_ways(first, second)
    print(
        f"claims, second coder against first: {line(back.recall, forth.recall)} "
        f"({forth.hit.total()} of {forth.gold.total()}; {back.hit.total()} of {back.gold.total()})"
    )
    strict_forth, strict_back = both_ways(as_asked(first), as_asked(second))
    print(
        f"  of the body, optional ones counted like others: {line(strict_back.recall, strict_forth.recall)} "
        f"({strict_forth.hit.total()} of {strict_forth.gold.total()}; {strict_back.hit.total()} of {strict_back.gold.total()})"
    )
    labels = [(g, second[c.article_id]["claims"][int(c.claim_id.rsplit("-", 1)[1])]) for g, c in forth.pairs]
    print(
        f"  of {len(labels)} matched: quoted by the same words {sum(g['q'] == other['q'] for g, other in labels)}, optional for one coder "
        f"alone {sum(('opt' in g) != ('opt' in other) for g, other in labels)}"
    )
    given_by = {k: [sum(k in label for label in side) for side in zip(*labels, strict=True)] for k in FIELDS}
    print(
        "  fields given by first, second: "
        + ", ".join(f"{FIELDS[k]} {a}, {b}" for k, (a, b) in given_by.items())
    )
    return shared_fields(forth, second)


def show_claims(first: Labels, second: Labels) -> None:
    """Print claims, fields and kappa of the three pairs."""
    fields = show_coders(first, second)
    system = {n: system_claims(n) for n in first}
    against = {"first": score_labels(first, system), "second": score_labels(second, system)}
    for what, score in against.items():
        print(
            f"claims, system against {what}: {line(score.precision, score.recall)} ({score.hit.total()} of {score.gold.total()})"
        )
    print("right per field (second against first; system against first; system against second):")
    for key, name in FIELDS.items():
        counts = (fields[key], *(s.fields[key] for s in against.values()))
        shown = [f"{c['right']} of {c['n']}" + (f", not false {c['true']}" if key == "d" else "") for c in counts]  # fmt: skip
        print(f"  {name}: {'; '.join(shown)}")
    a = [k for n, p in first.items() for k in coder_kinds(p, n)]
    b = [k for n, p in second.items() for k in coder_kinds(p, n)]
    c = [
        k
        for n, p in first.items()
        for k in kinds_of(p, n, [c for c in system[n] if c.parties == ("BLR", "IRN")])
    ]
    print("kind of claim by sentence:")
    show_kappa("second coder and first", a, b)
    show_kappa("system and first", a, c)
    show_kappa("system and second", b, c)


def show_milestones() -> None:
    """Print milestones of the three pairs."""
    first = {n: g for n, g in load_groups().items() if g["part"] == PART}
    second = read_labels("milestones")

    def told(groups: Labels) -> dict[str, dict[str, Told]]:
        return {n: {f"{n}-{i}": label_milestone(m) for i, m in enumerate(g["milestones"])} for n, g in groups.items()}  # fmt: skip

    forth, back = score_groups(first, told(second)), score_groups(second, told(first))
    system = {n: given_milestones(n) for n in first}
    print(
        f"milestones, second coder against first: {line(forth.precision, forth.recall)} ({forth.found} of {forth.gold}; extra {forth.extra}); "
        f"not counting what the second has as optional, recall {back.precision:.3f}"
    )
    print(f"  alike in every field that both gave: {alike(forth)} of {forth.found}")
    print(
        f"  contradictions of the first that the second has: {forth.contradictions[1]} of {forth.contradictions[0]}; "
        f"the other way round: {back.contradictions[1]} of {back.contradictions[0]}"
    )
    for what, groups in (("first", first), ("second", second)):
        score = score_groups(groups, system)
        print(
            f"milestones, system against {what}: {line(score.precision, score.recall)} ({score.found} of {score.gold}); "
            f"right in every field {score.whole}; contradictions {score.contradictions[1]} of {score.contradictions[0]}"
        )


def main() -> int:
    """Print all figures."""
    first, second = load_coders()
    show_claims(first, second)
    show_milestones()
    return 0


if __name__ == "__main__":
    sys.exit(main())
