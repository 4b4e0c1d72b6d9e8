/**
 * The input under which the whole page shares one list; the server reads the same one ahead. It fills the
 * screen many times over and stays small: what comes after it is asked for once the page works.
 */
export const conversationListInput = { limit: 100 } as const;

/** As many conversations as a page shows. */
export const conversationListMaximum = 1000;
