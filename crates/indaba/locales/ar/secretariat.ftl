secretariat-title = الأمانة
pager = صفحات هذه القائمة
pager-earlier = السابق
pager-later = التالي
choose = اختاروا…
choose-none = لا شيء
show = عرض
label-name = الاسم
label-kind = النوع
label-country = البلد أو المنطقة
label-roles = الأدوار في الهجرة
label-groups = المجموعات التفاوضية
label-group = باسم المجموعة التفاوضية
label-language = اللغة
label-observer = مراقب: يقرأ ويتكلم ولا تُحتسب ردوده
label-role = الدور
label-delegation = الوفد
label-for = لمن (ملاحظة لكم)
label-until = صالح حتى
label-action = الإجراء
label-question = السؤال
label-attribution = الإسناد
label-paragraph = بشأن الفقرة
label-matters = الأهم
label-reason = السبب
label-code = الرمز
label-made = أُنشئ في
label-when = الوقت
label-what = الموضوع
label-decision = القرار
label-title = العنوان
label-state = الحالة
label-participation = من يمكنه المشاركة
label-moderation = الإشراف
label-face = السجل المنشور
reason-needed = يلزم ذكر السبب لأنه يصبح جزءًا من السجل. لم يتغير شيء.
health-delegations = الوفود
health-members = الأعضاء ذوو الحسابات
health-persons = المشاركون من غير الوفود
health-without-code = منهم دون رمز دخول
health-perspectives = وجهات النظر المنشورة
health-responses = الردود
overview-room = في القاعة
overview-moderation = الإشراف
overview-people = المشاركون
overview-dialogue = الحوار
overview-questions = الأسئلة
overview-pages = الصفحات
overview-entry = إدخال
overview-hall = القاعة
overview-print = نسخة للطباعة
overview-landscape = مشهد الآراء
queue-length = { $n ->
    [0] لا شيء ينتظر قرارًا.
    [zero] لا شيء ينتظر قرارًا.
    [one] مساهمة واحدة تنتظر المراجعة.
    [two] مساهمتان تنتظران المراجعة.
    [few] { $n } مساهمات تنتظر المراجعة.
    [many] { $n } مساهمة تنتظر المراجعة.
   *[other] { $n } مساهمة تنتظر المراجعة.
}
queue-many = أكثر من 100 مساهمة تنتظر المراجعة.
silent-title = لم يُسمع صوتها بعد
silent-none = أدلت كل الوفود بوجهة نظر أو رد.
delegations-title = الوفود
delegations-count = { $n ->
    [0] لم يُعتمد أي وفد بعد
    [zero] لم يُعتمد أي وفد بعد
    [one] وفد واحد
    [two] وفدان
    [few] { $n } وفود
    [many] { $n } وفدًا
   *[other] { $n } وفد
}
delegations-add = إضافة وفد
delegations-accredit = اعتماد
delegations-lead = اختاروا اسمًا لتعديل وصف وفد أو لإخراجه.
delegation-describe = تعديل وصفه
delegation-observer-hint = إذا تغيّرت صفة المراقب تغيّر الأعضاء معها: فيصبحون مراقبين، أو يصبح أولهم رئيسًا والباقون مندوبين. وتنتهي الروابط التي لم تُستعمل. وتحسب النتائج الوفد كما هو موصوف الآن.
delegation-keep = حفظ
delegation-name-taken = هناك وفد آخر معتمد، أو كان معتمدًا، باسم «{ $found }». لم يتغير شيء.
delegation-remove = إخراجه من الحوار
delegation-access-ends = { $n ->
    [zero] ليس له أعضاء. وتنتهي الروابط المنتظرة.
    [one] يخرج عضوه من حسابه ولا يدخل بعد الآن. وتنتهي الروابط المنتظرة.
    [two] يخرج عضواه من حسابيهما ولا يدخلان بعد الآن. وتنتهي الروابط المنتظرة.
    [few] يخرج أعضاؤه ({ $n }) من حساباتهم ولا يدخلون بعد الآن. وتنتهي الروابط المنتظرة.
    [many] يخرج أعضاؤه ({ $n }) من حساباتهم ولا يدخلون بعد الآن. وتنتهي الروابط المنتظرة.
   *[other] يخرج أعضاؤه ({ $n }) من حساباتهم ولا يدخلون بعد الآن. وتنتهي الروابط المنتظرة.
}
delegation-deleted-before = لم يقدّم شيئًا بعد. يُحذف مع مسوداته وبياناته المُعدّة.
delegation-withdrawn-before = يُسحب ما قدّمه. عدد وجهات النظر التي تغادر الصفحات: { $perspectives }؛ عدد الردود التي لا تُحسب بعد الآن: { $responses }؛ عدد المستندات التي تُزال: { $attachments }. ويحتفظ بها السجل الكامل بوصفها مسحوبة. وتُحذف المسودات والبيانات المُعدّة. وإذا اعتُمد الوفد ثانية بالاسم نفسه بدأ من جديد.
delegation-questions-stay = تبقى الأسئلة التي أضافها لأن آخرين يجيبون عنها، وعددها { $n }.
delegation-erase = محوه بدلًا من ذلك
delegation-erase-hint = إذا طلب الوفد ذلك. لا يُحفظ شيء مما قدّمه، ولا في السجل الكامل؛ وكل وجهة نظر ردّ عليها آخرون يبقى مكانها مع عبارة «محاها صاحبها». لا يمكن التراجع عن ذلك.
delegation-reason-hint = يُحفظ في السجل الكامل لا في سجل عام: فمعرفة الوفد الذي غادر قد تدل على صاحب وجهات النظر المسحوبة.
delegation-remove-now = إخراجه
groups-hint = تُكتب عدة مجموعات تفصل بينها فاصلة منقوطة (;).
csv-delegations-title = الوفود من ملف
csv-delegations-hint = ملف CSV بترميز UTF-8 أعمدته name وkind وcountry وroles وgroups وobserver وlang. الاسم والنوع مطلوبان. والبلد رمز من ثلاثة أرقام في تصنيف الأمم المتحدة M49؛ وتفصل بين عدة أدوار أو مجموعات فاصلة منقوطة (;)؛ وقيمة observer هي yes أو no.
csv-perspectives-title = وجهات النظر الأولى من ملف
csv-perspectives-hint = ملف CSV بترميز UTF-8 أعمدته question وdelegation وtext وlang وparagraph وattribution وon_behalf_of. الأعمدة الثلاثة الأولى مطلوبة؛ ويُكتب اسم الوفد كما اعتُمد.
csv-file = ملف CSV
csv-read = قراءة الملف
csv-no-file = اختاروا ملفًا أولًا.
csv-refused = لم يُقبل الملف
csv-nothing-kept = لم يُحفظ منه شيء. صحّحوا هذه المواضع وأعيدوا إرسال الملف.
csv-line = السطر { $line }: { $why }
csv-place = السطر { $line }، العمود { $column }: { $why }
csv-name-taken = سبق اعتماد وفد اسمه «{ $found }»؛ احذفوا السطر.
csv-name-twice = ورد «{ $found }» في السطر { $allowed }؛ احذفوا أحد السطرين.
csv-question = لا يوجد سؤال منشور رقمه «{ $found }»؛ اكتبوا رقمه، مثل 10.1.
csv-delegation = لا يوجد وفد اسمه «{ $found }»؛ اعتمدوه أولًا أو اكتبوا الاسم كما اعتُمد.
csv-group = لا ينتمي الوفد إلى «{ $found }»؛ ومجموعاته هي: { $allowed }.
csv-text-said = هذا النص وارد تحت السؤال؛ احذفوا السطر.
csv-text-twice = النص نفسه وارد في السطر { $allowed }؛ احذفوا أحد السطرين.
csv-paragraph = لا توجد في الورقة فقرة رقمها «{ $found }»؛ اكتبوا رقمها المطبوع أو اتركوا الخانة فارغة.
csv-empty = الخانة فارغة وهي مطلوبة؛ املؤوها.
csv-word = القيمة «{ $found }» غير معروفة؛ اكتبوا إحدى هذه القيم: { $allowed }.
csv-country = ليس «{ $found }» رمزًا في تصنيف الأمم المتحدة M49؛ اكتبوا ثلاثة أرقام مثل 155 أو اتركوا الخانة فارغة.
csv-long = عدد حروف النص { $found }؛ اختصروه إلى { $allowed } على الأكثر.
csv-encoding = السطر ليس نصًا بترميز UTF-8؛ احفظوا الملف بصيغة «CSV UTF-8» وأعيدوا إرساله.
csv-too-many = الحد الأقصى لعدد أسطر الملف { $found }؛ قسّموه.
csv-cells = عدد خانات السطر { $found } وعدد خانات الترويسة { $allowed }؛ ضعوا كل نص فيه فاصلة بين علامتي اقتباس.
csv-nothing = لا يوجد سطر تحت الترويسة؛ أضيفوا سطرًا واحدًا على الأقل.
csv-results = المنتظر قائمة من { $allowed } نتائج على الأكثر، لا { $found } ولا شيء آخر؛ ضع ما زاد عنها في نص التقييم.
csv-column-twice = ورد العمود مرتين في الترويسة؛ احذفوا أحدهما.
csv-column-unknown = ليس «{ $found }» من أعمدة هذا الملف؛ والأعمدة هي: { $allowed }.
csv-column-missing = العمود ناقص في الترويسة؛ ينبغي أن يكون السطر الأول: { $allowed }.
members-title = الأعضاء والروابط
members-invite = دعوة عضو
members-lead = يعمل الرابط مرة واحدة، ومدة صلاحيته بالأيام: { $n }. يُعرض مرة واحدة، ولا يُرسل أي بريد إلكتروني.
members-make = إنشاء الرابط
members-heads = إنشاء رابط لكل منها
members-without = { $n ->
    [zero] لا وفد دون عضو أو رابط.
    [one] وفد واحد ليس له عضو ولا رابط.
    [two] وفدان ليس لهما عضو ولا رابط.
    [few] { $n } وفود ليس لها عضو ولا رابط.
    [many] { $n } وفدًا ليس لها عضو ولا رابط.
   *[other] { $n } وفد ليس لها عضو ولا رابط.
}
members-waiting = روابط لم تُستعمل بعد
members-no-links = لا توجد.
members-withdraw = سحب
members-list = الأعضاء
members-none = لم يستعمل أحد رابطًا بعد.
members-change-lead = يسري التغيير فورًا. يحتفظ الوفد برئيس واحد على الأقل؛ وإذا أزالت الأمانة الرئيس الأخير حصلت على رابط لرئيس جديد.
members-change = تغيير…
members-role-keep = تغيير الدور
members-remove = إزالة: ينتهي الدخول الآن
members-last-head = هذا آخر رئيس للوفد. اجعلوا عضوًا آخر رئيسًا أولًا. لم يتغير شيء.
members-last-secretariat = هذا آخر عضو في الأمانة. ادعوا غيره أولًا. لم يتغير شيء.
members-role = اختاروا دورًا يحق لكم منحه. لم يُنشأ شيء.
members-delegation = اختاروا وفدًا لهذا الدور. لم يُنشأ شيء.
members-observer-delegation = لهذا الوفد صفة المراقب، ودور أعضائه هو دور المراقب. لم يُنشأ شيء.
members-not-observer = هذا الدور لأعضاء الوفود المراقبة وحدهم. لم يُنشأ شيء.
links-title = روابط للتوزيع
links-once = تُعرض هذه الروابط الآن ولن تُعرض مجددًا. اطبعوها أو انسخوها؛ يعمل كل رابط مرة واحدة، ومدة صلاحيته بالأيام: { $n }.
links-none = لكل وفد عضو أو رابط لم يُستعمل بعد.
qr-link = رمز QR للرابط
qr-code = رمز QR لرمز الدخول
codes-title = رموز الدخول
codes-came = المشاركون من غير الوفود: { $persons }، منهم دون رمز: { $without }.
codes-budget = الحد الأقصى لمن يأتون من شبكة واحدة دون رمز هو { $n }؛ ومن يأتي بعد ذلك يحتاج إلى رمز.
codes-raise = رفع الحد
codes-good = { $n ->
    [zero] لا رموز صالحة
    [one] رمز صالح واحد
    [two] رمزان صالحان
    [few] { $n } رموز صالحة
    [many] { $n } رمزًا صالحًا
   *[other] { $n } رمز صالح
}
codes-make = إنشاء رموز
codes-count = العدد
codes-uses = عدد المشاركين لكل رمز
codes-uses-hint = 1 لرمز يُسلَّم إلى شخص واحد؛ وأكثر من ذلك لملصق أو طاولة.
codes-label = وصف (ملاحظة لكم)
codes-print = إنشاء وعرض للطباعة
codes-numbers = أنشئوا ما بين 1 و{ $count } من الرموز في المرة الواحدة، لكل منها ما بين 1 و{ $uses } من المشاركين. لم يُنشأ شيء.
codes-list = الرموز
codes-none = لا رموز.
codes-used = الاستعمال
codes-of = { $n } من { $most }
codes-aside = الاستبعاد
codes-set-aside = استبعاد…
codes-set-aside-now = استبعاد: لا يُحتسب بعد ذلك من جاؤوا به
codes-was-set-aside = { $at }: { $reason }
codes-take-in = إعادة…
codes-take-in-now = إعادة: يُحسب المشاركون به من جديد
batches-title = أوراق الرموز
batches-lead = رموز أُنشئت وطُبعت معًا. يمكن استبعاد ورقة نُسخت أو فُقدت كاملةً دفعة واحدة.
batches-set-aside = استبعاد الورقة كلها…
batches-set-aside-now = استبعاد: لا يُحسب المشاركون بأي من رموزها
batches-take-in = إعادة الورقة…
code-sheet-title = رموز دخول للطباعة
code-sheet-lead = اطبعوا هذه الصفحة وقُصّوها عند الخطوط. يفتح رمز QR الحوار ورمز الدخول مكتوب فيه.
problem-code-gone = لا وجود لهذا الرمز، أو سبق اتخاذ القرار. لم يتغير شيء.
moderation-title = الإشراف
moderation-waiting = للمراجعة
moderation-refused = المرفوضة
moderation-empty = لا شيء هنا.
moderation-reports = { $n ->
    [zero] لا بلاغات
    [one] بلاغ واحد
    [two] بلاغان
    [few] { $n } بلاغات
    [many] { $n } بلاغًا
   *[other] { $n } بلاغ
}
moderation-all-seen = يبقى كل ما في هذه الصفحة مما لم يُبلَّغ عنه
object-perspective = وجهة نظر
object-question = سؤال مضاف
object-attachment = مستند
object-code = رمز دخول
object-codes = ورقة رموز الدخول
object-delegation = وفد
case-published = منشورة
case-pending = تنتظر النشر
case-refused = مرفوضة
decide-publish = نشر
decide-refuse = رفض
decide-restore = إعادة
decide-keep = إبقاء وإغلاق البلاغات
decided-publish = نُشرت
decided-refuse = رُفضت
decided-restore = أُعيدت
decided-keep = أُبقيت وأُغلقت البلاغات
decided-set_aside = استُبعد
decided-deleted = حذف
decided-departed = إخراج من الحوار
decided-erased = محو
problem-decision = هذا القرار غير معروف. لم يتغير شيء.
problem-moderated = لم يعد ممكنًا اتخاذ قرار بشأن هذه المساهمة: سحبها صاحبها أو وردت في الورقة. لم يتغير شيء.
alike-title = المتقاربة في الصياغة
alike-lead = وجهات نظر منشورة تكاد تتطابق صياغتها. تُقارن الحروف وحدها: ولكم أن تقدّروا هل المعنى واحد.
alike-none = لا توجد وجهتا نظر متقاربتان في الصياغة في هذا السؤال.
alike-share = التشابه: { $share }
alike-side = الرقم { $number }، { $n ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $n } ردود
    [many] { $n } ردًا
   *[other] { $n } رد
}
alike-reason = تقول ما يقوله الرقم { $number }
alike-refuse = رفض الرقم { $number }
decisions-title = القرارات
decisions-lead = كل قرار جزء من السجل، ومعه سببه.
decisions-none = لا قرارات بعد.
entry-title = ما يقال في القاعة
entry-say = من يقول ماذا
entry-text = ما يقال
entry-hint = 400 حرف على الأكثر. ينشره مفتاح الإدخال مع بيان أن الأمانة أدخلته.
entry-more = المجموعة والفقرة
entry-publish = نشر
entry-last = آخر خمسة مدخلات
entry-none = لا شيء بعد.
entry-number = الرقم { $number }
entry-correct = تصحيح
entry-withdraw = سحب
entry-delegation = اختاروا الوفد. لم يُحفظ شيء.
entry-group = لا ينتمي الوفد إلى هذه المجموعة. لم يُحفظ شيء.
entry-paragraph = لا توجد في الورقة فقرة بهذا الرقم. لم يُحفظ شيء.
entry-twice = النص نفسه وارد تحت هذا السؤال. لم يُدخل مرة ثانية.
entry-answered = ردّ عليها آخرون أو سُحبت، فتبقى صياغتها. اسحبوها وأدخلوها من جديد.
wording-empty = النص فارغ. لم يُحفظ شيء.
wording-long = في النص أكثر من 400 حرف؛ اختصروه. لم يُحفظ شيء.
responses-title = الردود باسم وفد
responses-none = لا توجد بعد وجهة نظر للرد عليها.
responses-keep = حفظ الردود
answer-agree = موافق
answer-pass = دون رأي
answer-disagree = غير موافق
answer-none = دون رد
problem-delegation = اختاروا وفدًا ليست له صفة المراقب. لم يُحفظ شيء.
sheets-title = إدخال الاستمارات الورقية
sheets-label = سطر لكل استمارة
sheets-hint = الرقم ثم ⁦a⁩ لموافق و⁦d⁩ لغير موافق و⁦p⁩ لدون رأي؛ وبعدها ⁦*⁩ للأهم: ⁦1a 2d 3p*⁩. والحروف المتتالية تجيب عن الأرقام التالية: ⁦1adp*⁩ تعني الشيء نفسه، و⁦-⁩ تتخطى رقمًا. ابدؤوا السطر برقم الاستمارة إن كان لها رقم، مثل ⁦#128U 1a 2d⁩: فإذا أُدخلت الاستمارة نفسها مرة أخرى حلّت محل ما أُدخل من قبل. ثم عبارة «الاسم:» لاستمارة وفد؛ ومن دونها تكون الاستمارة لمشارك جديد.
sheets-keep = حفظ الاستمارات
sheets-nothing-kept = لم يُحفظ شيء. صحّحوا هذه المواضع:
sheets-place = السطر { $line }، الحرف { $column }: { $why }
sheets-name = لا يوجد وفد يردّ اسمه «⁦{ $found }⁩»؛ اكتبوا الاسم كما اعتُمد.
sheets-number = لا رقم قبل «⁦{ $found }⁩»؛ اكتبوا مثلًا ⁦1a⁩.
sheets-key = ليس «⁦{ $found }⁩» ردًا؛ اكتبوا ⁦a⁩ أو ⁦d⁩ أو ⁦p⁩ أو ⁦-⁩ بعد الرقم.
sheets-star = تأتي ⁦*⁩ بعد الرد؛ اكتبوا مثلًا ⁦3p*⁩.
sheets-unknown = لا توجد وجهة نظر منشورة رقمها ⁦{ $found }⁩؛ انظروا النسخة المطبوعة.
sheets-twice = أُجيب عن الرقم { $found } مرتين؛ أبقوا واحدة.
sheets-empty = لا رد في السطر؛ اكتبوا مثلًا ⁦1a 2d⁩.
sheets-many = الحد الأقصى في المرة الواحدة { $found } من الاستمارات؛ أرسلوا الباقي بعد ذلك.
sheets-serial = ليس «⁦{ $found }⁩» رقم استمارة: فيه رقم أو حرف خاطئ. انظروا إلى الاستمارة مرة أخرى.
sheets-serial-unknown = لم تُطبع لهذا الحوار استمارة بالرقم «⁦{ $found }⁩»؛ انظروا إلى الاستمارة مرة أخرى.
sheets-serial-twice = وردت الاستمارة ⁦{ $found }⁩ في سطر سابق؛ احذفوا أحدهما.
sheets-same = السطر { $line } يقول ما قالته استمارة أُدخلت خلال هذا العدد من الدقائق: { $minutes }. لم يُحفظ شيء. إن كانت الاستمارة نفسها فاحذفوا السطر.
sheets-sure = هذه استمارات أخرى: تُحفظ أيضًا
sheets-none = أدخلوا استمارة واحدة على الأقل.
sheets-named-only = هذا الحوار للوفود: ابدؤوا كل سطر باسم الوفد ثم نقطتين. لم يُحفظ شيء.
print-title = السؤال { $ref } على الورق
print-lead = ضعوا علامة في خانة واحدة من كل سطر، وفي خانة «الأهم» عند الاقتضاء. سلّموا الاستمارة إلى الأمانة.
print-number = الرقم
print-perspective = وجهة النظر
print-sheet = استمارة
print-numbered = طباعة نسخ مرقّمة
print-numbered-lead = لكل نسخة رقمها الذي يُدخل معها: فتُحسب الاستمارة مرة واحدة، وإدخالها مرة أخرى يصحّحها. لا تصوّروا استمارة مرقّمة.
print-copies = عدد النسخ
print-number-them = ترقيمها وعرضها للطباعة
problem-copies = رقّموا من 1 إلى { $n } نسخة في المرة الواحدة. لم يُنشأ شيء.
statements-title = البيانات المعدّة
statements-lead = قدّموا بيانًا نصًا أو ملفًا، ثم حدّدوا وجهات النظر الواردة فيه.
statements-list = البيانات
statements-none = لا شيء بعد.
statement-title = بيان معدّ
statement-file = ملف (DOCX أو PDF أو HTML أو Markdown أو نص)
statement-text = أو نصه
statement-bring = تقديم البيان
statement-empty = لا نص هنا. اكتبوه أو اختاروا ملفًا. لم يُحفظ شيء.
statement-refused = لم يُقرأ الملف ولم يُحفظ شيء: { $reason }
statement-marked = ما حُدّد
statement-mark = تحديد وجهات النظر
statement-mark-lead = ضعوا علامة على الفقرات المختارة واختصروها عند الحاجة: لا تزيد وجهة النظر على 400 حرف. ويوضع ما اخترتموه تحت السؤال المحدد.
statement-tick = المقطع { $n } وجهة نظر
statement-wording = صياغة المقطع { $n }
statement-publish = أخذ ما وُضعت عليه علامة
statement-said = المقطع { $n } وارد تحت هذا السؤال. لم يُحفظ شيء.
statement-passage = المقطع { $n }: { $why }
statement-none = ضعوا علامة على مقطع واحد على الأقل.
settings-title = المواعيد والقواعد والحدود
settings-lead = ما تغيّرونه هنا يُعلَن للجميع في صفحة الحوار.
settings-times = المواعيد
settings-opens = موعد الافتتاح (بالتوقيت العالمي؛ إن تُرك فارغًا فعند تغيير الحالة إلى مفتوح)
settings-closes = موعد الإغلاق (بالتوقيت العالمي؛ إن تُرك فارغًا فعندما تغلقونه)
settings-rules = القواعد
settings-more-only = لا يتغير الإسناد والسجل المنشور إلا نحو حماية أكبر، لأن الناس ساهموا في ظل القاعدة السارية.
settings-limits = الحدود
settings-contact = الجهة التي يسألها المشاركون عن بياناتهم
settings-keep = تغيير
settings-told = ما أُعلن للجميع
set-state-preparing = قيد الإعداد: لا تراه إلا الوفود والأمانة
set-state-open = مفتوح
set-state-closed = مغلق: يمكن قراءته ولا يمكن تغيير شيء فيه
moderation-after = بعد النشر
moderation-before = قبل النشر
face-aggregates = أعداد: دون أي رد بمفرده
face-rows = كل رد باسم مستعار جديد، بعد الإغلاق
limit-network_participants = المشاركون دون رمز من شبكة واحدة
limit-network_responses = الردود دون رمز من شبكة واحدة
limit-code_responses = الردود الواردة برمز دخول واحد
limit-disclosure_inside = لا يُعرض داخل الحوار شيء عن عدد من المشاركين أقل من
limit-disclosure_public = لا يُعرض للجمهور شيء عن عدد من المشاركين أقل من
limit-threshold_some = «بعض» ابتداءً من (في المائة)
limit-threshold_many = «كثير» ابتداءً من (في المائة)
limit-threshold_most = «معظم» ابتداءً من (في المائة)
settings-word = أحد الخيارات غير معروف. لم يتغير شيء.
settings-moment = تعذرت قراءة أحد المواعيد: اكتبوه هكذا 2026-11-24T09:00 (بالتوقيت العالمي). لم يتغير شيء.
settings-number = الحدود أعداد صحيحة. لم يتغير شيء.
settings-thresholds = ترتفع العتبات الثلاث من «بعض» إلى «كثير» إلى «معظم»، بين 1 و100 في المائة. لم يتغير شيء.
settings-disclosure = لا يمكن إلا رفع حدود الإفصاح: فقد ساهم الناس في ظل الحد الساري. لم يتغير شيء.
settings-attribution-weaker = لا يتغير الإسناد إلا نحو حماية أكبر. لم يتغير شيء.
settings-face-weaker = لا يتغير السجل المنشور إلا نحو حماية أكبر: من الردود المفردة إلى الأعداد، لا العكس. لم يتغير شيء.
settings-not-back = الحوار الذي فُتح يمكن إغلاقه، ولا يمكن أن يعود قيد الإعداد. لم يتغير شيء.
settings-order = موعد الإغلاق سابق لموعد الافتتاح. لم يتغير شيء.
settings-past = مضى موعد الإغلاق. للإغلاق الآن اختاروا الحالة «مغلق». لم يتغير شيء.
notice-opens_at = يُفتتح الحوار في { $at }.
notice-opens_at-none = لم يعد للحوار موعد افتتاح محدد.
notice-closes_at = يُغلق الحوار في { $at }.
notice-closes_at-none = لم يعد للحوار موعد إغلاق محدد.
notice-state-preparing = الحوار قيد الإعداد.
notice-state-open = افتُتح الحوار.
notice-state-closed = أُغلق الحوار.
notice-participation-delegations = أصبح الحوار للوفود.
notice-participation-code = أصبح القادمون الجدد من غير الوفود بحاجة إلى رمز دخول.
notice-participation-open = أصبح الحوار مفتوحًا للجميع.
notice-moderation-after = أصبحت المساهمات تُنشر فورًا وتُراجع بعد ذلك.
notice-moderation-before = أصبحت المساهمات تُراجع قبل نشرها.
notice-attribution-named = تُعرض المساهمات بالاسم.
notice-attribution-by_category = أصبحت المساهمات تُعرض بالفئة، ومنها السابقة.
notice-attribution-unattributed = أصبحت المساهمات دون إسناد، ومنها السابقة.
notice-attribution-off_the_record = أصبحت المساهمات خارج المحضر، ومنها السابقة.
notice-face-aggregates = أصبح السجل المنشور أعدادًا دون أي رد بمفرده.
notice-face-rows = يضم السجل المنشور كل رد باسم مستعار جديد.
notice-budget = أصبح الحد الأقصى لمن يأتون من شبكة واحدة دون رمز { $n }.
notice-package = الحزمة { $n } هي الآن حزمة العمل.
notice-decision = القرار { $n } بشأن حزمة: { $state }.
done-accredited = { $n ->
    [zero] لم يُعتمد أي وفد.
    [one] اعتُمد وفد واحد.
    [two] اعتُمد وفدان.
    [few] اعتُمدت { $n } وفود.
    [many] اعتُمد { $n } وفدًا.
   *[other] اعتُمد { $n } وفد.
}
done-perspectives = { $n ->
    [zero] لم تُنشر أي وجهة نظر.
    [one] نُشرت وجهة نظر واحدة.
    [two] نُشرت وجهتا نظر.
    [few] نُشرت { $n } وجهات نظر.
    [many] نُشرت { $n } وجهة نظر.
   *[other] نُشرت { $n } وجهة نظر.
}
done-withdrawn = { $n ->
    [0] سبق استعمال الرابط أو سحبه.
   *[other] لم يعد الرابط صالحًا.
}
done-set-aside = استُبعد من الرموز: { $n }. لم تعد النتائج تحسب من جاء بها.
done-taken-in = أُعيد من الرموز: { $n }. تحسب النتائج من جاء بها.
done-described = حُفظ. تحسب النتائج الوفد كما هو موصوف الآن.
done-deleted = حُذف الوفد.
done-departed = أُخرج الوفد من الحوار وسُحب ما قدّمه.
done-erased = مُحي الوفد وما قدّمه.
done-role = تغيّر الدور.
done-removed = أُزيل العضو وأُخرج من حسابه.
done-decided = حُفظ القرار وسببه في السجل.
done-seen = { $n ->
    [zero] لم تُعلَّم أي وجهة نظر.
    [one] عُلّمت وجهة نظر واحدة على أنها رُوجعت.
    [two] عُلّمت وجهتا نظر على أنهما رُوجعتا.
    [few] عُلّمت { $n } وجهات نظر على أنها رُوجعت.
    [many] عُلّمت { $n } وجهة نظر على أنها رُوجعت.
   *[other] عُلّمت { $n } وجهة نظر على أنها رُوجعت.
}
done-entered = نُشر.
done-corrected = غُيّر.
done-answers = { $n ->
    [0] لم يتغير شيء.
    [zero] لم يتغير شيء.
    [one] حُفظ رد واحد.
    [two] حُفظ ردّان.
    [few] حُفظت { $n } ردود.
    [many] حُفظ { $n } ردًا.
   *[other] حُفظ { $n } رد.
}
done-sheets = { $n ->
    [zero] لم تُحفظ أي استمارة.
    [one] حُفظت استمارة واحدة.
    [two] حُفظت استمارتان.
    [few] حُفظت { $n } استمارات.
    [many] حُفظت { $n } استمارة.
   *[other] حُفظت { $n } استمارة.
}{ $again ->
    [0] {""}
   *[other] {" "}منها بدلًا مما أُدخل من قبل: { $again }.
}
done-marked = { $n ->
    [zero] لم تُؤخذ أي وجهة نظر.
    [one] أُخذت وجهة نظر واحدة.
    [two] أُخذت وجهتا نظر.
    [few] أُخذت { $n } وجهات نظر.
    [many] أُخذت { $n } وجهة نظر.
   *[other] أُخذت { $n } وجهة نظر.
}
done-settings = غُيّرت؛ ويُعلَن ذلك للجميع في صفحة الحوار.
entry-closed = الحوار مغلق: لا يمكن إدخال المزيد. ولمن يديره أن يفتحه من جديد في الإعدادات.
entry-withdraw-ask = سحب …
done-taken-back = سُحب: لم يعد يراه أحد. ولإعادته أدخلوه من جديد.
members-withdraw-ask = سحب …
members-withdraw-lead = يتوقف الرابط فوراً ولا يمكن عرضه من جديد.
silent-nobody = لم يُعتمد أي وفد بعد.
overview-record = السجل الكامل كما يحق لهذه القاعة (zip)
