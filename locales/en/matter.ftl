### The page of one matter.

matter-number = Matter { $number }
matter-next = What is next
matter-next-sort = An officer sorts it. An answer is due by { $date }.
matter-next-open = { $office } opens it for weighing and answers by { $date }.
matter-next-answer = { $office } answers by { $date }.
matter-next-answer-late = { $office } owed an answer by { $date }.
matter-next-decide = { $office } decides.
matter-next-commit = { $office } says who does what by when.
matter-next-do = { $office } keeps the next promise by { $date }.
matter-next-do-late = { $office } owed the next promise by { $date }.
matter-next-check = Residents check it. Then { $office } writes down what was learned.
matter-next-share = { $office } writes it up for other cities.
matter-next-recheck = It is looked at again on { $date }.
matter-next-nothing = Nothing more is planned.
matter-next-sort-late = An officer has not sorted it yet. An answer was due by { $date }.
matter-next-sort-plain = An officer sorts it.
matter-next-open-late = { $office } has not opened it for weighing yet. An answer was due by { $date }.
matter-next-open-plain = { $office } opens it for weighing.
matter-next-do-last = { $n ->
    [one] { $n } promise is open; it is due by { $date }.
   *[other] { $n } promises are open; the last is due by { $date }.
}
matter-next-undated = No date is set. It has waited { $days }.
matter-next-declined = It ends here, with the reasons below.
matter-next-appeal = Someone from another office rules on the appeal by { $date }.
matter-next-appeal-late = A ruling on the appeal was due by { $date }.
matter-next-merged = It goes on in the other matter.
matter-next-referred = { $office } has it now and answers for it.
matter-late-by = { $days } late
matter-happened = What happened
matter-asked = What was asked
matter-asked-lede = { $n ->
    [one] One voice, since { $from }. Paper, phone and web count the same.
   *[other] { $n } voices since { $from }, in { $languages }. Paper, phone and web count the same.
}
matter-by-channel = By channel
matter-by-place = By place
matter-place-none = place not given
matter-voices = In their own words
matter-voices-all = All voices of this matter
matter-voice-hidden = Hidden by a moderator: { $reason }
matter-voice-withdrawn = Withdrawn by its author.
matter-decision = Decision
matter-decision-accepted = Accepted
matter-decision-partly = Partly accepted
matter-decision-declined = Declined
matter-reasons = Reasons
matter-basis = Legal basis
matter-appeal-until = You can appeal until { $date }.
matter-commitments = Promises
matter-commitment-due = by { $date }
matter-commitment-moved = first promised for { $date }
matter-glance = At a glance
matter-lead = Lead
matter-partners = With
matter-partner-asked = asked on { $date }, no reply yet
matter-partner-refused = refused
matter-money = Money
matter-money-of = { $spent } of { $planned }
matter-due = Due
matter-first-answer = First answer
matter-first-answer-after = after { $days }
matter-first-answer-none = none after { $days }
matter-topic = Topic
matter-level = Level of need
matter-field = Field of need
matter-priority = Priority
matter-priority-rank = { $rank } of { $all } that wait for a decision
matter-priority-how = The points of this matter, and the formula
matter-helped = Did it help?
matter-indicator-value = { $before } before, { $after } now
matter-indicator-waiting = { $before } before, not measured again yet
matter-indicator-source = Source: { $source }
matter-check-question = Is it done?
matter-check-words = What do you see there?
matter-check-hint = If { $n } or more residents, and over { $percent } of those who checked, say not yet, the matter opens again by itself. You can change what you say.
matter-checks = What residents saw
matter-check-done = done
matter-check-not-yet = not yet
matter-cases = Who else solved this
matter-cases-none = No case on this topic is in the library yet.
matter-follow = Follow this matter
matter-follow-email = E-mail
matter-follow-send = Tell me when something happens
matter-follow-feed = Feed
matter-follow-sent = Open the link in the mail we just sent, then you follow this matter.
matter-followers = { $n ->
    [one] One person follows it.
   *[other] { $n } people follow it.
}
matter-appeal = Appeal
matter-appeal-hint = Say why this should be looked at again. Someone from another office decides, in public.
matter-appeal-grounds = Your grounds
matter-appeal-send = Send the appeal
matter-appeal-open = Under appeal since { $date }
matter-appeal-upheld = Appeal upheld
matter-appeal-rejected = Appeal rejected
matter-appeal-sent = Your appeal is in the record.
matter-merged = This matter was merged into another one.
matter-referred = This matter was referred to { $office }.
matter-join-yours = Say something on this matter
matter-work = Work on this matter
matter-show-acts = All acts of this matter in the log
matter-residents = { $n ->
    [one] One resident
   *[other] { $n } residents
}
matter-asked-merged = All its voices went over to the other matter and are counted there.
matter-from-to = { $from } to { $to }
matter-asked-none = No voice stands in it now.
matter-residents-checked = Residents checked the result
