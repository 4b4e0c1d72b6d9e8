"use client";

import { useTranslations } from "next-intl";
import { useOnDemand } from "@/components/use-on-demand";
import type { Message } from "../dto";
import { type Receipt, ReceiptButton, ReceiptMark, receiptLook } from "./receipt-button";

const load = () => import("./opened-read-by").then((m) => m.OpenedReadBy);

/** Under a person's own message: how many have read it, and on request who. */
export function ReadBy({ message, receipt }: { message: Message; receipt: Receipt }) {
  const t = useTranslations("presence.receipts");
  const { Opened, trigger } = useOnDemand(load);
  if (receipt.direct) {
    return (
      <p className={receiptLook}>
        <ReceiptMark />
        {t("read")}
      </p>
    );
  }
  if (Opened) return <Opened message={message} receipt={receipt} />;
  return <ReceiptButton receipt={receipt} {...trigger} />;
}
