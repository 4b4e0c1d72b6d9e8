"use client";

import { ArchiveIcon, ArchiveRestoreIcon, LinkIcon, PencilIcon, Trash2Icon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { withDetails, withoutConversation } from "../conversation-list";
import { conversationListInput } from "../conversation-list-input";
import { listPath } from "../conversation-path";
import type { ConversationSummary } from "../dto";
import { canArchiveGroup, canDeleteGroup, canEditGroup, canInviteByLink, canUnarchiveGroup } from "../policy";
import { goTo } from "./go-to";

const ConfirmDialog = dynamic(() => import("@/components/confirm-dialog").then((m) => m.ConfirmDialog), {
  ssr: false,
});
const EditGroupDialog = dynamic(() => import("./edit-group-dialog").then((m) => m.EditGroupDialog), {
  ssr: false,
});
const LinksDialog = dynamic(() => import("../links/ui/links-dialog").then((m) => m.LinksDialog), {
  ssr: false,
});

type Props = { group: ConversationSummary; name: string };

/** What those who run a group can do with it; nothing for ordinary members. */
export function GroupManagement({ group, name }: Props) {
  const t = useTranslations("groups");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const [open, setOpen] = useState<"edit" | "links" | "archive" | "delete" | null>(null);
  const close = () => setOpen(null);
  const conversationId = group.id;
  const archive = trpc.conversations.archive.useMutation();
  const unarchive = trpc.conversations.unarchive.useMutation();
  const remove = trpc.conversations.delete.useMutation();
  const restore = trpc.conversations.restore.useMutation();
  const apply = (details: Parameters<typeof withDetails>[1]) =>
    utils.conversations.list.setData(conversationListInput, (list) => list && withDetails(list, details));
  const fail = (error: unknown) => void notify("error", problem(error).text);

  const confirmArchive = async () => {
    try {
      apply(await archive.mutateAsync({ conversationId }));
    } catch (error) {
      return problem(error).text;
    }
    return undefined;
  };
  const confirmDelete = async (reason: string) => {
    try {
      await remove.mutateAsync({ conversationId, reason: reason || undefined });
    } catch (error) {
      return problem(error).text;
    }
    goTo(listPath);
    utils.conversations.list.setData(
      conversationListInput,
      (list) => list && withoutConversation(list, conversationId),
    );
    const undo = {
      label: t("manage.undo"),
      onClick: () => restore.mutate({ conversationId }, { onError: fail }),
    };
    void notify("success", t("manage.deleted", { name }), { action: undo });
    return undefined;
  };

  const actions = [
    { key: "edit", icon: PencilIcon, shown: canEditGroup(group), onClick: () => setOpen("edit") },
    { key: "links", icon: LinkIcon, shown: canInviteByLink(group), onClick: () => setOpen("links") },
    { key: "archive", icon: ArchiveIcon, shown: canArchiveGroup(group), onClick: () => setOpen("archive") },
    {
      key: "unarchive",
      icon: ArchiveRestoreIcon,
      shown: canUnarchiveGroup(group),
      onClick: () => unarchive.mutate({ conversationId }, { onSuccess: apply, onError: fail }),
    },
    {
      key: "delete",
      icon: Trash2Icon,
      shown: canDeleteGroup({ role: "user" }, group),
      onClick: () => setOpen("delete"),
    },
  ] as const;
  const shown = actions.filter((action) => action.shown);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="manage-heading" className="border-t px-4 py-4">
      <h3 id="manage-heading" className="px-2 pb-1 font-medium text-sm">
        {t("manage.title")}
      </h3>
      {shown.map(({ key, icon: Icon, onClick }) => (
        <Button
          key={key}
          variant="ghost"
          className={
            key === "delete"
              ? "w-full justify-start px-2 text-destructive hover:text-destructive"
              : "w-full justify-start px-2"
          }
          onClick={onClick}
        >
          <Icon aria-hidden="true" />
          {key === "links" ? t("links.open") : t(`manage.${key}`)}
        </Button>
      ))}
      {open === "edit" && <EditGroupDialog group={group} onClose={close} />}
      {open === "links" && <LinksDialog conversationId={conversationId} name={name} onClose={close} />}
      {open === "archive" && (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={t("manage.archiveTitle", { name })}
          description={t("manage.archiveMeaning")}
          confirmText={t("manage.archive")}
          pendingText={t("manage.archiving")}
          onConfirm={confirmArchive}
        />
      )}
      {open === "delete" && (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={t("manage.deleteTitle", { name })}
          description={t("manage.deleteMeaning")}
          confirmText={t("manage.delete")}
          pendingText={t("manage.deleting")}
          reason="optional"
          destructive
          onConfirm={confirmDelete}
        />
      )}
    </section>
  );
}
