# 页面框架和组件所用的文字。示例文字只出现在 /design 页面。

web-description = 居民向城市提出了什么，后来怎么样了。
web-staff = 工作人员

web-errors = 请再看一下这里
web-filters = 缩小范围
web-filters-show = 显示
web-filters-clear = 全部清除
web-crumbs = 当前位置
web-pager = 翻页
web-check-done = 办好了
web-check-not-yet = 还没有
web-track-not-yet = 尚未到达
web-chart-table = 用表格查看
web-keys = 快捷键
web-keys-help = 显示这张表
web-keys-on = 使用单键快捷键
web-close = 关闭
web-error-reference = 如需询问，请告知此编号：
