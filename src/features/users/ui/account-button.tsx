import { ChevronDownIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { type Presence, UserAvatar } from "@/components/user-avatar";
import type { OwnAccount } from "../dto";

/** Shows who is signed in and opens the account menu. */
export function AccountButton({
  account,
  presence,
  ...props
}: { account: OwnAccount; presence?: Presence } & ComponentProps<"button">) {
  const t = useTranslations("chat.account");
  return (
    <button
      type="button"
      aria-haspopup="menu"
      {...props}
      aria-label={t("open", { name: account.displayName })}
      className="flex items-center gap-1 rounded-full p-0.5 hover:bg-sidebar-accent aria-expanded:bg-sidebar-accent"
    >
      <UserAvatar id={account.id} name={account.displayName} size="sm" presence={presence} />
      <ChevronDownIcon aria-hidden="true" className="me-0.5 size-3.5 text-muted-foreground" />
    </button>
  );
}
