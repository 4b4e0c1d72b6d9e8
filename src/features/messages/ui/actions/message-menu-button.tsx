import { EllipsisIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { actionButton } from "./action-button";

export function MessageMenuButton(props: ComponentProps<"button">) {
  const t = useTranslations("chat.message");
  return (
    <button
      type="button"
      aria-haspopup="menu"
      {...props}
      className={actionButton}
      aria-label={t("more")}
      title={t("more")}
    >
      <EllipsisIcon aria-hidden="true" />
    </button>
  );
}
