"use client";

import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/use-person-name";
import type { ConversationSummary } from "@/features/conversations/dto";
import { useMembers } from "@/features/conversations/ui/use-members";
import { trpc } from "@/trpc/react";

/** Who is typing, by the names that this page knows; always there, so that nothing jumps. */
export function TypingLine({
  conversation,
  userIds,
}: {
  conversation: ConversationSummary;
  userIds: string[];
}) {
  const personName = usePersonName();
  const t = useTranslations("presence.typing");
  const { members } = useMembers(conversation.id, conversation.kind === "group");
  const history = trpc.messages.list.useQuery({ conversationId: conversation.id }, { enabled: false });
  const known = [
    conversation.counterpart,
    ...(members ?? []),
    ...(history.data?.messages ?? []).map((m) => m.author),
  ];
  const names = userIds.flatMap((id) => known.find((person) => person?.id === id) ?? []).map(personName);
  const [name, other] = names;
  const text =
    userIds.length === 0
      ? null
      : userIds.length > 2
        ? t("many")
        : name && other
          ? t("two", { name, other })
          : name && userIds.length === 1
            ? t("one", { name })
            : t(userIds.length > 1 ? "many" : "somebody");
  return (
    <p role="status" className="h-5 truncate px-6 text-muted-foreground text-xs leading-5">
      {text}
    </p>
  );
}
