import { useFormatter, useTranslations } from "next-intl";
import { useMinute } from "@/components/use-minute";
import { runCommand } from "@/features/commands/handlers";
import { cn } from "@/lib/cn";
import { dayOf } from "../day-of";

const oneDayMs = 86_400_000;
const label = "rounded-full border px-3 py-0.5 font-medium text-muted-foreground text-xs";
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** Where a day begins: named in full, or "today" and "yesterday". */
export function DayDivider({
  day,
  timeZone,
  inThread = false,
}: {
  day: string;
  timeZone: string;
  inThread?: boolean;
}) {
  const t = useTranslations("chat.timeline");
  const goToDate = useTranslations("chat.day");
  const format = useFormatter();
  const minute = useMinute();
  const now = minute === null ? null : minute * 60_000;
  const toDay = dayOf(timeZone);
  const isToday = now !== null && toDay(new Date(now).toISOString()) === day;
  const isYesterday = now !== null && toDay(new Date(now - oneDayMs).toISOString()) === day;
  const sameYear = now === null || day.startsWith(String(new Date(now).getFullYear()));
  const date = format.dateTime(noon(day), {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: sameYear ? undefined : "numeric",
    timeZone: "UTC",
  });
  const name = isToday ? t("today") : isYesterday ? t("yesterday") : date;
  return (
    <div className="flex items-center gap-3 px-4 pt-5 pb-1">
      <span className="h-px flex-1 bg-border" />
      {inThread ? (
        <time dateTime={day} className={label}>
          {name}
        </time>
      ) : (
        <button
          type="button"
          tabIndex={-1}
          title={goToDate("title")}
          aria-label={goToDate("open", { day: name })}
          className={cn(label, "hover:bg-accent hover:text-accent-foreground")}
          onClick={() => runCommand("goToDate")}
        >
          <time dateTime={day}>{name}</time>
        </button>
      )}
      <span className="h-px flex-1 bg-border" />
    </div>
  );
}

/** Above the first message that was unread when the conversation was opened. */
export function UnreadDivider() {
  const t = useTranslations("chat.timeline");
  return (
    <div className="flex items-center gap-3 px-4 pt-3">
      <span className="h-px flex-1 bg-unread" />
      <span className="font-semibold text-unread text-xs">{t("newMessages")}</span>
    </div>
  );
}
