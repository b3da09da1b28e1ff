"""Forms of a French verb from its infinitive (Grevisse, Le bon usage, part 3, chapter 6)."""

from __future__ import annotations

from helpers.coding.claims.conjugate_romance import (
    Forms,
    Tenses,
    find_irregular,
    join,
    plain_forms,
    read_verb,
)

# Irregular by suffix (after =: that verb alone): present he and they, stem of the imperfect, past historic he, participle,
# stem of the future.
_IRREGULAR = {
    "tenir": "tient tiennent ten tint tenu tiendr",
    "venir": "vient viennent ven vint venu viendr",
    "cevoir": "çoit çoivent cev çut çu cevr",
    "=voir": "voit voient voy vit vu verr",
    "revoir": "revoit revoient revoy revit revu reverr",
    "connaître": "connaît connaissent connaiss connut connu connaîtr",
    "araître": "araît araissent araiss arut aru araîtr",
    "prévoir": "prévoit prévoient prévoy prévit prévu prévoir",
    "prendre": "prend prennent pren prit pris prendr",
    "mettre": "met mettent mett mit mis mettr",
    "faire": "fait font fais fit fait fer",
    "clore": "clôt closent clos closit clos clor",  # its past historic is not in use
    "clure": "clut cluent clu clut clu clur",
    "duire": "duit duisent duis duisit duit duir",
    "truire": "truit truisent truis truisit truit truir",
    "crire": "crit crivent criv crivit crit crir",
    "cueillir": "cueille cueillent cueill cueillit cueilli cueiller",
    "=aller": "va vont all alla allé ir",
    "=être": "est sont ét fut été ser",
    "=avoir": "a ont av eut eu aur",
    "partir": "part partent part partit parti partir",
    "mentir": "ment mentent ment mentit menti mentir",
    "ouvrir": "ouvre ouvrent ouvr ouvrit ouvert ouvrir",
    "offrir": "offre offrent offr offrit offert offrir",
    "quérir": "quiert quièrent quér quit quis querr",
    "battre": "bat battent batt battit battu battr",
    "suivre": "suit suivent suiv suivit suivi suivr",
    "=dire": "dit disent dis dit dit dir",
    "dédire": "dédit dédisent dédis dédit dédit dédir",
    "terdire": "terdit terdisent terdis terdit terdit terdir",
    "rompre": "rompt rompent romp rompit rompu rompr",
    "joindre": "joint joignent joign joignit joint joindr",
    "envoyer": "envoie envoient envoy envoya envoyé enverr",
    "courir": "court courent cour courut couru courr",
    "aindre": "aint aignent aign aignit aint aindr",
    "eindre": "eint eignent eign eignit eint eindr",
    "surseoir": "sursoit sursoient sursoy sursit sursis surseoir",
}
_SUBJUNCTIVES = {"faire": "fasse", "aller": "aille", "être": "soit", "avoir": "ait"}
# What stands between a pronoun's auxiliary and the participle (ils se sont ensuite rencontrés).
_ADVERBS = (
    "ensuite|également|aussi|déjà|enfin|finalement|longuement|brièvement|récemment|encore|hier|pas|plus|jamais|toujours|"
    "officiellement|notamment|donc|alors|surtout|discrètement|secrètement|rapidement|ainsi|depuis|auparavant|même|bien"
)
_VOWELS = "aâàeéèêiîoôuœhy"


def conjugate_french(entry: str) -> Forms:
    """Patterns of a verb (`signer`, `se réunir`, `parvenir à .. accord`) by grammatical form.

    A reflexive verb is written with its pronoun as a word of its own (`se tenir`, `s entretenir`); it is found with it, its
    perfect with the auxiliary between the two.

    Raises:
        ValueError: the first word, behind the pronoun, is no infinitive.
    """
    reflexive = entry.startswith(("se ", "s "))
    verb, tail = read_verb(
        entry.partition(" ")[2] if reflexive else entry, ("er", "ir", "re", "oir"), "French"
    )
    tenses = find_tenses(verb)
    if not reflexive:
        return plain_forms(tenses, tail)
    own = "s" if verb[0] in _VOWELS else "se"
    return {
        "present": join(tenses.present[:2], tail, own) + join(tenses.present[2:], tail, "nous"),
        "past": [
            *join([w for w in tenses.past if not w.endswith("ions")], tail, own), *join(tenses.gerund, tail, own),
            *join(tenses.participle, tail, "s est|était|étaient|étant|être"), *join(tenses.participle, tail, "se sont|soient|seront"),
            *join(tenses.participle, tail, "nous sommes|étions"),
            *join(tenses.participle, tail, f"s est|était|étaient {_ADVERBS}"), *join(tenses.participle, tail, f"se sont {_ADVERBS}"),
            *join(tenses.participle, tail, f"s est|était|étaient {_ADVERBS} pas|plus|jamais"),
            *join(tenses.participle, tail, f"se sont {_ADVERBS} pas|plus|jamais"),
        ],
        "future": join(tenses.future[:2], tail, own) + join(tenses.future[2:], tail, "nous"),
        "conditional": join(tenses.conditional, tail, own) + join(tenses.participle, tail, "se serait|seraient"),
        "infinitive": join(tenses.infinitive, tail, own) + join(tenses.infinitive[:1], tail, "nous"),
    }  # fmt: skip


def find_tenses(verb: str) -> Tenses:
    """The words of a verb, without its pronoun."""
    if (parts := find_irregular(verb, _IRREGULAR)) is not None:
        he, they, imperfect, did, done, future = parts
    elif verb.endswith("er"):
        stem = verb[:-2]
        open_e = _opened(stem)
        he, they, imperfect, did, done = (
            open_e + "e",
            open_e + "ent",
            _harden(stem),
            _harden(stem) + "a",
            stem + "é",
        )
        future = (_opened(stem) if "é" not in stem[-4:] else stem) + "er"
    elif verb.endswith("ir"):
        he, they, imperfect, did, done, future = (
            verb[:-1] + "t",
            verb[:-1] + "ssent",
            verb[:-1] + "ss",
            verb[:-1] + "t",
            verb[:-1],
            verb,
        )
    elif not verb.endswith(("andre", "endre", "ondre", "erdre", "ordre")):
        raise ValueError(f"{verb!r} follows no rule; give its principal parts in _IRREGULAR")
    else:
        stem = verb[:-2]
        he, they, imperfect, did, done, future = stem, stem + "ent", stem, stem + "it", stem + "u", stem + "r"
    they_did = verb[:-2] + "èrent" if did.endswith("a") else did[:-1] + "rent"
    may = _SUBJUNCTIVES.get(verb, they[:-2])
    soft = verb[:-2] if verb.endswith("er") and parts is None else imperfect  # commencions
    return Tenses(
        present=(he, they, imperfect + "ons"),
        past=(did, they_did, imperfect + "ait", imperfect + "aient", soft + "ions"),
        participle=(done, done + "e", done if done.endswith("s") else done + "s", done + "es"),
        gerund=("ayant" if verb == "avoir" else imperfect + "ant",),
        future=(future + "a", future + "ont", future + "ons"),
        conditional=(future + "ait", future + "aient"),
        infinitive=(
            verb,
            *(
                (may, may if may.endswith("ent") else may.removesuffix("t").removesuffix("e") + "ent")
                if may not in (he, they)
                else ()
            ),
        ),
    )


def _harden(stem: str) -> str:
    """Before a and o: engageait, commençait."""
    return stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem


def _opened(stem: str) -> str:
    """Before a silent e: achète, appelle, célèbre, emploie."""
    if stem.endswith(("pel", "vel", "jet")):
        return stem + stem[-1]
    if stem.endswith(("oy", "uy")):
        return stem[:-1] + "i"
    for closed in ("e", "é"):
        for tail in ("l", "t", "n", "v", "br", "r", "d", "c", "g", "p", "m"):
            if stem.endswith(closed + tail):
                return stem[: -len(closed + tail)] + "è" + tail
    return stem
