### Processes: the ladder of participation and the catalogue of channels.

## Pages

processes-ladder-title = سُلَّم المشاركة
processes-ladder-lede = من يفتح عملية يقول أي درجة يعد بها، ثم تُحسب الدرجة التي بُلغت فعلاً.
processes-ladder-caption = ثماني درجات من الأعلى إلى الأدنى
processes-ladder-source = عن س. أرنستين، سُلَّم مشاركة المواطنين، 1969، كما يرويه التقرير.
processes-rung = الدرجة
processes-name = الاسم
processes-level = المستوى
processes-meaning = معناها
processes-promise = ما يجوز الوعد به
processes-none = لم يُستورد شيء بعد.
processes-none-now = يستورد المسؤول جداول التقرير.
processes-channels-title = قنوات المشاركة
processes-channels-lede = كل طرق المشاركة التي يذكرها التقرير، وما يقدمها هنا.
processes-lasting-rule = لا تُذكر مدة القناة إلا حيث تُعرف تواريخها.
processes-path = المسار
processes-lasting = المدة
processes-open-today = متاح هنا اليوم عبر
processes-not-yet = ليس بعد
processes-answer = ما يقدم ذلك هنا
processes-permanent = دائمة
processes-temporary = مؤقتة

## Classes, paths and groups of channels

processes-class-formal = القنوات الرسمية
processes-class-informal = القنوات غير الرسمية
processes-class-case = أشكال جاءت بها الحالات
processes-path-official = حكومي
processes-path-unofficial = غير حكومي
processes-path-opinion = الرأي العام
processes-path-action = الفعل المباشر
processes-group-independent = مستقلة
processes-group-multi = أطراف متعددة معاً
processes-group-women = النساء وذوو الإعاقة

## Levels of the ladder

processes-level-none = لا مشاركة
processes-level-token = مشاركة شكلية
processes-level-power = سلطة المواطنين

## What the rungs mean and what may be promised on them

processes-meaning-manipulation = السكان مستشارون بلا سلطة أو يوضعون في هيئات تمثيلية.
processes-promise-manipulation = غير متاحة. العملية التي لا واجب فيها للرد توسم هنا.
processes-meaning-therapy = تحاول تغيير ردود فعل السكان بدل الأسباب.
processes-promise-therapy = غير متاحة.
processes-meaning-informing = يُخبَر السكان بالوقائع.
processes-promise-informing = الإعلام: النشر والإشعار.
processes-meaning-consultation = استطلاعات رأي وجلسات استماع عامة.
processes-promise-consultation = الاستشارة: الرد على كل نقطة قبل موعد محدد.
processes-meaning-placation = للجان أن تناقش لا أن تقرر.
processes-promise-placation = المشورة: تلقى التوصيات رداً معللاً.
processes-meaning-partnership = تُقتسم السلطة والمسؤولية مع المدينة.
processes-promise-partnership = القرار المشترك: لا بد من موافقة المدينة والسكان معاً.
processes-meaning-delegated = يمارس المواطنون الموافقة نيابة عن الحكومة.
processes-promise-delegated = التفويض: الاقتراع ملزم ضمن حدود معلنة.
processes-meaning-control = يدير المواطنون ويخططون ويوافقون مباشرة.
processes-promise-control = إدارة السكان: العملية والميزانية والقبول بأيدي السكان.

## Names of the channels in the report's catalogue

processes-way-rep-meetings = اجتماعات الممثلين
processes-way-petition-letters-visits = رسائل العرائض وزياراتها
processes-way-hearings = جلسات الاستماع العامة
processes-way-councils = المجالس
processes-way-opinion-reporting = نظام الإبلاغ عن الأحوال الاجتماعية والرأي العام
processes-way-expert-consulting = نظام استشارة الخبراء
processes-way-public-informed = نظام إطلاع الجمهور
processes-way-major-issue-hearings = جلسات الاستماع في القضايا الكبرى
processes-way-planning-appeal = الطعن في قرار تخطيط
processes-way-opinion-survey = استطلاع الرأي
processes-way-citizen-committee = لجنة مواطنين
processes-way-social-organisations = المنظمات الاجتماعية
processes-way-newspapers = الصحف
processes-way-radio = الإذاعات وبرامجها الخاصة
processes-way-internet = الإنترنت
processes-way-informal-media = وسائط رأي عام غير رسمية متنوعة
processes-way-social-media = ويبو ووي تشات وفيسبوك
processes-way-letters-visits = الرسائل والزيارات التقليدية
processes-way-mayors-mailbox = صندوق بريد رئيس البلدية
processes-way-mayors-hotline = خط رئيس البلدية الساخن
processes-way-issue-hearings = جلسات استماع لقضية بعينها
processes-way-consultation-meetings = اجتماعات التشاور
processes-way-dialogue-meetings = لقاءات الحوار مع السكان
processes-way-seminars = الندوات
processes-way-workshops = ورش العمل
processes-way-phone-calls = المكالمات الهاتفية
processes-way-emails = رسائل البريد الإلكتروني
processes-way-network-voting = التصويت عبر الشبكة
processes-way-message-boards = لوحات الرسائل على الشبكة
processes-way-direct-action = الفعل المباشر
processes-way-hotline-12319 = الخط الساخن 12319 للبناء والإدارة الحضرية
processes-way-compulsory-supervisors = مراقبون مكلفون للإدارة الحضرية
processes-way-satisfaction-survey = استطلاع الرضا عن الإدارة الحضرية
processes-way-liaison-stations = محطات تواصل مجتمعية للإدارة الحضرية
processes-way-special-group-agenda = جداول تعبير مخصصة لفئات خاصة
processes-way-suggestion-channel = قنوات خاصة للمشورة والاقتراحات
processes-way-public-committee = لجنة عامة
processes-way-festivals = المهرجانات التقليدية
processes-way-resident-club = نادي سكان ببطاقة هاتف ومنتدى
processes-way-online-performance = تقييم الأداء وتبادل القضايا على الشبكة
processes-way-youth-pb = الموازنة التشاركية للشباب
processes-way-green-life = مشاريع التمكين لحياة خضراء
processes-way-one-click-app = تطبيق بنقرة واحدة
processes-way-citizen-led-coordination = تنسيق حضري يقوده المواطنون
processes-way-community-autonomy = استقلال مجتمعي بتوجيه حكومي
processes-way-volunteer-ngo = خدمة مشتركة من المتطوعين والمنظمات الأهلية
processes-way-gov-business-resident = الحكومة تقود والشركات تشغّل والسكان ينتفعون
processes-way-joint-decision = السكان والمنظمات والشركات يقررون معاً
processes-way-vision-partnership = رؤية بعيدة المدى مع الجامعات والمنظمات والشركات
processes-way-women-led = مشاريع ومنتديات تقودها النساء
processes-way-disability-model = حوكمة تُصاغ مع ذوي الإعاقة
processes-way-quota-design-team = فريق تصميم بحصة للنساء
processes-way-oral-history = تسجيل التاريخ الشفوي والمسابقات والعرض
processes-way-civic-educators = مربّون مدنيون شباب في الشارع
processes-way-paired-encounters = لقاءات ثنائية بين جماعات منفصلة
processes-way-operations-alerts = مركز عمليات ينبّه السكان
processes-way-planning-partnership = خطة تُصاغ مع القطاع الخاص والمنظمات والجماعات والسكان

## With numbers

processes-channels-count = عدد القنوات { $n }، والمتاح منها هنا اليوم { $open-n }.
processes-channels-caption = { $class }: { $count }
processes-since = منذ { $began }
