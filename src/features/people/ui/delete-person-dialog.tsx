"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { notify } from "@/components/notify";
import { Label } from "@/components/ui/label";
import { RadioGroup, RadioGroupItem } from "@/components/ui/radio-group";
import { usePersonName } from "@/components/use-person-name";
import type { AdminUser } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

const choices = ["keep", "remove"] as const;

/** Deletes somebody's account for good, with or without what they wrote. */
export function DeletePersonDialog({ person, onClose }: { person: AdminUser; onClose: () => void }) {
  const personName = usePersonName();
  const t = useTranslations("people.delete");
  const problemOf = useProblem();
  const router = useRouter();
  const utils = trpc.useUtils();
  const [messages, setMessages] = useState<(typeof choices)[number]>("keep");
  const { mutateAsync } = trpc.admin.users.delete.useMutation();
  const name = personName(person);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name })}
      description={t("description")}
      confirmText={t("confirm")}
      pendingText={t("deleting")}
      destructive
      reason="required"
      onConfirm={async (reason) => {
        try {
          await mutateAsync({ userId: person.id, reason, messages });
        } catch (error) {
          return problemOf(error).text;
        }
        void notify("success", t("deleted", { name }));
        void utils.admin.users.invalidate();
        router.replace("/admin/people?show=all");
        return undefined;
      }}
    >
      <RadioGroup
        aria-label={t("messages")}
        value={messages}
        onValueChange={(value) => setMessages(value as typeof messages)}
        className="gap-1"
      >
        {choices.map((each) => (
          <Label key={each} className="min-h-9 gap-3 rounded-md px-2 font-normal hover:bg-accent">
            <RadioGroupItem value={each} />
            {t(each)}
          </Label>
        ))}
      </RadioGroup>
    </ConfirmDialog>
  );
}
