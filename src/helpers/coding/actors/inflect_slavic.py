"""Declension of Russian, Ukrainian, Belarusian and Polish names, nouns and adjectives by their endings.

Words are in normal form (`normalise.fold`): ё is е, Polish letters have lost their marks (ł -> l, ń -> n, ę -> e).
"""

from __future__ import annotations

_HUSH_RU = "жшщчц"
_VOWELS = "аеиоуыэюяіїєўё"


def _add(stem: str, endings: str) -> set[str]:
    return {stem + ("" if e == "-" else e) for e in endings.split()}


def noun_ru(word: str) -> tuple[set[str], set[str]]:
    """Russian noun: министр, президент, секретарь, глава, командующий, коллега, министерство."""
    stem, last = word[:-1], word[-1]
    if word.endswith(("ий", "ый", "ой")) and len(word) > 5:
        s = word[:-2]
        return _add(s, "ий ый ой его ого ему ому им ым ем ом"), _add(s, "ие ые их ых им ым ими ыми")
    if word.endswith("ец") and len(word) > 4:
        s = word[:-2] + ("й" if word[-3] in "аеиоу" else "")
        return _add(s, "ца цу цем цом це") | {word}, _add(s, "цы цев цов цам цами цах")
    if word.endswith("анин") or word.endswith("янин"):
        s = word[:-2]
        return _add(word, "- а у ом е"), _add(s, "е - ам ами ах")
    if last == "й":
        return _add(stem, "й я ю ем е и"), _add(stem, "и ев ям ями ях")
    if last == "ь":
        return _add(stem, "ь я ю ем ем е и ью"), _add(stem, "и ей ям ями ях")
    if word.endswith("ия"):
        return _add(stem, "я и ю ей ею"), _add(stem, "и й ям ями ях")
    if last == "а":
        return _add(stem, "а ы и е у ой ою ей"), _add(stem, "ы и - ам ами ах")
    if last == "я":
        return _add(stem, "я и е ю ей ею"), _add(stem, "и ь й ям ями ях")
    if last == "о":
        return _add(stem, "о а у ом е"), _add(stem, "а - ам ами ах")
    if last == "е":
        return _add(stem, "е я ю ем и"), _add(stem, "я й ям ями ях")
    if last in _VOWELS:
        return {word}, set()
    soft = last in _HUSH_RU
    return _add(word, "- а у ом ем е"), _add(
        word, "ы и ов ей ам ами ах" if not soft else "и ы ей ев ам ами ах"
    )


def name_ru(word: str) -> set[str]:
    """Russian proper name; names in -о, -е, -и, -у, -ю do not change, plural names do (Нидерланды, Афины)."""
    last = word[-1]
    if last in "оеэуюі" or len(word) < 3:
        return {word}
    if last in "ыи":
        return _add(word[:-1], f"{last} - ов ам ами ах") if len(word) > 4 else {word}
    if word.endswith(("ский", "цкий", "ная", "ский")):
        s = word[:-2]
        return _add(s, "ий ого ому им ом ая ой ую ою")
    if word.endswith(("ая", "яя")) and len(word) > 4:
        return _add(word[:-2], "ая ой ую ою ей юю яя")
    if word.endswith("ые") or word.endswith("ие"):
        return adjective_ru(word[:-2])
    if word.endswith("ец"):
        return noun_ru(word)[0]
    if word.endswith("ий"):
        return _add(word[:-2], "ий ия ию ием ии ого ому им ом")
    if word.endswith(("ов", "ев", "ин", "ын")):
        return _add(word, "- а у ым ом е а ой у")
    return noun_ru(word)[0]


def adjective_ru(stem: str) -> set[str]:
    """Russian adjective from its stem; -о for the first half of иранско-белорусский."""
    return _add(stem, "ий ый ой ого его ому ему им ым ом ем ая яя ой ей ую юю ою ое ее ие ые их ых ими ыми о")


def noun_uk(word: str) -> tuple[set[str], set[str]]:
    """Ukrainian noun: міністр, президент, секретар, голова, очільник."""
    stem, last = word[:-1], word[-1]
    if word.endswith(("ий", "ій")) and len(word) > 5:
        s = word[:-2]
        return _add(s, "ий ій ого ому им ім"), _add(s, "і их ім им ими")
    if word.endswith("ець"):
        s = word[:-3] + ("й" if word[-4] in "аеиоуіє" else "")
        return _add(s, "ця цю цеві цем ці") | {word}, _add(s, "ці ців цям цями цях")
    if word.endswith("єць"):  # китаєць, китайці
        s = word[:-3] + "й"
        return _add(s, "ця цю цеві цем ці") | {word}, _add(s, "ці ців цям цями цях")
    if word.endswith(("янин", "анин", "енин", "арин")):  # росіянин, росіяни, росіян
        return _add(word, "- а у ові ом і"), _add(word[:-2], "и - ам ами ах")
    if last == "й":
        return _add(stem, "й я ю єві єм ї і"), _add(stem, "ї їв ям ями ях")
    if last == "ь":
        doubled = {stem + stem[-1] + "ю"}  # feminine: Білоруссю
        return _add(stem, "ь я ю еві єві ем і ю") | doubled, _add(stem, "і ів ей ям ями ях")
    if word.endswith("ія"):
        return _add(stem, "я ї ю єю"), _add(stem, "ї й ям ями ях")
    if last == "а":
        soft = {word[:-2] + {"к": "ц", "г": "з", "х": "с"}.get(word[-2], word[-2]) + "і"}
        return _add(stem, "а и і у ою ею ові") | soft, _add(stem, "и і - ів ам ами ах")
    if last == "я":
        return _add(stem, "я і ю ею єю"), _add(stem, "і ь ів ям ями ях")
    if last == "о":
        return _add(stem, "о а у ові ом і"), _add(stem, "а - ам ами ах")
    if last in _VOWELS:
        return {word}, set()
    return _add(word, "- а у ю я ові еві ом ем і и"), _add(word, "и і ів ам ами ах ям ями ях")


def name_uk(word: str) -> set[str]:
    """Ukrainian proper name: unlike Russian, -ко declines (Лукашенка, Лукашенку, Лукашенком)."""
    last = word[-1]
    if last in "еуюєї" or len(word) < 3:
        return {word}
    if last in "иі":
        return _add(word[:-1], f"{last} - ів ам ами ах") if len(word) > 4 else {word}
    if word.endswith(("ький", "цький")):
        return _add(word[:-2], "ий ого ому им ім")
    if word.endswith("ий"):
        return _add(word[:-2], "ий ія ію ієм ії ого ому им ім")
    if word.endswith("ій"):
        return _add(word[:-1], "й я ю єм ї єві")
    if word.endswith("ька") or word.endswith("на"):
        return noun_uk(word)[0] | _add(word[:-1], "а ої ій у ою")
    if word in {"київ", "харків", "львів"}:
        s = word[:-2] + {"київ": "є", "харків": "о", "львів": "о"}[word] + "в"
        return {word, *_add(s, "а у ом і")}
    if word.endswith(("ів", "їв", "ов", "ін", "ев")):
        return _add(word, "- а у ові им ом і")
    return noun_uk(word)[0]


def adjective_uk(stem: str) -> set[str]:
    """Ukrainian adjective from its stem."""
    return _add(stem, "ий ій ого ому им ім а ої ій у ою е і их ими о")


def noun_be(word: str) -> tuple[set[str], set[str]]:
    """Belarusian noun: міністр, прэзідэнт, сакратар, кіраўнік."""
    stem, last = word[:-1], word[-1]
    if word.endswith(("кі", "ны", "шы", "чы")) and len(word) > 6:
        return _add(word[:-1], "і ы ага аму ім ым"), _add(word[:-1], "ія ыя іх ых ім ым імі ымі")
    if word.endswith("ец"):
        s = word[:-2] + ("й" if word[-3] in "аеіоу" else "")
        return _add(s, "ца цу цам цы") | {word}, _add(s, "цы цаў цам цамі цах")
    if word.endswith(("янін", "анін")):  # армянін, армяне, армян
        return _add(word, "- а у ам е"), _add(word[:-2], "е - аў ам амі ах")
    if last == "й":
        return _add(stem, "й я ю ем і"), _add(stem, "і яў ям ямі ях")
    if last == "ь":
        return _add(stem, "ь і ю я ем") | {stem + last[:0] + stem[-1:] + "ю"}, _add(stem, "і яў ям ямі ях")
    if word.endswith("ія"):
        return _add(stem, "я і ю яй яю"), _add(stem, "і й ям ямі ях")
    if last == "а":
        soft = {
            word[:-2] + {"к": "ц", "г": "з", "т": "ц", "д": "дз", "х": "с"}.get(word[-2], word[-2]) + e
            for e in "еы"
        }
        return _add(stem, "а ы і е у ай ой аю ам") | soft, _add(stem, "ы і - аў ам амі ах")
    if last == "я":
        # the stressed ending as well: старшынёй, старшынёю
        return _add(stem, "я і ю яй яю ей ею ем е"), _add(stem, "і ь яў ям ямі ях")
    if last == "о":
        return _add(stem, "о а у ам е"), _add(stem, "ы - аў ам амі ах")
    if last in _VOWELS:
        return {word}, set()
    locative = {stem + {"т": "ц", "д": "дз"}.get(last, last) + "е"}
    return _add(word, "- а у ам ом ем е ы") | locative, _add(word, "ы і аў оў ам амі ах")


def name_be(word: str) -> set[str]:
    """Belarusian proper name (Лукашэнка: -кі, -ку, -кам, -кай; Хрэнін: -ным)."""
    last = word[-1]
    if last in "еоэуюё" or len(word) < 3:
        return {word}
    if last in "ыі":
        s = word[:-1]
        plain = _add(s, f"{last} - аў яў ам ям амі ямі ах ях") if len(word) > 4 else {word}
        return plain | (_add(s, "ага аму ім ым") if word.endswith(("скі", "цкі")) else set())
    if word.endswith("ая") and len(word) > 4:
        return _add(word[:-2], "ая ай ую аю")
    if word.endswith(("аў", "еў", "оў", "ёў", "эў")):
        return {word, *_add(word[:-1] + "в", "а у ым е")}
    if word.endswith(("ін", "ын")):
        return _add(word, "- а у ым ам е")
    return noun_be(word)[0]


def adjective_be(stem: str) -> set[str]:
    """Belarusian adjective from its stem."""
    return _add(stem, "і ы ага ога аму ому ім ым ая ай ую аю ое ае ія ыя іх ых імі ымі а о")


_SOFT_PL = {"t": "ci", "d": "dzi", "r": "rz", "l": "l", "n": "ni", "s": "si", "z": "zi", "k": "c", "g": "dz"}


def _soft_pl(stem: str) -> set[str]:
    """The stem before -e of the locative: Minister -> ministrze, Irak -> Iraku, Moskwa -> Moskwie."""
    last = stem[-1:]
    return {stem[:-1] + _SOFT_PL[last] + "e"} if last in _SOFT_PL else {stem + "ie", stem + "e"}


def noun_pl(word: str) -> tuple[set[str], set[str]]:
    """Polish noun in normal form: minister, prezydent, szef, sekretarz, odpowiednik, glowa."""
    stem, last = word[:-1], word[-1]
    if word.endswith("ster"):
        s = word[:-2] + "r"
        return _add(s, "a owi em ze") | {word}, _add(s, "owie ow om ami ach")
    if word.endswith(("cy", "czy")) and len(word) > 5:
        return _add(stem, "y ego emu ym"), _add(stem, "y ych ym ymi")
    if word.endswith("iec"):
        s = word[:-3]
        return _add(s, "ca cowi cem cu") | {word}, _add(s, "cy cow com cami cach")
    if word.endswith("czyk"):
        return _add(word, "- a owi iem u"), _add(stem, "cy kow kom kami kach")
    if word.endswith("ek") and len(word) > 4:
        s = word[:-2] + "k"
        return _add(s, "a u owi iem") | {word}, _add(s, "i ow om ami ach") | {word[:-2] + "cy"}
    if word.endswith("anin"):  # Rosjanin, Rosjanie, Rosjan
        return _add(word, "- a u owi em ie"), _add(word[:-2], "ie - om ami ach")
    if last == "a":
        hard = stem[-1:] in "kg"
        sg = _add(stem, "a y i e o") | _soft_pl(stem) | ({stem + "i"} if hard else set())
        if stem.endswith(("j", "i")):
            sg |= _add(stem, "a i e o") | {stem[:-1] + "i"}
        return sg, _add(stem, "y i - e om ami ach owie ow")
    if last == "o":
        return _add(stem, "o a u em ie") | _soft_pl(stem), _add(stem, "a - om ami ach")
    if last == "e":
        return _add(stem, "e a u em"), _add(stem, "a - om ami ach")
    if last in "iyu":
        return {word}, set()
    em = {word + ("iem" if last in "kg" else "em")}
    soft = {stem + _SOFT_PL[last][:-1] + "i"} if last in "td" else {stem + "cy"} if last == "k" else set()
    return _add(word, "- a u owi") | em | _soft_pl(word), _add(word, "y i e owie ow om ami ach") | soft


def name_pl(word: str) -> set[str]:
    """Polish proper name in normal form; -i and -y decline as adjectives, -o as -a (Łukaszenko, Łukaszenki)."""
    stem, last = word[:-1], word[-1]
    if len(word) < 3:
        return {word}
    if last == "i":
        return _add(word, "- ego emu m m")
    if last == "y":
        return _add(stem, "y ego emu ym") | (_add(stem, "- ow om ami ach") if len(word) > 4 else set())
    if last == "o" and word.endswith("ko"):
        return _add(word[:-2], "ko ki ce ke ka kiem ku")
    if word.endswith(("ou", "au", "eu")) and len(word) > 4:  # Belarusian surnames: Ryżankou, z Ryżankouem
        return _add(word, "- a owi em ie owie ow om ami")
    if word.endswith(("sja", "cja", "zja", "ja")):
        return _add(word[:-1], "a i e o")
    if word.endswith("ia"):
        return _add(word[:-1], "a i e o") | {word[:-2] + "ii"}
    if word.endswith("an") or word.endswith("in"):
        return noun_pl(word)[0] | _add(word, "owie ow om ami")
    if word.endswith("us") and word.startswith("bialor"):
        return _add(word, "- i ia")
    if word.endswith("iec") or word.endswith("ek"):
        return noun_pl(word)[0]
    if last == "n" and word.endswith("sk"):
        return noun_pl(word)[0]
    return noun_pl(word)[0]


def adjective_pl(stem: str) -> set[str]:
    """Polish adjective from its stem in normal form (iransk, bialorusk); -o for iransko-bialoruski."""
    return (
        _add(stem, "i y iego ego iemu emu im ym a iej ej ie e ich ych imi ymi o")
        | {stem[:-1] + "cy"}
        | {stem[:-2] + "scy" if stem.endswith("sk") else stem + "i"}
    )
