### الصفحة الأولى وصفحة القضية.

front-title = قلها مرة واحدة وتابعها حتى تتم.
front-lede = كل ما يقال هنا أو عبر الهاتف أو على الورق أو في الاجتماعات يدخل سجلًا عامًا واحدًا. يمكنك أن ترى من يجيب وماذا تقرر وهل نُفّذ.
front-follow = تابع رسالة برمزها
front-words = كيف تُستخدم كلماتك
front-heard = مشاركات هذا العام
front-weighed = قضايا قيد الدراسة
front-decided = تقرر فيها مع الأسباب
front-doing = قيد التنفيذ
front-done = أُنجزت ويمكنك التحقق
front-shared = شورِكت مع مدن أخرى
front-steps = ما آل إليه ما قيل
front-story-lede = { $n ->
    [one] سُمعت مشاركة واحدة، منها { $paper } على الورق. مرّ { $days } من أول مشاركة إلى النتيجة.
    [two] سُمعت مشاركتان، منهما { $paper } على الورق. مرّ { $days } من أول مشاركة إلى النتيجة.
    [few] سُمعت { $n } مشاركات، منها { $paper } على الورق. مرّ { $days } من أول مشاركة إلى النتيجة.
    [many] سُمعت { $n } مشاركة، منها { $paper } على الورق. مرّ { $days } من أول مشاركة إلى النتيجة.
   *[other] سُمعت { $n } مشاركة، منها { $paper } على الورق. مرّ { $days } من أول مشاركة إلى النتيجة.
}
front-first-voice = أول مشاركة
front-via = القناة: { $channel }، { $place }
front-joined = { $n ->
    [one] صارت قضية. فيها حتى اليوم مشاركة واحدة.
    [two] صارت قضية. فيها حتى اليوم مشاركتان.
    [few] صارت قضية. فيها حتى اليوم { $n } مشاركات.
    [many] صارت قضية. فيها حتى اليوم { $n } مشاركة.
   *[other] صارت قضية. فيها حتى اليوم { $n } مشاركة.
}
front-decision = قرار من { $office }
front-promise = { $office }: { $title }
front-checked = أُنجزت، ثم تحقق منها السكان
front-check-counts = { $yes } يقولون تم، و{ $no } يقولون ليس بعد.
front-indicator = { $name }: { $before } قبل، و{ $after } بعد.
front-read-story = القصة كاملة
front-unanswered = مشاركات بلا رد بعد { $days }.
front-overdue = وعود متأخرة، بمتوسط { $days }.
front-overdue-none = وعود متأخرة.
front-silent = أحياء لم نسمع منها منذ عام.
front-see = اعرضها
front-silent-see = أيها، وكيف تساعد
front-silent-title = أحياء لم نسمع منها
front-silent-lede = لم تصل أي مشاركة من هذه الأماكن في العام الماضي. الصمت ليس موافقة: نقاط التواصل تحمل البطاقات إليها أولًا.
front-silent-people = السكان
front-silent-last = آخر مشاركة
front-silent-never = لا توجد في السجل
front-silent-voices = المشاركات هذا العام
front-silent-per = لكل 1000 ساكن
front-silent-help = كيف تساعد: أخبر جارًا، أو اطلب البطاقات من نقطة التواصل، أو قل أنت ما تراه هناك.
front-silent-others = أحياء سمعنا منها
