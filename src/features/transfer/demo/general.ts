import type { DemoGroup } from "./conversation";

export const general: DemoGroup = {
  key: "general",
  name: "General",
  description: "What everybody at Windrow should know.",
  visibility: "public",
  members: [
    "nadia",
    "tomas",
    "ines",
    "aoi",
    "kenji",
    "layla",
    "omar",
    "piet",
    "greta",
    "ruth",
    "sam",
    "jonas",
  ],
  unread: { kenji: 6, omar: 3, piet: 3, jonas: 21 },
  script: `
day 14
09:02 nadia: Good morning all. Two things this fortnight: the Station 3 launch, and the frost trial in the Altes Land. Everything else can wait.
09:04 tomas: I keep the list for both. If your task is not on it, it does not exist 😄
09:06 greta: love that energy
09:11 piet: is the list on paper
09:12 tomas > 09:11: I will print you one, Piet.
09:12 piet: good
09:40 ruth: A reminder that expense claims for last month close tomorrow at noon. Three of you know that I mean you.
09:41 sam: feeling extremely seen
09:44 omar: Sent mine just now, Ruth. The hotel receipt is a photograph of a photograph, I am sorry.
09:52 ruth > 09:44: It is legible, Omar. Thank you.

day 12
10:15 tomas: Status, Station 3:
  - enclosure: signed off
  - radio certificate: expected next week
  - manual: English and German done, Arabic and Japanese in review
  - packaging: waiting for Greta's colours
10:17 greta > 10:15: colours land today, I promise on my plants 🌿
10:31 layla: المراجعة العربية للدليل ستكون جاهزة غداً إن شاء الله.
10:32 layla: (The Arabic review of the manual will be ready tomorrow.)
10:40 aoi: The Japanese review is finished. I changed two screenshots, because the menu names were different.
10:41 tomas > 10:40: ¡Perfecto! Thank you, Aoi.
11:05 jonas: One remark about the manual: on page 7 it says the forecast is "accurate". I would prefer "the mean absolute error of the two-hour temperature forecast was 0.6 °C over 41 nights". It is longer but it is true.
11:07 nadia > 11:05: Put it in a footnote and we both win.
11:08 jonas: Accepted.

day 10
08:55 piet: pallet with the 200 masts arrived. 3 bent. sending them back
08:58 ines: Bent how much?
09:03 piet > 08:58: enough that i dont need a ruler
09:04 ines: Keep one for me, please. I do need a ruler.
13:20 nadia: The cooperative in Jork said yes: 24 stations for the frost season, 12 more if the first month goes well. Well done, Omar and Jonas.
13:21 sam: 🎉🎉🎉
13:21 greta: YES!!!
13:22 omar: Jonas won them with one chart. I only carried the apples home 🍎
13:30 kenji: おめでとうございます！ Congratulations from Sapporo. We had first snow this morning.
13:34 ruth: Excellent news. I have moved the line from "hoped for" to "expected". It moves to "real" when they sign.

day 8
09:00 nadia: I am travelling today and tomorrow. Tomás decides; if you disagree with Tomás, disagree with him.
09:02 tomas: No pressure.
15:47 sam: heads up, the dashboard will be read-only for about ten minutes at 16:00, moving the readings table to the bigger disk
16:14 sam > 15:47: done. took 9m 12s. nobody scream
16:15 layla: Nobody screamed. One customer asked if we had gone on holiday.

day 6
09:10 greta: the launch page draft is up: https://windrow.example/preview/station-3 – please be mean to it before thursday
09:25 ines: "Feels the air the way a leaf does" – a leaf has no ±0.2 K.
09:26 greta > 09:25: a leaf has FEELINGS ines
09:27 ines: Fine. But put the ±0.2 K under the leaf.
09:33 omar: It is beautiful. Can the farmer in the photo be slightly less handsome? Ours will feel judged.
09:35 greta: 😂 noted

day 4
11:00 tomas: The radio certificate is here, two days early:
  EN 300 220-2, passed, no remarks.
11:01 aoi: 🎊 ありがとうございます。
11:02 ines: "No remarks" is the nicest thing anybody has said about my antenna.
11:06 nadia: Frame it.

day 2
09:05 tomas: Packing day tomorrow. We need six pairs of hands from 10:00. Lunch is on the company.
09:06 sam: what's the lunch
09:07 tomas > 09:06: Empanadas.
09:07 sam: i have hands
09:09 greta: two more hands 🙋‍♀️🙋‍♀️
09:15 piet: bring gloves

day 1
16:40 piet: 24 stations packed. 24 labels. counted twice
16:42 tomas: Gracias a todos. The truck comes at seven.
16:43 ruth: Delivery note and invoice are attached to box one. Please do not let anybody throw box one away.
16:50 nadia: Proud of you. Go home.
`,
};
