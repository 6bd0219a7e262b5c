"""Colours as #RRGGBB -> their contrast, the same hue lighter or darker, and the nearest that stands out enough.

Lightness is that of OKLab (Ottosson 2020), in which equal steps look equal: 0 is black, 1 is white.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

Polar = tuple[float, float, float]
"""Lightness, chroma and hue (in radians) of OKLCH."""

_STEPS = 400
"""How finely lightness is searched: a step of 0.0025 is below what an eye tells apart."""


def _channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, 0 to 1, in linear light (IEC 61966-2-1)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 (the same colour) to 21 (black on white)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def polar(colour: str) -> Polar:
    """A colour as lightness, chroma and hue."""
    red, green, blue = _channels(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def colour(lightness: float, chroma: float, hue: float) -> str:
    """#RRGGBB of that lightness and hue; where a screen has no such colour, of the highest chroma that it has."""
    lightness = min(max(lightness, 0.0), 1.0)
    low, high = 0.0, chroma
    if not _shown(found := _mixed(lightness, chroma, hue)):
        for _ in range(24):
            middle = (low + high) / 2
            low, high = (middle, high) if _shown(_mixed(lightness, middle, hue)) else (low, middle)
        found = _mixed(lightness, low, hue)
    levels = (min(max(round(_gamma(max(channel, 0.0)) * 255), 0), 255) for channel in found)
    return "#" + "".join(f"{level:02X}" for level in levels)


def _mixed(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _shown(channels: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= channel <= 1.0005 for channel in channels)


def nearest(given: str, grounds: Iterable[str], ratio: float) -> str | None:
    """``given``, or the same hue as little darker or lighter as it takes to reach ``ratio`` on every ground."""
    on = tuple(grounds)
    lightness, chroma, hue = polar(given)
    for step in range(_STEPS + 1):
        for way in (-step / _STEPS, step / _STEPS):
            if 0 <= lightness + way <= 1:
                made = colour(lightness + way, chroma, hue) if step else given
                if all(contrast(made, ground) >= ratio for ground in on):
                    return made
    return next((end for end in ("#000000", "#FFFFFF") if all(contrast(end, g) >= ratio for g in on)), None)
