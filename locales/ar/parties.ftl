# كلمات الدخول والحساب الشخصي ومن المسؤول عن ماذا وصفحة الحسابات.

parties-sign-in-title = تسجيل الدخول
parties-sign-in-lede = لمن يعملون في المدينة. لا يحتاج السكان إلى حساب: شاركوا من الصفحة الرئيسية وتابعوا برمزكم.
parties-sign-in-button = دخول
parties-sign-in-wrong = تعذّر الدخول. تحقق من البريد الإلكتروني وكلمة السر والرمز ثم حاول مجددًا. إذا نسيت كلمة السر فاطلب واحدة جديدة من أحد المشرفين على النظام.
parties-sign-in-ended = انتهت جلستك ولم يُحفظ شيء بعد. لم يضع شيء: سجّل الدخول وستجد ما أرسلته في الصفحة التالية.
parties-sign-in-many = { $n ->
    [zero] محاولات خاطئة كثيرة. انتظر دقيقة ثم حاول مجددا. إذا نسيت كلمة السر فاطلب واحدة جديدة من أحد المشرفين على النظام.
    [one] محاولات خاطئة كثيرة. انتظر دقيقة واحدة ثم حاول مجددا. إذا نسيت كلمة السر فاطلب واحدة جديدة من أحد المشرفين على النظام.
    [two] محاولات خاطئة كثيرة. انتظر دقيقتين ثم حاول مجددا. إذا نسيت كلمة السر فاطلب واحدة جديدة من أحد المشرفين على النظام.
    [few] محاولات خاطئة كثيرة. انتظر { $n } دقائق ثم حاول مجددا. إذا نسيت كلمة السر فاطلب واحدة جديدة من أحد المشرفين على النظام.
    [many] محاولات خاطئة كثيرة. انتظر { $n } دقيقة ثم حاول مجددا. إذا نسيت كلمة السر فاطلب واحدة جديدة من أحد المشرفين على النظام.
   *[other] محاولات خاطئة كثيرة. انتظر { $n } دقيقة ثم حاول مجددا. إذا نسيت كلمة السر فاطلب واحدة جديدة من أحد المشرفين على النظام.
}
parties-kept-title = بقيت خطوة واحدة
parties-kept-lede = سجّلت الدخول. ما أرسلته من قبل لم يُحفظ بعد. أرسله الآن.
parties-kept-words = ما كتبته
parties-kept-send = أرسله الآن
parties-kept-drop = لا ترسله
parties-kept-file = لا يمكن الاحتفاظ بالملف الذي اخترته. اختره مجددا في الصفحة التي كنت فيها.
parties-signed-out = تم تسجيل خروجك.

parties-email = البريد الإلكتروني
parties-email-wrong = اكتب عنوان بريد إلكتروني، مثل name@city.example.
parties-email-taken = لهذا البريد حساب من قبل. غيّر ذلك الحساب.
parties-password = كلمة السر
parties-password-short = استعمل 12 حرفًا أو أكثر. تكفي بضع كلمات تتذكرها.
parties-password-wrong = هذه ليست كلمة السر الخاصة بك. حاول مجددًا.
parties-password-same = هذه كلمة السر الحالية. اختر غيرها.
parties-code = الرمز من تطبيق التحقق
parties-code-hint = ستة أرقام. اتركه فارغًا إن لم تضبط عامل تحقق ثانيًا.
parties-code-wrong = الرمز غير صحيح. انتظر الرمز التالي وتحقق من ساعة جهازك ثم أدخله من جديد.

## الحساب الشخصي

parties-account-title = حسابك
parties-account-name = الاسم
parties-account-office = المكتب
parties-account-roles = الأدوار
parties-account-roles-link = ما يحق لكل دور

parties-password-title = تغيير كلمة السر
parties-password-old = كلمة السر الحالية
parties-password-new = كلمة السر الجديدة
parties-password-hint = 12 حرفًا أو أكثر، أي حروف كانت. سيُسجَّل خروجك من كل مكان آخر.
parties-password-button = تغيير كلمة السر
parties-password-changed = تغيّرت كلمة السر. سُجِّل خروجك من كل مكان آخر.

parties-totp-title = عامل التحقق الثاني
parties-totp-off = من دونه تكفي كلمة السر وحدها لفتح حسابك. اضبطه في تطبيق تحقق على هاتفك أو حاسوبك.
parties-totp-secret = اكتب هذا المفتاح في التطبيق:
parties-totp-link = افتحه في تطبيق على هذا الجهاز
parties-totp-code = ثم أدخل الأرقام الستة التي يعرضها التطبيق
parties-totp-button = تشغيل
parties-totp-enrolled = عامل التحقق الثاني يعمل. تحتاج من الآن إلى التطبيق كي تدخل.
parties-totp-on = إنه يعمل. تحتاج كي تدخل إلى كلمة السر ورمز من التطبيق.
parties-totp-password = كلمة السر لإيقافه
parties-totp-drop = إيقاف
parties-totp-dropped = أُوقف عامل التحقق الثاني.
parties-totp-there = يوجد عامل تحقق ثانٍ من قبل. أوقفه أولًا ثم اضبطه من جديد.

parties-sessions-title = أين سجلت الدخول
parties-sessions-caption = المتصفحات التي سجلت الدخول فيها
parties-sessions-since = وقت الدخول
parties-sessions-seen = آخر استعمال
parties-sessions-this = هذا المتصفح
parties-sessions-end = الخروج من هناك
parties-sessions-ended = سُجِّل الخروج من ذلك المتصفح.
parties-sessions-hint = يُسجَّل خروجك بعد 8 ساعات دون استعمال، وبعد 24 ساعة في كل الأحوال.

## من المسؤول عن ماذا

parties-roles-title = من المسؤول عن ماذا
parties-roles-lede = لا يغيّر السجل إلا من له حساب لدى المدينة، ولا يحق لكل دور إلا ما هو مكتوب هنا. الجدول مأخوذ من القواعد التي تطبقها المنصة نفسها.
parties-roles-caption = الأدوار وما يحق لها
parties-roles-right = ما يمكن فعله
parties-roles-may = يحق له
parties-roles-may-not = لا يحق له
parties-roles-for = ما الغرض من كل دور
parties-roles-own = لا يتصرف الموظفون إلا باسم مكتبهم؛ ولمكتب العمدة أن يتصرف باسم أي مكتب. يُكتب كل تغيير في السجل العام مع اسم من أجراه ومكتبه.
parties-offices-title = المكاتب وما تفعله
parties-offices-log = في السجل
parties-offices-empty = لا مكاتب مسجلة بعد.

parties-role-officer = موظف
parties-role-officer-about = يعمل على مشاركات مكتب وقضاياه.
parties-role-lead-officer = موظف مسؤول
parties-role-lead-officer-about = يجيب ويقرر ويلتزم باسم مكتب.
parties-role-moderator = مراقب المحتوى
parties-role-moderator-about = يخفي ما يخالف القواعد مع بيان السبب، ويعيده.
parties-role-mayors-office = مكتب العمدة
parties-role-mayors-office-about = يتصرف باسم المدينة كلها: يضبط أوزان الترتيب ويبت في الاعتراضات.
parties-role-auditor = مدقق
parties-role-auditor-about = يقرأ كل ما يقرؤه الموظفون ولا يكتب شيئًا.
parties-role-administrator = مشرف النظام
parties-role-administrator-about = يدير المنصة ولا يتصرف في القضايا.

parties-right-read-staff-pages = قراءة صفحات الموظفين
parties-right-read-hidden = قراءة الكلمات المخفية للحكم على إخفائها
parties-right-read-accounts = قراءة قائمة الحسابات
parties-right-enter-voices = تسجيل المشاركات الواردة بالهاتف أو الرسائل أو البطاقات أو الزيارات
parties-right-sort = ضم المشاركات والقضايا وفصلها ودمجها وإحالتها
parties-right-describe = تحديد الموضوع والمكان ودرجة الإلحاح، ودعوة مكاتب أخرى إلى المشاركة
parties-right-answer = الإجابة علنًا
parties-right-decide = البت في قضية أو إغلاقها دون إجراء
parties-right-commit = تقديم الوعود وتغيير مواعيدها
parties-right-report = الإبلاغ عن التقدم وإغلاق وعد بالدليل
parties-right-moderate = إخفاء المحتوى وإعادته مع بيان السبب
parties-right-rule = البت في الاعتراضات
parties-right-weigh = تغيير أوزان الترتيب
parties-right-share = كتابة قضية في صورة حالة
parties-right-manage-accounts = إنشاء الحسابات وتغيير الأدوار
parties-right-import = استيراد الأماكن والمكاتب والحالات

## الحسابات، لمشرفي النظام

parties-accounts-title = الحسابات
parties-accounts-count = { $n ->
    [zero] لا حسابات
    [one] حساب واحد
    [two] حسابان
    [few] { $n } حسابات
    [many] { $n } حسابًا
   *[other] { $n } حساب
}
parties-accounts-caption = حسابات الموظفين
parties-accounts-state = الحالة
parties-accounts-active = مفعّل
parties-accounts-inactive = موقوف
parties-accounts-factor = عامل التحقق الثاني
parties-accounts-new = حساب جديد
parties-accounts-new-hint = أبلغ صاحب الحساب بكلمة السر شخصيًا. يغيّرها في صفحة حسابه.
parties-accounts-name-hint = يظهر علنًا بجانب المكتب.
parties-accounts-create = إنشاء الحساب
parties-accounts-created = أُنشئ الحساب.
parties-accounts-may = يحق له الدخول
parties-accounts-may-hint = من دون ذلك يوقف الحساب ويُسجَّل خروجه من كل مكان.
parties-accounts-changed = تغيّر الحساب.
parties-accounts-reset-title = كلمة سر جديدة
parties-accounts-reset-hint = لمن نسي كلمة السر. يُسجَّل خروجه من كل مكان.
parties-accounts-reset = تعيين كلمة السر
parties-accounts-reset-done = عُيِّنت كلمة السر الجديدة.
parties-accounts-lost-title = جهاز مفقود
parties-accounts-lost = يزيل عامل التحقق الثاني كي يدخل صاحب الحساب بكلمة السر ويضبطه من جديد.
parties-accounts-lost-button = إيقاف عامل التحقق الثاني
parties-roles-missing = اختر دورًا واحدًا على الأقل.
parties-auditor-alone = المدقق لا يكتب شيئًا، لذلك لا يُجمع هذا الدور مع غيره.
parties-not-own-roles = لا يغيّر أحد أدواره بنفسه. اطلب ذلك من مسؤول آخر.
parties-roles-reason-hint = يستطيع الجميع قراءته في السجل.
parties-office-wrong = سمِّ مكتبًا من مكاتب المدينة.
parties-last-administrator = لن يبقى من يدير الحسابات. عيّن مشرفًا آخر على النظام أولًا.

## Tokens of programs

parties-tokens-title = رموز وصول للبرامج
parties-tokens-hint = يعمل البرنامج برمز الوصول باسمك وضمن أدوارك. لا تمنحه أكثر مما يحتاج.
parties-tokens-more = عن واجهة البرمجة
parties-tokens-made = رمز الوصول الجديد. انسخه الآن: يظهر هذه المرة فقط ولا يُحفظ في أي مكان.
parties-tokens-caption = رموز الوصول الصالحة
parties-tokens-name = الغرض منه
parties-tokens-name-hint = لا يقرؤه سواك والمسؤولين.
parties-tokens-scopes = ما يجوز له
parties-tokens-until = صالح حتى
parties-tokens-days = مدة الصلاحية
parties-tokens-make = إنشاء رمز وصول
parties-tokens-new = رمز وصول جديد
parties-tokens-revoke = إلغاء
parties-tokens-revoked = أُلغي رمز الوصول.
parties-tokens-never = أبدًا
parties-tokens-many = لهذا الحساب 20 رمز وصول. ألغِ واحدًا أولًا.
parties-tokens-count = رموز الوصول
parties-scopes-missing = اختر شيئًا واحدًا على الأقل يجوز له.
parties-scope-read = قراءة ما يقرؤه الموظفون
parties-scope-voices = إدخال الأصوات وإحالتها والرد عليها وإخفاؤها
parties-scope-matters = العمل على القضايا
parties-scope-promises = قطع الوعود والإبلاغ عنها
parties-scope-cases = كتابة القضايا كحالات
parties-scope-admin = إدارة الحسابات
