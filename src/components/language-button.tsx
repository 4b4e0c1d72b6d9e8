import { LanguagesIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";

export function LanguageButton(props: ComponentProps<typeof Button>) {
  const t = useTranslations("common.language");
  return (
    <Button variant="ghost" size="icon" aria-haspopup="menu" {...props} aria-label={t("label")}>
      <LanguagesIcon aria-hidden="true" />
    </Button>
  );
}
