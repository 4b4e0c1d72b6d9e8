import type { ReactNode } from "react";
import { MessagesProvider } from "@/i18n/messages-provider";
import { currentConsoleActor } from "./console-gate";

/** The texts that pages of conversations and of access to them need; each page stands behind its own gate. */
export async function OversightTexts({ children }: { children: ReactNode }) {
  if (!(await currentConsoleActor())) return children;
  return (
    <MessagesProvider namespaces={["admin", "audit", "console", "groups", "jobs", "oversight", "table"]}>
      {children}
    </MessagesProvider>
  );
}
