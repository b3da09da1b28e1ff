"""What is told stays the same whoever says it, and whatever opens or follows the sentence: in thirteen languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from coded_text import code_text

FIXTURES = Path(__file__).parent / "fixtures"
ENDS = {  # an unnamed speaker, an agency
    "en": (", the ministry said.", ", according to BelTA."),
    "de": (", teilte das Ministerium mit.", ", wie BelTA berichtet."),
    "fr": (", a indiqué le ministère.", ", selon BelTA."),
    "es": (", indicó el ministerio.", ", según BelTA."),
    "it": (", ha riferito il ministero.", ", secondo BelTA."),
    "ro": (", a anunțat ministerul.", ", potrivit BelTA."),
    "ru": (", сообщили в министерстве.", ", сообщает БелТА."),
    "uk": (", повідомили в міністерстві.", ", повідомляє БелТА."),
    "be": (", паведамілі ў міністэрстве.", ", паведамляе БелТА."),
    "pl": (", poinformowało ministerstwo.", ", podaje BiełTA."),
    "lt": (", pranešė ministerija.", ", praneša „BelTA“."),
}
OPENINGS = {
    "en": ("In addition, ", "According to BelTA, "),
    "fr": ("Par ailleurs, ", "Selon l'agence BelTA, "),
    "es": ("Además, ", "Según la agencia BelTA, "),
    "it": ("Inoltre, ", "Secondo l'agenzia BelTA, "),
    "ro": ("De asemenea, ", "Potrivit agenției BelTA, "),
    "ru": ("Кроме того, ", "По данным агентства БелТА, "),
    "uk": ("Крім того, ", "За даними агентства БелТА, "),
    "be": ("Акрамя таго, ", "Паводле агенцтва БелТА, "),
    "pl": ("Ponadto ", "Według agencji BiełTA "),
    "lt": ("Be to, ", "Agentūros „BelTA“ duomenimis, "),
    "tr": ("Ayrıca ", "BelTA'ya göre "),
    "fa": ("همچنین ", "به گزارش ایرنا، "),
}
QUOTED = {
    "en": "“%s,” the spokesman said.",
    "de": "„%s“, sagte der Sprecher.",
    "fr": "« %s », a déclaré le porte-parole.",
    "es": "«%s», afirmó el portavoz.",
    "it": "«%s», ha detto il portavoce.",
    "ro": "„%s”, a spus purtătorul de cuvânt.",
    "ru": "«%s», — сказал представитель ведомства.",
    "uk": "«%s», — сказав речник відомства.",
    "be": "«%s», — сказаў прадстаўнік ведамства.",
    "pl": "„%s” – powiedział rzecznik.",
    "lt": "„%s“, – sakė atstovas.",
    "tr": "Sözcü, “%s” dedi.",
    "fa": "سخنگو گفت: «%s».",
}
_MIXED = re.compile(r"[.!?;:]\s|[«“„\"—–\n]")
# Sentences that name a source or an adverb of their own, or that a second speaker makes another one.
_ALLOWED = 2


def _sentences(language: str) -> list[str]:
    cases = yaml.safe_load((FIXTURES / f"{language}.yml").read_text(encoding="utf-8"))
    texts = (str(case["text"]) for case in cases if case["claims"])
    return [t.rstrip(".") for t in texts if t.endswith(".") and not _MIXED.search(t[:-1])]


def _told(text: str, language: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    found = code_text(text, language)
    return sorted(
        (c.draft.kind, c.draft.judgement.status, c.draft.judgement.polarity, c.parties) for c in found
    )


def _changed(language: str, pattern: str) -> list[str]:
    out = []
    for text in _sentences(language):
        wrapped = pattern % text
        if _told(text + ".", language) != _told(wrapped, language):
            out.append(wrapped)
    return out


@pytest.mark.parametrize("language", ENDS)
@pytest.mark.parametrize("speaker", [0, 1], ids=["ministry", "agency"])
def test_who_says_it_at_the_end_changes_nothing(language: str, speaker: int) -> None:
    changed = _changed(language, "%s" + ENDS[language][speaker])
    assert len(changed) <= _ALLOWED, changed


@pytest.mark.parametrize("language", OPENINGS)
@pytest.mark.parametrize("opening", [0, 1], ids=["connective", "agency"])
def test_what_opens_the_sentence_changes_nothing(language: str, opening: int) -> None:
    texts = [t for t in _sentences(language) if t.split()[0] in NAMES]
    lead = OPENINGS[language][opening]
    changed = [t for t in texts if _told(t + ".", language) != _told(f"{lead}{t}.", language)]
    assert texts
    assert len(changed) <= _ALLOWED, changed


@pytest.mark.parametrize("language", QUOTED)
def test_a_quotation_tells_what_its_sentence_tells(language: str) -> None:
    changed = _changed(language, QUOTED[language])
    assert len(changed) <= _ALLOWED, changed


# Words that keep their capital within a sentence.
NAMES = frozenset(
    [
        "Iran",
        "Belarus",
        "Minsk",
        "Tehran",
        "Khrenin",
        "Lukashenko",
        "Raisi",
        "L'Iran",
        "Loukachenko",
        "Téhéran",
        "Irán",
        "Bielorrusia",
        "Teherán",
        "Bielorussia",
        "Teheran",
        "Iranul",
        "Belarusul",
        "Lukașenko",
        "Иран",
        "Беларусь",
        "Белоруссия",
        "Минск",
        "Тегеран",
        "Хренин",
        "Лукашенко",
        "Іран",
        "Білорусь",
        "Мінськ",
        "Хренін",
        "Мінск",
        "Тэгеран",
        "Лукашэнка",
        "Хрэнін",
        "Białoruś",
        "Mińsk",
        "Chrenin",
        "Iranas",
        "Baltarusija",
        "Minskas",
        "Teheranas",
        "Lukašenka",
        "Chreninas",
        "İran",
        "Tahran",
        "Hrenin",
        "Lukaşenko",
        "ایران",
        "بلاروس",
        "تهران",
        "مینسک",
        "لوکاشنکو",
    ]
)
