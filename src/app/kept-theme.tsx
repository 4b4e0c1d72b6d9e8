import type { Theme } from "@/lib/appearance";

/** Where the theme's library keeps what was chosen on a device. */
const storageKey = "theme";

/**
 * Brings the theme that the person chose on some device to this one, before the script that follows paints with it.
 */
export function KeptTheme({ theme, nonce }: { theme: Theme; nonce?: string }) {
  const script = `try{localStorage.setItem(${JSON.stringify(storageKey)},${JSON.stringify(theme)})}catch{}`;
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: one of three words of our own
      dangerouslySetInnerHTML={{ __html: script }}
    />
  );
}
