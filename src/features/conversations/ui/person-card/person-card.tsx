"use client";

import { AtSignIcon, ClockIcon, MessageSquareIcon } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useClock } from "@/components/appearance-context";
import { ErrorState } from "@/components/error-state";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { useMinute } from "@/components/use-minute";
import { usePersonName } from "@/components/use-person-name";
import { PersonAvatar } from "@/features/presence/ui/person-avatar";
import { PresenceLine } from "@/features/presence/ui/presence-line";
import { copyText } from "@/lib/copy-text";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { useOpenedConversation } from "../use-opened-conversation";

/** Who somebody is: names, whether they are here, their clock, what they say of themselves, and the way to them. */
export function PersonCard({
  userId,
  ownId,
  onClose,
}: {
  userId: string;
  ownId: string;
  onClose: () => void;
}) {
  const personName = usePersonName();
  const t = useTranslations("conversations.person");
  const problem = useProblem();
  const { data: profile, error, refetch } = trpc.users.profile.useQuery({ userId });
  const showOpened = useOpenedConversation();
  const write = trpc.conversations.openDirect.useMutation({
    onSuccess(conversation) {
      showOpened(conversation);
      onClose();
    },
    onError: (refusal) => void notify("error", problem(refusal).text),
  });
  if (error) return <ErrorState title={problem(error).text} onRetry={() => void refetch()} />;
  if (!profile) return <Loading label={t("loading")} />;
  const copy = async () => {
    const done = await copyText(`@${profile.username}`);
    void notify(done ? "success" : "error", t(done ? "copied" : "notCopied", { username: profile.username }));
  };
  return (
    <div className="grid gap-4">
      <div className="flex items-center gap-3">
        <PersonAvatar id={profile.id} name={personName(profile)} size="lg" />
        <div className="grid min-w-0">
          <p className="truncate font-semibold" dir="auto">
            {personName(profile)}
          </p>
          <p className="truncate text-muted-foreground text-sm">
            @<bdi>{profile.username}</bdi>
            {profile.role !== "user" && <> · {t(`role.${profile.role}`)}</>}
          </p>
        </div>
      </div>
      <div className="grid gap-1.5 text-sm">
        <p className="text-muted-foreground empty:hidden">
          {profile.active ? <PresenceLine userId={profile.id} /> : t("gone")}
        </p>
        {profile.timeZone && <LocalTime timeZone={profile.timeZone} />}
        {profile.bio && (
          <p className="wrap-anywhere whitespace-pre-wrap border-t pt-3 mt-1.5" dir="auto">
            {profile.bio}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {profile.active && (
          <Button size="sm" disabled={write.isPending} onClick={() => write.mutate({ userId })}>
            <MessageSquareIcon aria-hidden="true" />
            {t(userId === ownId ? "notes" : "write")}
          </Button>
        )}
        <Button size="sm" variant="outline" onClick={() => void copy()}>
          <AtSignIcon aria-hidden="true" />
          {t("copy")}
        </Button>
      </div>
    </div>
  );
}

/** What the clock shows where the person is. */
function LocalTime({ timeZone }: { timeZone: string }) {
  const t = useTranslations("conversations.person");
  const format = useFormatter();
  const clock = useClock();
  const minute = useMinute();
  if (minute === null) return null;
  const time = format.dateTime(minute * 60_000, { timeStyle: "short", timeZone, ...clock });
  return (
    <p className="flex items-center gap-2 text-muted-foreground">
      <ClockIcon aria-hidden="true" className="size-4 shrink-0" />
      {t("localTime", { time, zone: timeZone.replaceAll("_", " ") })}
    </p>
  );
}

function Loading({ label }: { label: string }) {
  return (
    <div className="flex items-center gap-3">
      <p role="status" className="sr-only">
        {label}
      </p>
      <Skeleton className="size-12 rounded-full" />
      <div className="grid flex-1 gap-2">
        <Skeleton className="h-4 w-3/5" />
        <Skeleton className="h-3 w-2/5" />
      </div>
    </div>
  );
}
