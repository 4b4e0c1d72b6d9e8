"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { cn } from "@/lib/cn";
import { sections } from "./sections";

/** The account's parts: a column beside them, a row above them where there is no room. */
export function AccountNavigation() {
  const t = useTranslations("account.area");
  const path = usePathname();
  const list = useRef<HTMLUListElement>(null);
  // Where the row is longer than a phone is wide.
  useEffect(() => {
    const current = list.current?.querySelector(`[href="${path}"]`);
    current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [path]);
  return (
    <nav aria-label={t("sections")} className="max-md:-mx-4 max-md:overflow-x-auto max-md:px-4">
      <ul ref={list} className="flex gap-1 max-md:w-max md:grid">
        {sections.map(({ key, href, icon: Icon }) => {
          const current = path === href;
          return (
            <li key={key}>
              <Link
                href={href}
                aria-current={current ? "page" : undefined}
                className={cn(
                  "flex h-9 items-center gap-3 whitespace-nowrap rounded-md px-3 text-sm hover:bg-accent max-md:h-11 max-md:scroll-mx-4 [&>svg]:size-4 [&>svg]:shrink-0",
                  current && "bg-accent font-medium",
                )}
              >
                <Icon aria-hidden="true" />
                {t(`section.${key}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
