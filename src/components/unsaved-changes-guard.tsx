"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ConfirmDialog } from "./confirm-dialog";

/** Asks before the reader leaves a page on which something is not saved: by a link, by going back, or for good. */
export function UnsavedChangesGuard({ unsaved }: { unsaved: boolean }) {
  const t = useTranslations("common.unsaved");
  const router = useRouter();
  const [leave, setLeave] = useState<() => void>();

  useEffect(() => {
    if (!unsaved) return;
    const listening = new AbortController();
    const { signal } = listening;
    const letGo = (go: () => void) => () => {
      listening.abort();
      go();
    };

    window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal });

    // Before the router sees it: a click that is prevented leads nowhere.
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const elsewhere =
        event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (!link || elsewhere || link.target === "_blank" || link.origin !== location.origin) return;
      if (link.pathname === location.pathname) return;
      event.preventDefault();
      setLeave(() => letGo(() => router.push(link.href)));
    };
    window.addEventListener("click", onClick, { capture: true, signal });

    // Back and forward, in browsers that let a page hold them.
    window.navigation?.addEventListener(
      "navigate",
      (event) => {
        const { key } = event.destination;
        if (event.navigationType !== "traverse" || !event.cancelable) return;
        event.preventDefault();
        setLeave(() => letGo(() => window.navigation.traverseTo(key)));
      },
      { signal },
    );
    return () => listening.abort();
  }, [unsaved, router]);

  return (
    <ConfirmDialog
      open={leave !== undefined}
      onOpenChange={(open) => !open && setLeave(undefined)}
      title={t("title")}
      description={t("description")}
      confirmText={t("leave")}
      pendingText={t("leave")}
      destructive
      onConfirm={async () => {
        leave?.();
        return undefined;
      }}
    />
  );
}
