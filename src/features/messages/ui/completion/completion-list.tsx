"use client";

import { useTranslations } from "next-intl";
import { UserAvatar } from "@/components/user-avatar";
import { cn } from "@/lib/cn";
import type { Completion } from "./use-completions";

type Props = {
  id: string;
  completions: Completion[];
  active: number;
  onChoose: (completion: Completion) => void;
};

/** What may follow, above the field. The field keeps the focus and walks the list. */
export function CompletionList({ id, completions, active, onChoose }: Props) {
  const t = useTranslations("compose.completion");
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label={t("label")}
        className="absolute inset-x-0 bottom-full z-20 mb-1 max-h-72 overflow-y-auto rounded-lg border bg-popover p-1 text-popover-foreground shadow-md"
      >
        {completions.map((completion, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, the list is walked from it
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field below takes the keys
          <div
            key={completion.key}
            id={`${id}-${index}`}
            ref={index === active ? intoView : undefined}
            role="option"
            aria-selected={index === active}
            // The field must not lose the focus to a press.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(completion)}
            className={cn(
              "flex cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1.5 text-sm hover:bg-accent",
              index === active && "bg-accent",
            )}
          >
            {completion.person && (
              <UserAvatar id={completion.person.id} name={completion.person.name} size="xs" />
            )}
            <bdi className="truncate font-medium">{completion.title}</bdi>
            <span className="ms-auto truncate ps-3 text-muted-foreground text-xs">
              {completion.detail ??
                (completion.key === "here" || completion.key === "all" ? t(completion.key) : "")}
            </span>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {t("found", { count: completions.length })}
      </p>
    </>
  );
}

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });
