import {
  BanIcon,
  FlagIcon,
  GaugeIcon,
  ListChecksIcon,
  type LucideIcon,
  MegaphoneIcon,
  MonitorIcon,
  ScrollTextIcon,
  Settings2Icon,
  ShieldAlertIcon,
  UsersRoundIcon,
} from "lucide-react";
import type { Messages } from "@/i18n/messages";
import type { Permission } from "@/lib/permissions";

type Section = {
  /** names its text: `sections` in the `console` catalogue */
  key: keyof Messages["console"]["sections"];
  href: string;
  icon: LucideIcon;
  /** what the page behind it needs: whoever lacks it does not see the section */
  permission: Permission;
};

/** The console's sections by group, in the order of its navigation. A new one is a line here and a page behind `requirePermission`. */
export const sectionGroups: { key: keyof Messages["console"]["groups"]; sections: Section[] }[] = [
  {
    key: "community",
    sections: [
      { key: "people", href: "/admin/people", icon: UsersRoundIcon, permission: "people.view" },
      { key: "reports", href: "/admin/moderation", icon: FlagIcon, permission: "reports.handle" },
      { key: "broadcasts", href: "/admin/broadcasts", icon: MegaphoneIcon, permission: "broadcasts.send" },
    ],
  },
  {
    key: "security",
    sections: [
      { key: "events", href: "/admin/security/events", icon: ShieldAlertIcon, permission: "security.view" },
      { key: "sessions", href: "/admin/security/sessions", icon: MonitorIcon, permission: "security.view" },
      { key: "blocks", href: "/admin/security/blocks", icon: BanIcon, permission: "security.view" },
      { key: "limits", href: "/admin/security/limits", icon: GaugeIcon, permission: "settings.manage" },
      { key: "audit", href: "/admin/audit", icon: ScrollTextIcon, permission: "audit.view" },
    ],
  },
  {
    key: "instance",
    sections: [
      { key: "jobs", href: "/admin/jobs", icon: ListChecksIcon, permission: "jobs.view" },
      { key: "settings", href: "/admin/settings", icon: Settings2Icon, permission: "settings.manage" },
    ],
  },
];

export const sections = sectionGroups.flatMap((group) => group.sections);
