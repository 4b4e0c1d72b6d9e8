import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

const shapes = [
  { name: "w-24", lines: ["w-3/5", "w-2/5"] },
  { name: "w-32", lines: ["w-1/2"] },
  { name: "w-28", lines: ["w-4/5", "w-3/4", "w-1/3"] },
  { name: "w-20", lines: ["w-2/3"] },
];

/** In the place of messages that are on their way. */
export function MessageListSkeleton() {
  const t = useTranslations("chat.timeline");
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-end gap-5 overflow-hidden px-4 py-3">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      {shapes.map(({ name, lines }) => (
        <div key={name} aria-hidden="true" className="flex animate-late gap-3">
          <Skeleton className="size-9 shrink-0 rounded-full" />
          <div className="grid flex-1 gap-2 pt-1">
            <Skeleton className={`h-3 ${name}`} />
            {lines.map((width) => (
              <Skeleton key={width} className={`h-3.5 ${width}`} />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
