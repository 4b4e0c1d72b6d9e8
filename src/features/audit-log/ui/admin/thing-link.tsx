"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";

/** The way from an entry to the person that it speaks of; nothing for what has no page in the console. */
export function ThingLink({ type, id, name }: { type: string; id: string; name: string | null }) {
  const t = useTranslations("audit.detail");
  if (type !== "user" || !name) return null;
  const search = new URLSearchParams({ show: "all", q: name });
  return (
    <Link
      href={`/admin/people?${search}`}
      className="text-primary text-xs underline underline-offset-4"
      title={id}
    >
      {t("person")}
    </Link>
  );
}
