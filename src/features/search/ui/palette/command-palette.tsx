"use client";

import { HashIcon, SearchIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Command, CommandGroup, CommandInput, CommandItem, CommandList } from "@/components/ui/command";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import { useReturnFocus } from "@/components/use-return-focus";
import { UserAvatar } from "@/components/user-avatar";
import { runCommand } from "@/features/commands/handlers";
import { type CommandId, commandOf } from "@/features/commands/registry";
import { KeyCaps } from "@/features/commands/ui/key-caps";
import { unreadCount } from "@/features/conversations/conversation-list";
import { conversationPath } from "@/features/conversations/conversation-path";
import { ConversationAvatar } from "@/features/conversations/ui/conversation-avatar";
import { goTo } from "@/features/conversations/ui/go-to";
import { searchPath } from "../../search-path";
import { useOpenTarget } from "../use-open-target";
import { usePaletteTargets } from "./use-palette-targets";

const commandValue = (id: CommandId) => `command ${id}`;
const searchValue = "search messages";

/** Goes anywhere and does anything by a few letters; what is unread stands first. */
export function CommandPalette({ ownId, onClose }: { ownId: string; onClose: () => void }) {
  const t = useTranslations("commands");
  const returnFocus = useReturnFocus();
  const [query, setQuery] = useState("");
  /** What the person went to; until then the first thing is chosen, also when better ones arrive. */
  const [reached, setReached] = useState<string | null>(null);
  const moving = useRef(false);
  const { openPerson, openGroup } = useOpenTarget();
  const { conversations, commands, people, groups, nameOf } = usePaletteTargets(query, ownId);
  const first =
    conversations[0]?.id ??
    people[0]?.id ??
    groups[0]?.id ??
    (commands[0] ? commandValue(commands[0]) : searchValue);
  const type = (text: string) => {
    moving.current = false;
    setReached(null);
    setQuery(text);
  };
  /** Closes first: what the choice leads to may want the focus. */
  const choose = (act: () => void) => () => {
    onClose();
    setTimeout(act);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        {...returnFocus}
        showCloseButton={false}
        className="top-[12vh] translate-y-0 gap-0 overflow-hidden p-0 sm:max-w-xl"
      >
        <DialogTitle className="sr-only">{t("palette.title")}</DialogTitle>
        <DialogDescription className="sr-only">{t("palette.description")}</DialogDescription>
        <Command
          shouldFilter={false}
          loop
          label={t("palette.title")}
          value={reached ?? first}
          onValueChange={(value) => moving.current && setReached(value)}
          onKeyDown={(event) => {
            moving.current = /^(Arrow|Home|End|[njpk]$)/.test(event.key);
          }}
          onPointerMove={() => {
            moving.current = true;
          }}
        >
          <CommandInput value={query} onValueChange={type} placeholder={t("palette.placeholder")} />
          <CommandList className="max-h-[min(60dvh,26rem)]" label={t("palette.results")}>
            {conversations.length > 0 && (
              <CommandGroup heading={t("palette.conversations")}>
                {conversations.map((conversation) => {
                  const name = nameOf(conversation);
                  const unread = unreadCount(conversation);
                  return (
                    <CommandItem
                      key={conversation.id}
                      value={conversation.id}
                      onSelect={choose(() => goTo(conversationPath(conversation.id)))}
                    >
                      <ConversationAvatar conversation={conversation} name={name} />
                      <bdi className={unread > 0 ? "truncate font-semibold" : "truncate"}>{name}</bdi>
                      {unread > 0 && (
                        <span className="ms-auto shrink-0 text-muted-foreground text-xs">
                          {t("palette.unread", { count: unread })}
                        </span>
                      )}
                    </CommandItem>
                  );
                })}
              </CommandGroup>
            )}
            {people.length > 0 && (
              <CommandGroup heading={t("palette.people")}>
                {people.map(({ id, displayName, username }) => (
                  <CommandItem key={id} value={id} onSelect={choose(() => openPerson(id))}>
                    <UserAvatar id={id} name={displayName} />
                    <bdi className="truncate">{displayName}</bdi>
                    <bdi className="ms-auto shrink-0 text-muted-foreground text-xs">@{username}</bdi>
                  </CommandItem>
                ))}
              </CommandGroup>
            )}
            {groups.length > 0 && (
              <CommandGroup heading={t("palette.groups")}>
                {groups.map((group) => (
                  <CommandItem key={group.id} value={group.id} onSelect={choose(() => openGroup(group))}>
                    <HashIcon aria-hidden="true" className="mx-2.5" />
                    <bdi className="truncate">{group.name}</bdi>
                    <span className="ms-auto shrink-0 text-muted-foreground text-xs">
                      {t("palette.join")}
                    </span>
                  </CommandItem>
                ))}
              </CommandGroup>
            )}
            {commands.length > 0 && (
              <CommandGroup heading={t("palette.commands")}>
                {commands.map((id) => (
                  <CommandItem key={id} value={commandValue(id)} onSelect={choose(() => runCommand(id))}>
                    <span className="truncate">{t(`names.${id}`)}</span>
                    {commandOf(id)
                      .keys?.slice(0, 1)
                      .map((keys) => (
                        <KeyCaps key={keys} keys={keys} className="ms-auto max-md:hidden" />
                      ))}
                  </CommandItem>
                ))}
              </CommandGroup>
            )}
            {query.trim() && (
              <CommandGroup heading={t("palette.search")}>
                <CommandItem
                  value={searchValue}
                  onSelect={choose(() => goTo(searchPath({ query: query.trim() })))}
                >
                  <SearchIcon aria-hidden="true" />
                  <span className="truncate">{t("palette.searchFor", { query: query.trim() })}</span>
                </CommandItem>
              </CommandGroup>
            )}
          </CommandList>
        </Command>
      </DialogContent>
    </Dialog>
  );
}
