### Processes: the ladder of participation and the catalogue of channels.

## Pages

processes-ladder-title = The ladder of participation
processes-ladder-lede = Whoever opens a process says which rung it promises. What was reached is counted afterwards.
processes-ladder-caption = Eight rungs, the highest first
processes-ladder-source = After S. Arnstein, A ladder of citizen participation, 1969, as retold in the report.
processes-rung = Rung
processes-name = Name
processes-level = Level
processes-meaning = What it means
processes-promise = What may be promised
processes-none = Nothing has been imported yet.
processes-none-now = The administrator imports the tables of the report.
processes-channels-title = Channels of participation
processes-channels-lede = Every way of taking part that the report names, and what offers it here.
processes-lasting-rule = How long a channel lasts is said only where its dates are known.
processes-path = Path
processes-lasting = Lasts
processes-open-today = Open here today by
processes-not-yet = not yet
processes-answer = What offers this here
processes-permanent = permanent
processes-temporary = temporary

## Classes, paths and groups of channels

processes-class-formal = Formal channels
processes-class-informal = Informal channels
processes-class-case = Forms that cases brought up
processes-path-official = official
processes-path-unofficial = unofficial
processes-path-opinion = public opinion
processes-path-action = direct action
processes-group-independent = independent
processes-group-multi = several parties together
processes-group-women = women and disabled people

## Levels of the ladder

processes-level-none = Nonparticipation
processes-level-token = Tokenism
processes-level-power = Citizen power

## What the rungs mean and what may be promised on them

processes-meaning-manipulation = Residents are powerless advisers or placed in representative groups.
processes-promise-manipulation = Not offered. A process without any duty to reply is flagged here.
processes-meaning-therapy = Tries to change how residents react instead of the causes.
processes-promise-therapy = Not offered.
processes-meaning-informing = Residents are told the facts.
processes-promise-informing = Inform: publish and notify.
processes-meaning-consultation = Surveys of opinion and public hearings.
processes-promise-consultation = Consult: reply to every point by a date.
processes-meaning-placation = Committees may discuss but not decide.
processes-promise-placation = Advise: recommendations get a reasoned answer.
processes-meaning-partnership = Power and responsibility are shared with the city.
processes-promise-partnership = Co-decide: city and residents must both agree.
processes-meaning-delegated = Citizens exercise approval on behalf of the government.
processes-promise-delegated = Delegate: a ballot binds within stated limits.
processes-meaning-control = Citizens manage, plan and approve directly.
processes-promise-control = Resident-run: residents own process, budget and acceptance.

## Names of the channels in the report's catalogue

processes-way-rep-meetings = Representative meetings
processes-way-petition-letters-visits = Petition letters and visits
processes-way-hearings = Public hearings
processes-way-councils = Councils
processes-way-opinion-reporting = System of reporting social conditions and public opinion
processes-way-expert-consulting = Expert consulting system
processes-way-public-informed = System of keeping the public informed
processes-way-major-issue-hearings = Public hearings on major issues
processes-way-planning-appeal = Appeal against a planning decision
processes-way-opinion-survey = Survey of opinion
processes-way-citizen-committee = Citizen committee
processes-way-social-organisations = Social organisations
processes-way-newspapers = Newspapers
processes-way-radio = Radio stations and radio feature programmes
processes-way-internet = Internet
processes-way-informal-media = Various informal public opinion media
processes-way-social-media = Weibo, WeChat and Facebook
processes-way-letters-visits = Traditional letters and visits
processes-way-mayors-mailbox = Mayor's mailbox
processes-way-mayors-hotline = Mayor's hotline
processes-way-issue-hearings = Hearings set up for a specific issue
processes-way-consultation-meetings = Consultation meetings
processes-way-dialogue-meetings = Resident dialogue meetings
processes-way-seminars = Seminars
processes-way-workshops = Workshops
processes-way-phone-calls = Phone calls
processes-way-emails = E-mails
processes-way-network-voting = Network voting
processes-way-message-boards = Online message boards
processes-way-direct-action = Direct action
processes-way-hotline-12319 = Urban construction and management hotline 12319
processes-way-compulsory-supervisors = Compulsory supervisors employed for urban management
processes-way-satisfaction-survey = Satisfaction survey for urban management
processes-way-liaison-stations = Community liaison stations for urban management
processes-way-special-group-agenda = Exclusive expression agendas for special groups
processes-way-suggestion-channel = Special channels for advice and suggestions
processes-way-public-committee = Public committee
processes-way-festivals = Traditional festivals
processes-way-resident-club = Resident club with phone card and forum
processes-way-online-performance = Online performance assessment and issue exchange
processes-way-youth-pb = Youth participatory budgeting
processes-way-green-life = Green-life empowerment projects
processes-way-one-click-app = One-click online app
processes-way-citizen-led-coordination = Citizen-led metropolitan coordination
processes-way-community-autonomy = Community autonomy guided by government
processes-way-volunteer-ngo = Joint delivery by volunteers and NGOs
processes-way-gov-business-resident = Government leads, business operates, residents benefit
processes-way-joint-decision = Residents, organisations and businesses decide jointly
processes-way-vision-partnership = Long-term vision with universities, NGOs and enterprises
processes-way-women-led = Women-led projects and forums
processes-way-disability-model = Governance modelled with disabled people
processes-way-quota-design-team = Design team with a gender quota
processes-way-oral-history = Oral-history recording, competitions and curation
processes-way-civic-educators = Young civic educators in the street
processes-way-paired-encounters = Paired encounters of separate groups
processes-way-operations-alerts = Operations centre with alerts to residents
processes-way-planning-partnership = Plan drafted with private sector, NGOs, groups and residents

## With numbers

processes-channels-count = { $n ->
    [one] { $n } channel
   *[other] { $n } channels
}, of which { $open-n } { $open-n ->
    [one] is
   *[other] are
} open here today.
processes-channels-caption = { $class }: { $count }
processes-since = since { $began }
