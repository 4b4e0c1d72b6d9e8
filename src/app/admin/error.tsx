"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/error-state";

/** A page of the console that failed, inside the frame: the others stay within reach. */
export default function AdminError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("common.failed");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return <ErrorState title={t("title")} description={t("description")} requestId={digest} onRetry={retry} />;
}
