### Promises: who does what by when, with what money and people.

commitments-lede = Lo que la ciudad ha prometido, quién responde de ello y para cuándo. Lo que va con retraso aparece primero.
commitments-none-overdue = Ninguna promesa va con retraso.
commitments-overdue-text = { $n ->
    [one] { $n } promesa con retraso de { $days }
   *[other] { $n } promesas con un retraso medio de { $days }
}
commitments-office = Oficina
commitments-state = Estado
commitments-running = En curso
commitments-finished = Cumplida
commitments-overdue = Con retraso
commitments-reopened = Retomada
commitments-none = Ninguna promesa coincide.
commitments-none-now = Quite un filtro.
commitments-partners-count = { $n ->
    [one] con { $n } participante más
   *[other] con { $n } participantes más
}
commitments-days-late = { $n ->
    [one] { $n } día de retraso
   *[other] { $n } días de retraso
}
commitments-moved-count = { $n ->
    [one] fecha cambiada una vez
   *[other] fecha cambiada { $n } veces
}
commitments-people-count = { $n ->
    [one] { $n } persona
   *[other] { $n } personas
}
commitments-finished-on = Cumplida el { $date }
commitments-finished-late = Terminada el { $date }, con { $days } de retraso
commitments-percent-done = { $percent } % hecho
commitments-money-of = { $spent } de { $money } gastadas
commitments-money-spent = Gastado: { $money }
commitments-due = Plazo
commitments-number = Promesa { $number }
commitments-matter-number = Asunto { $number }
commitments-matter = Asunto
commitments-by-office = Por oficina
commitments-by-office-caption = Promesas según la oficina que las dirige. El retraso se cuenta solo por las fechas; la última columna es la mediana de los días.
commitments-made-n = Promesas (n)
commitments-median = Días de retraso, mediana
commitments-facts = De un vistazo
commitments-lead = Responsable
commitments-departments = Otras oficinas
commitments-partners = Colaboran
commitments-money = Dinero
commitments-people = Personas
commitments-evidence = Pruebas
commitments-reports = Informes
commitments-no-reports = Aún no se ha informado de nada.
commitments-dates = Fechas
commitments-first-due = Prometido primero para el
commitments-moved-from = Pasó del
commitments-moved-to = al
commitments-photo-alt = Foto del informe del { $date }
commitments-work = Informar o cerrar
commitments-make = Hacer una promesa
commitments-title = ¿Qué será verdad cuando esté hecho?
commitments-title-hint = Una línea que cualquiera pueda comprobar, por ejemplo: El camino está iluminado desde el puente hasta la estación.
commitments-money-hint = En coronas enteras. Déjelo vacío si no se sabe.
commitments-people-hint = Personal y voluntarios en conjunto
commitments-with = ¿Quién participa?
commitments-make-note = La promesa es pública de inmediato. Después, la fecha solo se puede cambiar con un motivo, y todas las fechas quedan a la vista.
commitments-send = Prometer en público
commitments-made = Prometido. Ya está en la lista pública.
commitments-report = Informar del avance
commitments-percent = ¿Cuánto está hecho, en porcentaje?
commitments-spent = Gastado hasta ahora, en coronas
commitments-text = ¿Qué se hizo?
commitments-text-hint = Lo que vería un residente en el lugar.
commitments-photo = Foto
commitments-photo-hint = JPEG, PNG o WebP de hasta 10 MB. Se borran el lugar y la hora guardados dentro de la foto.
commitments-report-send = Publicar el informe
commitments-finish = Cerrar con pruebas
commitments-evidence-hint = Qué se midió, contó o fotografió, y quién lo hizo.
commitments-finish-send = Cerrar la promesa
commitments-move = Cambiar la fecha
commitments-reason = Motivo
commitments-reason-hint = Se publica con la fecha anterior y la nueva.
commitments-move-send = Cambiar la fecha en público
commitments-reported = El informe está publicado.
commitments-finished-now = Cerrada. Ahora los residentes pueden decir si está hecho.
commitments-date-moved = La fecha se cambió. La anterior y el motivo quedan en la página.
commitments-is-finished = Esta promesa ya está cumplida.
commitments-is-withdrawn = Esta promesa se retiró.
commitments-withdrawn = Retirada
commitments-withdraw = Retirar la promesa
commitments-withdraw-hint = Se publica con su nombre. La promesa sigue a la vista y deja de contar.
commitments-withdraw-send = Retirarla en público
commitments-withdrawn-now = La promesa se retiró. Sigue a la vista, con el motivo.
commitments-retitle = Corregir el título
commitments-retitle-hint = El título anterior queda en el registro.
commitments-retitle-send = Corregirlo en público
commitments-retitled = El título se corrigió. El anterior sigue en la página.
commitments-title-before = El título anterior
commitments-title-same = Este es el título que ya tiene.
commitments-lead-not-yours = Usted promete por su propia oficina. Indique las demás como participantes.
commitments-not-decided = Este asunto aún no está decidido. Decídalo primero.
commitments-declined = Este asunto fue rechazado. Una promesa necesita una decisión que acepte algo.
commitments-too-many-partners = Indique como máximo 20 participantes.
commitments-too-much = Este número es demasiado grande. Compruébelo.
commitments-date-past = Ese día ya pasó. Elija hoy o una fecha posterior.
commitments-date-far = Ese día está demasiado lejos. Compruebe el año.
commitments-date-same = Esa es la fecha que ya tiene.
commitments-percent-wrong = Escriba un número entero de 0 a 100.
commitments-evidence-missing = Aporte pruebas: qué se midió, contó o fotografió.
commitments-photo-refused = No se puede aceptar esta foto. Envíe un JPEG, PNG o WebP de 10 MB como máximo.
commitments-photo-not-kept = No se pudo guardar la foto. Inténtelo de nuevo o envíe el informe sin ella.
