export const presenceChannelPrefix = "private-presence-";
export const personChannelPrefix = "private-person-";

/** Whether one person is here, and their status; whoever shares their own presence may listen. */
export const presenceChannel = (userId: string) => `${presenceChannelPrefix}${userId}`;

/** One person's status and name, and nothing of whether they are here; everybody who is signed in may listen. */
export const personChannel = (userId: string) => `${personChannelPrefix}${userId}`;
