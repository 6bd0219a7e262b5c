"""Korean names of measures, times and rates as tables: symbol -> names.

Symbols of the International System of Units (BIPM brochure) and the names in common use.
"""

from __future__ import annotations

import re

# Symbol -> names. Latin symbols are matched by letter case as printed.
MEASURES: dict[str, str] = {
    "km": "km ㎞ 킬로미터", "m": "m 미터", "cm": "cm ㎝ 센티미터 센티 센치", "mm": "mm ㎜ 밀리미터", "nm": "nm ㎚ 나노미터 나노",
    "kg": "kg ㎏ 킬로그램", "g": "g 그램 그람", "mg": "mg ㎎ 밀리그램", "t": "t 톤", "L": "L l ℓ 리터", "mL": "mL ml ㎖ 밀리리터",
    "hL": "헥토리터", "kL": "kL kl ㎘ 킬로리터", "m²": "m2 m² ㎡ 제곱미터 평방미터", "km²": "km2 km² ㎢ 제곱킬로미터 평방킬로미터", "m³": "m3 m³ ㎥ 세제곱미터 입방미터",
    "pyeong": "평", "majigi": "마지기", "a": "아르 a", "ha": "ha ㏊ 헥타르", "acre": "에이커", "mi": "마일", "ft": "피트", "in": "인치", "yd": "야드", "bbl": "배럴",
    "oz": "온스", "gal": "갤런 갤론", "lb": "파운드무게", "°": "°", "°C": "도 °C ℃ 도C 섭씨도", "°F": "°F ℉",
    "W": "W 와트", "kW": "kW KW ㎾ 킬로와트", "MW": "MW ㎿ 메가와트", "GW": "GW 기가와트", "TW": "TW 테라와트",
    "kWh": "kWh KWh ㎾h ㎾ｈ 킬로와트시", "MWh": "MWh ㎿h 메가와트시", "GWh": "GWh 기가와트시", "TWh": "TWh 테라와트시",
    "V": "V 볼트", "kV": "kV ㎸ 킬로볼트", "A": "암페어", "Hz": "Hz 헤르츠", "kHz": "kHz ㎑ 킬로헤르츠", "MHz": "MHz ㎒ 메가헤르츠", "GHz": "GHz ㎓ 기가헤르츠",
    "KB": "KB 킬로바이트", "MB": "MB 메가바이트", "GB": "GB 기가바이트 기가", "TB": "TB 테라바이트", "Mbps": "Mbps", "Gbps": "Gbps",
    "px": "화소 픽셀", "kcal": "kcal ㎉ 킬로칼로리 칼로리", "hPa": "hPa 헥토파스칼 밀리바", "kPa": "kPa ㎪ 킬로파스칼", "MPa": "MPa ㎫ 메가파스칼", "mmHg": "mmHg ㎜Hg mmhg 수은주밀리미터", "m/s": "㎧", "dB": "dB ㏈ 데시벨",
    "geun": "근", "hp": "마력", "ppm": "ppm", "TEU": "TEU", "rpm": "rpm", "Wh": "Wh 와트시",
    "µg": "㎍ µg μg ug 마이크로그램", "ng": "ng 나노그램", "µm": "㎛ µm μm 마이크로미터 마이크론", "mm²": "㎟", "cm²": "㎠ cm2 cm² 제곱센티미터",
    "cm³": "㎤ ㏄ cc 세제곱센티미터", "dL": "㎗ dL dl 데시리터", "nmi": "해리", "kn": "노트", "ly": "광년", "kJ": "kJ 킬로줄",
    "Sv": "시버트", "mSv": "mSv 밀리시버트", "µSv": "μSv µSv 마이크로시버트", "Bq": "Bq 베크렐", "lx": "lx 럭스", "nit": "니트",
    "mAh": "mAh 밀리암페어시", "Ah": "Ah", "mA": "mA 밀리암페어", "MVA": "MVA", "N": "뉴턴", "t CO2eq": "tCO2eq", "ppb": "ppb", "IU": "IU", "carat": "캐럿",
    "PB": "PB 페타바이트", "bit": "비트", "K": "켈빈", "MMBtu": "MMBtu", "CGT": "CGT", "DWT": "DWT", "bu": "부셸",
}  # fmt: skip

DURATIONS = {
    "년": "year", "개년": "year", "해": "year", "개월": "month", "달": "month", "주일": "week", "주": "week",
    "주간": "week", "일": "day", "시간": "hour", "분": "minute", "초": "second", "분기": "quarter", "개 분기": "quarter", "개분기": "quarter",
}  # fmt: skip

PERCENT = "% ％ ﹪ 퍼센트 프로 퍼센티지"
POINTS = "%p|%P|％p|％P|%포인트|% 포인트|％포인트|퍼센트포인트|퍼센트 포인트|%ｐ"
PARTS = {"할": "10", "‰": "0.1", "퍼밀": "0.1", "‱": "0.01"}
"""Parts of a whole other than hundredths -> how many hundredths one is (표준국어대사전, 할; ISO 80000-1 for the signs)."""
MULTIPLE = "배 갑절 곱절"
AGE = "세 살"
BASIS_POINT = "bp bps BP 베이시스포인트 베이시스"
"""A hundredth of a percentage point; read as 0.01 points."""

PRESSURE = re.compile(r"\d{2,3}\s?(?:mmHg|㎜Hg)")
"""What stands after the slash of a blood pressure: 140/90mmHg are two figures."""

_RATED = {"㎥": "m³", "m3": "m³", "㎡": "m²", "m2": "m²", "㎢": "km²", "km2": "km²", "ℓ": "L", "l": "L", "㎏": "kg", "㎞": "km", "㎗": "dL", "dl": "dL",
          "㎖": "mL", "ml": "mL", "ha": "ha", "㏊": "ha", "㎾h": "kWh", "초": "s", "시": "h", "시간": "h", "분": "min", "일": "d", "년": "yr", "월": "mo"}  # fmt: skip
_AS_PRINTED = "s² L kg km m³ m² km² dL mL mL g t s h min kWh MWh d yr"
RATED = _RATED | {name: name for name in _AS_PRINTED.split()}
"""What a measure may be taken by, after a slash (Wh/L, ㎍/㎥, km/h): as printed -> symbol."""
