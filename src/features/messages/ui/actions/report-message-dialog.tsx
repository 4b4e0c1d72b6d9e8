"use client";

import { usePersonName } from "@/components/use-person-name";
import { ReportDialog } from "@/features/reports/ui/report-dialog";
import type { Message } from "../../dto";

/** Complains about a message. */
export function ReportMessageDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const personName = usePersonName();
  const { conversationId, id: messageId, author } = message;
  const target = { kind: "message", conversationId, messageId, name: personName(author) } as const;
  return <ReportDialog target={target} onClose={onClose} />;
}
