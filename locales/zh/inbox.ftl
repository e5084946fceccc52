### The inbox of new voices, worked by keyboard.

inbox-title = 收件箱
inbox-left = { $n ->
    [0] 没有待处理的意见
   *[other] 还有 { $n } 条意见
}
inbox-boxes = 哪些意见
inbox-tab-new = 新意见（{ $number }）
inbox-tab-mine = 转交本部门（{ $number }）
inbox-list = 意见，等待最久的在前
inbox-to-list = 转到列表
inbox-elsewhere = 第 { $number } 号意见不在此列表中：已经归类，或在另一页。下面是接下来等待处理的一条。
inbox-channel = 渠道
inbox-language = 语言
inbox-place = 地点
inbox-said-by = 提出者
inbox-unknown = 不详
inbox-voice = 意见 { $number }
inbox-waiting = 已等待 { $days }
inbox-photo = 随意见发来的照片
inbox-can-be-reached = 留有联系方式
inbox-to-page = 意见页面
inbox-referred-because = 转交给您的理由：
inbox-skip = 跳过
inbox-previous = 上一条
inbox-select = 选中
inbox-unselect = 取消选中
inbox-selected = 已选中
inbox-select-none = 全部取消
inbox-together = 与另外 { $n } 条意见一并处理

## Where it may belong.

inbox-suggested = 相似的事项
inbox-found = 含有“{ $words }”的事项
inbox-none-alike = 没有与这条意见相似的事项。
inbox-none-found = 没有事项含有这些词。请换一些词，或输入事项编号。
inbox-back-to-suggested = 返回推荐
inbox-likeness = 相似度：{ $percent }。
inbox-words = 共同的词：
inbox-join = 并入
inbox-search = 查找其他事项：词语或编号
inbox-new = 新事项
inbox-new-title = 标题
inbox-topic = 主题
inbox-topic-later = 以后再选
inbox-begin = 建立事项

## This voice alone.

inbox-alone = 仅处理这条意见
inbox-refer = 转交部门
inbox-office = 部门
inbox-choose-office = 请选择部门
inbox-office-missing = 请选择负责处理的部门。
inbox-reason = 理由
inbox-reason-hint = 理由将公布。
inbox-refer-send = 转交
inbox-answer = 答复
inbox-answer-text = 您的答复
inbox-answer-hint = 答复公开；如留有地址，将以邮件寄出，无法撤销。
inbox-answer-send = 公开答复
inbox-hide = 隐藏
inbox-hide-hint = 只隐藏违反规则的内容，绝不隐藏观点。理由将公布，意见仍计入统计。
inbox-hide-send = 隐藏这些文字

## What was done, and taking it back.

inbox-joined = 已并入，可以撤销。
inbox-begun = 事项已建立，可以撤销。
inbox-referred = 已转交，可以撤销。
inbox-answered = 已公开答复。
inbox-hidden = 已隐藏，可以撤销。
inbox-undone = 已撤销，意见已恢复。
inbox-taken = 其他人刚刚处理了其中一条意见。请重新查看列表。
inbox-undo-last = 撤销我在这里的上一步
inbox-undo-sorted = 撤销这一步
inbox-undo-referred = 收回到本部门
inbox-undo-hidden = 重新显示

## Nothing to do.

inbox-empty = 所有意见都已归类。
inbox-empty-now = 看看还有什么在等待：
inbox-none-fits = 没有符合筛选条件的意见。
inbox-end = 已到列表末尾。
inbox-to-start = 回到开头

## The list of keys.

inbox-key-join = 并入推荐的事项
inbox-key-search = 查找其他事项
inbox-key-new = 建立新事项
inbox-key-select = 选中或取消选中
inbox-key-next = 跳到下一条意见
inbox-key-previous = 回到上一条意见
inbox-key-refer = 转交部门
inbox-key-answer = 答复这条意见
inbox-key-hide = 说明理由并隐藏
inbox-key-undo = 撤销上一步
