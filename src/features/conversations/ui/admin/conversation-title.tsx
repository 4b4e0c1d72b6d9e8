"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
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
    <header className="mb-6 grid gap-2">
      <Link
        href="/admin/conversations"
        className="justify-self-start text-primary text-sm underline underline-offset-4"
      >
        {t("back")}
      </Link>
      <h1 className="wrap-anywhere font-semibold text-2xl tracking-tight">
        <bdi>{nameOf(data)}</bdi>
      </h1>
    </header>
  );
}
