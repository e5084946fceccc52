### Words that every page uses. The other files hold the words of one area each.

## Site navigation. Short: the row must fit a phone.

nav-main = Main menu
nav-skip = Skip to content
nav-language = Language
nav-home = Home
nav-matters = Matters
nav-promises = Promises
nav-cases = Cases from cities
nav-log = Public log
nav-follow = Follow my code
nav-sign-in = Sign in
nav-sign-out = Sign out
nav-inbox = Inbox
nav-late = Late in my office
nav-desk = Desk entry

## Foot of every page.

base-footer = About this record
base-footer-log = Every change of state is in the public log, which anyone can check.
base-footer-words = How your words are used
base-footer-data = Your data
base-footer-accessibility = Accessibility
base-footer-who = Who answers for what
base-footer-open-data = Open data

## Topics of matters and cases.

topic-waste = Urban waste management
topic-energy = Energy saving and emission reduction
topic-resilient = Resilient city
topic-smart = Smart city
topic-engagement = Resident engagement
topic-inclusive = Inclusive community
topic-capacity = Government capacity building
topic-services = Urban public service improvement
topic-economy = Urban economic development
topic-renewal = Urban renewal and infrastructure construction
topic-youth = Youth development and civic education
topic-environment = Environmental protection

## Channels by which a voice comes in.

channel-web = Web
channel-desk = Service desk
channel-phone = Phone
channel-letter = Letter
channel-email = E-mail
channel-paper-card = Paper card
channel-meeting = Dialogue meeting
channel-station = Liaison station
channel-radio = Radio
channel-open311 = Other app (Open311)
channel-workshop = Workshop
channel-social = Social media

## States of a matter, in order; the last four are side exits.

state-voiced = Voiced
state-sorted = Sorted
state-open = Open
state-decided = Decided
state-doing = Being done
state-done = Done
state-evaluated = Evaluated
state-shared = Shared as a case
state-answered = Answered without action
state-merged = Merged with another matter
state-referred = Referred to someone else
state-withdrawn = Withdrawn

## The six counted steps that residents see.

step-heard = Heard
step-weighed = Weighed
step-decided = Decided
step-doing = Doing
step-done = Done
step-shared = Shared

## Levels of need, from the material to the spiritual.

level-safety = Safety
level-basic-service = Basic services
level-livelihood = Livelihood
level-belonging = Belonging
level-culture = Culture

## Fields of need: of everybody, of a group that shares it, of one household.

field-public = Public
field-shared = Shared
field-private = Private

## Rungs of Arnstein's ladder of participation, lowest first.

rung-manipulation = Manipulation
rung-therapy = Therapy
rung-informing = Informing
rung-consultation = Consultation
rung-placation = Placation
rung-partnership = Partnership
rung-delegated = Delegated power
rung-control = Citizen control

## Names of languages.

lang-en = English
lang-zh = Chinese
lang-es = Spanish
lang-ar = Arabic

## Words on forms and lists.

form-send = Send
form-save = Save
form-cancel = Cancel
form-optional = Optional
form-search = Search
form-all = All
form-yes = Yes
form-no = No
form-download-csv = Download CSV
form-next = Next
form-previous = Previous
form-back = Back

## Errors, each in three parts: what happened, why, what to do now.

error-not-found-what = This page does not exist.
error-not-found-why = The address may be mistyped, or the page may have moved.
error-not-found-now = Check the address, or choose from the menu.
error-forbidden-what = You may not see or do this.
error-forbidden-why = Your role does not have this right, or another office is in charge here.
error-forbidden-now = Look on the page of the matter which office is in charge and ask it, or ask an administrator about your role.
error-too-many-what = We stopped this request.
error-too-many-why = Too many requests came from your connection in a short time.
error-too-many-now = Wait a minute, then try again. You can also phone us or come to the desk.
error-server-what = Something went wrong on our side.
error-server-why = A fault in the system stopped the page. It was recorded.
error-server-now = Try again in a few minutes. If you were sending something, look for it with your code first.
error-away-what = We cannot reach our records at the moment.
error-away-why = The database does not answer. Nothing that was saved is lost, and this page works again by itself.
error-away-now = Wait a minute, then load the page again. You can also phone us or come to the desk.
error-full-what = We cannot save anything at the moment.
error-full-why = Our storage is full. Reading still works, nothing that was saved is lost, and saving works again as soon as there is room.
error-away-again = What you sent is kept on this page, but it is not in the record yet. Wait a minute, then send it again; it counts once.
error-away-send = Send it again
error-away-file = Choose the photo again
error-bad-form-what = We could not take in this form.
error-bad-form-why = A field is missing or has a value we cannot read.
error-bad-form-now = Go back, correct the marked fields and send again.

## Numbers, days and money in words.

base-unknown = unknown
base-n-of = n = { $n } { $unit }
base-n-unknown = number of { $unit } unknown
base-hidden = under 5
base-at-least = at least { $bound }
base-part = { $done } of { $whole }
base-percent = { $value }%
base-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
base-today = today
base-yesterday = yesterday
base-tomorrow = tomorrow
base-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
base-days-ahead = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}

## The demo city's currency has no smaller unit. The number is always shown: amounts stand in columns and can be negative.

base-money = { $n ->
    [one] { $n } crown
   *[other] { $n } crowns
}

## What stands between the items of an enumeration: a, b and c. Spaces count, hence the quotes.

base-list-between = { ", " }
base-list-last = { " and " }

## Used in Spanish only, before a last item that begins with the sound i. The same as above elsewhere.

base-list-last-before-i = { base-list-last }

## What stands between a name and its value, and how a remark is put in brackets.

base-colon = { ": " }
base-brackets = { " (" }{ $text })

form-reason-missing = Give a reason. It is published with the change.
form-missing = Fill in this field.
form-too-long = This is too long. Shorten it.
form-unknown = Choose one of the values offered.
form-date-wrong = Write the date as year-month-day, for example 2026-05-31.
form-number-wrong = Write a whole number, 0 or more, for example 12000.
