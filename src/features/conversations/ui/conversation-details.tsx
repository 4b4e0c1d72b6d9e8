"use client";

import { HashIcon, LockIcon, UserPlusIcon, XIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PaneHeader } from "@/components/pane-header";
import { Button } from "@/components/ui/button";
import { conversationPath } from "../conversation-path";
import type { ConversationSummary } from "../dto";
import { canAddMembers, canLeave } from "../policy";
import { ConversationAvatar } from "./conversation-avatar";
import { ConversationLink } from "./conversation-link";
import { GroupManagement } from "./group-management";
import { LeaveGroup } from "./leave-group";
import { MemberList } from "./member-list";
import { ReportPerson } from "./report-person";

const AddMembersDialog = dynamic(() => import("./add-members-dialog").then((m) => m.AddMembersDialog), {
  ssr: false,
});

/** What a conversation is: its name, its purpose, who may find it and who takes part. */
export function ConversationDetails({
  conversation,
  name,
  ownId,
}: {
  conversation: ConversationSummary;
  name: string;
  ownId: string;
}) {
  const t = useTranslations("conversations.details");
  const [adding, setAdding] = useState(false);
  const { id, kind, visibility, description, counterpart } = conversation;
  return (
    <>
      <PaneHeader
        actions={
          <Button asChild variant="ghost" size="icon">
            <ConversationLink href={conversationPath(id)} up aria-label={t("close")}>
              <XIcon aria-hidden="true" />
            </ConversationLink>
          </Button>
        }
      >
        <h2 className="font-semibold">{t("title")}</h2>
      </PaneHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="flex flex-col items-center gap-3 px-6 py-8 text-center">
          <ConversationAvatar conversation={conversation} name={name} large />
          <div className="grid max-w-full gap-1">
            <p className="wrap-anywhere font-semibold text-lg" dir="auto">
              {name}
            </p>
            <p className="flex items-center justify-center gap-1.5 text-muted-foreground text-sm">
              {kind === "direct" ? (
                counterpart && <bdi>@{counterpart.username}</bdi>
              ) : visibility === "public" ? (
                <>
                  <HashIcon aria-hidden="true" className="size-3.5" />
                  {t("public")}
                </>
              ) : (
                <>
                  <LockIcon aria-hidden="true" className="size-3.5" />
                  {t("private")}
                </>
              )}
            </p>
          </div>
          {kind === "direct" && counterpart && counterpart.id !== ownId && (
            <ReportPerson person={counterpart} />
          )}
          {description && (
            <p className="wrap-anywhere whitespace-pre-wrap text-start text-sm" dir="auto">
              {description}
            </p>
          )}
        </div>
        {kind === "group" && (
          <MemberList
            group={conversation}
            ownId={ownId}
            action={
              canAddMembers(conversation) && (
                <Button variant="outline" size="sm" onClick={() => setAdding(true)}>
                  <UserPlusIcon aria-hidden="true" />
                  {t("addMembers")}
                </Button>
              )
            }
          />
        )}
        {kind === "group" && <GroupManagement group={conversation} name={name} />}
        {canLeave(conversation) && <LeaveGroup conversation={conversation} name={name} ownId={ownId} />}
      </div>
      {adding && <AddMembersDialog conversationId={id} name={name} onClose={() => setAdding(false)} />}
    </>
  );
}
