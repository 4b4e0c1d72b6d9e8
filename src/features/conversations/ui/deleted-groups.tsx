"use client";

import { useFormatter, useTranslations } from "next-intl";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";

/** Deleted groups that the person may restore; nothing when there are none. */
export function DeletedGroups() {
  const t = useTranslations("groups.manage");
  const format = useFormatter();
  const timeZone = useLocalTimeZone();
  const problem = useProblem();
  const { data, refetch } = trpc.conversations.deleted.useQuery({}, { staleTime: 0 });
  const restore = trpc.conversations.restore.useMutation({
    onSuccess: () => void refetch(),
    onError: (error) => void notify("error", problem(error).text),
  });
  if (!data || data.groups.length === 0) return null;
  return (
    <section aria-labelledby="deleted-groups" className="border-t px-2 pt-3">
      <h3 id="deleted-groups" className="font-medium text-sm">
        {t("deletedGroups")}
      </h3>
      <ul>
        {data.groups.map(({ id, name, deletedAt }) => (
          <li key={id} className="flex items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium text-sm" dir="auto">
                {name}
              </p>
              <p className="text-muted-foreground text-xs">
                {t("deletedOn", {
                  date: format.dateTime(new Date(deletedAt), { dateStyle: "medium", timeZone }),
                })}
              </p>
            </div>
            <Button
              size="sm"
              variant="outline"
              aria-label={`${t("restore")}: ${name}`}
              onClick={() => restore.mutate({ conversationId: id })}
            >
              {t("restore")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
