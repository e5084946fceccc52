# The JSON API.
api-not-found-what = Aquí no hay nada así.
api-not-found-why = El número, identificador o código no corresponde a nada, o usted no puede verlo.
api-not-found-now = Compruébelo o búsquelo en la lista.
api-fields-what = Algo de lo enviado no se puede aceptar.
api-fields-why = Una regla de la ciudad rechaza al menos un campo.
api-fields-now = Mire «errors», corríjalo y envíelo de nuevo.
api-not-now-now = Vuelva a leerlo para ver en qué estado está.
api-stale-now = Vuelva a leerlo y envíe lo que todavía sirva.
api-server-why = Un fallo del sistema detuvo la petición. Quedó registrado.
api-server-now = Inténtelo de nuevo en unos minutos, con la misma Idempotency-Key si estaba escribiendo.
api-unreadable-what = No se puede leer esta petición.
api-unreadable-why = No se ajusta a la descripción de la operación.
api-look-up = Consúltela en /api/v1/openapi.json.
api-token-what = Esto necesita un token válido.
api-no-token-why = La petición llegó sin token.
api-bad-token-why = El token no se conoce aquí, ha caducado o fue revocado.
api-token-now = Cree un token en la página de su cuenta y envíelo como «Authorization: Bearer …».
api-scope-why = El token no tiene el alcance { $scope }.
api-scope-now = Cree un token que lo tenga.
api-too-many-now = Espere un minuto e inténtelo de nuevo.
api-too-large-why = Ocupa más de 512 KB.
api-not-json-why = Su tipo de contenido no es application/json.
api-no-operation-what = No existe esa operación.
api-no-operation-why = Ninguna operación tiene esta ruta.
api-method-why = Esta ruta no admite el método.
api-cross-site-why = Un navegador envió esto desde una página de otro sitio.
api-cross-site-now = Envíelo desde un programa o desde una página de este sitio.
api-table-wrong = Esto no es una tabla de tarjetas: falta una columna llamada «text», una línea está rota o unas comillas no se cierran.
api-cursor-wrong = Esto no es un cursor de esta lista. Empiece sin él.

## The page about it

api-page-title = API
api-page-lede = Todo lo que residentes y personal hacen en estas páginas también lo puede hacer un programa: en JSON y con las mismas reglas.
api-page-description = La descripción para programas (OpenAPI 3.1)
api-page-read = Leer el registro
api-page-read-text = No necesita token. Las listas vienen por páginas: el campo «next» y la cabecera «Link» dicen dónde seguir. Devuelva el «ETag» como «If-None-Match» para cargar solo lo que cambió.
api-page-say = Decir algo
api-page-say-text = Tampoco necesita cuenta. Guarde el código de la respuesta: con él se vuelve a abrir la voz. Con una Idempotency-Key un envío cuenta una vez, por muchas veces que se envíe.
api-page-token = Trabajar para la ciudad
api-page-token-text = El personal crea un token en la página de su cuenta. No puede hacer más que su cuenta, y solo lo que permiten sus alcances.
api-page-errors = Errores
api-page-errors-text = Son documentos de problema (RFC 9457) en el idioma que pide «Accept-Language». 400 significa que la petición no se ajusta a la descripción; 422, que una regla de la ciudad la rechaza.
api-page-all = Todas las operaciones
api-page-operation = Operación
api-page-what = Qué hace
api-page-scope = Alcance del token
