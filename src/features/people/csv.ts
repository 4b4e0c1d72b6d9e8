/** What a file of people may hold at most. */
export const csvRowsMaximum = 10_000;
export const csvBytesMaximum = 5_000_000;

/** What an import does with a row; a refused one is not done, with the reason. */
export type CsvFate = "create" | "update" | "unchanged" | "refused";

/** The columns that count, by what a header may call them; others are left alone. */
export const csvColumns = {
  username: ["username", "user name", "benutzername"],
  displayName: ["displayname", "display name", "name", "anzeigename"],
  email: ["email", "e-mail", "e-mail address", "e-mail-adresse"],
  role: ["role", "rolle"],
} as const;
