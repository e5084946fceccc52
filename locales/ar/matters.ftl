### القضايا: القائمة والخريطة ومعادلة الأولوية والمتابعة بالبريد، وما تقوله الإجراءات حين لا يستقيم شيء.

matters-title = القضايا
matters-lede = ما يطلبه السكان من مدينتهم، وإلى أين وصلت كل قضية.
matters-count = { $n ->
    [zero] لا قضايا
    [one] قضية واحدة
    [two] قضيتان
    [few] { $n } قضايا
    [many] { $n } قضية
   *[other] { $n } قضية
}
matters-voices = { $n ->
    [zero] لا مشاركات
    [one] مشاركة واحدة
    [two] مشاركتان
    [few] { $n } مشاركات
    [many] { $n } مشاركة
   *[other] { $n } مشاركة
}
matters-voices-caption = { $n ->
    [zero] مشاركة
    [one] مشاركة
    [two] مشاركة
    [few] مشاركات
    [many] مشاركة
   *[other] مشاركة
}
matters-number = الرقم
matters-points = نقطة
matters-points-head = النقاط
matters-map-link = على الخريطة
matters-priority-link = كيف تُحسب الأولوية
matters-none = لا توجد قضية توافق هذه الشروط.
matters-none-now = أزل أحد الشروط.
matters-none-say = أو قلها أنت.
matters-filter-text = كلمات
matters-filter-topic = الموضوع
matters-filter-place = المكان
matters-filter-state = أين وصلت
matters-filter-steps = الخطوات الست
matters-filter-within = بتفصيل أكبر
matters-filter-exits = أُغلقت دون إجراء
matters-filter-channel = فيها مشاركات عبر
matters-filter-language = فيها مشاركات بلغة
matters-filter-lead = المكتب القائد
matters-filter-order = الترتيب
matters-order-priority = الأعلى أولوية أولًا
matters-order-newest = الأحدث أولًا
matters-order-voices = الأكثر مشاركات أولًا

## الخريطة.

matters-map-title = القضايا على الخريطة
matters-map-lede = عدد القضايا في كل حي. اضغط على حي لترى قضاياه.
matters-map-caption = القضايا حسب الحي
matters-map-place = الحي
matters-map-open = تنتظر قرارًا
matters-map-people = السكان
matters-map-per = قضايا لكل 10,000 نسمة
matters-map-note = لا تُحسب هنا قضايا منطقة كاملة أو المدينة كلها.
matters-map-legend = معنى الألوان
matters-map-span = من { $least } إلى { $most } قضايا

## معادلة الأولوية.

matters-priority-title = كيف تُحسب الأولوية
matters-priority-lede = معادلة علنية واحدة ترتب كل القضايا التي تنتظر قرارًا. لا أحد يقدّم قضية بيده.
matters-priority-formula = المعادلة
matters-priority-sum = نقاط القضية هي مجموع هذه العناصر، كل منها مضروب في وزنه.
matters-priority-weights = العناصر والأوزان
matters-priority-term = العنصر
matters-priority-counts = ما يُحسب
matters-priority-weight = الوزن
matters-priority-why = اللوغاريتم يجعل المشاركة الثانية أثقل من المشاركة رقم مئتين، كي لا يغلب الشارع الأعلى صوتًا الشارع الأخطر. والعمر يمنع أن تنتظر أي قضية إلى الأبد.
matters-priority-example = القضية الأولى اليوم
matters-priority-of = نقاط القضية { $number }
matters-priority-closed = لم تعد تنتظر قرارًا ولا تُرتَّب. هذه نقاطها لو حُسبت اليوم.
matters-priority-sum-head = الوزن في القيمة
matters-priority-total = المجموع
matters-priority-change = تغيير الأوزان
matters-priority-range = أعداد صحيحة من 0 إلى { $most }. الصفر يستبعد العنصر.
matters-priority-reason = السبب
matters-priority-send = غيّر ورتّب من جديد
matters-priority-history = كل تغيير في الأوزان
matters-priority-never = لم تتغير الأوزان قط.
matters-priority-from-to = من { $from } إلى { $to }.
matters-reason-hint = يُنشر السبب مع التغيير.
matters-term-voices = المشاركات
matters-term-voices-what = لوغاريتم عدد المشاركات زائد واحد للأساس 2
matters-term-urgency = الاستعجال
matters-term-urgency-what = من 0 إلى 3: كم يسوء الأمر بالانتظار
matters-term-safety = السلامة
matters-term-safety-what = من 0 إلى 3: مدى الخطر على الناس
matters-term-equity = الإنصاف
matters-term-equity-what = من 0 إلى 3: مدى وقعها على الأقل حظًا؛ ومن 0 إلى 3 لحرمان المكان (مؤشره من 0 إلى 100 مقسومًا على 34 ومقرَّبًا)
matters-term-deprivation = حرمان المكان
matters-term-age = العمر
matters-term-age-what = الأيام منذ أول مشاركة، مقسومة على 30
matters-weights-changed = تغيرت الأوزان وأعيد ترتيب كل القضايا المفتوحة.
matters-weights-same = هذه هي الأوزان السارية. غيّر واحدًا منها على الأقل.
matters-weight-wrong = اكتب عددًا صحيحًا من 0 إلى 10.
matters-weights-all-zero = أعطِ عنصرًا واحدًا على الأقل وزنًا أكبر من 0.

## قضايا تشبه ما يكتبه أحدهم.

matters-like-title = قال آخرون شيئًا مثل هذا.
matters-like-hint = انضم إليهم، أو أرسل ما كتبت على أنه جديد.
matters-like-join = أرسل وانضم إلى هذه

## المتابعة بالبريد.

matters-following-title = متابعة قضية بالبريد الإلكتروني
matters-following-ask = هل تريد رسالة حين يجدّ شيء في هذه القضية؟
matters-following-confirm = نعم، أخبروني
matters-following-no = لا، احذفوا عنواني
matters-following-on = أنت تتابع هذه القضية. حين تتوقف يُحذف عنوانك.
matters-following-stop = أوقف المتابعة واحذف عنواني
matters-follow-confirmed = أنت الآن تتابع هذه القضية.
matters-follow-stopped = لم تعد تتابع هذه القضية. حُذف عنوانك.
matters-email-wrong = هذا ليس عنوان بريد إلكتروني. اكتبه هكذا: name@example.org.
matters-mail-confirm-subject = يرجى التأكيد: { $title }
matters-mail-confirm-text =
    تلقت { $city } طلبًا بإرسال أخبار هذه القضية إلى عنوانك:

    { $title }

    افتح هذه الصفحة للتأكيد:
    { $link }

    إن لم تكن أنت من طلب ذلك فلا تفعل شيئًا، ولن تصلك رسائل أخرى.
matters-mail-news-subject = أخبار: { $title }
matters-mail-news-text =
    { $what }.

    { $title }
    حالتها الآن: { $state }

    { $link }

    لإيقاف هذه الرسائل:
    { $unfollow }

## ما تقوله الإجراءات حين لا يستقيم شيء.

matters-grade-wrong = اختر قيمة من 0 إلى 3.
matters-lead-missing = اختر المكتب الذي يتولى القيادة.
matters-voices-missing = اختر مشاركة واحدة على الأقل و1,000 على الأكثر.
matters-merge-itself = اختر قضية أخرى. لا تُدمج القضية في نفسها.
matters-reply-by-wrong = اختر يومًا من اليوم حتى سنة من الآن.
matters-later-needs-reason = هذا اليوم متأخر عن الموعد القائم. اذكر السبب.
matters-no-such-move = القضية ليست في موضع يمكن أن تنتقل منه إلى هناك.
matters-not-finished = لا يتحقق السكان إلا مما اكتمل.
matters-closed = القضية مغلقة. التظلم المقبول يفتحها من جديد.
matters-takes-no-voices = القضية مغلقة ولا تقبل مشاركات أخرى. اختر غيرها.
matters-joined-elsewhere = هذه المشاركة جزء من قضية أخرى بالفعل.
matters-not-in-one-matter = ليست هذه المشاركات كلها في قضية واحدة. أعد تحميل الصفحة.
matters-undo-too-late = فات أوان التراجع: إما أُلغي من قبل، أو مضى عليه أكثر من يوم، أو تغيرت الأمور.
matters-answer-first = أجب عن المشاركات أولًا. عندها يمكن إغلاق القضية على أنها مجاب عنها.
matters-leads-already = هذا المكتب يقود القضية بالفعل.
matters-hand-over-waits = طُلب من مكتب آخر أن يتولاها ولم يرد بعد.
matters-asked-already = طُلب من هذا المكتب ولم يرد بعد.
matters-takes-part-already = هذا المكتب مشارك بالفعل.
matters-not-asked = لم يُطلب من هذا المكتب شيء.
matters-nothing-to-appeal = لا يوجد قرار يمكن التظلم منه.
matters-appeal-waits = يوجد تظلم في هذه القضية ينتظر البت.
matters-appeal-ruled = تم البت في هذا التظلم.
