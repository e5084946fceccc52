### Outcomes: whether it helped, and what residents say.

outcomes-check-title = ¿Está hecho?
outcomes-check-lede = La ciudad dice que esto está hecho. Vaya a verlo y diga qué ve. Cuando bastantes personas dicen «todavía no», el trabajo empieza de nuevo.
outcomes-check-words = ¿Qué ve?
outcomes-check-words-hint = En cualquier idioma. Se publica sin su nombre.
outcomes-check-closed = Aquí no hay nada terminado por ahora, así que no hay nada que comprobar.
outcomes-thanks = Gracias. Su comprobación cuenta.
outcomes-thanks-again = Esta comprobación ya se había contado. Cuenta una vez.
outcomes-thanks-changed = Ha cambiado lo que dice. Cuenta una vez, como lo dice ahora.
outcomes-thanks-reopened = Gracias. Con la suya, bastantes personas dicen «todavía no»: el trabajo se retoma.
outcomes-reopened-reason = { $n ->
    [one] { $n } de { $all-count } residentes que lo comprobaron dice: todavía no.
   *[other] { $n } de { $all-count } residentes que lo comprobaron dicen: todavía no.
}
outcomes-title = Resultado de este asunto
outcomes-indicators = Cifras
outcomes-caption = Lo que se mide, antes y ahora
outcomes-no-indicators = Aún no se ha medido nada.
outcomes-name = ¿Qué se mide?
outcomes-name-hint = Por ejemplo: Caídas en el camino
outcomes-unit = Unidad
outcomes-unit-hint = Por ejemplo: caídas en 120 días
outcomes-baseline = Antes
outcomes-baseline-source = Fuente de la cifra de antes
outcomes-target = Meta
outcomes-value = Ahora
outcomes-value-source = Fuente de la cifra de ahora
outcomes-better = ¿Cuándo es mejor?
outcomes-better-up = Cuando la cifra sube
outcomes-better-down = Cuando la cifra baja
outcomes-kept-note = Aquello con lo que se compara no se puede cambiar después. Todos los valores quedan a la vista.
outcomes-add = Cifra nueva con su punto de partida
outcomes-add-send = Anotarla
outcomes-measure = Valor nuevo
outcomes-measure-send = Publicar el valor
outcomes-judged = Resultado
outcomes-reached = Meta alcanzada
outcomes-improved = Mejor que antes
outcomes-same = Igual que antes
outcomes-worse = Peor que antes
outcomes-measured = La cifra consta en el registro.
outcomes-evaluate = ¿Qué se aprendió?
outcomes-evaluate-hint = Qué funcionó, qué no y qué debería saber otra ciudad. Después, el resultado se vuelve a mirar al cabo de 1, 3 y 5 años.
outcomes-evaluate-send = Publicar la evaluación
outcomes-evaluated = La evaluación está publicada.
outcomes-rechecks = Se vuelve a mirar
outcomes-recheck = { $n ->
    [one] al cabo de { $n } año
   *[other] al cabo de { $n } años
}
outcomes-recheck-done = hecho
outcomes-words = Lo que dicen los residentes
outcomes-counts = { $done } dicen hecho, { $not-yet } dicen todavía no, desde que se terminó por última vez
outcomes-hide = Ocultar estas palabras
outcomes-hide-reason = Motivo para ocultarlas
outcomes-hidden = Las palabras están ocultas. La comprobación sigue contando.
outcomes-source-missing = Diga de dónde sale la cifra.
outcomes-number-wrong = Escriba un número, por ejemplo 12 o 4.5, sin separador de miles.
outcomes-too-many = Este asunto ya tiene 20 cifras. Añada un valor a una de ellas.
outcomes-not-in-work = No hay nada que medir en este asunto: no se está trabajando en él.
outcomes-not-done = Solo se puede evaluar lo que está hecho.
