"""The forms of Lithuanian verbs and their verbal nouns from the three principal parts of the dictionaries.

A verb of the lexicon is written `pasirašyti/pasirašo/pasirašė`: infinitive, third person present, third person past. Reflexive
ones as the dictionaries have them (`lankytis/lankosi/lankėsi`); `part=-` behind a fourth slash for a verb whose passive participles
say something else (what was offered is no offer). Words behind stay as they are. Source of the rules: Ambrazas (ed.),
Lithuanian Grammar, 1997, chapters on the verb (finite forms, participles, gerunds) and on nouns in -imas, -ymas.
"""

from __future__ import annotations

from collections.abc import Iterable

Forms = dict[str, list[str]]
# Endings of participles in -tas and -mas: nominative, genitive, dative, accusative, locative, both genders and numbers.
_ADJECTIVE = (
    "as",
    "a",
    "i",
    "os",
    "o",
    "am",
    "ai",
    "ą",
    "ame",
    "oje",
    "ų",
    "us",
    "iems",
    "oms",
    "uose",
    "ose",
    "u",
)
_NOUN = ("as", "o", "ui", "ą", "u", "e", "ai", "ų", "ams", "us", "ais", "uose")
# Who or what is to come: atvyksianti delegacija, vyksiantis posėdis.
_COMING = ("ianti", "iantis", "iantys", "iančios")
# The third person of the present -> its first plural; of the past likewise.
_FIRST = {"a": "ame", "ia": "iame", "i": "ime", "o": "ome", "ė": "ėme"}


def conjugate_lithuanian(entry: str) -> Forms:
    """Forms of a Lithuanian verb: simple and compound tenses, participles, gerunds, conditional, the denied ones, the verbal noun.

    Raises:
        ValueError: not three principal parts, or no infinitive in -ti or -tis.
    """
    head, _, rest = entry.partition(" ")
    principal = head.split("/")
    passive = principal[3:] != ["part=-"]
    principal = principal[:3] if not passive else principal
    if len(principal) != 3 or not principal[0].endswith(("ti", "tis")):
        raise ValueError(
            f"{entry!r}: infinitive in -ti or -tis, third person present and past, apart by slashes"
        )
    infinitive, present, past = principal
    reflexive = infinitive.endswith("tis")
    if reflexive:
        infinitive, present, past = infinitive[:-1], present.removesuffix("si"), past.removesuffix("si")
    stem = infinitive.removesuffix("ti")
    tail = f" {rest}" if rest else ""
    words = _of_reflexive(stem, present, past) if reflexive else _of_plain(stem, present, past)
    if not passive:
        words["participle"] = []
        words["present"] = [
            w for w in words["present"] if not w.startswith(present + "m") or w in _first(present)
        ]
    if tail and not reflexive:  # apžiūrėti gamyklą: beside an object the infinitive, no plural participle
        words["participle"] = [w for w in words["participle"] if w != infinitive]
    if reflexive:  # the particle moves between: nesilankė
        negated = [
            no + "si" + w for no in ("ne", "nebe") for w in (present, past, _future(stem), f"{stem}tų")
        ]
    else:
        told = ("past", "present", "future", "participle", "possible")
        negated = ["ne" + w for form in told for w in words.get(form, ())]
        negated += ["nebe" + w for form in told[:3] for w in words[form]]  # no longer
    words["negated"] = negated
    out: Forms = {}
    for form, found in words.items():
        joined = "|".join(dict.fromkeys(found))
        out[form] = [joined + tail] if joined else []
    done = "|".join(dict.fromkeys(_active(past, reflexive)))
    out["pluperfect"] = [f"buvo {done}{tail}"]
    if not reflexive and passive:
        done = "|".join(dict.fromkeys(_passive(stem)))
        out["future"] += [f"bus {done}{tail}"]
        out["negated"] += [f"nebuvo|nebus {done}{tail}"]
    if not rest:
        out["noun"] = ["|".join(_verbal_noun(stem, past, reflexive))]
    return out


def _of_plain(stem: str, present: str, past: str) -> dict[str, list[str]]:
    return {
        "past": [past, *_first(past), *_active(past, False), f"{_past_root(past)}us", *(stem + e for e in ("davo", "damas", "dama", "dami", "damos"))],
        "present": [present, *_first(present), *(present + "m" + e for e in ("as", "a", "i", "os", "ą")), _gerund(present)],
        "future": [_future(stem), _future(stem) + "ime", *(_future(stem) + e for e in _COMING)],
        "infinitive": [stem + "ti"],
        "participle": _passive(stem),
        "possible": [stem + "tų"],
    }  # fmt: skip


def _of_reflexive(stem: str, present: str, past: str) -> dict[str, list[str]]:
    future = _future(stem)
    long = {"a": "asi", "ia": "iasi", "i": "isi", "o": "osi", "ė": "ėsi"}
    return {
        "past": [_end(past, long), *_active(past, True), f"{_past_root(past)}usis", stem + "davosi", *(stem + e for e in ("damasis", "damasi", "damiesi"))],
        "present": [_end(present, long), f"{_gerund(present)}is"],
        "future": [future + "is", future + "imės"],
        "infinitive": [stem + "tis"],
        "possible": [stem + "tųsi"],
    }  # fmt: skip


def _end(form: str, endings: dict[str, str]) -> str:
    for ending in ("ia", "a", "i", "o", "ė"):
        if form.endswith(ending):
            return form.removesuffix(ending) + endings[ending]
    return form


def _first(form: str) -> list[str]:
    return [_end(form, _FIRST)]


def _past_root(past: str) -> str:
    """What stands before -us, -usi of the past participle: pasirašius, susitikus, skaičius."""
    return past[:-1] if past.endswith("o") else _palatal(past[:-1])


def _active(past: str, reflexive: bool) -> Iterable[str]:
    root, soft = past[:-1], _past_root(past)
    if reflexive:
        return [f"{root}ęsis", f"{soft}usis", f"{root}ęsi", f"{soft}usiosi", f"{soft}usisi"]
    return [
        f"{root}ęs",
        f"{soft}usi",
        f"{root}ę",
        f"{soft}usios",
        f"{soft}usį",
        f"{soft}usių",
        f"{soft}usio",
        f"{soft}usiam",
    ]


def _palatal(root: str) -> str:
    """What the stem of a past in -ė becomes before -us-: skaitė, skaičiusi; rodė, rodžiusi; else with -i-."""
    for hard, soft in (("t", "č"), ("d", "dž")):
        if root.endswith(hard):
            return root.removesuffix(hard) + soft + "i"
    return root + "i"


def _passive(stem: str) -> list[str]:
    return [f"{stem}t{e}" for e in _ADJECTIVE]


def _gerund(present: str) -> str:
    return present.removesuffix("o") + "ant" if present.endswith("o") else present + "nt"


def _future(stem: str) -> str:
    """-s behind the stem; s, z, š, ž swallow it (megzti, megs; vežti, veš; nešti, neš)."""
    if stem.endswith(("š", "ž")):
        return stem[:-1] + "š"
    if stem.endswith(("s", "z")):
        return stem[:-1] + "s"
    return stem + "s"


def _verbal_noun(stem: str, past: str, reflexive: bool) -> list[str]:
    """pasirašymas, susitikimas, ratifikavimas, plėtojimas."""
    root = stem + "m" if stem.endswith("y") else past[:-1] + "im"
    ends = ("asis", "osi", "ąsi") if reflexive else _NOUN
    return [root + e for e in ends]
