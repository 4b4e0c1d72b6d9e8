/** Different emoji on one message. */
export const reactionLimit = 20;

/** People named with each emoji of a message; the rest are counted, and listed on demand. */
export const reactorLimit = 25;
