/** How the rows of a list are ordered. */
export type Sort = { column: string; direction: "ascending" | "descending" };

/** What a list shows. All of it stands in the page's address, so that it can be kept, sent and gone back to. */
export type ListView = {
  query: string;
  /** by filter; one that is not set is absent */
  filters: Record<string, string>;
  sort: Sort | null;
};

/** What an address may say of a list: whatever else stands there is left out. */
export type ListViewRules = {
  /** by filter, what it takes: one of these, or what the function accepts */
  filters: Record<string, readonly string[] | ((value: string) => boolean)>;
  /** the columns that the server can order by */
  sorts?: readonly string[];
};

const queryLength = 80;

/** Reads a view from an address; what makes no sense there counts as not said. */
export function readListView(
  parameters: { get(name: string): string | null },
  { filters, sorts = [] }: ListViewRules,
): ListView {
  const said = Object.entries(filters).flatMap(([id, rule]) => {
    const value = parameters.get(id);
    if (value === null) return [];
    return (typeof rule === "function" ? rule(value) : rule.includes(value)) ? [[id, value]] : [];
  });
  const sort = parameters.get("sort") ?? "";
  const column = sort.replace(/^-/, "");
  return {
    query: (parameters.get("q") ?? "").trim().slice(0, queryLength),
    filters: Object.fromEntries(said),
    sort: sorts.includes(column)
      ? { column, direction: sort.startsWith("-") ? "descending" : "ascending" }
      : null,
  };
}

/** The part of an address that says a view, without its `?`; the same view always gives the same text. */
export function writeListView({ query, filters, sort }: ListView): string {
  const parameters = new URLSearchParams(Object.entries(filters).toSorted());
  if (query) parameters.set("q", query);
  if (sort) parameters.set("sort", (sort.direction === "descending" ? "-" : "") + sort.column);
  return parameters.toString();
}

/** The order after a click on a column's header: its way up, its way down, and the list's own again. */
export function nextSort(current: Sort | null, column: string): Sort | null {
  if (current?.column !== column) return { column, direction: "ascending" };
  return current.direction === "ascending" ? { column, direction: "descending" } : null;
}

/** A day as date fields give it. */
export const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));

/** What could be somebody's user name. */
export const isUsername = (value: string) => value.trim() !== "" && value.length <= 80;
