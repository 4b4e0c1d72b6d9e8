"use client";

import { CheckIcon, XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { Input } from "@/components/ui/input";
import { usePersonName } from "@/components/use-person-name";
import { UserAvatar } from "@/components/user-avatar";
import { cn } from "@/lib/cn";
import type { UserSummary } from "../dto";
import { usePeopleSearch } from "./use-people-search";

type Props = {
  label: string;
  /** Those chosen so far; left out where choosing one is the end of it. */
  chosen?: UserSummary[];
  /** People who cannot be chosen, with the reason in words. */
  unavailable?: { ids: ReadonlySet<string>; reason: string };
  autoFocus?: boolean;
  /** Called with the person that was chosen, or chosen again to take them out. */
  onToggle: (person: UserSummary) => void;
};

/** Finds people by name: type, walk with the arrow keys, choose with Enter or a click. */
export function PeopleCombobox({ label, chosen, unavailable, autoFocus, onToggle }: Props) {
  const personName = usePersonName();
  const t = useTranslations("conversations.people");
  const listId = useId();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const search = usePeopleSearch(query);
  const people = search.data ?? [];
  const isChosen = (person: UserSummary) => chosen?.some((c) => c.id === person.id) ?? false;
  const isUnavailable = (person: UserSummary) => unavailable?.ids.has(person.id) ?? false;
  const choose = (person: UserSummary | undefined) => {
    if (!person || isUnavailable(person)) return;
    onToggle(person);
    if (chosen) setQuery("");
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown") setActive(Math.min(people.length - 1, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Enter") choose(people[active]);
    else return;
    event.preventDefault();
  };

  return (
    <div className="grid min-w-0 gap-2">
      {chosen && chosen.length > 0 && (
        <ul aria-label={t("chosen")} className="flex flex-wrap gap-1.5">
          {chosen.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                onClick={() => onToggle(person)}
                aria-label={t("remove", { name: personName(person) })}
                className="flex items-center gap-1.5 rounded-full bg-secondary py-0.5 ps-0.5 pe-2 text-secondary-foreground text-sm hover:bg-accent"
              >
                <UserAvatar id={person.id} name={personName(person)} size="xs" />
                <bdi>{personName(person)}</bdi>
                <XIcon aria-hidden="true" className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <Input
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={people[active] ? `${listId}-${active}` : undefined}
        placeholder={t("placeholder")}
        autoComplete="off"
        autoFocus={autoFocus}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t("results")}
        aria-multiselectable={chosen ? true : undefined}
        aria-busy={search.isFetching}
        className="h-52 overflow-y-auto rounded-md border p-1"
      >
        {people.map((person, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, the list is walked from it
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <div
            key={person.id}
            id={`${listId}-${index}`}
            ref={index === active ? intoView : undefined}
            role="option"
            aria-selected={isChosen(person)}
            aria-disabled={isUnavailable(person) || undefined}
            onClick={() => choose(person)}
            className={cn(
              "flex cursor-pointer items-center gap-3 rounded-sm px-2 py-1.5 hover:bg-accent aria-disabled:cursor-default aria-disabled:opacity-60",
              index === active && "bg-accent",
            )}
          >
            <UserAvatar id={person.id} name={personName(person)} size="sm" />
            <span className="grid min-w-0 flex-1">
              <bdi className="truncate font-medium text-sm">{personName(person)}</bdi>
              <span className="truncate text-muted-foreground text-xs">
                @<bdi>{person.username}</bdi>
                {isUnavailable(person) && ` · ${unavailable?.reason}`}
              </span>
            </span>
            {isChosen(person) && <CheckIcon aria-hidden="true" className="size-4 text-primary" />}
          </div>
        ))}
        {people.length === 0 && (
          <p className="px-3 py-8 text-center text-muted-foreground text-sm">
            {search.isPending ? t("searching") : search.isError ? t("failed") : t("none")}
          </p>
        )}
      </div>
      <p role="status" className="sr-only">
        {search.isSuccess && t("found", { count: people.length })}
      </p>
    </div>
  );
}

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });
