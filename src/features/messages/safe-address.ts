const schemes = new Set(["http:", "https:", "mailto:"]);

/** The address in its normal form if a link may lead there, else null: nothing that runs, nothing of this device. */
export function safeAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, href } = new URL(text);
  if (!schemes.has(protocol)) return null;
  return protocol === "mailto:" || hostname ? href : null;
}
