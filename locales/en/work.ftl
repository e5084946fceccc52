### The work page of a matter.

## The page and its facts.

work-heading = Work on the matter
work-to-matter = The matter’s own page
work-facts = At a glance
work-read-only = There is nothing for your role to do here. You see all that others do.
work-other-office = { $office } leads this matter. You can read all of it. Its staff, and the staff of offices that take part, answer, decide and promise.
work-lead = Office in the lead
work-reply-by = Reply by
work-answered-on = Answered
work-not-answered = not answered yet
work-first-heard = First voice
work-place = Place
work-place-none = Not known
work-topic = Topic
work-level = Level of need
work-field = Field of need
work-position = Priority
work-referred-to = Who is in charge instead
work-decide = Decide
work-commit = Make a promise
work-outcome = Measure and evaluate
work-choose = Choose
work-choose-office = Choose an office
work-office = Office
work-office-missing = Choose an office.
work-reason = Why
work-reason-hint = It is published.
work-undo = Undo
work-undone = Undone.

## Describing it.

work-sort = Sort it
work-describe = Description
work-title = Title
work-summary = What is asked
work-urgency = Urgency
work-urgency-hint = How much worse it gets by waiting
work-safety = Safety
work-safety-hint = How much people are in danger
work-equity = Equity
work-equity-hint = How hard it falls on those who have least
work-grade-none = none
work-grade-some = some
work-grade-high = much
work-grade-highest = very much
work-lead-hint = It changes by hand-over, once the other office accepts.
work-sorted = Sorted.
work-described = The description is saved.
work-stale = Somebody changed this matter while you were working. What you typed is still here.
work-stale-now = Compare with what stands there now. If you save again, yours takes its place.

## Opening, answering, closing.

work-open = Open it for weighing
work-open-hint = The day by which the city answers. Everybody sees it. A later day than the one that holds needs a reason.
work-open-send = Open
work-opened = The matter is open.
work-answers = Answer to all voices
work-answer = Your answer
work-answer-hint = It goes to everyone whose voice is in this matter, and to those who join later. It is public.
work-answer-send = Answer all voices
work-answered = All voices are answered.
work-close = Close without action
work-exit = How it ends
work-exit-hint = It can be closed as answered once all voices are answered.
work-exit-missing = Choose how it ends.
work-referred-to-hint = Only when it is referred: the body in charge, in words
work-close-hint = It is published, and residents can appeal against it.
work-close-send = Close the matter
work-closed = The matter is closed.
work-merge = Merge into another matter
work-merge-into = Number of the other matter
work-merge-hint = All voices move there, and this matter is closed.
work-merge-send = Merge
work-merged = Merged. You can undo it.
work-matter-unknown = There is no matter with this number.

## Other offices.

work-offices = Other offices
work-offices-none = No other office was asked.
work-asked-part = Asked to take part
work-asked-lead = Asked to take it over
work-asked-of = { $office } was asked on
work-reply-waits = not replied yet, asked on
work-reply-accepted = accepted on
work-reply-refused = refused on
work-accept = Accept
work-accept-hint = The day of reply stays as it is.
work-accepted = Accepted.
work-refuse = Refuse
work-refuse-reason = Why not
work-refused = Refused, with your reason.
work-ask = Ask an office to take part
work-ask-note = In what
work-ask-send = Ask
work-asked = The office is asked.
work-hand-over = Hand it over
work-hand-over-hint = Your office leads until the other one accepts. The clock runs on.
work-hand-over-send = Ask to take it over
work-hand-over-asked = The office is asked to take it over.

## Its voices.

work-voices = Its voices
work-voices-none = No voice is in this matter.
work-voices-tick = Tick the voices that do not belong here
work-voices-missing = Tick at least one voice.
work-voice = Voice { $number }
work-voice-page = Its page
work-voice-not-shown = Hidden or withdrawn. It stays counted.
work-split-into = Move to matter number
work-split-into-hint = Empty: back to the inbox
work-split-send = Take them out
work-split = Taken out. You can undo it.
work-hide-send = Hide their words
work-hidden = The words are hidden.

## Appeals and acts.

work-appeal = An appeal waits for its ruling
work-appeal-against = against:
work-reasons = Reasons of the ruling
work-rule-hint = They are published. If you uphold it, the matter is weighed again.
work-uphold = Uphold the appeal
work-reject = Reject the appeal
work-ruled = The ruling is in the record.
work-appeals = Appeals
work-appeal-waits = waits for its ruling
work-appeal-upheld = upheld
work-appeal-rejected = rejected
work-ruling = Ruling:
work-acts = What happened last
work-all-acts = Everything that happened

## The list of keys.

work-key-describe = To the description
work-key-answer = To the answer
work-key-voices = Tick the first voice
