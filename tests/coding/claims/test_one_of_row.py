"""One more, or one before, of what the sentence before tells, its noun left out."""

from __future__ import annotations

import pytest
from coded_text import Coder

SESSION = {
    "en": "The joint commission of Iran and Belarus met in Minsk on Tuesday.",
    "de": "Die gemischte Kommission von Iran und Belarus tagte am Dienstag in Minsk.",
    "fr": "La commission mixte de l'Iran et du Bélarus s'est réunie mardi à Minsk.",
    "es": "La reunión de la comisión de Irán y Bielorrusia se celebró el martes en Minsk.",
    "it": "La riunione della commissione di Iran e Bielorussia si è tenuta martedì a Minsk.",
    "ro": "Reuniunea comisiei Iranului și Belarusului a avut loc marți la Minsk.",
    "ru": "Заседание комиссии Беларуси и Ирана прошло во вторник в Минске.",
    "uk": "Засідання комісії Білорусі та Ірану відбулося у вівторок у Мінську.",
    "be": "Пасяджэнне камісіі Беларусі і Ірана прайшло ў аўторак у Мінску.",
    "pl": "Posiedzenie komisji Białorusi i Iranu odbyło się we wtorek w Mińsku.",
    "lt": "Baltarusijos ir Irano komisijos posėdis antradienį įvyko Minske.",
    "tr": "Belarus-İran ortak komisyonunun toplantısı salı günü Minsk'te yapıldı.",
    "fa": "نشست کمیسیون مشترک ایران و بلاروس روز سه‌شنبه در مینسک برگزار شد.",
}
TOLD = [
    ("en", "The next one will be held in Tehran in May 2024.", "planned", "future", "Tehran"),
    ("en", "A third is pencilled in for Isfahan.", "planned", "future", "Isfahan"),
    ("en", "The last was held in Tehran in 2021.", "held", "historical", "Tehran"),
    ("de", "Die nächste findet im Mai 2024 in Isfahan statt.", "planned", "future", "Isfahan"),
    ("fr", "La prochaine aura lieu à Téhéran en mai 2024.", "planned", "future", "Tehran"),
    ("es", "La próxima tendrá lugar en Teherán en mayo de 2024.", "planned", "future", "Tehran"),
    ("it", "La prossima si terrà a Teheran a maggio 2024.", "planned", "future", "Tehran"),
    ("ro", "Următoarea va avea loc la Teheran în mai 2024.", "planned", "future", "Tehran"),
    ("ru", "Четвёртое пройдёт в Тегеране в мае 2024 года.", "planned", "future", "Tehran"),
    ("ru", "Следующее намечено на май 2024 года.", "planned", "future", None),
    ("ru", "Предыдущее состоялось в Тегеране в 2021 году.", "held", "historical", "Tehran"),
    ("uk", "Наступне заплановане на травень 2024 року у Тегерані.", "planned", "future", "Tehran"),
    ("be", "Наступнае адбудзецца ў Тэгеране ў маі 2024 года.", "planned", "future", "Tehran"),
    ("pl", "Kolejne odbędzie się w Teheranie w maju 2024 r.", "planned", "future", "Tehran"),
    ("lt", "Kitas vyks Teherane 2024 metų gegužę.", "planned", "future", "Tehran"),
    ("tr", "Bir sonraki Mayıs 2024'te Tahran'da yapılacak.", "planned", "future", "Tehran"),
    ("fa", "دور بعدی در تهران برگزار خواهد شد.", "planned", "future", "Tehran"),
]
OTHERS = [
    ("en", "The next one will be a doctor."),
    ("en", "The last was a film about the war."),
    ("de", "Die nächste Wahl des Parlaments findet im Mai 2024 statt."),
    ("fr", "Le prochain sera un médecin de Lyon."),
    ("ru", "Второй тайм начался с гола."),
    ("ru", "Третий вопрос остался без ответа."),
    ("pl", "Kolejny mecz odbędzie się w maju."),
    ("lt", "Kitas klausimas liko be atsakymo."),
    ("tr", "İkinci tur seçimleri yarın yapılacak."),
    ("fa", "دور دوم انتخابات ریاست جمهوری ایران فردا برگزار می‌شود."),
]
STRANGERS = [
    ("en", "Turkey and Qatar held a joint exercise near Izmir. The next one will be held in Doha."),
    ("ru", "Турция и Катар провели учения под Измиром. Следующие пройдут в Дохе."),
    ("es", "Turquía y Catar celebraron una reunión en Esmirna. La próxima tendrá lugar en Doha."),
]


@pytest.mark.parametrize(("language", "text", "status", "polarity", "place"), TOLD)
def test_what_was_told_comes_once_more(
    code: Coder, language: str, text: str, status: str, polarity: str, place: str | None
) -> None:
    first, last = code(f"{SESSION[language]} {text}", language)
    assert last.draft.key == first.draft.key
    assert (last.draft.judgement.status, last.draft.judgement.polarity) == (status, polarity)
    assert last.parties == ("BLR", "IRN")
    assert (last.place.name if last.place else None) == place


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_another_thing_is_no_more_of_it(code: Coder, language: str, text: str) -> None:
    assert len(code(f"{SESSION[language]} {text}", language)) == 1


@pytest.mark.parametrize(("language", "text"), STRANGERS)
def test_what_others_do_again_is_not_of_the_two(code: Coder, language: str, text: str) -> None:
    assert all(f.parties != ("BLR", "IRN") for f in code(text, language, title="Iran, Belarus"))


def test_a_remark_may_stand_between(code: Coder) -> None:
    text = f"{SESSION['en']} The hall was full of flowers and cameras. The next one will be held in Tehran in May 2024."
    assert [f.draft.key for f in code(text, "en")] == ["session", "session"]
