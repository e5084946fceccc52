//! Frequent words of the languages in Latin letters: function words first, then words that people
//! use when they write to their city. Written for this purpose; the order means nothing.

use super::Lang;

/// Signs that only one language uses.
pub(super) const MARKS: [(Lang, &str); 3] = [(Lang::Es, "¿¡ñ"), (Lang::De, "ß"), (Lang::Pt, "ãõ")];

/// Letters beyond a to z that occur in a language. English borrows some.
pub(super) fn letters(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "äöüßé",
        Lang::En => "éèïêçñ",
        Lang::Es => "áéíóúüñºª",
        Lang::Fr => "àâæçéèêëîïôœùûüÿ",
        Lang::It => "àèéìíîòóùú",
        Lang::Pt => "áâãàçéêíóôõúüºª",
        Lang::Ar | Lang::Ja | Lang::Ko | Lang::Zh => "",
    }
}

/// Frequent words, separated by spaces.
pub(super) fn frequent(lang: Lang) -> &'static str {
    match lang {
        Lang::De => GERMAN,
        Lang::En => ENGLISH,
        Lang::Es => SPANISH,
        Lang::Fr => FRENCH,
        Lang::It => ITALIAN,
        Lang::Pt => PORTUGUESE,
        Lang::Ar | Lang::Ja | Lang::Ko | Lang::Zh => "",
    }
}

const ENGLISH: &str = "the of and to in is it that for was on are be with as at by this have from or had not but \
what all were when we there can an your which their said if do will each about how up out them then she he many \
some so these would other into has more her two like him see time could no make than been its who now people my \
made over did down only way find use may long little very after our just where most know get through back much \
before go good new want because any same us should off here please still every need too why you they i don doesn \
isn can't won't street streets road roads bus stop water light lights lamp park playground school children kids \
noise rubbish waste bin bins garbage trash broken pipe leak leaking pothole potholes pavement sidewalk crossing \
traffic parking cars bike cycle lane near next outside since week weeks month months year years last night \
morning day days never always again thank thanks fix fixed help old elderly neighbours neighbors house building \
council city mayor office library hospital market safe unsafe dangerous dirty clean trees dogs smell work \
working nobody somebody everyone called asked told been being does having must might while under above between \
station clinic corner hello idea money month open closed late early big small high low first second";

const SPANISH: &str = "de la que el en y a los se del las un por con no una su para es al lo como más mas pero sus \
le ya o este sí si porque esta entre cuando muy sin sobre también tambien me hasta hay donde quien desde todo nos \
durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué que unos yo otro otras otra \
él tanto esa estos mucho mucha muchos quienes nada cual poco ella estar estas algunas algo nosotros está están \
estan son era fue ser tiene tienen tengo hace hacen falta necesitamos queremos puede pueden puedo favor gracias \
calle calles avenida barrio parada autobús autobus agua luz luces farola farolas parque niños ninos escuela \
colegio ruido basura contenedor contenedores rota roto rotas rotos tubería tuberia fuga bache baches acera aceras \
cruce tráfico trafico aparcamiento coches carro carros bicicleta carril cerca frente semana semanas mes meses año \
años ano noche mañana día días dia dias nunca siempre otra vez arreglar arreglen ayuda mayores vecinos casa \
edificio ayuntamiento ciudad alcalde alcaldía oficina biblioteca hospital mercado seguro segura peligroso \
peligrosa sucio sucia limpio limpia árboles arboles perros huele trabajo nadie alguien mi mis hola idea dinero \
abierto cerrado tarde grande pequeño primero segundo aquí alli allí cada así solo sólo";

const FRENCH: &str = "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont \
avec ou son ses aux mais comme nous on sa cette été ont être fait deux même si leur leurs y tout tous elle entre \
sans aussi peut bien sous ces où faut très depuis toujours jamais encore quand vous je mon ma mes notre nos votre \
vos c'est était étaient avoir faire rien personne quelqu merci bonjour svp besoin rue rues route arrêt eau lumière \
lampadaire lampadaires parc jardin enfants école bruit ordures poubelle poubelles déchets cassé cassée tuyau fuite \
trou trous trottoir trottoirs passage circulation stationnement voitures vélo vélos piste près devant semaine \
semaines mois an ans année nuit matin jour jours réparer aide âgées voisins maison immeuble mairie ville maire \
bureau bibliothèque hôpital marché sûr dangereux dangereuse sale propre arbres chiens odeur travaux quartier idée \
argent ouvert fermé tard grand petit premier ici chaque alors donc car quel quelle";

const PORTUGUESE: &str = "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele \
das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem \
mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos \
elas havia seja qual será nós tenho lhe deles essas esses pelas este fosse dele precisamos queremos pode podem \
favor obrigado obrigada rua ruas avenida bairro paragem ponto ônibus autocarro água luz poste parque jardim \
crianças escola barulho lixo lixeira quebrado quebrada cano vazamento buraco buracos calçada passeio trânsito \
estacionamento carros bicicleta ciclovia perto semana semanas mês meses ano anos noite manhã dia dias nunca \
sempre vez consertar arrumar ajuda idosos vizinhos casa prédio câmara prefeitura cidade prefeito biblioteca \
hospital mercado seguro perigoso perigosa sujo limpo árvores cachorros cheiro ninguém alguém olá ideia dinheiro \
aberto fechado tarde grande pequeno primeiro aqui cada assim";

const GERMAN: &str = "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an \
werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber \
vor zur bis mehr durch man sein wurde sei prozent hatte kann gegen vom können schon wenn habe seine ihre dann \
unter wir soll ich eines jahr zwei jahren diese dieser wieder keine kein uhr seiner worden will zwischen immer \
viel viele was sagte gibt alle seit muss ohne jetzt bitte danke hier niemand jemand mein meine unser unsere nie \
straße strasse weg bus haltestelle wasser licht laterne laternen park spielplatz kinder schule lärm müll \
mülleimer abfall kaputt rohr undicht schlagloch schlaglöcher gehweg gehwege kreuzung verkehr parken autos fahrrad \
radweg nähe woche wochen monat monate tag tage nacht morgen reparieren hilfe alte ältere nachbarn haus gebäude \
stadt rathaus bürgermeister büro bücherei krankenhaus markt sicher gefährlich schmutzig sauber bäume hunde \
stinkt arbeit idee geld offen geschlossen spät groß klein erste zweite vor hinter neben";

const ITALIAN: &str = "di e che la il un a per è in una mi sono ho non si lo ma con ti le cosa se no da come ci io \
questo qui hai sei del bene tu sì al dei nel della delle degli alla alle dal dalla sul sulla gli più anche solo \
tutto tutti tutta ancora quando dove chi perché molto molti ogni prima dopo senza tra fra suo sua loro noi nostro \
nostra era stato stata essere avere fare fa può possono vogliamo bisogno serve grazie favore via strada strade \
piazza quartiere fermata autobus acqua luce luci lampione lampioni parco giardino bambini scuola rumore rifiuti \
spazzatura cassonetto cassonetti rotto rotta tubo perdita buca buche marciapiede marciapiedi incrocio traffico \
parcheggio macchine auto bicicletta ciclabile vicino settimana settimane mese mesi anno anni notte mattina giorno \
giorni mai sempre volta riparare aiuto anziani vicini casa palazzo comune città sindaco ufficio biblioteca \
ospedale mercato sicuro pericoloso pericolosa sporco sporca pulito alberi cani puzza lavoro nessuno qualcuno \
salve idea soldi aperto chiuso tardi grande piccolo primo";

/// Words of Dutch, Swedish, Danish, Norwegian, Catalan, Indonesian, Malay, Tagalog, Turkish, Polish, Czech,
/// Romanian, Hungarian and Swahili that are frequent or look like words of the lists above.
pub(super) const OTHERS: &str = "de het een en van is dat niet met voor er zijn onze straat geen naar ook maar wij \
al deze bij nog aan wordt water park och i att det som en på är av för den med till inte vi har om finns ingen vår \
gata og er ikke på af til vores gaden vei ikke skugga els les dels amb per una no hi ha al és aigua carrer barri \
meva di yang dan ini itu dengan untuk tidak ada dari saya kami jalan air rumah depan akan ke pada mati ang ng sa \
mga na ay hindi po namin amin wala walang tubig ve bir bu için da de çok yok var su sokak mahalle nie na się jest do \
w z że to ulicy naszej ma je v se že ulice este nu și în la pe cu apă strada az egy és nem van a maji hakuna ya wa \
kwa na barabara";
