/** What a reporter is told besides the outcome, and a person in a warning, in characters. */
export const answerMaximum = 2_000;
