# Palabras de la lista de lugares.

places-title = Lugares
places-lede = Los lugares de este registro, desde la ciudad entera hasta las salas donde se reúne la gente. El número de voces se compara con las personas que viven en cada lugar.
places-caption = Lugares y personas que viven en ellos
places-place = Lugar
places-kind = Tipo
places-people = Residentes
places-deprivation = Carencia
places-deprivation-note = La carencia es un índice propio de la ciudad: 0 es ninguna y 100 es la máxima. Los lugares con más carencia suben en el orden de los asuntos.
places-borders = Límites en GeoJSON
places-empty = Todavía no hay lugares registrados.
places-empty-now = Llegan con el archivo de lugares de la ciudad.

places-kind-region = Región
places-kind-country = País
places-kind-city = Ciudad
places-kind-district = Distrito
places-kind-neighbourhood = Barrio
places-kind-venue = Local
