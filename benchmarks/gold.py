"""Claims, articles and milestones against the hand-made gold of tests/gold.

    .venv/bin/python benchmarks/gold.py [tune|score|tune-more|score-more|tune-third|score-third|tune-fourth|score-fourth|
        tune-fifth|score-fifth|score-sixth|tune-seventh|score-seventh|tune-eighth|score-eighth|score-ninth|score-tenth|
        score-eleventh|tune-twelfth|score-twelfth|tune-thirteenth|score-thirteenth|
        tune-fourteenth|score-fourteenth|tune-fifteenth|score-fifteenth] [--problems]

Prints precision and recall of claims by language, each field where a claim was matched, kept lines, fields of the articles and
milestones. The parts that begin with `score` are for scoring only, but for those opened since: with --problems it refuses. The parts called more,
third and so on to fifteenth are the pages of tests/gold/more and so on; they have no sentences of their own.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "gold"))
from milestone_scoring import score_milestones
from page_scoring import score_pages
from scoring import FIELDS, Score, score_sentences

SETS = ("", "-more", "-third", "-fourth", "-fifth")
PARTS = (
    *(part + pages for pages in SETS for part in ("tune", "score")),
    "score-sixth",
    "tune-seventh",
    "score-seventh",
    "tune-eighth",
    "score-eighth",
    "score-ninth",
    "score-tenth",
    "score-eleventh",
    "tune-twelfth",
    "score-twelfth",
    "tune-thirteenth",
    "score-thirteenth",
    "tune-fourteenth",
    "score-fourteenth",
    "tune-fifteenth",
    "score-fifteenth",
)
# Blind at first and scored so; read since.
OPENED = (
    "score-third",
    "score-more",
    "score-fourth",
    "score-fifth",
    "score-sixth",
    "score-eighth",
    "score-tenth",
    "score-eleventh",
)


def show_claims(name: str, score: Score) -> None:
    """Print claims by language and field."""
    print(
        f"{name}: precision {score.precision:.3f}, recall {score.recall:.3f} ({score.gold.total()} gold claims)"
    )
    for language in sorted(score.gold | score.given):
        gold, hit, given = score.gold[language], score.hit[language], score.given[language]
        print(
            f"  {language}: precision {hit / max(1, given):.2f}, recall {hit / max(1, gold):.2f} ({gold} gold, {given} given)"
        )
    for key, field in FIELDS.items():
        if n := score.fields[key]["n"]:
            print(f"  {field}: right {score.share(key):.3f}, not false {score.share(key, 'true'):.3f} of {n}")
    print(f"  dates that exclude the truth: {len(score.wrong_dates)}")


def main() -> int:
    """Print the figures of one part."""
    words = argparse.ArgumentParser(
        description="Score claims, pages and milestones against one part of the gold."
    )
    words.add_argument("part", nargs="?", default="score", choices=PARTS)
    words.add_argument(
        "--problems", action="store_true", help="list what differs; for parts that are tuned on only"
    )
    asked = words.parse_args()
    part, problems = asked.part, asked.problems
    if problems and part.startswith("score") and part not in OPENED:
        words.error(f"{part} is for scoring only: its problems are not shown")
    sentences, pages, milestones = score_sentences(part), score_pages(part), score_milestones(part)
    if sentences.gold:
        show_claims(f"sentences ({part})", sentences)
    if part == "score":
        show_claims("of these, sentences/harder.yml", score_sentences("harder"))
    show_claims(f"pages ({part})", pages.claims)
    print(f"kept lines: precision {pages.line_precision:.3f}, recall {pages.line_recall:.3f}")
    for name, counts in pages.articles.items():
        print(f"  {name}: {counts['right']} of {counts['n']}")
    print(f"  publication dates that exclude the truth: {len(pages.wrong_published)}")
    print(
        f"milestones ({part}): precision {milestones.precision:.3f}, recall {milestones.recall:.3f}, "
        f"{milestones.whole} of {milestones.gold} right in every field; wrong dates {len(milestones.wrong_dates)}"
    )
    print(
        f"  contradictions: {milestones.contradictions[1]} of {milestones.contradictions[0]} fields found; "
        f"origins: right for {milestones.origins[1]} of {milestones.origins[0]}"
    )
    if problems:
        print("\n".join(sentences.problems + pages.problems + pages.claims.problems + milestones.problems))
    return 0


if __name__ == "__main__":
    sys.exit(main())
