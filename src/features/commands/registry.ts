/** Where the help lists a command. */
export const commandGroups = ["go", "conversation", "app"] as const;
export type CommandGroup = (typeof commandGroups)[number];

type Command = {
  group: CommandGroup;
  /** `Mod` is Ctrl, and ⌘ on a Mac. A single character counts only while nothing is being written. */
  keys?: readonly string[];
  /** Works above an open dialog too. */
  overDialogs?: boolean;
};

/**
 * Everything that can be done by a key or by the palette. The keys are listened for, shown in the help and
 * in the palette from here alone; a command is offered only while something on the page carries it out.
 */
const commands = {
  palette: { group: "go", keys: ["Mod+K"], overDialogs: true },
  search: { group: "go", keys: ["Mod+Shift+F", "/"] },
  newConversation: { group: "go", keys: ["Mod+Shift+O"] },
  browseGroups: { group: "go" },
  threads: { group: "go" },
  saved: { group: "go" },
  scheduled: { group: "go" },
  previousConversation: { group: "go", keys: ["Alt+ArrowUp"] },
  nextConversation: { group: "go", keys: ["Alt+ArrowDown"] },
  previousUnread: { group: "go", keys: ["Alt+Shift+ArrowUp"] },
  nextUnread: { group: "go", keys: ["Alt+Shift+ArrowDown"] },
  searchHere: { group: "conversation", keys: ["Mod+F"] },
  goToDate: { group: "conversation", keys: ["Mod+G"] },
  write: { group: "conversation", keys: ["Mod+E"] },
  editLast: { group: "conversation", keys: ["Mod+ArrowUp"] },
  markRead: { group: "conversation", keys: ["Mod+Shift+E"] },
  details: { group: "conversation", keys: ["Mod+."] },
  help: { group: "app", keys: ["Mod+/", "?"] },
  markAllRead: { group: "app" },
  themeLight: { group: "app" },
  themeDark: { group: "app" },
  themeSystem: { group: "app" },
  security: { group: "app" },
  admin: { group: "app" },
  signOut: { group: "app" },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as CommandId[];
export const commandOf = (id: CommandId): Command => commands[id];
