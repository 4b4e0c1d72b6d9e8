const parts = /^([^/]+)(?:\/(\d{1,3}))?$/;

/**
 * Whether a text is an IP address or a network such as `10.0.0.0/8` or `2001:db8::/32`. For browsers: the
 * server checks by its schema, which pages that only list things need not load.
 */
export function isNetwork(text: string): boolean {
  const [, address = "", bits] = text.trim().match(parts) ?? [];
  const length = bits === undefined ? 0 : Number(bits);
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    const numbers = address.split(".");
    return length <= 32 && numbers.every((part) => Number(part) <= 255 && String(Number(part)) === part);
  }
  return /^[0-9a-f:.]+$/i.test(address) && URL.canParse(`http://[${address}]`) && length <= 128;
}
