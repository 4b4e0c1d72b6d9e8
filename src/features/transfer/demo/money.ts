import type { DemoGroup } from "./conversation";

export const money: DemoGroup = {
  key: "money",
  name: "Money and hiring",
  description: "Budget, contracts, applications.",
  visibility: "private",
  members: ["ruth", "nadia", "tomas"],
  unread: { tomas: 1 },
  script: `
day 10
15:00 ruth: Monthly figures, before tax:
  - income 84,200
  - salaries 51,900
  - parts and freight 19,300
  - everything else 6,150
  We end the month with 6,850 more than we began it.
15:06 nadia: The first month in a year that I read this message with both eyes open.
15:07 ruth > 15:06: You may open them in the next one as well, if Jork pays in thirty days.

day 8
11:20 tomas: Applications for the second support position: 43. Layla and I read all of them and would like to meet four.
11:24 ruth: Is the position in the budget from next month or from the one after?
11:25 tomas: Next month, if you smile.
11:30 ruth > 11:25: From the one after, and I am smiling.

day 3
09:15 tomas: Two of the four were excellent. One asked better questions about our product than our own website answers.
09:17 nadia: Hire that one.
09:18 ruth: Contract is prepared, salary field empty. Please do not leave it empty.

day 1
18:02 ruth: Jork has signed. It is now in the line "real".
`,
};
