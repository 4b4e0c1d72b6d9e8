import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ExplainedError } from "@/lib/explained-error";
import { writePrivateFile } from "./write-private-file";

const random = (bytes: number) => () => randomBytes(bytes).toString("hex");

const GENERATORS = {
  auditSigningKey: random(32),
  authSecret: random(32),
  databasePassword: random(24),
  soketiAppId: random(8),
  soketiAppKey: random(16),
  soketiAppSecret: random(32),
} as const;

export type Secrets = Record<keyof typeof GENERATORS, string>;

/** The secrets of this instance, each generated the first time it is needed, readable by the owner alone. */
export function requireSecrets(dataDir: string): Secrets {
  const file = join(dataDir, "secrets.json");
  const known = existsSync(file) ? parse(file) : {};
  const missing = Object.entries(GENERATORS).filter(
    ([name]) => typeof known[name] !== "string" || !known[name],
  );
  if (missing.length > 0) {
    for (const [name, generate] of missing) known[name] = generate();
    writePrivateFile(file, `${JSON.stringify(known, null, 2)}\n`);
  }
  return known as Secrets;
}

function parse(file: string): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (content && typeof content === "object" && !Array.isArray(content)) return { ...content };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ExplainedError(
    `${file} is damaged: restore it from a copy, or delete it to have new secrets made, which signs everybody out.`,
  );
}

type OwnSecrets = { AUTH_SECRET: string; AUDIT_SIGNING_KEY: string };

/** The secrets that server processes need: those of the environment, else the instance's own. */
export function ownSecrets(settings: Partial<OwnSecrets>, dataDir: string): OwnSecrets {
  return {
    AUTH_SECRET: settings.AUTH_SECRET ?? requireSecrets(dataDir).authSecret,
    AUDIT_SIGNING_KEY: settings.AUDIT_SIGNING_KEY ?? requireSecrets(dataDir).auditSigningKey,
  };
}
