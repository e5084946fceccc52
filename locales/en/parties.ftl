# Words of signing in, of one's account, of who answers for what, and of the accounts page of administrators.

parties-sign-in-title = Sign in
parties-sign-in-lede = For people who work for the city. Residents need no account: say it on the front page, follow it with your code.
parties-sign-in-button = Sign in
parties-sign-in-wrong = We could not sign you in. Check e-mail, password and code, then try again. If you forgot your password, ask an administrator for a new one.
parties-sign-in-ended = Your session has ended, so nothing was saved yet. Nothing is lost: sign in, and what you sent waits on the next page.
parties-sign-in-many = { $n ->
    [one] Too many tries did not fit. Wait one minute, then try again. If you forgot your password, ask an administrator for a new one.
   *[other] Too many tries did not fit. Wait { $n } minutes, then try again. If you forgot your password, ask an administrator for a new one.
}
parties-kept-title = One step is left
parties-kept-lede = You are signed in. What you sent before has not been saved yet. Send it now.
parties-kept-words = What you wrote
parties-kept-send = Send it now
parties-kept-drop = Do not send it
parties-kept-file = The file you chose cannot be kept. Choose it again on the page where you were.
parties-signed-out = You are signed out.

parties-email = E-mail
parties-email-wrong = Write an e-mail address, such as name@city.example.
parties-email-taken = This e-mail has an account already. Change that one.
parties-password = Password
parties-password-short = Use 12 characters or more. A few words that you can remember will do.
parties-password-wrong = This is not your password. Try again.
parties-password-same = This is your password already. Choose another one.
parties-code = Code from your authenticator app
parties-code-hint = Six digits. Leave it empty if you have not set up a second factor.
parties-code-wrong = This code does not fit. Wait for the next one, check the clock of your device, and enter it again.

## One's own account

parties-account-title = Your account
parties-account-name = Name
parties-account-office = Office
parties-account-roles = Roles
parties-account-roles-link = What each role may do

parties-password-title = Change your password
parties-password-old = Password now
parties-password-new = New password
parties-password-hint = 12 characters or more; any characters. You will be signed out everywhere else.
parties-password-button = Change password
parties-password-changed = Your password was changed. You are signed out everywhere else.

parties-totp-title = Second factor
parties-totp-off = Without it, your password alone opens your account. Set it up in an authenticator app on your phone or computer.
parties-totp-secret = Type this key into the app:
parties-totp-link = Open it in an app on this device
parties-totp-code = Then enter the six digits that the app shows
parties-totp-button = Switch on
parties-totp-enrolled = The second factor is on. From now on you need the app to sign in.
parties-totp-on = It is on. You need your password and a code from the app to sign in.
parties-totp-password = Password, to switch it off
parties-totp-drop = Switch off
parties-totp-dropped = The second factor is off.
parties-totp-there = There is a second factor already. Switch it off first, then set it up again.

parties-sessions-title = Where you are signed in
parties-sessions-caption = Browsers in which you are signed in
parties-sessions-since = Signed in
parties-sessions-seen = Last used
parties-sessions-this = This browser
parties-sessions-end = Sign out there
parties-sessions-ended = That browser is signed out.
parties-sessions-hint = You are signed out after 8 hours without use, and after 24 hours in any case.

## Who answers for what

parties-roles-title = Who answers for what
parties-roles-lede = Only people with an account of the city change the record, and each role may do only what stands here. The table is printed from the rules that the platform itself applies.
parties-roles-caption = Roles and what they may do
parties-roles-right = What may be done
parties-roles-may = may
parties-roles-may-not = may not
parties-roles-for = What the roles are for
parties-roles-own = Officers act for their own office only; the mayor's office may act for any. Every change is written into the public log with the name and office of whoever made it.
parties-offices-title = Offices and what they do
parties-offices-log = In the log
parties-offices-empty = No offices are recorded yet.

parties-role-officer = Officer
parties-role-officer-about = Works on the voices and matters of an office.
parties-role-lead-officer = Lead officer
parties-role-lead-officer-about = Answers, decides and makes promises for an office.
parties-role-moderator = Moderator
parties-role-moderator-about = Hides what breaks the rules, with a reason, and restores it.
parties-role-mayors-office = Mayor's office
parties-role-mayors-office-about = Acts for the whole city: sets the weights of the ranking and rules on appeals.
parties-role-auditor = Auditor
parties-role-auditor-about = Reads all that staff read. Writes nothing.
parties-role-administrator = Administrator
parties-role-administrator-about = Runs the platform. Does not act on matters.

parties-right-read-staff-pages = Read the staff pages
parties-right-read-hidden = Read hidden words, to judge the hiding
parties-right-read-accounts = Read the list of accounts
parties-right-enter-voices = Enter voices that came by phone, letter, card or visit
parties-right-sort = Join, split, merge and refer voices and matters
parties-right-describe = Set topic, place and urgency, and ask other offices to take part
parties-right-answer = Answer in public
parties-right-decide = Decide a matter, or close it without action
parties-right-commit = Make promises and move their dates
parties-right-report = Report progress and close a promise with evidence
parties-right-moderate = Hide and restore content, with a reason
parties-right-rule = Rule on appeals
parties-right-weigh = Change the weights of the ranking
parties-right-share = Write a matter up as a case
parties-right-manage-accounts = Create accounts and change roles
parties-right-import = Import places, offices and cases

## Accounts, for administrators

parties-accounts-title = Accounts
parties-accounts-count = { $n ->
    [one] { $n } account
   *[other] { $n } accounts
}
parties-accounts-caption = Accounts of staff
parties-accounts-state = State
parties-accounts-active = active
parties-accounts-inactive = switched off
parties-accounts-factor = Second factor
parties-accounts-new = New account
parties-accounts-new-hint = Tell the owner the password in person. They change it on the page of their account.
parties-accounts-name-hint = It is shown in public beside the office.
parties-accounts-create = Create account
parties-accounts-created = The account was created.
parties-accounts-may = May sign in
parties-accounts-may-hint = Without this the account is switched off, and signed out everywhere.
parties-accounts-changed = The account was changed.
parties-accounts-reset-title = New password
parties-accounts-reset-hint = For somebody who forgot theirs. They are signed out everywhere.
parties-accounts-reset = Set password
parties-accounts-reset-done = The new password is set.
parties-accounts-lost-title = Lost device
parties-accounts-lost = Takes the second factor off, so that the owner can sign in with the password and set it up again.
parties-accounts-lost-button = Switch off the second factor
parties-roles-missing = Choose at least one role.
parties-auditor-alone = An auditor writes nothing, so this role stands alone.
parties-not-own-roles = Nobody changes their own roles. Ask another administrator.
parties-roles-reason-hint = Everybody can read it in the log.
parties-office-wrong = Name an office of the city.
parties-last-administrator = Nobody would be left who can manage accounts. Make another administrator first.

## Tokens of programs

parties-tokens-title = Tokens for programs
parties-tokens-hint = With a token a program acts in your name, within your roles. Give it no more than it needs.
parties-tokens-more = About the API
parties-tokens-made = Your new token. Copy it now: it is shown this once and kept nowhere.
parties-tokens-caption = Tokens that are good
parties-tokens-name = What it is for
parties-tokens-name-hint = Only you and administrators read this.
parties-tokens-scopes = What it may do
parties-tokens-until = Good until
parties-tokens-days = Good for
parties-tokens-make = Make token
parties-tokens-new = New token
parties-tokens-revoke = Revoke
parties-tokens-revoked = The token was revoked.
parties-tokens-never = never
parties-tokens-many = This account has 20 tokens already. Revoke one first.
parties-tokens-count = Tokens
parties-scopes-missing = Choose at least one thing that it may do.
parties-scope-read = Read what staff read
parties-scope-voices = Enter, refer, answer and hide voices
parties-scope-matters = Work on matters
parties-scope-promises = Make and report promises
parties-scope-cases = Write matters up as cases
parties-scope-admin = Manage accounts
