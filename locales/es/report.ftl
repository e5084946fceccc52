# Words of the frame of reports that the commands write.

report-made = Hecho con Kapok { $version } mediante: { $command }
