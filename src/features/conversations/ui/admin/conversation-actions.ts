import { ArchiveIcon, ArchiveRestoreIcon, type LucideIcon, Trash2Icon, Undo2Icon } from "lucide-react";
import type { ConversationAction, ConversationFilter } from "../../admin-input";

export const actionIcons: Record<ConversationAction, LucideIcon> = {
  archive: ArchiveIcon,
  unarchive: ArchiveRestoreIcon,
  delete: Trash2Icon,
  restore: Undo2Icon,
};

/** What makes sense for groups in this state. */
export const offeredActions: Record<ConversationFilter["state"], ConversationAction[]> = {
  living: ["archive", "delete"],
  archived: ["unarchive", "delete"],
  deleted: ["restore"],
  all: ["archive", "unarchive", "delete", "restore"],
};
