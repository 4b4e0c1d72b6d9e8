import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import type { ErrorCode } from "@/lib/error-codes";

const codes: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  UNAUTHENTICATED: "UNAUTHORIZED",
  ACCOUNT_PENDING: "FORBIDDEN",
  ACCOUNT_NOT_ACTIVE: "FORBIDDEN",
  INVALID_CREDENTIALS: "UNAUTHORIZED",
  SIGN_UP_CLOSED: "FORBIDDEN",
  EMAIL_TAKEN: "CONFLICT",
  USERNAME_TAKEN: "CONFLICT",
  LINK_INVALID: "NOT_FOUND",
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  BAD_ORIGIN: "FORBIDDEN",
  BAD_INPUT: "BAD_REQUEST",
  MESSAGE_TOO_LONG: "BAD_REQUEST",
  MESSAGE_ID_TAKEN: "CONFLICT",
  REPLY_TARGET_MISSING: "BAD_REQUEST",
  ALREADY_DONE: "CONFLICT",
  INTERNAL: "INTERNAL_SERVER_ERROR",
};

/** The transport's code for a refusal; it decides the HTTP status. */
export function transportCode(code: ErrorCode): TRPC_ERROR_CODE_KEY {
  return codes[code];
}
