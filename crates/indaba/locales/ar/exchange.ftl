attached-need = احتياج
nav-exchange = تبادل الخبرات
list-comma = {"، "}
list-semicolon = {"؛ "}
yes = نعم
no = لا
role-expert = مقدّم خبرة
role-host = مؤسسة مضيفة
role-focal_point = جهة تنسيق
role-broker = وسيط
exchange-title = تبادل الخبرات
exchange-lead = تقول المؤسسة ما تحتاج إليه، ويعرضه شخص تربطه صلات بالبلد، ويعرّف الوسيط كلًّا منهما بالآخر، ثم يقرر كل طرف بنفسه.
exchange-way-1 = الاحتياج أولًا: ما المطلوب عمله، وكم يدوم، ومع من، وما الذي ينبغي أن يبقى بعده.
exchange-way-2 = تظهر العروض باسم مستعار. ولا يرى أحد اسمًا قبل أن يقول الطرفان نعم.
exchange-way-3 = يقترح الوسيط تعريفًا بين الطرفين ويبيّن سبب ملاءمة كل منهما للآخر. والرفض لا يُبلَّغ به أحد.
exchange-way-4 = بعد 3 أشهر و6 أشهر و12 شهرًا تقول الجهة المضيفة ما الذي يُستعمل وما الذي تعلّمه النظير.
exchange-offer = عرض خبرة
exchange-need = نشر احتياج
exchange-institution = هل تحتاج مؤسستكم إلى شخص؟ اطلبوا من أمانة الحوار رابطًا تنشرون به الاحتياج.
exchange-institution-ask = هل تحتاج مؤسستكم إلى شخص؟ اطلبوا من الأمانة رابطًا تنشرون به الاحتياج: { $contact }
exchange-mine = ما يخصني في تبادل الخبرات
exchange-needs = الاحتياجات المفتوحة
exchange-no-needs = لا يوجد احتياج مفتوح حاليًا.
exchange-all-countries = كل البلدان
exchange-offers = { $n ->
    [zero] لا عروض متاحة للجميع.
    [one] عرض واحد متاح للجميع.
    [two] عرضان متاحان للجميع.
    [few] { $n } عروض متاحة للجميع.
    [many] { $n } عرضًا متاحًا للجميع.
   *[other] { $n } عرض متاح للجميع.
}
exchange-few-offers = عدد قليل من العروض متاح للجميع.
exchange-offers-unseen = لا تُحسب العروض الأخرى هنا: فمن يقدّم عرضًا يقرر أي البلدان يجب ألا تراه أبدًا.
exchange-account-title = حساب لعرض الخبرة
exchange-account-lead = يلزمكم اسم دخول وكلمة سر، دون عنوان بريد إلكتروني أو رقم هاتف. أما هويتكم فتُطلب لاحقًا، وتُحفظ مختومة، ولا تُعرض على أحد قبل أن تقولوا أنتم والجهة المضيفة نعم.
exchange-account-name-hint = اختاروا اسمًا لا يدل على هويتكم.
exchange-account-password-hint = 12 حرفًا على الأقل. لا يستطيع أحد أن يرسل إليكم كلمة جديدة: فاحفظوها جيدًا.
exchange-account-make = إنشاء الحساب
exchange-account-have = لديّ حساب
need-title = المطلوب، في سطر واحد
need-what = العمل
need-terms = الاختصاصات
need-people = عدد الأشخاص المطلوبين
need-counterpart = من يعمل مع الخبير ويتعلم منه
need-remains = ما ينبغي أن يبقى بعد ذلك
need-support = الدعم المقدَّم
need-host = المؤسسة
need-country = البلد
need-host-kind = نوع المؤسسة
need-weeks = حجم العمل
need-work = { $weeks ->
    [zero] أقل من أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $weeks } أسابيع
    [many] { $weeks } أسبوعًا
   *[other] { $weeks } أسبوع
}، { $hours ->
    [zero] أقل من ساعة في الأسبوع
    [one] ساعة واحدة في الأسبوع
    [two] ساعتان في الأسبوع
    [few] { $hours } ساعات في الأسبوع
    [many] { $hours } ساعة في الأسبوع
   *[other] { $hours } ساعة في الأسبوع
}
need-endorsed = الجهة المزكّية
need-question = في صفحة السؤال
need-months = عدد الأشهر التي يظهر فيها
need-shown = موضع ظهوره
need-form-title = احتياج
need-form-lead = انطلقوا مما تحتاج إليه المؤسسة، لا ممن قد يأتي. النص والرموز متاحة للعموم؛ أما اسم المؤسسة وأسماء العاملين فيها فلا.
need-licence = ترخيص مزاولة المهنة المطلوب
need-send = نشر الاحتياج
need-keep-draft = حفظ كمسودة
need-draft-hint = لا تحتاج المسودة إلا إلى عنوان. ولا تُعرض على أحد قبل أن تنشروها.
need-edit = تغيير
need-edit-hint = إذا غيّرتم العمل أو المكان أو المؤسسة، تنتهي التعريفات التي وافق فيها صاحب العرض؛ ويمكن للوسيط اقتراحها من جديد.
need-withdraw = سحب
need-withdraw-ask = سحب …
need-withdraw-lead = لا يُعرض بعد ذلك على أحد، وتنتهي التعريفات التي تنتظر ردًّا.
need-endorse = تزكية هذه المؤسسة
need-endorse-end = إنهاء تزكية هذه المؤسسة
need-host-hidden = يُذكر اسم المؤسسة بعد أن يقول الطرفان نعم، أو قبل ذلك إذا رأى وسيطها أن ذكره مفيد.
need-met = لُبّي: انتهى العمل
need-outcome = { $n ->
    [one] ذكرت الجهة المضيفة كيف سارت مهمة واحدة.
    [two] ذكرت الجهة المضيفة كيف سارت مهمتان.
    [few] ذكرت الجهة المضيفة كيف سارت { $n } مهام.
   *[other] ذكرت الجهة المضيفة كيف سارت { $n } مهمة.
} { $used ->
    [0] وما أُنجز غير مستعمل.
   *[other] وما أُنجز مستعمل في { $used } من { $n }.
}
need-expired = لم يعد ظاهرًا
need-found = عُثر على جميع المطلوبين
need-open-for = مفتوح، والمدة المتبقية: { $time }
need-state-draft = مسودة
need-state-withdrawn = مسحوب
need-state-erased = ممحو
host-health = مستشفى أو خدمة صحية
host-education = مدرسة أو جامعة أو مركز تدريب
host-public_service = وزارة أو هيئة أو بلدية
host-research = مختبر أو معهد بحوث
host-association = جمعية أو مؤسسة غير ربحية
host-enterprise = منشأة أعمال
offer-form-title = عرض خبرة
offer-form-lead = قولوا ما تستطيعون عمله ومتى. يظهر ذلك في بطاقة مجهولة الهوية باسم مستعار للوسيط، ولجهات التنسيق في البلدان التي تربطكم بها صلات.
offer-protection = كيف تُكفل حمايتكم
offer-protection-1 = يُختم اسمكم وبيانات الاتصال بكم وإثباتاتكم بمفتاح محفوظ خارج قاعدة البيانات.
offer-protection-2 = إذا فُقد المفتاح فُقدت معه الأسماء وبيانات الاتصال، ولا شيء غيرها: وستُطلب منكم من جديد.
offer-protection-3 = البلدان التي تسمّونها لا ترى شيئًا من عرضكم: لا صفحة ولا رقمًا ولا نتيجة بحث.
offer-protection-4 = لا يُعرض شيء قبل أن يقول الطرفان نعم. وكلما عُرض شيء يخصكم أمكنكم أن تقرؤوا على من عُرض ومتى.
offer-protection-5 = يمكنكم في أي وقت إيقاف عرضكم مؤقتًا أو تغييره أو سحبه أو محوه، ويمكنكم سحب موافقة سابقة.
offer-where = أين، وكم
offer-who = من أنتم
offer-residence = مكان إقامتكم
offer-residence-hint = منطقة، لا مدينة.
offer-ties = البلدان التي تربطكم بها صلات
offer-hidden = البلدان التي يجب ألا تراه أبدًا
offer-hidden-hint = لا ترى سلطاتها ومؤسساتها ووفودها شيئًا من عرضكم، ولا يقال لها أبدًا إن هناك شيئًا.
offer-capacity = عدد المهام في وقت واحد
card-residence = محل الإقامة
card-ties = صلات ببلدان
card-hidden = محجوب عن
card-hidden-nobody = لا بلد
card-will-not = ما لا يُقبل القيام به
offer-hours = الوقت
offer-work = { $hours ->
    [zero] أقل من ساعة في الأسبوع
    [one] ساعة واحدة في الأسبوع
    [two] ساعتان في الأسبوع
    [few] { $hours } ساعات في الأسبوع
    [many] { $hours } ساعة في الأسبوع
   *[other] { $hours } ساعة في الأسبوع
}
offer-will-not = ما لن تقوموا به
offer-will-not-hint = يظهر في البطاقة: لا تكتبوا ما يدل على هويتكم.
offer-licence = ترخيص مزاولة المهنة الذي تحملونه
offer-understood = قرأتُ كيف تُكفل حمايتي، وما يحدث إذا فُقد المفتاح.
offer-send = حفظ العرض
offer-edit = تغيير
offer-renew = تجديد لسنة
offer-rest = إيقاف مؤقت
offer-rest-ask = إيقاف مؤقت …
offer-rest-lead = لا يُعرض على أحد حتى تستأنفوه، وتنتهي التعريفات التي تنتظر ردًّا.
offer-go-on = استئناف
offer-withdraw = سحب
offer-withdraw-ask = سحب …
offer-withdraw-lead = لا يُعرض بعد ذلك على أحد، وتنتهي التعريفات التي تنتظر ردًّا.
offer-renew-soon = عروضكم التي لن تظهر بعد الآن ما لم تُجدَّد خلال 30 يومًا: { $n }
offer-expired = لم يُجدَّد: لا يظهر
offer-full = مشغول بالكامل
offer-renew-in = المدة المتبقية للتجديد: { $time }
offer-state-paused = موقوف مؤقتًا
offer-state-withdrawn = مسحوب
offer-state-erased = ممحو
offer-state-abroad = وارد من خادم شريك
behalf-enter = إدخال عرض نيابةً عن شخص
behalf-title = عرض باسم شخص آخر
behalf-lead = لمن يطلبون منكم كتابته نيابةً عنهم. لا يُعرض منه شيء ولا يُطابَق قبل أن يؤكده صاحبه عبر رابط تتسلمونه له.
behalf-understood = طلب مني هذا الشخص إدخال العرض وهو يعلم ما فيه.
trouble-behalf = يرجى إدخال عرض لمن طلبه فقط، ووضع علامة هنا.
behalf-done-title = سلّموا هذا الرابط إلى صاحبه
behalf-done = من يملك الرابط يقرأ العرض وبيانات الاتصال، فلا تسلّموه إلا إلى هذا الشخص. يظهر مرة واحدة ويصلح 30 يومًا، ثم يُحذف العرض الذي لم يُؤكَّد.
behalf-focal_point = جهة تنسيق
behalf-broker = وسيط
behalf-secretariat = الأمانة
card-entered = أدخله
card-entered-confirmed = { $by }، وأكّده صاحبه
card-entered-open = { $by }، ولم يُؤكَّد بعد
confirm-title = عرض باسمكم
confirm-lead = أُدخل نيابةً عنكم، والمُدخِل: { $by }. لم يُعرض منه شيء على أحد. بعد تأكيدكم يدخل في المطابقة ويصبح ملككم: يمكنكم تعديله وإيقافه وسحبه.
confirm-account = للاحتفاظ به اختاروا اسمًا للدخول وكلمة مرور.
confirm-yes = تأكيد هذا العرض
confirm-no = لا أريده: حذفه
confirm-refused = حُذف العرض. لم يُعرض منه شيء على أحد.
offer-state-unconfirmed = لم يُؤكَّد بعد
profile-legend = المهارات
profile-hint = اكتبوا المهارة بكلماتكم. وإذا احتملت أكثر من معنى سُئلتم عن المقصود.
profile-occupation = المهنة
profile-skills = المهارات
profile-skill = { $skill } (المستوى { $level } من 5)
profile-skill-n = المهارة { $n }
profile-more-skills = مهارات أخرى
profile-level = المستوى
profile-field = المجال
profile-languages = اللغات
profile-language-n = اللغة { $n }
profile-cefr = المستوى (CEFR)
profile-cefr-hint = مستويات الإطار الأوروبي المرجعي المشترك للغات (CEFR): A1 وA2 عبارات بسيطة؛ B1 وB2 الحياة اليومية والعمل الخاص؛ C1 وC2 طلاقة في أي موضوع.
profile-more-languages = لغات أخرى
profile-mode = طريقة العمل
profile-time = متى وكيف
profile-window = بين
profile-between = { $first } و{ $last }
profile-first = من
profile-last = حتى
profile-weeks = أسابيع العمل
profile-hours = الساعات في الأسبوع
profile-licence = الترخيص
level-1 = 1 · معرفة بالمشاهدة
level-2 = 2 · أداء بمساعدة
level-3 = 3 · أداء دون مساعدة
level-4 = 4 · قيادة العمل
level-5 = 5 · تعليم العمل
mode-remote = عن بُعد
mode-visit = أثناء زيارة
mode-mixed = مزيج من الاثنين
mode-return = بالعودة
licence-health = المهن الصحية
licence-law = القانون
licence-teaching = التدريس
licence-engineering = الهندسة والعمارة
licence-accounting = المحاسبة ومراجعة الحسابات
licence-transport = النقل الجوي والبحري والبري
field-none = لم يُذكر مجال
field-00 = البرامج العامة
field-01 = التعليم
field-02 = الفنون والعلوم الإنسانية
field-03 = العلوم الاجتماعية والصحافة والإعلام
field-04 = الأعمال والإدارة والقانون
field-05 = العلوم الطبيعية والرياضيات والإحصاء
field-06 = تكنولوجيا المعلومات والاتصالات
field-07 = الهندسة والتصنيع والبناء
field-08 = الزراعة والحراجة ومصائد الأسماك والبيطرة
field-09 = الصحة والرفاه
field-10 = الخدمات
concept-which = أيّ هذه هو المقصود؟
concept-kind-skill = مهارة
concept-kind-occupation = مهنة
concept-of-kind = { $label } ({ $kind })
concept-own = «{ $words }»، بوصفه جزءًا من: { $broader }
trouble-sealed = لم تعد البيانات المختومة قابلة للقراءة لأن مفتاحها ليس على هذا الخادم. يرجى إدخال الاسم وبيانات الاتصال من جديد.
trouble-empty = هذا مطلوب.
trouble-long = النص طويل: عدد الحروف { $n } على الأكثر.
trouble-choose = اختاروا واحدًا.
trouble-number = عدد صحيح من { $low } إلى { $high }.
trouble-country = اختاروا بلدًا أو منطقة من القائمة.
trouble-only-countries = اختاروا بلدانًا من القائمة: فاختيار منطقة لا يحجبه عن أحد.
trouble-question = هذا السؤال ليس في الحوار.
trouble-no-skill = اذكروا مهارة واحدة على الأقل.
trouble-level = اختاروا مستوى لهذه المهارة.
trouble-no-mode = اختاروا طريقة عمل واحدة على الأقل.
trouble-no-language = اذكروا لغة واحدة على الأقل.
trouble-language = اختاروا اللغة ومستواها معًا.
trouble-dates = اذكروا التاريخين معًا.
trouble-window = اليوم الأخير يسبق اليوم الأول.
trouble-window-short = { $weeks ->
    [zero] المدة بين اليومين أقصر من المطلوب.
    [one] المدة بين اليومين أقل من أسبوع واحد.
    [two] المدة بين اليومين أقل من أسبوعين.
    [few] المدة بين اليومين أقل من { $weeks } أسابيع.
    [many] المدة بين اليومين أقل من { $weeks } أسبوعًا.
   *[other] المدة بين اليومين أقل من { $weeks } أسبوع.
}
trouble-concept-unknown = لا شيء يشبه ذلك في قائمة المصطلحات: جرّبوا كلمة أوسع، بأي لغة من لغاتها.
trouble-concept-choose = لهذا أكثر من معنى محتمل: اختاروا أدناه.
trouble-no-tie = اذكروا بلدًا واحدًا على الأقل.
trouble-understood = يرجى قراءة كيف تُكفل حمايتكم ووضع علامة هنا.
trouble-offers = الحد الأقصى لعدد العروض في الحساب الواحد { $n }: غيّروا أحدها أو اسحبوه.
trouble-placed = عدد من عُثر عليهم بالفعل { $n }: لا يمكن طلب عدد أقل.
trouble-taken = عدد المهام الجارية { $n }: لا يمكن أن يتسع العرض لأقل منها.
trouble-overtaken = تغيّر هذا في مكان آخر في هذه الأثناء. ما كتبتموه موجود أدناه: انظروا إلى الاحتياج ثم أعيدوا الإرسال.
trouble-offer-overtaken = تغيّر هذا في مكان آخر في هذه الأثناء. ما كتبتموه موجود أدناه: انظروا إلى عرضكم ثم أعيدوا الإرسال.
trouble-sent-before = أُرسل هذا النموذج من قبل وحُفظ ما فيه. لتغييره افتحوه تحت «ما يخصني في تبادل الخبرات». ولحفظ نموذج ثانٍ أعيدوا الإرسال.
form-troubles = { $n ->
    [zero] لا شيء ناقص أو غير واضح؛ وما كتبتموه محفوظ أدناه.
    [one] هناك أمر واحد ناقص أو غير واضح؛ وما كتبتموه محفوظ أدناه.
    [two] هناك أمران ناقصان أو غير واضحين؛ وما كتبتموه محفوظ أدناه.
    [few] هناك { $n } أمور ناقصة أو غير واضحة؛ وما كتبتموه محفوظ أدناه.
    [many] هناك { $n } أمرًا ناقصًا أو غير واضح؛ وما كتبتموه محفوظ أدناه.
   *[other] هناك { $n } أمر ناقص أو غير واضح؛ وما كتبتموه محفوظ أدناه.
}
problem-keys = المفتاح الذي تُختم به الأسماء وبيانات الاتصال ليس على هذا الخادم، فلا يمكن حفظ شيء منها أو عرضه. يرجى إبلاغ مشغّل الخادم؛ وما حُفظ من قبل لم يمسّه ضرر.
problem-overtaken = غيّر شخص آخر هذا قبل لحظة. لم يتغير شيء الآن: يرجى النظر فيه من جديد.
problem-need-closed = لم يعد هذا الاحتياج مفتوحًا: لم يُقترح شيء.
problem-introduction-over = تغيّرت حالة هذا التعريف في هذه الأثناء: لم يتغير شيء. يرجى النظر فيه من جديد.
problem-introduction-closed = لم يعد الاحتياج أو العرض مفتوحًا: لم يتغير شيء. لم يُعرض شيء يخصكم.
problem-introduction-faster = سبقكم شخص آخر: شُغل المكان الأخير قبل لحظة. لم يُعرض شيء يخصكم.
problem-introduction-changed = تغيّر ما قرأتموه هنا في هذه الأثناء: لم تُؤخذ موافقتكم. يرجى القراءة من جديد.
problem-follow-up-early = يُسأل عن هذا حين يحين وقته.
problem-no-country = تتكلم جهة التنسيق عن بلد، ولا بلد لوفد هذا الحساب. يمكن للأمانة تحديده.
sealed-notice = يُحفظ مختومًا. يُعرض على الطرف الآخر بعد أن يقول الطرفان نعم، ولا يُعرض على أحد غيره.
contact-name = الاسم
contact-institution = اسم المؤسسة
contact-place = المدينة
contact-responsible = الشخص المسؤول
contact-reach = وسيلة الاتصال بكم (بريد إلكتروني، هاتف)
contact-reached = البريد الإلكتروني أو الهاتف أو وسيلة أخرى
contact-evidence = الإثباتات (منشورات، شهادات، من يمكن سؤاله)
actor-broker = الوسيط
actor-offer = مقدّم الخبرة
actor-host = الجهة المضيفة
actor-partner = الخادم الشريك
introduction-title = تعريف بين طرفين
introduction-need = الاحتياج
introduction-offer = العرض
introduction-why = سبب ملاءمة كل منهما للآخر
introduction-by-hand = اختاره الوسيط.
introduction-host = الجهة المضيفة: { $name }
introduction-contact = الهوية وبيانات الاتصال
introduction-unreadable = تتعذر قراءة بيانات الاتصال: مفتاحها ليس على هذا الخادم. يمكن لمشغّل الخادم إعادته.
introduction-until = الرد في موعد أقصاه { $date }
introduction-steps = ما يمكنكم فعله
introduction-name-host = إظهار اسم المؤسسة لمقدّم الخبرة
introduction-log = ما جرى
introduction-proposed = مقترح
introduction-with_offer = لدى مقدّم الخبرة
introduction-with_host = لدى الجهة المضيفة
introduction-confirming = وافقت الجهة المضيفة؛ وبقي أن يؤكد الخادم الآخر
introduction-exchanged = تبودلت بيانات الاتصال
introduction-engaged = العمل جارٍ
introduction-completed = اكتمل
introduction-not_taken = لم يؤخذ به
introduction-timed_out = لا رد في الموعد
introduction-dismissed = انتهى قبل موافقة الطرفين
introduction-revoked = سُحبت الموافقة
told-asks = ردّكم مطلوب
told-waits = قلتم نعم؛ في انتظار الطرف الآخر
told-confirming = لقد وافقتم؛ ويتحقق الخادم الآخر من أن موافقة الشخص ما زالت قائمة
told-follow-up = { $n ->
    [one] قولوا كيف سار العمل، بعد شهر من بدئه
    [two] قولوا كيف سار العمل، بعد شهرين من بدئه
    [few] قولوا كيف سار العمل، بعد { $n } أشهر من بدئه
   *[other] قولوا كيف سار العمل، بعد { $n } شهرًا من بدئه
}
told-exchanged = تبودلت بيانات الاتصال
told-engaged = العمل جارٍ
told-completed = اكتمل
told-over = لم يعد مفتوحًا
told-declined = قلتم لا
step-show = عرضه على مقدّم الخبرة
step-show-host = عرضه على الجهة المضيفة
step-dismiss = سحب
step-yes = نعم
step-no = لا
step-withdraw = سحب موافقتي
step-withdraw-ask = سحب موافقتي …
step-withdraw-lead = ينتهي التعريف نهائيًا ولا تُعرض بيانات الاتصال بعد ذلك؛ وما قُرئ يبقى مقروءًا.
step-start = بدأ العمل
step-finish = انتهى العمل
step-done-show = عرضه على مقدّم الخبرة
step-done-show-host = عرضه على الجهة المضيفة
step-done-dismiss = سحبه
step-done-yes = الرد بنعم
step-done-no = الرد بلا
step-done-withdraw = سحب الموافقة
step-done-start = بدأ العمل
step-done-finish = انتهى العمل
step-done-change = غيّر الاحتياج قبل الرد
log-line = { $side }: { $what }
log-line-consent = { $side }: { $what } (نص الموافقة، الإصدار { $version })
consent-title = هل توافقون؟
consent-text-offer = إذا قلتم نعم، سُئلت الجهة المضيفة. وإذا قالت الجهة المضيفة نعم أيضًا، عُرض عليها ما يلي لحظة قولها نعم، وعُرض عليكم ما تقدّمه هي:
consent-text-host = إذا قلتم نعم، عُرض ما يلي فورًا على مقدّم الخبرة، وعُرض عليكم اسمه وبيانات الاتصال به:
consent-text-broker = لا يُطلب من الوسيط أن يوافق على شيء.
consent-silent = الرفض لا يُبلَّغ به الطرف الآخر، ولا يرى الوسيط إلا أن التعريف لم يؤخذ به. يمكنكم سحب موافقتكم في أي وقت؛ وما قُرئ قبل ذلك يبقى مقروءًا.
consent-stands = موافقتكم هي على ما يرد في هذه الصفحة. وإذا تغيّر الاحتياج قبل موافقة الطرفين، ينتهي هذا التعريف.
consent-yes = نعم، أوافق
consent-no = لا
consent-no-lead = بالرفض ينتهي هذا التعريف نهائيًا: ولا يُجمع بين الطرفين لهذا الاحتياج مرة أخرى.
consent-no-sure = لا، لا أوافق
exchange-done-need-withdrawn = سُحب الاحتياج؛ وانتهت التعريفات التي كانت تنتظر.
exchange-done-offer-posted = حُفظ عرضكم.
exchange-done-offer-changed = تغيّر عرضكم، وجُدّد لسنة.
exchange-done-offer-active = يظهر عرضكم لمدة سنة.
exchange-done-offer-paused = أُوقف عرضكم مؤقتًا. وانتهت التعريفات التي كانت تنتظر ردًّا.
exchange-done-offer-withdrawn = سُحب عرضكم. وانتهت التعريفات التي كانت تنتظر ردًّا.
exchange-done-yes = قلتم نعم.
exchange-done-no = قلتم لا. لا يُبلَّغ الطرف الآخر بذلك؛ ولا يرى الوسيط إلا أن التعريف لم يؤخذ به.
exchange-done-withdraw = سُحبت موافقتكم.
exchange-done-start = بدأ العمل.
exchange-done-finish = انتهى العمل.
exchange-done-show = عُرض على مقدّم الخبرة.
exchange-done-show-host = عُرض على الجهة المضيفة.
exchange-done-dismiss = سُحب.
exchange-done-shown = { $n ->
    [0] لم يُختر شيء: لم يُعرض شيء.
    [zero] لم يُختر شيء: لم يُعرض شيء.
    [one] عُرض تعريف واحد.
    [two] عُرض تعريفان.
    [few] عُرضت { $n } تعريفات.
    [many] عُرض { $n } تعريفًا.
   *[other] عُرض { $n } تعريف.
}
exchange-done-shown-some = التعريفات المعروضة: { $n } من { $of }. أما الباقي فقد تغيّرت حالته في هذه الأثناء أو لم يعد الطرفان متلائمين: لم يُعرض منه شيء.
exchange-done-proposed = { $n ->
    [0] لم يُقترح شيء جديد.
    [zero] لم يُقترح شيء جديد.
    [one] اقتُرح تعريف واحد.
    [two] اقتُرح تعريفان.
    [few] اقتُرحت { $n } تعريفات.
    [many] اقتُرح { $n } تعريفًا.
   *[other] اقتُرح { $n } تعريف.
}
mine-asks = { $n ->
    [0] لا شيء ينتظر ردّكم
    [zero] لا شيء ينتظر ردّكم
    [one] تعريف واحد ينتظر ردّكم
    [two] تعريفان ينتظران ردّكم
    [few] { $n } تعريفات تنتظر ردّكم
    [many] { $n } تعريفًا تنتظر ردّكم
   *[other] { $n } تعريف تنتظر ردّكم
}
mine-others = تعريفات أخرى
mine-offers = عروضي
mine-no-offers = لا تعرضون شيئًا حاليًا.
mine-needs = احتياجاتي
mine-no-needs = لم تنشروا أي احتياج.
mine-disclosed = ما عُرض من بياناتي
mine-disclosed-none = لم يُعرض شيء يخصكم على أحد.
mine-data = أخذ كل ما يُحفظ عني أو محوه
disclosed-to-host = عُرض على جهة مضيفة: { $fields }
disclosed-to-offer = عُرض على مقدّم خبرة: { $fields }
queue-title = قائمة عمل الوسيط
queue-overdue = { $n ->
    [0] لا متابعة متأخرة.
    [zero] لا متابعة متأخرة.
    [one] متابعة واحدة حان موعدها.
    [two] متابعتان حان موعدهما.
    [few] { $n } متابعات حان موعدها.
    [many] { $n } متابعة حان موعدها.
   *[other] { $n } متابعة حان موعدها.
}
queue-assign = اقتراح لكل الاحتياجات المفتوحة
queue-assign-hint = يُبدأ بالاحتياج الأقل حظًا، في حدود ما يعرضه كل شخص، دون تكرار القلة نفسها دائمًا. ولا يُعرض شيء على أحد قبل أن تعرضوه أنتم.
queue-introductions = التعريفات
queue-none = لا تعريف بعد.
queue-follow-up = { $n ->
    [one] الجهة المضيفة: متابعة بعد شهر
    [two] الجهة المضيفة: متابعة بعد شهرين
    [few] الجهة المضيفة: متابعة بعد { $n } أشهر
   *[other] الجهة المضيفة: متابعة بعد { $n } شهرًا
}
queue-follow-ups = حان موعد متابعة
queue-narrow = فقط
queue-all = الكل
queue-all-again = إظهار كل التعريفات
queue-chosen = للعرض
queue-choose = عرض: { $offer }
queue-why = السبب
queue-show-chosen = عرض ما اختير
queue-show-hint = يُعرض كل تعريف على مقدّم الخبرة، أو على الجهة المضيفة إذا جاء العرض من خادم شريك. ولا يُذكر اسم المؤسسة؛ ولذكره افتحوا التعريف.
queue-answer-by = الرد قبل
queue-waits-for = في انتظار
queue-needs = الاحتياجات المفتوحة، والأطول انتظارًا أولًا
queue-waiting = مدة الانتظار
queue-under-way = قيد الإجراء
matches-title = من يمكن أن يكون؟
matches-none = لا عرض ملائم حاليًا.
matches-none-chosen = اختاروا عرضًا واحدًا على الأقل، أو اذكروا عرضًا باسمه المستعار.
matches-handle-unknown = لا يوجد عرض بهذا الاسم المستعار يمكن التعريف به لهذا الاحتياج.
matches-not-again-no = لم يُقترح من جديد: رفض أحد الطرفين هذا التعريف أو سحب موافقته.
matches-not-again-met = لم يُقترح من جديد: سبق تعريف الطرفين أحدهما بالآخر.
matches-not-again-waits = لم يُقترح من جديد: هناك تعريف بين الطرفين قيد الانتظار.
matches-together = سبق الجمع بينهما
matches-card = البطاقة
matches-handle = أو عرض تعرفونه، باسمه المستعار
matches-propose = إدراج في القائمة
conflict-full = مشغول بالكامل حاليًا
conflict-taken = المهام المشغولة: { $n } من { $of }
conflict-exposed = { $n ->
    [zero] لم يُعرض من قبل
    [one] عُرض مرة واحدة من قبل
    [two] عُرض مرتين من قبل
    [few] عُرض { $n } مرات من قبل
    [many] عُرض { $n } مرة من قبل
   *[other] عُرض { $n } مرة من قبل
}
conflict-hours = الساعات المعروضة في الأسبوع: { $offered }؛ والمطلوبة: { $asked }
conflict-will-not = ما لا يُقبل القيام به:
obstacle-language = { $n ->
    [zero] لا عروض تنقصها لغة بمستواها المطلوب
    [one] عرض واحد تنقصه لغة بمستواها المطلوب
    [two] عرضان تنقصهما لغة بمستواها المطلوب
    [few] { $n } عروض تنقصها لغة بمستواها المطلوب
    [many] { $n } عرضًا تنقصها لغة بمستواها المطلوب
   *[other] { $n } عرض تنقصها لغة بمستواها المطلوب
}
obstacle-mode = { $n ->
    [zero] لا عروض بطريقة عمل أخرى
    [one] عرض واحد بطريقة عمل أخرى
    [two] عرضان بطريقة عمل أخرى
    [few] { $n } عروض بطريقة عمل أخرى
    [many] { $n } عرضًا بطريقة عمل أخرى
   *[other] { $n } عرض بطريقة عمل أخرى
}
obstacle-window = { $n ->
    [zero] لا عروض دون وقت متاح آنذاك
    [one] عرض واحد دون وقت متاح آنذاك
    [two] عرضان دون وقت متاح آنذاك
    [few] { $n } عروض دون وقت متاح آنذاك
    [many] { $n } عرضًا دون وقت متاح آنذاك
   *[other] { $n } عرض دون وقت متاح آنذاك
}
obstacle-licence = { $n ->
    [zero] لا عروض ينقصها الترخيص
    [one] عرض واحد ينقصه الترخيص
    [two] عرضان ينقصهما الترخيص
    [few] { $n } عروض ينقصها الترخيص
    [many] { $n } عرضًا ينقصها الترخيص
   *[other] { $n } عرض ينقصها الترخيص
}
obstacle-capacity = { $n ->
    [zero] لا عروض بلغت حد مهامها
    [one] عرض واحد بلغ حد مهامه
    [two] عرضان بلغا حد مهامهما
    [few] { $n } عروض بلغت حد مهامها
    [many] { $n } عرضًا بلغت حد مهامها
   *[other] { $n } عرض بلغت حد مهامها
}
reason-tie = صلات بهذا البلد: { $country }
reason-levels = { $said }: المستوى المطلوب { $asked }، والمعروض { $offered }
reason-skill-same = { $asked }
reason-skill-narrower = { $asked }، من خلال فرعها المتخصص { $offered }
reason-skill-broader = { $asked }، من خلال الأوسع منها { $offered }
reason-skill-group = { $asked }، والقريب منها { $offered }
reason-occupation-same = المهنة: { $asked }
reason-occupation-narrower = المهنة: { $asked }، بصفة { $offered }
reason-occupation-broader = المهنة: { $asked }، بالصفة الأوسع { $offered }
reason-occupation-group = المهنة: { $asked }، من مجموعة مهنية واحدة مع { $offered }
concepts-title = كلمات خاصة بهذا الخادم
concepts-lead = من لا يجد في قائمة المصطلحات ما يناسبه يسمّي مهارة أو مهنة بكلماته، بوصفها جزءًا من أوسع منها. ولا تُقترح هذه الكلمات على أحد غيره قبل أن تدرجوها. والكلمات التي يستعملها شخص واحد قد تدل على هويته: فانظروا قبل الإدراج.
concepts-none = لا شيء منها.
concepts-label = الكلمات
concepts-broader = جزء من
concepts-listed = تُقترح على الجميع
concepts-list = اقتراحها على الجميع
concepts-remove-ask = إزالة …
concepts-remove-lead = الاحتياجات والعروض التي تستعمل هذه الكلمات تسمّي بعد ذلك «{ $broader }».
concepts-remove = إزالة
country-title = بلدي في تبادل الخبرات
country-unendorsed = مؤسسات لم يزكّها أحد بعد
country-offers = عروض لأصحابها صلات بالبلد
country-no-offers = لا يظهر حاليًا أي عرض لصاحبه صلات بالبلد.
follow-up-title = كيف سار العمل
follow-up-lead = { $n ->
    [zero] لم يمض شهر منذ بدء العمل.
    [one] مضى شهر واحد منذ بدء العمل.
    [two] مضى شهران منذ بدء العمل.
    [few] مضت { $n } أشهر منذ بدء العمل.
    [many] مضى { $n } شهرًا منذ بدء العمل.
   *[other] مضى { $n } شهر منذ بدء العمل.
}
follow-up-used = هل يُستعمل ما أُنجز؟
follow-up-learned = هل تعلّم النظير؟
follow-up-text = ما ينبغي معرفته أيضًا
follow-up-send = إرسال
follow-up-later = تُسألون بعد 3 أشهر و6 أشهر و12 شهرًا من بدء العمل.
follow-up-said = { $n ->
    [zero] قبل مضي شهر
    [one] بعد شهر واحد
    [two] بعد شهرين
    [few] بعد { $n } أشهر
    [many] بعد { $n } شهرًا
   *[other] بعد { $n } شهر
}: مستعمل: { $used }؛ تعلّم النظير: { $learned }
extent-yes = نعم
extent-partly = جزئيًا
extent-no = لا
extent-unknown = من السابق لأوانه القول
indicators-title = ما أسفر عنه ذلك
indicators-lead = لا يُعرض رقم عن عدد أقل من { $n }، ولا رقم يمكن منه استنتاج رقم كهذا.
indicators-none = لا شيء بعد مما يمكن عرضه.
indicator-protected = لا يُعرض
indicator-posted = الاحتياجات المنشورة
indicator-met = الاحتياجات الملبّاة: انتهى العمل
indicator-days = الأيام حتى بدء العمل (القيمة الوسيطة)
indicator-engagements = المهام التي بدأت
indicator-repeated = أشخاص تولّوا أكثر من مهمة
indicator-heard = المهام التي ذكرت الجهة المضيفة كيف سارت
indicator-used = منها: مستعمل
indicator-trained = منها: تعلّم النظير
indicator-exposure = تركّز الظهور (معامل جيني، من 0 إلى 100)
indicator-by-field = حسب المجال
indicator-by-region = حسب المنطقة
summary-part-need = ما تبحث عنه المؤسسات
summary-needs = { $n ->
    [one] احتياج واحد لمؤسسة مدرج في التبادل تحت هذا السؤال.
    [two] احتياجان لمؤسستين مدرجان في التبادل تحت هذا السؤال.
    [few] { $n } احتياجات لمؤسسات مدرجة في التبادل تحت هذا السؤال.
   *[other] { $n } احتياجاً لمؤسسات مدرجة في التبادل تحت هذا السؤال.
}
summary-source-need = احتياج على السؤال { $ref }
summary-gone-need = [لم يعد مطلوباً]
partner-through = عبر { $name }
introduction-through = الطرف الآخر على الخادم الشريك { $name } ({ $address }). ويشارك فيه وسيطه ووسيطكم معًا.
introduction-contact-coming = وافق الطرفان. وبيانات الاتصال في طريقها من الخادم الآخر.
consent-partner = الطرف الآخر على خادم آخر: ما توافقون على إظهاره يُرسل إليه بعد موافقة الطرفين، ويُحفظ هناك مختومًا، ويُمحى هناك متى سحب أحدكما موافقته.
partners-title = الخوادم الشريكة
partners-lead = يُبلَّغ الخادم الشريك بنص الحاجة ورموزها، دون اسم ولا بيانات اتصال. ويجيب بعدد العروض المناسبة، لا بأصحابها أبدًا، ويمكن لوسيطه أن يقترح الحاجة على شخص هناك.
partners-none = لا يشارك أي خادم شريك في هذا التبادل. يضيفه المسؤول عن الخادم بالأمر “indaba partner add”.
partners-server = الخادم
partners-address = العنوان
partners-fit = العروض المناسبة
partners-fit-well = منها المناسبة جيدًا
partners-hint = الأعداد مقرَّبة إلى الأدنى، ولا تشمل أي عرض مخفي عن أي بلد.
partners-send = النشر لدى المختارة منها
partners-fewer = أقل من { $n }
partners-at-least = ‏{ $n } على الأقل
partners-trouble = لم يُبلَّغ بعد: { $why }. وتُعاد المحاولة ابتداءً من { $at }.
partners-under-way = في الطريق
partners-answered = أجاب في { $at }
partners-not-published = غير منشورة هناك
partner-trouble-refused = عنوانه ليس مما يخاطبه هذا الخادم
partner-trouble-unreachable = لا يمكن الوصول إليه
partner-trouble-late = لم يجب في الوقت المحدد
partner-trouble-redirected = يحيل إلى عنوان آخر، ولا تُتَّبع الإحالة
partner-trouble-status = لا يقبله
partner-trouble-not-understood = جوابه غير مفهوم
partner-trouble-untrusted = جوابه غير موقَّع كما ينبغي
partner-trouble-certificate = لا يمكن الوثوق بشهادته
partner-trouble-here = حدث خلل على هذا الخادم
problem-partner-signature = هذا العنوان للخوادم الشريكة. لم تُقبل الرسالة: { $detail }.
problem-partner-replay = سبق استلام هذه الرسالة. ولم تُقبل مرة أخرى.
problem-partner-field = لم تُقبل الرسالة: حقلها «{ $field }» ناقص أو أطول مما ينبغي أو له قيمة غير معروفة هنا.
problem-partner-not-yet = ليس بعد: يجب أن يوافق الطرفان أولًا. اسألوا لاحقًا.
