import pino, { type Logger } from "pino";
import { processSingleton } from "@/server/process-singleton";

/** The process's structured log. Never pass message bodies, passwords or tokens to it. */
export function log(): Logger {
  return processSingleton("log", () =>
    pino({
      level: process.env.LOG_LEVEL ?? "info",
      base: null,
      redact: ["password", "token", "authorization", "cookie", "*.password", "*.token", "*.authorization"],
    }),
  );
}
