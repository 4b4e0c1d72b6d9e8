"use client";

import { DownloadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ListView } from "@/components/data-table/list-view";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { trpc } from "@/trpc/react";
import { useProblem } from "@/trpc/use-problem";
import { filterOf } from "./audit-view";

/** Downloads exactly what the view shows; the export itself is audited before its first line is sent. */
export function ExportMenu({ view }: { view: ListView }) {
  const t = useTranslations("audit.exports");
  const problemOf = useProblem();
  const { mutateAsync, isPending } = trpc.admin.audit.startExport.useMutation();
  const start = async (format: "ndjson" | "csv") => {
    try {
      const { id } = await mutateAsync({ filter: filterOf(view), format });
      window.location.assign(`/api/audit/exports/${id}`);
      void notify("success", t("started"));
    } catch (error) {
      void notify("error", problemOf(error).text);
    }
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" size="sm" disabled={isPending}>
          <DownloadIcon aria-hidden="true" />
          {t("export")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {(["ndjson", "csv"] as const).map((format) => (
          <DropdownMenuItem key={format} onSelect={() => void start(format)}>
            {t(format)}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
