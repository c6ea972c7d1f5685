landscape-title = خريطة الآراء
landscape-of-question = السؤال { $reference }
landscape-state-none = لم يُجب أحد بعد
landscape-state-waiting = عدد المجيبين حتى الآن: { $n }؛ تُعرض النتائج متى بلغ عدد الردود على وجهة نظر { $k }
landscape-state-few = الإجابات غير كافية بعد لتكوين مجموعات: { $n } من { $of }
landscape-state-no-groups = لا توجد مجموعات يمكن عرضها
landscape-state-groups = { $groups ->
    [zero] لا توجد مجموعات رأي بين المشاركين وعددهم { $n }
    [one] مجموعة رأي واحدة بين المشاركين وعددهم { $n }
    [two] مجموعتا رأي بين المشاركين وعددهم { $n }
    [few] { $groups } مجموعات رأي بين المشاركين وعددهم { $n }
    [many] { $groups } مجموعة رأي بين المشاركين وعددهم { $n }
   *[other] { $groups } مجموعة رأي بين المشاركين وعددهم { $n }
}
landscape-from = { $responses ->
    [zero] لا إجابات
    [one] إجابة واحدة
    [two] إجابتان
    [few] { $responses } إجابات
    [many] { $responses } إجابة
   *[other] { $responses } إجابة
} من { $participants ->
    [zero] لا أحد
    [one] مشارك واحد
    [two] مشاركين اثنين
    [few] { $participants } مشاركين
    [many] { $participants } مشاركًا
   *[other] { $participants } مشارك
}
landscape-computed = حُسبت في { $at }
landscape-published = نُشرت في { $at }
landscape-renewed = تُجدَّد كلما أجاب مشاركون آخرون عن وجهة نظر ({ $k } على الأقل)
landscape-without-code = { $n ->
    [0] جاء الجميع برمز أو ضمن وفد
    [zero] جاء الجميع برمز أو ضمن وفد
    [one] جاء مشارك واحد دون رمز
    [two] جاء مشاركان دون رمز
    [few] جاء { $n } مشاركين دون رمز
    [many] جاء { $n } مشاركًا دون رمز
   *[other] جاء { $n } مشارك دون رمز
}
landscape-map = خريطة الآراء
landscape-map-group = المجموعة { $id } وعدد المشاركين فيها { $n }
landscape-map-desc = من أجابوا إجابات متشابهة متقاربون على الخريطة. { $groups }
landscape-map-caption = القرب يعني تشابه الإجابات. تضم الحلقة نحو 80 % من المجموعة.
landscape-no-map = لا خريطة بعد: عدد المجيبين أقل من أن تُعرض دون الإشارة إلى شخص بعينه.
landscape-as-table = في جدول
landscape-of-whom = من
landscape-agree = موافق
landscape-pass = دون رأي
landscape-disagree = غير موافق
landscape-hidden = غير معروض
landscape-participants = المشاركون
landscape-ground = أرضية مشتركة
landscape-ground-lead = ما تؤيده كل مجموعة وكل كتلة، الأكثر تأكيدًا أولًا. الشريط هو المدى الذي يقع فيه التأييد (90 %).
landscape-ground-none = لا شيء يؤيده الجميع على وجه التأكيد بعد.
landscape-divides = مواضع الاختلاف
landscape-divides-lead = حيث تتعارض مجموعات أو كتل: إحداها فوق النصف بالتأكيد والأخرى تحته.
landscape-divides-none = لا اختلاف مؤكد بعد.
landscape-groups = مجموعات الرأي
landscape-group = المجموعة { $id }
landscape-group-size = المجموعة { $id } · { $n ->
    [zero] لا مشاركين
    [one] مشارك واحد
    [two] مشاركان
    [few] { $n } مشاركين
    [many] { $n } مشاركًا
   *[other] { $n } مشارك
}
landscape-stable = المجموعات مستقرة.
landscape-not-stable = المجموعات غير مستقرة: لو نقص عدد المشاركين قليلًا لاختلفت.
landscape-stability = الاستقرار { $share }
landscape-agrees = توافق
landscape-disagrees = لا توافق
landscape-so-of = { $n } من { $of }
landscape-blocs = التأييد بحسب الكتل المعلنة
landscape-blocs-caption = نسبة الموافقين ممن اتخذوا موقفًا
landscape-perspective = وجهة النظر
landscape-more = { $n ->
    [zero] لا وجهات نظر أخرى في ملف التنزيل.
    [one] وجهة نظر أخرى في ملف التنزيل.
    [two] وجهتا نظر أخريان في ملف التنزيل.
    [few] { $n } وجهات نظر أخرى في ملف التنزيل.
    [many] { $n } وجهة نظر أخرى في ملف التنزيل.
   *[other] { $n } وجهة نظر أخرى في ملف التنزيل.
}
landscape-majority = ما يجيب عنه معظم المشاركين إجابة واحدة
landscape-most-agree = المعظم موافق
landscape-most-disagree = المعظم غير موافق
landscape-notes = قبل قراءة الأرقام
landscape-note-no-variation = أجاب الجميع إجابات متشابهة: لا توجد خريطة.
landscape-note-one-axis = محور واحد يفسر كل الاختلافات.
landscape-note-one-group = يقف جميع المشاركين في موضع واحد، فهناك مجموعة واحدة.
landscape-note-groups-given = المجموعات تسميات أُعطيت لمشاركين عددهم { $n } ولم تُستخرج من الإجابات.
landscape-note-labels-unknown = تُركت تسميات مشاركين لم يجيبوا، وعددهم { $n }.
landscape-note-stability = لا تقيس هذه الطريقة استقرار المجموعات. قد تختلف في يوم آخر أو بزيادة بضعة مشاركين.
landscape-note-suppressed = لا يُعرض شيء عن أقل من { $k } مشاركين، ولا ما يمكن أن يُحسب منه ذلك.
landscape-download-html = التقرير في ملف واحد (HTML)
landscape-download-json = الأرقام (JSON)
landscape-hall = العرض في القاعة
landscape-method = الطريقة
landscape-method-text = يوضع المشاركون بتحليل المكونات الرئيسية لإجاباتهم ويُجمعون بطريقة المتوسطات (الطريقة «polis»). التأييد هو (موافق + 1) / (موافق + غير موافق + 2)؛ و«دون رأي» ليس رفضًا. الأشرطة فترات ويلسون عند 90 %.
hall-title = القاعة
hall-answered = { $n ->
    [zero] أجابوا
    [one] أجاب
    [two] أجابا
    [few] أجابوا
    [many] أجابوا
   *[other] أجابوا
}
hall-responses = { $n ->
    [zero] لا إجابات
    [one] إجابة واحدة
    [two] إجابتان
    [few] { $n } إجابات
    [many] { $n } إجابة
   *[other] { $n } إجابة
}
bloc-role-origin = بلدان المنشأ
bloc-role-transit = بلدان العبور
bloc-role-destination = بلدان المقصد
bloc-kind-state = الدول
bloc-kind-intergovernmental = المنظمات الحكومية الدولية
bloc-kind-city = المدن
bloc-kind-civil_society = المجتمع المدني
bloc-kind-diaspora = منظمات المغتربين والمهاجرين
bloc-kind-employers = أرباب العمل
bloc-kind-union = النقابات
bloc-kind-academia = الأوساط الأكاديمية
