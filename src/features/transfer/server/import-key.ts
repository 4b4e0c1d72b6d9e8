/** What makes an import repeatable: a person or a channel by the system they come from and their name there. */
export const importKey = (source: string, name: string) => `${source}:${name}`;

/** The name within a key. A source holds no colon; a name may. */
export const nameOfKey = (key: string) => key.slice(key.indexOf(":") + 1);
