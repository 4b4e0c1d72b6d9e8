import { expect, it } from "vitest";
import { reportsChannel } from "@/features/reports/channels";
import { userChannel } from "@/features/users/channels";
import { callAs } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { listenAs } from "@/testing/listen";

it("is live: the queue for those who handle reports, and what came of it for the reporter", async () => {
  const [moderator, ada, ben] = await Promise.all([
    createUser({ role: "moderator" }),
    createUser(),
    createUser(),
  ]);
  const [queue, reporter] = [await listenAs(moderator), await listenAs(ada)];
  expect(await queue.subscribe(reportsChannel)).toBe(true);
  expect(await reporter.subscribe(userChannel(ada.id))).toBe(true);
  expect(await reporter.subscribe(reportsChannel)).toBe(false);

  await callAs(ada).moderation.reportPerson({ userId: ben.id, category: "spam" });
  const { reportId } = await queue.event<{ reportId: string }>("reports.changed");
  await callAs(moderator).admin.moderation.dismiss({ reportId });
  await reporter.event("notices.changed");
  expect((await callAs(ada).moderation.notices()).results).toMatchObject([{ reportId }]);
});
