import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/server/context";
import { callAs } from "@/testing/caller";
import { createGroup, createUser, sendText } from "@/testing/factories";

describe("listMessages", () => {
  let ada: Actor;
  let conversationId: string;

  beforeAll(async () => {
    ada = await createUser();
    conversationId = (await createGroup(ada)).id;
    for (let n = 1; n <= 10; n++) await sendText(ada, conversationId, String(n));
  });

  async function page(wanted: { before?: number; after?: number; around?: number; limit?: number }) {
    const { messages, ...rest } = await callAs(ada).messages.list({ conversationId, ...wanted });
    return { ...rest, seqs: messages.map((m) => m.seq) };
  }

  it.each([
    ["the newest", { limit: 3 }, [8, 9, 10], true, false],
    ["everything", {}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], false, false],
    ["exactly everything", { limit: 10 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], false, false],
    ["before", { before: 8, limit: 3 }, [5, 6, 7], true, true],
    ["before, at the start", { before: 3, limit: 3 }, [1, 2], false, true],
    ["before the first", { before: 1 }, [], false, true],
    ["after", { after: 2, limit: 3 }, [3, 4, 5], true, true],
    ["after nothing", { after: 0, limit: 3 }, [1, 2, 3], false, true],
    ["after, at the end", { after: 8, limit: 3 }, [9, 10], true, false],
    ["after the last", { after: 10 }, [], true, false],
    ["around", { around: 5, limit: 4 }, [3, 4, 5, 6], true, true],
    ["around the first", { around: 1, limit: 4 }, [1, 2], false, true],
    ["around the last", { around: 10, limit: 4 }, [8, 9, 10], true, false],
  ])("pages: %s", async (_, wanted, seqs, hasOlder, hasNewer) => {
    expect(await page(wanted)).toEqual({ seqs, hasOlder, hasNewer, revision: 10 });
  });

  it("refuses a page over the bound and two directions at once", async () => {
    await expect(page({ limit: 101 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(page({ before: 5, after: 2 })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});
