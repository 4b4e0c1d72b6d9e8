import { Settings2Icon, UsersRoundIcon } from "lucide-react";

/** The console's sections in the order of its navigation; `key` names their text. */
export const sections = [
  { key: "people", href: "/admin/people", icon: UsersRoundIcon },
  { key: "settings", href: "/admin/settings", icon: Settings2Icon },
] as const;
