/** Where the links of a text lead: every host that stands in it, with or without `https://`, in lower case. */
export function linkHosts(text: string): string[] {
  const hosts = new Set<string>();
  for (const part of text.replace(/\p{Cf}/gu, "").split(/[\s<>()[\]{}"'`,;|*]+/u)) {
    const host = /[.。．｡]/u.test(part) ? hostOf(part) : null;
    if (host) hosts.add(host);
  }
  return [...hosts];
}

/** The host of an address, as a browser would read it, or null for what is none. */
export function hostOf(address: string): string | null {
  const afterScheme = address.includes("://") ? address.slice(address.indexOf("://") + 3) : address;
  const authority = afterScheme.split(/[/?#\\]/, 1)[0] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  try {
    // Other spellings of the same host (capitals, full-width dots, umlauts) become one.
    const { hostname } = new URL(`http://${host}`);
    const plain = hostname.replace(/^www\./, "").replace(/\.+$/, "");
    return plain.includes(".") ? plain : null;
  } catch {
    return null;
  }
}
