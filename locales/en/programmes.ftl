### Programmes: the award, its workshops and questionnaires, and the statistics from them.

## Pages

programmes-title = Statistics of the Guangzhou Award
programmes-lede = The numbers come from the report on the third Workshop for Thought Leaders (2019) of the Guangzhou International Award for Urban Innovation, and from the cases in this library. Each is computed from the records every time. What is not known is shown as unknown.
programmes-none = Nothing has been imported yet.
programmes-figure = { $figure } of the report
programmes-cases-behind = The cases behind the numbers, with every source
programmes-remarks = What other sources say
programmes-remarks-hint = The table holds only what the report and the cases of this library say. Other sources know more or count differently; their words stand here and enter no number above.
programmes-themes = Themes of the workshops
programmes-contradictions-title = Where the report contradicts itself
programmes-contradictions-lede = Each is kept here with both places. In the statistics only one number can appear, computed from the records.
programmes-about = About
programmes-one-place = In one place
programmes-other-place = In another
programmes-consequence = What this record does

## Numbers and their base

programmes-unit-cases = cases
programmes-unit-winners = winning cases
programmes-unit-answers = answers
programmes-unit-workshops = workshops
programmes-source-report = Source: the report, { $place }
programmes-source-cases = Source: the facts about each case in the library
programmes-total = Total (computed)
programmes-share = Share
programmes-named-count = { $name } ({ $count })

## Change over time

programmes-trend-up = { $about }: { $now } in { $to }, { $by } more than in { $from } (+{ $percent })
programmes-trend-down = { $about }: { $now } in { $to }, { $by } fewer than in { $from } (−{ $percent })
programmes-trend-same = { $about }: { $now } in { $to }, the same as in { $from }
programmes-change = Change { $from } to { $to }
programmes-change-percent = Change in percent

## Regions

programmes-regions-title = Cases by region and session
programmes-region = Region
programmes-cases-in = Cases { $year }
programmes-share-in = Share { $year }
programmes-regions-summary = Compared with { $base }: more cases from { $up }; fewer from { $down }; the same from { $same }.
programmes-nowhere = none
programmes-regions-missing = The regions of { $years } are unknown.
programmes-regions-note = Counted are cases, not cities: { $cities }. The rows lead to the cases of the region that the library holds; they are fewer.
programmes-cities-in = { $cities } cities in { $year }

## Sessions

programmes-sessions-title = Sessions of the award
programmes-session = Session
programmes-entries = Entries (cases)
programmes-cities = Cities
programmes-countries = Countries and regions
programmes-longlist = Recommended by experts
programmes-shortlist = Shortlisted
programmes-winners-head = Winners in this record
programmes-sessions-note = Entries, cities and countries are different units and are never added to each other. Winners are counted from the facts about cases. Unknown means that the report does not say it.
programmes-sessions-sum = Cases of all sessions, computed: { $sum }
programmes-per-city = In { $year } a city sent { $mean } cases on average.

## Topics

programmes-topics-title = Cases by topic
programmes-topic = Topic
programmes-topics-note = The report prints both sessions together only. The rows lead to the cases of the topic that the library holds.
programmes-topics-most = Most cases: { $list }.
programmes-topics-sum = The topics add up to { $sum } = { $parts }, computed from both tables.

## Winners

programmes-winners-title = Winners by topic
programmes-winners-in = Winners { $year }
programmes-in-chapter = Of these named in { $place } of the report
programmes-winners-note = A case counts when a source says that it won. Every source stands below.

## Workshops

programmes-workshops-title = Workshops for thought leaders
programmes-workshop = Workshop
programmes-participants = Participants
programmes-workshops-note = Where a source says only that there were more, the number is a lower limit.

## Questionnaires

programmes-answer = Answer
programmes-survey-note = Percentages as printed, rounded to whole percent.
programmes-survey-most = Most frequent answer: { $answer }, { $share }.
programmes-survey-none = The report prints no percentages for this question.
programmes-survey-no-base = The report does not print how many people answered.
programmes-question-satisfaction = Satisfaction with the third workshop
programmes-question-gov-role = Role of governments in promoting urban innovation
programmes-question-resident-importance = Importance of resident engagement in urban innovation
programmes-question-future-topics = Topics of greatest concern for the future
programmes-question-preferred-format = Preferred workshop formats
programmes-option-very-satisfied = Very satisfied
programmes-option-satisfied = Satisfied
programmes-option-so-so = Just so so
programmes-option-not-very-satisfied = Not very satisfied
programmes-option-dissatisfied = Dissatisfied
programmes-option-very-important = Very important
programmes-option-important = Important
programmes-option-somewhat-important = Somewhat important
programmes-option-not-very-important = Not very important
programmes-option-not-important = Not important
programmes-option-case-sharing = Case sharing
programmes-option-expert-dialogues = Expert dialogues
programmes-option-site-visits = Site visits

## With numbers

programmes-survey-base = The report does not print how many people answered. At least { $n } must have: the smallest number that can give all percentages of { $figures } (computed, not counted).
programmes-winners-sentence = { $n ->
    [one] { $n } case won
   *[other] { $n } cases won
} according to at least one source; { $place } of the report names { $named } of them.
programmes-workshops-sum = { $n ->
    [one] { $n } workshop
   *[other] { $n } workshops
} with { $all } participants together.
