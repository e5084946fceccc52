### المشاركات: القائمة العلنية، ومشاركة واحدة، ومكتب الاستقبال، ورُزم البطاقات.

## القائمة ومشاركة واحدة.

voices-title = المشاركات
voices-at-least = { $bound } مشاركة على الأقل
voices-lede = ما قاله الناس للمدينة بكلماتهم، والأحدث أولاً. كل طرق القول متساوية في الوزن.
voices-of-year = المشاركات الواردة في { $year }
voices-of-matter = كل مشاركات القضية
voices-unanswered-title = مشاركات بلا رد
voices-unanswered-lede = سُمعت قبل أكثر من { $days } ولم يُرد عليها بعد. الأطول انتظاراً أولاً.
voices-filter-unanswered = التي بلا رد فقط
voices-place = المكان
voices-channel = القناة
voices-lang = اللغة
voices-lang-unknown = غير معروفة
voices-kind = نوعها
voices-kind-unstated = غير محدد
voices-kind-idea = فكرة
voices-kind-report = شيء معطل أو ناقص
voices-kind-question = سؤال
voices-kind-point = حجة
voices-kind-testimony = تجربة شخصية
voices-name = المشاركة رقم { $number }
voices-none = لا توجد مشاركة توافق هذه المرشحات.
voices-none-now = أزل أحد المرشحات، أو قلها بنفسك.
voices-waiting = تنتظر منذ { $days }
voices-state = أين وصلت
voices-answered = تم الرد عليها
voices-hidden = أخفى مشرف هذه الكلمات.
voices-hidden-reason = أخفى مشرف هذه الكلمات. السبب: { $reason }
voices-withdrawn = سحبها صاحبها. وتبقى محسوبة.
voices-referred = أُحيلت إلى { $office }. السبب: { $reason }
voices-unsorted = سُمعت، ولم يفرزها أحد بعد.
voices-joined = جزء من قضية
voices-to-matter = اطّلع على القضية
voices-heard = سُمعت في
voices-said-by = قالها
voices-answers = الردود على هذه المشاركة
voices-no-answer = لا رد بعد.
voices-no-answer-matter = لا رد خاص بهذه المشاركة. الرد على جميع المشاركات موجود في صفحة القضية.
voices-history = ماذا حدث
voices-edited = { $n ->
    [one] عدّل صاحبها الكلمات مرة واحدة.
    [two] عدّل صاحبها الكلمات مرتين.
    [few] عدّل صاحبها الكلمات { $n } مرات.
    [many] عدّل صاحبها الكلمات { $n } مرة.
   *[other] عدّل صاحبها الكلمات { $n } مرة.
}
voices-photo = صورة أُرسلت مع هذه المشاركة

## ما يفعله المشرف.

voices-moderate = الإشراف
voices-hide = إخفاء هذه الكلمات
voices-hide-hint = تبقى المشاركة محسوبة ويُنشر السبب. أخفِ ما يخالف القواعد فقط، ولا تُخفِ رأياً أبداً.
voices-restore = إظهار هذه الكلمات من جديد
voices-reason = السبب
voices-hidden-now = الكلمات مخفية الآن.
voices-restored-now = الكلمات ظاهرة من جديد.

## مكتب الاستقبال.

voices-desk-lede = لما يصل بالهاتف أو الرسائل أو الزيارة أو الاجتماع أو الإذاعة. وزنه مثل وزن ما يصل عبر الويب.
voices-desk-channel = كيف وصلتنا؟
voices-desk-text = ماذا قيل
voices-desk-text-hint = بكلماتهم وبلغتهم.
voices-desk-place = أين؟
voices-desk-place-hint = شارع أو مكان أو المدينة كلها، كما قالوا
voices-desk-heard = في أي يوم؟
voices-desk-heard-hint = يوم وصولها إلى المدينة. تُحسب مهلة الرد من ذلك اليوم.
voices-desk-contact = كيف نتواصل معهم؟
voices-desk-contact-hint = للرد فقط. تُختم فوراً، ولا يستطيع أحد في المكتب قراءتها مرة أخرى. إلى البريد الإلكتروني يُرسل الرد تلقائياً. أما رقم الهاتف والعنوان البريدي فلا يُرسل إليهما شيء بعد: سلّم الرمز عندئذ.
voices-desk-save = احفظ واعرض الرمز
voices-desk-cards = إدخال رزمة بطاقات
voices-desk-next = إدخال التالية
voices-desk-receipt = حُفظت برقم { $number }
voices-desk-say = اقرأ هذا الرمز بصوت مسموع، أو اطبع الصفحة وسلّمها.
voices-key-channel = إلى القناة
voices-key-text = إلى الكلمات
voices-key-next = إدخال التالية

## رُزم البطاقات.

voices-cards-title = رزمة بطاقات
voices-cards-lede = سطر لكل بطاقة. مفتاح الإدخال ينقلك إلى الخانة التالية. الأسطر الفارغة لا تُحفظ.
voices-cards-stack = للرزمة كلها
voices-cards-stack-hint = يمكن لأي سطر أن يذكر غير ذلك.
voices-cards-grid = البطاقات
voices-cards-row = السطر { $number }
voices-cards-words = الكلمات على البطاقة
voices-cards-date = اليوم
voices-cards-contact = وسيلة التواصل
voices-cards-as-stack = كما في الأعلى
voices-cards-lang-auto = تعرّف تلقائي
voices-cards-more = أضف 25 سطراً
voices-cards-save = احفظ الرزمة
voices-cards-table = من جدول
voices-cards-table-hint = ملف CSV، أو أسطر منسوخة من جدول حسابات. يسمّي السطر الأول الأعمدة. يلزم text وحده؛ ويمكن أن تكون معه place وchannel وlang وdate وcontact. سترى الأسطر تحت ما كتبته قبل حفظها.
voices-cards-paste = ألصق الأسطر
voices-cards-file = أو اختر ملفاً
voices-cards-fill = ضعها في الجدول
voices-cards-saved = { $n ->
    [zero] لم تُسجَّل أي بطاقة
    [one] سُجّلت بطاقة واحدة
    [two] سُجّلت بطاقتان
    [few] سُجّلت { $n } بطاقات
    [many] سُجّلت { $n } بطاقة
   *[other] سُجّلت { $n } بطاقة
}
voices-cards-codes = رقم كل بطاقة ورمزها
voices-cards-code = الرمز
voices-cards-print = اطبع القائمة
voices-cards-error = السطر { $number }: { $error }

## ما قد يكون خطأ.

voices-text-missing = اكتب ما ينبغي أن يتغير؛ تكفي بضع كلمات.
voices-desk-text-missing = اكتب ما قيل؛ تكفي بضع كلمات.
voices-text-too-long = هذه الكلمات أطول من 20,000 حرف. أرسل الجزء الأهم.
voices-contact-wrong = يبدو هذا بريداً إلكترونياً فيه خطأ. تحقق منه أو اتركه فارغاً.
voices-heard-later = هذا اليوم لم يأتِ بعد. اكتب يوم وصولها إلى المدينة.
voices-answer-missing = اكتب الرد.
voices-answered-already = تم الرد عليها، فلم يعد تعديل كلماتها ممكناً.
voices-sorted-already = هي جزء من قضية أو تم الرد عليها. انقل القضية بدلاً من ذلك.
voices-not-shown = سُحبت أو أُخفيت، فلا يمكن فعل شيء بها هنا.
voices-not-hidden = ليست مخفية.
voices-cards-none = لا توجد بطاقة بعد. املأ سطراً واحداً على الأقل.
voices-cards-too-many = هذه أكثر من 500 سطر. قسّم الرزمة.
voices-csv-column = لا يحتوي الجدول على العمود «{ $column }». اكتب أسماء الأعمدة في السطر الأول.
voices-csv-line = تعذرت قراءة السطر { $number } من الجدول. تحقق من علامات الاقتباس.
voices-csv-encoding = الملف ليس نصاً بترميز UTF-8. احفظه بصيغة «CSV UTF-8» واختره من جديد.
voices-csv-empty = لا يوجد جدول بعد. ألصق الأسطر مع أسماء الأعمدة، أو اختر ملفاً.
voices-csv-quote = في السطر { $number } من الجدول علامة اقتباس غير مغلقة. أغلقها، وإلا صارت الأسطر التي تحتها جزءاً من تلك الخانة.
voices-csv-left-out = لم تؤخذ من الجدول هذه الأعمدة لأننا لا نعرفها: { $columns }. تحقق من الأسماء إن نقص شيء في الأسفل.
voices-place-unknown = «{ $words }» ليس مكاناً نعرفه. حُفظ كما كُتب.
voices-contact-unclear = هذا ليس بريداً إلكترونياً ولا رقم هاتف ولا عنواناً بريدياً. تحقق منه أو اتركه فارغاً.
