"use client";

import { EllipsisIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { ConversationMember, ConversationRole, ConversationSummary } from "../dto";
import { canHandOver, canRemoveMember, canSetRole } from "../policy";

const ConfirmDialog = dynamic(() => import("@/components/confirm-dialog").then((m) => m.ConfirmDialog), {
  ssr: false,
});

const ReportDialog = dynamic(
  () => import("@/features/reports/ui/report-dialog").then((m) => m.ReportDialog),
  {
    ssr: false,
  },
);

const roleTexts = { owner: "makeOwner", admin: "makeAdmin", member: "makeMember" } as const;
const roles = Object.keys(roleTexts) as ConversationRole[];

/** What can be done with a member of a group; nothing where the viewer may do nothing. */
export function MemberMenu({
  group,
  member,
  self,
}: {
  group: ConversationSummary;
  member: ConversationMember;
  self: boolean;
}) {
  const personName = usePersonName();
  const t = useTranslations("groups.member");
  const reports = useTranslations("reports");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState<"remove" | "handOver" | "report" | null>(null);
  const setRole = trpc.conversations.setRole.useMutation();
  const remove = trpc.conversations.removeMember.useMutation();
  const handOver = trpc.conversations.handOver.useMutation();
  const target = { role: member.role, self };
  const input = { conversationId: group.id, userId: member.id };
  const name = personName(member);
  const done = () => void utils.conversations.members.invalidate({ conversationId: group.id });

  const mayRemove = canRemoveMember(group, target);
  const mayHandOver = canHandOver(group, target);
  const otherRoles = canSetRole(group) ? roles.filter((role) => role !== member.role) : [];
  if (self && !mayRemove && !mayHandOver && otherRoles.length === 0) return null;

  const confirm =
    (act: { mutateAsync: (input: { conversationId: string; userId: string }) => Promise<void> }) =>
    async () => {
      try {
        await act.mutateAsync(input);
      } catch (error) {
        return problem(error).text;
      }
      done();
      return undefined;
    };
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t("menu", { name })}>
            <EllipsisIcon aria-hidden="true" />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {otherRoles.map((role) => (
            <DropdownMenuItem
              key={role}
              onSelect={() =>
                setRole.mutate(
                  { ...input, role },
                  { onSuccess: done, onError: (error) => void notify("error", problem(error).text) },
                )
              }
            >
              {t(roleTexts[role])}
            </DropdownMenuItem>
          ))}
          {mayHandOver && (
            <DropdownMenuItem onSelect={() => setAsking("handOver")}>{t("handOver")}</DropdownMenuItem>
          )}
          {!self && (
            <DropdownMenuItem onSelect={() => setAsking("report")}>{reports("report")}</DropdownMenuItem>
          )}
          {mayRemove && (
            <>
              {otherRoles.length > 0 && <DropdownMenuSeparator />}
              <DropdownMenuItem variant="destructive" onSelect={() => setAsking("remove")}>
                {t("remove")}
              </DropdownMenuItem>
            </>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      {asking === "report" && (
        <ReportDialog target={{ kind: "user", userId: member.id, name }} onClose={() => setAsking(null)} />
      )}
      {asking === "remove" && (
        <ConfirmDialog
          open
          onOpenChange={() => setAsking(null)}
          title={t("removeTitle", { name })}
          description={t("removeMeaning", { name })}
          confirmText={t("removeConfirm")}
          pendingText={t("removing")}
          destructive
          onConfirm={confirm(remove)}
        />
      )}
      {asking === "handOver" && (
        <ConfirmDialog
          open
          onOpenChange={() => setAsking(null)}
          title={t("handOverTitle", { name, group: group.name ?? "" })}
          description={t("handOverMeaning", { name })}
          confirmText={t("handOverConfirm")}
          pendingText={t("handingOver")}
          onConfirm={confirm(handOver)}
        />
      )}
    </>
  );
}
