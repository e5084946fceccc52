### Words that every page uses. The other files hold the words of one area each.
###
### One word for one concept, in all files: voice: 意见; matter: 事项; promise, commitment: 承诺; case: 案例; decision: 决定; ballot: 投票; act: 记录; outcome: 成果; code: 编码; office: 部门; resident: 居民; place: 地点; channel: 渠道; process: 流程.

## Site navigation. Short: the row must fit a phone.

nav-main = 主菜单
nav-skip = 跳到正文
nav-language = 语言
nav-home = 首页
nav-matters = 事项
nav-promises = 承诺
nav-cases = 城市案例
nav-log = 公开日志
nav-follow = 凭编码查询
nav-sign-in = 登录
nav-sign-out = 退出登录
nav-inbox = 收件箱
nav-late = 本部门逾期
nav-desk = 窗口录入

## Foot of every page.

base-footer = 关于本记录
base-footer-log = 每一次状态变化都记入公开日志，任何人都可以核对。
base-footer-words = 您的话如何被使用
base-footer-data = 您的数据
base-footer-accessibility = 无障碍
base-footer-who = 谁负责什么
base-footer-open-data = 开放数据

## Topics of matters and cases.

topic-waste = 城市垃圾管理
topic-energy = 节能减排
topic-resilient = 韧性城市
topic-smart = 智慧城市
topic-engagement = 居民参与
topic-inclusive = 包容性社区
topic-capacity = 政府能力建设
topic-services = 城市公共服务改善
topic-economy = 城市经济发展
topic-renewal = 城市更新与基础设施建设
topic-youth = 青少年发展与公民教育
topic-environment = 环境保护

## Channels by which a voice comes in.

channel-web = 网站
channel-desk = 服务窗口
channel-phone = 电话
channel-letter = 信件
channel-email = 电子邮件
channel-paper-card = 纸质卡片
channel-meeting = 对话会
channel-station = 联络站
channel-radio = 广播
channel-open311 = 其他应用（Open311）
channel-workshop = 工作坊
channel-social = 社交媒体

## States of a matter, in order; the last four are side exits.

state-voiced = 已提出
state-sorted = 已归类
state-open = 办理中
state-decided = 已决定
state-doing = 实施中
state-done = 已完成
state-evaluated = 已评估
state-shared = 已作为案例分享
state-answered = 已答复，不采取行动
state-merged = 已并入其他事项
state-referred = 已转交他方
state-withdrawn = 已撤回

## The six counted steps that residents see.

step-heard = 听到
step-weighed = 权衡
step-decided = 决定
step-doing = 实施
step-done = 完成
step-shared = 分享

## Levels of need, from the material to the spiritual.

level-safety = 安全
level-basic-service = 基本服务
level-livelihood = 生计
level-belonging = 归属感
level-culture = 文化

## Fields of need: of everybody, of a group that shares it, of one household.

field-public = 公共
field-shared = 共有
field-private = 私人

## Rungs of Arnstein's ladder of participation, lowest first.

rung-manipulation = 操纵
rung-therapy = 安抚教化
rung-informing = 告知
rung-consultation = 征询意见
rung-placation = 有限采纳
rung-partnership = 伙伴合作
rung-delegated = 授予权力
rung-control = 公民自主

## Names of languages.

lang-en = 英语
lang-zh = 中文
lang-es = 西班牙语
lang-ar = 阿拉伯语

## Words on forms and lists.

form-send = 发送
form-save = 保存
form-cancel = 取消
form-optional = 选填
form-search = 搜索
form-all = 全部
form-yes = 是
form-no = 否
form-download-csv = 下载 CSV
form-next = 下一页
form-previous = 上一页
form-back = 返回

## Errors, each in three parts: what happened, why, what to do now.

error-not-found-what = 这个页面不存在。
error-not-found-why = 网址可能输错了，或者页面已经移动。
error-not-found-now = 请检查网址，或从菜单中选择。
error-forbidden-what = 您无权查看或执行此操作。
error-forbidden-why = 您的角色没有这项权限，或者这里由另一个部门负责。
error-forbidden-now = 请在事项页面查看由哪个部门负责并与其联系，或向系统管理员询问您的角色。
error-too-many-what = 我们暂停了这次请求。
error-too-many-why = 短时间内来自您网络的请求过多。
error-too-many-now = 请等一分钟再试，也可以打电话或到服务窗口。
error-server-what = 我们这边出了问题。
error-server-why = 系统故障使页面中断，故障已记录。
error-server-now = 请几分钟后再试。如果您正在提交内容，请先用编码查询是否已收到。
error-away-what = 我们暂时无法读取记录。
error-away-why = 数据库没有响应。已保存的内容没有丢失，页面会自行恢复。
error-away-now = 请等一分钟再重新打开页面，也可以打电话或到服务窗口。
error-full-what = 我们暂时无法保存内容。
error-full-why = 存储空间已满。页面仍可阅读，已保存的内容没有丢失，有空间后即可重新保存。
error-away-again = 您发送的内容保留在本页，但还没有进入记录。请等一分钟再发送一次，只会计算一次。
error-away-send = 再次发送
error-away-file = 重新选择照片
error-bad-form-what = 我们无法接收这份表单。
error-bad-form-why = 有一项未填写，或内容无法识别。
error-bad-form-now = 请返回，改正标出的项目后重新发送。

## Numbers, days and money in words.

base-unknown = 未知
base-n-of = n = { $n } { $unit }
base-n-unknown = { $unit }数未知
base-hidden = 少于 5
base-at-least = 至少 { $bound }
base-part = { $whole } 中的 { $done }
base-percent = { $value }%
base-days = { $n } 天
base-today = 今天
base-yesterday = 昨天
base-tomorrow = 明天
base-days-ago = { $n } 天前
base-days-ahead = { $n } 天后

## The demo city's currency has no smaller unit. The number is always shown: amounts stand in columns and can be negative.

base-money = { $n } 克朗

## What stands between the items of an enumeration: a, b and c. Spaces count, hence the quotes.

base-list-between = 、
base-list-last = 和

## Used in Spanish only, before a last item that begins with the sound i. The same as above elsewhere.

base-list-last-before-i = { base-list-last }

## What stands between a name and its value, and how a remark is put in brackets.

base-colon = ：
base-brackets = （{ $text }）

form-reason-missing = 请说明理由，理由将随变更一起公布。
form-missing = 请填写此项。
form-too-long = 内容过长，请缩短。
form-unknown = 请从给出的选项中选择。
form-date-wrong = 请按年-月-日填写日期，例如 2026-05-31。
form-number-wrong = 请填写不小于 0 的整数，例如 12000。
