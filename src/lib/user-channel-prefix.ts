/** What the channels of people's own devices begin with; the rest is the person's id. */
export const userChannelPrefix = "private-user-";
