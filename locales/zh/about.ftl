### 关于本记录：您的话如何被使用、您的数据、无障碍、开放数据。

about-tabs = 关于本记录的各页

## 您的话如何被使用

about-words-lede = 无论您说什么、通过什么渠道，都会进入同一份公开记录。
about-words-same = 各种渠道同等对待
about-words-same-text = 电话、信件、联络站的卡片、到服务窗口、参加会议和本网站，都各算一条意见：一个号、一个编码、计数一次。无需注册账户。
about-words-public = 哪些内容公开
about-words-public-words = 您所写的原话，以及去掉了内含地点和时间的照片。
about-words-public-facts = 渠道、地点和日期。
about-words-public-after = 后续情况：归入的事项、每次答复、每项决定及其理由、每个承诺及其期限。
about-words-private = 哪些内容不公开
about-words-private-contact = 您的联系方式。它经过加密，单独保存。
about-words-private-code = 您的编码。持有编码的人可以修改和撤回您的话，请自己保管好。
about-words-private-name = 您的姓名。我们不问。您写进正文的内容都会公开，不想让人知道的自己或他人的事请不要写。
about-words-when = 什么时候做什么
about-words-when-now = 立即：您得到一个编码，您的话可以公开阅读。
about-words-when-sorted = { $days }内：工作人员阅读并归入某一事项。
about-words-when-answered = { $days }内：您得到答复。逾期则在首页计为未答复。
about-words-when-decided = 之后，市里权衡该事项，作出附有理由的决定，并说明谁在何时之前做什么。
about-words-when-checked = 市里说办好了，由居民来判断。如果有 { $n } 人或更多人说“还没有”，且超过全部的 { $percent }，就重新办理。
about-words-who = 谁会阅读
about-words-who-text = 任何人都可以阅读。工作人员归类，负责部门答复，管理员可以隐藏，审计人员只看不改。谁可以做什么，与平台实际执行的是同一张表。
about-words-hide = 什么时候会隐藏
about-words-hide-text = 威胁或侮辱他人、泄露隐私的内容，管理员可以隐藏。理由公开，意见仍然计数，也可以恢复。不会因为不中听而隐藏。
about-words-machines = 机器不作决定
about-words-machines-text = 阅读、归类、答复和决定都由人来做。计算机自行得出的只是建议或标注，每一项这样的功能在这里都有说明。有三条固定规则按数量或日期执行：事项列表的排序、重新办理事项、按期删除联系方式。
about-words-order = 列表怎样排序、权重是多少

## 自动功能的风险说明

about-sheets = 自动功能及其风险
about-sheet-does = 做什么
about-sheet-data = 使用什么
about-sheet-errors = 已知的错误
about-sheet-who = 由谁负责
about-sheet-off = 如何关闭
about-sheet-who-text = 运行本平台的部门。它始终只是建议，采不采纳由人决定。
about-sheet-who-note = 运行本平台的部门。如果有误，请告诉我们。
about-similar = 与您的意见相似的事项
about-similar-does = 在您书写时，最多显示 { $n } 个用词相近的事项，方便您加入其中一个。
about-similar-data = 您正在写的文字，以及各事项的标题和摘要。如果浏览器启用了脚本，您停顿时文字会发送到本服务器（不会发送到别处），并且不保存。
about-similar-errors = 用演示城市的 { $all } 条意见测试：意见与事项语言相同时，有 { $same } 显示了正确的事项；语言不同时只有 { $other }。也常会显示不相关的事项。
about-similar-off = 市里在设置中写 automatic_similar = false。您自己：在浏览器中关闭脚本，并且不按“{ $button }”。
about-language = 文字的语言
about-language-does = 猜测一段文字是十种语言中的哪一种，以便正确显示、朗读和统计。拿不准时不作判断。
about-language-data = 只使用文字本身。
about-language-errors = 演示城市四种语言的 { $all } 条意见中，判断错误 { $wrong } 条，未能判断 { $none } 条。只有一两个词或夹杂多种语言时更难判断。
about-language-off = 市里在设置中写 automatic_language = false，意见的语言即标为未知。
about-place = 您所写的地点
about-place-does = 如果您在“{ $label }”中写到我们名单上的地名，意见就计入该地点。
about-place-data = 只使用这一栏的文字和公开的地点名单。我们从不询问您的设备在哪里。
about-place-errors = 尚未测量。地名写错或两地同名时会出错。
about-place-off = 市里在设置中写 automatic_place = false。您自己：把这一栏留空，意见就不计入任何地点。

## 您的数据

about-data-lede = 除了您的话，我们尽量少保存，并按期删除。
about-data-contact = 我们怎样联系您
about-data-contact-text = 电子邮件、电话或邮寄地址与您的话分开保存，并用不在数据库中的密钥加密。工作人员都看不到，只有向您发送答复的程序才会打开。
about-data-contact-gap = 目前该程序只发送电子邮件。如果您留的是电话或邮寄地址，请用编码查询，或到服务窗口询问。
about-data-keep = 什么内容保存多久
about-data-keep-what = 内容
about-data-keep-long = 多久
about-data-keep-words = 文字、照片、地点、渠道、日期
about-data-keep-words-long = 作为记录的一部分长期保存。撤回后不再显示。
about-data-keep-contact = 您的联系方式
about-data-keep-contact-long = 事项结束或您的意见单独得到答复后{ $days }。您撤回时立即删除。
about-data-keep-follow = 关注事项用的电子邮件
about-data-keep-follow-long = 直到您打开邮件中的链接取消关注；每封邮件里都有这个链接。
about-data-keep-network = 网络地址
about-data-keep-network-long = 只在内存中用来阻止大量刷屏，从不与您的话一起保存。
about-data-keep-cookie = 记录语言的 Cookie
about-data-keep-cookie-long = 在您的浏览器中保留一年。除核查结果或工作人员登录外，没有其他 Cookie 会超过一分钟。
about-data-keep-check = 您核查结果时设置的 Cookie
about-data-keep-check-long = 在您的浏览器中保留一年，使您只计一次并可更改说法。在数据库中它与我们的密钥混合，无法关联到您。
about-data-keep-draft = 尚未发送的文字
about-data-keep-draft-long = 只在您的浏览器中，直到发送或关闭标签页。
about-data-keep-staff = 工作人员的姓名及其所做的事
about-data-keep-staff-long = 长期保存。工作人员公开行事。
about-data-rights = 您的权利
about-data-see = 查看
about-data-see-text = 凭编码可以看到您的话、目前的状态以及所做的一切处理。
about-data-correct = 更正
about-data-correct-text = 在答复之前，凭编码可以修改内容。以前的版本保留在记录中。
about-data-withdraw = 撤回
about-data-withdraw-text = 凭编码可以立即从所有页面撤下您的话。有人说过话这件事仍然计数。
about-data-erase = 删除
about-data-erase-text = 如果要把已撤回的话也从数据库中删除，请带编码到服务窗口办理。目前由人工处理。计数保持不变。
about-data-small = 小数目
about-data-small-text = 我们不问您是谁，所以这里没有关于您的统计。调查中按人群统计时，少于 { $n } 人的一组不显示。
about-data-nobody = 没有其他方
about-data-nobody-text = 任何页面都不从其他公司加载内容。没有广告，也没有跟踪。
about-data-ask = 询问您的数据

## 无障碍

about-access-lede = 每个人都应当能使用这份记录。我们以 WCAG 2.2 AA 级为标准。
about-access-built = 怎样建成的
about-access-built-scripts = 每个页面不用脚本也能使用，旧手机和慢速网络也可以。
about-access-built-keys = 一切都可以用键盘完成。工作人员页面上的单键快捷键可以关闭。
about-access-built-tables = 每张图表和地图都配有内容相同的表格。颜色从不是唯一的标志。
about-access-built-looks = 页面随您的设备而变：浅色或深色、您自己的配色、大字、窄屏、打印。
about-access-built-else = 不想用网站的人可以打电话、写信或到场，同样计数。
about-access-tested = 测试了什么、怎样测试
about-access-tested-axe = 用程序（Chromium 中的 axe-core）：各类页面在四种语言、浅色和深色、1280 和 360 像素宽度下检查；并确认在 320 像素下无需横向滚动。
about-access-tested-ways = 用模拟人的程序：只用键盘，以及关闭脚本，完成提意见和跟进的全过程。
about-access-tested-note = 程序只能发现一部分障碍。每次改动之前都会运行这些测试。
about-access-gaps = 我们知道的不足
about-access-gap-people = 还没有请使用读屏软件、放大镜或开关设备的人测试。
about-access-gap-audit = 还没有外部人员审核。
about-access-gap-easy = 没有手语，也没有易读版本。
about-access-gap-languages = 意见和答复按所写的语言显示，目前没有人翻译。
about-access-gap-photos = 照片没有内容说明。
about-access-gap-maps = 地图上较小的区域不标名称，旁边的表格中全都有。
about-access-report = 遇到障碍了吗？
about-access-report-text = 请告诉我们在哪个页面、发生了什么。它与其他意见一样成为一条意见，有编码可以跟进。
about-access-report-link = 反映障碍
about-access-report-else = 也可以打电话、写信或到服务窗口。
about-access-prefill = 本网站上的障碍：

## 开放数据

about-open-lede = 把记录带走。文件在您每次请求时重新生成。
about-open-files = 有哪些
about-open-what = 内容
about-open-where = 位置
about-open-matters = 事项：状态、地点、主题、优先级和数字
about-open-promises = 承诺：日期、经费和进展
about-open-cases = 其他城市的案例及其来源
about-open-places = 地点：边界和人口
about-open-statistics = 统计：每张图表都有自己的 CSV 文件
about-open-log = 公开日志：最新记录的 Atom 订阅
about-open-tables = 所有表格（以英文说明）
about-open-frictionless = 供程序使用的表格说明（Frictionless）
about-open-csvw = 供程序使用的表格说明（CSV on the Web）
about-open-dcat = 数据门户目录（DCAT-AP）
about-open-geojson = 事项及其地点（GeoJSON）
about-open-feed = 最新事项的 Atom 订阅，也可按地点、主题和部门
about-open-calendar = 城市所承诺日期的日历
about-open-counters = 页面上的数字，可自行重新计数
about-open-small = 在按渠道、语言或地点统计意见的表格中，小于 { $least } 的数字留空，可能由此推算出它们的数字也留空。
about-open-format = CSV 文件采用 UTF-8 编码，第一行是名称。日期写作年-月-日。没有人记录的内容标为未知或留空，绝不写成零。
about-open-licence = 您可以怎样使用
about-open-licence-data = 数字、状态、决定、承诺和日志：可用于任何目的，请注明来源（CC BY 4.0）。
about-open-licence-words = 居民的文字和照片属于作者本人。引用时请注明其在本记录中的地址，不要设法查出作者是谁。
about-open-licence-software = 本软件自由开放（Apache 许可证 2.0）。
