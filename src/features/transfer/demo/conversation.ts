import type { DemoName } from "./people";

type Talk = {
  /**
   * What was said, one line each: `day 3` (that many days ago), then `09:05 sam: text`, or `09:05 sam > 08:50: text`
   * (`> day 4 08:50:`) in answer to the message of that time. Indented lines go on with the message above.
   */
  script: string;
  /** How many of the newest messages somebody has not read; the others have read everything. */
  unread?: Partial<Record<DemoName, number>>;
};

export type DemoGroup = Talk & {
  /** Stable: makes the seed repeatable. */
  key: string;
  name: string;
  description: string;
  visibility: "public" | "private";
  /** The first one is the owner. */
  members: readonly DemoName[];
};

export type DemoDirect = Talk & { members: readonly [DemoName, DemoName] };
