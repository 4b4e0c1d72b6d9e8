"use client";

import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/form-problem";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { MailStatus } from "../dto";

/** Which server takes the instance's mail, and whether it does. */
export function TestMail({ status: { server, sender } }: { status: MailStatus }) {
  const t = useTranslations("instance.mail");
  const problemOf = useProblem();
  const { mutate, error, isPending } = trpc.admin.mail.test.useMutation({
    onSuccess: ({ to }) => void notify("success", t("sent", { address: to })),
  });
  return (
    <form
      className="grid gap-4 rounded-lg border bg-card p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) mutate();
      }}
    >
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-3 gap-y-2 text-sm">
        <dt className="text-muted-foreground">{t("server")}</dt>
        <dd className="break-all" dir="ltr">
          {server}
        </dd>
        <dt className="text-muted-foreground">{t("sender")}</dt>
        <dd className="break-words">
          <bdi>{sender}</bdi>
        </dd>
      </dl>
      <FormProblem problem={error ? problemOf(error) : undefined} />
      <div>
        <SubmitButton variant="outline" pending={isPending} pendingText={t("testing")}>
          {t("test")}
        </SubmitButton>
      </div>
    </form>
  );
}
