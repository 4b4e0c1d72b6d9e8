"use client";

import { HashIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { UserAvatar } from "@/components/user-avatar";
import type { JumpTargets } from "../dto";
import { useOpenTarget } from "./use-open-target";

/** As many of each as stand above the messages. */
const shown = 4;

/** People and groups whose names were meant, each leading to its conversation. */
export function NameHits({ people, groups }: JumpTargets) {
  const t = useTranslations("search");
  const { openPerson, openGroup } = useOpenTarget();
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
      {groups.length > 0 && (
        <Names title={t("groups")}>
          {groups.slice(0, shown).map((group) => (
            <NameHit
              key={group.id}
              icon={<HashIcon aria-hidden="true" className="size-4" />}
              name={group.name}
              hint={group.joined ? null : t("join")}
              onOpen={() => openGroup(group)}
            />
          ))}
        </Names>
      )}
      {people.length > 0 && (
        <Names title={t("people")}>
          {people.slice(0, shown).map(({ id, displayName, username }) => (
            <NameHit
              key={id}
              icon={<UserAvatar id={id} name={displayName} size="sm" />}
              name={displayName}
              hint={`@${username}`}
              onOpen={() => openPerson(id)}
            />
          ))}
        </Names>
      )}
    </div>
  );
}

function Names({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="px-3 pb-1 font-medium text-muted-foreground text-xs">{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function NameHit({
  icon,
  name,
  hint,
  onOpen,
}: {
  icon: ReactNode;
  name: string;
  hint: string | null;
  onOpen: () => void;
}) {
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="flex w-full items-center gap-3 rounded-md px-3 py-1.5 text-start text-sm hover:bg-message-hover"
      >
        <span className="flex size-7 shrink-0 items-center justify-center rounded-lg bg-secondary text-secondary-foreground">
          {icon}
        </span>
        <bdi className="truncate font-medium">{name}</bdi>
        {hint && <bdi className="ms-auto shrink-0 text-muted-foreground text-xs">{hint}</bdi>}
      </button>
    </li>
  );
}
