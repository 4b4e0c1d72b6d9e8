/** Ends the session, then loads the sign-in page anew: nothing of this visitor stays in memory. */
export async function signOut(): Promise<void> {
  const nextAuth = await import("next-auth/react");
  await nextAuth.signOut({ redirect: false });
  window.location.assign("/sign-in");
}
