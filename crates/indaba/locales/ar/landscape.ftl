landscape-title = مشهد الآراء
landscape-of-question = السؤال { $reference }
landscape-computing = قيد الحساب
landscape-computing-lead = يستغرق المشهد الأول لهذا العدد من الردود لحظة. تعرضه هذه الصفحة فور جاهزيته.
landscape-state-none = لم يُجب أحد بعد
landscape-state-waiting = عدد المجيبين حتى الآن: { $n }؛ تُعرض النتائج متى بلغ عدد الردود على وجهة نظر { $k }
landscape-state-few = الردود غير كافية بعد لتكوين مجموعات: { $n } من { $of }
landscape-state-no-groups = لا توجد مجموعات يمكن عرضها
landscape-state-one = لا مجموعات مستقرة بين مشاركين عددهم { $n }
landscape-state-groups = { $groups ->
    [zero] لا توجد مجموعات رأي بين المشاركين وعددهم { $n }
    [one] مجموعة رأي واحدة بين المشاركين وعددهم { $n }
    [two] مجموعتا رأي بين المشاركين وعددهم { $n }
    [few] { $groups } مجموعات رأي بين المشاركين وعددهم { $n }
    [many] { $groups } مجموعة رأي بين المشاركين وعددهم { $n }
   *[other] { $groups } مجموعة رأي بين المشاركين وعددهم { $n }
}
landscape-from = { $responses ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $responses } ردود
    [many] { $responses } ردًا
   *[other] { $responses } رد
} من { $participants ->
    [zero] لا أحد
    [one] مشارك واحد
    [two] مشاركَين
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
landscape-map-desc = من ردّوا ردودًا متشابهة متقاربون على الخريطة. { $groups }
landscape-map-caption = القرب يعني تشابه الردود. تضم الحلقة نحو 80% من المجموعة.
landscape-map-caption-rings = كلما تباعدت مجموعتان زاد اختلاف ردودهما. تضم الحلقة نحو 80% من المجموعة.
landscape-map-caption-line = من طرف إلى طرف: كلما ابتعدت نقطتان زاد اختلاف الردود. الارتفاع لا معنى له، وإنما يفصل بين النقاط. تضم الحلقة نحو 80% من المجموعة.
landscape-no-map = لا خريطة: لا يمكن عرض أي خريطة من دون الإشارة إلى شخص بعينه.
landscape-ellipses-show = إظهار مدى التأكد من موضع كل مشارك
landscape-ellipses-hide = إظهار الخريطة دون القطوع الناقصة
landscape-ellipses-legend = القطع الناقص الصغير هو حيث يقف مشارك واحد بنسبة تأكد 80%؛ عدد القطوع المرسومة: { $n } من { $of }.
landscape-ellipses-width = القطع الناقص النموذجي: العرض، نسبةً إلى الخريطة
landscape-ellipses-height = القطع الناقص النموذجي: الارتفاع، نسبةً إلى الخريطة
landscape-as-table = في جدول
landscape-of-whom = الفئة
landscape-agree = موافق
landscape-pass = دون رأي
landscape-disagree = غير موافق
landscape-hidden = غير معروض
landscape-participants = المشاركون
landscape-ground = أرضية مشتركة
landscape-ground-lead = ما تؤيده جميع المجموعات والكتل المعروضة هنا. الشريط هو النطاق الذي يقع فيه التأييد (90%)، والخط يدل على النصف.
landscape-ground-lead-all = ما يؤيده المشاركون. الشريط هو النطاق الذي يقع فيه التأييد (90%)، والخط يدل على النصف.
landscape-left-out = كتل معلنة أصغر من أن تُعرض ولا تدخل في حساب الأرضية المشتركة: { $n } من أصل { $of }.
landscape-ground-firm = ما يبقى بين الأوائل حتى لو انضم مشارك إضافي لكل عشرين لرفع غيره: { $n } من أصل { $of }.
landscape-ground-none = لا شيء يؤيده الجميع على وجه التأكيد بعد.
landscape-divides = مواضع الاختلاف
landscape-divides-lead = حيث تتعارض مجموعات أو كتل: إحداها فوق النصف بالتأكيد والأخرى تحته.
landscape-divides-none = لا اختلاف مؤكد بعد.
landscape-divides-nobody = لا توجد مجموعات أو كتل للمقارنة.
landscape-uncertain = غير مؤكد
landscape-uncertain-lead = قد تكون أرضية مشتركة وقد لا تكون. يأتي أولًا ما يكفي أقل عدد من الردود الإضافية لحسمه.
landscape-not-shown = مجموعات أو كتل أخرى ردودها أقل من أن تُعرض: { $n }.
landscape-groups = مجموعات الرأي
landscape-everybody = جميع المشاركين
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
landscape-stable-few = المجموعات مستقرة في الردود الحالية. إذا كان عدد المشاركين أقل من { $n } فقد تتغير عند انضمام بعضهم أو مغادرتهم.
landscape-not-stable = المجموعات غير مستقرة: لو نقص عدد المشاركين قليلًا لاختلفت.
landscape-stability = الاستقرار { $share }
landscape-agrees = توافق
landscape-disagrees = لا توافق
landscape-so-of = { $n } من { $of }
landscape-blocs = التأييد بحسب الكتل المعلنة
landscape-blocs-caption = نسبة الموافقين ممن اتخذوا موقفًا
landscape-perspective = وجهة النظر
landscape-more = { $n ->
    [zero] لا وجهات نظر أخرى في ملف الأرقام (JSON).
    [one] وجهة نظر أخرى في ملف الأرقام (JSON).
    [two] وجهتا نظر أخريان في ملف الأرقام (JSON).
    [few] { $n } وجهات نظر أخرى في ملف الأرقام (JSON).
    [many] { $n } وجهة نظر أخرى في ملف الأرقام (JSON).
   *[other] { $n } وجهة نظر أخرى في ملف الأرقام (JSON).
}
landscape-majority = ما يردّ عليه معظم المشاركين ردًا واحدًا
landscape-most-agree = المعظم موافق
landscape-most-disagree = المعظم غير موافق
landscape-notes = قبل قراءة الأرقام
landscape-note-no-variation = ردّ الجميع ردودًا متشابهة: لا توجد خريطة.
landscape-note-too-few-to-tell = الردود أقل أو أكثر تباينًا من أن تبيّن من يقف قرب من: لا توجد خريطة.
landscape-note-one-axis = محور واحد يكفي لتحديد مواضع المشاركين: ولا يضيف محور ثانٍ شيئًا.
landscape-note-one-group = يقف جميع المشاركين في موضع واحد، فهناك مجموعة واحدة.
landscape-note-no-stable-groups = لا توجد مجموعات مستقرة: يختلف المشاركون بالتدرّج، أو أن المعلوم لا يكفي للتمييز بين مجموعات.
landscape-note-same-answers = قدّم مشاركون عددهم { $n } ردودًا متشابهة أكثر مما تفسّره المصادفة: الردود نفسها تمامًا، أو ردودًا وفق قائمة واحدة. قد تكون قائمة متفقًا عليها أو شخصًا واحدًا عدة مرات. كل ردودهم محسوبة في الأرقام والنطاقات، لكنها لا ترسم الخريطة ولا تحدّد ترتيب الأرضية المشتركة.
landscape-note-groups-given = المجموعات تسميات أُعطيت لمشاركين عددهم { $n } ولم تُستخرج من الردود.
landscape-note-labels-unknown = أُهملت تسميات مشاركين لم يردّوا، وعددهم { $n }.
landscape-note-letters-kept = تحتفظ المجموعات بحروفها السابقة ما بقي فيها معظم المشاركين. أما في الأرقام (JSON) وفي السجل فتتبع الحروف حجم المجموعات.
landscape-note-stability = لا تقيس هذه الطريقة استقرار المجموعات. قد تختلف في يوم آخر أو بزيادة بضعة مشاركين.
landscape-note-suppressed = لا يُعرض شيء عن أقل من { $k } من المشاركين، ولا ما يمكن حسابه منه.
landscape-download-html = التقرير في ملف واحد (HTML)
landscape-download-json = الأرقام (JSON)
landscape-since-title = ما الذي تغيّر
landscape-since-none = لا يوجد بعد ما هو أسبق للمقارنة به. وعندما تُنشر النتائج مرة أخرى يمكن مقارنتها بما قبلها.
landscape-since-published = المقارنة بما نُشر في
landscape-since-any = المقارنة بالحال في هذا الوقت (التوقيت العالمي)
landscape-since-compare = قارن
landscape-since-no-time = هذا ليس تاريخًا مع وقت. اختر من جديد، مثل 2026-11-24 09:30.
landscape-since-then = سابقًا
landscape-since-now = الآن
landscape-since-behind = ما تستند إليه الأرقام
landscape-since-responses = الردود
landscape-since-more-now = الزيادة الآن
landscape-since-map-then = خريطة الآراء سابقًا
landscape-since-map-now = خريطة الآراء الآن
landscape-since-maps = للخريطتين الاتجاه نفسه والمقياس نفسه. قد لا يدل الحرف الواحد على مجموعة واحدة: تُعرف المجموعة بموضعها لا بحرفها.
landscape-since-groups = المجموعات حينها والآن
landscape-since-group-same = { $group } الآن هي { $others } حينها: بقي فيها معظم من كانوا فيها.
landscape-since-group-split = { $group } الآن خرجت من { $others } حينها.
landscape-since-group-merged = { $group } الآن أتت من { $others } حينها.
landscape-since-group-new = { $group } الآن من مشاركين لم يكونوا في أي مجموعة حينها.
landscape-since-group-gone = لا أحد من { $group } حينها في مجموعة الآن.
landscape-since-group-went = من كانوا في { $group } حينها هم الآن في { $others }.
landscape-since-lead = ما يُقارن هو التأييد في المجموعة أو الكتلة الأقل تأييدًا لوجهة النظر، مع نطاقه في كل مرة (90%). وقد تغيّر بالتأكيد حيث لا يشترك النطاقان في شيء. المجموعات والكتل هي القائمة في كل وقت: ما يُعرض منها لأول مرة أو لا يُعرف عنه إلا القليل قد يجعل أقل تأييد غير مؤكد.
landscape-since-risen = ارتفع بالتأكيد
landscape-since-fallen = انخفض بالتأكيد
landscape-since-gained = جديد في الأرضية المشتركة
landscape-since-lost = لم يعد مؤكدًا أنه أرضية مشتركة
landscape-since-not-comparable = غير قابل للمقارنة: المجموعات أو الكتل المحجوبة غير التي كانت محجوبة حينها
landscape-since-nothing = لا شيء.
landscape-since-not-listed = غير مذكور هنا: { $n }.
landscape-since-all = كل وجهات النظر القابلة للمقارنة
landscape-since-caption = أقل تأييد بين المجموعات والكتل، مع نطاقه (90%)
landscape-since-verdict = ما الذي تغيّر
landscape-since-is-risen = ارتفع بالتأكيد
landscape-since-is-fallen = انخفض بالتأكيد
landscape-since-is-unsure = لا تغيّر مؤكد
landscape-since-is-new = لم يُعرض سابقًا
landscape-since-is-gone = غير معروض الآن
landscape-since-less = { $n ->
    [zero] لا وجهات نظر أخرى.
    [one] وجهة نظر أخرى تغيّرت أقل.
    [two] وجهتا نظر أخريان تغيّرتا أقل.
    [few] { $n } وجهات نظر أخرى تغيّرت أقل.
    [many] { $n } وجهة نظر أخرى تغيّرت أقل.
   *[other] { $n } وجهة نظر أخرى تغيّرت أقل.
}
landscape-since-shown = يُقارن مشهدان منشوران. لا يُعرض شيء لم يعرضاه.
landscape-since-stood = يُحسب الحال السابق من الردود القائمة حينها، مع وجهات النظر والكتل وقرارات الإشراف كما هي اليوم.
landscape-since-withheld = عند إغلاق الحوار أُضيفت إلى بعض وجهات النظر ردود مشاركين يقل عددهم عن { $k }. وما عُرض عنها من قبل لا يوضع بجانبها.
landscape-hall = العرض في القاعة
landscape-method = الطريقة
landscape-method-polis = يوضع المشاركون بتحليل المكونات الرئيسية لردودهم ويُجمعون بطريقة المتوسطات (الطريقة «polis»). التأييد هو (موافق + 1) / (موافق + غير موافق + 2)؛ و«دون رأي» ليس عدم موافقة. والنطاقات فترات ويلسون عند 90%. وتُرتَّب الأرضية المشتركة بحسب الحد الأدنى لأقل تأييد.
landscape-method-indaba = يوضع المشاركون بنموذج لاحتمال أن يوافق كل منهم أو لا يوافق أو يكون دون رأي (نقاط مثالية، الطريقة «indaba»)؛ وحيث لم يردّ أحد لا يُفترض شيء. ولا تُعرض مجموعات الرأي إلا إذا وُجدت ثانيةً عند ترك جزء من المشاركين جانبًا. التأييد هو (موافق + 1) / (موافق + غير موافق + 2)؛ و«دون رأي» ليس عدم موافقة. والنطاقات فترات ويلسون عند 90%. وتُرتَّب الأرضية المشتركة بحسب التأييد من أول الخريطة إلى آخرها. وما يُعلَّم خلافًا أو موقفًا لمجموعة يتجاوز المصادفة (5% على الأكثر من النتائج الخاطئة).
hall-title = القاعة
hall-answered = { $n ->
    [zero] لم يُجب أحد بعد
    [one] مشارك أجاب
    [two] مشاركان أجابا
    [few] مشاركين أجابوا
    [many] مشاركًا أجابوا
   *[other] مشارك أجابوا
}
hall-responses = { $n ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $n } ردود
    [many] { $n } ردًا
   *[other] { $n } رد
}
bloc-role-origin = بلدان المنشأ
bloc-role-transit = بلدان العبور
bloc-role-destination = بلدان المقصد
bloc-kind-state = الدول
bloc-kind-intergovernmental = المنظمات الحكومية الدولية
bloc-kind-city = المدن
bloc-kind-civil_society = المجتمع المدني
bloc-kind-diaspora = منظمات المغتربين والمهاجرين
bloc-kind-employers = أصحاب العمل
bloc-kind-union = نقابات العمال
bloc-kind-academia = الأوساط الأكاديمية
