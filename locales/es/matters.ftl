### Asuntos: la lista, el mapa, la fórmula de prioridad, seguir por correo y lo que dicen las acciones cuando algo no encaja.

matters-title = Asuntos
matters-lede = Lo que los residentes piden a su ciudad y en qué punto está cada asunto.
matters-count = { $n ->
    [one] Un asunto
   *[other] { $n } asuntos
}
matters-voices = { $n ->
    [one] Una voz
   *[other] { $n } voces
}
matters-voices-caption = { $n ->
    [one] voz
   *[other] voces
}
matters-number = número
matters-points = puntos
matters-points-head = Puntos
matters-map-link = En el mapa
matters-priority-link = Cómo se calcula la prioridad
matters-none = Ningún asunto cumple estos filtros.
matters-none-now = Quite un filtro.
matters-none-say = O dígalo usted.
matters-filter-text = Palabras
matters-filter-topic = Tema
matters-filter-place = Lugar
matters-filter-state = En qué punto está
matters-filter-steps = Los seis pasos
matters-filter-within = Con más detalle
matters-filter-exits = Cerrados sin actuación
matters-filter-channel = Con voces llegadas por
matters-filter-language = Con voces en
matters-filter-lead = Oficina responsable
matters-filter-order = Orden
matters-order-priority = Mayor prioridad primero
matters-order-newest = Los más nuevos primero
matters-order-voices = Con más voces primero

## El mapa.

matters-map-title = Los asuntos en el mapa
matters-map-lede = Cuántos asuntos tiene cada barrio. Pulse uno para verlos.
matters-map-caption = Asuntos por barrio
matters-map-place = Barrio
matters-map-open = A la espera de decisión
matters-map-people = Habitantes
matters-map-per = Asuntos por 10 000 habitantes
matters-map-note = Los asuntos de todo un distrito o de toda la ciudad no se cuentan aquí.
matters-map-legend = Qué significan los colores
matters-map-span = de { $least } a { $most } asuntos

## La fórmula de prioridad.

matters-priority-title = Cómo se calcula la prioridad
matters-priority-lede = Una sola fórmula pública ordena todos los asuntos que esperan decisión. Nadie adelanta un asunto a mano.
matters-priority-formula = La fórmula
matters-priority-sum = Los puntos de un asunto son la suma de estos términos, cada uno multiplicado por su peso.
matters-priority-weights = Términos y pesos
matters-priority-term = Término
matters-priority-counts = Qué cuenta
matters-priority-weight = Peso
matters-priority-why = El logaritmo hace que la segunda voz cuente más que la número doscientos, para que una calle ruidosa no pese más que una peligrosa. La antigüedad impide que un asunto espere para siempre.
matters-priority-example = El asunto que va primero hoy
matters-priority-of = Los puntos del asunto { $number }
matters-priority-closed = Ya no espera una decisión y no se ordena. Estos serían hoy sus puntos.
matters-priority-sum-head = Peso por valor
matters-priority-total = Suma
matters-priority-change = Cambiar los pesos
matters-priority-range = Números enteros de 0 a { $most }. El 0 deja fuera el término.
matters-priority-reason = Motivo
matters-priority-send = Cambiar y ordenar de nuevo
matters-priority-history = Todos los cambios de los pesos
matters-priority-never = Los pesos no se han cambiado nunca.
matters-priority-from-to = De { $from } a { $to }.
matters-reason-hint = Se publica junto con el cambio.
matters-term-voices = Voces
matters-term-voices-what = El logaritmo en base 2 del número de voces más uno
matters-term-urgency = Urgencia
matters-term-urgency-what = De 0 a 3: cuánto empeora con la espera
matters-term-safety = Seguridad
matters-term-safety-what = De 0 a 3: cuánto peligro corren las personas
matters-term-equity = Equidad
matters-term-equity-what = De 0 a 3: cuánto afecta a quienes menos tienen; a eso se suman de 0 a 3 puntos por la carencia del lugar (su índice de 0 a 100, dividido entre 34 y redondeado)
matters-term-deprivation = Carencia del lugar
matters-term-age = Antigüedad
matters-term-age-what = Días desde la primera voz, divididos entre 30
matters-weights-changed = Los pesos han cambiado y todos los asuntos abiertos se han ordenado de nuevo.
matters-weights-same = Estos son los pesos actuales. Cambie al menos uno.
matters-weight-wrong = Escriba un número entero de 0 a 10.
matters-weights-all-zero = Dé a algún término un peso mayor que 0.

## Asuntos parecidos a lo que alguien escribe.

matters-like-title = Otras personas dijeron algo parecido.
matters-like-hint = Únase a ellas o envíe lo suyo como algo nuevo.
matters-like-join = Enviar y unirme a este

## Seguir por correo.

matters-following-title = Seguir un asunto por correo
matters-following-ask = ¿Quiere recibir un correo cuando haya novedades en este asunto?
matters-following-confirm = Sí, avísenme
matters-following-no = No, borren mi dirección
matters-following-on = Usted sigue este asunto. Si deja de seguirlo, su dirección se borra.
matters-following-stop = Dejar de seguir y borrar mi dirección
matters-follow-confirmed = Ahora sigue este asunto.
matters-follow-stopped = Ya no sigue este asunto. Su dirección se ha borrado.
matters-email-wrong = Esto no es una dirección de correo. Escríbala así: nombre@example.org.
matters-mail-confirm-subject = Confirme, por favor: { $title }
matters-mail-confirm-text =
    { $city } recibió la petición de enviar a su dirección novedades sobre este asunto:

    { $title }

    Abra esta página para confirmar:
    { $link }

    Si no fue usted, no haga nada. No recibirá más correos.
matters-mail-news-subject = Novedades: { $title }
matters-mail-news-text =
    { $what }.

    { $title }
    Estado actual: { $state }

    { $link }

    Dejar de recibir estos correos:
    { $unfollow }

## Lo que dicen las acciones cuando algo no encaja.

matters-grade-wrong = Elija un valor de 0 a 3.
matters-lead-missing = Elija la oficina responsable.
matters-voices-missing = Elija al menos una voz y como máximo 1000.
matters-merge-itself = Elija otro asunto. Uno no puede unirse consigo mismo.
matters-reply-by-wrong = Elija un día entre hoy y dentro de un año.
matters-later-needs-reason = Este día es posterior al que rige. Diga por qué.
matters-no-such-move = El asunto no está en un punto desde el que pueda pasar a ese.
matters-not-finished = Los residentes solo pueden comprobar lo que está terminado.
matters-closed = El asunto está cerrado. Un recurso estimado lo vuelve a abrir.
matters-takes-no-voices = El asunto está cerrado y no admite más voces. Elija otro.
matters-joined-elsewhere = Esta voz ya forma parte de otro asunto.
matters-not-in-one-matter = Estas voces no están todas en un mismo asunto. Recargue la página.
matters-undo-too-late = Ya es tarde para deshacerlo: ya se deshizo, tiene más de un día o las cosas han cambiado.
matters-answer-first = Responda primero a las voces. Después podrá cerrarse el asunto como respondido.
matters-leads-already = Esta oficina ya es la responsable.
matters-hand-over-waits = Se pidió a otra oficina que lo asumiera y aún no ha contestado.
matters-asked-already = Ya se preguntó a esta oficina y aún no ha contestado.
matters-takes-part-already = Esta oficina ya participa.
matters-not-asked = No se ha preguntado a esta oficina.
matters-nothing-to-appeal = No hay ninguna decisión contra la que recurrir.
matters-appeal-waits = Ya hay un recurso sobre este asunto a la espera de resolución.
matters-appeal-ruled = Este recurso ya está resuelto.
