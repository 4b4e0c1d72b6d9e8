"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { signOut } from "../../ui/sign-out";

const TotpDialog = dynamic(() => import("./totp-dialog").then((module) => module.TotpDialog));
const AddPasskeyDialog = dynamic(() =>
  import("../../passkeys/ui/add-passkey-dialog").then((module) => module.AddPasskeyDialog),
);

/** Setting a second factor up where one is demanded; then the wanted page. */
export function Enrolment({ target }: { target: string }) {
  const t = useTranslations("factors");
  const client = trpc.useUtils();
  const { data: status } = trpc.factors.status.useQuery();
  const [asked, setAsked] = useState<"totp" | "passkey">();
  const dialog = {
    onChanged: () => void client.factors.status.invalidate(),
    onClose: () => setAsked(undefined),
  };
  const done = status && (status.totpSince !== null || status.passkeys > 0);
  return (
    <div className="grid gap-3">
      {done ? (
        <>
          <p role="status" className="text-sm">
            {t("enrolment.done")}
          </p>
          <Button size="lg" onClick={() => window.location.assign(target)}>
            {t("enrolment.goOn")}
          </Button>
        </>
      ) : (
        <>
          <Button size="lg" onClick={() => setAsked("totp")}>
            {t("totp.setUp")}
          </Button>
          <Button size="lg" variant="outline" onClick={() => setAsked("passkey")}>
            {t("passkeys.add")}
          </Button>
          <Button variant="ghost" onClick={() => void signOut()}>
            {t("enrolment.signOut")}
          </Button>
        </>
      )}
      {asked === "totp" && <TotpDialog {...dialog} />}
      {asked === "passkey" && <AddPasskeyDialog {...dialog} />}
    </div>
  );
}
