"""Words of a passage -> every number that they may say, read as loosely as can be.

The second opinion behind a disagreement: the reader decides what a figure is, this only whether a number stands
anywhere in the words of the other version (a list without units, 'five and a half', 두어 배, the 2040s).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

Said = tuple[int, int, Decimal]
"""Half-open offsets and a number that the words there may say."""

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)?"
_SCALES = {
    "십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16,
    "hundred": 100, "thousand": 1000, "k": 1000, "million": 10**6, "millions": 10**6, "m": 10**6, "mn": 10**6, "mil": 10**6,
    "billion": 10**9, "billions": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12, "quadrillion": 10**15, "tn": 10**12, "trn": 10**12, "t": 10**12,
    "dozen": 12,
}  # fmt: skip
_AFTER_DIGITS = re.compile(
    rf"({_DIGITS})(?:[\s-]?({'|'.join(sorted(_SCALES, key=len, reverse=True))})(?![a-z]))?", re.I
)
_KOREAN_AMOUNT = re.compile(
    rf"{_DIGITS}[십백천만억조경](?:\s?(?:{_DIGITS})?[십백천만억조경])*(?:\s?{_DIGITS})?"
)
_PIECE = re.compile(rf"({_DIGITS})?([십백천만억조경]*)")
_SINO = dict(zip("일이삼사오육칠팔구", range(1, 10), strict=True)) | {"영": 0, "공": 0}
_SINO_RUN = re.compile("[일이삼사오육칠팔구십백천만억조]{2,}|(?<![가-힣])십(?=여|\\s|만|억)")
_NATIVE = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "석": 3, "넷": 4, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7,
    "여덟": 8, "아홉": 9, "열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90,
}  # fmt: skip
_NATIVE_PART = re.compile("|".join(sorted(_NATIVE, key=len, reverse=True)))
_COUNTED = "명|개|곳|번|차례|살|배|달|해|시|가지|사람|건|대|쪽|편|자녀|딸|아들|아이|팀|나라|국|도시|회|권|장|마리|척|주|째|끼|군데|쌍|차|자리|단계|분|사(?=[가는와의])"
_NATIVE_RUN = re.compile(
    rf"(?<![가-힣])(?:(?:{_NATIVE_PART.pattern})+(?=\s|[,.)]|{_COUNTED}|$)|(?:{_NATIVE_PART.pattern}){{2,}}(?=[은는이가을를의에])"
    "|(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|스물|서른|마흔)(?=[은는이가을를의에]))"
)
_KOREAN_WORDS = {
    "절반": ("0.5", "50", "2"), "갑절": ("2",), "곱절": ("2",), "하루": ("1",), "이틀": ("2",),
    "사흘": ("3",), "나흘": ("4",), "닷새": ("5",), "엿새": ("6",), "이레": ("7",), "열흘": ("10",), "보름": ("15",), "분기": ("0.25",), "반기": ("0.5", "6"),
    "처음": ("1",), "첫": ("1",), "단일": ("1",), "매": ("1",), "당": ("1",), "세기": ("100",), "서너": ("3", "4"), "두어": ("2",),
    "두세": ("2", "3"), "한두": ("1", "2"), "대여섯": ("5", "6"), "청소년": ("10", "19"), "십대": ("10", "19"), "정오": ("12",), "자정": ("12", "0"),
    "전반": ("1",), "후반": ("2",), "상반기": ("1",), "하반기": ("2",), "주일": ("7",), "유일": ("1",), "모두": ("2",), "쿼터": ("0.25",), "더블": ("2",),
}  # fmt: skip
_KOREAN_WORD = re.compile("|".join(sorted(_KOREAN_WORDS, key=len, reverse=True)))
_HALF = re.compile(r"(?<![가-힣])반(?=\s|만|[을이으]|$)|(?<=[\d년월일시간\s]\s)반(?=\s|[을이으]|$)")
_BOTH = re.compile(
    r"(?<![가-힣])양(?=국|측|사|쪽|당|팀|\s?기관|\s?부처|\s?대학|\s?도시)|쌍[방둥]|(?<![가-힣])두(?=\s)"
)
_ONES = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split(), range(20), strict=True,
    )
)  # fmt: skip
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_NTHS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth".split(),
        (*range(1, 21), 30, 40, 50), strict=True,
    )
)  # fmt: skip
_BIG = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "dozen": 12,
}
_SPELT_WORD = "|".join((*_ONES, *_TENS, *_NTHS, *_BIG))
_SPELT = re.compile(rf"\b(?:(?:{_SPELT_WORD})(?:[\s-](?:and[\s-])?)?)+(?:s|fold|th|ths)?\b", re.I)
_ENGLISH_WORDS = {
    r"half|halves|halv\w+": ("0.5", "50", "2"), r"quarters?": ("0.25", "4", "25"), r"thirds?": ("3",),
    r"fourths?|fourfold": ("4",), r"tenths?|tenfold": ("10",), r"twice|doubl\w+|two-?fold|twofold|second|dual|both|pair|couple|twins?|either": ("2",),
    r"tripl\w+|three-?fold|thrice|threefold|treble\w*": ("3",), r"quadrupl\w+": ("4",), r"quintupl\w+|fivefold": ("5",),
    r"sixfold": ("6",), r"sevenfold": ("7",), r"eightfold": ("8",), r"ninefold": ("9",), r"hundredfold": ("100",),
    r"decades?": ("10",), r"dozens?": ("12",), r"centur\w+": ("100",), r"fortnight\w*": ("2", "14"), r"twenties": ("20",), r"thirties": ("30",), r"forties": ("40",), r"fifties": ("50",), r"sixties": ("60",), r"weeks?|weekly": ("7", "1"),
    r"teens?|teenagers?|teenage": ("10", "19"), r"noon|midday": ("12",), r"midnight": ("12", "0"), r"score": ("20",),
    r"an?|single|once|sole|only|daily|monthly|yearly|annual(?:ly)?|per|each|every|another": ("1",),
    r"overnight|nil|none|zero|no": ("0",), r"sophomore": ("2",), r"semi-?annual\w*|biannual\w*": ("6", "2"), r"quarterly": ("4",),
}  # fmt: skip
_ENGLISH_WORD = re.compile(
    "|".join(rf"(?P<w{n}>\b(?:{words})\b)" for n, words in enumerate(_ENGLISH_WORDS)), re.I
)
_ENGLISH_SAID = tuple(_ENGLISH_WORDS.values())
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\b", re.I)
_ROMAN = re.compile(r"\b(II|III|IV|VI|VII|VIII|IX)\b|([Ⅰ-Ⅻ])|([①-⑳])")
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def said_in(text: str, language: str) -> Iterator[Said]:
    """Every number that a stretch of ``text`` may say in ``language`` (ko or en), with its place; places overlap."""
    for hit in _AFTER_DIGITS.finditer(text):
        number = Decimal(hit[1].replace(",", ""))
        yield hit.start(), hit.end(1), number
        if hit[2]:
            yield hit.start(), hit.end(), number * _SCALES[hit[2].lower()]
    for hit in _ROMAN.finditer(text):
        nth = _ROMANS.index(hit[1]) if hit[1] else ord(hit[0]) - ord("Ⅰ" if hit[2] else "①") + 1
        yield hit.start(), hit.end(), Decimal(nth)
    yield from _korean(text) if language == "ko" else _english(text)


def _korean(text: str) -> Iterator[Said]:
    for hit in _KOREAN_AMOUNT.finditer(text):
        yield from ((hit.start() + start, hit.start() + end, n) for start, end, n in _amounts(hit[0]))
    for hit in _SINO_RUN.finditer(text):
        if (number := _sino(hit[0])) is not None:
            yield hit.start(), hit.end(), number
    for hit in _NATIVE_RUN.finditer(text):
        parts = [_NATIVE[each] for each in _NATIVE_PART.findall(hit[0])]
        yield hit.start(), hit.end(), Decimal(sum(parts))
        yield from ((hit.start(), hit.end(), Decimal(each)) for each in parts)
    for hit in _KOREAN_WORD.finditer(text):
        yield from ((hit.start(), hit.end(), Decimal(each)) for each in _KOREAN_WORDS[hit[0]])
    for hit in _HALF.finditer(text):
        yield from ((hit.start(), hit.end(), Decimal(each)) for each in ("0.5", "50", "2", "30"))
    for hit in _BOTH.finditer(text):
        yield hit.start(), hit.end(), Decimal(2)


def _amounts(words: str) -> Iterator[Said]:
    """3조 7,000억 as 3조, as 7,000억 and as both together."""
    pieces = []
    for hit in _PIECE.finditer(words):
        if hit[0]:
            number = Decimal((hit[1] or "1").replace(",", ""))
            for scale in hit[2]:
                number *= _SCALES[scale]
            pieces.append((hit.start(), hit.end(), number, hit[2][-1:] in ("만", "억", "조", "경", "")))
    for first in range(len(pieces)):
        total, waiting = Decimal(0), Decimal(0)
        for start, end, number, whole in pieces[first:]:
            multiplied = number / _last_scale(words[start:end])
            if whole and waiting and _last_scale(words[start:end]) > 1:
                total += (waiting + multiplied) * _last_scale(words[start:end])
                waiting = Decimal(0)
            elif whole:
                total += number
            else:
                waiting += number
            yield pieces[first][0], end, total + waiting


def _last_scale(words: str) -> Decimal:
    return Decimal(_SCALES[words[-1]]) if words[-1] in "만억조경" else Decimal(1)


def _sino(run: str) -> Decimal | None:
    total, part, digit = 0, 0, 0
    for letter in run:
        if letter in _SINO:
            digit = digit * 10 + _SINO[letter]
        elif letter in "십백천":
            part += (digit or 1) * _SCALES[letter]
            digit = 0
        else:
            total += ((part + digit) or 1) * _SCALES[letter]
            part = digit = 0
    return Decimal(total + part + digit)


def _english(text: str) -> Iterator[Said]:
    for hit in _SPELT.finditer(text):
        for words in _runs(re.findall(r"[a-z]+", hit[0].lower())):
            if (number := _spelt(words)) is not None:
                yield hit.start(), hit.end(), number
    for hit in _ENGLISH_WORD.finditer(text):
        for word in _ENGLISH_SAID[int((hit.lastgroup or "w0")[1:])]:
            yield hit.start(), hit.end(), Decimal(word)
    for hit in _MONTH.finditer(text):
        yield hit.start(), hit.end(), Decimal(_MONTHS.index(hit[1].lower()) + 1)


def _runs(words: list[str]) -> Iterator[list[str]]:
    """Number words as they make one number each: two hundred and five, one | three."""
    run: list[str] = []
    for word in (each for each in words if each != "and"):
        before = run[-1] if run else ""
        small = word in _ONES or word in _TENS or word in _NTHS
        if before and small and (before in _ONES or before in _NTHS or (before in _TENS and word in _TENS)):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _spelt(words: list[str]) -> Decimal | None:
    total = part = 0
    for word in words:
        word = (
            word
            if word in _ONES or word in _TENS or word in _NTHS or word in _BIG
            else re.sub("(?:s|fold|ths?)$", "", word)
        )
        if word in _ONES or word in _TENS or word in _NTHS:
            part += _ONES.get(word) or _TENS.get(word) or _NTHS.get(word) or 0
        elif word == "hundred" or word == "dozen":
            part = (part or 1) * _BIG[word]
        elif word in _BIG:
            total += (part or 1) * _BIG[word]
            part = 0
        else:
            return None
    return Decimal(total + part)
