//! Languages of short texts as residents write them. All written for this test.

use kapok_text::Lang::*;
use kapok_text::*;

const TEXTS: &[(&str, Option<Lang>)] = &[
    (
        "The street light on our corner has been out for two weeks.",
        Some(En),
    ),
    ("Please fix the pothole", Some(En)),
    ("Bus 12 is always late", Some(En)),
    ("Why is there no shade at the playground?", Some(En)),
    ("rubbish everywhere!!!", Some(En)),
    ("My mother is 82 and cannot cross Oak Street safely", Some(En)),
    ("We need a library that opens on Sundays.", Some(En)),
    ("Dogs running loose in the park", Some(En)),
    ("can u clean the drain its stinking", Some(En)),
    ("Noise from the bar until 3 in the morning", Some(En)),
    ("Thank you, the lamp works again", Some(En)),
    ("The café on Calle Mayor blocks the pavement", Some(En)),
    ("Ramp for wheelchairs at the town hall", Some(En)),
    ("La farola de mi calle lleva dos semanas apagada.", Some(Es)),
    ("Por favor, arreglen el bache", Some(Es)),
    ("¿Cuándo van a abrir la biblioteca?", Some(Es)),
    ("Mucho ruido por la noche", Some(Es)),
    ("El autobús 12 siempre llega tarde", Some(Es)),
    ("Basura en la plaza", Some(Es)),
    ("No hay sombra en el parque infantil", Some(Es)),
    ("hace falta un paso de cebra frente al colegio", Some(Es)),
    ("Los contenedores están llenos desde el lunes", Some(Es)),
    ("Queremos mas arboles en nuestro barrio", Some(Es)),
    ("Mi abuela no puede cruzar la avenida", Some(Es)),
    ("La rampa para sillas de ruedas está rota", Some(Es)),
    ("Se fue el agua otra vez", Some(Es)),
    ("我家门口的路灯坏了两个星期", Some(Zh)),
    ("停水三天了", Some(Zh)),
    ("希望增加公交车班次", Some(Zh)),
    ("公園裡的健身器材壞了", Some(Zh)),
    ("请给小区装WiFi", Some(Zh)),
    ("老人过马路不安全，建议设红绿灯。", Some(Zh)),
    ("噪音太大", Some(Zh)),
    ("BRT站台太挤", Some(Zh)),
    ("垃圾没人收，很臭！", Some(Zh)),
    ("谢谢", Some(Zh)),
    ("3号线什么时候通车？", Some(Zh)),
    ("مصباح الشارع معطل منذ أسبوعين", Some(Ar)),
    ("نريد حديقة للأطفال", Some(Ar)),
    ("المياه مقطوعة", Some(Ar)),
    ("الحافلة رقم ١٢ تتأخر دائماً", Some(Ar)),
    ("شكراً لكم", Some(Ar)),
    ("القمامة في كل مكان!", Some(Ar)),
    ("أمي كبيرة في السن ولا تستطيع عبور الطريق", Some(Ar)),
    ("لا يوجد ظل في الملعب", Some(Ar)),
    ("يُرجى إصلاح الحفرة في طريق WiFi", Some(Ar)),
    ("الضوضاء بعد منتصف الليل", Some(Ar)),
    ("چراغ خیابان ما خراب است", None),
    ("لطفاً پارک را تمیز کنید", None),
    ("ہماری گلی میں پانی نہیں ہے", None),
    (
        "Le lampadaire de ma rue est cassé depuis deux semaines.",
        Some(Fr),
    ),
    ("Merci de réparer le trottoir", Some(Fr)),
    ("Il n'y a pas de bus le dimanche", Some(Fr)),
    ("O poste da minha rua está apagado há duas semanas.", Some(Pt)),
    ("Não tem água no bairro desde ontem", Some(Pt)),
    ("Precisamos de uma ciclovia aqui", Some(Pt)),
    (
        "Die Laterne in unserer Straße ist seit zwei Wochen kaputt.",
        Some(De),
    ),
    ("Bitte reparieren Sie den Gehweg", Some(De)),
    ("Il lampione della mia strada è rotto da due settimane", Some(It)),
    ("Non c'è ombra nel parco giochi", Some(It)),
    ("街灯が二週間前から壊れています", Some(Ja)),
    ("가로등이 고장났어요", Some(Ko)),
    ("Уличный фонарь не работает", None),
    ("Ο φανοστάτης δεν λειτουργεί", None),
    ("सड़क की बत्ती खराब है", None),
    ("Sokağımızdaki lamba iki haftadır yanmıyor", None),
    ("Lampa na naszej ulicy nie świeci od dwóch tygodni", None),
    ("Đèn đường trước nhà tôi bị hỏng", None),
    ("Lampu jalan di depan rumah saya mati", None),
    ("De lantaarn in onze straat is al twee weken kapot", None),
    ("Gatlyktan på vår gata är trasig", None),
    ("ascensor averiado en la estación de metro", Some(Es)),
    ("Cuanto cuesta el pasaje", Some(Es)),
    ("Mais segurança à noite", Some(Pt)),
    ("Det finns ingen skugga i parken", None),
    ("No hi ha aigua al barri", None),
    ("Hakuna maji mtaani kwetu", None),
    ("", None),
    ("12345 !!!", None),
    ("OK", None),
    ("Riverton", None),
    ("xkcd qwrt zzzz", None),
];

#[test]
fn short_texts_are_told_apart() {
    assert!(TEXTS.len() >= 60);
    let wrong: Vec<_> = TEXTS
        .iter()
        .filter(|(text, expected)| language(text) != *expected)
        .map(|(text, expected)| format!("{text}: {:?} instead of {expected:?}", language(text)))
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {} wrong:\n{}",
        wrong.len(),
        TEXTS.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_script_of_most_letters_counts() {
    for (text, expected) in [
        ("请给小区装WiFi", Some(Script::Han)),
        ("Уличный фонарь", Some(Script::Cyrillic)),
        ("Ο φανοστάτης", Some(Script::Greek)),
        ("סככה", Some(Script::Hebrew)),
        ("सड़क", Some(Script::Devanagari)),
        ("ไฟถนน", Some(Script::Thai)),
        ("বাতি", Some(Script::Bengali)),
        ("შუქი", Some(Script::Other)),
        ("12 🙂", None),
    ] {
        assert_eq!(script(text), expected, "{text}");
    }
}

#[test]
fn tags_are_those_of_the_html_attribute() {
    let tags: Vec<&str> = [Ar, De, En, Es, Fr, It, Ja, Ko, Pt, Zh].map(Lang::tag).to_vec();
    assert_eq!(tags, ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "pt", "zh"]);
}
