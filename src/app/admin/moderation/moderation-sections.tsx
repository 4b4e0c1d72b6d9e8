"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Messages } from "@/i18n/messages";
import { cn } from "@/lib/cn";
import { can, type Permission, type Role } from "@/lib/permissions";

const places: {
  key: keyof Messages["moderation"]["sections"];
  href: string;
  within: string;
  permission: Permission;
}[] = [
  {
    key: "reports",
    href: "/admin/moderation",
    within: "/admin/moderation/reports",
    permission: "reports.handle",
  },
  {
    key: "held",
    href: "/admin/moderation/held",
    within: "/admin/moderation/held",
    permission: "reports.handle",
  },
  {
    key: "filters",
    href: "/admin/moderation/filters",
    within: "/admin/moderation/filters",
    permission: "message-filters.manage",
  },
  {
    key: "answers",
    href: "/admin/moderation/answers",
    within: "/admin/moderation/answers",
    permission: "answer-templates.manage",
  },
];

/** Leads through what moderation has, as far as one's role reaches. */
export function ModerationSections({ role }: { role: Role }) {
  const t = useTranslations("moderation.sections");
  const path = usePathname();
  const permitted = places.filter(({ permission }) => can({ role }, permission));
  if (permitted.length < 2) return null;
  return (
    <nav aria-label={t("label")} className="-mx-4 mb-5 overflow-x-auto border-b px-4 md:-mx-8 md:px-8">
      <ul className="flex gap-5">
        {permitted.map(({ key, href, within }) => {
          const current = path === href || path.startsWith(within);
          return (
            <li key={key}>
              <Link
                href={href}
                aria-current={current ? "page" : undefined}
                className={cn(
                  "-mb-px block whitespace-nowrap border-transparent border-b-2 py-2.5 text-muted-foreground text-sm hover:text-foreground",
                  current && "border-primary font-medium text-foreground",
                )}
              >
                {t(key)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
