### Words that every page uses. The other files hold the words of one area each.
###
### One word for one concept, in all files: voice: مشاركة; matter: قضية; promise, commitment: وعد، التزام; case: حالة; decision: قرار; ballot: اقتراع; act: إجراء; outcome: نتيجة; code: رمز; office: مكتب; resident: ساكن، سكان; place: مكان; channel: قناة; process: عملية.

## Site navigation. Short: the row must fit a phone.

nav-main = القائمة الرئيسية
nav-skip = انتقل إلى المحتوى
nav-language = اللغة
nav-home = الرئيسية
nav-matters = القضايا
nav-promises = الوعود
nav-cases = حالات من المدن
nav-log = السجل العلني
nav-follow = تابِع رمزي
nav-sign-in = تسجيل الدخول
nav-sign-out = تسجيل الخروج
nav-inbox = صندوق الوارد
nav-late = المتأخر في مكتبي
nav-desk = الإدخال في مكتب الاستقبال

## Foot of every page.

base-footer = عن هذا السجل
base-footer-log = كل تغيير في الحالة مدوَّن في السجل العلني، ويستطيع أي شخص التحقق منه.
base-footer-words = كيف نستخدم كلماتك
base-footer-data = بياناتك
base-footer-accessibility = سهولة الوصول
base-footer-who = من المسؤول عن ماذا
base-footer-open-data = البيانات المفتوحة

## Topics of matters and cases.

topic-waste = إدارة النفايات الحضرية
topic-energy = توفير الطاقة وخفض الانبعاثات
topic-resilient = المدينة القادرة على الصمود
topic-smart = المدينة الذكية
topic-engagement = مشاركة السكان
topic-inclusive = المجتمع الشامل للجميع
topic-capacity = بناء القدرات الحكومية
topic-services = تحسين الخدمات العامة الحضرية
topic-economy = التنمية الاقتصادية الحضرية
topic-renewal = التجديد الحضري وبناء البنية التحتية
topic-youth = تنمية الشباب والتربية المدنية
topic-environment = حماية البيئة

## Channels by which a voice comes in.

channel-web = الموقع الإلكتروني
channel-desk = مكتب الخدمة
channel-phone = الهاتف
channel-letter = رسالة بريدية
channel-email = البريد الإلكتروني
channel-paper-card = بطاقة ورقية
channel-meeting = لقاء حوار
channel-station = محطة التواصل
channel-radio = الإذاعة
channel-open311 = تطبيق آخر (Open311)
channel-workshop = ورشة عمل
channel-social = وسائل التواصل الاجتماعي

## States of a matter, in order; the last four are side exits.

state-voiced = طُرحت
state-sorted = صُنِّفت
state-open = مفتوحة
state-decided = اتُّخذ القرار
state-doing = قيد التنفيذ
state-done = نُفِّذت
state-evaluated = قُيِّمت
state-shared = نُشرت كحالة
state-answered = أُجيب عنها دون إجراء
state-merged = دُمجت مع قضية أخرى
state-referred = أُحيلت إلى جهة أخرى
state-withdrawn = سُحبت

## The six counted steps that residents see.

step-heard = سُمعت
step-weighed = دُرست
step-decided = حُسمت
step-doing = قيد التنفيذ
step-done = أُنجزت
step-shared = نُشرت

## Levels of need, from the material to the spiritual.

level-safety = السلامة
level-basic-service = الخدمات الأساسية
level-livelihood = سبل العيش
level-belonging = الانتماء
level-culture = الثقافة

## Fields of need: of everybody, of a group that shares it, of one household.

field-public = عام
field-shared = مشترك
field-private = خاص

## Rungs of Arnstein's ladder of participation, lowest first.

rung-manipulation = التلاعب
rung-therapy = المعالجة
rung-informing = الإعلام
rung-consultation = الاستشارة
rung-placation = الاسترضاء
rung-partnership = الشراكة
rung-delegated = السلطة المفوَّضة
rung-control = سيطرة المواطنين

## Names of languages.

lang-en = الإنجليزية
lang-zh = الصينية
lang-es = الإسبانية
lang-ar = العربية

## Words on forms and lists.

form-send = إرسال
form-save = حفظ
form-cancel = إلغاء
form-optional = اختياري
form-search = بحث
form-all = الكل
form-yes = نعم
form-no = لا
form-download-csv = تنزيل CSV
form-next = التالي
form-previous = السابق
form-back = رجوع

## Errors, each in three parts: what happened, why, what to do now.

error-not-found-what = هذه الصفحة غير موجودة.
error-not-found-why = ربما كُتب العنوان خطأً، أو نُقلت الصفحة.
error-not-found-now = تحقق من العنوان، أو اختر من القائمة.
error-forbidden-what = لا يمكنك الاطلاع على هذا أو القيام به.
error-forbidden-why = دورك لا يملك هذا الحق، أو أن مكتبا آخر هو المسؤول هنا.
error-forbidden-now = انظر في صفحة القضية أي مكتب هو المسؤول واسأله، أو اسأل أحد المشرفين على النظام عن دورك.
error-too-many-what = أوقفنا هذا الطلب.
error-too-many-why = وردت من اتصالك طلبات كثيرة في وقت قصير.
error-too-many-now = انتظر دقيقة ثم أعد المحاولة. يمكنك أيضًا الاتصال بنا أو زيارة مكتب الخدمة.
error-server-what = حدث خطأ من جانبنا.
error-server-why = أوقف عطلٌ في النظام هذه الصفحة، وقد سُجِّل.
error-server-now = أعد المحاولة بعد بضع دقائق. وإن كنت ترسل شيئًا، فتحقق أولًا برمزك من وصوله.
error-away-what = لا يمكننا الوصول إلى سجلاتنا في هذه اللحظة.
error-away-why = قاعدة البيانات لا تستجيب. لم يُفقد شيء مما حُفظ، وستعود هذه الصفحة إلى العمل من تلقاء نفسها.
error-away-now = انتظر دقيقة ثم أعد تحميل الصفحة. ويمكنك أيضًا الاتصال بنا أو الحضور إلى المكتب.
error-full-what = لا يمكننا حفظ شيء في هذه اللحظة.
error-full-why = مساحة التخزين لدينا ممتلئة. القراءة ما زالت تعمل، ولم يُفقد شيء مما حُفظ، ويعود الحفظ حالما تتوفر مساحة.
error-away-again = ما أرسلته محفوظ في هذه الصفحة، لكنه لم يدخل السجل بعد. انتظر دقيقة ثم أرسله مرة أخرى؛ ويُحسب مرة واحدة.
error-away-send = أرسل مرة أخرى
error-away-file = اختر الصورة مرة أخرى
error-bad-form-what = تعذّر علينا استلام هذا النموذج.
error-bad-form-why = هناك حقل ناقص أو قيمة لا يمكننا قراءتها.
error-bad-form-now = ارجع وصحّح الحقول المشار إليها ثم أرسل مرة أخرى.

## Numbers, days and money in words.

base-unknown = غير معروف
base-n-of = n = { $n } { $unit }
base-n-unknown = عدد { $unit } غير معروف
base-hidden = أقل من 5
base-at-least = { $bound } على الأقل
base-part = { $done } من { $whole }
base-percent = { $value }%
base-days = { $n ->
    [zero] { $n } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
base-today = اليوم
base-yesterday = أمس
base-tomorrow = غدًا
base-days-ago = { $n ->
    [zero] قبل { $n } يوم
    [one] قبل يوم واحد
    [two] قبل يومين
    [few] قبل { $n } أيام
    [many] قبل { $n } يومًا
   *[other] قبل { $n } يوم
}
base-days-ahead = { $n ->
    [zero] بعد { $n } يوم
    [one] بعد يوم واحد
    [two] بعد يومين
    [few] بعد { $n } أيام
    [many] بعد { $n } يومًا
   *[other] بعد { $n } يوم
}

## The demo city's currency has no smaller unit. The number is always shown: amounts stand in columns and can be negative.

base-money = { $n ->
    [few] { $n } كرونات
   *[other] { $n } كرونة
}

## What stands between the items of an enumeration: a, b and c. Spaces count, hence the quotes.

base-list-between = { " و" }
base-list-last = { " و" }

## Used in Spanish only, before a last item that begins with the sound i. The same as above elsewhere.

base-list-last-before-i = { base-list-last }

## What stands between a name and its value, and how a remark is put in brackets.

base-colon = { ": " }
base-brackets = { " (" }{ $text })

form-reason-missing = اذكر السبب. يُنشر السبب مع التغيير.
form-missing = املأ هذا الحقل.
form-too-long = النص طويل جدًا. اختصره.
form-unknown = اختر إحدى القيم المعروضة.
form-date-wrong = اكتب التاريخ بصيغة سنة-شهر-يوم، مثل 2026-05-31.
form-number-wrong = اكتب عددًا صحيحًا، صفرًا أو أكثر، مثل 12000.
