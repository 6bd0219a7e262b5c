"""Words that figures belong to, in both languages, by class: sexes, trade, ages, places, sectors, ranks."""

from __future__ import annotations

import re

_WORDS = """
sex|남성|남자|남학생|남아;men|male|males|boys|man
sex|여성|여자|여학생|여아;women|female|females|girls|woman
trade|수출;exports?|exported|outbound shipments|shipments
trade|수입(?!원|차)(?![을이]\\s?올);imports?|imported
trade|무역수지|무역흑자|무역적자;trade (?:surplus|deficit|balance)
money|매출;sales|revenues?|turnover
money|영업이익|영업손실;operating (?:profit|income|loss)
money|당기순이익|순이익|순손실;net (?:profit|income|loss)
money|자산;assets
money|부채;liabilities|debts?
size|대기업;large (?:companies|firms|enterprises|businesses)|conglomerates
size|중견기업;mid-?sized (?:companies|firms|enterprises)|middle-market
size|중소기업;small(?: and medium(?:-sized)?|er)? (?:companies|firms|enterprises|businesses)|SMEs
region|수도권;capital (?:area|region)|greater Seoul|Seoul (?:metropolitan )?(?:area|region)
region|비수도권|지방(?=[은는이가의에]|\\s);outside the capital|non-capital|provinces|regions|rest of the country
city|서울;Seoul
city|부산;Busan
city|대구;Daegu
city|인천;Incheon
city|광주;Gwangju
city|대전;Daejeon
city|울산;Ulsan
city|세종;Sejong
city|경기;Gyeonggi
city|강원;Gangwon
city|제주;Jeju
city|전남|전라남도;South Jeolla|Jeonnam
city|전북|전라북도;North Jeolla|Jeonbuk
city|경남|경상남도;South Gyeongsang|Gyeongnam
city|경북|경상북도;North Gyeongsang|Gyeongbuk
city|충남|충청남도;South Chungcheong|Chungnam
city|충북|충청북도;North Chungcheong|Chungbuk
country|한국;(?:South )?Korea(?!n)
country|미국|대미(?=\\s);(?:the )?(?:United States|U\\.S\\.|US|America)(?!n|\\$)
country|중국|대중(?=\\s(?:수|무));China
country|일본|대일(?=\\s);Japan
country|독일;Germany
country|프랑스;France
country|영국;Britain|United Kingdom|UK|U\\.K\\.
country|인도(?!네시아);India
country|베트남;Vietnam
country|캐나다;Canada
country|호주;Australia
country|대만;Taiwan
country|유럽연합;European Union|EU
country|이탈리아;Italy
country|스페인;Spain
country|네덜란드;Netherlands
country|스웨덴;Sweden
country|덴마크;Denmark
country|핀란드;Finland
country|인도네시아;Indonesia
country|싱가포르;Singapore
country|태국;Thailand
country|노르웨이;Norway
country|러시아;Russia
country|우크라이나;Ukraine
country|브라질;Brazil
country|멕시코;Mexico
country|스위스;Switzerland
country|오스트리아;Austria
country|벨기에;Belgium
country|폴란드;Poland
country|튀르키예;T[uü]rkiye|Turkey
country|이스라엘;Israel
country|이란;Iran
country|사우디아라비아|사우디;Saudi Arabia
country|필리핀;(?:the )?Philippines
country|말레이시아;Malaysia
country|아일랜드;Ireland
country|그리스;Greece
country|포르투갈;Portugal
country|뉴질랜드;New Zealand
country|북한;North Korea
measure|물량;volume
measure|금액;value
time|오늘;today
time|내일;tomorrow
school|초등학교|초등학생;(?:elementary|primary)(?: schools?| pupils| students| school\\w*)?
school|중학교|중학생;middle schools?(?: students)?|middle-school\\w*
school|고등학교|고등학생|고교;high schools?(?: students)?|high-school\\w*
school|전문대;junior college|two-year college
school|석사;master[’']?s?
school|박사;doctora\\w+|PhDs?
power|태양광;solar
power|풍력;wind
power|원자력|원전;nuclear
power|석탄;coal
power|가스|LNG;gas|LNG
power|수력;hydro\\w*
sector|제조업;manufactur\\w+
sector|서비스업;services?(?: sector| industry| industries)?
sector|건설업;construction
sector|농업|농림어업;agricultur\\w+|farming
sector|반도체;(?:semi)?conductors?|chips?|semiconductors?
sector|자동차;cars?|auto\\w*|vehicles?
sector|석유제품;petroleum products|refined oil
sector|석유화학;petrochemicals?
sector|선박|조선;ships?|shipbuilding|vessels?
sector|철강;steel
sector|금융|은행;financ\\w+|banks?
transport|버스;bus(?:es)?
transport|지하철|도시철도;subway|metro
transport|철도|열차|기차;rail\\w*|trains?
transport|택시;taxis?
transport|항공|비행기;air|flights?|aviation
transport|승용차;passenger cars?|private cars?
people|정규직(?<!비정규직);(?<!non-)(?<!ir)regular|permanent
people|비정규직;non-regular|irregular|temporary
people|찬성;in favou?r|support(?:ed)?|approv\\w+|for
people|반대;against|oppos\\w+
people|내국인;Koreans|nationals|locals|domestic
people|외국인;foreign\\w*
people|사망자?|숨지|숨졌;deaths?|dead|died|killed
people|부상자?|다쳤|다치;injur\\w+|wounded
people|취업자|취업;employ(?:ed|ment)
people|실업자|실업률;unemploy\\w+|jobless
people|출생아|출생;births?|born
place|도시;urban|cities
place|농촌;rural
level|상위;top|richest|highest
level|하위;bottom|poorest|lowest
housing|매매;sales?|purchase
housing|전세;jeonse|lump-sum
housing|월세;monthly rent|rents?
housing|아파트;apartments?
housing|단독주택;detached|single-family
when|올해;this year
when|지난해|작년|전년;last year|previous year|(?:a )?year (?:earlier|ago|before)
when|내년;next year
half|상반기;first half
half|하반기;second half
part|오전;morning|a\\.m\\.
part|오후;afternoon|p\\.m\\.
public|공공;public
public|민간;private
drug|투약군|치료군|시험군;treat\\w+|treatment group
drug|위약군|대조군;placebo|control(?:s| group)?
temp|최고;highs?|highest|maximum
temp|최저;lows?|lowest|minimum
price|휘발유;gasoline|petrol
price|경유;diesel
energy|전기;electricity|power
home|국내;domestic|at home|in Korea
home|해외;overseas|abroad|foreign
fish|어선;fishing (?:boats?|vessels?)
line|상행;up(?:bound)?|northbound
line|하행;down(?:bound)?|southbound
length|길이;long|length
length|폭|너비;wide|width
length|높이;high|tall|height
length|깊이;deep|depth
body|키;tall|height
body|몸무게|체중;weigh\\w*
job|의사;doctors?|physicians?
job|간호사;nurses?
job|교사;teachers?
job|학생;students?|pupils?
adult|성인;adults?
market|상승\\s?종목;gainers|advancers|advancing
market|하락\\s?종목;decliners|losers|declining
market|코스피;KOSPI
market|코스닥;KOSDAQ
economy|선진국;advanced economies|developed (?:countries|economies)|rich countries
economy|개도국|개발도상국|신흥국;developing (?:countries|economies)|emerging (?:markets|economies)
gas|질소;nitrogen
gas|산소;oxygen
gas|이산화탄소;carbon dioxide|CO2
gas|수소;hydrogen
element|공기;air
element|물속|수중|물;water
public|국비|정부;central government|national (?:budget|government)|state
public|지방비|지자체|지방자치단체;local (?:governments?|authorities)|provincial
degree|학사|학부;bachelor[’']?s?|undergraduates?
housing|수도권\\s?아파트;apartments in the capital
spending|지출;spending|expenditures?|outlays?
spending|수입(?=[은이의과와]|\\s);revenues?|receipts
people|환자군|사례군;cases
people|중재군;intervention group
people|사용자|고용주;employers?
people|근로자|노동자;workers|employees
time|상반기;first half
time|하반기;second half
time|당시;at the time
price|저점;lows?
price|고점;highs?
price|시가총액;market (?:cap\\w*|value)
people|청년|청년층;young(?: people| adults)?|youths?
people|노인|고령자|고령층;older|elderly|seniors?
science|기초연구;basic research
science|응용연구;applied research
science|개발연구;experimental development
crop|쌀;rice
crop|밀;wheat
crop|콩;soybeans?|beans
crop|옥수수;corn|maize
meat|돼지고기|돼지;pork|pigs?
meat|쇠고기|소고기|소(?=\\s);beef|cattle
meat|닭고기|닭;chicken
result|합격;pass(?:ed)?|accepted
result|불합격;fail(?:ed)?|rejected
adult|어린이|아동|청소년;child(?:ren)?|teenagers?|adolescents?|youths?
"""


def _compiled() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    rows = []
    for line in _WORDS.strip().splitlines():
        group, _, words = line.partition("|")
        korean, _, english = words.partition(";")
        rows.append((group, re.compile(korean), re.compile(rf"\b(?:{english})(?!\w)", re.I)))
    return tuple(rows)


NAMES = _compiled()
_LATIN = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z&]+(?![A-Za-z])")


def latin(text: str) -> dict[str, int]:
    """Names in Latin letters that stand once in a text, with their place: the same in both languages."""
    found: dict[str, int] = {}
    twice = set()
    for hit in _LATIN.finditer(text):
        if hit[0] in found:
            twice.add(hit[0])
        found[hit[0]] = hit.start()
    return {name: place for name, place in found.items() if name not in twice}
