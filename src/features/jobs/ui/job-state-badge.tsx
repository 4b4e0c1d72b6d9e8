import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
import type { Job } from "../dto";

const colours: Record<Job["state"], string> = {
  planned: "border-warning/40 bg-warning/5 text-warning",
  waiting: "text-muted-foreground",
  running: "border-primary/40 bg-primary/5 text-primary",
  done: "border-success/40 bg-success/5 text-success",
  cancelled: "border-warning/40 bg-warning/5 text-warning",
  failed: "border-destructive/40 bg-destructive/5 text-destructive",
};

export function JobStateBadge({ state }: { state: Job["state"] }) {
  const t = useTranslations("jobs.state");
  return (
    <Badge variant="outline" className={cn(colours[state])}>
      {t(state)}
    </Badge>
  );
}
