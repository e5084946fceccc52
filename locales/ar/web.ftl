# كلمات إطار الصفحة ومكوّناتها. نصوص العيّنة لا تظهر إلا في صفحة /design.

web-description = ما يطلبه السكان من مدينتهم وما آل إليه.
web-staff = الموظفون

web-errors = يرجى مراجعة ما يلي
web-filters = تضييق القائمة
web-filters-show = عرض
web-filters-clear = مسح الكل
web-crumbs = أين أنت
web-pager = بقية القائمة
web-check-done = نعم، تم
web-check-not-yet = ليس بعد
web-track-not-yet = لم تُبلغ بعد
web-chart-table = الشيء نفسه في جدول
web-keys = المفاتيح
web-keys-help = عرض هذه القائمة
web-keys-on = العمل بمفاتيح مفردة
web-close = إغلاق
web-error-reference = إذا سألتنا عن ذلك فاذكر هذا الرقم:
