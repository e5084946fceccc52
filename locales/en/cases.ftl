### Cases: the library, one case, comparing, and the names they need.

## The library

cases-title = Cases from cities
cases-lede = What cities tried: cases of the Guangzhou International Award for Urban Innovation, from the report on its third Workshop for Thought Leaders (2019), and cases of this city. Every stage is a fact with a year and a source.
cases-search = Words, in any language
cases-topic = Topic
cases-region = Region
cases-country = Country or region
cases-year = Year
cases-stage = Furthest stage
cases-city = City
cases-no-year = Year not stated
cases-none = No case fits these filters.
cases-none-now = Take one filter away, or try another word.
cases-none-topics = The search finds words as they are written. Or look through a topic:
cases-statistics = Statistics of the Guangzhou Award
cases-this-city = From this city
cases-pick = Compare
cases-compare = Compare the chosen cases
cases-compare-hint = Choose two or three.

## One case

cases-matter = The matter it was made from
cases-history = What happened to it
cases-history-what = What
cases-history-about = About
cases-history-source = Source
cases-history-recorded = In this record since
cases-about-project = this project
cases-about-city = the city, not this project
cases-report = Report on the Guangzhou Award (2019)
cases-topic-basis = Basis of the topic
cases-kind = Kind
cases-kind-case = Case
cases-kind-plan = City plan, named for comparison
cases-kind-matter = Case of this city
cases-aliases = Also called
cases-note = Remark of those who entered it
cases-sources = Sources
cases-sources-note = Links lead to other sites. Nothing is loaded from them before you follow them.
cases-citation = Cite this case
cases-citation-data = For a reference manager
cases-similar = Cases on the same topic
cases-versions = Earlier versions
cases-version = Version
cases-city-unnamed = city not named

## Comparing

cases-compare-title = Cases side by side
cases-compare-few = Choose at least two cases to compare.
cases-compare-back = Choose cases
cases-compare-many = Only the first three are shown.
cases-summary = What it does
cases-facts-known = Facts about its stage

## Errors

cases-already-made = This matter has been written up as a case already. Open the case and change it there.

## Stages

cases-stage-reference = Named for comparison
cases-stage-participating = Took part
cases-stage-shared = Shared by this city
cases-stage-recommended = Recommended by experts
cases-stage-shortlisted = Shortlisted
cases-stage-winner = Winner
cases-stage-special-mention = Special mention
cases-stage-popular-city = Popular city of the online vote

## How sure the topic is

cases-basis-stated = stated by the source
cases-basis-inferred = concluded from the source
cases-basis-inferred-low = concluded from very little
cases-basis-chosen = chosen by the office

## Parts of a write-up

cases-section-context = Context
cases-section-actors = Who took part
cases-section-resources = Money and people
cases-section-innovation = What is new
cases-section-obstacles = What stood in the way
cases-section-outcomes = What came of it
cases-section-lessons = Lessons
cases-section-replicability = What another city needs to copy it
cases-section-sustainability = What keeps it going
cases-section-risk = Risks

## Regions, as the report counts them

cases-region-asia = Asia
cases-region-africa = Africa
cases-region-europe = Europe
cases-region-north-america = North America
cases-region-south-america = South America
cases-region-oceania = Oceania

## Countries and regions of cases, by code

cases-country-ar = Argentina
cases-country-bd = Bangladesh
cases-country-be = Belgium
cases-country-bo = Bolivia
cases-country-br = Brazil
cases-country-ca = Canada
cases-country-cn = China
cases-country-dk = Denmark
cases-country-eg = Egypt
cases-country-fi = Finland
cases-country-gb = United Kingdom
cases-country-id = Indonesia
cases-country-il = Israel
cases-country-ir = Iran
cases-country-it = Italy
cases-country-ke = Kenya
cases-country-kr = Republic of Korea
cases-country-mx = Mexico
cases-country-my = Malaysia
cases-country-ng = Nigeria
cases-country-pl = Poland
cases-country-pt = Portugal
cases-country-py = Paraguay
cases-country-ru = Russia
cases-country-sv = El Salvador
cases-country-tr = Turkey
cases-country-tw = Taiwan
cases-country-tz = Tanzania
cases-country-us = United States
cases-country-ve = Venezuela
cases-country-za = South Africa
cases-country-zm = Zambia

## With numbers

cases-count = { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
cases-option = { $name } ({ $count })
cases-page-of = Version { $version }, { $date }
