attached-measure = تدبير
nav-measures = التدابير
nav-landing = مناطق الاتفاق

sphere-economic = الاقتصاد
sphere-social = الشؤون الاجتماعية
sphere-trade = التجارة
sphere-labour = العمل
sphere-cultural = الثقافة
sphere-security = الأمن
sphere-development = التنمية
measures-title = التدابير
measures-lead = إجراءات ممكنة، كل منها تحت السؤال الذي يجيب عنه. يُجاب عنها كما يُجاب عن وجهات النظر؛ وتقول الوفود ما أثرها فيها، وتبحث مناطق الاتفاق عن حزم لا تضر أحدًا.
measures-spheres = المجالات: { $spheres }.
measures-published = { $n ->
    [zero] لا يُظهر أي طرف
    [one] يُظهر طرف واحد
    [two] يُظهر طرفان
    [few] تُظهر { $n } أطراف
    [many] يُظهر { $n } طرفًا
   *[other] يُظهر { $n } طرف
} من أصل { $of } للجميع أثر التدابير فيها.
measures-mine = تدابيركم التي لم تُنشر بعد
measures-none = لم يُقترح أي تدبير بعد.
measure-number = التدبير { $n }
measure-title = { $n } { $title }
measure-assess-title = آثار التدبير { $n }: { $title }
measure-new = اقتراح تدبير
measure-new-lead = إجراء واحد في سطر، كي يستطيع الآخرون قبوله أو رفضه. ويمكن تفصيل مضمونه وكلفته لاحقًا ما لم يقل أحد أثره.
measure-label-title = التدبير في سطر
measure-hint-title = 200 حرف على الأكثر.
measure-label-detail = مضمونه
measure-label-cost = الكلفة
measure-hint-cost = بنقاط الحوار؛ يُترك فارغًا إن لم يُعرف.
measure-cost-of = الكلفة { $cost }
measure-label-source = المصدر
measure-send = اقتراح
measure-keep = حفظ
measure-proposed-by = اقترحه
measure-respond = الإجابة عنه
measure-why = لماذا ليس هذا التدبير؟
measure-assess = أثره فينا
measure-work-out = تفصيله
measure-locked = قال أحدهم أثر هذا التدبير: لا يغيّره الآن سوى الأمانة.
measure-effects = أثره، وفي مَن
measure-effects-lead = من −3 إلى 3. الآثار السرية ليست في هذا الجدول.
measure-effects-caption = الأثر المرجّح مع مداه من الأدنى إلى الأعلى. المخطّط: قد تتغير الإشارة بينهما.
measure-modelled = بحسب نموذج
measure-effects-none = لم يقل أحد علنًا أثر هذا التدبير.
measure-said = { $n ->
    [two] رأيان
    [few] { $n } آراء
    [many] { $n } رأيًا
   *[other] { $n } رأي
}، والفرق { $apart }
measure-reasons = من قال ماذا، مع الأسباب والأدلة ({ $n })
measure-question = اختاروا السؤال الذي يجيب عنه التدبير.
measure-cost = الكلفة عدد صحيح من 0 فصاعدًا، أو تُترك فارغة.
measure-no-party = هذه الصفحة للوفود التي تُحتسب آثارها. والمراقبون ليسوا منها.
measure-done-published = التدبير في الصفحة.
measure-done-pending = التدبير ينتظر المشرفين.
measure-done-draft = التدبير مسودة لدى وفدكم.
measure-done-worked-out = حُفظ.
measure-done-assessed = حُفظت آثاركم.
measure-done-shown = يستطيع الجميع رؤيته الآن.
measure-done-kept = أصبح سريًا الآن.
measure-done-line = وُضع الخط الأحمر.
measure-done-line-gone = سُحب الخط الأحمر.
measure-done-rules = حُفظت القواعد.
measure-done-related = حُفظت العلاقات.
measure-done-entered = حُفظ الأثر.
measure-done-taken-over = أُدرجت آثار النموذج.

effect-origin-own = الطرف نفسه
effect-origin-expert = خبير
effect-origin-literature = الأدبيات
effect-origin-model = نموذج
effect-enter = إدخال أثر من خبير أو من الأدبيات أو من نموذج
effect-enter-hint = هو علني ويبقى مصدره ظاهرًا. ومن دون رقم مرجّح يُسحب ما قاله المصدر نفسه عن هذه الخانة.
effect-label-origin = نوع المصدر
effect-label-said-by = اسم الخبير أو العمل أو النموذج
effect-label-sphere = المجال
effect-label-reason = السبب
effect-label-evidence = رابط الدليل
effect-evidence-link = الدليل
effect-send = حفظ
effect-score = الأثر عدد صحيح من −3 إلى 3، مع رقم مرجّح.
effect-order = لا يتجاوز الأدنى المرجّح، ولا المرجّح الأعلى.
effect-evidence = يبدأ الرابط بـ https:// أو http://.
effect-party = اختاروا وفدًا ليس مراقبًا.
effect-sphere = اختاروا أحد مجالات الحوار.
effect-origin = قولوا من أين يأتي الأثر.
assess-lead = من −3 (أسوأ كثيرًا) إلى +3 (أفضل كثيرًا) من الوضع القائم، من جهتكم. الفارغ يعني: لم يُقيَّم، وتحتسبه النتائج 0. والرقم المرجّح وحده يُعدّ مؤكدًا.
assess-published = يرى الجميع ما تقولونه هنا.
assess-confidential = ما تقولونه هنا سري.
assess-why = السبب والدليل
assess-keep = حفظ
assess-next = حفظ ثم التدبير التالي
assess-overtaken = لم يُحفظ شيء بعد: غيّر وفدكم هذا في الأثناء في { $spheres }. وما أدخلتموه هنا؛ احفظوا مرة أخرى ليحل محله.

figures-title = آثارنا وخطوطنا الحمراء
figures-lead = أثر التدابير في جهتكم بتقديركم، وما لا تستطيع جهتكم قبوله.
figures-published = آثاركم منشورة: يراها الجميع باسمكم.
figures-confidential = آثاركم سرية: تراها الأمانة، ولا تراها الوفود الأخرى إلا في مجاميع على ثلاثة أطراف أخرى على الأقل. وتدخل النتائج المشتركة مع آثار غيركم متى كانت أرقام جديدة لدى هذا العدد من الوفود على الأقل: { $n }.
figures-show = نشر آثارنا
figures-keep = إبقاؤها سرية
figures-far = قُيّم { $n } من { $of } من التدابير.
figures-no-measures = لا تدبير في الصفحة بعد. ومتى وُجدت تدابير تقولون هنا ما أثرها في جهتكم.
grid-title = آثارنا بحسب التدبير والمجال
grid-open = تقييم كل التدابير في صفحة واحدة
grid-lead = ما يفعله كل تدبير بجهتكم في كل مجال، من −3 (أسوأ كثيرًا) إلى +3 (أفضل كثيرًا) من الوضع القائم. «–» يعني: لم يُقيَّم، وتحتسبه النتائج 0. و0 يعني أنه بلا أثر في تقديركم.
grid-lead-range = المدى مكتوب بين قوسين، ويتسع لرقم مرجّح جديد يقع خارجه؛ والرقم بلا مدى يبقى مؤكدًا. و«–» يسحب ما قيل عن الخانة مع سببه ودليله.
grid-questions = إلى السؤال
grid-caption = الأثر المرجّح، ومداه من الأدنى إلى الأعلى بين قوسين.
grid-far = قُيّم { $n } من { $of } من الخانات (تدبير × مجال).
grid-none = لم يُقيَّم
grid-reason = مع السبب
grid-wide = وُسّع المدى
grid-more = حفظ ثم المدى والسبب
grid-save = حفظ الكل
grid-done = { $n ->
    [0] لم يتغير شيء.
    [one] حُفظت خانة واحدة.
    [two] حُفظت خانتان.
    [few] حُفظت { $n } خانات.
    [many] حُفظت { $n } خانة.
   *[other] حُفظت { $n } خانة.
}
grid-widened = { $n ->
    [one] وُسّع المدى في خانة واحدة ليشمل الرقم المرجّح الجديد، وهي معلّمة.
    [two] وُسّع المدى في خانتين ليشمل الرقم المرجّح الجديد، وهما معلّمتان.
    [few] وُسّع المدى في { $n } خانات ليشمل الرقم المرجّح الجديد، وهي معلّمة.
    [many] وُسّع المدى في { $n } خانة ليشمل الرقم المرجّح الجديد، وهي معلّمة.
   *[other] وُسّع المدى في { $n } خانة ليشمل الرقم المرجّح الجديد، وهي معلّمة.
}
grid-refused = { $n ->
    [one] لم يُحفظ شيء بعد: رقم واحد لا يمكن قبوله، والسبب مذكور عنده. وكل ما أدخلتموه ما زال هنا.
    [two] لم يُحفظ شيء بعد: رقمان لا يمكن قبولهما، والسبب مذكور عند كل منهما. وكل ما أدخلتموه ما زال هنا.
    [few] لم يُحفظ شيء بعد: { $n } أرقام لا يمكن قبولها، والسبب مذكور عند كل منها. وكل ما أدخلتموه ما زال هنا.
    [many] لم يُحفظ شيء بعد: { $n } رقمًا لا يمكن قبولها، والسبب مذكور عند كل منها. وكل ما أدخلتموه ما زال هنا.
   *[other] لم يُحفظ شيء بعد: { $n } رقم لا يمكن قبولها، والسبب مذكور عند كل منها. وكل ما أدخلتموه ما زال هنا.
}
grid-gone = لم يعد التدبير أو المجال موجودًا، فلا يمكن حفظ ما يلي:
grid-overtaken = غيّر وفدكم هذا في الأثناء إلى { $now }. احفظوا مرة أخرى ليحل رقمكم محله.
grid-overtaken-none = سحب وفدكم هذا في الأثناء. احفظوا مرة أخرى ليحل رقمكم محله.
lines-title = الخطوط الحمراء
lines-lead = حد أدنى لجهتكم إجمالًا، أو حد أدنى في مجال، أو تدبير لا تستطيعون قبوله.
lines-none = لا خط أحمر.
line-total = إجمالًا { $floor } على الأقل
line-sphere = في مجال { $sphere } ما لا يقل عن { $floor }
line-measure = من دون التدبير { $measure }
line-published = منشور
line-confidential = سري
line-show = نشر
line-keep = إبقاؤه سريًا
line-drop = سحب
line-new = وضع خط أحمر
line-where = أين
line-where-total = إجمالًا
line-where-sphere = في مجال
line-where-measure = من دون تدبير
line-label-floor = الحد الأدنى
line-hint-floor = 0 هو الوضع القائم. ولا حاجة إلى حد أدنى في رفض تدبير.
line-label-publish = نشره
line-set = وضع
line-too-many = هذا أكثر من الخطوط الحمراء المقبولة. اسحبوا واحدًا أولًا.
line-place = قولوا أين يسري الحد: في المجموع، أو في أحد مجالات الحوار، أو من دون تدبير.
line-floor = الحد الأدنى عدد صحيح.

rules-title = المجالات والتسامح والعلاقات
rules-label-spheres = المجالات، واحد في كل سطر
rules-hint-spheres = معروفة بكل اللغات: { $known }. ولا تُحتسب الآثار في مجال لم يعد مدرجًا.
rules-label-tolerance = التسامح
rules-hint-tolerance = مدى هبوط طرف دون الوضع القائم في مجال. و0 هو ما تقوله الورقة نفسها.
rules-label-budget = الميزانية
rules-hint-budget = أقصى كلفة لحزمة؛ يُترك فارغًا إن لم تكن.
rules-spheres = مجال واحد على الأقل، وعلى الأكثر { $most }.
rules-tolerance = التسامح عدد صحيح من 0 إلى { $most }.
relations-title = كيف ترتبط التدابير بعضها ببعض
relations-none = لم تُدخل أي علاقة.
relation-requires = { $first } يحتاج إلى { $measures }
relation-excludes = واحد على الأكثر من { $measures }
relation-at_most = على الأكثر { $k } من { $measures }
relation-synergy = { $measures }: أثرها معًا أكبر
relation-kind = اختاروا نوع العلاقة.
relation-kind-requires = الأول يحتاج إلى الباقي
relation-kind-excludes = واحد منها على الأكثر
relation-kind-at_most = عدد منها على الأكثر
relation-kind-synergy = أثرها معًا أكبر
relation-new = إضافة علاقة
relation-label-kind = النوع
relation-label-measures = أرقام التدابير
relation-hint-measures = مثلًا 3، 7، 12.
relation-label-k = كم على الأكثر
relation-adds = ما يضيفه التآزر
relation-adds-hint = من −3 إلى +3. يمكن ترك الأدنى والأعلى فارغين، فيكون الرقم المرجّح مؤكدًا. والصفوف الفارغة لا تقول شيئًا.
relation-adds-more = صفوف أخرى للأثر المشترك
relation-twice = هذا الطرف وهذا المجال مذكوران في صف آخر.
relation-send = إضافة
relation-drop = إزالة
relation-measures = اذكروا تدبيرين على الأقل من الصفحة بأرقامهما.
relation-k = قولوا كم منها على الأكثر.
relation-added = قولوا لمن، وفي أي مجال، وكم من −3 إلى 3.
relation-contradiction = هذا يناقض علاقة موجودة. ولم يتغير شيء.

ledger-for = دفترنا للحزمة التي بدأ منها هذا القرار
ledger-title = دفترنا
ledger-lead = ما تكسبه جهتكم وما تعطيه في حزمة، تدبيرًا تدبيرًا، بحسب ما تقولونه الآن وما هو علني.
ledger-send = عرض
ledger-sums = بحسب المجال
ledger-entries = تدبيرًا تدبيرًا
ledger-none = لا أثر فيكم لأي تدبير في هذه الحزمة.
ledger-no-package = لا حزمة بعد: لم توجد منطقة اتفاق، ولم تُحفظ أي حزمة.
ledger-breaks = هذه الحزمة تتجاوز خطوطكم الحمراء
summary-part-measure = التدابير
summary-measures = { $n ->
    [one] اقتُرح تدبير واحد تحت هذا السؤال.
    [two] اقتُرح تدبيران تحت هذا السؤال.
    [few] اقتُرحت { $n } تدابير تحت هذا السؤال.
    [many] اقتُرح { $n } تدبيرًا تحت هذا السؤال.
   *[other] اقتُرح { $n } تدبير تحت هذا السؤال.
}
summary-package = { $n ->
    [zero] حزمة العمل لا تضم أيًا منها
    [one] حزمة العمل تضم واحدًا منها
    [two] حزمة العمل تضم اثنين منها
   *[other] حزمة العمل تضم منها { $n }
}: { $state }.
summary-package-none = لم يُعرض قرار على الوفود
summary-package-called = طُلب التوافق
summary-package-objected = يعترض وفد
summary-package-silent = إجراء عدم الاعتراض جارٍ
summary-package-broken = كسر اعتراضٌ الصمت
summary-package-polling = استطلاع استرشادي مفتوح
summary-package-polled = جرى استطلاع استرشادي
summary-package-adopted = اعتُمدت دون اعتراض
summary-package-dropped = لم تُتابع
summary-source-measure = تدبير تحت السؤال { $ref }
summary-source-package = الحزمة المحفوظة { $n }
summary-gone-measure = لم يعد في الصفحة
attached-package = حزمة العمل
package-has = { $n ->
    [one] تضم تدبيرًا واحدًا من هذا السؤال
    [two] تضم تدبيرين من هذا السؤال
    [few] تضم { $n } تدابير من هذا السؤال
    [many] تضم { $n } تدبيرًا من هذا السؤال
   *[other] تضم { $n } تدبير من هذا السؤال
}
