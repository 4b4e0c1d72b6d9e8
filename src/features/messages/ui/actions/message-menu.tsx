"use client";

import { useOnDemand } from "@/components/use-on-demand";
import type { Message } from "../../dto";
import { MessageMenuButton } from "./message-menu-button";

const load = () => import("./opened-message-menu").then((m) => m.OpenedMessageMenu);

/** Everything else that can be done with a message. */
export function MessageMenu({ message }: { message: Message }) {
  const { Opened, trigger } = useOnDemand(load);
  return Opened ? <Opened message={message} /> : <MessageMenuButton {...trigger} />;
}
