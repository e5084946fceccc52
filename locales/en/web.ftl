# Words of the page frame and of the components. The sample texts are shown on the page /design only.

web-description = What residents ask of their city, and what became of it.
web-staff = Staff

web-errors = Please look at this again
web-filters = Narrow the list
web-filters-show = Show
web-filters-clear = Clear all
web-crumbs = Where you are
web-pager = More of the list
web-check-done = Yes, done
web-check-not-yet = Not yet
web-track-not-yet = not reached yet
web-chart-table = The same as a table
web-keys = Keys
web-keys-help = Show this list
web-keys-on = Work with single keys
web-close = Close
web-error-reference = If you ask us about it, name this number:
