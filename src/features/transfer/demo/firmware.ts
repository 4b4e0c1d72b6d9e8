import type { DemoGroup } from "./conversation";

export const firmware: DemoGroup = {
  key: "firmware",
  name: "Firmware",
  description: "What runs on the stations. Code, logs, batteries.",
  visibility: "public",
  members: ["aoi", "ines", "sam", "kenji", "jonas"],
  unread: { sam: 2, ines: 3, kenji: 5 },
  script: `
day 13
10:00 aoi: Plan for 3.2: (1) deep sleep between readings, (2) retry with back-off for uploads, (3) the wind weight from Jonas as a parameter. Please object now.
10:06 ines: Deep sleep: what wakes the rain gauge?
10:09 aoi > 10:06: A GPIO interrupt. The counter is in RTC memory, so no tip of the bucket is lost.
10:10 ines: No objection.
10:15 sam: for (2), could the back-off have jitter please? last time the mast power came back 40 stations said hello in the same second
10:16 sam: the server said hello back by falling over
10:20 aoi: Yes. Full jitter, between 0 and min(300 s, 2^n · 5 s).

day 12
16:32 aoi: Retry, first version:

  uint32_t backoff_ms(uint8_t attempt) {
    uint32_t cap = 300000;
    uint32_t span = 5000u << (attempt > 6 ? 6 : attempt);
    return esp_random() % (span < cap ? span : cap);
  }

16:40 sam > 16:32: modulo bias! (kidding. mostly.)
16:41 aoi: The bias is 0.007 %. I calculated it before you could ask. 🙂
16:42 sam: i have never been so politely destroyed
16:50 ines: Put it in the review notes, both of it.

day 11
09:12 kenji: 石狩の 3 号機、電池が 2 日で 12 % 減りました。気温は −6 °C です。
09:20 aoi > 09:12: ありがとうございます。ログレベルが debug のままかもしれません。
09:34 aoi: Found it: debug logging was on, the flash was written every 4 s. Config pushed, please watch it until tomorrow.
09:35 ines: Current before and after?
09:48 aoi > 09:35: 1.9 mA before, 0.21 mA now (mean over ten minutes).
09:49 ines: Better. The data sheet says 0.18. I want to know where the 0.03 goes.

day 9
11:11 ines: I know where the 0.03 goes. R17 is a pull-up to a pin that we drive low in sleep. 3.3 V over 110 kΩ is 30 µA. My mistake, from revision B.
11:13 sam: respect for finding 30 microamps with a straight face
11:14 aoi: In firmware I can set the pin to input before sleep. One line:

  gpio_set_direction(PIN_VANE_EN, GPIO_MODE_INPUT);

11:20 ines > 11:14: Do that. I remove R17 in revision D.
14:02 aoi: Measured: 0.18 mA. 
14:03 ines: 😌

day 7
15:00 aoi: 3.2-rc1 is on the four test stations on the roof. Change list: https://windrow.example/firmware/3.2
15:26 jonas: Does rc1 contain the new wind weight? I would like to say "yes" in the meeting.
15:27 aoi: Yes, parameter \`wind_weight\`, default 0.35 below 5 °C.
15:28 jonas: Thank you. Then I say yes.
17:45 sam: roof station 2 uploaded the same reading twice after i pulled its plug. dedup on (station, taken_at) on my side, so no harm, but fyi
17:52 aoi > 17:45: Expected: the acknowledgement was lost, so it sent again. At least once, never zero times.
17:53 sam: "at least once, never zero times" is going on a mug

day 5
10:30 ines: Cold chamber, rc1, −25 °C, 48 hours: no resets, clock drift 1.1 s.
10:31 ines: At −31 °C the display stopped. Nobody reads a display at −31 °C.
10:35 kenji > 10:31: 北海道では読みます 😅 In Hokkaido we do.
10:36 ines: Then I order the other display.

day 3
13:00 aoi: rc2: one fix (time zone of the local display in half-hour zones). If nothing happens until tomorrow, rc2 becomes 3.2.
13:04 sam: touching wood, specifically the desk
13:30 kenji: rc2 を 3 台に入れました。正常です。

day 2
13:05 aoi: 3.2 is released. 24 stations for Jork are flashed and verified, checksums below.

  3.2.0  9f2c 41d0 77ab e153
  boot   0c88 5a1e b2f4 6d90

13:06 sam: 🚢
13:07 ines: Clean work. Thank you, Aoi.
13:15 aoi: お疲れさまでした。Thank you, everybody.
13:22 jonas: May I already ask about 3.3?
13:23 aoi > 13:22: Tomorrow. 🙂
`,
};
