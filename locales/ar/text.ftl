### مجموعات المشاركات التي يصنعها الأمر `kapok text group`: صفحتها وملخصها في الطرفية.

text-title = مجموعات المشاركات
text-lede = في { $file }: { $groups }. جمع الحاسوب ما يتشابه، والإنسان يقرر ما يجتمع حقًا.
text-voices = { $n ->
    [zero] لا مشاركات
    [one] مشاركة واحدة
    [two] مشاركتان
    [few] { $n } مشاركات
    [many] { $n } مشاركة
   *[other] { $n } مشاركة
}
text-groups = { $n ->
    [zero] لا مجموعات
    [one] مجموعة واحدة
    [two] مجموعتان
    [few] { $n } مجموعات
    [many] { $n } مجموعة
   *[other] { $n } مجموعة
}
text-different = { $n ->
    [zero] لا نصوص
    [one] نص واحد مختلف
    [two] نصان مختلفان
    [few] { $n } نصوص مختلفة
    [many] { $n } نصًا مختلفًا
   *[other] { $n } نص مختلف
}

## كيف تُقرأ.

text-read-title = كيف تقرأ هذه الصفحة
text-read-count = العدد يقول كم مشاركة وصلت. ليس تصويتًا ولا استطلاعًا: بعض الناس يكتب أكثر من غيره.
text-read-copy = النصوص التي لا تختلف إلا في أحرف قليلة تظهر مرة واحدة. ويُحسب كل من أرسلها.
text-read-pieces = قورنت النصوص بأجزاء من كلماتها. وبهذه الطريقة لا تلتقي مشاركات بلغات مختلفة.
text-read-model = قورنت النصوص بمعناها بين اللغات بالنموذج { $model }، وبأجزاء من كلماتها.
text-read-central = ترتَّب نصوص المجموعة بحسب قربها من وسطها، الأقرب أولًا. وفوقها أقرب نص من كل لغة.

## كل المجموعات.

text-sum-title = كل مشاركة تُحسب مرة واحدة
text-sum-voices = المشاركات في الملف
text-sum-grouped = في مجموعات
text-sum-alone = منفردة
text-sum-wordless = بلا كلمات
text-sum-different = نصوص مختلفة
text-all-title = كل المجموعات
text-all-caption = المجموعات، الأكثر مشاركات أولًا
text-col-group = المجموعة
text-col-words = كلمات تميزها عن غيرها
text-col-voices = المشاركات
text-col-different = نصوص مختلفة
text-col-tight = درجة التشابه
text-col-languages = اللغات
text-col-places = الأماكن
text-none = لم توجد أي مجموعة. كل مشاركة منفردة.
text-empty = لا مشاركات في الملف.
text-unknown-language = غير معروفة
text-unknown-place = غير مذكور
text-tight-high = متشابهة جدًا
text-tight-middle = متشابهة
text-tight-low = بينها صلة

## سيل النسخ.

text-flood-title = أُرسلت مرة بعد مرة
text-flood-lede = وصلت هذه النصوص مرات كثيرة كما هي أو تكاد. قد تكون حملة أو استمارة أو أناسًا كثيرين يتناقلون نصًا.
text-flood-caption = نصوص وصلت خمس مرات أو أكثر
text-col-text = النص

## مجموعة واحدة.

text-group-title = المجموعة { $number }: { $name }
text-group-facts = { $voices }، { $different }
text-group-texts = { $n ->
    [zero] لا نصوص وراءها
    [one] النص الذي وراءها
    [two] النصان اللذان وراءها
    [few] كل النصوص التي وراءها وعددها { $n }
    [many] كل النصوص التي وراءها وعددها { $n }
   *[other] كل النصوص التي وراءها وعددها { $n }
}
text-group-more = { $n ->
    [zero] لا نصوص أخرى في ملف CSV.
    [one] نص آخر واحد في ملف CSV.
    [two] نصان آخران في ملف CSV.
    [few] { $n } نصوص أخرى في ملف CSV.
    [many] { $n } نصًا آخر في ملف CSV.
   *[other] { $n } نص آخر في ملف CSV.
}
text-sent-by = { $n ->
    [zero] لم ترسله أي مشاركة
    [one] أرسلته مشاركة واحدة
    [two] أرسلته مشاركتان
    [few] أرسلته { $n } مشاركات
    [many] أرسلته { $n } مشاركة
   *[other] أرسلته { $n } مشاركة
}
text-ids = الأرقام: { $ids }
text-ids-more = { $ids } و{ $more } غيرها
text-cut = النص كاملًا في ملف CSV.

## الباقي.

text-alone-title = منفردة
text-alone-lede = هذه المشاركات لا تشبه غيرها. وقد تكون المشاركة النادرة مهمة.
text-alone-show = { $n ->
    [zero] لا مشاركات
    [one] اعرض مشاركة واحدة
    [two] اعرض مشاركتين
    [few] اعرض { $n } مشاركات
    [many] اعرض { $n } مشاركة
   *[other] اعرض { $n } مشاركة
}
text-wordless-title = بلا كلمات
text-wordless-lede = ليس في هذه المشاركات حرف ولا رقم. أرقامها: { $ids }
text-notes-title = ما أُصلح عند القراءة

## ما يُقترح.

text-col-topic = الموضوع المقترح
text-read-advice = بجانب الموضوع أو الدائرة المقترحة نسبة أقرب نصوص المجموعة إلى وسطها التي يُتوقع أن يضعها الناس هناك. هذا اقتراح، والقرار لإنسان.
text-learned-examples = تُقترح المواضيع والدوائر اعتمادا على مشاركات كأمثلة من مدينة متخيلة عددها { $n }، والدوائر دوائر تلك المدينة. بمشاركات من مدينتك (--train) تصبح دوائرك.
text-learned-own = تُقترح المواضيع والدوائر اعتمادا على مشاركات محسومة عددها { $n } في { $file }.
text-advice-topic = الموضوع المقترح: { $topic } ({ $chance } من 100). ما يدل عليه: { $words }
text-advice-department = الدائرة المقترحة: { $department } ({ $chance } من 100). ما يدل عليها: { $words }
text-advice-places = أماكن مذكورة: { $places }
text-advice-no-words = النص كله، لا كلمة وحدها

## الطرفية.

text-summary = { $voices } ({ $different }): { $grouped-n } في { $groups }، و{ $alone-n } منفردة، و{ $wordless-n } بلا كلمات
text-by-pieces = قورنت بأجزاء من الكلمات (بلا نموذج)
text-by-model = قورنت بالمعنى بالنموذج { $model }
text-more-groups = { $n ->
    [zero] ولا مجموعات أخرى
    [one] ومجموعة أخرى
    [two] ومجموعتان أخريان
    [few] و{ $n } مجموعات أخرى
    [many] و{ $n } مجموعة أخرى
   *[other] و{ $n } مجموعة أخرى
}
text-written = كُتب: { $path }
