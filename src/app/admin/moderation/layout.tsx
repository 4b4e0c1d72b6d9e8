import type { ReactNode } from "react";
import { MessagesProvider } from "@/i18n/messages-provider";
import { currentConsoleActor } from "../console-gate";
import { ModerationSections } from "./moderation-sections";

/** Around the pages of moderation; each of them stands behind its own gate. */
export default async function ModerationLayout({ children }: { children: ReactNode }) {
  const actor = await currentConsoleActor();
  if (!actor) return children;
  return (
    <MessagesProvider namespaces={["admin", "moderation", "people", "table"]}>
      <ModerationSections role={actor.role} />
      {children}
    </MessagesProvider>
  );
}
