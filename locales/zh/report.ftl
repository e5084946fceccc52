# Words of the frame of reports that the commands write.

report-made = 由 Kapok { $version } 生成，命令：{ $command }
