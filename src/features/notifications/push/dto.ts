import type { Device } from "@/features/sessions/dto";

/** A device of the person's own that takes push messages. */
export type PushDevice = {
  id: string;
  /** The one that asks. */
  current: boolean;
  device: Device;
  createdAt: string;
  lastSentAt: string | null;
};

/** What a browser gets to show; `path` is where it leads. */
export type PushPayload = { title: string; body: string; tag: string; path: string };
