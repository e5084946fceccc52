### Decisions: what was decided about a matter, and why.

decisions-title = Decidir este asunto
decisions-voices = { $n ->
    [one] { $n } voz
   *[other] { $n } voces
}
decisions-result = ¿Qué se decidió?
decisions-accepted = Aceptado: se hará todo
decisions-partly = Aceptado en parte: se hará una parte
decisions-declined = Rechazado: no se hará
decisions-text = La decisión
decisions-text-hint = Qué se hará, dónde y con qué dinero. O qué no se hará.
decisions-reasons = Los motivos
decisions-reasons-hint = Diga qué pesó más y qué cambiaron las palabras de los residentes.
decisions-reasons-missing = Dé los motivos. Nadie tiene por qué aceptar una decisión sin ellos.
decisions-basis = Base legal
decisions-basis-hint = La ley o el plan en que se apoya, con su artículo
decisions-appeal-note = { $n ->
    [one] La decisión se publica enseguida. Los residentes pueden recurrir durante { $n } día.
   *[other] La decisión se publica enseguida. Los residentes pueden recurrir durante { $n } días.
}
decisions-send = Decidir y publicar
decisions-done = Decidido. La decisión y sus motivos constan en el registro.
decisions-earlier = Decidido antes
decisions-not-open = Este asunto no está abierto a una decisión.
decisions-answer-first = Responda primero. Quienes preguntaron aún no tienen respuesta.
decisions-to-matter = Ir al asunto
decisions-close = Cerrar sin actuación
decisions-close-reason = Motivo
decisions-close-hint = Se publica. Los residentes todavía pueden recurrir.
decisions-close-send = Cerrar el asunto
decisions-closed = El asunto está cerrado. El motivo consta en el registro.
decisions-not-declined = Aquí solo se puede cerrar un asunto que fue rechazado.
