### Matters: the list, the map, the priority formula, following by e-mail, and what the actions say when something does not fit.

matters-title = Matters
matters-lede = What residents ask of their city, and where each matter stands.
matters-count = { $n ->
    [one] One matter
   *[other] { $n } matters
}
matters-voices = { $n ->
    [one] One voice
   *[other] { $n } voices
}
matters-voices-caption = { $n ->
    [one] voice
   *[other] voices
}
matters-number = number
matters-points = points
matters-points-head = Points
matters-map-link = On the map
matters-priority-link = How priority is computed
matters-none = No matter fits these filters.
matters-none-now = Take one filter away.
matters-none-say = Or say it yourself.
matters-filter-text = Words
matters-filter-topic = Topic
matters-filter-place = Place
matters-filter-state = Where it stands
matters-filter-steps = The six steps
matters-filter-within = More exactly
matters-filter-exits = Closed without action
matters-filter-channel = With voices from
matters-filter-language = With voices in
matters-filter-lead = Office in the lead
matters-filter-order = Order
matters-order-priority = Highest priority first
matters-order-newest = Newest first
matters-order-voices = Most voices first

## The map.

matters-map-title = Matters on the map
matters-map-lede = How many matters each neighbourhood has. Press one to see them.
matters-map-caption = Matters by neighbourhood
matters-map-place = Neighbourhood
matters-map-open = Waiting for a decision
matters-map-people = People
matters-map-per = Matters per 10,000 people
matters-map-note = Matters of a whole district or of the whole city are not counted here.
matters-map-legend = What the colours stand for
matters-map-span = { $least } to { $most } matters

## The priority formula.

matters-priority-title = How priority is computed
matters-priority-lede = One public formula orders all matters that wait for a decision. Nobody moves a matter up by hand.
matters-priority-formula = The formula
matters-priority-sum = A matter’s points are the sum of these terms, each times its weight.
matters-priority-weights = Terms and weights
matters-priority-term = Term
matters-priority-counts = What counts
matters-priority-weight = Weight
matters-priority-why = The logarithm lets the second voice count more than the two-hundredth, so that a loud street does not outweigh a dangerous one. Age lets no matter wait for ever.
matters-priority-example = The matter that comes first today
matters-priority-of = The points of matter { $number }
matters-priority-closed = It no longer waits for a decision and is not ranked. These would be its points today.
matters-priority-sum-head = Weight times value
matters-priority-total = Sum
matters-priority-change = Change the weights
matters-priority-range = Whole numbers from 0 to { $most }. 0 leaves a term out.
matters-priority-reason = Why
matters-priority-send = Change and rank again
matters-priority-history = Every change of the weights
matters-priority-never = The weights have never been changed.
matters-priority-from-to = From { $from } to { $to }.
matters-reason-hint = It is published with the change.
matters-term-voices = Voices
matters-term-voices-what = The logarithm to base 2 of the number of voices plus one
matters-term-urgency = Urgency
matters-term-urgency-what = 0 to 3: how much worse it gets by waiting
matters-term-safety = Safety
matters-term-safety-what = 0 to 3: how much people are in danger
matters-term-equity = Equity
matters-term-equity-what = 0 to 3: how hard it falls on those who have least; and 0 to 3 for the deprivation of the place (its index of 0 to 100, divided by 34 and rounded)
matters-term-deprivation = Deprivation of the place
matters-term-age = Age
matters-term-age-what = Days since the first voice, divided by 30
matters-weights-changed = The weights are changed and all open matters are ranked again.
matters-weights-same = These are the weights that hold now. Change at least one.
matters-weight-wrong = Write a whole number from 0 to 10.
matters-weights-all-zero = Give at least one term a weight above 0.

## Matters that look like what somebody writes.

matters-like-title = Others said something like this.
matters-like-hint = Join them, or send yours as something new.
matters-like-join = Send and join this one

## Following by e-mail.

matters-following-title = Follow a matter by e-mail
matters-following-ask = Do you want a mail when something happens in this matter?
matters-following-confirm = Yes, tell me
matters-following-no = No, delete my address
matters-following-on = You follow this matter. When you stop, your address is deleted.
matters-following-stop = Stop and delete my address
matters-follow-confirmed = You follow this matter now.
matters-follow-stopped = You no longer follow this matter. Your address is deleted.
matters-email-wrong = This is not an e-mail address. Write it like name@example.org.
matters-mail-confirm-subject = Please confirm: { $title }
matters-mail-confirm-text =
    { $city } received a request to send news about this matter to your address:

    { $title }

    Open this page to confirm:
    { $link }

    If it was not you, do nothing. You will get no further mail.
matters-mail-news-subject = News: { $title }
matters-mail-news-text =
    { $what }.

    { $title }
    It stands at: { $state }

    { $link }

    Stop these mails:
    { $unfollow }

## What the actions say when something does not fit.

matters-grade-wrong = Choose a value from 0 to 3.
matters-lead-missing = Choose the office that takes the lead.
matters-voices-missing = Choose at least one voice, and at most 1,000.
matters-merge-itself = Choose another matter. One cannot be merged with itself.
matters-reply-by-wrong = Choose a day from today to one year ahead.
matters-later-needs-reason = This day is later than the one that holds. Say why.
matters-no-such-move = The matter is not at a point from which it can go there.
matters-not-finished = Residents can check only what is finished.
matters-closed = The matter is closed. An appeal that is upheld opens it again.
matters-takes-no-voices = The matter is closed and takes no more voices. Choose another one.
matters-joined-elsewhere = This voice is part of another matter already.
matters-not-in-one-matter = These voices are not all in one matter. Reload the page.
matters-undo-too-late = It is too late to undo this: it was undone already, is more than a day old, or things have moved on.
matters-answer-first = Answer the voices first. Then the matter can be closed as answered.
matters-leads-already = This office leads the matter already.
matters-hand-over-waits = Another office was asked to take it over and has not replied yet.
matters-asked-already = This office was asked and has not replied yet.
matters-takes-part-already = This office takes part already.
matters-not-asked = This office was not asked.
matters-nothing-to-appeal = There is no decision to appeal against.
matters-appeal-waits = An appeal on this matter is waiting for its ruling.
matters-appeal-ruled = This appeal has been ruled on.
