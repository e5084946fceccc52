### Decisions: what was decided about a matter, and why.

decisions-title = 对此事项作出决定
decisions-voices = { $n } 条意见
decisions-result = 决定是什么？
decisions-accepted = 采纳：全部办理
decisions-partly = 部分采纳：办理其中一部分
decisions-declined = 不采纳：不予办理
decisions-text = 决定内容
decisions-text-hint = 做什么、在哪里做、用什么钱；或者不做什么。
decisions-reasons = 理由
decisions-reasons-hint = 说明权衡的结果，以及居民的话改变了什么。
decisions-reasons-missing = 请写明理由。没有理由的决定，谁也不必接受。
decisions-basis = 法律依据
decisions-basis-hint = 所依据的法规或规划及其条款
decisions-appeal-note = 决定立即公开。居民可在 { $n } 天内申诉。
decisions-send = 决定并公布
decisions-done = 已作出决定。决定及其理由已载入记录。
decisions-earlier = 以前的决定
decisions-not-open = 此事项目前不能作出决定。
decisions-answer-first = 请先答复。提出意见的人还没有得到答复。
decisions-to-matter = 查看事项
decisions-close = 不采取行动并结案
decisions-close-reason = 理由
decisions-close-hint = 将公开。居民仍可申诉。
decisions-close-send = 结案
decisions-closed = 此事项已结案，理由已载入记录。
decisions-not-declined = 只有不予采纳的事项才能在此结案。
