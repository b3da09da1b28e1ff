"""What looks like a date and is none: counts, streets, people, papers, feasts in names; not one expression is found."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

TRAPS = [
    (
        "en",
        "The quarter was quiet, a third of the shops closed, and the second period of the match was dull.",
    ),
    (
        "en",
        "A 2100 tonne barge and a 1990 litre tank stood by berth 2012; the 2040 workers of plant 1955 slept.",
    ),
    (
        "en",
        "Holly Christmas and Noel Easter met on Easter Island. The 9th floor, the 20th brigade and the 3rd man.",
    ),
    (
        "en",
        "He may march with April Jones and Augusta May; will Spring Street fall? Summer Smith and Autumn Lee won 19-20.",
    ),
    (
        "en",
        "Resolution 1929 (paragraph 2015), UN doc 2020/12, call 202-456-1414, pages 1990-1995, 2010 dollars.",
    ),
    (
        "de",
        "Der Freitag und die Welt am Sonntag, Herr August, Frau Mai und Familie Sommer; der Morgen graute, Silvester Stallone schlief.",
    ),
    ("de", "Traktor 1990 stand neben Tank 2005. Laut Verordnung 2019/881 kosten 2000 Stück 1998 Euro."),
    (
        "de",
        "Im Quartier wohnt niemand, im Viertel auch nicht. Das Ostertor und die Weihnachtsinsel liegen fern.",
    ),
    (
        "es",
        "Isla de Pascua, Natividad Pascual y Domingo de la Cruz; el árbol de Navidad cayó. La resolución 2017 y el expediente 1984.",
    ),
    (
        "fr",
        "Le vol 1999 coûte 2015 euros; la rue du 4-Septembre et la place du 8-Mai; Noël Mamère et Pascal Printemps.",
    ),
    (
        "it",
        "Il volo 1999 costa 2015 euro; via 25 Aprile e piazza 20 Settembre; Natale Rossi e Pasqua Bianchi; 2010 soldati.",
    ),
    (
        "it",
        "Domenica Esposito e Sabato Ferri; la risoluzione 2019 e la stanza 1984; il capannone 1990 dell'albero di Natale.",
    ),
    (
        "ro",
        "Zborul 1999 costă 2015 lei; bulevardul 1 Decembrie și strada 13 Septembrie; mai mulți oameni, mai târziu nimeni.",
    ),
    (
        "ro",
        "Hotărârea 2019, camera 1984; 2010 soldați și 1990 de tone; bradul de Crăciun; Augusta Marția și luni de miere.",
    ),
    ("ru", "Рейс 1999 стоит 2015 рублей; улица 8 Марта и площадь 1905 года; Майя Июльская и 2010 солдат."),
    (
        "ru",
        "Резолюция 2019, кабинет 1984; газета «Среда» и журнал «Февраль»; новый квартал города, третий период матча.",
    ),
    (
        "uk",
        "Рейс 1999 коштує 2015 гривень; вулиця 8 Березня; 2010 солдатів і 1990 тонн; газета «Середа», лютий мороз, травневий жук.",
    ),
    (
        "be",
        "Рэйс 1999 каштуе 2015 рублёў; вуліца 8 Сакавіка; 2010 салдат і 1990 тон; газета «Серада», люты мароз.",
    ),
    (
        "pl",
        "Lot 1999 kosztuje 2015 złotych; ulica 3 Maja i plac 1 Sierpnia; 2010 żołnierzy i 1990 ton; Sylwester Nowak i Środa Wielkopolska.",
    ),
    (
        "lt",
        "Reisas 1999 kainuoja 2015 eurų; 2010 karių ir 1990 tonų; kovos menai; rezoliucija 2019, kambarys 1984.",
    ),
    (
        "tr",
        "1999 numaralı uçuş 2015 lira; 19 Mayıs Üniversitesi ve 15 Temmuz Köprüsü; 2010 asker ve 1990 ton; Cuma Bey ile Pazar ilçesi.",
    ),
    (
        "tr",
        "Ocak Yayınları, mart kedisi, ekim alanı; karar 2019, oda 1984; yaz dedi, kış uykusu; çarşamba pazarı değil Çarşamba Ovası.",
    ),
    (
        "fa",
        "پرواز ۱۹۹۹ به قیمت ۲۰۱۵ تومان؛ خیابان ۱۷ شهریور و میدان ۲۲ بهمن؛ ۲۰۱۰ سرباز و ۱۹۹۰ تن؛ خبرگزاری مهر.",
    ),
]


@pytest.mark.parametrize(("language", "text"), TRAPS)
def test_nothing_is_taken_for_a_date(language, text):
    assert [x.surface for x in find_timexes(text, language, read_edtf("2023-11-15"))] == []
