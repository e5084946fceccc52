### What is late in one’s office, or in all of them.

late-title-all = 各部门的逾期事务
late-lede = { $office }。只按日期计算，办结后自动消失。
late-lede-all = 所有部门。只按日期计算，办结后自动消失。
late-all-offices = 所有部门
late-see = 查看
late-none = 这里没有逾期。
late-cut = 仅显示前 { $number } 项。
late-no-office = 尚无部门
late-office = 部门
late-by-office = 各部门逾期情况
late-days-caption = { $n ->
   *[other] 天逾期
}
late-waits-caption = { $n ->
   *[other] 天等待
}

## Voices.

late-voices = 未获答复的意见
late-voices-head = 意见
late-voices-tell = { $n ->
   *[other] 条意见等待答复已超过 { $days }。
}
late-oldest = 最早一条提出于 { $days } 前
late-referred = 转交该部门的意见
late-unsorted = 尚无人归类的意见

## Replies.

late-replies = 已过答复期限
late-replies-head = 答复
late-replies-tell = { $n ->
   *[other] 个事项已过期限仍未答复。
}
late-reply-was = 应于 { $date } 前答复

## Requests of other offices.

late-requests = 等待回复的请求
late-requests-head = 请求
late-requests-tell = { $n ->
   *[other] 项其他部门的请求等待回复。
}
late-asked-part = 请求参与
late-asked-lead = 请求接手

## Promises.

late-promises = 逾期的承诺
late-promises-head = 承诺
late-promises-tell = { $n ->
   *[other] 项承诺已逾期。
}
late-promise-was = 应于 { $date } 完成

## Appeals, for those who rule on them.

late-appeals = 等待裁定的申诉
