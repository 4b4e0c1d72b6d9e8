import { ArchiveIcon, MegaphoneIcon } from "lucide-react";
import { useTranslations } from "next-intl";

/** In the composer's place, where the person may not write. */
export function PostingNotice({ archived }: { archived: boolean }) {
  const t = useTranslations("groups.posting");
  const Icon = archived ? ArchiveIcon : MegaphoneIcon;
  return (
    <p className="mx-3 mb-[max(0.75rem,env(safe-area-inset-bottom))] flex items-center justify-center gap-2 rounded-xl border bg-muted px-4 py-3 text-center text-muted-foreground text-sm md:mx-4">
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {archived ? t("archived") : t("announcements")}
    </p>
  );
}
