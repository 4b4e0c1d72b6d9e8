/**
 * A path of this site to go on to, or the fallback for anything else: a link that leads to us must not be
 * able to lead on to another site.
 */
export function localPath(wanted: string | null | undefined, fallback: string): string {
  const base = "http://localhost";
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, base)) return fallback;
  const url = new URL(wanted, base);
  return url.origin === base && !url.pathname.startsWith("//") ? url.pathname + url.search : fallback;
}
