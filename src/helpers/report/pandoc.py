"""Building blocks of a pandoc document: text goes in as text, so pandoc does all the escaping for every writer."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from helpers.figures.style import clean_text

API = [1, 23, 1]
Node = dict[str, Any]
NO_ATTR: list[Any] = ["", [], []]
LONG, PIECE = 40, 20  # characters of a word that needs places to be broken at, and how far apart they are
BREAK = "\u200b"  # takes no room and is not shown


def text(value: object) -> list[Node]:
    """Inline text; blanks, at its ends too, become breakable spaces, control characters go."""
    raw_text = str(value)
    out: list[Node] = [{"t": "Space"}] if raw_text[:1].isspace() else []
    words = clean_text(raw_text).split()
    for i, word in enumerate(words):
        if i:
            out.append({"t": "Space"})
        out.append({"t": "Str", "c": word if len(word) <= LONG else _breakable(word)})
    return [*out, {"t": "Space"}] if words and raw_text[-1:].isspace() else out


def _breakable(word: str) -> str:
    """A word longer than a line may be, as names of saved files are, with places where it may be broken; else it runs off the page."""
    pieces: list[str] = []
    for i, letter in enumerate(word):
        if i % PIECE == 0 and not unicodedata.combining(letter) and letter not in "\u200c\u200d":
            pieces.append("")
        if not pieces:
            pieces.append("")
        pieces[-1] += letter
    return BREAK.join(pieces)


def strong(value: object) -> list[Node]:
    """Bold text."""
    return [{"t": "Strong", "c": text(value)}]


def small(value: object) -> list[Node]:
    """Small grey text."""
    return [
        {
            "t": "Span",
            "c": [
                [
                    "",
                    ["note"],
                    [
                        ["custom-style", "Note"],
                        ["typst:text:size", "0.82em"],
                        ["typst:text:fill", "luma(89)"],
                    ],
                ],
                text(value),
            ],
        }
    ]


def link(value: object, address: str) -> list[Node]:
    """A link; addresses other than http, https and inner ones are shown as text."""
    if not address.startswith(("https://", "http://", "#")):
        return text(value)
    return [{"t": "Link", "c": [NO_ATTR, text(value), [address, ""]]}]


def foreign(inlines: list[Node], *, language: str, rtl: bool) -> Node:
    """A block in another language, running its own way."""
    attributes = [["lang", language], ["dir", "rtl" if rtl else "ltr"]]
    if rtl:
        attributes.append(["typst:text:dir", "rtl"])
    return {"t": "Div", "c": [["", ["quote"], attributes], [{"t": "BlockQuote", "c": [para(inlines)]}]]}


def sticky(blocks: list[Node]) -> Node:
    """Blocks that stay on one page with what follows them."""
    return {"t": "Div", "c": [["", [], [["typst:sticky", "true"]]], blocks]}


def para(inlines: list[Node]) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def header(level: int, value: object, identifier: str = "") -> Node:
    """A heading with an anchor."""
    return {"t": "Header", "c": [level, [identifier, [], []], text(value)]}


def bullets(items: Iterable[list[Node]]) -> Node:
    """A bulleted list of one paragraph each."""
    return {"t": "BulletList", "c": [[{"t": "Plain", "c": item}] for item in items]}


def raw(code: str, form: str = "typst") -> Node:
    """Code for one writer alone; never holds text of a page."""
    return {"t": "RawBlock", "c": [form, code]}


def table(
    heads: Sequence[str], rows: Iterable[Sequence[object | list[Node]]], widths: Sequence[float]
) -> Node:
    """A table with a repeated head; cells are text or ready inlines."""

    def cell(value: object) -> list[Any]:
        inlines = value if isinstance(value, list) else text(value)
        return [NO_ATTR, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": inlines}]]

    def row(values: Sequence[object]) -> list[Any]:
        return [NO_ATTR, [cell(v) for v in values]]

    specs = [[{"t": "AlignLeft"}, {"t": "ColWidth", "c": w}] for w in widths]
    body = [NO_ATTR, 0, [], [row(r) for r in rows]]
    return {
        "t": "Table",
        "c": [
            NO_ATTR,
            [None, []],
            specs,
            [NO_ATTR, [row([strong(h) for h in heads])]],
            [body],
            [NO_ATTR, []],
        ],
    }


def document(blocks: Sequence[Node], **meta: str) -> str:
    """The whole document as pandoc reads it."""
    values = {k: {"t": "MetaInlines", "c": text(v)} for k, v in meta.items()}
    return json.dumps({"pandoc-api-version": API, "meta": values, "blocks": list(blocks)}, ensure_ascii=False)
