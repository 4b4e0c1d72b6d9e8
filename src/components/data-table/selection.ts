/** Rows that something is to be done with: these, or whatever the list's filters match. */
export type Selected = { kind: "these"; ids: string[] } | { kind: "all" };

/** The rows that are chosen, and how to choose others. */
export type Selection = {
  all: boolean;
  /** how many were chosen by themselves */
  count: number;
  selected: Selected;
  isSelected: (id: string) => boolean;
  /** Takes rows in or leaves them out; while everything was chosen, none but these remain. */
  set: (rows: string[], chosen: boolean) => void;
  selectAll: () => void;
  clear: () => void;
};
