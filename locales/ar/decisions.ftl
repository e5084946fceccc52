### Decisions: what was decided about a matter, and why.

decisions-title = البتّ في هذه القضية
decisions-voices = { $n ->
    [zero] لا مشاركات
    [one] مشاركة واحدة
    [two] مشاركتان
    [few] { $n } مشاركات
    [many] { $n } مشاركة
   *[other] { $n } مشاركة
}
decisions-result = ما القرار؟
decisions-accepted = مقبول: سيُنفَّذ كله
decisions-partly = مقبول جزئيًا: سيُنفَّذ جزء منه
decisions-declined = مرفوض: لن يُنفَّذ
decisions-text = نص القرار
decisions-text-hint = ما الذي سيُنجز وأين وبأي مال، أو ما الذي لن يُنجز.
decisions-reasons = الأسباب
decisions-reasons-hint = اذكر ما رجحت كفته، وما الذي غيّرته كلمات السكان.
decisions-reasons-missing = اذكر الأسباب. لا أحد ملزم بقبول قرار بلا أسباب.
decisions-basis = الأساس القانوني
decisions-basis-hint = القانون أو الخطة التي يستند إليها، مع رقم المادة
decisions-appeal-note = { $n ->
    [zero] يُنشر القرار فورًا. لا مهلة للطعن.
    [one] يُنشر القرار فورًا. يمكن للسكان الطعن فيه خلال يوم واحد.
    [two] يُنشر القرار فورًا. يمكن للسكان الطعن فيه خلال يومين.
    [few] يُنشر القرار فورًا. يمكن للسكان الطعن فيه خلال { $n } أيام.
    [many] يُنشر القرار فورًا. يمكن للسكان الطعن فيه خلال { $n } يومًا.
   *[other] يُنشر القرار فورًا. يمكن للسكان الطعن فيه خلال { $n } يوم.
}
decisions-send = اتخذ القرار وانشره
decisions-done = صدر القرار. القرار وأسبابه مدوَّنان في السجل.
decisions-earlier = قرارات سابقة
decisions-not-open = هذه القضية ليست مفتوحة لاتخاذ قرار.
decisions-answer-first = أجب أولًا. الذين سألوا لم يتلقوا إجابة بعد.
decisions-to-matter = إلى القضية
decisions-close = الإغلاق دون إجراء
decisions-close-reason = السبب
decisions-close-hint = يُنشر. ويبقى بإمكان السكان الطعن.
decisions-close-send = أغلق القضية
decisions-closed = أُغلقت القضية. السبب مدوَّن في السجل.
decisions-not-declined = لا تُغلق هنا إلا قضية رُفضت.
