/** The input under which the whole page shares one list; the server reads the same one ahead. */
export const conversationListInput = { limit: 1000 } as const;
