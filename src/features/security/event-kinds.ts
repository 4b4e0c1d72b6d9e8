/**
 * Everything that raises a security event: how alarming it is (0 to 100), and whether the address that it
 * came from is blocked for a while where the settings say so. A kind exists only if something raises it.
 */
export const securityEventKinds = {
  /** Somebody has to wait after too many wrong passwords. */
  "sign-in.locked-out": { score: 20, blocks: false },
  /** One address signs in to many accounts. */
  "sign-in.many-accounts": { score: 40, blocks: false },
  /** One account is used from many countries. */
  "sign-in.many-countries": { score: 60, blocks: false },
  /** One address fails at many accounts. */
  "sign-in.sprayed": { score: 70, blocks: true },
  /** One account is used at two places, with too little time in between to have travelled. */
  "sign-in.impossible-travel": { score: 75, blocks: false },
  /** One address looks for the weak points of other products. */
  "address.scanned": { score: 60, blocks: true },
  /** A token that had been replaced came back: two parties hold tokens of one session. */
  "session.token-reused": { score: 90, blocks: false },
} as const satisfies Record<string, { score: number; blocks: boolean }>;

export type SecurityEventKind = keyof typeof securityEventKinds;
export const securityEventKindNames = Object.keys(securityEventKinds) as SecurityEventKind[];
