### The work page of a matter.

## The page and its facts.

work-heading = Trabajar en el asunto
work-to-matter = La página del asunto
work-facts = De un vistazo
work-read-only = Su función no tiene nada que hacer aquí. Usted ve todo lo que hacen los demás.
work-other-office = { $office } dirige este asunto. Puede leerlo todo. Su personal y el de las oficinas que participan responden, deciden y prometen.
work-lead = Oficina responsable
work-reply-by = Responder a más tardar el
work-answered-on = Respondido
work-not-answered = sin respuesta todavía
work-first-heard = Primera voz
work-place = Lugar
work-place-none = No se sabe
work-topic = Tema
work-level = Nivel de necesidad
work-field = Ámbito de necesidad
work-position = Prioridad
work-referred-to = Quién se ocupa en su lugar
work-decide = Decidir
work-commit = Hacer una promesa
work-outcome = Medir y evaluar
work-choose = Elija
work-choose-office = Elija una oficina
work-office = Oficina
work-office-missing = Elija una oficina.
work-reason = Por qué
work-reason-hint = Se publica.
work-undo = Deshacer
work-undone = Deshecho.

## Describing it.

work-sort = Clasificarlo
work-describe = Descripción
work-title = Título
work-summary = Qué se pide
work-urgency = Urgencia
work-urgency-hint = Cuánto empeora si se espera
work-safety = Seguridad
work-safety-hint = Cuánto peligran las personas
work-equity = Equidad
work-equity-hint = Cuánto pesa sobre quienes menos tienen
work-grade-none = nada
work-grade-some = algo
work-grade-high = mucho
work-grade-highest = muchísimo
work-lead-hint = Cambia por traspaso, cuando la otra oficina acepta.
work-sorted = Asunto clasificado.
work-described = La descripción está guardada.
work-stale = Alguien cambió este asunto mientras usted trabajaba. Lo que escribió sigue aquí.
work-stale-now = Compare con lo que hay ahora. Si guarda otra vez, lo suyo lo sustituye.

## Opening, answering, closing.

work-open = Abrirlo para ponderarlo
work-open-hint = El último día en que la ciudad puede responder. Todos lo ven. Un día posterior al que rige necesita un motivo.
work-open-send = Abrir
work-opened = El asunto está abierto.
work-answers = Respuesta a todas las voces
work-answer = Su respuesta
work-answer-hint = Llega a todos los que tienen su voz en este asunto y a quienes se unan después. Es pública.
work-answer-send = Responder a todas las voces
work-answered = Todas las voces tienen respuesta.
work-close = Cerrar sin actuar
work-exit = Cómo termina
work-exit-hint = Puede cerrarse como respondido cuando todas las voces tengan respuesta.
work-exit-missing = Elija cómo termina.
work-referred-to-hint = Solo si se remite: quién es competente, en palabras
work-close-hint = Se publica, y los residentes pueden recurrir.
work-close-send = Cerrar el asunto
work-closed = El asunto está cerrado.
work-merge = Unirlo a otro asunto
work-merge-into = Número del otro asunto
work-merge-hint = Todas las voces pasan a él y este asunto se cierra.
work-merge-send = Unir
work-merged = Asuntos unidos. Puede deshacerlo.
work-matter-unknown = No hay ningún asunto con este número.

## Other offices.

work-offices = Otras oficinas
work-offices-none = No se ha pedido a ninguna otra oficina.
work-asked-part = Se le pide participar
work-asked-lead = Se le pide asumirlo
work-asked-of = Se pidió a { $office } el
work-reply-waits = sin respuesta todavía, se pidió el
work-reply-accepted = aceptó el
work-reply-refused = rechazó el
work-accept = Aceptar
work-accept-hint = El plazo de respuesta no cambia.
work-accepted = Petición aceptada.
work-refuse = Rechazar
work-refuse-reason = Por qué no
work-refused = Petición rechazada, con su razón.
work-ask = Pedir a una oficina que participe
work-ask-note = En qué
work-ask-send = Pedir
work-asked = La oficina ha recibido la petición.
work-hand-over = Traspasarlo
work-hand-over-hint = Su oficina dirige hasta que la otra acepte. El plazo sigue corriendo.
work-hand-over-send = Pedir que lo asuma
work-hand-over-asked = Se ha pedido a la oficina que lo asuma.

## Its voices.

work-voices = Sus voces
work-voices-none = Este asunto no tiene voces.
work-voices-tick = Marque las voces que no son de aquí
work-voices-missing = Marque al menos una voz.
work-voice = Voz { $number }
work-voice-page = Su página
work-voice-not-shown = Oculta o retirada. Sigue contando.
work-split-into = Pasar al asunto número
work-split-into-hint = Vacío: vuelven a la bandeja de entrada
work-split-send = Sacarlas
work-split = Voces sacadas. Puede deshacerlo.
work-hide-send = Ocultar sus palabras
work-hidden = Las palabras están ocultas.

## Appeals and acts.

work-appeal = Un recurso espera resolución
work-appeal-against = contra:
work-reasons = Razones de la resolución
work-rule-hint = Se publican. Si lo acepta, el asunto se pondera de nuevo.
work-uphold = Aceptar el recurso
work-reject = Rechazar el recurso
work-ruled = La resolución está en el registro.
work-appeals = Recursos
work-appeal-waits = espera resolución
work-appeal-upheld = aceptado
work-appeal-rejected = rechazado
work-ruling = Resolución:
work-acts = Lo último que pasó
work-all-acts = Todo lo que pasó

## The list of keys.

work-key-describe = A la descripción
work-key-answer = A la respuesta
work-key-voices = Marcar la primera voz
