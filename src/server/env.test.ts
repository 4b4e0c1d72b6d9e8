import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EnvError, parseEnv, parseSettings, variables } from "./env";

const complete = {
  DATABASE_URL: "postgres://offchat:pw@127.0.0.1:5432/offchat",
  SOKETI_HOST: "127.0.0.1",
  SOKETI_PORT: "6001",
  SOKETI_APP_ID: "id",
  SOKETI_APP_KEY: "key",
  SOKETI_APP_SECRET: "secret",
  AUTH_SECRET: "s".repeat(32),
  AUDIT_SIGNING_KEY: "0a".repeat(32),
};

function complaintsOf(record: Record<string, string>, parse: typeof parseSettings = parseSettings): string {
  try {
    parse(record);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return (error as EnvError).message;
  }
  throw new Error("It was accepted");
}

describe("parseSettings", () => {
  it("needs nothing to be set", () => {
    expect(parseSettings({})).toMatchObject({
      PORT: 3000,
      APP_URL: "http://localhost:3000",
      OFFCHAT_DATA_DIR: ".data",
      DATABASE_POOL_SIZE: 20,
      LOG_LEVEL: "info",
      WORKER: "inline",
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(parseSettings({ PORT: "", ADMIN_EMAIL: "", ADMIN_PASSWORD: "" })).toMatchObject({ PORT: 3000 });
  });

  it("derives the address from the port, and reduces a given one to its origin", () => {
    expect(parseSettings({ PORT: "8080" }).APP_URL).toBe("http://localhost:8080");
    expect(parseSettings({ APP_URL: "https://Chat.Example.org/" }).APP_URL).toBe("https://chat.example.org");
  });

  it("names everything that is wrong at once", () => {
    const message = complaintsOf({
      PORT: "70000",
      APP_URL: "https://chat.example.org/path",
      DATABASE_URL: "mysql://db/offchat",
      PUBLIC_SOKETI_URL: "http://push.example.org",
      AUTH_SECRET: "short",
      LOG_LEVEL: "loud",
      WORKER: "maybe",
      DATABASE_POOL_SIZE: "many",
    });
    expect(message.split("\n")).toEqual([
      "The environment is not right:",
      "  PORT must be a whole number from 1 to 65535",
      "  APP_URL must be the address in people's browsers, such as https://chat.example.org, without a path",
      "  DATABASE_URL must be the address of a PostgreSQL database, such as postgres://user:password@host:5432/name",
      "  DATABASE_POOL_SIZE must be a whole number from 2 to 1000",
      "  PUBLIC_SOKETI_URL must be the address at which browsers reach Soketi, such as wss://push.example.org",
      "  AUTH_SECRET must have at least 32 characters",
      "  LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent",
      "  WORKER must be one of inline, off, only",
    ]);
  });

  it("wants groups whole", () => {
    expect(complaintsOf({ SOKETI_HOST: "h", SOKETI_PORT: "6001", SOKETI_APP_ID: "1" })).toContain(
      "SOKETI_APP_KEY, SOKETI_APP_SECRET are missing: set all of",
    );
    expect(complaintsOf({ ADMIN_EMAIL: "a@example.org" })).toContain("ADMIN_PASSWORD is missing");
  });

  it("wants one mail server and a sender, or no mail at all", () => {
    const server = { SMTP_URL: "smtps://name:secret@mail.example.org" };
    const MAIL_FROM = "OffChat <chat@example.org>";
    expect(parseSettings({ ...server, MAIL_FROM })).toMatchObject({ ...server, MAIL_FROM, SMTP_PORT: 587 });
    expect(parseSettings({ SMTP_HOST: "mail", MAIL_FROM: "chat@example.org" }).SMTP_HOST).toBe("mail");
    expect(complaintsOf(server)).toContain("MAIL_FROM is missing");
    expect(complaintsOf({ MAIL_FROM })).toContain("MAIL_FROM needs SMTP_URL or SMTP_HOST");
    expect(complaintsOf({ ...server, SMTP_HOST: "mail", MAIL_FROM })).toContain("set one of them");
    expect(complaintsOf({ SMTP_HOST: "mail", SMTP_USER: "u", MAIL_FROM })).toContain(
      "SMTP_PASSWORD is missing",
    );
    const wrong = complaintsOf({ SMTP_URL: "https://name:secret@mail.example.org", MAIL_FROM: "OffChat" });
    expect(wrong).toContain("SMTP_URL must be the address of a mail server");
    expect(wrong).toContain("MAIL_FROM must be an e-mail address");
    expect(wrong).not.toContain("secret@");
  });

  it("asks for a long enough password and does not repeat the one it was given", () => {
    const message = complaintsOf({ ADMIN_EMAIL: "a@example.org", ADMIN_PASSWORD: "hunter2" });
    expect(message).toContain("ADMIN_PASSWORD must have at least 12 characters");
    expect(message).not.toContain("hunter2");
  });
});

describe("parseEnv", () => {
  it("accepts what `npm start` supplies", () => {
    expect(parseEnv(complete)).toMatchObject({ ...complete, SOKETI_PORT: 6001 });
  });

  it("names everything that a process started by itself lacks", () => {
    const message = complaintsOf({}, parseEnv);
    for (const name of Object.keys(complete)) expect(message).toContain(`${name} is missing`);
  });
});

it(".env.example lists exactly the variables that are read", () => {
  const listed = [...readFileSync(".env.example", "utf8").matchAll(/^#?([A-Z][A-Z_]*)=/gm)].map(
    ([, name]) => name,
  );
  expect(listed.sort()).toEqual(Object.keys(variables.shape).sort());
});
