"""What is put off to an occasion is planned, and so is the occasion: the signing was moved to the minister's visit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

TO_A_VISIT = {
    "en": "The plan was merely initialled in Minsk on Tuesday, and its final signing has been moved to the Belarusian minister's visit to Tehran.",
    "de": "Der Plan der militärischen Zusammenarbeit wurde am Dienstag in Minsk lediglich paraphiert, die endgültige Unterzeichnung wurde auf den Besuch des belarussischen Ministers in Teheran verschoben.",
    "fr": "Le plan de coopération militaire n'a été que paraphé mardi à Minsk, et sa signature définitive a été renvoyée à la visite du ministre biélorusse à Téhéran.",
    "es": "El plan de cooperación militar solo fue inicialado el martes en Minsk, y su firma definitiva quedó aplazada a la visita del ministro bielorruso a Teherán.",
    "it": "Il piano di cooperazione militare è stato solo parafato martedì a Minsk, e la firma definitiva è stata rinviata alla visita del ministro bielorusso a Teheran.",
    "ro": "Planul de cooperare militară a fost doar parafat marți la Minsk, iar semnarea finală a fost amânată pentru vizita ministrului belarus la Teheran.",
    "ru": "План военного сотрудничества во вторник в Минске был лишь парафирован, а окончательное подписание перенесено на визит белорусского министра в Тегеран.",
    "uk": "План військової співпраці у вівторок у Мінську було лише парафовано, а остаточне підписання перенесено на візит білоруського міністра до Тегерана.",
    "be": "План ваеннага супрацоўніцтва ў аўторак у Мінску быў толькі парафаваны, а канчатковае падпісанне перанесена на візіт беларускага міністра ў Тэгеран.",
    "pl": "Plan współpracy wojskowej został we wtorek w Mińsku jedynie parafowany, a ostateczne podpisanie przełożono na wizytę białoruskiego ministra w Teheranie.",
    "lt": "Karinio bendradarbiavimo planas antradienį Minske buvo tik parafuotas, o galutinis pasirašymas nukeltas į Baltarusijos ministro vizitą Teherane.",
    "tr": "Askeri iş birliği planı salı günü Minsk'te yalnızca paraf edildi, nihai imza ise Belarus bakanının Tahran ziyaretine ertelendi.",
    "fa": "برنامه همکاری نظامی روز سه‌شنبه در مینسک تنها پاراف شد و امضای نهایی آن به سفر وزیر دفاع بلاروس به تهران موکول شد.",
}  # fmt: skip


@pytest.mark.parametrize("language", sorted(TO_A_VISIT))
def test_put_off_to_a_visit(language: str) -> None:
    text = f"{LEADS[language]}\n{TO_A_VISIT[language]}"
    told = [
        (f.draft.key, f.draft.judgement.status) for f in code_text(text, language, published="2024-02-22")
    ]
    assert sorted(told) == [("sign", "agreed"), ("sign", "planned"), ("visit", "planned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # no occasion that it is put off to: the visit itself
        ("en", "Khrenin's visit to Tehran was postponed to May."),
        ("de", "Der Besuch Chrenins in Teheran wurde auf Mai verschoben."),
        ("fr", "La visite de Khrenine à Téhéran a été reportée à mai."),
        ("ru", "Визит Хренина в Тегеран перенесен на май."),
        ("pl", "Wizytę Chrenina w Teheranie przełożono na maj."),
        ("lt", "Chrenino vizitas Teherane nukeltas į gegužę."),
        ("fa", "سفر خرنین به تهران به اردیبهشت موکول شد."),
    ],
)
def test_a_visit_that_is_put_off(language: str, text: str) -> None:
    found = code_text(f"{LEADS[language]}\n{text}", language, published="2024-02-22")
    assert [(f.draft.key, f.draft.judgement.status) for f in found] == [("visit", "postponed")]
