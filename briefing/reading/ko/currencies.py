"""Korean names of currencies as tables: ISO 4217 code -> names, as CLDR 46 has them and as the press shortens them."""

from __future__ import annotations

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
    "NOK": "노르웨이크로네", "DKK": "덴마크크로네", "CZK": "코루나", "HUF": "포린트", "PLN": "즈워티",
    "AED": "디르함", "ILS": "셰켈", "LAK": "킵", "GEL": "라리", "CRC": "콜론", "MNT": "투그릭", "KZT": "텡게",
}  # fmt: skip
SPACED = {
    "USD": ("미국 달러",), "CAD": ("캐나다 달러",), "AUD": ("호주 달러",), "HKD": ("홍콩 달러",), "SGD": ("싱가포르 달러",),
    "NZD": ("뉴질랜드 달러",),
    "TWD": ("대만 달러",), "CNY": ("중국 위안",), "GBP": ("영국 파운드",), "CHF": ("스위스 프랑",), "INR": ("인도 루피",),
    "MXN": ("멕시코 페소",),
}  # fmt: skip
SUBUNITS = {"센트": "cent", "펜스": "penny", "페니": "penny"}
"""Names of hundredths, which ISO 4217 does not code: bare 센트 may be a dollar's or a euro's, so they stay units."""
