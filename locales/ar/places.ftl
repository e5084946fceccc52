# كلمات قائمة الأماكن.

places-title = الأماكن
places-lede = أماكن هذا السجل، من المدينة كلها إلى القاعات التي يلتقي فيها الناس. يُقارَن عدد المشاركات بعدد السكان في كل مكان.
places-caption = الأماكن وعدد سكانها
places-place = المكان
places-kind = النوع
places-people = السكان
places-deprivation = الحرمان
places-deprivation-note = الحرمان مؤشر تضعه المدينة: 0 يعني لا حرمان و100 هو الأشد. الأماكن الأكثر حرمانًا تتقدم في ترتيب القضايا.
places-borders = الحدود بصيغة GeoJSON
places-empty = لا أماكن مسجلة بعد.
places-empty-now = تأتي الأماكن مع ملف أماكن المدينة.

places-kind-region = إقليم
places-kind-country = بلد
places-kind-city = مدينة
places-kind-district = منطقة
places-kind-neighbourhood = حي
places-kind-venue = قاعة
