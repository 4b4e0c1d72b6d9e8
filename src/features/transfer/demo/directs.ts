import type { DemoDirect } from "./conversation";

export const directs: DemoDirect[] = [
  {
    members: ["nadia", "tomas"],
    unread: { nadia: 1 },
    script: `
day 8
08:20 nadia: I am on the train. If Greta and Ines disagree about the page, let them. It gets better each time.
08:24 tomas: I planned to bring popcorn.
08:25 nadia: And please make sure that Jonas sleeps.
08:26 tomas > 08:25: I can do packaging, customs and the press. That one is beyond me.

day 1
17:05 tomas: Truck confirmed for 07:00, driver is called Uwe, he has the gate code.
17:40 nadia: Thank you for this fortnight. I know who held it together.
17:44 tomas: The list did. But de nada. 🙂
`,
  },
  {
    members: ["aoi", "kenji"],
    unread: { kenji: 2 },
    script: `
day 11
09:50 aoi: 森さん、石狩の件、debug ログの消し忘れでした。申し訳ありません。
09:58 kenji: いえいえ、すぐ直していただいて助かりました。電池は 88 % で止まっています。
10:03 aoi > 09:58: よかったです。3.2 では書き込み回数も監視します。

day 5
10:40 kenji: 先ほどの表示の件ですが、農家の方は本当に −30 °C でも画面を見ます。手袋のままで。
10:44 aoi: 手袋のまま…ボタンも大きくしないといけませんね。
10:45 kenji: はい。できれば 2 つだけ。「はい」と「あとで」。
10:46 aoi > 10:45: いいですね。ヴァスさんに相談します。

day 1
08:30 aoi: 今朝の警報、70 分前でしたね。
08:31 aoi: 余市のりんご、私の分も残っていますか？ 🍎
`,
  },
  {
    members: ["sam", "greta"],
    unread: { greta: 3 },
    script: `
day 10
16:00 greta: the charts on the launch page: can they be real data?
16:04 sam: they can be yesterday's data, live-ish. one request:

  GET /v1/stations/11/readings?since=24h&step=10m

16:05 greta > 16:04: and if the station is offline it shows...?
16:06 sam: a sad leaf. you draw the leaf

day 6
09:40 greta: leaf delivered, it is VERY sad: https://windrow.example/files/leaf.svg
09:45 sam: i had to take a moment

day 1
13:30 sam: page load is 0.9 s now, was 4.1. your hero image was 11 MB, you monster
13:31 sam: (it is 140 kB now and nobody can tell)
13:32 sam: (i can tell. it's still beautiful)
`,
  },
  {
    members: ["layla", "omar"],
    script: `
day 8
14:50 layla: اتصلت بالعميل في مكناس. المشكلة كانت الكابل، كالعادة.
14:53 omar: وهل أرسل لك رسالة صوتية؟
14:54 layla > 14:53: ثلاثاً. إحداها كانت أغنية.
14:55 omar: 😂 هذا يعني أنه راضٍ.
`,
  },
  {
    members: ["piet", "ines"],
    unread: { ines: 1 },
    script: `
day 10
09:10 piet: bent mast is on your bench
09:31 ines: Thank you. 14 mm over 2 m, bent before galvanising. It was not the truck.
09:33 piet: told the driver sorry then

day 1
15:02 piet: need 6 more of the better screws
`,
  },
  {
    members: ["ruth", "nadia"],
    unread: { nadia: 2 },
    script: `
day 10
15:20 ruth: May I say something that is not a number?
15:21 nadia: Please.
15:24 ruth: You looked tired in the last three meetings. The company can afford a week without you. I checked, that part is a number.
15:30 nadia > 15:24: After the launch. You may put it in the sheet.

day 1
18:04 ruth: It is in the sheet. Seven days, beginning the Monday after.
18:05 ruth: I used the line "everything else".
`,
  },
];
