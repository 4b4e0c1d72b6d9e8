/** The keys of the field that messages are written in; the field reads them from here, and so does the help. */
export const writingKeys = {
  send: "Enter",
  newLine: "Shift+Enter",
  editLast: "ArrowUp",
  cancel: "Escape",
} as const;

export type WritingAct = keyof typeof writingKeys;
export const writingActs = Object.keys(writingKeys) as WritingAct[];
