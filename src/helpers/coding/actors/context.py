"""What a text says around a role: words and punctuation between matches, and the countries that other words speak for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.coding.actors.lexicon import Lexicon
from helpers.coding.actors.matcher import Item
from helpers.coding.actors.normalise import Token

SENTENCE_END = frozenset(".!?;\n:؛؟")
_WINDOW = (
    400  # matches that are looked through for the two countries of a text: enough for an article, and a bound
)


@dataclass(frozen=True, slots=True)
class RoleText:
    """A text with its words and matches, as the rules about roles look at it."""

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


def countries_of(item: Item) -> tuple[str, ...]:
    """The countries a country name or an adjective of origin stands for, () for any other match."""
    return tuple(e.id for e in item.entries) if item.category in ("country", "demonym") else ()


def breaks(glue: str) -> bool:
    """True when a comma or the end of a sentence stands between two words."""
    return any(c in SENTENCE_END for c in glue) or "," in glue or "،" in glue


def country_of_body(t: RoleText, k: int) -> list[str]:
    """The country of the body whose own name stands in a role (speaker of the Majlis), where only one country has it."""
    item, bodies = t.items[k], t.lexicon.actors.organisations
    for at in range(item.first, item.last):
        for rest, entry in t.lexicon.first.get(t.words[at].form) or ():
            body = bodies.get(entry.id) if entry.category == "entity" else None
            if body is None or body.country is None or at + 1 + len(rest) > item.last:
                continue
            if all(t.words[at + 1 + n].form in forms for n, forms in enumerate(rest)):
                return [body.country]
    return []


def country_of_institution(t: RoleText, k: int) -> list[str]:
    """The country of the institution a role is of (chief of staff of the Iranian armed forces)."""
    if k + 2 >= len(t.items) or t.items[k + 1].category != "demonym" or t.items[k + 2].category != "role":
        return []
    role, adjective, body = t.items[k : k + 3]
    gap = t.between(role.last, adjective.first)
    if not gap and t.lexicon.names.of_required:
        return []
    if body.first != adjective.last or any(f not in t.lexicon.names.words["of"] for f in gap) or len(gap) > 3:
        return []
    if t.lexicon.actors.offices[body.entries[0].id].kind != "organisation" or breaks(
        t.glue(role.last, adjective.first)
    ):
        return []
    return list(countries_of(adjective))


def institution_after(t: RoleText, k: int) -> int:
    """Position of the institution a role is of, when it stands right after it (chief of staff, armed forces of Iran); else 0."""
    if k + 1 >= len(t.items) or t.items[k + 1].category != "role":
        return 0
    role, body = t.items[k : k + 2]
    if t.lexicon.actors.offices[body.entries[0].id].kind != "organisation" or breaks(
        t.glue(role.last, body.first)
    ):
        return 0
    gap = t.between(role.last, body.first)
    return k + 1 if len(gap) <= 2 and all(f in t.lexicon.names.words["of"] for f in gap) else 0


def two_countries(t: RoleText, k: int) -> tuple[str, ...]:
    """The two countries a text speaks of (for `the two presidents`), () when it is not just two.

    What stands before the words decides; when that names fewer than two countries, the whole text.
    """
    return _two_of(t, t.items[max(0, k - _WINDOW) : k]) or _two_of(
        t, t.items[max(0, k - _WINDOW) : k + _WINDOW]
    )


def _two_of(t: RoleText, items: Sequence[Item]) -> tuple[str, ...]:
    """The two countries that are named most among some items, () when there are fewer or no clear two."""
    seen: dict[str, int] = {}
    actors = t.lexicon.actors
    for item in items:
        codes = countries_of(item) or item.origin
        if item.category in ("person", "surname"):
            codes = tuple({actors.people[e.id].country for e in item.entries})
        elif item.category == "city":
            codes = tuple({actors.cities[e.id].country for e in item.entries if actors.cities[e.id].capital})
        for code in codes if len(codes) == 1 or item.origin else ():
            seen[code] = seen.get(code, 0) + 1
    top = sorted(seen, key=lambda c: (-seen[c], c))
    if len(top) == 2 or (len(top) > 2 and seen[top[1]] > seen[top[2]]):
        return tuple(sorted(top[:2]))
    return ()


def of_both(t: RoleText, k: int) -> bool:
    """True when `of the two countries`, `beider Länder` or the like follows within three words."""
    w, last = t.lexicon.names.words, t.items[k].last
    for at in range(last, min(last + 4, len(t.words))):
        if any(c in SENTENCE_END for c in t.glue(at, at)):
            return False
        if t.words[at].form in w["both"]:
            return True
        if t.words[at].form not in w["of"]:
            return False
    return False


def _owners(t: RoleText, item: Item, kinds: tuple[str, ...]) -> set[str]:
    """The countries for which a named person has held an office of one of the types."""
    return {
        office.partition(":")[0]
        for e in item.entries
        for office, _ in t.lexicon.actors.people[e.id].terms
        if office.partition(":")[2] in kinds
    }


def _next_owner(t: RoleText, at: int, kinds: tuple[str, ...]) -> set[str]:
    """The country of the second person of `Presidents A and B`, when both have held the office."""
    if at + 1 >= len(t.items) or t.items[at + 1].category not in ("person", "surname"):
        return set()
    gap = t.between(t.items[at].last, t.items[at + 1].first)
    if len(gap) != 1 or gap[0] not in t.lexicon.names.words["and"]:
        return set()
    owners = _owners(t, t.items[at + 1], kinds)
    return owners if len(owners) == 1 else set()


def country_of_apposed(t: RoleText, k: int, kinds: tuple[str, ...], plural: bool | None) -> tuple[str, ...]:
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


def country_of_named(t: RoleText, k: int) -> list[str]:
    """The country of the person named right after a counterpart (his counterpart Viktor Khrenin)."""
    if k + 1 >= len(t.items) or t.items[k + 1].category not in ("person", "surname"):
        return []
    gap = t.between(t.items[k].last, t.items[k + 1].first)
    if len(gap) > 3 or any(f not in t.lexicon.names.words["rank"] for f in gap):
        return []
    codes = {t.lexicon.actors.people[e.id].country for e in t.items[k + 1].entries}
    return sorted(codes) if len(codes) == 1 else []
