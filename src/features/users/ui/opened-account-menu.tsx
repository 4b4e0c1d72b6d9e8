"use client";

import { KeyRoundIcon, LogOutIcon, ShieldIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAppearance } from "@/components/appearance";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { type Presence, UserAvatar } from "@/components/user-avatar";
import { type Theme, themes } from "@/lib/appearance";
import { type Locale, locales } from "@/lib/locales";
import { canOpenConsole } from "@/lib/permissions";
import type { OwnAccount } from "../dto";
import { AccountButton } from "./account-button";

export type AccountMenuProps = {
  account: OwnAccount;
  presence?: Presence;
  /** what the person says of themselves, at the top of the menu */
  ownItems?: ReactNode;
  onSignOut: () => void;
};

/** Who is signed in, how the interface looks, and the ways out; open at first. */
export function OpenedAccountMenu({ account, presence, ownItems, onSignOut }: AccountMenuProps) {
  const t = useTranslations("chat.account");
  const common = useTranslations("common");
  const { theme, choose } = useAppearance();
  const locale = useLocale();
  return (
    <DropdownMenu modal={false} defaultOpen>
      <DropdownMenuTrigger asChild>
        <AccountButton account={account} presence={presence} />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-60">
        <DropdownMenuLabel className="flex items-center gap-3">
          <UserAvatar id={account.id} name={account.displayName} />
          <span className="grid min-w-0">
            <bdi className="truncate">{account.displayName}</bdi>
            <span className="truncate font-normal text-muted-foreground text-xs">
              @<bdi>{account.username}</bdi> · {t(`role.${account.role}`)}
            </span>
          </span>
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        {ownItems}
        <DropdownMenuLabel className="py-1 text-muted-foreground text-xs">
          {common("theme.label")}
        </DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={theme}
          onValueChange={(value) => void choose({ theme: value as Theme })}
          aria-label={common("theme.label")}
        >
          {themes.map((value) => (
            <DropdownMenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
              {common(`theme.${value}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuLabel className="py-1 text-muted-foreground text-xs">
          {common("language.label")}
        </DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={locale}
          onValueChange={(value) => void choose({ locale: value as Locale })}
          aria-label={common("language.label")}
        >
          {locales.map((value) => (
            <DropdownMenuRadioItem key={value} value={value} lang={value}>
              {common(`language.${value}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem asChild>
          <a href="/account/security">
            <KeyRoundIcon aria-hidden="true" />
            {t("security")}
          </a>
        </DropdownMenuItem>
        {canOpenConsole(account) && (
          <DropdownMenuItem asChild>
            <a href="/admin">
              <ShieldIcon aria-hidden="true" />
              {t("admin")}
            </a>
          </DropdownMenuItem>
        )}
        <DropdownMenuItem onSelect={onSignOut}>
          <LogOutIcon aria-hidden="true" />
          {t("signOut")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
