### Reports of the command that assigns reviewers, works out scores, ranks and chooses.

jury-warnings = Atención
jury-col-entry = Candidatura
jury-col-entries = Candidaturas
jury-col-reviewer = Evaluador
jury-col-reviewers = Evaluadores
jury-col-score = Puntuación
jury-caption = { $what }, n = { $count }
jury-range = de { $least } a { $most }

## Who reviews what

jury-assign-title = Quién evalúa qué
jury-assign-lede = Se repartieron { $assigned } de { $wanted } evaluaciones: { $entries } candidaturas, { $reviewers } evaluadores. Entre ellas no hay ningún conflicto de intereses.
jury-disconnected = Los evaluadores forman { $groups } grupos que no comparten ninguna candidatura. No se puede distinguir a un evaluador severo de un grupo de candidaturas débiles de otro.
jury-uneven = Las cargas difieren en más de 1. Los conflictos y los límites no dejan nada mejor, o no se podía conectar a los evaluadores de otro modo.
jury-short = { $entries }: tienen menos evaluadores de los que deberían.
jury-glance = En resumen
jury-loads = Carga menor y mayor
jury-field-matches = Evaluaciones de quien conoce un campo de la candidatura
jury-linked = Pares de evaluadores que comparten una candidatura
jury-unserved = Candidaturas sin evaluadores suficientes
jury-col-has = Tiene, de los previstos
jury-col-may = Pueden evaluarla
jury-col-full = De ellos, en su límite
jury-col-region = No asignados, porque basta uno de la propia región
jury-col-refused = Excluidos y por qué
jury-by-entry = Evaluadores de cada candidatura
jury-by-reviewer = Carga de cada evaluador
jury-col-load = Carga
jury-refused-author = autoría
jury-refused-declared = conflicto declarado
jury-refused-country = mismo país
jury-refused-city = misma ciudad
jury-refused-employer = mismo empleador
jury-refused-language = sin idioma común
jury-refused-field = sin campo común

## What the scores say

jury-score-title = Qué dicen las puntuaciones
jury-score-lede = { $reviews } evaluaciones de { $entries } candidaturas por { $reviewers } evaluadores.
jury-not-calibrated = Los evaluadores forman { $groups } grupos que no comparten ninguna candidatura, así que no se puede distinguir su severidad de la calidad de sus candidaturas. No se calibra nada; cuenta la media simple.
jury-no-errors = No hay más evaluaciones que incógnitas, así que no se conocen los errores ni se puede ver ningún valor atípico.
jury-agreement = Acuerdo de los evaluadores (alfa de Krippendorff)
jury-agreement-what = 1 es acuerdo total, 0 es lo que da el azar.
jury-residual = Lo que la severidad y la calidad no explican (desviación típica)
jury-entries-what = La puntuación calibrada descuenta la severidad de cada evaluador: es la que daría el evaluador medio. Severidades y candidaturas se estiman juntas por mínimos cuadrados.
jury-col-rank = Puesto
jury-col-mean = Media
jury-col-median = Mediana
jury-col-calibrated = Calibrada
jury-col-error = Error típico
jury-col-reviews = Evaluaciones
jury-severity = Severidad de los evaluadores
jury-severity-what = Por debajo de cero es más severo que el evaluador medio; por encima, más generoso.
jury-col-severity = Severidad
jury-col-spread = Distancia habitual de lo esperado
jury-criteria = Criterios
jury-col-criterion = Criterio
jury-col-weight = Peso
jury-col-agreement = Acuerdo
jury-outliers = Puntuaciones lejos de lo esperado
jury-outliers-none = Ninguna puntuación está lejos de lo que harían esperar su candidatura y su evaluador.
jury-col-expected = Esperada
jury-col-distance = Distancia en errores típicos

## Ranking

jury-rank-title = La clasificación
jury-rank-lede = { $rule }, con { $ballots } papeletas.
jury-rule-majority = Juicio mayoritario
jury-rule-borda = Borda
jury-rule-schulze = Schulze
jury-rule-ranked-pairs = Pares ordenados
jury-rule-runoff = Segunda vuelta instantánea
jury-rule-stv = Voto único transferible
jury-rule-approval = Aprobación
jury-shared = { $entries } comparten el puesto { $place }. No se fijó ninguna regla para los empates.
jury-places = Puestos
jury-col-place = Puesto
jury-col-result = Resultado
jury-elected = elegida
jury-ties = Empates y qué los decidió
jury-col-tied = Empatadas
jury-col-by = Decidido por
jury-col-order = Orden
jury-by-previous = las rondas anteriores
jury-by-order = el orden fijado de antemano
jury-by-lot = el sorteo con la semilla fijada de antemano
jury-by-file = el orden del archivo
jury-pairs = Papeletas que ponen la fila por delante de la columna
jury-paths = Fuerza del camino más fuerte de la fila a la columna
jury-grades = Calificaciones
jury-col-majority = Calificación mayoritaria
jury-rounds = Votos en cada ronda
jury-col-round = Ronda { $n }
jury-exhausted = Para nadie que quede
jury-quota = Votos necesarios para ser elegida

## Choice under limits

jury-choose-title = La selección
jury-choose-lede = { $chosen } de { $entries } candidaturas, con { $total } puntos en total.
jury-proven = Ninguna otra selección dentro de los límites suma más puntos. Está demostrado.
jury-gap = La búsqueda se interrumpió. Ninguna selección suma más de { $bound }.
jury-choose-tie = Otra selección suma lo mismo. Lo que decidió entre las dos: { $rule }.
jury-choose-instead = En su lugar tiene { $entries }.
jury-chosen = Seleccionadas
jury-prices = Qué cuesta cada límite
jury-prices-what = El precio de un límite son los puntos que se ganarían sin él. Desplazadas son las candidaturas que entonces se elegirían y ahora no. Los precios de varios límites no se suman.
jury-col-limit = Límite
jury-col-bounds = Mínimo y máximo
jury-col-count = Elegidas
jury-col-price = Precio
jury-col-displaced = Desplazadas
jury-col-admitted = En su lugar
jury-all-limits = Todos los límites juntos
jury-each-value = cada valor
jury-no-limit = sin límite
jury-clash-lede = Ninguna selección de { $seats } candidaturas cumple todos los límites.
jury-clash = Límites que no pueden cumplirse juntos
jury-clash-what = Sin cualquiera de ellos, los demás sí se podrían cumplir. Afloje uno y vuelva a seleccionar.
jury-col-there = Candidaturas que lo tienen

## Gráficos

jury-picture-some = El gráfico muestra las primeras { $shown } líneas de { $all }; la tabla las tiene todas.
jury-picture-scores = Puntuaciones y su certeza
jury-picture-scores-errors = Una línea por candidatura, la mejor primero. El punto es la puntuación; la línea llega a dos errores estándar a cada lado. Donde las líneas coinciden, el orden no es seguro.
jury-picture-scores-range = Una línea por candidatura, la mejor primero. El punto es la puntuación; la línea va de la evaluación más baja a la más alta.
jury-picture-severity = Severidad de cada evaluador
jury-picture-severity-what = La línea discontinua es el evaluador medio. El número dice cuánto puntúa alguien por encima (indulgente) o por debajo (severo); la línea llega a dos errores estándar a cada lado.
jury-picture-loads = Carga de cada evaluador
jury-picture-loads-what = Cuántas candidaturas lee cada evaluador.
jury-picture-limits = Elegidas, junto a lo que permiten los límites
jury-picture-limits-what = La línea va del mínimo al máximo que permite un límite; el punto es cuántas se eligieron.
jury-picture-prices = Puntuación que cuesta cada límite
jury-picture-prices-what = Solo los límites que cuestan algo, el más caro primero.
jury-picture-points = Puntos de cada candidatura
jury-picture-grades = Calificaciones de cada candidatura, de la mejor (la más oscura) a la peor
jury-picture-beats = Candidaturas a las que vence cada una, de dos en dos
jury-picture-first = Votos de cada candidatura en la primera ronda
jury-picture-places-what = En el orden de los puestos. Las tablas de abajo tienen todos los números.
