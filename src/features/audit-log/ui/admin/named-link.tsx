"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Named } from "../../dto";
import { auditHref } from "./audit-view";
import { useActionTitle } from "./use-action-title";

const link = "underline-offset-4 hover:underline";

/** Who acted, leading to everything that they did. */
export function ActorLink({ actor }: { actor: Named | null }) {
  const t = useTranslations("audit");
  const { actorName } = useActionTitle();
  if (!actor) return <span className="text-muted-foreground">{t("nobody")}</span>;
  return (
    <Link href={auditHref({ actor: actor.id })} className={link}>
      <bdi>{actorName(actor)}</bdi>
    </Link>
  );
}

/** What it happened to, leading to everything that happened to it. */
export function TargetLink({ target }: { target: Named & { type: string } }) {
  const { targetTitle, targetName } = useActionTitle();
  return (
    <span className="inline-flex min-w-0 max-w-full items-baseline gap-1.5">
      <span className="shrink-0 text-muted-foreground text-xs">{targetTitle(target.type)}</span>
      <Link
        href={auditHref({ type: target.type, target: target.id })}
        className={`${link} max-w-56 truncate`}
        title={target.id}
      >
        <bdi>{targetName(target)}</bdi>
      </Link>
    </span>
  );
}
