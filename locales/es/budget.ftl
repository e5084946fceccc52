### Presupuestos participativos: la explicación de un recuento, para concejos y votantes.

## Terminal

budget-rule-line = Regla: { $rule } ({ $hash })
budget-summary = Proyectos financiados: { $many }. Gastado: { $spent } de { $budget }.
budget-share-line = Parte de cada votante al final: { $share }. Cálculos: { $runs }.
budget-ties-line = Empates encontrados y resueltos: { $many }. --json los muestra.
budget-ballot-title = Papeleta { $ballot }
budget-ballot-share = Parte de este votante: { $amount }. Pagó por:
budget-ballot-left = Sin gastar: { $amount }
budget-ballot-free = Financiados sin pago de este votante:
budget-ballot-lost = Marcados, no financiados:

## Cabecera

budget-title = Cómo se repartieron { $budget }: { $place }
budget-lede = Votantes: { $voters }. Proyectos en la papeleta: { $projects }. Proyectos financiados: { $funded }.
budget-tile-funded = Proyectos financiados
budget-tile-spent = del presupuesto se gasta
budget-tile-served = de los votantes obtienen al menos un proyecto que marcaron
budget-tile-served-greedy = Solo por votos: { $percent }
budget-tile-share = Parte de cada votante, al final
budget-tile-share-start = Al principio: { $share }

## Dinero

budget-money-heading = Adónde va el dinero
budget-money-say = Cada campo es un proyecto financiado, tan ancho como su coste. El último campo no se gasta.
budget-money-caption = El presupuesto, proyecto a proyecto
budget-unspent = Sin gastar
budget-unspent-why = Por qué quedan { $left }: el proyecto no financiado más barato cuesta { $cost } ({ $name }).
budget-unspent-none = Todos los proyectos que podían ganar han ganado; quedan { $left }.
budget-unspent-method = La regla deja { $left } sin gastar: ningún otro proyecto tiene partidarios que puedan pagarlo.
budget-over-reserve = El último proyecto necesita { $amount } de una reserva.

## Financiados

budget-funded-heading = Qué se financia y quién lo paga
budget-funded-shares = Cada votante tiene la misma parte. Los partidarios de un proyecto reparten su coste lo más igual posible. Los votos efectivos son sus votos, menos lo que sus partidarios ya habían gastado; primero se compra el de más votos efectivos.
budget-funded-greedy = Los proyectos se toman por votos, de más a menos, mientras alcance el dinero.
budget-funded-loads = El dinero llega a todos los votantes al mismo ritmo. Un proyecto se compra en cuanto sus partidarios pueden pagarlo.
budget-funded-chart = Votos efectivos de los proyectos financiados, en el orden de selección
budget-funded-chart-votes = Votos de los proyectos financiados, en el orden de selección
budget-funded-table = Proyectos financiados, en el orden de selección
budget-place = Puesto
budget-project = Proyecto
budget-cost = Coste
budget-votes = Votos
budget-points = Puntos
budget-effective = Votos efectivos
budget-payment = Lo máximo que pagó un partidario
budget-payment-unit = Lo máximo que pagó un partidario por punto
budget-payers = Pagaron eso
budget-part-payers = Pagaron menos
budget-empty = No les quedaba nada
budget-how = Cómo
budget-how-method = por la regla
budget-how-completion = añadido por votos
budget-how-reserve = con una reserva

## No financiados

budget-lost-heading = Qué no se financia y cuánto le faltó
budget-lost-shares = Al 100 % los partidarios habrían podido pagar el proyecto. Lo que les faltó lo habían gastado en proyectos con más apoyo para su coste.
budget-lost-more-shares = Más partidarios necesarios: votantes con una parte entera que marcan solo este proyecto.
budget-lost-more-greedy = Más votos necesarios: con tantos más se habría financiado.
budget-lost-chart = Los proyectos más cercanos: parte del coste que los partidarios podían pagar, en %
budget-lost-table = Proyectos no financiados
budget-cover = Podían pagar
budget-money-left = Dinero que queda a sus partidarios
budget-more = Apoyo que faltó
budget-why = Por qué
budget-why-lost = apoyo insuficiente para su coste
budget-why-barred = por debajo del umbral
budget-why-above = cuesta más que el presupuesto
budget-why-none = sin votos
budget-why-excluded = excluido por un proyecto financiado
budget-lost-all = Todos los proyectos se financian.

## Votantes

budget-voters-heading = Qué obtienen los votantes
budget-voters-chart = Votantes según cuántos de los proyectos que marcaron se financian
budget-voters-this = Esta regla
budget-voters-greedy = Solo por votos
budget-voters-unit = votantes
budget-winners-of-mine = Proyectos financiados que marcaron
budget-and-more = { $many } o más

## Distritos y categorías

budget-districts-heading = Adónde va el dinero, de dónde vinieron los votos
budget-districts-chart = Parte de los votos y parte del dinero, por distrito
budget-categories-chart = Parte de los votos y parte del dinero, por categoría
budget-district = Distrito
budget-category = Categoría
budget-no-district = Toda la ciudad
budget-no-category = Sin categoría
budget-share-votes = Parte de los votos
budget-share-money = Parte del dinero
budget-share-greedy = Parte del dinero solo por votos
budget-groups-say = Un proyecto de varias categorías cuenta en cada una.

## Por votos

budget-greedy-heading = Qué habría elegido el recuento solo por votos
budget-greedy-say = Solo por votos, los proyectos se toman por su número de votos mientras alcance el dinero.
budget-greedy-chart = Para quién es mejor cada resultado
budget-greedy-better = Más proyectos con esta regla
budget-greedy-worse = Más proyectos solo por votos
budget-greedy-same = Igual número
budget-greedy-only-here = Financiados solo por esta regla
budget-greedy-only-there = Financiados solo por votos
budget-greedy-equal = Los dos eligen los mismos proyectos.
budget-greedy-switched = Más votantes prefieren el resultado solo por votos, y la regla dice que entonces ocupa el lugar del suyo. Lo que se ve es ese resultado.
budget-side = Resultado
budget-source = Contado de las papeletas de { $file }

## El recuento

budget-how-heading = Cómo se contó y cómo comprobarlo
budget-how-rule = Regla
budget-how-hash = Huella de la regla
budget-how-runs = Cálculos
budget-how-runs-say = { $runs }: la parte se elevó de { $start } a { $end } en pasos de { $step }
budget-how-stop = Por qué la parte no se elevó más
budget-stop-not-raised = La regla no eleva las partes.
budget-stop-all-fit = El presupuesto alcanza para todos los proyectos.
budget-stop-infeasible = Un paso más habría costado más que el presupuesto.
budget-stop-exhaustive = No cabe ningún otro proyecto.
budget-stop-nothing = Todos los proyectos que pueden ganar han ganado.
budget-how-invalid = Papeletas apartadas
budget-how-ties = Empates
budget-how-no-ties = No hubo empates.
budget-ties-table = Empates encontrados en todos los cálculos
budget-tie-projects = Proyectos empatados
budget-tie-chosen = Elegido
budget-tie-by = Decidido por
budget-tie-times = Cálculos
budget-tie-lower-cost = menor coste
budget-tie-higher-cost = mayor coste
budget-tie-more-votes = más votos
budget-tie-draw = el sorteo público
budget-tie-id = el identificador, pues no hubo sorteo
budget-how-check = Todos los importes son fracciones exactas; ningún redondeo decide nada. Cualquiera puede repetir el recuento con el mismo archivo, con esta orden o con el recuento independiente en Python que acompaña a Kapok.
budget-how-document = La regla, palabra por palabra
budget-findings = Lo que se observó en el archivo
budget-more-findings = Se muestran solo los primeros { $shown } de { $all }.

## Bolsas: distritos o categorías con dinero propio

budget-pots-contents = En esta página
budget-pots-back = Volver al índice
budget-pots-all = Todas las bolsas juntas
budget-pots-say = El dinero se divide en bolsas antes de votar. Cada persona rellena una sola papeleta. Cada bolsa se cuenta por separado, y lo que sobra en una bolsa se queda en ella.
budget-pots-pot = Bolsa
budget-pots-tile = Bolsas de dinero
budget-pots-money-say = Cada campo es lo que gasta una bolsa, tan ancho como el importe. El último campo no se gasta.
budget-pots-caption = El presupuesto, bolsa a bolsa
budget-pots-table = Las bolsas: presupuesto, gasto y votantes
budget-pots-budget = Presupuesto
budget-pots-spent = Gastado
budget-pots-projects = Proyectos
budget-pots-voters = Votantes aquí
budget-pots-served = Con un proyecto financiado
budget-pots-chart = Parte de los votos, del presupuesto y del dinero gastado, por bolsa
budget-pots-share-budget = Parte del presupuesto
budget-pots-idle = Ninguna papeleta válida marca un proyecto de esta bolsa.
budget-pots-how = Cómo se contó esta bolsa

## Una papeleta

budget-used-title = Cómo se usó tu voto: papeleta { $ballot }
budget-used-lede = Proyectos que marcaste: { $marked }. De ellos, financiados: { $funded }.
budget-used-heading = Adónde fue tu parte
budget-used-share = Tu parte del presupuesto
budget-used-spent = Gastado en proyectos que marcaste
budget-used-caption = Tu parte, proyecto a proyecto
budget-used-votes-chart = Votos de los proyectos que marcaste
budget-used-table = Los proyectos que marcaste
budget-used-paid = Pagaste
budget-used-part = Porción de tu parte
budget-used-result = Qué pasó
budget-used-no-share = Esta regla no da dinero a cada votante. Cada marca suma a los votos de su proyecto.
budget-used-left-none = No queda nada: toda tu parte se gastó en proyectos que marcaste.
budget-used-left-all = Quedan { $left }: todos los proyectos que marcaste están financiados y no había nada más que pagar.
budget-used-left-why = Quedan { $left }: los partidarios de los otros proyectos que marcaste no tenían juntos dinero suficiente.
budget-used-funded = Financiado
budget-used-in-full = Financiado: pagaste lo mismo que cada partidario que tenía suficiente
budget-used-all-i-had = Financiado: diste todo lo que te quedaba
budget-used-was-empty = Financiado por otros partidarios: tu parte ya estaba gastada
budget-used-no-cost = Financiado: no cuesta nada
budget-used-no-points = Financiado por otros partidarios: tu papeleta no le dio puntos
budget-used-by-votes = Añadido por votos al final, con dinero que quedaba: no tomó nada de tu parte
budget-used-reserve = Financiado con una reserva
budget-used-not-funded = No financiado: { $why }
budget-used-cover = sus partidarios podían pagar el { $percent } de su coste
budget-used-more = apoyo que faltó: { $more }
budget-used-check = La orden al pie de esta página repite el recuento. Con --json muestra cada cantidad como fracción exacta.
