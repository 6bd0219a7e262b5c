"""The words and figures of the invented brief: every number here is made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Quantity, Ratio, Words


@dataclass(frozen=True, slots=True)
class Prose:
    """A brief's text in one language: {fact}, {fact@} for its date, [[1,2]] a citation, <<…>> a name."""

    language: str
    series: str
    number: str
    date: str
    title: str
    standfirst: str
    cards: Mapping[str, str]
    sections: Mapping[str, tuple[str, ...]]
    table_head: tuple[str, str, str]
    notes: Mapping[str, str]
    units: Mapping[str, str]
    sources: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Known:
    words: Words
    quantity: Quantity
    what: Words
    when: Words
    period: str
    label: Words
    quote: str = ""
    formula: str = ""
    sources: tuple[int, ...] = (1,)


def _known(ko: str, en: str, value: Quantity, what: tuple[str, str], year: int, *, label: tuple[str, str] = ("", ""),
           quote: str = "", formula: str = "", sources: tuple[int, ...] = (1,)) -> Known:  # fmt: skip
    return Known(
        {"ko": ko, "en": en}, value, dict(zip(("ko", "en"), what, strict=True)),
        {"ko": f"{year}년", "en": str(year)}, str(year), dict(zip(("ko", "en"), label, strict=True)),
        quote, formula, sources,
    )  # fmt: skip


def _number(value: str | int, kind: str = "count", unit: str | None = None) -> Quantity:
    return Quantity(kind, Decimal(value), unit)  # type: ignore[arg-type]


FACTS: Mapping[str, Known] = {
    "cap-2020": _known("124㎿", "124 MW", _number(124, "measure", "MW"), ("해상풍력 누적 설비용량", "Installed offshore wind capacity"), 2020, label=("2020년", "2020"), quote="누적 설비는 124㎿에 그쳤다"),
    "cap-2021": _known("146㎿", "146 MW", _number(146, "measure", "MW"), ("해상풍력 누적 설비용량", "Installed offshore wind capacity"), 2021, label=("2021년", "2021"), quote="이듬해 146㎿로 늘었다"),
    "cap-2022": _known("215㎿", "215 MW", _number(215, "measure", "MW"), ("해상풍력 누적 설비용량", "Installed offshore wind capacity"), 2022, label=("2022년", "2022"), quote="지난해 215㎿를 기록"),
    "cap-2023": _known("1,380㎿", "1,380 MW", _number(1380, "measure", "MW"), ("해상풍력 누적 설비용량", "Installed offshore wind capacity"), 2023, label=("2023년", "2023"), quote="올해 1380㎿까지 뛰었다", sources=(1, 2)),
    "target": _known("12GW", "12 GW", _number(12, "measure", "GW"), ("해상풍력 설비 목표", "Target for offshore wind"), 2035, quote="2035년까지 12GW를 짓는다", sources=(2,)),
    "growth": _known("6.4배", "6.4 times", _number("6.4", "multiple"), ("설비용량 증가 배수", "Capacity against the year before"), 2023, formula="1,380 ÷ 215"),
    "permits": _known("29건", "29", _number(29), ("인허가에 필요한 절차", "Procedures for a permit"), 2023, quote="부처별 인허가 29건을", sources=(3,)),
    "years": _known("6년 8개월", "six years and eight months", _number(80, "duration", "month"), ("인허가에서 준공까지 걸린 평균 기간", "Mean time from permit to operation"), 2023, quote="평균 6년8개월이 걸렸다", sources=(3,)),
    "tides-parts": _known("46기", "46", _number(46), ("한 단지의 평균 터빈 수", "Turbines in an average wind farm"), 2023, label=("단지당 터빈", "Turbines in an average wind farm"), quote="단지마다 46기를 세운다"),
    "island-homes": _known("9,870가구", "9,870", _number(9870), ("섬 지역 급전 가구", "Island households supplied"), 2023, label=("섬 지역 급전 가구", "Island households supplied"), quote="섬 9870가구에 전기를"),
    "grid-homes": _known("41만 2,000가구", "412,000", _number(412000), ("계통 급전 가구", "Households supplied through the grid"), 2023, label=("계통을 통한 급전 가구", "Households supplied through the grid"), quote="41만2000가구가 쓸 전력"),
    "all-countries": _known("24개국", "24", _number(24), ("조사 대상 나라", "Countries surveyed"), 2023, label=("조사 대상", "Surveyed"), quote="24개국을 견줘 보니", sources=(4,)),
    "late-countries": _known("5개국", "five", _number(5), ("계통 연계가 늦은 나라", "Countries with late grid links"), 2023, label=("계통 연계가 목표보다 늦은 나라", "behind their own date for the grid link"), quote="연계가 늦은 곳은 5개국", sources=(4,)),
    "crew-need": _known("1만 8,400명", "18,400", _number(18400, unit="person"), ("필요한 해상 인력", "Offshore crews needed"), 2023, label=("필요 인력", "Crews needed"), quote="모두 1만8400명이 있어야", sources=(2,)),
    "crew-gap": _known("3,150명", "3,150", _number(3150, unit="person"), ("부족한 해상 인력", "Offshore crews missing"), 2023, label=("채우지 못한 해상 인력", "offshore posts unfilled"), quote="3150명이 모자란다", sources=(2,)),
    "crew-rate": _known("17.1%", "17.1%", _number("17.1", "percent"), ("해상 인력 부족률", "Share of offshore posts unfilled"), 2023, formula="3,150 ÷ 18,400", sources=(2,)),
    "crew-one": _known("6명 중 1명", "one in six", Quantity("ratio", Ratio(Decimal(1), Decimal(6)), "person"), ("세 해 안에 떠난 기술자", "Technicians who left within three years"), 2023, quote="기술자 6명 가운데 1명", sources=(2,)),
    "wage": _known("6,240만 원", "₩62.4 million", _number(62400000, "money", "KRW"), ("해상 기술자 중간 연봉", "Median pay of an offshore technician"), 2023, quote="중간 연봉은 6240만원", sources=(2,)),
    "wage-before": _known("5,180만 원", "₩51.8 million", _number(51800000, "money", "KRW"), ("해상 기술자 중간 연봉", "Median pay of an offshore technician"), 2020, quote="3년 전 5180만원에서", sources=(2,)),
    "wage-rise": _known("20.5%", "20.5%", _number("20.5", "percent"), ("중간 연봉 상승률", "Rise of median pay"), 2023, formula="(62,400,000 − 51,800,000) ÷ 51,800,000", sources=(2,)),
    "cost-ship": _known("3,300억 원", "₩330 billion", _number(330000000000, "money", "KRW"), ("설치선 투자", "Investment in installation vessels"), 2024, label=("설치선", "Installation vessels"), quote="설치선에 3300억원", sources=(3,)),
    "cost-cable": _known("약 1조 2,700억 원", "about ₩1.27 trillion", Quantity("money", Decimal(1270000000000), "KRW", "about"), ("해저 케이블 투자", "Investment in submarine cables"), 2024, label=("해저 케이블", "Submarine cables"), quote="케이블에 약 1조2700억원", sources=(3,)),
    "cost-port": _known("6,450억 원", "₩645 billion", _number(645000000000, "money", "KRW"), ("배후 항만 투자", "Investment in ports"), 2024, label=("배후 항만", "Ports"), quote="항만 6450억원", sources=(3,)),
    "cost-study": _known("210억 원", "₩21 billion", _number(21000000000, "money", "KRW"), ("환경 조사 비용", "Environmental studies"), 2024, label=("환경 조사와 주민 협의", "Environmental studies and consultation"), quote="조사비 210억원은", sources=(3,)),
    "cost-all": _known("2조 2,660억 원", "₩2.27 trillion", _number(2266000000000, "money", "KRW"), ("네 항목의 합", "Sum of the four items"), 2024, formula="330,000,000,000 + 1,270,000,000,000 + 645,000,000,000 + 21,000,000,000", sources=(3,)),
    "port-dongnam": _known("14만 2,000㎡", "142,000 m²", _number(142000, "measure", "m²"), ("동남항 배후 부지", "Yard at Dongnam port"), 2024, label=("동남항", "Dongnam port"), quote="동남항 14만2000㎡", sources=(3,)),
    "port-haneul": _known("8만 6,500㎡", "86,500 m²", _number(86500, "measure", "m²"), ("하늘항 배후 부지", "Yard at Haneul port"), 2025, label=("하늘항", "Haneul port"), quote="하늘항은 8만6500㎡", sources=(3,)),
    "port-seoho": _known("5만 1,000㎡", "51,000 m²", _number(51000, "measure", "m²"), ("서호항 배후 부지", "Yard at Seoho port"), 2026, label=("서호항", "Seoho port"), quote="서호항 5만1000㎡", sources=(3,)),
    "fund": _known("4억 5,000만 달러", "$450 million", _number(450000000, "money", "USD"), ("공동 기금", "Joint fund"), 2024, quote="4억5000만달러 규모 기금", sources=(4,)),
    "hubs": _known("3곳", "three", _number(3, unit="place"), ("훈련 거점", "Training hubs"), 2024, quote="훈련 거점 3곳", sources=(4,)),
    "hub-share": _known("1억 5,000만 달러", "$150 million", _number(150000000, "money", "USD"), ("거점당 기금", "Fund a hub"), 2024, formula="450,000,000 ÷ 3", sources=(4,)),
    "local": _known("거의 70%", "nearly 70%", Quantity("percent", Decimal(70), None, "nearly"), ("찬성한 어촌 주민", "Fishing villagers in favour"), 2023, quote="주민 거의 70%가 찬성", sources=(4,)),
    "local-share": _known("30% 이상", "at least 30%", Quantity("percent", Decimal(30), None, "at_least"), ("주민 지분 하한", "Least share held by residents"), 2024, quote="지분 30% 이상을", sources=(4,)),
    "blade": _known("107m", "107 m", _number(107, "measure", "m"), ("날개 길이", "Length of a blade"), 2024, quote="날개 길이가 107m에", sources=(1,)),
}  # fmt: skip

KOREAN = Prose(
    language="ko",
    series="바다 에너지 정책 브리프",
    number="제7호",
    date="2024년 5월",
    title="바람은 충분하다: 모자란 것은 배와 사람이다",
    standfirst="해상풍력 설비는 한 해 만에 {growth}로 늘었지만, 이를 세우고 고칠 사람은 {crew-gap}이 모자라고 계통은 목표보다 늦다.",
    cards={
        "cap-2023": "해상풍력 누적 설비용량, {cap-2023@}",
        "crew-gap": "채우지 못한 해상 인력, {crew-gap@}",
        "cost-cable": "해저 케이블 투자 계획, {cost-cable@}",
        "late-countries": "계통 연계가 늦은 나라, {late-countries@}",
    },
    sections={
        "summary": (
            "핵심 요약",
            "- 해상풍력 설비는 {cap-2023@} {cap-2023}로 늘어 앞선 해의 {growth}에 이름. 남은 목표 {target}를 채우려면 해마다 같은 속도가 필요함. [[1,2]]",
            "- 병목은 바람이 아니라 사람임. 필요한 {crew-need} 가운데 {crew-gap}, 곧 {crew-rate}가 비어 있음. [[2]]",
            "- 조사 대상 {all-countries} 중 {late-countries}만 계통 연계가 스스로 정한 날짜보다 늦었고, 노을해 연안이 그중 하나임. [[4]]",
            "- 투자 계획 {cost-all}의 절반 넘는 몫이 해저 케이블에 쏠려 있어 항만과 훈련은 뒤로 밀림. [[3]]",
        ),
        "growth": (
            "한 해 만에 {growth}, 빠르게 커진 바다",
            "노을해 연안의 해상풍력은 오랫동안 시범 단지 몇 곳에 머물렀다. {cap-2020@} 누적 설비는 {cap-2020}, 이듬해에는 {cap-2021}였고, {cap-2022@}에도 {cap-2022}를 넘지 못했다. [[1]] 상황이 바뀐 것은 고정 가격 계약이 시작된 뒤다. {cap-2023@} 설비는 {cap-2023}에 이르러 앞선 해의 {growth}가 되었다. [[1,2]]",
            "!capacity 설비는 세 해 동안 제자리였다가 한 해 만에 뛰었다",
            "속도는 앞으로가 문제다. 정부가 밝힌 목표는 {target@}까지 {target}다. [[2]] 같은 기간에 인허가를 새로 밟아야 하는 단지가 대부분인데, 한 단지가 거치는 절차는 {permits}이고 첫 신청에서 준공까지는 평균 {years}이 걸린다. [[3]] 지금 신청한 단지가 절차를 다 밟을 즈음이면 목표 연도가 눈앞에 있다는 뜻이다.",
            "규모도 달라졌다. 새 터빈의 날개는 한 장이 {blade}에 이르러, 연안의 다리 아래를 지나지 못하는 설치선이 생겼다. [[1]] 단지 하나에 터빈 {tides-parts}를 세우면 섬 {island-homes}를 넘어 뭍의 {grid-homes}까지 전기를 보낼 수 있다. [[1]] 그러나 그 전기는 계통이 이어졌을 때만 뭍에 닿는다.",
            "!turbines 단지 하나가 섬과 뭍의 살림을 함께 떠받친다",
        ),
        "grid": (
            "계통, 가장 늦은 고리",
            "<<국제해상풍력협의회(IOWC)>>가 {all-countries}을 견주었더니, 계통 연계가 스스로 정한 날짜보다 늦은 곳은 {late-countries}이었다. [[4]] 협의회는 이 나라들의 공통점으로 발전 단지와 송전 사업을 따로 심사하는 제도를 들었다. 발전소가 다 지어진 뒤에야 케이블 심사가 시작되는 구조다.",
            "!countries 견준 나라 다섯 곳 가운데 하나꼴로 계통이 늦었다",
            "노을해 연안의 투자 계획은 이 병목을 돈으로 풀려 한다. 계획된 {cost-all} 가운데 해저 케이블이 {cost-cable}으로 가장 크고, 배후 항만 {cost-port}, 설치선 {cost-ship}이 뒤를 잇는다. [[3]] 환경 조사와 주민 협의에 쓰이는 돈은 {cost-study}이다. [[3]]",
            "!costs 돈은 케이블로 몰리고 협의는 가장 적게 받는다",
            "> 케이블은 돈으로 깔지만, 동의는 시간으로 얻는다.",
            "항만은 순서대로 열린다. 세 항만이 차례로 부지를 내놓는데, 첫 부지가 가장 넓고 마지막 부지가 가장 좁다. [[3]]",
            "!table 배후 부지는 해마다 한 곳씩 열리고, 갈수록 좁아진다",
        ),
        "crews": (
            "{crew-gap}의 빈자리",
            "설비가 늘면 사람이 있어야 한다. {crew-need@} 필요한 해상 인력은 {crew-need}이었으나 {crew-gap}을 채우지 못했다. [[2]] 이 브리프가 계산하면 빈자리는 {crew-rate}다. 부족은 설치보다 유지 보수에서 두드러졌고, 경력자일수록 구하기 어려웠다.",
            "!crews 필요한 자리 가운데 비어 있는 몫이 여섯째 칸마다 하나를 넘는다",
            "보수는 이미 올랐다. 해상 기술자의 중간 연봉은 {wage-before@} {wage-before}에서 {wage@} {wage}으로, {wage-rise} 높아졌다. [[2]] 그런데도 새로 온 기술자 {crew-one}은 세 해를 채우지 못하고 떠났다. [[2]] 조사에 응한 회사들은 임금보다 교대 주기와 숙소를 먼저 꼽았다.",
            "### 머무를 까닭을 만드는 일",
            "어촌과의 관계도 인력 문제와 맞닿아 있다. 주민이 지분을 {local-share} 가진 단지에서는 {local}가 사업에 찬성했고, [[4]] 그런 곳에서 뽑은 현지 기술자가 더 오래 남았다는 것이 회사들의 말이다. 다만 이 말을 뒷받침하는 수치는 공개되지 않았다.",
        ),
        "answer": (
            "공동 기금의 답",
            "연안의 지방정부들은 {fund@} {fund} 규모의 공동 기금을 만들어 훈련 거점 {hubs}에 나누기로 했다. [[4]] 고르게 나누면 거점 하나에 {hub-share}씩 돌아간다. [[4]] 거점은 설치선이 아니라 실제 터빈을 갖춘 육상 훈련장이 중심이 된다.",
            "기금이 다루지 않는 것도 있다. 인허가 절차 {permits}은 그대로이고, [[3]] 계통 심사를 앞당기는 법안은 아직 논의 단계다. 사람을 길러도 보낼 단지가 늦어지면 훈련받은 이들은 다시 떠난다.",
        ),
        "implications": (
            "시사점",
            "이 장은 앞선 수치에 대한 이 브리프의 읽기다.",
            "- 목표 {target}는 설비의 목표이기에 앞서 사람과 계통의 목표로 다시 적어야 한다. 빈자리 {crew-gap}을 두고 설비만 늘리면 고장 난 터빈이 늘 뿐이다. [[2]]",
            "- 발전과 송전의 심사를 한 창구로 모으는 편이 케이블에 {cost-cable}을 쓰는 것보다 먼저다. [[3]]",
            "- 주민 지분 {local-share}은 비용이 아니라 인력 정책이다. 머무를 까닭이 있는 곳에 기술자가 남는다. [[4]]",
        ),
        "notes": (
            "자료 점검",
            "- 출처 첫째는 설비가 여섯 배 늘었다고 적었으나, 같은 글의 두 수치로 계산하면 {growth}의 규모다. 이 브리프는 계산한 값을 쓴다. [[1]]",
            "- 인력 부족은 조사 회사의 응답을 합한 값이며, 응답하지 않은 회사는 들어 있지 않다. [[2]]",
        ),
    },
    table_head=("항만", "여는 해", "부지"),
    notes={
        "capacity": "자료: 연안일보, 노을해에너지청 재인용. [[1,2]]",
        "turbines": "자료: 연안일보. 가로축은 로그 눈금이다. [[1]]",
        "countries": "자료: 국제해상풍력협의회. [[4]]",
        "crews": "자료: 노을해에너지청 인력 조사. 빈자리 비율은 이 브리프의 계산이다. [[2]]",
        "costs": "자료: 연안경제. [[3]]",
    },
    units={
        "capacity": "누적, 메가와트",
        "turbines": "터빈 수와 가구 수",
        "countries": "나라",
        "crews": "명",
        "costs": "원",
    },
    sources=(
        (
            "연안일보, 「바다에 선 바람개비들」, 2024년 3월 4일.",
            "https://news.example/coast/2024/wind-at-sea-a-long-address-that-wraps",
        ),
        ("노을해에너지청, 『해상 인력 실태 조사』, 2024년 1월. 표본은 조사에 응한 회사에 한한다.", None),
        (
            "연안경제, 「케이블이 먼저냐 항만이 먼저냐」, 2024년 4월. 국제해상풍력협의회 보고서를 전한 기사.",
            "https://econ.example/cable-or-port",
        ),
        ("국제해상풍력협의회(IOWC), 『계통과 사람』, 2024년 2월. 사본의 출처가 확인되지 않았다.", None),
    ),
)

ENGLISH = Prose(
    language="en",
    series="Sea Energy Policy Brief",
    number="No. 7",
    date="May 2024",
    title="Wind enough: what is missing is ships and people",
    standfirst="Offshore wind reached {growth} the capacity of the year before, yet {crew-gap} posts at sea stand empty and the grid comes later than promised.",
    cards={
        "cap-2023": "Offshore wind capacity installed by {cap-2023@}",
        "crew-gap": "Offshore posts that could not be filled in {crew-gap@}",
        "cost-cable": "Planned for submarine cables in {cost-cable@}",
        "late-countries": "Countries whose grid link is late, {late-countries@}",
    },
    sections={
        "summary": (
            "Key points",
            "- Offshore wind grew to {cap-2023} in {cap-2023@}, {growth} the year before. To reach the target of {target}, every year would have to repeat it. [[1,2]]",
            "- The bottleneck is people, not wind. Of {crew-need} posts needed at sea, {crew-gap} are empty: {crew-rate}. [[2]]",
            "- Of {all-countries} countries compared, only {late-countries} missed their own date for the grid link; the Dusk Sea coast is among them. [[4]]",
            "- More than half of the planned {cost-all} goes into submarine cables, so that ports and training wait. [[3]]",
        ),
        "growth": (
            "{growth} in a single year: a sea that grew fast",
            "For years offshore wind on the Dusk Sea coast meant a few trial farms. Capacity stood at {cap-2020} in {cap-2020@} and {cap-2021} a year later; in {cap-2022@} it was no more than {cap-2022}. [[1]] What changed the picture was the first round of fixed-price contracts. By the end of {cap-2023@} the coast counted {cap-2023}, {growth} the level of the year before. [[1,2]]",
            "!capacity Capacity stood still for three years, then leapt in one",
            "The harder part is still to come. The government wants {target} by {target@}. [[2]] Most of the farms that are to deliver it have yet to ask for a permit. Each passes through {permits} procedures, and from the first application to the first power takes {years} on average. [[3]] A farm that applies today will be finished when the target year is all but there.",
            "The machines have changed as well. A blade of the new turbines measures {blade}, and some installation vessels no longer pass beneath the bridges of the coast. [[1]] With {tides-parts} turbines, one farm can supply not only {island-homes} island households but {grid-homes} on the mainland. [[1]] That power arrives only where the grid does.",
            "!turbines One farm can carry both the islands and the mainland",
        ),
        "grid": (
            "The grid, the slowest link",
            "The <<International Offshore Wind Council (IOWC)>> compared {all-countries} countries and found that {late-countries} had missed their own date for the grid link. [[4]] What these have in common, the council says, is that the wind farm and its cable are examined one after the other: the review of the cable begins when the turbines already stand.",
            "!countries About one country in every handful is late with its grid",
            "The coast's investment plan tries to buy its way out. Of {cost-all} planned, submarine cables take the largest part, {cost-cable}; ports follow with {cost-port} and installation vessels with {cost-ship}. [[3]] Environmental studies and consultation with residents receive {cost-study}. [[3]]",
            "!costs The money goes to cables; consultation gets the least",
            "> Cables are laid with money. Consent is won with time.",
            "The ports open in turn. Three of them offer their yards one after the other, the widest first and the narrowest last. [[3]]",
            "!table One yard opens each year, and each is smaller than the last",
        ),
        "crews": (
            "{crew-gap} empty posts",
            "More turbines need more hands. In {crew-need@} the farms needed {crew-need} people at sea and failed to fill {crew-gap} of the posts. [[2]] By this brief's calculation that is {crew-rate}. The shortage was worse in maintenance than in construction, and worst among the experienced.",
            "!crews More than every sixth of the posts needed at sea is empty",
            "Pay has already moved. The median for an offshore technician rose from {wage-before} in {wage-before@} to {wage} in {wage@}, by {wage-rise}. [[2]] Even so, {crew-one} of the newly hired left before the third year was out. [[2]] Asked why, companies named shift patterns and lodging before money.",
            "### Giving people a reason to stay",
            "Relations with the fishing villages are part of the same question. Where residents hold {local-share} of a farm, {local} of them were in favour of it, [[4]] and technicians hired there are said to stay longer. No figures have been published that would support the claim.",
        ),
        "answer": (
            "The answer of a joint fund",
            "In {fund@} the provinces of the coast agreed on a joint fund of {fund}, to be shared by {hubs} training hubs. [[4]] Divided evenly, each would receive {hub-share}. [[4]] The hubs are built around real turbines on dry land rather than around vessels.",
            "Some things the fund leaves alone. The {permits} procedures remain, [[3]] and the bill that would bring forward the review of the grid is still under discussion. If the farms come late, those who were trained for them will leave again.",
        ),
        "implications": (
            "Implications",
            "This part is the brief's own reading of the figures above.",
            "- The target of {target} ought to be rewritten as a target for people and grids first. To add turbines while {crew-gap} posts stand empty is to add turbines that stand still. [[2]]",
            "- Bringing the review of farms and cables under one roof comes before spending {cost-cable} on the cables themselves. [[3]]",
            "- A residents' share of {local-share} is not a cost but a policy for skills. Technicians stay where there is a reason to. [[4]]",
        ),
        "notes": (
            "Data notes",
            "- The first source reports a sixfold rise; from its own two figures the level is {growth} that of the year before. This brief prints the calculated value. [[1]]",
            "- The shortage is the sum of what companies answered. Companies that did not answer are not in it. [[2]]",
        ),
    },
    table_head=("Port", "Opens", "Yard"),
    notes={
        "capacity": "Source: Coast Daily, quoting the Dusk Sea Energy Agency. [[1,2]]",
        "turbines": "Source: Coast Daily. The scale is logarithmic. [[1]]",
        "countries": "Source: International Offshore Wind Council. [[4]]",
        "crews": "Source: Dusk Sea Energy Agency, workforce survey. The share is calculated here. [[2]]",
        "costs": "Source: Coast Economy. [[3]]",
    },
    units={"capacity": "cumulative, megawatts", "turbines": "turbines and households", "countries": "countries", "crews": "people", "costs": "won"},
    sources=(
        ("Coast Daily, “Windmills standing in the sea”, 4 March 2024 (in Korean).", "https://news.example/coast/2024/wind-at-sea-a-long-address-that-wraps"),
        ("Dusk Sea Energy Agency, Survey of the Offshore Workforce, January 2024. The sample is limited to companies that answered.", None),
        ("Coast Economy, “Cables first or ports first?”, April 2024 (in Korean), relaying the report of the council.", "https://econ.example/cable-or-port"),
        ("International Offshore Wind Council (IOWC), Grids and People, February 2024. A copy of unknown standing.", None),
    ),
)  # fmt: skip
