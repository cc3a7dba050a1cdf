# ruff: noqa: E501 - sentences in eight languages, one a line
"""Invented web pages in several templates and languages, each with the bodies that a careful reader would mark in it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from testimonia.base.phrases import LETTER

SAID = {
    "en": (
        "The council of {p} said on Monday that the bridge would stay closed until the autumn, because {n} of its piles had been damaged.|"
        "“Nobody asked us,” said a baker in {p}, who has lost {n} customers since the road was closed and does not know how to go on.|"
        "The engineers had warned of it in a letter that was written {n} days before the flood and that nobody in {p} seems to have read.|"
        "It will cost {n} crowns to mend what the water took, and the town has no more than a third of that in its chest."
    ),
    "de": (
        "Der Rat von {p} teilte am Montag mit, dass die Brücke bis zum Herbst gesperrt bleibt, weil {n} ihrer Pfähle beschädigt worden sind.|"
        "„Uns hat niemand gefragt“, sagte eine Bäckerin aus {p}, die seit der Sperrung {n} Kunden verloren hat und nicht weiß, wie es weitergeht.|"
        "Die Ingenieure hatten in einem Brief davor gewarnt, der {n} Tage vor der Flut geschrieben wurde und den in {p} niemand gelesen hat.|"
        "Es wird {n} Kronen kosten, den Schaden zu beheben, und die Stadt hat nicht mehr als ein Drittel davon in der Kasse."
    ),
    "es": (
        "El consejo de {p} dijo el lunes que el puente seguirá cerrado hasta el otoño porque {n} de sus pilares fueron dañados por el agua.|"
        "«Nadie nos preguntó», dijo una panadera de {p} que ha perdido {n} clientes desde que se cerró el camino y no sabe cómo seguir.|"
        "Los ingenieros lo habían advertido en una carta escrita {n} días antes de la riada y que nadie en {p} parece haber leído.|"
        "Costará {n} coronas reparar lo que se llevó el agua, y la ciudad no tiene más que una tercera parte de esa suma."
    ),
    "ru": (
        "Совет города {p} сообщил в понедельник, что мост останется закрытым до осени, потому что {n} его свай были повреждены водой.|"
        "«Нас никто не спросил», — сказала пекарь из {p}, которая потеряла {n} покупателей с тех пор, как закрыли дорогу.|"
        "Инженеры предупреждали об этом в письме, которое было написано за {n} дней до наводнения и которое никто в {p} не прочёл.|"
        "Ремонт обойдётся в {n} крон, а у города в казне есть не больше трети этой суммы, и никто не знает, где взять остальное."
    ),
    "ar": (
        "قال مجلس {p} يوم الاثنين إن الجسر سيبقى مغلقا حتى الخريف لأن {n} من أعمدته قد تضررت من المياه التي غمرت الطريق.|"
        "وقالت خبازة من {p} إن أحدا لم يسألها وإنها فقدت {n} من زبائنها منذ أن أغلق الطريق ولا تعرف كيف ستواصل العمل.|"
        "وكان المهندسون قد حذروا من ذلك في رسالة كتبت قبل الفيضان ب {n} يوما ويبدو أن أحدا في {p} لم يقرأها قط.|"
        "وسيكلف إصلاح ما أخذته المياه {n} كرونة، وليس لدى المدينة أكثر من ثلث هذا المبلغ في خزانتها هذا العام."
    ),
    "hi": (
        "{p} की परिषद ने सोमवार को कहा कि पुल शरद ऋतु तक बंद रहेगा, क्योंकि उसके {n} खंभे बाढ़ के पानी से टूट गए थे।|"
        "{p} की एक दुकानदार ने कहा कि उनसे किसी ने नहीं पूछा और सड़क बंद होने के बाद से उनके {n} ग्राहक चले गए हैं।|"
        "इंजीनियरों ने बाढ़ से {n} दिन पहले एक पत्र में इसकी चेतावनी दी थी, जिसे {p} में शायद किसी ने नहीं पढ़ा।|"
        "जो पानी ले गया उसे ठीक करने में {n} रुपये लगेंगे, और नगर के पास उसका एक तिहाई से अधिक नहीं है।"
    ),
    "th": (
        "สภาเมือง {p} กล่าวเมื่อวันจันทร์ว่าสะพานจะปิดจนถึงฤดูใบไม้ร่วง เพราะเสาเข็ม {n} ต้นเสียหายจากน้ำท่วมครั้งใหญ่|"
        "คนทำขนมปังใน {p} บอกว่าไม่มีใครถามพวกเขา และเธอเสียลูกค้าไป {n} คนตั้งแต่ถนนถูกปิด และไม่รู้จะทำอย่างไรต่อไป|"
        "วิศวกรได้เตือนเรื่องนี้ไว้ในจดหมายที่เขียนขึ้น {n} วันก่อนน้ำท่วม แต่ดูเหมือนไม่มีใครใน {p} เคยอ่านจดหมายฉบับนั้น|"
        "การซ่อมแซมสิ่งที่น้ำพัดไปจะต้องใช้เงิน {n} บาท และเมืองมีเงินไม่เกินหนึ่งในสามของจำนวนนั้นในคลังปีนี้"
    ),
    "zh": (
        "{p}市议会星期一表示，由于洪水损坏了{n}根桥桩，这座桥将关闭到秋天，居民只能绕道而行。|"
        "{p}的一位面包师说，没有人问过他们的意见，自从道路关闭以来，她已经失去了{n}位顾客，不知道该怎么办。|"
        "工程师们在洪水发生前{n}天写的一封信中就警告过这件事，但{p}似乎没有人读过那封信。|"
        "修复被水冲走的东西需要{n}元，而这座城市的金库里只有不到三分之一的钱，没有人知道其余的从哪里来。"
    ),
}  # fmt: skip
WORDS = {  # title, by, menu (|), share (|), related, its links (|), caption, comment, footer
    "en": ("The bridge of {p} stays closed", "By", "Home|News|Sport|Weather|Culture|Contact us", "Share on Facebook|Tweet|Print", "Read also", "Bakery opens in the old station|Ferry stopped by the ice|A school for the island", "The bridge on Sunday. Photo: A. Weller", "Great text, thank you!", "All rights reserved. Privacy policy. Terms of use."),
    "de": ("Die Brücke von {p} bleibt gesperrt", "Von", "Startseite|Nachrichten|Sport|Wetter|Kultur|Kontakt", "Auf Facebook teilen|Twittern|Drucken", "Lesen Sie auch", "Bäckerei im alten Bahnhof eröffnet|Fähre vom Eis gestoppt|Eine Schule für die Insel", "Die Brücke am Sonntag. Foto: A. Weller", "Sehr guter Text, danke!", "Alle Rechte vorbehalten. Datenschutz. Impressum."),
    "es": ("El puente de {p} sigue cerrado", "Por", "Inicio|Noticias|Deportes|El tiempo|Cultura|Contacto", "Compartir en Facebook|Tuitear|Imprimir", "Lea también", "Abre una panadería en la vieja estación|El hielo detiene el transbordador|Una escuela para la isla", "El puente el domingo. Foto: A. Weller", "¡Muy buen texto, gracias!", "Todos los derechos reservados. Política de privacidad."),
    "ru": ("Мост в городе {p} остаётся закрытым", "Автор:", "Главная|Новости|Спорт|Погода|Культура|Контакты", "Поделиться в Facebook|Твитнуть|Печать", "Читайте также", "В старом вокзале открылась пекарня|Паром остановлен льдом|Школа для острова", "Мост в воскресенье. Фото: А. Веллер", "Отличный текст, спасибо!", "Все права защищены. Политика конфиденциальности."),
    "ar": ("جسر {p} يبقى مغلقا", "بقلم", "الرئيسية|الأخبار|رياضة|الطقس|ثقافة|اتصل بنا", "شارك على فيسبوك|تغريد|طباعة", "اقرأ أيضا", "مخبز جديد في المحطة القديمة|الجليد يوقف العبارة|مدرسة للجزيرة", "الجسر يوم الأحد. تصوير: أ. فيلر", "نص رائع، شكرا لكم!", "جميع الحقوق محفوظة. سياسة الخصوصية."),
    "hi": ("{p} का पुल बंद रहेगा", "लेखक", "होम|समाचार|खेल|मौसम|संस्कृति|संपर्क करें", "फेसबुक पर साझा करें|ट्वीट|प्रिंट", "यह भी पढ़ें", "पुराने स्टेशन में बेकरी खुली|बर्फ ने नौका रोकी|द्वीप के लिए स्कूल", "रविवार को पुल। फोटो: ए. वेलर", "बहुत अच्छा लेख, धन्यवाद!", "सर्वाधिकार सुरक्षित। गोपनीयता नीति।"),
    "th": ("สะพาน {p} ยังปิดอยู่", "โดย", "หน้าแรก|ข่าว|กีฬา|อากาศ|วัฒนธรรม|ติดต่อเรา", "แชร์บนเฟซบุ๊ก|ทวีต|พิมพ์", "อ่านเพิ่มเติม", "เปิดร้านขนมปังในสถานีเก่า|น้ำแข็งหยุดเรือข้ามฟาก|โรงเรียนสำหรับเกาะ", "สะพานในวันอาทิตย์ ภาพ: เอ. เวลเลอร์", "ข้อความดีมาก ขอบคุณ", "สงวนลิขสิทธิ์ นโยบายความเป็นส่วนตัว"),
    "zh": ("{p}大桥继续关闭", "作者：", "首页|新闻|体育|天气|文化|联系我们", "分享到微博|推特|打印", "延伸阅读", "旧车站开了面包店|渡轮因冰停航|岛上的学校", "星期日的大桥。摄影：韦勒", "写得很好，谢谢！", "版权所有。隐私政策。"),
}  # fmt: skip
PLACES = "Aldmoor Brackwater Dunholt Eastermere Fennick Gullhaven Heatherby Ilmouth".split()
NAMES = ("Ana Weller", "Pavel Lund", "Clara Berg", "Irene Moreau")


LONGER = re.compile(rf"(?!\d){LETTER}{{4,20}}")  # a word that may be exchanged for another one
CHANGED = 0.7


@dataclass(frozen=True, slots=True)
class Made:
    """One invented page: its HTML, and the paragraphs of each article in it."""

    name: str
    html: str
    bodies: tuple[tuple[str, ...], ...]


class Maker:
    """Pieces of pages in one language, each call another."""

    def __init__(self, language: str, seed: int) -> None:
        self.chance = random.Random(f"{language} {seed}")
        self.language = language
        self.title_form, self.by, menu, share, self.related, links, self.caption, self.comment, self.rights = WORDS[language]
        self.longer = [word for word in SAID[language].replace("|", " ").split() if LONGER.fullmatch(word)]
        self.forms: list[str] = []
        self.menu, self.share, self.links = menu.split("|"), share.split("|"), links.split("|")

    def sentence(self) -> str:
        """One sentence: the small words of a real one, most of its longer words exchanged, so that no two sentences are alike."""
        if not self.forms:
            self.forms = SAID[self.language].split("|")
            self.chance.shuffle(self.forms)
        form = self.forms.pop()
        words = [
            self.chance.choice(self.longer) if LONGER.fullmatch(word) and self.chance.random() < CHANGED else word
            for word in form.split(" ")
        ]
        return " ".join(words).format(p=self.chance.choice(PLACES), n=self.chance.randint(3, 9000))

    def paragraphs(self, count: int) -> tuple[str, ...]:
        """Paragraphs of one to three different sentences."""
        blank = "" if self.language == "zh" else " "
        return tuple(blank.join(dict.fromkeys(self.sentence() for _ in range(self.chance.randint(1, 3)))) for _ in range(count))

    def title(self) -> str:
        """A headline."""
        return self.title_form.format(p=self.chance.choice(PLACES))

    def date(self) -> str:
        """A date in figures."""
        return f"{self.chance.randint(13, 28)}.{self.chance.randint(1, 12):02}.{self.chance.randint(2011, 2022)}"

    def listed(self, items: Sequence[str]) -> str:
        """A list of links."""
        return "<ul>" + "".join(f'<li><a href="/{n}">{item}</a></li>' for n, item in enumerate(items)) + "</ul>"

    def page(self, title: str, inner: str) -> str:
        """The frame of a page: head, menus, footer."""
        menu = self.listed(self.menu)
        return f"""<!DOCTYPE html><html lang="{self.language}"><head><meta charset="utf-8"><title>{title} | River Post</title></head><body>
<header><a href="/">River Post</a><nav>{menu}</nav></header>{inner}<footer>{menu}<p>© 2022 River Post. {self.rights}</p></footer></body></html>"""


def news(made: Maker) -> Made:
    """A news article with all that stands around one: trail, credits, picture, teasers, comments, and related links inside the text."""
    title, body = made.title(), made.paragraphs(8)
    p = [f"<p>{words}</p>" for words in body]
    related = f'<div class="related"><h4>{made.related}</h4>{made.listed(made.links)}</div>'
    cards = "".join(f'<div class="card"><a href="/c{n}"><h3>{link}</h3></a><p>{made.date()}</p></div>' for n, link in enumerate(made.links))
    comments = "".join(f'<li class="comment"><b>{name}</b> {made.date()}<p>{made.comment}</p></li>' for name in NAMES)
    inner = f"""<main><div class="crumbs"><a href="/">{made.menu[0]}</a> » <a href="/n">{made.menu[1]}</a> » {title}</div><article><h1>{title}</h1>
<p class="byline">{made.by} {made.chance.choice(NAMES)} <time>{made.date()}</time></p><div class="share">{made.listed(made.share)}</div>
<figure><img src="a.jpg"><figcaption>{made.caption}</figcaption></figure>{"".join(p[:3])}{related}{"".join(p[3:7])}<blockquote>{p[7]}</blockquote>
</article></main><aside><h2>{made.related}</h2>{cards}</aside><div id="comments"><ol>{comments}</ol></div>"""
    return Made("news", made.page(title, inner), (body,))


def plain_divs(made: Maker) -> Made:
    """A page of nothing but `div`, its paragraphs parted by line breaks."""
    title, body = made.title(), made.paragraphs(6)
    links = "".join(f'<div class="x7"><a href="/{n}">{link}</a></div>' for n, link in enumerate(made.links * 2))
    inner = f"""<div class="x1"><div class="x2">{title}</div><div class="x3">{made.date()}</div><div class="x4">{"<br><br>".join(body)}</div>
<div class="x5">{" ".join(made.share)}</div><div class="x6">{made.related}</div>{links}</div>"""
    return Made("divs", made.page(title, inner), (body,))


def old_table(made: Maker) -> Made:
    """A page laid out with tables, as they were made at the turn of the century."""
    title, body = made.title(), made.paragraphs(6)
    menu = "".join(f'<tr><td><a href="/{n}"><font size="1">{item}</font></a></td></tr>' for n, item in enumerate(made.menu))
    text = "".join(f'<p><font face="Arial">{words}</font></p>' for words in body)
    inner = f"""<table width="100%"><tr><td valign="top"><table>{menu}</table></td><td><b>{title}</b><br><i>{made.date()}</i>{text}</td>
<td>{made.listed(made.links)}</td></tr></table>"""
    return Made("table", made.page(title, inner), (body,))


def short_news(made: Maker) -> Made:
    """A report of two short paragraphs between much else."""
    title, body = made.title(), (made.sentence(), made.sentence())
    cards = "".join(f'<div class="card"><h3><a href="/c{n}">{link}</a></h3></div>' for n, link in enumerate(made.links * 4))
    inner = f"""<main><h1>{title}</h1><div class="meta">{made.date()}</div><p>{body[0]}</p><p>{body[1]}</p>{made.listed(made.share)}</main>
<section><h2>{made.related}</h2>{cards}</section>"""
    return Made("short", made.page(title, inner), (body,))


def data_table(made: Maker) -> Made:
    """An article with a list and a subheading in its text."""
    title, body = made.title(), made.paragraphs(7)
    items = "".join(f"<li>{words}</li>" for words in body[3:5])
    inner = f"""<article><h1>{title}</h1><time>{made.date()}</time><p>{body[0]}</p><p>{body[1]}</p><h2>{body[2][:30]}</h2><p>{body[2]}</p>
<ul>{items}</ul><p>{body[5]}</p><p>{body[6]}</p></article><div class="tags">{made.listed(made.menu[:3])}</div>"""
    return Made("list", made.page(title, inner), (body,))


def index(made: Maker, tag: str, name: str) -> Made:
    """Several whole posts one below the other."""
    posts, bodies = [], []
    for _ in range(4):
        body = made.paragraphs(made.chance.randint(3, 6))
        bodies.append(body)
        text = "".join(f"<p>{words}</p>" for words in body)
        posts.append(
            f'<{tag}><h2><a href="/p">{made.title()}</a></h2><div>{made.date()}</div>{text}<div>{" | ".join(made.share)} 3 {made.comment[:0]}</div></{tag}>'
        )
    return Made(name, made.page("River Post", f"<main>{''.join(posts)}</main>"), tuple(bodies))


TEMPLATES: tuple[Callable[[Maker], Made], ...] = (
    news,
    plain_divs,
    old_table,
    short_news,
    data_table,
    lambda made: index(made, "article", "index"),
    lambda made: index(made, "div", "index of divs"),
)


def pages(count: int = 3) -> list[tuple[str, Made]]:
    """`count` pages of each template in each language, with the language."""
    return [(language, template(Maker(language, seed))) for language in SAID for template in TEMPLATES for seed in range(count)]
