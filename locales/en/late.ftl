### What is late in one’s office, or in all of them.

late-title-all = Late in all offices
late-lede = { $office }. Counted from dates alone; it disappears when it is done.
late-lede-all = All offices. Counted from dates alone; it disappears when it is done.
late-all-offices = All offices
late-see = See them
late-none = Nothing is late here.
late-cut = The first { $number } are shown.
late-no-office = No office yet
late-office = Office
late-by-office = What is late, by office
late-days-caption = { $n ->
    [one] day late
   *[other] days late
}
late-waits-caption = { $n ->
    [one] day of waiting
   *[other] days of waiting
}

## Voices.

late-voices = Voices without an answer
late-voices-head = Voices
late-voices-tell = { $n ->
    [one] voice has waited longer than { $days } for an answer.
   *[other] voices have waited longer than { $days } for an answer.
}
late-oldest = the first was heard { $days } ago
late-referred = Voices referred to the office
late-unsorted = Voices that nobody has sorted

## Replies.

late-replies = The day of reply has passed
late-replies-head = Replies
late-replies-tell = { $n ->
    [one] matter has no reply, and its day has passed.
   *[other] matters have no reply, and their day has passed.
}
late-reply-was = reply was due on { $date }

## Requests of other offices.

late-requests = Requests that wait for a reply
late-requests-head = Requests
late-requests-tell = { $n ->
    [one] request of another office waits for a reply.
   *[other] requests of other offices wait for a reply.
}
late-asked-part = asked to take part
late-asked-lead = asked to take it over

## Promises.

late-promises = Promises overdue
late-promises-head = Promises
late-promises-tell = { $n ->
    [one] promise is overdue.
   *[other] promises are overdue.
}
late-promise-was = was due on { $date }

## Appeals, for those who rule on them.

late-appeals = Appeals that wait for a ruling
