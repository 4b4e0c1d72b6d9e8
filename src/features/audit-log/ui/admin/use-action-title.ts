"use client";

import { useTranslations } from "next-intl";
import { useSettingTexts } from "@/features/settings/ui/admin/use-setting-texts";
import type { Named } from "../../dto";

/** What actions, categories, people and things are called; what another release wrote goes by its own name. */
export function useActionTitle() {
  const t = useTranslations("audit");
  const { settingName } = useSettingTexts();
  const nameOf = ({ id, name }: Named) => name ?? t("gone", { id: id.slice(0, 8) });
  const titleOf = (key: string, name: string) => (t.has(key as "title") ? t(key as "title") : name);
  return {
    actionTitle: (action: string) => titleOf(`action.${action}`, action),
    categoryTitle: (category: string) => titleOf(`category.${category}`, category),
    targetTitle: (type: string) => titleOf(`targetType.${type}`, type),
    /** Who acted; whoever was deleted is known by the beginning of their id. */
    actorName: nameOf,
    targetName: (target: Named & { type: string }) => {
      if (target.type === "user") return nameOf(target);
      return target.name ?? (target.type === "settings" ? settingName(target.id) : null) ?? target.id;
    },
  };
}
