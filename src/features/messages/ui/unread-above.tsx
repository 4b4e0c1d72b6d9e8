"use client";

import { ArrowUpIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Offers the way to the first unread message while that is further back than what is held. */
export function UnreadAbove({
  unread: { after, upTo },
  firstHeld,
  onJump,
}: {
  unread: { after: number; upTo: number };
  firstHeld: number;
  onJump: (seq: number) => void;
}) {
  const t = useTranslations("chat.timeline");
  const [used, setUsed] = useState(false);
  if (used || upTo <= after || firstHeld <= after + 1) return null;
  return (
    <Button
      size="sm"
      variant="secondary"
      className="absolute inset-x-0 top-3 z-10 mx-auto w-fit rounded-full border shadow-md"
      onClick={() => {
        setUsed(true);
        onJump(after + 1);
      }}
    >
      <ArrowUpIcon aria-hidden="true" />
      {t("firstUnread", { count: upTo - after })}
    </Button>
  );
}
