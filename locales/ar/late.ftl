### What is late in one’s office, or in all of them.

late-title-all = المتأخر في كل المكاتب
late-lede = { $office }. يُحسب بالتواريخ وحدها، ويختفي عند إنجازه.
late-lede-all = كل المكاتب. يُحسب بالتواريخ وحدها، ويختفي عند إنجازه.
late-all-offices = كل المكاتب
late-see = عرضها
late-none = لا شيء متأخر هنا.
late-cut = تُعرض أول { $number }.
late-no-office = بلا مكتب بعد
late-office = المكتب
late-by-office = المتأخر حسب المكتب
late-days-caption = { $n ->
    [one] يوم تأخير
    [two] يوما تأخير
    [few] أيام تأخير
    [many] يومًا من التأخير
   *[other] يومًا من التأخير
}
late-waits-caption = { $n ->
    [one] يوم انتظار
    [two] يوما انتظار
    [few] أيام انتظار
    [many] يومًا من الانتظار
   *[other] يومًا من الانتظار
}

## Voices.

late-voices = مشاركات بلا إجابة
late-voices-head = المشاركات
late-voices-tell = { $n ->
    [one] مشاركة تنتظر الإجابة منذ أكثر من { $days }.
    [two] مشاركتان تنتظران الإجابة منذ أكثر من { $days }.
    [few] مشاركات تنتظر الإجابة منذ أكثر من { $days }.
    [many] مشاركة تنتظر الإجابة منذ أكثر من { $days }.
   *[other] مشاركة تنتظر الإجابة منذ أكثر من { $days }.
}
late-oldest = أولها قبل { $days }
late-referred = مشاركات محالة إلى المكتب
late-unsorted = مشاركات لم يصنفها أحد

## Replies.

late-replies = مضى موعد الرد
late-replies-head = الردود
late-replies-tell = { $n ->
    [one] قضية بلا رد وقد مضى موعدها.
    [two] قضيتان بلا رد وقد مضى موعدهما.
    [few] قضايا بلا رد وقد مضى موعدها.
    [many] قضية بلا رد وقد مضى موعدها.
   *[other] قضية بلا رد وقد مضى موعدها.
}
late-reply-was = كان الرد مستحقًا في { $date }

## Requests of other offices.

late-requests = طلبات تنتظر ردًا
late-requests-head = الطلبات
late-requests-tell = { $n ->
    [one] طلب من مكتب آخر ينتظر ردًا.
    [two] طلبان من مكاتب أخرى ينتظران ردًا.
    [few] طلبات من مكاتب أخرى تنتظر ردًا.
    [many] طلبًا من مكاتب أخرى ينتظر ردًا.
   *[other] طلبًا من مكاتب أخرى ينتظر ردًا.
}
late-asked-part = طُلب منه المشاركة
late-asked-lead = طُلب منه تولّيها

## Promises.

late-promises = وعود متأخرة
late-promises-head = الوعود
late-promises-tell = { $n ->
    [one] وعد متأخر.
    [two] وعدان متأخران.
    [few] وعود متأخرة.
    [many] وعدًا متأخرًا.
   *[other] وعدًا متأخرًا.
}
late-promise-was = كان مستحقًا في { $date }

## Appeals, for those who rule on them.

late-appeals = اعتراضات تنتظر الحكم
