import {
  isDay,
  isUsername,
  type ListView,
  type ListViewRules,
  readListView,
} from "@/components/data-table/list-view";
import { isNetwork } from "@/lib/is-network";

const isCountry = (text: string) => /^[A-Z]{2}$/.test(text);

/** What an address may say of the Sessions page; `show` is the list. */
export const sessionsRules: ListViewRules = {
  filters: {
    show: ["live", "attempts"],
    client: ["browser", "api"],
    outcome: ["succeeded", "failed", "locked_out"],
    person: isUsername,
    from: isDay,
    to: isDay,
    address: isNetwork,
    country: isCountry,
  },
};

/** The view that an address says. */
export const readSessionsView = (parameters: { get(name: string): string | null }) =>
  readListView(parameters, sessionsRules);

/** Which live sessions a view shows. */
export const liveFilterOf = ({ query, filters }: ListView) => ({
  query: query || undefined,
  client: filters.client as "browser" | "api" | undefined,
  network: filters.address,
  country: filters.country,
});

/** What to ask the server for, the same on the server (reading ahead) and in the browser. */
export const liveInput = (view: ListView, cursor: string | null = null) => ({
  ...liveFilterOf(view),
  cursor,
  limit: 50,
});

export function attemptsInput({ filters }: ListView, cursor: number | null = null) {
  return {
    outcome: filters.outcome as "succeeded" | "failed" | "locked_out" | undefined,
    person: filters.person,
    from: filters.from,
    to: filters.to,
    network: filters.address,
    country: filters.country,
    cursor,
    limit: 50,
  };
}
