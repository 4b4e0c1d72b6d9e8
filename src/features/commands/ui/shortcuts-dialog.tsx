"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from "@/components/ui/dialog";
import { useReturnFocus } from "@/components/use-return-focus";
import { commandGroups, commandOf } from "../registry";
import { writingActs, writingKeys } from "../writing-keys";
import { KeyCaps } from "./key-caps";
import { useAvailableCommands } from "./use-commands";

/** The keys that do something on this page at the moment. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("commands");
  const returnFocus = useReturnFocus();
  const available = useAvailableCommands();
  const withKeys = available.filter((id) => commandOf(id).keys);
  const groups = commandGroups
    .map((group) => ({ group, ids: withKeys.filter((id) => commandOf(id).group === group) }))
    .filter(({ ids }) => ids.length > 0);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent {...returnFocus} className="max-h-[85dvh] overflow-y-auto sm:max-w-2xl">
        <DialogHeader>
          <DialogTitle>{t("help.title")}</DialogTitle>
          <DialogDescription>{t("help.description")}</DialogDescription>
        </DialogHeader>
        <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
          {groups.map(({ group, ids }) => (
            <Section key={group} title={t(`groups.${group}`)}>
              {ids.map((id) => (
                <Line key={id} name={t(`names.${id}`)} keys={commandOf(id).keys ?? []} />
              ))}
            </Section>
          ))}
          <Section title={t("groups.writing")}>
            {writingActs.map((act) => (
              <Line key={act} name={t(`writing.${act}`)} keys={[writingKeys[act]]} />
            ))}
          </Section>
        </div>
      </DialogContent>
    </Dialog>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="mb-1 font-semibold text-sm">{title}</h3>
      <dl className="divide-y">{children}</dl>
    </section>
  );
}

function Line({ name, keys }: { name: string; keys: readonly string[] }) {
  const or = useTranslations("commands")("help.or");
  return (
    <div className="flex min-h-9 items-center justify-between gap-3 py-1 text-sm">
      <dt className="text-pretty">{name}</dt>
      <dd className="flex shrink-0 items-center gap-1.5">
        {keys.map((each, index) => (
          <span key={each} className="flex items-center gap-1.5">
            {index > 0 && <span className="text-muted-foreground text-xs">{or}</span>}
            <KeyCaps keys={each} />
          </span>
        ))}
      </dd>
    </div>
  );
}
