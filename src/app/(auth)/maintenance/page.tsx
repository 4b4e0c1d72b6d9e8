import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FormattedTime } from "@/components/formatted-time";
import { Button } from "@/components/ui/button";
import { ComeBack } from "@/features/settings/ui/come-back";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { caller } from "@/trpc/rsc";

export async function generateMetadata() {
  const t = await getTranslations("auth.maintenance");
  return { title: t("title") };
}

/** What people see in place of every page while only administrators may come in. */
export default async function MaintenancePage() {
  const t = await getTranslations("auth.maintenance");
  const { maintenance } = await (await caller()).settings.public();
  return (
    <div className="grid gap-6">
      <AuthHeading title={t("title")} description={t("description")} />
      {maintenance?.message && (
        <p dir="auto" className="wrap-anywhere whitespace-pre-wrap border-s-2 border-primary ps-3">
          {maintenance.message}
        </p>
      )}
      {maintenance?.until && (
        <p className="text-muted-foreground text-sm">
          {t("until")} <FormattedTime value={maintenance.until} />
        </p>
      )}
      <p className="text-muted-foreground text-sm">{t("comesBack")}</p>
      <ComeBack />
      <div>
        <Button asChild variant="outline">
          <Link href="/sign-in" prefetch={false}>
            {t("signIn")}
          </Link>
        </Button>
      </div>
    </div>
  );
}
