"""Page text of an HTML page: the one pinned extraction, a line for each block, that every offset points into.

The parser is resiliparse's (lexbor, the HTML5 algorithm), so the same bytes give the same tree everywhere. The walk keeps
for each line where it stood in the document, which is what choosing the article's block needs later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

# Elements whose text no reader of the page sees, or that are controls and not text.
DROPPED = frozenset({
    "script", "style", "template", "noscript", "head", "title", "iframe", "object", "embed", "video",
    "audio", "canvas", "svg", "select", "datalist", "textarea", "map", "applet", "frameset", "noframes",
    "rp",
})  # fmt: skip
# Elements that begin and end a line.
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
    "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
CELLS = frozenset({"td", "th"})
_ROW_LENGTH = 120  # characters of a table row that may share a line
# White space and characters without width, which must not make a line of their own.
_INVISIBLE = " \xa0\u200b\u200e\u200f\u2060\ufeff\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u1680"
_HIDDEN_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
# A start tag of tens of thousands of characters is an inlined image or an attack on the parser, which compares each
# attribute with all before it; real ones have few attributes.
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,30})([^<>]{20000,})")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MAX_ATTRIBUTES = 500
MAX_PATH = 12  # so many ancestors are remembered for a block


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """One line of the page text of an HTML page, with where it stood in the document.

    Attributes:
        start: first character in the page text.
        end: one past the last.
        tag: the element that made the block (p, h2, li, div ...).
        path: `tag.class#id itemprop role` of the block and its ancestors, innermost first, in lower case.
        link_share: share of the characters that stand in links, 0 to 1.
        group: number of the parent element; blocks side by side in one parent share it.
    """

    start: int
    end: int
    tag: str
    path: tuple[str, ...]
    link_share: float
    group: int


def html_to_text(html: str) -> str:
    """The visible text of an HTML page, one block a line, no blank lines.

    Entities are decoded, runs of white space are one blank (no-break spaces stay), hidden elements, scripts, styles,
    controls and embedded documents are left out. Deterministic, and linear in the length of the page.
    """
    return html_to_blocks(html)[0]


def html_to_blocks(html: str) -> tuple[str, list[HtmlBlock]]:
    """The page text as `html_to_text` gives it, and its lines with their place in the document."""
    from resiliparse.parse.html import DOMContext, traverse_dom

    tree = parse_html(html)
    if tree.body is None:
        return "", []
    walk = _Walk()
    traverse_dom(tree.body, walk.enter, None, DOMContext())
    walk.end_line()
    return "\n".join(walk.lines), walk.blocks


def parse_html(html: str) -> Any:
    """The document tree of an HTML source, made safe against tags that cost the parser more than linear time."""
    from resiliparse.parse.html import HTMLTree

    return HTMLTree.parse(_LONG_TAG.sub(_shorten_tag, html.replace("\x00", "")))


def _shorten_tag(match: re.Match[str]) -> str:
    attributes = _QUOTED.sub("", match[2])
    return match[0] if len(attributes.split()) <= _MAX_ATTRIBUTES else f"<{match[1]} "


class _Element(NamedTuple):
    """An open block element."""

    depth: int
    tag: str
    marks: str
    number: int
    parent: int


class _Walk:
    """State of one walk over the document: the lines so far and the line being built.

    The parser reports an element when it is entered; that it was left shows in the depth of the next node.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.blocks: list[HtmlBlock] = []
        self._at = 0
        self._parts: list[str] = []
        self._length = 0
        self._linked = 0
        self._skip_from: int | None = None  # depth of the dropped element we are in
        self._links: list[int] = []  # depths of the open links
        self._open: list[_Element] = []  # open block elements
        self._elements = 0
        self._owner: tuple[str, tuple[str, ...], int] = ("body", (), 0)

    def enter(self, context: Any) -> None:
        """Take the next node of the document."""
        node, depth = context.node, context.depth
        if self._skip_from is not None:
            if depth > self._skip_from:
                return
            self._skip_from = None
        while self._links and self._links[-1] >= depth:
            self._links.pop()
        if self._open and self._open[-1].depth >= depth:
            self.end_line()
            while self._open and self._open[-1].depth >= depth:
                self._open.pop()
        tag = node.tag
        if tag == "#text":
            self._add(node.value or "")
        elif tag in BLOCKS or tag in CELLS or tag in ("br", "a"):
            if _is_hidden(node, tag):
                self._skip_from = depth
            elif tag == "a":
                self._links.append(depth)
            elif tag in CELLS and self._length < _ROW_LENGTH:
                self._add_piece(
                    " "
                )  # short cells of one row stay on one line, long ones are columns of a layout
            else:
                self.end_line()
                if tag != "br":
                    self._elements += 1
                    parent = self._open[-1].number if self._open else 0
                    self._open.append(_Element(depth, tag, _marks(node, tag), self._elements, parent))
        elif tag in DROPPED or (node.type == 1 and _is_hidden(node, tag)):
            self._skip_from = depth

    def _add(self, text: str) -> None:
        if "\n" in text and any(e.tag == "pre" for e in self._open[-3:]):
            *whole, text = text.split("\n")
            for line in whole:
                self._add_piece(line)
                self.end_line()
        self._add_piece(text)

    def _add_piece(self, text: str) -> None:
        text = _SPACES.sub(" ", text)
        if not text or (text == " " and not self._parts):
            return
        if not self._parts and self._open:
            inner = self._open[-1]
            self._owner = (inner.tag, tuple(e.marks for e in reversed(self._open[-MAX_PATH:])), inner.parent)
        self._parts.append(text)
        size = len(text) - text.count(" ")
        self._length += size
        if self._links:
            self._linked += size

    def end_line(self) -> None:
        """Close the line being built, if there is one."""
        if not self._parts:
            return
        line = _SPACES.sub(" ", "".join(self._parts)).strip(_INVISIBLE)
        if line:
            tag, path, group = self._owner
            share = self._linked / self._length if self._length else 0.0
            self.blocks.append(HtmlBlock(self._at, self._at + len(line), tag, path, share, group))
            self.lines.append(line)
            self._at += len(line) + 1
        self._parts.clear()
        self._length = self._linked = 0


def _is_hidden(node: Any, tag: str) -> bool:
    get = node.getattr
    if "paywall" in (get("class") or "").split():
        return False  # the article itself, hidden until the reader pays; search engines' guides give it this name
    if get("hidden") is not None:
        return True
    if tag == "dialog" and get("open") is None:
        return True
    style = get("style")
    return bool(style) and _HIDDEN_STYLE.search(style) is not None


def _marks(node: Any, tag: str) -> str:
    get = node.getattr
    found = [tag]
    for name in ("class", "id", "itemprop", "role"):
        value = get(name)
        if value:
            found.append(value[:200])
    return " ".join(found).lower()
