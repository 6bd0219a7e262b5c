"""Korean sentences of our own -> the figures in them, as rows of a table."""

from __future__ import annotations

import pytest

from briefing.model import Mention
from briefing.reading import read

PUBLISHED = "2021-11-18"

# text | written | kind | value | unit | qualifier
FIGURES = """
어민 4382명이 모였다 | 4382명 | count | 4382 | person | exact
예산은 약 2조3000억원이다 | 약 2조3000억원 | money | 2300000000000 | KRW | about
수출은 18.5억달러였다 | 18.5억달러 | money | 1850000000 | USD | exact
항구에 7만2310명이 왔다 | 7만2310명 | count | 72310 | person | exact
4천317억원을 들였다 | 4천317억원 | money | 431700000000 | KRW | exact
비용은 6억 700만 원이다 | 6억 700만 원 | money | 607000000 | KRW | exact
삼천이백만 원을 냈다 | 삼천이백만 원 | money | 32000000 | KRW | exact
전력 수요가 거의 83%까지 찼다 | 거의 83% | percent | 83 | None | nearly
수도권 비중은 70%에 가깝다 | 70%에 가깝다 | percent | 70 | None | nearly
찬성은 절반에 거의 가까웠다 | 절반에 거의 가까웠다 | ratio | 1/2 | None | nearly
점유율이 70%에 거의 이른다 | 70%에 거의 이른다 | percent | 70 | None | nearly
점유율이 2.4%포인트 올랐다 | 2.4%포인트 | points | 2.4 | None | exact
풍력 단지 200배 이상 커졌다 | 200배 이상 | multiple | 200 | None | at_least
발전량이 두 배로 늘었다 | 두 배 | multiple | 2 | None | exact
최대 30억달러를 빌린다 | 최대 30억달러 | money | 3000000000 | USD | at_most
50억원이 넘는 손실 | 50억원이 넘는 | money | 5000000000 | KRW | more_than
병원 300여 곳이 문을 닫았다 | 300여 곳 | count | 300 | place | more_than
5천 명 미만인 마을 | 5천 명 미만 | count | 5000 | person | less_than
농가 세 곳에서 | 세 곳 | count | 3 | place | exact
바다에 면한 네 나라 | 네 나라 | count | 4 | country | exact
회원 27개국이 서명했다 | 27개국 | count | 27 | country | exact
운전자 9명 중 2명은 | 9명 중 2명 | ratio | 2/9 | None | exact
선박 60척 중 1척이 | 60척 중 1척 | ratio | 1/60 | None | exact
예산의 절반이다 | 절반 | ratio | 1/2 | None | exact
전체의 5분의 3이다 | 5분의 3 | ratio | 3/5 | None | exact
두 번째 다리가 놓였다 | 두 번째 | ordinal | 2 | None | exact
제3차 회의 | 제3차 | ordinal | 3 | None | exact
박모(52)씨가 나섰다 | 52 | age | 52 | year | exact
1시간 20분이 걸린다 | 1시간 20분 | duration | 80 | minute | exact
향후 6년간 짓는다 | 6년간 | duration | 6 | year | exact
시속 90km로 달렸다 | 시속 90km | measure | 90 | km/h | exact
사장 연봉 12억 시대 | 12억 | money | 1200000000 | KRW | exact
값은 삼과 사분의 일이다 | 삼과 사분의 일 | ratio | 13/4 | None | exact
물통 2와 3분의 1을 채웠다 | 2와 3분의 1 | ratio | 7/3 | None | exact
기온차는 -2 1/10 이다 | -2 1/10 | ratio | -21/10 | None | exact
가능성은 백오십분의 일이다 | 백오십분의 일 | ratio | 1/150 | None | exact
번호는 십칠입니다 | 십칠 | number | 17 | None | exact
회원이 삼백을 넘었다 | 삼백을 넘었다 | number | 300 | None | more_than
이십이 넘은 나이 | 이십이 넘은 | number | 20 | None | more_than
답은 마이너스 육이다 | 마이너스 육 | number | -6 | None | exact
수출은 일점오억 달러다 | 일점오억 달러 | money | 150000000 | USD | exact
.75 | .75 | number | 0.75 | None | exact
백두 명이 탔다 | 백두 명 | count | 102 | person | exact
백스물세 번째 생일 | 백스물세 번째 | ordinal | 123 | None | exact
천 6백만 원을 모았다 | 천 6백만 원 | money | 16000000 | KRW | exact
만 7천원짜리 표 | 만 7천원 | money | 17000 | KRW | exact
사불 십오센트 | 사불 십오센트 | money | 4.15 | USD | exact
70센트를 더 냈다 | 70센트 | money | 70 | cent | exact
400만 캐나다 달러를 썼다 | 400만 캐나다 달러 | money | 4000000 | CAD | exact
타율 2할8푼5리를 쳤다 | 2할8푼5리 | percent | 28.5 | None | exact
3할 타자가 됐다 | 3할 | percent | 30 | None | exact
재해율은 0.42‰이다 | 0.42‰ | percent | 0.042 | None | exact
혈압이 150/95mmHg 이상이면 | 150 | measure | 150 | mmHg | exact
혈압이 150/95mmHg 이상이면 | 95mmHg 이상 | measure | 95 | mmHg | at_least
10a당 수확량 | 10a | measure | 10 | a | exact
지수는 21.4p(0.8%) 내렸다 | 21.4p | count | 21.4 | point | exact
선물 6천여계약을 팔았다 | 6천여계약 | count | 6000 | None | more_than
300여농가가 피해를 봤다 | 300여 | number | 300 | None | more_than
달걀 한 판을 샀다 | 한 판 | count | 1 | item | exact
시집이 2만 부 팔렸다 | 2만 부 | count | 20000 | item | exact
마약 5만명분을 숨겼다 | 5만명 | count | 50000 | person | exact
7거래일 연속 올랐다 | 7거래일 | count | 7 | None | exact
미사일 최대 90기를 쐈다 | 최대 90기 | count | 90 | item | at_most
집터 21동이 나왔다 | 21동 | count | 21 | item | exact
창립 60주년을 맞았다 | 60주년 | ordinal | 60 | None | exact
4세대 아이돌 그룹 | 4세대 | ordinal | 4 | None | exact
3세대 가족이 산다 | 3세대 | count | 3 | household | exact
하루 서너 번 쓴다 | 하루 | duration | 1 | day | exact
점수는 40.5다. | 40.5 | number | 40.5 | None | exact
소득 700 초과 가구 | 700 초과 | number | 700 | None | more_than
오차는 ±2.5%p다 | ±2.5%p | points | 2.5 | None | exact
최소 연봉 11억을 준다 | 최소 연봉 11억 | money | 1100000000 | KRW | at_least
300억대 비자금 | 300억 | money | 30000000000 | KRW | exact
50억 자산가 | 50억 | money | 5000000000 | KRW | exact
일등석을 골랐다 | 일등 | ordinal | 1 | None | exact
일조 번째 방문자 | 일조 번째 | ordinal | 1000000000000 | None | exact
헌법 제84조를 읽었다 | 제84조 | ordinal | 84 | None | exact
19대 국회가 열렸다 | 19대 | ordinal | 19 | None | exact
15·16대 총선 | 15 | ordinal | 15 | None | exact
3·4호기를 멈췄다 | 3 | ordinal | 3 | None | exact
주민 반 이상이 떠났다 | 반 이상 | ratio | 1/2 | None | at_least
예산이 반으로 줄었다 | 반 | ratio | 1/2 | None | exact
두 곱절로 뛰었다 | 두 곱절 | multiple | 2 | None | exact
값이 갑절로 올랐다 | 갑절 | multiple | 2 | None | exact
17살때 떠났다 | 17살 | age | 17 | year | exact
70대 이상 어르신 | 70대 이상 | age | 70 | year | at_least
구급차 20대가 왔다 | 20대 | count | 20 | item | exact
원전 3기를 세웠다 | 3기 | count | 3 | item | exact
발전기 스물두 기 | 스물두 기 | count | 22 | item | exact
목표의 30%를 웃돈다고 했다 | 30%를 웃돈다고 | percent | 30 | None | more_than
풍속 9m만 넘으면 선다 | 9m만 넘으면 | measure | 9 | m | more_than
많게는 40명이 탄다 | 많게는 40명 | count | 40 | person | at_most
2700여㎎이 나왔다 | 2700여㎎ | measure | 2700 | mg | more_than
회원은 5만 12명이다 | 5만 12명 | count | 50012 | person | exact
상금 2억 5명에게 준다 | 2억 | money | 200000000 | KRW | exact
움막 백30여 동이 무너졌다 | 백30여 동 | count | 130 | item | more_than
주민 천2백여 명이 피했다 | 천2백여 명 | count | 1200 | person | more_than
등산객 만 3천여 명이 몰렸다 | 만 3천여 명 | count | 13000 | person | more_than
객석에 백 서른 명이 앉았다 | 백 서른 명 | count | 130 | person | exact
합은 영점칠이었다 | 영점칠 | number | 0.7 | None | exact
모두 서른여섯입니다 | 서른여섯 | number | 36 | None | exact
답은 육입니다 | 육 | number | 6 | None | exact
올해 4.1만호를 지었다 | 4.1만호 | count | 41000 | household | exact
공공주택 800호를 내놨다 | 800호 | count | 800 | household | exact
제2기 위원회 | 제2기 | ordinal | 2 | None | exact
축사 14동이 무너졌다 | 14동 | count | 14 | item | exact
묘 비석 70여 기가 쓰러졌다 | 70여 기 | count | 70 | item | more_than
바람개비 21기가 돈다 | 21기 | count | 21 | item | exact
21기가 졸업했다 | 21기 | ordinal | 21 | None | exact
저장 공간 64기가를 준다 | 64기가 | measure | 64 | GB | exact
장갑차 30대와 함께 | 30대 | count | 30 | item | exact
연 40대에서 그친다 | 40대 | count | 40 | item | exact
제설차 20대에서 50대로 늘렸다 | 50대 | count | 50 | item | exact
버스 요금은 열두 유로다 | 열두 유로 | money | 12 | EUR | exact
영업이익 △72억원, 매출은 | △72억원 | money | -7200000000 | KRW | exact
보증금 1억7천에 빌렸다 | 1억7천 | money | 170000000 | KRW | exact
밭 45㏊가 잠겼다 | 45㏊ | measure | 45 | ha | exact
전지는 710Wh/L이다 | 710Wh/L | measure | 710 | Wh/L | exact
농도는 41㎍/㎥까지 갔다 | 41㎍/㎥ | measure | 41 | µg/m³ | exact
혈압 131㎜Hg | 131㎜Hg | measure | 131 | mmHg | exact
기압 981hPa | 981hPa | measure | 981 | hPa | exact
바람은 14m/s였다 | 14m/s | measure | 14 | m/s | exact
아침 영하 7도였다 | 영하 7도 | measure | -7 | °C | exact
한낮 섭씨 31도 | 섭씨 31도 | measure | 31 | °C | exact
화씨 90도 | 화씨 90도 | measure | 90 | °F | exact
북위 38도 선 | 38도 | measure | 38 | ° | exact
각도를 60도로 튼다 | 60도 | measure | 60 | ° | exact
오븐을 180도로 예열한다 | 180도 | measure | 180 | °C | exact
금리가 15bp 내렸다 | 15bp | points | 0.15 | None | exact
3베이시스포인트 차이 | 3베이시스포인트 | points | 0.03 | None | exact
만 62세 이상 | 만 62세 이상 | age | 62 | year | at_least
여섯 채 중 다섯 채 | 여섯 채 중 다섯 채 | ratio | 5/6 | None | exact
서른한 명 가운데 열네 명 | 서른한 명 가운데 열네 명 | ratio | 14/31 | None | exact
수출이 +7.2% 움직였다 | +7.2% | percent | 7.2 | None | exact
생산(△1.9%)이 줄었다 | △1.9% | percent | -1.9 | None | exact
절차가 60% 훌쩍 넘어 끝났다 | 60% 훌쩍 넘어 | percent | 60 | None | more_than
목표를 5배를 크게 밑돌았다 | 5배를 크게 밑돌았다 | multiple | 5 | None | less_than
4만 명에 조금 못 미친다 | 4만 명에 조금 못 미친다 | count | 40000 | person | less_than
1%가 채 되지 않는다 | 1%가 채 되지 않는다 | percent | 1 | None | less_than
어림잡아 9천 명이다 | 어림잡아 9천 명 | count | 9000 | person | about
구 프로 올랐다 | 구 프로 | percent | 9 | None | exact
제십칠회 영화제 | 제십칠회 | ordinal | 17 | None | exact
제이차 회담 | 제이차 | ordinal | 2 | None | exact
한도 4천만원인 대출 | 4천만원 | money | 40000000 | KRW | exact
자유형을 1분52초37에 헤엄쳤다 | 1분52초37 | duration | 112.37 | second | exact
만 제곱미터 터 | 만 제곱미터 | measure | 10000 | m² | exact
8급 공무원 | 8급 | ordinal | 8 | None | exact
5번 홀에서 | 5번 | ordinal | 5 | None | exact
시신 2구를 옮겼다 | 2구 | count | 2 | None | exact
왕복 6차로가 막혔다 | 6차로 | count | 6 | None | exact
14개 시·군에서 | 14개 | count | 14 | region | exact
"""

RANGES = """
150~180명을 뽑는다 | 150~180명 | 150 | 180
3만∼4만대를 판다 | 3만∼4만대 | 30000 | 40000
7~9억원이 든다 | 7~9억원 | 700000000 | 900000000
수백만 원을 물었다 | 수백만 원 | 1000000 | 10000000
수십억 달러를 썼다 | 수십억 달러 | 1000000000 | 10000000000
서너 명이 남았다 | 서너 명 | 3 | 4
너덧 명이 남았다 | 너덧 명 | 4 | 5
5천~6천만원을 냈다 | 5천~6천만원 | 50000000 | 60000000
5000~1만 명이 왔다 | 5000~1만 명 | 5000 | 10000
3%~5%로 본다 | 3%~5% | 3 | 5
300명 내지 400명 | 300명 내지 400명 | 300 | 400
2만원에서 4만원 사이다 | 2만원에서 4만원 | 20000 | 40000
십수 명이 다쳤다 | 십수 명 | 11 | 19
대여섯 개를 골랐다 | 대여섯 개 | 5 | 6
20~30대가 몰렸다 | 20~30대 | 20 | 39
이십대 청년이 떠났다 | 이십대 | 20 | 29
20·30대 직장인 | 20·30대 | 20 | 39
40·50·60대 남성 | 40·50·60대 | 40 | 69
20·40대 여성 | 20 | 20 | 29
영하 4~9도의 추위 | 영하 4~9도 | -9 | -4
영하 9~4도의 추위 | 영하 9~4도 | -9 | -4
아침 -6∼3도 | -6∼3도 | -6 | 3
수백~수천 명이 왔다 | 수백~수천 명 | 100 | 10000
수천·수만 개의 부품 | 수천 | 1000 | 10000
십달러 - 이십달러 | 십달러 - 이십달러 | 10 | 20
수억대 연봉을 받는다 | 수억 | 100000000 | 1000000000
트럭을 몰던 50대를 붙잡았다 | 50대 | 50 | 59
열댓 명이 왔다 | 열댓 명 | 14 | 16
열두어 곳을 돌았다 | 열두어 곳 | 12 | 13
예닐곱은 남았다 | 예닐곱 | 6 | 7
오륙십 명이 줄을 섰다 | 오륙십 명 | 50 | 60
이삼 년 걸린다 | 이삼 년 | 2 | 3
$30-$45를 받는다 | $30-$45 | 30 | 45
€5~€7 | €5~€7 | 5 | 7
삼만 원에서 오만 원 | 삼만 원에서 오만 원 | 30000 | 50000
눈은 4에서 9cm가량 온다 | 4에서 9cm가량 | 4 | 9
비는 20에서 많게는 70mm의 양 | 20에서 많게는 70mm | 20 | 70
영하 6도에서 영상 2도 사이 | 영하 6도에서 영상 2도 | -6 | 2
아침 -8~-3도 | -8~-3도 | -8 | -3
"""

DATES = """
지난해 6월 착공했다 | 지난해 6월 | 2020-06
작년에는 비가 왔다 | 작년 | 2020
올해 상반기 실적 | 올해 상반기 | 2021-H1
지난 2월 문을 열었다 | 지난 2월 | 2021-02
지난 12월 닫았다 | 지난 12월 | 2020-12
15일(현지시간) 밝혔다 | 15일 | 2021-11-15
지난 2~3일 열렸다 | 지난 2~3일 | 2021-11-02/2021-11-03
오는 24일 연다 | 오는 24일 | 2021-11-24
2019년 3분기 | 2019년 3분기 | 2019-Q3
1980년대에 세웠다 | 1980년대 | 1980/1989
2018.04.07. 등록 | 2018.04.07. | 2018-04-07
2년 전 시작했다 | 2년 전 | 2019
지난달 12일 통과했다 | 지난달 12일 | 2021-10-12
2016∼2019년 사이 | 2016∼2019년 | 2016/2019
"""

NOT_FIGURES = [
    "한편 한국과 북한의 공원",
    "연구원과 사원이 공조해 수사했다",
    "이 정부는 만일에 대비한다",
    "KTX-2와 무궁화3의 차이",
    "문의는 02-345-6789",
    "누리집은 https://example.org/2021/11",
    "오전 10시 30분에 모인다",
    "하나의 시장, 하나의 목소리",
    "한 연구자는 그렇게 말했다",
    "수많은 수도권 주민이 서명했다",
    "십자가를 세우고 백일장을 열었다",
    "만일의 사태에 천사 같은 백조가 난다",
    "이천과 인천, 사천의 백두대간",
    "일조량이 늘고 이 조사는 끝났다",
    "이유로 든 오만과 편견",
    "한 편의점과 한 배에서 난 형제",
    "점수는 53대 46으로, 경쟁률은 12.5대 1이었다",
    "을지로 2가에서 3호선을 탔다",
    "2차전지와 4·19 혁명",
    "오십보백보, 이등분, 백방으로 알아봤다",
    "이만 줄인다",
    "3자 회담과 2국가론",
    "고객센터 1588-1234, 3:2로 졌다",
    "주자는 1,2루에서 멈췄다",
    "저염식을 한 쪽은 여섯 시에 모였다",
    "감마-7 보충제와 수조 안에서 자란 게",
    "상담은 국번 없이 132번으로",
    "보고서 31쪽에 실렸다",
    "119에 신고했고 112 상황실이 받았다",
    "조세호와 오륙도, 제사장과 제삼자",
    "이 프로그램은 장점이 많고 이점이 크다",
    "1사 만루에서 제3자가 나섰다",
    "재판관 7대 2 의견으로 갈렸다",
    "1. 개요\n2. 방법",
    "1) 개요와 2) 방법",
    "경쟁률은 2,300.5대 1, 3대 1이던 것이",
    "S&P 500, 빌보드 200, 코스피 200",
    "조선 세종 25년에 만든 글자",
    "가격 경쟁력이 있다",
    "112 순찰차를 탔다",
    "1부 리그와 2부 순서",
    "둘째, 값이 오른다",
    "한 판 승부를 겨뤘다",
]


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def written(text: str, words: str) -> Mention:
    return next(
        mention for mention in read(text, language="ko", published=PUBLISHED) if mention.written == words
    )


@pytest.mark.parametrize(("text", "words", "kind", "value", "unit", "qualifier"), rows(FIGURES))
def test_figure(text: str, words: str, kind: str, value: str, unit: str, qualifier: str) -> None:
    record = written(text, words).record()
    assert [record["kind"], record["value"], str(record["unit"]), record["qualifier"]] == [
        kind,
        value,
        unit,
        qualifier,
    ]


@pytest.mark.parametrize(("text", "words", "low", "high"), rows(RANGES))
def test_range(text: str, words: str, low: str, high: str) -> None:
    assert written(text, words).record()["value"] == {"low": low, "high": high}


@pytest.mark.parametrize(("text", "words", "edtf"), rows(DATES))
def test_date(text: str, words: str, edtf: str) -> None:
    assert written(text, words).quantity.value == edtf


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_ordinary_words_are_no_figures(text: str) -> None:
    assert read(text, language="ko") == ()


@pytest.mark.parametrize(
    "text",
    ["4%에서 6%로 올랐다", "3명에서 7명으로 늘렸다", "20도에서 12도로 떨어졌다", "5%에서 8%를 넘어섰다"],
)
def test_a_change_is_no_range(text: str) -> None:
    assert len(read(text, language="ko")) == 2


@pytest.mark.parametrize(
    ("words", "step"),
    [
        ("34%", "1"),
        ("33만5250명", "1"),
        ("27.5억원", "10000000"),
        ("3조7000억원", "100000000"),
        ("2.50%", "0.01"),
    ],
)
def test_step_is_the_smallest_unit_stated(words: str, step: str) -> None:
    assert str(read(words, language="ko")[0].quantity.step) == step


def test_conversion_in_brackets_equals_the_figure_before_it() -> None:
    first, second = read("18억달러(약 2조1000억원)를 들였다", language="ko")
    assert second.equals == first.span and second.quantity.qualifier == "about"


def test_a_change_knows_its_two_ends() -> None:
    mentions = read("요금은 2019년 40만원(300달러)에서 2021년 52만원(400달러)으로 30% 올랐다", language="ko")
    change = next(mention for mention in mentions if mention.quantity.kind == "percent")
    assert [each.written for each in mentions if each.span in change.of] == ["40만원", "52만원"]


def test_a_multiple_compares_with_the_figure_in_brackets() -> None:
    mentions = read(
        "환자는 6200명이었다. 4년 전(1550명)과 견줘 4배로 늘었다.", language="ko", published="2021"
    )
    multiple = mentions[-1]
    assert {each.written for each in mentions if each.span in multiple.of} == {"6200명", "1550명"}


def test_years_before_count_from_the_nearest_earlier_date() -> None:
    text = "2018년 기준 빈집은 800채였다. 5년 전과 견줘 늘었다."
    assert [m.quantity.value for m in read(text, language="ko", published="2021-11-18")][-1] == "2013"


def test_relative_date_without_publication_says_its_distance() -> None:
    quantity = read("지난해 문을 열었다", language="ko")[0].quantity
    assert (quantity.value, quantity.relative) == (None, "-P1Y")


def test_part_of_a_year() -> None:
    quantity = read("2020년 초 닫았다", language="ko")[0].quantity
    assert (quantity.value, quantity.part) == ("2020", "early")
