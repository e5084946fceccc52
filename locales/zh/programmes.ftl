### Programmes: the award, its workshops and questionnaires, and the statistics from them.

## Pages

programmes-title = 广州奖统计
programmes-lede = 数字来自广州国际城市创新奖第三届城市创新领导力工作坊（2019 年）的报告和本库的案例。每个数字都是即时由记录计算得出；不知道的就显示为未知。
programmes-none = 尚未导入内容。
programmes-figure = 报告 { $figure }
programmes-cases-behind = 数字背后的案例及全部来源
programmes-remarks = 其他来源的说法
programmes-remarks-hint = 上表只含报告和本库案例中的数字。其他来源知道得更多或计数不同；其说法列在此处，不计入上面的数字。
programmes-themes = 工作坊的主题
programmes-contradictions-title = 报告自相矛盾之处
programmes-contradictions-lede = 两处说法都保留在此；统计中只会出现由记录计算出的一个数字。
programmes-about = 涉及
programmes-one-place = 一处写道
programmes-other-place = 另一处写道
programmes-consequence = 本记录的做法

## Numbers and their base

programmes-unit-cases = 个案例
programmes-unit-winners = 个获奖案例
programmes-unit-answers = 答卷
programmes-unit-workshops = 次工作坊
programmes-source-report = 来源：报告，{ $place }
programmes-source-cases = 来源：案例库中每个案例的事实记录
programmes-total = 合计（计算得出）
programmes-share = 占比
programmes-named-count = { $name }（{ $count }）

## Change over time

programmes-trend-up = { $about }：{ $to } 年 { $now }，比 { $from } 年多 { $by }（+{ $percent }）
programmes-trend-down = { $about }：{ $to } 年 { $now }，比 { $from } 年少 { $by }（−{ $percent }）
programmes-trend-same = { $about }：{ $to } 年 { $now }，与 { $from } 年相同
programmes-change = { $from } 至 { $to } 年变化
programmes-change-percent = 变化百分比

## Regions

programmes-regions-title = 各地区各届案例数
programmes-region = 地区
programmes-cases-in = { $year } 年案例
programmes-share-in = { $year } 年占比
programmes-regions-summary = 与 { $base } 年相比：增加的有 { $up }；减少的有 { $down }；持平的有 { $same }。
programmes-nowhere = 无
programmes-regions-missing = { $years } 年的地区分布未知。
programmes-regions-note = 计数单位是案例，不是城市：{ $cities }。各行链接到案例库中该地区的案例，数量较少。
programmes-cities-in = { $year } 年 { $cities } 个城市

## Sessions

programmes-sessions-title = 历届奖项
programmes-session = 届次
programmes-entries = 参评案例
programmes-cities = 城市
programmes-countries = 国家和地区
programmes-longlist = 专家推荐
programmes-shortlist = 入围
programmes-winners-head = 本记录中的获奖案例
programmes-sessions-note = 案例、城市和国家是不同的计量单位，从不相加。获奖数由案例事实计算。“未知”表示报告没有说明。
programmes-sessions-sum = 各届案例总数（计算得出）：{ $sum }
programmes-per-city = { $year } 年平均每个城市提交 { $mean } 个案例。

## Topics

programmes-topics-title = 各主题案例数
programmes-topic = 主题
programmes-topics-note = 报告只给出两届合计。各行链接到案例库中该主题的案例。
programmes-topics-most = 案例最多：{ $list }。
programmes-topics-sum = 各主题合计 { $sum } = { $parts }，由两张表分别计算得出。

## Winners

programmes-winners-title = 各主题获奖案例
programmes-winners-in = { $year } 年获奖
programmes-in-chapter = 其中报告 { $place } 点名的
programmes-winners-note = 有来源说明其获奖的案例才计入，全部来源列于下方。

## Workshops

programmes-workshops-title = 思想领袖工作坊
programmes-workshop = 工作坊
programmes-participants = 参加人数
programmes-workshops-note = 来源只说多于某数的，该数为下限。

## Questionnaires

programmes-answer = 答案
programmes-survey-note = 百分比按报告所印，已取整。
programmes-survey-most = 最多的回答：{ $answer }，{ $share }。
programmes-survey-none = 报告没有给出本题的百分比。
programmes-survey-no-base = 报告没有给出作答人数。
programmes-question-satisfaction = 对第三届工作坊的满意度
programmes-question-gov-role = 政府在推动城市创新中的作用
programmes-question-resident-importance = 居民参与对城市创新的重要性
programmes-question-future-topics = 未来最关注的讨论主题
programmes-question-preferred-format = 偏好的工作坊形式
programmes-option-very-satisfied = 非常满意
programmes-option-satisfied = 满意
programmes-option-so-so = 一般
programmes-option-not-very-satisfied = 不太满意
programmes-option-dissatisfied = 不满意
programmes-option-very-important = 非常重要
programmes-option-important = 重要
programmes-option-somewhat-important = 比较重要
programmes-option-not-very-important = 不太重要
programmes-option-not-important = 不重要
programmes-option-case-sharing = 案例分享
programmes-option-expert-dialogues = 专家对话
programmes-option-site-visits = 实地考察

## With numbers

programmes-survey-base = 报告没有给出作答人数。至少有 { $n } 人作答：这是能同时得出 { $figures } 全部百分比的最小人数（推算，并非统计）。
programmes-winners-sentence = 至少有一个来源说明 { $n } 个案例获奖；报告 { $place } 点名了其中 { $named } 个。
programmes-workshops-sum = 共 { $n } 次工作坊，合计 { $all } 名参加者。
