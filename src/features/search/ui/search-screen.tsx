"use client";

import { ArrowLeftIcon, KeyboardIcon, XIcon } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useDeferredSearch } from "@/components/use-deferred-search";
import { runCommand } from "@/features/commands/handlers";
import { useCommands } from "@/features/commands/ui/use-commands";
import { listPath } from "@/features/conversations/conversation-path";
import { ConversationLink } from "@/features/conversations/ui/conversation-link";
import { useConversation } from "@/features/conversations/ui/use-conversation";
import { useConversationName } from "@/features/conversations/ui/use-conversation-name";
import { cn } from "@/lib/cn";
import { readSearchAddress, type SearchOrder, searchPath } from "../search-path";
import { SearchBox } from "./search-box";
import { SearchResults } from "./search-results";

const orders: SearchOrder[] = ["relevance", "newest"];

/** The search: what is typed and how it is answered stay in the address, so that going back finds it again. */
export function SearchScreen({ ownId }: { ownId: string }) {
  const t = useTranslations("search");
  const parameters = useSearchParams();
  const [asked] = useState(() => readSearchAddress(parameters));
  const [text, setText] = useState(asked.query);
  const [order, setOrder] = useState(asked.order);
  const [conversationId, setConversationId] = useState(asked.conversationId);
  const query = useDeferredSearch(text);
  const field = useRef<HTMLInputElement>(null);
  const nameOf = useConversationName(ownId);
  const { conversation } = useConversation(conversationId);

  // What was typed before the page came alive stands in the field, and nothing has heard of it.
  useLayoutEffect(() => {
    if (field.current?.value) setText(field.current.value);
  }, []);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    const path = searchPath({ query, order, conversationId });
    if (path === window.location.pathname + window.location.search) return;
    window.history.replaceState({ from: window.history.state?.from }, "", path);
  }, [query, order, conversationId]);

  const focus = () => {
    field.current?.focus();
    field.current?.select();
  };
  useCommands({ search: focus });

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="grid shrink-0 gap-2 border-b px-3 py-2 md:px-4">
        <div className="flex items-center gap-2">
          <Button asChild variant="ghost" size="icon" className="-ms-1.5 md:hidden">
            <ConversationLink href={listPath} up aria-label={t("back")}>
              <ArrowLeftIcon aria-hidden="true" className="rtl:rotate-180" />
            </ConversationLink>
          </Button>
          <h2 className="sr-only">{t("title")}</h2>
          <SearchBox ownId={ownId} text={text} onChange={setText} field={field} />
          <Button
            variant="ghost"
            size="icon"
            className="max-md:hidden"
            aria-label={t("shortcuts")}
            title={t("shortcuts")}
            onClick={() => runCommand("help")}
          >
            <KeyboardIcon aria-hidden="true" />
          </Button>
        </div>
        <div className="flex flex-wrap items-center gap-2 text-sm">
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would not lay out in one line */}
          <div role="group" aria-label={t("order")} className="flex rounded-md bg-muted p-0.5">
            {orders.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={order === each}
                onClick={() => setOrder(each)}
                className={cn(
                  "rounded-sm px-2.5 py-1 text-xs",
                  order === each ? "bg-background font-medium shadow-xs" : "text-muted-foreground",
                )}
              >
                {t(`orders.${each}`)}
              </button>
            ))}
          </div>
          {conversationId && (
            <button
              type="button"
              onClick={() => setConversationId(null)}
              aria-label={t("everywhere")}
              title={t("everywhere")}
              className="flex min-w-0 items-center gap-1.5 rounded-full bg-secondary py-1 ps-3 pe-2 text-secondary-foreground text-xs hover:bg-accent"
            >
              <bdi className="truncate">
                {t("onlyIn", { name: conversation ? nameOf(conversation) : "…" })}
              </bdi>
              <XIcon aria-hidden="true" className="size-3.5 shrink-0" />
            </button>
          )}
        </div>
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto pt-4">
        <SearchResults address={{ query, order, conversationId }} ownId={ownId} />
      </div>
    </div>
  );
}
