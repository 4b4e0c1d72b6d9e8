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

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("oversight.conversations");
  return { title: t("title") };
}

export default async function ConversationsPage({ searchParams }: Props) {
  const parameters = await searchParams;
  const view = readConversationsView({ get: (name) => [parameters[name] ?? null].flat()[0] ?? null });
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
