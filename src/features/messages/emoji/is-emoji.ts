// A variable, because the compiler knows this flag only for later versions of the language.
const unicodeSets = "v" as string;
let recommended: RegExp | undefined;

/** One emoji as Unicode recommends it for general interchange: no text, no sequence of several. */
export function isEmoji(text: string): boolean {
  // Made when it is needed: it holds all emoji, and no page needs it at first.
  recommended ??= new RegExp("^\\p{RGI_Emoji}$", unicodeSets);
  return recommended.test(text);
}
