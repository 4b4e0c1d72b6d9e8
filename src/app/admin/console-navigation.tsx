"use client";

import { ArrowLeftIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { cn } from "@/lib/cn";
import { can, type Role } from "@/lib/permissions";
import { sectionGroups } from "./sections";

const entry =
  "flex h-8.5 items-center gap-3 rounded-md px-3 text-sm max-md:h-11 hover:bg-sidebar-accent hover:text-sidebar-accent-foreground [&>svg]:size-4 [&>svg]:shrink-0";

/** The console's sections by group, those that the role may use, and the way back to the chat. */
export function ConsoleNavigation({ role, onNavigate }: { role: Role; onNavigate?: () => void }) {
  const t = useTranslations("console");
  const admin = useTranslations("admin");
  const id = useId();
  const path = usePathname();
  const groups = sectionGroups
    .map(({ key, sections }) => ({
      key,
      sections: sections.filter(({ permission }) => can({ role }, permission)),
    }))
    .filter(({ sections }) => sections.length > 0);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3">
      <nav aria-label={admin("sections")} className="grid gap-4">
        {groups.map(({ key, sections }) => (
          <div key={key}>
            <p id={`${id}-${key}`} className="px-3 pb-1 font-medium text-muted-foreground text-xs">
              {t(`groups.${key}`)}
            </p>
            <ul aria-labelledby={`${id}-${key}`} className="grid gap-0.5">
              {sections.map(({ key: section, href, icon: Icon }) => {
                const current = path === href || (href !== "/admin" && path.startsWith(`${href}/`));
                return (
                  <li key={section}>
                    <Link
                      href={href}
                      onClick={onNavigate}
                      aria-current={current ? "page" : undefined}
                      className={cn(
                        entry,
                        current && "bg-sidebar-accent font-medium text-sidebar-accent-foreground",
                      )}
                    >
                      <Icon aria-hidden="true" />
                      {t(`sections.${section}`)}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
      </nav>
      <Link href="/" className={cn(entry, "mt-auto shrink-0")}>
        <ArrowLeftIcon aria-hidden="true" className="rtl:rotate-180" />
        {admin("chat")}
      </Link>
    </div>
  );
}
