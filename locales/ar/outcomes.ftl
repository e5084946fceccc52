### Outcomes: whether it helped, and what residents say.

outcomes-check-title = هل أُنجز؟
outcomes-check-lede = تقول المدينة إن هذا أُنجز. اذهب وانظر، ثم قل ما تراه. وحين يقول عدد كافٍ من الناس «ليس بعد» يبدأ العمل من جديد.
outcomes-check-words = ماذا ترى؟
outcomes-check-words-hint = بأي لغة. يُنشر دون اسمك.
outcomes-check-closed = لا شيء منجز هنا في الوقت الحالي، فلا شيء للتحقق منه.
outcomes-thanks = شكرًا. احتُسب تحققك.
outcomes-thanks-again = احتُسب هذا التحقق من قبل. يُحتسب مرة واحدة.
outcomes-thanks-changed = غيّرت قولك. يُحسب مرة واحدة كما تقوله الآن.
outcomes-thanks-reopened = شكرًا. مع تحققك صار عدد من يقولون «ليس بعد» كافيًا: يُستأنف العمل.
outcomes-reopened-reason = { $n ->
    [zero] لم يقل أحد من أصل { $all-count } ممن تحققوا: ليس بعد.
    [one] ساكن واحد من أصل { $all-count } ممن تحققوا يقول: ليس بعد.
    [two] ساكنان من أصل { $all-count } ممن تحققوا يقولان: ليس بعد.
    [few] { $n } سكان من أصل { $all-count } ممن تحققوا يقولون: ليس بعد.
    [many] { $n } ساكنًا من أصل { $all-count } ممن تحققوا يقولون: ليس بعد.
   *[other] { $n } ساكن من أصل { $all-count } ممن تحققوا يقولون: ليس بعد.
}
outcomes-title = نتيجة هذه القضية
outcomes-indicators = الأرقام
outcomes-caption = ما يُقاس، قبلُ والآن
outcomes-no-indicators = لم يُقَس شيء بعد.
outcomes-name = ماذا يُقاس؟
outcomes-name-hint = مثال: حالات السقوط على الممر
outcomes-unit = الوحدة
outcomes-unit-hint = مثال: حالات سقوط في 120 يومًا
outcomes-baseline = قبلُ
outcomes-baseline-source = مصدر الرقم السابق
outcomes-target = الهدف
outcomes-value = الآن
outcomes-value-source = مصدر الرقم الحالي
outcomes-better = متى يكون أفضل؟
outcomes-better-up = عندما يرتفع الرقم
outcomes-better-down = عندما ينخفض الرقم
outcomes-kept-note = لا يمكن لاحقًا تغيير ما تُقارن به النتيجة. وتبقى كل القيم ظاهرة.
outcomes-add = رقم جديد مع قيمته الأولى
outcomes-add-send = دوِّنه
outcomes-measure = قيمة جديدة
outcomes-measure-send = انشر القيمة
outcomes-judged = النتيجة
outcomes-reached = تحقق الهدف
outcomes-improved = أفضل من السابق
outcomes-same = كما كان
outcomes-worse = أسوأ من السابق
outcomes-measured = الرقم مدوَّن في السجل.
outcomes-evaluate = ماذا تعلمنا؟
outcomes-evaluate-hint = ما الذي نجح وما الذي لم ينجح وما الذي ينبغي أن تعرفه مدينة أخرى. بعد ذلك تُراجَع النتيجة بعد سنة و3 سنوات و5 سنوات.
outcomes-evaluate-send = انشر التقييم
outcomes-evaluated = نُشر التقييم.
outcomes-rechecks = المراجعة اللاحقة
outcomes-recheck = { $n ->
    [zero] في السنة نفسها
    [one] بعد سنة
    [two] بعد سنتين
    [few] بعد { $n } سنوات
    [many] بعد { $n } سنة
   *[other] بعد { $n } سنة
}
outcomes-recheck-done = تمت
outcomes-words = ماذا يقول السكان
outcomes-counts = { $done } يقولون أُنجز، و{ $not-yet } يقولون ليس بعد، منذ آخر إنجاز
outcomes-hide = أخفِ هذه الكلمات
outcomes-hide-reason = سبب الإخفاء
outcomes-hidden = أُخفيت الكلمات. ويبقى التحقق محتسبًا.
outcomes-source-missing = اذكر مصدر الرقم.
outcomes-number-wrong = اكتب رقمًا، مثل 12 أو 4.5، دون فواصل للآلاف.
outcomes-too-many = لهذه القضية 20 رقمًا بالفعل. أضف قيمة إلى أحدها.
outcomes-not-in-work = لا شيء يُقاس في هذه القضية: لا عمل جارٍ عليها.
outcomes-not-done = لا يُقيَّم إلا ما أُنجز.
