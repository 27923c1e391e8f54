"""Names in scripts without capitals, found by the titles beside them, and names in Cyrillic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogue_desk.domain.privacy.finds import Find, FindKind
from dialogue_desk.domain.privacy.lists import NameLists
from dialogue_desk.domain.privacy.tokens import name_key

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_CHINESE_SURNAMES = (
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田"
    "董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱"
    "江尹薛闫阎雷侯龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴洪龚龔"
)
_TITLED_HAN = (
    "先生|女士|小姐|太太|老师|老師|警官|医生|醫生|校长|校長|阿姨|"
    "叔叔|律师|律師|教授|牧师|牧師|师傅|師傅|经理|主任|大爷|奶奶|さん|様|先生|씨"
)
_BY_KIND = (
    # Chinese: a surname and up to two characters before a title, or after a word that names.
    (FindKind.TITLED_NAME, rf"[老小]?[{_CHINESE_SURNAMES}][{_HAN}]{{0,2}}?(?:{_TITLED_HAN})"),
    (
        FindKind.NAME,
        rf"(?:我叫|名叫|叫做|他叫|她叫|名字是|姓名[:：]?)([{_CHINESE_SURNAMES}][{_HAN}]{{1,2}})(?=[\W，。]|的|$|说|說|和|，)",
    ),
    (
        FindKind.NAME,
        rf"(?<![{_HAN}])([{_CHINESE_SURNAMES}][{_HAN}]{{1,2}})(?=说|說|告诉|告訴|认为|認為|问|問|觉得|覺得)",
    ),
    # Japanese and Korean.
    (FindKind.TITLED_NAME, rf"[{_HAN}\u30a0-\u30ff]{{1,6}}(?:さん|様|くん|ちゃん)"),
    (
        FindKind.TITLED_NAME,
        r"(?<![가-힣])[김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국]"
        r"[가-힣]{0,2} ?(?:씨|님|선생님|경찰관|목사님|교장|사장님|할머니|할아버지|아주머니|아저씨)",
    ),
    # Arabic: a title and a name or two.
    (
        FindKind.TITLED_NAME,
        r"(?<!\w)[ولبف]{0,2}(?:السيد|السيدة|لسيد|لسيدة|الآنسة|الأستاذ|الأستاذة|الاستاذ|الدكتور|"
        r"الدكتورة|الشيخ|الحاج|الحاجة|الضابط|الشرطي|العم|الخالة|القاضي|المعلم|المعلمة|الإمام)"
        r" [\u0621-\u064a\u064b-\u0652\u0671]{3,20}(?: (?:بن |بنت |"
        r"ال)?[\u0621-\u064a]{3,20}(?= (?:قال|قالت|في|من|على|إن|أن)|[،.؟]|$))?",
    ),
    (FindKind.NAME, r"(?<!\w)(?:اسمي|اسمه|اسمها|يدعى|تدعى) ([\u0621-\u064a]{3,20})"),
    (
        FindKind.TITLED_NAME,
        r"(?<!\w)(?:أبو|أم|ابو|ام) (?:محمد|أحمد|علي|حسن|حسين|عمر|خالد|يوسف|إبراهيم|مصطفى|كريم|سمير|"
        r"ياسين|بلال|حمزة|عبدالله|مريم|فاطمة)(?!\w)",
    ),
    # Persian, Hindi, Bengali.
    (FindKind.TITLED_NAME, r"(?<!\w)(?:آقای|خانم) [\u0621-\u06cc]{2,20}"),
    (
        FindKind.TITLED_NAME,
        r"(?:श्रीमती|श्री|सुश्री|डॉ\.?|डॉक्टर|"
        r"मास्टर) [\u0900-\u097f]{2,20}(?: [\u0900-\u097f]{2,20}(?= (?:ने|को|का|की|के|जी)))?",
    ),
    (FindKind.TITLED_NAME, r"[\u0900-\u097f]{2,20} जी(?![\u0900-\u097f])"),
    # Amharic and Tigrinya: a title, a name and the father's name.
    (
        FindKind.TITLED_NAME,
        r"(?:አቶ|ወይዘሮ|ወ/ሮ|ወይዘሪት|ወ/ሪት|ዶክተር|ዶ/ር|መምህር|ቄስ|ሼህ|ሻምበል|"
        r"ኢንስፔክተር) [\u1200-\u135a]{2,12}(?: [\u1200-\u135a]{2,12}(?= |[።፣]|$))?",
    ),
    (FindKind.NAME, r"(?:ስሜ|ስሙ|ስሟ) ([\u1200-\u135a]{2,12})"),
    # Cyrillic: titles, initials, patronymics.
    (
        FindKind.TITLED_NAME,
        r"(?i)(?<!\w)(?:господин|госпожа|г-н|г-жа|офицер|сержант|полицейский|доктор|учительница|учитель|"
        r"отец|тётя|тетя|дядя|бабушка|"
        r"пан|пані|пана|панові|офіцер|поліцейський|лікар|вчителька|дядько|тітка|бабуся) "
        r"[А-ЯЁІЇЄҐ][а-яёіїєґ'’]{1,24}(?: [А-ЯЁІЇЄҐ][а-яёіїєґ'’]{1,24}){0,2}",
    ),
    (
        FindKind.INITIALS,
        r"(?<!\w)(?:[А-ЯЁІЇЄ]\. ?){1,2}[А-ЯЁІЇЄ][а-яёіїє]{2,24}|"
        r"(?<!\w)[А-ЯЁІЇЄ][а-яёіїє]{2,24} [А-ЯЁІЇЄ]\.(?: ?[А-ЯЁІЇЄ]\.)?",
    ),
    (
        FindKind.NAME,
        r"(?<!\w)[А-ЯЁІЇЄ][а-яёіїє]{2,24} [А-ЯЁІЇЄ][а-яёіїє]{2,20}(?:ович|евич|ич|овна|евна|ична|"
        r"івна|ївна)[ауеиыою]{0,2}(?!\w)(?: [А-ЯЁІЇЄ][а-яёіїє]{2,24})?",
    ),
    (
        FindKind.NAME,
        r"(?<!\w)(?:зовут|звать|звати|звуть|имени|"
        r"імені) ([А-ЯЁІЇЄ][а-яёіїє]{1,24}(?: [А-ЯЁІЇЄ][а-яёіїє]{1,24})?)",
    ),
    # Vietnamese: the surname alone says that a name follows.
    (
        FindKind.TITLED_NAME,
        r"(?<!\w)(?<!tiếng )(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Tt]hầy|[Ee]m|[Dd]ì|"
        r"[Cc]ậu) [A-ZĐÀ-ỸẠ-Ỹ][^\W\d_]{0,8}(?: [A-ZĐÀ-ỸẠ-Ỹ][^\W\d_]{0,8}){0,3}",
    ),
    (
        FindKind.NAME,
        r"(?<!\w)(?:Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|"
        r"Lý)(?: [A-ZĐÀ-ỸẠ-Ỹ][^\W\d_]{0,8}){1,3}",
    ),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _BY_KIND)
_CAPITALLESS_WORD = re.compile(
    r"(?<!\w)[\u0621-\u064a]{3,20}(?!\w)|[\u1200-\u135a]{2,12}|"
    r"(?<!\w)[А-ЯЁІЇЄ][а-яёіїєґ']{2,24}(?: [А-ЯЁІЇЄ][а-яёіїєґ']{2,24})?(?!\w)"
)
_ENDINGS = ("ою", "ей", "ой", "ем", "ом", "у", "ю", "а", "я", "е", "и", "ы", "і", "ї")
_PREFIXES = ("و", "ل", "ب", "ف", "ك")


def in_other_scripts(text: str, lists: NameLists) -> Iterator[Find]:
    """Yield names in scripts other than Latin, and Vietnamese names."""
    if text.isascii():
        return
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            group = 1 if pattern.groups else 0
            yield Find(*match.span(group), kind)
    for match in _CAPITALLESS_WORD.finditer(text):
        if _is_known(match.group().split(" ", 1)[0], lists):
            yield Find(*match.span(), FindKind.NAME)


def _is_known(word: str, lists: NameLists) -> bool:
    """Whether ``word`` is a known name in any of its cases."""
    known = lists.given
    plain = name_key(word)
    if plain in known or (plain[:1] in _PREFIXES and plain[1:] in known):
        return True
    if not "\u0400" <= word[:1] <= "\u04ff":
        return False
    stem = next((plain.removesuffix(ending) for ending in _ENDINGS if plain.endswith(ending)), plain)
    return len(stem) > 2 and any(stem + ending in known for ending in ("", "а", "я", "й", "о"))
