import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MessagesProvider } from "@/i18n/messages-provider";
import { TrpcProvider } from "@/trpc/react";
import { ConsoleFrame } from "./console-frame";
import { currentConsoleActor } from "./console-gate";

export async function generateMetadata() {
  if (!(await currentConsoleActor())) return {};
  const t = await getTranslations("admin");
  const common = await getTranslations("common");
  return { title: { default: t("title"), template: `%s · ${t("title")} · ${common("appName")}` } };
}

/** Around the console's pages. Each page stands behind the gate itself; others see nothing of the frame either. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await currentConsoleActor();
  if (!actor) return children;
  return (
    <MessagesProvider namespaces={["admin", "console", "factors", "table"]}>
      <TrpcProvider>
        <ConsoleFrame role={actor.role}>{children}</ConsoleFrame>
      </TrpcProvider>
    </MessagesProvider>
  );
}
