import { CircleAlertIcon, ClockIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/use-error-text";
import { usePublicSettings } from "@/features/settings/ui/use-public-settings";
import type { Outgoing } from "../outgoing";
import { OutgoingHeld } from "./outgoing-held";

const action = "rounded-sm font-semibold text-foreground underline underline-offset-2";

/** Where a message stands that has not arrived: on its way, or why not and what can be done. */
export function OutgoingState({
  outgoing: { id, state, refusal, details },
  onRetry,
  onDiscard,
}: {
  outgoing: Outgoing;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
}) {
  const t = useTranslations("chat.outgoing");
  const errorText = useErrorText();
  const maximum = usePublicSettings()?.messageMaximumLength ?? 0;
  if (state === "sending") {
    return (
      <p className="flex animate-late items-center gap-1 text-muted-foreground text-xs">
        <ClockIcon aria-hidden="true" className="size-3" />
        {t("sending")}
      </p>
    );
  }
  if (refusal === "MESSAGE_HELD") return <OutgoingHeld id={id} onDiscard={onDiscard} />;
  return (
    <p role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 py-0.5 text-destructive text-xs">
      <span className="flex items-center gap-1">
        <CircleAlertIcon aria-hidden="true" className="size-3.5 shrink-0" />
        {refusal ? t("refused", { reason: errorText(refusal, { maximum, ...details }) }) : t("unreachable")}
      </span>
      <button type="button" className={action} onClick={() => onRetry(id)}>
        {t("retry")}
      </button>
      <button type="button" className={action} onClick={() => onDiscard(id)}>
        {t("discard")}
      </button>
    </p>
  );
}
