"""The nouns by which copy is read: people, bodies, papers, places, titles.

The lists are our own, made for news in English. They decide how a source is referred to: a person
described, an institution or its paper, somebody named.
"""

from __future__ import annotations

from groundrules.draft.listed import listed


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    if noun.endswith(("s", "x", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2] not in "aeou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"


_PERSON = """
    academic accountant accuser activist actor actress adjutant administrator adviser advisor
    advocate agent aide alderman ally ambassador analyst anchor apprentice architect archivist
    arbitrator artist assistant associate assemblyman assemblywoman athlete attendant attendee
    attorney auditor author banker bailiff barrister bartender bishop blogger bodyguard boss
    boyfriend broker brother builder bureaucrat businessman businesswoman buyer bystander
    campaigner candidate captain cardinal caregiver caseworker cashier chairman chairperson
    chairwoman chancellor chaplain chief chemist citizen civilian clergyman clerk client
    clinician coach collaborator colleague collector colonel columnist commander commissioner
    commissioner-general companion competitor complainant conductor confidant confidante
    congressman congresswoman congressperson constable constituent consul consultant contractor
    cook coordinator coroner correspondent councillor councilman councilmember councilor
    councilwoman counsel counsellor counselor counterpart courier cousin coworker co-worker
    creditor critic curator customer dancer daughter dealer dean defector defendant defender
    delegate democrat demonstrator deputy designer detainee detective developer dignitary
    diplomat director dispatcher dissident dockworker doctor donor driver economist editor
    educator elector employee employer engineer entrepreneur envoy epidemiologist escort
    executive expert eyewitness farmer father figure filmmaker financier firefighter fisherman
    forecaster foreman founder friend fundraiser fund-raiser gardener general geologist
    girlfriend governor graduate grandfather grandmother guard guest guide handler harbormaster
    helper historian homeowner host hostage husband immigrant individual informant inhabitant
    inmate inspector insider instructor insurer intermediary intern
    interpreter interviewee investigator investor janitor jeweler journalist judge juror jurist
    justice laborer landlord lawmaker lawyer leader learner lecturer legislator librarian
    lieutenant litigator lobbyist lord lover magistrate maid major man manager mariner marine
    marshal mathematician mayor mechanic mediator medic merchant midwife migrant miner minister
    mogul moderator monitor monk mother musician neighbor neighbour negotiator nephew newcomer
    niece nominee novelist nun nurse observer occupant officeholder officer official onlooker
    operative operator opponent organiser organizer outsider owner painter paralegal paramedic
    parent parishioner parliamentarian participant partner passenger passer-by pastor patient
    patrolman pathologist pediatrician pensioner performer person pharmacist philanthropist
    photographer physician physicist pilot planner plaintiff player plumber poet policeman
    policewoman policymaker politician pollster predecessor premier president priest principal
    prisoner producer professor programmer prosecutor protester protestor provider psychiatrist
    psychologist publicist publisher pundit rabbi ranger reader realtor receptionist recruit
    recruiter refugee registrar regulator relation relative reporter representative republican
    rescuer researcher resident restaurateur retiree reviewer rival rower sailor saleswoman
    salesman scholar schoolteacher scientist secretary selectman seller senator sergeant servant
    serviceman servicewoman shareholder sheriff shopkeeper sister skipper sociologist soldier
    solicitor son source speaker specialist spectator speechwriter spokesman spokesperson
    spokeswoman sponsor spouse spy stakeholder stockholder strategist student subcontractor
    subordinate successor superintendent superior supervisor supplier supporter surgeon surveyor
    survivor suspect sympathizer teacher teammate technician teenager teller tenant theologian
    therapist tipster tourist trader traditionalist trainee trainer translator treasurer trooper
    trustee tutor tycoon uncle undersecretary underwriter user veteran veterinarian
    vice-president victim villager visitor volunteer voter waiter waitress warden watcher wife
    whistleblower whistle-blower winner witness woman worker writer youth congressmember member
    staffer staff backer booster chair chairman-elect ceo cfo fan mourner motorist pedestrian
    guy kid girl boy aunt adherent loyalist hawk moderate conservative liberal progressive
    centrist radical rebel militant fighter commando gunman smuggler trafficker hacker coder
    techie influencer vendor caller bidder respondent signatory beneficiary heir contender
    challenger incumbent appointee functionary apparatchik emissary interlocutor go-between
    fixer consigliere confessor prince princess duke duchess pope monk cleric imam mullah nanny
    butler chef baker butcher tailor barber plumber electrician carpenter welder roofer trucker
    cabdriver bus-driver cyclist runner swimmer golfer boxer wrestler pitcher quarterback goalie
    coach umpire referee jockey skater novelist essayist playwright screenwriter director
    composer conductor pianist singer rapper comedian cartoonist illustrator sculptor curator
    publisher anchor anchorman anchorwoman broadcaster commentator pundit panelist host hostess
    emcee announcer legend icon titan magnate pioneer heiress debtor lender borrower renter
    homebuyer saver taxpayer ratepayer motorist commuter hiker camper hunter angler rancher
    grower picker packer stevedore longshoreman sailor deckhand skipper crewman airman guardsman
    infantryman sniper deserter draftee cadet recruit instructor headmaster provost chancellor
    bursar alumnus alumna freshman sophomore senior classmate roommate teammate dropout
    toddler infant newborn teen adolescent grandparent grandchild grandson granddaughter
    stepfather stepmother sibling twin widow widower orphan fiance fiancée bride groom ex-wife
    ex-husband godfather godmother buddy pal acquaintance follower disciple believer worshiper
    churchgoer caucus-goer atheist pilgrim missionary evangelical christian muslim jew hindu
    buddhist catholic protestant mormon american african asian european englishman frenchman
    irishman texan californian surrogate endorser bundler canvasser pollster handicapper forger
    thief burglar robber killer murderer rapist arsonist vandal looter kidnapper captor convict
    felon parolee fugitive sleuth coroner medic pathologist oncologist cardiologist virologist
    psychologist sociologist anthropologist geographer demographer statistician botanist
    biologist zoologist ecologist astronomer astronaut technologist futurist ethicist
    philosopher intellectual essayist librarian stylist model bartender barista busboy
    dishwasher cleaner housekeeper maid porter doorman usher bouncer locksmith custodian
    groundskeeper caretaker handyman foreman shop-steward steward stewardess attaché
    proponent detractor skeptic sceptic doubter dissenter naysayer holdout
    consul-general counselor-at-law ombudsman whip backbencher frontbencher peer baroness"""

PERSON_SINGULAR = frozenset(_PERSON.split())

PERSON_PLURAL = frozenset(
    [_plural(noun) for noun in _PERSON.split()]
    + [
        "people",
        "persons",
        "folks",
        "police",
        "crew",
        "family",
        "families",
        "personnel",
        "brass",
        "leadership",
        "team",
        "couple",
        "wives",
        "kinsfolk",
        "gentry",
        "children",
        "brothers-in-law",
        "attorneys-general",
        "insiders",
        "others",
        "authorities",
        "circles",
        "quarters",
        "locals",
        "elites",
        "loved-ones",
        "spokespeople",
        "congresspeople",
        "businesspeople",
        "salespeople",
        "chairpeople",
        "clergy",
        "media",
        "percent",
        "respondents",
        "women",
        "men",
    ]
)
"""Plurals, and words that stand for several people without being one."""

INSTITUTIONS = listed(
    """academy administration agency airline airport alliance ambassadorship army assembly
    association authority bank board body branch brigade broadcaster bureau business cabinet
    campaign carrier center centre chamber charity church city clinic club coalition college
    commission committee community company confederation conference congress consortium
    consulate corporation corps council county court defense delegation department diocese
    directorate district division embassy executive-branch exchange faculty federation firm
    force foundation fund garrison gallery government group guild headquarters home hospital
    house industry inspectorate institute institution judiciary jury kremlin laboratory lab
    league legislature library lobby magazine maker manufacturer ministry mission mosque
    movement municipality museum nation navy network newspaper nonprofit office operator
    orchestra organisation organization outlet palace panel paper parliament partnership party
    pentagon plant platform port prison producer program project prosecution province
    publication publisher railway refinery regime regulator retailer school secretariat senate
    service shipyard side state station subcommittee subsidiary supplier synod taskforce team
    territory tribunal troupe trust union unit university utility village vatican watchdog
    website wing zoo co corp inc ltd llc plc ag gmbh nato un eu fbi cia nsa epa opec who imf
    journal post times tribune herald gazette chronicle guardian courier dispatch examiner globe
    ledger mail mirror monitor news observer press record register sentinel star sun telegraph
    inquirer banner beacon bulletin advertiser advocate argus bugle clarion echo express
    authorities commissioners"""
)

PAPERS = listed(
    """account affidavit agenda agreement analysis announcement article assessment audit bill book
    brief briefing bulletin calendar charge-sheet communique communiqué complaint contract copy
    correspondence dashboard database deposition document documents diary draft e-mail email
    emails estimate evidence file files filing filings findings footage form indictment
    information invoice judgment lawsuit leak letter letters log logs memo memoir memorandum
    memos message messages minutes motion note notebook notes notice opinion order paper papers
    paperwork petition photograph photographs poll polling post posts presentation proposal
    publication ruling record recording recordings records release report reports research
    review schedule screenshot screenshots slide slides spreadsheet statement statements
    statistics study studies subpoena suit summary survey surveys tape tapes testimony text
    texts timeline transcript transcripts tweet tweets verdict version video videos voicemail
    warrant website data figures census forecast results excerpts law rules tally tracker
    projections remarks guidelines regulations code constitution criteria page pages preview
    reporting coverage story stories ad ads advert advertisement commercial spot interview
    interviews average averages cable cables headline headlines column columns profile editorial
    editorials op-ed blog biography caption banner sign placard book movie film documentary show
    series program song returns numbers statistic backgrounder dossier chart graphic map tally
    investigation ruling filing disclosure disclosures registry database manifesto platform
    press-release flier flyer leaflet pamphlet brochure poster website homepage podcast"""
)

PLACES = listed(
    """america argentina australia austria bahrain bangladesh belarus belgium berlin bolivia brazil
    britain brussels cairo canada chile china colombia congo croatia cuba damascus denmark
    ecuador egypt england estonia ethiopia europe finland france germany ghana greece hungary
    india indonesia iran iraq ireland israel italy japan jordan kenya kosovo kuwait kyiv latvia
    lebanon libya lithuania london malaysia mali mexico moldova morocco moscow myanmar
    netherlands nigeria norway oman ottawa pakistan paris peru philippines poland portugal qatar
    romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain
    sudan sweden switzerland syria taiwan tehran thailand tokyo tunisia turkey uganda ukraine
    u.k. u.s. uruguay venezuela vienna vietnam wales warsaw washington westminster yemen
    zimbabwe"""
)

TITLES = listed(
    """mr mrs ms miss mx dr prof sir dame lord lady sen rep gov lt col gen capt sgt cpl pvt maj adm
    cmdr det insp supt rev fr hon amb pres sec st msgr pfc messrs professor senator
    representative governor president vice mayor judge justice general colonel captain major
    sergeant lieutenant admiral officer detective chief sheriff secretary minister king queen
    prince princess pope cardinal bishop archbishop father sister brother rabbi imam pastor
    reverend ambassador chairman chairwoman chancellor premier attorney commissioner councilman
    councilwoman councilor congressman congresswoman director deputy undersecretary
    superintendent coach speaker delegate alderman supervisor president-elect marshal inspector
    constable corporal private commander nurse doctor"""
)
"""Honorifics, ranks and offices that stand before a name, without their full stops."""

NAME_SUFFIXES = listed("jr sr ii iii iv v phd md esq dds jd mp mep obe kc qc")

NAME_PARTICLES = listed(
    """al af ap abu bin ben ibn da das de del della den der di do dos du el la las le los mac san
    st ten ter van vander von y zu zum zur"""
)


def is_person(word: str) -> bool:
    """Tell whether a word in lower case is a noun for a person or for several."""
    if word in PERSON_SINGULAR or word in PERSON_PLURAL:
        return True
    if word.endswith("-year-old"):
        return True
    last = word.rpartition("-")[2]  # a co-founder, an ex-aide
    return last != word and (last in PERSON_SINGULAR or last in PERSON_PLURAL)
