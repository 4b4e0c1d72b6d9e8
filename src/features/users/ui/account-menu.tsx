"use client";

import { type ComponentType, useRef, useState } from "react";
import type { OwnAccount } from "../dto";
import { AccountButton } from "./account-button";

type Props = { account: OwnAccount; onSignOut: () => void };

const load = () => import("./opened-account-menu");

/** The account's button; the code of its menu comes when somebody is about to open it. */
export function AccountMenu(props: Props) {
  const [Opened, setOpened] = useState<ComponentType<Props> | null>(null);
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
      aria-expanded={false}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => void open()}
    />
  );
}
