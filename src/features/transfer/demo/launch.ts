import type { DemoGroup } from "./conversation";

export const launch: DemoGroup = {
  key: "launch",
  name: "Launch: Station 3",
  description: "Dates, prices and texts that are not public yet.",
  visibility: "private",
  members: ["tomas", "nadia", "greta", "ines", "omar", "ruth"],
  unread: { omar: 2, ines: 4 },
  script: `
day 13
11:00 tomas: Everything in this group stays in this group until the launch. Dates first:
  - day −5: texts final
  - day −3: press list
  - day 0: page goes live at 10:00
11:03 greta: day 0 is such a dramatic name
11:04 tomas: You may call it Thursday. Whichever Thursday it becomes.
11:20 ruth: The price, please. I have three versions of the sheet and like none of them.

day 11
09:30 nadia: Price: 349 for one, 299 each from ten on. The service stays at 4 a month and nobody is forced to take it.
09:33 omar > 09:30: For the cooperatives in the south I need 279 from fifty on. Otherwise they buy one and share it on a ladder.
09:35 ruth: At 279 we still earn 31 a piece if the enclosure stays below 22.40.
09:36 ines: 21.85, with the cheaper screws. They are also the better screws.
09:40 nadia: 279 from fifty. Decided.
09:41 ruth: Thank you. I delete two sheets with pleasure.

day 9
14:00 greta: three lines for the top of the page, vote with a number:
  1. Know the frost before it knows you.
  2. The weather, where your trees are.
  3. Small station. Long nights. Good sleep.
14:02 tomas: 2
14:03 nadia: 2, and 3 for the newsletter.
14:05 omar: 2. In Arabic it is even better: الطقس حيث أشجارك.
14:06 ines: 2. It is the only one that is a specification.
14:07 ruth: 2.
14:08 greta: a landslide, i'm keeping number 1 for my memoirs

day 5
16:12 tomas: Texts are final as of now. Whoever finds a comma from here on pays a coffee.
16:30 ines: Page 2, second paragraph: "it's" should be "its".
16:31 tomas > 16:30: That is an apostrophe. No coffee.
16:31 ines: Fixed it anyway.

day 2
10:00 nadia: Press list has 31 names. I call the first ten myself.
10:05 omar: I take the four in Morocco and the two in Jordan.
10:06 tomas: Gracias. Then I send the rest the nice e-mail.

day 1
17:20 ruth: Stock for the launch week: 180 finished, 120 in parts. If more than 300 people want one, it is a problem I would like to have.
17:31 nadia > 17:20: Let us try to give you that problem.
`,
};
