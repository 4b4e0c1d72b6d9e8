import { BellIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { countedNotifications } from "../dto";

/** Says how much waits. */
export function BellButton({ count, ...props }: { count: number } & ComponentProps<typeof Button>) {
  const t = useTranslations("notifications");
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-haspopup="dialog"
      {...props}
      className="relative"
      aria-label={count > 0 ? t("bellUnread", { count }) : t("title")}
      title={t("title")}
    >
      <BellIcon aria-hidden="true" />
      {count > 0 && (
        <span
          aria-hidden="true"
          className="absolute -end-0.5 -top-0.5 min-w-4.5 rounded-full bg-unread px-1 text-center font-semibold text-[0.6875rem] text-unread-foreground leading-4.5"
        >
          {count > countedNotifications ? `${countedNotifications}+` : count}
        </span>
      )}
    </Button>
  );
}
