### Decisions: what was decided about a matter, and why.

decisions-title = Decide this matter
decisions-voices = { $n ->
    [one] { $n } voice
   *[other] { $n } voices
}
decisions-result = What was decided?
decisions-accepted = Accepted: all of it will be done
decisions-partly = Partly accepted: a part of it will be done
decisions-declined = Declined: it will not be done
decisions-text = The decision
decisions-text-hint = What will be done, where, and with what money. Or what will not be done.
decisions-reasons = The reasons
decisions-reasons-hint = Say what weighed more, and what the residents' words changed.
decisions-reasons-missing = Give the reasons. Nobody has to accept a decision without them.
decisions-basis = Legal basis
decisions-basis-hint = The law or plan it rests on, with its section
decisions-appeal-note = { $n ->
    [one] The decision is published at once. Residents can appeal for { $n } day.
   *[other] The decision is published at once. Residents can appeal for { $n } days.
}
decisions-send = Decide and publish
decisions-done = Decided. The decision and its reasons are in the record.
decisions-earlier = Decided before
decisions-not-open = This matter is not open for a decision.
decisions-answer-first = Answer first. The people who asked have no answer yet.
decisions-to-matter = To the matter
decisions-close = Close without action
decisions-close-reason = Reason
decisions-close-hint = Published. Residents can still appeal.
decisions-close-send = Close the matter
decisions-closed = The matter is closed. The reason is in the record.
decisions-not-declined = Only a matter that was declined can be closed here.
