"""Korean counters as tables: what they count, which number rather than count, which follow native numerals.

표준국어대사전, entries marked 의존 명사 (단위), and those that newspapers use as counters.
"""

from __future__ import annotations

import re

# Canonical class -> counters. A counter of one syllable must not go on into another word (units.BOUND).
COUNTERS: dict[str | None, str] = {
    "person": "명 인 사람 분 식구 학자 부자",
    "item": (
        "개 가지 점 대 자루 알 송이 그루 켤레 벌 세트 마디 조각 종 종류 품목 항목 대목 잔 병 장 권 통 채 척 상자 봉지 부 편 곡 판 매 필 포기 병상 석 팩 글자 문제 문항"
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
        "계단 모금 발 방 쌍 켤레 끼 개비 획 자 개반 학급 개학급 개사단 개대대 량 편성 집 화 부작 막 종목 개종목 개부문 개분야 개노선 노선 개팀 샷 킬 장면 컷 회분 인분 문 정 구 갑 보루 캡슐 컵 묶음 가마 가마니 다발 뭉치 꾸러미 첩 뼘 아름 좌석 "
        "자릿수 개사업 도루 볼넷 삼진 이닝 언더파 오버파 축 갈래 범 인방 인조 인승 인분 자리 배수 섹션 관왕 족 날 차선 자녀 박스 방울 톨 개군데 목숨 피안타 탈삼진 피홈런 사사구 자책점 자책 세이브 홀드 병살타 실책 리바운드 어시스트 스틸 블로킹 서브에이스 타 타석 거래일 영업일 유효슈팅 슈팅 코너킥 책 계약"
    ),
}

REGIONS = re.compile(
    r"\s?(?:광역)?(?:시[·ㆍ‧]?도|시[·ㆍ‧]?군(?:[·ㆍ‧]?구)?|군[·ㆍ‧]구|구[·ㆍ‧]군|읍[·ㆍ‧]?면(?:[·ㆍ‧]?동)?)"
    r"(?=(?:[은는이가을를의에와과도]|에서|으?로)?(?![가-힣]))"
)
"""Kinds of regions that 개 counts together (17개 시·도, 11개 읍면)."""

ORDINALS = "번째 째번 째 위 등 학년 학기 인자 순위 위권 차전 주차 일차 년차 연차 호기 차례째 세대째 주년 주기"
AFTER_ORDINAL = "차 대 조 호 장 항 회 기 절 권 편 부 과 세대 단계 공화국"
"""Counters that make an ordinal after 제 (제4차, 제22대)."""

ALWAYS_ORDINAL = {"차", "기", "층", "호", "급", "학년", "학기", "위", "등", "단", "집", "번지", "동", "조"}
"""Counters that number rather than count, where no 제 stands before them (3차 발사, 16기)."""

_NATIVE = (
    "명 사람 분 학자 부자 식구 가족 개 가지 대 자루 그루 켤레 벌 잔 병 장 권 통 채 척 마리 곳 군데 나라 건 번 차례 바퀴 팀 걸음 발 쌍 끼 방울 골 경기 라운드 "
    "단계 배 갑절 곱절 살 달 해 시간 주 주일 번째 째번 째 종류 갈래 가구 세대 축 분야 과목 부문 석 편 곡 장면 표 쪽 단어 근 줄 칸 점 주간 알 송이 그릇 접시 모금 "
    "샷 페이지 상자 포기 달러 유로 위안 파운드 페소 루블 평 톤 리터 미터 킬로미터 센티미터 킬로그램 그램 에이커 마일 인치 피트 퍼센트 프로 동 호 기 집 계단 학급 뿌리 "
    "판 상자 봉지 자리 좌석 골 배럴 캐럿 차선 구좌 계좌 자녀 채널 박스 묶음 가마 가마니 다발 뭉치 꾸러미 모 첩 척 뼘 아름 필지"
)
NATIVE = frozenset(_NATIVE.split())
"""Units that a native numeral may stand before (한 명, 두 배)."""

_NEVER_ONE = "집 계좌 구좌 자녀 채널 차선 필지 좌석 호 동 기 학급 계단 모 첩 척 뿌리"
NEVER_ONE = frozenset(_NEVER_ONE.split())
"""Before these 한 is a certain one rather than a count, and some are other words (한 동, 한 기, 한 호)."""

_JOINED = "명 개 곳 달 배 살 시간 차례 가지 마리 사람 나라 번째 군데 건 종류 갑절 곱절 팀 골 주일 째"
JOINED = frozenset(_JOINED.split())
"""Units that a native numeral of one syllable may be written together with (한명, 두배)."""

_APART = "번 점 편 대 분 발 주 해 자루 판 장 석 표 쪽"
APART = frozenset(_APART.split())
"""Units that stand apart from a native numeral; together they begin other words (한대, 네발, 세판)."""

BOUND_FORMS = {"서": ("말", "근"), "석": ("달", "장", "잔"), "넉": ("달", "장", "잔"), "너": ("말",)}
"""Forms of the numerals three and four that go with these counters alone (표준국어대사전, 석 and 넉)."""

_SEVERAL = "년 개월 차례 시간 배 가지 주일 주간 개국 천"
SEVERAL = frozenset(_SEVERAL.split())
"""What 수 alone may count (수년, 수차례); elsewhere it begins another word (수사, 수원, 수도)."""
