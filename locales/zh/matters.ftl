### 事项：列表、地图、优先级公式、邮件关注，以及操作不成立时的提示。

matters-title = 事项
matters-lede = 居民向城市提出了什么，每件事进展到哪一步。
matters-count = { $n } 个事项
matters-voices = { $n } 条意见
matters-voices-caption = { $n ->
   *[other] 条意见
}
matters-number = 编号
matters-points = 分
matters-points-head = 分数
matters-map-link = 在地图上查看
matters-priority-link = 优先级如何计算
matters-none = 没有符合条件的事项。
matters-none-now = 请去掉一个筛选条件。
matters-none-say = 或者由您提出。
matters-filter-text = 关键词
matters-filter-topic = 主题
matters-filter-place = 地点
matters-filter-state = 所处阶段
matters-filter-steps = 六个步骤
matters-filter-within = 更细的状态
matters-filter-exits = 未采取行动而结束
matters-filter-channel = 意见来自
matters-filter-language = 意见语言
matters-filter-lead = 牵头部门
matters-filter-order = 排序
matters-order-priority = 优先级从高到低
matters-order-newest = 最新在前
matters-order-voices = 意见最多在前

## 地图。

matters-map-title = 事项地图
matters-map-lede = 各街区有多少事项。点按街区即可查看。
matters-map-caption = 各街区的事项
matters-map-place = 街区
matters-map-open = 等待决定
matters-map-people = 人口
matters-map-per = 每万人事项数
matters-map-note = 涉及整个城区或全市的事项不计入此处。
matters-map-legend = 颜色的含义
matters-map-span = { $least } 至 { $most } 个事项

## 优先级公式。

matters-priority-title = 优先级如何计算
matters-priority-lede = 所有等待决定的事项都按同一个公开公式排序，任何人都不能手动提前某个事项。
matters-priority-formula = 公式
matters-priority-sum = 一个事项的分数是以下各项乘以各自权重之和。
matters-priority-weights = 各项与权重
matters-priority-term = 项目
matters-priority-counts = 计入内容
matters-priority-weight = 权重
matters-priority-why = 取对数使第二条意见比第二百条更有分量，声音大的街道不会压过危险的街道。时间项使任何事项都不会一直等下去。
matters-priority-example = 今天排在第一位的事项
matters-priority-of = 事项 { $number } 的分数
matters-priority-closed = 此事项已不再等待决定，不参与排序。以下是它今天的分数。
matters-priority-sum-head = 权重乘数值
matters-priority-total = 合计
matters-priority-change = 修改权重
matters-priority-range = 0 到 { $most } 的整数。0 表示不计该项。
matters-priority-reason = 理由
matters-priority-send = 修改并重新排序
matters-priority-history = 历次权重修改
matters-priority-never = 权重从未修改过。
matters-priority-from-to = 由 { $from } 改为 { $to }。
matters-reason-hint = 理由将随修改一并公布。
matters-term-voices = 意见数
matters-term-voices-what = 意见数加一，取以 2 为底的对数
matters-term-urgency = 紧迫性
matters-term-urgency-what = 0 到 3：拖延会使情况恶化多少
matters-term-safety = 安全
matters-term-safety-what = 0 到 3：对人的危险程度
matters-term-equity = 公平
matters-term-equity-what = 0 到 3：对最困难人群的影响程度；另加地点贫困程度 0 到 3（0 至 100 的指数除以 34 后四舍五入）
matters-term-deprivation = 地点贫困程度
matters-term-age = 等待时间
matters-term-age-what = 自第一条意见以来的天数除以 30
matters-weights-changed = 权重已修改，所有未决事项已重新排序。
matters-weights-same = 这就是现行的权重。请至少修改一项。
matters-weight-wrong = 请填写 0 到 10 的整数。
matters-weights-all-zero = 请至少给一项大于 0 的权重。

## 与正在书写的内容相似的事项。

matters-like-title = 有人说过类似的话。
matters-like-hint = 您可以加入，也可以作为新意见发送。
matters-like-join = 发送并加入此事项

## 通过邮件关注。

matters-following-title = 通过邮件关注事项
matters-following-ask = 此事项有进展时，是否给您发邮件？
matters-following-confirm = 是，请通知我
matters-following-no = 否，删除我的地址
matters-following-on = 您正在关注此事项。停止关注后，您的地址将被删除。
matters-following-stop = 停止关注并删除地址
matters-follow-confirmed = 您已开始关注此事项。
matters-follow-stopped = 您已不再关注此事项，地址已删除。
matters-email-wrong = 这不是电子邮件地址。请按 name@example.org 的格式填写。
matters-mail-confirm-subject = 请确认：{ $title }
matters-mail-confirm-text =
    { $city } 收到请求，要把以下事项的进展发送到您的邮箱：

    { $title }

    请打开此页面确认：
    { $link }

    如果不是您本人的请求，请忽略，您不会再收到邮件。
matters-mail-news-subject = 新进展：{ $title }
matters-mail-news-text =
    { $what }。

    { $title }
    目前状态：{ $state }

    { $link }

    停止接收邮件：
    { $unfollow }

## 操作不成立时的提示。

matters-grade-wrong = 请选择 0 到 3 的数值。
matters-lead-missing = 请选择牵头部门。
matters-voices-missing = 请至少选择一条意见，最多 1,000 条。
matters-merge-itself = 请选择另一个事项。事项不能与自己合并。
matters-reply-by-wrong = 请选择今天起一年之内的日期。
matters-later-needs-reason = 此日期晚于现有期限，请说明理由。
matters-no-such-move = 事项目前所处的状态不能转到那一步。
matters-not-finished = 居民只能核查已完成的事项。
matters-closed = 事项已关闭。申诉成立后会重新开启。
matters-takes-no-voices = 事项已关闭，不再接收意见。请选择其他事项。
matters-joined-elsewhere = 这条意见已经归入另一个事项。
matters-not-in-one-matter = 这些意见不都在同一事项中。请刷新页面。
matters-undo-too-late = 已无法撤销：可能已经撤销过、超过一天，或情况已有变化。
matters-answer-first = 请先答复意见，之后才能以“已答复”结束事项。
matters-leads-already = 该部门已是牵头部门。
matters-hand-over-waits = 已请另一部门接手，尚未回复。
matters-asked-already = 已向该部门提出请求，尚未回复。
matters-takes-part-already = 该部门已经参与。
matters-not-asked = 没有向该部门提出请求。
matters-nothing-to-appeal = 没有可申诉的决定。
matters-appeal-waits = 此事项已有申诉在等待裁定。
matters-appeal-ruled = 此申诉已作出裁定。
