import { database } from "@/server/db/client";
import { securityEvents } from "@/server/db/schema/security";
import type { SecurityEventFilter } from "../../input";
import { matchSecurityEvents } from "./match-security-events";

/** How many security events a filter of the console matches. */
export function countSecurityEvents(filter: SecurityEventFilter): Promise<number> {
  return database().db.$count(securityEvents, matchSecurityEvents(filter));
}
