/** Settings that are whole numbers and that the console's page about rate limits shows, with what they lead to. */
export const securityNumbers = {
  limits: [
    "signInsPerMinute",
    "registrationsPerHour",
    "linkUsesPerMinute",
    "mailRequestsPerHour",
    "messagesPerMinute",
    "searchesPerMinute",
    "reportsPerHour",
    "requestsPerMinute",
  ],
  suspicion: [
    "sprayedLoginsPerHour",
    "accountsPerAddressPerHour",
    "countriesPerDay",
    "travelKilometresPerHour",
    "probesPerMinute",
    "automaticBlockMinutes",
  ],
} as const;
