# Palabras de la entrada, de la cuenta propia, de quién responde de qué y de la página de cuentas.

parties-sign-in-title = Iniciar sesión
parties-sign-in-lede = Para quienes trabajan en la ciudad. Los residentes no necesitan cuenta: dígalo en la página de inicio y sígalo con su código.
parties-sign-in-button = Iniciar sesión
parties-sign-in-wrong = No pudimos iniciar la sesión. Revise el correo, la contraseña y el código e inténtelo de nuevo. Si olvidó la contraseña, pida una nueva a un administrador.
parties-sign-in-ended = Su sesión terminó y todavía no se guardó nada. Nada se ha perdido: inicie sesión y lo que envió le espera en la página siguiente.
parties-sign-in-many = { $n ->
    [one] Demasiados intentos fallidos. Espere un minuto e inténtelo de nuevo. Si olvidó la contraseña, pida una nueva a un administrador.
   *[other] Demasiados intentos fallidos. Espere { $n } minutos e inténtelo de nuevo. Si olvidó la contraseña, pida una nueva a un administrador.
}
parties-kept-title = Queda un paso
parties-kept-lede = Ha iniciado sesión. Lo que envió antes todavía no se ha guardado. Envíelo ahora.
parties-kept-words = Lo que escribió
parties-kept-send = Enviar ahora
parties-kept-drop = No enviarlo
parties-kept-file = No podemos conservar el archivo que eligió. Elíjalo otra vez en la página donde estaba.
parties-signed-out = La sesión está cerrada.

parties-email = Correo electrónico
parties-email-wrong = Escriba una dirección de correo, como nombre@ciudad.example.
parties-email-taken = Este correo ya tiene una cuenta. Cambie esa.
parties-password = Contraseña
parties-password-short = Use 12 caracteres o más. Bastan unas palabras que pueda recordar.
parties-password-wrong = Esta no es su contraseña. Inténtelo de nuevo.
parties-password-same = Esta ya es su contraseña. Elija otra.
parties-code = Código de su aplicación de autenticación
parties-code-hint = Seis cifras. Déjelo vacío si no tiene un segundo factor.
parties-code-wrong = Este código no coincide. Espere al siguiente, revise la hora de su dispositivo y escríbalo de nuevo.

## La cuenta propia

parties-account-title = Su cuenta
parties-account-name = Nombre
parties-account-office = Oficina
parties-account-roles = Funciones
parties-account-roles-link = Qué puede hacer cada función

parties-password-title = Cambiar la contraseña
parties-password-old = Contraseña actual
parties-password-new = Contraseña nueva
parties-password-hint = 12 caracteres o más, los que quiera. Se cerrará su cuenta en los demás navegadores.
parties-password-button = Cambiar la contraseña
parties-password-changed = Se cambió su contraseña. Su cuenta se cerró en los demás navegadores.

parties-totp-title = Segundo factor
parties-totp-off = Sin él, la contraseña sola abre su cuenta. Configúrelo en una aplicación de autenticación, en el teléfono o en el ordenador.
parties-totp-secret = Escriba esta clave en la aplicación:
parties-totp-link = Abrirla en una aplicación de este dispositivo
parties-totp-code = Después escriba las seis cifras que muestra la aplicación
parties-totp-button = Activar
parties-totp-enrolled = El segundo factor está activo. Desde ahora necesita la aplicación para entrar.
parties-totp-on = Está activo. Para entrar necesita la contraseña y un código de la aplicación.
parties-totp-password = Contraseña, para desactivarlo
parties-totp-drop = Desactivar
parties-totp-dropped = El segundo factor está desactivado.
parties-totp-there = Ya hay un segundo factor. Desactívelo primero y configúrelo otra vez.

parties-sessions-title = Dónde tiene la cuenta abierta
parties-sessions-caption = Navegadores en los que su cuenta está abierta
parties-sessions-since = Entrada
parties-sessions-seen = Último uso
parties-sessions-this = Este navegador
parties-sessions-end = Cerrar ahí
parties-sessions-ended = La cuenta se cerró en ese navegador.
parties-sessions-hint = La cuenta se cierra tras 8 horas sin uso y, en todo caso, a las 24 horas.

## Quién responde de qué

parties-roles-title = Quién responde de qué
parties-roles-lede = Solo quien tiene una cuenta de la ciudad cambia el registro, y cada función puede hacer solo lo que dice aquí. La tabla sale de las mismas reglas que aplica la plataforma.
parties-roles-caption = Funciones y lo que pueden hacer
parties-roles-right = Lo que se puede hacer
parties-roles-may = puede
parties-roles-may-not = no puede
parties-roles-for = Para qué sirve cada función
parties-roles-own = El personal actúa solo por su propia oficina; la alcaldía puede actuar por cualquiera. Cada cambio queda en el registro público con el nombre y la oficina de quien lo hizo.
parties-offices-title = Las oficinas y lo que hacen
parties-offices-log = En el registro
parties-offices-empty = Todavía no hay oficinas registradas.

parties-role-officer = Personal de oficina
parties-role-officer-about = Trabaja con las voces y los asuntos de una oficina.
parties-role-lead-officer = Responsable de oficina
parties-role-lead-officer-about = Responde, decide y se compromete por una oficina.
parties-role-moderator = Moderación
parties-role-moderator-about = Oculta lo que incumple las reglas, con un motivo, y lo restaura.
parties-role-mayors-office = Alcaldía
parties-role-mayors-office-about = Actúa por toda la ciudad: fija los pesos del orden y resuelve los recursos.
parties-role-auditor = Auditoría
parties-role-auditor-about = Lee todo lo que lee el personal. No escribe nada.
parties-role-administrator = Administración
parties-role-administrator-about = Mantiene la plataforma. No actúa sobre los asuntos.

parties-right-read-staff-pages = Leer las páginas del personal
parties-right-read-hidden = Leer palabras ocultas, para juzgar si se ocultaron bien
parties-right-read-accounts = Leer la lista de cuentas
parties-right-enter-voices = Anotar voces que llegan por teléfono, carta, tarjeta o visita
parties-right-sort = Unir, separar, fusionar y remitir voces y asuntos
parties-right-describe = Fijar tema, lugar y urgencia, y pedir a otras oficinas que participen
parties-right-answer = Responder en público
parties-right-decide = Decidir un asunto o cerrarlo sin actuar
parties-right-commit = Hacer promesas y mover sus fechas
parties-right-report = Informar del avance y cerrar una promesa con pruebas
parties-right-moderate = Ocultar y restaurar contenido, con un motivo
parties-right-rule = Resolver recursos
parties-right-weigh = Cambiar los pesos del orden
parties-right-share = Escribir un asunto como caso
parties-right-manage-accounts = Crear cuentas y cambiar funciones
parties-right-import = Importar lugares, oficinas y casos

## Cuentas, para la administración

parties-accounts-title = Cuentas
parties-accounts-count = { $n ->
    [one] { $n } cuenta
    [many] { $n } de cuentas
   *[other] { $n } cuentas
}
parties-accounts-caption = Cuentas del personal
parties-accounts-state = Estado
parties-accounts-active = activa
parties-accounts-inactive = desactivada
parties-accounts-factor = Segundo factor
parties-accounts-new = Cuenta nueva
parties-accounts-new-hint = Dé la contraseña en persona. Su titular la cambia en la página de su cuenta.
parties-accounts-name-hint = Se muestra en público junto a la oficina.
parties-accounts-create = Crear la cuenta
parties-accounts-created = Se creó la cuenta.
parties-accounts-may = Puede entrar
parties-accounts-may-hint = Sin esto la cuenta queda desactivada y se cierra en todas partes.
parties-accounts-changed = Se cambió la cuenta.
parties-accounts-reset-title = Contraseña nueva
parties-accounts-reset-hint = Para quien olvidó la suya. Su cuenta se cierra en todas partes.
parties-accounts-reset = Fijar la contraseña
parties-accounts-reset-done = La contraseña nueva está fijada.
parties-accounts-lost-title = Dispositivo perdido
parties-accounts-lost = Quita el segundo factor, para que su titular entre con la contraseña y lo configure otra vez.
parties-accounts-lost-button = Desactivar el segundo factor
parties-roles-missing = Elija al menos una función.
parties-auditor-alone = La auditoría no escribe nada: esta función va sola.
parties-not-own-roles = Nadie cambia sus propias funciones. Pídalo a otra persona administradora.
parties-roles-reason-hint = Cualquiera puede leerlo en el registro.
parties-office-wrong = Nombre una oficina de la ciudad.
parties-last-administrator = No quedaría nadie que gestione las cuentas. Nombre antes a otro administrador.

## Tokens of programs

parties-tokens-title = Tokens para programas
parties-tokens-hint = Con un token, un programa actúa en su nombre y dentro de sus funciones. No le dé más de lo que necesita.
parties-tokens-more = Sobre la API
parties-tokens-made = Su nuevo token. Cópielo ahora: se muestra solo esta vez y no se guarda en ningún sitio.
parties-tokens-caption = Tokens vigentes
parties-tokens-name = Para qué sirve
parties-tokens-name-hint = Solo lo leen usted y los administradores.
parties-tokens-scopes = Qué puede hacer
parties-tokens-until = Vigente hasta
parties-tokens-days = Vigencia
parties-tokens-make = Crear token
parties-tokens-new = Nuevo token
parties-tokens-revoke = Revocar
parties-tokens-revoked = El token fue revocado.
parties-tokens-never = nunca
parties-tokens-many = Esta cuenta ya tiene 20 tokens. Revoque uno antes.
parties-tokens-count = Tokens
parties-scopes-missing = Elija al menos una cosa que pueda hacer.
parties-scope-read = Leer lo que lee el personal
parties-scope-voices = Registrar, derivar, responder y ocultar voces
parties-scope-matters = Trabajar en asuntos
parties-scope-promises = Hacer promesas e informar de ellas
parties-scope-cases = Redactar asuntos como casos
parties-scope-admin = Gestionar cuentas
