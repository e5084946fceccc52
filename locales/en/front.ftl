### Front page and matter page.

front-title = Say it once. Follow it until it is done.
front-lede = Everything said here, on the phone, on paper or at a meeting joins one public record. You can see who answers, what was decided, and whether it was carried out.
front-follow = Follow a message with its code
front-words = How your words are used
front-heard = voices this year
front-weighed = matters being weighed
front-decided = decided, with reasons
front-doing = being carried out
front-done = done, open to your check
front-shared = shared with other cities
front-steps = What became of what was said
front-story-lede = { $n ->
    [one] One voice was heard, { $paper } on paper. It took { $days } from the first voice to the result.
   *[other] { $n } voices were heard, { $paper } of them on paper cards or in letters. It took { $days } from the first voice to the result.
}
front-first-voice = First voice
front-via = Channel: { $channel }. { $place }
front-joined = { $n ->
    [one] It became a matter. One voice stands in it by now.
   *[other] It became a matter. { $n } voices stand in it by now.
}
front-decision = Decided by { $office }
front-promise = { $office }: { $title }
front-checked = Finished, then checked by residents
front-check-counts = { $yes } say done, { $no } say not yet.
front-indicator = { $name }: { $before } before, { $after } after.
front-read-story = The whole story
front-unanswered = voices without an answer after { $days }.
front-overdue = promises overdue, by { $days } on average.
front-overdue-none = promises overdue.
front-silent = neighbourhoods we have not heard from in a year.
front-see = See them
front-silent-see = Which, and how to help
front-silent-title = Neighbourhoods we have not heard from
front-silent-lede = No voice has come from these places in the last year. Silence is not consent: the liaison stations carry cards there first.
front-silent-people = People
front-silent-last = Last voice
front-silent-never = none on record
front-silent-voices = Voices this year
front-silent-per = per 1,000 people
front-silent-help = How to help: tell a neighbour, ask at the liaison station for cards, or say what you see there yourself.
front-silent-others = Neighbourhoods we have heard from
