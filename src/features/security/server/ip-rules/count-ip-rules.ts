import { database } from "@/server/db/client";
import { ipRules } from "@/server/db/schema/security";
import type { IpRuleFilter } from "../../input";
import { matchIpRules } from "./match-ip-rules";

/** How many address rules a filter of the console matches. */
export function countIpRules(filter: IpRuleFilter): Promise<number> {
  return database().db.$count(ipRules, matchIpRules(filter));
}
