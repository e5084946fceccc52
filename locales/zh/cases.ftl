### Cases: the library, one case, comparing, and the names they need.

## The library

cases-title = 城市案例
cases-lede = 各城市的实践：广州国际城市创新奖的案例（取自其第三届城市创新领导力工作坊 2019 年报告）和本市的案例。每个阶段都是注明年份和来源的事实。
cases-search = 关键词（任何语言）
cases-topic = 主题
cases-region = 地区
cases-country = 国家或地区
cases-year = 年份
cases-stage = 最高阶段
cases-city = 城市
cases-no-year = 未注明年份
cases-none = 没有符合筛选条件的案例。
cases-none-now = 去掉一个筛选条件，或换一个词。
cases-none-topics = 搜索按原样匹配词语。也可以按主题浏览：
cases-statistics = 广州奖统计
cases-this-city = 来自本市
cases-pick = 比较
cases-compare = 比较所选案例
cases-compare-hint = 请选择两到三个。

## One case

cases-matter = 由此事项整理而成
cases-history = 经过
cases-history-what = 内容
cases-history-about = 涉及
cases-history-source = 来源
cases-history-recorded = 录入日期
cases-about-project = 本项目
cases-about-city = 该城市，而非本项目
cases-report = 广州奖报告（2019 年）
cases-topic-basis = 主题依据
cases-kind = 类别
cases-kind-case = 案例
cases-kind-plan = 城市规划，供参照
cases-kind-matter = 本市案例
cases-aliases = 又名
cases-note = 录入者备注
cases-sources = 来源
cases-sources-note = 链接指向其他网站，点击之前不会从那里加载任何内容。
cases-citation = 引用此案例
cases-citation-data = 供文献管理软件使用
cases-similar = 同主题案例
cases-versions = 早期版本
cases-version = 版本
cases-city-unnamed = 未注明城市

## Comparing

cases-compare-title = 案例对比
cases-compare-few = 请至少选择两个案例。
cases-compare-back = 选择案例
cases-compare-many = 仅显示前三个。
cases-summary = 内容简介
cases-facts-known = 阶段记录

## Errors

cases-already-made = 该事项已写成案例。请打开该案例并在那里修改。

## Stages

cases-stage-reference = 供参照
cases-stage-participating = 参评
cases-stage-shared = 本市分享
cases-stage-recommended = 专家推荐
cases-stage-shortlisted = 入围
cases-stage-winner = 获奖
cases-stage-special-mention = 特别提名
cases-stage-popular-city = 网络人气城市

## How sure the topic is

cases-basis-stated = 来源明示
cases-basis-inferred = 据来源推断
cases-basis-inferred-low = 依据很少的推断
cases-basis-chosen = 由部门选定

## Parts of a write-up

cases-section-context = 背景
cases-section-actors = 参与各方
cases-section-resources = 资金与人员
cases-section-innovation = 创新之处
cases-section-obstacles = 遇到的障碍
cases-section-outcomes = 成效
cases-section-lessons = 经验教训
cases-section-replicability = 其他城市借鉴的条件
cases-section-sustainability = 如何持续
cases-section-risk = 风险

## Regions, as the report counts them

cases-region-asia = 亚洲
cases-region-africa = 非洲
cases-region-europe = 欧洲
cases-region-north-america = 北美洲
cases-region-south-america = 南美洲
cases-region-oceania = 大洋洲

## Countries and regions of cases, by code

cases-country-ar = 阿根廷
cases-country-bd = 孟加拉国
cases-country-be = 比利时
cases-country-bo = 玻利维亚
cases-country-br = 巴西
cases-country-ca = 加拿大
cases-country-cn = 中国
cases-country-dk = 丹麦
cases-country-eg = 埃及
cases-country-fi = 芬兰
cases-country-gb = 英国
cases-country-id = 印度尼西亚
cases-country-il = 以色列
cases-country-ir = 伊朗
cases-country-it = 意大利
cases-country-ke = 肯尼亚
cases-country-kr = 韩国
cases-country-mx = 墨西哥
cases-country-my = 马来西亚
cases-country-ng = 尼日利亚
cases-country-pl = 波兰
cases-country-pt = 葡萄牙
cases-country-py = 巴拉圭
cases-country-ru = 俄罗斯
cases-country-sv = 萨尔瓦多
cases-country-tr = 土耳其
cases-country-tw = 台湾
cases-country-tz = 坦桑尼亚
cases-country-us = 美国
cases-country-ve = 委内瑞拉
cases-country-za = 南非
cases-country-zm = 赞比亚

## With numbers

cases-count = { $n } 个案例
cases-option = { $name }（{ $count }）
cases-page-of = 第 { $version } 版，{ $date }
