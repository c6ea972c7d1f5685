skip = الانتقال إلى المحتوى
nav-dialogue = الحوار
nav-paper = الورقة
nav-questions = الأسئلة
nav-delegation = وفدنا
nav-summary = الموجز
nav-secretariat = الأمانة
nav-me = بياناتي
nav-help = مساعدة
sign-in = تسجيل الدخول
sign-out = تسجيل الخروج
simulated = حوار محاكى: كل وفد واسم ومساهمة فيه من نسج الخيال، وكذلك كل رقم عدا أرقام الممرات.
simulated-short = محاكاة
role-visitor = زائر
role-participant = مشارك
role-observer = مراقب
role-adviser = مستشار
role-delegate = مندوب
role-head = رئيس الوفد
role-rapporteur = مقرر
role-auditor = مدقق
role-secretariat = الأمانة
role-operator = أمانة هذا الخادم
participation-delegations = للوفود
participation-code = للوفود ولكل من يحمل رمز دخول
participation-open = مفتوح للجميع
kind-state = دولة
kind-intergovernmental = منظمة حكومية دولية
kind-city = مدينة
kind-civil_society = منظمة من المجتمع المدني
kind-diaspora = منظمة للمغتربين أو المهاجرين
kind-employers = أصحاب العمل
kind-union = نقابة عمال
kind-academia = أوساط أكاديمية
position-origin = بلد منشأ
position-transit = بلد عبور
position-destination = بلد مقصد
attribution-named = بالاسم
attribution-by_category = بالفئة
attribution-unattributed = دون إسناد
attribution-off_the_record = خارج المحضر
value-agree = موافق
value-pass = دون رأي
value-disagree = غير موافق
month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيه
month-7 = تموز/يوليه
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
# The mark makes the whole date run from right to left: its parts are isolated and tell no direction.
date = {"‏"}{ $day } { $month } { $year }
moment = { $date }، الساعة { $time } بالتوقيت العالمي
minutes = { $n ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
hours = { $n ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
days = { $n ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
state-open = مفتوح
state-preparing = قيد الإعداد
state-closed = مغلق
state-closes-in = المدة المتبقية للإغلاق: { $time }
state-opens-in = المدة المتبقية للافتتاح: { $time }
home-title = الحوارات
home-lead = تردّ الوفود والمشاركون على أسئلة ورقة معلومات أساسية، ويرون أين تلتقي الآراء وأين تفترق، ويقرؤون موجز الرئاسة مع مصادره.
home-none = لا يوجد حوار مفتوح هنا بعد.
home-open = فتح حوار انطلاقًا من ورقة
shortcuts-title = التجول بأحد الأدوار
shortcuts-lead = هذا عرض على هذا الجهاز. نقرة واحدة تكفي لتسجيل الدخول.
dialogue-lead = تحتفظ كل فقرة برقمها المطبوع. اختاروا سؤالًا للإجابة عنه، أو فقرة لقراءة ما قيل بشأنها.
dialogue-questions = الأسئلة
dialogue-paper = الورقة
workshop-number = حلقة العمل { $n }
question-number = السؤال { $ref }
question-progress = { $perspectives ->
    [0] لا وجهات نظر بعد
    [zero] لا وجهات نظر بعد
    [one] وجهة نظر واحدة
    [two] وجهتا نظر
    [few] { $perspectives } وجهات نظر
    [many] { $perspectives } وجهة نظر
   *[other] { $perspectives } وجهة نظر
} · { $responses ->
    [zero] لا ردود
    [one] رد واحد
    [two] ردّان
    [few] { $responses } ردود
    [many] { $responses } ردًا
   *[other] { $responses } رد
} · { $delegations ->
    [zero] لم يُجب أي وفد
    [one] أجاب وفد واحد
    [two] أجاب وفدان
    [few] أجابت { $delegations } وفود
    [many] أجاب { $delegations } وفدًا
   *[other] أجاب { $delegations } وفد
}
paragraph-title = الفقرة { $number }
paragraph-said = { $n ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $n } أقوال
    [many] { $n } قولًا
   *[other] { $n } قول
}
paragraph-what = ما قيل بشأنها
paragraph-nothing = لا شيء بعد.
problems-title = المشكلات التي تجيب بها الواجهة البرمجية
problems-lead = لكل مشكلة اسم لا يتغيّر، ونص بلغة الطلب؛ ويقود حقل “type” في الإجابة إلى هنا. ما يمكن طلبه وكيف:
problem-title = تعذّر إتمام ذلك
problem-not-found = لا توجد صفحة كهذه هنا. ربما كان العنوان ناقصًا؛ لم يتغير شيء.
problem-method = لا يقبل هذا العنوان هذا النوع من الطلبات. لم يتغيّر شيء؛ ويبيّن وصف الواجهة البرمجية ما يقبله.
problem-sign-in = سجّلوا الدخول أولًا. لم يتغير شيء.
problem-forbidden = لا يسمح دوركم بذلك، أو أن الاستمارة جاءت من موقع آخر. لم يتغير شيء. يمكن للأمانة تغيير الأدوار.
problem-internal = حدث خطأ في الخادم. لم يُحفظ شيء مما أرسلتموه؛ أعيدوا المحاولة بعد قليل.
problem-not-kept = تعذّر حفظ ردّكم الآن. أعيدوا المحاولة بعد قليل.
problem-not-open-yet = لا يستقبل الحوار مساهمات بعد. لم يُحفظ شيء.
problem-closed = الحوار مغلق ولا يستقبل مساهمات أخرى. لم يُحفظ شيء.
problem-invitation = استُعمل هذا الرابط من قبل أو انتهت صلاحيته. اطلبوا رابطًا جديدًا ممن أرسله إليكم.
problem-upload = لم يصل الملف كاملًا. لم يُحفظ شيء؛ أعيدوا إرساله.
problem-upload-large = الملف أكبر مما يُقبل (12 ميغابايت). لم يُحفظ شيء.
problem-form = لم تصل الاستمارة كما ترسلها هذه الصفحة: حقل ناقص أو غير مقروء. لم يُحفظ شيء؛ ارجعوا وأعيدوا إرسالها.
problem-id = أبلغوا الأمانة بهذا الرقم: { $id }
problem-back = رجوع
sign-in-title = تسجيل الدخول
sign-in-lead = للوفود والأمانة. في الحوار المفتوح لا حاجة إلى حساب للإجابة.
sign-in-name = اسم الدخول
sign-in-password = كلمة السر
sign-in-wrong = الاسم وكلمة السر لا يتطابقان. أعيدوا المحاولة أو اطلبوا رابطًا جديدًا.
invitation-title = رابطكم
invitation-lead = بهذا الرابط تشاركون بصفة: { $role }. وهو صالح لمرة واحدة.
invitation-lead-delegation = بهذا الرابط تشاركون ضمن وفد { $delegation } بصفة: { $role }. وهو صالح لمرة واحدة.
invitation-name = اسمكم (يراه وفدكم والأمانة)
invitation-password-hint = عدد الحروف { $n } على الأقل. جملة كاملة خيار جيد.
invitation-accept = المشاركة
invitation-empty = الاسم واسم الدخول مطلوبان.
invitation-short = يجب ألا يقل عدد حروف كلمة السر عن { $n }.
invitation-taken = اسم الدخول هذا مستعمل؛ اختاروا غيره.
open-title = فتح حوار انطلاقًا من ورقة
open-lead = قدّموا ورقة المعلومات الأساسية بصيغة Markdown أو DOCX أو HTML أو PDF. سترون ما فُهم منها ويمكنكم تصحيحه؛ ولا يُنشأ شيء قبل تأكيدكم.
open-file = الورقة
open-read = قراءة الورقة
open-no-file = اختاروا ملفًا أولًا.
open-refused = لم تُقرأ الورقة ولم يُحفظ شيء: { $reason }
open-understood = ما فُهم
open-counts = { $paragraphs ->
    [zero] لا فقرات
    [one] فقرة واحدة
    [two] فقرتان
    [few] { $paragraphs } فقرات
    [many] { $paragraphs } فقرة
   *[other] { $paragraphs } فقرة
}، { $workshops ->
    [zero] لا حلقات عمل
    [one] حلقة عمل واحدة
    [two] حلقتا عمل
    [few] { $workshops } حلقات عمل
    [many] { $workshops } حلقة عمل
   *[other] { $workshops } حلقة عمل
}، { $questions ->
    [zero] لا أسئلة توجيهية
    [one] سؤال توجيهي واحد
    [two] سؤالان توجيهيان
    [few] { $questions } أسئلة توجيهية
    [many] { $questions } سؤالًا توجيهيًا
   *[other] { $questions } سؤال توجيهي
}.
open-doubts = يرجى مراجعة هذه المواضع
open-paper-title = العنوان
open-symbol = الرمز
open-date = التاريخ (سنة-شهر-يوم)
open-language = لغة الورقة
open-slug = الموضع في العناوين
open-outline = الفقرات والأسئلة
open-outline-hint = سطر لكل منها: «# عنوان» يبدأ حلقة عمل، و«12. نص» فقرة برقمها المطبوع، و«? نص» سؤال توجيهي تحت الفقرة السابقة؛ و«#» وحدها تبدأ الفقرات الختامية.
open-confirm = إنشاء الحوار
open-line = لا يمكن قراءة السطر { $line } «⁨{ $text }⁩»: يجب أن يبدأ برقم تليه نقطة ومسافة، أو بعلامة «#» أو «?»، ولا يجوز أن يرد رقم مرتين. لم يُنشأ شيء.
open-no-question = لا يوجد سؤال توجيهي بعد: ضعوا «?» أمام سؤال واحد على الأقل تحت فقرة من حلقة عمل. لم يُنشأ شيء.
open-slug-taken = لحوار آخر هذا الموضع في العناوين؛ اختاروا غيره. لم يُنشأ شيء.
open-slug-wrong = يتكون الموضع في العناوين من 2 إلى 60 من الحروف a-z والأرقام والشرطات. لم يُنشأ شيء.
help-title = مساعدة
help-take-part-title = المشاركة
help-take-part = افتحوا حوارًا واختاروا سؤالًا وأجيبوا عن وجهة نظر واحدة في كل مرة: موافق أو دون رأي أو غير موافق. ويمكنكم تحديد الأهم لديكم، وإضافة وجهة نظركم، وتغيير كل شيء أو سحبه حتى الإغلاق.
help-delegation-title = للوفود
help-delegation = يتلقى رئيس الوفد رابطًا واحدًا ويدعو أعضاء وفده. يصوغ المستشارون، ويجيز الرئيس، ويتكلم المندوبون. ويمكن تقديم وجهة نظر باسم مجموعة تفاوضية.
help-answers-title = ما يُحتسب
help-answers = يُحتسب ردّكم الأخير. و«دون رأي» ليس عدم موافقة. ويظهر ما أجاب به الآخرون بعد أن تجيبوا.
help-attribution-title = من يعرف صاحب القول
help-attribution = يحدد كل حوار هل تُعرض المساهمات بالاسم أو بالفئة أو دون إسناد أو تبقى خارج المحضر. ويمكنكم طلب حماية أكبر لمساهمة بعينها، لا أقل.
help-landscape-title = مشهد الآراء
help-landscape = تقرّب الخريطة بين المشاركين الذين أجابوا بصورة متشابهة. والأرضية المشتركة هي ما تؤيده كل مجموعة رأي وكل كتلة معلنة. ولا يُعرض شيء عن عدد قليل جدًا من المشاركين.
help-data-title = بياناتكم
help-data = في «بياناتي» ترون ما قدّمتموه وتأخذونه معكم وتمحونه.
help-secretariat-title = للأمانة
help-secretariat = افتحوا حوارًا انطلاقًا من ورقة، واعتمدوا الوفود، واطبعوا رموز الدخول، وأدخلوا ما يقال في القاعة، وراجعوا المساهمات مع بيان الأسباب، وانشروا موجز الرئاسة مع مصادره.
refused-empty = الملف فارغ. اختاروا الورقة من جديد.
refused-no-text = لا نص في الملف. وإن كان ممسوحاً ضوئياً فلا بد من التعرف على نصه أولاً.
refused-unknown-format = ليس الملف Markdown ولا DOCX ولا HTML ولا PDF ولا نصاً عادياً. احفظوه بإحدى هذه الصيغ.
refused-not-this = ليس الملف ما يقوله اسمه. افتحوه في البرنامج الذي أنشأه واحفظوه من جديد.
refused-encoding = لا يُقرأ النص بترميزه. احفظوا الملف بترميز UTF-8 وحاولوا مرة أخرى.
refused-too-much = في الملف أكثر مما تحتاج إليه أي ورقة. أحضروا الورقة وحدها من دون صور ومرفقات.
refused-too-deep = أجزاء الملف متداخلة أكثر مما في أي ورقة. افتحوه واحفظوه نصاً عادياً وحاولوا مرة أخرى.
refused-dtd = يعرّف الملف كيانات خاصة به لا تحتاج إليها أي ورقة. احفظوه نصاً عادياً وحاولوا مرة أخرى.
refused-damaged = الملف تالف. افتحوه في البرنامج الذي أنشأه واحفظوه ثم حاولوا مرة أخرى.
refused-encrypted = الملف مشفر. احفظوه من دون كلمة مرور وحاولوا مرة أخرى.
refused-stopped = تتطلب قراءته ذاكرة أو وقتاً أكثر مما تحتاج إليه أي ورقة، فأُوقفت القراءة.
refused-start = تعذر تشغيل القارئ على الخادم. أبلغوا من يديره.
doubt-no-title = لم يُعثر على عنوان: أدخلوه.
doubt-title = اختير العنوان من بين عدة أسطر: هل هو صحيح؟
doubt-language = تعذر تحديد اللغة: اختاروها.
doubt-date = التاريخ غير مؤكد: تحققوا منه.
doubt-no-questions = لم يُعثر على أسئلة توجيهية: ضعوا أمامها «?».
doubt-announcement = أي فقرة تعلن هذه الأسئلة؟
doubt-not-a-question = لا علامة استفهام فيه: هل هو سؤال؟
doubt-missing-questions = تعلن الفقرة أسئلة، ولا يتبعها أي سؤال.
doubt-numbering = رقم ناقص أو مكرر أو في غير ترتيبه.
doubt-joined = ضُمّت قطعتان من النص: هل هما فقرة واحدة؟
doubt-structure = بداية جزء من الورقة أو نهايته غير مؤكدة.
doubt-left-out = تُرك شيء مما في الملف.
doubt-at = { $place }: { $what }
home-erased = مُحيت بياناتكم وسُجّل خروجكم.
open-session = الدورة
open-subtitle = العنوان الفرعي
