<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG">
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation>حول</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>الإصدار {0}</translation>
    </message>
    <message>
        <source>Watch any video or live stream in your own language, offline.</source>
        <translation>شاهد أي فيديو أو بث مباشر بلغتك، دون اتصال.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>برنامج حر وفق رخصة جنو العمومية العامة، الإصدار الثالث أو أحدث.</translation>
    </message>
    <message>
        <source>Components of others</source>
        <translation>مكونات من آخرين</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>These are subtitles</source>
        <translation>هذه ترجمات نصية</translation>
    </message>
    <message>
        <source>Open the film first, then drop them on it once more.</source>
        <translation>افتح الفيلم أولًا، ثم أفلتها عليه مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>CaptionWindow</name>
    <message>
        <source>Captions</source>
        <translation>الترجمة المكتوبة</translation>
    </message>
</context>
<context>
    <name>CaptionsControl</name>
    <message>
        <source>No captions</source>
        <translation>بلا ترجمة مكتوبة</translation>
    </message>
    <message>
        <source>Captions on</source>
        <translation>الترجمة المكتوبة مفعّلة</translation>
    </message>
    <message>
        <source>Captions off</source>
        <translation>الترجمة المكتوبة معطّلة</translation>
    </message>
    <message>
        <source>Two languages</source>
        <translation>لغتان</translation>
    </message>
    <message>
        <source>One language</source>
        <translation>لغة واحدة</translation>
    </message>
    <message>
        <source>Captions {0} s</source>
        <translation>الترجمة المكتوبة {0} ث</translation>
    </message>
</context>
<context>
    <name>CastDialog</name>
    <message>
        <source>Play on a television</source>
        <translation>العرض على تلفاز</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>الأجهزة</translation>
    </message>
    <message>
        <source>Address of a device</source>
        <translation>عنوان جهاز</translation>
    </message>
    <message>
        <source>Not found? Its address, such as 192.168.1.20</source>
        <translation>لم يظهر؟ عنوانه، مثل 192.168.1.20</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>What is heard</source>
        <translation>ما يُسمع</translation>
    </message>
    <message>
        <source>The film&apos;s own sound</source>
        <translation>صوت الفيلم نفسه</translation>
    </message>
    <message>
        <source>On a phone or another screen…</source>
        <translation>على هاتف أو شاشة أخرى…</translation>
    </message>
    <message>
        <source>Looking for devices…</source>
        <translation>جارٍ البحث عن أجهزة…</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Dub: {0}</source>
        <translation>الدبلجة: {0}</translation>
    </message>
    <message>
        <source>Asking {0}…</source>
        <translation>جارٍ سؤال {0}…</translation>
    </message>
    <message>
        <source>{0} shows a PIN in a moment…</source>
        <translation>سيعرض {0} رمز PIN بعد لحظة…</translation>
    </message>
    <message>
        <source>PIN that {0} shows:</source>
        <translation>رمز PIN الذي يعرضه {0}:</translation>
    </message>
</context>
<context>
    <name>CastStrip</name>
    <message>
        <source>Pause on the television</source>
        <translation>إيقاف مؤقت على التلفاز</translation>
    </message>
    <message>
        <source>Stop on the television</source>
        <translation>إيقاف على التلفاز</translation>
    </message>
    <message>
        <source>Volume of the television</source>
        <translation>مستوى صوت التلفاز</translation>
    </message>
    <message>
        <source>Go on on the television</source>
        <translation>متابعة على التلفاز</translation>
    </message>
    <message>
        <source>{0}: connecting…</source>
        <translation>{0}: جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>{0}: loading…</source>
        <translation>{0}: جارٍ التحميل…</translation>
    </message>
    <message>
        <source>{0}: playing</source>
        <translation>{0}: يعرض</translation>
    </message>
    <message>
        <source>{0}: paused</source>
        <translation>{0}: متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>{0}: connection lost, trying again…</source>
        <translation>{0}: انقطع الاتصال، محاولة جديدة…</translation>
    </message>
    <message>
        <source>Waited {0} s for data in all; {1} s from its clock; {2} parts without their captions</source>
        <translation>انتظر البيانات {0} ث إجمالا؛ {1} ث عن ساعته؛ {2} أجزاء بلا ترجمتها</translation>
    </message>
</context>
<context>
    <name>CastTimingButton</name>
    <message>
        <source>Delay of the television</source>
        <translation>تأخير التلفاز</translation>
    </message>
    <message>
        <source>Behind the stream</source>
        <translation>خلف البث</translation>
    </message>
    <message>
        <source>The television keeps</source>
        <translation>يحتفظ التلفاز بـ</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>حسب الحاجة</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Choose: {0}</source>
        <translation>اختيار: {0}</translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message>
        <source>Opening the link…</source>
        <translation>جارٍ فتح الرابط…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s) are in line</source>
        <translation>
            <numerusform>لا ملفات أخرى في الانتظار</numerusform>
            <numerusform>ملف آخر في الانتظار</numerusform>
            <numerusform>ملفان آخران في الانتظار</numerusform>
            <numerusform>%Ln ملفات أخرى في الانتظار</numerusform>
            <numerusform>%Ln ملفًا آخر في الانتظار</numerusform>
            <numerusform>%Ln ملف آخر في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>The sessions page shows them.</source>
        <translation>تظهر في صفحة الجلسات.</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Position and length</source>
        <translation>الموضع والمدة</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم الصوت</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>المسار الصوتي</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>الترجمة المكتوبة</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>لقطة شاشة</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>صورة داخل صورة</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Live −{0}</source>
        <translation>مباشر −{0}</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>تشغيل الصوت</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>الخروج من ملء الشاشة</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>العودة إلى المباشر</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>name of a speaker</source>
        <translation>اسم متحدث</translation>
    </message>
    <message>
        <source>change of a line</source>
        <translation>تعديل سطر</translation>
    </message>
</context>
<context>
    <name>DelayBox</name>
    <message>
        <source>How far behind the stream</source>
        <translation>مقدار التأخر عن البث</translation>
    </message>
    <message>
        <source>Behind by some seconds, captions land on what is said; as early as possible, they come after it.</source>
        <translation>بتأخر بضع ثوانٍ توافق الترجمة ما يُقال؛ وبأبكر ما يمكن تأتي بعده.</translation>
    </message>
    <message>
        <source>Delay: automatic</source>
        <translation>التأخر: تلقائي</translation>
    </message>
    <message>
        <source>As early as possible</source>
        <translation>بأبكر ما يمكن</translation>
    </message>
    <message>
        <source>{0} s behind</source>
        <translation>متأخر {0} ث</translation>
    </message>
    <message>
        <source>Delay: automatic ({0} s)</source>
        <translation>التأخر: تلقائي ({0} ث)</translation>
    </message>
</context>
<context>
    <name>DeleteJobBox</name>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Delete the job {0}?</source>
        <translation>هل تريد حذف المهمة {0}؟</translation>
    </message>
    <message>
        <source>Its trail and intermediate files go. The film itself stays.</source>
        <translation>يُحذف سجلّها وملفاتها الوسيطة، ويبقى الفيلم نفسه.</translation>
    </message>
    <message numerus="yes">
        <source>Also delete its %Ln finished file(s)</source>
        <translation>
            <numerusform>حذف الملفات المكتملة أيضًا (%Ln)</numerusform>
            <numerusform>حذف الملف المكتمل أيضًا (%Ln)</numerusform>
            <numerusform>حذف ملفين مكتملين أيضًا</numerusform>
            <numerusform>حذف %Ln ملفات مكتملة أيضًا</numerusform>
            <numerusform>حذف %Ln ملفًا مكتملًا أيضًا</numerusform>
            <numerusform>حذف %Ln ملف مكتمل أيضًا</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>إعادة الفحص</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Without names of files, folders or addresses</source>
        <translation>دون أسماء ملفات أو مجلدات أو عناوين</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>works</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>محدود</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>معطّل</translation>
    </message>
</context>
<context>
    <name>DownloadList</name>
    <message>
        <source>Download of {0}</source>
        <translation>تنزيل {0}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Give up; what arrived is deleted</source>
        <translation>التخلي عنه؛ يُحذف ما وصل</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>DubButton</name>
    <message>
        <source>Hear the translation</source>
        <translation>سماع الترجمة</translation>
    </message>
    <message>
        <source>Volume of the original</source>
        <translation>مستوى صوت الأصل</translation>
    </message>
    <message>
        <source>Volume of the voice</source>
        <translation>مستوى صوت المعلّق</translation>
    </message>
    <message>
        <source>Voice later by</source>
        <translation>تأخير الصوت بمقدار</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Voices of the speakers…</source>
        <translation>أصوات المتحدثين…</translation>
    </message>
</context>
<context>
    <name>DubDialog</name>
    <message>
        <source>Make a dub</source>
        <translation>إنشاء دبلجة</translation>
    </message>
    <message>
        <source>Film or recording</source>
        <translation>فيلم أو تسجيل</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>اكتشاف تلقائي</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>اللغة المنطوقة</translation>
    </message>
    <message>
        <source>Languages of the dub</source>
        <translation>لغات الدبلجة</translation>
    </message>
    <message>
        <source>Subtitles of what is said</source>
        <translation>ترجمة نصية لما يُقال</translation>
    </message>
    <message>
        <source>Instead of recognizing the speech</source>
        <translation>بدلًا من التعرّف على الكلام</translation>
    </message>
    <message>
        <source>Voice and background are there as separate files</source>
        <translation>الصوت والخلفية موجودان في ملفين منفصلين</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>الخلفية</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>شدة الصوت</translation>
    </message>
    <message>
        <source>For listening (−16 LUFS)</source>
        <translation>للاستماع (−16 LUFS)</translation>
    </message>
    <message>
        <source>For broadcast (−23 LUFS)</source>
        <translation>للبث (−23 LUFS)</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>مجلد الملفات</translation>
    </message>
    <message>
        <source>Beside the film</source>
        <translation>بجانب الفيلم</translation>
    </message>
    <message>
        <source>Replace files that are there</source>
        <translation>استبدال الملفات الموجودة</translation>
    </message>
    <message>
        <source>Make the dub</source>
        <translation>إنشاء الدبلجة</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>الترجمة النصية</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Choose a film or recording.</source>
        <translation>اختر فيلمًا أو تسجيلًا.</translation>
    </message>
    <message>
        <source>There is no file {0}.</source>
        <translation>لا يوجد ملف ⁦{0}⁩.</translation>
    </message>
    <message>
        <source>Tick the languages of the dub.</source>
        <translation>حدّد لغات الدبلجة.</translation>
    </message>
    <message>
        <source>Choose the language of the subtitles.</source>
        <translation>اختر لغة الترجمة النصية.</translation>
    </message>
    <message>
        <source>Choose both files: voice and background.</source>
        <translation>اختر الملفين معًا: الصوت والخلفية.</translation>
    </message>
</context>
<context>
    <name>DubLineModel</name>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>الجميع</translation>
    </message>
</context>
<context>
    <name>EditKeysDialog</name>
    <message>
        <source>Keys of the player</source>
        <translation>مفاتيح المشغّل</translation>
    </message>
    <message>
        <source>What keys do</source>
        <translation>وظائف المفاتيح</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>مفتاح جديد</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>إضافة مفتاح</translation>
    </message>
    <message>
        <source>Keys of this action</source>
        <translation>مفاتيح هذا الإجراء</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>إزالة المفتاح</translation>
    </message>
    <message>
        <source>Usual keys of this action</source>
        <translation>المفاتيح المعتادة لهذا الإجراء</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>كل المفاتيح المعتادة</translation>
    </message>
    <message>
        <source>{0} belongs to the menu: {1}</source>
        <translation>{0} يخص القائمة: {1}</translation>
    </message>
    <message>
        <source>{0} is used for: {1}. Adding it takes it away there.</source>
        <translation>{0} مستخدم لـ: {1}. إضافته تزيله من هناك.</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>{0} does not exist</source>
        <translation>{0} غير موجود</translation>
    </message>
    <message>
        <source>no such file: {0}</source>
        <translation>لا يوجد ملف كهذا: {0}</translation>
    </message>
    <message>
        <source>{0} is a folder</source>
        <translation>{0} مجلد</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>{0} فارغ</translation>
    </message>
    <message>
        <source>{0} is not a language</source>
        <translation>{0} ليست لغة</translation>
    </message>
    <message>
        <source>{0} is not a media file, or it is damaged</source>
        <translation>{0} ليس ملف وسائط أو أنه تالف</translation>
    </message>
    <message>
        <source>{0} of the playlist is missing</source>
        <translation>{0} من قائمة التشغيل مفقود</translation>
    </message>
    <message>
        <source>{0} may not be read</source>
        <translation>لا يُسمح بقراءة {0}</translation>
    </message>
    <message>
        <source>{0} cannot be opened ({1})</source>
        <translation>تعذّر فتح {0} ({1})</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>تعذّرت قراءة {0}: {1}</translation>
    </message>
    <message>
        <source>{0} may not be read ({1})</source>
        <translation>لا يُسمح بقراءة {0} ({1})</translation>
    </message>
    <message>
        <source>{0} was not found ({1})</source>
        <translation>لم يُعثر على {0} ({1})</translation>
    </message>
    <message>
        <source>{0}: no secure connection ({1})</source>
        <translation>{0}: لا اتصال آمن ({1})</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1})</source>
        <translation>تتعذر قراءة {0} ({1})</translation>
    </message>
    <message>
        <source>no video was found in {0}</source>
        <translation>لم يُعثر على فيديو في {0}</translation>
    </message>
    <message>
        <source>the stream did not begin</source>
        <translation>لم يبدأ البث</translation>
    </message>
    <message>
        <source>{0} names no server</source>
        <translation>{0} لا يذكر أي خادم</translation>
    </message>
    <message>
        <source>{0} is a pipe or a device</source>
        <translation>{0} أنبوب أو جهاز</translation>
    </message>
    <message>
        <source>no decoder for {0} audio in {1}</source>
        <translation>لا مفكك ترميز لصوت {0} في {1}</translation>
    </message>
    <message>
        <source>the playlist refers to itself or has no end</source>
        <translation>قائمة التشغيل تشير إلى نفسها أو لا نهاية لها</translation>
    </message>
    <message>
        <source>the playlist is too large</source>
        <translation>قائمة التشغيل كبيرة جدًا</translation>
    </message>
    <message>
        <source>the server ended the transfer early</source>
        <translation>أنهى الخادم النقل قبل أوانه</translation>
    </message>
    <message>
        <source>{0} has no audio track</source>
        <translation>لا يحتوي {0} على مسار صوتي</translation>
    </message>
    <message>
        <source>{0} has no such audio track</source>
        <translation>لا يحتوي {0} على هذا المسار الصوتي</translation>
    </message>
    <message>
        <source>{0} has neither picture nor sound</source>
        <translation>لا يحتوي {0} على صورة ولا صوت</translation>
    </message>
    <message>
        <source>{0} has neither sound nor pictures that can be decoded</source>
        <translation>لا يحتوي {0} على صوت أو صورة يمكن فك ترميزهما</translation>
    </message>
    <message>
        <source>no audio or video in {0}</source>
        <translation>لا يوجد صوت أو فيديو في {0}</translation>
    </message>
    <message>
        <source>{0} is a web page, not media</source>
        <translation>{0} صفحة ويب وليس وسائط</translation>
    </message>
    <message>
        <source>{0} is not a valid address</source>
        <translation>{0} ليس عنوانًا صالحًا</translation>
    </message>
    <message>
        <source>{0} sends nothing</source>
        <translation>{0} لا يرسل شيئًا</translation>
    </message>
    <message>
        <source>{0} was taken away</source>
        <translation>أُزيل {0}</translation>
    </message>
    <message>
        <source>the source may not reach into the local network ({0})</source>
        <translation>لا يُسمح للمصدر بالوصول إلى الشبكة المحلية ({0})</translation>
    </message>
    <message>
        <source>this link leads into your own network ({0})</source>
        <translation>يقود هذا الرابط إلى شبكتك الخاصة ({0})</translation>
    </message>
    <message>
        <source>nothing installed translates {0:language} into {1:language}</source>
        <translation>لا شيء مثبّت يترجم {0} إلى {1}</translation>
    </message>
    <message>
        <source>no installed model recognizes {0:language}</source>
        <translation>لا يوجد نموذج مثبّت يتعرّف على {0}</translation>
    </message>
    <message>
        <source>nothing translates {0:language} into {1:language}</source>
        <translation>لا شيء يترجم {0:language} إلى {1:language}</translation>
    </message>
    <message>
        <source>no installed voice speaks {0:language}</source>
        <translation>لا يوجد صوت مثبّت يتحدث {0}</translation>
    </message>
    <message>
        <source>recognition failed: {0}</source>
        <translation>فشل التعرّف: {0}</translation>
    </message>
    <message>
        <source>the engine process was killed by signal {0}, again and again</source>
        <translation>أُنهيت عملية المحركات بالإشارة {0} مرارًا</translation>
    </message>
    <message>
        <source>the engine process was killed by signal {0}</source>
        <translation>أُنهيت عملية المحركات بالإشارة {0}</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>{0} غير مثبّت</translation>
    </message>
    <message>
        <source>{0} is installed already</source>
        <translation>{0} مثبّت بالفعل</translation>
    </message>
    <message>
        <source>{0} is damaged ({1})</source>
        <translation>{0} تالف ({1})</translation>
    </message>
    <message>
        <source>{0} does not match its checksum</source>
        <translation>{0} لا يطابق مجموعه الاختباري</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: {1}</source>
        <translation>تعذّر تحميل {0}: {1}</translation>
    </message>
    <message>
        <source>this installation does not say where {0} is</source>
        <translation>لا يذكر هذا التثبيت مكان {0}</translation>
    </message>
    <message>
        <source>{0} is not there</source>
        <translation>{0} غير موجود</translation>
    </message>
    <message>
        <source>{0} does not have {1}</source>
        <translation>لا يحتوي {0} على {1}</translation>
    </message>
    <message>
        <source>{0} is neither a folder nor the address of a package index</source>
        <translation>{0} ليس مجلدًا ولا عنوان فهرس حزم</translation>
    </message>
    <message>
        <source>{0} cannot be reached: {1}</source>
        <translation>تعذّر الوصول إلى {0}: {1}</translation>
    </message>
    <message>
        <source>the certificate of {0} is not trusted</source>
        <translation>شهادة {0} غير موثوقة</translation>
    </message>
    <message>
        <source>no space left for {0}</source>
        <translation>لا مساحة متبقية لـ {0}</translation>
    </message>
    <message>
        <source>no space left in {0}</source>
        <translation>لا مساحة متبقية في {0}</translation>
    </message>
    <message>
        <source>the disk is full: nothing more can be stored</source>
        <translation>القرص ممتلئ: لا يمكن حفظ المزيد</translation>
    </message>
    <message>
        <source>the disk is full: {0}</source>
        <translation>القرص ممتلئ: {0}</translation>
    </message>
    <message>
        <source>{0} cannot be written</source>
        <translation>تعذّرت الكتابة إلى {0}</translation>
    </message>
    <message>
        <source>{0} exists</source>
        <translation>{0} موجود بالفعل</translation>
    </message>
    <message>
        <source>{0} is not connected</source>
        <translation>{0} غير متصل</translation>
    </message>
    <message>
        <source>{0} does not answer</source>
        <translation>{0} لا يستجيب</translation>
    </message>
    <message>
        <source>{0} does not answer at {1}</source>
        <translation>{0} لا يستجيب على {1}</translation>
    </message>
    <message>
        <source>{0} is not reachable ({1})</source>
        <translation>تعذّر الوصول إلى {0} ({1})</translation>
    </message>
    <message>
        <source>{0} did not accept the PIN</source>
        <translation>لم يقبل {0} رمز PIN</translation>
    </message>
    <message>
        <source>{0} has gone</source>
        <translation>اختفى {0}</translation>
    </message>
    <message>
        <source>{0} plays this in no form: {1}</source>
        <translation>{0} لا يشغّل هذا بأي شكل: {1}</translation>
    </message>
    <message>
        <source>nothing of this job has failed</source>
        <translation>لم يفشل شيء في هذه المهمة</translation>
    </message>
    <message>
        <source>the job is being worked on</source>
        <translation>المهمة قيد التنفيذ</translation>
    </message>
    <message>
        <source>the release&apos;s manifest is not signed by the developers</source>
        <translation>بيان الإصدار غير موقّع من المطوّرين</translation>
    </message>
    <message>
        <source>this build does not know where releases are announced</source>
        <translation>لا تعرف هذه النسخة أين تُعلن الإصدارات</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This file or address cannot be found</source>
        <translation>تعذّر العثور على هذا الملف أو العنوان</translation>
    </message>
    <message>
        <source>It may have been moved, or the address has a slip. Open it again.</source>
        <translation>ربما نُقل، أو في العنوان خطأ. افتحه من جديد.</translation>
    </message>
    <message>
        <source>This source may not be opened</source>
        <translation>لا يُسمح بفتح هذا المصدر</translation>
    </message>
    <message>
        <source>Check its permissions, or whether it needs a sign-in.</source>
        <translation>تحقق من الأذونات، أو من الحاجة إلى تسجيل الدخول.</translation>
    </message>
    <message>
        <source>This is not audio or video that can be read</source>
        <translation>ليس هذا صوتًا أو فيديو يمكن قراءته</translation>
    </message>
    <message>
        <source>The file may be damaged or of another kind. Choose another one.</source>
        <translation>قد يكون الملف تالفًا أو من نوع آخر. اختر غيره.</translation>
    </message>
    <message>
        <source>There is no sound to translate</source>
        <translation>لا يوجد صوت لترجمته</translation>
    </message>
    <message>
        <source>The video has no audio track that can be heard.</source>
        <translation>ليس في الفيديو مسار صوتي مسموع.</translation>
    </message>
    <message>
        <source>The connection to the source was lost</source>
        <translation>انقطع الاتصال بالمصدر</translation>
    </message>
    <message>
        <source>What was done is kept. Try again to go on from there.</source>
        <translation>ما أُنجز محفوظ. حاول مجددًا للمتابعة من هناك.</translation>
    </message>
    <message>
        <source>A model for this language is missing</source>
        <translation>ينقص نموذج لهذه اللغة</translation>
    </message>
    <message>
        <source>Install one that serves it; the work then goes on where it stopped.</source>
        <translation>ثبّت نموذجًا يناسبها، ثم يستمر العمل من حيث توقف.</translation>
    </message>
    <message>
        <source>An engine could not do its work</source>
        <translation>تعذّر على أحد المحركات أداء عمله</translation>
    </message>
    <message>
        <source>What was done is kept. Try again; the diagnostics tell more.</source>
        <translation>ما أُنجز محفوظ. حاول مجددًا؛ وفي التشخيص تفاصيل أكثر.</translation>
    </message>
    <message>
        <source>A model is damaged</source>
        <translation>أحد النماذج تالف</translation>
    </message>
    <message>
        <source>Remove it and install it again.</source>
        <translation>احذفه وثبّته من جديد.</translation>
    </message>
    <message>
        <source>The model could not be downloaded</source>
        <translation>تعذّر تنزيل النموذج</translation>
    </message>
    <message>
        <source>What arrived is kept. Check the connection and try again.</source>
        <translation>ما وصل محفوظ. تحقق من الاتصال وحاول مجددًا.</translation>
    </message>
    <message>
        <source>The licence has to be accepted first</source>
        <translation>يجب قبول الترخيص أولًا</translation>
    </message>
    <message>
        <source>Read it on the models page, and install from there.</source>
        <translation>اقرأه في صفحة النماذج وثبّت من هناك.</translation>
    </message>
    <message>
        <source>A model is missing</source>
        <translation>ينقص نموذج</translation>
    </message>
    <message>
        <source>Install it; the work then goes on where it stopped.</source>
        <translation>ثبّته، ثم يستمر العمل من حيث توقف.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>Free some space and try again. Nothing is lost.</source>
        <translation>أفرغ بعض المساحة وحاول مجددًا. لم يضع شيء.</translation>
    </message>
    <message>
        <source>A file of that name is there already</source>
        <translation>يوجد ملف بهذا الاسم</translation>
    </message>
    <message>
        <source>Allow overwriting, or choose another folder or name.</source>
        <translation>اسمح بالاستبدال، أو اختر مجلدًا أو اسمًا آخر.</translation>
    </message>
    <message>
        <source>This is being translated already</source>
        <translation>تجري ترجمة هذا بالفعل</translation>
    </message>
    <message>
        <source>Another window or program works on it. Wait for it, or stop it first.</source>
        <translation>تعمل عليه نافذة أخرى أو برنامج آخر. انتظر، أو أوقفه أولًا.</translation>
    </message>
    <message>
        <source>The library belongs to a newer version</source>
        <translation>المكتبة من إصدار أحدث</translation>
    </message>
    <message>
        <source>Install the newer version again. The library was not touched.</source>
        <translation>ثبّت الإصدار الأحدث من جديد. لم تُمس المكتبة.</translation>
    </message>
    <message>
        <source>The disk or the library refuses</source>
        <translation>القرص أو المكتبة لا يستجيبان</translation>
    </message>
    <message>
        <source>Check space and permissions; the diagnostics tell more.</source>
        <translation>تحقق من المساحة والأذونات؛ وفي التشخيص تفاصيل أكثر.</translation>
    </message>
    <message>
        <source>The memory does not suffice</source>
        <translation>الذاكرة غير كافية</translation>
    </message>
    <message>
        <source>Choose a smaller model, or close other programs. What was done is kept.</source>
        <translation>اختر نموذجًا أصغر أو أغلق برامج أخرى. ما أُنجز محفوظ.</translation>
    </message>
    <message>
        <source>The device was not found</source>
        <translation>لم يُعثر على الجهاز</translation>
    </message>
    <message>
        <source>Check that it is on and in the same network; or give its address.</source>
        <translation>تأكد من أنه يعمل وعلى الشبكة نفسها، أو أدخل عنوانه.</translation>
    </message>
    <message>
        <source>The device has gone</source>
        <translation>اختفى الجهاز</translation>
    </message>
    <message>
        <source>The media goes on here. Choose the device again when it is back.</source>
        <translation>يستمر التشغيل هنا. اختر الجهاز من جديد عندما يعود.</translation>
    </message>
    <message>
        <source>The device does not play this</source>
        <translation>الجهاز لا يشغّل هذا</translation>
    </message>
    <message>
        <source>Every form that we can make was tried. Choose another device.</source>
        <translation>جُرّبت كل الأشكال الممكنة. اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>The device did not accept the PIN</source>
        <translation>لم يقبل الجهاز رمز PIN</translation>
    </message>
    <message>
        <source>Choose the device again; it then shows a new one.</source>
        <translation>اختر الجهاز من جديد؛ سيعرض رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>The device cannot be reached</source>
        <translation>تعذّر الوصول إلى الجهاز</translation>
    </message>
    <message>
        <source>Check the network and the firewall. The media goes on here.</source>
        <translation>تحقق من الشبكة وجدار الحماية. يستمر التشغيل هنا.</translation>
    </message>
    <message>
        <source>The news of an update is not to be believed</source>
        <translation>لا يمكن الوثوق بخبر التحديث</translation>
    </message>
    <message>
        <source>Nothing was changed. Look at the project&apos;s own page for news.</source>
        <translation>لم يتغير شيء. اطلع على صفحة المشروع لمعرفة الجديد.</translation>
    </message>
    <message>
        <source>The source cannot be read</source>
        <translation>تتعذّر قراءة المصدر</translation>
    </message>
    <message>
        <source>Try again, or choose another one.</source>
        <translation>حاول مجددًا أو اختر غيره.</translation>
    </message>
    <message>
        <source>A setting is not valid</source>
        <translation>أحد الإعدادات غير صالح</translation>
    </message>
    <message>
        <source>Correct it in the preferences.</source>
        <translation>صحّحه في التفضيلات.</translation>
    </message>
    <message>
        <source>That cannot be done</source>
        <translation>لا يمكن فعل ذلك</translation>
    </message>
    <message>
        <source>Change what was asked for and try again.</source>
        <translation>غيّر الطلب وحاول مجددًا.</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>حدث أمر غير متوقع</translation>
    </message>
    <message>
        <source>This is a defect of ours. The diagnostics have a report that you can copy.</source>
        <translation>هذا خلل منا. في صفحة التشخيص تقرير يمكنك نسخه.</translation>
    </message>
    <message>
        <source>Show models</source>
        <translation>عرض النماذج</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>الحصول على نموذج</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مجددًا</translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation>عرض التشخيص</translation>
    </message>
    <message>
        <source>Open another</source>
        <translation>فتح آخر</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export captions</source>
        <translation>تصدير الترجمة المكتوبة</translation>
    </message>
    <message>
        <source>Two languages in each file: what was said above what it means</source>
        <translation>لغتان في كل ملف: ما قيل فوق معناه</translation>
    </message>
    <message>
        <source>A copy of the film with captions in the picture</source>
        <translation>نسخة من الفيلم والترجمة داخل الصورة</translation>
    </message>
    <message>
        <source>A copy of the film with captions as tracks</source>
        <translation>نسخة من الفيلم والترجمة كمسارات</translation>
    </message>
    <message>
        <source>Overwrite files that are there</source>
        <translation>استبدال الملفات الموجودة</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>الصيغ</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Folder for the captions</source>
        <translation>مجلد الترجمة المكتوبة</translation>
    </message>
    <message>
        <source>Already there: {0}</source>
        <translation>موجود بالفعل: {0}</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>There are no captions to export yet</source>
        <translation>لا توجد ترجمة مكتوبة للتصدير بعد</translation>
    </message>
    <message>
        <source>This is still being translated: what there is so far is written.</source>
        <translation>الترجمة ما زالت جارية: يُكتب ما هو موجود حتى الآن.</translation>
    </message>
    <message>
        <source>Writing a copy of the film…</source>
        <translation>جارٍ كتابة نسخة من الفيلم…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) written</source>
        <translation>
            <numerusform>لم يُكتب أي ملف</numerusform>
            <numerusform>كُتب ملف واحد</numerusform>
            <numerusform>كُتب ملفان</numerusform>
            <numerusform>كُتبت %Ln ملفات</numerusform>
            <numerusform>كُتب %Ln ملفًا</numerusform>
            <numerusform>كُتب %Ln ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
</context>
<context>
    <name>ExtrasDialog</name>
    <message>
        <source>Optional parts</source>
        <translation>أجزاء اختيارية</translation>
    </message>
    <message>
        <source>Each file is checked against the list of this release. Parts are used from the next start on.</source>
        <translation>يُفحص كل ملف وفق قائمة هذا الإصدار. تُستخدم الأجزاء ابتداءً من التشغيل التالي.</translation>
    </message>
    <message>
        <source>Folder or package index with the files, if not the usual one</source>
        <translation>المجلد أو فهرس الحزم الذي فيه الملفات، إن لم يكن المعتاد</translation>
    </message>
    <message>
        <source>Name a folder or a package index that has the file.</source>
        <translation>اذكر مجلدًا أو فهرس حزم يحتوي على الملف.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>folders</source>
        <translation>المجلدات</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>finds speech</source>
        <translation>يكتشف الكلام</translation>
    </message>
    <message>
        <source>recognizes</source>
        <translation>يتعرّف</translation>
    </message>
    <message>
        <source>translates</source>
        <translation>يترجم</translation>
    </message>
    <message>
        <source>recognizes live</source>
        <translation>يتعرّف مباشرة</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>يتحدث</translation>
    </message>
    <message>
        <source>takes out noise</source>
        <translation>يزيل الضوضاء</translation>
    </message>
    <message>
        <source>tells speakers apart</source>
        <translation>يميّز المتحدثين</translation>
    </message>
    <message>
        <source>takes voices and music apart</source>
        <translation>يفصل الأصوات عن الموسيقى</translation>
    </message>
    <message>
        <source>models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>recognition</source>
        <translation>التعرّف</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>المعالج</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>بطاقة الرسوميات</translation>
    </message>
    <message>
        <source>{0} GB free</source>
        <translation>{0} غيغابايت متاحة</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>لا يوجد نموذج</translation>
    </message>
    <message>
        <source>English only, at starter quality</source>
        <translation>الإنجليزية فقط، بجودة أولية</translation>
    </message>
    <message>
        <source>starter quality: {0}</source>
        <translation>جودة أولية: {0}</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>غير متاح</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>لم يُقَس بعد</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>لم يُعثر على مشغّل NVIDIA</translation>
    </message>
    <message>
        <source>{0} threads are fastest</source>
        <translation>{0} خيوط هي الأسرع</translation>
    </message>
    <message>
        <source>Better models can be installed on the models page.</source>
        <translation>يمكن تثبيت نماذج أفضل من صفحة النماذج.</translation>
    </message>
    <message>
        <source>Install one on the models page.</source>
        <translation>ثبّت نموذجًا من صفحة النماذج.</translation>
    </message>
    <message>
        <source>Wanted only for dubs with several speakers or with music.</source>
        <translation>مطلوب فقط للدبلجات ذات المتحدثين المتعددين أو الموسيقى.</translation>
    </message>
    <message>
        <source>Install the application again.</source>
        <translation>أعد تثبيت التطبيق.</translation>
    </message>
    <message>
        <source>Larger models need 2 GB and more.</source>
        <translation>تحتاج النماذج الأكبر إلى غيغابايتين أو أكثر.</translation>
    </message>
    <message>
        <source>Its folder has to be writable.</source>
        <translation>يجب أن يكون المجلد قابلًا للكتابة.</translation>
    </message>
    <message>
        <source>Everything runs on the processor instead.</source>
        <translation>يعمل كل شيء على المعالج بدلًا من ذلك.</translation>
    </message>
</context>
<context>
    <name>FirstRunDialog</name>
    <message>
        <source>Welcome</source>
        <translation>مرحبًا</translation>
    </message>
    <message>
        <source>Welcome to Streamlation</source>
        <translation>مرحبًا بك في Streamlation</translation>
    </message>
    <message>
        <source>Everything is done on this computer. You can change these choices at any time.</source>
        <translation>كل شيء يجري على هذا الحاسوب. يمكنك تغيير هذه الخيارات في أي وقت.</translation>
    </message>
    <message>
        <source>Measuring what this computer can do…</source>
        <translation>جارٍ قياس قدرة هذا الحاسوب…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Download the recommended models ({0})</source>
        <translation>تنزيل النماذج الموصى بها ({0})</translation>
    </message>
    <message>
        <source>English speech at starter quality; it is translated into: {0}.</source>
        <translation>كلام إنجليزي بجودة أوّلية، ويُترجَم إلى: {0}.</translation>
    </message>
    <message>
        <source>Estimated real-time factor of Whisper here (below 1 is faster than it plays): {0}.</source>
        <translation>معامل الزمن الحقيقي المقدّر لـ Whisper هنا (أقل من واحد أسرع من التشغيل): {0}.</translation>
    </message>
    <message>
        <source>Recommended: {0}.</source>
        <translation>الموصى به: {0}.</translation>
    </message>
    <message>
        <source>This computer could not be measured; a small model is recommended.</source>
        <translation>تعذّر قياس هذا الحاسوب؛ يُنصح بنموذج صغير.</translation>
    </message>
    <message>
        <source>Which language do you understand?</source>
        <translation>ما اللغة التي تفهمها؟</translation>
    </message>
    <message>
        <source>No translation</source>
        <translation>بلا ترجمة</translation>
    </message>
    <message>
        <source>How good should it be?</source>
        <translation>ما الجودة المطلوبة؟</translation>
    </message>
    <message>
        <source>Start at once with what is built in</source>
        <translation>البدء فورًا بما هو مدمج</translation>
    </message>
    <message>
        <source>Download the recommended models</source>
        <translation>تنزيل النماذج الموصى بها</translation>
    </message>
    <message>
        <source>I accept the licences above</source>
        <translation>أقبل التراخيص أعلاه</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>in progress</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>غير مكتملة</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Watch anything in your language</source>
        <translation>شاهد كل شيء بلغتك</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <source>Video and sound</source>
        <translation>فيديو وصوت</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Open a video or sound file</source>
        <translation>فتح ملف فيديو أو صوت</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>فتح مجلد</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>فتح رابط</translation>
    </message>
    <message>
        <source>Address of a video, sound or live stream:</source>
        <translation>عنوان فيديو أو صوت أو بث مباشر:</translation>
    </message>
    <message>
        <source>Drop zone</source>
        <translation>منطقة الإفلات</translation>
    </message>
    <message>
        <source>Drop a video, a sound file or a folder here</source>
        <translation>أفلت هنا فيديو أو ملفًا صوتيًا أو مجلدًا</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>لا شيء يغادر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>فتح ملف…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>فتح مجلد…</translation>
    </message>
    <message>
        <source>Paste a link…</source>
        <translation>لصق رابط…</translation>
    </message>
    <message>
        <source>Watch live…</source>
        <translation>مشاهدة مباشرة…</translation>
    </message>
    <message>
        <source>No translation</source>
        <translation>بلا ترجمة</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>الترجمة إلى</translation>
    </message>
    <message>
        <source>Detect by itself</source>
        <translation>اكتشاف تلقائي</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>لغة الكلام</translation>
    </message>
</context>
<context>
    <name>InsetWindow</name>
    <message>
        <source>Picture in picture</source>
        <translation>صورة داخل صورة</translation>
    </message>
</context>
<context>
    <name>InvitationBox</name>
    <message>
        <source>Open a link</source>
        <translation>فتح رابط</translation>
    </message>
    <message>
        <source>A link wants to open media from {0}</source>
        <translation>يريد رابط فتح وسائط من {0}</translation>
    </message>
    <message>
        <source>Only open it if you clicked on the link and trust the page.</source>
        <translation>لا تفتحه إلا إذا نقرت على الرابط وتثق بالصفحة.</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>Lines</source>
        <translation>الأسطر</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Language of the lines</source>
        <translation>لغة الأسطر</translation>
    </message>
    <message>
        <source>Voice…</source>
        <translation>الصوت…</translation>
    </message>
    <message>
        <source>Only what is spoken is made again</source>
        <translation>يُعاد إنشاء المنطوق فقط</translation>
    </message>
    <message>
        <source>Lines of the dub</source>
        <translation>أسطر الدبلجة</translation>
    </message>
    <message>
        <source>Double-click a text to change it: only that line is spoken anew.</source>
        <translation>انقر نقرًا مزدوجًا على نص لتغييره: يُعاد نطق هذا السطر فقط.</translation>
    </message>
    <message>
        <source>The lines appear here when they are spoken.</source>
        <translation>تظهر الأسطر هنا عندما تُنطق.</translation>
    </message>
</context>
<context>
    <name>JobTracks</name>
    <message>
        <source>Progress of {0}</source>
        <translation>تقدّم {0}</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>In the queue</source>
        <translation>في قائمة الانتظار</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Cancelled; what was done is kept</source>
        <translation>أُلغيت؛ ما أُنجز محفوظ</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>اكتملت</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>جارٍ الفحص</translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation>جارٍ التعرّف</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>جارٍ الترجمة</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>جارٍ النطق</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>جارٍ المزج</translation>
    </message>
    <message>
        <source>Writing files</source>
        <translation>جارٍ كتابة الملفات</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>Failed while: {0}</source>
        <translation>فشلت أثناء: {0}</translation>
    </message>
    <message>
        <source>failed tries: {0}; it is tried again</source>
        <translation>المحاولات الفاشلة: {0}؛ تُعاد المحاولة</translation>
    </message>
    <message>
        <source>{0} left in this stage</source>
        <translation>بقي {0} في هذه المرحلة</translation>
    </message>
    <message>
        <source>put in the queue</source>
        <translation>أُضيفت إلى قائمة الانتظار</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>بدأت</translation>
    </message>
    <message>
        <source>started</source>
        <translation>انطلقت</translation>
    </message>
    <message>
        <source>kept from before</source>
        <translation>محفوظ من قبل</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>failed; it is tried again</source>
        <translation>فشلت؛ تُعاد المحاولة</translation>
    </message>
    <message>
        <source>failed for good</source>
        <translation>فشلت نهائيًا</translation>
    </message>
    <message>
        <source>text changed</source>
        <translation>تغيّر النص</translation>
    </message>
    <message>
        <source>voice changed</source>
        <translation>تغيّر الصوت</translation>
    </message>
    <message>
        <source>in the queue again</source>
        <translation>في قائمة الانتظار من جديد</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>أُوقفت مؤقتًا</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>استُؤنفت</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>أُلغيت</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>أُعيدت المحاولة</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>أُعيد التنفيذ</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>اكتملت</translation>
    </message>
    <message>
        <source>file expired</source>
        <translation>انتهت صلاحية الملف</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>Make a dub…</source>
        <translation>إنشاء دبلجة…</translation>
    </message>
    <message>
        <source>No dubs yet</source>
        <translation>لا توجد دبلجات بعد</translation>
    </message>
    <message>
        <source>A dub speaks the translation of a film in one or more languages, and writes it to files.</source>
        <translation>تنطق الدبلجة ترجمة فيلم بلغة أو أكثر وتكتبها في ملفات.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Do again from…</source>
        <translation>الإعادة من…</translation>
    </message>
    <message>
        <source>Show files</source>
        <translation>إظهار الملفات</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>change of a line</source>
        <translation>تعديل سطر</translation>
    </message>
    <message>
        <source>name of a speaker</source>
        <translation>اسم متحدث</translation>
    </message>
</context>
<context>
    <name>KeyNames</name>
    <message>
        <source>Play key</source>
        <translation>مفتاح التشغيل</translation>
    </message>
    <message>
        <source>Play/pause key</source>
        <translation>مفتاح التشغيل/الإيقاف المؤقت</translation>
    </message>
    <message>
        <source>Pause key</source>
        <translation>مفتاح الإيقاف المؤقت</translation>
    </message>
    <message>
        <source>Stop key</source>
        <translation>مفتاح الإيقاف</translation>
    </message>
    <message>
        <source>Previous track key</source>
        <translation>مفتاح المقطع السابق</translation>
    </message>
    <message>
        <source>Next track key</source>
        <translation>مفتاح المقطع التالي</translation>
    </message>
    <message>
        <source>Volume down key</source>
        <translation>مفتاح خفض الصوت</translation>
    </message>
    <message>
        <source>Volume up key</source>
        <translation>مفتاح رفع الصوت</translation>
    </message>
    <message>
        <source>Mute key</source>
        <translation>مفتاح كتم الصوت</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>المشغّل</translation>
    </message>
    <message>
        <source>Edit the chosen line of the transcript</source>
        <translation>تحرير السطر المختار من النص</translation>
    </message>
    <message>
        <source>Play the chosen line</source>
        <translation>تشغيل السطر المختار</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>تغيير المفاتيح…</translation>
    </message>
</context>
<context>
    <name>LanguageList</name>
    <message>
        <source>Find a language</source>
        <translation>ابحث عن لغة</translation>
    </message>
</context>
<context>
    <name>LibraryFilters</name>
    <message>
        <source>Every language</source>
        <translation>كل اللغات</translation>
    </message>
    <message>
        <source>Spoken or translated language</source>
        <translation>لغة منطوقة أو مترجمة</translation>
    </message>
    <message>
        <source>Search in titles and in what was said</source>
        <translation>البحث في العناوين وفيما قيل</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>المكتملة</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>غير المكتملة</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>حسب العنوان</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>الأطول أولًا</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Sentences found</source>
        <translation>الجمل التي عُثر عليها</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>لا شيء هنا</translation>
    </message>
    <message>
        <source>What you translate is kept here, and every sentence in it can be found again.</source>
        <translation>ما تترجمه يُحفظ هنا، ويمكن العثور على كل جملة فيه من جديد.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
    <message>
        <source>No sentence has all these words, and no title. Fewer words or other filters find more.</source>
        <translation>لا توجد جملة فيها كل هذه الكلمات ولا عنوان. كلمات أقل أو مرشحات أخرى تعثر على أكثر.</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Delete everything…</source>
        <translation>حذف الكل…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>لا جلسات</numerusform>
            <numerusform>جلسة واحدة</numerusform>
            <numerusform>جلستان</numerusform>
            <numerusform>%Ln جلسات</numerusform>
            <numerusform>%Ln جلسة</numerusform>
            <numerusform>%Ln جلسة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln session(s) cannot be deleted now</source>
        <translation>
            <numerusform>لا يمكن حذف أي جلسة الآن</numerusform>
            <numerusform>لا يمكن حذف جلسة واحدة الآن</numerusform>
            <numerusform>لا يمكن حذف جلستين الآن</numerusform>
            <numerusform>لا يمكن حذف %Ln جلسات الآن</numerusform>
            <numerusform>لا يمكن حذف %Ln جلسة الآن</numerusform>
            <numerusform>لا يمكن حذف %Ln جلسة الآن</numerusform>
        </translation>
    </message>
    <message>
        <source>They are being translated. Stop them first, on the sessions page.</source>
        <translation>تجري ترجمتها الآن. أوقفها أولًا في صفحة الجلسات.</translation>
    </message>
</context>
<context>
    <name>LicenceDialog</name>
    <message>
        <source>Install a model</source>
        <translation>تثبيت نموذج</translation>
    </message>
    <message>
        <source>not stated by its makers</source>
        <translation>لم يذكره صانعوه</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>التنزيل</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>من صنع</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>عنه</translation>
    </message>
    <message>
        <source>This licence restricts the use, or is not known: commercial use may be forbidden.</source>
        <translation>يقيّد هذا الترخيص الاستخدام، أو هو غير معروف: قد يكون الاستخدام التجاري ممنوعًا.</translation>
    </message>
    <message>
        <source>I accept the licence</source>
        <translation>أقبل الترخيص</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>تثبيت</translation>
    </message>
</context>
<context>
    <name>LiveCaptions</name>
    <message>
        <source>Listening…</source>
        <translation>جارٍ الاستماع…</translation>
    </message>
</context>
<context>
    <name>LocalApiDialog</name>
    <message>
        <source>Local API</source>
        <translation>واجهة برمجة محلية</translation>
    </message>
    <message>
        <source>Let programs of this computer use Streamlation</source>
        <translation>السماح لبرامج هذا الحاسوب باستخدام Streamlation</translation>
    </message>
    <message>
        <source>any</source>
        <translation>أي منفذ</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>نسخ الرمز</translation>
    </message>
    <message>
        <source>Sessions, exports, jobs and devices over HTTP; described at /api/v1/openapi.json.</source>
        <translation>الجلسات والتصدير والمهام والأجهزة عبر HTTP؛ موصوفة في ‎⁦/api/v1/openapi.json⁩.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Open file…</source>
        <translation>&amp;فتح ملف…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>فتح &amp;مجلد…</translation>
    </message>
    <message>
        <source>Open &amp;link…</source>
        <translation>فتح &amp;رابط…</translation>
    </message>
    <message>
        <source>Watch &amp;live…</source>
        <translation>م&amp;شاهدة مباشرة…</translation>
    </message>
    <message>
        <source>Show on a &amp;phone…</source>
        <translation>العرض على &amp;هاتف…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>فتح الأ&amp;حدث</translation>
    </message>
    <message>
        <source>&amp;Export captions…</source>
        <translation>&amp;تصدير الترجمة المكتوبة…</translation>
    </message>
    <message>
        <source>Make a &amp;dub…</source>
        <translation>إنشاء &amp;دبلجة…</translation>
    </message>
    <message>
        <source>&amp;Translate again</source>
        <translation>&amp;ترجمة من جديد</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إ&amp;نهاء</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>ت&amp;راجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إ&amp;عادة</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;بحث</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>&amp;لوحة المفاتيح</translation>
    </message>
    <message>
        <source>&amp;Local API…</source>
        <translation>&amp;واجهة برمجة محلية…</translation>
    </message>
    <message>
        <source>Start again in &amp;safe mode</source>
        <translation>إعادة التشغيل في الوضع &amp;الآمن</translation>
    </message>
    <message>
        <source>&amp;About Streamlation</source>
        <translation>&amp;حول Streamlation</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ModelFilters</name>
    <message>
        <source>Search models</source>
        <translation>البحث في النماذج</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>Hears</source>
        <translation>يسمع</translation>
    </message>
    <message>
        <source>Translates</source>
        <translation>يترجم</translation>
    </message>
    <message>
        <source>Speaks</source>
        <translation>يتكلم</translation>
    </message>
    <message>
        <source>Any spoken language</source>
        <translation>أي لغة كلام</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>لغة الكلام</translation>
    </message>
    <message>
        <source>Any translation</source>
        <translation>أي ترجمة</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>الترجمة إلى</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>المهمة</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>الجودة</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الترخيص</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>hears</source>
        <translation>يسمع</translation>
    </message>
    <message>
        <source>translates</source>
        <translation>يترجم</translation>
    </message>
    <message>
        <source>speaks</source>
        <translation>يتكلم</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>غير مذكور</translation>
    </message>
    <message numerus="yes">
        <source>%Ln language(s)</source>
        <translation>
            <numerusform>لا لغات</numerusform>
            <numerusform>لغة واحدة</numerusform>
            <numerusform>لغتان</numerusform>
            <numerusform>%Ln لغات</numerusform>
            <numerusform>%Ln لغة</numerusform>
            <numerusform>%Ln لغة</numerusform>
        </translation>
    </message>
    <message>
        <source>starter</source>
        <translation>أولية</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>أساسية</translation>
    </message>
    <message>
        <source>good</source>
        <translation>جيدة</translation>
    </message>
    <message>
        <source>high</source>
        <translation>عالية</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>مدمج</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>موصى به</translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Importing {0}…</source>
        <translation>جارٍ استيراد {0}…</translation>
    </message>
    <message>
        <source>{0} is installed.</source>
        <translation>تم تثبيت {0}.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>From a folder…</source>
        <translation>من مجلد…</translation>
    </message>
    <message>
        <source>From an archive…</source>
        <translation>من أرشيف…</translation>
    </message>
    <message>
        <source>Optional parts…</source>
        <translation>أجزاء اختيارية…</translation>
    </message>
    <message>
        <source>More engines, a graphics card, web pages</source>
        <translation>محركات أخرى، بطاقة رسوميات، صفحات ويب</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>تحقق</translation>
    </message>
    <message>
        <source>Check every file against its checksum</source>
        <translation>مطابقة كل ملف بمجموعه الاختباري</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Install…</source>
        <translation>تثبيت…</translation>
    </message>
    <message>
        <source>{0} in models</source>
        <translation>{0} للنماذج</translation>
    </message>
    <message>
        <source>{0} free</source>
        <translation>{0} متاح</translation>
    </message>
    <message>
        <source>{0} in unfinished downloads</source>
        <translation>{0} في تنزيلات غير مكتملة</translation>
    </message>
    <message>
        <source>downloading</source>
        <translation>جارٍ التنزيل</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>{0}: every file is as it should be.</source>
        <translation>{0}: كل الملفات سليمة.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}</source>
        <translation>{0} تالف: {1}</translation>
    </message>
    <message>
        <source>Checking {0}…</source>
        <translation>جارٍ فحص {0}…</translation>
    </message>
    <message>
        <source>Remove {0}? This frees {1}. It can be installed again.</source>
        <translation>إزالة {0}؟ يحرر ذلك {1}. يمكن تثبيته من جديد.</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>إزالة نموذج</translation>
    </message>
    <message>
        <source>{0} freed.</source>
        <translation>تم تحرير {0}.</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>مجلد نموذج</translation>
    </message>
    <message>
        <source>Archive of a model</source>
        <translation>أرشيف نموذج</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>أرشيفات</translation>
    </message>
</context>
<context>
    <name>PartCard</name>
    <message>
        <source>Download of {0}</source>
        <translation>تنزيل {0}</translation>
    </message>
    <message>
        <source>I accept the licence</source>
        <translation>أقبل الترخيص</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>تحقق</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>قيد العمل…</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>الترخيص: {0}</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>بطاقة رسوميات NVIDIA</translation>
    </message>
    <message>
        <source>Recognition and translation on the card; its driver has to be there.</source>
        <translation>التعرّف والترجمة على البطاقة؛ يجب أن يكون برنامج تشغيلها موجودًا.</translation>
    </message>
    <message>
        <source>Web pages</source>
        <translation>صفحات ويب</translation>
    </message>
    <message>
        <source>Finds the video in the page whose address you paste.</source>
        <translation>يجد الفيديو في الصفحة التي تلصق عنوانها.</translation>
    </message>
    <message>
        <source>More engines</source>
        <translation>محركات أخرى</translation>
    </message>
    <message>
        <source>More recognizers; speakers told apart; voices and music separated.</source>
        <translation>أدوات تعرّف أخرى؛ تمييز المتحدثين؛ فصل الأصوات عن الموسيقى.</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>مثبّت</translation>
    </message>
    <message>
        <source>of another release: install it again</source>
        <translation>من إصدار آخر: ثبّته من جديد</translation>
    </message>
    <message>
        <source>damaged, and not used: install it again</source>
        <translation>تالف وغير مستخدم: ثبّته من جديد</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>غير مثبّت</translation>
    </message>
    <message>
        <source>not made for this machine</source>
        <translation>غير متوفر لهذا الجهاز</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose: {0}</source>
        <translation>اختيار: {0}</translation>
    </message>
</context>
<context>
    <name>PlayerActions</name>
    <message>
        <source>Play or pause</source>
        <translation>تشغيل أو إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Back 5 seconds</source>
        <translation>خمس ثوانٍ إلى الخلف</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>خمس ثوانٍ إلى الأمام</translation>
    </message>
    <message>
        <source>Back 1 second</source>
        <translation>ثانية إلى الخلف</translation>
    </message>
    <message>
        <source>Forward 1 second</source>
        <translation>ثانية إلى الأمام</translation>
    </message>
    <message>
        <source>Back 1 minute</source>
        <translation>دقيقة إلى الخلف</translation>
    </message>
    <message>
        <source>Forward 1 minute</source>
        <translation>دقيقة إلى الأمام</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>إلى البداية</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>إلى النهاية</translation>
    </message>
    <message>
        <source>One picture on</source>
        <translation>إطار إلى الأمام</translation>
    </message>
    <message>
        <source>One picture back</source>
        <translation>إطار إلى الخلف</translation>
    </message>
    <message>
        <source>To the next chapter</source>
        <translation>إلى الفصل التالي</translation>
    </message>
    <message>
        <source>To the chapter before</source>
        <translation>إلى الفصل السابق</translation>
    </message>
    <message>
        <source>To the caption before</source>
        <translation>إلى السطر السابق</translation>
    </message>
    <message>
        <source>To the next caption</source>
        <translation>إلى السطر التالي</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>أبطأ</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>أسرع</translation>
    </message>
    <message>
        <source>Normal speed</source>
        <translation>السرعة العادية</translation>
    </message>
    <message>
        <source>Loop: from here, to here, off</source>
        <translation>تكرار: من هنا، إلى هنا، إيقاف</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>أخفض</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Sound off or on</source>
        <translation>كتم الصوت أو تشغيله</translation>
    </message>
    <message>
        <source>Next audio track</source>
        <translation>المسار الصوتي التالي</translation>
    </message>
    <message>
        <source>Captions off or on</source>
        <translation>إخفاء الترجمة المكتوبة أو إظهارها</translation>
    </message>
    <message>
        <source>Next subtitle track</source>
        <translation>مسار الترجمة التالي</translation>
    </message>
    <message>
        <source>Second language off or on</source>
        <translation>إخفاء اللغة الثانية أو إظهارها</translation>
    </message>
    <message>
        <source>Captions 0.1 s earlier</source>
        <translation>الترجمة المكتوبة أبكر بعُشر ثانية</translation>
    </message>
    <message>
        <source>Captions 0.1 s later</source>
        <translation>الترجمة المكتوبة أبطأ بعُشر ثانية</translation>
    </message>
    <message>
        <source>Smaller captions</source>
        <translation>ترجمة مكتوبة أصغر</translation>
    </message>
    <message>
        <source>Larger captions</source>
        <translation>ترجمة مكتوبة أكبر</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>الخروج من ملء الشاشة</translation>
    </message>
    <message>
        <source>Always on top</source>
        <translation>دائمًا في المقدمة</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>صورة داخل صورة</translation>
    </message>
    <message>
        <source>Window with captions only</source>
        <translation>نافذة للترجمة المكتوبة فقط</translation>
    </message>
    <message>
        <source>Screenshot with captions</source>
        <translation>لقطة مع الترجمة المكتوبة</translation>
    </message>
    <message>
        <source>Screenshot without captions</source>
        <translation>لقطة دون الترجمة المكتوبة</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>عرض المفاتيح</translation>
    </message>
</context>
<context>
    <name>PlayerChapters</name>
    <message>
        <source>Chapter {0}</source>
        <translation>الفصل {0}</translation>
    </message>
</context>
<context>
    <name>PlayerCommands</name>
    <message>
        <source>It has no chapters</source>
        <translation>لا توجد فصول</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>الصوت مكتوم</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>الصوت مفعّل</translation>
    </message>
    <message>
        <source>Loop off</source>
        <translation>التكرار متوقف</translation>
    </message>
    <message>
        <source>Loop from {0}</source>
        <translation>تكرار من {0}</translation>
    </message>
    <message>
        <source>Loop: {0} – {1}</source>
        <translation>تكرار: {0} – {1}</translation>
    </message>
</context>
<context>
    <name>PlayerMenus</name>
    <message>
        <source>No sound in it</source>
        <translation>لا صوت فيه</translation>
    </message>
    <message>
        <source>Look of the captions…</source>
        <translation>مظهر الترجمة المكتوبة…</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>الفصول</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>فتح ملف…</translation>
    </message>
    <message>
        <source>Second language</source>
        <translation>اللغة الثانية</translation>
    </message>
    <message>
        <source>Delay: {0} s</source>
        <translation>التأخير: {0} ث</translation>
    </message>
    <message>
        <source>Writing direction: {0}</source>
        <translation>اتجاه الكتابة: {0}</translation>
    </message>
    <message>
        <source>As the language is written</source>
        <translation>كما تُكتب اللغة</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>من اليسار</translation>
    </message>
    <message>
        <source>From the right</source>
        <translation>من اليمين</translation>
    </message>
    <message>
        <source>As each line begins</source>
        <translation>كما يبدأ كل سطر</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Player</source>
        <translation>المشغّل</translation>
    </message>
    <message>
        <source>Play on a television</source>
        <translation>العرض على تلفاز</translation>
    </message>
    <message>
        <source>What was said is kept, the sound is not.</source>
        <translation>بقي ما قيل، أما الصوت فلم يبقَ.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>لا شيء مفتوح</translation>
    </message>
    <message>
        <source>Open a file or paste a link, and it plays here with captions in your language.</source>
        <translation>افتح ملفًا أو الصق رابطًا، فيُعرض هنا مع ترجمة مكتوبة بلغتك.</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>فتح ملف…</translation>
    </message>
</context>
<context>
    <name>PlayerWidget</name>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>تم حفظ {0}</translation>
    </message>
    <message>
        <source>The sound device is gone</source>
        <translation>لم يعد جهاز الصوت متاحًا</translation>
    </message>
    <message>
        <source>It should be {0} long, and stops at {1}. The file may not be complete.</source>
        <translation>ينبغي أن تكون مدته {0} لكنه يتوقف عند {1}. قد لا يكون الملف كاملًا.</translation>
    </message>
    <message>
        <source>The film ends early</source>
        <translation>ينتهي الفيلم قبل أوانه</translation>
    </message>
    <message>
        <source>There is no picture</source>
        <translation>لا توجد صورة</translation>
    </message>
    <message>
        <source>Open subtitles</source>
        <translation>فتح ترجمة مكتوبة</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>الترجمات</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>Preferences</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>Search preferences</source>
        <translation>البحث في التفضيلات</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>إعادة ضبط الكل…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>تغيير المفاتيح…</translation>
    </message>
    <message>
        <source>This value cannot be used here.</source>
        <translation>لا يمكن استخدام هذه القيمة هنا.</translation>
    </message>
    <message>
        <source>Put every setting back to its default? Models and the library stay.</source>
        <translation>إعادة كل الإعدادات إلى قيمها الأصلية؟ تبقى النماذج والمكتبة.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>إعادة ضبط الكل</translation>
    </message>
</context>
<context>
    <name>ProjectChoice</name>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>كل المشاريع</translation>
    </message>
    <message>
        <source>Move to project</source>
        <translation>نقل إلى مشروع</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>بلا مشروع</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>الاسم:</translation>
    </message>
</context>
<context>
    <name>PurgeBox</name>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln session(s) from the library?</source>
        <translation>
            <numerusform>لا شيء للحذف من المكتبة</numerusform>
            <numerusform>حذف جلسة واحدة من المكتبة؟</numerusform>
            <numerusform>حذف جلستين من المكتبة؟</numerusform>
            <numerusform>حذف %Ln جلسات من المكتبة؟</numerusform>
            <numerusform>حذف %Ln جلسة من المكتبة؟</numerusform>
            <numerusform>حذف %Ln جلسة من المكتبة؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln caption(s), the texts, pictures and positions go.</source>
        <translation>
            <numerusform>تُحذف النصوص والصور والمواضع.</numerusform>
            <numerusform>يُحذف سطر واحد والنصوص والصور والمواضع.</numerusform>
            <numerusform>يُحذف سطران والنصوص والصور والمواضع.</numerusform>
            <numerusform>تُحذف %Ln أسطر والنصوص والصور والمواضع.</numerusform>
            <numerusform>يُحذف %Ln سطرًا والنصوص والصور والمواضع.</numerusform>
            <numerusform>يُحذف %Ln سطر والنصوص والصور والمواضع.</numerusform>
        </translation>
    </message>
    <message>
        <source>The translation cache and old backups go, too.</source>
        <translation>تُحذف أيضًا ذاكرة الترجمة والنسخ القديمة.</translation>
    </message>
    <message>
        <source>Your media and the files that were exported stay. This cannot be undone.</source>
        <translation>تبقى وسائطك والملفات المصدَّرة. لا يمكن التراجع عن ذلك.</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Start in safe mode</source>
        <translation>البدء في الوضع الآمن</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>الوضع الآمن</translation>
    </message>
    <message>
        <source>Built-in engines and the processor alone; nothing starts by itself, and settings are not kept.</source>
        <translation>المحركات المدمجة والمعالج فقط؛ لا يبدأ شيء تلقائيًا ولا تُحفظ الإعدادات.</translation>
    </message>
    <message>
        <source>Leave safe mode</source>
        <translation>مغادرة الوضع الآمن</translation>
    </message>
    <message>
        <source>Streamlation did not end in order last time</source>
        <translation>لم ينتهِ Streamlation بشكل سليم في المرة الماضية</translation>
    </message>
    <message>
        <source>Nothing that was done is lost. The diagnostics have a report that you can copy.</source>
        <translation>لم يضِع شيء مما أُنجز. يحتوي التشخيص على تقرير يمكنك نسخه.</translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation>عرض التشخيص</translation>
    </message>
    <message>
        <source>Interrupted sessions: {0}</source>
        <translation>الجلسات المنقطعة: {0}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
</context>
<context>
    <name>RemarkWords</name>
    <message numerus="yes">
        <source>The source is damaged in %Ln place(s)</source>
        <translation>
            <numerusform>المصدر غير تالف</numerusform>
            <numerusform>المصدر تالف في موضع واحد</numerusform>
            <numerusform>المصدر تالف في موضعين</numerusform>
            <numerusform>المصدر تالف في %Ln مواضع</numerusform>
            <numerusform>المصدر تالف في %Ln موضعًا</numerusform>
            <numerusform>المصدر تالف في %Ln موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln segment(s) of the stream could not be fetched</source>
        <translation>
            <numerusform>تم جلب كل مقاطع البث</numerusform>
            <numerusform>تعذر جلب مقطع واحد من البث</numerusform>
            <numerusform>تعذر جلب مقطعين من البث</numerusform>
            <numerusform>تعذر جلب %Ln مقاطع من البث</numerusform>
            <numerusform>تعذر جلب %Ln مقطعًا من البث</numerusform>
            <numerusform>تعذر جلب %Ln مقطع من البث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The connection was lost and found again %Ln time(s); {0} s are missing</source>
        <translation>
            <numerusform>لم ينقطع الاتصال؛ ينقص {0} ث</numerusform>
            <numerusform>انقطع الاتصال وعاد مرة واحدة؛ ينقص {0} ث</numerusform>
            <numerusform>انقطع الاتصال وعاد مرتين؛ ينقص {0} ث</numerusform>
            <numerusform>انقطع الاتصال وعاد %Ln مرات؛ ينقص {0} ث</numerusform>
            <numerusform>انقطع الاتصال وعاد %Ln مرة؛ ينقص {0} ث</numerusform>
            <numerusform>انقطع الاتصال وعاد %Ln مرة؛ ينقص {0} ث</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Screens</name>
    <message>
        <source>Open a film or a stream first</source>
        <translation>افتح فيلمًا أو بثًا أولًا</translation>
    </message>
    <message>
        <source>Then it can be shown on a phone, too.</source>
        <translation>عندها يمكن عرضه على هاتف أيضًا.</translation>
    </message>
</context>
<context>
    <name>Screenshots</name>
    <message>
        <source>Choose another folder for screenshots in the settings.</source>
        <translation>اختر مجلدًا آخر للقطات في الإعدادات.</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position</source>
        <translation>الموضع</translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>Progress of {0}</source>
        <translation>تقدّم {0}</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>الحصول على نموذج</translation>
    </message>
    <message>
        <source>Show in the player</source>
        <translation>عرض في المشغّل</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Stop; what is done is kept</source>
        <translation>إيقاف؛ ما أُنجز محفوظ</translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation>إزالة من هذه القائمة</translation>
    </message>
    <message>
        <source>The built-in engines work at starter quality; better models can be installed.</source>
        <translation>المحركات المدمجة تعمل بجودة أولية؛ يمكن تثبيت نماذج أفضل.</translation>
    </message>
    <message>
        <source>Get better models</source>
        <translation>الحصول على نماذج أفضل</translation>
    </message>
    <message>
        <source>{0}× as fast as it plays</source>
        <translation>{0}× سرعة التشغيل</translation>
    </message>
    <message>
        <source>{0} of speech in line</source>
        <translation>{0} من الكلام في الانتظار</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sentence(s) tried again</source>
        <translation>
            <numerusform>لم تُعَد أي جملة</numerusform>
            <numerusform>أُعيدت جملة واحدة</numerusform>
            <numerusform>أُعيدت جملتان</numerusform>
            <numerusform>أُعيدت %Ln جمل</numerusform>
            <numerusform>أُعيدت %Ln جملة</numerusform>
            <numerusform>أُعيدت %Ln جملة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionStrip</name>
    <message>
        <source>Progress of the translation</source>
        <translation>تقدّم الترجمة</translation>
    </message>
    <message>
        <source>Pause the translation</source>
        <translation>إيقاف الترجمة مؤقتًا</translation>
    </message>
    <message>
        <source>Go on with the translation</source>
        <translation>متابعة الترجمة</translation>
    </message>
    <message>
        <source>Stop listening; what was said is kept</source>
        <translation>إيقاف الاستماع؛ ما قيل محفوظ</translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message>
        <source>Waiting for its turn</source>
        <translation>في انتظار دورها</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>The stream is away; connecting again…</source>
        <translation>البث منقطع؛ يُعاد الاتصال…</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>جارٍ الاستماع…</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>جارٍ الإيقاف المؤقت…</translation>
    </message>
    <message>
        <source>Paused at {0} %</source>
        <translation>متوقفة مؤقتًا عند {0} ٪</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Stopped; what was done is kept</source>
        <translation>أُوقفت؛ ما أُنجز محفوظ</translation>
    </message>
    <message>
        <source>Failed; what was done is kept</source>
        <translation>فشلت؛ ما أُنجز محفوظ</translation>
    </message>
    <message>
        <source>Translating: {0} %</source>
        <translation>جارٍ الترجمة: {0} ٪</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>بقي {0}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>captions {0} s behind (seldom more than {1} s)</source>
        <translation>الترجمة متأخرة {0} ث (نادرًا أكثر من {1} ث)</translation>
    </message>
    <message>
        <source>this machine works at its limit ({0} %)</source>
        <translation>يعمل هذا الحاسوب عند حدّه ({0} ٪)</translation>
    </message>
    <message>
        <source>{0} s of sound left out</source>
        <translation>أُهملت {0} ث من الصوت</translation>
    </message>
    <message>
        <source>reconnections: {0}</source>
        <translation>مرات إعادة الاتصال: {0}</translation>
    </message>
    <message>
        <source>translation {0} s behind</source>
        <translation>الترجمة متأخرة {0} ث</translation>
    </message>
    <message>
        <source>words taken back: {0} %</source>
        <translation>كلمات سُحبت: {0} ٪</translation>
    </message>
    <message>
        <source>work per second of sound: {0} % ({1})</source>
        <translation>العمل لكل ثانية من الصوت: {0} ٪ ({1})</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>القراءة</translation>
    </message>
    <message>
        <source>Finding speech</source>
        <translation>العثور على الكلام</translation>
    </message>
    <message>
        <source>Recognizing</source>
        <translation>التعرّف</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>real-time factor {0}</source>
        <translation>معامل الزمن الحقيقي {0}</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>{0} في الانتظار</translation>
    </message>
    <message>
        <source>{0} dropped</source>
        <translation>{0} مهملة</translation>
    </message>
</context>
<context>
    <name>SessionsPage</name>
    <message>
        <source>Sessions</source>
        <translation>الجلسات</translation>
    </message>
    <message>
        <source>Nothing is being translated</source>
        <translation>لا تجري أي ترجمة</translation>
    </message>
    <message>
        <source>Open media, and its progress, speed and warnings appear here.</source>
        <translation>افتح وسائط، فيظهر هنا تقدّمها وسرعتها وتنبيهاتها.</translation>
    </message>
    <message>
        <source>Take off all that wait</source>
        <translation>إزالة كل ما ينتظر</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more wait(s) for a turn</source>
        <translation>
            <numerusform>لا أحد ينتظر دوره</numerusform>
            <numerusform>جلسة أخرى تنتظر دورها</numerusform>
            <numerusform>جلستان أخريان تنتظران دورهما</numerusform>
            <numerusform>%Ln جلسات أخرى تنتظر دورها</numerusform>
            <numerusform>%Ln جلسة أخرى تنتظر دورها</numerusform>
            <numerusform>%Ln جلسة أخرى تنتظر دورها</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Recognition</source>
        <translation>التعرّف</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>الحوسبة</translation>
    </message>
    <message>
        <source>Files of the command line</source>
        <translation>ملفات سطر الأوامر</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Captions on the picture</source>
        <translation>الترجمة المكتوبة على الصورة</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>المشغّل</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>التحديثات</translation>
    </message>
    <message>
        <source>Dubs</source>
        <translation>الدبلجات</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Spoken languages</source>
        <translation>لغات الكلام</translation>
    </message>
    <message>
        <source>Recognition model</source>
        <translation>نموذج التعرّف</translation>
    </message>
    <message>
        <source>Beam size</source>
        <translation>عرض الحزمة</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>تخطي الصمت</translation>
    </message>
    <message>
        <source>Names to expect</source>
        <translation>أسماء متوقعة</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>الترجمة إلى</translation>
    </message>
    <message>
        <source>Translation model</source>
        <translation>نموذج الترجمة</translation>
    </message>
    <message>
        <source>Speed or quality</source>
        <translation>السرعة أو الجودة</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>المسرد</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>صيغة الأعداد</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>الصيغ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Two languages in one file</source>
        <translation>لغتان في ملف واحد</translation>
    </message>
    <message>
        <source>Keep for days</source>
        <translation>أيام الحفظ</translation>
    </message>
    <message>
        <source>Sentences in the cache</source>
        <translation>جمل في الذاكرة</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>لغة النافذة</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>فاتح أو داكن</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Translate at once</source>
        <translation>الترجمة فورًا</translation>
    </message>
    <message>
        <source>Shade doubtful lines</source>
        <translation>تظليل الأسطر المشكوك فيها</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>عريض</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Colour of the second language</source>
        <translation>لون اللغة الثانية</translation>
    </message>
    <message>
        <source>Size of the second language</source>
        <translation>حجم اللغة الثانية</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>الحد</translation>
    </message>
    <message>
        <source>Colour of the outline</source>
        <translation>لون الحد</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>الظل</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>الإطار</translation>
    </message>
    <message>
        <source>Colour of the box</source>
        <translation>لون الإطار</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>الهامش</translation>
    </message>
    <message>
        <source>Two languages</source>
        <translation>لغتان</translation>
    </message>
    <message>
        <source>Spoken language above</source>
        <translation>لغة الكلام في الأعلى</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>Decode on the graphics card</source>
        <translation>فك الترميز على بطاقة الرسوم</translation>
    </message>
    <message>
        <source>Remember the position</source>
        <translation>تذكّر الموضع</translation>
    </message>
    <message>
        <source>Folder for screenshots</source>
        <translation>مجلد لقطات الشاشة</translation>
    </message>
    <message>
        <source>Keys of the player</source>
        <translation>مفاتيح المشغّل</translation>
    </message>
    <message>
        <source>Ask for newer versions</source>
        <translation>السؤال عن إصدارات أحدث</translation>
    </message>
    <message>
        <source>Keep files for hours</source>
        <translation>الاحتفاظ بالملفات (ساعات)</translation>
    </message>
    <message>
        <source>Spoken languages; empty to detect.</source>
        <translation>لغات الكلام؛ فارغ لاكتشافها.</translation>
    </message>
    <message>
        <source>Recognition model: id or folder; empty: the best.</source>
        <translation>نموذج التعرّف: اسم أو مجلد؛ فارغ: الأفضل.</translation>
    </message>
    <message>
        <source>Beams of the search; more is slower.</source>
        <translation>حزم البحث؛ الأكثر أبطأ.</translation>
    </message>
    <message>
        <source>Skip what voice-activity detection judges not to be speech.</source>
        <translation>تخطي ما لا يعدّه كاشف الصوت كلامًا.</translation>
    </message>
    <message>
        <source>Names and terms to expect in the speech.</source>
        <translation>أسماء ومصطلحات متوقعة في الكلام.</translation>
    </message>
    <message>
        <source>Languages to translate into; empty for the transcript alone.</source>
        <translation>لغات الترجمة؛ فارغ للنص وحده.</translation>
    </message>
    <message>
        <source>Translation model: id or folder; empty: the best.</source>
        <translation>نموذج الترجمة: اسم أو مجلد؛ فارغ: الأفضل.</translation>
    </message>
    <message>
        <source>Speed against quality.</source>
        <translation>السرعة مقابل الجودة.</translation>
    </message>
    <message>
        <source>File of terms to keep: source TAB target per line.</source>
        <translation>ملف المصطلحات: الأصل ثم جدولة ثم الهدف في كل سطر.</translation>
    </message>
    <message>
        <source>Device of the models.</source>
        <translation>جهاز النماذج.</translation>
    </message>
    <message>
        <source>int8, float16 …; empty for the fastest measured.</source>
        <translation>int8 وfloat16 …؛ فارغ للأسرع قياسًا.</translation>
    </message>
    <message>
        <source>Subtitle formats to write.</source>
        <translation>صيغ الترجمة المكتوبة للكتابة.</translation>
    </message>
    <message>
        <source>Folder for the files; empty to write beside the source.</source>
        <translation>مجلد الملفات؛ فارغ للكتابة بجوار المصدر.</translation>
    </message>
    <message>
        <source>Source and target text together in every translated file.</source>
        <translation>الأصل والترجمة معًا في كل ملف.</translation>
    </message>
    <message>
        <source>Older sessions go; empty keeps all.</source>
        <translation>تُحذف الجلسات الأقدم؛ فارغ يحفظ الكل.</translation>
    </message>
    <message>
        <source>Sentences in the translation cache; the oldest go first.</source>
        <translation>جمل في ذاكرة الترجمة؛ الأقدم تُحذف أولًا.</translation>
    </message>
    <message>
        <source>Family; empty for one that fits the script.</source>
        <translation>العائلة؛ فارغ لما يناسب الكتابة.</translation>
    </message>
    <message>
        <source>Height of the letters, percent of the picture&apos;s height.</source>
        <translation>ارتفاع الحروف، نسبة من ارتفاع الصورة.</translation>
    </message>
    <message>
        <source>Heavy letters.</source>
        <translation>حروف سميكة.</translation>
    </message>
    <message>
        <source>Of the first language.</source>
        <translation>للغة الأولى.</translation>
    </message>
    <message>
        <source>Of the second language.</source>
        <translation>للغة الثانية.</translation>
    </message>
    <message>
        <source>Second language, relative to the first.</source>
        <translation>اللغة الثانية نسبةً إلى الأولى.</translation>
    </message>
    <message>
        <source>Width of the outline, percent of the letters.</source>
        <translation>عرض الحد، نسبة من الحروف.</translation>
    </message>
    <message>
        <source>Of the outline.</source>
        <translation>للحد.</translation>
    </message>
    <message>
        <source>Offset of the shadow, percent of the letters.</source>
        <translation>إزاحة الظل، نسبة من الحروف.</translation>
    </message>
    <message>
        <source>Opacity of a box behind the text, percent; 0 for none.</source>
        <translation>عتامة إطار خلف النص، نسبة؛ صفر لعدمه.</translation>
    </message>
    <message>
        <source>Of the box.</source>
        <translation>للإطار.</translation>
    </message>
    <message>
        <source>Where on the picture.</source>
        <translation>أين على الصورة.</translation>
    </message>
    <message>
        <source>Distance from the edge, percent of the height.</source>
        <translation>البعد عن الحافة، نسبة من الارتفاع.</translation>
    </message>
    <message>
        <source>Show both languages.</source>
        <translation>عرض اللغتين.</translation>
    </message>
    <message>
        <source>Two languages: the spoken one above.</source>
        <translation>لغتان: لغة الكلام في الأعلى.</translation>
    </message>
    <message>
        <source>Linear volume.</source>
        <translation>مستوى صوت خطي.</translation>
    </message>
    <message>
        <source>Decode on the graphics card where that works.</source>
        <translation>فك الترميز على بطاقة الرسوم حيث يعمل.</translation>
    </message>
    <message>
        <source>Go on where the media was left.</source>
        <translation>المتابعة من حيث توقفت.</translation>
    </message>
    <message>
        <source>Folder for screenshots; empty: pictures.</source>
        <translation>مجلد لقطات الشاشة؛ فارغ: الصور.</translation>
    </message>
    <message>
        <source>Keys by action, where they differ from the usual ones.</source>
        <translation>المفاتيح حسب الإجراء حيث تختلف عن المعتاد.</translation>
    </message>
    <message>
        <source>Writing direction by language code, where the language&apos;s own is wrong.</source>
        <translation>اتجاه الكتابة بحسب رمز اللغة، حيث يكون اتجاه اللغة نفسها خاطئًا.</translation>
    </message>
    <message>
        <source>Ask once a day whether there is a newer version.</source>
        <translation>السؤال مرة يوميًا عن وجود إصدار أحدث.</translation>
    </message>
    <message>
        <source>Files of dubs go after so many hours (48 is usual); empty keeps all.</source>
        <translation>تُحذف ملفات الدبلجة بعد هذا العدد من الساعات (المعتاد ثمانٍ وأربعون)؛ اتركه فارغًا للاحتفاظ بالكل.</translation>
    </message>
    <message>
        <source>Language of the window; empty: the system&apos;s.</source>
        <translation>لغة النافذة؛ فارغ: لغة النظام.</translation>
    </message>
    <message>
        <source>Light, dark, or as the system.</source>
        <translation>فاتح أو داكن أو كالنظام.</translation>
    </message>
    <message>
        <source>Tell when a session is done and the window is not in front.</source>
        <translation>الإعلام عند انتهاء جلسة والنافذة ليست في المقدمة.</translation>
    </message>
    <message>
        <source>Start to translate as soon as media is opened.</source>
        <translation>بدء الترجمة عند فتح الوسائط.</translation>
    </message>
    <message>
        <source>Shade lines of the transcript that were hard to hear.</source>
        <translation>تظليل الأسطر التي صعب سماعها.</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>سريع</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>متوازن</translation>
    </message>
    <message>
        <source>accurate</source>
        <translation>دقيق</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>top</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Back to the default: {0}</source>
        <translation>القيمة الأصلية: {0}</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>كالنظام</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>بلا حد</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Show on a phone</source>
        <translation>العرض على هاتف</translation>
    </message>
    <message>
        <source>Code of the link, for the camera of a phone</source>
        <translation>رمز الرابط، لكاميرا الهاتف</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>نسخ الرابط</translation>
    </message>
    <message>
        <source>Making the link…</source>
        <translation>جارٍ إنشاء الرابط…</translation>
    </message>
    <message>
        <source>Stop showing</source>
        <translation>إيقاف العرض</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Point the camera of a phone in the same network at the code. Who has the link can watch.</source>
        <translation>وجّه كاميرا هاتف على الشبكة نفسها نحو الرمز. يمكن لمن لديه الرابط المشاهدة.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln screen(s) show it now</source>
        <translation>
            <numerusform>لا تعرضه أي شاشة (%Ln)</numerusform>
            <numerusform>تعرضه شاشة واحدة (%Ln) الآن</numerusform>
            <numerusform>تعرضه شاشتان الآن</numerusform>
            <numerusform>تعرضه %Ln شاشات الآن</numerusform>
            <numerusform>تعرضه %Ln شاشة الآن</numerusform>
            <numerusform>تعرضه %Ln شاشة الآن</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody watches yet.</source>
        <translation>لا أحد يشاهد بعد.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>المشغّل</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>المكتبة</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>الجلسات</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>المهام</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>التفضيلات</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>About</source>
        <translation>حول</translation>
    </message>
</context>
<context>
    <name>SubtitleShelf</name>
    <message>
        <source>Track {0}</source>
        <translation>المسار {0}</translation>
    </message>
    <message>
        <source>{0} (in the media)</source>
        <translation>{0} (في الوسيط)</translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message>
        <source>No font on this system has the letters of {0}</source>
        <translation>لا يوجد في هذا النظام خط يحتوي على حروف {0}</translation>
    </message>
    <message>
        <source>Its captions could not be read. Install one that has them, for example Noto Sans.</source>
        <translation>لن تكون ترجمتها مقروءة. ثبّت خطًا يحتوي على هذه الحروف، مثل Noto Sans.</translation>
    </message>
    <message>
        <source>Dub finished</source>
        <translation>اكتملت الدبلجة</translation>
    </message>
    <message>
        <source>Dub failed</source>
        <translation>فشلت الدبلجة</translation>
    </message>
    <message>
        <source>Translation done</source>
        <translation>اكتملت الترجمة</translation>
    </message>
</context>
<context>
    <name>TextDelegate</name>
    <message>
        <source>Text of the line</source>
        <translation>نص السطر</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{0} s</source>
        <translation>{0} ث</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} د</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} س</translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message>
        <source>Said</source>
        <translation>ما قيل</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>Transcript</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>No transcript yet</source>
        <translation>لا يوجد نص بعد</translation>
    </message>
    <message>
        <source>What is said appears here as it is translated.</source>
        <translation>يظهر هنا ما يُقال أثناء ترجمته.</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>تشغيل من هنا</translation>
    </message>
    <message>
        <source>Edit text</source>
        <translation>تحرير النص</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Name this speaker…</source>
        <translation>تسمية هذا المتحدث…</translation>
    </message>
    <message>
        <source>Name this speaker… (speakers were not told apart)</source>
        <translation>تسمية هذا المتحدث… (لم يُميَّز بين المتحدثين)</translation>
    </message>
    <message>
        <source>Search in the transcript</source>
        <translation>البحث في النص</translation>
    </message>
    <message>
        <source>Translating…</source>
        <translation>جارٍ الترجمة…</translation>
    </message>
    <message>
        <source>Follow the playback</source>
        <translation>متابعة التشغيل</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>نسخ الأسطر</translation>
    </message>
    <message>
        <source>Export captions</source>
        <translation>تصدير الترجمة المكتوبة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%Ln نتائج</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>Name of the speaker:</source>
        <translation>اسم المتحدث:</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>Streamlation {0} is available</source>
        <translation>يتوفر Streamlation {0}</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>تنزيل…</translation>
    </message>
</context>
<context>
    <name>VideoSurface</name>
    <message>
        <source>Video</source>
        <translation>الفيديو</translation>
    </message>
</context>
<context>
    <name>VoiceDialog</name>
    <message>
        <source>Voice for {0}</source>
        <translation>صوت لـ {0}</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>الجميع</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>استمع إليه</translation>
    </message>
    <message>
        <source>Asking which voices there are…</source>
        <translation>جارٍ السؤال عن الأصوات المتاحة…</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>يُختار تلقائيًا</translation>
    </message>
    <message>
        <source>Nothing is recognized or translated anew.</source>
        <translation>لا يُعاد التعرّف على أي شيء ولا ترجمته.</translation>
    </message>
    <message>
        <source>No voice speaks this language.</source>
        <translation>لا يوجد صوت يتحدث هذه اللغة.</translation>
    </message>
</context>
<context>
    <name>WatchLiveDialog</name>
    <message>
        <source>Watch live</source>
        <translation>مشاهدة مباشرة</translation>
    </message>
    <message>
        <source>A live stream</source>
        <translation>بث مباشر</translation>
    </message>
    <message>
        <source>The microphone</source>
        <translation>الميكروفون</translation>
    </message>
    <message>
        <source>What this computer plays</source>
        <translation>ما يشغّله هذا الحاسوب</translation>
    </message>
    <message>
        <source>Address of the stream</source>
        <translation>عنوان البث</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Record the stream, with its captions</source>
        <translation>تسجيل البث مع ترجمته</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>التأخر</translation>
    </message>
    <message>
        <source>No microphone was found.</source>
        <translation>لم يُعثر على ميكروفون.</translation>
    </message>
    <message>
        <source>This computer offers no such sound.</source>
        <translation>لا يوفّر هذا الحاسوب مثل هذا الصوت.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welcome to Streamlation</source>
        <translation>مرحبًا بك في Streamlation</translation>
    </message>
    <message>
        <source>Choose your language, and how good the translation should be.</source>
        <translation>اختر لغتك وجودة الترجمة.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
</context>
<context>
    <name>WindowModes</name>
    <message>
        <source>The film is in its own small window.</source>
        <translation>الفيلم في نافذته الصغيرة.</translation>
    </message>
</context>
</TS>
