import pino, { type DestinationStream, type Logger } from "pino";
import { processSingleton } from "@/server/process-singleton";
import { describeError } from "./describe-error";

const secrets = ["password", "currentPassword", "newPassword", "token", "accessToken", "refreshToken"];
const headers = ["authorization", "cookie", "set-cookie"];
/** What people write, and what opens doors. */
const redacted = [...secrets, ...headers, "body"].flatMap((key) => [`["${key}"]`, `*["${key}"]`]);

/** The process's structured log. Never pass message bodies, passwords or tokens to it. */
export function log(): Logger {
  return processSingleton("log", () => createLog());
}

/** Makes a log that writes lines of JSON, to standard output unless told otherwise. */
export function createLog(destination?: DestinationStream): Logger {
  const options = {
    level: process.env.LOG_LEVEL ?? "info",
    base: null,
    redact: redacted,
    serializers: { err: (error: unknown) => describeError(error) },
  };
  return destination ? pino(options, destination) : pino(options);
}
