"use client";

import { useTranslations } from "next-intl";
import type { LinkPreview } from "../link-previews/dto";
import { safeAddress } from "../safe-address";

/** What a linked page says of itself, below the message; the whole card leads there. */
export function LinkPreviewCard({ preview }: { preview: LinkPreview }) {
  const t = useTranslations("compose.preview");
  const href = safeAddress(preview.url);
  if (!href) return null;
  const { hostname } = new URL(href);
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener nofollow"
      aria-label={`${t("label", { host: hostname })}: ${preview.title}`}
      className="my-1 grid max-w-md gap-0.5 rounded-md border border-s-4 border-s-primary/60 bg-card px-3 py-2 text-sm no-underline hover:bg-accent"
    >
      <bdi className="truncate text-muted-foreground text-xs">{preview.siteName ?? hostname}</bdi>
      <bdi className="line-clamp-2 font-medium">{preview.title}</bdi>
      {preview.description && <bdi className="line-clamp-2 text-muted-foreground">{preview.description}</bdi>}
    </a>
  );
}
