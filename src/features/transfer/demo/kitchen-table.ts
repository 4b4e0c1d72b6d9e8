import type { DemoGroup } from "./conversation";

export const kitchenTable: DemoGroup = {
  key: "kitchen-table",
  name: "Kitchen table",
  description: "Everything that is not work.",
  visibility: "public",
  members: ["greta", "sam", "piet", "omar", "layla", "tomas", "kenji", "ines", "nadia", "ruth"],
  unread: { ruth: 14, nadia: 8, piet: 2 },
  script: `
day 14
12:31 greta: who left a single pickle in the fridge in a box labelled DO NOT
12:32 sam: do not what
12:33 greta: it just says do not
12:35 piet: mine
12:36 greta > 12:35: piet may i ask about the pickle
12:36 piet: no

day 12
18:20 omar: Couscous recipe, as threatened. For six people:
  1. Steam the couscous three times. Not two. Three.
  2. Seven vegetables. Potatoes do not count.
  3. Invite eight people, because two always come anyway.
18:22 layla: أمي تقول: أربع مرات.
18:23 omar > 18:22: مع احترامي لوالدتك، ثلاث تكفي 😄
18:25 sam: i don't know what that says but it looks like a fight
18:26 layla: My mother says four times. It is a fight.

day 11
08:15 tomas: The coffee machine wants to be descaled. It has asked in three languages.
08:16 sam: it asked me nicely and i pressed "later". we are all complicit
08:40 piet: did it

day 9
13:00 greta: book club! next one is about a lighthouse keeper who stops talking. 180 pages, big letters
13:02 ines: Is it fiction?
13:03 greta > 13:02: yes
13:03 ines: I will try.
13:10 kenji: 日本語訳はありますか？ Is there a translation?
13:14 greta: there is! "灯台守の沈黙", i hope i copied that right
13:15 kenji > 13:14: 合っています。Thank you, I order it.

day 7
17:31 sam: my sourdough has a name now. it's Gerald
17:32 greta: HI GERALD
17:33 ruth: May I ask what Gerald is being claimed under?
17:34 sam > 17:33: research and development
17:35 ruth: Declined. Please give him my regards.

day 6
12:05 piet: cat was in the warehouse again. slept on the bubble foil
12:06 greta: PHOTO???
12:09 piet: woke up when i looked for the phone. gone
12:10 greta: 💔
12:12 nadia: Does the cat have a name?
12:13 piet: cat

day 4
09:30 layla: Does anybody have a bicycle pump with a thin valve? The thick kind of person need not answer.
09:31 sam: personally offended, yes, blue bag under my desk
09:44 layla > 09:31: Thank you! It is back, with one date as rent.

day 3
19:02 tomas: Fin de semana: I walk the ridge from Brunnen to the chapel, 14 km, slow, with cheese. Who comes?
19:04 ines: How many metres up?
19:05 tomas: 620.
19:05 ines: Then yes.
19:10 greta: yes if slow means slow
19:12 tomas > 19:10: It means cheese every 4 km.
19:13 sam: gerald and i are in

day 1
12:20 greta: the cat. the CAT. she came to packing day and sat in box 17
12:21 piet: took her out. box 17 was counted after
12:22 omar: Somewhere in Jork a farmer is disappointed.
12:30 kenji: 猫の写真をお願いします 🐈
12:33 greta > 12:30: sending you eleven
`,
};
