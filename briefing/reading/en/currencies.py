"""Currency names, codes, signs and minor units in English as tables -> ISO 4217 codes.

Codes: ISO 4217, with the euro's forerunners for older news; names and signs: CLDR 46, English.
"""

from __future__ import annotations

import re

_NAMES = """
USD | US, U.S., American, United States | dollar
CAD | Canadian | dollar
AUD | Australian | dollar
NZD | New Zealand | dollar
HKD | Hong Kong | dollar
SGD | Singapore, Singaporean | dollar
TWD | Taiwan, New Taiwan, Taiwanese | dollar
JMD | Jamaican | dollar
EUR | | euro
GBP | British | pound; pound sterling, pounds sterling
EGP | Egyptian, Egypt | pound
LBP | Lebanese, Lebanon | pound
SYP | Syrian | pound
SDG | Sudanese | pound
KRW | South Korean, Korean | won, won
KPW | North Korean | won, won
JPY | Japanese | yen, yen
CNY | Chinese | yuan, yuan; renminbi, renminbi; kuai, kuai
INR | Indian | rupee
PKR | Pakistani | rupee
LKR | Sri Lankan | rupee
NPR | Nepalese | rupee
CHF | Swiss | franc
SEK | Swedish | krona, kronor
NOK | Norwegian | krone, kroner
DKK | Danish | krone, kroner
ISK | Icelandic | krona, kronur
RUB | Russian | rouble; ruble
UAH | Ukrainian | hryvnia; hryvnia, hryvnias
BRL | Brazilian | real, reais; real
MXN | Mexican | peso
ARS | Argentine, Argentinian | peso
CLP | Chilean | peso
COP | Colombian | peso
PHP | Philippine, Filipino | peso
THB | Thai | baht, baht
IDR | Indonesian | rupiah, rupiah
MYR | Malaysian, Malaysia | ringgit, ringgit; ringgit
ILS | Israeli | shekel; new shekel
AED | UAE, Emirati | dirham
MAD | Moroccan | dirham
SAR | Saudi | riyal
QAR | Qatari, Qatar | riyal; rial
OMR | Omani | rial
IRR | Iranian | rial
YER | Yemeni | rial
KWD | Kuwaiti | dinar
BHD | Bahraini | dinar
JOD | Jordanian | dinar
IQD | Iraqi | dinar
TND | Tunisian | dinar
DZD | Algerian | dinar
RSD | Serbian | dinar
ZAR | South African | rand, rand
TRY | Turkish | lira, lira; lira
VND | Vietnamese | dong, dong
PLN | Polish | zloty; zloty, zlotych
CZK | Czech | koruna; crown
HUF | Hungarian | forint
RON | Romanian | leu, lei
BGN | Bulgarian | lev, leva
KZT | Kazakh, Kazakhstani | tenge, tenge
MNT | Mongolian | tugrik
GEL | Georgian | lari, lari
NGN | Nigerian | naira, naira
KES | Kenyan | shilling
UGX | Ugandan | shilling
GHS | Ghanaian | cedi
BDT | Bangladeshi | taka, taka
CRC | Costa Rican | colon, colones; colón, colones
PEN | Peruvian | sol, soles
BTC | | bitcoin
FIM | Finnish | markka, markkaa; markka, markka
ESP | Spanish | peseta
NLG | Dutch | guilder
DEM | German, Deutsche | mark; deutschmark
FRF | French | franc
ITL | Italian | lira, lire
"""
"""ISO code | adjectives before the noun | singular, plural (s where not given); further nouns."""

ALONE: dict[str, str | None] = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "pound sterling": "GBP", "won": "KRW", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "kuai": "CNY", "rupee": "INR", "franc": "CHF", "krona": "SEK",
    "krone": None, "rouble": "RUB", "ruble": "RUB", "hryvnia": "UAH", "peso": None, "baht": "THB",
    "rupiah": "IDR", "ringgit": "MYR", "shekel": "ILS", "dirham": "AED", "riyal": "SAR", "rial": None,
    "dinar": None, "rand": "ZAR", "lira": "TRY", "dong": "VND", "zloty": "PLN", "koruna": "CZK",
    "forint": "HUF", "tenge": "KZT", "tugrik": "MNT", "lari": "GEL", "naira": "NGN", "taka": "BDT",
    "bitcoin": "BTC", "markka": "FIM", "peseta": "ESP", "guilder": "NLG", "deutschmark": "DEM",
    "reais": "BRL", "colón": "CRC",
}  # fmt: skip
"""Nouns that stand without their country and the currency they then mean; None where several share them."""

OTHERS = {
    "USD": "bucks usd US$ $", "EUR": "eur €", "GBP": "quid gbp £", "KRW": "krw ₩", "CNY": "RMB rmb 元", "INR": "Rs Rs.",
    "MYR": "RM", "EGP": "LE le L.E L.E.", "JPY": "円", "BTC": "btc", "CRC": "₡",
    "GEL": "₾", "RUB": "₽", "PLN": "zł",
}  # fmt: skip
"""Abbreviations beside the ISO code that stand after the figure."""

SUBUNITS = {
    "cents": "cent", "cent": "cent", "c": "cent", "¢": "cent", "pence": "penny", "p": "penny", "pennies": "penny",
    "kopecks": "kopeck", "kopeks": "kopeck", "kopiykas": "kopiyka", "paise": "paisa", "sen": "sen",
    "centavos": "centavo", "fils": "fils", "halalas": "halala",
}  # fmt: skip
"""Hundredths, which ISO 4217 does not code: a bare cent may be a dollar's or a euro's, so they stay units."""

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "₽": "RUB", "₺": "TRY",
    "₴": "UAH", "₪": "ILS", "₫": "VND", "₱": "PHP", "₦": "NGN", "₡": "CRC", "₾": "GEL", "₿": "BTC", "฿": "THB",
}  # fmt: skip
DOLLARS = {
    "us": "USD", "u.s.": "USD", "u.s": "USD", "usd": "USD", "c": "CAD", "ca": "CAD", "cad": "CAD", "a": "AUD",
    "au": "AUD", "aud": "AUD", "hk": "HKD", "hkd": "HKD", "s": "SGD", "sgd": "SGD", "nt": "TWD", "nz": "NZD",
    "nzd": "NZD", "r": "BRL",
}  # fmt: skip
"""What stands before the dollar sign: A$ and the like only in capitals and joined, others in any case."""

_LONG = "|".join(re.escape(name) for name in sorted(DOLLARS, key=len, reverse=True) if len(name) > 1)
SIGN_TEXT = (
    rf"(?:(?<![A-Za-z])(?:(?-i:[CASR](?=\$)|c\s(?=\$\s)|us\s(?=\$\s)|US\s?)|(?i:(?!us){_LONG})\s?))?\$"
    rf"|[{''.join(SIGNS).replace('$', '')}]"
)
SIGN = re.compile(SIGN_TEXT)


def code_of(sign: str) -> str:
    """The ISO 4217 code of what ``SIGN`` matched."""
    return SIGNS[sign] if sign in SIGNS else DOLLARS[sign.rstrip("$ ").lower()]


SIGN_CHARACTERS = "".join(SIGNS)
PREFIXES = {"RMB": "CNY", "Rs": "INR", "Rs.": "INR", "RM": "MYR"}
"""Abbreviations other than ISO codes that stand before the figure."""


def _nouns(words: str) -> list[str]:
    pairs = [[word.strip() for word in noun.split(",")] for noun in words.split(";")]
    return [name for pair in pairs for name in (pair[0], pair[1] if len(pair) > 1 else f"{pair[0]}s")]


def _table() -> dict[str, str | None]:
    names: dict[str, str | None] = {}
    for line in _NAMES.strip().splitlines():
        code, adjectives, nouns = (cell.strip() for cell in line.split("|"))
        names[code] = code
        said = _nouns(nouns)
        for singular, plural in zip(said[::2], said[1::2], strict=True):
            for name in (singular, plural):
                names |= {
                    f"{adjective.strip()} {name}": code for adjective in adjectives.split(",") if adjective
                }
            if singular in ALONE or plural in ALONE:
                owner = ALONE.get(singular, ALONE.get(plural))
                names |= {name: owner for name in (singular, plural) if owner is None or owner == code}
        names |= {name: code for name in OTHERS.get(code, "").split()}
    return names


NAMES = _table()
"""Every name that may follow a figure -> ISO 4217 code, or None where it is shared."""
CODES = frozenset(code for name, code in NAMES.items() if code == name)
