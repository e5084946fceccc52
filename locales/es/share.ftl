### Redactar un asunto como caso.

share-title = Compartir con otras ciudades
share-lede = Las partes están rellenas con los registros. Añada lo que solo saben las personas: qué fue difícil y qué deben saber otros antes de copiarlo.
share-missing = Los registros aún no dicen nada sobre: { $parts }.
share-case-title = Título
share-summary = En breve
share-send = Compartir
share-done = Ya está en la biblioteca de casos.
share-evaluate-first = Escriba primero lo aprendido; después se puede compartir.
