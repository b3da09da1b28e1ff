"""Who there is: people with offices and terms, organisations, countries and cities, read strictly from config/actors.

`config/actors.yml` says what the parts are; every unknown key, impossible term or undeclared double name is a `ConfigError`
with file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.coding.actors.normalise import words
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

ORGANISATION_KINDS = ("organisation", "agency", "outlet")
# A person's names are given once for Latin script (each language respells and inflects them) and in each other spelling.
NAME_KEYS = ("name", "latin", "ru", "uk", "be", "fa")
_PERSON_KEYS = {
    "name": True, "country": True, "latin": False, "ru": False, "uk": False, "be": False, "fa": False,
    "offices": False, "guard": False, "wikidata": False,
}  # fmt: skip
_ORGANISATION_KEYS = {
    "name": True, "kind": True, "country": False, "any": False, "state": False, "wikidata": False,
    **dict.fromkeys(LANGUAGES, False),
}  # fmt: skip
_MAIN_KEYS = {
    "known_until": True,
    "misprints": True,
    "ambiguities": False,
    "given_names": False,
    "respelled": False,
}


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a person's name: the words before the surname, the surname, the words after it.

    Written in the configuration with a slash before the surname: `Viktor Gennadievich /Khrenin`, `/Xi Jinping`.
    """

    before: tuple[str, ...]
    surname: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """A person; key: id.

    Attributes:
        id: the key in config/actors/people.yml.
        name: canonical English name.
        surname: canonical surname, what the claims tables hold.
        country: ISO 3166 alpha-3 code, or the id of an international organisation.
        terms: offices held, with the days on which they were held as far as known.
        names: spellings by script: latin, ru, uk, be, fa.
        guard: languages ('all' for every one) in which the surname alone is an ordinary word or a common name and counts only
            beside a given name, a title or the full name elsewhere in the text.
        wikidata: item id or None.
    """

    id: str
    name: str
    surname: str
    country: str
    terms: tuple[tuple[str, DateInterval], ...]
    names: Mapping[str, tuple[Name, ...]]
    guard: tuple[str, ...]
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named body: an agency, an outlet, an alliance, a company. `patterns` by language, 'any' for all of them."""

    id: str
    name: str
    kind: str
    country: str | None
    state: bool
    patterns: Mapping[str, tuple[str, ...]]
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class City:
    """A city; `capital` ones may stand for their government."""

    id: str
    name: str
    country: str
    capital: bool


@dataclass(frozen=True, slots=True)
class OfficeType:
    """A kind of office or institution that a country (or a body) has one of; `means` lists what a loose word stands for.

    `vague` words (leader, minister, government) say nothing without a country and are no mention then.
    """

    id: str
    name: str
    kind: str
    means: Mapping[str, tuple[str, ...]]
    vague: bool


@dataclass(frozen=True, eq=False)
class Actors:
    """Everything in config/actors but the names of countries, cities and roles in each language (`names.load_names`)."""

    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    countries: Mapping[str, str]
    cities: Mapping[str, City]
    offices: Mapping[str, OfficeType]
    holders: Mapping[str, tuple[tuple[str, DateInterval], ...]]
    given_names: frozenset[str]
    respelled: frozenset[str]
    shortest_misprint: int
    known_until: str


def read_name(text: str) -> Name:
    """Read `Given Patronymic /Surname` (the surname runs to the end) or `/Surname| Given` (`|` ends it); normal forms.

    Raises:
        ValueError: there is no slash, or no surname after it.
    """
    before, slash, rest = text.partition("/")
    surname, bar, after = rest.partition("\\")
    if not slash or not words(surname):
        raise ValueError(
            f"{text!r} does not mark the surname; write a slash before it, as in 'Viktor /Khrenin'"
        )
    return Name(words(before), words(surname), words(after) if bar else ())


def _plain(text: str) -> str:
    return " ".join(text.replace("/", " ").replace("\\", " ").split())


def _surname(text: str) -> str:
    return text.partition("/")[2].partition("\\")[0].strip()


def _mapping(path: Path, key: str) -> dict[str, Any]:
    data = load_yaml(path)
    if not isinstance(data, dict) or not isinstance(data.get(key), dict):
        raise ConfigError(path, f"must hold a mapping under the key {key!r}")
    check_keys(path, data, allowed={key: True})
    return data[key]  # type: ignore[no-any-return]


def _terms(
    path: Path, pid: str, raw: Mapping[str, Any], allowed: Mapping[str, OfficeType], owners: set[str]
) -> list[tuple[str, DateInterval]]:
    out = []
    for office, spans in raw.items():
        owner, _, kind = office.partition(":")
        base = kind.split("-to-")[0]
        if owner not in owners or (kind not in allowed and base not in allowed):
            raise ConfigError(
                path,
                f"{pid}: office {office!r} is not OWNER:kind with OWNER a country or organisation id and kind one of "
                f"{', '.join(sorted(k for k, o in allowed.items() if o.kind == 'office'))}",
                line=line_of(path, "people", pid, "offices", office),
            )
        for span in [spans] if isinstance(spans, str) else spans:
            try:
                out.append((office, read_edtf(span)))
            except ValueError as err:
                raise ConfigError(
                    path,
                    f"{pid}: the term {span!r} of {office} cannot be: {err}; write begin/end in EDTF, `..` for open",
                    line=line_of(path, "people", pid, "offices", office),
                ) from err
    return out


def _person(path: Path, pid: str, raw: Any, offices: Mapping[str, OfficeType], owners: set[str]) -> Person:
    if not isinstance(raw, dict):
        raise ConfigError(
            path, f"{pid} must be a mapping with {', '.join(_PERSON_KEYS)}", line=line_of(path, "people", pid)
        )
    if not (raw.keys() <= _PERSON_KEYS.keys()) or "name" not in raw or "country" not in raw:
        check_keys(path, raw, allowed=_PERSON_KEYS, at=("people", pid))
    if raw["country"] not in owners:
        raise ConfigError(
            path,
            f"{pid}: country {raw['country']!r} is neither in countries.yml nor an organisation",
            line=line_of(path, "people", pid, "country"),
        )
    names: dict[str, list[Name]] = {}
    for key in NAME_KEYS:
        for part in raw.get(key, "").split("|") if raw.get(key) else ():
            try:
                names.setdefault("latin" if key == "name" else key, []).append(read_name(part.strip()))
            except ValueError as err:
                raise ConfigError(path, f"{pid}: {err}", line=line_of(path, "people", pid, key)) from err
    guard = raw.get("guard", [])
    if not isinstance(guard, list) or any(g != "all" and g not in LANGUAGES for g in guard):
        raise ConfigError(
            path,
            f"{pid}: guard must be a list of languages ({', '.join(LANGUAGES)}) or [all]",
            line=line_of(path, "people", pid, "guard"),
        )
    return Person(
        pid, _plain(raw["name"].split("|")[0]), _surname(raw["name"].split("|")[0]), raw["country"],
        tuple(_terms(path, pid, raw.get("offices", {}), offices, owners)),
        {k: tuple(v) for k, v in names.items()}, tuple(guard), raw.get("wikidata"),
    )  # fmt: skip


def _load_organisations(path: Path, countries: Mapping[str, str]) -> dict[str, Organisation]:
    out = {}
    for oid, raw in _mapping(path, "organisations").items():
        check_keys(path, raw, allowed=_ORGANISATION_KEYS, at=("organisations", oid))
        if raw["kind"] not in ORGANISATION_KINDS:
            raise ConfigError(
                path,
                f"{oid}: kind {raw['kind']!r}; allowed: {', '.join(ORGANISATION_KINDS)}",
                line=line_of(path, "organisations", oid, "kind"),
            )
        country = raw.get("country")
        if country is not None and country not in countries:
            raise ConfigError(
                path,
                f"{oid}: unknown country {country!r}",
                line=line_of(path, "organisations", oid, "country"),
            )
        patterns = {k: tuple(p.strip() for p in raw[k].split("|")) for k in ("any", *LANGUAGES) if raw.get(k)}
        out[oid] = Organisation(
            oid, raw["name"], raw["kind"], country, raw.get("state", False), patterns, raw.get("wikidata")
        )
    return out


def _load_offices(path: Path) -> dict[str, OfficeType]:
    out = {}
    for oid, raw in _mapping(path, "offices").items():
        check_keys(
            path,
            raw,
            allowed={"name": True, "kind": True, "means": False, "vague": False},
            at=("offices", oid),
        )
        if raw["kind"] not in ("office", "organisation"):
            raise ConfigError(
                path,
                f"{oid}: kind {raw['kind']!r}; allowed: office, organisation",
                line=line_of(path, "offices", oid, "kind"),
            )
        means = {k: tuple(v.split()) for k, v in raw.get("means", {}).items()}
        out[oid] = OfficeType(oid, raw["name"], raw["kind"], means, raw.get("vague", False))
    for oid, office in out.items():
        for kinds in office.means.values():
            for kind in kinds:
                if kind not in out:
                    raise ConfigError(
                        path,
                        f"{oid}: means {kind!r}, which is no office here",
                        line=line_of(path, "offices", oid),
                    )
    return out


def _check_doubles(path: Path, people: Mapping[str, Person], declared: set[frozenset[str]]) -> None:
    """Two people whose full names are written alike and whose terms overlap must be declared ambiguous."""
    seen: dict[tuple[str, ...], list[str]] = {}
    for person in people.values():
        for spelling in person.names.values():
            for name in spelling:
                ids = seen.setdefault((*name.before, "/", *name.surname, *name.after), [])
                if person.id not in ids:
                    ids.append(person.id)
    for key, ids in seen.items():
        for i, first in enumerate(ids):
            for second in ids[i + 1 :]:
                if frozenset((first, second)) in declared:
                    continue
                one, two = people[first].terms, people[second].terms
                if not one or not two or any(a.intersect(b) is not None for _, a in one for _, b in two):
                    alias = " ".join(w for w in key if w != "/")
                    raise ConfigError(
                        path,
                        f"{alias!r} names both {first} and {second}, whose terms overlap; change one of them or declare it "
                        f"under `ambiguities` in actors.yml as [{first}, {second}]",
                        line=line_of(path, "people", second),
                    )


def read_actors(folder: Path) -> Actors:
    """Read `actors.yml` and the parts in `actors/` below a configuration folder.

    Raises:
        ConfigError: unknown keys, offices, countries; a term that ends before it begins; one full name for two people whose
            terms overlap that is not declared.
    """
    main_path, parts = folder / "actors.yml", folder / "actors"
    main = load_yaml(main_path)
    check_keys(main_path, main, allowed=_MAIN_KEYS)
    check_keys(main_path, main["misprints"], allowed={"shortest": True}, at=("misprints",))
    countries = _mapping(parts / "countries.yml", "countries")
    for code, raw in countries.items():
        check_keys(
            parts / "countries.yml", raw, allowed={"name": True, "wikidata": False}, at=("countries", code)
        )
    cities: dict[str, City] = {}
    for cid, raw in _mapping(parts / "places.yml", "cities").items():
        check_keys(
            parts / "places.yml",
            raw,
            allowed={"name": True, "country": True, "capital": False, "wikidata": False},
            at=("cities", cid),
        )
        if raw["country"] not in countries:
            raise ConfigError(
                parts / "places.yml",
                f"{cid}: unknown country {raw['country']!r}",
                line=line_of(parts / "places.yml", "cities", cid),
            )
        cities[cid] = City(cid, raw["name"], raw["country"], raw.get("capital", False))
    organisations = _load_organisations(parts / "organisations.yml", countries)
    offices = _load_offices(parts / "offices.yml")
    owners = set(countries) | set(organisations)
    people_path = parts / "people.yml"
    people = {
        pid: _person(people_path, pid, raw, offices, owners)
        for pid, raw in _mapping(people_path, "people").items()
    }
    declared: set[frozenset[str]] = set()
    for pair in main.get("ambiguities", []):
        for pid in pair:
            if pid not in people:
                raise ConfigError(
                    main_path,
                    f"ambiguities: {pid!r} is nobody in people.yml",
                    line=line_of(main_path, "ambiguities"),
                )
        declared |= {frozenset((a, b)) for a in pair for b in pair if a != b}
    _check_doubles(people_path, people, declared)
    holders: dict[str, list[tuple[str, DateInterval]]] = {}
    for person in people.values():
        for office, term in person.terms:
            holders.setdefault(office, []).append((person.id, term))
    given = {w for text in main.get("given_names", []) for w in words(text)}
    given |= {
        w
        for p in people.values()
        for spelling in p.names.values()
        for n in spelling
        for w in (*n.before, *n.after)
    }
    return Actors(
        people, organisations, {c: raw["name"] for c, raw in countries.items()}, cities, offices,
        {k: tuple(v) for k, v in holders.items()}, frozenset(w for w in given if len(w) > 2),
        frozenset(main.get("respelled", [])),
        int(main["misprints"]["shortest"]), str(main["known_until"]),
    )  # fmt: skip


@lru_cache(maxsize=4)
def _cached(folder: Path) -> Actors:
    return read_actors(folder)


def load_actors(folder: Path | None = None) -> Actors:
    """The actors of the project's configuration, read once per process.

    Args:
        folder: a configuration folder; default the project's `config`.
    """
    return _cached(folder or find_paths().config)
