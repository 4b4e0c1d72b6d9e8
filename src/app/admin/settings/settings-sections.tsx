"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";

const places = [
  { key: "general", href: "/admin/settings" },
  { key: "notifications", href: "/admin/settings/notifications" },
  { key: "mail", href: "/admin/settings/mail" },
  { key: "maintenance", href: "/admin/settings/maintenance" },
  { key: "privacy", href: "/admin/settings/private-conversations" },
] as const;

/** Leads through the sections of the settings. */
export function SettingsSections() {
  const t = useTranslations("instance.sections");
  const path = usePathname();
  return (
    <nav aria-label={t("label")} className="-mx-4 mb-5 overflow-x-auto border-b px-4 md:-mx-8 md:px-8">
      <ul className="flex gap-5">
        {places.map(({ key, href }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={path === href ? "page" : undefined}
              className={cn(
                "-mb-px block whitespace-nowrap border-transparent border-b-2 py-2.5 text-muted-foreground text-sm hover:text-foreground",
                path === href && "border-primary font-medium text-foreground",
              )}
            >
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
