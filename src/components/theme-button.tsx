import { MoonIcon, SunIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";

export function ThemeButton(props: ComponentProps<typeof Button>) {
  const t = useTranslations("common.theme");
  return (
    <Button variant="ghost" size="icon" aria-haspopup="menu" {...props} aria-label={t("label")}>
      <SunIcon aria-hidden="true" className="dark:hidden" />
      <MoonIcon aria-hidden="true" className="hidden dark:block" />
    </Button>
  );
}
