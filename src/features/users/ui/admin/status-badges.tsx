"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { cn } from "@/lib/cn";
import type { AdminUser } from "../../dto";
import { canInviteUser } from "../../policy";

const colours: Record<AdminUser["status"] | "imported", string> = {
  pending: "border-warning/40 bg-warning/5 text-warning",
  active: "border-success/40 bg-success/5 text-success",
  suspended: "border-destructive/40 bg-destructive/5 text-destructive",
  banned: "border-destructive/40 bg-destructive/5 text-destructive",
  rejected: "border-destructive/40 bg-destructive/5 text-destructive",
  deactivated: "text-muted-foreground",
  imported: "text-muted-foreground",
};

/** What a person may do here, and whether an invitation of theirs waits to be used. */
export function StatusBadges({ person }: { person: AdminUser }) {
  const t = useTranslations("admin.people");
  const format = useFormatter();
  const timeZone = useLocalTimeZone();
  const status = canInviteUser(person) ? "imported" : person.status;
  return (
    <span className="flex flex-wrap gap-1.5">
      <Badge variant="outline" className={cn(colours[status])}>
        {t(`status.${status}`)}
      </Badge>
      {person.role !== "user" && <Badge variant="secondary">{t(`role.${person.role}`)}</Badge>}
      {person.invitedUntil && (
        <Badge
          variant="secondary"
          title={t("invitedUntil", {
            time: format.dateTime(new Date(person.invitedUntil), {
              dateStyle: "medium",
              timeStyle: "short",
              timeZone,
            }),
          })}
        >
          {t("invited")}
        </Badge>
      )}
    </span>
  );
}
