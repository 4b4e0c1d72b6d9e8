"use client";

import { DeleteDialog } from "./delete-dialog";
import { ForwardDialog } from "./forward-dialog";
import type { MessageDialog } from "./message-acts";
import { ReactionsDialog } from "./reactions-dialog";
import { ReportMessageDialog } from "./report-message-dialog";
import { RevisionsDialog } from "./revisions-dialog";

const dialogs = {
  delete: DeleteDialog,
  forward: ForwardDialog,
  reactions: ReactionsDialog,
  report: ReportMessageDialog,
  revisions: RevisionsDialog,
};

/** The dialog that was asked for. */
export function MessageDialogs({ dialog, onClose }: { dialog: MessageDialog; onClose: () => void }) {
  const Shown = dialogs[dialog.kind];
  return <Shown message={dialog.message} onClose={onClose} />;
}
