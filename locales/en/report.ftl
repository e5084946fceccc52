# Words of the frame of reports that the commands write.

report-made = Made by Kapok { $version } with: { $command }
