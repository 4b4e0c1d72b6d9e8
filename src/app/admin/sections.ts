import {
  BanIcon,
  EyeIcon,
  FlagIcon,
  GaugeIcon,
  LayoutDashboardIcon,
  ListChecksIcon,
  type LucideIcon,
  MegaphoneIcon,
  MessagesSquareIcon,
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
    key: "overview",
    sections: [{ key: "dashboard", href: "/admin", icon: LayoutDashboardIcon, permission: "dashboard.view" }],
  },
  {
    key: "community",
    sections: [
      { key: "people", href: "/admin/people", icon: UsersRoundIcon, permission: "people.view" },
      {
        key: "conversations",
        href: "/admin/conversations",
        icon: MessagesSquareIcon,
        permission: "conversations.view",
      },
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
      { key: "glass", href: "/admin/break-glass", icon: EyeIcon, permission: "conversations.break-glass" },
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
