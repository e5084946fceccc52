### The inbox of new voices, worked by keyboard.

inbox-title = صندوق الوارد
inbox-left = { $n ->
    [0] لا مشاركات في الانتظار
    [one] بقيت مشاركة واحدة
    [two] بقيت مشاركتان
    [few] بقيت { $n } مشاركات
    [many] بقيت { $n } مشاركة
   *[other] بقيت { $n } مشاركة
}
inbox-boxes = أي المشاركات
inbox-tab-new = جديدة ({ $number })
inbox-tab-mine = محالة إلى مكتبي ({ $number })
inbox-list = المشاركات، الأطول انتظارًا أولًا
inbox-to-list = إلى القائمة
inbox-elsewhere = المشاركة { $number } ليست في هذه القائمة: صُنّفت من قبل أو هي في صفحة أخرى. هذه هي التالية في الانتظار.
inbox-channel = القناة
inbox-language = اللغة
inbox-place = المكان
inbox-said-by = قالها
inbox-unknown = غير معروف
inbox-voice = المشاركة { $number }
inbox-waiting = تنتظر منذ { $days }
inbox-photo = صورة أُرسلت مع المشاركة
inbox-can-be-reached = ترك صاحبها وسيلة اتصال
inbox-to-page = صفحتها
inbox-referred-because = أُحيلت إليك لأن:
inbox-skip = تخطٍّ
inbox-previous = السابقة
inbox-select = تحديد
inbox-unselect = إلغاء تحديدها
inbox-selected = محددة
inbox-select-none = إلغاء كل تحديد
inbox-together = { $n ->
    [one] تُضم مع مشاركة أخرى
    [two] تُضم مع مشاركتين أخريين
    [few] تُضم مع { $n } مشاركات أخرى
    [many] تُضم مع { $n } مشاركة أخرى
   *[other] تُضم مع { $n } مشاركة أخرى
}

## Where it may belong.

inbox-suggested = قضايا تشبهها
inbox-found = قضايا فيها «{ $words }»
inbox-none-alike = لا قضية تشبه هذه المشاركة.
inbox-none-found = لا قضية فيها هذه الكلمات. جرّب غيرها، أو رقم قضية.
inbox-back-to-suggested = العودة إلى الاقتراحات
inbox-likeness = التشابه: { $percent }.
inbox-words = كلمات مشتركة:
inbox-join = ضم
inbox-search = ابحث عن قضية أخرى: كلمات أو رقم
inbox-new = قضية جديدة
inbox-new-title = العنوان
inbox-topic = الموضوع
inbox-topic-later = يُختار لاحقًا
inbox-begin = ابدأ القضية

## This voice alone.

inbox-alone = هذه المشاركة وحدها
inbox-refer = إحالة إلى مكتب
inbox-office = المكتب
inbox-choose-office = اختر مكتبًا
inbox-office-missing = اختر المكتب الذي يتولاها.
inbox-reason = السبب
inbox-reason-hint = يُنشر السبب.
inbox-refer-send = إحالة
inbox-answer = إجابة
inbox-answer-text = إجابتك
inbox-answer-hint = الإجابة علنية، وتُرسل بالبريد إن وُجد عنوان. لا يمكن التراجع عنها.
inbox-answer-send = الإجابة علنًا
inbox-hide = إخفاء
inbox-hide-hint = أخفِ ما يخالف القواعد فقط، لا رأيًا أبدًا. يُنشر السبب وتبقى المشاركة محسوبة.
inbox-hide-send = إخفاء هذه الكلمات

## What was done, and taking it back.

inbox-joined = ضُمّت. يمكنك التراجع.
inbox-begun = بدأت القضية. يمكنك التراجع.
inbox-referred = أُحيلت. يمكنك التراجع.
inbox-answered = أُجيب عنها علنًا.
inbox-hidden = أُخفيت. يمكنك التراجع.
inbox-undone = تم التراجع. عادت المشاركة.
inbox-taken = تولّى شخص آخر إحدى هذه المشاركات قبل قليل. انظر إلى القائمة من جديد.
inbox-undo-last = تراجع عن آخر خطوة لي هنا
inbox-undo-sorted = تراجع عن هذه الخطوة
inbox-undo-referred = استعادتها إلى مكتبي
inbox-undo-hidden = إظهارها من جديد

## Nothing to do.

inbox-empty = صُنّفت كل المشاركات.
inbox-empty-now = انظر ماذا ينتظر غيرها:
inbox-none-fits = لا مشاركة توافق هذه المرشحات.
inbox-end = بلغت نهاية القائمة.
inbox-to-start = العودة إلى البداية

## The list of keys.

inbox-key-join = الضم إلى قضية مقترحة
inbox-key-search = البحث عن قضية أخرى
inbox-key-new = بدء قضية جديدة
inbox-key-select = تحديد المشاركة أو إلغاء تحديدها
inbox-key-next = التخطي إلى المشاركة التالية
inbox-key-previous = العودة إلى المشاركة السابقة
inbox-key-refer = الإحالة إلى مكتب
inbox-key-answer = الإجابة عن هذه المشاركة
inbox-key-hide = إخفاؤها مع ذكر السبب
inbox-key-undo = التراجع عن الخطوة الأخيرة
