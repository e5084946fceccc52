### صفحة قضية واحدة.

matter-number = القضية { $number }
matter-next = ما التالي
matter-next-sort = يصنّفها موظف. موعد الرد: { $date } على الأكثر.
matter-next-open = { $office }: تفتحها للدراسة وترد في موعد أقصاه { $date }.
matter-next-answer = يرد { $office } بحلول { $date }.
matter-next-answer-late = كان على { $office } الرد بحلول { $date }.
matter-next-decide = يقرر { $office }.
matter-next-commit = يبيّن { $office } من يفعل ماذا ومتى.
matter-next-do = { $office }: تفي بالوعد التالي في موعد أقصاه { $date }.
matter-next-do-late = { $office }: كان عليها الوفاء بالوعد التالي في { $date }.
matter-next-check = يتحقق السكان، ثم يكتب { $office } ما تعلمه.
matter-next-share = يكتبه { $office } لمدن أخرى.
matter-next-recheck = يُراجع مرة أخرى في { $date }.
matter-next-nothing = لا شيء آخر مخطط.
matter-next-sort-late = لم يصنّفها موظف بعد. كان موعد الرد { $date }.
matter-next-sort-plain = يصنّفها موظف.
matter-next-open-late = { $office }: لم تفتحها للدراسة بعد. كان موعد الرد { $date }.
matter-next-open-plain = { $office }: تفتحها للدراسة.
matter-next-do-last = عدد الوعود المفتوحة: { $n }، وآخرها موعده { $date }.
matter-next-undated = لم يحدَّد موعد. مضى على الانتظار { $days }.
matter-next-declined = تنتهي هنا، والأسباب مبيَّنة أدناه.
matter-next-appeal = يبت موظف من مكتب آخر في التظلم في موعد أقصاه { $date }.
matter-next-appeal-late = كان موعد البت في التظلم { $date }.
matter-next-merged = تستمر في القضية الأخرى.
matter-next-referred = { $office }: صارت هي المسؤولة عنها الآن.
matter-late-by = متأخر { $days }
matter-happened = ما الذي حدث
matter-asked = ما الذي طُلب
matter-asked-lede = { $n ->
    [one] مشاركة واحدة منذ { $from }. الورق والهاتف والويب تُحسب بالتساوي.
    [two] مشاركتان منذ { $from }، باللغات: { $languages }. الورق والهاتف والويب تُحسب بالتساوي.
    [few] { $n } مشاركات منذ { $from }، باللغات: { $languages }. الورق والهاتف والويب تُحسب بالتساوي.
    [many] { $n } مشاركة منذ { $from }، باللغات: { $languages }. الورق والهاتف والويب تُحسب بالتساوي.
   *[other] { $n } مشاركة منذ { $from }، باللغات: { $languages }. الورق والهاتف والويب تُحسب بالتساوي.
}
matter-by-channel = حسب القناة
matter-by-place = حسب المكان
matter-place-none = المكان غير مذكور
matter-voices = بكلماتهم
matter-voices-all = كل مشاركات هذه القضية
matter-voice-hidden = أخفاها مشرف: { $reason }
matter-voice-withdrawn = سحبها صاحبها.
matter-decision = القرار
matter-decision-accepted = قُبل
matter-decision-partly = قُبل جزئيًا
matter-decision-declined = لم يُقبل
matter-reasons = الأسباب
matter-basis = الأساس القانوني
matter-appeal-until = يمكنك التظلم حتى { $date }.
matter-commitments = الوعود
matter-commitment-due = بحلول { $date }
matter-commitment-moved = وُعد به أولًا في { $date }
matter-glance = في لمحة
matter-lead = المكتب القائد
matter-partners = مع
matter-partner-asked = طُلب منه في { $date } ولم يرد بعد
matter-partner-refused = رفض
matter-money = المال
matter-money-of = { $spent } من { $planned }
matter-due = الموعد
matter-first-answer = أول رد
matter-first-answer-after = بعد { $days }
matter-first-answer-none = لا شيء بعد { $days }
matter-topic = الموضوع
matter-level = مستوى الحاجة
matter-field = مجال الحاجة
matter-priority = الأولوية
matter-priority-rank = { $rank } من { $all } تنتظر قرارًا
matter-priority-how = نقاط هذه القضية وطريقة الحساب
matter-helped = هل نفع؟
matter-indicator-value = { $before } قبل، { $after } الآن
matter-indicator-waiting = { $before } قبل، ولم يُقَس ثانية بعد
matter-indicator-source = المصدر: { $source }
matter-check-question = هل تم؟
matter-check-words = ماذا ترى هناك؟
matter-check-hint = إذا قال { $n } أو أكثر من السكان، وأكثر من { $percent } ممن تحققوا، «ليس بعد» تُفتح القضية من جديد تلقائيًا. يمكنك تغيير قولك.
matter-checks = ما رآه السكان
matter-check-done = تم
matter-check-not-yet = ليس بعد
matter-cases = من حلّ هذا أيضًا
matter-cases-none = لا توجد حالة في هذا الموضوع بعد.
matter-follow = تابع هذه القضية
matter-follow-email = البريد الإلكتروني
matter-follow-send = أخبرني عندما يحدث شيء
matter-follow-feed = موجز
matter-follow-sent = افتح الرابط في الرسالة التي أرسلناها الآن لتتابع هذه القضية.
matter-followers = { $n ->
    [one] شخص واحد يتابعها.
    [two] شخصان يتابعانها.
    [few] { $n } أشخاص يتابعونها.
    [many] { $n } شخصًا يتابعونها.
   *[other] { $n } شخص يتابعونها.
}
matter-appeal = تظلّم
matter-appeal-hint = قل لماذا ينبغي النظر فيها من جديد. يقرر شخص من مكتب آخر علنًا.
matter-appeal-grounds = أسبابك
matter-appeal-send = أرسل التظلم
matter-appeal-open = قيد التظلم منذ { $date }
matter-appeal-upheld = قُبل التظلم
matter-appeal-rejected = رُفض التظلم
matter-appeal-sent = تظلمك في السجل.
matter-merged = دُمجت هذه القضية في أخرى.
matter-referred = أُحيلت هذه القضية إلى { $office }.
matter-join-yours = قل شيئًا عن هذه القضية
matter-work = اعمل على هذه القضية
matter-show-acts = كل إجراءات هذه القضية في السجل
matter-residents = { $n ->
    [zero] لا أحد من السكان
    [one] ساكن واحد
    [two] ساكنان
    [few] { $n } من السكان
    [many] { $n } من السكان
   *[other] { $n } من السكان
}
matter-asked-merged = انتقلت كل مشاركاتها إلى القضية الأخرى وتُحسب هناك.
matter-from-to = من { $from } إلى { $to }
matter-asked-none = لا مشاركة فيها الآن.
matter-residents-checked = تحقق السكان من النتيجة
