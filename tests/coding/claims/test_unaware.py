"""Who knows nothing of a delivery denies it; who knows nothing of its date or its contents does not: in thirteen languages."""

from __future__ import annotations

import pytest
from coded_text import told_behind_lead


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Belarusian defence ministry knows nothing of any delivery of missiles to Iran."),
        ("en", "The Belarusian defence ministry says it is not aware of any delivery of missiles to Iran."),
        ("en", "Neither of the two ministries has any information about a delivery of missiles to Iran."),
        ("de", "Das belarussische Verteidigungsministerium weiß nichts von einer Lieferung von Raketen an den Iran."),
        ("de", "Dem belarussischen Verteidigungsministerium ist keine Lieferung von Raketen an den Iran bekannt."),
        ("de", "Keines der beiden Ministerien hat Kenntnis von einer Lieferung von Raketen an den Iran."),
        ("fr", "Le ministère biélorusse de la Défense ne sait rien d'une livraison de missiles à l'Iran."),
        ("fr", "Aucun des deux ministères n'a connaissance d'une livraison de missiles à l'Iran."),
        ("fr", "Le ministère biélorusse de la Défense dit ne pas être au courant d'une livraison de missiles à l'Iran."),
        ("es", "El Ministerio de Defensa bielorruso no sabe nada de una entrega de misiles a Irán."),
        ("es", "Ninguno de los dos ministerios tiene constancia de una entrega de misiles a Irán."),
        ("es", "El Ministerio de Defensa bielorruso dice no tener conocimiento de ninguna entrega de misiles a Irán."),
        ("it", "Il ministero della Difesa bielorusso non sa nulla di una consegna di missili all'Iran."),
        ("it", "A nessuno dei due ministeri risulta una consegna di missili all'Iran."),
        ("it", "Il ministero bielorusso dice di non essere a conoscenza di alcuna consegna di missili all'Iran."),
        ("ro", "Ministerul belarus al apărării nu știe nimic despre o livrare de rachete către Iran."),
        ("ro", "Niciunul dintre cele două ministere nu are cunoștință de o livrare de rachete către Iran."),
        ("ru", "Министерству обороны Беларуси ничего не известно о поставке ракет Ирану."),
        ("ru", "Ни одно из двух министерств не знает о поставке ракет Ирану."),
        ("ru", "В Минобороны Беларуси говорят, что не располагают сведениями о поставках ракет Ирану."),
        ("uk", "Міністерству оборони Білорусі нічого не відомо про постачання ракет Ірану."),
        ("uk", "Жодне з двох міністерств не знає про постачання ракет Ірану."),
        ("uk", "У Міноборони Білорусі кажуть, що не мають інформації про постачання ракет Ірану."),
        ("be", "Міністэрству абароны Беларусі нічога не вядома пра пастаўку ракет Ірану."),
        ("be", "Ніводнае з двух міністэрстваў не ведае пра пастаўку ракет Ірану."),
        ("pl", "Białoruskie ministerstwo obrony nic nie wie o dostawie rakiet do Iranu."),
        ("pl", "Żadne z dwóch ministerstw nie wie o dostawie rakiet do Iranu."),
        ("pl", "Białoruskiemu ministerstwu obrony nic nie wiadomo o dostawie rakiet do Iranu."),
        ("lt", "Baltarusijos gynybos ministerija nieko nežino apie raketų tiekimą Iranui."),
        ("lt", "Nė viena iš dviejų ministerijų neturi informacijos apie raketų tiekimą Iranui."),
        ("tr", "Belarus Savunma Bakanlığı'nın İran'a füze teslimatından haberi yok."),
        ("tr", "İki bakanlık da İran'a füze teslimatından haberdar olmadığını söylüyor."),
        ("tr", "Belarus Savunma Bakanlığı, İran'a füze teslimatı hakkında bilgisi olmadığını açıkladı."),
        ("fa", "وزارت دفاع بلاروس از تحویل موشک به ایران خبر ندارد."),
        ("fa", "هیچ‌یک از دو وزارتخانه از تحویل موشک به ایران اطلاعی ندارد."),
        ("fa", "وزارت دفاع بلاروس اعلام کرد از تحویل موشک به ایران بی‌اطلاع است."),
    ],
)  # fmt: skip
def test_who_knows_nothing_of_it_denies_it(language: str, text: str) -> None:
    assert [t[:3] for t in told_behind_lead(text, language)] == [("deliver", "denied", "negated")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry knows nothing about the date of the visit of the Iranian minister to Minsk."),
        ("de", "Das Ministerium weiß nichts über den Termin des Besuchs des iranischen Ministers in Minsk."),
        ("de", "Über den Inhalt der Gespräche in Minsk ist nichts bekannt."),
        ("fr", "On ne sait rien de la date de la visite du ministre iranien à Minsk."),
        ("fr", "On ne sait rien du contenu du mémorandum signé à Minsk."),
        ("es", "No se sabe nada del contenido del memorando firmado en Minsk."),
        ("es", "El ministerio no tiene constancia de la fecha de la visita del ministro iraní a Minsk."),
        ("it", "Non si sa nulla del contenuto del memorandum firmato a Minsk."),
        ("ro", "Nu se știe nimic despre conținutul memorandumului semnat la Minsk."),
        ("ru", "О содержании подписанного в Минске меморандума ничего не известно."),
        ("ru", "Ничего не известно о содержании подписанного в Минске меморандума."),
        ("ru", "Ничего не известно о дате визита иранского министра в Минск."),
        ("uk", "Нічого не відомо про зміст підписаного в Мінську меморандуму."),
        ("uk", "Нічого не відомо про дату візиту іранського міністра до Мінська."),
        ("be", "Нічога не вядома пра змест падпісанага ў Мінску мемарандума."),
        ("pl", "Nic nie wiadomo o treści podpisanego w Mińsku memorandum."),
        ("lt", "Nieko nežinoma apie Minske pasirašyto memorandumo turinį."),
        ("tr", "Minsk'te imzalanan mutabakat zaptının içeriğinden kimsenin haberi yok."),
        ("fa", "از محتوای یادداشت تفاهم امضا شده در مینسک کسی خبر ندارد."),
    ],
)  # fmt: skip
def test_a_particular_that_is_not_known_denies_no_event(language: str, text: str) -> None:
    told = told_behind_lead(text, language)
    assert told
    assert all(t[1] != "denied" for t in told)
