import type { ReactNode } from "react";
import { MessagesProvider } from "@/i18n/messages-provider";
import { currentConsoleActor } from "../console-gate";
import { SettingsSections } from "./settings-sections";

/** Around the pages of settings; each of them stands behind its own gate. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  if (!(await currentConsoleActor())) return children;
  return (
    <MessagesProvider namespaces={["admin", "factors", "instance"]}>
      <SettingsSections />
      {children}
    </MessagesProvider>
  );
}
