"use client";

import { MegaphoneIcon, XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Important system messages, above everything until they are read. */
export function BroadcastBanner() {
  const t = useTranslations("notifications.broadcast");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const { data: banners = [] } = trpc.notifications.banners.useQuery();
  const markRead = trpc.notifications.markRead.useMutation({
    onError: (error) => void notify("error", problem(error).text),
    onSettled: () => void utils.notifications.invalidate(),
  });
  if (banners.length === 0) return null;
  return (
    <section aria-label={t("banners")}>
      {banners.map(({ id, broadcast: { title, body } }) => (
        <article
          key={id}
          aria-label={title}
          className="flex items-start gap-3 border-b bg-accent px-4 py-2.5 text-accent-foreground text-sm"
        >
          <MegaphoneIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-primary" />
          <div className="max-h-32 min-w-0 flex-1 overflow-y-auto">
            <p className="wrap-anywhere font-semibold" dir="auto">
              {title}
            </p>
            <p className="wrap-anywhere whitespace-pre-wrap" dir="auto">
              {body}
            </p>
          </div>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t("readNamed", { title })}
            title={t("read")}
            disabled={markRead.isPending}
            onClick={() => markRead.mutate({ ids: [id] })}
          >
            <XIcon aria-hidden="true" />
          </Button>
        </article>
      ))}
    </section>
  );
}
