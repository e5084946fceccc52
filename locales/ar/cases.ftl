### Cases: the library, one case, comparing, and the names they need.

## The library

cases-title = حالات من المدن
cases-lede = ما جرّبته المدن: حالات جائزة قوانغتشو الدولية للابتكار الحضري، من تقرير ورشتها الثالثة لقادة الفكر (2019)، وحالات هذه المدينة. كل مرحلة واقعة لها سنة ومصدر.
cases-search = كلمات بأي لغة
cases-topic = الموضوع
cases-region = المنطقة
cases-country = البلد أو الإقليم
cases-year = السنة
cases-stage = أبعد مرحلة
cases-city = المدينة
cases-no-year = السنة غير مذكورة
cases-none = لا حالة توافق هذه المرشحات.
cases-none-now = أزل مرشحاً أو جرّب كلمة أخرى.
cases-none-topics = يجد البحث الكلمات كما هي مكتوبة. أو تصفح حسب الموضوع:
cases-statistics = إحصاءات جائزة قوانغتشو
cases-this-city = من هذه المدينة
cases-pick = قارن
cases-compare = قارن الحالات المختارة
cases-compare-hint = اختر حالتين أو ثلاثاً.

## One case

cases-matter = القضية التي صيغت منها
cases-history = ما جرى لها
cases-history-what = ماذا
cases-history-about = عن
cases-history-source = المصدر
cases-history-recorded = في هذا السجل منذ
cases-about-project = هذا المشروع
cases-about-city = المدينة لا هذا المشروع
cases-report = تقرير جائزة قوانغتشو (2019)
cases-topic-basis = أساس الموضوع
cases-kind = النوع
cases-kind-case = حالة
cases-kind-plan = خطة مدينة، ذُكرت للمقارنة
cases-kind-matter = حالة من هذه المدينة
cases-aliases = تُسمى أيضاً
cases-note = ملاحظة من أدخلها
cases-sources = المصادر
cases-sources-note = تقود الروابط إلى مواقع أخرى، ولا يُحمَّل منها شيء قبل أن تتبعها.
cases-citation = استشهد بهذه الحالة
cases-citation-data = لبرنامج إدارة المراجع
cases-similar = حالات في الموضوع نفسه
cases-versions = نسخ سابقة
cases-version = النسخة
cases-city-unnamed = المدينة غير مذكورة

## Comparing

cases-compare-title = حالات جنباً إلى جنب
cases-compare-few = اختر حالتين على الأقل للمقارنة.
cases-compare-back = اختر الحالات
cases-compare-many = تُعرض الثلاث الأولى فقط.
cases-summary = ما تفعله
cases-facts-known = وقائع عن مرحلتها

## Errors

cases-already-made = كُتبت هذه القضية حالةً من قبل. افتح الحالة وعدّلها هناك.

## Stages

cases-stage-reference = ذُكرت للمقارنة
cases-stage-participating = مشارِكة
cases-stage-shared = شاركتها هذه المدينة
cases-stage-recommended = أوصى بها الخبراء
cases-stage-shortlisted = في القائمة القصيرة
cases-stage-winner = فائزة
cases-stage-special-mention = تنويه خاص
cases-stage-popular-city = المدينة الأكثر شعبية على الشبكة

## How sure the topic is

cases-basis-stated = يذكره المصدر
cases-basis-inferred = مستنتج من المصدر
cases-basis-inferred-low = مستنتج من القليل
cases-basis-chosen = اختاره المكتب

## Parts of a write-up

cases-section-context = السياق
cases-section-actors = من شارك
cases-section-resources = المال والأشخاص
cases-section-innovation = ما الجديد
cases-section-obstacles = ما اعترض الطريق
cases-section-outcomes = ما نتج عنها
cases-section-lessons = الدروس
cases-section-replicability = ما تحتاجه مدينة أخرى لنقلها
cases-section-sustainability = ما يبقيها مستمرة
cases-section-risk = المخاطر

## Regions, as the report counts them

cases-region-asia = آسيا
cases-region-africa = أفريقيا
cases-region-europe = أوروبا
cases-region-north-america = أمريكا الشمالية
cases-region-south-america = أمريكا الجنوبية
cases-region-oceania = أوقيانوسيا

## Countries and regions of cases, by code

cases-country-ar = الأرجنتين
cases-country-bd = بنغلاديش
cases-country-be = بلجيكا
cases-country-bo = بوليفيا
cases-country-br = البرازيل
cases-country-ca = كندا
cases-country-cn = الصين
cases-country-dk = الدنمارك
cases-country-eg = مصر
cases-country-fi = فنلندا
cases-country-gb = المملكة المتحدة
cases-country-id = إندونيسيا
cases-country-il = إسرائيل
cases-country-ir = إيران
cases-country-it = إيطاليا
cases-country-ke = كينيا
cases-country-kr = جمهورية كوريا
cases-country-mx = المكسيك
cases-country-my = ماليزيا
cases-country-ng = نيجيريا
cases-country-pl = بولندا
cases-country-pt = البرتغال
cases-country-py = باراغواي
cases-country-ru = روسيا
cases-country-sv = السلفادور
cases-country-tr = تركيا
cases-country-tw = تايوان
cases-country-tz = تنزانيا
cases-country-us = الولايات المتحدة
cases-country-ve = فنزويلا
cases-country-za = جنوب أفريقيا
cases-country-zm = زامبيا

## With numbers

cases-count = { $n ->
    [zero] لا حالات
    [one] حالة واحدة
    [two] حالتان
    [few] { $n } حالات
    [many] { $n } حالة
   *[other] { $n } حالة
}
cases-option = { $name } ({ $count })
cases-page-of = النسخة { $version }، { $date }
