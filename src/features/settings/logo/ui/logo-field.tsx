"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { FormField } from "@/components/form-field";
import { Logo } from "@/components/logo";
import { notify } from "@/components/notify";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useErrorText } from "@/components/use-error-text";
import type { ErrorCode } from "@/lib/error-codes";
import { trpcClient } from "@/trpc/client";
import { useProblem } from "@/trpc/use-problem";
import { type LogoAddresses, logoBytesMaximum, logoTypes } from "../logo-limits";

type Outcome = { ok: true } | { ok: false; code: ErrorCode; details: Record<string, string | number> };

/** The instance's logo as it is, with a way to replace it or take it away. */
export function LogoField({
  logo,
  upload,
}: {
  logo: LogoAddresses | null;
  upload: (form: FormData) => Promise<Outcome>;
}) {
  const t = useTranslations("instance.logo");
  const router = useRouter();
  const errorText = useErrorText();
  const problemOf = useProblem();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);

  const run = async (work: () => Promise<string | undefined>, done: string) => {
    setPending(true);
    setProblem(undefined);
    const failure = await work().catch((error) => problemOf(error).text);
    setPending(false);
    setProblem(failure);
    if (failure) return field.current?.focus();
    if (field.current) field.current.value = "";
    void notify("success", done);
    router.refresh();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = field.current?.files?.[0];
    if (pending) return;
    if (!file) return setProblem(t("missing"));
    if (file.size > logoBytesMaximum) {
      return setProblem(errorText("LOGO_TOO_LARGE", { kilobytes: logoBytesMaximum / 1024 }));
    }
    const form = new FormData();
    form.set("logo", file);
    void run(async () => {
      const outcome = await upload(form);
      return outcome.ok ? undefined : errorText(outcome.code, outcome.details);
    }, t("saved"));
  };
  return (
    <form onSubmit={submit} noValidate className="mb-8 grid max-w-2xl gap-4 border-b pb-8">
      <div className="flex items-center gap-4">
        <span className="grid size-16 shrink-0 place-items-center rounded-lg border bg-card">
          <Logo src={logo?.large} className="size-12" />
        </span>
        <p className="text-pretty text-muted-foreground text-sm">{t(logo ? "own" : "none")}</p>
      </div>
      <FormField
        label={t("file")}
        hint={t("fileHint", { kilobytes: logoBytesMaximum / 1024 })}
        error={problem}
      >
        {(control) => <Input {...control} ref={field} type="file" name="logo" accept={logoTypes.join(",")} />}
      </FormField>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="outline" pending={pending} pendingText={t("uploading")}>
          {t("upload")}
        </SubmitButton>
        {logo && (
          <Button
            type="button"
            variant="outline"
            disabled={pending}
            onClick={() =>
              run(async () => {
                await trpcClient.admin.settings.removeLogo.mutate();
                return undefined;
              }, t("removed"))
            }
          >
            {t("remove")}
          </Button>
        )}
      </div>
    </form>
  );
}
