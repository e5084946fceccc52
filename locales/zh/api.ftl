# The JSON API.
api-not-found-what = 这里没有这一项。
api-not-found-why = 这个编号、标识或查询码不对应任何内容，或者您无权查看。
api-not-found-now = 请核对，或在列表中查找。
api-fields-what = 发送的内容中有一部分无法接受。
api-fields-why = 至少有一个字段不符合本市的规则。
api-fields-now = 请查看“errors”，更正后重新发送。
api-not-now-now = 请重新读取，看看它现在的状态。
api-stale-now = 请重新读取，再发送仍然适用的内容。
api-server-why = 系统故障使请求中断，已作记录。
api-server-now = 请过几分钟再试；如果是写入，请使用同一个 Idempotency-Key。
api-unreadable-what = 无法读懂这个请求。
api-unreadable-why = 它不符合该操作的说明。
api-look-up = 请查阅 /api/v1/openapi.json。
api-token-what = 这需要有效的令牌。
api-no-token-why = 请求没有附带令牌。
api-bad-token-why = 这里不认识该令牌，或令牌已到期、已撤销。
api-token-now = 请在您的账户页面创建令牌，并以“Authorization: Bearer …”发送。
api-scope-why = 该令牌没有 { $scope } 权限范围。
api-scope-now = 请创建一个有此范围的令牌。
api-too-many-now = 请等一分钟再试。
api-too-large-why = 内容超过 512 KB。
api-not-json-why = 内容类型不是 application/json。
api-no-operation-what = 没有这个操作。
api-no-operation-why = 没有操作使用这个路径。
api-method-why = 这个路径不支持该方法。
api-cross-site-why = 浏览器从其他网站的页面发送了这个请求。
api-cross-site-now = 请用程序发送，或从本网站的页面发送。
api-table-wrong = 这不是卡片表格：缺少名为“text”的列、某行已损坏，或引号未关闭。
api-cursor-wrong = 这不是该列表的游标。请不带游标重新开始。

## The page about it

api-page-title = API
api-page-lede = 居民和工作人员在这些页面上能做的一切，程序也能以 JSON 形式、按同样的规则来做。
api-page-description = 供程序使用的说明（OpenAPI 3.1）
api-page-read = 读取记录
api-page-read-text = 不需要令牌。列表分页给出：字段“next”和标头“Link”指明从哪里继续。把“ETag”作为“If-None-Match”发回，只加载有变化的内容。
api-page-say = 提出意见
api-page-say-text = 也不需要账户。请保存回答中的查询码，用它可以再次打开这条意见。带上 Idempotency-Key，无论发送多少次都只计一次。
api-page-token = 为城市工作
api-page-token-text = 工作人员在自己的账户页面创建令牌。它的权限不超过其账户，并且仅限于其权限范围。
api-page-errors = 错误
api-page-errors-text = 错误以问题文档（RFC 9457）给出，语言由“Accept-Language”决定。400 表示请求不符合说明，422 表示本市的规则不接受它。
api-page-all = 全部操作
api-page-operation = 操作
api-page-what = 作用
api-page-scope = 令牌的权限范围
