# The JSON API.
api-not-found-what = لا يوجد شيء كهذا هنا.
api-not-found-why = الرقم أو المعرّف أو الرمز لا يخص شيئًا، أو لا يحق لك الاطلاع عليه.
api-not-found-now = تحقق منه أو ابحث عنه في القائمة.
api-fields-what = لا يمكن قبول جزء مما أُرسل.
api-fields-why = ترفض إحدى قواعد المدينة حقلًا واحدًا على الأقل.
api-fields-now = انظر إلى «errors» وصحّح ثم أرسل من جديد.
api-not-now-now = اقرأه من جديد لترى حالته الآن.
api-stale-now = اقرأه من جديد وأرسل ما زال مناسبًا.
api-server-why = أوقف عطل في النظام الطلب، وقد سُجّل.
api-server-now = حاول من جديد بعد بضع دقائق، وبمفتاح Idempotency-Key نفسه إن كنت تكتب.
api-unreadable-what = لا يمكن قراءة هذا الطلب.
api-unreadable-why = لا يطابق وصف العملية.
api-look-up = راجعها في /api/v1/openapi.json.
api-token-what = يحتاج هذا إلى رمز وصول صالح.
api-no-token-why = لم يأتِ مع الطلب رمز وصول.
api-bad-token-why = رمز الوصول غير معروف هنا أو انتهى أو أُلغي.
api-token-now = أنشئ رمز وصول في صفحة حسابك وأرسله هكذا: «Authorization: Bearer …».
api-scope-why = ليس لرمز الوصول النطاق { $scope }.
api-scope-now = أنشئ رمز وصول له هذا النطاق.
api-too-many-now = انتظر دقيقة ثم حاول من جديد.
api-too-large-why = حجمه أكبر من 512 كيلوبايت.
api-not-json-why = نوع محتواه ليس application/json.
api-no-operation-what = لا توجد عملية كهذه.
api-no-operation-why = لا عملية لها هذا المسار.
api-method-why = هذا المسار لا يعرف هذه الطريقة.
api-cross-site-why = أرسل متصفح هذا من صفحة موقع آخر.
api-cross-site-now = أرسله من برنامج أو من صفحة في هذا الموقع.
api-table-wrong = هذا ليس جدول بطاقات: ينقصه عمود باسم «text»، أو فيه سطر تالف، أو علامة اقتباس غير مغلقة.
api-cursor-wrong = هذا ليس مؤشرًا لهذه القائمة. ابدأ من دونه.

## The page about it

api-page-title = واجهة البرمجة
api-page-lede = كل ما يفعله السكان والموظفون في هذه الصفحات يستطيع برنامج أن يفعله أيضًا: بصيغة JSON وبالقواعد نفسها.
api-page-description = الوصف للبرامج (OpenAPI 3.1)
api-page-read = قراءة السجل
api-page-read-text = لا تحتاج إلى رمز وصول. تأتي القوائم صفحة صفحة: الحقل «next» والترويسة «Link» يبيّنان من أين تتابع. أعد إرسال «ETag» في «If-None-Match» لتحميل ما تغيّر فقط.
api-page-say = قول شيء
api-page-say-text = لا يحتاج هذا إلى حساب أيضًا. احتفظ بالرمز الذي في الرد، فهو يفتح الصوت من جديد. مع Idempotency-Key يُحسب الإرسال مرة واحدة مهما تكرر.
api-page-token = العمل للمدينة
api-page-token-text = ينشئ الموظفون رمز وصول في صفحة حسابهم. لا يستطيع أكثر مما يستطيعه حسابه، ولا يفعل إلا ما تسمح به نطاقاته.
api-page-errors = الأخطاء
api-page-errors-text = هي مستندات مشكلة (RFC 9457) باللغة المطلوبة في «Accept-Language». 400 تعني أن الطلب لا يطابق الوصف، و422 أن إحدى قواعد المدينة ترفضه.
api-page-all = كل العمليات
api-page-operation = العملية
api-page-what = ما تفعله
api-page-scope = نطاق رمز الوصول
