### Promises: who does what by when, with what money and people.

commitments-lede = ما وعدت به المدينة، ومن المسؤول عنه، ومتى ينتهي. الوعود المتأخرة أولًا.
commitments-none-overdue = لا وعد متأخر.
commitments-overdue-text = { $n ->
    [zero] لا وعود متأخرة
    [one] وعد واحد متأخر بمقدار { $days }
    [two] وعدان متأخران بمتوسط { $days }
    [few] { $n } وعود متأخرة بمتوسط { $days }
    [many] { $n } وعدًا متأخرًا بمتوسط { $days }
   *[other] { $n } وعد متأخر بمتوسط { $days }
}
commitments-office = المكتب
commitments-state = الحالة
commitments-running = قيد التنفيذ
commitments-finished = منجز
commitments-overdue = متأخر
commitments-reopened = استؤنف العمل
commitments-none = لا وعد يطابق هذه الشروط.
commitments-none-now = أزل أحد المرشحات.
commitments-partners-count = { $n ->
    [zero] بلا شركاء
    [one] مع شريك واحد
    [two] مع شريكين
    [few] مع { $n } شركاء
    [many] مع { $n } شريكًا
   *[other] مع { $n } شريك
}
commitments-days-late = { $n ->
    [zero] بلا تأخير
    [one] متأخر يومًا واحدًا
    [two] متأخر يومين
    [few] متأخر { $n } أيام
    [many] متأخر { $n } يومًا
   *[other] متأخر { $n } يوم
}
commitments-moved-count = { $n ->
    [zero] لم يتغير الموعد
    [one] تغيّر الموعد مرة واحدة
    [two] تغيّر الموعد مرتين
    [few] تغيّر الموعد { $n } مرات
    [many] تغيّر الموعد { $n } مرة
   *[other] تغيّر الموعد { $n } مرة
}
commitments-people-count = { $n ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $n } أشخاص
    [many] { $n } شخصًا
   *[other] { $n } شخص
}
commitments-finished-on = أُنجز في { $date }
commitments-finished-late = أُنجز في { $date }، متأخرًا { $days }
commitments-percent-done = أُنجز { $percent }%
commitments-money-of = صُرف { $spent } من { $money }
commitments-money-spent = المصروف: { $money }
commitments-due = الموعد
commitments-number = الوعد رقم { $number }
commitments-matter-number = القضية رقم { $number }
commitments-matter = القضية
commitments-by-office = بحسب المكتب
commitments-by-office-caption = الوعود بحسب المكتب الذي يقودها. يُحسب التأخير من المواعيد وحدها؛ والعمود الأخير هو وسيط عدد الأيام.
commitments-made-n = الوعود (العدد)
commitments-median = وسيط أيام التأخير
commitments-facts = لمحة سريعة
commitments-lead = المكتب القائد
commitments-departments = مكاتب مشاركة
commitments-partners = شركاء
commitments-money = المال
commitments-people = الأشخاص
commitments-evidence = الدليل
commitments-reports = التقارير
commitments-no-reports = لا تقارير بعد.
commitments-dates = المواعيد
commitments-first-due = الموعد الموعود أولًا:
commitments-moved-from = نُقل من
commitments-moved-to = إلى
commitments-photo-alt = صورة مع تقرير { $date }
commitments-work = تقرير أو إغلاق
commitments-make = تقديم وعد
commitments-title = ما الذي سيتحقق عند الإنجاز؟
commitments-title-hint = سطر واحد يستطيع أي شخص التحقق منه، مثل: الممر مضاء من الجسر إلى المحطة.
commitments-money-hint = بالكرونات الصحيحة. اتركه فارغًا إن لم يكن معروفًا.
commitments-people-hint = الموظفون والمتطوعون معًا
commitments-with = من يشارك؟
commitments-make-note = يُنشر الوعد فورًا. لا يُنقل موعده لاحقًا إلا بسبب، وتبقى كل المواعيد ظاهرة.
commitments-send = قدّم الوعد علنًا
commitments-made = قُدّم الوعد. وهو الآن في القائمة العلنية.
commitments-report = الإبلاغ عن التقدم
commitments-percent = كم نسبة الإنجاز في المئة؟
commitments-spent = المصروف حتى الآن بالكرونات
commitments-text = ماذا أُنجز؟
commitments-text-hint = ما الذي يراه ساكن في الموقع.
commitments-photo = صورة
commitments-photo-hint = ‏JPEG أو PNG أو WebP حتى 10 ميغابايت. يُحذف المكان والوقت المخزَّنان داخل الصورة.
commitments-report-send = انشر التقرير
commitments-finish = الإغلاق مع دليل
commitments-evidence-hint = ما الذي قيس أو أُحصي أو صُوّر، ومن قام بذلك.
commitments-finish-send = أغلق الوعد
commitments-move = نقل الموعد
commitments-reason = السبب
commitments-reason-hint = يُنشر مع الموعدين القديم والجديد.
commitments-move-send = انقل الموعد علنًا
commitments-reported = نُشر التقرير.
commitments-finished-now = أُغلق الوعد. يستطيع السكان الآن أن يقولوا إن كان قد أُنجز.
commitments-date-moved = نُقل الموعد. يبقى الموعد القديم والسبب في الصفحة.
commitments-is-finished = هذا الوعد منجز.
commitments-is-withdrawn = سُحب هذا الوعد.
commitments-withdrawn = مسحوب
commitments-withdraw = سحب الوعد
commitments-withdraw-hint = يُنشر مع اسمك. يبقى الوعد مقروءًا ولا يُحتسب بعد ذلك.
commitments-withdraw-send = اسحبه علنًا
commitments-withdrawn-now = سُحب الوعد. يبقى مقروءًا مع السبب.
commitments-retitle = تصحيح العنوان
commitments-retitle-hint = يبقى العنوان السابق في السجل.
commitments-retitle-send = صحّحه علنًا
commitments-retitled = صُحح العنوان. يبقى العنوان السابق على الصفحة.
commitments-title-before = العنوان السابق
commitments-title-same = هذا هو عنوانه الحالي.
commitments-lead-not-yours = أنت تعد باسم مكتبك. اذكر المكاتب الأخرى بين المشاركين.
commitments-not-decided = لم يصدر قرار في هذه القضية بعد. اتخذ القرار أولًا.
commitments-declined = رُفضت هذه القضية. يحتاج الوعد إلى قرار يقبل شيئًا.
commitments-too-many-partners = اذكر 20 شريكًا على الأكثر.
commitments-too-much = هذا الرقم كبير جدًا. تحقق منه.
commitments-date-past = هذا اليوم مضى. اختر اليوم أو يومًا بعده.
commitments-date-far = هذا اليوم بعيد جدًا. تحقق من السنة.
commitments-date-same = هذا هو الموعد الحالي نفسه.
commitments-percent-wrong = اكتب عددًا صحيحًا من 0 إلى 100.
commitments-evidence-missing = قدّم دليلًا: ما الذي قيس أو أُحصي أو صُوّر.
commitments-photo-refused = لا يمكن قبول هذه الصورة. أرسل JPEG أو PNG أو WebP لا تتجاوز 10 ميغابايت.
commitments-photo-not-kept = تعذر حفظ الصورة. أعد المحاولة أو أرسل التقرير من دونها.
