skip = الانتقال إلى المحتوى
nav-dialogue = الحوار
nav-paper = الوثيقة
nav-questions = الأسئلة
nav-summary = الموجز
nav-secretariat = الأمانة
nav-me = بياناتي
nav-help = مساعدة
sign-in = تسجيل الدخول
sign-out = تسجيل الخروج
simulated = حوار محاكى: كل الوفود والأسماء والمساهمات والأرقام مختلَقة.
simulated-short = محاكاة
role-visitor = زائر
role-participant = مشارك
role-observer = مراقب
role-adviser = مستشار
role-delegate = مندوب
role-head = رئيس الوفد
role-rapporteur = مقرر
role-secretariat = الأمانة
role-operator = أمانة هذا الخادم
participation-delegations = للوفود
participation-code = للوفود ولكل من يحمل رمز دخول
participation-open = مفتوح للجميع
kind-state = دولة
kind-intergovernmental = منظمة حكومية دولية
kind-city = مدينة
kind-civil_society = منظمة مجتمع مدني
kind-diaspora = منظمة مغتربين أو مهاجرين
kind-employers = أصحاب عمل
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
value-pass = تجاوز
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
date = { $day } { $month } { $year }
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
home-lead = تجيب الوفود والمشاركون عن أسئلة وثيقة معلومات أساسية، ويرون أين تلتقي الآراء وأين تفترق، ويقرؤون موجز الرئاسة مع مصادره.
home-none = لا يوجد حوار مفتوح هنا بعد.
home-open = فتح حوار من وثيقة
shortcuts-title = التجول بصفة دور معين
shortcuts-lead = هذا عرض على هذا الجهاز. نقرة واحدة تكفي لتسجيل الدخول.
dialogue-lead = تحتفظ كل فقرة برقمها المطبوع. اختر سؤالًا للإجابة عنه، أو فقرة لقراءة ما قيل بشأنها.
dialogue-questions = الأسئلة
dialogue-paper = الوثيقة
workshop-number = حلقة العمل { $n }
question-number = السؤال { $ref }
question-progress = الآراء: { $perspectives } · الردود: { $responses } · الوفود التي أجابت: { $delegations }
paragraph-title = الفقرة { $number }
paragraph-said = ما قيل: { $n }
paragraph-what = ما قيل بشأنها
paragraph-nothing = لا شيء بعد.
problem-title = تعذّر إتمام ذلك
problem-not-found = لا توجد صفحة كهذه هنا. ربما كان العنوان ناقصًا؛ لم يتغير شيء.
problem-sign-in = سجّل الدخول أولًا. لم يتغير شيء.
problem-forbidden = لا يسمح دورك بذلك، أو أن الاستمارة جاءت من موقع آخر. لم يتغير شيء. يمكن للأمانة تغيير الأدوار.
problem-internal = حدث خطأ في الخادم. لم يُحفظ شيء مما أرسلته؛ حاول مجددًا بعد قليل.
problem-not-kept = تعذّر حفظ ردك الآن. حاول مجددًا بعد قليل.
problem-not-open-yet = لا يستقبل الحوار مساهمات بعد. لم يُحفظ شيء.
problem-closed = الحوار مغلق ولا يستقبل مساهمات أخرى. لم يُحفظ شيء.
problem-invitation = استُخدم هذا الرابط من قبل أو انتهت صلاحيته. اطلب رابطًا جديدًا ممن أرسله.
problem-upload = لم يصل الملف كاملًا. لم يُحفظ شيء؛ أعد إرساله.
problem-upload-large = الملف أكبر مما يُقبل (12 ميغابايت). لم يُحفظ شيء.
problem-form = لم تصل الاستمارة كما ترسلها هذه الصفحة: حقل ناقص أو غير مقروء. لم يُحفظ شيء؛ ارجع وأعد إرسالها.
problem-id = أبلغ الأمانة بهذا الرقم: { $id }
problem-back = رجوع
sign-in-title = تسجيل الدخول
sign-in-lead = للوفود والأمانة. في الحوار المفتوح لا تحتاج إلى حساب للإجابة.
sign-in-name = اسم الدخول
sign-in-password = كلمة السر
sign-in-wrong = الاسم وكلمة السر لا يتطابقان. حاول مجددًا أو اطلب رابطًا جديدًا.
invitation-title = رابطك
invitation-lead = بهذا الرابط تشارك بصفة: { $role }. وهو صالح لمرة واحدة.
invitation-lead-delegation = بهذا الرابط تشارك باسم { $delegation } بصفة: { $role }. وهو صالح لمرة واحدة.
invitation-name = اسمك (يراه وفدك والأمانة)
invitation-password-hint = { $n } حرفًا على الأقل. جملة كاملة خيار جيد.
invitation-accept = المشاركة
invitation-empty = الاسم واسم الدخول مطلوبان.
invitation-short = تحتاج كلمة السر إلى { $n } حرفًا على الأقل.
invitation-taken = اسم الدخول هذا مستعمل؛ اختر غيره.
open-title = فتح حوار من وثيقة
open-lead = أحضر الوثيقة بصيغة Markdown أو DOCX أو HTML أو PDF. سترى ما فُهم منها ويمكنك تصحيحه؛ ولا يُنشأ شيء قبل تأكيدك.
open-file = الوثيقة
open-read = قراءة الوثيقة
open-no-file = اختر ملفًا أولًا.
open-refused = لم تُقرأ الوثيقة ولم يُحفظ شيء: { $reason }
open-understood = ما فُهم
open-counts = الفقرات: { $paragraphs }، حلقات العمل: { $workshops }، الأسئلة التوجيهية: { $questions }.
open-doubts = يرجى مراجعة هذه المواضع
open-paper-title = العنوان
open-symbol = الرمز
open-date = التاريخ (سنة-شهر-يوم)
open-language = لغة الوثيقة
open-slug = الموضع في العناوين
open-outline = الفقرات والأسئلة
open-outline-hint = سطر لكل منها: «# عنوان» يبدأ حلقة عمل، و«12. نص» فقرة برقمها المطبوع، و«? نص» سؤال توجيهي تحت الفقرة السابقة؛ و«#» وحدها تبدأ الفقرات الختامية.
open-confirm = إنشاء الحوار
open-line = تعذرت قراءة السطر { $line }: يجب أن يبدأ برقم تليه نقطة ومسافة، أو «#» أو «?»، ولا يتكرر رقم. لم يُنشأ شيء.
open-no-question = لا يوجد سؤال توجيهي بعد: ضع «?» أمام سؤال واحد على الأقل تحت فقرة من حلقة عمل. لم يُنشأ شيء.
open-slug-taken = لحوار آخر هذا الموضع في العناوين؛ اختر غيره. لم يُنشأ شيء.
open-slug-wrong = يتكون الموضع في العناوين من 2 إلى 60 من الحروف a-z والأرقام والشرطات. لم يُنشأ شيء.
help-title = مساعدة
help-take-part-title = المشاركة
help-take-part = افتح حوارًا واختر سؤالًا وأجب عن رأي واحد في كل مرة: موافق أو تجاوز أو غير موافق. يمكنك تحديد الأهم لديك، وإضافة رأيك، وتغيير كل شيء أو سحبه حتى الإغلاق.
help-delegation-title = للوفود
help-delegation = يتلقى رئيس الوفد رابطًا واحدًا ويدعو أعضاء وفده. يصوغ المستشارون، ويجيز الرئيس، ويتكلم المندوبون. ويمكن تقديم رأي باسم مجموعة تفاوضية.
help-answers-title = ما يُحتسب
help-answers = يُحتسب ردك الأخير. والتجاوز ليس رفضًا. ويظهر ما أجاب به الآخرون بعد أن تجيب.
help-attribution-title = من يعرف قائل الرأي
help-attribution = يحدد كل حوار هل تُعرض المساهمات بالاسم أو بالفئة أو دون إسناد أو تبقى خارج المحضر. ويمكنك طلب حماية أكبر لمساهمة بعينها، لا أقل.
help-landscape-title = المشهد
help-landscape = تقرّب الخريطة بين المشاركين الذين أجابوا بصورة متشابهة. والأرضية المشتركة هي ما تؤيده كل مجموعة رأي وكل كتلة معلنة. ولا يُعرض شيء عن عدد قليل جدًا من المشاركين.
help-data-title = بياناتك
help-data = في «بياناتي» ترى ما قدمته وتصدّره وتمحوه.
help-secretariat-title = للأمانة
help-secretariat = افتح حوارًا من وثيقة، واعتمد الوفود، واطبع رموز الدخول، وأدخل ما يقال في القاعة، وراجع المساهمات مع بيان الأسباب، وانشر موجز الرئاسة مع مصادره.
