// A variable, because the compiler knows this flag only for later versions of the language.
const unicodeSets = "v" as string;
const recommended = new RegExp("^\\p{RGI_Emoji}$", unicodeSets);

/** One emoji as Unicode recommends it for general interchange: no text, no sequence of several. */
export const isEmoji = (text: string) => recommended.test(text);
