### Promises: who does what by when, with what money and people.

commitments-lede = What the city has promised, who answers for it, and by when. Those that are overdue come first.
commitments-none-overdue = No promise is overdue.
commitments-overdue-text = { $n ->
    [one] { $n } promise overdue, by { $days }
   *[other] { $n } promises overdue, by { $days } on average
}
commitments-office = Office
commitments-state = State
commitments-running = Running
commitments-finished = Finished
commitments-overdue = Overdue
commitments-reopened = Taken up again
commitments-none = No promise fits.
commitments-none-now = Take one filter away.
commitments-partners-count = { $n ->
    [one] with { $n } partner
   *[other] with { $n } partners
}
commitments-days-late = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
commitments-moved-count = { $n ->
    [one] date moved once
    [2] date moved twice
   *[other] date moved { $n } times
}
commitments-people-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
commitments-finished-on = Finished on { $date }
commitments-finished-late = Finished on { $date }, { $days } late
commitments-percent-done = { $percent }% done
commitments-money-of = { $spent } of { $money } spent
commitments-money-spent = { $money } spent
commitments-due = Due
commitments-number = Promise { $number }
commitments-matter-number = Matter { $number }
commitments-matter = Matter
commitments-by-office = By office
commitments-by-office-caption = Promises by the office that leads them. Overdue is counted from dates alone; the last column is the middle value of the days.
commitments-made-n = Promises (n)
commitments-median = Days late, median
commitments-facts = At a glance
commitments-lead = Lead
commitments-departments = Departments
commitments-partners = Partners
commitments-money = Money
commitments-people = People
commitments-evidence = Evidence
commitments-reports = Reports
commitments-no-reports = Nothing was reported yet.
commitments-dates = Dates
commitments-first-due = Promised first for
commitments-moved-from = Moved from
commitments-moved-to = to
commitments-photo-alt = Photo with the report of { $date }
commitments-work = Report or close
commitments-make = Make a promise
commitments-title = What will be true when it is done?
commitments-title-hint = One line that anybody can check, for example: The path is lit from the bridge to the station.
commitments-money-hint = In whole crowns. Leave it empty if it is not known.
commitments-people-hint = Staff and volunteers together
commitments-with = Who takes part?
commitments-make-note = The promise is public at once. Its date can be moved later only with a reason, and every date stays readable.
commitments-send = Promise in public
commitments-made = Promised. It is on the public list now.
commitments-report = Report progress
commitments-percent = How much is done, in percent?
commitments-spent = Spent so far, in crowns
commitments-text = What was done?
commitments-text-hint = What a resident would see on the spot.
commitments-photo = Photo
commitments-photo-hint = JPEG, PNG or WebP up to 10 MB. Place and time stored inside the photo are removed.
commitments-report-send = Publish the report
commitments-finish = Close with evidence
commitments-evidence-hint = What was measured, counted or photographed, and by whom.
commitments-finish-send = Close the promise
commitments-move = Move the date
commitments-reason = Reason
commitments-reason-hint = Published with the old and the new date.
commitments-move-send = Move the date in public
commitments-reported = The report is published.
commitments-finished-now = Closed. Residents can now say whether it is done.
commitments-date-moved = The date was moved. The old date and the reason stay on the page.
commitments-is-finished = This promise is finished.
commitments-is-withdrawn = This promise was withdrawn.
commitments-withdrawn = Withdrawn
commitments-withdraw = Withdraw the promise
commitments-withdraw-hint = Published with your name. The promise stays readable and no longer counts.
commitments-withdraw-send = Withdraw it in public
commitments-withdrawn-now = The promise was withdrawn. It stays readable, with the reason.
commitments-retitle = Correct the title
commitments-retitle-hint = The title before stays in the log.
commitments-retitle-send = Correct it in public
commitments-retitled = The title was corrected. The title before stays on the page.
commitments-title-before = The title before
commitments-title-same = This is the title it has already.
commitments-lead-not-yours = You promise for your own office. Name other offices as those who take part.
commitments-not-decided = This matter is not decided yet. Decide it first.
commitments-declined = This matter was declined. A promise needs a decision that accepts something.
commitments-too-many-partners = Name at most 20 partners.
commitments-too-much = This number is too large. Check it.
commitments-date-past = This day has passed. Choose today or later.
commitments-date-far = This day is too far ahead. Check the year.
commitments-date-same = This is the date it has already.
commitments-percent-wrong = Write a whole number from 0 to 100.
commitments-evidence-missing = Give evidence: what was measured, counted or photographed.
commitments-photo-refused = This photo cannot be taken in. Send a JPEG, PNG or WebP of at most 10 MB.
commitments-photo-not-kept = The photo could not be stored. Try again, or send the report without it.
