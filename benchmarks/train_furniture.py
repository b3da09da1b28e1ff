#!/usr/bin/env python3
"""Train the decision tables of the cleaner and write config/furniture_model.tsv.

Recipe: the development pages of ../shared/bench/cleaning (both dumps); a line is article when a monotone alignment of its
4-grams with the gold text covers more than half of it; a line weighs as many tokens as it has, relative to the gold text of
its page; easy menu lines are thinned to 30 %. Oblivious gradient-boosted trees (CatBoost) in two looks: the second sees what the
first says of the lines around, where the first was trained without the page's site. The figures printed are from five folds
that share no site, with everything inside, rules included; the file written is trained on all pages.

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
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier, Pool

from helpers.clean.furniture import judge_lines
from helpers.clean.furniture_cues import load_cues
from helpers.clean.furniture_features import FEATURES, build_features
from helpers.clean.furniture_lines import split_page
from helpers.clean.furniture_model import load_models, near_places
from helpers.clean.furniture_second import SECOND, fill_second

COMMON = {
    "loss_function": "CrossEntropy", "learning_rate": 0.12, "border_count": 32, "l2_leaf_reg": 8, "rsm": 0.25, "random_seed": 1,
    "verbose": 0, "thread_count": 2,
}  # fmt: skip
FIRST = COMMON | {"iterations": 140, "depth": 5, "random_strength": 2}
AGAIN = COMMON | {"iterations": 400, "depth": 5, "random_strength": 5}
FOLDS, INNER = 5, 4
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


@dataclass
class Part:
    """One dump of one page: its lines near sentences with features, labels and weights."""

    name: str
    dump: str
    text: str
    lines: object
    rows: np.ndarray
    words: object
    label: np.ndarray
    weight: np.ndarray


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
            rows, _, words = build_features(text, near, cues)
            label = np.array(align(lines, page["gold"], score.TOKEN.findall))
            parts.append(Part(name, dump, text, near, rows, words, label[near.place], weight[near.place]))
    return parts


def fold_sites(pages):
    """Sites dealt to folds, largest first, so that the folds have about equally many pages."""
    count = collections.Counter(p["site"] for p in pages.values())
    load, fold = [0] * FOLDS, {}
    for site, n in sorted(count.items(), key=lambda c: (-c[1], c[0])):
        fold[site] = int(np.argmin(load))
        load[fold[site]] += n
    return fold


class Data:
    """All lines of all parts, one after another."""

    def __init__(self, parts, pages):
        self.parts = parts
        self.x = np.concatenate([p.rows[: len(FEATURES)].T for p in parts])
        self.y = np.concatenate([p.label for p in parts])
        weight = np.concatenate([p.weight for p in parts])
        sites = {site: i for i, site in enumerate(sorted({p["site"] for p in pages.values()}))}
        self.site = np.concatenate([np.full(len(p.label), sites[pages[p.name]["site"]]) for p in parts])
        by_site = fold_sites(pages)
        self.fold = np.concatenate([np.full(len(p.label), by_site[pages[p.name]["site"]]) for p in parts])
        near = self.x[:, FEATURES.index("gap_to_run")] > -8
        easy = (self.y < 0.5) & ((self.x[:, FEATURES.index("width")] < 45) | ~near) & (weight < 0.01)
        self.kept = ~easy | (np.random.default_rng(0).random(len(self.y)) < 0.3)
        self.weight = np.where(easy, weight / 0.3, weight)

    def fit(self, x, some, parameters):
        """A model of the lines in `some`."""
        some = some & self.kept
        model = CatBoostClassifier(**parameters)
        model.fit(Pool(x[some], self.y[some], weight=self.weight[some]))
        return model

    def score_unseen(self, some, folds=INNER):
        """First scores of the lines in `some`, each by a model that has not seen its site."""
        sites = np.unique(self.site[some])
        np.random.default_rng(5).shuffle(sites)
        part = np.full(self.site.max() + 1, -1)
        part[sites] = np.arange(len(sites)) % folds
        number = part[self.site]
        out = np.zeros(len(self.y), np.float32)
        for k in range(folds):
            unseen = some & (number == k)
            out[unseen] = self.fit(self.x, some & (number != k), FIRST).predict_proba(self.x[unseen])[:, 1]
        return out

    def look_again(self, scores):
        """Features of both looks, given first scores."""
        out, at = [], 0
        for part in self.parts:
            number = len(part.label)
            own = np.zeros(number, np.float32)
            near = near_places(part.rows)
            own[near] = scores[at : at + number][near]
            fill_second(part.rows[len(FEATURES) :], part.lines, part.words, own)
            out.append(part.rows.T.copy())
            at += number
        return np.concatenate(out)

    def train(self, some):
        """Models of the first and second look of the lines in `some`."""
        again = self.look_again(self.score_unseen(some))
        return self.fit(self.x, some, FIRST), self.fit(again, some, AGAIN)


def keep_lines(part, models):
    """The text that the cleaner keeps of a page with given models, rules included."""
    found = judge_lines(part.text, split_page(part.text), models=models)
    kept = found.decision.keep.nonzero()[0]
    bounds = zip(found.lines.start[kept].tolist(), found.lines.end[kept].tolist(), strict=True)
    return "\n".join(part.text[a:b] for a, b in bounds)


def print_held_out(score, pages, data):
    rows, languages = (
        collections.defaultdict(list),
        collections.defaultdict(lambda: collections.defaultdict(list)),
    )
    by_site = fold_sites(pages)
    for k in range(FOLDS):
        models = data.train(data.fold != k)
        with tempfile.TemporaryDirectory() as folder:
            write(models, Path(folder, "model.tsv"))
            tables = load_models(Path(folder, "model.tsv"))
        for part in data.parts:
            page = pages[part.name]
            if by_site[page["site"]] == k:
                rows[part.dump].append(score.prf(page["gold"], keep_lines(part, tables)))
                languages[part.dump][page["lang"]].append(rows[part.dump][-1][2])
    for dump in ("dump", "dump2"):
        score.row(f"held out, {dump}", rows[dump])
        large = {k: statistics.mean(v) for k, v in sorted(languages[dump].items()) if len(v) >= 20}
        print(f"  macro F1doc over languages with 20+ pages {statistics.mean(large.values()):.3f}:", end=" ")
        print(", ".join(f"{k} {v:.3f}" for k, v in large.items()))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--bench", type=Path, default=Path("../shared/bench/cleaning"))
    a.add_argument("--out", type=Path, default=Path("config/furniture_model.tsv"))
    a.add_argument(
        "--no-folds", action="store_true", help="only write the model, without the held-out figures"
    )
    a.add_argument("--only-folds", action="store_true", help="only the held-out figures")
    a = a.parse_args()
    score, pages = load_pages(a.bench)
    data = Data(build(score, pages, load_cues()), pages)
    if not a.no_folds:
        print_held_out(score, pages, data)
    if not a.only_folds:
        write(data.train(np.ones(len(data.y), bool)), a.out)


def write(models, out):
    lines = [
        "# Decision tables of the cleaner, written by benchmarks/train_furniture.py: do not edit by hand.",
        "# Each line: questions `feature>border`, a tab, and what each answer adds to the score of a line before the logistic",
        "# function; the answer's number is the sum of 1, 2, 4, 8, 16, 32 for the questions that hold, in order. The first look",
        "# scores lines by themselves, the second again with what the first said of the lines around. Features are explained in",
        "# src/helpers/clean/furniture_features.py and furniture_second.py.",
    ]
    for look, model, features in (
        ("first", models[0], FEATURES),
        ("second", models[1], (*FEATURES, *SECOND)),
    ):
        lines.append(f"look\t{look}")
        lines += describe(model, features)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def describe(model, features):
    """The lines of one look: what its features explain, its bias and its tables."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        data = json.loads(path.read_text())
    scale, bias = data["scale_and_bias"]
    names = [features[f["flat_feature_index"]] for f in data["features_info"]["float_features"]]
    importance = sorted(zip(model.get_feature_importance(), features, strict=True), reverse=True)
    lines = ["# Share of the score's movement that the features explain (%):"]
    shown = " ".join(f"{name}={value:.1f}" for value, name in importance[:40])
    while shown:
        cut = shown if len(shown) < 118 else shown[: shown.rindex(" ", 0, 118)]
        lines.append(f"#   {cut}")
        shown = shown[len(cut) :].strip()
    lines.append(f"bias\t{bias[0]:.4f}")
    depth = max(len(tree["splits"]) for tree in data["oblivious_trees"])
    for tree in data["oblivious_trees"]:
        splits, values = tree["splits"], tree["leaf_values"]
        while len(splits) < depth:  # a tree that asks fewer asks its last question again
            top = 1 << (len(splits) - 1)
            splits = [*splits, splits[-1]]
            values = [v if i & top == 0 else 0.0 for i, v in enumerate(values)] + [
                v if i & top else 0.0 for i, v in enumerate(values)
            ]
        questions = " ".join(
            f"{names[s['float_feature_index']]}>{np.float32(s['border']):.7g}" for s in splits
        )
        lines.append(questions + "\t" + " ".join(f"{scale * v:.2f}" for v in values))
    return lines


if __name__ == "__main__":
    main()
