//! Texts that look alike, judged by a person first.

use kapok_text::similar::containment;
use kapok_text::*;

const MATTERS: [&str; 12] = [
    "Street lights broken on Mill Road near the station",
    "The number 12 bus no longer stops at the hospital",
    "Playground at Harbour Park needs shade and a water tap",
    "Rubbish left beside the bins behind the market every weekend",
    "A safe crossing for the primary school on Oak Street",
    "白云区水管爆裂，停水三天",
    "老旧小区加装电梯，希望政府补贴",
    "公园晚上太暗，路灯坏了",
    "Las farolas de la avenida Sur están apagadas desde hace un mes",
    "Contenedores de basura desbordados junto al mercado",
    "مصابيح الشارع معطلة أمام المدرسة",
    "انقطاع المياه في حي النخيل منذ أسبوع",
];

#[test]
fn the_matter_that_is_meant_comes_first() {
    let known: Vec<Shingles> = MATTERS.iter().map(|m| Shingles::of(m)).collect();
    for (voice, meant) in [
        ("the street light in mill rd is broken again, very dark", 0),
        ("Bus 12 doesn't stop at the hospital any more", 1),
        ("no shade at the harbour park playground", 2),
        ("rubish behind market smells", 3),
        ("children cannot cross Oak Street to get to school", 4),
        ("我们这里停水好几天了，说是水管爆了", 5),
        ("小区没有电梯，老人上不了楼", 6),
        ("公园里的路灯不亮", 7),
        ("No hay luz en la avenida Sur, las farolas no funcionan", 8),
        ("La basura junto al mercado huele mal", 9),
        ("الشارع أمام المدرسة مظلم والمصابيح لا تعمل", 10),
        ("المياه مقطوعة في النخيل", 11),
    ] {
        let ranked = rank(&Shingles::of(voice), &known);
        println!("{voice}: {:?}", &ranked[..ranked.len().min(3)]);
        assert_eq!(ranked[0].0, meant, "{voice}: {ranked:?}");
    }
}

#[test]
fn likeness_counts_shared_pieces() {
    // " ab", "abc", "bc " against " ab", "abd", "bd ": one of five in common.
    let (a, b) = (Shingles::of("abc"), Shingles::of("ABD"));
    assert_eq!((a.len(), similarity(&a, &b)), (3, 0.2));
    // 停水, 水三, 三天 contains 停水 whole.
    assert_eq!(containment(&Shingles::of("停水"), &Shingles::of("停水三天")), 1.0);
    assert_eq!(
        similarity(&Shingles::of("停水"), &Shingles::of("停水三天")),
        1.0 / 3.0
    );
    assert_eq!(similarity(&Shingles::of(""), &Shingles::of("")), 0.0);
}

#[test]
fn equal_scores_keep_the_order_given() {
    let a = Shingles::of("bus stop");
    assert_eq!(rank(&a, [&a, &Shingles::of("水"), &a]), [(0, 1.0), (2, 1.0)]);
}
