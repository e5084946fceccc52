### Voces: la lista pública, una voz, la ventanilla y los montones de tarjetas.

## La lista y una voz.

voices-title = Voces
voices-at-least = Al menos { $bound } voces
voices-lede = Lo que la gente ha dicho a la ciudad, con sus palabras; primero lo más reciente. Todas las vías cuentan igual.
voices-of-year = Voces recogidas en { $year }
voices-of-matter = Todas las voces de un asunto
voices-unanswered-title = Voces sin respuesta
voices-unanswered-lede = Escuchadas hace más de { $days } y aún sin respuesta. Primero las que más esperan.
voices-filter-unanswered = Solo las que no tienen respuesta
voices-place = Lugar
voices-channel = Canal
voices-lang = Idioma
voices-lang-unknown = No se sabe
voices-kind = Qué es
voices-kind-unstated = Sin indicar
voices-kind-idea = Idea
voices-kind-report = Algo roto o que falta
voices-kind-question = Pregunta
voices-kind-point = Argumento
voices-kind-testimony = Vivencia
voices-name = Voz { $number }
voices-none = Ninguna voz cumple estos filtros.
voices-none-now = Quite un filtro o dígalo usted.
voices-waiting = espera desde hace { $days }
voices-state = En qué punto está
voices-answered = Respondida
voices-hidden = Un moderador ocultó estas palabras.
voices-hidden-reason = Un moderador ocultó estas palabras. Motivo: { $reason }
voices-withdrawn = Retirada por su autor. Sigue contando.
voices-referred = Remitida a { $office }. Motivo: { $reason }
voices-unsorted = Escuchada. Nadie la ha clasificado todavía.
voices-joined = Forma parte de un asunto
voices-to-matter = Ver el asunto
voices-heard = Escuchada el
voices-said-by = Lo dice
voices-answers = Respuestas a esta voz
voices-no-answer = Ninguna todavía.
voices-no-answer-matter = Ninguna solo para esta voz. La respuesta a todas las voces está en el asunto.
voices-history = Qué ha pasado
voices-edited = { $n ->
    [one] Su autor cambió las palabras una vez.
   *[other] Su autor cambió las palabras { $n } veces.
}
voices-photo = Foto enviada con esta voz

## Lo que hace un moderador.

voices-moderate = Moderación
voices-hide = Ocultar estas palabras
voices-hide-hint = La voz sigue contando y el motivo se publica. Oculte solo lo que incumple las reglas, nunca una opinión.
voices-restore = Volver a mostrar estas palabras
voices-reason = Motivo
voices-hidden-now = Las palabras están ocultas.
voices-restored-now = Las palabras se muestran de nuevo.

## La ventanilla.

voices-desk-lede = Para lo que llega por teléfono, carta, visita, reunión o radio. Cuenta igual que lo que llega por la web.
voices-desk-channel = ¿Cómo nos llegó?
voices-desk-text = Qué se dijo
voices-desk-text-hint = Con sus palabras y en su idioma.
voices-desk-place = ¿Dónde?
voices-desk-place-hint = Calle, lugar o toda la ciudad, tal como lo dijeron
voices-desk-heard = ¿Qué día?
voices-desk-heard-hint = El día en que llegó a la ciudad. Desde entonces corre el plazo de respuesta.
voices-desk-contact = ¿Cómo localizamos a la persona?
voices-desk-contact-hint = Solo para la respuesta. Se sella al momento; nadie en la ventanilla puede volver a leerlo. A un correo electrónico la respuesta sale sola. A un teléfono o una dirección postal todavía no se envía nada: entregue entonces el código.
voices-desk-save = Guardar y mostrar el código
voices-desk-cards = Introducir un montón de tarjetas
voices-desk-next = Introducir la siguiente
voices-desk-receipt = Guardada como voz { $number }
voices-desk-say = Lea este código en voz alta o imprima la página y entréguela.
voices-key-channel = Ir al canal
voices-key-text = Ir a las palabras
voices-key-next = Introducir la siguiente

## Montones de tarjetas.

voices-cards-title = Un montón de tarjetas
voices-cards-lede = Una fila por tarjeta. Intro pasa al campo siguiente. Las filas vacías no se guardan.
voices-cards-stack = Para todo el montón
voices-cards-stack-hint = Una fila puede indicar otra cosa.
voices-cards-grid = Las tarjetas
voices-cards-row = Fila { $number }
voices-cards-words = Palabras de la tarjeta
voices-cards-date = Día
voices-cards-contact = Contacto
voices-cards-as-stack = como arriba
voices-cards-lang-auto = averiguar
voices-cards-more = Añadir 25 filas
voices-cards-save = Guardar el montón
voices-cards-table = Desde una tabla
voices-cards-table-hint = Un archivo CSV o filas copiadas de una hoja de cálculo. La primera línea nombra las columnas. Solo hace falta text; también puede haber place, channel, lang, date y contact. Verá las filas en la cuadrícula, debajo de las que escribió, antes de guardarlas.
voices-cards-paste = Pegue las filas
voices-cards-file = O elija un archivo
voices-cards-fill = Pasarlas a la cuadrícula
voices-cards-saved = { $n ->
    [one] Una tarjeta está en el registro
   *[other] { $n } tarjetas están en el registro
}
voices-cards-codes = Número y código de cada tarjeta
voices-cards-code = Código
voices-cards-print = Imprimir la lista
voices-cards-error = Fila { $number }: { $error }

## Lo que puede estar mal.

voices-text-missing = Escriba qué debería cambiar; bastan unas palabras.
voices-desk-text-missing = Escriba lo que se dijo; bastan unas palabras.
voices-text-too-long = El texto pasa de 20.000 caracteres. Envíe la parte más importante.
voices-contact-wrong = Parece una dirección de correo con un error. Revísela o déjela vacía.
voices-heard-later = Ese día aún no ha llegado. Escriba el día en que llegó a la ciudad.
voices-answer-missing = Escriba la respuesta.
voices-answered-already = Ya tiene respuesta, así que sus palabras no se pueden cambiar.
voices-sorted-already = Forma parte de un asunto o ya tiene respuesta. Traslade el asunto.
voices-not-shown = Fue retirada u ocultada, así que aquí ya no se puede hacer nada con ella.
voices-not-hidden = No está oculta.
voices-cards-none = Aún no hay ninguna tarjeta. Rellene al menos una fila.
voices-cards-too-many = Son más de 500 filas. Divida el montón.
voices-csv-column = La tabla no tiene la columna «{ $column }». Escriba los nombres de las columnas en la primera línea.
voices-csv-line = No se puede leer la línea { $number } de la tabla. Revise las comillas.
voices-csv-encoding = El archivo no es texto UTF-8. Guárdelo como «CSV UTF-8» y elíjalo de nuevo.
voices-csv-empty = Aún no hay ninguna tabla. Pegue las filas con los nombres de las columnas o elija un archivo.
voices-csv-quote = En la línea { $number } de la tabla hay unas comillas sin cerrar. Ciérrelas, o las filas de abajo pasarán a esa celda.
voices-csv-left-out = No se tomó de la tabla, porque no conocemos estas columnas: { $columns }. Revise los nombres si falta algo abajo.
voices-place-unknown = «{ $words }» no es un lugar que conozcamos. Se guarda tal como está escrito.
voices-contact-unclear = Esto no es un correo electrónico, un teléfono ni una dirección postal. Revíselo o déjelo vacío.
