import { CopyIcon, LinkIcon, ReplyIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import { messagePath } from "@/features/conversations/conversation-path";
import { copyText } from "@/lib/copy-text";
import type { Message } from "../dto";

const button =
  "flex size-8 items-center justify-center rounded-md text-muted-foreground hover:bg-accent hover:text-accent-foreground [&_svg]:size-4";

/** What can be done with a message; shown while the pointer or the focus is on it. */
export function MessageActions({
  message,
  onReply,
}: {
  message: Message;
  onReply: (message: Message) => void;
}) {
  const t = useTranslations("chat.message");
  const copy = async (text: string, done: string) => {
    if (await copyText(text)) await notify("success", done);
    else await notify("error", t("copyFailed"));
  };
  const address = () =>
    new URL(messagePath(message.conversationId, message.seq), window.location.origin).href;
  return (
    <div
      role="toolbar"
      aria-label={t("actions")}
      className="invisible absolute end-4 -top-4 z-10 flex rounded-lg border bg-popover p-0.5 shadow-sm group-focus-within:visible group-hover:visible"
    >
      <button
        type="button"
        className={button}
        aria-label={t("reply")}
        title={t("reply")}
        onClick={() => onReply(message)}
      >
        <ReplyIcon aria-hidden="true" className="rtl:-scale-x-100" />
      </button>
      <button
        type="button"
        className={button}
        aria-label={t("copyText")}
        title={t("copyText")}
        onClick={() => copy(message.body, t("textCopied"))}
      >
        <CopyIcon aria-hidden="true" />
      </button>
      <button
        type="button"
        className={button}
        aria-label={t("copyLink")}
        title={t("copyLink")}
        onClick={() => copy(address(), t("linkCopied"))}
      >
        <LinkIcon aria-hidden="true" />
      </button>
    </div>
  );
}
