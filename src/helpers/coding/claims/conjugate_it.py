"""Forms of an Italian verb from its infinitive (Serianni, Grammatica italiana, chapter XI)."""

from __future__ import annotations

from helpers.coding.claims.conjugate_romance import (
    Forms,
    Tenses,
    find_irregular,
    join,
    plain_forms,
    read_verb,
)

# Irregular by suffix (after =: that verb alone): present he and they, past definite he, participle; then, where they do not
# follow, stem of the future, subjunctive he, stem of imperfect and gerund.
_IRREGULAR = {
    "mettere": "mette mettono mise messo",
    "scrivere": "scrive scrivono scrisse scritto",
    "cludere": "clude cludono cluse cluso",
    "cidere": "cide cidono cise ciso",
    "prendere": "prende prendono prese preso",
    "tendere": "tende tendono tese teso",
    "pendere": "pende pendono pese peso",
    "=rendere": "rende rendono rese reso",
    "fendere": "fende fendono fese feso",
    "scendere": "scende scendono scese sceso",
    "giungere": "giunge giungono giunse giunto",
    "stringere": "stringe stringono strinse stretto",
    "spingere": "spinge spingono spinse spinto",
    "discutere": "discute discutono discusse discusso",
    "venire": "viene vengono venne venuto verr venga ven",
    "tenere": "tiene tengono tenne tenuto terr tenga ten",
    "=avere": "ha hanno ebbe avuto avr abbia av",
    "=essere": "è sono fu stato sar sia er",
    "=fare": "fa fanno fece fatto far faccia fac",
    "=rifare": "rifà rifanno rifece rifatto rifar rifaccia rifac",
    "sfare": "sfa sfanno sfece sfatto sfar sfaccia sfac",
    "ffare": "ffà ffanno ffece ffatto ffar ffaccia ffac",
    "=dare": "dà danno diede dato dar dia d",
    "=stare": "sta stanno stette stato star stia st",
    "=andare": "va vanno andò andato andr vada and",
    "durre": "duce ducono dusse dotto durr duca duc",
    "porre": "pone pongono pose posto porr ponga pon",
    "=dire": "dice dicono disse detto dir dica dic",
    "=disdire": "disdice disdicono disdisse disdetto disdir disdica disdic",
    "ddire": "ddice ddicono ddisse ddetto ddir ddica ddic",
    "predire": "predice predicono predisse predetto predir predica predic",
    "cogliere": "coglie colgono colse colto coglier colga cogli",
    "aprire": "apre aprono aprì aperto",
    "offrire": "offre offrono offrì offerto",
    "concedere": "concede concedono concesse concesso",
    "chiedere": "chiede chiedono chiese chiesto",
    "volgere": "volge volgono volse volto",
    "correre": "corre corrono corse corso",
    "=vedere": "vede vedono vide visto vedr veda ved",
    "=rivedere": "rivede rivedono rivide rivisto rivedr riveda rived",
    "vedere": "vede vedono vide visto veder veda ved",
    "chiudere": "chiude chiudono chiuse chiuso",
    "cingere": "cinge cingono cinse cinto",
    "sistere": "siste sistono sisté sistito",
    "primere": "prime primono presse presso",
    "noscere": "nosce noscono nobbe nosciuto",
    "spondere": "sponde spondono spose sposto",
    "succedere": "succede succedono successe successo",
    "esigere": "esige esigono esigé esatto",
    "rompere": "rompe rompono ruppe rotto",
    "redigere": "redige redigono redasse redatto",
    "muovere": "muove muovono mosse mosso",
    "assumere": "assume assumono assunse assunto",
}
# Verbs in -ire without -isc-.
_PLAIN = (
    "partire",
    "sentire",
    "aprire",
    "offrire",
    "coprire",
    "seguire",
    "vestire",
    "servire",
    "vertire",
    "dormire",
    "fuggire",
)
_WE = {"avere": "abbiamo", "essere": "siamo", "fare": "facciamo"}
_CLITICS = ("lo", "la", "li", "le", "si", "ne")


# What stands between a pronoun's auxiliary and the participle (si sono poi incontrati).
_ADVERBS = (
    "poi|anche|inoltre|infine|quindi|già|mai|ancora|nuovamente|successivamente|finalmente|ieri|oggi|brevemente|lungamente|"
    "ufficialmente|segretamente|recentemente|appena|dunque|pure|subito|soprattutto|sempre|prima|invece|più"
)


def conjugate_italian(entry: str) -> Forms:
    """Patterns of a verb (`firmare`, `riunirsi`, `raggiungere .. accordo`) by grammatical form.

    A reflexive verb is found with its pronoun; its perfect with the auxiliary between the two.

    Raises:
        ValueError: the first word is no infinitive.
    """
    verb, tail = read_verb(entry, ("are", "ere", "ire", "rre", "arsi", "ersi", "irsi", "rsi"), "Italian")
    reflexive = verb.endswith("rsi")
    base = verb[:-2] + ("re" if verb.endswith(("orsi", "ursi")) else "e") if reflexive else verb
    tenses = find_tenses(base)
    if not reflexive:
        return plain_forms(tenses, tail)
    may = [w for w in tenses.infinitive if not w.startswith(verb[:-2])]
    return {
        "present": join(tenses.present, tail, "si"),
        "past": [
            *join(tenses.past, tail, "si"), *join(tenses.participle, tail, "si è|sono|era|erano|sia|siano|sarebbe|sarebbero|fosse|fossero"),
            *join(tenses.participle, tail, f"si è|sono|era|erano {_ADVERBS}"), *join([g + "si" for g in tenses.gerund], tail),
        ],
        "future": join(tenses.future, tail, "si|ci"),
        "conditional": join(tenses.conditional, tail, "si"),
        "infinitive": [*join([verb, verb[:-2] + "ci"], tail), *join(may, tail, "si")],
    }  # fmt: skip


def find_tenses(verb: str) -> Tenses:
    """The words of a verb that is not reflexive."""
    kind, stem = verb[-3:], verb[:-3]
    soft = _soften(stem)
    past: tuple[str, ...]
    if (parts := find_irregular(verb, _IRREGULAR)) is not None:
        he, they, did, done = parts[:4]
        they_did = (
            "furono"
            if did == "fu"
            else did[:-1] + "irono"
            if did.endswith("ì")
            else did[:-1] + "arono"
            if did.endswith("ò")
            else did[:-1] + "erono"
            if did.endswith("é")
            else did + "ro"
        )
        future, may, imperfect = parts[4:] or ((verb[:-1], (they[:-3] + "a"), stem))
        past = (did, they_did)
    elif kind == "are":
        he, they, past, done = stem + "a", stem + "ano", (stem + "ò", stem + "arono"), stem + "ato"
        future, may, imperfect = (
            soft.removesuffix("i") + "er" if stem.endswith(("ci", "gi")) else soft + "er",
            _plain_i(soft) + "i",
            stem,
        )
    elif kind == "ere":
        he, they, done = stem + "e", stem + "ono", stem + "uto"
        past = (stem + "é", stem + "ette", stem + "erono", stem + "ettero")
        future, may, imperfect = verb[:-1], stem + "a", stem
    else:
        wide = stem if verb.endswith(_PLAIN) else stem + "isc"
        he, they, past, done = wide + "e", wide + "ono", (stem + "ì", stem + "irono"), stem + "ito"
        future, may, imperfect = verb[:-1], wide + "a", stem
    vowel = "" if verb in ("essere",) else {"are": "a", "ire": "i"}.get(kind, "e")
    if parts is not None and imperfect and verb.endswith(("fare", "dire")):
        vowel = "e"
    used = ("era", "erano") if verb == "essere" else (imperfect + vowel + "va", imperfect + vowel + "vano")
    doing = (
        imperfect + ("ando" if kind == "are" and vowel == "a" else "endo") if verb != "essere" else "essendo"
    )
    were = {"essere": "foss", "dare": "dess", "stare": "stess"}.get(verb, imperfect + vowel + "ss")
    bare = verb[:-2] if verb.endswith("rre") else verb[:-1]
    theirs = they[:-3] + "ano" if kind != "are" and not may.endswith("ia") else may + "no"
    return Tenses(
        present=(
            he,
            they,
            _WE.get(verb) or (soft.removesuffix("i") if parts is None else imperfect) + "iamo",
        ),
        past=(*past, *used),
        participle=(done, done[:-1] + "a", done[:-1] + "i", done[:-1] + "e"),
        gerund=(doing,),
        future=(future + "à", future + "anno", future + "emo"),
        conditional=(future + "ebbe", future + "ebbero"),
        infinitive=(verb, bare, *(bare + c for c in _CLITICS), may, theirs, were + "e", were + "ero"),
    )


def _plain_i(stem: str) -> str:
    """Negozi, negozino; but invii, for the i bears the stress."""
    return stem if stem.endswith("vi") else stem.removesuffix("i")


def _soften(stem: str) -> str:
    """Before e and i: cercare, cercherà."""
    return stem + "h" if stem.endswith(("c", "g")) else stem
