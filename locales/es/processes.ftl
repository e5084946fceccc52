### Processes: the ladder of participation and the catalogue of channels.

## Pages

processes-ladder-title = La escalera de la participación
processes-ladder-lede = Quien abre un proceso dice qué peldaño promete. Lo alcanzado se cuenta después.
processes-ladder-caption = Ocho peldaños, del más alto al más bajo
processes-ladder-source = Según S. Arnstein, A ladder of citizen participation, 1969, tal como lo cuenta el informe.
processes-rung = Peldaño
processes-name = Nombre
processes-level = Nivel
processes-meaning = Qué significa
processes-promise = Qué se puede prometer
processes-none = Todavía no se ha importado nada.
processes-none-now = La administración importa las tablas del informe.
processes-channels-title = Canales de participación
processes-channels-lede = Todas las formas de participar que nombra el informe y qué las ofrece aquí.
processes-lasting-rule = Solo se dice cuánto dura un canal cuando se conocen sus fechas.
processes-path = Vía
processes-lasting = Duración
processes-open-today = Abierto aquí hoy por
processes-not-yet = todavía no
processes-answer = Qué lo ofrece aquí
processes-permanent = permanente
processes-temporary = temporal

## Classes, paths and groups of channels

processes-class-formal = Canales formales
processes-class-informal = Canales informales
processes-class-case = Formas surgidas de los casos
processes-path-official = oficial
processes-path-unofficial = no oficial
processes-path-opinion = opinión pública
processes-path-action = acción directa
processes-group-independent = independiente
processes-group-multi = varias partes en común
processes-group-women = mujeres y personas con discapacidad

## Levels of the ladder

processes-level-none = Ausencia de participación
processes-level-token = Participación simbólica
processes-level-power = Poder ciudadano

## What the rungs mean and what may be promised on them

processes-meaning-manipulation = Los residentes son asesores sin poder o se les coloca en grupos de representación.
processes-promise-manipulation = No se ofrece. Un proceso sin deber de respuesta queda señalado aquí.
processes-meaning-therapy = Intenta cambiar la reacción de los residentes en lugar de las causas.
processes-promise-therapy = No se ofrece.
processes-meaning-informing = Se informa a los residentes de los hechos.
processes-promise-informing = Informar: publicar y avisar.
processes-meaning-consultation = Encuestas de opinión y audiencias públicas.
processes-promise-consultation = Consultar: responder a cada punto antes de una fecha.
processes-meaning-placation = Los comités pueden debatir pero no decidir.
processes-promise-placation = Asesorar: las recomendaciones reciben una respuesta razonada.
processes-meaning-partnership = El poder y la responsabilidad se comparten con la ciudad.
processes-promise-partnership = Codecidir: la ciudad y los residentes deben estar de acuerdo.
processes-meaning-delegated = La ciudadanía ejerce la aprobación en nombre del gobierno.
processes-promise-delegated = Delegar: una votación obliga dentro de límites fijados.
processes-meaning-control = La ciudadanía gestiona, planifica y aprueba directamente.
processes-promise-control = Gestión vecinal: el proceso, el presupuesto y la aceptación son de los residentes.

## Names of the channels in the report's catalogue

processes-way-rep-meetings = Reuniones de representantes
processes-way-petition-letters-visits = Cartas y visitas de petición
processes-way-hearings = Audiencias públicas
processes-way-councils = Consejos
processes-way-opinion-reporting = Sistema de información sobre la situación social y la opinión pública
processes-way-expert-consulting = Sistema de consulta a expertos
processes-way-public-informed = Sistema de información al público
processes-way-major-issue-hearings = Audiencias públicas sobre asuntos importantes
processes-way-planning-appeal = Recurso contra una decisión urbanística
processes-way-opinion-survey = Encuesta de opinión
processes-way-citizen-committee = Comité ciudadano
processes-way-social-organisations = Organizaciones sociales
processes-way-newspapers = Periódicos
processes-way-radio = Emisoras y programas especiales de radio
processes-way-internet = Internet
processes-way-informal-media = Otros medios informales de opinión
processes-way-social-media = Weibo, WeChat y Facebook
processes-way-letters-visits = Cartas y visitas tradicionales
processes-way-mayors-mailbox = Buzón de la alcaldía
processes-way-mayors-hotline = Línea directa de la alcaldía
processes-way-issue-hearings = Audiencias convocadas para un asunto concreto
processes-way-consultation-meetings = Reuniones de consulta
processes-way-dialogue-meetings = Reuniones de diálogo con residentes
processes-way-seminars = Seminarios
processes-way-workshops = Talleres
processes-way-phone-calls = Llamadas telefónicas
processes-way-emails = Correos electrónicos
processes-way-network-voting = Votación en línea
processes-way-message-boards = Foros de mensajes en línea
processes-way-direct-action = Acción directa
processes-way-hotline-12319 = Línea 12319 de obras y gestión urbana
processes-way-compulsory-supervisors = Supervisores vecinales de la gestión urbana
processes-way-satisfaction-survey = Encuesta de satisfacción con la gestión urbana
processes-way-liaison-stations = Puntos de enlace comunitarios de la gestión urbana
processes-way-special-group-agenda = Agendas propias de expresión para grupos específicos
processes-way-suggestion-channel = Canales especiales de consejos y sugerencias
processes-way-public-committee = Comité público
processes-way-festivals = Fiestas tradicionales
processes-way-resident-club = Club de residentes con tarjeta telefónica y foro
processes-way-online-performance = Evaluación del desempeño e intercambio de asuntos en línea
processes-way-youth-pb = Presupuesto participativo juvenil
processes-way-green-life = Proyectos de empoderamiento para una vida verde
processes-way-one-click-app = Aplicación de un solo toque
processes-way-citizen-led-coordination = Coordinación metropolitana dirigida por la ciudadanía
processes-way-community-autonomy = Autonomía comunitaria orientada por el gobierno
processes-way-volunteer-ngo = Prestación conjunta de voluntarios y ONG
processes-way-gov-business-resident = El gobierno dirige, la empresa opera y los residentes se benefician
processes-way-joint-decision = Residentes, organizaciones y empresas deciden juntos
processes-way-vision-partnership = Visión a largo plazo con universidades, ONG y empresas
processes-way-women-led = Proyectos y foros dirigidos por mujeres
processes-way-disability-model = Gobernanza modelada con personas con discapacidad
processes-way-quota-design-team = Equipo de diseño con cuota de género
processes-way-oral-history = Registro de historia oral, concursos y curaduría
processes-way-civic-educators = Jóvenes educadores cívicos en la calle
processes-way-paired-encounters = Encuentros por parejas de grupos separados
processes-way-operations-alerts = Centro de operaciones con avisos a los residentes
processes-way-planning-partnership = Plan redactado con empresas, ONG, grupos y residentes

## With numbers

processes-channels-count = { $n ->
    [one] { $n } canal
   *[other] { $n } canales
}, de los que { $open-n ->
    [one] { $open-n } está abierto
   *[other] { $open-n } están abiertos
} aquí hoy.
processes-channels-caption = { $class }: { $count }
processes-since = desde { $began }
