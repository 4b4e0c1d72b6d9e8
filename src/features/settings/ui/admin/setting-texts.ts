import type { SettingKey } from "../../dto";
import { settingsRegistry } from "../../registry";
import { securityNumbers } from "../../security-numbers";
import type { NumberSettingKey } from "./settings-form-values";

/** What a number counts, where its name alone does not say it. */
type Unit = "minute" | "hour" | "day" | "characters" | "members";
const units: Partial<Record<NumberSettingKey, Unit>> = {
  passwordMinimumLength: "characters",
  messageMaximumLength: "characters",
  messageDeletionMinutes: "minute",
  mentionEveryoneMaximumMembers: "members",
  tokenRotationMinutes: "minute",
  sessionIdleHours: "hour",
  sessionMaximumDays: "day",
  longestLockOutMinutes: "minute",
  automaticBlockMinutes: "minute",
  auditRetentionDays: "day",
};

/** Where the catalogues name what is not a number. */
const names: Record<Exclude<SettingKey, NumberSettingKey> | "logo", string> = {
  instanceName: "admin.settings.instanceName",
  logo: "instance.logo.file",
  signUpPolicy: "admin.settings.signUpPolicy",
  requireVerifiedEmail: "admin.settings.switch.requireVerifiedEmail",
  linkPreviews: "admin.settings.switch.linkPreviews",
  apiOrigins: "admin.settings.apiOrigins",
  initialNotificationLevel: "instance.notifications.level",
  initialSounds: "instance.notifications.sounds",
  initialPushText: "instance.notifications.text",
  initialDigest: "instance.notifications.digest",
  mailReplyTo: "instance.mail.replyTo",
  mailFooter: "instance.mail.footer",
  maintenanceMode: "instance.maintenance.on",
  maintenanceMessage: "instance.maintenance.message",
  maintenanceUntil: "instance.maintenance.until",
  breakGlassNeedsSecondAdmin: "instance.privacy.second",
  breakGlassTellsOwners: "instance.privacy.tells",
  secondFactorForAdmins: "factors.settings.secondFactorForAdmins",
  secondFactorForModerators: "factors.settings.secondFactorForModerators",
  secondFactorForUsers: "factors.settings.secondFactorForUsers",
};

/** Where the catalogues name the choices of a setting. */
const choices: Partial<Record<SettingKey, string>> = {
  signUpPolicy: "admin.settings.policy",
  initialNotificationLevel: "instance.notifications.levels",
  initialDigest: "instance.notifications.digests",
  breakGlassTellsOwners: "instance.privacy.when",
};

const shownWithLimits: readonly string[] = Object.values(securityNumbers).flat();

/** Where the catalogues name a setting; null for what is none (any more). */
export function namePathOf(key: string): string | null {
  if (Object.hasOwn(names, key)) return names[key as keyof typeof names];
  if (!Object.hasOwn(settingsRegistry, key)) return null;
  return shownWithLimits.includes(key) ? `security.limits.number.${key}` : `admin.settings.number.${key}`;
}

/** Where the catalogues name a value of a setting that has choices; null for other settings. */
export function choicePathOf(key: string, value: unknown): string | null {
  return Object.hasOwn(choices, key) ? `${choices[key as keyof typeof choices]}.${value}` : null;
}

export function unitOf(key: string): Unit | null {
  return Object.hasOwn(units, key) ? (units[key as NumberSettingKey] ?? null) : null;
}
