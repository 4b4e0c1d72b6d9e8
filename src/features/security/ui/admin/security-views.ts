import {
  isDay,
  isUsername,
  type ListView,
  type ListViewRules,
  readListView,
} from "@/components/data-table/list-view";
import { isNetwork } from "@/lib/is-network";
import { type SecurityEventKind, securityEventKindNames } from "../../event-kinds";

export const eventsRules: ListViewRules = {
  filters: {
    show: ["open", "all"],
    kind: securityEventKindNames,
    person: isUsername,
    from: isDay,
    to: isDay,
    address: isNetwork,
  },
};
export const rulesRules: ListViewRules = {
  filters: { kind: ["block", "allow"], address: isNetwork },
};

type Parameters = { get(name: string): string | null };
/** The views that an address says. */
export const readEventsView = (parameters: Parameters) => readListView(parameters, eventsRules);
export const readRulesView = (parameters: Parameters) => readListView(parameters, rulesRules);

/** Which events a view shows. */
export const eventFilterOf = ({ filters }: ListView) => ({
  open: filters.show === "open",
  kind: filters.kind as SecurityEventKind | undefined,
  person: filters.person,
  from: filters.from,
  to: filters.to,
  network: filters.address,
});

/** What to ask the server for, the same on the server (reading ahead) and in the browser. */
export const eventsInput = (view: ListView, cursor: number | null = null) => ({
  ...eventFilterOf(view),
  cursor,
  limit: 50,
});

export const ruleFilterOf = ({ filters }: ListView) => ({
  kind: filters.kind as "block" | "allow" | undefined,
  network: filters.address,
});

export const rulesInput = (view: ListView, cursor: string | null = null) => ({
  ...ruleFilterOf(view),
  cursor,
  limit: 50,
});
