### Participatory budgets: the explanation of a count, for councils and voters.

## Terminal

budget-rule-line = Rule: { $rule } ({ $hash })
budget-summary = Projects funded: { $many }. Spent: { $spent } of { $budget }.
budget-share-line = Share of each voter at the end: { $share }. Runs: { $runs }.
budget-ties-line = Ties met and settled: { $many }. --json lists them.
budget-ballot-title = Ballot { $ballot }
budget-ballot-share = Share of this voter: { $amount }. It paid for:
budget-ballot-left = Not spent: { $amount }
budget-ballot-free = Funded without a payment from this voter:
budget-ballot-lost = Marked, not funded:

## Head

budget-title = How { $budget } was shared out: { $place }
budget-lede = Voters: { $voters }. Projects on the ballot: { $projects }. Projects funded: { $funded }.
budget-tile-funded = Projects funded
budget-tile-spent = of the budget is spent
budget-tile-served = of voters get at least one project they marked
budget-tile-served-greedy = By votes alone: { $percent }
budget-tile-share = Share of each voter, at the end
budget-tile-share-start = At the start: { $share }

## Money

budget-money-heading = Where the money goes
budget-money-say = Each field is a funded project, as wide as its cost. The last field is not spent.
budget-money-caption = The budget, project by project
budget-unspent = Not spent
budget-unspent-why = Why { $left } is left: the cheapest project that was not funded costs { $cost } ({ $name }).
budget-unspent-none = Every project that could win has won; { $left } is left.
budget-unspent-method = The rule leaves { $left } unspent: no further project has supporters who can pay for it.
budget-over-reserve = The last project needs { $amount } from a reserve.

## Funded

budget-funded-heading = What is funded, and who pays
budget-funded-shares = Every voter has the same share. The supporters of a project split its cost as evenly as they can. Effective votes are its votes, less what supporters had spent before; the highest number is bought first.
budget-funded-greedy = Projects are taken by votes, highest first, as long as the money lasts.
budget-funded-loads = Money comes in for all voters at the same rate. A project is bought as soon as its supporters can pay for it.
budget-funded-chart = Effective votes of the funded projects, in the order of selection
budget-funded-chart-votes = Votes of the funded projects, in the order of selection
budget-funded-table = Funded projects, in the order of selection
budget-place = Place
budget-project = Project
budget-cost = Cost
budget-votes = Votes
budget-points = Points
budget-effective = Effective votes
budget-payment = Most that a supporter paid
budget-payment-unit = Most that a supporter paid per point
budget-payers = Paid that much
budget-part-payers = Paid less
budget-empty = Had nothing left
budget-how = How
budget-how-method = by the rule
budget-how-completion = added by votes
budget-how-reserve = with a reserve

## Not funded

budget-lost-heading = What is not funded, and how close it came
budget-lost-shares = At 100 % the supporters could have paid for the project. What they lacked, they had spent on projects with more support for their cost.
budget-lost-more-shares = More supporters needed: voters with a full share who mark this project alone.
budget-lost-more-greedy = More votes needed: with so many more, it would have been funded.
budget-lost-chart = The closest projects: part of the cost that supporters could pay, in %
budget-lost-table = Projects that are not funded
budget-cover = Could pay
budget-money-left = Money left to its supporters
budget-more = More support needed
budget-why = Why
budget-why-lost = not enough support for its cost
budget-why-barred = below the threshold
budget-why-above = costs more than the budget
budget-why-none = no votes
budget-why-excluded = shut out by a funded project
budget-lost-all = Every project is funded.

## Voters

budget-voters-heading = What voters get
budget-voters-chart = Voters by number of funded projects that they marked
budget-voters-this = This rule
budget-voters-greedy = By votes alone
budget-voters-unit = voters
budget-winners-of-mine = Funded projects they marked
budget-and-more = { $many } and more

## Districts and categories

budget-districts-heading = Where the money goes, where the votes came from
budget-districts-chart = Share of votes and share of money, by district
budget-categories-chart = Share of votes and share of money, by category
budget-district = District
budget-category = Category
budget-no-district = Whole city
budget-no-category = No category
budget-share-votes = Share of votes
budget-share-money = Share of money
budget-share-greedy = Share of money by votes alone
budget-groups-say = A project in several categories counts in each.

## Greedy

budget-greedy-heading = What counting by votes alone would have chosen
budget-greedy-say = By votes alone, projects are taken by their number of votes as long as the money lasts.
budget-greedy-chart = For whom which outcome is better
budget-greedy-better = More projects by this rule
budget-greedy-worse = More projects by votes alone
budget-greedy-same = Equally many
budget-greedy-only-here = Funded only by this rule
budget-greedy-only-there = Funded only by votes alone
budget-greedy-equal = Both choose the same projects.
budget-greedy-switched = More voters prefer the outcome by votes alone, and the rule says that it then takes the place of its own. What you see is that outcome.
budget-side = Outcome
budget-source = Counted from the ballots in { $file }

## The count

budget-how-heading = How it was counted, and how to check it
budget-how-rule = Rule
budget-how-hash = Hash of the rule
budget-how-runs = Runs
budget-how-runs-say = { $runs }: the share was raised from { $start } to { $end } in steps of { $step }
budget-how-stop = Why the share was not raised further
budget-stop-not-raised = The rule does not raise shares.
budget-stop-all-fit = The budget is enough for all projects.
budget-stop-infeasible = One step more would have cost more than the budget.
budget-stop-exhaustive = No further project fits.
budget-stop-nothing = Every project that can win has won.
budget-how-invalid = Ballots set aside
budget-how-ties = Ties
budget-how-no-ties = No tie was met.
budget-ties-table = Ties that were met, over all runs
budget-tie-projects = Tied projects
budget-tie-chosen = Chosen
budget-tie-by = Decided by
budget-tie-times = Runs
budget-tie-lower-cost = lower cost
budget-tie-higher-cost = higher cost
budget-tie-more-votes = more votes
budget-tie-draw = the public draw
budget-tie-id = the id, for no draw was made
budget-how-check = All amounts are exact fractions; no rounding decides anything. Anyone can repeat the count from the same file, with this command or with the independent recount in Python that comes with Kapok.
budget-how-document = The rule, word for word
budget-findings = What was noticed in the file
budget-more-findings = Only the first { $shown } of { $all } are listed.

## Pots: districts or categories with money of their own

budget-pots-contents = On this page
budget-pots-back = Back to the contents
budget-pots-all = All pots together
budget-pots-say = The money is divided into pots before the vote. Everyone fills in one ballot. Each pot is counted on its own, and what is left in a pot stays there.
budget-pots-pot = Pot
budget-pots-tile = Pots of money
budget-pots-money-say = Each field is what a pot spends, as wide as the amount. The last field is not spent.
budget-pots-caption = The budget, pot by pot
budget-pots-table = The pots: budget, spending and voters
budget-pots-budget = Budget
budget-pots-spent = Spent
budget-pots-projects = Projects
budget-pots-voters = Voters here
budget-pots-served = Have a funded project
budget-pots-chart = Share of votes, of the budget and of the money spent, by pot
budget-pots-share-budget = Share of the budget
budget-pots-idle = No valid ballot marks a project of this pot.
budget-pots-how = How this pot was counted

## One ballot

budget-used-title = How your vote was used: ballot { $ballot }
budget-used-lede = Projects you marked: { $marked }. Of these, funded: { $funded }.
budget-used-heading = Where your share went
budget-used-share = Your share of the budget
budget-used-spent = Spent on projects you marked
budget-used-caption = Your share, project by project
budget-used-votes-chart = Votes of the projects you marked
budget-used-table = The projects you marked
budget-used-paid = You paid
budget-used-part = Part of your share
budget-used-result = What became of it
budget-used-no-share = This rule gives no shares of money to voters. Each mark adds to the votes of its project.
budget-used-left-none = Nothing is left: your whole share was spent on projects you marked.
budget-used-left-all = { $left } is left: every project you marked is funded, so there was nothing more to pay for.
budget-used-left-why = { $left } is left: the supporters of the other projects you marked did not have enough money together.
budget-used-funded = Funded
budget-used-in-full = Funded: you paid as much as every supporter who had enough
budget-used-all-i-had = Funded: you gave all you had left
budget-used-was-empty = Funded by its other supporters: your share was used up before
budget-used-no-cost = Funded: it costs nothing
budget-used-no-points = Funded by its other supporters: your ballot gave it no points
budget-used-by-votes = Added by votes at the end, from money that was left: it took nothing from your share
budget-used-reserve = Funded with a reserve
budget-used-not-funded = Not funded: { $why }
budget-used-cover = its supporters could pay { $percent } of its cost
budget-used-more = more support needed: { $more }
budget-used-check = The command at the foot of this page repeats the count. With --json it prints every amount as an exact fraction.
