### What is late in one’s office, or in all of them.

late-title-all = Con retraso en todas las oficinas
late-lede = { $office }. Se cuenta solo por las fechas; desaparece cuando está hecho.
late-lede-all = Todas las oficinas. Se cuenta solo por las fechas; desaparece cuando está hecho.
late-all-offices = Todas las oficinas
late-see = Verlos
late-none = Aquí no hay retrasos.
late-cut = Se muestran los primeros { $number }.
late-no-office = Sin oficina todavía
late-office = Oficina
late-by-office = Retrasos por oficina
late-days-caption = { $n ->
    [one] día de retraso
   *[other] días de retraso
}
late-waits-caption = { $n ->
    [one] día de espera
   *[other] días de espera
}

## Voices.

late-voices = Voces sin respuesta
late-voices-head = Voces
late-voices-tell = { $n ->
    [one] voz espera respuesta desde hace más de { $days }.
   *[other] voces esperan respuesta desde hace más de { $days }.
}
late-oldest = la primera llegó hace { $days }
late-referred = Voces remitidas a la oficina
late-unsorted = Voces que nadie ha clasificado

## Replies.

late-replies = El plazo de respuesta ha pasado
late-replies-head = Respuestas
late-replies-tell = { $n ->
    [one] asunto sigue sin respuesta y su plazo ha pasado.
   *[other] asuntos siguen sin respuesta y su plazo ha pasado.
}
late-reply-was = había que responder el { $date }

## Requests of other offices.

late-requests = Peticiones que esperan respuesta
late-requests-head = Peticiones
late-requests-tell = { $n ->
    [one] petición de otra oficina espera respuesta.
   *[other] peticiones de otras oficinas esperan respuesta.
}
late-asked-part = se le pide participar
late-asked-lead = se le pide asumirlo

## Promises.

late-promises = Promesas vencidas
late-promises-head = Promesas
late-promises-tell = { $n ->
    [one] promesa está vencida.
   *[other] promesas están vencidas.
}
late-promise-was = vencía el { $date }

## Appeals, for those who rule on them.

late-appeals = Recursos que esperan resolución
