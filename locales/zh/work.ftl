### The work page of a matter.

## The page and its facts.

work-heading = 办理事项
work-to-matter = 事项页面
work-facts = 概况
work-read-only = 您的角色在此无需操作。您可以看到他人的全部处理。
work-other-office = 本事项由{ $office }牵头。您可以查看全部内容。答复、决定和承诺由其工作人员和参与部门的工作人员办理。
work-lead = 牵头部门
work-reply-by = 答复期限
work-answered-on = 已答复
work-not-answered = 尚未答复
work-first-heard = 第一条意见
work-place = 地点
work-place-none = 不详
work-topic = 主题
work-level = 需求层次
work-field = 需求范围
work-position = 优先次序
work-referred-to = 由谁负责
work-decide = 作出决定
work-commit = 作出承诺
work-outcome = 衡量与评估
work-choose = 请选择
work-choose-office = 请选择部门
work-office = 部门
work-office-missing = 请选择部门。
work-reason = 理由
work-reason-hint = 理由将公布。
work-undo = 撤销
work-undone = 已撤销。

## Describing it.

work-sort = 归类
work-describe = 说明
work-title = 标题
work-summary = 诉求
work-urgency = 紧急程度
work-urgency-hint = 拖延会恶化到什么程度
work-safety = 安全
work-safety-hint = 人身危险的程度
work-equity = 公平
work-equity-hint = 对最困难群体的影响
work-grade-none = 无
work-grade-some = 一些
work-grade-high = 较大
work-grade-highest = 很大
work-lead-hint = 通过移交变更，对方部门接受后生效。
work-sorted = 已归类。
work-described = 说明已保存。
work-stale = 您编辑期间有人更改了此事项。您输入的内容仍在。
work-stale-now = 请与当前内容对照。再次保存将以您的内容替换。

## Opening, answering, closing.

work-open = 开始办理
work-open-hint = 城市作出答复的期限，所有人可见。晚于现有期限须说明理由。
work-open-send = 开始办理
work-opened = 事项已开始办理。
work-answers = 对全部意见的答复
work-answer = 您的答复
work-answer-hint = 答复将发给此事项的所有意见提出者以及以后加入的人，并予公开。
work-answer-send = 答复全部意见
work-answered = 已答复全部意见。
work-close = 不采取行动而结束
work-exit = 结束方式
work-exit-hint = 答复全部意见后，可按“已答复”结束。
work-exit-missing = 请选择结束方式。
work-referred-to-hint = 仅在转交时填写：负责机构名称
work-close-hint = 理由将公布，居民可以申诉。
work-close-send = 结束事项
work-closed = 事项已结束。
work-merge = 并入其他事项
work-merge-into = 另一事项的编号
work-merge-hint = 全部意见移到该事项，本事项结束。
work-merge-send = 并入
work-merged = 已并入，可以撤销。
work-matter-unknown = 没有此编号的事项。

## Other offices.

work-offices = 其他部门
work-offices-none = 尚未请求其他部门。
work-asked-part = 请求参与
work-asked-lead = 请求接手
work-asked-of = 请求对象：{ $office }，日期
work-reply-waits = 尚未回复，请求日期
work-reply-accepted = 接受日期
work-reply-refused = 拒绝日期
work-accept = 接受
work-accept-hint = 答复期限不变。
work-accepted = 已接受。
work-refuse = 拒绝
work-refuse-reason = 拒绝理由
work-refused = 已说明理由并拒绝。
work-ask = 请求部门参与
work-ask-note = 参与内容
work-ask-send = 请求
work-asked = 已向该部门提出请求。
work-hand-over = 移交
work-hand-over-hint = 对方接受之前仍由本部门牵头，期限照常计算。
work-hand-over-send = 请求接手
work-hand-over-asked = 已请求该部门接手。

## Its voices.

work-voices = 其中的意见
work-voices-none = 此事项没有意见。
work-voices-tick = 勾选不属于此处的意见
work-voices-missing = 请至少勾选一条意见。
work-voice = 意见 { $number }
work-voice-page = 意见页面
work-voice-not-shown = 已隐藏或撤回，仍计入统计。
work-split-into = 移到事项编号
work-split-into-hint = 留空：退回收件箱
work-split-send = 移出
work-split = 已移出，可以撤销。
work-hide-send = 隐藏其文字
work-hidden = 文字已隐藏。

## Appeals and acts.

work-appeal = 一项申诉等待裁定
work-appeal-against = 针对：
work-reasons = 裁定理由
work-rule-hint = 理由将公布。若支持申诉，事项将重新办理。
work-uphold = 支持申诉
work-reject = 驳回申诉
work-ruled = 裁定已记录。
work-appeals = 申诉
work-appeal-waits = 等待裁定
work-appeal-upheld = 已支持
work-appeal-rejected = 已驳回
work-ruling = 裁定：
work-acts = 最近动态
work-all-acts = 全部经过

## The list of keys.

work-key-describe = 到说明
work-key-answer = 到答复
work-key-voices = 勾选第一条意见
