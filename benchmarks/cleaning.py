#!/usr/bin/env python3
"""Quality and speed of the cleaner on the development pages, beside one regex search a line and jusText.

    python benchmarks/cleaning.py [--bench ../shared/bench/cleaning] [--html]

The pages are those the tables were trained on, so the quality printed here is in-sample; figures for sites never seen are
printed by benchmarks/train_furniture.py and benchmarks/train_html.py. Speeds are CPU time, the best of three passes each.
"""

import argparse
import importlib.util
import time
from pathlib import Path

import justext

from helpers.clean.furniture import clean_text, clean_texts


def best_of(action, passes=3):
    times = []
    for _ in range(passes):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--bench", type=Path, default=Path("../shared/bench/cleaning"))
    a.add_argument("--html", action="store_true", help="HTML pages too (half a minute)")
    a = a.parse_args()
    spec = importlib.util.spec_from_file_location("score", a.bench / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    pages = score.read("dev.jsonl.gz")
    for dump in ("dump", "dump2"):
        score.row(f"in-sample, {dump}", [score.prf(p["gold"], clean_text(p[dump])) for p in pages.values()])
    if a.html:
        from helpers.clean.html_block import choose_lines
        from helpers.ingest.html_text import html_to_text

        whole, body = [], []
        for name, source in score.read("dev_html.jsonl.gz").items():
            text = html_to_text(source["html"])
            kept = [line for line in choose_lines(source["html"], text) if line.kept]
            whole.append(score.prf(pages[name]["gold"], "\n".join(x.span.of(text) for x in kept)))
            kept = [line for line in kept if line.role != "title"]
            body.append(score.prf(pages[name]["gold"], "\n".join(x.span.of(text) for x in kept)))
        score.row("in-sample, html", whole)
        score.row("  without title", body)
    dumps = [p["dump"] for p in pages.values()]
    cleaner = best_of(lambda: clean_texts(dumps))
    regex = best_of(lambda: [score.SENTENCE_END.search(x) for t in dumps for x in t.splitlines()])
    words = justext.get_stoplist("English")
    some = [p["dump"] for p in pages.values() if p["lang"] == "en"][:60]
    marked = ["".join(f"<p>{x.replace('<', ' ')}</p>" for x in t.splitlines()) for t in some]
    peer = best_of(lambda: [justext.justext(h, words) for h in marked], 1)
    own = best_of(lambda: clean_texts(some))
    print(
        f"{len(dumps) / cleaner:.0f} pages/s, {cleaner / regex:.1f} times the regex pass, {peer / own:.0f} times as fast as jusText"
    )


if __name__ == "__main__":
    main()
