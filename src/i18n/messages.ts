import type { Locale } from "@/lib/locales";
import type account from "./en/account.json";
import type admin from "./en/admin.json";
import type audit from "./en/audit.json";
import type auth from "./en/auth.json";
import type broadcasts from "./en/broadcasts.json";
import type chat from "./en/chat.json";
import type commands from "./en/commands.json";
import type common from "./en/common.json";
import type compose from "./en/compose.json";
import type console from "./en/console.json";
import type conversations from "./en/conversations.json";
import type crash from "./en/crash.json";
import type dashboard from "./en/dashboard.json";
import type errors from "./en/errors.json";
import type factors from "./en/factors.json";
import type groups from "./en/groups.json";
import type instance from "./en/instance.json";
import type jobs from "./en/jobs.json";
import type mail from "./en/mail.json";
import type moderation from "./en/moderation.json";
import type notifications from "./en/notifications.json";
import type oversight from "./en/oversight.json";
import type people from "./en/people.json";
import type presence from "./en/presence.json";
import type profile from "./en/profile.json";
import type reports from "./en/reports.json";
import type search from "./en/search.json";
import type security from "./en/security.json";
import type table from "./en/table.json";

/** English is the source: what it holds is what every other language must hold. */
export type Messages = {
  account: typeof account;
  admin: typeof admin;
  audit: typeof audit;
  auth: typeof auth;
  broadcasts: typeof broadcasts;
  chat: typeof chat;
  commands: typeof commands;
  common: typeof common;
  compose: typeof compose;
  console: typeof console;
  conversations: typeof conversations;
  crash: typeof crash;
  dashboard: typeof dashboard;
  errors: typeof errors;
  factors: typeof factors;
  groups: typeof groups;
  jobs: typeof jobs;
  oversight: typeof oversight;
  people: typeof people;
  instance: typeof instance;
  moderation: typeof moderation;
  mail: typeof mail;
  notifications: typeof notifications;
  presence: typeof presence;
  reports: typeof reports;
  profile: typeof profile;
  security: typeof security;
  search: typeof search;
  table: typeof table;
};
export type Namespace = keyof Messages;

export const namespaces: Namespace[] = [
  "account",
  "admin",
  "audit",
  "auth",
  "broadcasts",
  "chat",
  "commands",
  "common",
  "compose",
  "console",
  "conversations",
  "crash",
  "dashboard",
  "errors",
  "factors",
  "groups",
  "jobs",
  "oversight",
  "people",
  "instance",
  "moderation",
  "mail",
  "notifications",
  "presence",
  "reports",
  "profile",
  "security",
  "search",
  "table",
];

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

/** Every text of the interface in one language. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const catalogues = await Promise.all(
    namespaces.map(async (namespace) => {
      const catalogue = await import(`./${locale}/${namespace}.json`);
      return [namespace, catalogue.default] as const;
    }),
  );
  return Object.fromEntries(catalogues) as Messages;
}
