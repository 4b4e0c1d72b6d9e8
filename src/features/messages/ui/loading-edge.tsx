import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import type { Direction } from "./use-timeline";

/** At an edge of the list: that more is on its way, or that it did not come. */
export function LoadingEdge({
  edge,
  loading,
  failed,
  load,
}: {
  edge: Direction;
  loading: Direction | null;
  failed: Direction | null;
  load: (direction: Direction) => void;
}) {
  const t = useTranslations("chat.timeline");
  const place = edge === "older" ? "top-0" : "bottom-0";
  if (failed === edge) {
    return (
      <div
        role="alert"
        className={cn(
          "absolute inset-x-0 z-10 mx-auto mt-2 flex w-fit items-center gap-3 rounded-full border bg-popover py-1 ps-4 pe-1 text-sm shadow-md",
          place,
        )}
      >
        {t("loadFailed")}
        <Button variant="outline" size="sm" className="rounded-full" onClick={() => load(edge)}>
          {t("loadAgain")}
        </Button>
      </div>
    );
  }
  if (loading !== edge) return null;
  return (
    <div
      role="progressbar"
      aria-label={t(edge === "older" ? "loadingOlder" : "loadingNewer")}
      className={cn("absolute inset-x-0 z-10 h-0.5 animate-late overflow-hidden bg-primary/20", place)}
    >
      <div className="h-full w-1/3 animate-slide rounded-full bg-primary" />
    </div>
  );
}
