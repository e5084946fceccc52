### Processes: the ladder of participation and the catalogue of channels.

## Pages

processes-ladder-title = 参与阶梯
processes-ladder-lede = 发起流程的人先说明承诺到哪一级；实际达到哪一级，事后统计。
processes-ladder-caption = 八级阶梯，由高到低
processes-ladder-source = 依据 S. Arnstein 1969 年《公民参与阶梯》，按报告转述。
processes-rung = 级
processes-name = 名称
processes-level = 层次
processes-meaning = 含义
processes-promise = 可以承诺什么
processes-none = 尚未导入内容。
processes-none-now = 由管理员导入报告中的表格。
processes-channels-title = 参与渠道
processes-channels-lede = 报告列出的每一种参与渠道，以及本平台对应的功能。
processes-lasting-rule = 只有日期已知时，才说明渠道是长期还是临时。
processes-path = 途径
processes-lasting = 期限
processes-open-today = 目前在此开放
processes-not-yet = 尚未开放
processes-answer = 本平台对应的功能
processes-permanent = 常设
processes-temporary = 临时

## Classes, paths and groups of channels

processes-class-formal = 正式渠道
processes-class-informal = 非正式渠道
processes-class-case = 案例中出现的形式
processes-path-official = 官方
processes-path-unofficial = 非官方
processes-path-opinion = 社会舆论
processes-path-action = 直接行动
processes-group-independent = 独立参与
processes-group-multi = 多主体共同参与
processes-group-women = 妇女与残疾人

## Levels of the ladder

processes-level-none = 非参与
processes-level-token = 象征性参与
processes-level-power = 公民权力

## What the rungs mean and what may be promised on them

processes-meaning-manipulation = 居民只是没有权力的顾问，或被安排进代表机构。
processes-promise-manipulation = 不提供。没有答复义务的流程会标在这里。
processes-meaning-therapy = 试图改变居民的反应，而不去解决原因。
processes-promise-therapy = 不提供。
processes-meaning-informing = 告知居民事实。
processes-promise-informing = 告知：公布并通知。
processes-meaning-consultation = 民意调查和公开听证。
processes-promise-consultation = 征询：在期限前答复每一条意见。
processes-meaning-placation = 委员会可以讨论，但不能决定。
processes-promise-placation = 建议：每项建议都得到附理由的答复。
processes-meaning-partnership = 与城市分享权力和责任。
processes-promise-partnership = 共同决定：须经城市与居民双方同意。
processes-meaning-delegated = 公民代表政府行使审批权。
processes-promise-delegated = 授权：投票结果在规定范围内有约束力。
processes-meaning-control = 公民直接管理、规划和批准。
processes-promise-control = 居民自主：流程、预算和验收归居民。

## Names of the channels in the report's catalogue

processes-way-rep-meetings = 代表会议
processes-way-petition-letters-visits = 信访
processes-way-hearings = 听证会
processes-way-councils = 议事会
processes-way-opinion-reporting = 社情民意反映制度
processes-way-expert-consulting = 专家咨询制度
processes-way-public-informed = 社会公示制度
processes-way-major-issue-hearings = 重大事项听证制度
processes-way-planning-appeal = 对规划决定的申诉
processes-way-opinion-survey = 民意调查
processes-way-citizen-committee = 公民委员会
processes-way-social-organisations = 社会组织
processes-way-newspapers = 报纸
processes-way-radio = 电台与广播专题节目
processes-way-internet = 互联网
processes-way-informal-media = 各种非正式舆论媒介
processes-way-social-media = 微博、微信和脸书
processes-way-letters-visits = 传统的来信来访
processes-way-mayors-mailbox = 市长信箱
processes-way-mayors-hotline = 市长热线
processes-way-issue-hearings = 为具体问题召开的听证会
processes-way-consultation-meetings = 协商会
processes-way-dialogue-meetings = 居民对话会
processes-way-seminars = 研讨会
processes-way-workshops = 工作坊
processes-way-phone-calls = 打电话
processes-way-emails = 电子邮件
processes-way-network-voting = 网络投票
processes-way-message-boards = 网络留言板
processes-way-direct-action = 直接行动
processes-way-hotline-12319 = 12319城建城管热线
processes-way-compulsory-supervisors = 城管义务监督员
processes-way-satisfaction-survey = 城市管理满意度调查
processes-way-liaison-stations = 城管社区联络站
processes-way-special-group-agenda = 特殊群体专门表达议程
processes-way-suggestion-channel = 建言献策专门渠道
processes-way-public-committee = 公众委员会
processes-way-festivals = 传统节庆
processes-way-resident-club = 居民俱乐部（电话卡与论坛）
processes-way-online-performance = 在线绩效评价与问题交流
processes-way-youth-pb = 青年参与式预算
processes-way-green-life = 绿色生活赋能项目
processes-way-one-click-app = 一键参与应用
processes-way-citizen-led-coordination = 公民主导的都市圈协调
processes-way-community-autonomy = 政府引导的社区自治
processes-way-volunteer-ngo = 志愿者与民间组织共同服务
processes-way-gov-business-resident = 政府主导、企业运营、居民受益
processes-way-joint-decision = 居民、组织与企业共同决策
processes-way-vision-partnership = 与高校、民间组织和企业共绘长远愿景
processes-way-women-led = 妇女主导的项目与论坛
processes-way-disability-model = 与残疾人共建的治理模式
processes-way-quota-design-team = 设有性别比例的设计团队
processes-way-oral-history = 口述史记录、竞赛与策展
processes-way-civic-educators = 街头青年公民教育者
processes-way-paired-encounters = 不同群体的结对交流
processes-way-operations-alerts = 向居民发布警报的运行中心
processes-way-planning-partnership = 与企业、民间组织、社团和居民共同编制规划

## With numbers

processes-channels-count = 共 { $n } 种渠道，其中 { $open-n } 种目前在此开放。
processes-channels-caption = { $class }：{ $count }
processes-since = 始于 { $began }
