"""Pages for tests: made from text, or from the frames of fixtures/pages.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from helpers.clean.passages import classify_page
from helpers.clean.publication import find_publication
from helpers.clean.publication_rows import read_rows
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.records import Hint, Page, Publication
from helpers.foundation.settings import load_yaml

FIXTURES = Path(__file__).parent / "fixtures"


def make_page(text: str, *, name: str = "page.txt", hints: Iterable[Hint] = ()) -> Page:
    """A text page as ingest gives it."""
    return Page(name, sha256_hex(text), "", "text/plain", "utf-8", "valid utf-8", text, hints=tuple(hints))


def load_frames() -> list[dict[str, Any]]:
    """The pages of the fixture with their text filled in; `language` is the first two letters of the id."""
    data = load_yaml(FIXTURES / "pages.yml")
    out = []
    for page in data["pages"]:
        language = page["id"][:2]
        body = {str(k): v for k, v in data["bodies"][language].items()}
        lines = [re.sub(r"\{(\w)\}", lambda m, body=body: body[m[1]], line) for line in page["lines"]]
        out.append({**page, "language": language, "text": "\n".join(lines)})
    return out


def load_forms() -> list[dict[str, Any]]:
    """The date forms of the fixture, each with the text of a page around it."""
    bodies = load_yaml(FIXTURES / "pages.yml")["bodies"]
    out = []
    for n, form in enumerate(load_yaml(FIXTURES / "date_forms.yml")["forms"]):
        body = {str(k): v for k, v in bodies[form["language"]].items()}
        above = list(form.get("above", []))
        header = above and above[0].startswith(" date ")
        lines = [above[0][:-1] + body["t"], body["t"]] if header else [*above, body["t"]]
        lines += [
            *form.get("below_title", []),
            form.get("opening", "") + body["1"],
            body["2"],
            body["3"],
            *form.get("after", []),
        ]
        out.append({**form, "id": f"{form['language']}-{n:03}", "text": "\n".join(lines)})
    return out


def date_page(page: Page, *, language: str = "en", url: str | None = None) -> Publication:
    """The publication date of a page."""
    rows = read_rows(page.text, classify_page(page), language)
    return find_publication(page, rows, language=language, url=url)
