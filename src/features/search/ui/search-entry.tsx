"use client";

import { SearchIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { commandOf } from "@/features/commands/registry";
import { KeyCaps } from "@/features/commands/ui/key-caps";
import { searchRoot } from "@/features/conversations/conversation-path";
import { ConversationLink } from "@/features/conversations/ui/conversation-link";
import { cn } from "@/lib/cn";

/** Above the list of conversations: the way to the search. */
export function SearchEntry({ current }: { current: boolean }) {
  const t = useTranslations("search");
  const [keys = ""] = commandOf("search").keys ?? [];
  return (
    <ConversationLink
      href={searchRoot}
      aria-current={current ? "page" : undefined}
      className={cn(
        "mx-3 mt-3 flex h-8 items-center gap-2 rounded-md border border-transparent px-2.5 text-sm hover:bg-sidebar-accent/60",
        current && "bg-sidebar-accent font-medium text-sidebar-accent-foreground",
      )}
    >
      <SearchIcon aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
      <span className="truncate">{t("open")}</span>
      <span aria-hidden="true" className="ms-auto max-md:hidden">
        <KeyCaps keys={keys} />
      </span>
    </ConversationLink>
  );
}
