/** People named in the summary of a thread: the first who replied. */
export const participantLimit = 5;

/** Threads with unread replies are counted up to this many. */
export const unreadThreadLimit = 99;
