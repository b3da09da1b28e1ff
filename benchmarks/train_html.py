#!/usr/bin/env python3
"""Fit the weights by which the lines of an HTML page are chosen and print them for config/cleaning.yml.

Recipe: the development pages with HTML; a line is article as in train_furniture.py; logistic regression on the features of
helpers.clean.html_block and html_consensus, among them the log-odds of the text alone, which for this come from tables that
have not seen the site. A line that trafilatura chose is kept from a probability of 0.15 on, another from 0.85: both are folded
into the weights.

    pip install catboost scikit-learn
    PYTHONPATH=src:benchmarks python benchmarks/train_html.py --bench ../shared/bench/cleaning
"""

import argparse
import math
import tempfile
from pathlib import Path

import numpy as np
import train_furniture
from sklearn.linear_model import LogisticRegression

from helpers.clean.furniture_cues import load_cues
from helpers.clean.furniture_features import build_features
from helpers.clean.furniture_lines import split_page
from helpers.clean.furniture_model import find_odds, load_models
from helpers.clean.html_block import WEIGHED, add_consensus, block_features
from helpers.ingest.html_text import html_to_blocks

CHOSEN, OTHER = 0.15, 0.85


def logit(p):
    return math.log(p / (1 - p))


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--bench", type=Path, default=Path("../shared/bench/cleaning"))
    a = a.parse_args()
    cues = load_cues()
    score, pages = train_furniture.load_pages(a.bench)
    fold = train_furniture.fold_sites(pages)
    data = train_furniture.Data(train_furniture.build(score, pages, cues), pages)
    models = []
    for k in range(train_furniture.FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            train_furniture.write(data.train(data.fold != k), Path(folder, "model.tsv"))
            models.append(load_models(Path(folder, "model.tsv")))
    names, rows, labels, weights, folds, texts = [], [], [], [], [], []
    for name, source in score.read("dev_html.jsonl.gz").items():
        text, blocks = html_to_blocks(source["html"])
        k = fold[pages[name]["site"]]
        lines = split_page(text)
        features, _, words = build_features(text, lines, cues)
        odds = find_odds(lines, features, words, models=models[k])
        rows.append(add_consensus(block_features(source["html"], text, blocks), blocks, odds).T)
        lines = text.split("\n")
        labels.append(np.array(train_furniture.align(lines, pages[name]["gold"], score.TOKEN.findall)) > 0.5)
        size = np.array([len(score.TOKEN.findall(line)) for line in lines])
        weights.append(np.minimum(size / max(30, len(score.TOKEN.findall(pages[name]["gold"]))), 1) + 0.002)
        folds.append(np.full(len(lines), k))
        names.append(name)
        texts.append(lines)
    x, y, w, f = map(np.concatenate, (rows, labels, weights, folds))

    def fit(some):
        return LogisticRegression(C=1, max_iter=3000).fit(x[some], y[some], sample_weight=20 * w[some])

    p = np.zeros(len(y))
    for k in range(train_furniture.FOLDS):
        p[f == k] = fit(f != k).predict_proba(x[f == k])[:, 1]
    kept, at, results = p > np.where(x[:, 0] > 0, CHOSEN, OTHER), 0, []
    for name, lines in zip(names, texts, strict=True):
        some = kept[at : at + len(lines)]
        results.append(
            score.prf(pages[name]["gold"], "\n".join(t for t, k in zip(lines, some, strict=True) if k))
        )
        at += len(lines)
    score.row("held out, html", results)
    model = fit(np.ones(len(y), bool))
    value = dict(zip(WEIGHED, model.coef_[0].tolist(), strict=True))
    up, down = logit(cues.keep_from) - logit(CHOSEN), logit(cues.keep_from) - logit(OTHER)
    value["chosen"] += up - down
    value["not_chosen_page"] -= down
    value["bias"] = float(model.intercept_[0]) + down
    print("html_weights:")
    for name, number in value.items():
        print(f"  {name}: {number:.2f}")


if __name__ == "__main__":
    main()
