"""Which country an office or institution in a text belongs to: adjectives, genitives, names beside it, counterparts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.coding.actors.config import Actors
from helpers.coding.actors.context import (
    SENTENCE_END,
    RoleText,
    breaks,
    countries_of,
    country_of_apposed,
    country_of_body,
    country_of_institution,
    country_of_named,
    institution_after,
    of_both,
    two_countries,
)
from helpers.coding.actors.lexicon import Lexicon
from helpers.coding.actors.matcher import Item
from helpers.coding.actors.normalise import Token

UNKNOWN = "*"  # stands for the country in an office whose country the text does not say
_HOSTED = frozenset(("ambassador", "charge-d-affaires", "defence-attache", "embassy"))


@dataclass(frozen=True, slots=True)
class Role:
    """A role with its countries: words [first, last) of the text; office ids are `<country>:<type>`."""

    first: int
    last: int
    offices: tuple[str, ...]
    countries: tuple[str, ...]
    kind: str
    items: tuple[int, ...]


def _hosted(t: RoleText, k: int) -> bool:
    """True for roles that are held in another country: ambassador, attaché, embassy."""
    return t.items[k].entries[0].id in _HOSTED


def _touches(t: RoleText, left: int, right: int) -> bool:
    """True when two matches stand side by side with nothing but a space between them."""
    first, last = t.items[left].last, t.items[right].first
    return first == last and t.text[t.words[first - 1].end : t.words[last].start].isspace()


def _left(t: RoleText, k: int, plural: bool | None) -> tuple[int, list[int], set[str]]:
    """Adjectives (or, where the language has it so, countries) before a role: first word, item positions, marks."""
    w = t.lexicon.names.words
    first = t.items[k].first
    used: list[int] = []
    marks: set[str] = set()
    previous = k - 1
    city: list[int] = []
    if _hosted(t, k) and previous > 0 and t.items[previous].category == "city" and _touches(t, previous, k):
        city, first, previous = [previous], t.items[previous].first, previous - 1
    while True:
        stop = t.items[previous].last if previous >= 0 else 0
        here = first
        while here > stop and here - 1 >= 0 and not breaks(t.glue(here, here)):
            form = t.words[here - 1].form
            if form in w["former"]:
                marks.add("former")
            elif form in w["deputy"]:
                marks.add("deputy")
            elif form in w["both"]:
                marks.add("both")
            elif form not in w["between"]:
                break
            here -= 1
        again = (
            used
            and here - 2 >= stop
            and t.words[here - 1].form in w["of"]
            and t.words[here - 2].form in w["and"]
        )
        if again:  # `der iranische und der belarussische Minister`: a repeated article means two of them
            here -= 2
        elif used and here > stop and t.words[here - 1].form in w["and"]:
            here -= 1
        if (
            previous < 0
            or here != stop
            or not countries_of(t.items[previous])
            or t.lexicon.names.adjective_after
        ):
            break
        item = t.items[previous]
        joined = t.between(item.last, first)
        glue = t.glue(item.last, first)
        if item.category == "country" and not used and not t.lexicon.names.country_before:
            break
        if any(c in SENTENCE_END for c in glue) or (not used and breaks(glue)):
            break
        if used and not (any(f in w["and"] for f in joined) or "-" in glue or "," in glue or "–" in glue):
            break
        if used and plural is False and not again:
            break
        used.insert(0, previous)
        first = item.first
        previous -= 1
    if used:
        used += city
    else:
        first = t.items[k].first
    while (
        first > 0
        and t.words[first - 1].form in w["deputy"] | w["former"]
        and not breaks(t.glue(first, first))
    ):
        first -= 1
        marks.add("former" if t.words[first].form in w["former"] else "deputy")
    return first, used, marks


def _deputy_behind(t: RoleText, last: int) -> int:
    """Where the role ends with the word for a deputy behind it (vado pirmasis pavaduotojas, Bakanı Yardımcısı), else 0."""
    w = t.lexicon.names.words
    if not t.lexicon.names.country_before:
        return 0
    for end in (last, last + 1):
        if end >= len(t.words) or breaks(t.glue(end, end)):
            return 0
        if t.words[end].form in w["deputy"]:
            return end + 1
        if t.words[end].form not in w["between"]:
            return 0
    return 0


def _of_next_role(t: RoleText, at: int) -> bool:
    """True when an adjective belongs to the role that follows it at once (ministers of Iran and Russian president)."""
    if t.lexicon.names.adjective_after or t.items[at].category != "demonym" or at + 1 >= len(t.items):
        return False
    following = t.items[at + 1]
    return following.category == "role" and following.first == t.items[at].last


def _right(t: RoleText, k: int, plural: bool | None) -> tuple[int, list[int]]:
    """The country or adjective after a role, and those joined to it when the role is a plural."""
    w = t.lexicon.names.words
    last = t.items[k].last
    used: list[int] = []
    following = k + 1
    while following < len(t.items):
        item = t.items[following]
        gap = t.between(last, item.first)
        glue = t.glue(last, item.first)
        if any(c in SENTENCE_END for c in glue) or not countries_of(item):
            break
        if not used:
            if breaks(glue) or len(gap) > 4 or any(f not in w["of"] for f in gap):
                break
            if item.category == "country" and t.lexicon.names.of_required and not gap:
                break
            if item.category == "demonym" and t.lexicon.names.adjective_before:
                break
        else:
            if _of_next_role(t, following):
                break
            ands = [f for f in gap if f in w["and"]]
            listed = "," in glue or "،" in glue
            if plural is False or len(gap) > 4 or any(f not in w["of"] | w["and"] for f in gap):
                break
            if not ands and not listed and not ("-" in glue or "–" in glue):
                break
        used.append(following)
        last = item.last
        following += 1
        if item.category == "demonym" and plural is False:
            break
    return last, used


def _meant(actors: Actors, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The types that loose ones may stand for in any country, with the others as they are."""
    loose = {one for kind in kinds for ones in actors.offices[kind].means.values() for one in ones}
    return (*kinds, *sorted(loose))


def _offices(actors: Actors, kind: str, countries: Sequence[str], plural: bool) -> tuple[str, ...]:
    """Office ids of a type for countries; a loose type (leader) stands for what the country has."""
    means = actors.offices[kind].means
    out: dict[str, None] = {}
    for code in countries:
        kinds = (means.get(code) or means.get("default") or (kind,)) if means else (kind,)
        for one in kinds[:1] if plural else kinds:
            out[f"{code}:{one}"] = None
    return tuple(out)


def attach_roles(
    items: Sequence[Item], words: Sequence[Token], text: str, lexicon: Lexicon
) -> dict[int, Role]:
    """Give each role and counterpart its countries.

    Returns:
        position in `items` -> role, with the positions of the items it has taken in.
    """
    t = RoleText(words, text, items, lexicon)
    out: dict[int, Role] = {}
    taken: set[int] = set()
    for k, item in enumerate(items):
        role: Role | None
        if item.category == "role":
            role = _attach(t, k, taken)
        elif item.category == "counterpart":
            role = _counterpart(t, k, taken, out)
        else:
            continue
        if role is not None:
            out[k] = role
            taken |= set(role.items)
    return out


def _attach(t: RoleText, k: int, taken: set[int]) -> Role:
    item, actors = t.items[k], t.lexicon.actors
    numbers = {e.plural for e in item.entries}
    plural = None if len(numbers) > 1 or numbers == {None} else numbers.pop()
    kinds = tuple(dict.fromkeys(e.id for e in item.entries))
    first, used, marks = _left(t, k, plural)
    if any(form in t.lexicon.names.words["both"] for form in t.between(item.first, item.last)):
        marks.add("both")  # die Sekretäre der beiden Sicherheitsräte
    used = [u for u in used if u not in taken]
    if not used:
        first = min(first, item.first)
    last = item.last
    codes = [c for u in used for c in countries_of(t.items[u])] or list(item.origin)
    if not codes:
        last, used = _right(t, k, plural)
        used = [u for u in used if u not in taken]
        if not used:
            last = item.last
        codes = [c for u in used for c in countries_of(t.items[u])]
    if not codes:
        codes = country_of_institution(t, k)
    if not codes and (body := institution_after(t, k)):
        codes = [c for u in _right(t, body, False)[1] for c in countries_of(t.items[u])]
    if not codes:
        codes = list(country_of_apposed(t, k, _meant(actors, kinds), plural))
    if not codes:
        codes = country_of_body(t, k)
    if not codes and ("both" in marks or (plural is not False and of_both(t, k))):
        codes = list(two_countries(t, k))
    countries = tuple(dict.fromkeys(codes))
    many = len(countries) > 1
    if behind := _deputy_behind(t, last):
        last = behind
        marks.add("deputy")
    host = _host(t, k, last) if _hosted(t, k) and kinds[0] != "embassy" else ""
    prefix = "former-" if "former" in marks else "deputy-" if "deputy" in marks else ""
    offices = tuple(
        f"{office.partition(':')[0]}:{prefix}{office.partition(':')[2]}{host}"
        for kind in kinds
        for office in _offices(actors, kind, countries or (UNKNOWN,), many)
    )
    return Role(first, last, _held(t, k, offices), countries, actors.offices[kinds[0]].kind, tuple(used))


def _held(t: RoleText, k: int, offices: tuple[str, ...]) -> tuple[str, ...]:
    """Of the offices a loose word may mean, those that the person named right after it has held."""
    if len(offices) < 2 or k + 1 >= len(t.items) or t.items[k + 1].category not in ("person", "surname"):
        return offices
    held = {o for e in t.items[k + 1].entries for o, _ in t.lexicon.actors.people[e.id].terms}
    owners = {o.partition(":")[0] for o in offices}
    return tuple(o for o in offices if o in held) or offices if len(owners) == 1 else offices


def _host(t: RoleText, k: int, last: int) -> str:
    """`-to-BLR` for an ambassador to Belarus or in Minsk, '' when the text does not say."""
    w, cities = t.lexicon.names.words, t.lexicon.actors.cities
    before = t.items[k - 1] if k else None
    if before is not None and before.category == "city" and _touches(t, k - 1, k):
        return f"-to-{cities[before.entries[0].id].country}"
    at = k + 1
    while at < len(t.items) and t.items[at].first < last:
        at += 1
    following = t.items[at] if at < len(t.items) else None
    if following is None or following.category not in ("country", "city"):
        return ""
    gap = t.between(last, following.first)
    bare = t.lexicon.language == "lt"  # the locative needs no preposition
    if (
        len(gap) > 3
        or (not bare and not any(f in w["to"] for f in gap))
        or any(f not in w["to"] | w["of"] for f in gap)
    ):
        return ""
    if any(c in SENTENCE_END for c in t.glue(last, following.first)):
        return ""
    code = following.entries[0].id
    return f"-to-{cities[code].country if following.category == 'city' else code}"


def _counterpart(t: RoleText, k: int, taken: set[int], roles: dict[int, Role]) -> Role | None:
    """A counterpart has the office of the last role before it and the country of its own adjective."""
    first, used, _ = _left(t, k, None)
    last = t.items[k].last
    codes = [c for u in used for c in countries_of(t.items[u])] or list(t.items[k].origin)
    if not codes:
        first = t.items[k].first
        last, used = _right(t, k, None)
        codes = [c for u in used for c in countries_of(t.items[u])]
    if not codes:
        last = t.items[k].last
        codes = country_of_named(t, k)
    countries = tuple(dict.fromkeys(codes))
    if not countries:
        return None
    kinds = _office_before(t, k, countries, roles)
    offices = tuple(f"{c}:{kind}" for c in countries for kind in kinds)
    return Role(
        first, last, offices or tuple(f"{c}:{UNKNOWN}" for c in countries), countries, "office", tuple(used)
    )


def _office_before(
    t: RoleText, k: int, countries: tuple[str, ...], roles: dict[int, Role]
) -> tuple[str, ...]:
    for position in range(k - 1, -1, -1):
        item = t.items[position]
        if t.items[k].first - item.last > 80:
            break
        if position in roles and roles[position].kind == "office":
            kinds = tuple(
                dict.fromkeys(
                    o.partition(":")[2]
                    for o in roles[position].offices
                    if o.partition(":")[0] not in countries
                )
            )
            if kinds and not kinds[0].startswith(("former-", UNKNOWN)):
                return kinds
        if item.category in ("person", "surname") and len(item.entries) == 1:
            person = t.lexicon.actors.people[item.entries[0].id]
            beside = (
                position - 1 in roles
                and roles[position - 1].kind == "office"
                and roles[position - 1].last >= item.first - 3
            )
            if person.country not in countries and person.terms and not beside:
                return tuple(dict.fromkeys(o.partition(":")[2] for o, _ in person.terms))
    return ()
