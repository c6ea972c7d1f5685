landing-title = مناطق الاتفاق
landing-verdict-found = { $measures ->
    [zero] بلا أي تدبير: { $better } من أصل { $parties } من الأطراف في حال أفضل
    [one] تدبير واحد يجعل { $better } من أصل { $parties } من الأطراف في حال أفضل
    [two] تدبيران معًا يجعلان { $better } من أصل { $parties } من الأطراف في حال أفضل
    [few] { $measures } تدابير معًا تجعل { $better } من أصل { $parties } من الأطراف في حال أفضل
    [many] { $measures } تدبيرًا معًا تجعل { $better } من أصل { $parties } من الأطراف في حال أفضل
   *[other] { $measures } تدبير معًا تجعل { $better } من أصل { $parties } من الأطراف في حال أفضل
}، وتترك { $equal } على حالها، ولا يصبح أحد في حال أسوأ: مجموع المكاسب { $total }.
landing-verdict-found-below = { $measures ->
    [zero] بلا أي تدبير: { $better } من أصل { $parties } من الأطراف في حال أفضل
    [one] تدبير واحد يجعل { $better } من أصل { $parties } من الأطراف في حال أفضل
    [two] تدبيران معًا يجعلان { $better } من أصل { $parties } من الأطراف في حال أفضل
    [few] { $measures } تدابير معًا تجعل { $better } من أصل { $parties } من الأطراف في حال أفضل
    [many] { $measures } تدبيرًا معًا تجعل { $better } من أصل { $parties } من الأطراف في حال أفضل
   *[other] { $measures } تدبير معًا تجعل { $better } من أصل { $parties } من الأطراف في حال أفضل
}، وتترك { $equal } على حالها، ولا يصبح أحد في حال أسوأ إجمالًا: مجموع المكاسب { $total }. { $cells ->
    [one] خانة واحدة (طرف × مجال) دون الوضع القائم بمقدار { $most }.
    [two] خانتان (طرف × مجال) دون الوضع القائم، بمقدار { $most } على الأكثر.
    [few] { $cells } خانات (طرف × مجال) دون الوضع القائم، بمقدار { $most } على الأكثر.
    [many] { $cells } خانة (طرف × مجال) دون الوضع القائم، بمقدار { $most } على الأكثر.
   *[other] { $cells } خانة (طرف × مجال) دون الوضع القائم، بمقدار { $most } على الأكثر.
}
landing-verdict-none = لا توجد حزمة تستوفي كل القيود عند هذا التسامح: وهذا مبرهَن.
landing-verdict-least = أصغر تسامح توجد عنده حزمة هو { $tolerance }.
landing-verdict-never = لا توجد حزمة تستوفي كل القيود عند أي تسامح: وهذا مبرهَن.
landing-plain-no-measures = لا يوجد أي تدبير، فلا توجد حزمة. أضف التدابير التي يُختار منها.
landing-plain-no-parties = لا يوجد أي طرف، فلا يُحسب أي أثر وتتساوى كل الحزم. أضف الأطراف التي تُحسب الآثار فيها.
landing-plain-no-spheres = لا يوجد أي مجال، فلا يُحسب أي أثر وتتساوى كل الحزم. أضف المجالات التي تُحسب فيها الآثار.
landing-plain-no-effects = ليس لأي تدبير أثر غير 0، فتترك كل حزمة جميع الأطراف على حالها. أضف أثر كل تدبير في كل طرف.
landing-plain-all-barred = لا يمكن أن يدخل أي تدبير في أي حزمة مهما كانت آثاره. غيّر خطًا أحمر أو علاقة بين التدابير أو الميزانية.
landing-plain-out-of-reach = { $claim }. كل التدابير الممكنة مجتمعة تعطي { $most } على الأكثر. اخفض هذا الحد، أو أضف تدابير أو آثارًا.
landing-plain-barred = { $measure } لا يمكن أن يدخل في أي حزمة. ما يحول دونه: { $claim }
landing-plain-barred-needs = { $measure } لا يمكن أن يدخل في أي حزمة، لأنه يتطلب { $needs }. ما يحول دونها مجتمعة: { $claim }
landing-barred = { $n ->
    [one] تدبير واحد لا يمكن أن يدخل في أي حزمة
    [two] تدبيران لا يمكن أن يدخلا في أي حزمة
    [few] { $n } تدابير لا يمكن أن تدخل في أي حزمة
    [many] { $n } تدبيرًا لا يمكن أن يدخل في أي حزمة
   *[other] { $n } تدبير لا يمكن أن يدخل في أي حزمة
}
landing-verdict-unknown = لم يُعثر على أي حزمة في الوقت المتاح، وقد توجد واحدة.
landing-tolerance = أقصى ما يجوز أن يخسره طرف في مجال واحد مقارنةً بالوضع القائم: { $tolerance }.
landing-tolerance-none = لا يجوز أن يخسر أي طرف في أي مجال مقارنةً بالوضع القائم.
landing-packages = الحزم
landing-objective = الأفضل بحسب
landing-objective-total = مجموع المكاسب
landing-objective-count = عدد الأطراف الأفضل حالًا
landing-objective-nash = عدالة الأنصبة (ناش)
landing-objective-maxmin = الطرف الأقل كسبًا
landing-measures = التدابير
landing-total = المجموع
landing-better = أفضل حالًا
landing-least = الأقل كسبًا
landing-status = درجة اليقين
landing-status-optimal = الأمثل: مبرهَن
landing-status-within = في حدود { $gap } % من الحد الأعلى
landing-status-found = وُجدت؛ مدى قربها من الأمثل غير معروف
landing-status-none = لا توجد: مبرهَن
landing-status-not-found = لم يُعثر على أي منها في الوقت المتاح
landing-heat = من يكسب وأين
landing-heat-caption = مكسب كل طرف في كل مجال. الخانة المخطّطة والمعلَّمة ±: قد تتغير الإشارة بين الأدنى والأعلى.
landing-party = الطرف
landing-bars = من يكسب ماذا
landing-bars-caption = الشريط هو المكسب المرجّح، والخط يمتد من الأدنى إلى الأعلى.
landing-alternatives = البدائل
landing-alternatives-caption = حزم لا يقل مجموعها عن الأفضل بأكثر من { $share } %، ومختلفة قدر الإمكان.
landing-alternatives-core = عدد التدابير المشتركة بينها كلها: { $n }
landing-frontier = المفاضلات
landing-frontier-worst_party = المجموع مقابل مكسب الطرف الأقل كسبًا
landing-frontier-cost = المجموع مقابل الكلفة
landing-frontier-worst_sphere = المجموع مقابل المجال الأقل كسبًا
landing-frontier-status-quo = الوضع القائم
landing-prices = كلفة الخطوط الحمراء
landing-price-of = من دون
landing-price-red_line = الخط الأحمر للطرف: { $who }
landing-price-bloc = الخطوط الحمراء لكتلة: { $who }
landing-price-veto = كل مطالب: { $who } (أقل عدد من الأطراف يحدّ من المجموع)
landing-price = المكسب
landing-strip = التدابير الداخلة والخارجة
landing-strip-caption = داخل: جزء من كل حزمة أعلاه. على الحد: جزء من بعضها. خارج: ليس جزءًا من أي منها.
landing-strip-one = داخل: جزء من هذه الحزمة. خارج: ليس جزءًا منها.
landing-strip-same = لكل الحزم أعلاه التدابير نفسها.
landing-strip-in = داخل
landing-strip-borderline = على الحد
landing-strip-out = خارج
landing-curve = أفضل مجموع بحسب التسامح
landing-curve-tolerance = التسامح
landing-why = لماذا ليس { $measure }؟
landing-why-lost = أفضل حزمة تتضمنه يقل مكسبها بمقدار { $lost }.
landing-why-impossible = لا يمكن إدراجه، والسبب:
landing-robust = إذا جاءت الآثار على غير المتوقع
landing-robust-text = في { $share } % من السحوبات بين الأدنى والأعلى (العدد: { $draws }) تظل الحزمة مستوفية كل القيود.
landing-sphere = المجال
landing-robust-parties = كم مرة يهبط طرف إجمالًا دون الوضع القائم.
landing-robust-spheres = كم مرة يهبط مجال إجمالًا دون الوضع القائم.
landing-robust-share = نسبة السحوبات
landing-robust-veiled = لا تظهر فيه الأطراف ذات الأرقام السرية.
landing-robust-never = الأطراف الأخرى: { $n }
landing-robust-all = الأطراف: { $n }
landing-strip-shares = النسبة المئوية: كم مرة يدخل التدبير في حزمة جيدة حين تُسحب الآثار بين الأدنى والأعلى.
landing-matrix = أي تدبير في أي حزمة
landing-measure = التدبير
landing-no-file = لا تزال النتيجة قيد الحساب، فلا ملف لها بعد. أعيدوا المحاولة بعد دقيقة.
landing-nothing = –
landing-stuck = ما يحول دون الاتفاق
landing-stuck-caption = لا يمكن أن تتحقق هذه كلها معًا، ومن دون أي واحد منها يمكن أن يتحقق الباقي.
landing-concessions = أقل التنازلات
landing-concessions-caption = الحزمة التي تتطلب أقل عدد من النقاط دون الحدود الدنيا مجتمعة. ويُحسب قبول تدبير رغم خط أحمر نقطةً واحدة.
landing-concessions-points = النقاط
landing-concessions-where = أين
landing-claim-some = تدبير واحد على الأقل
landing-claim-party = { $who } إجمالًا: ليس دون الوضع القائم
landing-claim-sphere = المجال { $sphere } إجمالًا: ليس دون الوضع القائم
landing-claim-cell = { $who } في المجال { $sphere }: { $floor } على الأقل
landing-claim-red-line = الخط الأحمر للطرف { $who }: إجمالًا { $floor } على الأقل
landing-claim-red-line-sphere = الخط الأحمر للطرف { $who } في المجال { $sphere }: { $floor } على الأقل
landing-claim-red-line-measure = الخط الأحمر للطرف { $who }: من دون { $measure }
landing-claim-relation = ارتباط هذه التدابير بعضها ببعض: { $measures }
landing-claim-budget = ميزانية قدرها { $budget }
landing-verdict-shared = { $measures ->
    [one] تدبير واحد لا يضر
    [two] تدبيران معًا لا يضران
    [few] { $measures } تدابير معًا لا تضر
    [many] { $measures } تدبيرًا معًا لا تضر
   *[other] { $measures } تدبير معًا لا تضر
} أحدًا: مكسب مجموعه { $total }. ومن الأطراف الظاهرة بأسمائها يكسب { $better } من أصل { $parties }.
landing-verdict-shared-below = { $measures ->
    [one] تدبير واحد لا يضر
    [two] تدبيران معًا لا يضران
    [few] { $measures } تدابير معًا لا تضر
    [many] { $measures } تدبيرًا معًا لا تضر
   *[other] { $measures } تدبير معًا لا تضر
} أحدًا إجمالًا: مكسب مجموعه { $total }. ومن الأطراف الظاهرة بأسمائها يكسب { $better } من أصل { $parties }. { $cells ->
    [0] لا خانة (طرف × مجال) لهذه الأطراف دون الوضع القائم.
    [one] خانة واحدة (طرف × مجال) لهذه الأطراف دون الوضع القائم بمقدار { $most }.
    [two] خانتان (طرف × مجال) لهذه الأطراف دون الوضع القائم، بمقدار { $most } على الأكثر.
    [few] { $cells } خانات (طرف × مجال) لهذه الأطراف دون الوضع القائم، بمقدار { $most } على الأكثر.
    [many] { $cells } خانة (طرف × مجال) لهذه الأطراف دون الوضع القائم، بمقدار { $most } على الأكثر.
   *[other] { $cells } خانة (طرف × مجال) لهذه الأطراف دون الوضع القائم، بمقدار { $most } على الأكثر.
}
landing-verdict-veiled-below = { $measures ->
    [one] تدبير واحد لا يضر
    [two] تدبيران معًا لا يضران
    [few] { $measures } تدابير معًا لا تضر
    [many] { $measures } تدبيرًا معًا لا تضر
   *[other] { $measures } تدبير معًا لا تضر
} أحدًا إجمالًا. { $cells ->
    [0] لا خانة (طرف × مجال) للأطراف الظاهرة بأسمائها دون الوضع القائم.
    [one] خانة واحدة (طرف × مجال) للأطراف الظاهرة بأسمائها دون الوضع القائم بمقدار { $most }.
    [two] خانتان (طرف × مجال) للأطراف الظاهرة بأسمائها دون الوضع القائم، بمقدار { $most } على الأكثر.
    [few] { $cells } خانات (طرف × مجال) للأطراف الظاهرة بأسمائها دون الوضع القائم، بمقدار { $most } على الأكثر.
    [many] { $cells } خانة (طرف × مجال) للأطراف الظاهرة بأسمائها دون الوضع القائم، بمقدار { $most } على الأكثر.
   *[other] { $cells } خانة (طرف × مجال) للأطراف الظاهرة بأسمائها دون الوضع القائم، بمقدار { $most } على الأكثر.
}
landing-verdict-veiled = { $measures ->
    [one] تدبير واحد لا يضر
    [two] تدبيران معًا لا يضران
    [few] { $measures } تدابير معًا لا تضر
    [many] { $measures } تدبيرًا معًا لا تضر
   *[other] { $measures } تدبير معًا لا تضر
} أحدًا.
landing-low = الأدنى
landing-likely = المرجّح
landing-high = الأعلى
landing-cost = الكلفة
landing-table = في جدول
landing-bloc = الكتلة
landing-own = جهتكم
landing-others = أطراف أخرى
landing-together = { $n ->
    [few] { $n } أطراف معًا
    [many] { $n } طرفًا معًا
   *[other] { $n } طرف معًا
}
landing-veiled = الأطراف التي تُبقي أرقامها سرية تُعرض مجموعةً، ثلاثة معًا على الأقل.
landing-concessions-veiled = ولا يضم الأطراف ذات الأرقام السرية.
landing-prices-caption = كم يزيد أكبر مجموع من دونها.
landing-claim-confidential = حد سري
landing-axis-worst_party = أقل مكسب لطرف
landing-axis-cost = الكلفة
landing-axis-worst_sphere = أقل مجموع لمجال
landing-why-possible = يمكن أن يكون جزءًا من حزمة.
landing-why-in = إنه جزء منها.
landing-why-nothing-lost = لا يُفقد شيء معه: يمكن أن يكون جزءًا من حزمة بالجودة نفسها.
landing-working = قيد الحساب: { $part } ({ $n } من { $of }). يمكنكم المغادرة ثم العودة.
landing-unfinished = انتهى الوقت قبل أن يُحسب ما يلي كاملًا: { $parts }.
landing-part-packages = الحزم
landing-part-curve = درجات التسامح
landing-part-alternatives = البدائل
landing-part-robustness = الآثار غير المؤكدة
landing-part-prices = أثمان الخطوط الحمراء
landing-part-frontier = المقايضات
landing-so-far = أكبر مجموع حتى الآن: { $value }.
landing-so-far-bound = أكبر مجموع حتى الآن: { $value }؛ ولا يتجاوز أي مجموع { $bound }.
landing-cut = أُنهي الحساب قبل تمامه: هنا ما وُجد حتى ذلك الحين، وقد تنقص أجزاء.
landing-stop = أوقفوا الحساب هنا
landing-stop-hint = يُحفظ ما وُجد حتى الآن للجميع، ويمكنكم إعادة الحساب لاحقًا.
landing-again = أعيدوا الحساب
landing-refused = لا نتيجة: علاقات التدابير متناقضة. وتستطيع الأمانة إصلاحها.
landing-busy = نتائج كثيرة قيد الحساب. عودوا بعد دقيقة.
landing-no-measures = لم يُقترح أي تدبير بعد، فلا شيء يُبحث عنه.
landing-no-parties = لم يُعتمد بعد أي وفد تُحتسب آثاره، فلا أحد يكسب أو يخسر.
landing-no-effects = لم يقل أحد بعد ما تفعله التدابير، فلا تحقق أي حزمة مكسبًا.
landing-no-effects-shared = لا يُعرف هنا بعد ما تفعله التدابير: لا أثر منشور، ولا تُشارك الآثار السرية إلا متى كانت لدى هذا العدد من الوفود على الأقل: { $n }.
landing-no-gains = كل الآثار المعروفة حتى الآن 0، فلا تحقق أي حزمة مكسبًا.
landing-one-party = لا تُعرف حتى الآن إلا آثار طرف واحد: ليس هناك بعد ما يوازن بين الأطراف.
landing-way-delegations = اعتماد وفود
landing-way-experts = اختيار تدبير وإدخال ما يقوله الخبراء عنه
landing-ask-jump = اسألوا: تسامح آخر، أو لماذا ليس هذا التدبير، أو افتراض
landing-compare-few = ليست هناك بعد حزمتان للمقارنة. ومتى وُجدت مناطق اتفاق أو حُفظت حزم أمكن اختيارها هنا.
landing-note-all = من كل الأرقام كما هي، السرية منها أيضًا. ومن يرى حزمة تحفظونها قد يستنتج منها.
landing-note-public = من الأرقام العلنية وحدها.
landing-note-shared = من الأرقام العلنية، ومن أرقام سرية لوفود عددها { $n } كما في { $at }.
landing-note-waits = تدخل أحدث أرقامكم مع أرقام غيركم.
landing-as-if = افتراض: لا يُحفظ شيء منه.
landing-as-it-stands = النتيجة كما هي
landing-as-if-total = المجموع مقارنة بالنتيجة الراهنة: { $n }.
landing-as-if-later = النتيجة القائمة لم تُحسب بعد. ويُبيَّن هنا ما يتغير فيها متى حُسبت.
landing-as-if-in = يدخل: { $measures }.
landing-as-if-out = يخرج: { $measures }.
landing-as-if-same = الحزمة هي نفسها.
landing-ask = اسألوا
landing-ask-tolerance = بتسامح آخر
landing-ask-why = لماذا ليس هذا التدبير؟
landing-ask-drop = كأن هذه الخطوط الحمراء غير موجودة
landing-ask-add = كأن لنا خطًا أحمر آخر
landing-ask-send = احسبوا
landing-ask-add-for = كما لو كان لطرف خط أحمر آخر
landing-asked-tolerance = التسامح عدد صحيح من 0 إلى { $tolerance }. لم يُحسب شيء: النتيجة هي القائمة حاليًا.
landing-asked-why = لا يوجد هنا تدبير كهذا. لم يُحسب شيء: النتيجة هي القائمة حاليًا.
landing-asked-drop = لا يحمل هذا الاسم أي خط أحمر يمكنكم استبعاده: يجوز استبعاد خطوطكم والخطوط المنشورة. لم يُحسب شيء: النتيجة هي القائمة حاليًا.
landing-asked-many = الحد الأقصى للخطوط الحمراء المستبعدة أو المضافة في فرضية واحدة: { $most }. لم يُحسب شيء: النتيجة هي القائمة حاليًا.
landing-asked-add = هذا ليس خطًا أحمر: فهو يذكر مجالًا من مجالات هذا الحوار أو المجموع مع حد أدنى من −{ $floor } إلى { $floor }، أو تدبيرًا. لم يُحسب شيء: النتيجة هي القائمة حاليًا.
landing-asked-add-party = لا يفترض خطًا أحمر إلا من يتحدث باسم طرف، ولطرفه وحده. لم يُحسب شيء: النتيجة هي القائمة حاليًا.
landing-asked-whose = اختاروا طرفًا: لمن يكون هذا الخط الأحمر؟ لم يُحسب شيء: النتيجة هي القائمة حاليًا.
landing-asked-where = اختاروا أين يسري الحد الأدنى. لم يُحسب شيء: النتيجة هي القائمة حاليًا.
landing-asked-floor = الحد الأدنى عدد صحيح من −{ $floor } إلى { $floor }. لم يُحسب شيء: النتيجة هي القائمة حاليًا.
landing-ask-hint = يبقى في العنوان ولا يُحفظ.
landing-line-of = { $who }: { $line }
landing-kept = الحزم المحفوظة
landing-kept-none = لم تُحفظ أي حزمة بعد.
landing-working-package = حزمة العمل
landing-package = الحزمة
landing-alternative = البديل { $n }
landing-alternative-name = البديل
landing-keep = حفظ حزمة
landing-keep-hint = تصبح حزمة العمل في الحوار؛ وتبقى السابقة.
landing-keep-title = العنوان
landing-keep-send = حفظ
landing-done-kept = حُفظت الحزمة.
landing-not-ready = النتيجة لا تزال قيد الحساب. لم يُحفظ شيء؛ أعيدوا المحاولة بعد دقيقة.
landing-no-package = لا توجد حزمة كهذه في هذه النتيجة. ولم يُحفظ شيء.
landing-compare = مقارنة الحزم
landing-compare-one = الأولى
landing-compare-other = الأخرى
landing-compare-send = مقارنة
landing-compare-only = هنا فقط
landing-compare-both = في كلتيهما
landing-compare-stands = منطقة اتفاق
landing-compare-yes = نعم: لا تتجاوز أي حد
landing-compare-no = لا: تتجاوز حدًا
landing-measures-n = { $n ->
    [one] تدبير واحد
    [two] تدبيران
    [few] { $n } تدابير
    [many] { $n } تدبيرًا
   *[other] { $n } تدبير
}
