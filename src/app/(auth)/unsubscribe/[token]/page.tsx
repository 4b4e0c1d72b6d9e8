import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { EndDigests } from "@/features/notifications/digest/ui/end-digests";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { MessagesProvider } from "@/i18n/messages-provider";
import { TrpcProvider } from "@/trpc/react";

/** The secret in the address must not travel on to other sites. */
export const metadata = { referrer: "no-referrer", robots: { index: false } } as const;

/** Where the link in a digest leads that ends them, without a sign-in. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("notifications.unsubscribe");
  return (
    <MessagesProvider namespaces={["notifications"]}>
      <TrpcProvider>
        <AuthHeading title={t("title")} description={t("description")} />
        <div className="grid gap-3">
          <EndDigests token={token} />
          <Button asChild variant="outline">
            <a href="/c">{t("home")}</a>
          </Button>
        </div>
      </TrpcProvider>
    </MessagesProvider>
  );
}
