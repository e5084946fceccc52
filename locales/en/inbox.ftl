### The inbox of new voices, worked by keyboard.

inbox-title = Inbox
inbox-left = { $n ->
    [0] No voice is waiting
    [one] One voice left
   *[other] { $n } voices left
}
inbox-boxes = Which voices
inbox-tab-new = New ({ $number })
inbox-tab-mine = Referred to my office ({ $number })
inbox-list = Voices, the longest waiting first
inbox-to-list = Go to the list
inbox-elsewhere = Voice { $number } is not in this list: it is sorted already, or stands on another page. This is the next one that waits.
inbox-channel = Channel
inbox-language = Language
inbox-place = Place
inbox-said-by = Said by
inbox-unknown = Not known
inbox-voice = Voice { $number }
inbox-waiting = waiting for { $days }
inbox-photo = Photo sent with this voice
inbox-can-be-reached = left a way to be reached
inbox-to-page = Its page
inbox-referred-because = Referred to you because:
inbox-skip = Skip
inbox-previous = Back
inbox-select = Select
inbox-unselect = Take out of the selection
inbox-selected = Selected
inbox-select-none = Select none
inbox-together = { $n ->
    [one] Joined together with one other voice
   *[other] Joined together with { $n } other voices
}

## Where it may belong.

inbox-suggested = Matters that look like it
inbox-found = Matters with “{ $words }”
inbox-none-alike = No matter looks like this voice.
inbox-none-found = No matter has these words. Try others, or the number of a matter.
inbox-back-to-suggested = Back to the suggestions
inbox-likeness = Alike: { $percent }.
inbox-words = Words in common:
inbox-join = Join
inbox-search = Look for another matter: words or number
inbox-new = A new matter
inbox-new-title = Title
inbox-topic = Topic
inbox-topic-later = Choose later
inbox-begin = Begin the matter

## This voice alone.

inbox-alone = This voice alone
inbox-refer = Refer to an office
inbox-office = Office
inbox-choose-office = Choose an office
inbox-office-missing = Choose the office that shall take care of it.
inbox-reason = Why
inbox-reason-hint = It is published.
inbox-refer-send = Refer
inbox-answer = Answer
inbox-answer-text = Your answer
inbox-answer-hint = It is public, and goes out by mail if there is an address. It cannot be undone.
inbox-answer-send = Answer in public
inbox-hide = Hide
inbox-hide-hint = Hide only what breaks the rules, never an opinion. The reason is published; the voice stays counted.
inbox-hide-send = Hide these words

## What was done, and taking it back.

inbox-joined = Joined. You can undo it.
inbox-begun = The matter has begun. You can undo it.
inbox-referred = Referred. You can undo it.
inbox-answered = Answered in public.
inbox-hidden = Hidden. You can undo it.
inbox-undone = Undone. The voice is back.
inbox-taken = Somebody else has just taken care of one of these voices. Look at the list again.
inbox-undo-last = Undo my last step here
inbox-undo-sorted = Undo this step
inbox-undo-referred = Take it back to my office
inbox-undo-hidden = Show it again

## Nothing to do.

inbox-empty = Every voice is sorted.
inbox-empty-now = See what else waits:
inbox-none-fits = No voice fits these filters.
inbox-end = You have come to the end of the list.
inbox-to-start = Back to the beginning

## The list of keys.

inbox-key-join = Join a suggested matter
inbox-key-search = Look for another matter
inbox-key-new = Begin a new matter
inbox-key-select = Select or unselect the voice
inbox-key-next = Skip to the next voice
inbox-key-previous = Back to the voice before
inbox-key-refer = Refer to an office
inbox-key-answer = Answer this voice
inbox-key-hide = Hide it with a reason
inbox-key-undo = Undo the last step
