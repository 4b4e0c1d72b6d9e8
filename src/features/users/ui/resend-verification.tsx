"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { trpcClient } from "@/trpc/client";
import { useRefusalText } from "@/trpc/use-refusal-text";

/** Has the link that proves an address sent again. */
export function ResendVerification({ login }: { login: string }) {
  const t = useTranslations("auth.resend");
  const refusalText = useRefusalText();
  const [said, setSaid] = useState<string | null>(null);
  const resend = async () => {
    try {
      await trpcClient.users.resendVerification.mutate({ login });
      setSaid(t("sent"));
    } catch (error) {
      setSaid(refusalText(error));
    }
  };
  return (
    <div className="grid gap-2">
      <Button type="button" variant="outline" onClick={() => void resend()}>
        {t("submit")}
      </Button>
      <p role="status" className="text-muted-foreground text-sm">
        {said}
      </p>
    </div>
  );
}
