# الممارسات: خبرات موثّقة مع أدلتها ومراجعتها.
nav-practices = الممارسات
attached-practice = ممارسة
attached-estimate = تقدير
object-practice = ممارسة
decided-release = أُعفي مراجع
decided-revise = أُعيدت
decided-decline = لم تُقبل
practice-comma = { "، " }
practices-title = الممارسات
practices-lead = خبرات مع أدلتها: ما الذي جرى، ولمن، وبأي نتيجة، وما الذي لم ينجح. كل واحدة نظر فيها مراجعون قبل نشرها.
practices-waiting = { $n ->
    [one] ممارسة واحدة لدى مراجعيها
    [two] ممارستان لدى مراجعيهما
    [few] { $n } ممارسات لدى مراجعيها
   *[other] { $n } ممارسة لدى مراجعيها
}
practices-csv = تنزيل بصيغة CSV
practices-json = بصيغة JSON
practices-find = بحث
practices-words = كلمات
practices-narrow = حسب الموضوع والبلد والأدلة واللغة
practices-workshop = الموضوع (ورشة العمل)
practices-question = السؤال
practices-country = البلد أو المنطقة
practices-grade = الأدلة
practices-state = الحالة
practices-any = الكل
practices-all = عرض الكل
practices-count = { $n ->
    [zero] لا ممارسات
    [one] ممارسة واحدة
    [two] ممارستان
    [few] { $n } ممارسات
    [many] { $n } ممارسة
   *[other] { $n } ممارسة
}
practices-from-to = الممارسات من { $first } إلى { $last }
practices-found = نتيجة البحث
practices-none = لا ممارسة تطابق ذلك. احذف شرطاً أو جرّب كلمات أخرى.
practice-title = الممارسة { $n }
practice-new = تقديم ممارسة
practice-edit = تعديل
practice-edit-title = تعديل الممارسة { $n }
practice-back = العودة إلى الممارسة
practice-by = مقدَّمة من { $author }
practice-published-on = نُشرت في { $date }
practice-unpublished = غير منشورة
practice-version = الإصدار { $n }
practice-source = { $countries }؛ الأدلة { $grade }
practice-state-draft = مسودة
practice-state-review = لدى مراجعيها
practice-state-returned = أُعيدت للتعديل
practice-state-published = منشورة
practice-state-declined = لم تُقبل
practice-state-withdrawn = مسحوبة
practice-newer-draft = أنت تعمل على إصدار جديد. الآخرون يرون الإصدار المنشور.
practice-newer-review = إصدار جديد لدى مراجعيه. الآخرون يرون الإصدار المنشور.
practice-newer-returned = أُعيد الإصدار الجديد للتعديل. الآخرون يرون الإصدار المنشور.
practice-newer-declined = لم يُقبل الإصدار الجديد. يبقى الإصدار المنشور.
practice-newer-withdrawn = سُحبت.
practice-newer-published = نُشرت.
practice-done-submitted = قُدّمت. تطلب الأمانة من مراجعين النظر فيها، وسترى هنا ما ينصحون به.
practice-done-withdrawn = سُحبت، ولم يعد الرد عليها ممكناً.
practice-grade-A = A: مقارنة بمجموعة بلا هذه الممارسة، من جهة مستقلة
practice-grade-B = B: قياس قبل وبعد، من جهة مستقلة
practice-grade-C = C: أرقام الممارسة نفسها
practice-grade-D = D: روايات المعنيين بها
practice-grade-short = الأدلة { $grade }
practice-under = تساعد على الإجابة عن
practice-respond = في صفحة السؤال يمكنك أن تقول هل ينجح هذا عندكم: موافق، أو تجاوز، أو غير موافق.
practice-carries = اقرأ الممارسة { $n } قبل أن تجيب
practice-withdraw = سحب هذه الممارسة
practice-withdraw-lead = تُرفع من الصفحة، ومعها ما يُردّ عليه. أما الردود فتبقى في المحفوظات.
practice-advice = بماذا ينصح المراجعون
practice-part-subject = موضوعها
practice-part-time = منذ متى
practice-part-why = لماذا
practice-part-action = ما الذي يُعمل
practice-part-results = النتائج
practice-part-lessons = ما يجب معرفته قبل تطبيقها في مكان آخر
practice-part-contact = من يُسأل
practice-field-title = العنوان
practice-field-lang = لغة هذا النص
practice-field-countries = البلدان أو المناطق
practice-field-level = المستوى
practice-field-workshop = الموضوع (ورشة العمل)
practice-field-questions = الأسئلة التي تساعد على الإجابة عنها
practice-field-paragraphs = فقرات الوثيقة
practice-paragraphs-are = فقرات الوثيقة:
practice-field-objectives = أهداف الاتفاق العالمي من أجل الهجرة
practice-field-begun = البداية
practice-field-ended = النهاية
practice-field-status = الوضع
practice-field-young = لماذا تستحق أن تُروى قبل مضي سنة
practice-field-problem = المشكلة
practice-field-assumption = الافتراض
practice-field-action = ما الذي يُعمل
practice-field-sides = من أي جانب
practice-field-target = لمن
practice-field-reach = كم تبلغ
practice-field-cost = التكلفة
practice-field-funder = من يدفع
practice-field-result_indicator = المؤشر
practice-field-result_baseline = قبل
practice-field-result_value = النتيجة
practice-field-result_method = كيف قيست
practice-field-result_grade = الأدلة
practice-field-side_effects = الآثار الجانبية والإخفاقات
practice-field-conditions = شروط تطبيقها في مكان آخر
practice-field-rights = فحص الحقوق
practice-field-evaluation = التقييم
practice-field-contact = جهة الاتصال
practice-field-languages = لغات يمكن السؤال بها
practice-hint-begun = السنة، أو السنة والشهر: ‎2019 أو ‎2019-04.
practice-hint-ended = يُترك فارغاً ما دامت جارية.
practice-hint-young = فقط لممارسة مضى عليها أقل من سنة.
practice-hint-assumption = لماذا يُنتظر أن تنجح.
practice-hint-reach = عدد، وخلال أي مدة.
practice-hint-cost = في السنة مع ذكر العملة، أو لكل شخص.
practice-hint-side_effects = ما كلّفته الآخرين، وما لم ينجح، وما أُوقف. من هذا يتعلم الآخرون أكثر.
practice-hint-conditions = ما يجب أن يتوفر أولاً: قوانين ومؤسسات ومال وثقة.
practice-hint-rights = حقوق من تمسّ، وهل هي طوعية، وكيف تُقدَّم الشكوى؟
practice-hint-evaluation = من قيّمها ومتى وأين يُقرأ ذلك.
practice-hint-contact = مكتب لا شخص. يظهر للوفود والأمانة فقط، ولا يرد في أي ملف منشور.
practice-hint-result_method = من أي بيانات، ومن قام بذلك.
practice-hint-result_grade = ينظر فيها المراجعون ويعطون الدرجة التي تُعرض.
practice-level-local = محلي
practice-level-regional = إقليمي
practice-level-national = وطني
practice-level-international = دولي
practice-status-running = جارية
practice-status-ended = منتهية
practice-status-paused = متوقفة
practice-sides-newcomers = القادمون الجدد
practice-sides-host = المجتمع المضيف
practice-sides-origin = بلد المنشأ
practice-result_grade-A = A: مقارنة بمجموعة أخرى، مستقلة
practice-result_grade-B = B: قبل وبعد، مستقلة
practice-result_grade-C = C: أرقام ذاتية
practice-result_grade-D = D: روايات
practice-objectives-1 = 1 البيانات
practice-objectives-2 = 2 الدوافع
practice-objectives-3 = 3 المعلومات
practice-objectives-4 = 4 الهوية القانونية والوثائق
practice-objectives-5 = 5 المسارات النظامية
practice-objectives-6 = 6 التوظيف العادل والعمل اللائق
practice-objectives-7 = 7 أوجه الضعف
practice-objectives-8 = 8 إنقاذ الأرواح
practice-objectives-9 = 9 تهريب المهاجرين
practice-objectives-10 = 10 الاتجار بالأشخاص
practice-objectives-11 = 11 الحدود
practice-objectives-12 = 12 الفرز والإحالة
practice-objectives-13 = 13 بدائل الاحتجاز
practice-objectives-14 = 14 الحماية القنصلية
practice-objectives-15 = 15 الخدمات الأساسية
practice-objectives-16 = 16 الإدماج والتماسك الاجتماعي
practice-objectives-17 = 17 التمييز والخطاب العام
practice-objectives-18 = 18 المهارات والاعتراف بها
practice-objectives-19 = 19 المغتربون والتنمية
practice-objectives-20 = 20 التحويلات
practice-objectives-21 = 21 العودة وإعادة الإدماج
practice-objectives-22 = 22 نقل استحقاقات الضمان الاجتماعي
practice-objectives-23 = 23 التعاون الدولي
practice-form-lead = العنوان وحده لازم لحفظ مسودة. تُحفظ أثناء الكتابة أو بزر «حفظ»، ويمكنك الخروج والعودة. وما ينقص قبل التقديم مذكور في آخر الصفحة.
practice-needed-mark = (لازم للتقديم)
practice-choose = اختر
practice-country-n = البلد أو المنطقة { $n }
practice-no-country = لا شيء
practice-save = حفظ
practice-saved = حُفظت { $time }
practice-not-saved = لم تُحفظ
practice-submit = تقديم للمراجعة
practice-delegation = نيابة عن
practice-no-delegation = الأمانة نفسها
practice-attribution-hint = قد يدل بلد أو برنامج مذكور في النص على من قدّمه، أياً كان اختيارك هنا.
practice-complete = لا ينقص شيء. يمكنك تقديمها.
practice-missing = { $n ->
    [one] ينقص أمر واحد قبل التقديم
    [two] ينقص أمران قبل التقديم
    [few] تنقص { $n } أمور قبل التقديم
   *[other] ينقص { $n } أمراً قبل التقديم
}
practice-needed = فارغ
practice-needed-ended = انتهت: اذكر متى
practice-needed-young = دامت أقل من سنة: اذكر لماذا تستحق أن تُروى
practice-needs-title = لم يُحفظ شيء: أعطها عنواناً أولاً.
practice-wrong = لم يُحفظ شيء: هناك حقل لا يقبل ما كُتب فيه، وهو مُشار إليه أدناه.
practice-wrong-word = «{ $found }» ليست من هذه: { $allowed }.
practice-wrong-long = فيه { $found } حرفاً، والمسموح { $allowed }.
practice-wrong-country = «{ $found }» ليس رمز بلد أو منطقة (UN M49).
practice-wrong-paragraph = ليس في الوثيقة فقرة { $found }.
practice-wrong-month = «{ $found }» ليس سنة ولا شهراً: اكتب ‎2019 أو ‎2019-04.
practice-overtaken = عدّلها شخص آخر من جهتكم في هذه الأثناء، فلم يُحفظ هذا. ما كتبته موجود أدناه: افتح الصفحة من جديد بجانبها واجمع بين النصين.
practice-incomplete = حُفظت مسودة ولم تُقدَّم: ما زال شيء ينقص.
practice-adviser = ما يكتبه المستشار يُحفظ مسودة، ويقدّمه مندوب أو رئيس الوفد.
practice-not-editable = هي لدى مراجعيها أو سُحبت، ولا يمكن تعديلها الآن.
practice-versions = الإصدارات
practice-versions-title = إصدارات الممارسة { $n }
practice-from = من
practice-to = إلى
practice-compare = مقارنة
practice-changes = ما تغيّر منذ الإصدار السابق
practice-no-changes = لا فرق.
practice-desk = المراجعة
practice-desk-title = مراجعة الممارسة { $n }
practice-reviewers = المراجعون
practice-reviewer-sealed = المفتاح الذي يختم هوية هذا المراجع ليس على هذا الخادم
practice-no-reviewers = لم يُطلب من أحد بعد.
practice-reviewer-internal = مراجع داخلي
practice-reviewer-external = مراجع خارجي
practice-extra = مراجع إضافي
practice-reviewed = المراجعون: داخلي { $internal }، خارجي { $external }
practice-standing-needs = يبقى أن يُطلب من: داخلي { $internal }، خارجي { $external }. المراجع الذي لديه تضارب مصالح لا يُحسب.
practice-standing-waiting = وصل { $n } من { $of } آراء.
practice-standing-disagree = المراجعون مختلفون. اطلب من مراجع آخر.
practice-standing-reached = ينصح المراجعون: { $verdict }؛ الأدلة { $grade }.
practice-verdict-publish = النشر
practice-verdict-revise = الإعادة للتعديل
practice-verdict-decline = عدم القبول
practice-decide-publish = النشر، كما نُصح
practice-decide-revise = الإعادة، كما نُصح
practice-decide-decline = عدم القبول، كما نُصح
practice-as-advised = كما نصح المراجعون
practice-nothing-reached = لم يُقرَّر شيء: لم يصل المراجعون إلى رأي بعد.
practice-not-in-review = ليست لدى مراجعين الآن.
practice-ask = الطلب من مراجع
practice-ask-lead = مراجع داخلي واحد ومراجعان خارجيان على الأقل. لكل منهم رابط خاص، ولا حاجة إلى حساب.
practice-ask-kind = موقعه
practice-ask-name = الاسم (تراه الأمانة فقط)
practice-ask-organisation = المنظمة
practice-ask-send = الطلب وعرض الرابط
practice-reviewer-twice = سبق أن طُلب من هذا الشخص.
practice-link = سلّم هذا الرابط إلى المراجع. يُعرض مرة واحدة.
practice-released = أُعفي من المراجعة ولم يعد رأيه منتظرًا
practice-release = إعفاء
practice-new-link = رابط جديد
practice-not-awaited = أبدى هذا المراجع رأيه، أو أن رأيه غير منتظر. لم يتغير شيء.
practice-release-reason = أُعفي مراجع لم يُبدِ رأيه.
practice-released-you = لم تعد الأمانة تنتظر رأيك في هذه الممارسة. لم يُحفظ شيء؛ شكرًا على وقتك.
practice-undeclared = لم يقل بعد هل لديه تضارب مصالح
practice-conflict-none = لا تضارب مصالح
practice-conflicted = تضارب مصالح: لا يُحسب
practice-at-once = من دون مراجعين
practice-at-once-lead = لما هو خارج الموضوع أو ناقص بوضوح. يُحفظ السبب في المحفوظات.
practice-at-once-reason = السبب
practice-send-back = إعادة
practice-decline = عدم القبول
practice-review-title = مراجعة ممارسة
practice-review-lead = طُلب منك رأيك. اسمك تراه الأمانة فقط، وما تكتبه يُعرض على صاحب الممارسة من دونه.
practice-review-kept = حُفظ. يمكنك تغييره ما دامت المراجعة جارية.
practice-conflict-title = أولاً: تضارب المصالح
practice-conflict-lead = لديك تضارب إذا شاركت في هذه الممارسة، أو تدفع لها، أو تتقاضى منها، أو تنافسها، أو كنت من الوفد الذي قدّمها.
practice-conflict-ask = هل لديك تضارب مصالح؟
practice-conflict-no = لا
practice-conflict-yes = نعم، ولا يُحسب رأيي
practice-conflict-what = إذا نعم: ما هو
practice-conflict-send = إعلان
practice-conflict-choose = اختر نعم أو لا. لم يُحفظ شيء.
practice-conflict-detail = اذكر ما هو التضارب. لم يُحفظ شيء.
practice-conflict-first = لم يُحفظ شيء: أعلن أولاً أنه ليس لديك تضارب مصالح.
practice-verdict-title = ثم: رأيك
practice-verdict-ask = بماذا تنصح؟
practice-verdict-choose = اختر ما تنصح به. ما كتبته موجود أدناه ولم يُحفظ بعد.
practice-grade-ask = ما قوة الأدلة؟
practice-grade-choose = اختر درجة للأدلة. ما كتبته موجود أدناه ولم يُحفظ بعد.
practice-reasons = الأسباب
practice-reasons-needed = اذكر أسبابك. لم يُحفظ شيء.
practice-verdict-send = إعطاء الرأي
practice-file-many = في الملف ممارسات أكثر مما يُؤخذ مرة واحدة ({ $allowed }).
practice-file-nothing = لا ممارسة في الملف.
practice-file-json = الملف ليس JSON: { $found }
practice-file-list = يحتاج الملف إلى قائمة ممارسات.
practice-file-object = هذا المدخل ليس ممارسة.
practice-file-grade = الممارسة المنشورة تحتاج إلى درجة لأدلتها.
practice-file-reviewed = الممارسة المنشورة يجب أن تذكر كيف روجعت.
# التقديرات
estimates-link = التقديرات
estimates-title = تقديرات على السؤال { $ref }
estimates-lead = بعض الأسئلة يطلب رقماً. أعطِ أفضل تقدير لديك مع الأدنى والأعلى مما تراه ممكناً. ما قاله الآخرون يظهر بعد أن تجيب، ثم يمكنك أن تجيب من جديد.
estimates-none = لا رقم مطلوب هنا.
estimate-source = رقم بوحدة { $unit }، تطلبه الأمانة
estimate-from-to = من { $least } إلى { $most } { $unit }
estimate-value = { $n } { $unit }
estimate-answer = إجابتك
estimate-answer-again = إجابتك الآن؛ ويمكنك أن تجيب من جديد
estimate-lowest = الأدنى
estimate-best = أفضل تقدير
estimate-highest = الأعلى
estimate-reason = لماذا
estimate-reason-hint = يظهر لمن أجابوا، من دون ذكر صاحبه.
estimate-send = أجب
estimate-withdraw = سحب إجابتي
estimate-after = ما قاله الآخرون يظهر هنا بعد أن تجيب.
estimate-done-answered = حُفظت إجابتك.
estimate-done-withdrawn = سُحبت إجابتك.
estimate-done-put = الرقم مطلوب الآن.
estimate-done-state = تم.
estimate-all = الجميع الآن
estimate-first = الإجابات الأولى
estimate-picture = المستطيل: النصف الأوسط من أفضل التقديرات، والخط العريض عند الوسيط. الخط: من وسط الأدنى إلى وسط الأعلى.
estimate-table = توزّع الإجابات
estimate-caption = بوحدة { $unit }
estimate-answers = الإجابات
estimate-low = الأدنى
estimate-q1 = الربع الأول
estimate-median = الوسيط
estimate-q3 = الربع الأخير
estimate-high = الأعلى
estimate-columns = أفضل التقديرات
estimate-between = بين
estimate-hidden = لا يُعرض شيء عن أقل من { $limit } مشاركين، ولا ما يمكن حسابه منه.
estimate-reasons = { $n ->
    [one] سبب واحد
    [two] سببان
    [few] { $n } أسباب
   *[other] { $n } سبباً
}
estimate-few = لا يُعرض شيء بعد: يلزم أن يجيب { $limit } من المشاركين على الأقل.
estimate-renewed = تُجدَّد هذه الأرقام عندما يجيب ما لا يقل عن { $limit } من المشاركين الآخرين أو يغيّرون إجاباتهم، وعندما لا تُقبل إجابات أخرى. أما إجابتك فتُحفظ فورًا.
estimate-middle = أجاب { $n ->
    [one] مشارك واحد
    [two] مشاركان
    [few] { $n } مشاركين
   *[other] { $n } مشاركاً
}: نصفهم بين { $low } و{ $high } { $unit }، والوسيط { $median } { $unit }.
estimate-two-camps = معسكران: لا وسط
estimate-camps = تنقسم الإجابات إلى معسكرين: { $below } حول { $low } { $unit }، و{ $above } حول { $high } { $unit }. لا قيمة وسطى تمثل الاثنين.
estimate-closer = تقاربت الإجابات: كان عرض النصف الأوسط { $first } في البداية، وهو الآن { $now } { $unit }.
estimate-same = لم تتقارب الإجابات ولم تتباعد: عرض النصف الأوسط { $now } { $unit } كما في البداية.
estimate-wider = تباعدت الإجابات: كان عرض النصف الأوسط { $first } في البداية، وهو الآن { $now } { $unit }.
estimate-again = { $n ->
    [one] أجاب مشارك واحد من جديد.
    [two] أجاب مشاركان من جديد.
    [few] أجاب { $n } مشاركين من جديد.
   *[other] أجاب { $n } مشاركاً من جديد.
}
estimate-closed-short = مغلق
estimate-closed = لم يعد يقبل إجابات.
estimate-close = إغلاق
estimate-open = إعادة فتح
estimate-put = طلب رقم
estimate-put-text = ما المطلوب
estimate-put-unit = الوحدة
estimate-put-least = أصغر رقم مقبول
estimate-put-most = أكبر رقم مقبول
estimate-put-send = طلب
estimate-range = يجب أن يكون أكبر رقم فوق أصغر رقم. لم يُحفظ شيء.
estimate-number = هناك رقم ناقص أو غير مقروء. لم يُحفظ شيء؛ اكتب 4 أو 4.5.
estimate-order = الأرقام الثلاثة من الأدنى إلى الأفضل إلى الأعلى، بين { $least } و{ $most }. لم يُحفظ شيء.
# الموجز
summary-part-practice = الممارسات
summary-part-estimate = التقديرات
summary-practices = { $n ->
    [one] تندرج ممارسة مراجَعة واحدة
    [two] تندرج ممارستان مراجَعتان
    [few] تندرج { $n } ممارسات مراجَعة
   *[other] تندرج { $n } ممارسة مراجَعة
} تحت هذا السؤال.
summary-practice = نُشرت الممارسة { $n } ({ $countries }؛ الأدلة { $grade }) بعد المراجعة. { $told ->
    [yes] { $agree } من { $sides } ممن اتخذوا موقفاً يقولون إنها تنجح عندهم (نطاق 90 %: من { $low } إلى { $high }).
   *[no] من ردّوا أقل من أن يُقال إلى أي مدى تنجح في أماكن أخرى.
}
summary-source-practice = ممارسة على السؤال { $ref }
summary-source-estimate = تقدير على السؤال { $ref }
summary-gone-practice = [لم تعد منشورة]
summary-gone-estimate = [لم يعد مطلوباً]
# بياناتي
me-practices = { $n ->
    [one] ممارسة واحدة
    [two] ممارستان
    [few] { $n } ممارسات
   *[other] { $n } ممارسة
}
me-estimates = { $n ->
    [one] إجابة واحدة عن تقدير
    [two] إجابتان عن تقديرات
    [few] { $n } إجابات عن تقديرات
   *[other] { $n } إجابة عن تقديرات
}
