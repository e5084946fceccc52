### Grupos de voces, hechos por la orden `kapok text group`: su página y su resumen en la terminal.

text-title = Grupos de voces
text-lede = { $groups } en { $file }. Un ordenador juntó lo que suena parecido. Una persona decide qué va junto.
text-voices = { $n ->
    [one] { $n } voz
    [many] { $n } de voces
   *[other] { $n } voces
}
text-groups = { $n ->
    [one] { $n } grupo
    [many] { $n } de grupos
   *[other] { $n } grupos
}
text-different = { $n ->
    [one] { $n } texto distinto
    [many] { $n } de textos distintos
   *[other] { $n } textos distintos
}

## Cómo leerlo.

text-read-title = Cómo leer esto
text-read-count = El número dice cuántas voces llegaron. No es una votación ni una encuesta: hay quien escribe más que otros.
text-read-copy = Los textos que son copias, salvo unas pocas letras, aparecen una vez. Se cuenta a todos los que los enviaron.
text-read-pieces = Los textos se compararon por trozos de sus palabras. Así no se encuentran voces de idiomas distintos.
text-read-model = Los textos se compararon por su sentido, entre idiomas, con el modelo { $model }, y por trozos de sus palabras.
text-read-central = Los textos de un grupo van por su cercanía al centro del grupo, primero el más cercano. Encima está el más cercano de cada idioma.

## Todos los grupos.

text-sum-title = Cada voz se cuenta una vez
text-sum-voices = Voces en el archivo
text-sum-grouped = En grupos
text-sum-alone = Solas
text-sum-wordless = Sin palabras
text-sum-different = Textos distintos
text-all-title = Todos los grupos
text-all-caption = Grupos, primero los de más voces
text-col-group = Grupo
text-col-words = Palabras que lo distinguen
text-col-voices = Voces
text-col-different = Textos distintos
text-col-tight = Parecido
text-col-languages = Idiomas
text-col-places = Lugares
text-none = No se encontró ningún grupo. Cada voz está sola.
text-empty = El archivo no tiene voces.
text-unknown-language = no reconocido
text-unknown-place = sin indicar
text-tight-high = muy parecidos
text-tight-middle = parecidos
text-tight-low = algo relacionados

## Copias en masa.

text-flood-title = Enviado una y otra vez
text-flood-lede = Estos textos llegaron muchas veces, iguales o casi. Puede ser una campaña, un formulario o mucha gente que se pasa un texto.
text-flood-caption = Textos que llegaron cinco veces o más
text-col-text = Texto

## Un grupo.

text-group-title = Grupo { $number }: { $name }
text-group-facts = { $voices }, { $different }
text-group-texts = { $n ->
    [one] El texto que hay detrás
    [many] Los { $n } de textos que hay detrás
   *[other] Los { $n } textos que hay detrás
}
text-group-more = { $n ->
    [one] { $n } texto más está en el archivo CSV.
    [many] { $n } de textos más están en el archivo CSV.
   *[other] { $n } textos más están en el archivo CSV.
}
text-sent-by = { $n ->
    [one] enviado por { $n } voz
    [many] enviado por { $n } de voces
   *[other] enviado por { $n } voces
}
text-ids = Ids: { $ids }
text-ids-more = { $ids } y { $more } más
text-cut = El texto entero está en el archivo CSV.

## El resto.

text-alone-title = Solas
text-alone-lede = Estas voces no se parecen a ninguna otra. Una voz rara puede ser importante.
text-alone-show = { $n ->
    [one] Mostrar { $n } voz
    [many] Mostrar { $n } de voces
   *[other] Mostrar { $n } voces
}
text-wordless-title = Sin palabras
text-wordless-lede = Estas voces no tienen ninguna letra ni cifra. Sus ids: { $ids }
text-notes-title = Arreglado al leer

## Lo que se propone.

text-col-topic = Tema propuesto
text-read-advice = Junto al tema o la oficina que se propone está la parte de los textos más centrales del grupo que las personas pondrían ahí, según lo esperado. Es una propuesta: decide una persona.
text-learned-examples = Los temas y las oficinas se proponen a partir de { $n } voces de ejemplo de una ciudad inventada. Las oficinas son las de esa ciudad. Con voces propias (--train) son las suyas.
text-learned-own = Los temas y las oficinas se proponen a partir de { $n } voces ya decididas en { $file }.
text-advice-topic = Tema propuesto: { $topic } ({ $chance } de 100). Lo que habla a favor: { $words }
text-advice-department = Oficina propuesta: { $department } ({ $chance } de 100). Lo que habla a favor: { $words }
text-advice-places = Lugares nombrados: { $places }
text-advice-no-words = el conjunto, ninguna palabra sola

## La terminal.

text-summary = { $voices } ({ $different }): { $grouped-n } en { $groups }, { $alone-n } solas, { $wordless-n } sin palabras
text-by-pieces = comparado por trozos de palabras (sin modelo)
text-by-model = comparado por su sentido con { $model }
text-more-groups = { $n ->
    [one] y { $n } grupo más
    [many] y { $n } de grupos más
   *[other] y { $n } grupos más
}
text-written = escrito: { $path }
