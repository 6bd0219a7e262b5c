"""Korean unit words as tables -> Unit: what kind of figure a counter, currency or measure makes.

Counters: 표준국어대사전, entries marked 의존 명사 (단위), and those that newspapers use as counters.
Currencies: ISO 4217, names as CLDR 46 gives them in Korean, with the short names of the press.
Measures: symbols of the International System of Units (BIPM brochure) and the names in common use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Kind

from ..digits import ONE


@dataclass(frozen=True, slots=True)
class Unit:
    """``canonical`` is the unit of the quantity, ``factor`` how many of it one is (센트: 0.01 USD)."""

    kind: Kind
    canonical: str | None = None
    factor: Decimal = ONE
    counter: bool = False


# Canonical class -> counters. A counter of one syllable must not go on into another word (see BOUND).
COUNTERS: dict[str | None, str] = {
    "person": "명 인 사람 분 식구 학자 부자",
    "item": (
        "개 가지 점 대 자루 알 송이 그루 켤레 벌 세트 마디 조각 종 종류 품목 항목 대목 잔 병 장 권 통 채 척 상자 봉지 편 곡 판 매 필 포기 병상 석 팩 글자 문제 문항"
    ),
    "animal": "마리 두",
    "place": "곳 군데 개소 개점 지점 점포 개역 개동 필지",
    "country": "개국 나라 국 개국가",
    "region": "개시 개도 개군 개구 시도 개주 개시도 개지역 개시군",
    "case": "건 사례",
    "time": "번 차례 회 바퀴 회차",
    "company": "개사 개기업 개업체 사 개社",
    "institution": "개교 개기관 개대 개대학 개학교 개병원 개은행 개부처",
    "household": "가구 세대 호 가족",
    "team": "팀 개팀 개조",
    "step": "단계 걸음 발짝",
    "point": "점 포인트",
    "vote": "표",
    "word": "단어 마디",
    "page": "쪽 페이지",
    "view": "뷰",
    "level": "등급 단",
    "seat": "석 의석",
    None: (
        "골 승 패 무승부 연승 연패 안타 홈런 타점 타수 경기 세트 도움 득점 실점 라운드 코스 줄 칸 뿌리 그릇 접시 개소 개월치 과목 학점 부문 분야 개층 채널 주 구좌 계좌 "
        "계단 모금 발 방 쌍 켤레 끼 개비 획 자 개반 학급 개학급 개사단 개대대 량 편성 집 화 부작 막 종목 개종목 개부문 개분야 개노선 노선 개팀 샷 킬 장면 컷 회분 인분 "
        "자릿수 개사업 도루 볼넷 삼진 이닝 언더파 오버파 축 갈래 범 인방 인조 인승 인분 자리 배수 섹션 관왕 족 날 자녀 박스 방울 톨 개군데 목숨"
    ),
}

MONEY: dict[str, str] = {
    "KRW": "원 원화",
    "USD": "달러 미국달러 미달러 불 미화",
    "EUR": "유로 유로화",
    "JPY": "엔 엔화",
    "CNY": "위안 위안화 중국위안",
    "GBP": "파운드 영국파운드",
    "CAD": "캐나다달러", "AUD": "호주달러", "HKD": "홍콩달러", "SGD": "싱가포르달러", "TWD": "대만달러",
    "NZD": "뉴질랜드달러", "INR": "루피 인도루피", "RUB": "루블", "CHF": "스위스프랑 프랑", "THB": "바트",
    "VND": "베트남동", "IDR": "루피아", "MYR": "링깃", "PHP": "필리핀페소", "MXN": "멕시코페소 페소",
    "BRL": "헤알 브라질헤알", "ZAR": "랜드", "TRY": "리라", "SAR": "리얄", "SEK": "스웨덴크로나 크로나",
    "AED": "디르함", "ILS": "셰켈", "LAK": "킵", "GEL": "라리", "CRC": "콜론", "MNT": "투그릭", "KZT": "텡게",
}  # fmt: skip
SPACED = {
    "USD": ("미국 달러",), "CAD": ("캐나다 달러",), "AUD": ("호주 달러",), "HKD": ("홍콩 달러",), "SGD": ("싱가포르 달러",),
    "NZD": ("뉴질랜드 달러",),
    "TWD": ("대만 달러",), "CNY": ("중국 위안",), "GBP": ("영국 파운드",), "CHF": ("스위스 프랑",), "INR": ("인도 루피",),
    "MXN": ("멕시코 페소",),
}  # fmt: skip
SUBUNITS = {"센트": "USD", "펜스": "GBP", "페니": "GBP"}

# Symbol -> names. Latin symbols are matched by letter case as printed.
MEASURES: dict[str, str] = {
    "km": "km ㎞ 킬로미터", "m": "m 미터", "cm": "cm ㎝ 센티미터 센티 센치", "mm": "mm ㎜ 밀리미터", "nm": "nm ㎚ 나노미터 나노",
    "kg": "kg ㎏ 킬로그램", "g": "g 그램 그람", "mg": "mg ㎎ 밀리그램", "t": "t 톤", "L": "L l ℓ 리터", "mL": "mL ml ㎖ 밀리리터",
    "hL": "헥토리터", "kL": "킬로리터", "m²": "m2 m² ㎡ 제곱미터 평방미터", "km²": "km2 km² ㎢ 제곱킬로미터", "m³": "m3 m³ ㎥ 세제곱미터",
    "pyeong": "평", "ha": "ha 헥타르", "acre": "에이커", "mi": "마일", "ft": "피트", "in": "인치", "yd": "야드", "bbl": "배럴",
    "oz": "온스", "gal": "갤런 갤론", "lb": "파운드무게", "°": "도 °", "°C": "°C ℃ 도C 섭씨도", "°F": "°F ℉",
    "W": "W 와트", "kW": "kW KW ㎾ 킬로와트", "MW": "MW ㎿ 메가와트", "GW": "GW 기가와트", "TW": "TW 테라와트",
    "kWh": "kWh KWh ㎾h ㎾ｈ 킬로와트시", "MWh": "MWh ㎿h 메가와트시", "GWh": "GWh 기가와트시", "TWh": "TWh 테라와트시",
    "V": "V 볼트", "A": "암페어", "Hz": "Hz 헤르츠", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz",
    "KB": "KB 킬로바이트", "MB": "MB 메가바이트", "GB": "GB 기가바이트 기가", "TB": "TB 테라바이트", "Mbps": "Mbps", "Gbps": "Gbps",
    "px": "화소 픽셀", "kcal": "kcal ㎉ 킬로칼로리 칼로리", "hPa": "hPa 헥토파스칼", "km/h": "km/h", "dB": "dB 데시벨",
    "geun": "근", "hp": "마력", "ppm": "ppm", "㎍/㎥": "㎍/㎥",
    "micro": "마이크로그램",
}  # fmt: skip

DURATIONS = {
    "년": "year",
    "개년": "year",
    "해": "year",
    "개월": "month",
    "달": "month",
    "주일": "week",
    "주": "week",
}
DURATIONS |= {"주간": "week", "일": "day", "시간": "hour", "분": "minute", "초": "second", "분기": "quarter"}

ORDINALS = "번째 째번 째 위 등 학년 학기 인자 순위 위권 차전 주차 일차 년차 연차 호기 차례째 세대째"
AFTER_ORDINAL = "차 대 조 호 장 항 회 기 절 권 편 부 과 세대 단계 공화국"
"""Counters that make an ordinal after 제 (제4차, 제22대)."""

ALWAYS_ORDINAL = {"차", "기", "층", "호", "학년", "학기", "위", "등", "단", "집", "번지", "동", "조"}
"""Counters that number rather than count, where no 제 stands before them (3차 발사, 16기)."""

PERCENT = "% ％ ﹪ 퍼센트 프로 퍼센티지"
POINTS = "%p|%P|％p|％P|%포인트|% 포인트|％포인트|퍼센트포인트|퍼센트 포인트|%ｐ"
MULTIPLE = "배 갑절 곱절"
AGE = "세 살"

NATIVE = {
    "명",
    "사람",
    "분",
    "학자",
    "부자",
    "식구",
    "가족",
    "개",
    "가지",
    "대",
    "자루",
    "그루",
    "켤레",
    "벌",
    "잔",
    "병",
    "장",
    "권",
    "통",
    "채",
    "척",
    "마리",
    "곳",
    "군데",
    "나라",
    "건",
    "번",
    "차례",
    "바퀴",
    "팀",
    "걸음",
    "발",
    "쌍",
    "끼",
    "방울",
    "골",
    "경기",
    "라운드",
    "단계",
    "배",
    "갑절",
    "곱절",
    "살",
    "달",
    "해",
    "시간",
    "주",
    "주일",
    "번째",
    "째번",
    "째",
    "종류",
    "갈래",
    "가구",
    "세대",
    "축",
    "분야",
    "과목",
    "부문",
    "석",
    "편",
    "곡",
    "장면",
    "표",
    "쪽",
    "단어",
    "근",
    "줄",
    "칸",
    "점",
    "주간",
    "알",
    "송이",
    "그릇",
    "접시",
    "모금",
    "샷",
    "페이지",
    "상자",
    "포기",
}
"""Units that a native numeral may stand before (한 명, 두 배)."""


def _table() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for canonical, names in COUNTERS.items():
        for name in names.split():
            units.setdefault(name, Unit("count", canonical, counter=True))
    units["점"] = Unit("count", "point", counter=True)
    for code, names in MONEY.items():
        units |= {name: Unit("money", code) for name in (*names.split(), *SPACED.get(code, ()))}
    units |= {name: Unit("money", code, Decimal("0.01")) for name, code in SUBUNITS.items()}
    for symbol, names in MEASURES.items():
        units |= {name: Unit("measure", symbol) for name in names.split()}
    units |= {name: Unit("duration", unit) for name, unit in DURATIONS.items()}
    units |= {name: Unit("ordinal", counter=True) for name in ORDINALS.split() + sorted(ALWAYS_ORDINAL)}
    for kind, names in (("percent", PERCENT), ("multiple", MULTIPLE)):
        units |= {name: Unit(kind, None, Decimal(2 if name[-1] == "절" else 1)) for name in names.split()}  # type: ignore[arg-type]
    units |= {name: Unit("points") for name in POINTS.split("|")}
    units |= {name: Unit("age", "year") for name in AGE.split()}
    return units


UNITS = _table()

# What may follow a counter of one syllable within the same word: particles, endings and the bound nouns
# 당, 씩, 째, 짜리 … (표준국어대사전, 조사 and 접미사). Anything else means that the syllable is not a counter.
BOUND = (
    r"(?![가-힣])|(?:은|는|이|가|을|를|의|에|에서|에게|께|으로|로|와|과|도|만|까지|부터|보다|씩|째|들|뿐|마다|당|쯤|께|가량|정도|이상|이하"
    r"|미만|초과|여|꼴|나|이나|며|이며|고|이고|이다|다|였|이었|이라|라|란|인|일|입|짜리|급|대|안팎|내외|한테|지만|중|간|가까|남짓|밖|넘|권|규모|상당|어치|치|"
    r"뒤|전|후|째|내|동안|만에|선|돌파|차이|차|수준|할|된|한다|하|받|줄|늘|감소|증가|상승|하락|급증|급감|급등|투자|매각|조차|조성|손실|지급|납부|요구|배상|벌금|"
    r"넣|낮|높|많|적|넘|으|인데|인가|일까|이자|에선|에는|엔|완화|선언)"
    r"(?:(?=[^가-힣]|$)|(?=[가-힣]))"
)
_STRONG = {name for name in UNITS if len(name) > 1 or not "가" <= name <= "힣"} | {
    "명",
    "곳",
    "원",
    "엔",
    "평",
    "톤",
}
_EXCEPT = {
    "원": "칙|소|숭|격|정|고|산|인|시|동|형|본|자력|주시|장|료|생|룸|피스|점|내",
    "명": "령|단|예|백|분|절|함|칭|의|품|성|확|목|동",
    "곳": "곳", "엔": "진|딩|지니", "평": "균|가|생|양|소|일|화|택|등", "톤": "급",
    "기가": "와|바", "유로": "존|파|피", "인치": "형", "달러": "", "도": "시|로|매|주|내|전",
}  # fmt: skip
_EXCEPT["톤"] = ""
_LATIN = re.compile(r"[A-Za-z]")
_NAMES = "|".join(re.escape(name) for name in sorted(UNITS, key=len, reverse=True))
_UNIT = re.compile(rf"\s?({_NAMES})")
_BOUND = re.compile(BOUND)
_AFTER = {name: re.compile(words) for name, words in _EXCEPT.items() if words}


def unit(text: str, start: int, digits: bool = True) -> tuple[str, int] | None:
    """The unit word after a numeral that ends at ``start`` and the end of it; None where there is none."""
    said = _UNIT.match(text, start)
    while said is not None:
        name, end = said[1], said.end()
        if _stands(text, name, end, said.start(1) > start):
            return name, end
        shorter = [other for other in _SHORTER.get(name, ()) if text.startswith(other, said.start(1))]
        for other in shorter:
            end = said.start(1) + len(other)
            if _stands(text, other, end, said.start(1) > start):
                return other, end
        return None
    return None


_SHORTER = {
    name: tuple(sorted((o for o in UNITS if name.startswith(o) and o != name), key=len, reverse=True))
    for name in UNITS
}


def _stands(text: str, name: str, end: int, spaced: bool) -> bool:
    after = text[end : end + 1]
    if name[-1].isascii() and name[-1].isalpha():
        return not (_LATIN.match(after) or after.isdigit()) and not (
            spaced and len(name) == 1 and after == "-"
        )
    if name in _STRONG:
        block = _AFTER.get(name)
        return (
            block is None
            or not block.match(text, end)
            or name in ("명", "원", "평", "도")
            and bool(_LONG.match(text, end))
        )
    return bool(_BOUND.match(text, end))


_LONG = re.compile(r"(?:의|에서|정도|동안)(?![가-힣])|의\s")
