"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";

const pages = {
  user: { path: "/admin/people", text: "person" },
  conversation: { path: "/admin/conversations", text: "conversation" },
  job: { path: "/admin/jobs", text: "job" },
} as const;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The way from an entry to the page of what it speaks of; nothing for what has none in the console. */
export function ThingLink({ type, id }: { type: string; id: string }) {
  const t = useTranslations("audit.detail");
  if (!Object.hasOwn(pages, type) || !uuid.test(id)) return null;
  const { path, text } = pages[type as keyof typeof pages];
  return (
    <Link href={`${path}/${id}`} className="text-primary text-xs underline underline-offset-4">
      {t(text)}
    </Link>
  );
}
