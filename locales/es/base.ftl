### Words that every page uses. The other files hold the words of one area each.
###
### One word for one concept, in all files: voice: voz; matter: asunto; promise, commitment: promesa, compromiso; case: caso; decision: decisión; ballot: votación; act: acto; outcome: resultado; code: código; office: oficina; resident: residente; place: lugar; channel: canal; process: proceso.

## Site navigation. Short: the row must fit a phone.

nav-main = Menú principal
nav-skip = Ir al contenido
nav-language = Idioma
nav-home = Inicio
nav-matters = Asuntos
nav-promises = Promesas
nav-cases = Casos de ciudades
nav-log = Registro público
nav-follow = Seguir mi código
nav-sign-in = Iniciar sesión
nav-sign-out = Cerrar sesión
nav-inbox = Bandeja de entrada
nav-late = Atrasado en mi oficina
nav-desk = Registro en ventanilla

## Foot of every page.

base-footer = Sobre este registro
base-footer-log = Cada cambio de estado está en el registro público, que cualquiera puede comprobar.
base-footer-words = Cómo se usan sus palabras
base-footer-data = Sus datos
base-footer-accessibility = Accesibilidad
base-footer-who = Quién responde de qué
base-footer-open-data = Datos abiertos

## Topics of matters and cases.

topic-waste = Gestión de residuos urbanos
topic-energy = Ahorro de energía y reducción de emisiones
topic-resilient = Ciudad resiliente
topic-smart = Ciudad inteligente
topic-engagement = Participación de los residentes
topic-inclusive = Comunidad inclusiva
topic-capacity = Fortalecimiento de la capacidad de gobierno
topic-services = Mejora de los servicios públicos urbanos
topic-economy = Desarrollo económico urbano
topic-renewal = Renovación urbana y construcción de infraestructuras
topic-youth = Desarrollo juvenil y educación cívica
topic-environment = Protección del medio ambiente

## Channels by which a voice comes in.

channel-web = Web
channel-desk = Ventanilla
channel-phone = Teléfono
channel-letter = Carta
channel-email = Correo electrónico
channel-paper-card = Tarjeta de papel
channel-meeting = Reunión de diálogo
channel-station = Punto de enlace
channel-radio = Radio
channel-open311 = Otra aplicación (Open311)
channel-workshop = Taller
channel-social = Redes sociales

## States of a matter, in order; the last four are side exits.

state-voiced = Planteado
state-sorted = Clasificado
state-open = Abierto
state-decided = Decidido
state-doing = En marcha
state-done = Hecho
state-evaluated = Evaluado
state-shared = Compartido como caso
state-answered = Respondido sin actuación
state-merged = Unido a otro asunto
state-referred = Remitido a otra entidad
state-withdrawn = Retirado

## The six counted steps that residents see.

step-heard = Escuchado
step-weighed = Valorado
step-decided = Decidido
step-doing = En marcha
step-done = Hecho
step-shared = Compartido

## Levels of need, from the material to the spiritual.

level-safety = Seguridad
level-basic-service = Servicios básicos
level-livelihood = Medios de vida
level-belonging = Pertenencia
level-culture = Cultura

## Fields of need: of everybody, of a group that shares it, of one household.

field-public = Público
field-shared = Compartido
field-private = Privado

## Rungs of Arnstein's ladder of participation, lowest first.

rung-manipulation = Manipulación
rung-therapy = Terapia
rung-informing = Información
rung-consultation = Consulta
rung-placation = Apaciguamiento
rung-partnership = Colaboración
rung-delegated = Poder delegado
rung-control = Control ciudadano

## Names of languages.

lang-en = inglés
lang-zh = chino
lang-es = español
lang-ar = árabe

## Words on forms and lists.

form-send = Enviar
form-save = Guardar
form-cancel = Cancelar
form-optional = Opcional
form-search = Buscar
form-all = Todos
form-yes = Sí
form-no = No
form-download-csv = Descargar CSV
form-next = Siguiente
form-previous = Anterior
form-back = Volver

## Errors, each in three parts: what happened, why, what to do now.

error-not-found-what = Esta página no existe.
error-not-found-why = Puede que la dirección esté mal escrita o que la página haya cambiado de sitio.
error-not-found-now = Revise la dirección o elija en el menú.
error-forbidden-what = No puede ver ni hacer esto.
error-forbidden-why = Su función no tiene este derecho, u otra oficina es la responsable aquí.
error-forbidden-now = Mire en la página del asunto qué oficina es la responsable y consúltela, o pregunte por su función a un administrador.
error-too-many-what = Hemos detenido esta solicitud.
error-too-many-why = Llegaron demasiadas solicitudes desde su conexión en poco tiempo.
error-too-many-now = Espere un minuto y vuelva a intentarlo. También puede llamarnos o venir a la ventanilla.
error-server-what = Algo ha fallado por nuestra parte.
error-server-why = Un fallo del sistema detuvo la página. Ha quedado anotado.
error-server-now = Inténtelo de nuevo en unos minutos. Si estaba enviando algo, compruebe antes con su código si llegó.
error-away-what = En este momento no podemos acceder al registro.
error-away-why = La base de datos no responde. No se ha perdido nada de lo guardado y esta página vuelve a funcionar por sí sola.
error-away-now = Espere un minuto y cargue la página de nuevo. También puede llamarnos o venir a la oficina.
error-full-what = En este momento no podemos guardar nada.
error-full-why = Nuestro almacenamiento está lleno. Se puede seguir leyendo, no se ha perdido nada de lo guardado y se podrá guardar en cuanto haya espacio.
error-away-again = Lo que envió está en esta página, pero todavía no en el registro. Espere un minuto y envíelo de nuevo; cuenta una sola vez.
error-away-send = Enviar de nuevo
error-away-file = Elija la foto otra vez
error-bad-form-what = No hemos podido recibir este formulario.
error-bad-form-why = Falta un campo o hay un valor que no podemos leer.
error-bad-form-now = Vuelva atrás, corrija los campos marcados y envíelo de nuevo.

## Numbers, days and money in words.

base-unknown = desconocido
base-n-of = n = { $n } { $unit }
base-n-unknown = número de { $unit } desconocido
base-hidden = menos de 5
base-at-least = al menos { $bound }
base-part = { $done } de { $whole }
base-percent = { $value }{ "\u00A0" }%
base-days = { $n ->
    [one] { $n } día
    [many] { $n } de días
   *[other] { $n } días
}
base-today = hoy
base-yesterday = ayer
base-tomorrow = mañana
base-days-ago = { $n ->
    [one] hace { $n } día
    [many] hace { $n } de días
   *[other] hace { $n } días
}
base-days-ahead = { $n ->
    [one] dentro de { $n } día
    [many] dentro de { $n } de días
   *[other] dentro de { $n } días
}

## The demo city's currency has no smaller unit. The number is always shown: amounts stand in columns and can be negative.

base-money = { $n ->
    [one] { $n } corona
    [many] { $n } de coronas
   *[other] { $n } coronas
}

## What stands between the items of an enumeration: a, b and c. Spaces count, hence the quotes.

base-list-between = { ", " }
base-list-last = { " y " }

## Used in Spanish only, before a last item that begins with the sound i. The same as above elsewhere.

base-list-last-before-i = { " e " }

## What stands between a name and its value, and how a remark is put in brackets.

base-colon = { ": " }
base-brackets = { " (" }{ $text })

form-reason-missing = Dé una razón. Se publica junto con el cambio.
form-missing = Rellene este campo.
form-too-long = Es demasiado largo. Acórtelo.
form-unknown = Elija uno de los valores ofrecidos.
form-date-wrong = Escriba la fecha como año-mes-día, por ejemplo 2026-05-31.
form-number-wrong = Escriba un número entero, 0 o más, por ejemplo 12000.
