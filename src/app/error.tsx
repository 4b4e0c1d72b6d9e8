"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/error-state";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("common.failed");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState title={t("title")} description={t("description")} requestId={digest} onRetry={retry} />
    </main>
  );
}
