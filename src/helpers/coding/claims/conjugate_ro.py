"""Forms of a Romanian verb from its infinitive (Guțu Romalo, Gramatica limbii române, I, the verb). Accents are dropped later."""

from __future__ import annotations

from helpers.coding.claims.conjugate_romance import (
    Forms,
    Tenses,
    behind_noun,
    find_irregular,
    join,
    read_verb,
)

# By suffix (after =: that verb alone): present he and they, subjunctive, participle. Verbs in -a named neither here nor
# in _PLAIN have -ează, those in -i -ește, those in -î -ăște; a verb in -e has to be named.
_IRREGULAR = {
    "prezenta": "prezintă prezintă prezinte prezentat", "purta": "poartă poartă poarte purtat",
    "pleca": "pleacă pleacă plece plecat", "=lua": "ia iau ia luat", "prelua": "preia preiau preia preluat",
    "=da": "dă dau dea dat", "=preda": "predă predau predea predat", "=sta": "stă stau stea stat", "nega": "neagă neagă nege negat",
    "cumpăra": "cumpără cumpără cumpere cumpărat", "adăuga": "adaugă adaugă adauge adăugat", "așeza": "așază așază așeze așezat",
    "încheia": "încheie încheie încheie încheiat", "desfășura": "desfășoară desfășoară desfășoare desfășurat",
    "zbura": "zboară zboară zboare zburat", "apăra": "apără apără apere apărat", "îngheța": "îngheață îngheață înghețe înghețat",
    "=ieși": "iese ies iasă ieșit", "veni": "vine vin vină venit", "oferi": "oferă oferă ofere oferit", "conferi": "conferă conferă confere conferit",
    "acoperi": "acoperă acoperă acopere acoperit", "sprijini": "sprijină sprijină sprijine sprijinit",
    "dezminți": "dezminte dezmint dezmintă dezmințit", "consimți": "consimte consimt consimtă consimțit", "=fi": "este sunt fie fost",
    "face": "face fac facă făcut", "merge": "merge merg meargă mers", "decide": "decide decid decidă decis", "ajunge": "ajunge ajung ajungă ajuns",
    "mite": "mite mit mită mis", "pune": "pune pun pună pus", "vinde": "vinde vând vândă vândut", "cere": "cere cer ceară cerut",
    "începe": "începe încep înceapă început", "respinge": "respinge resping respingă respins", "prinde": "prinde prind prindă prins",
    "duce": "duce duc ducă dus", "ține": "ține țin țină ținut", "schide": "schide schid schidă schis", "chide": "chide chid chidă chis",
    "avea": "are au aibă avut", "vedea": "vede văd vadă văzut", "cădea": "cade cad cadă căzut", "tinde": "tinde tind tindă tins",
    "bate": "bate bat bată bătut", "trece": "trece trec treacă trecut", "scrie": "scrie scriu scrie scris", "strânge": "strânge strâng strângă strâns",
    "noaște": "noaște nosc noască noscut", "înțelege": "înțelege înțeleg înțeleagă înțeles",
    "=relua": "reia reiau reia reluat", "ruga": "roagă roagă roage rugat", "întoarce": "întoarce întorc întoarcă întors",
    "rămâne": "rămâne rămân rămână rămas", "cinde": "cinde cind cindă cins", "trage": "trage trag tragă tras", "zice": "zice zic zică zis",
    "scoate": "scoate scot scoată scos", "rupe": "rupe rup rupă rupt", "curge": "curge curg curgă curs", "așterne": "așterne aștern aștearnă așternut",
    "punde": "punde pund pundă puns", "convinge": "convinge conving convingă convins", "încinge": "încinge încing încingă încins",
    "arăta": "arată arată arate arătat", "bloca": "blochează blochează blocheze blocat", "lăsa": "lasă lasă lase lăsat",
    "chema": "cheamă cheamă cheme chemat", "căpăta": "capătă capătă capete căpătat", "descărca": "descarcă descarcă descarce descărcat",
    "tinge": "tinge ting tingă tins", "șterge": "șterge șterg șteargă șters", "plânge": "plânge plâng plângă plâns", "=sări": "sare sar sară sărit", "=lega": "leagă leagă lege legat",
    "=tăia": "taie taie taie tăiat", "distribui": "distribuie distribuie distribuie distribuit", "dezvălui": "dezvăluie dezvăluie dezvăluie dezvăluit",
}  # fmt: skip
# Verbs in -a without -ează, their root the same throughout (by suffix): discută, discute.
_PLAIN = (
    "discuta", "ajuta", "acorda", "participa", "anunța", "adopta", "aproba", "exporta", "importa",
    "consulta", "invita", "afla", "intra", "amâna", "firma", "transfera", "accepta", "refuza", "declara",
    "amenința", "arunca", "felicita", "repeta", "imputa", "plimba",
    "condamna", "schimba", "tâmpina", "exprima", "asista", "solicita", "spera", "suspenda", "suna",
    "muta", "acuza", "asigura", "executa", "renunța", "procura", "remarca", "observa", "termina", "disloca",
    "evita", "dezvolta", "ica", "exista", "respecta", "contesta", "considera", "comanda", "repara", "oca", "reclama", "insista", "consuma", "învăța", "declina", "saluta", "spulbera", "reafirma", "scurta", "căra",
)  # fmt: skip
_IMPERFECTS = {"fi": "era", "da": "dădea", "sta": "stătea", "preda": "preda"}
_PLUPERFECTS = {"da": "dăduse", "sta": "stătuse", "avea": "avusese", "fi": "fusese"}
_AUXILIARY = "a|au|am"


def conjugate_romanian(entry: str) -> Forms:
    """Patterns of a verb (`semna`, `se întâlni`, `ajunge la .. acord*`) by grammatical form, from its infinitive without "a".

    The perfect is found with its auxiliary, the bare participle apart from it. A reflexive verb is found with its pronoun.

    Raises:
        ValueError: the first word, behind the pronoun, ends like no infinitive.
    """
    reflexive = entry.startswith("se ")
    verb, tail = read_verb(entry.removeprefix("se "), ("a", "i", "e", "î"), "Romanian")
    t = find_tenses(verb)
    masculine = t.participle[:1]
    if reflexive:
        perfect = [
            *join(masculine, tail, f"s {_AUXILIARY}"), *join(masculine, tail, "s a|au mai"), *join(masculine, tail, "ne am"),
            *join(masculine, tail, "se fi"), *join(masculine, tail, "și a|au"),
        ]  # fmt: skip
        infinitive = [
            *join(t.infinitive, tail, "se"),
            *join(t.infinitive[1:], tail, "își"),
            *join(t.infinitive[:1], tail, "a se"),
        ]
        return {
            "present": join(t.present, tail, "se"), "past": [*perfect, *join(t.past, tail, "se"), *join([g + "u" for g in t.gerund], f"se {tail}".strip())],
            "infinitive": infinitive, "pluperfect": join(t.pluperfect, tail, "se"),
            "future": [*join(t.infinitive[:1], tail, "se|își va|vor"), *join(t.infinitive[:1], tail, "ne vom")],
            "possible": join(t.infinitive[:1], tail, "s|și ar putea"),
        }  # fmt: skip
    passive = [
        *join(t.participle, tail, "a|au fost"),
        *join(masculine, tail, f"{_AUXILIARY}"),
        *join(masculine, tail, "a|au mai|și"),
    ]
    return {
        "present": join(t.present, tail),
        "past": [*passive, *join((*t.past, *t.gerund), tail)],
        "participle": [*join(t.participle, tail), *behind_noun(t, tail)],
        "infinitive": [*join(t.infinitive[:1], tail, "a"), *join(t.infinitive, tail), *join(t.participle, tail, "fi|fie"), *join(["să " + w for w in t.infinitive[1:2] if w in t.present], tail)],
        "future": join(t.infinitive[:1], tail, "va|vor|vom"),
        "possible": join(t.infinitive[:1], tail, "ar|am putea"),
        "pluperfect": [*join(t.pluperfect, tail), *join(t.participle, tail, "fusese|fuseseră")],
        "negated": join(["ne" + p for p in t.participle], tail) if not tail else [],
    }  # fmt: skip


def find_tenses(verb: str) -> Tenses:
    """The words of a verb, without its pronoun."""
    he, they, may, done = find_irregular(verb, _IRREGULAR) or _regular(verb)
    stem = verb.removesuffix("ea") if verb.endswith("ea") else verb[:-1]
    if (used := _IMPERFECTS.get(verb)) is not None:
        past: tuple[str, ...] = (used, used + "u")
    elif verb.endswith("a") and not verb.endswith("ea"):
        past = (stem + "au",)  # he: as the infinitive
    else:
        vowels = "ia" if verb.endswith("ui") else "a" if verb.endswith("î") else "ea"
        past = (stem + vowels, stem + vowels + "u")
    had = _PLUPERFECTS.get(verb) or (done + "ese" if done.endswith("s") else done[:-1] + "se")
    soft = done[:-1] + ("ț" if done.endswith("t") else "ș")
    return Tenses(
        present=(he, they, _we(verb)),
        past=past,
        participle=(done, done[:-2] + "easă" if done.endswith("les") else done + "ă", soft + "i", done + "e"),
        gerund=(_gerund(verb, done),),
        infinitive=(verb, may),
        pluperfect=(had, had + "ră"),
    )


def _regular(verb: str) -> list[str]:
    """Principal parts of the large classes: semnează, discută, dialoghează, negociază, primește, hotărăște."""
    stem = verb[:-1]
    if verb.endswith(_PLAIN):
        return [stem + "ă", stem + "ă", stem + "e", verb + "t"]
    if verb.endswith("ga"):
        return [stem + "hează", stem + "hează", stem + "heze", verb + "t"]
    if verb.endswith("ia"):
        return [stem + "ază", stem + "ază", stem + "eze", verb + "t"]
    if verb.endswith("a"):
        return [stem + "ează", stem + "ează", stem + "eze", verb + "t"]
    if verb.endswith("î"):
        return [stem + "ăște", stem + "ăsc", stem + "ască", stem + "ât"]
    if verb.endswith("ui"):
        return [verb + "ește", verb + "esc", verb + "ască", verb + "t"]
    if verb.endswith("e"):
        raise ValueError(f"{verb!r} follows no rule; give its principal parts in _IRREGULAR")
    return [stem + "ește", stem + "esc", stem + "ească", verb + "t"]


def _we(verb: str) -> str:
    """Semnăm, negociem, întâlnim, punem, vedem, hotărâm."""
    if verb == "fi":
        return "suntem"
    for ending, own in (("ia", "iem"), ("ea", "em"), ("a", "ăm"), ("e", "em"), ("i", "im"), ("î", "âm")):
        if verb.endswith(ending):
            return verb.removesuffix(ending) + own
    return verb


def _gerund(verb: str, done: str) -> str:
    """Semnând, negociind, primind, hotărând, făcând, trimițând."""
    if verb.endswith(("i", "ia")):
        return verb.removesuffix("a").removesuffix("i") + ("iind" if verb.endswith("ia") else "ind")
    root = done[:-2] if done.endswith("ut") else verb[:-1]
    if verb.endswith(("e", "ea")) and not verb.endswith("bate"):
        root = root[:-1] + {"t": "ț", "d": "z"}.get(root[-1], root[-1])
    return root + "ând"
