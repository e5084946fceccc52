### 由命令 `kapok text group` 生成的意见分组：页面和终端上的摘要。

text-title = 意见分组
text-lede = { $file } 中有 { $groups }。计算机把相近的话放在了一起，哪些真正属于同一件事，由人来决定。
text-voices = { $n } 条意见
text-groups = { $n } 组
text-different = { $n } 段不同的文字

## 怎样读这一页。

text-read-title = 怎样读这一页
text-read-count = 数字只说明收到了多少条意见。它不是投票，也不是抽样调查：有的人写得比别人多。
text-read-copy = 只差几个字的文字算作同一段，只显示一次。每一个发来的人都计算在内。
text-read-pieces = 这些文字按字词片段比较。用这种方法，不同语言的意见碰不到一起。
text-read-model = 这些文字按意思跨语言比较，使用模型 { $model }，并参考字词片段。
text-read-central = 组内的文字按离组中心的远近排列，最近的在前。最上面是每种语言中最近的一段。

## 所有的组。

text-sum-title = 每条意见都只算一次
text-sum-voices = 文件中的意见
text-sum-grouped = 已分组
text-sum-alone = 单独的
text-sum-wordless = 没有文字的
text-sum-different = 不同的文字
text-all-title = 所有的组
text-all-caption = 各组，意见多的在前
text-col-group = 组
text-col-words = 与其他组不同的词
text-col-voices = 意见
text-col-different = 不同的文字
text-col-tight = 相近程度
text-col-languages = 语言
text-col-places = 地点
text-none = 没有找到任何组。每条意见都是单独的。
text-empty = 文件中没有意见。
text-unknown-language = 无法识别
text-unknown-place = 未注明
text-tight-high = 非常相近
text-tight-middle = 相近
text-tight-low = 有些关联

## 大量重复的文字。

text-flood-title = 一再发来的文字
text-flood-lede = 这些文字多次收到，一字不差或几乎一样。可能是一次行动、一份表格，也可能是许多人在转发。
text-flood-caption = 收到五次或更多的文字
text-col-text = 文字

## 一个组。

text-group-title = 第 { $number } 组：{ $name }
text-group-facts = { $voices }，{ $different }
text-group-texts = 组内全部 { $n } 段文字
text-group-more = 另有 { $n } 段文字在 CSV 文件中。
text-sent-by = { $n } 条意见发来
text-ids = 编号：{ $ids }
text-ids-more = { $ids }，另有 { $more } 个
text-cut = 全文在 CSV 文件中。

## 其余的。

text-alone-title = 单独的意见
text-alone-lede = 这些意见与别的都不相近。少见的意见也可能很重要。
text-alone-show = 显示 { $n } 条意见
text-wordless-title = 没有文字的意见
text-wordless-lede = 这些意见里没有字母、汉字或数字。编号：{ $ids }
text-notes-title = 读取时的修补

## 建议。

text-col-topic = 建议主题
text-read-advice = 建议的主题或部门旁边的数字，是预计人们会把该组最居中的文本中的多少归入其中。这只是建议，由人来决定。
text-learned-examples = 主题和部门的建议学自一座虚构城市的 { $n } 条示例意见，部门也是那座城市的。用您自己的意见（--train），就是您的部门。
text-learned-own = 主题和部门的建议学自 { $file } 中 { $n } 条已经决定的意见。
text-advice-topic = 建议主题：{ $topic }（100 中的 { $chance }）。依据：{ $words }
text-advice-department = 建议部门：{ $department }（100 中的 { $chance }）。依据：{ $words }
text-advice-places = 提到的地点：{ $places }
text-advice-no-words = 整段文字，没有单独的词

## 终端。

text-summary = { $voices }（{ $different }）：{ $grouped-n } 条分在 { $groups }，{ $alone-n } 条单独，{ $wordless-n } 条没有文字
text-by-pieces = 按字词片段比较（没有模型）
text-by-model = 用 { $model } 按意思比较
text-more-groups = 另有 { $n } 组
text-written = 已写入：{ $path }
