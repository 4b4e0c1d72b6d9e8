import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
import type { AdminConversation } from "../../dto";

const colours = {
  living: "border-success/40 bg-success/5 text-success",
  archived: "border-warning/40 bg-warning/5 text-warning",
  deleted: "border-destructive/40 bg-destructive/5 text-destructive",
};

export const stateOf = ({ deletedAt, archivedAt }: Pick<AdminConversation, "deletedAt" | "archivedAt">) =>
  deletedAt ? "deleted" : archivedAt ? "archived" : "living";

/** Whether a conversation is in use, archived or in the trash. */
export function ConversationState({ conversation }: { conversation: AdminConversation }) {
  const t = useTranslations("oversight.conversations.states");
  const state = stateOf(conversation);
  return (
    <Badge variant="outline" className={cn(colours[state])}>
      {t(state)}
    </Badge>
  );
}
