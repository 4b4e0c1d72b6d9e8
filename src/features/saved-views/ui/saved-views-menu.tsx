"use client";

import { BookmarkIcon, BookmarkPlusIcon, Trash2Icon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ListViewState } from "@/components/data-table/use-list-view";
import { notify } from "@/components/notify";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { trpc } from "@/trpc/react";
import type { SavedView } from "../dto";
import { SaveViewDialog } from "./save-view-dialog";

/**
 * Goes to a view of a list that somebody saved, and saves the present one.
 * @param list names the list; its views are found again by it
 */
export function SavedViewsMenu({ list, view }: { list: string; view: ListViewState }) {
  const t = useTranslations("table.views");
  const utils = trpc.useUtils();
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const { data: views, error } = trpc.savedViews.list.useQuery({ list }, { enabled: open });
  const { mutateAsync: remove } = trpc.savedViews.delete.useMutation();

  const forget = async ({ id, name }: SavedView) => {
    await remove({ id });
    await utils.savedViews.list.invalidate({ list });
    void notify("success", t("removed", { name }));
  };

  return (
    <>
      <Popover open={open} onOpenChange={setOpen}>
        <PopoverTrigger asChild>
          <Button variant="outline" size="sm">
            <BookmarkIcon aria-hidden="true" />
            {t("label")}
          </Button>
        </PopoverTrigger>
        <PopoverContent align="start" aria-label={t("label")} className="grid w-72 gap-1 p-1.5">
          {error && <p className="px-2 py-1.5 text-destructive text-sm">{t("failed")}</p>}
          {views?.length === 0 && <p className="px-2 py-1.5 text-muted-foreground text-sm">{t("none")}</p>}
          {views && views.length > 0 && (
            <ul className="max-h-72 overflow-y-auto">
              {views.map((each) => (
                <li key={each.id} className="flex items-center">
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-current={each.search === view.search ? "true" : undefined}
                    className="min-w-0 flex-1 justify-start font-normal aria-current:font-medium"
                    onClick={() => {
                      view.open(each.search);
                      setOpen(false);
                    }}
                  >
                    <bdi className="truncate">{each.name}</bdi>
                  </Button>
                  <Button
                    variant="ghost"
                    size="icon-sm"
                    aria-label={t("remove", { name: each.name })}
                    onClick={() => void forget(each)}
                  >
                    <Trash2Icon aria-hidden="true" />
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <Button
            variant="ghost"
            size="sm"
            className="justify-start"
            onClick={() => {
              setOpen(false);
              setSaving(true);
            }}
          >
            <BookmarkPlusIcon aria-hidden="true" />
            {t("save")}
          </Button>
        </PopoverContent>
      </Popover>
      {saving && <SaveViewDialog list={list} search={view.search} onClose={() => setSaving(false)} />}
    </>
  );
}
