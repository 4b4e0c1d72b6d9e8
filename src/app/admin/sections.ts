import { FlagIcon, type LucideIcon, Settings2Icon, UsersRoundIcon } from "lucide-react";
import type { Permission } from "@/lib/permissions";

type Section = {
  key: "people" | "moderation" | "settings";
  href: string;
  icon: LucideIcon;
  permission: Permission;
};

/** The console's sections in the order of its navigation; `key` names their text. People see those they may use. */
export const sections: Section[] = [
  { key: "people", href: "/admin/people", icon: UsersRoundIcon, permission: "people.view" },
  { key: "moderation", href: "/admin/moderation", icon: FlagIcon, permission: "reports.handle" },
  { key: "settings", href: "/admin/settings", icon: Settings2Icon, permission: "settings.manage" },
];
