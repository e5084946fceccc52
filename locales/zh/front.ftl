### 首页与事项页。

front-title = 说一次，一直跟进到办成。
front-lede = 无论在这里、电话里、纸上还是会议上说的，都进入同一份公开记录。您可以看到谁来答复、作了什么决定、是否落实。
front-follow = 用编码跟进一条意见
front-words = 您的话如何被使用
front-heard = 今年收到的意见
front-weighed = 正在研究的事项
front-decided = 已决定并说明理由
front-doing = 正在实施
front-done = 已完成，等您核查
front-shared = 已与其他城市分享
front-steps = 说过的话后来怎样了
front-story-lede = { $n ->
   *[other] 共听到 { $n } 条意见，其中 { $paper } 条来自纸质卡片或信件。从第一条意见到结果用了 { $days }。
}
front-first-voice = 第一条意见
front-via = 渠道：{ $channel }，{ $place }
front-joined = { $n ->
   *[other] 成为一个事项，至今已汇集 { $n } 条意见。
}
front-decision = 由{ $office }决定
front-promise = { $office }：{ $title }
front-checked = 完成，随后由居民核查
front-check-counts = { $yes } 人说已完成，{ $no } 人说还没有。
front-indicator = { $name }：之前 { $before }，之后 { $after }。
front-read-story = 完整经过
front-unanswered = 条意见在 { $days }后仍未获答复。
front-overdue = 项承诺逾期，平均逾期 { $days }。
front-overdue-none = 项承诺逾期。
front-silent = 个社区一年来没有意见传来。
front-see = 查看
front-silent-see = 是哪些，怎样帮忙
front-silent-title = 尚未听到声音的社区
front-silent-lede = 过去一年，这些地方没有任何意见传来。沉默不等于同意：联络站会先把意见卡送到那里。
front-silent-people = 人口
front-silent-last = 最近一条意见
front-silent-never = 没有记录
front-silent-voices = 今年的意见
front-silent-per = 每千人
front-silent-help = 怎样帮忙：告诉邻居，到联络站领取意见卡，或说说您在那里看到的情况。
front-silent-others = 已听到声音的社区
