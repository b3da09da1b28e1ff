"""Forms that tell verbs and their clauses apart: English participles before nouns, German prefixes, Turkish verbal nouns and the genitives that open their clauses."""

from __future__ import annotations

import re

from helpers.coding.timex.lexicon import Lexicon
from helpers.coding.timex.scan import Token

# German verbs join their prefix in clauses of their own: der auslief, die eintrafen
_PREFIXES = re.compile(
    r"(?:an|ab|auf|aus|bei|ein|fest|fort|heim|her|hin|los|mit|nach|nieder|statt|teil|vor|weg|weiter|wieder|zu|zurück|zusammen|um|unter|über|ver|er|ent|be|zer)"
    r"(?=[a-zäöüß]{3})"
)


def is_prefixed_past(word: str, lexicon: Lexicon) -> bool:
    """True for a past of the vocabulary behind a prefix: auslief, eintrafen."""
    match = _PREFIXES.match(word)
    stem = lexicon.words.get((word[match.end() :],), {}) if match is not None else {}
    return "past" in stem and "aux" not in stem and "fut" not in stem


# endings of Turkish verbs inside another clause: varacağını bildirdi
EMBEDDED = (
    "acağını", "eceğini", "acağı", "eceği", "dığını", "diğini", "duğunu", "düğünü", "tığını", "tiğini", "tuğunu", "tüğünü",
    "masını", "mesini",
)  # fmt: skip
_GENITIVE = ("nın", "nin", "nun", "nün", "ın", "in", "un", "ün")
_NO_GENITIVE = frozenset(
    ("için", "kadın", "yakın", "altın", "kesin", "derin", "yarın", "bugün", "uzun", "bütün", "üstün")
)


def is_genitive(token: Token) -> bool:
    """True for a Turkish noun in the genitive, the subject of a clause inside another."""
    word = token.word
    return len(word) > 4 and not token.cats and word.endswith(_GENITIVE) and word not in _NO_GENITIVE


_FINITE = frozenset(("is", "are", "be", "been", "being", "get", "gets"))
_ADVERBS = ("ly", "still", "yet", "newly", "long", "so-called", "most", "more", "well", "once")


def is_attributive(tokens: list[Token], k: int, step: int) -> bool:
    """True for an English participle between an article and its noun: the proposed deal, a still unspecified date.

    Looking ahead (`step` 1) also for one behind its noun: by August in markets untouched by the crisis.
    """
    token, after = tokens[k], tokens[k + 1]
    if (
        step > 0
        and after.word == "by"
        and "past" not in tokens[k - 1].cats
        and tokens[k - 1].word not in _FINITE
    ):
        return token.word.endswith("ed")
    if not token.word.endswith("ed") or after.kind != "w" or "prep" in after.cats or "art" in after.cats:
        return False
    lead = tokens[k - 2] if tokens[k - 1].word.endswith(_ADVERBS) else tokens[k - 1]
    return "art" in lead.cats or "one" in lead.cats


_PERSIAN_PRESENT = re.compile(r"(?:باز|بر|در|فرا|فرو)?ن?می\w{2,}(?:د|م|یم|ید)")
_NO_PRESENT = frozenset(("میلاد", "میعاد"))


def is_persian_present(word: str) -> bool:
    """True for a Persian verb of the present by its prefix and ending: می‌روند, بازمی‌گردد, نمی‌پذیرد."""
    return _PERSIAN_PRESENT.fullmatch(word) is not None and word not in _NO_PRESENT
