"""Which person a name means: given names, titles, the rest of the text and overlapping surnames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.actors.config import Actors
from helpers.coding.actors.lexicon import Lexicon
from helpers.coding.actors.matcher import Item
from helpers.coding.actors.normalise import Token


def settle_people(items: list[Item], words: Sequence[Token], text: str, lexicon: Lexicon) -> list[Item]:
    """Drop surnames that are ordinary words here and narrow shared ones, as far as the text tells; the rest stays open.

    A surname alone counts when it is rare, or when the text holds the person's full name, or when an office or title stands
    beside it. Another person's given name before it (Viktor Lukashenko) makes it another person.
    """
    actors = lexicon.actors
    named = {e.id for item in items if item.category == "person" for e in item.entries}
    out: list[Item] = []
    for position, found in enumerate(items):
        item = found
        if item.category in ("country", "city") and _is_personal(item, words, text, lexicon, items, position):
            continue
        if item.category == "demonym" and _is_surname(item, words, text, lexicon):
            continue
        if item.category == "person" and len(item.entries) > 1:
            item = _narrow(item, actors, named, _beside(items, position, words, actors))
        if item.category != "surname":
            out.append(item)
            continue
        if _other_given(item, words, text, lexicon, items, position):
            continue
        beside = _beside(items, position, words, actors)
        narrowed = _narrow(item, actors, named, beside)
        kept = tuple(
            e
            for e in narrowed.entries
            if not _guarded(actors, e.id, lexicon.language)
            or e.id in named
            or (
                not _continued(item, words, text, lexicon)
                and (
                    any(_fits(actors, e.id, c) for c in _joined(items, position, words))
                    or _titled(item, words, text, lexicon)
                )
            )
        )
        if kept:
            out.append(replace(narrowed, entries=kept))
    return out


def _guarded(actors: Actors, pid: str, language: str) -> bool:
    guard = actors.people[pid].guard
    return "all" in guard or language in guard


def _close(words: Sequence[Token], left: int, right: int, text: str) -> bool:
    """True when only a space, hyphen or quotation mark parts two neighbouring words."""
    return text[words[left].end : words[right].start].strip(" \u00a0-'’\u200c") == ""


def _titled(item: Item, words: Sequence[Token], text: str, lexicon: Lexicon) -> bool:
    before = item.first - 1
    return (
        before >= 0
        and len(words[item.first].form) > 3
        and words[before].form in lexicon.names.words["rank"] - lexicon.names.words["kin"]
        and text[words[before].end : words[item.first].start].strip(" .\u00a0\u200c") == ""
    )


def _continued(item: Item, words: Sequence[Token], text: str, lexicon: Lexicon) -> bool:
    """True when a capitalised word that is no pattern follows at once: what looked like a surname goes on (Kim Jensen)."""
    after = item.last
    return (
        after < len(words)
        and words[after].upper
        and text[words[after - 1].end : words[after].start] == " "
        and words[after].form not in lexicon.first
    )


def _joined(items: list[Item], position: int, words: Sequence[Token]) -> list[tuple[str | None, str]]:
    """(country, office type) of roles that touch the name but for two words at most."""
    item = items[position]
    out: list[tuple[str | None, str]] = []
    for k in (position - 1, position + 1):
        if not 0 <= k < len(items) or items[k].category != "role":
            continue
        low, high = (items[k].last, item.first) if k < position else (item.last, items[k].first)
        if high - low <= 2:
            out += [(code, e.id) for e in items[k].entries for code in items[k].origin or (None,)]
    return out


def _other_given(
    item: Item, words: Sequence[Token], text: str, lexicon: Lexicon, items: list[Item], position: int
) -> bool:
    """True when a known given name that is not the person's stands right before the surname.

    Given names with the same three first letters are one name in another spelling (Viktor, Viktar, Viktoras). A word in
    small letters before a surname with a capital is no name.
    """
    before = item.first - 1
    if before < 0 or (position and items[position - 1].last == item.first):
        return False
    actors, ranks = lexicon.actors, lexicon.names.words["rank"]
    token = words[before]
    if token.form in ranks or token.form not in lexicon.given or not _close(words, before, item.first, text):
        return False
    if text[token.start].islower() and text[words[item.first].start].isupper():
        return False  # W marcu Łukaszenka: a month, for Marcus would have its capital as the surname has
    own = {
        w[:3]
        for e in item.entries
        for spelling in actors.people[e.id].names.values()
        for n in spelling
        for w in (*n.before, *n.after)
    }
    return token.form[:3] not in own


def _beside(
    items: list[Item], position: int, words: Sequence[Token], actors: Actors
) -> list[tuple[str | None, str]]:
    """(country, office type) of roles and (country, '') of adjectives within five words before or two after."""
    item = items[position]
    out: list[tuple[str | None, str]] = []
    for k in range(max(0, position - 3), min(len(items), position + 3)):
        other = items[k]
        if k == position or other.first < item.first - 7 or other.last > item.last + 5:
            continue
        if other.category == "role":
            for e in other.entries:
                for code in other.origin or (None,):
                    out.append((code, e.id))
        elif other.category in ("demonym", "country"):
            out += [(e.id, "") for e in other.entries]
    return out


def _fits(actors: Actors, pid: str, clue: tuple[str | None, str]) -> bool:
    country, kind = clue
    person = actors.people[pid]
    if country is not None and person.country != country:
        return False
    return not kind or any(office.partition(":")[2] == kind for office, _ in person.terms)


def _narrow(item: Item, actors: Actors, named: set[str], beside: list[tuple[str | None, str]]) -> Item:
    """Keep the readings that the full names of the text, or the office and country beside the name, speak for."""
    entries = item.entries
    if len(entries) < 2:
        return item
    for keep in (
        tuple(e for e in entries if e.id in named) if item.category == "surname" else (),
        tuple(e for e in entries if any(kind and _fits(actors, e.id, (c, kind)) for c, kind in beside)),
        tuple(e for e in entries if any(_fits(actors, e.id, clue) for clue in beside if clue[0])),
    ):
        if keep:
            return replace(item, entries=keep)
    return item


def _is_surname(item: Item, words: Sequence[Token], text: str, lexicon: Lexicon) -> bool:
    """Андрій Швед: a word for somebody of a country, right behind a given name and with a capital as it has, is a surname."""
    before = item.first - 1
    if before < 0 or item.last - item.first > 1 or not words[item.first].upper or not words[before].upper:
        return False
    return words[before].form in lexicon.given and _close(words, before, item.first, text)


def _is_personal(
    item: Item, words: Sequence[Token], text: str, lexicon: Lexicon, items: list[Item], position: int
) -> bool:
    """True when a country or city that is also a personal name stands as one (Jim Jordan, Georgia Meloni)."""
    if item.last - item.first > 1 or words[item.first].form not in lexicon.names.first_names:
        return False
    before, after = item.first - 1, item.last
    near = before >= 0 and _close(words, before, item.first, text)
    if near and (words[before].form in lexicon.names.words["kin"] or words[before].form in lexicon.given):
        return True
    if after >= len(words) or not words[after].upper or not _close(words, item.first, after, text):
        return False
    if position + 1 < len(items) and items[position + 1].first == after:
        return False
    return not _is_headline(words, item.first, text)


def _is_headline(words: Sequence[Token], at: int, text: str) -> bool:
    """True when most long words of the line begin with a capital letter, so that capitals say nothing."""
    begin, end = words[at].start, words[at].end
    low, high = text.rfind("\n", max(0, begin - 300), begin) + 1, text.find("\n", end, end + 300)
    high = end + 300 if high < 0 else high
    line = [w for w in words[max(0, at - 30) : at + 30] if low <= w.start < high and len(w.form) > 3]
    return sum(w.upper for w in line) > 0.6 * len(line) and len(line) > 3
