import { z } from "zod";
import { ExplainedError } from "@/lib/explained-error";
import { type Network, parseNetwork } from "@/server/http/network";

const text = (what: string) => z.string({ error: what }).min(1, what);
const wholeNumber = (least: number, most: number) => {
  const what = `must be a whole number from ${least} to ${most}`;
  return z
    .string(what)
    .regex(/^\d+$/, what)
    .transform(Number)
    .pipe(z.number().min(least, what).max(most, what));
};
const address = (what: string, protocols: string[]) =>
  text(what).refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), what);
const origin = "must be the address in people's browsers, such as https://chat.example.org, without a path";
const sender = "must be an e-mail address, also with a name: OffChat <chat@example.org>";

const networks = z
  .string()
  .transform((value) => value.split(",").map((part) => parseNetwork(part.trim())))
  .refine(
    (parsed) => !parsed.includes(null),
    "must be addresses or ranges with commas, such as 10.0.0.0/8, ::1",
  )
  .transform((parsed) => parsed as Network[]);

const issuer =
  "must be the issuer of an OpenID provider, such as https://id.example.org (http only on this machine)";
const isLoopback = (value: string) =>
  URL.canParse(value) && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(value).hostname);

/** Every variable that OffChat reads. What each is for stands in `.env.example`. */
export const variables = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: text("must be an address of this machine, such as 127.0.0.1").optional(),
  APP_URL: address(origin, ["http:", "https:"])
    .refine((value) => URL.canParse(value) && /^\/?$/.test(value.slice(new URL(value).origin.length)), origin)
    .transform((value) => new URL(value).origin)
    .optional(),
  TRUSTED_PROXIES: networks.default([]),
  OFFCHAT_DATA_DIR: text("must be a folder").default(".data"),
  DATABASE_URL: address(
    "must be the address of a PostgreSQL database, such as postgres://user:password@host:5432/name",
    ["postgres:", "postgresql:"],
  ).optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 1_000).default(20),
  REDIS_URL: address("must be the address of a Redis server, such as redis://:password@host:6379", [
    "redis:",
    "rediss:",
  ]).optional(),
  SOKETI_HOST: text("must be the host name on which the server reaches Soketi").optional(),
  SOKETI_PORT: wholeNumber(1, 65_535).optional(),
  SOKETI_APP_ID: text("must be the id of Soketi's app").optional(),
  SOKETI_APP_KEY: text("must be the key of Soketi's app").optional(),
  SOKETI_APP_SECRET: text("must be the secret of Soketi's app").optional(),
  PUBLIC_SOKETI_URL: address(
    "must be the address at which browsers reach Soketi, such as wss://push.example.org",
    ["ws:", "wss:"],
  ).optional(),
  PUSH_SERVICES: z
    .string()
    .transform((value) => value.split(",").map((part) => part.trim()))
    .refine(
      (parts) => parts.every((part) => URL.canParse(part) && new URL(part).origin === part),
      "must be addresses with commas, such as https://push.example.org",
    )
    .default([]),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  AUDIT_SIGNING_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be 32 bytes as 64 hexadecimal digits")
    .optional(),
  ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
  ADMIN_PASSWORD: z.string().min(12, "must have at least 12 characters").optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "must be one of trace, debug, info, warn, error, fatal, silent",
    })
    .default("info"),
  WORKER: z.enum(["inline", "off", "only"], { error: "must be one of inline, off, only" }).default("inline"),
  SMTP_URL: address("must be the address of a mail server, such as smtps://user:password@mail.example.org", [
    "smtp:",
    "smtps:",
  ]).optional(),
  SMTP_HOST: text("must be the host name of a mail server").optional(),
  SMTP_PORT: wholeNumber(1, 65_535).default(587),
  SMTP_USER: text("must be the name to sign in to the mail server with").optional(),
  SMTP_PASSWORD: text("must be the password to sign in to the mail server with").optional(),
  OIDC_ISSUER: address(issuer, ["http:", "https:"])
    .refine((value) => !/^http:/i.test(value) || isLoopback(value), issuer)
    .optional(),
  OIDC_CLIENT_ID: text("must be the name under which the OpenID provider knows OffChat").optional(),
  OIDC_CLIENT_SECRET: text("must be the secret that the OpenID provider gave OffChat").optional(),
  OIDC_NAME: z.string().max(40, "must have at most 40 characters").optional(),
  MAIL_FROM: text(sender)
    .refine(
      (value) => z.email().safeParse(value.match(/<([^<>]*)>\s*$/)?.[1] ?? value.trim()).success,
      sender,
    )
    .optional(),
});

/** What an operator sets: the services and the secret may be left to OffChat. */
export type Settings = z.output<typeof variables> & { APP_URL: string };

const suppliedByStart = [
  "DATABASE_URL",
  "SOKETI_HOST",
  "SOKETI_PORT",
  "SOKETI_APP_ID",
  "SOKETI_APP_KEY",
  "SOKETI_APP_SECRET",
  "AUTH_SECRET",
  "AUDIT_SIGNING_KEY",
] as const;

/** What a running server process has: everything that `npm start` supplies is there. */
export type Env = Settings & Required<Pick<Settings, (typeof suppliedByStart)[number]>>;

/** Names every wrong or missing variable at once, never a value: values may be secret. */
export class EnvError extends ExplainedError {
  override name = "EnvError";

  constructor(complaints: string[]) {
    super(`The environment is not right:\n${complaints.map((each) => `  ${each}`).join("\n")}`);
  }
}

type Variables = Record<string, string | undefined>;

/** Reads an operator's variables; an empty one counts as not set. Throws an EnvError. */
export function parseSettings(record: Variables): Settings {
  const { settings, complaints } = read(record);
  if (complaints.length > 0 || !settings) throw new EnvError(complaints);
  return settings;
}

/** Reads the variables of a server process, in which nothing may be missing. Throws an EnvError. */
export function parseEnv(record: Variables): Env {
  const { settings, complaints } = read(record);
  for (const name of suppliedByStart) {
    if (!record[name]) complaints.push(`${name} is missing (\`npm start\` supplies it)`);
  }
  if (complaints.length > 0 || !settings) throw new EnvError([...new Set(complaints)]);
  return settings as Env;
}

let current: Env | undefined;

/** The variables of this process, read once. Throws an EnvError. */
export function env(): Env {
  current ??= parseEnv(process.env);
  return current;
}

function read(record: Variables): { settings: Settings | null; complaints: string[] } {
  const set = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ""));
  const { success, data, error } = variables.safeParse(set);
  const complaints = success ? [] : error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  complaints.push(
    ...incomplete(set, [
      "SOKETI_HOST",
      "SOKETI_PORT",
      "SOKETI_APP_ID",
      "SOKETI_APP_KEY",
      "SOKETI_APP_SECRET",
    ]),
    ...incomplete(set, ["ADMIN_EMAIL", "ADMIN_PASSWORD"]),
    ...incomplete(set, ["SMTP_USER", "SMTP_PASSWORD"]),
    ...incompleteMail(set),
    ...incomplete(set, ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"]),
    ...(set.OIDC_NAME && !set.OIDC_ISSUER ? ["OIDC_NAME needs OIDC_ISSUER beside it"] : []),
  );
  const settings = data ? { ...data, APP_URL: data.APP_URL ?? `http://localhost:${data.PORT}` } : null;
  return { settings, complaints: [...new Set(complaints)] };
}

/** All or none: names what is missing of a group of which something is set. */
function incomplete(set: Variables, group: string[]): string[] {
  const missing = group.filter((name) => !set[name]);
  if (missing.length === 0 || missing.length === group.length) return [];
  const verb = missing.length === 1 ? "is" : "are";
  return [`${missing.join(", ")} ${verb} missing: set all of ${group.join(", ")}, or none of them`];
}

/** Mail needs one server and a sender, or nothing at all. */
function incompleteMail({ SMTP_URL, SMTP_HOST, MAIL_FROM }: Variables): string[] {
  if (SMTP_URL && SMTP_HOST) return ["SMTP_URL and SMTP_HOST name a mail server each: set one of them"];
  if ((SMTP_URL || SMTP_HOST) && !MAIL_FROM) return ["MAIL_FROM is missing: mail needs a sender"];
  if (MAIL_FROM && !SMTP_URL && !SMTP_HOST) return ["MAIL_FROM needs SMTP_URL or SMTP_HOST beside it"];
  return [];
}
