import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MessagesProvider } from "@/i18n/messages-provider";
import { TrpcProvider } from "@/trpc/react";
import { currentAdmin } from "./admin-gate";
import { ConsoleFrame } from "./console-frame";

export async function generateMetadata() {
  if (!(await currentAdmin())) return {};
  const t = await getTranslations("admin");
  const common = await getTranslations("common");
  return { title: { default: t("title"), template: `%s · ${t("title")} · ${common("appName")}` } };
}

/** Around the console's pages. Each page stands behind the gate itself; others see nothing of the frame either. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  if (!(await currentAdmin())) return children;
  return (
    <MessagesProvider namespaces={["admin"]}>
      <TrpcProvider>
        <ConsoleFrame>{children}</ConsoleFrame>
      </TrpcProvider>
    </MessagesProvider>
  );
}
