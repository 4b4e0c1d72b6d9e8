"use client";

import { useTranslations } from "next-intl";
import { useSettingTexts } from "@/features/settings/ui/admin/use-setting-texts";
import { cn } from "@/lib/cn";
import { changeDiff, valueText } from "../../change-diff";

/** What was before and what is after, value by value; what changed stands out by more than its colour. */
export function ChangeTable({
  before,
  after,
  setting,
}: {
  before: unknown;
  after: unknown;
  /** the setting whose value it is, if it is one's */
  setting?: string;
}) {
  const t = useTranslations("audit.detail");
  const { settingName, settingValue } = useSettingTexts();
  const name = setting && settingName(setting);
  const changes = changeDiff(before, after);
  if (changes.length === 0) return <p className="text-muted-foreground text-sm">{t("nothing")}</p>;
  const side = (value: unknown, changed: boolean, mark: "−" | "+", className: string) =>
    value !== undefined && (
      <span dir="auto" className={cn("break-words", changed && className)}>
        {changed && <span aria-hidden="true">{mark} </span>}
        {setting ? settingValue(setting, value) : valueText(value)}
      </span>
    );
  return (
    <div className="overflow-x-auto rounded-lg border bg-card">
      <table className="w-full text-sm">
        <thead className="bg-muted/50 text-muted-foreground text-xs">
          <tr>
            {[t("value"), t("before"), t("after")].map((header) => (
              <th key={header} scope="col" className="px-4 py-2 text-start font-medium">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {changes.map(({ path, before: old, after: now, changed }) => (
            <tr key={path} className={changed ? "" : "text-muted-foreground"}>
              <th
                scope="row"
                className={cn("px-4 py-2 text-start align-top font-medium", !name && "font-mono text-xs")}
                dir={name ? undefined : "ltr"}
              >
                {path || name || setting || t("value")}
              </th>
              <td className="px-4 py-2 align-top">{side(old, changed, "−", "text-destructive")}</td>
              <td className="px-4 py-2 align-top">{side(now, changed, "+", "text-success")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
