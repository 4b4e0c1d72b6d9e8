import type { DemoGroup } from "./conversation";

export const fieldNotes: DemoGroup = {
  key: "field-notes",
  name: "Field notes",
  description: "What the stations see, and what the people next to them say.",
  visibility: "public",
  members: ["jonas", "omar", "kenji", "ines", "aoi", "nadia", "layla"],
  unread: { nadia: 2, ines: 4, layla: 9 },
  script: `
day 13
06:48 jonas: First night of the Jork trial. Minimum at canopy height −1.8 °C at 05:52, at two metres −0.4 °C. So the inversion was 1.4 K, which is exactly the reason why one sensor on a pole is not enough.
06:50 jonas: Raw data for those who want it: 9 stations, 4,860 readings, 3 gaps of less than two minutes.
08:02 nadia > 06:48: Did the alarm go out in time?
08:05 jonas > 08:02: 04:37, so 75 minutes before the minimum. The grower had his sprinklers on at 05:10.
08:06 nadia: That is the sentence for the website.
08:30 ines: What were the three gaps?
08:41 jonas: Station 6, always when the tractor was parked beside it.
08:42 ines: Then the tractor is made of metal. I will note it.

day 12
07:15 kenji: 余市のりんご園、今朝の最低気温は −3.1 °C。霜の警報は 5:02 に届きました。
07:16 kenji: (Yoichi apple orchard: minimum −3.1 °C this morning, the frost alarm arrived at 5:02.)
07:31 aoi > 07:15: 5:02 は遅いですね。4:45 には閾値を超えていたはずです。ログを確認します。
08:10 jonas: Kenji, was there wind? With 2 m/s or more the model becomes optimistic, I know this and I am not proud of it.
08:14 kenji: About 2.5 m/s from the north-west until 4:30, then calm.
08:16 jonas: Then it is my fault, not the firmware's. I will lower the wind weight below 5 °C and replay the last 60 nights.

day 10
14:22 omar: Visited the almond growers near Agadir. They do not care about frost, they care about the chergui: hot wind, two days, half the blossom gone. Question for the clever ones: can the station warn of a hot dry wind?
14:40 jonas > 14:22: In principle yes: vapour pressure deficit above 3.5 kPa and a trend. I have no training data for it.
14:41 omar: They have a notebook. Eleven years, in pencil, every day at noon.
14:42 jonas: ELEVEN YEARS
14:43 jonas: Please photograph every page.
14:45 omar: I drank four glasses of tea and the notebook is mine until Friday. 📷

day 9
18:05 jonas: Replay of the last 60 nights with the new wind weight:

  night alarms        before   after
  in time                 41      46
  late                     7       2
  false                    3       4

  One more false alarm for five more saved nights. I think this is a good trade, but I am not the one who gets up at four.
18:20 omar: Ask any grower: four false alarms a season is a bargain.
18:22 kenji > 18:05: 賛成です。I agree.
18:31 nadia: Ship it.

day 7
07:02 kenji: New minimum alarm at Yoichi: 4:41, minimum at 5:55. 74 minutes. The owner sent a bag of apples to the office in return.
07:05 omar: We are slowly being paid in fruit.
07:20 jonas: Is Sapporo sharing the apples
07:21 kenji > 07:20: いいえ 😄 No.

day 5
12:12 omar: Notebook, all 11 years, 402 pages: done. My phone and my back are finished.
12:15 jonas: Omar, this is the best data set anybody ever gave me. Thank you. I mean it.
12:16 omar > 12:15: Tell the notebook's owner. Si Brahim, 78 years old, he asked me: "What will the machine do when I am wrong?"
12:20 jonas: Tell him the machine will plot the residuals and learn respect.

day 3
06:58 jonas: Third clean night in Jork. All 24 masts are marked in the rows now; they look like very thin scarecrows.
07:10 ines: Is anything sitting on them?
07:12 jonas > 07:10: One buzzard. Station 11 reports a humidity step of 4 % whenever it lands.
07:13 ines: Add a spike. No: ask Greta for a friendly spike.

day 1
05:44 jonas: −2.9 °C in the canopy right now, alarm was at 04:20, I can hear the sprinklers from the guest room. Wonderful noise.
07:30 nadia: Good. Sleep, Jonas.
07:31 jonas: After the 07:45 reading.
07:52 kenji: Here as well: −4.0 °C, alarm 70 minutes ahead. Two frosts on two continents in one night. 🍎❄️
`,
};
