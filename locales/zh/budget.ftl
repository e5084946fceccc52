### 参与式预算：一次计票的说明，供议会和投票人阅读。

## 终端

budget-rule-line = 规则：{ $rule }（{ $hash }）
budget-summary = 获资助项目：{ $many }。支出 { $spent }，预算 { $budget }。
budget-share-line = 最后每位投票人的份额：{ $share }。计算次数：{ $runs }。
budget-ties-line = 出现并已决定的平局：{ $many }。用 --json 可列出。
budget-ballot-title = 选票 { $ballot }
budget-ballot-share = 这位投票人的份额：{ $amount }。用于：
budget-ballot-left = 未用：{ $amount }
budget-ballot-free = 获资助，这位投票人没有出钱：
budget-ballot-lost = 选了，但未获资助：

## 开头

budget-title = { $budget } 如何分配：{ $place }
budget-lede = 投票人：{ $voters }。参选项目：{ $projects }。获资助项目：{ $funded }。
budget-tile-funded = 获资助项目
budget-tile-spent = 的预算已用
budget-tile-served = 的投票人至少有一个所选项目获资助
budget-tile-served-greedy = 只按票数：{ $percent }
budget-tile-share = 最后每位投票人的份额
budget-tile-share-start = 开始时：{ $share }

## 钱

budget-money-heading = 钱用在哪里
budget-money-say = 每一格是一个获资助项目，宽度就是它的费用。最后一格没有用掉。
budget-money-caption = 预算，逐个项目
budget-unspent = 未用
budget-unspent-why = 为什么剩下 { $left }：最便宜的未获资助项目要 { $cost }（{ $name }）。
budget-unspent-none = 能入选的项目都已入选；剩下 { $left }。
budget-unspent-method = 规则留下 { $left } 不用：没有哪个项目的支持者还付得起。
budget-over-reserve = 最后一个项目需要从预备金拿 { $amount }。

## 获资助

budget-funded-heading = 资助什么，谁来付
budget-funded-shares = 每位投票人的份额相同。一个项目的支持者尽量平均分担费用。有效票数是票数减去支持者先前已花掉的部分；最高的先买。
budget-funded-greedy = 按票数从高到低选，直到钱用完。
budget-funded-loads = 所有投票人以同样的速度得到钱。支持者的钱够了，就买下项目。
budget-funded-chart = 获资助项目的有效票数，按入选先后
budget-funded-chart-votes = 获资助项目的票数，按入选先后
budget-funded-table = 获资助项目，按入选先后
budget-place = 名次
budget-project = 项目
budget-cost = 费用
budget-votes = 票数
budget-points = 分数
budget-effective = 有效票数
budget-payment = 支持者付的最高金额
budget-payment-unit = 支持者每分付的最高金额
budget-payers = 付了这么多的人
budget-part-payers = 付得较少的人
budget-empty = 已没有钱的人
budget-how = 方式
budget-how-method = 按规则
budget-how-completion = 按票数补选
budget-how-reserve = 动用预备金

## 未获资助

budget-lost-heading = 什么未获资助，差多少
budget-lost-shares = 到 100 % 时，支持者就付得起这个项目。缺的钱，他们已用在支持与费用之比更高的项目上。
budget-lost-more-shares = 还需要的支持者：份额完整、只选这一个项目的投票人。
budget-lost-more-greedy = 还需要的票数：多这么多票就能入选。
budget-lost-chart = 最接近的项目：支持者付得起的费用比例（%）
budget-lost-table = 未获资助的项目
budget-cover = 付得起
budget-money-left = 支持者剩下的钱
budget-more = 还需要的支持
budget-why = 原因
budget-why-lost = 支持相对费用不够
budget-why-barred = 低于门槛
budget-why-above = 费用超过预算
budget-why-none = 没有票
budget-why-excluded = 被一个获资助项目排除
budget-lost-all = 所有项目都获资助。

## 投票人

budget-voters-heading = 投票人得到什么
budget-voters-chart = 投票人，按所选项目获资助的个数
budget-voters-this = 本规则
budget-voters-greedy = 只按票数
budget-voters-unit = 位投票人
budget-winners-of-mine = 所选项目获资助的个数
budget-and-more = { $many } 个及以上

## 区和类别

budget-districts-heading = 钱用在哪里，票从哪里来
budget-districts-chart = 各区的票数份额和资金份额
budget-categories-chart = 各类别的票数份额和资金份额
budget-district = 区
budget-category = 类别
budget-no-district = 全市
budget-no-category = 无类别
budget-share-votes = 票数份额
budget-share-money = 资金份额
budget-share-greedy = 只按票数时的资金份额
budget-groups-say = 属于几个类别的项目在每个类别都计入。

## 只按票数

budget-greedy-heading = 只按票数会选什么
budget-greedy-say = 只按票数时，项目按票数从高到低选，直到钱用完。
budget-greedy-chart = 哪个结果对谁更好
budget-greedy-better = 本规则给的项目更多
budget-greedy-worse = 只按票数给的项目更多
budget-greedy-same = 一样多
budget-greedy-only-here = 只有本规则资助
budget-greedy-only-there = 只有按票数才资助
budget-greedy-equal = 两者选的项目相同。
budget-greedy-switched = 更多投票人偏好只按票数的结果，规则规定这时由它取代。这里显示的就是那个结果。
budget-side = 结果
budget-source = 由 { $file } 的选票计得

## 计票

budget-how-heading = 如何计票，如何核对
budget-how-rule = 规则
budget-how-hash = 规则的散列值
budget-how-runs = 计算次数
budget-how-runs-say = { $runs }：份额从 { $start } 提到 { $end }，每步 { $step }
budget-how-stop = 为什么份额不再提高
budget-stop-not-raised = 规则不提高份额。
budget-stop-all-fit = 预算够所有项目用。
budget-stop-infeasible = 再提一步就会超出预算。
budget-stop-exhaustive = 没有项目再放得下。
budget-stop-nothing = 能入选的项目都已入选。
budget-how-invalid = 搁置的选票
budget-how-ties = 平局
budget-how-no-ties = 没有出现平局。
budget-ties-table = 各次计算中出现的平局
budget-tie-projects = 平局的项目
budget-tie-chosen = 选中
budget-tie-by = 决定依据
budget-tie-times = 次数
budget-tie-lower-cost = 费用较低
budget-tie-higher-cost = 费用较高
budget-tie-more-votes = 票数较多
budget-tie-draw = 公开抽签
budget-tie-id = 编号，因为没有抽签
budget-how-check = 所有金额都是精确分数；没有任何结果由舍入决定。任何人都可以用同一文件重新计票：用这个命令，或用 Kapok 附带的独立 Python 重算程序。
budget-how-document = 规则全文
budget-findings = 文件中注意到的情况
budget-more-findings = 共 { $all } 条，只列出前 { $shown } 条。

## 资金池：有自己资金的区或类别

budget-pots-contents = 本页内容
budget-pots-back = 回到目录
budget-pots-all = 所有资金池合计
budget-pots-say = 投票前，资金已分成几个资金池。每人填一张选票。每个资金池分别计票，剩下的钱留在该资金池。
budget-pots-pot = 资金池
budget-pots-tile = 资金池
budget-pots-money-say = 每一格是一个资金池用掉的钱，宽度就是金额。最后一格没有用掉。
budget-pots-caption = 预算，逐个资金池
budget-pots-table = 各资金池：预算、支出和投票人
budget-pots-budget = 预算
budget-pots-spent = 已用
budget-pots-projects = 项目
budget-pots-voters = 在此投票的人
budget-pots-served = 有项目获资助的人
budget-pots-chart = 各资金池的票数份额、预算份额和已用资金份额
budget-pots-share-budget = 预算份额
budget-pots-idle = 没有有效选票选这个资金池的项目。
budget-pots-how = 这个资金池如何计票

## 一张选票

budget-used-title = 你的一票怎样用了：选票 { $ballot }
budget-used-lede = 你选的项目：{ $marked }。其中获资助：{ $funded }。
budget-used-heading = 你的份额用在哪里
budget-used-share = 你在预算中的份额
budget-used-spent = 用于你选的项目
budget-used-caption = 你的份额，逐个项目
budget-used-votes-chart = 你选的项目的票数
budget-used-table = 你选的项目
budget-used-paid = 你付了
budget-used-part = 占你的份额
budget-used-result = 结果
budget-used-no-share = 这个规则不给投票人分钱。每个选择都给项目加一票。
budget-used-left-none = 没有剩余：你的份额全部用于你选的项目。
budget-used-left-all = 剩下 { $left }：你选的项目都已获资助，没有别的要付。
budget-used-left-why = 剩下 { $left }：你选的其他项目，支持者的钱加起来不够。
budget-used-funded = 获资助
budget-used-in-full = 获资助：你付的与每位钱够的支持者一样多
budget-used-all-i-had = 获资助：你付出了剩下的全部
budget-used-was-empty = 由其他支持者资助：你的份额先前已用完
budget-used-no-cost = 获资助：它不用花钱
budget-used-no-points = 由其他支持者资助：你的选票没有给它分
budget-used-by-votes = 最后用剩下的钱按票数补选：没有动用你的份额
budget-used-reserve = 动用预备金资助
budget-used-not-funded = 未获资助：{ $why }
budget-used-cover = 支持者付得起费用的 { $percent }
budget-used-more = 还需要的支持：{ $more }
budget-used-check = 用本页末尾的命令可以重新计票。加 --json 可把每个金额写成精确的分数。
