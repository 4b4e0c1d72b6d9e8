/** Upper bound of a message's text, in characters; the instance's own limit (a setting) is lower or equal. */
export const messageBodyMaximum = 20_000;
