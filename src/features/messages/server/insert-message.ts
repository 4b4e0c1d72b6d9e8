import { conversationChannel } from "@/features/conversations/channels";
import type { Actor } from "@/server/context";
import { publishCommitted } from "@/server/db/transaction";
import { isRefusedByDatabase } from "@/server/db/violated-constraint";
import { processSingleton } from "@/server/process-singleton";
import { type InsertOutcome, insertMessages, mostMessages, type NewMessage } from "./insert-messages";

type Waiting = {
  author: Actor;
  message: NewMessage;
  resolve: (outcome: InsertOutcome) => void;
  reject: (error: unknown) => void;
  /** Whether it is to have a statement of its own, because something else had its conversation locked. */
  alone: boolean;
};

/** Statements at once in all: the others of the pool are for everything else. */
const mostStatements = 5;
/** After so many milliseconds a statement is taken to wait for somebody else's lock, and others go past it. */
const patience = 10;

/**
 * Sends a message, and announces it. Messages that come while others are being stored share the next statement
 * (a group commit, as databases do with their log: https://www.postgresql.org/docs/current/wal-configuration.html):
 * a busy conversation commits once for many messages, and a quiet one does not wait. Of one author, and of one
 * conversation, only one statement is under way at a time.
 */
export function insertMessage(author: Actor, message: NewMessage): Promise<InsertOutcome> {
  return new Promise((resolve, reject) => {
    processSingleton("message-inserts", createCollector).add({
      author,
      message,
      resolve,
      reject,
      alone: false,
    });
  });
}

function createCollector() {
  let waiting: Waiting[] = [];
  const underWay = new Map<Waiting[], { since: number }>();
  let looking = false;

  function add(one: Waiting) {
    waiting.push(one);
    begin();
  }

  function begin() {
    while (waiting.length > 0 && hasRoom()) {
      const batch = takeBatch();
      if (batch.length === 0) return;
      underWay.set(batch, { since: performance.now() });
      void store(batch).then((held) => {
        underWay.delete(batch);
        waiting.unshift(...held.map((one) => ({ ...one, alone: true })));
        begin();
      });
    }
    if (looking || waiting.length === 0 || underWay.size >= mostStatements) return;
    looking = true;
    setTimeout(() => {
      looking = false;
      begin();
    }, patience);
  }

  /** One statement at a time stores most with each commit; those that wait for a lock are gone past. */
  function hasRoom(): boolean {
    const latest = performance.now() - patience;
    const isBrisk = [...underWay].some(([batch, { since }]) => since > latest && !batch[0]?.alone);
    return !isBrisk && underWay.size < mostStatements;
  }

  /** Takes, in their order, those that may share a statement now. */
  function takeBatch(): Waiting[] {
    const busy = [...underWay.keys()].flat();
    const conversations = new Set(busy.map(({ message }) => message.conversationId));
    const authors = new Set(busy.map(({ author }) => author.id));
    const ids = new Set(busy.map(({ message }) => message.id));
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    for (const one of waiting) {
      const { conversationId, id } = one.message;
      const fits =
        batch.length < (batch[0]?.alone ? 1 : mostMessages) &&
        !(one.alone && batch.length > 0) &&
        !conversations.has(conversationId) &&
        !authors.has(one.author.id) &&
        !ids.has(id);
      authors.add(one.author.id);
      ids.add(id);
      (fits ? batch : rest).push(one);
    }
    waiting = rest;
    return batch;
  }

  return { add };
}

/**
 * Stores what shares a statement. If the database refuses it for one of them, the others do not suffer for it.
 * @returns those whose conversation something else had locked
 */
async function store(batch: Waiting[]): Promise<Waiting[]> {
  try {
    const outcomes = await insertMessages(batch);
    publishCommitted(
      outcomes.flatMap(({ inserted }) =>
        inserted
          ? [
              {
                id: inserted.outboxId,
                channels: [conversationChannel(inserted.message.conversationId)],
                name: "message.created",
                data: { message: inserted.message },
              },
            ]
          : [],
      ),
      { leftToDo: outcomes[0]?.leftToDo ?? false },
    );
    for (const [index, { held, leftToDo, ...outcome }] of outcomes.entries()) {
      if (!held) batch[index]?.resolve(outcome);
    }
    return batch.filter((_, index) => outcomes[index]?.held);
  } catch (error) {
    if (batch.length > 1 && isRefusedByDatabase(error)) for (const one of batch) await store([one]);
    else for (const { reject } of batch) reject(error);
    return [];
  }
}
