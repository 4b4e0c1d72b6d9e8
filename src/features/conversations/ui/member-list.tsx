"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ErrorState } from "@/components/error-state";
import { SubmitButton } from "@/components/submit-button";
import { Skeleton } from "@/components/ui/skeleton";
import { usePersonName } from "@/components/use-person-name";
import { PersonAvatar } from "@/features/presence/ui/person-avatar";
import { useProblem } from "@/trpc/use-problem";
import type { ConversationSummary } from "../dto";
import { MemberMenu } from "./member-menu";
import { PersonButton } from "./person-card/person-button";
import { useMembers } from "./use-members";

/** Who takes part in a group, in the order they joined. */
export function MemberList({
  group,
  ownId,
  action,
}: {
  group: ConversationSummary;
  ownId: string;
  action?: ReactNode;
}) {
  const personName = usePersonName();
  const t = useTranslations("conversations.details");
  const problem = useProblem();
  const { members, total, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMembers(
    group.id,
  );
  return (
    <section aria-labelledby="members-heading" className="border-t px-4 py-4">
      <div className="flex min-h-8 items-center justify-between gap-2 ps-2">
        <h3 id="members-heading" className="font-medium text-sm">
          {total === undefined ? t("membersTitle") : t("members", { count: total })}
        </h3>
        {action}
      </div>
      {members ? (
        <ul className="mt-2">
          {members.map((member) => (
            <li key={member.id} className="flex items-center gap-3 rounded-md px-2 py-1.5">
              <PersonAvatar id={member.id} name={personName(member)} size="sm" />
              <span className="grid min-w-0 flex-1">
                <span className="flex gap-1 text-sm">
                  <PersonButton person={member} className="truncate font-medium">
                    <bdi>{personName(member)}</bdi>
                  </PersonButton>
                  {member.id === ownId && <span className="text-muted-foreground">({t("you")})</span>}
                </span>
                <bdi className="truncate text-muted-foreground text-xs">@{member.username}</bdi>
              </span>
              {member.role !== "member" && (
                <span className="rounded-full bg-secondary px-2 py-0.5 text-secondary-foreground text-xs">
                  {t(`role.${member.role}`)}
                </span>
              )}
              <MemberMenu group={group} member={member} self={member.id === ownId} />
            </li>
          ))}
        </ul>
      ) : error ? (
        <ErrorState title={problem(error).text} onRetry={() => void refetch()} />
      ) : (
        <div aria-hidden="true" className="mt-3 grid gap-3 px-2">
          <Skeleton className="h-7 w-3/4" />
          <Skeleton className="h-7 w-1/2" />
          <Skeleton className="h-7 w-2/3" />
        </div>
      )}
      {hasNextPage && (
        <SubmitButton
          variant="ghost"
          size="sm"
          className="mt-2 w-full"
          pending={isFetchingNextPage}
          pendingText={t("loading")}
          onClick={() => void fetchNextPage()}
        >
          {t("more")}
        </SubmitButton>
      )}
    </section>
  );
}
