"""The words by which names of sites are told from sections, offices and companies: read from config/site_names.yml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from helpers.foundation.errors import ConfigError
from helpers.foundation.languages import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml


class SiteWords(NamedTuple):
    """Words in lower case, of all languages; see config/site_names.yml for each.

    Attributes:
        name_words: words in the names of papers, agencies and broadcasters.
        headings: of these, those that open a heading.
        generic: words that say nothing by themselves.
        sections: names of a site's sections.
        geography: parts of the world that head sections.
        offices: beginnings of words in the names of offices.
        skip_links: beginnings of links past the menu.
        legal_form: matches a legal form.
        paper_ends: of `name_words` those that end compounds.
        genres: words that say what a thing is, not what it is called.
        rights: beginnings of words in sentences on rights.
        acronyms: words that keep their capitals.
        proper: beginnings of words that keep a capital inside a name.
        small: by language the words that stay small in a name with capitals.
    """

    name_words: frozenset[str]
    headings: frozenset[str]
    generic: frozenset[str]
    sections: frozenset[str]
    geography: frozenset[str]
    offices: tuple[str, ...]
    skip_links: tuple[str, ...]
    legal_form: re.Pattern[str]
    paper_ends: tuple[str, ...]
    genres: frozenset[str]
    rights: tuple[str, ...]
    acronyms: frozenset[str]
    proper: tuple[str, ...]
    small: Mapping[str, frozenset[str]]


_COMPOUND_END = 5  # letters
_LISTS = (
    "name_words", "headings", "generic", "sections", "geography", "offices", "skip_links", "legal_forms",
    "genres", "rights", "acronyms", "proper",
)  # fmt: skip


@lru_cache(maxsize=4)
def site_words(path: Path | None = None) -> SiteWords:
    """Read the words; `path` defaults to config/site_names.yml of the project.

    Raises:
        ConfigError: a key that is not allowed or missing, or a word that is none.
    """
    path = path or find_paths().config / "site_names.yml"
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise ConfigError(path, f"must hold a mapping with the keys {', '.join(_LISTS)}")
    check_keys(path, data, allowed=dict.fromkeys((*_LISTS, "small"), True))
    check_keys(path, data["small"], allowed=dict.fromkeys(LANGUAGES, True), at=("small",))
    for key in _LISTS:
        words = data[key]
        if not isinstance(words, list) or not words or not all(isinstance(w, str) and w for w in words):
            raise ConfigError(path, f"{key} must be a list of words", line=line_of(path, key))
        upper = next((w for w in words if key != "legal_forms" and w != w.lower()), None)
        if upper is not None:
            raise ConfigError(
                path, f"{key}: {upper!r} must be in lower case, as it is compared", line=line_of(path, key)
            )
    forms = sorted(data["legal_forms"], key=len, reverse=True)
    return SiteWords(
        frozenset(data["name_words"]), frozenset(data["headings"]), frozenset(data["generic"]),
        frozenset(data["sections"]), frozenset(data["geography"]), tuple(data["offices"]), tuple(data["skip_links"]),
        re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)"),
        tuple(w for w in data["name_words"] if w.isascii() and len(w) >= _COMPOUND_END),
        frozenset(data["genres"]), tuple(data["rights"]), frozenset(data["acronyms"]), tuple(data["proper"]),
        {language: frozenset(words) for language, words in data["small"].items()},
    )  # fmt: skip
