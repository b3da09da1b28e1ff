"""How other languages in Latin script respell a foreign name: Lukashenko, Lukaschenko, Loukachenko, Lukaszenko, Lukasenko.

From the English romanisation in `people.yml` to the spellings of the other ten languages, in normal form, by the letter
correspondences of the usual newspaper transcriptions (Duden, Larousse, PWN, VLKK, TDK). Irregular ones stand in `latin`.
"""

from __future__ import annotations

from functools import lru_cache

# One table a language: applied from left to right, the longest first.
_TABLES: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (("shch", "schtsch"), ("sh", "sch"), ("tch", "tsch"), ("ch", "tsch"), ("kh", "ch"), ("zh", "sch"), ("j", "dsch"),
           ("v", "w"), ("z", "s"), ("ya", "ja"), ("yu", "ju"), ("ye", "je"), ("yo", "jo")),
    "fr": (("shch", "chtch"), ("sh", "ch"), ("ch", "tch"), ("zh", "j"), ("j", "dj"), ("u", "ou"), ("ya", "ia"), ("yu", "iou")),
    "pl": (("shch", "szcz"), ("sh", "sz"), ("ch", "cz"), ("kh", "ch"), ("zh", "z"), ("j", "dz"), ("v", "w"), ("ts", "c"),
           ("ya", "ja"), ("yu", "ju"), ("ye", "je"), ("y", "j")),
    "tr": (("shch", "sc"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("zh", "j"), ("j", "c"), ("ian", "iyan"), ("iy", "i"),
           ("w", "v"), ("q", "k")),
    "lt": (("shch", "sc"), ("sh", "s"), ("ch", "c"), ("kh", "ch"), ("zh", "z"), ("j", "dz"), ("ts", "c"), ("ya", "ja"),
           ("yu", "ju"), ("y", "j"), ("w", "v")),
    "ro": (("shch", "sci"), ("vich", "vici"), ("sh", "s"), ("kh", "h"), ("zh", "j"), ("ts", "t"), ("ya", "ia"), ("yu", "iu"), ("y", "i")),
    "es": (("kh", "j"), ("zh", "y"), ("j", "y"), ("ya", "ia"), ("y", "i"), ("sh", "s")),
    "it": (("sh", "s"), ("ch", "c"), ("kh", "ch"), ("zh", "z"), ("ya", "ja"), ("y", "i"), ("j", "g")),
    "be": (("sh", "s"), ("ch", "c"), ("kh", "ch"), ("zh", "z"), ("ya", "ia"), ("yu", "iu"), ("v", "u")),
}  # fmt: skip


def _apply(word: str, table: tuple[tuple[str, str], ...]) -> str:
    out: list[str] = []
    i = 0
    while i < len(word):
        for old, new in table:
            if word.startswith(old, i):
                out.append(new)
                i += len(old)
                break
        else:
            out.append(word[i])
            i += 1
    return "".join(out)


@lru_cache(maxsize=8192)
def respell(word: str) -> frozenset[str]:
    """The spellings of one word of a name in the languages in Latin script, the word itself among them.

    Args:
        word: English romanisation in normal form; words of up to three letters are left alone.
    """
    if len(word) <= 3:
        return frozenset((word,))
    written = {
        word,
        *(word.replace("gh", letter) for letter in ("g", "q") if "gh" in word),
    }  # Dehghan, Dehgan, Dehqan
    out = written | {w for one in written for table in _TABLES.values() if len(w := _apply(one, table)) > 4}
    if word.endswith("in"):  # French spares Russian and Persian names the nasal: Khrénine, Poutine
        out |= {w + "e" for w in out}
    if word.endswith("ov") or word.endswith("ev"):
        out |= {w[:-1] + "ff" for w in (word, _apply(word, _TABLES["fr"]))} | {w[:-1] + "w" for w in set(out)}
    return frozenset(out)


@lru_cache(maxsize=8192)
def respell_for(word: str, language: str) -> frozenset[str]:
    """The spellings of a name that a page in one language inflects: the English one and its own."""
    table = _TABLES.get(language, ())
    if len(word) <= 3:
        return frozenset({word})
    return frozenset({word, _apply(word, table), _apply(word.replace("gh", "g"), table)})
