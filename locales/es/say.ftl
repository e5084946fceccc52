### Decirlo: el formulario de la portada.

say-heading = Dígaselo a { $city }
say-about = Lo que diga se une a este asunto:
say-text = ¿Qué debería cambiar?
say-text-hint = En cualquier idioma. Sin cuenta.
say-place = ¿Dónde?
say-place-hint = Calle, lugar o toda la ciudad
say-contact = ¿Cómo le contactamos?
say-contact-hint = Por correo, solo para la respuesta, nunca público. ¿Sin correo? Su código muestra la respuesta.
say-photo = Añadir una foto
say-photo-hint = JPEG, PNG o WebP, hasta 10 MB. Se quitan el lugar y la hora guardados en la foto.
say-photo-bad = No podemos leer este archivo como foto. Envíe un JPEG, PNG o WebP.
say-photo-large = Esta foto pasa de 10 MB. Envíe una más pequeña, o tómela de nuevo con menos resolución.
say-photo-pixels = Esta imagen tiene demasiados píxeles para abrirla: como máximo 50 millones. Redúzcala, o envíe una captura de pantalla.
say-photo-damaged = Esta foto está cortada o dañada y no se puede abrir. Elíjala de nuevo o envíe otra.
say-photo-again = Elija la foto de nuevo. Su texto sigue aquí.
say-send = Enviar
say-send-hint = Recibirá un código para seguirlo.
say-look = Ver antes lo que dijeron otros
say-like = Asuntos parecidos al suyo
say-like-none = No hay nada parecido en el registro. Envíe lo suyo.
say-join = Enviar y unirme a este
say-in-street = Otras vías: teléfono, carta, una tarjeta en un punto de enlace, la ventanilla o una reunión. Todas cuentan igual.
say-about-closed = «{ $title }» ya no admite más voces. Lo que diga aquí queda por sí solo.
say-too-many = Llegaron demasiados mensajes desde su conexión. Sus palabras siguen aquí: espere un minuto y envíe de nuevo, o llámenos.
