"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { notify } from "@/components/notify";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import type { UserPreferences } from "@/features/users/dto";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Whether others see that the person is here, and what they have read; both work both ways. */
export function PrivacySection({ initial }: { initial: UserPreferences }) {
  const problem = useProblem();
  const utils = trpc.useUtils();
  const { data } = trpc.users.preferences.useQuery(undefined, { initialData: initial });
  const outcome = {
    onSuccess: (now: UserPreferences) => utils.users.preferences.setData(undefined, now),
    onError: (error: unknown) => void notify("error", problem(error).text),
  };
  const update = trpc.users.updatePreferences.useMutation(outcome);
  const share = trpc.presence.share.useMutation(outcome);
  return (
    <div className="grid gap-6">
      <Row
        name="presence"
        checked={data.showPresence}
        pending={share.isPending}
        onChange={(shared) => share.mutate({ shared })}
      />
      <Row
        name="receipts"
        checked={data.readReceipts}
        pending={update.isPending}
        onChange={(readReceipts) => update.mutate({ readReceipts })}
      />
    </div>
  );
}

function Row({
  name,
  checked,
  pending,
  onChange,
}: {
  name: "presence" | "receipts";
  checked: boolean;
  pending: boolean;
  onChange: (checked: boolean) => void;
}) {
  const t = useTranslations("profile.privacy");
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <Switch
        id={id}
        checked={checked}
        disabled={pending}
        onCheckedChange={onChange}
        aria-describedby={`${id}-meaning`}
      />
      <div className="grid gap-1">
        <Label htmlFor={id}>{t(`${name}.label`)}</Label>
        <p id={`${id}-meaning`} className="max-w-prose text-pretty text-muted-foreground text-sm">
          {t(`${name}.meaning`)}
        </p>
      </div>
    </div>
  );
}
