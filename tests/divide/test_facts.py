"""Head facts of the invented pages in `pages`: what a careful reader finds above and below each text, in the order of the texts."""

from __future__ import annotations

import pytest

from tests.divide.test_pages import articles, page

FACTS = {
    "list_tr": {"outlet": ["Kıyı Haber"] * 3, "author": [None, "Selin Aktaş", None], "original_outlet": ["DHA", None, "AA"]},
    "press_hu": {"outlet": ["Tiszakert Város Önkormányzata"] * 3, "published": ["2021-09-03", "2021-08-27", "2021-08-20"]},
    "news_en": {"author": ["Maud Ferrier"], "published": ["2023-02-14"], "outlet": ["The Larkmoor Post"]},
    "tg_ru": {
        "outlet": ["Береговой телеграф"] * 4,
        "original_outlet": [None, None, "Порт без цензуры", None],
        "published": ["2024-03-12", "2024-03-12", "2024-03-12", "2024-03-13"],
        "first_published": [None] * 4,
    },
    "wall_uk": {
        "outlet": ["Берегова правда"] * 4,
        "author": [None] * 4,
        "original_outlet": [None, "Рада громади", None, None],
        "published": ["2023-06-17", "2023-06-17", "2023-06-17", "2023-06-18"],
    },
    "review_fr": {
        "outlet": ["La Veille"] * 3,
        "author": ["Karim Benaïssa", None, None],
        "translator": [None, "Maud Kerven", None],
        "original_outlet": ["Sud-Matin", "Bergposten", "L'Écho du Delta"],
        "published": [None] * 3,
        "first_published": ["2014-10-07", "2014-10-08", "2014-10-10"],
    },
    "wire_es": {"original_outlet": [None] * 3, "published": ["2011-06-14"] * 3, "outlet": ["Agencia Cordillera"] * 3},
    "mailman_en": {"author": ["Peter Holm", "Ruth Adeyemi", "J. Marsh"], "published": ["2021-09-06", "2021-09-07", "2021-09-07"]},
    "newsletter_de": {"published": ["2019-06-21"] * 3, "outlet": ["Bürgerinitiative Moortal"] * 3},
    "letterspage_en": {
        "author": ["OLWEN TREMAYNE", "Dr PIERS NANCARROW", "TAMSIN ROSKILLY"],
        "published": ["2014-10-03"] * 3,
        "outlet": ["The Penhallow Standard"] * 3,
    },
    "channel_tr": {"outlet": ["Kıyı Postası"] * 4, "original_outlet": [None, None, "Karasu Belediyesi", None], "section": [None] * 4},
    "thread_fr": {
        "author": ["gardon_du_lac", "milou74", "MarieJo"],
        "published": ["2018-03-12", "2018-03-12", "2018-03-13"],
        "outlet": ["Forum des riverains de Vauclair"] * 3,
        "section": ["Travaux", None, None],
    },
    "institute_es": {"author": ["Rosaura Quintanar"], "section": ["ANÁLISIS"], "published": ["2023-04-04"]},
    "report_en": {"outlet": ["RIVER WITNESS"], "section": ["Findings"], "published": ["2017-10-03"]},
    "notice_en": {"author": [None], "section": ["Declarations"], "published": ["2019-03-14"]},
    "news_hi": {"author": ["सुनयना दिघे"], "published": ["2018-08-09"], "outlet": ["नर्मदा पत्रिका"], "section": ["शहर"]},
    "news_ur": {"author": ["زرمینہ بختیار"], "published": ["2019-03-14"], "outlet": ["روزنامہ ساحل"]},
    "news_bn": {"author": ["অনুরাধা সেনগুপ্ত"], "published": ["2021-03-12"], "outlet": ["দৈনিক নদীর কথা"]},
    "liveentries_fr": {"published": ["2018-01-04"] * 5, "first_published": [None] * 5},
    "reprint_sq": {
        "author": ["Ilir Dushaj"],
        "translator": ["Mira Koka"],
        "original_outlet": ["Fjala e Lirë"],
        "published": ["2020-10-09"],
        "first_published": ["2020-10-02"],
    },
    "column_et": {"author": ["MART KESKÜLA"], "outlet": ["Rannikuleht OÜ"]},
    "threads_ar": {
        "author": ["هدى المرزوقي", None],
        "translator": [None, "سامر الخوري"],
        "original_outlet": [None, "صوت الساحل"],
        "first_published": [None, "2021-04-28"],
    },
    "blogger_sr": {"author": ["Војин"] * 2, "published": ["2011-03-06", "2011-02-20"]},
    "hours_ru": {"outlet": ["Губернские вести"], "published": ["2018-09-12"]},
    "brief_it": {
        "outlet": ["La Voce del Lago"] * 4,
        "author": [None, None, None, "Ivo Carrer"],
        "published": ["2014-10-21"] * 4,
    },
    "pressend_de": {
        "outlet": ["Haus Weitblick e. V."] * 3,
        "original_outlet": ["Der Grenzbote", "Wochenblatt am Strom", "Oderländer Rundschau"],
        "published": [None] * 3,
        "first_published": ["2015-02-23", "2015-02-24", "2015-02-26"],
    },
    "journal_pl": {"outlet": ["Zeszyty Nadrzeczne"]},
    "report_fa": {"author": ["نسرین آبادانی"], "section": ["اجتماعی"], "outlet": ["پیک کویر"], "published": ["2019-08-05"]},
    "column_zh": {"author": ["顾晓岚"], "section": ["评论"], "original_outlet": [None], "published": ["2020-11-03"]},
    "answers_hi": {"author": ["कविता राठौर"], "published": ["2022-07-19"]},
    "paywall_en": {"author": ["Tobias Renn"], "section": ["Local"], "outlet": ["Coldwater Post"], "published": ["2021-03-04"]},
    "chronology_en": {"published": ["2014-01"]},
    "forum_it": {"author": ["Marmotta72", "laura_b", "Ettore Guala", "Marmotta72"]},
}


@pytest.mark.parametrize("name", sorted(FACTS))
def test_the_head_facts_of_a_page_are_those_that_a_reader_finds(name: str) -> None:
    found = articles(page(name).text)
    for field, values in FACTS[name].items():
        facts = [getattr(article, field) for article in found]
        assert [fact.value if fact else None for fact in facts] == values, field
