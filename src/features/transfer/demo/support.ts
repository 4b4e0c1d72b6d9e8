import type { DemoGroup } from "./conversation";

export const support: DemoGroup = {
  key: "support",
  name: "Support",
  description: "Questions from customers that need more than one head.",
  visibility: "public",
  members: ["layla", "sam", "ines", "tomas", "omar", "greta"],
  unread: { tomas: 5, greta: 7, ines: 1 },
  script: `
day 13
09:30 layla: Ticket from a vineyard near Trier: "The rain gauge says 40 mm, the sky says no." Photos show a blackbird's nest in the funnel.
09:31 greta: please say we are keeping the nest
09:34 layla > 09:31: We are keeping the nest. I told them to switch channel "rain" off until the young have left.
09:36 ines: How many birds?
09:37 layla: Four. Is that for the data sheet?
09:37 ines: Yes.

day 11
11:02 layla: Three customers since Monday cannot sign in after changing their e-mail address. Same pattern: capital letter in the new address.
11:04 sam: ugh. that one's mine. comparing case-sensitively in exactly one place
11:29 sam: fixed and deployed. the guilty line:

  - where email = $1
  + where lower(email) = lower($1)

  the three accounts work again, i tried with their permission
11:32 layla > 11:29: Confirmed by two of them. The third is in a tractor.
15:10 layla: The third is out of the tractor. Confirmed.

day 9
10:20 tomas: How many open tickets before the launch, Layla?
10:22 layla: 17. Of these: 9 wait for the customer, 5 for spare parts, 2 for Sam, 1 for a miracle.
10:23 sam: which miracle
10:25 layla > 10:23: "Please make it rain less."
10:26 tomas: Put that one on my list.

day 8
14:40 omar: A customer in Meknès writes to me directly on the phone, at night, with voice messages of six minutes. How do I bring him to you gently?
14:44 layla: ابعثه لي، سأتولى الأمر. I will call him, people write tickets once they know who reads them.
14:45 omar: بارك الله فيك 🙏

day 6
08:50 layla: Good morning. Station 2 units with serial numbers 2217–2240 report humidity above 100 %. Six units so far.
08:55 ines: 2217–2240 is the reel of sensors from March. What firmware?
08:57 layla > 08:55: All six on 2.9.
09:05 ines: Then it is the old calibration table. Update to 3.1 or later first. If one is still above 100 % after a dry day, it comes home.
09:06 layla: Understood. I write to all 24, not only to the six.
12:30 layla: Done, in four languages. Text is in the shared folder so that you can reuse it.
12:31 tomas > 12:30: You are a treasure.

day 4
16:05 greta: could we put "what does the blinking light mean" on the box itself? i keep seeing it in the tickets
16:07 layla: 31 times in six months. Yes please.
16:09 ines: Green slow: fine. Green fast: uploading. Amber: battery. Red: call Layla.
16:10 layla > 16:09: 😄 Red: check the cable, THEN call Layla.
16:20 greta: printing exactly that

day 2
09:45 layla: Last check before tomorrow: 8 open tickets, none older than a week, the miracle is still open.
09:46 sam: it's raining here, miracle status: worse
11:30 layla: @sam one for you: exports of more than a year time out. Customer needs it for the insurance, this week if possible.
11:38 sam > 11:30: on it. it builds the whole csv in memory like an animal

day 1
10:12 sam: year exports stream now. their file: 31,536 rows in 1.4 s
10:15 layla: The customer answered with eleven exclamation marks. I count this as solved.
10:16 omar: Eleven is a good number.
`,
};
