import { HashIcon, LockIcon } from "lucide-react";
import { PersonAvatar } from "@/features/presence/ui/person-avatar";
import { cn } from "@/lib/cn";
import type { ConversationSummary } from "../dto";

/** The other person's initials, or the sign of a public or a private group. */
export function ConversationAvatar({
  conversation: { id, kind, visibility, counterpart },
  name,
  large = false,
}: {
  conversation: Pick<ConversationSummary, "id" | "kind" | "visibility" | "counterpart">;
  name: string;
  large?: boolean;
}) {
  if (kind === "direct") {
    return <PersonAvatar id={counterpart?.id ?? id} name={name} size={large ? "xl" : "md"} />;
  }
  const Icon = visibility === "public" ? HashIcon : LockIcon;
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-flex shrink-0 items-center justify-center bg-secondary text-secondary-foreground",
        large ? "size-20 rounded-3xl" : "size-9 rounded-xl",
      )}
    >
      <Icon className={large ? "size-8" : "size-4"} />
    </span>
  );
}
