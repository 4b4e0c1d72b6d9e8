"use client";

import { CircleAlertIcon } from "lucide-react";
import { useTranslations } from "next-intl";

/** Why a form as a whole was refused. Always on the page, so that assistive technology notices a change. */
export function FormProblem({ problem }: { problem?: { text: string; requestId?: string | null } }) {
  const t = useTranslations("common");
  return (
    <div role="alert" className="empty:hidden">
      {problem && (
        <div className="flex gap-2.5 rounded-md border border-destructive/40 bg-destructive/5 px-3 py-2.5 text-destructive text-sm dark:bg-destructive/10">
          <CircleAlertIcon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <div>
            <p>{problem.text}</p>
            {problem.requestId && (
              <p className="mt-1 select-all font-mono text-xs">{t("requestId", { id: problem.requestId })}</p>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
