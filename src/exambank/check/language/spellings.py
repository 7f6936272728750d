"""Words that have several spellings, by language: each of them is right, and two in one bank are one too many."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

# A line is one word; `_` stands for a space. Left out is what two spellings part in meaning or in the kind of word:
# licence and license, practice and practise, program and programme, meter and metre, log in and login.
ENGLISH = """
email e-mail
emails e-mails
online on-line
offline off-line
website web-site web_site
websites web-sites web_sites
homepage home-page home_page
ecommerce e-commerce
elearning e-learning
ebook e-book
ebooks e-books
database data-base data_base
databases data-bases data_bases
dataset data-set data_set
datasets data-sets data_sets
spreadsheet spread-sheet spread_sheet
spreadsheets spread-sheets spread_sheets
newsletter news-letter news_letter
newsletters news-letters news_letters
timeline time-line time_line
timelines time-lines time_lines
timeframe time-frame time_frame
timeframes time-frames time_frames
workflow work-flow
workflows work-flows
roadmap road-map road_map
whitepaper white-paper white_paper
whitepapers white-papers white_papers
checklist check-list
checklists check-lists
lifecycle life-cycle life_cycle
healthcare health-care health_care
childcare child-care child_care
cybersecurity cyber-security cyber_security
username user-name user_name
usernames user-names user_names
smartphone smart-phone smart_phone
cooperate co-operate
cooperation co-operation
coordinate co-ordinate
coordination co-ordination
coordinator co-ordinator
preexisting pre-existing
nonprofit non-profit
nonverbal non-verbal
nonlinear non-linear
multinational multi-national
onboarding on-boarding
upselling up-selling up_selling
startup start-up
startups start-ups
followup follow-up
followups follow-ups
wellbeing well-being
adviser advisor
advisers advisors
judgment judgement
judgments judgements
okay ok
grey gray
ageing aging
colour color
colours colors
coloured colored
behaviour behavior
behaviours behaviors
favour favor
favourite favorite
favourable favorable
honour honor
labour labor
neighbour neighbor
neighbours neighbors
neighbouring neighboring
rumour rumor
flavour flavor
harbour harbor
centre center
centres centers
centred centered
theatre theater
litre liter
litres liters
fibre fiber
fibres fibers
defence defense
offence offense
organise organize
organised organized
organises organizes
organising organizing
organisation organization
organisations organizations
organisational organizational
realise realize
realised realized
recognise recognize
recognised recognized
prioritise prioritize
prioritised prioritized
summarise summarize
summarised summarized
minimise minimize
maximise maximize
optimise optimize
optimised optimized
customise customize
customised customized
emphasise emphasize
standardise standardize
standardised standardized
analyse analyze
analysed analyzed
analysing analyzing
paralyse paralyze
travelling traveling
traveller traveler
cancelled canceled
modelling modeling
modelled modeled
labelled labeled
labelling labeling
signalling signaling
fulfil fulfill
fulfils fulfills
enrol enroll
enrolment enrollment
skilful skillful
mould mold
plough plow
tyre tire
tyres tires
jewellery jewelry
aluminium aluminum
oestrogen estrogen
haemoglobin hemoglobin
anaemia anemia
oedema edema
foetus fetus
paediatric pediatric
"""
GERMAN = """
e-mail email
e-mails emails
website web-site
websites web-sites
workflow work-flow
teamarbeit team-arbeit
grafik graphik
grafiken graphiken
fotograf photograph
fotografie photographie
potenzial potential
potenziale potentiale
potenziell potentiell
delfin delphin
aufwendig aufwändig
selbständig selbstständig
selbständigkeit selbstständigkeit
orthografie orthographie
geografie geographie
biografie biographie
telefon telephon
fantasie phantasie
joghurt jogurt
portemonnaie portmonee
exposé exposee
dass daß
muss muß
prozess prozeß
prozesse prozeße
mithilfe mit_hilfe
aufgrund auf_grund
sodass so_dass
zugrunde zu_grunde
zurzeit zur_zeit
infrage in_frage
anstelle an_stelle
"""
LISTS = {"en": ENGLISH, "de": GERMAN}


@cache
def spellings_of(language: str) -> Mapping[str, str]:
    """Each spelling, of one word or of two, with the first of its line, which stands for the word."""
    lines = [line.split() for line in LISTS.get(language, "").strip().splitlines()]
    return {form.replace("_", " "): line[0] for line in lines for form in line}


@cache
def joined_of(language: str) -> frozenset[str]:
    """The spellings of one word."""
    return frozenset(form for form in spellings_of(language) if " " not in form)


@cache
def parted_of(language: str) -> Mapping[str, tuple[str, ...]]:
    """The spellings of two words by the first of the two."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form in spellings_of(language):
        if " " in form:
            found[form.partition(" ")[0]].append(form)
    return {first: tuple(forms) for first, forms in found.items()}
