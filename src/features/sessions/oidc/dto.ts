/** The signed-in person's own account at the OpenID provider. */
export type OwnIdentity = {
  /** What the provider is called; null: there is none at this instance. */
  provider: string | null;
  linked: {
    /** As which the provider knows them, where it says so. */
    label: string | null;
    since: string;
    lastUsedAt: string | null;
  } | null;
};
