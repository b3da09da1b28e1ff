"""From a text to its mentions: words, patterns, people settled, roles given their countries."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from helpers.clean.agency_names import find_called_agencies
from helpers.clean.outlets import load_outlets
from helpers.coding.actors.attach import Role, attach_roles
from helpers.coding.actors.config import Actors, Person, load_actors
from helpers.coding.actors.lexicon import Lexicon, load_lexicon
from helpers.coding.actors.matcher import Item, find_items
from helpers.coding.actors.normalise import Token, tokens
from helpers.coding.actors.people import settle_people
from helpers.foundation.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_mentions(text: str, language: str) -> list[Mention]:
    """The people, offices, organisations, countries and cities a text names, in text order, not overlapping.

    Args:
        text: a sentence, a passage or a whole article; surnames and counterparts are settled within it, so more is better.
        language: ISO 639-1 code of one of the thirteen languages.

    Returns:
        mentions with offsets into `text`. An office that stands in the plural (`the presidents of Iran and Belarus`) has one
        office id and one country each; offices of one and the same country on a mention are an open ambiguity. An office
        whose country the text does not say has the country `*`.

    Raises:
        InputError: another language.
    """
    return mentions_of_words(tokens(text), text, load_lexicon(language))


def find_mentions_doc(doc: Doc) -> list[Mention]:
    """The mentions of a spaCy document, by its own language (`be` documents come from a blank `xx` pipeline).

    A document that went through the `dossier_actors` component has them already.
    """
    if doc.has_extension("mentions") and doc._.mentions is not None:
        return list(doc._.mentions)
    language = doc.lang_ if doc.lang_ != "xx" else "be"
    return find_mentions(doc.text, language)


def mentions_of_words(
    words: list[Token], text: str, lexicon: Lexicon, *, starts: Container[int] | None = None
) -> list[Mention]:
    """The mentions of a text whose words are known; `starts` from the spaCy component says where patterns may begin."""
    actors = lexicon.actors
    items = find_items(words, text, lexicon, shortest=actors.shortest_misprint, starts=starts)
    items = settle_people([i for i in items if i.category != "block"], words, text, lexicon)
    roles = attach_roles(items, words, text, lexicon)
    taken = {k for role in roles.values() for k in role.items}
    out: list[Mention] = []
    reach = 0
    for k, item in enumerate(items):
        if k in taken:
            continue
        if k in roles:
            if not roles[k].countries and all(
                actors.offices[e.id].vague for e in item.entries if e.id in actors.offices
            ):
                continue
            mention = _role_mention(roles[k], words, text, actors)
        elif item.category in ("counterpart", "role"):
            continue
        else:
            mention = _item_mention(item, words, text, actors)
        if mention.start >= reach:
            out.append(mention)
            reach = mention.end
    return _add_called_agencies(out, text)


def _add_called_agencies(mentions: list[Mention], text: str) -> list[Mention]:
    """With the agencies that only the words around them show (`the Mehr news agency`); what they cover is no place or person."""
    called = find_called_agencies(text)
    if not called:
        return mentions
    out = []
    for hit in called:
        inside = [m for m in mentions if m.start < hit.end and hit.start < m.end]
        if all(
            hit.start <= m.start and m.end <= hit.end and m.kind not in ("agency", "outlet") for m in inside
        ):
            mentions = [m for m in mentions if m not in inside]
            country = (hit.outlet.country,) if hit.outlet.country else ()
            out.append(
                Mention(
                    hit.start,
                    hit.end,
                    text[hit.start : hit.end],
                    hit.outlet.kind,
                    (hit.outlet.id,),
                    country,
                    hit.outlet.name,
                )
            )
    return sorted([*mentions, *out], key=lambda m: m.start)


def _role_mention(role: Role, words: list[Token], text: str, actors: Actors) -> Mention:
    start, end = words[role.first].start, words[role.last - 1].end
    label = _office_name(role.offices[0], actors) if len(role.offices) == 1 else ""
    label = label or text[start:end]
    countries = tuple(c for c in role.countries if c in actors.countries)  # the owner may be NATO
    return Mention(start, end, text[start:end], role.kind, role.offices, countries, label)


def _office_name(office: str, actors: Actors) -> str:
    """English name of an office (`former president of Iran`, `ambassador of Iran to Belarus`); '' when its type is not known."""
    owner, _, kind = office.partition(":")
    base, _, host = kind.partition("-to-")
    mark, _, plain = base.partition("-") if base.startswith(("former-", "deputy-")) else ("", "", base)
    if base in actors.offices:
        mark, plain = "", base
    if plain not in actors.offices:
        return ""
    where = actors.countries.get(owner) or (
        actors.organisations[owner].name if owner in actors.organisations else ""
    )
    parts = (
        mark,
        actors.offices[plain].name,
        f"of {where}" if where else "",
        f"to {actors.countries[host]}" if host else "",
    )
    return " ".join(p for p in parts if p)


def _item_mention(item: Item, words: list[Token], text: str, actors: Actors) -> Mention:
    start, end = words[item.first].start, words[item.last - 1].end
    ids = tuple(sorted({e.id for e in item.entries}))
    kind, label = item.category, text[start:end]
    if kind in ("country", "demonym"):
        countries, name = ids, actors.countries[ids[0]]
    elif kind == "city":
        countries, name = tuple(sorted({actors.cities[i].country for i in ids})), actors.cities[ids[0]].name
    elif kind == "entity":
        kind, name, country = _body(actors, ids[0])
        countries = (country,) if country else ()
    else:
        kind, name = "person", actors.people[ids[0]].name
        countries = tuple(sorted({actors.people[i].country for i in ids} & actors.countries.keys()))
    return Mention(start, end, text[start:end], kind, ids, countries, name if len(ids) == 1 else label)


def _body(actors: Actors, oid: str) -> tuple[str, str, str | None]:
    """Kind, name and country of an organisation, or of an agency or outlet in config/outlets.yml."""
    if oid in actors.organisations:
        body = actors.organisations[oid]
        return body.kind, body.name, body.country
    outlet = load_outlets().outlets[oid]
    return outlet.kind, outlet.name, outlet.country


def person(person_id: str) -> Person:
    """The person with an id.

    Raises:
        KeyError: nobody has it.
    """
    return load_actors().people[person_id]


def surname(person_id: str) -> str:
    """The canonical surname, as the actors column of the claims table holds it."""
    return load_actors().people[person_id].surname


def country_of_city(city_id: str) -> str:
    """ISO 3166 alpha-3 code of the country a city lies in."""
    return load_actors().cities[city_id].country


def is_capital(city_id: str) -> bool:
    """True when the city may stand for its government."""
    return load_actors().cities[city_id].capital
