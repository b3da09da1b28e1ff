"""The forms of a German verb with its prefix and object, as patterns by grammatical form (Duden-Grammatik, the verb)."""

from __future__ import annotations

from collections.abc import Mapping

Forms = dict[str, list[str]]  # grammatical form of the lexicon -> patterns

# Strong and mixed verbs without prefix: third person of the present, of the past, participle.
_STRONG: Mapping[str, tuple[str, str, str]] = {
    "beginnen": ("beginnt", "begann", "begonnen"), "bieten": ("bietet", "bot", "geboten"), "bitten": ("bittet", "bat", "gebeten"),
    "blasen": ("bläst", "blies", "geblasen"), "bleiben": ("bleibt", "blieb", "geblieben"), "brechen": ("bricht", "brach", "gebrochen"),
    "bringen": ("bringt", "brachte", "gebracht"), "denken": ("denkt", "dachte", "gedacht"), "fahren": ("fährt", "fuhr", "gefahren"),
    "fallen": ("fällt", "fiel", "gefallen"), "finden": ("findet", "fand", "gefunden"), "fliegen": ("fliegt", "flog", "geflogen"),
    "fangen": ("fängt", "fing", "gefangen"), "geben": ("gibt", "gab", "gegeben"), "gehen": ("geht", "ging", "gegangen"),
    "gelten": ("gilt", "galt", "gegolten"), "greifen": ("greift", "griff", "gegriffen"), "haben": ("hat", "hatte", "gehabt"),
    "halten": ("hält", "hielt", "gehalten"), "heben": ("hebt", "hob", "gehoben"), "heißen": ("heißt", "hieß", "geheißen"),
    "helfen": ("hilft", "half", "geholfen"), "kommen": ("kommt", "kam", "gekommen"), "laden": ("lädt", "lud", "geladen"),
    "lassen": ("lässt", "ließ", "gelassen"), "laufen": ("läuft", "lief", "gelaufen"), "leihen": ("leiht", "lieh", "geliehen"),
    "liegen": ("liegt", "lag", "gelegen"), "nehmen": ("nimmt", "nahm", "genommen"), "nennen": ("nennt", "nannte", "genannt"),
    "raten": ("rät", "riet", "geraten"), "rufen": ("ruft", "rief", "gerufen"), "schieben": ("schiebt", "schob", "geschoben"),
    "schlagen": ("schlägt", "schlug", "geschlagen"), "schließen": ("schließt", "schloss", "geschlossen"), "schreiben": ("schreibt", "schrieb", "geschrieben"),
    "sehen": ("sieht", "sah", "gesehen"), "senden": ("sendet", "entsandte", "gesandt"), "setzen": ("setzt", "setzte", "gesetzt"),
    "sitzen": ("sitzt", "saß", "gesessen"), "sprechen": ("spricht", "sprach", "gesprochen"), "stehen": ("steht", "stand", "gestanden"),
    "steigen": ("steigt", "stieg", "gestiegen"), "streichen": ("streicht", "strich", "gestrichen"), "streiten": ("streitet", "stritt", "gestritten"),
    "tragen": ("trägt", "trug", "getragen"), "treffen": ("trifft", "traf", "getroffen"), "treten": ("tritt", "trat", "getreten"),
    "tun": ("tut", "tat", "getan"), "weisen": ("weist", "wies", "gewiesen"), "werden": ("wird", "wurde", "geworden"), "werben": ("wirbt", "warb", "geworben"),
    "wenden": ("wendet", "wandte", "gewandt"), "binden": ("bindet", "band", "gebunden"), "scheiden": ("scheidet", "schied", "geschieden"),
    "schreiten": ("schreitet", "schritt", "geschritten"), "meiden": ("meidet", "mied", "gemieden"), "schneiden": ("schneidet", "schnitt", "geschnitten"),
    "weichen": ("weicht", "wich", "gewichen"), "winden": ("windet", "wand", "gewunden"), "lesen": ("liest", "las", "gelesen"),
    "ringen": ("ringt", "rang", "gerungen"), "biegen": ("biegt", "bog", "gebogen"), "treiben": ("treibt", "trieb", "getrieben"),
    "essen": ("isst", "aß", "gegessen"), "scheinen": ("scheint", "schien", "geschienen"), "springen": ("springt", "sprang", "gesprungen"),
    "schießen": ("schießt", "schoss", "geschossen"), "stoßen": ("stößt", "stieß", "gestoßen"), "klingen": ("klingt", "klang", "geklungen"),
    "graben": ("gräbt", "grub", "gegraben"), "reißen": ("reißt", "riss", "gerissen"), "gleichen": ("gleicht", "glich", "geglichen"),
    "reiten": ("reitet", "ritt", "geritten"), "leiden": ("leidet", "litt", "gelitten"), "schweigen": ("schweigt", "schwieg", "geschwiegen"),
    "werfen": ("wirft", "warf", "geworfen"), "ziehen": ("zieht", "zog", "gezogen"), "fechten": ("ficht", "focht", "gefochten"),
}  # fmt: skip
_STRONG_PREFIXED: Mapping[str, tuple[str, str, str]] = {
    "empfangen": ("empfängt", "empfing", "empfangen"), "entsenden": ("entsendet", "entsandte", "entsandt"), "erhalten": ("erhält", "erhielt", "erhalten"),
    "empfehlen": ("empfiehlt", "empfahl", "empfohlen"),
}  # fmt: skip
_INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer", "über", "unter", "wider", "hinter")
_UMLAUTS = str.maketrans("aou", "äöü")
_ATTRIBUTIVE = ("e", "en", "er", "es", "em")


def conjugate_german(entry: str) -> Forms:
    """Forms of a German verb in both orders: verb second (trat .. in kraft) and verb last (in kraft trat).

    The verb is the last word, in the infinitive; a hyphen parts a separable prefix (ab-sagen); words before it are its
    object, as patterns (abkommen|vertrag schließen). Third persons, as texts of others tell of them; the participle with
    its endings where it has no object.

    Raises:
        ValueError: the last word is no infinitive.
    """
    before, _, verb = entry.rpartition(" ")
    prefix, _, bare = verb.rpartition("-")
    if not bare.endswith("n") or not bare.islower():
        raise ValueError(f"{verb!r} in {entry!r} is no German infinitive")
    present, past, done = _principal_parts(bare, separable=bool(prefix))
    pasts = (past, past + ("n" if past.endswith("e") else "en"))
    reported = _reported(bare)  # der Iran liefere Drohnen, hieß es
    cut = f" ... {prefix}" if prefix else ""  # all of the clause may stand between
    bare_object = before.removesuffix(" ..")
    # the sentence bracket: all of the clause may stand between the object and the verb at its end
    head, tail = (f"{bare_object} ... ", f" ... {bare_object}") if before else ("", "")
    if before == "sich":
        head, tail = "sich ... ", " sich"
    last = [prefix + w for w in pasts]
    participle = prefix + done
    unreal = _plural_unreal(past)
    finite = [bare, reported, *([unreal] if unreal else [])]
    others = [reported, *([unreal] if unreal else [])]
    forms: Forms = {
        "participle": [head + participle],
        "past": _unique("|".join(pasts) + tail + cut, head + "|".join(last)),
        "present": _unique(
            "|".join([present, *finite]) + tail + cut,
            head + "|".join(prefix + w for w in (present, *others)),
        ),
        "infinitive": [
            head + (f"{prefix}zu{bare}" if prefix else f"zu {bare}"),
            f"{head}{participle} werden",
        ],
    }
    if before or prefix:
        forms["infinitive"].append(head + prefix + bare)
    if not before:
        forms["participle"].append(
            "|".join(participle + e for e in _ATTRIBUTIVE if participle + e not in last)
        )
    return forms


def _reported(verb: str) -> str:
    """Third person of the first subjunctive: what somebody else says."""
    return verb[:-1] if verb.endswith("en") else verb[:-1] + "e"


def _plural_unreal(past: str) -> str:
    """Plural of the second subjunctive of a strong verb: what others say they do (sie träten an, sie hälfen); '' for weak verbs."""
    at = max((past.rfind(v) for v in "aou"), default=-1)
    if past.endswith("te"):
        return ""
    umlaut = past[:at] + past[at].translate(_UMLAUTS) + past[at + 1 :] if at >= 0 else past
    return umlaut + "en" if umlaut != past else ""


def _unique(*patterns: str) -> list[str]:
    return list(dict.fromkeys(patterns))


def _principal_parts(verb: str, *, separable: bool) -> tuple[str, str, str]:
    """Third person of the present and of the past, participle."""
    if verb in _STRONG_PREFIXED:
        return _STRONG_PREFIXED[verb]
    if verb in _STRONG:
        return _STRONG[verb]
    for prefix in _INSEPARABLE:
        base = verb.removeprefix(prefix)
        if base != verb and base in _STRONG:
            present, past, done = _STRONG[base]
            return (
                prefix + present,
                prefix + past,
                prefix + (done.removeprefix("ge") if done.startswith("ge") else done),
            )
    stem = verb[:-1] if verb.endswith(("eln", "ern")) else verb[:-2]
    link = "e" if stem.endswith(("d", "t")) or stem.endswith(("chn", "ffn", "gn", "dm", "tm")) else ""
    with_ge = not (
        verb.endswith("ieren") or (not separable and verb.startswith(_INSEPARABLE) and len(verb) > 6)
    )
    return stem + link + "t", stem + link + "te", ("ge" if with_ge else "") + stem + link + "t"
