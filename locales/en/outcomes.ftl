### Outcomes: whether it helped, and what residents say.

outcomes-check-title = Is it done?
outcomes-check-lede = The city says that this is done. Go and look, then say what you see. When enough people say "not yet", work begins again.
outcomes-check-words = What do you see?
outcomes-check-words-hint = Any language. Published without your name.
outcomes-check-closed = Nothing is finished here at the moment, so there is nothing to check.
outcomes-thanks = Thank you. Your check is counted.
outcomes-thanks-again = This check was counted before. It counts once.
outcomes-thanks-changed = You changed what you say. It counts once, as you say it now.
outcomes-thanks-reopened = Thank you. With your check, enough people say "not yet": the work is taken up again.
outcomes-reopened-reason = { $n ->
    [one] { $n } of { $all-count } residents who checked says: not yet.
   *[other] { $n } of { $all-count } residents who checked say: not yet.
}
outcomes-title = Result of this matter
outcomes-indicators = Numbers
outcomes-caption = What is measured, before and now
outcomes-no-indicators = Nothing was measured yet.
outcomes-name = What is measured?
outcomes-name-hint = For example: Falls on the path
outcomes-unit = Unit
outcomes-unit-hint = For example: falls in 120 days
outcomes-baseline = Before
outcomes-baseline-source = Source of the number before
outcomes-target = Target
outcomes-value = Now
outcomes-value-source = Source of the number now
outcomes-better = When is it better?
outcomes-better-up = When the number grows
outcomes-better-down = When the number falls
outcomes-kept-note = What it is compared with cannot be changed afterwards. Every value stays readable.
outcomes-add = New number with its baseline
outcomes-add-send = Write it down
outcomes-measure = New value
outcomes-measure-send = Publish the value
outcomes-judged = Result
outcomes-reached = Target reached
outcomes-improved = Better than before
outcomes-same = As before
outcomes-worse = Worse than before
outcomes-measured = The number is in the record.
outcomes-evaluate = What was learned?
outcomes-evaluate-hint = What worked, what did not, what another city should know. After this, the result is looked at again in 1, 3 and 5 years.
outcomes-evaluate-send = Publish the evaluation
outcomes-evaluated = The evaluation is published.
outcomes-rechecks = Looked at again
outcomes-recheck = { $n ->
    [one] after { $n } year
   *[other] after { $n } years
}
outcomes-recheck-done = done
outcomes-words = What residents say
outcomes-counts = { $done } say done, { $not-yet } say not yet, since it was last finished
outcomes-hide = Hide these words
outcomes-hide-reason = Reason for hiding
outcomes-hidden = The words are hidden. The check stays counted.
outcomes-source-missing = Say where the number comes from.
outcomes-number-wrong = Write a number, for example 12 or 4.5, without signs for thousands.
outcomes-too-many = This matter has 20 numbers already. Add a value to one of them.
outcomes-not-in-work = Nothing can be measured for this matter: it is not being worked on.
outcomes-not-done = Only what is done can be evaluated.
