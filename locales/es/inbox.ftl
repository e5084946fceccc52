### The inbox of new voices, worked by keyboard.

inbox-title = Bandeja de entrada
inbox-left = { $n ->
    [0] Ninguna voz espera
    [one] Queda una voz
   *[other] Quedan { $n } voces
}
inbox-boxes = Qué voces
inbox-tab-new = Nuevas ({ $number })
inbox-tab-mine = Remitidas a mi oficina ({ $number })
inbox-list = Voces, primero las que más esperan
inbox-to-list = Ir a la lista
inbox-elsewhere = La voz { $number } no está en esta lista: ya está clasificada o está en otra página. Esta es la siguiente que espera.
inbox-channel = Canal
inbox-language = Idioma
inbox-place = Lugar
inbox-said-by = Dicho por
inbox-unknown = No se sabe
inbox-voice = Voz { $number }
inbox-waiting = espera desde hace { $days }
inbox-photo = Foto enviada con esta voz
inbox-can-be-reached = dejó un contacto
inbox-to-page = Su página
inbox-referred-because = Se la remitieron porque:
inbox-skip = Saltar
inbox-previous = Atrás
inbox-select = Seleccionar
inbox-unselect = Quitar de la selección
inbox-selected = Seleccionada
inbox-select-none = No seleccionar ninguna
inbox-together = { $n ->
    [one] Se une junto con otra voz
   *[other] Se une junto con otras { $n } voces
}

## Where it may belong.

inbox-suggested = Asuntos que se le parecen
inbox-found = Asuntos con «{ $words }»
inbox-none-alike = Ningún asunto se parece a esta voz.
inbox-none-found = Ningún asunto tiene estas palabras. Pruebe otras, o el número de un asunto.
inbox-back-to-suggested = Volver a las propuestas
inbox-likeness = Parecido: { $percent }.
inbox-words = Palabras en común:
inbox-join = Unir
inbox-search = Buscar otro asunto: palabras o número
inbox-new = Un asunto nuevo
inbox-new-title = Título
inbox-topic = Tema
inbox-topic-later = Elegir más tarde
inbox-begin = Abrir el asunto

## This voice alone.

inbox-alone = Solo esta voz
inbox-refer = Remitir a una oficina
inbox-office = Oficina
inbox-choose-office = Elija una oficina
inbox-office-missing = Elija la oficina que debe ocuparse.
inbox-reason = Por qué
inbox-reason-hint = Se publica.
inbox-refer-send = Remitir
inbox-answer = Responder
inbox-answer-text = Su respuesta
inbox-answer-hint = Es pública y se envía por correo si hay dirección. No se puede deshacer.
inbox-answer-send = Responder en público
inbox-hide = Ocultar
inbox-hide-hint = Oculte solo lo que incumple las normas, nunca una opinión. La razón se publica y la voz sigue contando.
inbox-hide-send = Ocultar estas palabras

## What was done, and taking it back.

inbox-joined = Unida. Puede deshacerlo.
inbox-begun = El asunto está abierto. Puede deshacerlo.
inbox-referred = Remitida. Puede deshacerlo.
inbox-answered = Respondida en público.
inbox-hidden = Oculta. Puede deshacerlo.
inbox-undone = Deshecho. La voz ha vuelto.
inbox-taken = Otra persona acaba de ocuparse de una de estas voces. Mire la lista otra vez.
inbox-undo-last = Deshacer mi último paso aquí
inbox-undo-sorted = Deshacer este paso
inbox-undo-referred = Devolverla a mi oficina
inbox-undo-hidden = Mostrarla otra vez

## Nothing to do.

inbox-empty = Todas las voces están clasificadas.
inbox-empty-now = Vea qué más espera:
inbox-none-fits = Ninguna voz cumple estos filtros.
inbox-end = Ha llegado al final de la lista.
inbox-to-start = Volver al principio

## The list of keys.

inbox-key-join = Unir a un asunto propuesto
inbox-key-search = Buscar otro asunto
inbox-key-new = Abrir un asunto nuevo
inbox-key-select = Seleccionar la voz o quitarla
inbox-key-next = Saltar a la voz siguiente
inbox-key-previous = Volver a la voz anterior
inbox-key-refer = Remitir a una oficina
inbox-key-answer = Responder a esta voz
inbox-key-hide = Ocultarla con una razón
inbox-key-undo = Deshacer el último paso
