/** Something to be done right after the change that it is stored with. */
export type FollowUp = { kind: string; data: object };
