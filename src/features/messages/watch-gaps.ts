import { type Completeness, hasGap } from "./timeline";

/** How long a change may overtake an earlier one before the client asks what it missed, in milliseconds. */
const graceMs = 300;

/**
 * Notices changes that do not come. A timeline that has waited for the same one through the grace asks what was
 * missed, however much comes after it meanwhile. While that is being asked anyway nobody asks again: what the answer
 * leaves open has the grace anew.
 * @param timelineOf what the client holds of a conversation now
 * @param isCatchingUp whether what was missed is asked for already, or is about to be
 */
export function watchGaps(
  timelineOf: (conversationId: string) => Completeness | undefined,
  catchUp: () => void,
  isCatchingUp: () => boolean,
): { look: (conversationId: string) => void; end: () => void } {
  /** Up to which revision each conversation with a gap is complete. */
  const waiting = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (conversationId: string) => {
    const timeline = timelineOf(conversationId);
    if (!timeline || !hasGap(timeline)) return;
    if (!waiting.has(conversationId)) waiting.set(conversationId, timeline.revision);
    timer ??= setTimeout(judge, graceMs);
  };
  const judge = () => {
    timer = undefined;
    const noted = [...waiting];
    waiting.clear();
    const isStuck = ([id, revision]: [string, number]) => timelineOf(id)?.revision === revision;
    const stuck = noted.filter(([id]) => hasGap(timelineOf(id) ?? { revision: 0 })).filter(isStuck);
    if (stuck.length > 0 && !isCatchingUp()) catchUp();
    else for (const [id] of noted) look(id);
  };

  return { look, end: () => clearTimeout(timer) };
}
