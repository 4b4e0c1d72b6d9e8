"use client";

import { ArrowLeftIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/lib/cn";
import { can, type Role } from "@/lib/permissions";
import { sections } from "./sections";

const entry =
  "flex h-9 items-center gap-3 rounded-md px-3 text-sm max-md:h-11 hover:bg-sidebar-accent hover:text-sidebar-accent-foreground [&>svg]:size-4 [&>svg]:shrink-0";

/** The console's sections, and the way back to the chat. */
export function ConsoleNavigation({ role, onNavigate }: { role: Role; onNavigate?: () => void }) {
  const t = useTranslations("admin");
  const path = usePathname();
  const permitted = sections.filter(({ permission }) => can({ role }, permission));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3">
      <nav aria-label={t("sections")}>
        <ul className="grid gap-0.5">
          {permitted.map(({ key, href, icon: Icon }) => {
            const current = path === href || path.startsWith(`${href}/`);
            return (
              <li key={key}>
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
                  {t(`${key}.title`)}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <Link href="/" className={cn(entry, "mt-auto")}>
        <ArrowLeftIcon aria-hidden="true" className="rtl:rotate-180" />
        {t("chat")}
      </Link>
    </div>
  );
}
