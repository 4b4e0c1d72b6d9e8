import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/use-person-name";
import type { ReplyPreview } from "../dto";

/** The message that is answered, in brief; leads to it. */
export function ReplyQuote({
  quoted,
  tabbable,
  onJump,
}: {
  quoted: ReplyPreview;
  tabbable: boolean;
  onJump: (seq: number) => void;
}) {
  const t = useTranslations("chat.message");
  const nameOf = usePersonName();
  return (
    <button
      type="button"
      tabIndex={tabbable ? 0 : -1}
      onClick={() => onJump(quoted.seq)}
      aria-label={t("goToQuoted", {
        name: nameOf(quoted.author),
        excerpt: quoted.deleted ? t("deleted") : quoted.excerpt,
      })}
      className="mt-0.5 mb-1 block max-w-full rounded-e-md border-primary/50 border-s-2 bg-muted/60 px-2.5 py-1 text-start hover:border-primary hover:bg-accent"
    >
      <bdi className="block truncate font-medium text-xs">{nameOf(quoted.author)}</bdi>
      <span className="line-clamp-2 text-muted-foreground text-xs" dir="auto">
        {quoted.deleted ? t("deleted") : quoted.excerpt}
      </span>
    </button>
  );
}
