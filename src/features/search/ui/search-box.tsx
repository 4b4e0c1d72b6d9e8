"use client";

import { SearchIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { Input } from "@/components/ui/input";
import { cn } from "@/lib/cn";
import { completed, typedAt } from "../complete-query";
import { type Completion, useCompletions } from "./use-completions";

type Props = {
  ownId: string;
  text: string;
  onChange: (text: string) => void;
  field: RefObject<HTMLInputElement | null>;
};

/** Where a search is typed; operators and their values are completed below it. */
export function SearchBox({ ownId, text, onChange, field }: Props) {
  const t = useTranslations("search");
  const listId = useId();
  const [caret, setCaret] = useState(text.length);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const typed = open ? typedAt(text, Math.min(caret, text.length)) : null;
  // A word alone is seldom the beginning of an operator: those are offered in an empty box, or once begun.
  const offered = typed && typed.operator === null && typed.value === "" && text.trim() !== "" ? null : typed;
  const completions = useCompletions(offered, ownId);
  const shown = open && completions.length > 0;

  const accept = (completion: Completion) => {
    if (!typed) return;
    const next = completed(text, typed, completion.insert);
    onChange(next.text);
    setCaret(next.caret);
    setActive(-1);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(next.caret, next.caret);
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const chosen = shown ? completions[active] : undefined;
    if (shown && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive(
        active < 0 && step < 0
          ? completions.length - 1
          : (active + step + completions.length) % completions.length,
      );
    } else if (chosen && (event.key === "Enter" || event.key === "Tab")) accept(chosen);
    else if (event.key === "Enter") setOpen(false);
    else if (event.key === "Escape" && shown) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div className="relative min-w-0 flex-1">
      <SearchIcon
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4 text-muted-foreground"
      />
      <Input
        ref={field}
        type="search"
        role="combobox"
        aria-label={t("label")}
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={t("placeholder")}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={200}
        dir="auto"
        value={text}
        onChange={(event) => {
          onChange(event.target.value);
          setCaret(event.target.selectionStart ?? event.target.value.length);
          setActive(-1);
          setOpen(true);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? text.length)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className="h-10 ps-9"
      />
      {shown && (
        <div
          id={listId}
          role="listbox"
          aria-label={t("completion.label")}
          className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-md"
        >
          {completions.map((completion, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, the list is walked from it
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
            <div
              key={completion.insert}
              id={`${listId}-${index}`}
              ref={index === active ? intoView : undefined}
              role="option"
              aria-selected={index === active}
              // The field keeps the focus, and with it the list stays.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => accept(completion)}
              className={cn(
                "flex cursor-pointer items-baseline gap-3 rounded-sm px-2 py-1.5 text-sm hover:bg-accent",
                index === active && "bg-accent text-accent-foreground",
              )}
            >
              <bdi className="truncate font-medium">{completion.label}</bdi>
              <bdi className="ms-auto shrink-0 truncate text-muted-foreground text-xs">{completion.hint}</bdi>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });
