"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback } from "react";
import { usePersonName } from "@/components/use-person-name";
import type { UserSummary } from "@/features/users/dto";
import type { SystemEvent } from "../system-event";
import { useDuration } from "./use-duration";

/** Puts what the system noted into words, in the reader's language and from where they stand. */
export function useSystemText(ownId: string): (event: SystemEvent, author: UserSummary) => string {
  const t = useTranslations("groups.system");
  const nameOf = usePersonName();
  const format = useFormatter();
  const duration = useDuration();
  return useCallback(
    (event, author) => {
      const who = { self: author.id === ownId ? "yes" : "no", name: nameOf(author) };
      const target = (person: UserSummary) => ({
        ...who,
        target: person.id === ownId ? "self" : "other",
        person: nameOf(person),
      });
      switch (event.type) {
        case "renamed":
          return t("renamed", { ...who, from: event.from, to: event.to });
        case "visibility-set":
          return t(event.visibility, who);
        case "announcements-set":
          return t(event.on ? "announcementsOn" : "announcementsOff", who);
        case "slow-mode-set":
          return event.seconds > 0
            ? t("slowMode", { ...who, duration: duration(event.seconds) })
            : t("slowModeOff", who);
        case "joined":
          return t(event.byLink ? "joinedByLink" : "joined", who);
        case "added": {
          const names = event.people.map(nameOf);
          const more = event.count - names.length;
          const people = format.list(more > 0 ? [...names, t("more", { count: more })] : names);
          return t("added", { ...who, people });
        }
        case "removed":
          return t("removed", target(event.person));
        case "role-set": {
          const key = { owner: "madeOwner", admin: "madeAdmin", member: "madeMember" } as const;
          return t(key[event.role], target(event.person));
        }
        case "handed-over":
          return t("handedOver", target(event.person));
        default:
          return t(event.type, who);
      }
    },
    [t, nameOf, format, duration, ownId],
  );
}
