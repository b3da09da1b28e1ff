"""A weekday beside a verb of the present lies ahead, in the singular and in the plural: the envoys leave Monday."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-05-18")  # a Wednesday
PRESENT = {
    "en": (
        "The talks begin Monday.",
        "The talks end Monday.",
        "The ministers meet Monday.",
        "The envoys leave Monday.",
        "Voters go to the polls Monday.",
        "The sides sign the pact Monday.",
        "The two armies start drills Monday.",
        "The leaders open the plant Monday.",
    ),
    "de": (
        "Die Gespräche beginnen am Montag.",
        "Die Gespräche enden am Montag.",
        "Die Minister treffen sich am Montag.",
        "Die Gesandten reisen am Montag ab.",
        "Die Seiten unterzeichnen am Montag den Pakt.",
        "Die Armeen üben ab Montag.",
        "Das Parlament stimmt am Montag ab.",
        "Am Montag tagt der Rat.",
    ),
    "fr": (
        "Les pourparlers reprennent lundi.",
        "Les pourparlers s'achèvent lundi.",
        "Les ministres se retrouvent lundi.",
        "Les émissaires repartent lundi.",
        "Les parties signent lundi le pacte.",
        "Les armées entament lundi des manœuvres.",
        "Le Parlement se prononce lundi.",
        "Le sommet débute lundi.",
    ),
    "es": (
        "Las conversaciones se reanudan el lunes.",
        "Las conversaciones terminan el lunes.",
        "Los ministros se reúnen el lunes.",
        "Los enviados parten el lunes.",
        "Las partes firman el lunes el pacto.",
        "El Parlamento vota el lunes.",
        "La cumbre comienza el lunes.",
        "El presidente viaja el lunes a Minsk.",
    ),
    "it": (
        "I colloqui riprendono lunedì.",
        "I colloqui finiscono lunedì.",
        "I ministri si incontrano lunedì.",
        "Le parti firmano lunedì il patto.",
        "Il Parlamento vota lunedì.",
        "Il vertice comincia lunedì.",
        "Il presidente vola lunedì a Minsk.",
    ),
    "ro": (
        "Discuțiile se reiau luni.",
        "Discuțiile se încheie luni.",
        "Miniștrii se întâlnesc luni.",
        "Emisarii pleacă luni.",
        "Părțile semnează luni pactul.",
        "Parlamentul votează luni.",
        "Summitul începe luni.",
        "Președintele zboară luni la Minsk.",
    ),
    "pl": (
        "Rozmowy zaczynają się w poniedziałek.",
        "Rozmowy kończą się w poniedziałek.",
        "Ministrowie spotykają się w poniedziałek.",
        "Wysłannicy wyjeżdżają w poniedziałek.",
        "Strony podpisują w poniedziałek pakt.",
        "Sejm głosuje w poniedziałek.",
        "Szczyt rusza w poniedziałek.",
        "Prezydent leci w poniedziałek do Mińska.",
    ),
    "ru": (
        "Переговоры начинаются в понедельник.",
        "Переговоры завершаются в понедельник.",
        "Министры встречаются в понедельник.",
        "Посланники уезжают в понедельник.",
        "Стороны подписывают в понедельник пакт.",
        "Дума голосует в понедельник.",
        "Саммит стартует в понедельник.",
        "Президент летит в понедельник в Минск.",
    ),
    "uk": (
        "Переговори починаються в понеділок.",
        "Переговори завершуються в понеділок.",
        "Міністри зустрічаються в понеділок.",
        "Посланці від'їжджають у понеділок.",
        "Сторони підписують у понеділок пакт.",
        "Рада голосує в понеділок.",
        "Саміт стартує в понеділок.",
        "Президент летить у понеділок до Мінська.",
    ),
    "be": (
        "Перамовы пачынаюцца ў панядзелак.",
        "Перамовы завяршаюцца ў панядзелак.",
        "Міністры сустракаюцца ў панядзелак.",
        "Пасланнікі ад'язджаюць у панядзелак.",
        "Бакі падпісваюць у панядзелак пакт.",
        "Сход галасуе ў панядзелак.",
        "Саміт стартуе ў панядзелак.",
        "Прэзідэнт ляціць у панядзелак у Мінск.",
    ),
    "lt": (
        "Derybos prasideda pirmadienį.",
        "Derybos baigiasi pirmadienį.",
        "Ministrai susitinka pirmadienį.",
        "Pasiuntiniai išvyksta pirmadienį.",
        "Šalys pirmadienį pasirašo paktą.",
        "Seimas balsuoja pirmadienį.",
        "Viršūnių susitikimas prasideda pirmadienį.",
        "Prezidentas pirmadienį skrenda į Minską.",
    ),
    "tr": (
        "Görüşmeler pazartesi günü başlıyor.",
        "Görüşmeler pazartesi günü sona eriyor.",
        "Bakanlar pazartesi günü buluşuyor.",
        "Temsilciler pazartesi günü ayrılıyor.",
        "Taraflar pazartesi günü anlaşmayı imzalıyor.",
        "Meclis pazartesi günü oyluyor.",
        "Cumhurbaşkanı pazartesi günü Minsk'e uçuyor.",
    ),
    "fa": (
        "مذاکرات دوشنبه آغاز می\u200cشود.",
        "مذاکرات دوشنبه پایان می\u200cیابد.",
        "وزیران دوشنبه دیدار می\u200cکنند.",
        "فرستادگان دوشنبه می\u200cروند.",
        "طرفین دوشنبه پیمان را امضا می\u200cکنند.",
        "مجلس دوشنبه رای می\u200cدهد.",
        "نشست دوشنبه برگزار می\u200cشود.",
        "رئیس\u200cجمهور دوشنبه به مینسک سفر می\u200cکند.",
    ),
}


@pytest.mark.parametrize(("language", "text"), [(a, b) for a, texts in PRESENT.items() for b in texts])
def test_what_is_said_in_the_present_lies_ahead(language, text):
    assert [x.value for x in find_timexes(text, language, DCT)] == ["2022-05-23"]


@pytest.mark.parametrize(
    "text",
    [
        "The start Monday was calm.",
        "They agreed on a test Monday.",
        "Their vote Monday was close.",
        "A cease-fire took hold Monday.",
    ],
)
def test_a_noun_in_the_form_of_a_present_is_none(text):
    assert [x.value for x in find_timexes(text, "en", DCT)] == ["2022-05-16"]
