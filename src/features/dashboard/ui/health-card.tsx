"use client";

import { CircleAlertIcon, CircleCheckIcon, CircleMinusIcon } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RelativeTime } from "@/components/relative-time";
import { cn } from "@/lib/cn";
import type { Health } from "../dto";

type State = "good" | "bad" | "off";
const icons = { good: CircleCheckIcon, bad: CircleAlertIcon, off: CircleMinusIcon };
const colours = { good: "text-success", bad: "text-destructive", off: "text-muted-foreground" };

/** Less free space than this share, or than a gigabyte, will be missed soon. */
const scarceShare = 0.1;
const gigabyte = 2 ** 30;
const megabyte = 2 ** 20;
/** More events than these wait only where the realtime server does not take them. */
const manyWaiting = 100;

/** How the parts of the instance are. */
export function HealthCard({ health }: { health: Health }) {
  const t = useTranslations("dashboard.health");
  const format = useFormatter();
  const bytes = (value: number) =>
    value < gigabyte
      ? t("megabytes", { value: format.number(Math.ceil(value / megabyte)) })
      : t("gigabytes", { value: format.number(value / gigabyte, { maximumFractionDigits: 1 }) });
  const { database, realtime, waitingEvents, mail, disk, workerAt, workerLate, version } = health;
  const scarce = disk && (disk.freeBytes < gigabyte || disk.freeBytes / disk.totalBytes < scarceShare);
  const parts: [string, State, ReactNode][] = [
    [t("database"), "good", t("databaseAnswers", { ms: database.answerMs, size: bytes(database.bytes) })],
    realtime
      ? [
          t("realtime"),
          waitingEvents > manyWaiting ? "bad" : "good",
          waitingEvents > manyWaiting
            ? t("eventsWait", { count: waitingEvents })
            : t("answers", { ms: realtime.answerMs }),
        ]
      : [t("realtime"), "bad", t("realtimeGone")],
    [
      t("worker"),
      workerLate ? "bad" : workerAt ? "good" : "off",
      workerAt ? (
        <span key="worker">
          {t(workerLate ? "workerLate" : "workerWorks")} <RelativeTime value={workerAt} />
        </span>
      ) : (
        t("workerNew")
      ),
    ],
    [t("mail"), mail ? "good" : "off", t(mail ? "mailOn" : "mailOff")],
    disk
      ? [
          t("disk"),
          scarce ? "bad" : "good",
          t("free", { free: bytes(disk.freeBytes), total: bytes(disk.totalBytes) }),
        ]
      : [t("disk"), "off", t("diskUnknown")],
    [t("version"), "good", version],
  ];
  return (
    <section aria-labelledby="health" className="grid content-start gap-3 rounded-lg border bg-card p-4">
      <h2 id="health" className="font-semibold">
        {t("title")}
      </h2>
      <ul className="divide-y">
        {parts.map(([name, state, text]) => {
          const Icon = icons[state];
          return (
            <li
              key={name}
              className="grid grid-cols-[1.25rem_8.5rem_minmax(0,1fr)] items-baseline gap-2 py-2 text-sm"
            >
              <Icon
                role="img"
                aria-label={t(state)}
                className={cn("size-4 translate-y-0.5", colours[state])}
              />
              <span className="font-medium">{name}</span>
              <span className={cn("wrap-anywhere", state === "bad" ? colours.bad : "text-muted-foreground")}>
                {text}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
