import type { z } from "zod";
import type { LogoAddresses } from "./logo/logo-limits";
import type { Maintenance } from "./maintenance";
import type { settingsRegistry } from "./registry";

export type Settings = {
  [K in keyof typeof settingsRegistry]: z.infer<(typeof settingsRegistry)[K]["value"]>;
};
export type SettingKey = keyof Settings;

/** What anybody may know, signed in or not. */
export type PublicSettings = Pick<
  Settings,
  | "instanceName"
  | "signUpPolicy"
  | "passwordMinimumLength"
  | "messageMaximumLength"
  | "messageDeletionMinutes"
  | "mentionEveryoneMaximumMembers"
> & {
  /** What the OpenID provider is called with which people can sign in; null: there is none. */
  providerName: string | null;
  /** Whether this installation can send mail. */
  mailIsOn: boolean;
  maintenance: Maintenance | null;
  /** The instance's own logo. */
  logo: LogoAddresses | null;
};
