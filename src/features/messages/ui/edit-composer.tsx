"use client";

import { CheckIcon, XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { Message } from "../dto";
import { ComposerBox } from "./composer-box";
import { useLive } from "./live-context";

/** The composer while one's own message is being changed; what was being written waits behind it. */
export function EditComposer({ message, onDone }: { message: Message; onDone: () => void }) {
  const t = useTranslations("chat.composer");
  const problem = useProblem();
  const { applyMessage } = useLive();
  const edit = trpc.messages.edit.useMutation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(message.body);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(message.body.length, message.body.length);
  }, [message]);
  const save = async (body: string) => {
    if (edit.isPending) return;
    const { conversationId, id: messageId } = message;
    try {
      applyMessage(await edit.mutateAsync({ conversationId, messageId, body }), false);
      onDone();
    } catch (error) {
      void notify("error", problem(error).text);
    }
  };
  return (
    <ComposerBox
      conversationId={message.conversationId}
      field={field}
      text={text}
      setText={setText}
      label={t("editLabel")}
      placeholder={t("editLabel")}
      above={
        <p className="flex items-center gap-2 border-b px-3 py-1 font-medium text-sm">
          <span className="flex-1">{t("editing")}</span>
          <Button type="button" variant="ghost" size="icon-sm" aria-label={t("cancelEdit")} onClick={onDone}>
            <XIcon aria-hidden="true" />
          </Button>
        </p>
      }
      onSubmit={(body) => void save(body)}
      onEscape={onDone}
      buttons={(ready) => (
        <Button type="submit" size="icon" disabled={!ready || edit.isPending} aria-label={t("saveEdit")}>
          <CheckIcon aria-hidden="true" />
        </Button>
      )}
    />
  );
}
