"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ErrorState } from "@/components/error-state";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { useFactorsChanged } from "../../factors/ui/use-factors-changed";
import { AccountSection } from "../../ui/account-section";
import type { OwnPasskey } from "../dto";
import { PasskeyItem } from "./passkey-item";

const AddPasskeyDialog = dynamic(() =>
  import("./add-passkey-dialog").then((module) => module.AddPasskeyDialog),
);
const RenamePasskeyDialog = dynamic(() =>
  import("./rename-passkey-dialog").then((module) => module.RenamePasskeyDialog),
);
const RemovePasskeyDialog = dynamic(() =>
  import("../../factors/ui/password-dialog").then((module) => module.RemovePasskeyDialog),
);

type Asked = { kind: "add" } | { kind: "rename" | "remove"; passkey: OwnPasskey };

/** The person's passkeys. */
export function PasskeysSection() {
  const t = useTranslations("factors.passkeys");
  const problem = useProblem();
  const changed = useFactorsChanged();
  const { data: passkeys = [], error, refetch } = trpc.passkeys.list.useQuery();
  const [asked, setAsked] = useState<Asked>();
  const dialog = { onChanged: () => void changed(t("done")), onClose: () => setAsked(undefined) };
  return (
    <AccountSection title={t("title")} description={t("description")}>
      {error ? (
        <ErrorState title={t("failed")} description={problem(error).text} onRetry={() => void refetch()} />
      ) : (
        passkeys.length > 0 && (
          <ul className="divide-y rounded-lg border">
            {passkeys.map((passkey) => (
              <PasskeyItem
                key={passkey.id}
                passkey={passkey}
                onRename={() => setAsked({ kind: "rename", passkey })}
                onRemove={() => setAsked({ kind: "remove", passkey })}
              />
            ))}
          </ul>
        )
      )}
      <Button variant="outline" className="justify-self-start" onClick={() => setAsked({ kind: "add" })}>
        {t("add")}
      </Button>
      {asked?.kind === "add" && <AddPasskeyDialog {...dialog} />}
      {asked?.kind === "rename" && <RenamePasskeyDialog {...dialog} passkey={asked.passkey} />}
      {asked?.kind === "remove" && <RemovePasskeyDialog {...dialog} passkey={asked.passkey} />}
    </AccountSection>
  );
}
