### Sobre este registro: cómo se usan las palabras, sus datos, accesibilidad, datos abiertos.

about-tabs = Más sobre este registro

## Cómo se usan sus palabras

about-words-lede = Lo que usted diga, por el canal que sea, entra en un único registro público.
about-words-same = Todos los canales cuentan igual
about-words-same-text = Una llamada, una carta, una tarjeta en un punto de enlace, una visita a la ventanilla, una reunión y este sitio web dan cada uno una voz: un número, un código, uno en la cuenta. Nadie necesita una cuenta de usuario.
about-words-public = Qué es público
about-words-public-words = Sus palabras tal como las escribió, y su foto sin el lugar ni la hora guardados en ella.
about-words-public-facts = El canal, el lugar y el día.
about-words-public-after = Lo que resultó: el asunto, cada respuesta, cada decisión con sus razones, cada promesa con su fecha.
about-words-private = Qué no es público
about-words-private-contact = Cómo localizarle. Se guarda cifrado y aparte.
about-words-private-code = Su código. Quien lo tenga puede cambiar y retirar sus palabras; no lo comparta.
about-words-private-name = Su nombre. No lo pedimos. Lo que escriba en el texto es público: no ponga lo que nadie deba leer sobre usted o sobre otras personas.
about-words-when = Qué pasa y cuándo
about-words-when-now = Enseguida: recibe un código y sus palabras se pueden leer en público.
about-words-when-sorted = En { $days }: una persona de la oficina las lee y las une a un asunto.
about-words-when-answered = En { $days }: recibe una respuesta. Después, sus palabras cuentan en la portada como no respondidas.
about-words-when-decided = Luego la ciudad valora el asunto, decide con razones y dice quién hace qué y para cuándo.
about-words-when-checked = Cuando la ciudad dice que está hecho, los residentes dicen si lo está. Si { $n } o más dicen «todavía no», y son más del { $percent } del total, el trabajo empieza de nuevo.
about-words-who = Quién las lee
about-words-who-text = Cualquiera puede leerlas. El personal las clasifica, la oficina encargada responde, quienes moderan pueden ocultarlas y la auditoría observa. Quién puede hacer qué se imprime de la misma tabla que la plataforma obedece.
about-words-hide = Cuándo se ocultan palabras
about-words-hide-text = Quien modera puede ocultar palabras que amenacen o insulten a una persona o revelen algo privado. La razón es pública, la voz sigue contando y se puede deshacer. Nada se oculta por incómodo.
about-words-machines = Ninguna máquina decide
about-words-machines-text = Leen, clasifican, responden y deciden personas. Lo que el ordenador deduce por sí solo es solo una sugerencia o una anotación, y cada función así tiene aquí su ficha. Tres reglas fijas actúan por número o por fecha: el orden de la lista de asuntos, la reapertura de un asunto y el borrado a tiempo de los datos de contacto.
about-words-order = Cómo se ordena la lista y con qué pesos

## Fichas de riesgo de las funciones automáticas

about-sheets = Funciones automáticas y sus riesgos
about-sheet-does = Qué hace
about-sheet-data = Qué usa
about-sheet-errors = Errores conocidos
about-sheet-who = Quién responde de ella
about-sheet-off = Cómo desactivarla
about-sheet-who-text = La oficina que gestiona esta plataforma. Es siempre una sugerencia que una persona acepta o deja.
about-sheet-who-note = La oficina que gestiona esta plataforma. Avísenos cuando se equivoque.
about-similar = Asuntos parecidos al suyo
about-similar-does = Mientras escribe, muestra hasta { $n } asuntos que comparten palabras con el suyo, para que pueda unirse a uno.
about-similar-data = El texto que está escribiendo y los títulos y resúmenes de los asuntos. Si su navegador ejecuta scripts, el texto llega a este servidor, y a ningún otro, cuando hace una pausa. No se guarda.
about-similar-errors = En una prueba con { $all } voces de una ciudad de demostración, el asunto correcto estaba entre los mostrados en el { $same } de las voces en el idioma del asunto y en el { $other } de las demás. A menudo se muestran también otros equivocados.
about-similar-off = La ciudad escribe automatic_similar = false en sus ajustes. Usted: desactive los scripts en su navegador y no pulse «{ $button }».
about-language = El idioma de un texto
about-language-does = Deduce en cuál de diez idiomas está escrito un texto, para mostrarlo, leerlo en voz alta y contarlo bien. Si no está segura, lo dice.
about-language-data = Solo el texto.
about-language-errors = De { $all } voces de una ciudad de demostración en cuatro idiomas, indicó mal { $wrong } y no supo decir { $none }. Una o dos palabras, o varios idiomas en un texto, son más difíciles.
about-language-off = La ciudad escribe automatic_language = false en sus ajustes. Las voces quedan entonces con idioma desconocido.
about-place = El lugar en sus palabras
about-place-does = Si lo que escribe en «{ $label }» contiene el nombre de un lugar de nuestra lista, la voz se cuenta allí.
about-place-data = Las palabras de ese único campo y la lista pública de lugares. Nunca preguntamos a su dispositivo dónde está.
about-place-errors = Aún sin medir. Falla si un nombre está mal escrito o si dos lugares se llaman igual.
about-place-off = La ciudad escribe automatic_place = false en sus ajustes. Usted: deje el campo vacío y la voz cuenta sin lugar.

## Sus datos

about-data-lede = Aparte de sus palabras guardamos lo menos posible, y lo borramos a tiempo.
about-data-contact = Cómo le localizamos
about-data-contact-text = Una dirección de correo electrónico, un teléfono o una dirección postal se guardan aparte de sus palabras y cifrados con una clave que no está en la base de datos. Nadie del personal puede leerlos: solo los abre el programa que le envía una respuesta.
about-data-contact-gap = Por ahora ese programa solo envía correo electrónico. Si dejó un teléfono o una dirección postal, use su código o pregunte en la ventanilla.
about-data-keep = Cuánto tiempo guardamos qué
about-data-keep-what = Qué
about-data-keep-long = Cuánto tiempo
about-data-keep-words = Palabras, foto, lugar, canal, día
about-data-keep-words-long = Para siempre, como parte del registro. Si se retiran, dejan de mostrarse.
about-data-keep-contact = Cómo le localizamos
about-data-keep-contact-long = { $days } después de que el asunto termine o de que su voz reciba su propia respuesta. Se borra enseguida si usted la retira.
about-data-keep-follow = Correo para seguir un asunto
about-data-keep-follow-long = Hasta que abra el enlace para dejarlo, que va en cada mensaje.
about-data-keep-network = Dirección de red
about-data-keep-network-long = Solo en memoria, para frenar avalanchas de mensajes. Nunca junto a sus palabras.
about-data-keep-cookie = Cookie con su idioma
about-data-keep-cookie-long = Un año, en su navegador. Ninguna otra cookie dura más de un minuto, salvo que compruebe un resultado o sea del personal.
about-data-keep-check = Cookie al comprobar un resultado
about-data-keep-check-long = Un año, en su navegador, para que cuente una vez y pueda cambiar lo que dice. En la base de datos se mezcla con nuestra clave, de modo que no lleva a usted.
about-data-keep-draft = Texto que aún no ha enviado
about-data-keep-draft-long = Solo en su navegador, hasta que lo envíe o cierre la pestaña.
about-data-keep-staff = Nombres del personal con lo que hizo
about-data-keep-staff-long = Para siempre. El personal actúa en público.
about-data-rights = Sus derechos
about-data-see = Ver
about-data-see-text = Su código muestra sus palabras, en qué punto están y todo lo que se hizo con ellas.
about-data-correct = Corregir
about-data-correct-text = Con su código puede cambiar las palabras hasta que se respondan. Las versiones anteriores quedan en el registro.
about-data-withdraw = Retirar
about-data-withdraw-text = Con su código puede quitar las palabras de todas las páginas de inmediato. Que algo se dijo sigue contado.
about-data-erase = Borrar
about-data-erase-text = Para borrar también de la base de datos las palabras retiradas, acuda a la ventanilla con su código. Por ahora se hace a mano. Las cuentas quedan como están.
about-data-small = Números pequeños
about-data-small-text = No preguntamos quién es usted, así que aquí no hay estadísticas sobre usted. Cuando una encuesta cuenta grupos de personas, no se muestra un grupo de menos de { $n }.
about-data-nobody = Nadie más
about-data-nobody-text = Ninguna página carga nada de otra empresa. No hay publicidad ni nada que le siga.
about-data-ask = Preguntar por sus datos

## Accesibilidad

about-access-lede = Todo el mundo debe poder usar este registro. Nuestra medida es WCAG 2.2, nivel AA.
about-access-built = Cómo está hecho
about-access-built-scripts = Todas las páginas funcionan sin scripts, en teléfonos viejos y con líneas lentas.
about-access-built-keys = Todo se puede hacer con el teclado. Las teclas que actúan solas, en páginas del personal, se pueden desactivar.
about-access-built-tables = Cada gráfico y cada mapa tiene una tabla con los mismos datos. El color nunca es la única señal.
about-access-built-looks = Las páginas siguen a su dispositivo: claro u oscuro, sus propios colores, letra grande, pantallas estrechas, papel.
about-access-built-else = Quien no quiera un sitio web puede llamar, escribir o venir. Cuenta igual.
about-access-tested = Qué se prueba y cómo
about-access-tested-axe = Con un programa (axe-core en Chromium): tipos de página en cuatro idiomas, claro y oscuro, con 1280 y 360 píxeles de ancho; y que nada obligue a desplazarse de lado con 320 píxeles.
about-access-tested-ways = Con un programa que actúa como una persona: decir algo y seguirlo solo con el teclado, y con los scripts desactivados.
about-access-tested-note = Los programas encuentran solo una parte de las barreras. Estas pruebas se hacen antes de cada cambio.
about-access-gaps = Lo que sabemos que falta
about-access-gap-people = Aún sin pruebas con personas que usan lector de pantalla, lupa o pulsador.
about-access-gap-audit = Ninguna auditoría de alguien de fuera.
about-access-gap-easy = Sin lengua de signos ni versión de lectura fácil.
about-access-gap-languages = Las voces y las respuestas están en el idioma en que se escribieron. Aún nadie las traduce.
about-access-gap-photos = Las fotos no tienen descripción de lo que muestran.
about-access-gap-maps = En un mapa, las zonas pequeñas no llevan nombre. La tabla de al lado los tiene todos.
about-access-report = ¿Algo se lo impide?
about-access-report-text = Díganos en qué página y qué pasó. Se convierte en una voz como cualquier otra, con un código para seguirla.
about-access-report-link = Avisar de una barrera
about-access-report-else = También puede llamar, escribir o venir a la ventanilla.
about-access-prefill = Una barrera en este sitio web:

## Datos abiertos

about-open-lede = Llévese el registro. Los archivos se hacen de nuevo cada vez que los pide.
about-open-files = Qué hay
about-open-what = Qué
about-open-where = Dónde
about-open-matters = Asuntos con estado, lugar, tema, prioridad y números
about-open-promises = Promesas con fechas, dinero y avance
about-open-cases = Casos de otras ciudades, con sus fuentes
about-open-places = Lugares con límites y número de habitantes
about-open-statistics = Estadísticas: cada gráfico tiene su propio archivo CSV
about-open-log = El registro público, los actos más nuevos como fuente Atom
about-open-tables = Todas las tablas, descritas en inglés
about-open-frictionless = Descripción de las tablas para programas (Frictionless)
about-open-csvw = Descripción de las tablas para programas (CSV on the Web)
about-open-dcat = Catálogo para portales de datos (DCAT-AP)
about-open-geojson = Asuntos con sus lugares (GeoJSON)
about-open-feed = Los asuntos más nuevos como fuente Atom; también por lugar, tema y oficina
about-open-calendar = Calendario de los días que la ciudad prometió
about-open-counters = Los números de nuestras páginas, para volver a contarlos
about-open-small = En las tablas que cuentan voces por canal, idioma o lugar, los números menores que { $least } quedan vacíos, y también otros que los revelarían.
about-open-format = Los archivos CSV están en UTF-8 con los nombres en la primera línea. Los días se escriben año-mes-día. Lo que nadie anotó es desconocido o está vacío, nunca es cero.
about-open-licence = Qué puede hacer con ello
about-open-licence-data = Números, estados, decisiones, promesas y el registro: úselos para lo que quiera y nombre la fuente (CC BY 4.0).
about-open-licence-words = Las palabras y fotos de los residentes son de quienes las hicieron. Cítelas con su dirección en este registro y no intente averiguar quiénes son.
about-open-licence-software = El programa es libre y abierto (licencia Apache 2.0).
