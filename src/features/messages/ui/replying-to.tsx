import { XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { usePersonName } from "@/components/use-person-name";
import type { Message } from "../dto";

/** Above the text field: which message is being answered. */
export function ReplyingTo({ message, onCancel }: { message: Message; onCancel: () => void }) {
  const personName = usePersonName();
  const t = useTranslations("chat.composer");
  return (
    <div className="flex items-center gap-2 border-b py-1 ps-3 pe-1">
      <p className="min-w-0 flex-1 truncate border-primary border-s-2 ps-2 text-sm">
        <span className="font-medium">{t("replyingTo", { name: personName(message.author) })}</span>{" "}
        <bdi className="text-muted-foreground">{message.body.slice(0, 140)}</bdi>
      </p>
      <Button type="button" variant="ghost" size="icon-sm" aria-label={t("cancelReply")} onClick={onCancel}>
        <XIcon aria-hidden="true" />
      </Button>
    </div>
  );
}
