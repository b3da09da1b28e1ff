"""The registry of outlets and agencies (config/outlets.yml): find their names in a text, tell an address's publisher."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.clean.publication_dates import fold_text
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

_KEYS = {
    "id": True, "name": True, "kind": True, "country": True, "state": True, "world": False, "about": False,
    "domains": False, "names": False, "ambiguous": False,
}  # fmt: skip
_KINDS = ("agency", "outlet")
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
# Case endings: Cyrillic names lose a final vowel and take up to three letters; Latin ones take Polish, Lithuanian and (after an
# apostrophe) Turkish endings.
_SHORTEST_INFLECTED, _SHORTEST_CYRILLIC = 5, 4
_CYRILLIC_END = re.compile(r"(?:ия|ий|ие|ые|ая|яя|ое|ый|[аеёиоуыэюяіїйьъ])$")
_LATIN_ENDING = r"(?:a|u|em|owi|ie|o|ui|ą|ę|y|i|e|om|ów|ului|ul)?"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet or agency. Key: id.

    Attributes:
        id: stable identifier.
        name: as reports write it.
        kind: 'agency' or 'outlet'.
        country: ISO 3166 alpha-3 of its seat.
        state: True when a state owns, runs or pays it.
        world: True for agencies with customers everywhere.
        about: ISO 3166 alpha-3 of the country an exile outlet writes about, else None.
        domains: addresses it publishes at.
        names: other spellings.
        ambiguous: names that are ordinary words as well.
    """

    id: str
    name: str
    kind: str
    country: str
    state: bool
    world: bool = False
    about: str | None = None
    domains: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameHit:
    """The name of an outlet in a text: characters `start` to `end`; `ambiguous` when it is an ordinary word as well."""

    start: int
    end: int
    outlet: Outlet
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Registry:
    """All outlets, by id, domain, name (`plain` without the ambiguous ones) and by the beginnings of their names."""

    outlets: Mapping[str, Outlet]
    domains: Mapping[str, Outlet]
    exact: Mapping[str, Outlet]
    plain: Mapping[str, Outlet]
    patterns: Mapping[str, tuple[tuple[str, Outlet, bool], ...]]


def load_outlets(path: Path | None = None) -> Registry:
    """Read the registry; `path` defaults to config/outlets.yml of the project.

    Raises:
        ConfigError: unknown key or kind, an id, domain or name that stands twice for different outlets.
    """
    return _load(path or find_paths().config / "outlets.yml")


@lru_cache(maxsize=4)
def _load(path: Path) -> Registry:
    data: Any = load_yaml(path)
    check_keys(path, data, allowed={"outlets": True})
    outlets: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    exact: dict[str, Outlet] = {}
    plain: dict[str, Outlet] = {}
    patterns: dict[str, list[tuple[str, Outlet, bool]]] = defaultdict(list)
    for i, entry in enumerate(data["outlets"]):
        check_keys(path, entry, allowed=_KEYS, at=("outlets", i))
        if not _sound(entry):
            raise ConfigError(
                path,
                f"{entry.get('id')!r}: id is lower case, kind one of {', '.join(_KINDS)}, country three capitals, state and"
                " world true or false, domains and names lists of strings",
                line=line_of(path, "outlets", i),
            )
        outlet = Outlet(
            entry["id"], entry["name"], entry["kind"], entry["country"], entry["state"], entry.get("world", False),
            entry.get("about"), tuple(entry.get("domains", ())), tuple(entry.get("names", ())), tuple(entry.get("ambiguous", ())),
        )  # fmt: skip
        names = dict.fromkeys((outlet.name, *outlet.names, *outlet.ambiguous))
        unsure = {name_key(n) for n in outlet.ambiguous}
        for table, keys in (
            (outlets, [outlet.id]),
            (domains, outlet.domains),
            (exact, sorted({name_key(n) for n in names})),
        ):
            for key in keys:
                if key in table:
                    raise ConfigError(
                        path,
                        f"{key!r} stands for {table[key].id!r} and {outlet.id!r}",
                        line=line_of(path, "outlets", i),
                    )
                table[key] = outlet
        for name in names:
            first = _WORD.search(name)
            if first is None:
                raise ConfigError(path, f"{name!r} holds no letter", line=line_of(path, "outlets", i))
            ambiguous = name in outlet.ambiguous or name_key(name) in unsure
            if not ambiguous:
                plain[name_key(name)] = outlet
            start = _beginning(first.group())
            patterns[start].append((name[first.start() :], outlet, ambiguous))
    ordered = {k: tuple(sorted(v, key=lambda x: (-len(x[0]), x[1].id, x[0]))) for k, v in patterns.items()}
    return Registry(outlets, domains, exact, plain, ordered)


def _beginning(word: str) -> str:
    """The key of a name's first word: its first letter as it is, its second folded."""
    return word[0] + fold_text(word[1:2])


def _sound(entry: Mapping[str, Any]) -> bool:
    strings = [entry["name"]]
    for key in ("domains", "names", "ambiguous"):
        if not isinstance(entry.get(key, []), list):
            return False
        strings += entry.get(key, [])
    return (
        isinstance(entry["id"], str)
        and _ID.fullmatch(entry["id"]) is not None
        and entry["kind"] in _KINDS
        and re.fullmatch(r"[A-Z]{3}", str(entry["country"])) is not None
        and isinstance(entry["state"], bool)
        and isinstance(entry.get("world", False), bool)
        and all(isinstance(s, str) and s.strip() for s in strings)
        and all(_DOMAIN.fullmatch(d) for d in entry.get("domains", ()))
    )


def name_key(name: str) -> str:
    """A name for comparison: folded, marks and blanks gone; 'Press TV' and 'PressTV' are the same."""
    return "".join(_WORD.findall(fold_text(name).replace("\u200c", "")))


@lru_cache(maxsize=8192)
def _name_pattern(name: str) -> re.Pattern[str]:
    words = []
    split = re.split(r"[ \u200c]+", name)
    for i, word in enumerate(split):
        letters = [c for c in word if c.isalpha()]
        apostrophe = (
            r"(?:['’][^\W\d_]{1,6})?" if i == len(split) - 1 else ""
        )  # Iran's Press is not Iran Press
        if word.isupper() and len(letters) <= 6:
            forms = {word, word.capitalize()} if i else {word}  # Press TV, Press Tv
            part = f"(?:{'|'.join(re.escape(f) for f in sorted(forms))})" + (
                apostrophe if word.isascii() else ""
            )
        elif _ARABIC.search(word):
            part = re.escape(word).replace("ی", "[یي]").replace("ک", "[کك]")
        elif _CYRILLIC.search(word) and len(letters) >= _SHORTEST_CYRILLIC:
            stem = _CYRILLIC_END.sub("", word)
            head, tail = stem[0], stem[1:]
            part = f"{re.escape(head)}(?i:{re.escape(tail)})[а-яёіїєўґ’']{{0,3}}"
        else:
            inflected = len(letters) >= _SHORTEST_INFLECTED and word.isascii()
            part = (
                f"{re.escape(word[0])}(?i:{re.escape(word[1:])})"
                + (_LATIN_ENDING if inflected else "")
                + apostrophe
            )
        words.append(part)
    joint = r"[ \u00a0\u200c-]?" if _ARABIC.search(name) else r"[ \u00a0]"
    return re.compile(joint.join(words) + r"(?!\w)")


def find_names(text: str, *, ambiguous: bool = False, registry: Registry | None = None) -> list[NameHit]:
    """Find names of known outlets in a text, longest first where they overlap, in order.

    Args:
        text: any text.
        ambiguous: also names that are ordinary words; the caller must look at what stands beside them.
        registry: known outlets; the project's by default.
    """
    known = registry or load_outlets()
    hits: list[NameHit] = []
    end = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < end:
            continue
        for name, outlet, unsure in known.patterns.get(_beginning(word.group()), ()):
            if unsure and not ambiguous:
                continue
            if m := _name_pattern(name).match(text, start):
                hits.append(NameHit(start, m.end(), outlet, unsure))
                end = m.end()
                break
    return hits


def domain_of(url: str) -> str:
    """The host of an address, lower case, without www and port; '' when there is none."""
    host = url.strip().lower().partition("://")[2] or url.strip().lower()
    host = re.split(r"[/?#]", host, maxsplit=1)[0].rpartition("@")[2].partition(":")[0]
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def outlet_of_domain(domain: str, *, registry: Registry | None = None) -> Outlet | None:
    """The outlet that publishes at a host or at the domain above it, or None."""
    known = registry or load_outlets()
    parts = domain.split(".")
    for i in range(len(parts) - 1):
        if found := known.domains.get(".".join(parts[i:])):
            return found
    return None


def outlet_of_name(name: str, *, ambiguous: bool = True, registry: Registry | None = None) -> Outlet | None:
    """The outlet of that name in any of its spellings, ordinary words included unless `ambiguous` is False, or None."""
    known = registry or load_outlets()
    key = name_key(name)
    if not key:
        return None
    found = (known.exact if ambiguous else known.plain).get(key)
    if found is None and "." in name:
        found = outlet_of_domain(domain_of(name), registry=known)
    return found
