### Programmes: the award, its workshops and questionnaires, and the statistics from them.

## Pages

programmes-title = Estadísticas del Premio de Guangzhou
programmes-lede = Los números vienen del informe sobre el tercer Taller para Líderes de Opinión (2019) del Premio Internacional de Guangzhou a la Innovación Urbana y de los casos de esta biblioteca. Cada uno se calcula cada vez a partir de los registros. Lo que no se sabe se muestra como desconocido.
programmes-none = Todavía no se ha importado nada.
programmes-figure = { $figure } del informe
programmes-cases-behind = Los casos detrás de los números, con todas las fuentes
programmes-remarks = Qué dicen otras fuentes
programmes-remarks-hint = La tabla contiene solo lo que dicen el informe y los casos de esta biblioteca. Otras fuentes saben más o cuentan de otro modo; sus palabras están aquí y no entran en ningún número de arriba.
programmes-themes = Temas de los talleres
programmes-contradictions-title = Donde el informe se contradice
programmes-contradictions-lede = Cada una se guarda aquí con ambos lugares. En las estadísticas solo puede aparecer un número, calculado de los registros.
programmes-about = Sobre
programmes-one-place = En un lugar
programmes-other-place = En otro
programmes-consequence = Qué hace este registro

## Numbers and their base

programmes-unit-cases = casos
programmes-unit-winners = casos ganadores
programmes-unit-answers = respuestas
programmes-unit-workshops = talleres
programmes-source-report = Fuente: el informe, { $place }
programmes-source-cases = Fuente: los hechos sobre cada caso de la biblioteca
programmes-total = Total (calculado)
programmes-share = Proporción
programmes-named-count = { $name } ({ $count })

## Change over time

programmes-trend-up = { $about }: { $now } en { $to }, { $by } más que en { $from } (+{ $percent })
programmes-trend-down = { $about }: { $now } en { $to }, { $by } menos que en { $from } (−{ $percent })
programmes-trend-same = { $about }: { $now } en { $to }, igual que en { $from }
programmes-change = Cambio de { $from } a { $to }
programmes-change-percent = Cambio en porcentaje

## Regions

programmes-regions-title = Casos por región y sesión
programmes-region = Región
programmes-cases-in = Casos { $year }
programmes-share-in = Proporción { $year }
programmes-regions-summary = En comparación con { $base }: más casos de { $up }; menos de { $down }; los mismos de { $same }.
programmes-nowhere = ninguna
programmes-regions-missing = Las regiones de { $years } se desconocen.
programmes-regions-note = Se cuentan casos, no ciudades: { $cities }. Las filas llevan a los casos de la región que guarda la biblioteca; son menos.
programmes-cities-in = { $cities } ciudades en { $year }

## Sessions

programmes-sessions-title = Sesiones del premio
programmes-session = Sesión
programmes-entries = Candidaturas (casos)
programmes-cities = Ciudades
programmes-countries = Países y regiones
programmes-longlist = Recomendadas por expertos
programmes-shortlist = Finalistas
programmes-winners-head = Ganadores en este registro
programmes-sessions-note = Candidaturas, ciudades y países son unidades distintas y nunca se suman entre sí. Los ganadores se cuentan a partir de los hechos de los casos. Desconocido significa que el informe no lo dice.
programmes-sessions-sum = Casos de todas las sesiones, calculado: { $sum }
programmes-per-city = En { $year } una ciudad envió { $mean } casos de media.

## Topics

programmes-topics-title = Casos por tema
programmes-topic = Tema
programmes-topics-note = El informe solo da las dos sesiones juntas. Las filas llevan a los casos del tema que guarda la biblioteca.
programmes-topics-most = Más casos: { $list }.
programmes-topics-sum = Los temas suman { $sum } = { $parts }, calculado a partir de ambas tablas.

## Winners

programmes-winners-title = Ganadores por tema
programmes-winners-in = Ganadores { $year }
programmes-in-chapter = De ellos, nombrados en { $place } del informe
programmes-winners-note = Un caso cuenta cuando una fuente dice que ganó. Todas las fuentes están abajo.

## Workshops

programmes-workshops-title = Talleres para líderes de opinión
programmes-workshop = Taller
programmes-participants = Participantes
programmes-workshops-note = Donde una fuente dice solo que fueron más, el número es un límite inferior.

## Questionnaires

programmes-answer = Respuesta
programmes-survey-note = Porcentajes tal como se imprimieron, redondeados.
programmes-survey-most = Respuesta más frecuente: { $answer }, { $share }.
programmes-survey-none = El informe no da porcentajes para esta pregunta.
programmes-survey-no-base = El informe no dice cuántas personas respondieron.
programmes-question-satisfaction = Satisfacción con el tercer taller
programmes-question-gov-role = Papel de los gobiernos en el impulso de la innovación urbana
programmes-question-resident-importance = Importancia de la participación de los residentes en la innovación urbana
programmes-question-future-topics = Temas de mayor interés para el futuro
programmes-question-preferred-format = Formatos de taller preferidos
programmes-option-very-satisfied = Muy satisfecho
programmes-option-satisfied = Satisfecho
programmes-option-so-so = Regular
programmes-option-not-very-satisfied = Poco satisfecho
programmes-option-dissatisfied = Insatisfecho
programmes-option-very-important = Muy importante
programmes-option-important = Importante
programmes-option-somewhat-important = Algo importante
programmes-option-not-very-important = Poco importante
programmes-option-not-important = Nada importante
programmes-option-case-sharing = Presentación de casos
programmes-option-expert-dialogues = Diálogos con expertos
programmes-option-site-visits = Visitas sobre el terreno

## With numbers

programmes-survey-base = El informe no dice cuántas personas respondieron. Al menos { $n } tuvieron que hacerlo: el menor número que puede dar todos los porcentajes de { $figures } (calculado, no contado).
programmes-winners-sentence = Según al menos una fuente { $n ->
    [one] ganó { $n } caso
   *[other] ganaron { $n } casos
}; { $place } del informe nombra { $named } de ellos.
programmes-workshops-sum = { $n ->
    [one] { $n } taller
   *[other] { $n } talleres
} con { $all } participantes en total.
