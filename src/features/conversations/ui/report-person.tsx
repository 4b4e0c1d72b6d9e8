"use client";

import { FlagIcon } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { usePersonName } from "@/components/use-person-name";
import type { UserSummary } from "@/features/users/dto";

const ReportDialog = dynamic(
  () => import("@/features/reports/ui/report-dialog").then((m) => m.ReportDialog),
  {
    ssr: false,
  },
);

/** Complains about the other person of a direct conversation. */
export function ReportPerson({ person }: { person: UserSummary }) {
  const t = useTranslations("reports");
  const personName = usePersonName();
  const [asking, setAsking] = useState(false);
  const userId = person.id;
  const name = personName(person);
  return (
    <>
      <Button variant="ghost" size="sm" onClick={() => setAsking(true)}>
        <FlagIcon aria-hidden="true" />
        {t("reportPerson", { name })}
      </Button>
      {asking && <ReportDialog target={{ kind: "user", userId, name }} onClose={() => setAsking(false)} />}
    </>
  );
}
