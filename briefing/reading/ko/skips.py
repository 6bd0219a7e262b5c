"""A place in Korean text -> the end of what stands there and is no figure: addresses, codes, clock times."""

from __future__ import annotations

import re

from ..found import Found

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,255}")
_CODE = re.compile(
    r"\d{2,4}-\d{3,4}-\d{4}(?!\d)"
    r"|\d{1,3}(?:\.\d{1,3}){3}"
    r"|\d{1,3}-\d{1,3}(?![\d만천억조%명개원월일년시세kmgtMGA-Z대]|\s?[만천억조명개원월일년%대])"
    r"|\d{1,2}(?:[·ᆞ‧]\d{1,2}){1,6}(?!\d|[·ᆞ‧]\d|\s?(?:위|대|층|차|호|월|일|년|개|명|회|번|세|학년|인치|%|억|만|조|천|km|kg))"
    r"|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,4})(?:\.\d{1,2})?\s?대\s?\d{1,4}(?:\.\d{1,2})?(?=으?로|의|이[다었던]|[을를]|\s(?:비율|경쟁|승|의견|결정|판결|구도|합병|분할|감자|교환|동점|무승부)|[^\w가-힣\s,.]|\s?$|[.,](?!\d))"
    r"|1[568]\d{2}-\d{4}(?!\d|년)|\d{1,3}:\d{1,3}(?![\d:])|\d자(?=\s?(?:회담|협의|구도|대결|대면|협력|회의))|\d국가|[1-3],\s?[1-3]루|\d{1,2}차로(?=\s(?:도로|국도|고속))"
    r"|1(?:1[0-9]|20|29|32|82|3(?:30|39|45|66|77|88|93)|577)(?=에?\s?(?:신고|전화|구급|구조|상황실|콜|대원|안전센터|종합상황|상담|순찰차|구급대|구급차)|로 (?:신고|전화|문의)|에 (?:접수|걸))"
    r"|[0-2]사\s(?=만루|후|주자|[1-3],?\s?[1-3]?루)|\d{1,2}호선|\d차\s?전지"
)
_CLOCK = re.compile(
    r"\d{1,2}\s?시(?!간|즌|장|도|민|군|리|스|행|대|험)(?:\s?\d{1,2}\s?분(?!의|"
    r"기))?(?:\s?\d{1,2}\s?초)?(?:\s?반(?![가-힣]))?|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[apAP][mM]?)?"
)


def skip(text: str, start: int) -> Found | None:
    """A settled piece (kind None) that begins at ``start``, or None."""
    letter = text[start]
    if letter.isdigit():
        hit = _CLOCK.match(text, start) or _CODE.match(text, start)
        if hit is not None and start and text[start - 1] in "-–" and start > 1 and text[start - 2].isdigit():
            hit = None
    elif letter.isascii() and letter.isalpha() or letter == "w":
        hit = _ADDRESS.match(text, start)
    else:
        return None
    return Found(start, hit.end(), None) if hit else None
