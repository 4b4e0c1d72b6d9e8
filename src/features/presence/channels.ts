export const presenceChannelPrefix = "private-presence-";

/** Whether one person is here, and their status; everybody who is signed in may listen. */
export const presenceChannel = (userId: string) => `${presenceChannelPrefix}${userId}`;
