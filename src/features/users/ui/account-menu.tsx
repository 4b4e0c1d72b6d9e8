"use client";

import { type ComponentType, type ReactNode, useRef, useState } from "react";
import type { Presence } from "@/components/user-avatar";
import type { OwnAccount } from "../dto";
import { AccountButton } from "./account-button";

export type AccountMenuProps = {
  account: OwnAccount;
  presence?: Presence;
  /** what the person says of themselves, at the top of the menu */
  ownItems?: ReactNode;
  onSignOut: () => void;
};

const load = () => import("./opened-account-menu");

/** The account's button; the code of its menu comes when somebody is about to open it. */
export function AccountMenu(props: AccountMenuProps) {
  const [Opened, setOpened] = useState<ComponentType<AccountMenuProps> | null>(null);
  const asked = useRef(false);
  const open = async () => {
    if (asked.current) return;
    asked.current = true;
    try {
      const { OpenedAccountMenu } = await load();
      setOpened(() => OpenedAccountMenu);
    } catch {
      // Out of reach: the next click tries again.
      asked.current = false;
    }
  };
  if (Opened) return <Opened {...props} />;
  const prepare = () => void load().catch(() => {});
  return (
    <AccountButton
      account={props.account}
      presence={props.presence}
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => void open()}
    />
  );
}
