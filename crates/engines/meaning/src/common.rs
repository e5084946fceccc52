//! Words that a language uses everywhere and that say nothing of a subject. Folded: no accents, Arabic alef and ya in
//! one form. Short on purpose: what is missing here is kept low by its frequency.

use std::collections::HashSet;
use std::sync::LazyLock;

const WORDS: &str = "the and that for was are with this have from had not but what all were when there can your which \
their said will each about how out them then she many some these would other into has more her two like him see time \
could make than been its who now people made over did down only way may very after our just where most know get \
through back much before good new want because any same off here please still every too why you they don does doesn \
isn can won cannot must should being having might while under between also one once ever never always again nobody \
somebody everyone something nothing there's it's i'm we're us me my let put go come take give got going say says \
since until without both few own such yes another around asked ask need needs \
los las del por con una para como mas pero sus este porque esta entre cuando muy sin sobre tambien hasta hay donde \
quien desde todo nos durante todos uno les contra otros ese eso ante ellos esto antes algunos que unos otro otras \
otra tanto esa estos mucho mucha muchos quienes nada cual poco ella estar estas algunas algo nosotros estan son era \
fue ser tiene tienen hace hacen falta puede pueden favor gracias siempre nunca vez cada asi solo aqui alli mis sea \
han quiero pido nadie alguien dos tres \
der die das und ist nicht ein eine den dem des mit auf fur von sich auch als wie bei oder aber wir sie ich man wird \
werden kann soll sollte mehr nur noch wenn dass zum zur aus nach uber sind haben hat mussen muss keine kein \
les est une dans pour qui que pas sur avec sont mais comme nous ont fait meme leur tout tous elle plus aux ces \
dei della delle che per non una con sono come piu anche questo questa \
uma com nao mais para como mas dos das pelo pela sao tem isso esta \
في من على الى عن مع هذا هذه ذلك التي الذي ان او ثم لا ما لم لن قد كل كان كانت يكون هو هي هم نحن انا لنا لهم له لها \
بعد قبل عند بين حتي حيث كما اذا منذ فقط ايضا غير بدون اي احد ليس ليست يوجد توجد يجب نريد اريد ولا وهو وهي ولم وما فيها فيه علي الي \
我们 他们 你们 没有 可以 什么 这个 那个 一个 因为 所以 但是 如果 就是 不是 已经 还是 自己 这样 怎么 的时 时候 希望 应该 能不 不能 现在";

/// Whether a folded word is one of them.
pub(crate) fn is_common(folded: &str) -> bool {
    static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| WORDS.split_whitespace().collect());
    COMMON.contains(folded)
}

/// Characters of Chinese that stand between words; a piece that begins or ends with one is no word.
pub(crate) fn is_joint(c: char) -> bool {
    "的了是在和也就都而与及着或我你他她它们这那有没不很把被给让对从向到于很还又再要会能想请吗呢吧啊个"
        .contains(c)
}
