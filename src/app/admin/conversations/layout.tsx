import type { ReactNode } from "react";
import { MessagesProvider } from "@/i18n/messages-provider";
import { currentConsoleActor } from "../console-gate";

/** Around the pages of conversations; each of them stands behind its own gate. */
export default async function ConversationsLayout({ children }: { children: ReactNode }) {
  if (!(await currentConsoleActor())) return children;
  return (
    <MessagesProvider namespaces={["admin", "audit", "console", "groups", "jobs", "oversight", "table"]}>
      {children}
    </MessagesProvider>
  );
}
