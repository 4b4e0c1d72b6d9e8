import { useTranslations } from "next-intl";
import type { ConversationSummary } from "@/features/conversations/dto";
import { ConversationAvatar } from "@/features/conversations/ui/conversation-avatar";

/** What stands above the first message: that this is where the conversation begins. */
export function ConversationBeginning({
  conversation,
  name,
  ownId,
}: {
  conversation: ConversationSummary;
  name: string;
  ownId: string;
}) {
  const t = useTranslations("chat.beginning");
  const isNotes = conversation.counterpart?.id === ownId;
  const kind = isNotes ? "notes" : conversation.kind === "direct" ? "direct" : conversation.visibility;
  return (
    <div className="px-4 pt-10 pb-2">
      <ConversationAvatar conversation={conversation} name={name} large />
      <p className="wrap-anywhere mt-4 font-semibold text-xl">
        <bdi>{name}</bdi>
      </p>
      <p className="mt-1 max-w-prose text-muted-foreground text-sm">{t(kind, { name })}</p>
    </div>
  );
}
