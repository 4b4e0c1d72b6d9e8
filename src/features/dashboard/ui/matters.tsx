"use client";

import {
  BriefcaseIcon,
  CircleCheckIcon,
  EyeIcon,
  FlagIcon,
  HourglassIcon,
  type LucideIcon,
  ShieldAlertIcon,
  UserPlusIcon,
  WrenchIcon,
} from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type Matter, type MatterKind, mattersMost } from "../dto";

const places: Record<MatterKind, { href: string; icon: LucideIcon }> = {
  approvals: { href: "/admin/people?show=pending", icon: UserPlusIcon },
  reports: { href: "/admin/moderation", icon: FlagIcon },
  held: { href: "/admin/moderation/held", icon: HourglassIcon },
  glass: { href: "/admin/break-glass?status=requested", icon: EyeIcon },
  events: { href: "/admin/security/events?show=open", icon: ShieldAlertIcon },
  failedJobs: { href: "/admin/jobs?state=failed", icon: BriefcaseIcon },
  failedTasks: { href: "/admin/jobs", icon: WrenchIcon },
};

/** What waits for somebody, each leading to where it is done. */
export function Matters({ matters }: { matters: Matter[] }) {
  const t = useTranslations("dashboard.matters");
  const format = useFormatter();
  const waiting = matters.filter(({ count }) => count > 0);
  return (
    <section aria-labelledby="matters" className="grid gap-3">
      <h2 id="matters" className="font-semibold">
        {t("title")}
      </h2>
      <div aria-live="polite">
        {waiting.length === 0 ? (
          <p className="flex items-center gap-3 rounded-lg border bg-card p-4 text-sm">
            <CircleCheckIcon aria-hidden="true" className="size-5 text-success" />
            {t("nothing")}
          </p>
        ) : (
          <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
            {waiting.map(({ kind, count }) => {
              const { href, icon: Icon } = places[kind];
              return (
                <li key={kind}>
                  <Link
                    href={href}
                    className="flex h-full items-center gap-4 rounded-lg border bg-card p-4 hover:border-primary/50 hover:bg-accent"
                  >
                    <span className="flex size-10 shrink-0 items-center justify-center rounded-lg bg-warning/10 text-warning">
                      <Icon aria-hidden="true" className="size-5" />
                    </span>
                    <span className="grid min-w-0">
                      <span className="font-semibold text-2xl tabular-nums leading-tight">
                        {count < mattersMost ? format.number(count) : t("most", { count: mattersMost })}
                      </span>
                      <span className="text-pretty text-muted-foreground text-sm">{t(kind, { count })}</span>
                    </span>
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
      </div>
    </section>
  );
}
