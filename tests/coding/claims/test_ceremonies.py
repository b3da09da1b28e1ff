"""The day of the ceremony is that of the signing told just before it."""

import pytest
from coded_text import code_text

SIGNED = {
    "en": ("Iran and Belarus signed a military protocol in Minsk.", "The ceremony took place on Monday."),
    "de": ("Iran und Belarus haben in Minsk ein Militärprotokoll unterzeichnet.", "Die Zeremonie fand am Montag statt."),
    "fr": ("L'Iran et le Bélarus ont signé un protocole militaire à Minsk.", "La cérémonie s'est déroulée lundi."),
    "es": ("Irán y Bielorrusia firmaron en Minsk un protocolo militar.", "La ceremonia tuvo lugar el lunes."),
    "it": ("Iran e Bielorussia hanno firmato a Minsk un protocollo militare.", "La cerimonia si è svolta lunedì."),
    "ro": ("Iranul și Belarusul au semnat la Minsk un protocol militar.", "Ceremonia a avut loc luni."),
    "ru": ("Иран и Беларусь подписали в Минске военный протокол.", "Церемония прошла в понедельник."),
    "uk": ("Іран і Білорусь підписали в Мінську військовий протокол.", "Церемонія відбулася в понеділок."),
    "be": ("Іран і Беларусь падпісалі ў Мінску вайсковы пратакол.", "Цырымонія адбылася ў панядзелак."),
    "pl": ("Iran i Białoruś podpisały w Mińsku protokół wojskowy.", "Uroczystość odbyła się w poniedziałek."),
    "lt": ("Iranas ir Baltarusija Minske pasirašė karinį protokolą.", "Ceremonija vyko pirmadienį."),
    "tr": ("İran ve Belarus Minsk'te askeri protokol imzaladı.", "Tören pazartesi günü yapıldı."),
    "fa": ("ایران و بلاروس در مینسک پروتکل نظامی امضا کردند.", "این مراسم روز دوشنبه برگزار شد."),
}  # fmt: skip


def days_of(text: str, language: str) -> list[str | None]:
    found = code_text(text, language)
    return [f.dated.interval.edtf for f in found if f.draft.judgement.status == "signed"]


@pytest.mark.parametrize("language", sorted(SIGNED))
def test_day_of_the_ceremony(language: str) -> None:
    assert days_of(" ".join(SIGNED[language]), language) == ["2023-05-08"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Iran and Belarus signed a military protocol in Minsk on Tuesday. The ceremony took place on Monday."),
        ("en", "Iran and Belarus signed a military protocol in Minsk. The opening ceremony took place on Monday."),
        ("en", "Iran and Belarus signed a military protocol in Minsk. The ceremony will take place on Monday."),
        ("de", "Iran und Belarus haben in Minsk ein Protokoll unterzeichnet. Die Eröffnungszeremonie fand am Montag statt."),
        ("ru", "Иран и Беларусь подписали в Минске протокол. Церемония возложения венков прошла в понедельник."),
    ],
)  # fmt: skip
def test_another_day(language: str, text: str) -> None:
    assert "2023-05-08" not in days_of(text, language)
