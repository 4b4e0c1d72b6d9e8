import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditOf } from "@/features/audit-log/ui/admin/audit-of";
import { ConversationTitle } from "@/features/conversations/ui/admin/conversation-title";
import { ConversationView } from "@/features/conversations/ui/admin/conversation-view";
import { GlassPanel } from "@/features/moderation/break-glass/ui/glass-panel";
import { can } from "@/lib/permissions";
import { caller } from "@/trpc/rsc";
import { requirePermission } from "../../console-gate";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  const t = await getTranslations("oversight.conversations");
  return { title: t("one") };
}

export default async function ConversationPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePermission("conversations.view", `/admin/conversations/${id}`);
  const conversation = await (await caller()).admin.conversations
    .get({ conversationId: id })
    .catch(() => null);
  if (!conversation) notFound();
  return (
    <>
      <ConversationTitle initial={conversation} />
      <ConversationView initial={conversation} mayManage={can(actor, "conversations.manage")}>
        {can(actor, "conversations.break-glass") && <GlassPanel conversationId={id} ownId={actor.id} />}
        {can(actor, "audit.view") && (
          <div className="rounded-lg border bg-card p-4">
            <AuditOf type="conversation" id={id} />
          </div>
        )}
      </ConversationView>
    </>
  );
}
