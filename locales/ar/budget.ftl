### الميزانيات التشاركية: شرح نتيجة العد للمجالس والناخبين.

## الطرفية

budget-rule-line = القاعدة: { $rule } ({ $hash })
budget-summary = المشاريع الممولة: { $many }. المنفق: { $spent } من { $budget }.
budget-share-line = حصة كل ناخب في النهاية: { $share }. مرات الحساب: { $runs }.
budget-ties-line = حالات التعادل التي حُسمت: { $many }. يعرضها ‎--json.
budget-ballot-title = ورقة الاقتراع { $ballot }
budget-ballot-share = حصة هذا الناخب: { $amount }. دفعت ثمن:
budget-ballot-left = لم يُنفق: { $amount }
budget-ballot-free = مُوِّلت دون دفع من هذا الناخب:
budget-ballot-lost = اختارها ولم تُموَّل:

## المقدمة

budget-title = كيف قُسِّم مبلغ { $budget }: { $place }
budget-lede = الناخبون: { $voters }. المشاريع المعروضة: { $projects }. المشاريع الممولة: { $funded }.
budget-tile-funded = المشاريع الممولة
budget-tile-spent = من الميزانية يُنفق
budget-tile-served = من الناخبين ينالون مشروعًا واحدًا على الأقل مما اختاروه
budget-tile-served-greedy = بالأصوات وحدها: { $percent }
budget-tile-share = حصة كل ناخب في النهاية
budget-tile-share-start = في البداية: { $share }

## المال

budget-money-heading = أين يذهب المال
budget-money-say = كل خانة مشروع ممول، عرضها بقدر كلفته. الخانة الأخيرة لم تُنفق.
budget-money-caption = الميزانية، مشروعًا مشروعًا
budget-unspent = لم يُنفق
budget-unspent-why = لماذا بقي { $left }: أرخص مشروع لم يُموَّل يكلف { $cost } ({ $name }).
budget-unspent-none = فاز كل مشروع يمكن أن يفوز؛ وبقي { $left }.
budget-unspent-method = تترك القاعدة { $left } دون إنفاق: لا مشروع آخر يستطيع مؤيدوه دفع ثمنه.
budget-over-reserve = يحتاج المشروع الأخير إلى { $amount } من الاحتياطي.

## الممول

budget-funded-heading = ما الذي يُموَّل، ومن يدفع
budget-funded-shares = لكل ناخب الحصة نفسها. يتقاسم مؤيدو المشروع كلفته بالتساوي قدر الإمكان. الأصوات الفعلية هي أصواته ناقصًا ما أنفقه مؤيدوه من قبل؛ والأعلى يُشترى أولًا.
budget-funded-greedy = تؤخذ المشاريع بحسب الأصوات من الأعلى إلى الأدنى ما دام المال يكفي.
budget-funded-loads = يصل المال إلى جميع الناخبين بالسرعة نفسها. يُشترى المشروع حين يستطيع مؤيدوه دفع ثمنه.
budget-funded-chart = الأصوات الفعلية للمشاريع الممولة، بترتيب الاختيار
budget-funded-chart-votes = أصوات المشاريع الممولة، بترتيب الاختيار
budget-funded-table = المشاريع الممولة، بترتيب الاختيار
budget-place = المرتبة
budget-project = المشروع
budget-cost = الكلفة
budget-votes = الأصوات
budget-points = النقاط
budget-effective = الأصوات الفعلية
budget-payment = أكثر ما دفعه مؤيد
budget-payment-unit = أكثر ما دفعه مؤيد عن كل نقطة
budget-payers = دفعوا هذا القدر
budget-part-payers = دفعوا أقل
budget-empty = لم يبق لديهم شيء
budget-how = كيف
budget-how-method = بالقاعدة
budget-how-completion = أضيف بالأصوات
budget-how-reserve = باحتياطي

## غير الممول

budget-lost-heading = ما لم يُموَّل، وكم كان قريبًا
budget-lost-shares = عند 100 % كان المؤيدون يستطيعون دفع ثمن المشروع. ما نقصهم كانوا قد أنفقوه على مشاريع تأييدها أعلى قياسًا إلى كلفتها.
budget-lost-more-shares = المؤيدون الإضافيون اللازمون: ناخبون لهم حصة كاملة يختارون هذا المشروع وحده.
budget-lost-more-greedy = الأصوات الإضافية اللازمة: بهذا العدد الإضافي كان سيُموَّل.
budget-lost-chart = أقرب المشاريع: نسبة الكلفة التي كان المؤيدون يستطيعون دفعها (%)
budget-lost-table = المشاريع غير الممولة
budget-cover = استطاعوا دفع
budget-money-left = المال الباقي لدى مؤيديه
budget-more = التأييد الإضافي اللازم
budget-why = السبب
budget-why-lost = تأييد غير كاف قياسًا إلى كلفته
budget-why-barred = دون العتبة
budget-why-above = يكلف أكثر من الميزانية
budget-why-none = بلا أصوات
budget-why-excluded = استبعده مشروع ممول
budget-lost-all = كل المشاريع ممولة.

## الناخبون

budget-voters-heading = ما يناله الناخبون
budget-voters-chart = الناخبون بحسب عدد المشاريع الممولة مما اختاروه
budget-voters-this = هذه القاعدة
budget-voters-greedy = بالأصوات وحدها
budget-voters-unit = ناخبين
budget-winners-of-mine = المشاريع الممولة مما اختاروه
budget-and-more = { $many } أو أكثر

## الأحياء والفئات

budget-districts-heading = أين يذهب المال، ومن أين جاءت الأصوات
budget-districts-chart = نسبة الأصوات ونسبة المال بحسب الحي
budget-categories-chart = نسبة الأصوات ونسبة المال بحسب الفئة
budget-district = الحي
budget-category = الفئة
budget-no-district = المدينة كلها
budget-no-category = بلا فئة
budget-share-votes = نسبة الأصوات
budget-share-money = نسبة المال
budget-share-greedy = نسبة المال بالأصوات وحدها
budget-groups-say = المشروع الذي ينتمي إلى عدة فئات يُحسب في كل منها.

## بالأصوات وحدها

budget-greedy-heading = ماذا كان العد بالأصوات وحدها سيختار
budget-greedy-say = بالأصوات وحدها تؤخذ المشاريع بحسب عدد أصواتها ما دام المال يكفي.
budget-greedy-chart = أي نتيجة أفضل ولمن
budget-greedy-better = مشاريع أكثر بهذه القاعدة
budget-greedy-worse = مشاريع أكثر بالأصوات وحدها
budget-greedy-same = العدد نفسه
budget-greedy-only-here = تمولها هذه القاعدة فقط
budget-greedy-only-there = تمولها الأصوات وحدها فقط
budget-greedy-equal = كلتاهما تختار المشاريع نفسها.
budget-greedy-switched = يفضل عدد أكبر من الناخبين نتيجة الأصوات وحدها، وتقول القاعدة إنها تحل عندئذ محل نتيجتها. ما تراه هو تلك النتيجة.
budget-side = النتيجة
budget-source = عُدَّت من أوراق الاقتراع في { $file }

## العد

budget-how-heading = كيف جرى العد وكيف يُتحقق منه
budget-how-rule = القاعدة
budget-how-hash = بصمة القاعدة
budget-how-runs = مرات الحساب
budget-how-runs-say = { $runs }: رُفعت الحصة من { $start } إلى { $end } بخطوات قدرها { $step }
budget-how-stop = لماذا لم تُرفع الحصة أكثر
budget-stop-not-raised = القاعدة لا ترفع الحصص.
budget-stop-all-fit = تكفي الميزانية كل المشاريع.
budget-stop-infeasible = خطوة أخرى كانت ستكلف أكثر من الميزانية.
budget-stop-exhaustive = لا يتسع المال لمشروع آخر.
budget-stop-nothing = فاز كل مشروع يمكن أن يفوز.
budget-how-invalid = أوراق اقتراع نُحِّيت
budget-how-ties = حالات التعادل
budget-how-no-ties = لم يحدث تعادل.
budget-ties-table = حالات التعادل في كل مرات الحساب
budget-tie-projects = المشاريع المتعادلة
budget-tie-chosen = المختار
budget-tie-by = حُسم بـ
budget-tie-times = المرات
budget-tie-lower-cost = الكلفة الأقل
budget-tie-higher-cost = الكلفة الأعلى
budget-tie-more-votes = الأصوات الأكثر
budget-tie-draw = القرعة العلنية
budget-tie-id = الرقم، إذ لم تُجر قرعة
budget-how-check = كل المبالغ كسور دقيقة؛ لا يحسم التقريب شيئًا. يستطيع أي شخص إعادة العد من الملف نفسه بهذا الأمر أو ببرنامج إعادة العد المستقل بلغة بايثون المرفق مع Kapok.
budget-how-document = القاعدة حرفيًا
budget-findings = ما لوحظ في الملف
budget-more-findings = يُعرض أول { $shown } من { $all } فقط.

## المخصصات: أحياء أو فئات لها مالها الخاص

budget-pots-contents = في هذه الصفحة
budget-pots-back = العودة إلى المحتويات
budget-pots-all = كل المخصصات معًا
budget-pots-say = يُقسَّم المال إلى مخصصات قبل التصويت. يملأ كل شخص بطاقة واحدة. يُعَدّ كل مخصص وحده، وما يبقى في مخصص يظل فيه.
budget-pots-pot = المخصص
budget-pots-tile = المخصصات المالية
budget-pots-money-say = كل خانة ما ينفقه مخصص، عرضها بقدر المبلغ. الخانة الأخيرة لم تُنفق.
budget-pots-caption = الميزانية، مخصصًا مخصصًا
budget-pots-table = المخصصات: الميزانية والإنفاق والناخبون
budget-pots-budget = الميزانية
budget-pots-spent = أُنفق
budget-pots-projects = المشاريع
budget-pots-voters = الناخبون هنا
budget-pots-served = لهم مشروع ممول
budget-pots-chart = نسبة الأصوات ونسبة الميزانية ونسبة المال المنفق بحسب المخصص
budget-pots-share-budget = نسبة الميزانية
budget-pots-idle = لا بطاقة صحيحة تختار مشروعًا من هذا المخصص.
budget-pots-how = كيف عُدّ هذا المخصص

## ورقة واحدة

budget-used-title = كيف استُخدم صوتك: ورقة الاقتراع { $ballot }
budget-used-lede = المشاريع التي اخترتها: { $marked }. الممول منها: { $funded }.
budget-used-heading = أين ذهبت حصتك
budget-used-share = حصتك من الميزانية
budget-used-spent = أُنفق على مشاريع اخترتها
budget-used-caption = حصتك، مشروعًا مشروعًا
budget-used-votes-chart = أصوات المشاريع التي اخترتها
budget-used-table = المشاريع التي اخترتها
budget-used-paid = دفعت
budget-used-part = الجزء من حصتك
budget-used-result = ما الذي جرى له
budget-used-no-share = لا تعطي هذه القاعدة الناخبين حصصًا من المال. كل اختيار يزيد أصوات مشروعه.
budget-used-left-none = لم يبق شيء: أُنفقت حصتك كلها على مشاريع اخترتها.
budget-used-left-all = بقي { $left }: كل المشاريع التي اخترتها ممولة، فلم يبق ما يُدفع ثمنه.
budget-used-left-why = بقي { $left }: لم يكن لدى مؤيدي المشاريع الأخرى التي اخترتها مال كافٍ معًا.
budget-used-funded = مُوِّل
budget-used-in-full = مُوِّل: دفعت مثل كل مؤيد لديه ما يكفي
budget-used-all-i-had = مُوِّل: دفعت كل ما بقي لديك
budget-used-was-empty = موّله مؤيدوه الآخرون: كانت حصتك قد نفدت
budget-used-no-cost = مُوِّل: لا يكلف شيئًا
budget-used-no-points = موّله مؤيدوه الآخرون: لم تمنحه ورقتك نقاطًا
budget-used-by-votes = أضيف بالأصوات في النهاية من المال المتبقي: لم يأخذ شيئًا من حصتك
budget-used-reserve = مُوِّل من الاحتياطي
budget-used-not-funded = لم يُموَّل: { $why }
budget-used-cover = استطاع مؤيدوه دفع { $percent } من كلفته
budget-used-more = التأييد الإضافي اللازم: { $more }
budget-used-check = يعيد الأمر في أسفل هذه الصفحة العد. ومع ‎--json يعرض كل مبلغ كسرًا دقيقًا.
