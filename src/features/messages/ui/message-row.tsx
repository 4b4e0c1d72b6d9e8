"use client";

import { useFormatter, useTranslations } from "next-intl";
import { memo, useState } from "react";
import { useClock } from "@/components/appearance-context";
import { FormattedTime } from "@/components/formatted-time";
import { useLocalTimeZone } from "@/components/use-local-time-zone";
import { usePersonName } from "@/components/use-person-name";
import { UserAvatar } from "@/components/user-avatar";
import { PersonButton } from "@/features/conversations/ui/person-card/person-button";
import type { UserSummary } from "@/features/users/dto";
import { cn } from "@/lib/cn";
import type { Message } from "../dto";
import type { Outgoing } from "../outgoing";
import { MessageActions } from "./message-actions";
import { MessageBody } from "./message-body";
import { MessageContent } from "./message-content";
import { OutgoingState } from "./outgoing-state";
import { ReadBy } from "./read-by";
import type { Receipt } from "./receipt-button";
import { ReplyQuote } from "./reply-quote";
import { DayDivider, UnreadDivider } from "./row-dividers";
import { SystemNote } from "./system-note";

export type RowHandlers = {
  onReply: (message: Message) => void;
  onJump: (seq: number) => void;
  onRetry: (id: string) => void;
  onDiscard: (id: string) => void;
};

type Props = {
  author: UserSummary;
  day: string | null;
  first: boolean;
  unread: boolean;
  highlighted: boolean;
  tabbable: boolean;
  receipt?: Receipt | null;
  /** shown inside of a thread */
  inThread?: boolean;
  handlers: RowHandlers;
} & ({ kind: "message"; message: Message } | { kind: "outgoing"; message: Outgoing });

/** One message with what stands above it: the day's name, the line where new messages begin. */
export const MessageRow = memo(function MessageRow(props: Props) {
  const { author, day, first, unread, highlighted, tabbable, receipt, inThread = false } = props;
  const { handlers, kind, message } = props;
  const t = useTranslations("chat.message");
  const nameOf = usePersonName();
  const format = useFormatter();
  const timeZone = useLocalTimeZone();
  const clock = useClock();
  /** Whether somebody has been at this message: what can be done with it is not there before. */
  const [reached, setReached] = useState(false);
  const reach = () => setReached(true);
  const time = format.dateTime(new Date(message.createdAt), { timeStyle: "short", ...clock, timeZone });
  return (
    <div className={first ? "pt-3 compact:pt-1" : "pt-px compact:pt-0"}>
      {day && <DayDivider day={day} timeZone={timeZone} inThread={inThread} />}
      {unread && <UnreadDivider />}
      {kind === "message" && props.message.system ? (
        <SystemNote message={props.message} tabbable={tabbable} highlighted={highlighted} />
      ) : (
        <article
          aria-label={t("label", { name: nameOf(author), time })}
          tabIndex={tabbable ? 0 : -1}
          data-row={message.id}
          onPointerEnter={reach}
          onFocus={reach}
          className={cn(
            "group relative flex gap-3 px-4 py-0.5 outline-offset-[-2px] compact:py-0 hover:bg-message-hover",
            highlighted && "animate-flash",
          )}
        >
          <Gutter author={author} first={first} createdAt={message.createdAt} />
          <div className={cn("min-w-0 flex-1", kind === "outgoing" && "text-muted-foreground")}>
            {first && (
              <p className="flex items-baseline gap-2 leading-5">
                <PersonButton
                  person={author}
                  tabIndex={tabbable ? 0 : -1}
                  className="truncate font-semibold text-foreground text-sm"
                >
                  <bdi>{nameOf(author)}</bdi>
                </PersonButton>
                <FormattedTime
                  value={message.createdAt}
                  style="time"
                  className="shrink-0 text-muted-foreground text-xs"
                />
              </p>
            )}
            {message.replyTo && (
              <ReplyQuote quoted={message.replyTo} tabbable={tabbable} onJump={handlers.onJump} />
            )}
            {kind === "message" ? (
              <MessageContent message={props.message} inThread={inThread} />
            ) : (
              <MessageBody body={message.body} ownId={author.id} />
            )}
            {kind === "message" && receipt && !props.message.deletedAt && (
              <ReadBy message={props.message} receipt={receipt} />
            )}
            {kind === "outgoing" && (
              <OutgoingState
                outgoing={props.message}
                onRetry={handlers.onRetry}
                onDiscard={handlers.onDiscard}
              />
            )}
          </div>
          {kind === "message" && reached && !props.message.deletedAt && (
            <MessageActions message={props.message} inThread={inThread} onReply={handlers.onReply} />
          )}
        </article>
      )}
    </div>
  );
});

function Gutter({ author, first, createdAt }: { author: UserSummary; first: boolean; createdAt: string }) {
  const nameOf = usePersonName();
  return (
    <div className="w-9 shrink-0 pt-0.5">
      {first ? (
        // The name beside it does the same for those who use keys or listen.
        <PersonButton person={author} tabIndex={-1} aria-hidden="true" className="rounded-full">
          <UserAvatar id={author.id} name={nameOf(author)} />
        </PersonButton>
      ) : (
        <FormattedTime
          value={createdAt}
          style="time"
          className="-ms-3 invisible block whitespace-nowrap pt-1 text-end text-[0.625rem] tracking-tighter text-muted-foreground group-focus-within:visible group-hover:visible"
        />
      )}
    </div>
  );
}
