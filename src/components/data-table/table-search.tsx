"use client";

import { SearchIcon } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Input } from "@/components/ui/input";

const settleMs = 250;

/** Asks for a search once typing pauses. */
export function TableSearch({
  label,
  hint,
  query,
  onSearch,
}: {
  label: string;
  hint: string;
  query: string;
  onSearch: (query: string) => void;
}) {
  const [text, setText] = useState(query);
  const [known, setKnown] = useState(query);
  const search = useRef(onSearch);
  search.current = onSearch;

  // The address has changed by other means than typing here.
  if (query !== known) {
    setKnown(query);
    if (query !== text.trim()) setText(query);
  }

  useEffect(() => {
    if (text.trim() === query) return;
    const timer = setTimeout(() => search.current(text.trim()), settleMs);
    return () => clearTimeout(timer);
  }, [text, query]);

  return (
    <search className="w-full md:max-w-xs">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(text.trim());
        }}
      >
        <SearchIcon
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4 text-muted-foreground"
        />
        <Input
          type="search"
          aria-label={label}
          placeholder={hint}
          maxLength={80}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="text-ellipsis ps-9"
        />
      </form>
    </search>
  );
}
