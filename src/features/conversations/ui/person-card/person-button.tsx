"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { usePersonName } from "@/components/use-person-name";
import type { UserSummary } from "@/features/users/dto";
import { cn } from "@/lib/cn";
import { useOpenPersonCard } from "./person-card-context";

type Props = { person: UserSummary } & Omit<ComponentProps<"button">, "onClick">;

/** Somebody's name or picture: a click shows who they are. */
export function PersonButton({ person, className, children, ...props }: Props) {
  const personName = usePersonName();
  const t = useTranslations("conversations.person");
  const open = useOpenPersonCard();
  if (!open) return <span className={className}>{children}</span>;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={t("open", { name: personName(person) })}
      {...props}
      onClick={(event) => open(person.id, event.currentTarget)}
      className={cn("min-w-0 cursor-pointer rounded text-start hover:underline", className)}
    >
      {children}
    </button>
  );
}
