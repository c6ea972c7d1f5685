# جمل المسودة. كل جملة كاملة: وما يُقتبس يرد تحتها بلغته.
summary-asked = طُرح السؤال { $ref } بشأن الفقرة { $paragraph } من الورقة.
summary-heard = { $perspectives ->
    [0] لم تُقدَّم أي وجهة نظر
    [zero] لم تُقدَّم أي وجهة نظر
    [one] قُدّمت وجهة نظر واحدة
    [two] قُدّمت وجهتا نظر
    [few] قُدّمت { $perspectives } وجهات نظر
    [many] قُدّمت { $perspectives } وجهة نظر
   *[other] قُدّمت { $perspectives } وجهة نظر
}، وورد { $responses ->
    [one] رد واحد
    [two] ردّان
    [few] { $responses-shown } ردود
    [many] { $responses-shown } ردًا
   *[other] { $responses-shown } رد
} من { $participants ->
    [one] مشارك واحد
    [two] مشاركَين
    [few] { $participants-shown } مشاركين
    [many] { $participants-shown } مشاركًا
   *[other] { $participants-shown } مشارك
}.
summary-heard-participants = { $perspectives ->
    [0] لم تُقدَّم أي وجهة نظر
    [zero] لم تُقدَّم أي وجهة نظر
    [one] قُدّمت وجهة نظر واحدة
    [two] قُدّمت وجهتا نظر
    [few] قُدّمت { $perspectives } وجهات نظر
    [many] قُدّمت { $perspectives } وجهة نظر
   *[other] قُدّمت { $perspectives } وجهة نظر
}، وردّ { $participants ->
    [one] مشارك واحد
    [two] مشاركان
    [few] { $participants-shown } مشاركين
    [many] { $participants-shown } مشاركًا
   *[other] { $participants-shown } مشارك
}.
summary-heard-few = { $perspectives ->
    [0] لم تُقدَّم أي وجهة نظر
    [zero] لم تُقدَّم أي وجهة نظر
    [one] قُدّمت وجهة نظر واحدة
    [two] قُدّمت وجهتا نظر
    [few] قُدّمت { $perspectives } وجهات نظر
    [many] قُدّمت { $perspectives } وجهة نظر
   *[other] قُدّمت { $perspectives } وجهة نظر
}؛ وعدد المشاركين الذين ردّوا أقل من أن تُعطى أرقام (الحد { $limit }).
summary-heard-nobody = { $perspectives ->
    [0] لم تُقدَّم أي وجهة نظر
    [zero] لم تُقدَّم أي وجهة نظر
    [one] قُدّمت وجهة نظر واحدة
    [two] قُدّمت وجهتا نظر
    [few] قُدّمت { $perspectives } وجهات نظر
    [many] قُدّمت { $perspectives } وجهة نظر
   *[other] قُدّمت { $perspectives } وجهة نظر
}؛ ولم يردّ أحد.
summary-without-code = { $n ->
    [one] جاء مشارك واحد
    [two] جاء مشاركان
    [few] جاء { $shown } مشاركين
    [many] جاء { $shown } مشاركًا
   *[other] جاء { $shown } مشارك
} دون رمز دخول ودون اعتماد.
summary-meet = { $word ->
    [most] يوافق معظم
    [many] يوافق كثير من
    [some] يوافق بعض
   *[few] يوافق قليل من
} من اتخذوا موقفًا ({ $agree } من { $sides }؛ نطاق 90%: من { $low } إلى { $high })، ولا يزيد غير الموافقين على الموافقين في أي مجموعة رأي أو كتلة معلنة تُعرض أرقامها.
summary-meet-none = لا تحظى أي وجهة نظر بتأييد كل مجموعات الرأي والكتل المعلنة التي تُعرض أرقامها.
summary-meet-more = { $n ->
    [one] وجهة نظر أخرى تستوفي
    [two] وجهتا نظر أخريان تستوفيان
    [few] { $n } وجهات نظر أخرى تستوفي
    [many] { $n } وجهة نظر أخرى تستوفي
   *[other] { $n } وجهة نظر أخرى تستوفي
} المعيار نفسه، ويمكن الاطلاع عليها في مشهد آراء هذا السؤال.
summary-differ-groups = تؤيدها مجموعة الرأي { $most } ({ $most-share })؛ ولا تؤيدها مجموعة الرأي { $least } ({ $least-share }).
summary-differ-blocs = تختلف كتل معلنة: { $most } (التأييد { $most-share }) و{ $least } ({ $least-share }).
summary-uncertain = لا يُعرف أيهما أكثر، الموافقون أم غير الموافقين: { $agree } موافق، { $disagree } غير موافق (نطاق 90% لنسبة الموافقين: من { $low } إلى { $high }).
summary-uncertain-unanswered = { $n ->
    [one] وجهة نظر واحدة ردودها أقل
    [two] وجهتا نظر ردودهما أقل
    [few] { $n } وجهات نظر ردودها أقل
    [many] { $n } وجهة نظر ردودها أقل
   *[other] { $n } وجهة نظر ردودها أقل
} من أن يقال شيء بشأنها (الحد { $limit } من المشاركين).
summary-uncertain-few_participants = تقوم مجموعات الرأي على { $n } من المشاركين؛ والطريقة تعمل على نحو أوثق ابتداءً من { $wanted }.
summary-uncertain-one_group = لم تُستخرج مجموعات رأي متمايزة.
summary-uncertain-no_stable_groups = لم تُستخرج مجموعات رأي مستقرة: تختلف المواقف بالدرجة، أو أن المعروف لا يكفي للتمييز بين المجموعات.
summary-uncertain-stability_not_measured = لم يُقَس استقرار مجموعات الرأي.
summary-uncertain-suppressed = لا تُعرض الأرقام المتعلقة بأقل من { $limit } من المشاركين، ولا ما يمكن حسابها منه.
summary-added = أضاف أحد المشاركين السؤال { $ref } بشأن الفقرة { $paragraph }.
summary-proposed = صيغت في صورة مقترح، ويؤيدها { $word ->
    [most] معظم
    [many] كثير من
    [some] بعض
   *[few] قليل من
} من اتخذوا موقفًا ({ $agree } من { $sides }؛ نطاق 90%: من { $low } إلى { $high }).
summary-evidence = أُرفق مستند، ومصدره المذكور: { $source }.
summary-evidence-bare = أُرفق مستند دون ذكر مصدره.
summary-part-asked = ما طُرح
summary-part-meet = حيث تلتقي الآراء
summary-part-differ = حيث تختلف الآراء
summary-part-uncertain = ما ليس مؤكدًا
summary-part-added = الأسئلة المضافة
summary-part-proposed = الإجراءات المقترحة
summary-part-evidence = المستندات
summary-source-question = السؤال { $ref }
summary-source-perspective = وجهة النظر { $number } في السؤال { $ref }
summary-source-counts = أعداد السؤال { $ref }
summary-source-common_ground = الأرضية المشتركة في السؤال { $ref }
summary-source-divide = مواضع الاختلاف في السؤال { $ref }
summary-source-notes = ملاحظات على مشهد آراء السؤال { $ref }
summary-source-evidence = مستندات السؤال { $ref }
summary-gone-erased = [محاها صاحبها]
summary-gone-withdrawn = [سحبها صاحبها]
summary-gone-withheld = [لم تعد تُعرض]
summary-gone-evidence = [لم يعد مرفقًا]
# الصفحة
summary-title = موجز الرئاسة
summary-of = موجز الرئاسة: { $title }
summary-responsibility = على مسؤولية الرئاسة، ولم يجر التفاوض عليه. تبيّن كل جملة ما تستند إليه، أو أنها بعبارات الرئاسة نفسها.
summary-own-words = بعبارات الرئاسة
summary-none = لم يُنشر موجز بعد.
summary-published-on = نُشر في { $date }
summary-unpublished = غير منشور
summary-unsaved = مسودة غير محفوظة
summary-version-line = النسخة { $version }، أرقام { $date }
summary-withdrawn = { $n ->
    [one] سُحب رد واحد
    [two] سُحب ردّان
    [few] سُحبت { $n } ردود
    [many] سُحب { $n } ردًا
   *[other] سُحب { $n } رد
} بعد أخذ هذه الأرقام. ويحتفظ الموجز بأرقامه.
summary-sources = المصادر
summary-label-state = الحالة
summary-label-figures = الأرقام بتاريخ
summary-label-version = النسخة
summary-download-docx = وورد (DOCX)
summary-download-html = ملف واحد (HTML)
summary-download-json = بيانات (JSON)
summary-download-full = السجل الكامل، للمدققين وللأمانة (zip)
summary-full-hint = يضم كل رد باسم مستعار: احفظوه كما تُحفظ قائمة أشخاص. ويمكن إعادة حساب كل رقم منه:
summary-download-record = السجل العام (zip)
summary-edit = تحرير
summary-coverage = التغطية
summary-versions = النسخ
summary-publish = نشر النسخة { $version }
summary-draft = مسودة جديدة من الحوار
summary-draft-hint = تصبح المسودة نسخة جديدة. وتُنقل إليها الجمل التي بعبارات الرئاسة؛ أما الجمل المحررة فتبقى في النسخة السابقة.
summary-back = العودة إلى الموجز
# التحرير
summary-edit-title = تحرير موجز الرئاسة
summary-edit-lead = تحتفظ الجمل المحررة بروابطها. والجملة التي لا مصادر لها تُعلَّم بأنها بعبارات الرئاسة. والجملة الفارغة تُحذف. وينشئ الحفظ نسخة جديدة.
summary-overtaken = حُفظت نسخة أخرى في هذه الأثناء. ما كتبتموه وارد أدناه ولم يُحفظ بعد؛ وحفظه يجعله أحدث نسخة.
summary-sentence = الجملة
summary-place = ترتيبها في جزئها
summary-remove = حذف
summary-unlink = إزالة مصادرها: بعبارات الرئاسة
summary-add = إضافة جملة
summary-add-part = الجزء
summary-add-text = جملة بعبارات الرئاسة
summary-save = حفظ كنسخة جديدة
# التغطية والنسخ
summary-coverage-title = تغطية الموجز
summary-coverage-lead = ما قيل وليس له أثر في أحدث نسخة.
summary-coverage-questions = الأسئلة
summary-coverage-questions-caption = كل سؤال، وما قيل بشأنه، وما يقوله الموجز عدا نص السؤال
summary-coverage-delegations = الوفود
summary-coverage-delegations-lead = لا تُحتسب إلا المساهمات المقدَّمة بالاسم: فالقول إن غيرها قد استُشهد به يكشف صاحبها.
summary-coverage-delegations-caption = كل وفد، ووجهات النظر التي قدّمها باسمه، وعدد ما استُشهد به منها
summary-coverage-paragraphs = الفقرات
summary-coverage-paragraphs-caption = كل فقرة تتعلق بها وجهة نظر
summary-coverage-paragraphs-none = لا وجهة نظر متعلقة بفقرة.
summary-column-question = السؤال
summary-column-delegation = الوفد
summary-column-paragraph = الفقرة
summary-column-perspectives = وجهات النظر
summary-column-cited = المستشهد بها
summary-column-sentences = الجمل
summary-column-trace = الأثر
summary-column-saved = حُفظت في
summary-column-do = النشر
summary-trace = في الموجز
summary-no-trace = لا أثر
summary-nothing-said = لا شيء بالاسم
summary-versions-title = نسخ الموجز
summary-versions-caption = كل النسخ، الأحدث أولًا
summary-from = النسخة السابقة
summary-to = النسخة اللاحقة
summary-compare = مقارنة
summary-differences = من النسخة { $from } إلى النسخة { $to }
summary-differences-none = لا تختلف أي جملة.
summary-difference-added = أُضيفت
summary-difference-removed = حُذفت
summary-difference-changed = غُيّرت
record-face-unknown = لا وجود لهذا الوجه من السجل. اطلبوا face=public أو face=full.
summary-publish-ask = نشر النسخة { $version } …
summary-publish-lead = من الآن فصاعداً يستطيع أي شخص قراءة هذه النسخة. وتبقى في المحضر، ويمكن أن تحل محلها نسخة لاحقة.
summary-published-now = نُشرت النسخة { $version }: يستطيع أي شخص قراءتها.
summary-current = ما يراه القراء
summary-publish-again = نشر النسخة { $version } من جديد …
summary-silent = لم يتحدث عنها أحد
