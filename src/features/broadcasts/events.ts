/** On the console's channel of jobs: what was sent, or is to be, is read anew. */
export const broadcastsChanged = "broadcasts.changed";
