import { CompassIcon } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/empty-state";
import { Button } from "@/components/ui/button";

export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <main className="grid min-h-dvh place-items-center">
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState icon={CompassIcon} title={t("title")} description={t("description")}>
        <Button asChild>
          <a href="/">{t("home")}</a>
        </Button>
      </EmptyState>
    </main>
  );
}
