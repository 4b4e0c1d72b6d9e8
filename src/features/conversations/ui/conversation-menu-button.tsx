import { EllipsisVerticalIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";

export function ConversationMenuButton(props: ComponentProps<typeof Button>) {
  const t = useTranslations("groups.menu");
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-haspopup="menu"
      {...props}
      aria-label={t("open")}
      title={t("open")}
    >
      <EllipsisVerticalIcon aria-hidden="true" />
    </Button>
  );
}
