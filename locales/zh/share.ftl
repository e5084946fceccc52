### 将事项写成案例。

share-title = 与其他城市分享
share-lede = 各部分已根据记录填写。请补充只有当事人知道的内容：难在哪里，别人照做之前应知道什么。
share-missing = 记录中尚无以下内容：{ $parts }。
share-case-title = 标题
share-summary = 概要
share-send = 分享
share-done = 已进入案例库。
share-evaluate-first = 请先总结经验，然后才能分享。
