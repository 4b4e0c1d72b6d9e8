export type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

export type Keys = { mod: boolean; shift: boolean; alt: boolean; key: string };

/** Reads keys as the registry writes them: `Mod+Shift+F`. */
export function parseKeys(keys: string): Keys {
  const parts = keys.split("+");
  const key = parts.pop() ?? "";
  return { mod: parts.includes("Mod"), shift: parts.includes("Shift"), alt: parts.includes("Alt"), key };
}

/** A key that writes something when nothing is held down with it. */
export const isCharacter = (keys: string) => {
  const { mod, alt, key } = parseKeys(keys);
  return !mod && !alt && key.length === 1;
};

/** Whether these keys were pressed, and no others with them. */
export function isPressed(keys: string, event: Pressed, apple: boolean): boolean {
  const { mod, shift, alt, key } = parseKeys(keys);
  const [held, foreign] = apple ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  if (held !== mod || foreign || event.altKey !== alt) return false;
  // Where a sign is on the keyboard, and whether it needs Shift, depends on the language.
  if (key.length === 1 && !/[a-z]/i.test(key)) return event.key === key;
  if (event.shiftKey !== shift) return false;
  if (key.length > 1) return event.key === key;
  // Layouts without Latin letters are known by the place of the key.
  const latin = /^[a-z]$/i.test(event.key);
  return latin ? event.key.toLowerCase() === key.toLowerCase() : event.code === `Key${key.toUpperCase()}`;
}
