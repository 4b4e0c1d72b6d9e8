"use client";

import { useTranslations } from "next-intl";
import type { Named } from "../../dto";

/** What actions, categories, people and things are called; what another release wrote goes by its own name. */
export function useActionTitle() {
  const t = useTranslations("audit");
  const nameOf = ({ id, name }: Named) => name ?? t("gone", { id: id.slice(0, 8) });
  const titleOf = (key: string, name: string) => (t.has(key as "title") ? t(key as "title") : name);
  return {
    actionTitle: (action: string) => titleOf(`action.${action}`, action),
    categoryTitle: (category: string) => titleOf(`category.${category}`, category),
    targetTitle: (type: string) => titleOf(`targetType.${type}`, type),
    /** Who acted; whoever was deleted is known by the beginning of their id. */
    actorName: nameOf,
    targetName: (target: Named & { type: string }) =>
      target.type === "user" ? nameOf(target) : (target.name ?? target.id),
  };
}
