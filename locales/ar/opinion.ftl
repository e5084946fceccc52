### خريطة الآراء: الصفحة والملخص اللذان يكتبهما `kapok opinion map`.

opinion-title = ما يتفق عليه الناس
opinion-found-groups = { $n ->
    [zero] لا تُظهر الأصوات مجموعات.
    [one] تُظهر الأصوات مجموعة واحدة ممن يصوّتون على نحو متشابه، وقد ظهرت من جديد مع أشخاص آخرين.
    [two] تُظهر الأصوات مجموعتين ممن يصوّتون على نحو متشابه، وقد ظهرتا من جديد مع أشخاص آخرين.
    [few] تُظهر الأصوات { $n } مجموعات ممن يصوّتون على نحو متشابه، وقد ظهرت من جديد مع أشخاص آخرين.
    [many] تُظهر الأصوات { $n } مجموعة ممن يصوّتون على نحو متشابه، وقد ظهرت من جديد مع أشخاص آخرين.
   *[other] تُظهر الأصوات { $n } مجموعة ممن يصوّتون على نحو متشابه، وقد ظهرت من جديد مع أشخاص آخرين.
}
opinion-found-unstable = تُظهر الأصوات مجموعات، لكن أشخاصًا آخرين كانوا سيعطون مجموعات مختلفة إلى حد كبير. خذها بحذر.
opinion-found-none = لا توجد مجموعات واضحة: في الأصوات نمط، لكن لا يتكرر أي تقسيم للناس.
opinion-found-no-pattern = لا توجد مجموعات: لا تحمل الأصوات نمطًا أكثر مما تعطيه المصادفة.
opinion-found-few = عدد من صوّتوا بما يكفي قليل جدًا للبحث عن مجموعات.
opinion-found-given = المجموعات هي التي في الملف المُصدَّر. لم يُختبر ثباتها.
opinion-people = شاركوا بالتصويت
opinion-votes = أصوات
opinion-statements = عبارات على الخريطة
opinion-groups = مجموعات
opinion-common-heading = أرضية مشتركة
opinion-common-say = أكثر من نصف كل مجموعة في الجانب نفسه، وليس ذلك مصادفة. يأتي أولًا ما تؤيده أكثر حتى أقل المجموعات اقتناعًا.
opinion-common-all-say = لا توجد مجموعات للمقارنة، لذا فهذا ما تتفق عليه غالبية المشاركين.
opinion-common-polis-say = أكثر من نصف المصوّتين في هذا الجانب (قاعدة Polis، بصرف النظر عن المجموعات).
opinion-common-none = لا توجد عبارة كهذه.
opinion-common-agree = الجميع موافقون
opinion-common-disagree = الجميع غير موافقين
opinion-divides-heading = ما يفرّق
opinion-divides-say = هنا تختلف مجموعتان أكثر ما يكون في نسبة الموافقين.
opinion-map-heading = الخريطة
opinion-map-say = من يصوّتون على نحو متشابه يقفون متقاربين. العلامة الأكبر تعني عدة أشخاص في موضع واحد. تُظهر الخريطة أفقيًا { $across } من كل الاختلافات، ورأسيًا { $up }.
opinion-map-none = يظهر الناس على الخريطة، لكن بلا مجموعات.
opinion-group = المجموعة { $name }
opinion-not-grouped = خارج المجموعات
opinion-group-stands = ما تمثله المجموعة { $name }
opinion-group-stands-none = لا توجد عبارة تمثل هذه المجموعة وحدها بما يتجاوز المصادفة.
opinion-stands-heading = ما تمثله كل مجموعة
opinion-stands-say = المجموعة في هذا الجانب أكثر من غيرها. ويُتوقع ألا يزيد ما جاء مصادفةً على واحدة من كل عشر عبارات.
opinion-agree = موافق
opinion-disagree = غير موافق
opinion-pass = بلا رأي
opinion-everyone = الجميع
opinion-col-group = المجموعة
opinion-col-people = الأشخاص
opinion-col-share = النسبة ممن هم في مجموعات
opinion-col-middle = المركز (أفقي، رأسي)
opinion-col-statement = العبارة
opinion-part-heading = من شارك
opinion-part-say = جاء هؤلاء من تلقاء أنفسهم، وليسوا عيّنة من المدينة. تبيّن الأرقام كم منهم صوّت في كل اتجاه، لا ما تراه المدينة.
opinion-part-voted = أشخاص لهم صوت واحد على الأقل
opinion-part-enough = منهم من صوّت بما يكفي للمقارنة
opinion-part-needed = الأصوات اللازمة لذلك
opinion-part-refused = عبارات رفضها المنظمون
opinion-part-meta = عبارات ليست آراء (لم تُحسب)
opinion-part-average = متوسط الأصوات لكل شخص
opinion-sure-heading = مدى الثقة في المجموعات
opinion-sure-agreement = عند الإعادة بأشخاص آخرين تكرر التقسيم نفسه بنسبة { $agreement }. تعني 100% المجموعات نفسها كل مرة، و0% المصادفة.
opinion-sure-chance = أقوى نمط يساوي { $times } أضعاف ما يظهر عند توزيع الأصوات نفسها عشوائيًا.
opinion-sure-table = أعداد المجموعات التي جُرّبت
opinion-col-number = المجموعات
opinion-col-agreement = تكرار الظهور
opinion-col-apart = التباعد (من -1 إلى 1)
opinion-col-smallest = أشخاص أصغر مجموعة
opinion-bridge-heading = ما يبني الجسور
opinion-bridge-say = ثلاث طرق لمعرفة العبارات التي تلقى تأييدًا رغم الاختلافات. المرتبة العالية فيها جميعًا علامة جيدة.
opinion-bridge-groups = اتفاق كل المجموعات (حاصل ضرب النسب)
opinion-bridge-factor = تأييد يتجاوز الميل
opinion-bridge-sides = النسبة الأصغر بين الجانبين
opinion-bridge-one = موافقون / أصوات، جانب
opinion-bridge-other = موافقون / أصوات، الجانب الآخر
opinion-all-heading = كل العبارات وأصواتها
opinion-all-show = إظهار الجدول
opinion-notes-heading = لوحظ عند قراءة الملفات
opinion-asked = ما الذي سُئل عنه
