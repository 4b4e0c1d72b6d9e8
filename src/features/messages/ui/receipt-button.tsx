import { CheckCheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

export type Receipt = { count: number; complete: boolean; direct: boolean };

/** How a receipt looks, with and without something to press. */
export const receiptLook = "mt-0.5 flex w-fit items-center gap-1 text-muted-foreground text-xs";

export const ReceiptMark = () => <CheckCheckIcon aria-hidden="true" className="size-3.5" />;

/** Says how many have read a message, and opens who. */
export function ReceiptButton({
  receipt: { count, complete },
  ...props
}: { receipt: Receipt } & ComponentProps<"button">) {
  const t = useTranslations("presence.receipts");
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      {...props}
      className={`${receiptLook} rounded hover:text-foreground`}
    >
      <ReceiptMark />
      {t("readBy", { count, complete: complete ? "yes" : "no" })}
    </button>
  );
}
