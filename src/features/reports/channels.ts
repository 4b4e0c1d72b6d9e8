import type { ConsoleChannel } from "@/lib/console-channels";

/** What happens in the queue of reports; those who handle reports may listen. */
export const reportsChannel: ConsoleChannel = "private-console-reports";
