"""The forms of Russian, Ukrainian, Belarusian and Polish verbs from their principal parts; one pattern a grammatical form.

A verb of the lexicon is written `подписать/подпишут`: the infinitive and the third person plural (Polish: singular). What does
not follow by rule stands behind further slashes: the masculine and feminine past (`past=принес+принесла`), the passive
participle (`part=принят`; `part=-` for none, of a reflexive verb for no active ones: вернувшийся tells of no journey), another
person (`also=передаст`). `i` marks an imperfective verb, whose present is a present and no future, and whose reflexive is its
passive (`pass=-`: it means something else). Words behind stay as they are, with gaps and alternatives as in any pattern:
`провести/проведут .. переговор*|встреч*`.

Sources of the rules: Русская грамматика (1980) §§ 1578-1650; Українська граматика (Вихованець); Беларуская граматыка (1985); Bańko, Wykłady
z polskiej fleksji. Rare persons (I, you) are left out: papers tell of him, her, them and us.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Forms = dict[str, list[str]]
_VOWELS = "аеиоуыэюяіїєё"
_TAGS = ("past", "part", "also", "pass")


@dataclass(frozen=True, slots=True)
class PrincipalParts:
    """What a lexicon's entry says of a verb.

    Attributes:
        infinitive: without the reflexive ending or word.
        person: third person (plural, in Polish singular), without it.
        reflexive: there is one.
        imperfective: the present is a present, not a future.
        past: masculine and feminine past, () where they follow from the infinitive.
        participles: passive participles without their endings; None where they follow by rule.
        also: more forms of the present.
        rest: what stands behind the verb in the pattern, with a blank before it, or ''.
        passive: the reflexive of an imperfective verb says what is being done.
    """

    infinitive: str
    person: str
    reflexive: bool
    imperfective: bool
    past: tuple[str, ...]
    participles: tuple[str, ...] | None
    also: tuple[str, ...]
    rest: str
    passive: bool


def read_principal_parts(entry: str, endings: tuple[str, ...], reflexive: tuple[str, ...]) -> PrincipalParts:
    """Read an entry.

    Args:
        entry: as the lexicon has it.
        endings: how infinitives of the language end.
        reflexive: reflexive endings, or one word with a blank before it (Polish się).

    Raises:
        ValueError: no infinitive of the language, no third person, an unknown tag.
    """
    head, _, rest = entry.partition(" ")
    infinitive, *more = head.split("/")
    tags = {tag: value.split("+") for tag, _, value in (m.partition("=") for m in more if "=" in m)}
    persons = [m for m in more if "=" not in m and m != "i"]
    if len(persons) != 1 or not set(tags) <= set(_TAGS):
        raise ValueError(
            f"{entry!r}: an infinitive, one third person and, behind slashes, {', '.join(t + '=' for t in _TAGS)} or i"
        )
    person, found = persons[0], False
    for ending in reflexive:
        if ending.startswith(" "):
            first, _, after = rest.partition(" ")
            found, rest = (True, after) if first == ending.strip() else (False, rest)
        elif infinitive.endswith(ending):
            found, infinitive = True, infinitive.removesuffix(ending)
            person = next(
                (person.removesuffix(r) for r in reflexive if person.endswith(r)), person
            )  # вестись, ведутся
            break
    if not infinitive.endswith(endings):
        raise ValueError(f"{infinitive!r} in {entry!r} is no infinitive: it must end in {', '.join(endings)}")
    participles = None if "part" not in tags else tuple(p for p in tags["part"] if p != "-")
    return PrincipalParts(
        infinitive, person, found, "i" in more, tuple(tags.get("past", ())), participles, tuple(tags.get("also", ())), f" {rest}" if rest else "",
        "pass" not in tags,
    )  # fmt: skip


def _join(words: Iterable[str], rest: str) -> list[str]:
    alternatives = "|".join(dict.fromkeys(words))
    return [alternatives + rest] if alternatives else []


@dataclass(frozen=True, slots=True)
class _Eastern:
    """What sets the three East Slavic languages apart.

    Attributes:
        infinitives: endings of infinitives.
        reflexive: reflexive endings of the infinitive.
        add_reflexive: a form with its reflexive endings.
        past: endings of the past: masculine, feminine, neuter, plural.
        gerund: of the perfective, behind a vowel.
        persons: ending of the third person plural -> those of the third singular and of the first plural.
        soft: last consonants before the -е of the third singular that change (ідуць, ідзе).
        changes: last consonants of a stem in -и- before the -ен- of the participle.
        endings: of the passive participle behind -н and -т.
        i_stems: how a stem in -и- ends in the infinitive.
    """

    infinitives: tuple[str, ...]
    reflexive: tuple[str, ...]
    add_reflexive: Callable[[str], list[str]]
    past: tuple[str, str, str, str]
    gerund: str
    persons: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    soft: tuple[tuple[str, str], ...]
    changes: tuple[tuple[str, tuple[str, ...]], ...]
    endings: tuple[str, ...]
    i_stems: tuple[str, ...]


def _conjugate_eastern(entry: str, language: _Eastern) -> Forms:
    parts = read_principal_parts(entry, language.infinitives, language.reflexive)
    ending = next(e for e in language.infinitives if parts.infinitive.endswith(e))
    stem = parts.infinitive.removesuffix(ending)
    he, she, it, they = language.past
    past = [*parts.past, stem + he][:1]
    base = parts.past[1].removesuffix(she) if len(parts.past) > 1 else past[0].removesuffix(he)
    past += [base + she, base + it, base + they]
    gerunds = [stem + language.gerund] if stem[-1:] in _VOWELS and past[0] == stem + he else []
    third, first, root = _persons_of(parts.person, language)
    third += parts.also
    now = "present" if parts.imperfective else "future"
    while_it_lasts = [_present_gerund(third[0], language)] if parts.imperfective else []
    if parts.reflexive:
        plain = {"past": [*past, *gerunds], now: [*third, *first], "infinitive": [parts.infinitive]}
        found_by = {
            form: [r for w in found for r in language.add_reflexive(w)] for form, found in plain.items()
        }
        if language is RUSSIAN and parts.participles is None:  # встретившиеся, ведущаяся
            before, current = _active_participles(stem, third, gerunds)
            found_by["past"] += [w + "ся" for w in before]
            found_by[now] += [w + "ся" for w in (current if parts.imperfective else ())]
        found_by[now] += [g + ("ся" if language is BELARUSIAN else "сь") for g in while_it_lasts]
        return {form: _join(found, parts.rest) for form, found in found_by.items()}
    participles = parts.participles
    if participles is None:
        participles = () if parts.imperfective else tuple(_eastern_participles(stem, root, language))
    active = _active_participles(stem, third, gerunds) if language is RUSSIAN else ([], [])
    forms: Forms = {
        "past": _join(
            [*past, *gerunds, *(stem + e for e in ("в",) if language is RUSSIAN and gerunds), *active[0]],
            parts.rest,
        ),
        now: _join([*third, *first, *(active[1] if parts.imperfective else ()), *while_it_lasts], parts.rest),
        "infinitive": _join([parts.infinitive], parts.rest),
        "participle": _join([w for p in participles for w in _decline_passive(p, language)], parts.rest),
    }
    if parts.imperfective and parts.passive:  # подписывается, строился завод: what is being done
        forms[now] += _join([f for p in third for f in language.add_reflexive(p)], parts.rest)
        forms["past"] += _join([f for p in past for f in language.add_reflexive(p)], parts.rest)
    return forms


def _persons_of(plural: str, language: _Eastern) -> tuple[list[str], list[str], str]:
    """The third persons, the first of the plural, and the stem of the present."""
    for ending, singular, first in language.persons:
        if plural.endswith(ending):
            root = plural.removesuffix(ending)
            softened = next((root.removesuffix(a) + b for a, b in language.soft if root.endswith(a)), root)
            return [plural, *(softened + s for s in singular)], [softened + f for f in first], root
    raise ValueError(
        f"{plural!r} is no third person plural: it must end in {', '.join(p[0] for p in language.persons)}"
    )


def _eastern_participles(stem: str, root: str, language: _Eastern) -> list[str]:
    if stem.endswith(language.i_stems):
        for old, new in language.changes:
            if stem[:-1].endswith(old):
                return [stem[:-1].removesuffix(old) + n for n in new]
        return [stem[:-1] + "ен"]
    if language is UKRAINIAN and stem.endswith(("ува", "юва")):  # парафований, анульований
        return [stem[:-3] + ("ьован" if stem.endswith("юва") else "ован")]
    if stem.endswith(("а", "я")):
        return [stem + "н"]
    if stem.endswith(("е", "і", "э")):
        return [stem[:-1] + "ен"]
    return [stem + "т"] if stem[-1:] in _VOWELS else [root + "ен"]


def _present_gerund(plural: str, language: _Eastern) -> str:
    """Подписывая, підписуючи, падпісваючы: made from the third person plural of the present."""
    if language is RUSSIAN:
        root = plural[:-2]
        return root + ("а" if root[-1:] in "жшщч" else "я")
    if language is UKRAINIAN:
        return plural.removesuffix("ть") + "чи"
    return plural.removesuffix("ць") + "чы"


_ACTIVE_ENDINGS = ("ий", "ая", "ее", "ие", "его", "ей", "ему", "ую", "им", "ем", "их", "ими")


def _active_participles(stem: str, third: list[str], gerunds: list[str]) -> tuple[list[str], list[str]]:
    """Of the past (подписавший) and of the present (ведущий), declined; the first only behind a vowel."""
    past = [stem + "вш" + e for e in _ACTIVE_ENDINGS] if gerunds else []
    return past, [third[0].removesuffix("т") + "щ" + e for e in _ACTIVE_ENDINGS]


def _decline_passive(participle: str, language: _Eastern) -> list[str]:
    """Подписанный, принятый: the Russian long form doubles the -н-, not the -т-."""
    single = participle.endswith("т")
    return [participle + (e.removeprefix("н") if single else e) for e in language.endings]


def _russian_reflexive(form: str) -> list[str]:
    return [form + ("сь" if form[-1] in _VOWELS else "ся")]


def _ukrainian_reflexive(form: str) -> list[str]:
    if form[-1] in "еє":
        return [form + "ться"]
    return [form + "ся", *([form + "сь"] if form[-1] in _VOWELS else [])]


def _belarusian_reflexive(form: str) -> list[str]:
    if form.endswith("ць"):
        return [form.removesuffix("ць") + "цца"]
    return [form + ("цца" if form[-1] in "еаэ" and not form.endswith("ла") else "ся")]


_LABIALS = (("б", ("блен",)), ("п", ("плен",)), ("м", ("млен",)), ("ф", ("флен",)))
RUSSIAN = _Eastern(
    infinitives=("ть", "ти", "чь"), reflexive=("ся", "сь"), add_reflexive=_russian_reflexive, past=("л", "ла", "ло", "ли"), gerund="вши",
    persons=(("ут", ("ет",), ("ем",)), ("ют", ("ет",), ("ем",)), ("ат", ("ит",), ("им",)), ("ят", ("ит",), ("им",))),
    soft=(("г", "ж"), ("к", "ч")),
    changes=(
        ("ст", ("щен",)), ("в", ("влен",)), ("д", ("жен", "жден")), ("т", ("чен", "щен")), ("з", ("жен",)), ("с", ("шен",)), *_LABIALS,
    ),
    endings=("", "а", "о", "ы", "ный", "ная", "ное", "ные", "ного", "ной", "ному", "ную", "ным", "ном", "ных", "ными"), i_stems=("и",),
)  # fmt: skip
UKRAINIAN = _Eastern(
    infinitives=("ти",), reflexive=("ся", "сь"), add_reflexive=_ukrainian_reflexive, past=("в", "ла", "ло", "ли"), gerund="вши",
    persons=(
        ("уть", ("е",), ("емо",)), ("ють", ("є",), ("ємо",)), ("ать", ("ить",), ("имо",)), ("лять", ("ить", "лить"), ("имо", "лимо")),
        ("ять", ("ить", "їть"), ("имо", "їмо")),
    ),
    soft=(),
    changes=(
        ("ст", ("щен",)), ("в", ("влен",)), ("д", ("джен",)), ("т", ("чен",)), ("з", ("жен",)), ("с", ("шен",)), *_LABIALS,
    ),
    endings=("ий", "а", "е", "і", "о", "ого", "ої", "ому", "у", "им", "ій", "их", "ими"), i_stems=("и", "ї"),
)  # fmt: skip
BELARUSIAN = _Eastern(
    infinitives=("ць", "ці", "чы"), reflexive=("ся",), add_reflexive=_belarusian_reflexive, past=("ў", "ла", "ло", "лі"), gerund="ўшы",
    persons=(
        ("уць", ("е", "а", "э"), ("ем", "ам", "эм")), ("юць", ("е",), ("ем",)), ("аць", ("ыць",), ("ым",)), ("яць", ("іць",), ("ім",)),
    ),
    soft=(("д", "дз"), ("т", "ц"), ("г", "ж"), ("к", "ч")),
    changes=(
        ("сц", ("шчан",)), ("в", ("ўлен",)), ("дз", ("джан",)), ("ц", ("чан",)), ("з", ("жан",)), ("с", ("шан",)), ("ч", ("чан",)), ("ш", ("шан",)),
        ("ж", ("жан",)), *_LABIALS,
    ),
    endings=("ы", "а", "ая", "ае", "ыя", "ую", "ага", "ай", "аму", "ым", "ых", "ымі"), i_stems=("і", "чы", "шы", "жы"),
)  # fmt: skip


def conjugate_russian(entry: str) -> Forms:
    """Forms of a Russian verb: past with its gerund, present or future, infinitive, passive participle.

    Raises:
        ValueError: the entry is not as the module says.
    """
    return _conjugate_eastern(entry, RUSSIAN)


def conjugate_ukrainian(entry: str) -> Forms:
    """Forms of a Ukrainian verb, with the impersonal in -но, -то and the future in -тиме of imperfective verbs.

    Raises:
        ValueError: the entry is not as the module says.
    """
    forms = _conjugate_eastern(entry, UKRAINIAN)
    parts = read_principal_parts(entry, UKRAINIAN.infinitives, UKRAINIAN.reflexive)
    if parts.imperfective:
        ends = ("меться", "муться", "мемося") if parts.reflexive else ("ме", "муть", "мемо")
        forms["future"] = _join([parts.infinitive + e for e in ends], parts.rest)
    return forms


def conjugate_belarusian(entry: str) -> Forms:
    """Forms of a Belarusian verb; the reflexive infinitive in -цца has swallowed its -ць (сустрэцца, сустрэўся).

    Raises:
        ValueError: the entry is not as the module says.
    """
    head, blank, rest = entry.partition(" ")
    infinitive, *more = head.split("/")
    if infinitive.endswith("цца"):
        infinitive = infinitive.removesuffix("цца") + "цься"
    plain = [m.removesuffix("цца") + "ць" if m.endswith("цца") and "=" not in m else m for m in more]
    return _conjugate_eastern("/".join([infinitive, *plain]) + blank + rest, BELARUSIAN)


_POLISH_PLURALS = (
    ("będzie", "będą"), ("jdzie", "jdą"), ("jedzie", "jadą"), ("niesie", "niosą"), ("weźmie", "wezmą"), ("oże", "ogą"), ("bierze", "biorą"),
    ("poprze", "poprą"), ("powie", "powiedzą"), ("rozumie", "rozumieją"),
    ("ści", "szczą"), ("si", "szą"), ("ździ", "żdżą"), ("dzi", "dzą"), ("zi", "żą"), ("ie", "ą"), ("e", "ą"), ("ci", "cą"), ("li", "lą"), ("i", "ią"), ("y", "ą"), ("a", "ają"),
)  # fmt: skip
_POLISH_CHANGES = (
    ("ści", "szczon"),
    ("ci", "con"),
    ("dzi", "dzon"),
    ("zi", "żon"),
    ("si", "szon"),
    ("li", "lon"),
    ("i", "ion"),
    ("y", "on"),
)
_POLISH_ENDINGS = ("y", "a", "e", "ego", "ej", "emu", "ą", "ym", "ych", "ymi")


def conjugate_polish(entry: str) -> Forms:
    """Forms of a Polish verb, with the impersonal in -no, -to; się may stand before the verb or behind it.

    Raises:
        ValueError: the entry is not as the module says.
    """
    parts = read_principal_parts(entry, ("ć", "c"), (" się",))
    stem = parts.infinitive[:-1]
    if parts.past:
        base = parts.past[0].removesuffix("ł")
        feminine = parts.past[-1].removesuffix("ła").removesuffix("ł")
    else:
        base = stem[:-2] + "ia" if stem.endswith("ie") else stem  # widzieć, widział
        feminine = base[:-1] + "ę" if base.endswith("ą") else base
    virile = stem if stem.endswith("ie") and not parts.past else feminine
    past = [base + "ł", feminine + "ła", feminine + "ło", virile + "li", feminine + "ły", virile + "liśmy"]
    plural = next(
        (parts.person.removesuffix(s) + p for s, p in _POLISH_PLURALS if parts.person.endswith(s)), ""
    )
    passives = (
        list(_polish_participles(stem, parts)) if parts.participles is None else list(parts.participles)
    )
    if parts.reflexive:
        passives = []
    now = "present" if parts.imperfective else "future"
    words = {
        "past": [*past, *(p + "o" for p in passives)],
        now: [parts.person, plural, parts.person + "my", *parts.also],
        "infinitive": [parts.infinitive],
        "possible": [w + "by" for w in past[:5]],  # podpisałby, podpisaliby
    }
    if parts.imperfective:  # jest przygotowywana; podpisując
        words["present"] += [p + e for p in passives for e in _POLISH_ENDINGS]
        words["present"] += [plural + "c"] if plural.endswith("ą") or plural.endswith("ją") else []
    else:
        virile_ends = [
            p[:-2] + "eni" if p.endswith("on") else p[:-1] + ("ni" if p[-1] == "n" else "ci")
            for p in passives
        ]
        words["participle"] = [p + e for p in passives for e in _POLISH_ENDINGS] + virile_ends
    forms: Forms = {}
    for form, found in words.items():
        joined = _join([w for w in found if w], "")
        if not joined:
            forms[form] = []
        elif parts.reflexive:
            forms[form] = [
                f"{joined[0]} się{parts.rest}",
                f"się .. {joined[0]}{parts.rest}",
            ]  # się nie spotkali, mają się w Mińsku spotkać
        else:
            forms[form] = [joined[0] + parts.rest]
    return forms


def _polish_participles(stem: str, parts: PrincipalParts) -> Iterable[str]:
    if stem.endswith(("i", "czy", "szy", "rzy", "ży")):
        return [next(stem.removesuffix(old) + new for old, new in _POLISH_CHANGES if stem.endswith(old))]
    if stem.endswith("a"):
        return [stem + "n"]
    if stem.endswith("ą"):  # osiągnięty, podjęty
        return [stem[:-1] + ("ięt" if stem.endswith("ną") else "ęt")]
    if stem.endswith("ie"):
        return [stem[:-1] + "an"]
    return [stem + "t"] if stem.endswith(("y", "u")) else []
