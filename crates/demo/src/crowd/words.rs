//! What the residents of a generated city say: sentences put together from parts in four languages, so that a search finds
//! some words in many matters and others in a few.

use super::dice::Dice;

/// One kind of thing that goes wrong: who is asked, and how it is said.
pub struct Theme {
    /// One of the topics of matters.
    pub topic: &'static str,
    /// Key of the office in the lead.
    pub office: &'static str,
    /// The thing, in English, Chinese, Spanish and Arabic.
    pub thing: [&'static str; 4],
    /// What is wrong with it.
    pub wrong: [&'static str; 4],
}

/// Languages in the order of the words above, with their share in a hundred.
pub const LANGS: [(&str, u64); 4] = [("en", 30), ("zh", 45), ("es", 15), ("ar", 10)];

/// What goes wrong in cities.
pub const THEMES: [Theme; 14] = [
    Theme {
        topic: "energy",
        office: "lighting",
        thing: ["street lamp", "路灯", "farola", "مصباح الشارع"],
        wrong: [
            "has been dark for weeks",
            "好几个星期不亮了",
            "lleva semanas apagada",
            "مطفأ منذ أسابيع",
        ],
    },
    Theme {
        topic: "waste",
        office: "waste",
        thing: ["bin", "垃圾桶", "contenedor", "حاوية القمامة"],
        wrong: [
            "overflows every Friday",
            "每个星期五都满出来",
            "se desborda cada viernes",
            "تفيض كل جمعة",
        ],
    },
    Theme {
        topic: "services",
        office: "streets",
        thing: ["footpath", "人行道", "acera", "الرصيف"],
        wrong: [
            "is broken and people fall",
            "坏了，有人摔倒",
            "está rota y la gente se cae",
            "مكسور والناس يسقطون",
        ],
    },
    Theme {
        topic: "resilient",
        office: "water",
        thing: ["drain", "下水道", "alcantarilla", "مصرف المياه"],
        wrong: [
            "is blocked and the cellar floods",
            "堵了，地下室进水",
            "está atascada y el sótano se inunda",
            "مسدود والقبو يغرق",
        ],
    },
    Theme {
        topic: "environment",
        office: "parks",
        thing: ["playground tree", "游乐场的树", "árbol del parque", "شجرة الملعب"],
        wrong: [
            "has dead branches over the swings",
            "枯枝悬在秋千上面",
            "tiene ramas secas sobre los columpios",
            "لها أغصان يابسة فوق الأراجيح",
        ],
    },
    Theme {
        topic: "renewal",
        office: "housing",
        thing: ["stairwell", "楼梯间", "escalera", "بيت الدرج"],
        wrong: [
            "is damp and mould grows",
            "潮湿发霉",
            "tiene humedad y moho",
            "رطب وفيه عفن",
        ],
    },
    Theme {
        topic: "youth",
        office: "schools",
        thing: [
            "school crossing",
            "学校门口的路口",
            "paso escolar",
            "معبر المدرسة",
        ],
        wrong: [
            "has no guard in the morning",
            "早上没有人看护",
            "no tiene vigilante por la mañana",
            "بلا حارس في الصباح",
        ],
    },
    Theme {
        topic: "inclusive",
        office: "inclusion",
        thing: ["ramp", "坡道", "rampa", "المنحدر"],
        wrong: [
            "is too steep for a wheelchair",
            "对轮椅来说太陡",
            "es demasiado empinada para una silla de ruedas",
            "شديد الانحدار على الكرسي المتحرك",
        ],
    },
    Theme {
        topic: "smart",
        office: "digital",
        thing: ["bus display", "公交显示屏", "panel del autobús", "شاشة الحافلة"],
        wrong: [
            "shows the wrong times",
            "显示的时间不对",
            "muestra horas equivocadas",
            "تعرض أوقاتا خاطئة",
        ],
    },
    Theme {
        topic: "services",
        office: "transport",
        thing: ["night bus", "夜班车", "autobús nocturno", "الحافلة الليلية"],
        wrong: [
            "leaves before the shift ends",
            "下班之前就开走了",
            "sale antes de que acabe el turno",
            "تغادر قبل نهاية العمل",
        ],
    },
    Theme {
        topic: "economy",
        office: "markets",
        thing: ["market stall", "市场摊位", "puesto del mercado", "كشك السوق"],
        wrong: [
            "has no roof and no water",
            "没有顶棚也没有水",
            "no tiene techo ni agua",
            "بلا سقف ولا ماء",
        ],
    },
    Theme {
        topic: "services",
        office: "health",
        thing: ["clinic", "诊所", "clínica", "العيادة"],
        wrong: [
            "has no interpreter on weekdays",
            "平日没有翻译",
            "no tiene intérprete entre semana",
            "بلا مترجم في أيام الأسبوع",
        ],
    },
    Theme {
        topic: "engagement",
        office: "planning",
        thing: ["square", "广场", "plaza", "الساحة"],
        wrong: [
            "was planned without the neighbours",
            "规划时没有问邻居",
            "se planeó sin los vecinos",
            "خططت دون الجيران",
        ],
    },
    Theme {
        topic: "capacity",
        office: "culture",
        thing: ["reading room", "阅览室", "sala de lectura", "قاعة القراءة"],
        wrong: [
            "closes before people come from work",
            "大家下班前就关门",
            "cierra antes de que la gente salga del trabajo",
            "تغلق قبل خروج الناس من العمل",
        ],
    },
];

const FIRST: [&str; 30] = [
    "Alder", "Amber", "Ash", "Barley", "Beech", "Birch", "Bramble", "Cedar", "Chalk", "Cherry", "Copper",
    "Elder", "Elm", "Fern", "Flint", "Hazel", "Heron", "Hollow", "Ivy", "Juniper", "Lark", "Linden", "Maple",
    "Marsh", "Oak", "Otter", "Quarry", "Rowan", "Sorrel", "Thistle",
];
const SECOND: [&str; 20] = [
    "bank", "bridge", "brook", "court", "croft", "dale", "end", "field", "ford", "gate", "green", "grove",
    "hill", "lane", "mead", "mill", "row", "side", "way", "yard",
];
const HANZI: [&str; 24] = [
    "东", "西", "南", "北", "中", "新", "安", "平", "和", "丰", "华", "兴", "江", "河", "山", "湖", "桥",
    "竹", "松", "梅", "荔", "榕", "棉", "泉",
];
const ARABIC: [&str; 16] = [
    "النهر",
    "الورد",
    "الزيتون",
    "النخيل",
    "السلام",
    "الربيع",
    "الجسر",
    "القمر",
    "الشمس",
    "المدينة",
    "البستان",
    "الحرية",
    "العلم",
    "الميناء",
    "الجبل",
    "النور",
];

const SINCE: [[&str; 4]; 4] = [
    [
        "We told the office in spring.",
        "春天就跟办公室说过。",
        "Se lo dijimos a la oficina en primavera.",
        "أخبرنا المكتب في الربيع.",
    ],
    [
        "My neighbours say the same.",
        "邻居们也这样说。",
        "Mis vecinos dicen lo mismo.",
        "جيراني يقولون الشيء نفسه.",
    ],
    [
        "It is worse after rain.",
        "下雨以后更糟。",
        "Es peor después de la lluvia.",
        "يسوء الأمر بعد المطر.",
    ],
    [
        "Nobody has come yet.",
        "还没有人来过。",
        "Todavía no ha venido nadie.",
        "لم يأت أحد بعد.",
    ],
];
const WISH: [[&str; 4]; 4] = [
    [
        "Please mend it before winter.",
        "请在冬天以前修好。",
        "Por favor, arréglenlo antes del invierno.",
        "نرجو إصلاحه قبل الشتاء.",
    ],
    [
        "When will somebody look at it?",
        "什么时候有人来看？",
        "¿Cuándo lo mirará alguien?",
        "متى ينظر فيه أحد؟",
    ],
    [
        "Children pass here every day.",
        "孩子们每天经过这里。",
        "Los niños pasan por aquí todos los días.",
        "يمر الأطفال من هنا كل يوم.",
    ],
    [
        "Thank you for reading this.",
        "谢谢您看这些话。",
        "Gracias por leer esto.",
        "شكرا على قراءة هذا.",
    ],
];

/// A language by its share.
pub fn lang(dice: &mut Dice) -> usize {
    let mut left = dice.below(100);
    for (at, (_, share)) in LANGS.iter().enumerate() {
        if left < *share {
            return at;
        }
        left -= share;
    }
    0
}

/// A street in the words of a language.
pub fn street(dice: &mut Dice, lang: usize) -> String {
    match lang {
        1 => format!("{}{}{}路", dice.of(&HANZI), dice.of(&HANZI), dice.of(&HANZI)),
        2 => format!("calle {}{}", dice.of(&FIRST), dice.of(&SECOND)),
        3 => format!("شارع {} {}", dice.of(&ARABIC), dice.of(&ARABIC)),
        _ => format!("{}{}", dice.of(&FIRST), dice.of(&SECOND)),
    }
}

/// What somebody says about a theme in a street.
pub fn said(dice: &mut Dice, theme: &Theme, street: &str, lang: usize) -> String {
    let (thing, wrong) = (theme.thing[lang], theme.wrong[lang]);
    let (since, wish) = (dice.of(&SINCE)[lang], dice.of(&WISH)[lang]);
    let number = 1 + dice.below(240);
    match lang {
        1 => format!("{street}{number}号的{thing}{wrong}。{since}{wish}"),
        2 => format!("La {thing} de {street} {number} {wrong}. {since} {wish}"),
        3 => format!("{thing} في {street} رقم {number} {wrong}. {since} {wish}"),
        _ => format!("The {thing} at {number} {street} {wrong}. {since} {wish}"),
    }
}

/// Title and summary of a matter.
pub fn titled(theme: &Theme, street: &str, lang: usize) -> (String, String) {
    let (thing, wrong) = (theme.thing[lang], theme.wrong[lang]);
    match lang {
        1 => (
            format!("{street}的{thing}"),
            format!("{street}的{thing}{wrong}。居民要求修理。"),
        ),
        2 => (
            format!("La {thing} de {street}"),
            format!("La {thing} de {street} {wrong}. Se pide arreglarla."),
        ),
        3 => (
            format!("{thing} في {street}"),
            format!("{thing} في {street} {wrong}. يطلب السكان الإصلاح."),
        ),
        _ => (
            format!("The {thing} in {street}"),
            format!("The {thing} in {street} {wrong}. Residents ask for repair."),
        ),
    }
}
