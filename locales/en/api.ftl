# The JSON API: errors as programs and their makers read them.
api-not-found-what = There is no such thing here.
api-not-found-why = The number, id or code belongs to nothing, or you may not see it.
api-not-found-now = Check it, or look it up in the list.
api-fields-what = Something in what was sent cannot be taken.
api-fields-why = A rule of the city refuses at least one field.
api-fields-now = Look at "errors", correct it and send again.
api-not-now-now = Read the thing again to see where it stands.
api-stale-now = Read it again and send what still fits.
api-server-why = A fault in the system stopped the request. It was recorded.
api-server-now = Try again in a few minutes, with the same Idempotency-Key if you were writing.
api-unreadable-what = This request cannot be read.
api-unreadable-why = It does not fit the description of the operation.
api-look-up = Look it up in /api/v1/openapi.json.
api-token-what = This needs a good token.
api-no-token-why = No token came with the request.
api-bad-token-why = The token is not known here, has ended or was revoked.
api-token-now = Make a token on the page of your account and send it as "Authorization: Bearer …".
api-scope-why = The token does not have the scope { $scope }.
api-scope-now = Make a token that has it.
api-too-many-now = Wait a minute, then try again.
api-too-large-why = It is larger than 512 KB.
api-not-json-why = Its content type is not application/json.
api-no-operation-what = There is no such operation.
api-no-operation-why = No operation has this path.
api-method-why = This path does not know the method.
api-cross-site-why = A browser sent this from a page of another site.
api-cross-site-now = Send it from a program, or from a page of this site.
api-table-wrong = This is no table of cards: a column named "text" is missing, a line is broken, or a quotation mark is not closed.
api-cursor-wrong = This is no cursor of this list. Begin without one.

## The page about it

api-page-title = API
api-page-lede = Everything that residents and staff do on these pages, a program can do too: as JSON, by the same rules.
api-page-description = The description for programs (OpenAPI 3.1)
api-page-read = Reading the record
api-page-read-text = It needs no token. Lists come page by page: the field "next" and the header "Link" say where to go on. Send the "ETag" back as "If-None-Match" to load only what changed.
api-page-say = Saying something
api-page-say-text = It needs no account either. Keep the code in the answer: it opens the voice again. With an Idempotency-Key a sending counts once, however often it is sent.
api-page-token = Working for the city
api-page-token-text = Staff make a token on the page of their account. It can do no more than its account, and only what its scopes allow.
api-page-errors = Errors
api-page-errors-text = They are problem documents (RFC 9457) in the language asked for by "Accept-Language". 400 means that a request does not fit the description, 422 that a rule of the city refuses it.
api-page-all = All operations
api-page-operation = Operation
api-page-what = What it does
api-page-scope = Scope of the token
