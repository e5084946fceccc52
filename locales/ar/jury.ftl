### Reports of the command that assigns reviewers, works out scores, ranks and chooses.

jury-warnings = انتبه
jury-col-entry = المشاركة
jury-col-entries = المشاركات
jury-col-reviewer = المحكّم
jury-col-reviewers = المحكّمون
jury-col-score = الدرجة
jury-caption = { $what }، ن = { $count }
jury-range = من { $least } إلى { $most }

## Who reviews what

jury-assign-title = من يقيّم ماذا
jury-assign-lede = وُزّع { $assigned } من { $wanted } تقييمًا: عدد المشاركات { $entries } وعدد المحكّمين { $reviewers }. ليس بينها أي تضارب مصالح.
jury-disconnected = ينقسم المحكّمون إلى مجموعات لا تشترك في أي مشاركة، عددها { $groups }. لا يمكن التمييز بين محكّم متشدد في مجموعة ومشاركات ضعيفة في أخرى.
jury-uneven = تختلف الأحمال بأكثر من 1. لا تترك حالات التضارب والحدود حلًا أفضل، أو لم يكن ربط المحكّمين ممكنًا بغير ذلك.
jury-short = { $entries }: عدد المحكّمين أقل من المطلوب.
jury-glance = نظرة سريعة
jury-loads = أصغر حمل وأكبره
jury-field-matches = تقييمات يقوم بها من يعرف مجالًا من مجالات المشاركة
jury-linked = أزواج المحكّمين الذين يشتركون في مشاركة
jury-unserved = مشاركات ليس لها محكّمون كافون
jury-col-has = لديها من المطلوب
jury-col-may = يجوز لهم تقييمها
jury-col-full = منهم من بلغ حدّه
jury-col-region = لم يُكلَّفوا لأن واحدًا من المنطقة نفسها يكفي
jury-col-refused = المستبعدون والسبب
jury-by-entry = محكّمو كل مشاركة
jury-by-reviewer = حمل كل محكّم
jury-col-load = الحمل
jury-refused-author = مؤلف
jury-refused-declared = تضارب معلن
jury-refused-country = البلد نفسه
jury-refused-city = المدينة نفسها
jury-refused-employer = جهة العمل نفسها
jury-refused-language = لا لغة مشتركة
jury-refused-field = لا مجال مشتركًا

## What the scores say

jury-score-title = ماذا تقول الدرجات
jury-score-lede = عدد التقييمات { $reviews }، وعدد المشاركات { $entries }، وعدد المحكّمين { $reviewers }.
jury-not-calibrated = ينقسم المحكّمون إلى مجموعات لا تشترك في أي مشاركة، عددها { $groups }، فلا يمكن فصل تشددهم عن قوة مشاركاتهم. لم تُعاير أي درجة، والعبرة بالمتوسط.
jury-no-errors = ليست التقييمات أكثر من المجاهيل، فالأخطاء غير معروفة ولا يمكن رؤية درجة شاذة.
jury-agreement = اتفاق المحكّمين (ألفا كريبندورف)
jury-agreement-what = 1 اتفاق كامل، و0 ما تعطيه المصادفة.
jury-residual = ما لا يفسره التشدد والقوة (الانحراف المعياري)
jury-entries-what = تستبعد الدرجة المعايرة تشدد كل محكّم: هي الدرجة التي يعطيها المحكّم المتوسط. يُقدَّر التشدد والمشاركات معًا بطريقة المربعات الصغرى.
jury-col-rank = الترتيب
jury-col-mean = المتوسط
jury-col-median = الوسيط
jury-col-calibrated = المعايرة
jury-col-error = الخطأ المعياري
jury-col-reviews = التقييمات
jury-severity = تشدد المحكّمين
jury-severity-what = ما دون الصفر أشد من المحكّم المتوسط، وما فوقه أكثر تساهلًا.
jury-col-severity = التشدد
jury-col-spread = البعد المعتاد عن المتوقع
jury-criteria = المعايير
jury-col-criterion = المعيار
jury-col-weight = الوزن
jury-col-agreement = الاتفاق
jury-outliers = درجات بعيدة عن المتوقع
jury-outliers-none = لا توجد درجة بعيدة عما يُتوقع من مشاركتها ومحكّمها.
jury-col-expected = المتوقع
jury-col-distance = البعد بالأخطاء المعيارية

## Ranking

jury-rank-title = الترتيب
jury-rank-lede = { $rule }، على { $ballots } بطاقة.
jury-rule-majority = حكم الأغلبية
jury-rule-borda = بوردا
jury-rule-schulze = شولتسه
jury-rule-ranked-pairs = الأزواج المرتبة
jury-rule-runoff = الإعادة الفورية
jury-rule-stv = الصوت الواحد القابل للتحويل
jury-rule-approval = الموافقة
jury-shared = { $entries } تشترك في المركز { $place }. لم تُحدد قاعدة للتعادل.
jury-places = المراكز
jury-col-place = المركز
jury-col-result = النتيجة
jury-elected = منتخبة
jury-ties = حالات التعادل وما حسمها
jury-col-tied = المتعادلون
jury-col-by = حُسم بواسطة
jury-col-order = الترتيب
jury-by-previous = الجولات السابقة
jury-by-order = الترتيب المعلن مسبقًا
jury-by-lot = القرعة بالبذرة المعلنة مسبقًا
jury-by-file = ترتيب الملف
jury-pairs = البطاقات التي تضع الصف قبل العمود
jury-paths = قوة أقوى مسار من الصف إلى العمود
jury-grades = التقديرات
jury-col-majority = تقدير الأغلبية
jury-rounds = الأصوات في كل جولة
jury-col-round = الجولة { $n }
jury-exhausted = ليست لأحد ممن بقي
jury-quota = الأصوات اللازمة للفوز

## Choice under limits

jury-choose-title = الاختيار
jury-choose-lede = اختير { $chosen } من { $entries } مشاركة، بمجموع { $total }.
jury-proven = لا يوجد ضمن الحدود اختيار آخر بمجموع أعلى. وقد أُثبت ذلك.
jury-gap = توقف البحث قبل نهايته. لا يتجاوز مجموع أي اختيار { $bound }.
jury-choose-tie = يوجد اختيار آخر بالمجموع نفسه. ما حسم بينهما: { $rule }.
jury-choose-instead = يضم بدلًا منها { $entries }.
jury-chosen = المختارة
jury-prices = كلفة كل حد
jury-prices-what = كلفة الحد هي الدرجات التي تُكسب من دونه. المزاحة هي المشاركات التي كانت ستُختار حينئذ ولم تُختر الآن. لا تُجمع كلف الحدود.
jury-col-limit = الحد
jury-col-bounds = الأدنى والأقصى
jury-col-count = المختار
jury-col-price = الكلفة
jury-col-displaced = المزاحة
jury-col-admitted = حلت محلها
jury-all-limits = كل الحدود معًا
jury-each-value = كل قيمة
jury-no-limit = بلا حد
jury-clash-lede = لا يوجد اختيار من { $seats } مشاركة يستوفي كل الحدود.
jury-clash = حدود لا يمكن أن تجتمع
jury-clash-what = يمكن استيفاء البقية من دون أي واحد منها. خفف واحدًا منها وأعد الاختيار.
jury-col-there = المشاركات التي لها ذلك

## الرسوم

jury-picture-some = يعرض الرسم أول { $shown } من { $all }، والجدول فيها جميعًا.
jury-picture-scores = الدرجات ومدى الثقة فيها
jury-picture-scores-errors = سطر لكل مشاركة، والأفضل أولًا. النقطة هي الدرجة، ويمتد الخط خطأين معياريين على كل جانب. حيث تتداخل الخطوط لا يكون الترتيب مؤكدًا.
jury-picture-scores-range = سطر لكل مشاركة، والأفضل أولًا. النقطة هي الدرجة، ويمتد الخط من أدنى تقييم إلى أعلاه.
jury-picture-severity = مدى تشدد كل محكّم
jury-picture-severity-what = الخط المتقطع هو المحكّم المتوسط. يبيّن الرقم كم يعطي المحكّم فوقه (متساهل) أو دونه (متشدد)، ويمتد الخط خطأين معياريين على كل جانب.
jury-picture-loads = عبء كل محكّم
jury-picture-loads-what = كم مشاركة يقرأ كل محكّم.
jury-picture-limits = المختار بجانب ما تسمح به الحدود
jury-picture-limits-what = يمتد الخط من أقل ما يسمح به الحد إلى أكثره، والنقطة هي عدد ما اختير.
jury-picture-prices = ما يكلّفه كل حد من الدرجات
jury-picture-prices-what = الحدود التي لها كلفة فقط، والأعلى كلفة أولًا.
jury-picture-points = نقاط كل مشاركة
jury-picture-grades = تقديرات كل مشاركة، من الأفضل (الأغمق) إلى الأسوأ
jury-picture-beats = عدد المشاركات التي تغلبها كل مشاركة واحدة لواحدة
jury-picture-first = أصوات كل مشاركة في الجولة الأولى
jury-picture-places-what = بترتيب المراكز. في الجداول أدناه كل الأرقام.
