# 登录、个人账户、职责分工以及管理员账户页面的用语。

parties-sign-in-title = 登录
parties-sign-in-lede = 供市政工作人员使用。居民不需要账户：在首页提出意见，用编码跟进即可。
parties-sign-in-button = 登录
parties-sign-in-wrong = 未能登录。请检查电子邮箱、密码和验证码后再试。如果忘记密码，请向管理员索取新密码。
parties-sign-in-ended = 您的登录已过期，内容尚未保存。但没有丢失：请登录，您提交的内容会在下一页等您。
parties-sign-in-many = { $n ->
   *[other] 不符的尝试太多。请等 { $n } 分钟再试。如果忘记密码，请向系统管理员索取新密码。
}
parties-kept-title = 还差一步
parties-kept-lede = 您已登录。您之前提交的内容还没有保存。现在请提交。
parties-kept-words = 您写的内容
parties-kept-send = 现在提交
parties-kept-drop = 不提交
parties-kept-file = 您选的文件无法保留。请回到原来的页面重新选择。
parties-signed-out = 您已退出登录。

parties-email = 电子邮箱
parties-email-wrong = 请填写电子邮箱地址，例如 name@city.example。
parties-email-taken = 这个邮箱已有账户，请直接修改那个账户。
parties-password = 密码
parties-password-short = 请使用 12 个或更多字符。几个您记得住的词就可以。
parties-password-wrong = 密码不对，请再试一次。
parties-password-same = 这就是您现在的密码。请另选一个。
parties-code = 验证器应用中的验证码
parties-code-hint = 六位数字。如果没有设置第二重验证，请留空。
parties-code-wrong = 验证码不对。请等下一个验证码，检查设备的时间，然后重新输入。

## 个人账户

parties-account-title = 您的账户
parties-account-name = 姓名
parties-account-office = 部门
parties-account-roles = 角色
parties-account-roles-link = 各角色可以做什么

parties-password-title = 更改密码
parties-password-old = 当前密码
parties-password-new = 新密码
parties-password-hint = 12 个或更多字符，任何字符都可以。您在其他地方的登录会全部退出。
parties-password-button = 更改密码
parties-password-changed = 密码已更改。您在其他地方的登录已全部退出。

parties-totp-title = 第二重验证
parties-totp-off = 没有它，仅凭密码就能打开您的账户。请在手机或电脑的验证器应用中设置。
parties-totp-secret = 请在应用中输入这个密钥：
parties-totp-link = 在本设备的应用中打开
parties-totp-code = 然后输入应用显示的六位数字
parties-totp-button = 开启
parties-totp-enrolled = 第二重验证已开启。今后登录需要用到该应用。
parties-totp-on = 已开启。登录时需要密码和应用中的验证码。
parties-totp-password = 输入密码以关闭
parties-totp-drop = 关闭
parties-totp-dropped = 第二重验证已关闭。
parties-totp-there = 第二重验证已经存在。请先关闭，再重新设置。

parties-sessions-title = 已登录的地方
parties-sessions-caption = 您已登录的浏览器
parties-sessions-since = 登录时间
parties-sessions-seen = 最近使用
parties-sessions-this = 当前浏览器
parties-sessions-end = 在那里退出
parties-sessions-ended = 那个浏览器已退出登录。
parties-sessions-hint = 8 小时未使用即退出登录；无论如何，24 小时后都会退出。

## 职责分工

parties-roles-title = 谁负责什么
parties-roles-lede = 只有持市政账户的人员才能更改记录，每个角色只能做这里写明的事。此表直接由平台执行的规则生成。
parties-roles-caption = 各角色及其权限
parties-roles-right = 可做的事
parties-roles-may = 可以
parties-roles-may-not = 不可以
parties-roles-for = 各角色的用途
parties-roles-own = 工作人员只代表自己的部门行事；市长办公室可以代表任何部门。每一次更改都会连同经办人的姓名和部门写入公开日志。
parties-offices-title = 各部门及其职责
parties-offices-log = 查看日志
parties-offices-empty = 还没有记录任何部门。

parties-role-officer = 工作人员
parties-role-officer-about = 处理本部门的意见和事项。
parties-role-lead-officer = 部门负责人
parties-role-lead-officer-about = 代表部门答复、决定并作出承诺。
parties-role-moderator = 内容管理员
parties-role-moderator-about = 隐藏违反规则的内容并说明理由，也可以恢复。
parties-role-mayors-office = 市长办公室
parties-role-mayors-office-about = 代表全市：设定排序权重，裁定申诉。
parties-role-auditor = 审计员
parties-role-auditor-about = 可以阅读工作人员能看到的一切，不作任何改动。
parties-role-administrator = 系统管理员
parties-role-administrator-about = 运行平台，不处理事项。

parties-right-read-staff-pages = 阅读工作页面
parties-right-read-hidden = 阅读被隐藏的内容，以判断隐藏是否恰当
parties-right-read-accounts = 阅读账户列表
parties-right-enter-voices = 录入电话、信件、卡片或来访的意见
parties-right-sort = 合并、拆分、转交意见和事项
parties-right-describe = 设定主题、地点和紧急程度，并请其他部门参与
parties-right-answer = 公开答复
parties-right-decide = 对事项作出决定，或不采取行动而结案
parties-right-commit = 作出承诺并更改期限
parties-right-report = 报告进展，并凭证据完成承诺
parties-right-moderate = 隐藏和恢复内容，须说明理由
parties-right-rule = 裁定申诉
parties-right-weigh = 更改排序的权重
parties-right-share = 把事项写成案例
parties-right-manage-accounts = 创建账户并更改角色
parties-right-import = 导入地点、部门和案例

## 管理员的账户页面

parties-accounts-title = 账户
parties-accounts-count = { $n } 个账户
parties-accounts-caption = 工作人员账户
parties-accounts-state = 状态
parties-accounts-active = 启用
parties-accounts-inactive = 已停用
parties-accounts-factor = 第二重验证
parties-accounts-new = 新建账户
parties-accounts-new-hint = 请当面把密码告诉使用者。使用者可在自己的账户页面更改。
parties-accounts-name-hint = 会与部门一起公开显示。
parties-accounts-create = 创建账户
parties-accounts-created = 账户已创建。
parties-accounts-may = 可以登录
parties-accounts-may-hint = 不勾选则停用账户，并在所有地方退出登录。
parties-accounts-changed = 账户已更改。
parties-accounts-reset-title = 新密码
parties-accounts-reset-hint = 供忘记密码的人使用。其所有登录都会退出。
parties-accounts-reset = 设置密码
parties-accounts-reset-done = 新密码已设置。
parties-accounts-lost-title = 设备丢失
parties-accounts-lost = 取消第二重验证，使用者可以用密码登录并重新设置。
parties-accounts-lost-button = 关闭第二重验证
parties-roles-missing = 请至少选择一个角色。
parties-auditor-alone = 审计员不作任何改动，因此不能同时担任其他角色。
parties-not-own-roles = 任何人都不能更改自己的角色，请找另一位管理员。
parties-roles-reason-hint = 所有人都能在日志中看到。
parties-office-wrong = 请填写本市的一个部门。
parties-last-administrator = 这样就没有人能管理账户了。请先指定另一位系统管理员。

## Tokens of programs

parties-tokens-title = 程序令牌
parties-tokens-hint = 程序凭令牌以您的名义、在您的角色权限内操作。只给它所需的权限。
parties-tokens-more = 关于 API
parties-tokens-made = 这是您的新令牌。请现在复制：只显示这一次，任何地方都不保存。
parties-tokens-caption = 有效的令牌
parties-tokens-name = 用途
parties-tokens-name-hint = 只有您和管理员能看到。
parties-tokens-scopes = 可以做什么
parties-tokens-until = 有效至
parties-tokens-days = 有效期
parties-tokens-make = 创建令牌
parties-tokens-new = 新令牌
parties-tokens-revoke = 撤销
parties-tokens-revoked = 令牌已撤销。
parties-tokens-never = 从未
parties-tokens-many = 该账户已有 20 个令牌。请先撤销一个。
parties-tokens-count = 令牌
parties-scopes-missing = 请至少选择一项。
parties-scope-read = 读取工作人员可读的内容
parties-scope-voices = 录入、转交、答复和隐藏意见
parties-scope-matters = 处理事项
parties-scope-promises = 作出承诺并报告进展
parties-scope-cases = 将事项写成案例
parties-scope-admin = 管理账户
