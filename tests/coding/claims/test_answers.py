"""What a question asks is told, or denied, by the answer: in thirteen languages."""

from __future__ import annotations

import pytest
from coded_text import told_behind_lead


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ('en', '"Did you meet the Iranian defence minister in Minsk?"\n"Yes, we talked for two hours."', 'discussed'),
        ('de', '„Haben Sie den iranischen Verteidigungsminister in Minsk getroffen?“\n„Ja, wir haben zwei Stunden geredet.“', 'discussed'),
        ('fr', '— Avez-vous rencontré le ministre iranien de la Défense à Minsk ?\n— Oui, pendant deux heures.', 'discussed'),
        ('es', '—¿Se reunió con el ministro de Defensa iraní en Minsk?\n—Sí, durante dos horas.', 'discussed'),
        ('it', '— Ha incontrato il ministro della Difesa iraniano a Minsk?\n— Sì, per due ore.', 'discussed'),
        ('ro', '— V-ați întâlnit cu ministrul iranian al apărării la Minsk?\n— Da, timp de două ore.', 'discussed'),
        ('ru', '— Вы встречались с министром обороны Ирана в Минске?\n— Да, два часа.', 'discussed'),
        ('uk', '— Ви зустрічалися з міністром оборони Ірану в Мінську?\n— Так, дві години.', 'discussed'),
        ('be', '— Вы сустракаліся з міністрам абароны Ірана ў Мінску?\n— Так, дзве гадзіны.', 'discussed'),
        ('pl', '— Spotkał się pan z ministrem obrony Iranu w Mińsku?\n— Tak, przez dwie godziny.', 'discussed'),
        ('fa', '— آیا با وزیر دفاع ایران در مینسک دیدار کردید؟\n— بله، دو ساعت.', 'discussed'),
        ('en', '"Has Minsk delivered missiles to Iran?"\n"No, of course not."', 'denied'),
        ('de', '„Hat Minsk dem Iran Raketen geliefert?“\n„Nein, natürlich nicht.“', 'denied'),
        ('fr', "— Minsk a-t-elle livré des missiles à l'Iran ?\n— Non, jamais.", 'denied'),
        ('es', '—¿Ha entregado Minsk misiles a Irán?\n—No, nunca.', 'denied'),
        ('it', "— Minsk ha consegnato missili all'Iran?\n— No, mai.", 'denied'),
        ('ro', '— A livrat Minskul rachete Iranului?\n— Nu, niciodată.', 'denied'),
        ('ru', '— Минск поставил Ирану ракеты?\n— Нет, никогда.', 'denied'),
        ('uk', '— Мінськ поставив Ірану ракети?\n— Ні, ніколи.', 'denied'),
        ('be', '— Мінск паставіў Ірану ракеты?\n— Не, ніколі.', 'denied'),
        ('pl', '— Czy Mińsk dostarczył Iranowi rakiety?\n— Nie, nigdy.', 'denied'),
        ('lt', '— Ar Minskas patiekė Iranui raketų?\n— Ne, niekada.', 'denied'),
        ('tr', "— Minsk, İran'a füze teslim etti mi?\n— Hayır, asla.", 'denied'),
        ('fa', '— آیا مینسک به ایران موشک تحویل داده است؟\n— خیر، هرگز.', 'denied'),
        # the answer tells it itself
        ("ru", "– Подписан ли договор с Ираном?\n– Нет. Такого договора нет.", "denied"),
        ("en", "Was the agreement with Iran ratified?\nYes, the parliament ratified it in May.", "ratified"),
    ],
)  # fmt: skip
def test_an_answer_tells_what_was_asked(language: str, text: str, status: str) -> None:
    assert [t[1] for t in told_behind_lead(text, language)] == [status]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # nobody answers, or something else
        ("en", "Has Minsk delivered missiles to Iran?\nNo one at the ministry would say."),
        ("de", "Hat Minsk dem Iran Raketen geliefert?\nDas Ministerium schweigt."),
        ("es", "¿Ha entregado Minsk misiles a Irán?\nNo se sabe."),
        ("it", "Minsk ha consegnato missili all'Iran?\nNon si sa."),
        ("ro", "A livrat Minskul rachete Iranului?\nNu se știe."),
        ("be", "Мінск паставіў Ірану ракеты?\nНе вядома."),
        ("pl", "Czy Mińsk dostarczył Iranowi rakiety?\nNie wiadomo."),
        ("uk", "Мінськ поставив Ірану ракети?\nТак питають у мережі."),
    ],
)
def test_a_question_without_an_answer_tells_nothing(language: str, text: str) -> None:
    assert told_behind_lead(text, language) == []
