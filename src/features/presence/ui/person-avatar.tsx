"use client";

import type { ComponentProps } from "react";
import { UserAvatar } from "@/components/user-avatar";
import { usePresence } from "./use-presence";

/** A person's initials with a dot that says whether they are here. */
export function PersonAvatar(props: Omit<ComponentProps<typeof UserAvatar>, "presence">) {
  return <UserAvatar {...props} presence={usePresence(props.id)?.state ?? undefined} />;
}
