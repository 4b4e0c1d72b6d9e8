/**
 * Every rate limit: the setting that says how often something may happen within `seconds`, and what is
 * counted. `person` counts whoever is signed in; `address` the address and the network around it, for
 * people who are not. A rule exists only if something enforces it.
 */
export const rateLimitRules = {
  /** Attempts to sign in, right or wrong. */
  signIn: { setting: "signInsPerMinute", seconds: 60, by: ["address"] },
  /** Attempts to create an account. */
  registration: { setting: "registrationsPerHour", seconds: 3600, by: ["address"] },
  /** Looking at or using one-time links: their secret cannot be guessed, trying costs work. */
  accountLink: { setting: "linkUsesPerMinute", seconds: 60, by: ["address"] },
  /** Asking for mail: forgotten passwords, and addresses to be confirmed. */
  accountMail: { setting: "mailRequestsPerHour", seconds: 3600, by: ["address"] },
  sending: { setting: "messagesPerMinute", seconds: 60, by: ["person"] },
  search: { setting: "searchesPerMinute", seconds: 60, by: ["person"] },
  /** Complaints about messages and people. */
  report: { setting: "reportsPerHour", seconds: 3600, by: ["person"] },
  /** Requests of any kind to the interface for programs. */
  request: { setting: "requestsPerMinute", seconds: 60, by: ["person", "address"] },
} as const;

export type RateLimitRule = keyof typeof rateLimitRules;

/** A network may do so many times what a single address of it may: there are several people in it. */
export const subnetFactor = 4;
