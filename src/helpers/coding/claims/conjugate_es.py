"""Forms of a Spanish verb from its infinitive (Real Academia Española, Nueva gramática, chapter 4)."""

from __future__ import annotations

from helpers.coding.claims.conjugate_romance import (
    Forms,
    Tenses,
    find_irregular,
    join,
    plain_forms,
    read_verb,
)

# Irregular by suffix: present he and they, preterite he and they, stem of the future, subjunctive he, participle, gerund.
_IRREGULAR = {
    "tener": "tiene tienen tuvo tuvieron tendr tenga tenido teniendo",
    "venir": "viene vienen vino vinieron vendr venga venido viniendo",
    "poner": "pone ponen puso pusieron pondr ponga puesto poniendo",
    "=hacer": "hace hacen hizo hicieron har haga hecho haciendo",
    "=decir": "dice dicen dijo dijeron dir diga dicho diciendo",
    "ducir": "duce ducen dujo dujeron ducir duzca ducido duciendo",
    "traer": "trae traen trajo trajeron traer traiga traído trayendo",
    "=dar": "da dan dio dieron dar dé dado dando",
    "=estar": "está están estuvo estuvieron estar esté estado estando",
    "=ser": "es son fue fueron ser sea sido siendo",
    "=ir": "va van fue fueron ir vaya ido yendo",
    "=ver": "ve ven vio vieron ver vea visto viendo",
    "prever": "prevé prevén previó previeron prever prevea previsto previendo",
    "scribir": "scribe scriben scribió scribieron scribir scriba scrito scribiendo",
    "abrir": "abre abren abrió abrieron abrir abra abierto abriendo",
    "romper": "rompe rompen rompió rompieron romper rompa roto rompiendo",
    "volver": "vuelve vuelven volvió volvieron volver vuelva vuelto volviendo",
    "solver": "suelve suelven solvió solvieron solver suelva suelto solviendo",
    "xtender": "xtiende xtienden xtendió xtendieron xtender xtienda xtendido xtendiendo",
    "ntender": "ntiende ntienden ntendió ntendieron ntender ntienda ntendido ntendiendo",
    "=atender": "atiende atienden atendió atendieron atender atienda atendido atendiendo",
    "vertir": "vierte vierten virtió virtieron vertir vierta vertido virtiendo",
    "sentir": "siente sienten sintió sintieron sentir sienta sentido sintiendo",
    "salir": "sale salen salió salieron saldr salga salido saliendo",
    "adquirir": "adquiere adquieren adquirió adquirieron adquirir adquiera adquirido adquiriendo",
    "pedir": "pide piden pidió pidieron pedir pida pedido pidiendo",
    "rendir": "rinde rinden rindió rindieron rendir rinda rendido rindiendo",
    "seguir": "sigue siguen siguió siguieron seguir siga seguido siguiendo",
    "mentir": "miente mienten mintió mintieron mentir mienta mentido mintiendo",
    "ferir": "fiere fieren firió firieron ferir fiera ferido firiendo",
    "gerir": "giere gieren girió girieron gerir giera gerido giriendo",
    "=sentar": "sienta sientan sentó sentaron sentar siente sentado sentando",  # but presentar, representar
    "=rogar": "ruega ruegan rogó rogaron rogar ruegue rogado rogando",  # but prorrogar
    "caer": "cae caen cayó cayeron caer caiga caído cayendo",
    "mover": "mueve mueven movió movieron mover mueva movido moviendo",
    "repetir": "repite repiten repitió repitieron repetir repita repetido repitiendo",
    "dormir": "duerme duermen durmió durmieron dormir duerma dormido durmiendo",
    "proveer": "provee proveen proveyó proveyeron proveer provea proveído proveyendo",
    "reunir": "reúne reúnen reunió reunieron reunir reúna reunido reuniendo",
}
# Verbs in -ar whose stem changes under the stress.
_STRESSED = {
    "contrar": "cuentr", "cordar": "cuerd", "probar": "prueb", "menzar": "mienz", "pezar": "piez", "negar": "nieg", "mostrar": "muestr",
    "renovar": "renuev", "contar": "cuent", "enterrar": "entierr", "almorzar": "almuerz", "arrendar": "arriend", "colgar": "cuelg",
    "ampliar": "amplí", "desviar": "desví", "graduar": "gradú", "consensuar": "consensú",
    "cerrar": "cierr", "volar": "vuel", "enviar": "enví", "efectuar": "efectú", "evaluar": "evalú", "confiar": "confí",
    "certar": "ciert", "plegar": "plieg", "rehusar": "rehús", "continuar": "continú", "actuar": "actú",
}  # fmt: skip
# Letters that are written otherwise before e, before a.
_BEFORE_E = (("c", "qu"), ("g", "gu"), ("z", "c"))
_CLITICS = ("lo", "la", "los", "las", "le", "les", "se")


def conjugate_spanish(entry: str) -> Forms:
    """Patterns of a verb (`firmar`, `reunirse`, `llegar a .. acuerdo`) by grammatical form.

    A reflexive verb is found with its pronoun; its perfect with the auxiliary between the two.

    Raises:
        ValueError: the first word is no infinitive.
    """
    verb, tail = read_verb(entry, ("ar", "er", "ir", "arse", "erse", "irse"), "Spanish")
    reflexive = verb.endswith("se")
    tenses = find_tenses(verb[:-2] if reflexive else verb)
    if not reflexive:
        return plain_forms(tenses, tail)
    we = [w for w in tenses.past if w.endswith("mos")]
    they = [w for w in tenses.past if not w.endswith("mos")]
    masculine = tenses.participle[:1]
    stressed = {"ando": "ándose", "endo": "éndose"}
    gerund = [g[:-4] + stressed[g[-4:]] for g in tenses.gerund if g[-4:] in stressed]
    return {
        "present": join(tenses.present, tail, "se"),
        "past": [
            *join(they, tail, "se"), *join(we, tail, "nos"), *join(masculine, tail, "se ha|han|había|habían|haya|hayan|habría|habrían"),
            *join(masculine, tail, "nos hemos|habíamos"), *join(gerund, tail),
        ],
        "future": join(tenses.future, tail, "se|nos"),
        "conditional": join(tenses.conditional, tail, "se"),
        "infinitive": [
            *join([verb, verb[:-2] + "nos"], tail), *join([w for w in tenses.infinitive if not w.startswith(verb[:-2])], tail, "se"),
        ],
    }  # fmt: skip


def find_tenses(verb: str) -> Tenses:
    """The words of a verb that is not reflexive."""
    he, they, did, they_did, future, may, done, doing = find_irregular(verb, _IRREGULAR) or _regular(verb)
    stem = verb[:-2]
    first = verb.endswith("ar") and not they_did.endswith("ieron")  # firmar, but not dar
    root = they_did[:-3]  # firma-, tuvie-
    if verb == "ser":
        used = ("era", "eran")
    elif verb.endswith("ar") or verb == "ir":
        used = (stem + "aba", stem + "aban") if verb != "ir" else ("iba", "iban")
    else:
        seeing = verb in ("ver", "prever")
        used = (verb[:-1] + "ía", verb[:-1] + "ían") if seeing else (verb[:-2] + "ía", verb[:-2] + "ían")
    if first:
        we, we_may = stem + "amos", _soften(stem) + "emos"
    else:
        strong = (
            root.removesuffix("e").removesuffix("i").removesuffix("y")
        )  # tuvimos, but pedimos beside pidió
        we = "fuimos" if did == "fue" else (stem if did.endswith("ó") else strong) + "imos"
        we_may = may.replace("é", "e") + "mos"
    return Tenses(
        present=(he, they, *(() if first else (verb[:-2] + ("imos" if verb.endswith("ir") else "emos"),))),
        past=(did, they_did, we, *used),
        participle=(done, done[:-1] + "a", done + "s", done[:-1] + "as"),
        gerund=(doing,),
        future=(future + "á", future + "án", future + "emos"),
        conditional=(future + "ía", future + "ían"),
        infinitive=(
            verb, *(verb + c for c in _CLITICS), may, _plural(may), we_may, root + "ra", root + "ran", root + "se", root + "sen",
        ),
    )  # fmt: skip


def _regular(verb: str) -> list[str]:
    """Principal parts of a regular verb, or one in -ar whose stem changes under the stress."""
    stem = verb[:-2]
    if verb.endswith("ar"):
        root = next((verb[: -len(s)] + t for s, t in _STRESSED.items() if verb.endswith(s)), stem)
        return [
            root + "a",
            root + "an",
            stem + "ó",
            stem + "aron",
            verb,
            _soften(root) + "e",
            stem + "ado",
            stem + "ando",
        ]
    if verb.endswith("uir") and not verb.endswith("guir"):
        return [stem + e for e in ("ye", "yen", "yó", "yeron", "ir", "ya", "ido", "yendo")]
    hard = stem
    if stem.endswith("g"):
        hard = stem[:-1] + "j"
    elif stem.endswith("c") and verb.endswith("er"):
        hard = stem[:-1] + "zc"
    return [
        stem + "e",
        stem + "en",
        stem + "ió",
        stem + "ieron",
        verb,
        hard + "a",
        stem + "ido",
        stem + "iendo",
    ]


def _soften(stem: str) -> str:
    for hard, soft in _BEFORE_E:
        if stem.endswith(hard):
            return stem[: -len(hard)] + soft
    return stem


def _plural(word: str) -> str:
    return "den" if word == "dé" else "estén" if word == "esté" else word + "n"
