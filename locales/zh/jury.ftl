### Reports of the command that assigns reviewers, works out scores, ranks and chooses.

jury-warnings = 请注意
jury-col-entry = 参评项目
jury-col-entries = 参评项目
jury-col-reviewer = 评审人
jury-col-reviewers = 评审人
jury-col-score = 分数
jury-caption = { $what }，n = { $count }
jury-range = { $least } 至 { $most }

## Who reviews what

jury-assign-title = 谁评审什么
jury-assign-lede = { $wanted } 份评审中已分配 { $assigned } 份：{ $entries } 个项目，{ $reviewers } 位评审人。其中没有任何利益冲突。
jury-disconnected = 评审人分成 { $groups } 组，各组没有共同的项目。无法区分一组评审人严格还是另一组项目较弱。
jury-uneven = 工作量相差超过 1。冲突和限额没有留下更好的办法，或者只有这样才能让评审人之间有共同项目。
jury-short = { $entries } 的评审人少于应有人数。
jury-glance = 概览
jury-loads = 最小和最大工作量
jury-field-matches = 由熟悉项目领域的人评审的份数
jury-linked = 有共同项目的评审人对数
jury-unserved = 评审人不足的项目
jury-col-has = 已有（应有）
jury-col-may = 可以评审的人数
jury-col-full = 其中已达上限
jury-col-region = 因本地区一人已够而未分配
jury-col-refused = 不能评审的人数及原因
jury-by-entry = 每个项目的评审人
jury-by-reviewer = 每位评审人的工作量
jury-col-load = 工作量
jury-refused-author = 作者
jury-refused-declared = 已申报的冲突
jury-refused-country = 同一国家
jury-refused-city = 同一城市
jury-refused-employer = 同一单位
jury-refused-language = 没有共同语言
jury-refused-field = 没有共同领域

## What the scores say

jury-score-title = 分数说明了什么
jury-score-lede = { $reviewers } 位评审人对 { $entries } 个项目给出 { $reviews } 份评审。
jury-not-calibrated = 评审人分成 { $groups } 组，各组没有共同的项目，所以无法把评审人的严格程度与项目的强弱分开。没有校准，以平均分为准。
jury-no-errors = 评审份数不多于未知数，所以不知道误差，也看不出异常分数。
jury-agreement = 评审人的一致程度（Krippendorff 的 alpha）
jury-agreement-what = 1 表示完全一致，0 表示与随机相同。
jury-residual = 严格程度和项目强弱不能解释的部分（标准差）
jury-entries-what = 校准分去掉了每位评审人的严格程度：它是一位普通评审人会给出的分数。严格程度和项目分数用最小二乘法一起估计。
jury-col-rank = 名次
jury-col-mean = 平均分
jury-col-median = 中位数
jury-col-calibrated = 校准分
jury-col-error = 标准误差
jury-col-reviews = 评审份数
jury-severity = 评审人的严格程度
jury-severity-what = 小于零表示比一般评审人严格，大于零表示比较宽松。
jury-col-severity = 严格程度
jury-col-spread = 与预期的典型差距
jury-criteria = 评分标准
jury-col-criterion = 标准
jury-col-weight = 权重
jury-col-agreement = 一致程度
jury-outliers = 与预期相差很大的分数
jury-outliers-none = 没有分数与项目和评审人的预期相差很大。
jury-col-expected = 预期
jury-col-distance = 相差几个标准误差

## Ranking

jury-rank-title = 排名
jury-rank-lede = { $rule }，共计 { $ballots } 张选票。
jury-rule-majority = 多数判断法
jury-rule-borda = 波达计数法
jury-rule-schulze = 舒尔策法
jury-rule-ranked-pairs = 排序对法
jury-rule-runoff = 排序复选制
jury-rule-stv = 单一可转移投票制
jury-rule-approval = 认可投票
jury-shared = { $entries } 并列第 { $place } 名。事先没有规定如何处理平局。
jury-places = 名次
jury-col-place = 名次
jury-col-result = 结果
jury-elected = 当选
jury-ties = 平局及其决定方式
jury-col-tied = 平局
jury-col-by = 由什么决定
jury-col-order = 顺序
jury-by-previous = 之前各轮
jury-by-order = 事先规定的顺序
jury-by-lot = 用事先公布的种子抽签
jury-by-file = 文件中的顺序
jury-pairs = 把行排在列之前的选票数
jury-paths = 从行到列最强路径的强度
jury-grades = 等级
jury-col-majority = 多数等级
jury-rounds = 每轮得票
jury-col-round = 第 { $n } 轮
jury-exhausted = 不属于任何剩余者
jury-quota = 当选所需票数

## Choice under limits

jury-choose-title = 选择结果
jury-choose-lede = 从 { $entries } 个项目中选出 { $chosen } 个，总分 { $total }。
jury-proven = 在限制之内没有总分更高的选择。这已得到证明。
jury-gap = 搜索提前结束。没有任何选择的总分高于 { $bound }。
jury-choose-tie = 另一种选择的总分相同。二者之间由此决定：{ $rule }。
jury-choose-instead = 它改选 { $entries }。
jury-chosen = 入选
jury-prices = 每项限制的代价
jury-prices-what = 限制的代价是没有它时可以多得的分数。被挤出的是那时会入选而现在没有入选的项目。几项限制的代价不能相加。
jury-col-limit = 限制
jury-col-bounds = 最少、最多
jury-col-count = 入选数
jury-col-price = 代价
jury-col-displaced = 被挤出
jury-col-admitted = 取而代之
jury-all-limits = 所有限制合计
jury-each-value = 每个值
jury-no-limit = 不限
jury-clash-lede = 没有一种 { $seats } 个项目的选择满足所有限制。
jury-clash = 不能同时成立的限制
jury-clash-what = 去掉其中任何一项，其余各项就能成立。请放宽其中一项，再选一次。
jury-col-there = 符合的项目数

## 图表

jury-picture-some = 图中只画出前 { $shown } 项，共 { $all } 项；表中列出全部。
jury-picture-scores = 得分及其可靠程度
jury-picture-scores-errors = 每个参评项目一行，得分最高的在前。圆点是得分，横线向两侧各延伸两个标准误。横线重叠的地方，先后次序并不确定。
jury-picture-scores-range = 每个参评项目一行，得分最高的在前。圆点是得分，横线从最低评分到最高评分。
jury-picture-severity = 每位评审人的宽严
jury-picture-severity-what = 虚线是平均水平的评审人。数字表示该评审人打分比它高多少（偏宽）或低多少（偏严）；横线向两侧各延伸两个标准误。
jury-picture-loads = 每位评审人的工作量
jury-picture-loads-what = 每位评审人要看多少个参评项目。
jury-picture-limits = 入选数与限制的对照
jury-picture-limits-what = 横线从限制允许的最少数到最多数，圆点是实际入选数。
jury-picture-prices = 每项限制使总分减少多少
jury-picture-prices-what = 只列出有代价的限制，代价最大的在前。
jury-picture-points = 每个参评项目的分数
jury-picture-grades = 每个参评项目得到的等级，从最好（颜色最深）到最差
jury-picture-beats = 每个参评项目一对一胜过多少个其他项目
jury-picture-first = 第一轮中每个参评项目的票数
jury-picture-places-what = 按名次排列。所有数字见下面的表。
