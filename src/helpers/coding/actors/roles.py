"""Roles: which country an office or institution belongs to, counterparts, and who held an office on a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.coding.actors.config import Actors, load_actors
from helpers.coding.actors.lexicon import Lexicon
from helpers.coding.actors.matcher import Item
from helpers.coding.actors.normalise import Token
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention

UNKNOWN = "*"  # stands for the country in an office whose country the text does not say
_SENTENCE_END = frozenset(".!?;\n:")


@dataclass(frozen=True, slots=True)
class Role:
    """A role with its countries: words [first, last) of the text; office ids are `<country>:<type>`."""

    first: int
    last: int
    offices: tuple[str, ...]
    countries: tuple[str, ...]
    kind: str
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    words: Sequence[Token]
    text: str
    items: Sequence[Item]
    lexicon: Lexicon

    def between(self, left: int, right: int) -> tuple[str, ...]:
        """Normal forms of the words between two word positions."""
        return tuple(w.form for w in self.words[left:right])

    def glue(self, left: int, right: int) -> str:
        """The characters between the end of word left-1 and the start of word right, without the words themselves."""
        out = []
        for k in range(left, right + 1):
            if 0 < k < len(self.words):
                out.append(self.text[self.words[k - 1].end : self.words[k].start])
        return "".join(out)


def _countries(item: Item) -> tuple[str, ...]:
    return tuple(e.id for e in item.entries) if item.category in ("country", "demonym") else ()


def _breaks(glue: str) -> bool:
    return any(c in _SENTENCE_END for c in glue) or "," in glue or "،" in glue


def _left(t: _Text, k: int, plural: bool | None) -> tuple[int, list[int], set[str]]:
    """Adjectives (or, where the language has it so, countries) before a role: first word, item positions, marks."""
    w = t.lexicon.names.words
    first = t.items[k].first
    used: list[int] = []
    marks: set[str] = set()
    previous = k - 1
    while True:
        stop = t.items[previous].last if previous >= 0 else 0
        here = first
        while here > stop and here - 1 >= 0 and not _breaks(t.glue(here, here)):
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
        if used and here != stop and here > stop and t.words[here - 1].form in w["and"]:
            here -= 1
        if previous < 0 or here != stop or not _countries(t.items[previous]):
            break
        item = t.items[previous]
        joined = t.between(item.last, first)
        glue = t.glue(item.last, first)
        if item.category == "country" and not used and not t.lexicon.names.country_before:
            break
        if any(c in _SENTENCE_END for c in glue) or (not used and _breaks(glue)):
            break
        if used and not (any(f in w["and"] for f in joined) or "-" in glue or "," in glue or "–" in glue):
            break
        if used and plural is False:
            break
        used.insert(0, previous)
        first = item.first
        previous -= 1
    if not used:
        first = t.items[k].first
    while (
        first > 0
        and t.words[first - 1].form in w["deputy"] | w["former"]
        and not _breaks(t.glue(first, first))
    ):
        first -= 1
        marks.add("former" if t.words[first].form in w["former"] else "deputy")
    return first, used, marks


def _right(t: _Text, k: int, plural: bool | None) -> tuple[int, list[int]]:
    """The country or adjective after a role, and those joined to it when the role is a plural."""
    w = t.lexicon.names.words
    last = t.items[k].last
    used: list[int] = []
    following = k + 1
    while following < len(t.items):
        item = t.items[following]
        gap = t.between(last, item.first)
        glue = t.glue(last, item.first)
        if any(c in _SENTENCE_END for c in glue) or not _countries(item):
            break
        if not used:
            if _breaks(glue) or len(gap) > 4 or any(f not in w["of"] for f in gap):
                break
            if item.category == "country" and t.lexicon.names.of_required and not gap:
                break
            if (
                item.category == "demonym"
                and t.lexicon.names.capital_demonyms
                and not t.lexicon.names.of_required
            ):
                break
            if item.category == "demonym" and t.lexicon.language in ("en", "de", "tr"):
                break
        else:
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


def _pair(t: _Text, k: int) -> tuple[str, ...]:
    """The two countries a text speaks of before the item at k (for `the two presidents`), () when it is not just two."""
    seen: dict[str, int] = {}
    for item in t.items[:k]:
        for code in _countries(item):
            seen[code] = seen.get(code, 0) + 1
    top = sorted(seen, key=lambda c: (-seen[c], c))
    if len(top) == 2 or (len(top) > 2 and seen[top[1]] > seen[top[2]]):
        return tuple(sorted(top[:2]))
    return ()


def _owners(t: _Text, item: Item, kinds: tuple[str, ...]) -> set[str]:
    """The countries for which a named person has held an office of one of the types."""
    return {
        office.partition(":")[0]
        for e in item.entries
        for office, _ in t.lexicon.actors.people[e.id].terms
        if office.partition(":")[2] in kinds
    }


def _next_owner(t: _Text, at: int, kinds: tuple[str, ...]) -> set[str]:
    """The country of the second person of `Presidents A and B`, when both have held the office."""
    if at + 1 >= len(t.items) or t.items[at + 1].category not in ("person", "surname"):
        return set()
    gap = t.between(t.items[at].last, t.items[at + 1].first)
    if len(gap) != 1 or gap[0] not in t.lexicon.names.words["and"]:
        return set()
    owners = _owners(t, t.items[at + 1], kinds)
    return owners if len(owners) == 1 else set()


def _apposed(t: _Text, k: int, kinds: tuple[str, ...], plural: bool | None) -> tuple[str, ...]:
    """The country of a person who stands right beside a bare role and has held it (Defence Minister Viktor Khrenin)."""
    rank = t.lexicon.names.words["rank"]
    for other in (k + 1, k - 1):
        if not 0 <= other < len(t.items) or t.items[other].category not in ("person", "surname"):
            continue
        item, here = t.items[other], t.items[k]
        low, high = (here.last, item.first) if other > k else (item.last, here.first)
        gap = t.between(low, high)
        if len(gap) > 3 or any(f not in rank | t.lexicon.names.words["of"] for f in gap):
            continue
        if any(c in ".!?;\n" for c in t.glue(low, high).replace(". ", "" if gap else ". ")):
            continue
        owners = _owners(t, item, kinds)
        if len(owners) != 1:
            continue
        if other > k and plural is not False:
            owners |= _next_owner(t, other, kinds)
        return tuple(sorted(owners))
    return ()


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
    t = _Text(words, text, items, lexicon)
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


def _attach(t: _Text, k: int, taken: set[int]) -> Role:
    item, actors = t.items[k], t.lexicon.actors
    numbers = {e.plural for e in item.entries}
    plural = None if len(numbers) > 1 or numbers == {None} else numbers.pop()
    kinds = tuple(dict.fromkeys(e.id for e in item.entries))
    first, used, marks = _left(t, k, plural)
    used = [u for u in used if u not in taken]
    if not used:
        first = min(first, item.first)
    last = item.last
    codes = [c for u in used for c in _countries(t.items[u])] or list(item.origin)
    if not codes:
        last, used = _right(t, k, plural)
        used = [u for u in used if u not in taken]
        if not used:
            last = item.last
        codes = [c for u in used for c in _countries(t.items[u])]
    if not codes:
        codes = list(_apposed(t, k, kinds, plural))
    if not codes and ("both" in marks or plural is True):
        codes = list(_pair(t, k)) if "both" in marks else []
    countries = tuple(dict.fromkeys(codes))
    many = len(countries) > 1
    prefix = "former-" if "former" in marks else "deputy-" if "deputy" in marks else ""
    offices = tuple(
        f"{office.partition(':')[0]}:{prefix}{office.partition(':')[2]}"
        for kind in kinds
        for office in _offices(actors, kind, countries or (UNKNOWN,), many)
    )
    return Role(first, last, offices, countries, actors.offices[kinds[0]].kind, tuple(used))


def _counterpart(t: _Text, k: int, taken: set[int], roles: dict[int, Role]) -> Role | None:
    """A counterpart has the office of the last role before it and the country of its own adjective."""
    first, used, _ = _left(t, k, None)
    last = t.items[k].last
    codes = [c for u in used for c in _countries(t.items[u])] or list(t.items[k].origin)
    if not codes:
        first = t.items[k].first
        last, used = _right(t, k, None)
        codes = [c for u in used for c in _countries(t.items[u])]
    countries = tuple(dict.fromkeys(codes))
    if not countries:
        return None
    kinds = _office_before(t, k, countries, roles)
    offices = tuple(f"{c}:{kind}" for c in countries for kind in kinds)
    return Role(
        first, last, offices or tuple(f"{c}:{UNKNOWN}" for c in countries), countries, "office", tuple(used)
    )


def _office_before(t: _Text, k: int, countries: tuple[str, ...], roles: dict[int, Role]) -> tuple[str, ...]:
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


def resolve_role(office: str | Mention, date: DateInterval) -> tuple[str, ...]:
    """Who held an office on a date.

    Args:
        office: an office id (`IRN:defence-minister`) or an office mention (all of its offices).
        date: when; an unknown date allows every holder.

    Returns:
        ids of the people whose term the date allows, in the order of their terms: more than one is an open ambiguity, none
        means that none is known. Former and deputy offices, and `*` for an unknown country, have no holders.
    """
    actors = load_actors()
    wanted = (office,) if isinstance(office, str) else office.entities
    found: dict[str, None] = {}
    for one in wanted:
        for pid, term in actors.holders.get(one, ()):
            if term.intersect(date) is not None:
                found[pid] = None
    return tuple(found)


def terms_of(person_id: str) -> tuple[tuple[str, DateInterval], ...]:
    """The offices a person held, with the days on which they were held as far as known; () for an unknown id."""
    person = load_actors().people.get(person_id)
    return () if person is None else person.terms
