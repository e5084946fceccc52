### Saying it: the form on the front page.

say-heading = Tell { $city }
say-about = What you say joins this matter:
say-text = What should change?
say-text-hint = Any language. No account needed.
say-place = Where?
say-place-hint = Street, place or whole city
say-contact = How do we reach you?
say-contact-hint = By e-mail, for the answer only, never public. No e-mail? Your code shows the answer.
say-photo = Add a photo
say-photo-hint = JPEG, PNG or WebP, up to 10 MB. Place and time stored inside the photo are removed.
say-photo-bad = This file is not a photo we can read. Send a JPEG, PNG or WebP.
say-photo-large = This photo is larger than 10 MB. Send a smaller one, or take it again with a lower resolution.
say-photo-pixels = This picture has too many pixels to open: at most 50 million. Make it smaller, or take a screenshot of it and send that.
say-photo-damaged = This photo is cut off or damaged, so we cannot open it. Choose it again, or send another one.
say-photo-again = Please choose the photo again. Your words are still here.
say-send = Send
say-send-hint = You get a code to follow it.
say-look = See what others said first
say-like = Matters that look like yours
say-like-none = Nothing like it is on record. Send yours.
say-join = Send and join this one
say-in-street = Other ways: phone, letter, a card at a liaison station, the service desk, or a meeting. They all count the same.
say-about-closed = “{ $title }” takes no more voices. What you say here stands on its own.
say-too-many = Too many messages came from your connection. Your words are kept here: wait a minute and send again, or phone us.
