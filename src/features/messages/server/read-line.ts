import { and, gt, gte, lt, type SQL } from "drizzle-orm";
import { messages } from "@/server/db/schema/messages";
import type { MessagePage } from "../dto";
import type { ListMessagesInput } from "../input";
import { inLine, queryMessages } from "./queries";

type Line = { conversationId: string; threadRootId: string | null; revision: number };
type Range = Pick<ListMessagesInput, "before" | "after" | "around" | "limit">;

/**
 * A page of one line (the main line, or a thread's replies), oldest first: its newest messages, or those
 * before, after or around a `seq`. The caller has checked access, and read `revision` before.
 */
export async function readLine(line: Line, { before, after, around, limit }: Range): Promise<MessagePage> {
  const { conversationId, threadRootId, revision } = line;
  const query = (where: SQL | undefined, order: "newest first" | "oldest first", limit: number) =>
    queryMessages(conversationId, and(inLine(threadRootId), where), order, limit);
  const page = (messages: MessagePage["messages"], hasOlder: boolean, hasNewer: boolean) => ({
    threadRootId,
    messages,
    hasOlder,
    hasNewer,
    revision,
  });

  if (after !== undefined) {
    const rows = await query(gt(messages.seq, after), "oldest first", limit + 1);
    return page(rows.slice(0, limit), after > 0, rows.length > limit);
  }
  if (around !== undefined) {
    const half = Math.ceil(limit / 2);
    const [older, newer] = await Promise.all([
      query(lt(messages.seq, around), "newest first", half + 1),
      query(gte(messages.seq, around), "oldest first", half + 1),
    ]);
    return page(
      [...older.slice(0, half).reverse(), ...newer.slice(0, half)],
      older.length > half,
      newer.length > half,
    );
  }
  const older = before === undefined ? undefined : lt(messages.seq, before);
  const rows = await query(older, "newest first", limit + 1);
  return page(rows.slice(0, limit).reverse(), rows.length > limit, before !== undefined);
}
