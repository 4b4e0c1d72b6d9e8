import { ArrowLeftIcon } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MessagesProvider } from "@/i18n/messages-provider";
import { TrpcProvider } from "@/trpc/react";
import { AccountNavigation } from "./account-navigation";

/** Around what a person can see and change of their own account. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("account.area");
  return (
    <MessagesProvider namespaces={["account", "factors", "profile"]}>
      <TrpcProvider>
        <div className="mx-auto grid w-full max-w-4xl gap-x-12 gap-y-6 px-4 py-8 md:grid-cols-[12rem_minmax(0,1fr)] md:px-8">
          <header className="min-w-0 space-y-4">
            <Link
              href="/"
              className="inline-flex items-center gap-1.5 text-muted-foreground text-sm hover:text-foreground"
            >
              <ArrowLeftIcon aria-hidden="true" className="size-4 rtl:rotate-180" />
              {t("back")}
            </Link>
            <AccountNavigation />
          </header>
          <main className="grid min-w-0 content-start gap-10">{children}</main>
        </div>
      </TrpcProvider>
    </MessagesProvider>
  );
}
