"use client";

import { useTranslations } from "next-intl";
import { FormattedTime } from "@/components/formatted-time";
import { notify } from "@/components/notify";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import type { Notices } from "../dto";
import { NoticeCard } from "./notice-card";

/** Tells people what came of their reports and of their held messages, one after the other. */
export function ReportResults({ results, rejected, glass }: Omit<Notices, "warnings">) {
  const personName = usePersonName();
  const t = useTranslations("reports");
  const problem = useProblem();
  const utils = trpc.useUtils();
  const outcome = {
    onSuccess: () => utils.moderation.notices.invalidate(),
    onError: (error: unknown) => void notify("error", problem(error).text),
  };
  const putResultAway = trpc.moderation.putResultAway.useMutation(outcome);
  const putRejectedAway = trpc.moderation.putRejectedAway.useMutation(outcome);
  const putGlassNoticeAway = trpc.moderation.putGlassNoticeAway.useMutation(outcome);
  const more = results.length + rejected.length + glass.length - 1;
  const [reading] = glass;
  const [message] = rejected;
  const [result] = results;
  if (reading) {
    const { grantId, conversation, by, reason, startedAt, expiresAt } = reading;
    return (
      <NoticeCard
        title={t("glass.title")}
        more={more}
        onPutAway={() => putGlassNoticeAway.mutate({ grantId })}
      >
        <p className="wrap-anywhere">
          {conversation === null
            ? t("glass.direct", { name: personName(by) })
            : t("glass.group", { name: personName(by), group: conversation })}
        </p>
        <p className="text-muted-foreground">
          <FormattedTime value={startedAt} /> – <FormattedTime value={expiresAt} style="time" />
        </p>
        <p dir="auto" className="wrap-anywhere border-s-2 ps-3">
          {reason}
        </p>
      </NoticeCard>
    );
  }
  if (message) {
    return (
      <NoticeCard
        title={t("rejected.title")}
        more={more}
        onPutAway={() => putRejectedAway.mutate({ id: message.id })}
      >
        <p
          dir="auto"
          className="wrap-anywhere max-h-40 overflow-y-auto whitespace-pre-wrap border-s-2 ps-3 text-muted-foreground"
        >
          {message.body}
        </p>
        <p className="wrap-anywhere">{t("rejected.reason", { reason: message.reason })}</p>
      </NoticeCard>
    );
  }
  if (!result) return null;
  const { reportId, kind, reported, answer } = result;
  return (
    <NoticeCard title={t("result.title")} more={more} onPutAway={() => putResultAway.mutate({ reportId })}>
      <p className="wrap-anywhere text-muted-foreground">
        {t(`result.about.${kind}`, { name: personName(reported) })}
      </p>
      <p>{t(`result.outcome.${result.outcome}`)}</p>
      {answer && (
        <p dir="auto" className="wrap-anywhere max-h-40 overflow-y-auto whitespace-pre-wrap border-s-2 ps-3">
          {answer}
        </p>
      )}
    </NoticeCard>
  );
}
