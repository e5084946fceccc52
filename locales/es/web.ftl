# Palabras del marco de la página y de los componentes. Los textos de muestra solo aparecen en la página /design.

web-description = Lo que los vecinos piden a su ciudad y qué fue de ello.
web-staff = Personal

web-errors = Revise esto, por favor
web-filters = Acotar la lista
web-filters-show = Mostrar
web-filters-clear = Quitar todo
web-crumbs = Dónde está
web-pager = Más de la lista
web-check-done = Sí, está hecho
web-check-not-yet = Todavía no
web-track-not-yet = aún no alcanzado
web-chart-table = Lo mismo en una tabla
web-keys = Teclas
web-keys-help = Mostrar esta lista
web-keys-on = Trabajar con teclas sueltas
web-close = Cerrar
web-error-reference = Si nos pregunta por ello, indique este número:
