### 意见：公开列表、单条意见、窗口录入和成叠卡片。

## 列表与单条意见。

voices-title = 意见
voices-at-least = 至少 { $bound } 条意见
voices-lede = 居民用自己的话对城市说的，最新的在前。无论通过什么渠道，分量都一样。
voices-of-year = { $year } 年收到的意见
voices-of-matter = 该事项的全部意见
voices-unanswered-title = 未获答复的意见
voices-unanswered-lede = 收到已超过{ $days }，仍未答复。等得最久的排在最前。
voices-filter-unanswered = 只看未获答复的
voices-place = 地点
voices-channel = 渠道
voices-lang = 语言
voices-lang-unknown = 不详
voices-kind = 类型
voices-kind-unstated = 未说明
voices-kind-idea = 建议
voices-kind-report = 损坏或缺失
voices-kind-question = 提问
voices-kind-point = 理由
voices-kind-testimony = 亲身经历
voices-name = 第 { $number } 号意见
voices-none = 没有符合这些条件的意见。
voices-none-now = 去掉一个条件，或者您自己来说。
voices-waiting = 已等待{ $days }
voices-state = 目前状态
voices-answered = 已答复
voices-hidden = 管理员隐藏了这段话。
voices-hidden-reason = 管理员隐藏了这段话。理由：{ $reason }
voices-withdrawn = 作者已撤回。仍计入总数。
voices-referred = 已转交{ $office }。理由：{ $reason }
voices-unsorted = 已收到，尚未归类。
voices-joined = 已并入某个事项
voices-to-matter = 查看该事项
voices-heard = 收到日期
voices-said-by = 提出者
voices-answers = 对这条意见的答复
voices-no-answer = 暂无。
voices-no-answer-matter = 没有单独的答复。对全部意见的统一答复见该事项。
voices-history = 经过
voices-edited = { $n ->
   *[other] 作者修改过 { $n } 次。
}
voices-photo = 随意见提交的照片

## 管理员的操作。

voices-moderate = 内容管理
voices-hide = 隐藏这段话
voices-hide-hint = 意见仍计入总数，理由会公开。只隐藏违反规则的内容，绝不隐藏观点。
voices-restore = 恢复显示
voices-reason = 理由
voices-hidden-now = 这段话已隐藏。
voices-restored-now = 这段话已恢复显示。

## 服务窗口。

voices-desk-lede = 用于录入电话、信件、来访、会议或广播中的意见。它们与网上的意见分量相同。
voices-desk-channel = 通过什么渠道收到？
voices-desk-text = 说了什么
voices-desk-text-hint = 用对方的原话和语言。
voices-desk-place = 在哪里？
voices-desk-place-hint = 街道、地点或全市，照对方说的写
voices-desk-heard = 哪一天？
voices-desk-heard-hint = 意见到达城市的日期，答复期限从这一天算起。
voices-desk-contact = 如何联系对方？
voices-desk-contact-hint = 仅用于答复。立即加密封存，窗口人员无法再次查看。电子邮箱会自动收到答复。电话号码和邮寄地址目前不会自动发送：请把编码交给对方。
voices-desk-save = 保存并显示编码
voices-desk-cards = 录入一叠卡片
voices-desk-next = 录入下一条
voices-desk-receipt = 已保存为第 { $number } 号意见
voices-desk-say = 请念出这个编码，或打印本页交给对方。
voices-key-channel = 跳到渠道
voices-key-text = 跳到正文
voices-key-next = 录入下一条

## 成叠卡片。

voices-cards-title = 一叠卡片
voices-cards-lede = 每张卡片一行。按回车键进入下一格。空行不会保存。
voices-cards-stack = 适用于整叠卡片
voices-cards-stack-hint = 单独一行可以另行填写。
voices-cards-grid = 卡片
voices-cards-row = 第 { $number } 行
voices-cards-words = 卡片上的话
voices-cards-date = 日期
voices-cards-contact = 联系方式
voices-cards-as-stack = 同上
voices-cards-lang-auto = 自动识别
voices-cards-more = 增加 25 行
voices-cards-save = 保存整叠卡片
voices-cards-table = 从表格导入
voices-cards-table-hint = 可用 CSV 文件，或从电子表格复制的行。第一行写列名。只有 text 必填；还可以有 place、channel、lang、date 和 contact。保存之前，这些行会出现在您已填写的行下面，可先核对。
voices-cards-paste = 粘贴各行
voices-cards-file = 或选择文件
voices-cards-fill = 填入表中
voices-cards-saved = { $n ->
   *[other] { $n } 张卡片已录入
}
voices-cards-codes = 每张卡片的号码与编码
voices-cards-code = 编码
voices-cards-print = 打印清单
voices-cards-error = 第 { $number } 行：{ $error }

## 可能的错误。

voices-text-missing = 请写下希望改变什么，几个字就够了。
voices-desk-text-missing = 请写下说了什么，几个字就够了。
voices-text-too-long = 内容超过 20,000 字。请只提交最重要的部分。
voices-contact-wrong = 这个电子邮箱似乎有误。请检查，或留空。
voices-heard-later = 这一天还没有到。请填写意见到达城市的日期。
voices-answer-missing = 请写下答复。
voices-answered-already = 已经答复，不能再修改。
voices-sorted-already = 它已并入某个事项或已获答复。请改为移交该事项。
voices-not-shown = 它已被撤回或隐藏，此处不能再处理。
voices-not-hidden = 它没有被隐藏。
voices-cards-none = 还没有卡片。请至少填写一行。
voices-cards-too-many = 超过 500 行。请把卡片分成几叠。
voices-csv-column = 表格缺少“{ $column }”列。请在第一行写上列名。
voices-csv-line = 无法读取表格的第 { $number } 行。请检查引号。
voices-csv-encoding = 文件不是 UTF-8 文本。请另存为“CSV UTF-8”后重新选择。
voices-csv-empty = 还没有表格。请粘贴带列名的各行，或选择文件。
voices-csv-quote = 表格第 { $number } 行有一个引号没有闭合。请补上，否则下面各行会并入这一格。
voices-csv-left-out = 表格中以下各列无法识别，没有采用：{ $columns }。如果下面缺少内容，请检查列名。
voices-place-unknown = “{ $words }”不在我们已知的地点中，按原文保留。
voices-contact-unclear = 这不是电子邮箱、电话号码或邮寄地址。请检查，或留空。
