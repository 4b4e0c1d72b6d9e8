"use client";

import { useFormatter, useTranslations } from "next-intl";

type Row = { key: string; label: string; count: number };

/** A table of a report: things and how many there are of each. */
export function CountTable({ title, header, rows }: { title: string; header: string; rows: Row[] }) {
  const t = useTranslations("audit");
  const format = useFormatter();
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold text-lg">{title}</h2>
      {rows.length === 0 ? (
        <p className="text-muted-foreground text-sm">{t("statistics.none")}</p>
      ) : (
        <table className="w-full text-sm print:text-xs">
          <thead className="border-b text-muted-foreground text-xs">
            <tr>
              <th scope="col" className="py-1.5 text-start font-medium">
                {header}
              </th>
              <th scope="col" className="py-1.5 text-end font-medium">
                {t("entries")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {rows.map(({ key, label, count }) => (
              <tr key={key} className="break-inside-avoid">
                <th scope="row" className="break-all py-1.5 text-start font-normal">
                  <bdi>{label}</bdi>
                </th>
                <td className="py-1.5 text-end tabular-nums">{format.number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
