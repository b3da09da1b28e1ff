"""The forms of an English verb with its particle or object, as patterns by grammatical form (Quirk et al., chapter 3)."""

from __future__ import annotations

from collections.abc import Mapping

Forms = dict[str, list[str]]  # grammatical form of the lexicon -> patterns

# base: past, past participle
_IRREGULAR: Mapping[str, tuple[str, str]] = {
    "say": ("said", "said"), "withhold": ("withheld", "withheld"), "freeze": ("froze", "frozen"), "shrink": ("shrank", "shrunk"), "tear": ("tore", "torn"),
    "slide": ("slid", "slid"), "swing": ("swung", "swung"), "cast": ("cast", "cast"), "hang": ("hung", "hung"), "forbid": ("forbade", "forbidden"),
    "be": ("was", "been"), "become": ("became", "become"), "bind": ("bound", "bound"), "choose": ("chose", "chosen"), "drive": ("drove", "driven"),
    "hear": ("heard", "heard"), "hit": ("hit", "hit"), "learn": ("learnt", "learned"), "lose": ("lost", "lost"), "pay": ("paid", "paid"),
    "ride": ("rode", "ridden"), "rise": ("rose", "risen"), "sail": ("sailed", "sailed"), "shoot": ("shot", "shot"), "shut": ("shut", "shut"),
    "sink": ("sank", "sunk"), "split": ("split", "split"), "spread": ("spread", "spread"), "steal": ("stole", "stolen"), "stick": ("stuck", "stuck"),
    "throw": ("threw", "thrown"), "wear": ("wore", "worn"), "win": ("won", "won"), "wind": ("wound", "wound"), "begin": ("began", "begun"), "break": ("broke", "broken"), "bring": ("brought", "brought"), "build": ("built", "built"),
    "buy": ("bought", "bought"), "catch": ("caught", "caught"), "come": ("came", "come"), "cut": ("cut", "cut"), "draw": ("drew", "drawn"),
    "fall": ("fell", "fallen"), "find": ("found", "found"), "fly": ("flew", "flown"), "get": ("got", "got"), "give": ("gave", "given"),
    "go": ("went", "gone"), "have": ("had", "had"), "hold": ("held", "held"), "keep": ("kept", "kept"), "lay": ("laid", "laid"),
    "lead": ("led", "led"), "leave": ("left", "left"), "lend": ("lent", "lent"), "let": ("let", "let"), "make": ("made", "made"),
    "meet": ("met", "met"), "put": ("put", "put"), "ring": ("rang", "rung"), "run": ("ran", "run"),
    "see": ("saw", "seen"), "seek": ("sought", "sought"), "sell": ("sold", "sold"), "send": ("sent", "sent"), "set": ("set", "set"),
    "shake": ("shook", "shaken"), "show": ("showed", "shown"), "sit": ("sat", "sat"), "speak": ("spoke", "spoken"), "spend": ("spent", "spent"),
    "stand": ("stood", "stood"), "strike": ("struck", "struck"), "take": ("took", "taken"), "teach": ("taught", "taught"), "tell": ("told", "told"),
    "undergo": ("underwent", "undergone"), "undertake": ("undertook", "undertaken"), "withdraw": ("withdrew", "withdrawn"), "write": ("wrote", "written"),
}  # fmt: skip
# verbs of more syllables whose last consonant is doubled (transferred); those of one vowel and one consonant double it by rule
_DOUBLED = frozenset({"confer", "commit", "defer", "equip", "initial", "label", "permit", "transfer", "travel"})  # fmt: skip
_PARTICLES = ("away", "back", "down", "off", "on", "out", "over", "through", "up")  # no objects: call .. off
_VOWELS = "aeiou"
_NEVER_DOUBLED = "wxy"


def conjugate_english(entry: str) -> Forms:
    """Forms of a verb, from its base; what follows it stays as it is (put off, reach .. agreement|deal).

    Past and perfect, the base and the third person, the progressive with its auxiliary, the passive infinitive, the gerund.

    Raises:
        ValueError: the first word is not a bare verb in small letters.
    """
    verb, _, rest = entry.partition(" ")
    if not verb.replace("-", "").isalpha() or not verb.islower() or verb == "to":
        raise ValueError(f"{entry!r} must begin with the base of an English verb (put off, not to put off)")
    tail = f" {rest}" if rest else ""
    past, done = _past(verb)
    finite = {
        "past": ["|".join(dict.fromkeys((past, done)))],
        "present": [f"{verb}|{_third(verb)}", f"is|are|was|were|been {_progressive(verb)}"],
        "infinitive": [f"be {done}", f"be {_progressive(verb)}"],
        "noun": [_progressive(verb)],
        "negated": [
            f"is|are|was|were not {_progressive(verb)}",
            f"isn't|aren't|wasn't|weren't {_progressive(verb)}",
        ],
    }
    forms = {form: [word + tail for word in words] for form, words in finite.items()}
    gap, _, objects = rest.partition(" ")
    # reach .. agreement|deal: an agreement ... was reached
    if gap == ".." and " " not in objects and objects not in _PARTICLES:
        forms["participle"] = [f"{objects} ... was|were|been|be|being {done}"]
    return forms


def _past(verb: str) -> tuple[str, str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        word = verb + "d"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        word = verb[:-1] + "ied"
    else:
        word = _doubled(verb) + "ed"
    return word, word


def _third(verb: str) -> str:
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _progressive(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    """Mapped, wrapping, beginning: the last consonant twice behind the one vowel of a short verb, and in verbs listed."""
    short = sum(c in _VOWELS for c in verb) == 1 and len(verb) > 2 and verb[-2] in _VOWELS
    doubles = short and verb[-1] not in _VOWELS + _NEVER_DOUBLED
    return verb + (verb[-1] if doubles or verb in _DOUBLED or verb == "begin" else "")
