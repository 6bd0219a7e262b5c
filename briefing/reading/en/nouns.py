"""Nouns that English news counts, as tables -> the class of thing that they name (None where it has none).

Classes as in the design's list of count units; the nouns are the commonest heads after a numeral in
news agency prose, official statistics and court, sport and health reporting.
"""

from __future__ import annotations

_PLURAL_ONLY = {
    "person": "people staff troops personnel casualties dead police crew folk under-18s under-fives",
    "point": "pts",
    "animal": "sheep cattle livestock poultry",
    "item": "aircraft warships spacecraft",
    "country": "countries-surveyed",
}
_IRREGULAR = {
    "person": "man,men woman,women child,children person,persons policeman,policemen policewoman,policewomen "
    "fisherman,fishermen fireman,firemen serviceman,servicemen businessman,businessmen businesswoman,businesswomen "
    "gunman,gunmen congressman,congressmen councilwoman,councilwomen spokesman,spokesmen",
    "item": "knife,knives leaf,leaves loaf,loaves shelf,shelves",
    "animal": "calf,calves wolf,wolves goose,geese mouse,mice fish,fish",
}
_REGULAR = {
    "person": "worker employee student pupil researcher engineer developer expert scientist teacher patient doctor "
    "nurse voter resident user customer client passenger member player adult graduate candidate specialist "
    "soldier official officer lawmaker immigrant migrant refugee victim visitor tourist farmer driver "
    "respondent participant author leaver newcomer academic pensioner trader analyst economist broker investor "
    "suspect defendant prisoner inmate detainee juror witness lawyer judge barrister solicitor prosecutor "
    "detective firefighter paramedic medic physician surgeon midwife,midwives dentist pharmacist carer "
    "caregiver volunteer activist protester protestor demonstrator striker picket rioter gang-member civilian "
    "hostage captive militant fighter rebel insurgent terrorist sailor marine pilot airman,airmen veteran "
    "reservist conscript recruit cadet commander general minister senator deputy,deputies councillor mayor "
    "governor delegate diplomat ambassador envoy MP MEP MSP peer citizen national taxpayer claimant "
    "beneficiary,beneficiaries recipient homeowner tenant landlord renter buyer seller shopper consumer "
    "subscriber viewer listener reader fan supporter spectator attendee guest delegate athlete footballer "
    "cricketer runner rider swimmer rower boxer golfer cyclist goalkeeper defender substitute debutant "
    "competitor contestant finalist medallist medalist champion actor actress artist musician singer dancer "
    "writer poet novelist journalist reporter editor photographer filmmaker director producer curator "
    "teenager baby,babies infant toddler newborn boy girl mother father parent grandparent grandchild,grandchildren "
    "son daughter brother sister sibling twin widow orphan couple relative neighbour neighbor friend "
    "colleague partner apprentice trainee intern lecturer professor scholar headteacher assistant "
    "adviser advisor consultant contractor freelancer manager executive boss,bosses owner founder shareholder "
    "miner labourer laborer builder electrician plumber welder seafarer fisher trucker courier cleaner "
    "cook waiter hunter hiker climber walker pedestrian motorist motorcyclist passer-by,passers-by "
    "survivor casualty sufferer donor carrier smoker drinker expatriate foreigner asylum-seeker evacuee "
    "returnee emigrant applicant jobseeker entrepreneur inventor technician programmer coder mathematician "
    "physicist chemist biologist astronaut cosmonaut inspector guard agent spy,spies priest bishop "
    "pilgrim worshipper believer follower inhabitant islander villager local dweller Briton American "
    "European Korean Palestinian Israeli Ukrainian Russian Syrian Afghan Rohingya",
    "death": "death fatality,fatalities birth marriage divorce injury,injuries",
    "item": "item unit model paper product car vehicle lorry,lorries truck van bus,buses coach train tram taxi "
    "motorcycle motorbike bicycle bike scooter ship vessel boat ferry,ferries tanker freighter yacht dinghy,dinghies "
    "plane jet airliner helicopter drone missile rocket shell bomb warhead grenade mine tank satellite "
    "submarine destroyer frigate cannon howitzer launcher rifle gun pistol firearm weapon bullet round "
    "chip wafer GPU server robot computer laptop phone smartphone handset tablet device camera screen television "
    "battery,batteries sensor transistor panel turbine transformer reactor engine generator boiler "
    "charger pump pylon cable "
    "book article patent post job vacancy,vacancies position opening home house flat apartment dwelling "
    "building tower block bed ticket copy,copies study,studies question answer email letter "
    "message call text tweet video film movie song album track episode painting artwork portrait sculpture "
    "photograph photo picture image document file record report survey "
    "application registration petition signature visa permit licence license passport grant loan mortgage "
    "contract deal order bid tender offer payment transaction share bond coin banknote note "
    "slot dose vaccine jab vaccination vial tablet pill prescription test scan operation appointment "
    "procedure transplant organ sample blood-test mask ventilator bottle can bag box,boxes packet parcel package "
    "crate container cargo,cargoes shipment consignment pallet load meal egg tree plant seed crop "
    "cigarette bullet-hole flag medal trophy,trophies prize award nomination title cup goal try,tries "
    "wicket penalty,penalties corner cap appearance match,matches game race fixture tie "
    "win victory,victories defeat loss,losses draw hat-trick assist save shot foul booking card "
    "flight journey trip crossing delivery,deliveries sale visit view click download stream edition volume "
    "character fault error defect flaw bug song hectare-plot work-of-art genome language sledgehammer bedroom room spare-room "
    "species gene cell crater galaxy,galaxies planet moon star asteroid",
    "case": "case incident accident crash,crashes collision crime offence offense murder homicide killing robbery,robberies "
    "burglary,burglaries theft assault attack stabbing shooting bombing explosion blast raid arrest charge count "
    "conviction sentence caution complaint lawsuit suit claim appeal trial hearing inquiry,inquiries inquest "
    "investigation strike airstrike sortie protest rally,rallies riot kidnapping rape allegation violation breach,breaches "
    "infection outbreak admission hospitalisation hospitalization discharge suicide overdose diagnosis,diagnoses "
    "fire wildfire blaze flood storm hurricane typhoon cyclone tornado,tornadoes earthquake quake aftershock "
    "tremor eruption landslide drought heatwave warning alert outage eviction bankruptcy,bankruptcies "
    "insolvency,insolvencies repossession redundancy,redundancies layoff walkout meeting summit session "
    "performance concert festival event show exhibition",
    "place": "place site location store office branch,branches shop supermarket restaurant pub bar cafe café hotel "
    "station plant factory,factories city,cities town village hamlet settlement address,addresses port airport "
    "stadium venue theatre theater cinema museum gallery,galleries library,libraries church,churches mosque temple "
    "synagogue prison jail camp shelter base refinery,refineries warehouse farm field mine quarry,quarries dam "
    "bridge tunnel road street route lane platform park garden beach,beaches lake river island mountain glacier "
    "reservoir well plot",
    "country": "country,countries nation member-state economy,economies",
    "region": "region state province county,counties district municipality,municipalities constituency,constituencies "
    "ward borough parish,parishes prefecture canton territory,territories republic neighbourhood",
    "institution": "institution institute university,universities school hospital college academy,academies nursery,nurseries "
    "kindergarten lab laboratory,laboratories bank agency,agencies council court ministry,ministries department "
    "authority,authorities trust clinic practice surgery,surgeries union charity,charities brokerage newspaper",
    "company": "company,companies firm startup start-up business,businesses employer enterprise supplier manufacturer "
    "producer retailer airline carrier developer operator subsidiary,subsidiaries insurer lender",
    "household": "household family,families",
    "animal": "animal dog cat cow horse bird pig chicken hen goat lamb elephant rhino lion tiger bear whale "
    "dolphin seal shark deer badger fox,foxes bat bee turtle penguin",
    "vote": "vote ballot",
    "point": "point",
    "page": "page",
    "word": "word",
    "team": "team club squad side crew",
    "group": "group party,parties committee faction",
    "seat": "seat",
    "law": "law bill amendment clause treaty,treaties sanction measure regulation",
}
_CLASSES = {"death": "person", "law": "item", "seat": "item"}
COMPOUND = frozenset("local record mine general text can round cap card can order show draw save shot "
    "offer claim charge count can view star field well track lane load note coin share side strike fire flood storm "
    "test paper study mine seal bear fox bat plot seat plant bar trust practice surgery park garden model "
    "measure cup title call file game match race tie win report post unit product".split())  # fmt: skip
"""Nouns that are verbs, adjectives or the first part of a compound in the singular: no noun after "one"."""


def _both(noun: str) -> tuple[str, str]:
    single, _, plural = noun.partition(",")
    return single, plural or f"{single}s"


def _table() -> dict[str, str]:
    classes = {noun: name for name, nouns in _PLURAL_ONLY.items() for noun in nouns.split()}
    for table in (_REGULAR, _IRREGULAR):
        for name, nouns in table.items():
            for noun in nouns.split():
                single, plural = _both(noun)
                known = _CLASSES.get(name, name)
                classes.setdefault(plural, known)
                classes.setdefault(single, known)
    return classes


NOUNS = _table()
"""Noun, singular and plural -> class of thing counted."""
PLURALS = frozenset(
    [_both(noun)[1] for table in (_REGULAR, _IRREGULAR) for nouns in table.values() for noun in nouns.split()]
    + [noun for nouns in _PLURAL_ONLY.values() for noun in nouns.split()]
)
"""Forms that stand after any number but one."""
