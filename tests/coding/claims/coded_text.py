"""Coding of one text with the project's own lexicons, as the tests of claims need it."""

from __future__ import annotations

from collections.abc import Callable

from helpers.coding.actors import find_mentions
from helpers.coding.claims.build import ClaimFinder
from helpers.coding.claims.codebook import load_codebook
from helpers.coding.claims.directory import ActorsDirectory
from helpers.coding.claims.lexicon import load_lexicon
from helpers.coding.claims.merging import Found
from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.records import PassageRole, Publication

Coder = Callable[..., list[Found]]


def code_text(
    text: str, language: str, *, published: str | None = "2023-05-10", title: str | None = None
) -> list[Found]:
    """Claims of paragraphs apart by line breaks, the first the lead; published on a Wednesday unless said otherwise."""
    passages: list[tuple[PassageRole, int, int]] = []
    full = ""
    roles: list[tuple[PassageRole, str]] = [("title", title)] if title else []
    roles += [("body", p) for p in text.split("\n")]
    for role, part in roles:
        passages.append((role, len(full), len(full) + len(part)))
        full += part + "\n"
    full = full[:-1]
    date = read_edtf(published) if published else DateInterval()
    codebook = load_codebook()
    finder = ClaimFinder(load_lexicon(language), codebook, ActorsDirectory(codebook.military_offices))
    return finder.find(
        full, passages, mentions=find_mentions(full, language), timexes=find_timexes(full, language, date),
        published=Publication(date, "metadata"), profile=("BLR", "IRN"),
    )  # fmt: skip
