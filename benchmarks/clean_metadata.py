"""How well and how fast pages are dated, named and grouped: the fixtures of tests/clean, and invented corpora for speed.

    .venv/bin/python benchmarks/clean_metadata.py [articles for the story benchmark]

Prints, for the half of the page fixtures that rules were tuned on and for the half that was scored once, how many languages,
publication dates with their evidence, outlets and citations are right; pages a second of clean_page; and for group_stories the
time and the share of edited, cut and lengthened copies that were found among unrelated texts.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "clean"))
from page_frames import FIXTURES, load_forms, load_frames, make_page

from helpers.clean.articles import clean_page
from helpers.clean.duplicates import StoryText, group_stories
from helpers.clean.language import detect_language
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import load_yaml


def score_pages(part: str) -> None:
    cases = [c for c in (*load_frames(), *load_forms()) if c["part"] == part]
    right = dict.fromkeys(("language", "published", "evidence", "outlet", "cites"), 0)
    asked = dict(right)
    start = time.process_time()
    for case in cases:
        article = clean_page(make_page(case["text"]))
        got = {
            "language": article.language, "published": article.published.interval.edtf, "evidence": article.published.evidence,
            "outlet": article.outlet, "cites": list(article.cites),
        }  # fmt: skip
        for key, value in got.items():
            if key in case:
                asked[key] += 1
                right[key] += value == case[key]
    took = time.process_time() - start
    listed = ", ".join(f"{k} {right[k]}/{asked[k]}" for k in right)
    print(f"{part:5} {len(cases)} pages: {listed}; {len(cases) / took:.0f} pages/s")


def score_languages() -> None:
    texts = load_yaml(FIXTURES / "language.yml")
    ours = [(code, t) for code in LANGUAGES for t in texts[code]]
    others = [t for listed in texts["other"].values() for t in listed]
    right = sum(detect_language(t).code == code for code, t in ours)
    refused = sum(detect_language(t).code not in LANGUAGES for t in others)
    print(
        f"language {right}/{len(ours)} short texts; other languages not taken for ours {refused}/{len(others)}"
    )


def score_stories(n: int) -> None:
    rng = random.Random(n)
    words = [f"w{i}" for i in range(20_000)]
    base = [rng.choices(words, k=300) for _ in range(n)]
    texts = [StoryText(f"a{i:07}", "en", " ".join(w), None, (), None) for i, w in enumerate(base)]
    kinds = ("edited 6%", "edited 12%", "cut to a fifth", "half replaced by new")
    copies = {}
    for i in range(min(n, 1000)):
        w = base[i]
        copy = [
            [rng.choice(words) if rng.random() < 0.06 else x for x in w],
            [rng.choice(words) if rng.random() < 0.12 else x for x in w],
            w[:60],
            w[:200] + rng.choices(words, k=100),
        ][i % 4]
        copies[f"b{i:07}"] = (kinds[i % 4], f"a{i:07}")
        texts.append(StoryText(f"b{i:07}", "en", " ".join(copy), None, (), None))
    start = time.process_time()
    stories = group_stories(texts)
    took = time.process_time() - start
    wrong = (
        n
        - len({s.story_id for s in stories.values()})
        + sum(stories[c].story_id != stories[o].story_id for c, (_, o) in copies.items())
    )
    print(f"stories: {len(texts)} texts in {took:.1f} s of CPU; {wrong} joined or left wrongly")
    for kind in kinds:
        these = [c for c in copies if copies[c][0] == kind]
        found = sum(stories[c].story_id == stories[copies[c][1]].story_id for c in these)
        print(f"  {kind}: {found}/{len(these)} found")


if __name__ == "__main__":
    score_languages()
    score_pages("tune")
    score_pages("held")
    score_stories(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
