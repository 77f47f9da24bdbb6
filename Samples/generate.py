#!/usr/bin/env python3
"""Writes the sample company, サンプル食品（株）, and checks it.

    python3 Samples/generate.py           writes every sample file beside this script
    python3 Samples/generate.py --check   exits 1 if a file differs or a self-check fails

Everybody here is invented, and so is every number. A My Number is eleven digits drawn from
SHA-256 of a fixed seed and a label, then the check digit of Ordinance No. 85 of 2014, article 5.
Nobody's number was looked at. Running the script again gives the same bytes: no clock, no
`random`, nothing from outside this file. Standard library only.

The amounts follow the income tax tables of 2025 (令和7年分) for both years, with simplified social
insurance, so that a slip adds up; they are sample data and no guide to anybody's tax.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import sys
import unicodedata
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED = "mynumber samples 1"
YEARS = (2025, 2026)
CORPORATE_NUMBER = "5835678256246"  # a documented sample number; nobody's
PUBLISHED = {"621498320257", "123456789018", "023456789013", "200000000000", "100000000005"}

# ---------------------------------------------------------------------------------------------
# Numbers


def check_digit(eleven: str) -> str:
    """The twelfth digit of a My Number: weights 6 5 4 3 2 7 6 5 4 3 2, modulo 11."""
    remainder = sum(int(d) * w for d, w in zip(eleven, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))) % 11
    return "0" if remainder <= 1 else str(11 - remainder)


def is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{12}", text)) and check_digit(text[:11]) == text[11]


def is_corporate_number(text: str) -> bool:
    """Thirteen digits, the check digit first: 9 - (sum of weights 1 and 2 from the right mod 9)."""
    if not re.fullmatch(r"[0-9]{13}", text):
        return False
    total = sum(int(d) * (1 + i % 2) for i, d in enumerate(reversed(text[1:])))
    return int(text[0]) == 9 - total % 9


def is_municipality_code(text: str) -> bool:
    """Six digits, the check digit last: weights 6 5 4 3 2, modulo 11, last digit of the result."""
    if not re.fullmatch(r"[0-9]{6}", text):
        return False
    total = sum(int(d) * w for d, w in zip(text, (6, 5, 4, 3, 2)))
    return text[5] == str((11 - total % 11) % 10)


def draw_number(label: str, leading_zero: bool = False) -> str:
    """A fictitious My Number for a label; each label has its own, whoever else is in the cast."""
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{SEED}/{label}/{attempt}".encode()).digest()
        eleven = f"{int.from_bytes(digest[:16], 'big') % 10**11:011d}"
        if leading_zero:
            eleven = "0" + eleven[1:]
        number = eleven + check_digit(eleven)
        if number not in PUBLISHED and number != "0" * 12:
            return number
        attempt += 1


# ---------------------------------------------------------------------------------------------
# Widths, dates


def full_width(text: str) -> str:
    return "".join(
        "\u3000" if c == " " else chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text
    )


def _half_kana_table() -> dict[str, str]:
    table = {"\u3000": " "}
    for code in range(0xFF61, 0xFFA0):
        for mark in ("", "\uff9e", "\uff9f"):
            whole = unicodedata.normalize("NFKC", chr(code) + mark)
            if len(whole) == 1:
                table.setdefault(whole, chr(code) + mark)
    return table


HALF_KANA = _half_kana_table()


def half_kana(text: str) -> str:
    return "".join(HALF_KANA.get(c, c) for c in text)


def folded(text: str) -> str:
    """Names are compared without spaces and widths."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def day(text: str) -> date:
    return date.fromisoformat(text)


def era(on: date) -> tuple[str, str, int]:
    """(code of the tax record, name, year of the era)."""
    if on >= date(2019, 5, 1):
        return "5", "令和", on.year - 2018
    if on >= date(1989, 1, 8):
        return "4", "平成", on.year - 1988
    return "1", "昭和", on.year - 1925


def written(on: date | None, style: int) -> str:
    """A date as spreadsheets have it: 2025-04-01, 2025/4/1 or 令和7年4月1日."""
    if on is None:
        return ""
    if style % 3 == 0:
        return on.isoformat()
    if style % 3 == 1:
        return f"{on.year}/{on.month}/{on.day}"
    _, name, year = era(on)
    return f"{name}{'元' if year == 1 else year}年{on.month}月{on.day}日"


def written_number(number: str, style: int) -> str:
    """A number as spreadsheets have it: plain, grouped, full-width."""
    groups = (number[:4], number[4:8], number[8:])
    return (
        number,
        "-".join(groups),
        full_width(number),
        " ".join(groups),
        full_width("-".join(groups)),
    )[style % 5]


def age_at_year_end(birth: date, year: int) -> int:
    """An age is reached at the end of the day before the birthday (年齢計算ニ関スル法律)."""
    eve = date(year, 12, 31) + timedelta(days=1)
    return eve.year - birth.year - ((eve.month, eve.day) < (birth.month, birth.day))


# ---------------------------------------------------------------------------------------------
# The cast

# key: address up to the municipality, postal code, municipality code, designation number
PLACES = {
    "千代田": ("東京都千代田区", "100-0000", "131016", "10100301"),
    "新宿": ("東京都新宿区", "160-0000", "131041", "10400302"),
    "世田谷": ("東京都世田谷区", "154-0000", "131121", "11200303"),
    "横浜": ("神奈川県横浜市", "220-0000", "141003", "20100304"),
    "川崎": ("神奈川県川崎市", "210-0000", "141305", "20130305"),
    "さいたま": ("埼玉県さいたま市", "330-0000", "111007", "30100306"),
    "千葉": ("千葉県千葉市", "260-0000", "121002", "40100307"),
    "大阪": ("大阪府大阪市", "530-0000", "271004", "50100308"),
}

# key: 番号確認書類, 身元確認書類, 確認方法
PROOFS = {
    "card": ("個人番号カード", "個人番号カード", "対面"),
    "card-alone": ("個人番号カード", "", "対面"),  # one card proves both
    "card-mail": ("個人番号カード", "個人番号カード", "郵送"),
    "card-online": ("個人番号カード", "個人番号カード", "オンライン"),
    "notice": ("通知カード", "運転免許証", "対面"),
    "resident": ("住民票の写し", "旅券", "対面"),
    "resident-mail": ("住民票の写し", "運転免許証", "郵送"),
    "resident-alien": ("住民票の写し", "在留カード", "対面"),
    "two-without-photo": ("住民票の写し", "資格確認書;介護保険被保険者証", "対面"),
    "no-record": ("", "", "記録なし"),
    "none": ("", "", ""),
}
# What no paper shows and has to be stated, by the key above: 確認事項
STATED = {"card-online": "method-recognised"}
TAX_ONLY = "tax-withholding;tax-declarations"


@dataclass
class Member:
    """One of a family: what the roster says, and what the tax office may be told."""

    number: int  # 家族番号
    relationship: str
    name: str
    kana: str
    birth: date
    sex: str
    tax: bool = True
    health: bool = True
    category3: bool = False
    income: int = 0  # 合計所得金額 of a spouse
    same_house: bool = False  # 同居老親等
    abroad: bool = False
    filing_name: str = ""
    own_code: str = ""
    no_number: str = ""
    proof: tuple[str, str] = ("none", "")
    blank_dependent_number: bool = False
    spelled_in_payroll: str = ""


@dataclass
class Employee:
    code: str
    name: str
    kana: str
    birth: date
    sex: str
    place: str
    street: str
    hired: date
    department: str
    proof: tuple[str, str]
    pay: dict[int, int]  # own salary by year
    kind: str = "従業員"
    title: str = ""
    family: list[Member] = field(default_factory=list)
    filing_name: str = ""
    filing_street: str = ""
    left: date | None = None
    last_paid: date | None = None
    purposes: str = ""
    no_number: str = ""
    leading_zero: bool = False
    insured: bool = True
    column: str = "甲"
    collect_oneself: str = ""  # 普通徴収理由
    premiums: tuple[int, int] = (0, 0)  # new life insurance, nursing and medical insurance
    quake: int = 0
    small_pension: int = 0  # 小規模企業共済等掛金
    flags: dict[int, str] = field(default_factory=dict)  # official item number: "1"
    other_deduction: int = 0  # what the flags are worth
    joined: date | None = None  # 中途就職 of 2025
    former: tuple[int, int, int] | None = None  # pay, tax, social insurance elsewhere in 2025
    loan: tuple[str, int] | None = None  # 居住開始年月日, balance
    moved: tuple[int, str, str] | None = None  # from year, place, street
    withheld: dict[int, int] = field(default_factory=dict)  # tax where nobody adjusted


def spouse(name: str, kana: str, birth: str, sex: str = "女", **more) -> Member:
    return Member(1, "配偶者", name, kana, day(birth), sex, **more)


def child(number: int, name: str, kana: str, birth: str, sex: str, **more) -> Member:
    return Member(number, "子", name, kana, day(birth), sex, **more)


CAST = [
    Employee(
        "0001", "稲沢　恒一郎", "イナザワ　コウイチロウ", day("1968-03-12"), "男", "千代田", "見本町1-2-3",
        day("2004-04-01"), "役員室", ("card", "2016-02-10"), {2025: 9600000, 2026: 9600000},
        kind="役員", title="代表取締役", premiums=(96000, 48000), quake=32000,
        family=[
            spouse("稲沢　美保子", "イナザワ　ミホコ", "1971-09-04", category3=True,
                   proof=("card-mail", "2016-02-12")),
            child(2, "稲沢　颯真", "イナザワ　ソウマ", "2006-05-14", "男"),
        ],
    ),
    Employee(
        "0002", "久我　澄世", "クガ　スミヨ", day("1972-11-30"), "女", "新宿", "見本町2-4-6",
        day("2018-06-28"), "役員室", ("resident", "2018-06-28"), {2025: 1800000, 2026: 1800000},
        kind="役員", title="取締役",
    ),
    Employee(
        "0003", "鷲尾　達臣", "ワシオ　タツオミ", day("1975-07-19"), "男", "世田谷", "見本町3-9-12",
        day("2006-10-01"), "営業部", ("notice", "2016-01-22"), {2025: 6480000, 2026: 6680000},
        title="部長", premiums=(120000, 36000), quake=50000,
        family=[
            spouse("鷲尾　紀香", "ワシオ　ノリカ", "1977-01-25", income=700000, health=False),
        ],
    ),
    Employee(
        "0004", "倉持　伸和", "クラモチ　ノブカズ", day("1979-04-02"), "男", "横浜", "港見本町4-1",
        day("2009-04-01"), "製造部", ("notice", "2016-01-25"), {2025: 4920000, 2026: 5060000},
        premiums=(84000, 0),
        family=[
            spouse("倉持　美緒里", "クラモチ　ミオリ", "1981-12-08", category3=True,
                   proof=("resident-mail", "2016-01-29"), spelled_in_payroll="倉持美緒里"),
            child(2, "倉持　初音", "クラモチ　ハツネ", "2010-01-01", "女"),
            child(3, "倉持　航平", "クラモチ　コウヘイ", "2013-08-21", "男"),
        ],
    ),
    Employee(
        "0005", "佐野　篤弥", "サノ　アツヤ", day("1984-02-17"), "男", "川崎", "見本町5-5-5",
        day("2012-04-01"), "製造部", ("notice", "2016-01-25"), {2025: 4560000, 2026: 4700000},
        premiums=(60000, 30000),
        family=[
            spouse("佐野　千世子", "サノ　チセコ", "1986-06-21", category3=True, own_code="0006",
                   proof=("card", "2021-04-01")),
            child(2, "佐野　凪沙", "サノ　ナギサ", "2018-04-09", "女"),
        ],
    ),
    Employee(
        "0006", "佐野　千世子", "サノ　チセコ", day("1986-06-21"), "女", "川崎", "見本町5-5-5",
        day("2021-04-01"), "製造部", ("card", "2021-04-01"), {2025: 1080000, 2026: 1112000},
        purposes=TAX_ONLY, insured=False,
    ),
    Employee(
        "0007", "髙柳　志穂里", "タカヤナギ　シホリ", day("1982-10-05"), "女", "新宿", "見本町7-1-8",
        day("2015-04-01"), "経理部", ("card-alone", "2016-03-01"), {2025: 3960000, 2026: 4080000},
        filing_name="高柳　志穂里", premiums=(30000, 0), flags={131: "1"}, other_deduction=350000,
        family=[
            child(1, "髙柳　奏介", "タカヤナギ　ソウスケ", "2010-06-18", "男",
                  filing_name="高柳　奏介"),
        ],
    ),
    Employee(
        "0008", "萩野　友理香", "ハギノ　ユリカ", day("1990-05-27"), "女", "横浜",
        "見本台8-2 メゾン見本Ⅲ 205号室", day("2014-04-01"), "品質管理部",
        ("notice", "2016-01-26"), {2025: 3840000, 2026: 3950000},
        filing_street="見本台８－２　メゾン見本３－２０５",
    ),
    Employee(
        "0009", "榎本　直継", "エノモト　ナオツグ", day("1983-08-14"), "男", "さいたま", "見本町9-3-1",
        day("2011-09-01"), "営業部", ("notice", "2016-01-26"), {2025: 4380000, 2026: 4500000},
        premiums=(48000, 24000),
        family=[
            Member(1, "母", "榎本　房枝", "エノモト　フサエ", day("1957-06-02"), "女", tax=False),
        ],
    ),
    Employee(
        "0010", "若槻　遼平", "ワカツキ　リョウヘイ", day("1994-01-23"), "男", "千葉", "見本町10-1-2",
        day("2017-04-01"), "製造部", ("notice", "2017-04-03"), {2025: 3900000, 2026: 4020000},
        family=[
            spouse("若槻　沙耶香", "ワカツキ　サヤカ", "1995-03-30", category3=True,
                   proof=("card-online", "2025-10-14")),
            child(2, "若槻　陽咲", "ワカツキ　ヒサキ", "2026-10-28", "女", no_number="not-yet-issued"),
        ],
    ),
    Employee(
        "0011", "真壁　義郎", "マカベ　ヨシロウ", day("1970-12-19"), "男", "世田谷", "見本町11-7",
        day("1995-04-01"), "製造部", ("no-record", "2016-01-20"), {2025: 4860000, 2026: 4920000},
        title="工場長", premiums=(100000, 60000), quake=18000,
    ),
    Employee(
        "0012", "日下　亜由実", "クサカ　アユミ", day("1988-03-03"), "女", "川崎", "見本町12-12",
        day("2013-04-01"), "総務部", ("notice", "2016-01-27"), {2025: 4200000, 2026: 4320000},
        family=[
            child(1, "日下　蓮太", "クサカ　レンタ", "2014-11-03", "男"),
            child(2, "日下　柚葉", "クサカ　ユズハ", "2017-02-25", "女"),
        ],
    ),
    Employee(
        "0013", "三田村　宗次", "ミタムラ　ソウジ", day("1980-09-09"), "男", "さいたま", "見本町13-4",
        day("2008-04-01"), "営業部", ("notice", "2016-01-27"), {2025: 4800000, 2026: 4960000},
        premiums=(72000, 40000), quake=12000,
        family=[
            spouse("三田村　和香", "ミタムラ　ワカ", "1982-04-16", category3=True, income=150000,
                   proof=("card-mail", "2020-02-05")),
            child(2, "三田村　大地", "ミタムラ　ダイチ", "2008-09-30", "男"),
            child(3, "三田村　小春", "ミタムラ　コハル", "2011-02-11", "女"),
        ],
    ),
    Employee(
        "0014", "TRAN MINH KHOA", "トラン　ミン　コア", day("1993-11-11"), "男", "新宿", "見本町14-2-301",
        day("2022-10-01"), "製造部", ("resident-alien", "2022-10-03"), {2025: 3540000, 2026: 3660000},
        flags={59: "1"},
        family=[
            Member(1, "父", "TRAN VAN HIEN", "トラン　ヴァン　ヒエン", day("1955-03-10"), "男",
                   health=False, abroad=True, no_number="none-abroad"),
        ],
    ),
    Employee(
        "0015", "相良　文乃", "サガラ　フミノ", day("1987-07-07"), "女", "千代田", "見本町15-6",
        day("2016-04-01"), "経理部", ("notice", "2016-04-01"), {2025: 4440000, 2026: 4560000},
        leading_zero=True, small_pension=240000, premiums=(40000, 20000),
    ),
    Employee(
        "0016", "蓮見　雄登", "ハスミ　ユウト", day("1985-05-05"), "男", "千葉", "見本町16-16",
        day("2019-07-01"), "品質管理部", ("notice", "2019-07-01"), {2025: 4740000, 2026: 4860000},
        loan=("2023-04-10", 21000000),
    ),
    Employee(
        "0017", "児島　智佳", "コジマ　トモカ", day("1991-02-14"), "女", "横浜", "港見本町17-3",
        day("2018-04-01"), "総務部", ("card", "2018-04-02"), {2025: 3420000, 2026: 3540000},
        flags={52: "1"}, other_deduction=270000,
    ),
    Employee(
        "0018", "沼田　修司", "ヌマタ　シュウジ", day("1976-06-30"), "男", "さいたま", "見本町18-1-1",
        day("2007-04-01"), "製造部", ("notice", "2016-01-28"), {2025: 4620000, 2026: 4740000},
        premiums=(24000, 0),
        family=[
            Member(1, "母", "沼田　トメ子", "ヌマタ　トメコ", day("1952-08-15"), "女",
                   same_house=True),
        ],
    ),
    Employee(
        "0019", "黒部　隼斗", "クロベ　ハヤト", day("1996-10-10"), "男", "川崎", "見本町19-8",
        day("2020-04-01"), "製造部", ("none", ""), {2025: 3480000, 2026: 3600000},
        no_number="refused",
    ),
    Employee(
        "0020", "平山　貞夫", "ヒラヤマ　サダオ", day("1959-05-20"), "男", "世田谷", "見本町20-20",
        day("2025-01-06"), "品質管理部", ("two-without-photo", "2025-01-06"),
        {2025: 2760000, 2026: 2760000}, joined=day("2025-01-06"),
    ),
    Employee(
        "0021", "牧田　絵里佳", "マキタ　エリカ", day("1989-09-21"), "女", "新宿", "見本町21-5",
        day("2023-05-08"), "総務部", ("card", "2023-05-08"), {2025: 960000, 2026: 984000},
        purposes="tax-withholding", insured=False, column="乙", collect_oneself="普B",
        withheld={2025: 29400, 2026: 30100},
    ),
    Employee(
        "0022", "片岡　陽一朗", "カタオカ　ヨウイチロウ", day("1986-12-12"), "男", "千代田", "見本町22-9",
        day("2016-08-01"), "営業部", ("notice", "2016-08-01"), {2025: 4080000, 2026: 318000},
        left=day("2025-12-31"), last_paid=day("2026-01-23"), collect_oneself="普F",
        withheld={2026: 6850},
    ),
    Employee(
        "0023", "水島　楓華", "ミズシマ　フウカ", day("2004-08-08"), "女", "世田谷", "見本町23-2",
        day("2024-04-15"), "製造部", ("card-online", "2024-04-15"), {2025: 1440000, 2026: 1380000},
        purposes=TAX_ONLY, insured=False, flags={56: "1"}, other_deduction=270000,
    ),
    Employee(
        "0024", "江波　拓磨", "エナミ　タクマ", day("1992-04-18"), "男", "横浜", "港見本町24-6",
        day("2025-07-01"), "営業部", ("card", "2025-07-01"), {2025: 2040000, 2026: 4140000},
        joined=day("2025-07-01"), former=(1680000, 41200, 246900),
    ),
    Employee(
        "0025", "橋詰　由佳里", "ハシヅメ　ユカリ", day("1998-01-31"), "女", "さいたま", "見本町25-7",
        day("2020-04-01"), "経理部", ("card", "2020-04-01"), {2025: 3360000, 2026: 3480000},
    ),
    Employee(
        "0026", "戸塚　一真", "トツカ　カズマ", day("1995-09-15"), "男", "川崎", "見本町26-1",
        day("2019-04-01"), "製造部", ("notice", "2019-04-01"), {2025: 3600000, 2026: 3720000},
        moved=(2026, "横浜", "港見本町26-11"),
    ),
    Employee(
        "0027", "浦辺　彩乃", "ウラベ　アヤノ", day("1999-03-25"), "女", "さいたま", "見本町27-4-2",
        day("2021-04-01"), "品質管理部", ("card-alone", "2021-04-01"), {2025: 3300000, 2026: 3420000},
    ),
    Employee(
        "0028", "大河内　健吾", "オオコウチ　ケンゴ", day("1987-11-02"), "男", "千葉", "見本町28-3",
        day("2014-10-01"), "製造部", ("notice", "2016-01-29"), {2025: 4320000, 2026: 4440000},
        family=[
            child(1, "大河内　樹", "オオコウチ　イツキ", "2020-07-07", "男",
                  blank_dependent_number=True),
        ],
    ),
    Employee(
        "0029", "難波　潤子", "ナンバ　ジュンコ", day("1981-01-15"), "女", "大阪",
        "見本町29-8, サンプル荘201", day("2022-04-01"), "営業部", ("resident-mail", "2022-04-04"),
        {2025: 4260000, 2026: 4380000}, premiums=(20000, 0),
    ),
    Employee(
        "0030", "南雲　翔吾", "ナグモ　ショウゴ", day("2002-06-06"), "男", "千葉", "見本町30-5",
        day("2025-04-01"), "製造部", ("card", "2025-04-01"), {2025: 2610000, 2026: 3340000},
        joined=day("2025-04-01"),
    ),
    # Gone long ago: in no payroll file, and due for disposal.
    Employee(
        "0801", "細谷　久乃", "ホソヤ　ヒサノ", day("1978-02-22"), "女", "新宿", "見本町31-3",
        day("2012-04-01"), "製造部", ("notice", "2016-01-29"), {},
        left=day("2017-06-30"), last_paid=day("2017-07-25"), purposes=TAX_ONLY,
    ),
    # Not an employee: paid a fee.
    Employee(
        "P001", "三雲　佳澄", "ミクモ　カスミ", day("1980-08-08"), "女", "世田谷", "見本町32-1",
        day("2024-06-01"), "", ("card-mail", "2024-06-05"), {}, kind="支払先",
    ),
]
COMPANY = [e for e in CAST if e.pay]

# ---------------------------------------------------------------------------------------------
# The person file

PERSON_HEADER = (
    "社員番号 区分 続柄 家族番号 氏名 フリガナ 届出用氏名 生年月日 性別 郵便番号 住所 届出用住所 "
    "市区町村コード 入社日 退職日 退職事由 最終給与支払日 税扶養 健保扶養 第3号 国外居住 本人社員番号 "
    "個人番号 個人番号なしの理由 番号確認書類 身元確認書類 確認方法 確認日 利用目的 部署 確認事項"
).split()


def mark(value: bool) -> str:
    return "○" if value else ""


def numbers() -> dict[str, str]:
    """The fictitious number of everyone who has one, by code (`0012`, `0012-2`)."""
    found = {}
    for employee in CAST:
        if not employee.no_number:
            found[employee.code] = draw_number(employee.code, employee.leading_zero)
        for member in employee.family:
            if not member.no_number and not member.own_code:
                label = f"{employee.code}-{member.number}"
                found[label] = draw_number(label)
    for employee in CAST:
        for member in employee.family:
            if member.own_code:  # one person, one number, two rows
                found[f"{employee.code}-{member.number}"] = found[member.own_code]
    return found


def proof_cells(proof: tuple[str, str], style: int) -> dict[str, str]:
    number_document, identity_document, method = PROOFS[proof[0]]
    return {
        "番号確認書類": number_document,
        "身元確認書類": identity_document,
        "確認方法": method,
        "確認日": written(day(proof[1]), style) if proof[1] else "",
        "確認事項": STATED.get(proof[0], ""),
    }


def employee_cells(employee: Employee, style: int) -> dict[str, str]:
    prefix, postal, municipality, _ = PLACES[employee.place]
    payee = employee.kind == "支払先"
    hired_style = 2 if employee.code == "0016" else style + 1  # 令和元年 is worth having
    return {
        "社員番号": employee.code,
        "区分": employee.kind,
        "続柄": "" if payee else "本人",
        "氏名": employee.name,
        "フリガナ": employee.kana,
        "届出用氏名": employee.filing_name,
        "生年月日": written(employee.birth, style),
        "性別": employee.sex,
        "郵便番号": postal,
        "住所": prefix + employee.street,
        "届出用住所": prefix + employee.filing_street if employee.filing_street else "",
        "市区町村コード": municipality,
        "入社日": "" if payee else written(employee.hired, hired_style),
        "退職日": written(employee.left, style),
        "退職事由": "自己都合" if employee.left else "",
        "最終給与支払日": written(employee.last_paid, style),
        "個人番号なしの理由": employee.no_number,
        "利用目的": employee.purposes,
        "部署": employee.department,
        **proof_cells(employee.proof, style + 2),
    }


def member_cells(employee: Employee, member: Member, style: int) -> dict[str, str]:
    return {
        "社員番号": employee.code,
        "続柄": member.relationship,
        "家族番号": "" if member.blank_dependent_number else str(member.number),
        "氏名": member.name,
        "フリガナ": member.kana,
        "届出用氏名": member.filing_name,
        "生年月日": written(member.birth, style),
        "性別": member.sex,
        "税扶養": mark(member.tax),
        "健保扶養": mark(member.health),
        "第3号": mark(member.category3),
        "国外居住": mark(member.abroad),
        "本人社員番号": member.own_code,
        "個人番号なしの理由": member.no_number,
        **proof_cells(member.proof, style + 2),
    }


def person_rows() -> list[list[str]]:
    held = numbers()
    rows = [PERSON_HEADER]

    def add(code: str, cells: dict[str, str]) -> None:
        if code in held:
            cells["個人番号"] = written_number(held[code], len(rows) - 1)
        rows.append([cells.get(name, "") for name in PERSON_HEADER])

    for employee in CAST:
        add(employee.code, employee_cells(employee, len(rows)))
        for member in employee.family:
            label = f"{employee.code}-{member.number}"
            add(label, member_cells(employee, member, len(rows)))
    return rows


# ---------------------------------------------------------------------------------------------
# The slip: items of the official 375 record by number

ITEMS = {
    10: "訂正表示", 11: "年分", 12: "支払を受ける者－住所又は居所",
    13: "支払を受ける者－国外住所表示", 14: "支払を受ける者－氏名", 15: "支払を受ける者－役職名",
    16: "種別", 17: "支払金額", 19: "給与所得控除後の給与等の金額", 20: "所得控除の額の合計額",
    21: "源泉徴収税額", 23: "（源泉）控除対象配偶者の有無", 24: "老人控除対象配偶者",
    25: "配偶者（特別）控除の額", 26: "控除対象扶養親族の数－特定－主",
    28: "控除対象扶養親族の数－老人－主", 29: "控除対象扶養親族の数－老人－上の内訳",
    31: "控除対象扶養親族の数－その他－主", 36: "社会保険料等の金額",
    37: "#37",  # 上の内訳 alone says too little: the header names the item by its number
    38: "生命保険料の控除額", 39: "地震保険料の控除額", 40: "住宅借入金等特別控除等の額",
    42: "配偶者の合計所得", 44: "受給者の生年月日－元号", 45: "受給者の生年月日－年",
    46: "受給者の生年月日－月", 47: "受給者の生年月日－日", 49: "未成年者", 50: "乙欄適用",
    51: "本人が－特別障害者", 52: "本人が－その他の障害者", 54: "寡婦", 56: "勤労学生",
    57: "死亡退職", 58: "災害者", 59: "外国人", 60: "中途就・退職－中途就職・退職の区分",
    61: "中途就・退職－年", 62: "中途就・退職－月", 63: "中途就・退職－日",
    64: "他の支払者－住所（居所）又は所在地", 65: "他の支払者－国外住所表示",
    66: "他の支払者－氏名又は名称", 67: "他の支払者－給与等の金額",
    68: "他の支払者－徴収した金額", 69: "他の支払者－控除した社会保険料の金額",
    71: "他の支払者のもとを退職した年月日－年", 72: "他の支払者のもとを退職した年月日－月",
    73: "他の支払者のもとを退職した年月日－日",
    74: "住宅借入金等特別控除等適用家屋居住年月日（１回目）－年",
    75: "住宅借入金等特別控除等適用家屋居住年月日（１回目）－月",
    76: "住宅借入金等特別控除等適用家屋居住年月日（１回目）－日",
    77: "住宅借入金等特別控除適用数", 79: "住宅借入金等特別控除区分（１回目）",
    80: "住宅借入金等の額（１回目）", 86: "摘要", 87: "新生命保険料の金額",
    89: "介護医療保険料の金額", 91: "16歳未満扶養親族の数", 93: "非居住者である親族の数",
    96: "（源泉・特別）控除対象配偶者－フリガナ", 97: "（源泉・特別）控除対象配偶者－氏名",
    98: "（源泉・特別）控除対象配偶者－区分",
    100: "控除対象扶養親族(1)－フリガナ", 101: "控除対象扶養親族(1)－氏名",
    102: "控除対象扶養親族(1)－区分",
    116: "16歳未満の扶養親族(1)－フリガナ", 117: "16歳未満の扶養親族(1)－氏名",
    118: "16歳未満の扶養親族(1)－区分",
    119: "16歳未満の扶養親族(2)－フリガナ", 120: "16歳未満の扶養親族(2)－氏名",
    121: "16歳未満の扶養親族(2)－区分",
    129: "基礎控除の額", 130: "所得金額調整控除額", 131: "ひとり親", 132: "支払を受ける者－フリガナ",
}
FLAGS = (13, 24, 49, 50, 51, 52, 54, 56, 57, 58, 59, 60, 131)  # never blank
WIDE = {12, 14, 15, 16, 64, 66, 86, 96, 97, *(
    i for first in (100, 104, 108, 112, 116, 119, 122, 125) for i in (first, first + 1))}
EXTRA_BEFORE = ("社員番号", "年末調整", "税額表区分", "役員", "普通徴収理由", "提出先市町村コード")


def income_after_deduction(pay: int) -> int:
    """給与所得控除後の給与等の金額 of 2025."""
    if pay <= 1900000:
        return max(0, pay - 650000)
    if pay < 6600000:
        quarter = pay // 4000 * 1000
        return quarter * 28 // 10 - 80000 if pay < 3600000 else quarter * 32 // 10 - 440000
    return pay * 9 // 10 - 1100000 if pay < 8500000 else pay - 1950000


def basic_deduction(income: int) -> int:
    for limit, amount in ((1320000, 950000), (3360000, 880000), (4890000, 680000),
                          (6550000, 630000), (23500000, 580000)):
        if income <= limit:
            return amount
    raise ValueError("no such income in the sample")


def premium_deduction(premium: int) -> int:
    if premium <= 20000:
        return premium
    if premium <= 40000:
        return -(-premium // 2) + 10000
    return min(-(-premium // 4) + 20000, 40000)


def tax_of(taxable: int, credit: int) -> int:
    taxable = max(0, taxable) // 1000 * 1000
    for limit, percent, less in ((1950000, 5, 0), (3300000, 10, 97500), (6950000, 20, 427500),
                                 (9000000, 23, 636000)):
        if taxable <= limit:
            annual = max(0, taxable * percent // 100 - less - credit)
            return annual * 1021 // 1000 // 100 * 100
    raise ValueError("no such income in the sample")


def social_insurance(employee: Employee, year: int) -> int:
    if not employee.insured:
        return 0
    per_myriad = 1410 + (80 if 40 <= age_at_year_end(employee.birth, year) < 65 else 0)
    per_myriad += 0 if employee.kind == "役員" else 55
    return employee.pay[year] * per_myriad // 10000


def japanese_date(items: dict[int, str], first: int, on: date) -> None:
    for offset, value in enumerate((era(on)[2], on.month, on.day)):
        items[first + offset] = f"{value:02d}"


def relatives(employee: Employee, year: int) -> tuple[Member | None, list[Member], list[Member]]:
    """(spouse, dependents of 16 and over, dependents under 16) of the year's declaration."""
    declared = [m for m in employee.family if m.tax and m.birth.year <= year]
    partner = next((m for m in declared if m.relationship == "配偶者"), None)
    others = [m for m in declared if m is not partner]
    older = [m for m in others if age_at_year_end(m.birth, year) >= 16]
    return partner, older, [m for m in others if m not in older]


def spouse_income(member: Member, year: int) -> int:
    if not member.own_code:
        return member.income
    own = next(e for e in COMPANY if e.code == member.own_code)
    return income_after_deduction(own.pay[year])


def fill_family(items: dict[int, str], employee: Employee, year: int) -> int:
    """Writes the relatives' items and returns what they are worth in deductions."""
    partner, older, younger = relatives(employee, year)
    deduction = 0
    items[23] = "4" if employee.column == "乙" else "2"
    if partner:
        income = spouse_income(partner, year)
        if income <= 580000:
            items[23] = "1"
        assert income <= 950000  # 配偶者特別控除 is as large as 配偶者控除 up to here
        deduction += 380000
        items[25], items[42] = "380000", str(income)
        items[96], items[97], items[98] = partner.kana, partner.name, "00"
    counts = {26: 0, 28: 0, 29: 0, 31: 0}
    for place, member in enumerate(older):
        age = age_at_year_end(member.birth, year)
        kind = 26 if 19 <= age < 23 else 28 if age >= 70 else 31
        counts[kind] += 1
        counts[29] += member.same_house and kind == 28
        deduction += {26: 630000, 28: 580000 if member.same_house else 480000, 31: 380000}[kind]
        first = 100 + 4 * place
        items[first], items[first + 1] = member.kana, member.name
        items[first + 2] = "01" if member.abroad else "00"
    for place, member in enumerate(younger):
        first = 116 + 3 * place
        items[first], items[first + 1] = member.kana, member.name
        items[first + 2] = "01" if member.abroad else "00"
    counts[91] = len(younger)
    counts[93] = sum(m.abroad for m in [*older, *younger])
    items.update({item: str(count) for item, count in counts.items() if count})
    return deduction


def fill_year_end(
    items: dict[int, str], employee: Employee, year: int, pay: int, paid: int
) -> None:
    """The year-end adjustment: deductions and the tax of the year."""
    income = income_after_deduction(pay)
    partner, older, younger = relatives(employee, year)
    if pay > 8500000 and any(age_at_year_end(m.birth, year) < 23 for m in [*older, *younger]):
        adjustment = (min(pay, 10000000) - 8500000) // 10
        items[130] = str(adjustment)
        income -= adjustment
    life = [premium_deduction(p) for p in employee.premiums]
    for item, premium in zip((87, 89), employee.premiums):
        if premium:
            items[item] = str(premium)
    if sum(life):
        items[38] = str(sum(life))
    if employee.quake:
        items[39] = str(employee.quake)
    basic = basic_deduction(income)
    total = (paid + sum(life) + employee.quake + basic + employee.other_deduction
             + fill_family(items, employee, year))
    credit = 0
    if employee.loan:
        moved_in, balance = day(employee.loan[0]), employee.loan[1] - 800000 * (year - 2025)
        credit = balance * 7 // 1000 // 100 * 100
        items[40], items[77], items[79], items[80] = str(credit), "1", "01", str(balance)
        japanese_date(items, 74, moved_in)
    items[19], items[20], items[129] = str(income), str(total), str(basic)
    items[21] = str(tax_of(income - total, credit))


def fill_comings_and_goings(items: dict[int, str], employee: Employee, year: int) -> None:
    if employee.left:
        items[60] = "2"
        japanese_date(items, 61, employee.left)
    elif employee.joined and employee.joined.year == year:
        items[60] = "1"
        japanese_date(items, 61, employee.joined)
    if employee.former and year == 2025:
        items[64], items[65], items[66] = "東京都新宿区見本町９９－１", "0", "みほん物産（株）"
        for item, amount in zip((67, 68, 69), employee.former):
            items[item] = str(amount)
        japanese_date(items, 71, day("2025-05-31"))


def slip(employee: Employee, year: int) -> dict[int, str]:
    """One slip as the payroll software knows it: item number of the 375 record to text."""
    items = {flag: "0" for flag in FLAGS}
    items |= employee.flags
    pay, paid = employee.pay[year], social_insurance(employee, year) + employee.small_pension
    if employee.former and year == 2025:
        pay, paid = pay + employee.former[0], paid + employee.former[2]
    items[10], items[11] = "0", f"{year - 2018:02d}"
    items[12] = slip_address(employee, year)
    items[14], items[132] = employee.name, employee.kana
    items[15] = employee.title
    items[16] = "報酬・賞与" if employee.kind == "役員" else "給料・賞与"
    items[17] = str(pay)
    if paid:
        items[36] = str(paid)
    if employee.small_pension:
        items[37] = str(employee.small_pension)
    items[44] = era(employee.birth)[0]
    japanese_date(items, 45, employee.birth)
    if employee.column == "乙":
        items[50] = "1"
    fill_comings_and_goings(items, employee, year)
    if is_adjusted(employee, year):
        fill_year_end(items, employee, year, pay, paid)
    else:
        fill_family(items, employee, year)
        items[21] = str(employee.withheld[year])
    return items


def is_adjusted(employee: Employee, year: int) -> bool:
    return year not in employee.withheld


def slip_address(employee: Employee, year: int) -> str:
    if employee.moved and year >= employee.moved[0]:
        return PLACES[employee.moved[1]][0] + employee.moved[2]
    return PLACES[employee.place][0] + (employee.filing_street or employee.street)


def slip_place(employee: Employee, year: int) -> tuple[str, str, str, str]:
    has_moved = employee.moved and year >= employee.moved[0]
    return PLACES[employee.moved[1] if has_moved else employee.place]


def must_file_with_tax_office(employee: Employee, year: int, items: dict[int, str]) -> bool:
    """The filing range of 所得税法施行規則93条2項, as far as the sample needs it (to 2025)."""
    if employee.kind == "役員":
        limit = 1500000 if is_adjusted(employee, year) else 500000
    elif employee.column == "乙":
        limit = 500000
    else:
        limit = 5000000 if is_adjusted(employee, year) else 2500000
    return int(items[17]) > limit


# ---------------------------------------------------------------------------------------------
# The payroll files


def headed_rows(year: int) -> list[list[str]]:
    """What an accountant keeps in a spreadsheet: names as written in the company, few addresses."""
    rows = [[*EXTRA_BEFORE, *ITEMS.values()]]
    for employee in COMPANY:
        items = slip(employee, year)
        if not (employee.moved and year >= employee.moved[0]):
            items[12] = ""  # the person's own address serves
        for member in employee.family:
            if member.spelled_in_payroll and items.get(97) == member.name:
                items[97] = member.spelled_in_payroll
        assert set(items) <= set(ITEMS), set(items) - set(ITEMS)
        rows.append([
            employee.code,
            "済" if is_adjusted(employee, year) else "未",
            employee.column,
            mark(employee.kind == "役員"),
            employee.collect_oneself,
            slip_place(employee, year)[2],
            *(items.get(item, "") for item in ITEMS),
        ])
    return rows


# Items of the 375 record that stand elsewhere in the unified record of 147 fields.
UNIFIED_PLACE = {
    **{i: i + (i - 116) // 3 for i in range(116, 128)},
    129: 141, 130: 142, 131: 143, 133: 144, 134: 145, 135: 146,
}
NUMBER_FIELDS = (94, 95, 99, 103, 107, 111, 115, 119, 123, 127, 131, 132, 133)


def unified_row(employee: Employee, year: int) -> list[str]:
    """One record of the unified CSV as payroll software writes it with numbers switched off."""
    items = slip(employee, year)
    filing = {employee.name: employee.filing_name or employee.name}
    filing |= {m.name: m.filing_name or m.name for m in employee.family}
    if employee.collect_oneself:
        items[86] = employee.collect_oneself + items.get(86, "")
    fields = [""] * 148  # fields[1] is item 1
    for item, value in items.items():
        if item != 132:
            value = filing.get(value, value)
            fields[UNIFIED_PLACE.get(item, item)] = full_width(value) if item in WIDE else value
    fields[1] = "315"
    fields[4], fields[5], fields[6] = "東京都千代田区丸の内１－１－１", "サンプル食品（株）", "03-0000-0000"
    fields[134] = "1" if employee.collect_oneself else "0"
    fields[135] = fields[136] = "0"
    fields[137] = half_kana(employee.kana)
    fields[138] = employee.code
    fields[139], fields[140] = slip_place(employee, year)[2:]
    # 2: tax office and municipality, 1: municipality alone. From 2026 its report serves both.
    fields[147] = "2" if year <= 2025 and must_file_with_tax_office(employee, year, items) else "1"
    return fields[1:]


def unified_rows(year: int) -> list[list[str]]:
    return [unified_row(employee, year) for employee in COMPANY]


# ---------------------------------------------------------------------------------------------
# The employer, the designations, the defects

EMPLOYER = f"""\
# The payer as it stands on forms. The corporate number is given to `mynumber init`:
# {CORPORATE_NUMBER}, a documented sample number that passes its check digit.
filing_name: サンプル食品（株）
address: 東京都千代田区丸の内１－１－１
telephone: 03-0000-0000
contact: 総務部 個人番号係
tax_office: 麹町
reference_numbers: ["0110100123", ""]
designations: designations.csv
offices:
  - code: "001"
    name: 本社
    address: 東京都千代田区丸の内１－１－１
    pension: {{prefecture: "21", district: "01", symbol: ｹｲﾄ, number: "123"}}
    employment_insurance: "13010000000"
  - code: "002"
    name: 横浜工場
    address: 神奈川県横浜市港見本町５－６－７
    pension: {{prefecture: "31", district: "02", symbol: ﾖｺﾊ, number: "456"}}
    employment_insurance: "14010000000"
"""


def designation_rows() -> list[list[str]]:
    return [["市区町村コード", "指定番号"], *([p[2], p[3]] for p in PLACES.values())]


DEFECT_HEADER = (
    "社員番号 区分 続柄 氏名 生年月日 入社日 税扶養 個人番号 番号確認書類 身元確認書類 確認方法 確認日 利用目的"
).split()
# (line, column, what is wrong there); README.md has the same table
DEFECTS = [
    (3, "個人番号", "the check digit is wrong"),
    (4, "個人番号", "11 digits (a spreadsheet ate the leading zero)"),
    (5, "続柄", "unknown relationship 隣人"),
    (6, "生年月日", "impossible date 1990-02-30"),
    (7, "社員番号", "dependent of an unknown employee D099"),
    (9, "社員番号", "the code D006 stands in line 8 for another person"),
    (10, "利用目的", "unknown purpose performance-review"),
    (11, "番号確認書類", "verified face to face (対面), but no document is named"),
    (12, "身元確認書類", "unknown identity document 会員カード"),
    (13, "区分", "kind 家族 does not fit relationship 本人"),
]


def defect_rows() -> list[list[str]]:
    def number(code: str) -> str:
        return draw_number(f"defects/{code}")

    def wrong_check_digit(right: str) -> str:
        return right[:11] + str((int(right[11]) + 1) % 10)

    def row(code: str, name: str, birth: str, digits: str, **cells: str) -> list[str]:
        usual = {
            "社員番号": code, "区分": "従業員", "続柄": "本人", "氏名": name, "生年月日": birth,
            "入社日": "2026-04-01", "個人番号": digits, "番号確認書類": "個人番号カード",
            "身元確認書類": "個人番号カード", "確認方法": "対面", "確認日": "2026-04-01",
        } | cells
        return [usual.get(name, "") for name in DEFECT_HEADER]

    family = {"区分": "", "入社日": "", "税扶養": "○", "番号確認書類": "", "身元確認書類": "",
              "確認方法": "", "確認日": ""}
    return [
        DEFECT_HEADER,
        row("D001", "試験　一", "1980-01-15", number("D001")),
        row("D002", "試験　二", "1981-02-16", wrong_check_digit(number("D002"))),
        row("D003", "試験　三", "1982-03-17", draw_number("defects/D003", leading_zero=True)[1:]),
        row("D001", "試験　四", "2012-04-18", number("D001-1"), **family | {"続柄": "隣人"}),
        row("D004", "試験　五", "1990-02-30", number("D004")),
        row("D099", "試験　六", "2013-06-20", number("D099-1"), **family | {"続柄": "子"}),
        row("D006", "試験　七", "1984-07-21", number("D006")),
        row("D006", "試験　八", "1985-08-22", number("D006 again")),
        row("D007", "試験　九", "1986-09-23", number("D007"),
            利用目的="tax-withholding;performance-review"),
        row("D008", "試験　十", "1987-10-24", number("D008"), 番号確認書類="", 身元確認書類=""),
        row("D009", "試験　百", "1988-11-25", number("D009"),
            番号確認書類="住民票の写し", 身元確認書類="会員カード"),
        row("D010", "試験　千", "1989-12-26", number("D010"), 区分="家族"),
        row("D011", "試験　万", "1991-01-27", number("D011")),
    ]


# ---------------------------------------------------------------------------------------------
# Notices: as human resources software writes them with numbers switched off

OFFICE = ("21", "01", "ｹｲﾄ", "123")


def pension_day(on: date) -> list[str]:
    """(era, YYMMDD) as the pension office codes it."""
    code, _, year = era(on)
    return [{"5": "9", "4": "7", "1": "5"}[code], f"{year:02d}{on.month:02d}{on.day:02d}"]


def insurance_day(on: date) -> list[str]:
    """(era, year, month, day) of employment insurance."""
    code, _, year = era(on)
    return [{"5": "5", "4": "4", "1": "3"}[code], f"{year:02d}", f"{on.month:02d}", f"{on.day:02d}"]


def employee_of(code: str) -> Employee:
    return next(employee for employee in CAST if employee.code == code)


def named(kana: str, name: str) -> list[str]:
    return [half_kana(kana), name]


def numbered(items: dict[int, str | list[str]], count: int) -> list[str]:
    """A record of which items are given by the number of the first of them."""
    row = [""] * count
    for first, values in items.items():
        for offset, value in enumerate([values] if isinstance(values, str) else values):
            row[first - 1 + offset] = value
    return row


def acquisition(code: str, pay: int) -> list[str]:
    one = employee_of(code)
    return numbered({
        1: "2200700", 2: list(OFFICE), 7: named(one.kana, one.name), 9: pension_day(one.birth),
        11: ["1" if one.sex == "男" else "2", "1"], 18: pension_day(one.hired), 20: "0",
        21: [str(pay), "0", str(pay)],
    }, 34)


def loss(code: str) -> list[str]:
    one = employee_of(code)
    return numbered({
        1: "2201700", 2: list(OFFICE), 6: "22", 7: named(one.kana, one.name),
        9: pension_day(one.birth), 14: pension_day(one.left + timedelta(days=1)), 16: "4",
        17: pension_day(one.left), 22: ["1", "0"],
    }, 27)


def dependents_change(code: str, member: Member, on: date) -> list[str]:
    """A spouse of category 3, a mother, or a newborn child."""
    one = employee_of(code)
    town, postal, _, _ = PLACES[one.place]
    home = [*postal.split("-"), town + full_width(one.street)]
    items: dict[int, str | list[str]] = {
        1: "2202700", 2: list(OFFICE[:3]), 5: ["1", *pension_day(on)], 8: one.code.lstrip("0"),
        9: named(one.kana, one.name), 11: pension_day(one.birth), 13: "1" if one.sex == "男" else "2",
        17: "3900000", 21: "1",
    }
    if member.relationship == "配偶者":
        items |= {
            22: pension_day(on), 24: named(member.kana, member.name), 26: pension_day(member.birth),
            28: "2", 30: ["1234", "567890"], 35: "1", 37: home, 44: pension_day(on), 46: "4", 48: ["1", str(member.income)],
        }
    elif member.relationship == "母":
        items |= {
            71: named(member.kana, member.name), 73: pension_day(member.birth), 75: ["2", "03"],
            79: ["1", *home], 90: pension_day(on), 92: "3", 94: ["780000", "4"],
        }
    else:
        items |= {
            71: named(member.kana, member.name), 73: pension_day(member.birth),
            75: ["1" if member.sex == "男" else "2", "01"], 79: ["1", *home],
            90: pension_day(member.birth), 92: "4", 94: ["0", "1"],
        }
    return numbered(items, 139)


def pension_rows() -> list[list[str]]:
    spouse_of = employee_of("0005").family[0]
    mother = employee_of("0009").family[0]
    newborn = next(m for m in employee_of("0010").family if m.no_number)
    return [
        [*OFFICE[:3], "001", "20261116", "22223"], ["[kanri]"], ["", "001"],
        [*OFFICE, "100", "0000", "東京都千代田区丸の内１－１－１", "サンプル食品株式会社",
         "稲沢　恒一郎", "03", "0000", "0000"],
        ["[data]"],
        acquisition("0024", 345000), acquisition("0030", 278000), loss("0022"),
        dependents_change("0005", spouse_of, day("2026-11-02")),
        dependents_change("0009", mother, day("2026-11-02")),
        dependents_change("0010", newborn, day("2026-11-09")),
    ]


INSURANCE_FILE = ["郡市区符号", "事業所記号", "ＦＤ通番", "作成年月日", "代表届書コード", "連記式項目バージョン"]
INSURANCE_OFFICE = [
    "郡市区符号", "事業所記号", "事業所番号", "親番号（郵便番号）", "子番号（郵便番号）", "事業所所在地",
    "事業所名称", "事業主氏名", "電話番号", "雇用保険適用事業所番号（安定所番号）",
    "雇用保険適用事業所番号（一連番号）", "雇用保険適用事業所番号（CD）",
]
INSURANCE_ITEMS = """帳票種別 安定所番号 個人番号 被保険者番号4桁 被保険者番号6桁 被保険者番号CD 取得区分 被保険者氏名
被保険者氏名フリガナ（カタカナ） 変更後の氏名 変更後の氏名フリガナ（カタカナ） 性別 生年月日（元号） 生年月日（年）
生年月日（月） 生年月日（日） 事業所番号（安定所番号） 事業所番号（一連番号） 事業所番号（CD） 資格取得年月日（元号）
資格取得年月日（年） 資格取得年月日（月） 資格取得年月日（日） 被保険者となったことの原因 賃金支払形態 賃金（賃金月額）
雇用形態 職種 就職経路 取得時被保険者種類 番号複数取得チェック不要 １週間の所定労働時間（時間）
１週間の所定労働時間（分） 契約期間の定め 契約期間開始（元号） 契約期間開始（年） 契約期間開始（月） 契約期間開始（日）
契約期間終了（元号） 契約期間終了（年） 契約期間終了（月） 契約期間終了（日） 契約更新条項の有無 事業所名
被保険者氏名（ローマ字） 国籍・地域 国籍地域コード 在留資格 在留資格コード 在留期間（年） 在留期間（月） 在留期間（日）
資格外活動許可の有無 派遣・請負就労区分 備考 あて先 備考欄（備考） 確認通知年月日（元号） 確認通知年月日（年）
確認通知年月日（月） 確認通知年月日（日）""".split()


def insurance_row(code: str, pay: int) -> list[str]:
    one = employee_of(code)
    return numbered({
        1: ["10101", "1301"], 7: ["1", one.name, half_kana(one.kana)],
        12: "1" if one.sex == "男" else "2", 13: insurance_day(one.birth),
        17: ["1301", "000000", "0"], 20: insurance_day(one.hired), 24: "2", 25: ["1", str(pay)],
        32: ["40", "00", "2"], 44: "サンプル食品株式会社",
    }, 61)


LOSS_ITEMS = """帳票種別 安定所番号 個人番号 被保険者番号4桁 被保険者番号6桁 被保険者番号CD 事業所番号（安定所番号）
事業所番号（一連番号） 事業所番号（CD） 資格取得年月日（元号） 資格取得年月日（年） 資格取得年月日（月） 資格取得年月日（日）
離職等年月日（元号） 離職等年月日（年） 離職等年月日（月） 離職等年月日（日） 喪失原因 離職票交付希望 喪失時被保険者種類
新氏名フリガナ（カタカナ） 新氏名 補充採用予定の有無 被保険者氏名フリガナ（カタカナ） 被保険者氏名 性別 生年月日（元号）
生年月日（年） 生年月日（月） 生年月日（日） 被保険者の住所又は居所 事業所名称 氏名変更年月日（元号） 氏名変更年月日（年）
氏名変更年月日（月） 氏名変更年月日（日） 被保険者でなくなったことの原因 １週間の所定労働時間（時間）
１週間の所定労働時間（分） あて先 被保険者氏名（ローマ字） 国籍・地域 国籍地域コード 在留資格 在留資格コード 在留期間（年）
在留期間（月） 在留期間（日） 資格外活動許可の有無 派遣・請負就労区分 備考欄（審査者） 確認通知年月日（元号）
確認通知年月日（年） 確認通知年月日（月） 確認通知年月日（日）""".split()


def insurance_loss(code: str) -> list[str]:
    one = employee_of(code)
    town, _, _, _ = PLACES[one.place]
    return numbered({
        1: ["10191", "1301"], 4: ["1234", "567890", "1"], 7: ["1301", "000000", "0"],
        10: insurance_day(one.hired), 14: insurance_day(one.left), 18: ["2", "2"], 23: "2",
        24: [half_kana(one.kana), one.name, "1" if one.sex == "男" else "2"], 27: insurance_day(one.birth),
        31: [town + full_width(one.street), "サンプル食品株式会社"], 38: ["40", "00"],
    }, 55)


def insurance_head(version: str) -> list[list[str]]:
    return [
        INSURANCE_FILE, ["01", "ｹｲﾄ", "001", "20261116", "22223", version], ["[kanri]"],
        ["社会保険労務士氏名", "事業所情報数"], ["", "001"], INSURANCE_OFFICE,
        ["01", "ｹｲﾄ", "123", "100", "0000", "東京都千代田区丸の内１－１－１", "サンプル食品株式会社",
         "稲沢　恒一郎", "03-0000-0000", "1301", "000000", "0"],
        ["[data]"],
    ]


def insurance_rows() -> list[list[str]]:
    return [
        *insurance_head("05"), INSURANCE_ITEMS, insurance_row("0024", 345000), insurance_row("0030", 278000),
    ]


def loss_rows() -> list[list[str]]:
    return [*insurance_head("03"), LOSS_ITEMS, insurance_loss("0022")]


# ---------------------------------------------------------------------------------------------
# What is filed beside the slips

RETIRED = ["社員番号", "支払年月日", "就職年月日", "退職年月日", "法201条第1項第1号適用分－支払金額", "#16", "#17", "#18",
           "退職所得控除額", "勤続年数"]
PAID = ["支払先コード", "支払区分", "区分", "細目", "支払金額", "源泉徴収税額", "法人番号", "氏名又は名称", "住所"]


def retirement_rows() -> list[list[str]]:
    """0022, who left on 2025-12-31 and was paid in 2026: ten years begun, 400,000 yen for each."""
    one = employee_of("0022")
    return [RETIRED, [one.code, "2026-01-30", one.hired.isoformat(), one.left.isoformat(), "4500000", "11400",
                      "13500", "9000", "4000000", "10"]]


def payment_rows() -> list[list[str]]:
    """P001 passes the limit by the sum of two fees; a corporation has a public number."""
    return [
        PAID,
        ["P001", "報酬・料金等", "原稿料", "社内報", "30000", "3063", "", "", ""],
        ["P001", "報酬・料金等", "講演料", "安全衛生", "20001", "2042", "", "", ""],
        ["C001", "報酬・料金等", "広告料", "看板", "120000", "0", CORPORATE_NUMBER, "見本物産（株）",
         "東京都新宿区見本町９"],
    ]


# ---------------------------------------------------------------------------------------------
# Bytes


def encoded(rows: list[list[str]], encoding: str, line_end: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator=line_end).writerows(rows)
    return text.getvalue().encode(encoding)


def outputs() -> dict[str, bytes]:
    people = person_rows()
    files = {
        "employees.csv": encoded(people, "utf-8", "\n"),
        "employees-cp932.csv": encoded(people, "cp932", "\r\n"),
        "payroll-2025.csv": encoded(headed_rows(2025), "utf-8-sig", "\r\n"),
        "payroll-2026.csv": encoded(headed_rows(2026), "utf-8", "\n"),
        "employer.yaml": EMPLOYER.encode(),
        "designations.csv": encoded(designation_rows(), "utf-8", "\n"),
        "defects.csv": encoded(defect_rows(), "utf-8", "\n"),
        "SHFD0006.CSV": encoded(pension_rows(), "cp932", "\r\n"),
        "10101-shutoku.csv": encoded(insurance_rows(), "cp932", "\r\n"),
        "10191-soshitsu.csv": encoded(loss_rows(), "cp932", "\r\n"),
        "retirement-2026.csv": encoded(retirement_rows(), "utf-8", "\n"),
        "payments-2026.csv": encoded(payment_rows(), "utf-8", "\n"),
    }
    for year in YEARS:
        files[f"payroll-{year}-unified.csv"] = encoded(unified_rows(year), "cp932", "\r\n")
    return files


# ---------------------------------------------------------------------------------------------
# Self-checks: they read the bytes again, as a stranger would


class Checks:
    def __init__(self) -> None:
        self.failures: list[str] = []

    def expect(self, condition: bool, what: str) -> None:
        if not condition:
            self.failures.append(what)


def parsed(data: bytes, encoding: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(encoding), newline="")))


def digits_of(cell: str) -> str:
    return re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", cell))


def hides_a_number(cell: str) -> bool:
    for run in re.findall(r"[0-9]{12,}", digits_of(cell)):
        if any(is_number(run[i:i + 12]) for i in range(len(run) - 11)):
            return True
    return False


def in_jis_x_0208(text: str) -> bool:
    try:  # Python's shift_jis is JIS X 0208, except that it wants other code points for these
        text.replace("－", "−").replace("～", "〜").encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True


def check_people(checks: Checks, files: dict[str, bytes]) -> dict[str, list[dict[str, str]]]:
    rows = parsed(files["employees.csv"], "utf-8")
    checks.expect(rows == parsed(files["employees-cp932.csv"], "cp932"), "the two person files differ")
    checks.expect(all(len(r) == len(PERSON_HEADER) for r in rows), "employees.csv: ragged rows")
    people = [dict(zip(rows[0], row)) for row in rows[1:]]
    families: dict[str, list[dict[str, str]]] = {}
    seen: dict[str, str] = {}
    for line, person in enumerate(people, start=2):
        where = f"employees.csv:{line}"
        families.setdefault(person["社員番号"], []).append(person)
        number = digits_of(person["個人番号"])
        checks.expect(bool(number) != bool(person["個人番号なしの理由"]), f"{where}: number or reason")
        if number:
            checks.expect(is_number(number), f"{where}: check digit")
            own = person["本人社員番号"]
            checks.expect(number not in seen or own != "" or seen[number] != "", f"{where}: not distinct")
            seen[number] = own
        for name, cell in person.items():
            checks.expect(name == "個人番号" or not hides_a_number(cell), f"{where}: number in {name}")
        if person["市区町村コード"]:
            checks.expect(is_municipality_code(person["市区町村コード"]), f"{where}: municipality")
        proofs = [person[n] for n in ("番号確認書類", "身元確認書類", "確認方法", "確認日")]
        if person["続柄"] not in ("本人", "") and not person["第3号"]:
            checks.expect(not any(proofs), f"{where}: the employee verifies dependents")
        elif number:
            checks.expect(bool(person["確認方法"] and person["確認日"]), f"{where}: not verified")
        checks.expect(in_jis_x_0208(person["氏名"]) or bool(person["届出用氏名"]), f"{where}: name")
        checks.expect(in_jis_x_0208(person["住所"]) or bool(person["届出用住所"]), f"{where}: address")
        checks.expect(in_jis_x_0208(person["届出用氏名"] + person["届出用住所"]), f"{where}: filing form")
    shared = len([p for p in people if p["個人番号"]]) - len(seen)
    checks.expect(shared == 1, "exactly one number stands in two rows: the spouse who works here")
    checks.expect(len(COMPANY) == 30, "the company has 30 employees")
    return families


def check_slip(checks: Checks, where: str, items: dict[int, str], families: dict) -> None:
    """The same for both shapes; `items` by number of the 375 record."""
    family = families.get(items[0], [])
    names = {folded(p[n]): p for p in family for n in ("氏名", "届出用氏名") if p[n]}

    def amount(item: int) -> int:
        return int(items.get(item) or 0)

    older = [items[i + 1] for i in (100, 104, 108, 112) if items.get(i + 1)]
    younger = [items[i + 1] for i in (116, 119, 122, 125) if items.get(i + 1)]
    marks = [items[i + 2] for i in (100, 104, 108, 112, 116, 119, 122, 125) if items.get(i + 1)]
    partner = items.get(97, "")
    checks.expect(amount(26) + amount(28) + amount(31) == len(older), f"{where}: dependents")
    checks.expect(amount(29) <= amount(28), f"{where}: 同居老親等")
    checks.expect(amount(91) == len(younger), f"{where}: under 16")
    checks.expect(amount(93) == sum(m != "00" for m in marks), f"{where}: living abroad")
    checks.expect(all(m in ("00", "01") for m in marks), f"{where}: 区分")
    checks.expect(items[23] in ("1", "2", "4"), f"{where}: #23")
    checks.expect((items[23] == "1") <= bool(partner), f"{where}: spouse without a name")
    checks.expect(bool(partner) == (amount(25) > 0), f"{where}: spouse and deduction")
    if partner:
        checks.expect((items[23] == "1") == (amount(42) <= 580000), f"{where}: spouse's income")
    checks.expect(all(items[i] in ("0", "1") for i in FLAGS if i != 60), f"{where}: flags")
    checks.expect(items[60] in ("0", "1", "2"), f"{where}: #60")
    checks.expect(bool(family) and folded(items[14]) in names, f"{where}: who is this")
    year = int(items[11]) + 2018
    for name in [*older, *younger, *([partner] if partner else [])]:
        person = names.get(folded(name))
        checks.expect(person is not None, f"{where}: nobody of that name in the family")
        checks.expect(person is None or person["税扶養"] == "○", f"{where}: not a tax dependent")
    births = {folded(n): m.birth for e in CAST for m in e.family for n in (m.name, m.filing_name) if n}
    for name, wanted in [*((n, True) for n in older), *((n, False) for n in younger)]:
        old_enough = age_at_year_end(births[folded(name)], year) >= 16
        checks.expect(old_enough == wanted, f"{where}: 16 or not")
    checks.expect(amount(17) > 0 and items[21] != "", f"{where}: pay and tax")
    if items.get(19):
        checks.expect(amount(17) > amount(19), f"{where}: income")
        taxable = max(0, amount(19) - amount(20))
        checks.expect(amount(21) <= taxable * 21 // 100, f"{where}: tax")
        checks.expect(amount(20) >= amount(36) + amount(129), f"{where}: deductions")
    else:
        checks.expect(items.get(20, "") == "" and amount(21) < amount(17) // 10, f"{where}: unadjusted")


def check_payroll(checks: Checks, files: dict[str, bytes], families: dict) -> None:
    in_375 = {v: k for k, v in UNIFIED_PLACE.items()}
    for year in YEARS:
        headed = parsed(files[f"payroll-{year}.csv"], "utf-8-sig")
        unified = parsed(files[f"payroll-{year}-unified.csv"], "cp932")
        checks.expect(len(headed) - 1 == len(unified) == 30, f"{year}: 30 slips")
        checks.expect(len(set(headed[0])) == len(headed[0]), f"{year}: headers are distinct")
        by_name = {name: number for number, name in ITEMS.items()}
        for line, row in enumerate(headed[1:], start=2):
            where = f"payroll-{year}.csv:{line}"
            checks.expect(len(row) == len(headed[0]), f"{where}: ragged")
            checks.expect(not any(map(hides_a_number, row)), f"{where}: a number")
            cells = dict(zip(headed[0], row))
            items = {by_name[n]: v for n, v in cells.items() if n in by_name} | {0: cells["社員番号"]}
            check_slip(checks, where, items, families)
            checks.expect((cells["年末調整"] == "済") == bool(items[19]), f"{where}: 年末調整")
            checks.expect((cells["税額表区分"] == "乙") == (items[50] == "1"), f"{where}: 乙")
        for line, row in enumerate(unified, start=1):
            where = f"payroll-{year}-unified.csv:{line}"
            checks.expect(len(row) == 147, f"{where}: 147 fields")
            checks.expect(not any(row[i - 1] for i in NUMBER_FIELDS), f"{where}: number fields are empty")
            checks.expect(not any(map(hides_a_number, row)), f"{where}: a number")
            checks.expect(all(map(in_jis_x_0208, row)), f"{where}: outside JIS X 0208")
            checks.expect(not any('"' in c or "," in c for c in row), f"{where}: quotes or commas")
            checks.expect(is_municipality_code(row[138]), f"{where}: municipality")
            checks.expect(row[146] in ("1", "2") and row[0] == "315", f"{where}: codes")
            for item in (8, 9, 48, 53, 55):
                checks.expect(row[item - 1] == "", f"{where}: #{item} is to be empty")
            items = {in_375.get(i, i): v for i, v in enumerate(row, start=1) if i not in NUMBER_FIELDS
                     and not 132 <= i <= 140} | {0: row[137]}
            check_slip(checks, where, items, families)
            same = dict(zip(headed[0], headed[line]))
            for item in (17, 19, 20, 21, 23, 36, 91):
                checks.expect(items.get(item, "") == same[ITEMS[item]], f"{where}: #{item} differs")
        both = [row[137] for row in unified if row[146] == "2"]
        expected = ["0001", "0002", "0003", "0021"] if year == 2025 else []
        checks.expect(both == expected, f"{year}: filing range")


def check_defects(checks: Checks, files: dict[str, bytes]) -> None:
    rows = parsed(files["defects.csv"], "utf-8")
    checks.expect(len(DEFECTS) == 10 and len(rows) == 14, "defects.csv: ten defects")
    checks.expect(len({line for line, _, _ in DEFECTS}) == 10, "defects.csv: each in its own row")
    column = DEFECT_HEADER.index("個人番号")
    held = set(numbers().values())
    for line, row in enumerate(rows[1:], start=2):
        number = digits_of(row[column])
        checks.expect(is_number(number) == (line not in (3, 4)), f"defects.csv:{line}: number")
        checks.expect(number not in held, f"defects.csv:{line}: somebody has this number")
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    for line, name, what in DEFECTS:
        row = f"| {line} | {DEFECT_HEADER.index(name) + 1} | {name} | {what} |"
        checks.expect(row in readme, f"README.md lacks: {row}")


def check_cast(checks: Checks, families: dict, files: dict[str, bytes]) -> None:
    """What the README promises of single people, so that a change of the cast cannot lose it."""
    def person(code: str, name: str) -> dict[str, str]:
        return next(p for p in families[code] if p["氏名"] == name)

    mother = person("0009", "榎本　房枝")
    checks.expect((mother["税扶養"], mother["健保扶養"]) == ("", "○"), "0009-1: health alone")
    for year in YEARS:
        for name, encoding in ((f"payroll-{year}.csv", "utf-8-sig"),
                               (f"payroll-{year}-unified.csv", "cp932")):
            text = files[name].decode(encoding)
            checks.expect("房枝" not in text, f"0009-1: named in {name}")
            checks.expect("細谷" not in text, f"0801: named in {name}")
            checks.expect("三雲" not in text, f"P001: named in {name}")
            checks.expect(("陽咲" in text) == (year == 2026), f"0010-2: born 2026, {name}")
    spouse_row, own = person("0005", "佐野　千世子"), person("0006", "佐野　千世子")
    checks.expect(spouse_row["本人社員番号"] == "0006", "0005-1: 本人社員番号")
    checks.expect(digits_of(spouse_row["個人番号"]) == digits_of(own["個人番号"]), "0006: one number")
    reasons = {p["個人番号なしの理由"]: c for c, ps in families.items() for p in ps}
    del reasons[""]
    checks.expect(reasons == {"not-yet-issued": "0010", "none-abroad": "0014", "refused": "0019"},
                  "reasons for no number")
    checks.expect(person("0011", "真壁　義郎")["確認方法"] == "記録なし", "0011: without records")
    checks.expect(person("0801", "細谷　久乃")["利用目的"] == TAX_ONLY, "0801: tax alone")
    checks.expect(digits_of(person("0015", "相良　文乃")["個人番号"])[0] == "0", "0015: leading zero")


def check_notices(checks: Checks, files: dict[str, bytes]) -> None:
    """Counts of fields, and that the columns for My Numbers (#13, #11, #14, #29, #78, #111, #3) are empty."""
    pension = parsed(files["SHFD0006.CSV"], "cp932")
    columns = {"2200700": (34, (13,)), "2201700": (27, (11,)), "2202700": (139, (14, 29, 78, 111))}
    for line, row in enumerate(pension[5:], start=6):
        count, numbers = columns[row[0]]
        checks.expect(len(row) == count, f"SHFD0006.CSV:{line}: {len(row)} fields")
        checks.expect(not any(row[n - 1] for n in numbers), f"SHFD0006.CSV:{line}: a number")
    insurance = {name: (parsed(files[name], "cp932"), count)
                 for name, count in (("10101-shutoku.csv", 61), ("10191-soshitsu.csv", 55))}
    for name, (rows, count) in insurance.items():
        for line, row in enumerate(rows[8:], start=9):
            checks.expect(len(row) == count, f"{name}:{line}: {len(row)} fields")
            checks.expect(row[2] in ("", "個人番号"), f"{name}:{line}: a number")
    for name, rows in (("SHFD0006.CSV", pension), *((name, rows) for name, (rows, _) in insurance.items())):
        checks.expect(not any(hides_a_number(cell) for row in rows for cell in row), f"{name}: digits")
        checks.expect(b'"' not in files[name], f"{name}: quotes")


def check_all(files: dict[str, bytes]) -> list[str]:
    checks = Checks()
    for name, data in files.items():
        path = HERE / name
        checks.expect(path.is_file() and path.read_bytes() == data, f"{name} is not what this writes")
    checks.expect(is_corporate_number(CORPORATE_NUMBER), "corporate number")
    checks.expect(all(is_municipality_code(p[2]) for p in PLACES.values()), "municipality codes")
    checks.expect(not hides_a_number("123456789012") and hides_a_number("1234-5678-9018"), "hides_a_number")
    checks.expect(age_at_year_end(date(2010, 1, 1), 2025) == 16, "age of one born on 1 January")
    checks.expect(age_at_year_end(date(2010, 1, 2), 2025) == 15, "age of one born on 2 January")
    families = check_people(checks, files)
    check_cast(checks, families, files)
    check_payroll(checks, files, families)
    check_defects(checks, files)
    check_notices(checks, files)
    return checks.failures


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print("usage: generate.py [--check]", file=sys.stderr)
        return 64
    files = outputs()
    if not arguments:
        for name, data in files.items():
            (HERE / name).write_bytes(data)
            print(f"{name}: {len(data)} bytes")
        return 0
    failures = check_all(files)
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{len(files)} files, {len(failures)} failures", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
