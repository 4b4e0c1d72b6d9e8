import { HydrationBoundary } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { Conversations } from "@/features/conversations/ui/admin/conversations";
import {
  conversationsHref,
  listInput,
  readConversationsView,
} from "@/features/conversations/ui/admin/conversations-view";
import { prefetcher } from "@/trpc/rsc";
import { requirePermission } from "../console-gate";
import { ConsoleHeading } from "../console-heading";
import { type PageProps, pageParameters } from "../page-parameters";

export async function generateMetadata() {
  const t = await getTranslations("oversight.conversations");
  return { title: t("title") };
}

export default async function ConversationsPage(props: PageProps) {
  const view = readConversationsView(await pageParameters(props));
  await requirePermission("conversations.view", conversationsHref(view));
  const t = await getTranslations("oversight.conversations");
  const ahead = await prefetcher();
  await ahead.admin.conversations.list.prefetch(listInput(view));
  return (
    <>
      <ConsoleHeading title={t("title")} description={t("description")} />
      <HydrationBoundary state={ahead.dehydrate()}>
        <Conversations />
      </HydrationBoundary>
    </>
  );
}
