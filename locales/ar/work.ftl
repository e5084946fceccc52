### The work page of a matter.

## The page and its facts.

work-heading = العمل على القضية
work-to-matter = صفحة القضية
work-facts = نظرة سريعة
work-read-only = لا شيء على دورك هنا. ترى كل ما يفعله الآخرون.
work-other-office = يقود { $office } هذه القضية. يمكنك قراءة كل ما فيها. أما الرد والقرار والوعد فلموظفيه ولموظفي المكاتب المشاركة.
work-lead = المكتب القائد
work-reply-by = الرد قبل
work-answered-on = أُجيب عنها
work-not-answered = لم يُجب عنها بعد
work-first-heard = أول مشاركة
work-place = المكان
work-place-none = غير معروف
work-topic = الموضوع
work-level = مستوى الحاجة
work-field = مجال الحاجة
work-position = الأولوية
work-referred-to = من يتولاها بدلًا من المدينة
work-decide = اتخاذ القرار
work-commit = تقديم وعد
work-outcome = القياس والتقييم
work-choose = اختر
work-choose-office = اختر مكتبًا
work-office = المكتب
work-office-missing = اختر مكتبًا.
work-reason = السبب
work-reason-hint = يُنشر السبب.
work-undo = تراجع
work-undone = تم التراجع.

## Describing it.

work-sort = تصنيفها
work-describe = الوصف
work-title = العنوان
work-summary = المطلوب
work-urgency = الاستعجال
work-urgency-hint = كم تسوء بالانتظار
work-safety = السلامة
work-safety-hint = مدى الخطر على الناس
work-equity = الإنصاف
work-equity-hint = كم تثقل على الأقل حظًا
work-grade-none = لا شيء
work-grade-some = بعض الشيء
work-grade-high = كثير
work-grade-highest = كثير جدًا
work-lead-hint = يتغير بالتسليم بعد قبول المكتب الآخر.
work-sorted = صُنّفت القضية.
work-described = حُفظ الوصف.
work-stale = غيّر شخص هذه القضية أثناء عملك. ما كتبته ما زال هنا.
work-stale-now = قارن بما هو موجود الآن. إن حفظت مرة أخرى حلّ ما كتبته محله.

## Opening, answering, closing.

work-open = فتحها للموازنة
work-open-hint = اليوم الذي تجيب المدينة قبله. يراه الجميع. إذا كان متأخرًا عن الموعد القائم فلا بد من سبب.
work-open-send = فتح
work-opened = فُتحت القضية.
work-answers = الإجابة عن كل المشاركات
work-answer = إجابتك
work-answer-hint = تصل إلى كل من له مشاركة في هذه القضية وإلى من ينضم لاحقًا. وهي علنية.
work-answer-send = الإجابة عن كل المشاركات
work-answered = أُجيب عن كل المشاركات.
work-close = إغلاق دون إجراء
work-exit = كيف تنتهي
work-exit-hint = يمكن إغلاقها كمُجاب عنها بعد الإجابة عن كل المشاركات.
work-exit-missing = اختر كيف تنتهي.
work-referred-to-hint = عند الإحالة فقط: الجهة المسؤولة بالكلمات
work-close-hint = يُنشر السبب، وللسكان أن يعترضوا عليه.
work-close-send = إغلاق القضية
work-closed = أُغلقت القضية.
work-merge = دمجها في قضية أخرى
work-merge-into = رقم القضية الأخرى
work-merge-hint = تنتقل كل المشاركات إليها وتُغلق هذه القضية.
work-merge-send = دمج
work-merged = دُمجت القضية. يمكنك التراجع.
work-matter-unknown = لا توجد قضية بهذا الرقم.

## Other offices.

work-offices = مكاتب أخرى
work-offices-none = لم يُطلب من مكتب آخر.
work-asked-part = طُلب منه المشاركة
work-asked-lead = طُلب منه تولّيها
work-asked-of = طُلب من { $office } بتاريخ
work-reply-waits = لم يرد بعد، طُلب بتاريخ
work-reply-accepted = قبل بتاريخ
work-reply-refused = رفض بتاريخ
work-accept = قبول
work-accept-hint = يبقى موعد الرد كما هو.
work-accepted = قُبل الطلب.
work-refuse = رفض
work-refuse-reason = سبب الرفض
work-refused = رُفض الطلب مع السبب.
work-ask = طلب مشاركة مكتب
work-ask-note = في ماذا
work-ask-send = طلب
work-asked = أُرسل الطلب إلى المكتب.
work-hand-over = تسليمها
work-hand-over-hint = يبقى مكتبك قائدًا حتى يقبل الآخر. الوقت يمضي.
work-hand-over-send = طلب تولّيها
work-hand-over-asked = طُلب من المكتب أن يتولاها.

## Its voices.

work-voices = مشاركاتها
work-voices-none = لا مشاركات في هذه القضية.
work-voices-tick = علّم المشاركات التي لا تخص هذه القضية
work-voices-missing = علّم مشاركة واحدة على الأقل.
work-voice = المشاركة { $number }
work-voice-page = صفحتها
work-voice-not-shown = مخفية أو مسحوبة. تبقى محسوبة.
work-split-into = نقل إلى القضية رقم
work-split-into-hint = فارغ: تعود إلى صندوق الوارد
work-split-send = إخراجها
work-split = أُخرجت. يمكنك التراجع.
work-hide-send = إخفاء كلماتها
work-hidden = أُخفيت الكلمات.

## Appeals and acts.

work-appeal = اعتراض ينتظر الحكم
work-appeal-against = ضد:
work-reasons = أسباب الحكم
work-rule-hint = تُنشر الأسباب. إن قُبل الاعتراض أُعيدت موازنة القضية.
work-uphold = قبول الاعتراض
work-reject = رفض الاعتراض
work-ruled = سُجل الحكم.
work-appeals = الاعتراضات
work-appeal-waits = ينتظر الحكم
work-appeal-upheld = قُبل
work-appeal-rejected = رُفض
work-ruling = الحكم:
work-acts = آخر ما حدث
work-all-acts = كل ما حدث

## The list of keys.

work-key-describe = إلى الوصف
work-key-answer = إلى الإجابة
work-key-voices = تعليم أول مشاركة
