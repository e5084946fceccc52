# 地点列表的用语。

places-title = 地点
places-lede = 本记录中的地点，从全市一直到居民聚会的场所。意见的数量会与当地居民人数作比较。
places-caption = 各地点及其居民人数
places-place = 地点
places-kind = 类别
places-people = 居民人数
places-deprivation = 困难程度
places-deprivation-note = 困难程度是本市自己的指数：0 为没有，100 为最高。困难较多的地点，其事项在排序中靠前。
places-borders = 边界数据（GeoJSON）
places-empty = 还没有记录任何地点。
places-empty-now = 导入本市的地点文件后即可看到。

places-kind-region = 地区
places-kind-country = 国家
places-kind-city = 城市
places-kind-district = 区
places-kind-neighbourhood = 社区
places-kind-venue = 场所
