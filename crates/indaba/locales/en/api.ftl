api-json = The JSON can’t be used: { $detail }. Nothing was kept.
api-too-large = The request is larger than { $n } bytes. Nothing was kept.
api-number = “{ $name }” has to be a whole number.
api-join-first = A token is needed: join the dialogue with POST participants, or sign in. Nothing was kept.
api-key-length = An Idempotency-Key has 1 to { $n } characters. Nothing was kept.
api-key-other = This Idempotency-Key belongs to another request. Nothing was kept; choose a new key for a new request.
api-key-busy = The first request with this Idempotency-Key is still being answered. Send it again in a moment.
api-too-fast = More requests came with this token than people make. This one was not carried out; try again in a minute.
