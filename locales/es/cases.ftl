### Cases: the library, one case, comparing, and the names they need.

## The library

cases-title = Casos de ciudades
cases-lede = Lo que probaron las ciudades: casos del Premio Internacional de Guangzhou a la Innovación Urbana, tomados del informe sobre su tercer Taller para Líderes de Opinión (2019), y casos de esta ciudad. Cada etapa es un hecho con año y fuente.
cases-search = Palabras, en cualquier idioma
cases-topic = Tema
cases-region = Región
cases-country = País o región
cases-year = Año
cases-stage = Etapa más alta
cases-city = Ciudad
cases-no-year = Año no indicado
cases-none = Ningún caso cumple estos filtros.
cases-none-now = Quite un filtro o pruebe otra palabra.
cases-none-topics = La búsqueda encuentra las palabras tal como están escritas. O mire por temas:
cases-statistics = Estadísticas del Premio de Guangzhou
cases-this-city = De esta ciudad
cases-pick = Comparar
cases-compare = Comparar los casos elegidos
cases-compare-hint = Elija dos o tres.

## One case

cases-matter = El asunto del que procede
cases-history = Qué pasó con él
cases-history-what = Qué
cases-history-about = Sobre
cases-history-source = Fuente
cases-history-recorded = En este registro desde
cases-about-project = este proyecto
cases-about-city = la ciudad, no este proyecto
cases-report = Informe sobre el Premio de Guangzhou (2019)
cases-topic-basis = Base del tema
cases-kind = Tipo
cases-kind-case = Caso
cases-kind-plan = Plan de ciudad, citado como referencia
cases-kind-matter = Caso de esta ciudad
cases-aliases = También llamado
cases-note = Observación de quien lo registró
cases-sources = Fuentes
cases-sources-note = Los enlaces llevan a otros sitios. Nada se carga de ellos antes de que los siga.
cases-citation = Citar este caso
cases-citation-data = Para un gestor de referencias
cases-similar = Casos del mismo tema
cases-versions = Versiones anteriores
cases-version = Versión
cases-city-unnamed = ciudad no indicada

## Comparing

cases-compare-title = Casos lado a lado
cases-compare-few = Elija al menos dos casos para comparar.
cases-compare-back = Elegir casos
cases-compare-many = Solo se muestran los tres primeros.
cases-summary = Qué hace
cases-facts-known = Hechos sobre su etapa

## Errors

cases-already-made = Este asunto ya se redactó como caso. Abra el caso y cámbielo allí.

## Stages

cases-stage-reference = Citado como referencia
cases-stage-participating = Participante
cases-stage-shared = Compartido por esta ciudad
cases-stage-recommended = Recomendado por expertos
cases-stage-shortlisted = Finalista
cases-stage-winner = Ganador
cases-stage-special-mention = Mención especial
cases-stage-popular-city = Ciudad popular en línea

## How sure the topic is

cases-basis-stated = lo dice la fuente
cases-basis-inferred = deducido de la fuente
cases-basis-inferred-low = deducido de muy poco
cases-basis-chosen = elegido por la oficina

## Parts of a write-up

cases-section-context = Contexto
cases-section-actors = Quiénes participaron
cases-section-resources = Dinero y personas
cases-section-innovation = Qué hay de nuevo
cases-section-obstacles = Qué se interpuso
cases-section-outcomes = Qué se logró
cases-section-lessons = Lecciones
cases-section-replicability = Qué necesita otra ciudad para copiarlo
cases-section-sustainability = Qué lo mantiene en marcha
cases-section-risk = Riesgos

## Regions, as the report counts them

cases-region-asia = Asia
cases-region-africa = África
cases-region-europe = Europa
cases-region-north-america = América del Norte
cases-region-south-america = América del Sur
cases-region-oceania = Oceanía

## Countries and regions of cases, by code

cases-country-ar = Argentina
cases-country-bd = Bangladés
cases-country-be = Bélgica
cases-country-bo = Bolivia
cases-country-br = Brasil
cases-country-ca = Canadá
cases-country-cn = China
cases-country-dk = Dinamarca
cases-country-eg = Egipto
cases-country-fi = Finlandia
cases-country-gb = Reino Unido
cases-country-id = Indonesia
cases-country-il = Israel
cases-country-ir = Irán
cases-country-it = Italia
cases-country-ke = Kenia
cases-country-kr = República de Corea
cases-country-mx = México
cases-country-my = Malasia
cases-country-ng = Nigeria
cases-country-pl = Polonia
cases-country-pt = Portugal
cases-country-py = Paraguay
cases-country-ru = Rusia
cases-country-sv = El Salvador
cases-country-tr = Turquía
cases-country-tw = Taiwán
cases-country-tz = Tanzania
cases-country-us = Estados Unidos
cases-country-ve = Venezuela
cases-country-za = Sudáfrica
cases-country-zm = Zambia

## With numbers

cases-count = { $n ->
    [one] { $n } caso
   *[other] { $n } casos
}
cases-option = { $name } ({ $count })
cases-page-of = Versión { $version }, { $date }
