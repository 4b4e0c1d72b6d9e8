"use client";

import { HashIcon, SearchXIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { EmptyState } from "@/components/empty-state";
import { ErrorState } from "@/components/error-state";
import { FormProblem } from "@/components/form-problem";
import { SubmitButton } from "@/components/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { useDeferredSearch } from "@/components/use-deferred-search";
import { useReturnFocus } from "@/components/use-return-focus";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { conversationPath } from "../conversation-path";
import type { PublicGroup } from "../dto";
import { DeletedGroups } from "./deleted-groups";
import { goTo } from "./go-to";
import { useOpenedConversation } from "./use-opened-conversation";
import { usePublicGroups } from "./use-public-groups";

/** Public groups by name: join one, or open one that was joined before. */
export function BrowseGroupsDialog({ onClose }: { onClose: () => void }) {
  const returnFocus = useReturnFocus();
  const t = useTranslations("conversations.browse");
  const problem = useProblem();
  const showOpened = useOpenedConversation();
  const [text, setText] = useState("");
  const query = useDeferredSearch(text);
  const { groups, ...pages } = usePublicGroups(query);
  const join = trpc.conversations.join.useMutation({
    onSuccess(conversation) {
      showOpened(conversation);
      onClose();
    },
  });
  const choose = ({ id, joined }: PublicGroup) => {
    if (!joined) return join.mutate({ conversationId: id });
    goTo(conversationPath(id));
    onClose();
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent {...returnFocus} className="grid-rows-[auto_auto_auto_minmax(0,1fr)] overflow-hidden">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("description")}</DialogDescription>
        </DialogHeader>
        <Input
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-label={t("search")}
          placeholder={t("search")}
        />
        <FormProblem problem={join.error ? problem(join.error) : undefined} />
        <div className="-mx-2 h-96 min-h-0 overflow-y-auto" aria-busy={pages.isFetching}>
          {groups && groups.length > 0 ? (
            <ul className="grid grid-cols-[minmax(0,1fr)]">
              {groups.map((group) => (
                <GroupItem
                  key={group.id}
                  group={group}
                  joining={join.isPending && join.variables.conversationId === group.id}
                  onChoose={() => choose(group)}
                />
              ))}
            </ul>
          ) : pages.error ? (
            <ErrorState title={problem(pages.error).text} onRetry={() => void pages.refetch()} />
          ) : pages.isPending ? (
            <p role="status" className="flex items-center justify-center gap-2 py-12 text-muted-foreground">
              <Spinner />
              {t("loading")}
            </p>
          ) : (
            <EmptyState icon={SearchXIcon} title={t("none")} description={t("noneDescription")} />
          )}
          {pages.hasNextPage && (
            <div className="flex justify-center py-3">
              <SubmitButton
                variant="outline"
                pending={pages.isFetchingNextPage}
                pendingText={t("loading")}
                onClick={() => void pages.fetchNextPage()}
              >
                {t("more")}
              </SubmitButton>
            </div>
          )}
          {query === "" && <DeletedGroups />}
        </div>
      </DialogContent>
    </Dialog>
  );
}

function GroupItem({
  group,
  joining,
  onChoose,
}: {
  group: PublicGroup;
  joining: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("conversations.browse");
  const text = group.joined ? t("show") : t("join");
  return (
    <li className="flex items-center gap-3 rounded-md px-2 py-2 hover:bg-accent/60">
      <span
        aria-hidden="true"
        className="flex size-9 shrink-0 items-center justify-center rounded-xl bg-secondary text-secondary-foreground"
      >
        <HashIcon className="size-4" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm" dir="auto">
          {group.name}
        </p>
        <p className="truncate text-muted-foreground text-xs">
          {t("memberCount", { count: group.memberCount })}
          {group.description && (
            <>
              {" · "}
              <bdi>{group.description}</bdi>
            </>
          )}
        </p>
      </div>
      <Button
        size="sm"
        variant={group.joined ? "outline" : "default"}
        aria-label={`${text}: ${group.name}`}
        aria-disabled={joining || undefined}
        onClick={joining ? undefined : onChoose}
      >
        {joining && <Spinner />}
        {text}
      </Button>
    </li>
  );
}
