import { expect, type Page } from "@playwright/test";
import postgres from "postgres";
import { list, log, open, say, shownTexts } from "./chat";
import { type SignedIn, test } from "./fixtures";
import { databaseUrl } from "./product";

const groupCount = 1_000;
const messageCount = 100_000;
/** So many rows of a list are on a page at most, however long it is. */
const mostRows = 120;

/** A thousand groups of one person, the latest of which holds a hundred thousand messages. Returns its id. */
async function fill({ person }: SignedIn): Promise<string> {
  const sql = postgres(databaseUrl(), { max: 1 });
  try {
    return await sql.begin(async (tx) => {
      const groups = await tx<{ id: string }[]>`
        insert into conversations (kind, visibility, name, last_activity_at)
        select 'group', 'private', 'Long list ' || lpad(n::text, 4, '0'), now() - n * interval '1 minute'
        from generate_series(1, ${groupCount}) n returning id`;
      await tx`
        insert into conversation_members (conversation_id, user_id, role)
        select id, ${person.id}, 'owner' from jsonb_to_recordset(${tx.json([...groups])}) as g (id uuid)`;
      const id = groups[0]?.id as string;
      await tx`
        insert into messages (id, conversation_id, seq, revision, author_id, body, created_at)
        select uuidv7(), ${id}, n, n, ${person.id}, 'number ' || n, now() - (${messageCount}::int - n + 60) * interval '1 second'
        from generate_series(1, ${messageCount}::int) n`;
      await tx`update conversations set last_seq = ${messageCount}, revision = ${messageCount} where id = ${id}`;
      await tx`update conversation_members set last_read_seq = ${messageCount} where conversation_id = ${id}`;
      return id;
    });
  } finally {
    await sql.end();
  }
}

const numbers = async (page: Page) =>
  (await shownTexts(page)).flatMap((text) => text.match(/^number (\d+)$/)?.[1] ?? []).map(Number);

/** What is shown is one stretch of the history, in its order, and little of it. */
async function expectOneStretch(page: Page) {
  const all = await numbers(page);
  // The row that the keys start from stays on the page wherever it is.
  const shown = all.filter((n, i) => n !== messageCount || i === 0 || all[i - 1] === n - 1);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.length).toBeLessThan(mostRows);
  expect(shown).toEqual(shown.map((_, i) => (shown[0] as number) + i));
}

test("a thousand conversations and a hundred thousand messages are shown a screen at a time", async ({
  openAsNewPerson,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const id = await fill(ada);
  const { page } = ada;
  await open(page, id);
  await expect(log(page).getByText(`number ${messageCount}`, { exact: true })).toBeVisible();
  await expectOneStretch(page);

  // The whole list is there, by the keyboard and by its filter, and only what is in sight is on the page.
  const rows = list(page).getByRole("link", { name: /^Long list/ });
  await expect(list(page).getByRole("status")).toContainText("1,000 conversations");
  expect(await rows.count()).toBeLessThan(mostRows);
  await rows.first().focus();
  await page.keyboard.press("End");
  await expect(list(page).getByRole("link", { name: /^Long list 1000/ })).toBeFocused();
  expect(await rows.count()).toBeLessThan(mostRows);
  await list(page).getByRole("searchbox").fill("list 0777");
  await expect(rows).toHaveCount(1);
  await list(page).getByRole("searchbox").fill("");

  // Back by the wheel through several pages that are read on the way.
  await log(page).hover();
  const oldest = async () => Math.min(...(await numbers(page)));
  await expect
    .poll(
      async () => {
        for (let i = 0; i < 10; i++) await page.mouse.wheel(0, -3_000);
        return oldest();
      },
      { timeout: 60_000, intervals: [100] },
    )
    .toBeLessThan(messageCount - 300);
  await expectOneStretch(page);

  // To the very first message, and from there to the newest, where writing goes on.
  await page.goto(`/c/${id}/1`);
  await expect(log(page).getByText("number 1", { exact: true })).toBeVisible();
  await expectOneStretch(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Jump to newest" }).click();
  await expect(log(page).getByText(`number ${messageCount}`, { exact: true })).toBeVisible();
  await expectOneStretch(page);
  await say(page, "and one more");
  await expect(log(page).getByText("and one more")).toBeVisible();
  await expect(rows.first()).toContainText("and one more");
});
