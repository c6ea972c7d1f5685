# صفحة السؤال وما يجري فيها.
author-participant = مشارك
author-delegation = وفد
author-departed = وفد غادر الحوار
author-origin = بلد منشأ
author-transit = بلد عبور
author-destination = بلد مقصد
author-state = دولة
author-intergovernmental = منظمة حكومية دولية
author-city = مدينة
author-civil_society = منظمة من المجتمع المدني
author-diaspora = منظمة للمغتربين أو المهاجرين
author-employers = منظمة لأصحاب العمل
author-union = نقابة عمال
author-academia = مؤسسة أكاديمية
question-kicker = حلقة العمل { $workshop } · السؤال { $place } من { $total }، الفقرة { $paragraph }
question-counts = { $responses ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $responses } ردود
    [many] { $responses } ردًا
   *[other] { $responses } رد
} على { $perspectives ->
    [zero] لا وجهات نظر
    [one] وجهة نظر واحدة
    [two] وجهتي نظر
    [few] { $perspectives } وجهات نظر
    [many] { $perspectives } وجهة نظر
   *[other] { $perspectives } وجهة نظر
}
question-delegations = { $n ->
    [zero] لم يجب أي وفد من { $of }
    [one] أجاب وفد واحد من { $of }
    [two] أجاب وفدان من { $of }
    [few] أجابت { $n } وفود من { $of }
    [many] أجاب { $n } وفدًا من { $of }
   *[other] أجاب { $n } وفد من { $of }
}
question-answer = ردّكم
question-paper = ما تقوله الورقة
question-place = وجهة النظر { $n } من { $of } لكم
perspective-number = رقم { $n }
question-next = التالي: السؤال { $ref }
question-group = باسم { $group }
question-original = لغة الأصل: { $language }
question-entered = أدخلته الأمانة
question-matters = هذا هو الأهم بالنسبة إلينا
question-protect = حماية أكبر لهذا الرد
question-protect-hint = لا تُعرض الردود إلا أعدادًا. وخيار «خارج المحضر» يُبقي ردّكم أيضًا خارج أي سجل يُنشر ردًا ردًا.
question-far = أُجيب عن { $n } من { $of }
question-skip = لاحقًا
question-said = { $n ->
    [zero] لا وجهات نظر
    [one] وجهة نظر واحدة
    [two] وجهتا نظر
    [few] { $n } وجهات نظر
    [many] { $n } وجهة نظر
   *[other] { $n } وجهة نظر
}
question-none = لم يُضف أحد وجهة نظر بعد. يمكن أن تكون وجهة نظركم الأولى.
question-all = لقد أجبتم عن كل وجهات النظر في هذا السؤال. ستظهر الجديدة هنا.
question-not-open = لا يتلقى الحوار ردودًا الآن. يمكنكم قراءة كل شيء.
question-not-yours = يمكنكم قراءة كل شيء هنا. الردود يقدمها المندوبون والمشاركون.
question-back = العودة إلى السؤال { $ref }
question-ref = السؤال { $ref }
question-no-longer = لم تعد وجهة النظر هذه على الصفحة.
question-done-published = نُشرت وجهة نظركم.
question-done-draft = حُفظت مسودتكم. لا يراها إلا وفدكم.
question-done-pending = حُفظت وجهة نظركم. ستظهر بعد أن يطّلع عليها المشرفون.
question-done-attached = أُرفق المستند.
question-done-attached-pending = حُفظ المستند. يظهر بعد أن ينظر فيه المشرفون.
question-done-taken-off = أُزيل المستند.
question-done-translated = حُفظت الترجمة غير الرسمية.
question-done-reported = شكرًا. سينظر المشرفون فيها.
question-done-withdrawn = سُحب ردّكم.
question-done-asked = أُضيف سؤالكم.
question-done-asked-pending = حُفظ سؤالكم. يظهر بعد أن ينظر فيه المشرفون.
question-done-joined = أنتم الآن مشاركون.
translation-mark = ترجمة غير رسمية
tally-title = ما ورد من ردود
tally-caption = { $n ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $n } ردود
    [many] { $n } ردًا
   *[other] { $n } رد
}
tally-answer = الرد
tally-number = الردود
tally-share = النسبة
tally-yours = ردّكم
tally-hidden = لا يُعرض: العدد قليل
tally-few = حُفظ ردّكم. لا توجد ردود كافية لعرضها بعد: { $n } من { $limit }.
tally-renewed = حُفظ ردّكم. تُجدَّد هذه الأعداد كلما أجاب مشاركون آخرون ({ $k } على الأقل).
tally-protected = حُفظ ردّكم. لا تُعرض الأعداد لأن أقل من { $limit } اختاروا أحد الردود.
notice-title = قبل ردّكم الأول
notice-kept = ما يُحفظ: ردودكم ووجهات نظركم باسم مستعار، دون اسم أو عنوان. وللأمانة، وللمدققين الذين تسمّيهم، الاطلاع عليها بهذه الصورة.
notice-seen-named = ما يُرى: وجهات نظر الوفود بأسمائها؛ ومن الردود الأعداد فقط.
notice-seen-by_category = ما يُرى: وجهات النظر مع فئة مثل «بلد مقصد»؛ ومن الردود الأعداد فقط.
notice-seen-unattributed = ما يُرى: وجهات النظر دون ذكر أصحابها؛ ومن الردود الأعداد فقط.
notice-seen-off_the_record = ما يُرى: لكم وللأمانة وحدكم؛ ومن الردود الأعداد فقط.
notice-published-aggregates = ما يُنشر: أعداد، ولا شيء عن عدد قليل من المشاركين.
notice-published-rows = ما يُنشر بعد الإغلاق: كل رد باسم مستعار جديد.
notice-until = يمكنكم التغيير أو السحب حتى { $time }.
notice-until-open = يمكنكم التغيير أو السحب حتى إغلاق الحوار.
notice-ask = للسؤال عن بياناتكم: { $contact }.
notice-ask-secretariat = للسؤال عن بياناتكم: أمانة هذا الحوار.
form-language = اللغة
propose-title = إضافة وجهة نظر
propose-text = وجهة نظركم
propose-hint = عبارة واحدة يمكن للآخرين الموافقة عليها أو عدم الموافقة، في 400 حرف على الأكثر.
propose-paragraph = عن الفقرة
propose-no-paragraph = لا فقرة
propose-attribution = طريقة العرض
propose-group = باسم
propose-no-group = وفدنا وحده
propose-draft = حفظها مسودة لا يراها إلا وفدنا
propose-only-draft = تُحفظ مسودة، ويجيزها رئيس وفدكم.
propose-send = إضافة
as-named = بالاسم
as-by_category = بالفئة
as-unattributed = دون إسناد
as-off_the_record = خارج المحضر
ask-title = طرح سؤال آخر
ask-text = سؤالكم
ask-paragraph = تحت الفقرة
ask-send = إضافة السؤال
report-title = إبلاغ المشرفين
report-reason = ما الخطأ فيها؟
report-send = إرسال
translate-title = إدخال ترجمة غير رسمية
translate-object = ما تترجمونه
translate-perspective = وجهة النظر أعلاه
translate-question = السؤال
translate-text = الترجمة
translate-tool = هل أعدّتها أداة؟ اسمها
translate-send = حفظ الترجمة
responses-link = ردودي
mine-title = ردودي على السؤال { $ref }
mine-none = لم تجيبوا بعد.
responses-matters = الأهم
responses-change = تغيير أو سحب
responses-withdraw = سحب هذا الرد
answered-agree = وافقتم
answered-pass = لم تُبدوا رأيًا
answered-disagree = لم توافقوا
drafts-link = وجهات نظرنا ومسوداتنا
drafts-title = وجهات النظر والمسودات
drafts-lead = لا يرى المسودة إلا وفدكم. يجيزها رئيس الوفد وينشرها مندوب.
drafts-none = لا توجد بعد.
drafts-clear = إجازة
drafts-publish = نشر
drafts-withdraw = سحب
drafts-edit = تغيير الصياغة
drafts-keep = حفظ
pstate-draft = مسودة
pstate-cleared = مُجازة
pstate-pending = تنتظر المشرفين
pstate-published = منشورة
pstate-withdrawn = مسحوبة
pstate-refused = أزالها المشرفون
pstate-erased = محاها صاحبها
evidence-heading = ما أُرفق بهذا السؤال
evidence-title = مستندات السؤال { $ref }
evidence-none = لم يُرفق شيء بعد.
evidence-add = إرفاق مستند
evidence-manage = إرفاق مستند أو إزالته
evidence-take-off = إزالة…
evidence-take-off-now = إزالته
evidence-reason = السبب (يصبح جزءًا من السجل)
evidence-reason-needed = السبب مطلوب: فهو يصبح جزءًا من السجل. لم يتغيّر شيء.
evidence-source = المصدر: { $source }
evidence-by = أرفقه: { $author }
evidence-form-title = العنوان
evidence-form-source = المصدر: من نشره ومتى
evidence-form-url = رابط
evidence-form-file = أو ملف
evidence-form-hint = ملف PDF أو Word أو جدول أو صورة أو نص، 10 ميغابايت على الأكثر.
evidence-send = إرفاق
attached-link = رابط
attached-file = ملف
join-title = المشاركة
join-lead = اكتبوا رمز الدخول الذي تلقيتموه. لا حاجة إلى اسم أو عنوان.
join-code = رمز الدخول
join-send = دخول
me-title = بياناتي
me-lead = كل ما يُحفظ عنكم هنا. يمكنكم أخذه معكم ومحوه.
me-account = الحساب { $signin }، الاسم { $name }، أُنشئ في { $at }.
me-responses = { $n ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $n } ردود
    [many] { $n } ردًا
   *[other] { $n } رد
}
me-responses-caption = ردودكم كما تُحسب الآن
me-question = السؤال
me-perspective = وجهة النظر
me-at = الوقت (UTC)
me-perspectives = { $n ->
    [zero] لا وجهات نظر
    [one] وجهة نظر واحدة
    [two] وجهتا نظر
    [few] { $n } وجهات نظر
    [many] { $n } وجهة نظر
   *[other] { $n } وجهة نظر
}
me-download = أخذ بياناتي (JSON)
me-erase-title = محو بياناتي
me-erase-lead = تُمحى الردود ووجهات النظر. وما ردّ عليه آخرون يبقى مكانه مع عبارة «محاها صاحبها» بدل النص. وما قاله وفد يبقى للوفد. لا يمكن التراجع عن ذلك.
me-erase-sure = أريد محو ذلك
me-erase-send = محو
me-erase-unsure = لم يُمحَ شيء. ضعوا علامة في المربع إن أردتم ذلك.
problem-value = لم يكن الرد أحد الردود الثلاثة: موافق أو دون رأي أو غير موافق. لم يُحفظ شيء؛ اختاروا واحدًا منها.
problem-not-published = لم تعد وجهة النظر هذه على الصفحة. لم يُحفظ شيء؛ تابعوا مع التالية.
problem-code-needed = الدخول إلى هذا الحوار برمز. لم يُحفظ شيء؛ أدخلوا رمزكم وأجيبوا مرة أخرى.
problem-code-unknown = هذا الرمز غير معروف هنا أو استُبعد. تحققوا منه أو اسألوا الأمانة.
problem-code-used = أدخل هذا الرمز كل من يمكنه إدخالهم. اطلبوا رمزًا آخر من الأمانة.
problem-code-full = وردت بهذا الرمز كل الردود المسموح بها. لم يُحفظ ردّكم؛ يمكن للأمانة رفع الحد.
problem-network-full = جاء كثيرون من شبكتكم دون رمز. لم يُحفظ ردّكم؛ اطلبوا رمز دخول من الأمانة.
problem-too-fast = كان ذلك أسرع مما يكتبه الناس. لم يُحفظ شيء؛ حاولوا بعد دقيقة.
problem-empty = لا يوجد نص بعد. اكتبوه وأرسلوه مرة أخرى.
problem-too-long = في النص { $n } حرفًا، والحد { $most }. اختصروه وأرسلوه مرة أخرى.
problem-language = اختاروا لغة النص.
problem-paragraph = لا توجد في الورقة هذه الفقرة. اختاروا فقرة من القائمة.
problem-not-member = ليس وفدكم عضوًا في هذه المجموعة، فلا يمكنه التحدث باسمها.
problem-same-text = النص نفسه موجود هنا. ردّوا عليه أو قولوا ما تضيفونه.
problem-responded = ردّ عليها آخرون فتبقى صياغتها. اسحبوها وأضيفوا أخرى.
problem-draft-state = لم تعد في حالة تسمح بذلك، أو أن غيركم في وفدكم يفعله.
problem-link = هذا ليس رابطًا إلى صفحة. يجب أن يبدأ بـ https:// أو http://.
problem-link-or-file = قدّموا إما رابطًا أو ملفًا.
problem-file-large = الملف أكبر من 10 ميغابايت. لم يُحفظ شيء؛ أرفقوا رابطًا بدلًا منه.
problem-file-kind = لا تُقبل ملفات من هذا النوع. أرفقوا ملف PDF أو Word أو جدولًا أو صورة أو نصًا، أو رابطًا.
problem-same-language = الأصل بهذه اللغة. اختاروا لغة الترجمة.
problem-evidence-gone = أُزيل من قبل. لم يتغيّر شيء.
drafts-withdraw-ask = سحب …
drafts-withdraw-lead = لا يراه أحد بعد ذلك، ولا يمكن استرجاعه.
hall-qr = عنوان السؤال رمزاً مربعاً QR
