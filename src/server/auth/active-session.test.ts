import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { database } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { signInForCookie } from "@/testing/caller";
import { createUser } from "@/testing/factories";
import { forgetSessions, loadSession } from "./active-session";

it("is read once for requests that come together", async () => {
  const ada = await createUser();
  const { sessionId } = await signInForCookie(ada);
  forgetSessions({ sessionId });
  const [one, other] = await Promise.all([loadSession(sessionId), loadSession(sessionId)]);
  expect(one).toMatchObject({ id: sessionId, actor: { id: ada.id } });
  expect(one).toBe(other);
});

it.each(["session", "person"])(
  "is read anew after a change of the %s, whatever was being read",
  async (what) => {
    const ada = await createUser();
    const { sessionId } = await signInForCookie(ada);
    const change = what === "session" ? { sessionId } : { userId: ada.id };
    forgetSessions({ sessionId });
    const before = loadSession(sessionId);
    await database().db.update(sessions).set({ revokedAt: new Date() }).where(eq(sessions.id, sessionId));
    forgetSessions(change);
    expect(await loadSession(sessionId)).toBeNull();
    await before;
    expect(await loadSession(sessionId)).toBeNull();
  },
);
