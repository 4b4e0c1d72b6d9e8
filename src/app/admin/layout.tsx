import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageLive } from "@/features/conversations/ui/page-live";
import { MessagesProvider } from "@/i18n/messages-provider";
import { TrpcProvider } from "@/trpc/react";
import { caller } from "@/trpc/rsc";
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
  const endpoint = await (await caller()).conversations.liveEndpoint();
  return (
    <MessagesProvider
      namespaces={[
        "admin",
        "audit",
        "console",
        "dashboard",
        "factors",
        "instance",
        "jobs",
        "people",
        "security",
        "table",
      ]}
    >
      <TrpcProvider>
        <PageLive userId={actor.id} endpoint={endpoint}>
          <ConsoleFrame role={actor.role}>{children}</ConsoleFrame>
        </PageLive>
      </TrpcProvider>
    </MessagesProvider>
  );
}
