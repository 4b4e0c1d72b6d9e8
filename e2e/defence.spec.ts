import { expect, type Page } from "@playwright/test";
import { v7 } from "uuid";
import { composer, groupOf, open, say } from "./chat";
import { test } from "./fixtures";
import { signIn } from "./procedures";
import { administrator, productUrl } from "./product";

/** What the page's own policy forbade. */
async function watchViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.exposeFunction("reportViolation", (what: string) => found.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { reportViolation } = window as unknown as { reportViolation: (what: string) => void };
      reportViolation(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return found;
}

test("an administrator blocks a network, is kept from shutting themselves out, and takes the rule away", async ({
  openAs,
  expectAccessible,
}) => {
  const { page, procedures } = await openAs(administrator);
  await page.goto("/admin/security/blocks");
  await expect(page.getByRole("heading", { level: 1, name: "Address rules" })).toBeVisible();
  await page.getByRole("button", { name: "Add a rule" }).click();
  const dialog = page.getByRole("dialog", { name: "Add an address rule" });
  const network = dialog.getByLabel("Address or network");

  await network.fill("nowhere");
  await dialog.getByLabel("Reason").fill("An example");
  await dialog.getByRole("button", { name: "Save rule" }).click();
  await expect(dialog.getByText("Enter an address such as")).toBeVisible();

  await network.fill("203.0.113.9");
  await expect(dialog.getByRole("status")).toContainText("stays in");
  const [, own = ""] = (await dialog.getByRole("status").textContent())?.match(/\(([^)]+)\)/) ?? [];
  await network.fill(own);
  await expect(dialog.getByRole("status")).toContainText("This would shut you out");
  await dialog.getByRole("button", { name: "Save rule" }).click();
  await expect(dialog.getByText("your own address is among those")).toBeVisible();
  expect((await fetch(`${productUrl()}/api/trpc/settings.public`)).status).toBe(200);

  await network.fill("203.0.113.77/24");
  await expect(dialog.getByRole("status")).toContainText("stays in");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save rule" }).click();
  const row = page.getByRole("row", { name: /203\.0\.113\.0\/24/ });
  await expect(row).toContainText("Blocked");
  await expectAccessible(page);

  await row.getByRole("button", { name: "Remove the rule for 203.0.113.0/24" }).click();
  const asked = page.getByRole("alertdialog");
  await asked.getByRole("button", { name: "Remove" }).click();
  await expect(asked.getByText("Please fill this in.")).toBeVisible();
  await asked.getByLabel("Reason").fill("It was an example");
  await asked.getByRole("button", { name: "Remove" }).click();
  await expect(row).toHaveCount(0);
  // The row goes at once; the server's answer is what counts.
  await expect
    .poll(async () => (await procedures.admin.security.ipRules.list.query({ network: "203.0.113.1" })).rules)
    .toEqual([]);
});

test("an administrator finds somebody's device and signs it out, and sees the sign-ins drawn", async ({
  clientAddress,
  openAs,
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  await ada.page.goto("/c");
  const { page, procedures } = await openAs(administrator);
  await page.goto("/admin/security/sessions");
  await page.getByRole("searchbox", { name: "Search people" }).fill(ada.person.username);
  const row = page.getByRole("row", { name: new RegExp(ada.person.displayName) });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(clientAddress);
  await expectAccessible(page);
  await row.getByRole("button", { name: /Sign out/ }).click();
  await page.getByRole("alertdialog").getByLabel("Reason").fill("The laptop was lost");
  await page.getByRole("alertdialog").getByRole("button", { name: "Sign out" }).click();
  await expect(row).toHaveCount(0);
  // The row goes at once; the server's answer is what counts.
  await expect
    .poll(() =>
      ada.procedures.users.me.query().then(
        () => "signed in",
        (error) => error.message,
      ),
    )
    .toBe("UNAUTHENTICATED");
  await expect(ada.page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible({
    timeout: 20_000,
  });

  await page.getByRole("tab", { name: "Attempts to sign in" }).click();
  const drawn = page.getByRole("region", { name: "Sign-ins over time" });
  await expect(drawn.getByRole("row")).toHaveCount(25);
  await drawn.getByRole("button", { name: "Week" }).click();
  await expect(drawn.getByRole("row")).toHaveCount(29);
  await expect(page.getByRole("table", { name: "Attempts to sign in" })).toContainText(
    ada.person.displayName,
  );
  await expectAccessible(page);

  // Many are signed out together, as a job.
  const fleet = await openAsNewPerson("Fleet");
  await page.goto(`/admin/security/sessions?q=${fleet.person.username}`);
  await page.getByRole("checkbox", { name: "Choose all rows of this page" }).click();
  const bar = page.getByRole("region", { name: "Chosen rows" });
  await bar.getByRole("button", { name: "Sign out" }).click();
  const asked = page.getByRole("alertdialog");
  await asked.getByLabel("Reason").fill("A stolen van");
  await expectAccessible(page);
  await asked.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("region", { name: "Job", exact: true })).toContainText("1 of 1 done");
  await expect(fleet.procedures.users.me.query()).rejects.toThrow("UNAUTHENTICATED");
  await page.mouse.move(0, 0);
  await expect(page.getByRole("row", { name: /Fleet/ })).toHaveCount(0);

  // Open pages hear of attempts: nobody reloads.
  await page.goto(`/admin/security/sessions?show=attempts&address=${clientAddress}`);
  const failed = page
    .getByRole("row", { name: new RegExp(ada.person.displayName) })
    .filter({ hasText: "Failed" });
  await expect(page.getByRole("row", { name: new RegExp(ada.person.displayName) })).not.toHaveCount(0);
  await expect(failed).toHaveCount(0);
  await signIn(ada.context.request, { login: ada.person.login, password: "not hers" });
  await expect(failed).toHaveCount(1);
  const { intervals } = await procedures.admin.sessions.timeline.query({ period: "day" });
  const sum = intervals.reduce((all, interval) => all + interval.failed, 0);
  // Other stories may have failed since.
  await expect
    .poll(async () => Number((await drawn.getByText(/^Failed [\d,]+$/).textContent())?.replace(/\D/g, "")))
    .toBeGreaterThanOrEqual(sum);
});

test("a scanner raises an event that is seen to, and limits are changed where they are shown", async ({
  openAs,
  openAsNewPerson,
  expectAccessible,
}) => {
  const { page, procedures } = await openAs(administrator);
  for (let i = 0; i < 12; i++) {
    expect((await fetch(`${productUrl()}/${i}.php`)).status).toBe(404);
  }
  await page.goto("/admin/security/events?kind=address.scanned");
  const row = page.getByRole("row", { name: /Address looks for weak points/ }).first();
  await expect(row).toContainText("60");
  await expectAccessible(page);
  await row.getByRole("button", { name: /^Acknowledge/ }).click();
  await expect(row).toContainText("Acknowledged");

  await page.getByRole("link", { name: "Rate limits" }).click();
  // Another administrator changes a number, and somebody is held back: both show without asking.
  const { searchesPerMinute } = await procedures.admin.settings.get.query();
  const searches = page.getByLabel("Searches per minute");
  await expect(searches).toHaveValue(String(searchesPerMinute));
  await procedures.admin.settings.update.mutate({ searchesPerMinute: searchesPerMinute + 1 });
  await expect(searches).toHaveValue(String(searchesPerMinute + 1));
  await procedures.admin.settings.update.mutate({ searchesPerMinute });
  await expect(searches).toHaveValue(String(searchesPerMinute));
  const eager = await openAsNewPerson("Eager");
  await Promise.allSettled(
    Array.from({ length: searchesPerMinute + 5 }, () =>
      eager.procedures.search.jumpTargets.query({ query: "nothing" }),
    ),
  );
  await expect(
    page
      .getByRole("region", { name: "Recent refusals" })
      .getByRole("listitem")
      .filter({ hasText: eager.person.displayName }),
  ).toBeVisible();
  const field = page.getByLabel("Probes per minute");
  await field.fill("0");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill("12");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Everything is saved.")).toBeVisible();
  expect(await procedures.admin.settings.get.query()).toMatchObject({ probesPerMinute: 12 });
});

test("whoever sends too much is told how long to wait, beside the message", async ({ openAsNewPerson }) => {
  const talker = await openAsNewPerson("Talker");
  const conversationId = await groupOf(talker);
  const sends = Array.from({ length: 600 }, (_, i) =>
    talker.procedures.messages.send.mutate({ id: v7(), conversationId, body: `number ${i}` }),
  );
  await Promise.allSettled(sends);
  await open(talker.page, conversationId);
  await say(talker.page, "one too many");
  await expect(talker.page.getByText(/Please try again in (\d+ seconds?|1 minute)/).first()).toBeVisible();
  await expect(composer(talker.page)).toBeEditable();
});

test("markup in every text that people write stays text", async ({ openAsNewPerson, openAs }) => {
  const payload = `"><img src=x onerror="window.slipped=1">`;
  const script = `<script>window.slipped=1</script><svg onload=window.slipped=1>`;
  const mallory = await openAsNewPerson(`Mallory ${payload}`);
  const victim = await openAsNewPerson("Vic");
  const { id: conversationId } = await mallory.procedures.conversations.createGroup.mutate({
    name: `Group ${payload}`,
    description: `${script} [click](javascript:window.slipped=1)`,
    memberIds: [victim.person.id],
  });
  await mallory.procedures.account.updateProfile.mutate({ bio: `${payload} ${script}` });
  await mallory.procedures.presence.setStatus.mutate({ emoji: null, text: payload, until: null });
  const send = (body: string, threadRootId?: string) =>
    mallory.procedures.messages.send.mutate({
      ...{ id: v7(), conversationId, body },
      ...(threadRootId ? { threadRootId } : {}),
    });
  const bodies = [
    payload,
    script,
    "[click](javascript:window.slipped=1)",
    '![x](x" onerror="window.slipped=1)',
    `\`\`\`html\n${script}\n\`\`\``,
    `https://example.org/"onmouseover="window.slipped=1`,
    "data:text/html,<script>window.slipped=1</script>",
    `**${payload}** _${script}_ \`${payload}\``,
  ];
  const sent = [];
  for (const body of bodies) sent.push(await send(body));
  await send(payload, sent[0]?.id);

  const messageId = sent[0]?.id ?? "";
  await victim.procedures.moderation.reportMessage.mutate({
    ...{ conversationId, messageId, category: "other", text: `${payload} ${script}` },
  });
  const administration = await openAs(administrator);
  const { reports } = await administration.procedures.admin.moderation.list.query({});
  const report = reports.find((each) => JSON.stringify(each).includes(mallory.person.id));
  // What administrators write is no better.
  const { admin } = administration.procedures;
  await admin.filters.save.mutate({
    ...{ kind: "phrase", text: `phrase ${payload}`, action: "flag", enabled: false },
  });
  await admin.moderation.templates.save.mutate({ title: `Answer ${payload}`, body: `${payload} ${script}` });
  await admin.broadcasts.send.mutate({
    ...{ id: v7(), title: `Notice ${payload}`, body: `${payload} ${script}` },
    ...{ important: false, audience: "moderator" },
  });
  const pages = [
    { who: victim, path: "/c/search?q=onerror" },
    { who: administration, path: `/admin/moderation/reports/${report?.id}` },
    { who: administration, path: `/admin/people/${mallory.person.id}` },
    { who: administration, path: `/admin/conversations/${conversationId}` },
    { who: administration, path: "/admin/moderation/filters" },
    { who: administration, path: "/admin/moderation/answers" },
    { who: administration, path: "/admin/broadcasts" },
    { who: victim, path: `/c/${conversationId}` },
    { who: victim, path: "/c" },
    { who: administration, path: "/admin/security/sessions?q=Mallory" },
    { who: administration, path: "/admin/people?show=all&q=Mallory" },
  ];
  for (const { who, path } of pages) {
    const page = await who.context.newPage();
    const violations = await watchViolations(page);
    await page.goto(path);
    await expect(page.getByText("onerror", { exact: false }).first()).toBeVisible();
    expect(await page.evaluate(() => (window as { slipped?: number }).slipped)).toBeUndefined();
    // Nothing had to be stopped: there was nothing that could have run.
    expect(violations).toEqual([]);
    await expect(page.locator("a[href^='javascript:'], a[href^='data:']")).toHaveCount(0);
    await page.close();
  }
});
