# Words of the frame of reports that the commands write.

report-made = أعدّه Kapok { $version } بالأمر: { $command }
