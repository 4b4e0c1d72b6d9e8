import { ArrowLeftIcon } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageLive } from "@/features/conversations/ui/page-live";
import { MessagesProvider } from "@/i18n/messages-provider";
import { headersContext } from "@/trpc/headers-context";
import { TrpcProvider } from "@/trpc/react";
import { caller } from "@/trpc/rsc";
import { AccountNavigation } from "./account-navigation";

/** Around what a person can see and change of their own account. Each page sends others to sign in by itself. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { actor } = await headersContext();
  if (!actor) return children;
  const t = await getTranslations("account.area");
  const endpoint = await (await caller()).conversations.liveEndpoint();
  return (
    <MessagesProvider namespaces={["account", "factors", "profile"]}>
      <TrpcProvider>
        <PageLive userId={actor.id} endpoint={endpoint}>
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
        </PageLive>
      </TrpcProvider>
    </MessagesProvider>
  );
}
