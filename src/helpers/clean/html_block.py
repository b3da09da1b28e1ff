"""Body of an HTML page: the lines of its page text, chosen by what they say and by where they stand in the document.

trafilatura chooses a block and rewrites it; here its choice is one piece of evidence for each line of our own page text, beside
the element a line stands in, the names of the elements around it, links, the score of the text alone and what is said of the
other lines in elements of the same names. Offsets stay ours.
The weights (a logistic regression) are in config/cleaning.yml and were fitted by benchmarks/train_html.py.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from helpers.clean.furniture import describe_lines, judge_lines
from helpers.clean.furniture_cues import load_cues
from helpers.clean.furniture_lines import Floats, split_page
from helpers.clean.html_consensus import CONSENSUS, find_consensus
from helpers.foundation.errors import InputError
from helpers.foundation.records import Line
from helpers.ingest.html_text import HtmlBlock, html_to_blocks

log = logging.getLogger(__name__)

# Words in the class, id, role or itemprop of an element and its ancestors, by what they mean.
_MARKS = {
    "body": "articlebody|article-body|article_body|article__body|story-body|storybody|entry-content|post-content|article-content|"
            "articletext|article-text|article__content|maincontent|richtext|story-content|content-body",
    "article": "article|story|post|entry|content|text|paragraph",
    "caption": "caption|credit|figure|figcaption|photo|image|gallery|video|media|legend|copyright|bildunterschrift",
    "related": "related|recommend|more-|read-?more|teaser|promo|most-|popular|trending|outbrain|taboola|linklist|also|latest|card|"
               "siehe-?auch|weitere|tags?\\b|topics|keywords|breadcrumb",
    "service": "share|social|newsletter|subscri|comment|disqus|login|register|paywall|cookie|consent|banner|advert|\\bads?\\b|sponsor|"
               "popup|modal|toolbar|widget|rating|feedback|promo",
    "frame": "footer|header|\\bnav|menu|sidebar|aside|masthead|toc\\b",
    "credit": "author|byline|dateline|\\bdate|time|meta|publish|updated|source|kicker|eyebrow|category|section-name",
    "lead": "lead|intro|standfirst|summary|subtitle|teasertext|abstract|description|deck|subhead|excerpt|dek\\b",
    "title": "headline|title",
}  # fmt: skip
_PATTERNS = {name: re.compile(pattern) for name, pattern in _MARKS.items()}
_TAGS = ("p", "li", "figcaption", "blockquote")
_NEAR, _FAR = (
    2,
    12,
)  # ancestors that say something of the line itself, and of the part of the page it stands in
FEATURES = (
    "chosen", "chosen_before", "chosen_after", "not_chosen_page", "links", "all_link", "h1", "h2_to_h6",
    *_TAGS,
    *(f"near_{name}" for name in _MARKS), *(f"around_{name}" for name in _MARKS),
    "in_article", "in_main", "in_nav", "in_footer", "in_header", "in_aside", "in_figure", "in_form", "in_list",
    "group_share", "group_chosen", "length",
)  # fmt: skip
# `text` is the log-odds of the text alone.
WEIGHED = (*FEATURES, "text", *CONSENSUS)
_ROW = {name: i for i, name in enumerate(FEATURES)}
_HTML_LIMIT = 20_000_000  # trafilatura is not asked about longer pages
_KEY = re.compile(r"[\W_]+")
_SHINGLE = 24  # letters by which a longer line is found in the chosen text
_STEP = 8
_HEADLINE = (12, 300)  # characters of a headline
_PLACES = 5
_OVERLAP = 12  # letters by which two lines may overlap in it


def choose_lines(html: str, page_text: str) -> list[Line]:
    """Decide for each line of the page text of an HTML page what it is.

    Args:
        html: the decoded source.
        page_text: what `helpers.ingest.html_text.html_to_text` gives for it; the spans point into it.

    Raises:
        InputError: the page text is not that of the source.
    """
    text, blocks = html_to_blocks(html)
    if text != page_text:
        raise InputError("the page text is not what html_to_text gives for this source; extract it again")
    page = split_page(text)
    if page is None:
        return []
    weights = load_cues().html_weights
    unknown = sorted(set(weights) ^ {*WEIGHED, "bias"})
    if unknown:
        raise InputError(
            f"config/cleaning.yml: html_weights must name each feature once; wrong or missing: {unknown}"
        )
    rows = block_features(html, text, blocks)
    by_feature = np.array([weights[name] for name in WEIGHED], np.float32)

    def weigh(odds: Floats) -> Floats:
        return np.asarray(
            by_feature @ add_consensus(rows, blocks, odds) + np.float32(weights["bias"]), np.float32
        )

    found = judge_lines(text, page, weigh, headline=_find_headline(blocks))
    figures = rows[_ROW["in_figure"]] + rows[_ROW["figcaption"]]
    return [
        replace(line, role="caption", reason="stands in a figure") if figure and not line.kept else line
        for line, figure in zip(describe_lines(text, page, found), figures.tolist(), strict=True)
    ]


def clean_html(html: str) -> str:
    """The kept lines of an HTML page, joined by newlines."""
    text = html_to_blocks(html)[0]
    return "\n".join(line.span.of(text) for line in choose_lines(html, text) if line.kept)


def block_features(html: str, text: str, blocks: Sequence[HtmlBlock]) -> Floats:
    """What the document says of each line, (features, lines) in the order of `FEATURES`."""
    rows = np.zeros((len(FEATURES), len(blocks)), np.float32)
    if not blocks:
        return rows
    chosen = _ask_trafilatura(html, [text[b.start : b.end] for b in blocks])
    rows[_ROW["chosen"]] = chosen
    rows[_ROW["chosen_before"], 1:] = chosen[:-1]
    rows[_ROW["chosen_after"], :-1] = chosen[1:]
    rows[_ROW["not_chosen_page"]] = float(not chosen.any())
    size = np.array([b.end - b.start for b in blocks], np.float32)
    rows[_ROW["length"]] = np.minimum(np.log1p(size), 6)
    rows[_ROW["links"]] = [b.link_share for b in blocks]
    rows[_ROW["all_link"]] = rows[_ROW["links"]] > 0.85
    found: dict[tuple[str, ...], list[int]] = {}
    in_groups: dict[int, list[int]] = defaultdict(list)
    for i, block in enumerate(blocks):
        if block.path not in found:
            found[block.path] = _read_path(block.path)
        rows[found[block.path], i] = 1
        in_groups[block.group].append(i)
    running = size * (rows[_ROW["links"]] < 0.5)
    largest = max((float(running[m].sum()) for m in in_groups.values()), default=0.0)
    for members in in_groups.values():
        weight = float(running[members].sum())
        rows[_ROW["group_share"], members] = weight / max(largest, 1.0)
        rows[_ROW["group_chosen"], members] = float((chosen[members] * running[members]).sum()) / max(
            weight, 1.0
        )
    return rows


def add_consensus(rows: Floats, blocks: Sequence[HtmlBlock], odds: Floats) -> Floats:
    """What is weighed, (features, lines) in the order of `WEIGHED`, given `block_features` and the log-odds of the text alone."""
    size = np.array([b.end - b.start for b in blocks], np.float32)
    links, chosen = rows[_ROW["links"]], rows[_ROW["chosen"]]
    consensus = find_consensus([b.path for b in blocks], size, links, chosen, odds)
    return np.concatenate((rows, odds[None], consensus))


def _find_headline(blocks: Sequence[HtmlBlock]) -> int | None:
    """The longest h1 of the page that is no link, where it is long enough for a headline."""
    found = [i for i, b in enumerate(blocks) if b.tag == "h1" and b.link_share < 0.5]
    found = [i for i in found if _HEADLINE[0] <= blocks[i].end - blocks[i].start <= _HEADLINE[1]]
    return max(found, key=lambda i: blocks[i].end - blocks[i].start, default=None)


def _read_path(path: tuple[str, ...]) -> list[int]:
    """Rows that are 1 for lines at a path of elements."""
    tags = [marks.partition(" ")[0] for marks in path]
    names = [marks.partition(" ")[2] for marks in path]
    out = set()
    if tags and tags[0] == "h1":
        out.add(_ROW["h1"])
    elif tags and tags[0] in ("h2", "h3", "h4", "h5", "h6"):
        out.add(_ROW["h2_to_h6"])
    elif tags and tags[0] in _TAGS:
        out.add(_ROW[tags[0]])
    near, around = " ".join(names[:_NEAR]), " ".join(names[_NEAR:_FAR])
    for name, pattern in _PATTERNS.items():
        if pattern.search(near):
            out.add(_ROW[f"near_{name}"])
        if pattern.search(around):
            out.add(_ROW[f"around_{name}"])
    inside = set(tags[:_FAR])
    for tag in ("article", "main", "nav", "footer", "header", "aside", "figure", "form"):
        if tag in inside:
            out.add(_ROW[f"in_{tag}"])
    if inside & {"ul", "ol"}:
        out.add(_ROW["in_list"])
    return sorted(out)


def _ask_trafilatura(html: str, lines: Sequence[str]) -> Floats:
    """1 for the lines whose text trafilatura put into its article."""
    none = np.zeros(len(lines), np.float32)
    if len(html) > _HTML_LIMIT:
        log.info("page of %d characters: chosen without trafilatura", len(html))
        return none
    import trafilatura

    extracted = trafilatura.extract(html, include_comments=False, include_tables=True, fast=False)
    if not extracted:
        return none
    key, starts = "", defaultdict(list)
    for line in extracted.splitlines():
        piece = _KEY.sub("", line).casefold()
        if piece:
            starts[piece].append(len(key))
            key += piece
    return _align([_KEY.sub("", line).casefold() for line in lines], key, starts)


def _align(lines: Sequence[str], key: str, starts: Mapping[str, Sequence[int]]) -> Floats:
    """1 for the lines that the chosen text holds in the same order: the heaviest increasing chain of places.

    Args:
        lines: the lines as letters and digits alone.
        key: the chosen text in the same form.
        starts: where its lines begin in `key`, by line.
    """
    grams: dict[str, int] = {}
    for i in range(max(len(key) - _SHINGLE, 0) + 1):
        grams.setdefault(key[i : i + _SHINGLE], i)
    places: list[tuple[int, int, int]] = []  # line, place, letters found
    for number, line in enumerate(lines):
        if line in starts:
            places += [(number, at, len(line)) for at in starts[line][:_PLACES]]
        elif len(line) >= _SHINGLE:
            offsets = range(0, len(line) - _SHINGLE + 1, _STEP)
            hits = [(grams[g], at) for at in offsets if (g := line[at : at + _SHINGLE]) in grams]
            if len(hits) > 0.6 * len(offsets):
                places.append((number, max(hits[0][0] - hits[0][1], 0), len(line)))
    ends, best = [-1], [(0, -1)]  # ends of chains rise, and so do their letters
    back: list[int] = []
    for k, (_, at, size) in enumerate(places):
        total, before = best[bisect_right(ends, at + _OVERLAP) - 1]
        while before >= 0 and places[before][0] == places[k][0]:
            total, before = total - places[before][2], back[before]
        back.append(before)
        total, end = total + size, at + size
        j = bisect_right(ends, end)
        if best[j - 1][0] >= total:
            continue
        ends.insert(j, end)
        best.insert(j, (total, k))
        while j + 1 < len(ends) and best[j + 1][0] <= total:
            del ends[j + 1], best[j + 1]
    out = np.zeros(len(lines), np.float32)
    k = best[-1][1]
    while k >= 0:
        out[places[k][0]] = 1
        k = back[k]
    return out
