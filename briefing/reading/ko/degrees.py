"""A Korean figure in 도 -> the same in degrees Celsius, Fahrenheit or of arc, by what stands around it."""

from __future__ import annotations

import re

from ..found import Found

_SCALE = re.compile(r"(섭씨|화씨|영상)\s?$")
_ARC_BEFORE = re.compile(
    r"(?:각도|위도|경도|북위|남위|동경|서경|기울기|경사|경사도|시야각|화각|방위각|직각|도수|소주|맥주|위스키|와인|막걸리|알코올|상하|"
    r"좌우|서해)[^.,\d]{0,8}$"
)
_ARC_AFTER = re.compile(
    r"(?:로|를|나|까지|만|씩|는|의)?\s?(?:회전|돌[아렸리린]|도는|꺾|틀[어었]|기울|경사|각도|각(?![가-힣])|방향|바뀌|바뀐|바꾼|바꿔|달라|다른|뒤집|반대|정반대|"
    r"화상|카메라|영상|촬영|파노라마|시야|벌어|벌린|눕|젖[혀히]|휘|선(?:을|에|까지)|\d{1,2}분|소주|위스키|와인|술)|짜리\s?(?:소주|술)"
)
_TURNS = frozenset(("90", "180", "270", "360"))
_HEAT = re.compile(r"(?:온도|기온|오븐|기름|물|열|가마|표면|수온|예열)[^.]{0,9}$")
_HEATED = re.compile(r"[가-힣]{0,2}\s?(?:예열|가열|고온|이상|의 (?:열|고온|기름|물|오븐)|에서|까지)")


def degrees(text: str, found: Found, name: str) -> None:
    """Sets the unit of ``found``: °C unless a scale, an angle, a place on the map or a drink is spoken of.

    A preceding 섭씨, 화씨 or 영상 (above zero) goes into the span.
    """
    head = text[max(0, found.start - 14) : found.start]
    if name in ("도", "°") and (scale := _SCALE.search(head)):
        found.unit = "°F" if scale[1] == "화씨" else "°C"
        found.start -= len(head) - scale.start()
    elif name == "도" and (_ARC_BEFORE.search(head) or _ARC_AFTER.match(text, found.end)):
        found.unit = "°"
    elif name == "도" and str(found.value) in _TURNS:
        heat = _HEAT.search(head) or _HEATED.match(text, found.end)
        found.unit = "°C" if heat else "°"
