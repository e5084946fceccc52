### Programmes: the award, its workshops and questionnaires, and the statistics from them.

## Pages

programmes-title = إحصاءات جائزة قوانغتشو
programmes-lede = الأرقام من تقرير الورشة الثالثة لقادة الفكر (2019) لجائزة قوانغتشو الدولية للابتكار الحضري، ومن حالات هذه المكتبة. كل رقم يُحسب من السجلات في كل مرة، وما لا يُعرف يظهر غير معروف.
programmes-none = لم يُستورد شيء بعد.
programmes-figure = { $figure } في التقرير
programmes-cases-behind = الحالات وراء الأرقام بكل مصادرها
programmes-remarks = ما تقوله مصادر أخرى
programmes-remarks-hint = لا يضم الجدول إلا ما يقوله التقرير وحالات هذه المكتبة. وتعرف مصادر أخرى أكثر أو تعد بطريقة مختلفة؛ كلماتها هنا ولا تدخل في أي رقم أعلاه.
programmes-themes = موضوعات الورش
programmes-contradictions-title = حيث يناقض التقرير نفسه
programmes-contradictions-lede = كل تناقض محفوظ هنا بموضعيه. وفي الإحصاءات لا يظهر إلا رقم واحد محسوب من السجلات.
programmes-about = عن
programmes-one-place = في موضع
programmes-other-place = في موضع آخر
programmes-consequence = ما يفعله هذا السجل

## Numbers and their base

programmes-unit-cases = حالات
programmes-unit-winners = حالات فائزة
programmes-unit-answers = الإجابات
programmes-unit-workshops = ورش عمل
programmes-source-report = المصدر: التقرير، { $place }
programmes-source-cases = المصدر: وقائع كل حالة في المكتبة
programmes-total = المجموع (محسوب)
programmes-share = النسبة
programmes-named-count = { $name } ({ $count })

## Change over time

programmes-trend-up = { $about }: { $now } في { $to }، بزيادة { $by } عن { $from } (+{ $percent })
programmes-trend-down = { $about }: { $now } في { $to }، بنقص { $by } عن { $from } (−{ $percent })
programmes-trend-same = { $about }: { $now } في { $to }، كما في { $from }
programmes-change = التغير من { $from } إلى { $to }
programmes-change-percent = التغير بالمئة

## Regions

programmes-regions-title = الحالات حسب المنطقة والدورة
programmes-region = المنطقة
programmes-cases-in = الحالات { $year }
programmes-share-in = النسبة { $year }
programmes-regions-summary = مقارنة بعام { $base }: زادت الحالات من { $up }، ونقصت من { $down }، وبقيت كما هي من { $same }.
programmes-nowhere = لا شيء
programmes-regions-missing = مناطق { $years } غير معروفة.
programmes-regions-note = المعدود حالات لا مدن: { $cities }. وتقود الصفوف إلى حالات المنطقة الموجودة في المكتبة، وهي أقل.
programmes-cities-in = { $cities } مدينة في { $year }

## Sessions

programmes-sessions-title = دورات الجائزة
programmes-session = الدورة
programmes-entries = المشاركات (حالات)
programmes-cities = المدن
programmes-countries = البلدان والأقاليم
programmes-longlist = أوصى بها الخبراء
programmes-shortlist = القائمة القصيرة
programmes-winners-head = الفائزون في هذا السجل
programmes-sessions-note = المشاركات والمدن والبلدان وحدات مختلفة لا تُجمع معاً. ويُعدّ الفائزون من وقائع الحالات. «غير معروف» يعني أن التقرير لا يذكره.
programmes-sessions-sum = حالات كل الدورات، محسوبة: { $sum }
programmes-per-city = في { $year } أرسلت المدينة { $mean } حالة في المتوسط.

## Topics

programmes-topics-title = الحالات حسب الموضوع
programmes-topic = الموضوع
programmes-topics-note = يطبع التقرير الدورتين معاً فقط. وتقود الصفوف إلى حالات الموضوع في المكتبة.
programmes-topics-most = أكثر الحالات: { $list }.
programmes-topics-sum = مجموع المواضيع { $sum } = { $parts }، محسوب من الجدولين.

## Winners

programmes-winners-title = الفائزون حسب الموضوع
programmes-winners-in = الفائزون { $year }
programmes-in-chapter = منهم المذكورون في { $place } من التقرير
programmes-winners-note = تُعدّ الحالة حين يقول مصدر إنها فازت، وكل المصادر أدناه.

## Workshops

programmes-workshops-title = ورش عمل قادة الفكر
programmes-workshop = ورشة العمل
programmes-participants = المشاركون
programmes-workshops-note = حيث يقول المصدر إنهم أكثر فقط، فالرقم حد أدنى.

## Questionnaires

programmes-answer = الإجابة
programmes-survey-note = النسب كما طُبعت، مقربة إلى عدد صحيح.
programmes-survey-most = الإجابة الأكثر تكراراً: { $answer }، { $share }.
programmes-survey-none = لا يطبع التقرير نسباً لهذا السؤال.
programmes-survey-no-base = لا يذكر التقرير عدد من أجابوا.
programmes-question-satisfaction = الرضا عن ورشة العمل الثالثة
programmes-question-gov-role = دور الحكومات في تعزيز الابتكار الحضري
programmes-question-resident-importance = أهمية مشاركة السكان في الابتكار الحضري
programmes-question-future-topics = أكثر المواضيع أهمية للمستقبل
programmes-question-preferred-format = صيغ ورش العمل المفضلة
programmes-option-very-satisfied = راضٍ جداً
programmes-option-satisfied = راضٍ
programmes-option-so-so = بين بين
programmes-option-not-very-satisfied = غير راضٍ كثيراً
programmes-option-dissatisfied = غير راضٍ
programmes-option-very-important = مهم جداً
programmes-option-important = مهم
programmes-option-somewhat-important = مهم إلى حد ما
programmes-option-not-very-important = ليس مهماً كثيراً
programmes-option-not-important = غير مهم
programmes-option-case-sharing = عرض الحالات
programmes-option-expert-dialogues = حوارات مع الخبراء
programmes-option-site-visits = زيارات ميدانية

## With numbers

programmes-survey-base = لا يذكر التقرير عدد من أجابوا. لا بد أنهم { $n } على الأقل: أصغر عدد يمكن أن يعطي كل نسب { $figures } (محسوب لا معدود).
programmes-winners-sentence = عدد الحالات الفائزة بحسب مصدر واحد على الأقل: { $n }؛ ويذكر { $place } من التقرير { $named } منها.
programmes-workshops-sum = عدد ورش العمل { $n }، ومجموع المشاركين { $all }.
