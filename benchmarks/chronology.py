"""How build_chronology grows: claims a second at 10,000 to 200,000 claims of an invented, busy corpus.

    .venv/bin/python benchmarks/chronology.py [most claims]

Half of the claims repeat a few hundred well-dated happenings, as agency copies do; the rest are vague: months, years, no date,
one actor or none. Prints the time for each size and the ratio of the cost per claim between the largest and the smallest:
1 is linear.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "chronology"))
from chronology_rows import article, claim, knowledge, profile

from helpers.chronology.build import build_chronology

PEOPLE = (
    "Ashtiani",
    "Khrenin",
    "Raisi",
    "Lukashenko",
    "Pezeshkian",
    "Nasirzadeh",
    "Bagheri",
    "Ryzhenkov",
    "Araghchi",
)
PAPERS = (None, "memorandum of understanding", "agreement", "roadmap", "protocol", "package of documents")
ORIGINS = (None, None, "BelTA", "IRNA", "Reuters", "Mehr")


def invent(n_claims: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    rng = random.Random(n_claims)
    first = dt.date(2015, 1, 1)
    happenings = [
        {
            "kind": rng.choice(("agreement", "consultation")),
            "day": first + dt.timedelta(days=rng.randrange(4000)),
            "actors": rng.sample(PEOPLE, 2),
            "place": rng.choice(("Minsk", "Tehran")),
            "instrument": rng.choice(PAPERS),
        }
        for _ in range(max(50, n_claims // 400))
    ]
    articles, claims = [], []
    while len(claims) < n_claims:
        about = rng.choice(happenings)
        published = about["day"] + dt.timedelta(days=rng.randrange(3))
        page = article(f"page {len(articles)}", published=published.isoformat(), origin=rng.choice(ORIGINS))
        articles.append(page)
        for i in range(rng.randrange(1, 7)):
            vague = rng.random() < 0.5
            day = first + dt.timedelta(days=rng.randrange(4000)) if vague else about["day"]
            date = rng.choice((None, day.isoformat()[:7], day.isoformat()[:4])) if vague else day.isoformat()
            claims.append(
                claim(
                    page, f"quote {len(claims)}", start=100 * i, date=date, kind=about["kind"],
                    status="signed" if about["kind"] == "agreement" else "discussed",
                    polarity="historical" if vague else "asserted",
                    actors=rng.sample(PEOPLE, rng.randrange(2)) if vague else about["actors"],
                    place=None if vague else about["place"],
                    instrument=about["instrument"] if about["kind"] == "agreement" else None,
                )
            )  # fmt: skip
    return articles, claims


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    sizes = [n for n in (10_000, 50_000, 200_000) if n <= most]
    costs = []
    for n in sizes:
        articles, claims = invent(n)
        begun = time.perf_counter()
        result = build_chronology(articles, claims, profile=profile(), knowledge=knowledge())
        seconds = time.perf_counter() - begun
        costs.append(seconds / len(claims))
        print(
            f"{len(claims):7d} claims of {len(articles):6d} articles: {seconds:6.1f} s, {len(claims) / seconds:7.0f} claims/s, "
            f"{len(result.events)} events, {len(result.milestones)} milestones"
        )
    print(f"cost of a claim, largest to smallest corpus: {costs[-1] / costs[0]:.2f} (1 is linear)")


if __name__ == "__main__":
    main()
