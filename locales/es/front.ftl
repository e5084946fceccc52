### Portada y página del asunto.

front-title = Dígalo una vez. Sígalo hasta que esté hecho.
front-lede = Todo lo que se dice aquí, por teléfono, en papel o en una reunión entra en un mismo registro público. Usted ve quién responde, qué se decidió y si se cumplió.
front-follow = Seguir un mensaje con su código
front-words = Cómo se usan sus palabras
front-heard = voces este año
front-weighed = asuntos en estudio
front-decided = decididos, con razones
front-doing = en ejecución
front-done = hechos: usted puede comprobarlos
front-shared = compartidos con otras ciudades
front-steps = Qué fue de lo que se dijo
front-story-lede = { $n ->
    [one] Se escuchó una voz, { $paper } en papel. Pasaron { $days } desde la primera voz hasta el resultado.
   *[other] Se escucharon { $n } voces, { $paper } de ellas en tarjetas o cartas. Pasaron { $days } desde la primera voz hasta el resultado.
}
front-first-voice = Primera voz
front-via = Canal: { $channel }. { $place }
front-joined = { $n ->
    [one] Se hizo asunto. Hasta hoy reúne una voz.
   *[other] Se hizo asunto. Hasta hoy reúne { $n } voces.
}
front-decision = Decidido por { $office }
front-promise = { $office }: { $title }
front-checked = Terminado y luego comprobado por los residentes
front-check-counts = { $yes } dicen que está hecho, { $no } que aún no.
front-indicator = { $name }: { $before } antes, { $after } después.
front-read-story = La historia completa
front-unanswered = voces sin respuesta después de { $days }.
front-overdue = promesas atrasadas, { $days } de media.
front-overdue-none = promesas atrasadas.
front-silent = barrios de los que no sabemos nada desde hace un año.
front-see = Verlas
front-silent-see = Cuáles, y cómo ayudar
front-silent-title = Barrios de los que no sabemos nada
front-silent-lede = Ninguna voz ha llegado de estos lugares en el último año. El silencio no es acuerdo: los puntos de enlace llevan primero allí las tarjetas.
front-silent-people = Habitantes
front-silent-last = Última voz
front-silent-never = ninguna en el registro
front-silent-voices = Voces este año
front-silent-per = por cada 1.000 habitantes
front-silent-help = Cómo ayudar: avise a un vecino, pida tarjetas en el punto de enlace o cuente usted lo que ve allí.
front-silent-others = Barrios de los que sí hemos tenido noticias
