"use client";

import { useTranslations } from "next-intl";
import { BackLink } from "@/components/back-link";
import { trpc } from "@/trpc/react";
import type { AdminConversationDetail } from "../../dto";
import { useAdminConversationName } from "./use-admin-conversation-name";

/** What a conversation is called, as it is called now, and the way back to all of them. */
export function ConversationTitle({ initial }: { initial: AdminConversationDetail }) {
  const t = useTranslations("oversight.conversations");
  const nameOf = useAdminConversationName();
  const { data = initial } = trpc.admin.conversations.get.useQuery(
    { conversationId: initial.id },
    { initialData: initial },
  );
  return (
    <header className="mb-6">
      <BackLink href="/admin/conversations">{t("back")}</BackLink>
      <h1 className="wrap-anywhere font-semibold text-2xl tracking-tight">
        <bdi>{nameOf(data)}</bdi>
      </h1>
    </header>
  );
}
