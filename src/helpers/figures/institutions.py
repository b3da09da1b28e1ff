"""For whom a person acted on a day: country and institution, from the actors' configuration."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

UNKNOWN = "institution not known"


@dataclass(frozen=True, slots=True)
class Standing:
    """Country (ISO 3166 alpha-3, '' when not known) and institution of a person on a day."""

    country: str
    institution: str


def find_standing(surname: str, earliest: dt.date | None, latest: dt.date | None) -> Standing:
    """For whom somebody of this canonical surname acted in that interval.

    Someone who is not configured, or two people of one surname who both may be meant, has no known country; several
    offices in the interval give the first that was held through all of it, else no known institution.

    Raises:
        ConfigError: the configuration of actors or institutions is wrong.
    """
    terms = _terms_by_surname().get(surname, [])
    countries = {country for country, *_ in terms}
    held = [t for t in terms if t[1] and _touches(t[2], t[3], earliest, latest)]
    if len({t[0] for t in held}) == 1:  # of several people of one name the one who was in office then
        countries = {held[0][0]}
    country = next(iter(countries)) if len(countries) == 1 else ""
    kinds = list(dict.fromkeys(t[1] for t in held if t[0] == country))
    if not country or not kinds:
        return Standing(country, UNKNOWN)
    institutions = {name_institution(kind) for kind in kinds}
    return Standing(country, institutions.pop() if len(institutions) == 1 else UNKNOWN)


def name_institution(office: str) -> str:
    """The institution that an office acts for: config/institutions.yml, else the name of the office itself."""
    return read_institutions().get(office, office.replace("-", " "))


@lru_cache(maxsize=2)
def read_institutions(path: Path | None = None) -> dict[str, str]:
    """Office -> institution.

    Raises:
        ConfigError: an unknown office, or a value that is no text.
    """
    from helpers.coding.actors import load_actors

    path = path or find_paths().config / "institutions.yml"
    data = load_yaml(path)
    check_keys(path, data, allowed={"institutions": True})
    known = load_actors().offices
    for office, name in data["institutions"].items():
        if office not in known or not isinstance(name, str) or not name.strip():
            raise ConfigError(
                path,
                f"institutions.{office}: {name!r}; an office of config/actors/offices.yml with the name of its institution is wanted",
                line=line_of(path, "institutions", office),
            )
    return dict(data["institutions"])


@lru_cache(maxsize=1)
def _terms_by_surname() -> dict[str, list[tuple[str, str, dt.date | None, dt.date | None]]]:
    """Surname -> (country, kind of office or '', first day, last day) of everybody of that name."""
    from helpers.coding.actors import load_actors

    out: dict[str, list[tuple[str, str, dt.date | None, dt.date | None]]] = {}
    for _, person in sorted(load_actors().people.items()):
        rows = out.setdefault(person.surname, [])
        rows.append((person.country, "", None, None))
        rows += [
            (person.country, office.partition(":")[2], t.earliest, t.latest) for office, t in person.terms
        ]
    return out


def _touches(low: dt.date | None, high: dt.date | None, first: dt.date | None, last: dt.date | None) -> bool:
    return not ((low and last and low > last) or (high and first and high < first))
