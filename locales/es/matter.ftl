### La página de un asunto.

matter-number = Asunto { $number }
matter-next = Qué sigue
matter-next-sort = Un funcionario lo clasifica. Debe responderse a más tardar el { $date }.
matter-next-open = { $office } lo abre para estudiarlo y responde a más tardar el { $date }.
matter-next-answer = { $office } responde a más tardar el { $date }.
matter-next-answer-late = { $office } debía responder a más tardar el { $date }.
matter-next-decide = { $office } decide.
matter-next-commit = { $office } dice quién hace qué y para cuándo.
matter-next-do = { $office } cumple la próxima promesa a más tardar el { $date }.
matter-next-do-late = { $office } debía cumplir la próxima promesa a más tardar el { $date }.
matter-next-check = Los residentes lo comprueban. Después { $office } escribe lo aprendido.
matter-next-share = { $office } lo redacta para otras ciudades.
matter-next-recheck = Se revisa de nuevo el { $date }.
matter-next-nothing = No hay nada más previsto.
matter-next-sort-late = Ningún funcionario lo ha clasificado aún. Debía responderse a más tardar el { $date }.
matter-next-sort-plain = Un funcionario lo clasifica.
matter-next-open-late = { $office } aún no lo ha abierto para estudiarlo. Debía responderse a más tardar el { $date }.
matter-next-open-plain = { $office } lo abre para estudiarlo.
matter-next-do-last = { $n ->
    [one] Queda { $n } promesa; vence el { $date }.
   *[other] Quedan { $n } promesas; la última vence el { $date }.
}
matter-next-undated = No hay fecha fijada. Lleva { $days } esperando.
matter-next-declined = Termina aquí, por las razones que siguen.
matter-next-appeal = Alguien de otra oficina resuelve el recurso a más tardar el { $date }.
matter-next-appeal-late = El recurso debía resolverse a más tardar el { $date }.
matter-next-merged = Sigue en el otro asunto.
matter-next-referred = Ahora lo lleva { $office } y responde de ello.
matter-late-by = { $days } de retraso
matter-happened = Qué pasó
matter-asked = Qué se pidió
matter-asked-lede = { $n ->
    [one] Una voz, desde el { $from }. Papel, teléfono y web cuentan igual.
   *[other] { $n } voces desde el { $from }, en { $languages }. Papel, teléfono y web cuentan igual.
}
matter-by-channel = Por canal
matter-by-place = Por lugar
matter-place-none = lugar no indicado
matter-voices = Con sus propias palabras
matter-voices-all = Todas las voces de este asunto
matter-voice-hidden = Oculta por moderación: { $reason }
matter-voice-withdrawn = Retirada por su autor.
matter-decision = Decisión
matter-decision-accepted = Aceptada
matter-decision-partly = Aceptada en parte
matter-decision-declined = No aceptada
matter-reasons = Razones
matter-basis = Base legal
matter-appeal-until = Puede recurrir hasta el { $date }.
matter-commitments = Promesas
matter-commitment-due = para el { $date }
matter-commitment-moved = prometida primero para el { $date }
matter-glance = De un vistazo
matter-lead = Responsable
matter-partners = Con
matter-partner-asked = invitada el { $date }, sin respuesta aún
matter-partner-refused = rechazó
matter-money = Dinero
matter-money-of = { $spent } de { $planned }
matter-due = Plazo
matter-first-answer = Primera respuesta
matter-first-answer-after = a los { $days }
matter-first-answer-none = ninguna tras { $days }
matter-topic = Tema
matter-level = Nivel de necesidad
matter-field = Ámbito de la necesidad
matter-priority = Prioridad
matter-priority-rank = { $rank } de { $all } que esperan una decisión
matter-priority-how = Los puntos de este asunto y la fórmula
matter-helped = ¿Sirvió?
matter-indicator-value = { $before } antes, { $after } ahora
matter-indicator-waiting = { $before } antes, aún sin medir de nuevo
matter-indicator-source = Fuente: { $source }
matter-check-question = ¿Está hecho?
matter-check-words = ¿Qué ve usted allí?
matter-check-hint = Si { $n } o más residentes, y más del { $percent } de quienes comprueban, dicen que aún no, el asunto se reabre solo. Puede cambiar lo que dice.
matter-checks = Lo que vieron los residentes
matter-check-done = hecho
matter-check-not-yet = aún no
matter-cases = Quién más lo resolvió
matter-cases-none = Aún no hay casos de este tema en la biblioteca.
matter-follow = Seguir este asunto
matter-follow-email = Correo electrónico
matter-follow-send = Avíseme cuando pase algo
matter-follow-feed = Suscripción Atom
matter-follow-sent = Abra el enlace del correo que acabamos de enviar y seguirá este asunto.
matter-followers = { $n ->
    [one] Una persona lo sigue.
   *[other] { $n } personas lo siguen.
}
matter-appeal = Recurrir
matter-appeal-hint = Diga por qué debe revisarse. Decide alguien de otra oficina, en público.
matter-appeal-grounds = Sus motivos
matter-appeal-send = Enviar el recurso
matter-appeal-open = Recurrido desde el { $date }
matter-appeal-upheld = Recurso aceptado
matter-appeal-rejected = Recurso rechazado
matter-appeal-sent = Su recurso está en el registro.
matter-merged = Este asunto se fusionó con otro.
matter-referred = Este asunto se remitió a { $office }.
matter-join-yours = Decir algo sobre este asunto
matter-work = Trabajar en este asunto
matter-show-acts = Todos los actos de este asunto en el registro
matter-residents = { $n ->
    [one] Un residente
   *[other] { $n } residentes
}
matter-asked-merged = Todas sus voces pasaron al otro asunto y se cuentan allí.
matter-from-to = { $from } al { $to }
matter-asked-none = Ahora no reúne ninguna voz.
matter-residents-checked = Los residentes comprobaron el resultado
