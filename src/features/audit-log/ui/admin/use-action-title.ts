"use client";

import { useTranslations } from "next-intl";

/** What an action, or a category, is called; one that another release wrote goes by its own name. */
export function useActionTitle() {
  const t = useTranslations("audit");
  const titleOf = (key: string, name: string) => (t.has(key as "title") ? t(key as "title") : name);
  return {
    actionTitle: (action: string) => titleOf(`action.${action}`, action),
    categoryTitle: (category: string) => titleOf(`category.${category}`, category),
    targetTitle: (type: string) => titleOf(`targetType.${type}`, type),
  };
}
