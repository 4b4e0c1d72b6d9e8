"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Severity } from "../../dto";

/** How grave an entry is; nothing for what is routine. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  const t = useTranslations("audit.severity");
  if (severity === "routine") return null;
  return <Badge variant={severity === "critical" ? "destructive" : "secondary"}>{t(severity)}</Badge>;
}
