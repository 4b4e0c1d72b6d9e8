const attendedLock = "offchat-attended";
/** The tabs of a device learn of the same event within this time, in milliseconds. */
const claimMs = 5_000;

/** Whether this page can be seen. */
export const isAttended = () => document.visibilityState === "visible";

/** Lets the other tabs of this device know while this one can be seen. Returns how to stop. */
export function shareAttention(): () => void {
  // Locks exist over HTTPS and on the machine itself only: elsewhere each tab is for itself.
  if (!navigator.locks) return () => {};
  let release: (() => void) | null = null;
  const follow = () => {
    if (isAttended() === (release !== null)) return;
    release?.();
    release = null;
    if (!isAttended()) return;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    void navigator.locks.request(attendedLock, { mode: "shared" }, () => held);
  };
  follow();
  document.addEventListener("visibilitychange", follow);
  return () => {
    document.removeEventListener("visibilitychange", follow);
    release?.();
  };
}

/** Whether this tab is the one of its device to tell of `key`: one that can be seen, else whichever asks first. */
export async function isTeller(key: string): Promise<boolean> {
  if (isAttended() || !navigator.locks) return true;
  const { held } = await navigator.locks.query();
  if (held?.some((lock) => lock.name === attendedLock)) return false;
  return new Promise((resolve) => {
    void navigator.locks.request(`offchat-tell-${key}`, { ifAvailable: true }, async (lock) => {
      resolve(lock !== null);
      if (lock) await new Promise((done) => setTimeout(done, claimMs));
    });
  });
}
