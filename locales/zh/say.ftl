### 提意见：首页表单。

say-heading = 告诉{ $city }
say-about = 您的意见将加入此事项：
say-text = 应该改变什么？
say-text-hint = 任何语言，无需账户。
say-place = 在哪里？
say-place-hint = 街道、地点或全市
say-contact = 怎样联系您？
say-contact-hint = 请留电子邮箱，仅用于答复，绝不公开。没有邮箱？凭编码可查看答复。
say-photo = 添加照片
say-photo-hint = JPEG、PNG 或 WebP，不超过 10 MB。照片内含的地点和时间会被移除。
say-photo-bad = 无法读取此文件。请发送 JPEG、PNG 或 WebP 照片。
say-photo-large = 这张照片超过 10 MB。请换一张小一些的，或用较低的分辨率重拍。
say-photo-pixels = 这张图片的像素太多，无法打开：最多 5000 万像素。请缩小图片，或截屏后发送。
say-photo-damaged = 这张照片不完整或已损坏，无法打开。请重新选择，或换一张。
say-photo-again = 请重新选择照片，您写的内容仍在。
say-send = 发送
say-send-hint = 您会得到一个用于跟进的编码。
say-look = 先看看别人说了什么
say-like = 与您所说相似的事项
say-like-none = 记录中没有类似的内容，请发送您的意见。
say-join = 发送并并入此事项
say-in-street = 其他方式：电话、信件、联络站的意见卡、服务窗口或会议。所有方式同等计算。
say-about-closed = “{ $title }”不再接收意见。您在此说的话将单独成为一条意见。
say-too-many = 您的网络在短时间内发送过多。您写的内容已保留在此：请稍等一分钟再发送，或致电我们。
