#!/usr/bin/env python3
"""Train the decision tables of the cleaner and write config/furniture_model.tsv.

Recipe: the development pages of ../shared/bench/cleaning (both dumps); a line is article when a monotone alignment of its
4-grams with the gold text covers more than half of it; a line weighs as many tokens as it has, relative to the gold text of
its page; easy menu lines are thinned to 30 %. Oblivious gradient-boosted trees (CatBoost), 5 questions each. The figures
printed are from five folds that share no site; the file written is trained on all pages.

    pip install catboost            # in an environment of its own: it is no dependency of the project
    PYTHONPATH=src python benchmarks/train_furniture.py --bench ../shared/bench/cleaning
"""

import argparse
import bisect
import collections
import importlib.util
import json
import statistics
import tempfile
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier, Pool

from helpers.clean.furniture_cues import load_cues
from helpers.clean.furniture_features import FEATURES, build_features
from helpers.clean.furniture_lines import split_page

PARAMETERS = {
    "loss_function": "CrossEntropy", "iterations": 140, "depth": 5, "learning_rate": 0.12, "border_count": 32,
    "l2_leaf_reg": 8, "rsm": 0.25, "random_strength": 2, "random_seed": 1, "verbose": 0, "thread_count": 2,
}  # fmt: skip
FOLDS = 5
SLACK = 3  # tokens by which two aligned lines may overlap in the gold text


def align(lines, gold, tokenise):
    """Share of each line that a monotone alignment finds in the gold text (heaviest increasing chain of candidates)."""
    tokens = tokenise(gold)
    places = collections.defaultdict(list)
    for i in range(len(tokens) - 3):
        places[tuple(tokens[i : i + 4])].append(i)
    whole, at = collections.defaultdict(list), 0
    for line in gold.splitlines():
        t = tuple(tokenise(line))
        whole[t].append(at)
        at += len(t)
    candidates = []  # (line, start, end, weight, share)
    for i, line in enumerate(lines):
        t = tokenise(line)
        n = len(t)
        if 0 < n < 4:
            candidates += [(i, p, p + n, n, 1.0) for p in whole.get(tuple(t), [])[:5]]
        elif n:
            votes = collections.Counter(
                p - k for k in range(n - 3) for p in places.get(tuple(t[k : k + 4]), [])[:6]
            )
            for shift, _ in votes.most_common(4):
                share = min(1.0, sum(c for q, c in votes.items() if abs(q - shift) <= 12) / (n - 3))
                start = max(0, shift)
                candidates.append((i, start, min(len(tokens), shift + n), share * n, share))
    ends, best = [-1], [(0.0, None)]  # ends rise, and so do the sums
    back = {}
    for i in sorted({c[0] for c in candidates}):
        found = []
        for k, c in enumerate(candidates):
            if c[0] == i:
                before = best[bisect.bisect_right(ends, c[1] + SLACK) - 1]
                back[k] = before[1]
                found.append((c[2], before[0] + c[3], k))
        for end, total, k in found:
            j = bisect.bisect_right(ends, end)
            if best[j - 1][0] >= total:
                continue
            ends.insert(j, end)
            best.insert(j, (total, k))
            while j + 1 < len(ends) and best[j + 1][0] <= total:
                del ends[j + 1], best[j + 1]
    labels, k = [0.0] * len(lines), best[-1][1]
    while k is not None:
        labels[candidates[k][0]] = max(labels[candidates[k][0]], candidates[k][4])
        k = back[k]
    return labels


def load_pages(bench):
    spec = importlib.util.spec_from_file_location("score", bench / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    return score, score.read("dev.jsonl.gz")


def build(score, pages, cues):
    parts = []
    for name, page in pages.items():
        for dump in ("dump", "dump2"):
            text = page[dump]
            found = split_page(text)
            lines = [text[a:b] for a, b in zip(found.start.tolist(), found.end.tolist(), strict=True)]
            size = np.array([len(score.TOKEN.findall(line)) for line in lines])
            near = found.near_sentences()
            weight = np.minimum(size / max(30, len(score.TOKEN.findall(page["gold"]))), 1) + 0.002
            rows = build_features(text, near, cues)[0].T
            label = np.array(align(lines, page["gold"], score.TOKEN.findall))
            lines = [lines[i] for i in near.place.tolist()]
            parts.append((name, dump, lines, rows, label[near.place], weight[near.place]))
    return parts


def fold_sites(pages):
    """Sites dealt to folds, largest first, so that the folds have about equally many pages."""
    count = collections.Counter(p["site"] for p in pages.values())
    load, fold = [0] * FOLDS, {}
    for site, n in sorted(count.items(), key=lambda c: (-c[1], c[0])):
        fold[site] = int(np.argmin(load))
        load[fold[site]] += n
    return fold


def fit(x, y, w):
    model = CatBoostClassifier(**PARAMETERS)
    model.fit(Pool(x, y, weight=w))
    return model


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--bench", type=Path, default=Path("../shared/bench/cleaning"))
    a.add_argument("--out", type=Path, default=Path("config/furniture_model.tsv"))
    a.add_argument(
        "--no-folds", action="store_true", help="only write the model, without the held-out figures"
    )
    a = a.parse_args()
    cues = load_cues()
    score, pages = load_pages(a.bench)
    parts = build(score, pages, cues)
    x = np.concatenate([p[3] for p in parts])
    y = np.concatenate([p[4] for p in parts])
    w = np.concatenate([p[5] for p in parts])
    fold = fold_sites(pages)
    f = np.concatenate([np.full(len(p[2]), fold[pages[p[0]]["site"]]) for p in parts])
    near = x[:, FEATURES.index("gap_to_run")] > -8
    easy = (y < 0.5) & ((x[:, FEATURES.index("width")] < 45) | ~near) & (w < 0.01)
    kept = ~easy | (np.random.default_rng(0).random(len(y)) < 0.3)
    w = np.where(easy, w / 0.3, w)
    if not a.no_folds:
        p = np.zeros(len(y))
        for k in range(FOLDS):
            model = fit(x[(f != k) & kept], y[(f != k) & kept], w[(f != k) & kept])
            p[f == k] = model.predict_proba(x[f == k])[:, 1]
        for dump in ("dump", "dump2"):
            rows, by_language, at = [], collections.defaultdict(list), 0
            for name, which, lines, *_ in parts:
                if which == dump:
                    keep = p[at : at + len(lines)] > cues.keep_from
                    text = "\n".join(line for line, k in zip(lines, keep, strict=True) if k)
                    rows.append(score.prf(pages[name]["gold"], text))
                    by_language[pages[name]["lang"]].append(rows[-1][2])
                at += len(lines)
            score.row(f"held out, {dump}", rows)
            macro = statistics.mean(statistics.mean(v) for v in by_language.values() if len(v) >= 20)
            print(f"  macro F1doc over languages with 20+ pages {macro:.3f}")
    write(fit(x[kept], y[kept], w[kept]), a.out)


def write(model, out):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        data = json.loads(path.read_text())
    scale, bias = data["scale_and_bias"]
    names = [FEATURES[f["flat_feature_index"]] for f in data["features_info"]["float_features"]]
    importance = sorted(zip(model.get_feature_importance(), FEATURES, strict=True), reverse=True)
    lines = [
        "# Decision tables of the cleaner, written by benchmarks/train_furniture.py: do not edit by hand.",
        "# Each line: five questions `feature>border`, a tab, and what each of the 32 answers adds to the score of a line before",
        "# the logistic function; the answer's number is the sum of 1, 2, 4, 8, 16 for the questions that hold, in order.",
        "# Features are explained in src/helpers/clean/furniture_features.py. Share of the score's movement they explain (%):",
    ]
    shown = " ".join(f"{name}={value:.1f}" for value, name in importance[:40])
    while shown:
        cut = shown if len(shown) < 118 else shown[: shown.rindex(" ", 0, 118)]
        lines.append(f"#   {cut}")
        shown = shown[len(cut) :].strip()
    lines.append(f"bias\t{bias[0]:.4f}")
    for tree in data["oblivious_trees"]:
        questions = " ".join(
            f"{names[s['float_feature_index']]}>{np.float32(s['border']):.9g}" for s in tree["splits"]
        )
        lines.append(questions + "\t" + " ".join(f"{scale * v:.3f}" for v in tree["leaf_values"]))
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
