import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/lib/cn";
import type { GlassStatus } from "../dto";

const colours: Record<GlassStatus, string> = {
  requested: "border-warning/40 bg-warning/5 text-warning",
  active: "border-destructive/40 bg-destructive/5 text-destructive",
  refused: "text-muted-foreground",
  ended: "text-muted-foreground",
};

/** How a request stands. */
export function GlassStatusBadge({ status }: { status: GlassStatus }) {
  const t = useTranslations("oversight.glass.status");
  return (
    <Badge variant="outline" className={cn(colours[status])}>
      {t(status)}
    </Badge>
  );
}
