import { BellIcon, EyeIcon, KeyRoundIcon, PaletteIcon, UserRoundIcon } from "lucide-react";

/** The parts of the person's own account, in the order of their navigation; `key` names their text. */
export const sections = [
  { key: "profile", href: "/account/profile", icon: UserRoundIcon },
  { key: "security", href: "/account/security", icon: KeyRoundIcon },
  { key: "notifications", href: "/account/notifications", icon: BellIcon },
  { key: "appearance", href: "/account/appearance", icon: PaletteIcon },
  { key: "privacy", href: "/account/privacy", icon: EyeIcon },
] as const;
