"""Dates of acts in texts whose times stand in another clause or sentence: told_times.yml, in thirteen languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from coded_text import LEADS, code_text

SECTIONS = yaml.safe_load((Path(__file__).parent / "told_times.yml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(section["dates"], language, text, id=f"{name}-{language}-{n}")
    for name, section in SECTIONS.items()
    for n, told in enumerate(section["texts"])
    for language, text in told.items()
]


@pytest.mark.parametrize(("dates", "language", "text"), CASES)
def test_dates(dates: dict[str, list[str]], language: str, text: str) -> None:
    found: dict[str, set[str]] = {}
    for claim in code_text(f"{LEADS[language]}\n{text}", language, published="2024-05-15"):
        found.setdefault(claim.draft.key, set()).add(claim.dated.interval.edtf or "none")
    assert {act: sorted(found.get(act, ())) for act in dates} == {
        act: sorted({str(day) for day in days}) for act, days in dates.items()
    }


HELD_BEFORE = {
    "en": "Iran's ambassador met Belarusian Chief of the General Staff Viktor Gulevich. The conversation took place on 5 May at the Defence Ministry in Minsk.",
    "de": "Der iranische Botschafter traf den belarussischen Generalstabschef Viktor Gulewitsch. Das Gespräch fand am 5. Mai im Verteidigungsministerium in Minsk statt.",
    "es": "El embajador de Irán se reunió con el jefe del Estado Mayor bielorruso, Víktor Gulévich. La conversación tuvo lugar el 5 de mayo en el Ministerio de Defensa en Minsk.",
    "ru": "Посол Ирана встретился с начальником Генерального штаба Беларуси Виктором Гулевичем. Беседа прошла 5 мая в здании Министерства обороны в Минске.",
    "be": "Пасол Ірана ў Беларусі сустрэўся з начальнікам Генеральнага штаба Беларусі Віктарам Гулевічам. Гутарка прайшла 5 мая ў будынку Міністэрства абароны ў Мінску.",
    "lt": "Irano ambasadorius susitiko su Baltarusijos generalinio štabo viršininku Viktoru Gulevičiumi. Pokalbis įvyko gegužės 5 d. Gynybos ministerijoje Minske.",
    "tr": "İran büyükelçisi Belarus Genelkurmay Başkanı Viktor Guleviç ile görüştü. Görüşme 5 Mayıs'ta Minsk'teki Savunma Bakanlığında gerçekleşti.",
    "fa": "سفیر ایران با ویکتور گولویچ رئیس ستاد کل بلاروس دیدار کرد. این گفت‌وگو ۵ مه در وزارت دفاع در مینسک انجام شد.",
}


@pytest.mark.parametrize("language", HELD_BEFORE)
def test_undated_lead_takes_day_stated_behind_it(language: str) -> None:
    found = code_text(HELD_BEFORE[language], language, published="2024-05-10")
    assert {c.dated.interval.edtf for c in found} == {"2024-05-05"}


def test_another_meeting_long_before_does_not_date_the_lead() -> None:
    text = "Iran's ambassador met Belarusian Chief of the General Staff Viktor Gulevich. An earlier conversation took place on 5 April in Minsk."
    found = code_text(text, "en", published="2024-05-10")
    assert found[0].dated.interval.edtf == "2024-05-07/2024-05-10"
