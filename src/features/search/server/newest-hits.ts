import { type ExpectedRows, expectRows } from "./expect-rows";
import { type Hit, indexQuery, type Searched, type Sought, stretchQuery } from "./hit-statements";
import { rowsOf } from "./rows-of";

/** A stretch of time is so much longer than is expected to be needed, so that mostly one is enough. */
const reserve = 1.5;
/**
 * Messages are not said evenly, so that what was expected is corrected by what was found: the first stretch is so many times
 * shorter than should be needed, and no other is more than so many times as long as all before it.
 */
const growth = 4;
/** So few messages are read at once; fewer would not be worth asking again. */
const worthAsking = 200;
const dayMs = 86_400_000;

/**
 * The newest messages that match: all of them, or the newest `most`; newest first.
 *
 * There are two ways to them. To look through the searcher's own messages, one stretch of time after the other from the
 * newest on, which soon finds enough of a common word and reads everything for a rare one. And to ask the text index,
 * which leads to everybody's matches of all times at once: few of a rare word. At each step that way is taken which is
 * expected to read less for what is still missing, by what the planner knows of the words and by what was found so far: a
 * word that is common elsewhere, but not here, is looked for about as long as the index needs, not longer.
 */
export async function newestHits(sought: Sought, most: number): Promise<Hit[]> {
  // Few messages are pinned, and they have an index of their own.
  if (sought.pinned) return rowsOf<Hit>(stretchQuery(sought, { from: sought.since, to: null }, most));
  const words = await expectRows(sought.conditions);
  const { newest, oldest, ...all } = spread(sought);
  const perMs = all.perMs * words.listed;
  const hits: Hit[] = [];
  let looked = 0;
  let to: Date | null = null;
  for (;;) {
    const missing = most - hits.length;
    const end: number = to?.getTime() ?? newest;
    const left = Math.max(1, (end - oldest) * perMs);
    const needed = Math.min((reserve * missing) / shareSeen(words, hits.length, looked), left);
    if (words.indexed && words.indexed.rows < needed) {
      return hits.concat(await rowsOf<Hit>(indexQuery(sought, words.indexed.by, to, missing)));
    }
    const first = Math.max(needed / growth, worthAsking, sought.conversations.length);
    const read = Math.min(needed, looked === 0 ? first : growth * looked);
    const start = Math.floor(end - read / perMs);
    const from: Date | null = start > oldest ? new Date(start) : sought.since;
    hits.push(...(await rowsOf<Hit>(stretchQuery(sought, { from, to }, missing))));
    if (start <= oldest || hits.length >= most) return hits;
    looked += read;
    to = from;
  }
}

/** Which share of the messages matches: what was expected counts as much as the messages in which one hit was. */
const shareSeen = ({ share }: ExpectedRows, found: number, looked: number) =>
  (found + 1) / (looked + 1 / share);

/** Between which moments about how many messages a millisecond were said. */
function spread({ conversations, since, before, cursor }: Sought) {
  const latest = Math.max(...conversations.map((each) => each.lastActivityAt.getTime()));
  const first = Math.min(...conversations.map((each) => each.createdAt.getTime()));
  const perMs = (each: Searched) => each.length / Math.max(dayMs, latest - each.createdAt.getTime());
  return {
    newest: Math.min(
      latest,
      before?.getTime() ?? Infinity,
      cursor ? new Date(cursor.createdAt).getTime() : Infinity,
    ),
    oldest: since?.getTime() ?? first,
    perMs: Math.max(
      1 / dayMs,
      conversations.reduce((sum, each) => sum + perMs(each), 0),
    ),
  };
}
