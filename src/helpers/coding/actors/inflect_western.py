"""Forms of names, nouns and adjectives in English, German, Romance languages, Lithuanian, Turkish and Persian.

Words are in normal form (`normalise.fold`): accents are off, so Turkish ı and i, ş and s are one letter here.
"""

from __future__ import annotations


def _add(stem: str, endings: str) -> set[str]:
    return {stem + ("" if e == "-" else e) for e in endings.split()}


def unchanged(word: str) -> set[str]:
    """A word that has one form."""
    return {word}


def name_en(word: str) -> set[str]:
    """English: the genitive without its apostrophe, as careless pages write it (Irans)."""
    return {word}


def noun_en(word: str) -> tuple[set[str], set[str]]:
    """English noun: singular and plural."""
    if word.endswith(("s", "ch", "sh")):
        return {word}, {word + "es"}
    if word.endswith("y") and word[-2:-1] not in "aeou":
        return {word}, {word[:-1] + "ies"}
    return {word}, {word + "s"}


def name_de(word: str) -> set[str]:
    """German: genitive in -s."""
    return _add(word, "- s") if not word.endswith(("s", "x", "z")) else {word}


def noun_de(word: str) -> tuple[set[str], set[str]]:
    """German noun: Minister, Präsident, Chef, Kollege, Sekretär, with the feminine in -in."""
    if word.endswith("er"):
        return _add(word, "- s in"), _add(word, "- n innen")
    if word.endswith("ent"):
        return _add(word, "- en in"), _add(word, "en innen")
    if word.endswith("e"):
        return _add(word, "- n"), _add(word, "n")
    if word.endswith("um"):
        return _add(word, "- s"), _add(word[:-2], "en")
    return _add(word, "- s es in en"), _add(word, "e en s innen")


def adjective_de(word: str) -> set[str]:
    """German adjective of origin."""
    return _add(word, "- e er es en em")


def noun_fr(word: str) -> tuple[set[str], set[str]]:
    """French noun: ministre, président, homologue, chef."""
    if word.endswith(("s", "x")):
        return {word}, {word}
    fem = {word + "e"} if word.endswith(("t", "d")) else set()
    if word.endswith("en"):
        fem = {word + "ne"}
    return {word} | fem, {f + "s" for f in {word} | fem}


def adjective_fr(word: str) -> set[str]:
    """French adjective from the masculine: iranien, bélarusse, turc, chinois."""
    if word.endswith("en"):
        fem = word + "ne"
    elif word.endswith("ec"):
        fem = word + "que"
    elif word.endswith("c"):
        fem = word[:-1] + "que"
    elif word.endswith("e"):
        fem = word
    else:
        fem = word + "e"
    return {word, fem, fem + "s", word if word.endswith("s") else word + "s"}


def noun_it(word: str) -> tuple[set[str], set[str]]:
    """Italian noun: ministro, presidente, omologo, capo, collega."""
    if word.endswith("go"):
        return _add(word[:-2], "go ga"), _add(word[:-2], "ghi gi ghe")
    if word.endswith("co"):
        return _add(word[:-2], "co ca"), _add(word[:-2], "chi ci che")
    if word.endswith("o"):
        return _add(word[:-1], "o a"), _add(word[:-1], "i e")
    if word.endswith("e"):
        return {word}, {word[:-1] + "i"}
    if word.endswith("ga"):
        return {word}, {word[:-1] + "hi", word[:-1] + "he"}
    if word.endswith("a"):
        return {word}, {word[:-1] + "i", word[:-1] + "e"}
    return {word}, {word}


def adjective_it(word: str) -> set[str]:
    """Italian adjective from the masculine: iraniano, cinese, turco, russo."""
    singular, plural = noun_it(word)
    return singular | plural


def noun_es(word: str) -> tuple[set[str], set[str]]:
    """Spanish noun: ministro, presidente, homólogo, canciller, jefe."""
    if word.endswith("o"):
        return _add(word[:-1], "o a"), _add(word[:-1], "os as")
    if word.endswith("a"):
        return {word}, {word + "s"}
    if word.endswith("e"):
        return {word, word[:-1] + "a"}, {word + "s", word[:-1] + "as"}
    return {word, word + "a"}, {word + "es", word + "as"}


def adjective_es(word: str) -> set[str]:
    """Spanish adjective from the masculine without accents: irani, bielorruso, chino, frances, aleman."""
    singular, plural = noun_es(word)
    extra = {word + "s"} if word.endswith("i") else set()
    return singular | plural | extra


def name_ro(word: str) -> set[str]:
    """Romanian: definite article and genitive (Belarusul, Belarusului, Rusia, Rusiei, lui Raisi)."""
    if word.endswith("ia"):
        return {word, word[:-1] + "ei"}
    if word.endswith("a"):
        return {word, word[:-1] + "ei"}
    if word[-1:] in "eiou":
        return _add(word, "- ul ului le lui")
    return _add(word, "- ul ului")


def noun_ro(word: str) -> tuple[set[str], set[str]]:
    """Romanian noun: ministru, președinte, șef, omolog, secretar."""
    if word.endswith("tru"):
        return _add(word, "- l lui le"), _add(word[:-3], "tri trii trilor")
    if word.endswith("te"):
        return _add(word, "- le lui") | {word[:-1] + "a", word[:-1] + "ei"}, _add(word[:-1], "i ii ilor")
    if word.endswith("ie"):
        return _add(word[:-1], "e a ei"), _add(word[:-1], "i le lor ile ilor")
    if word.endswith("a"):
        return {word, word[:-1] + "ei", word[:-1] + "e"}, _add(word[:-1], "e ele elor")
    last = {"t": "t", "d": "z"}.get(word[-1:], word[-1:])
    return _add(word, "- ul ului a ei"), _add(word[:-1] + last, "i ii ilor")


def adjective_ro(word: str) -> set[str]:
    """Romanian adjective from the masculine without accents: iranian, belarus, rus, chinez, turc."""
    if word.endswith(("ian", "ean")):  # iranian, iraniana, iranieni, iraniene; armean, armeni
        root = word[:-2] if word.endswith("ian") else word[:-3]
        return _add(word, "- a ul ului") | _add(root, "eni enii enilor ene enele enelor enei ence enca")
    if word.endswith("an"):
        return _add(word, "- a ul ului i ii ilor e ele elor ei")
    if word.endswith("u"):
        return _add(word[:-1], "u a e i l ui lui ii ilor ele elor")
    soft = {word[:-1] + "st", word[:-1] + "s"} if word.endswith("c") else set()
    stems = {word} | soft
    if word.endswith("c"):
        return _add(word, "- a ul ului i ii ilor e ele ei esti easca esc") | {
            word[:-1] + "ci",
            word[:-1] + "ce",
        }
    return {f for s in stems for f in _add(s, "- a ul ului i ii ilor e ele elor ei")}


_LT = (
    ("ija", "ija ijos ijai ijoje ijon", "ijos iju ijoms ijas ijomis ijose"),
    ("tis", "tis cio ciui ti ciu tyje", "ciai ciu ciams cius ciais ciuose"),
    ("dis", "dis dzio dziui di dziu dyje", "dziai dziu dziams dzius dziais dziuose"),
    ("is", "is io iui i iu yje", "iai iu iams ius iais iuose"),
    ("ys", "ys io iui i iu yje y", "iai iu iams ius iais iuose"),
    ("ius", "ius iaus iui iu iumi iuje", "iai iu iams ius iais iuose"),
    ("us", "us aus ui u umi uje", "us u ums umis uose"),
    ("as", "as o ui a u e ai", "ai u ams us ais uose"),
    ("a", "a os ai oje", "os u oms as omis ose"),
    ("e", "e es ei eje", "es iu ems emis ese"),
    ("ai", "ai u ams us ais uose", ""),
    ("os", "os u oms as omis ose", ""),
    ("o", "o", ""),
)


def noun_lt(word: str) -> tuple[set[str], set[str]]:
    """Lithuanian noun: ministras, prezidentas, vadovas, kolega, sekretorius; ministrė beside ministras."""
    for ending, singular, plural in _LT:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            sg, pl = _add(stem, singular), _add(stem, plural) if plural else set()
            if ending == "as":
                sg |= _add(stem, "e es ei eje")
            return sg, pl
    return {word}, set()


def name_lt(word: str) -> set[str]:
    """Lithuanian proper name; one that ends as abroad also takes endings (Khrenin -> Khreninas, Khrenino)."""
    if word.endswith(("ijus", "jus")):
        return _add(word[:-2], "us aus ui u umi uje")
    if len(word) > 3 and word.endswith(("as", "is", "us", "ys", "ija", "a", "e", "ai", "os")):
        return noun_lt(word)[0]
    if word[-1:] in "aeiouy":
        return _add(word, "- s jus jaus jui ju jumi") if len(word) > 3 else {word}
    return _add(word, "- as o ui a u e is io iui i iu") if len(word) > 3 else {word}


def adjective_lt(word: str) -> set[str]:
    """Lithuanian adjective of origin (iranietiskas): the usual one is the genitive of the country, which is its name."""
    if word.endswith("iskas"):
        return _add(word[:-2], "as o am a u ame i u iems us ais uose os ai oje oms as omis ose")
    return noun_lt(word)[0] | noun_lt(word)[1]


def _harmony(word: str) -> tuple[str, str]:
    """The Turkish high and low suffix vowels after a word in normal form (ı and i, ü and u are folded)."""
    for char in reversed(word):
        if char in "aou":
            return ("i" if char == "a" else "u"), "a"
        if char in "ei":
            return "i", "e"
    return "i", "e"


def _tr_cases(word: str, *, possessive: bool = False) -> set[str]:
    high, _ = _harmony(word)
    out = {word}
    for low in ("a", "e"):  # u stands for u and ü, i for ı and i: both rows are possible after folding
        if word[-1:] in "aeiou":
            link, glide = ("n", "n") if possessive else ("n", "y")
            out |= {word + link + high + "n", word + glide + low, word + glide + high, word + "yl" + low}
            deep = "nd" if possessive else "d"
            out |= {word + deep + low, word + deep + low + "n", word + deep + low + "ki"}
        else:
            out |= {word + high + "n", word + low, word + high, word + "l" + low}
            out |= {word + t + low + tail for t in "dt" for tail in ("", "n", "ki")}
    return out


def name_tr(word: str) -> set[str]:
    """Turkish name with its case endings, written without the apostrophe (Iranin, Tahranda); with it, words part there."""
    return _tr_cases(word) if len(word) > 3 else {word}


def noun_tr(word: str) -> tuple[set[str], set[str]]:
    """Turkish noun as the head of a compound or bare: bakani, cumhurbaskani, mevkidasi; plural bakanlari."""
    possessive = word[-1:] in "iu"
    base = word[:-1] if possessive else word
    if word.endswith("gi"):
        base = word[:-2] + "k"
    low = _harmony(base)[1]
    plural = base + "l" + low + "r"
    pl = {f for p in (plural, plural + "i") for f in _tr_cases(p, possessive=p.endswith("i"))}
    return _tr_cases(word, possessive=possessive) | ({base} if not word.endswith("gi") else set()), pl


def adjective_tr(word: str) -> set[str]:
    """Turkish adjective of origin (iranli, rus) with plural and case endings of its use as a noun."""
    low = _harmony(word)[1]
    return _tr_cases(word) | _tr_cases(word + "l" + low + "r")


def noun_fa(word: str) -> tuple[set[str], set[str]]:
    """Persian noun in normal form: وزیر with the plurals وزرا, وزیران, وزرای; the ezafe is written after a vowel only."""
    broken = {"وزیر": "وزرا", "رییس": "روسا", "سفیر": "سفرا", "رهبر": "رهبران"}
    sg = {word, word + "ی"} if word[-1:] in "او" else {word}
    plural = {word + "ان", word + "ها", word + "های"}
    if word in broken:
        b = broken[word]
        plural |= {b, b + "ی"}
    return sg, plural


def adjective_fa(word: str) -> set[str]:
    """Persian adjective of origin (ایرانی) with the plurals of its use as a noun."""
    return _add(word, "- ان ها های") | ({word + "یان"} if word[-1:] not in "ی" else {word[:-1] + "یان"})
