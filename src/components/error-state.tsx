"use client";

import { RotateCwIcon, TriangleAlertIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";

/** Says what happened, the number to quote when asking for help, and offers another try. */
export function ErrorState({
  title,
  description,
  requestId,
  onRetry,
  className,
}: {
  title: string;
  description?: string;
  requestId?: string | null;
  onRetry?: () => void;
  className?: string;
}) {
  const t = useTranslations("common");
  return (
    <div
      role="alert"
      className={cn("flex flex-col items-center justify-center gap-1 px-6 py-12 text-center", className)}
    >
      <span className="mb-3 flex size-12 items-center justify-center rounded-2xl bg-destructive/10 text-destructive">
        <TriangleAlertIcon aria-hidden="true" className="size-6" strokeWidth={1.75} />
      </span>
      <p className="font-semibold">{title}</p>
      {description && <p className="max-w-sm text-pretty text-muted-foreground text-sm">{description}</p>}
      {requestId && (
        <p className="mt-2 select-all font-mono text-muted-foreground text-xs">
          {t("requestId", { id: requestId })}
        </p>
      )}
      {onRetry && (
        <Button variant="outline" className="mt-4" onClick={onRetry}>
          <RotateCwIcon aria-hidden="true" />
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
