import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { JoinGroup } from "@/features/conversations/links/ui/join-group";
import { AuthHeading } from "@/features/users/ui/auth-heading";
import { MessagesProvider } from "@/i18n/messages-provider";
import { headersContext } from "@/trpc/headers-context";
import { caller } from "@/trpc/rsc";

type Props = { params: Promise<{ token: string }> };

/** The secret in the address must not travel on to other sites. */
export const metadata = { referrer: "no-referrer", robots: { index: false } } as const;

/** Where an invitation link leads: who is not signed in comes back here after that. */
export default async function JoinPage({ params }: Props) {
  const { token } = await params;
  if (!(await headersContext()).actor) redirect(`/sign-in?next=${encodeURIComponent(`/join/${token}`)}`);
  const t = await getTranslations("groups.join");
  const group = await getLinkedGroup(token);
  if (!group) {
    return (
      <>
        <AuthHeading title={t("invalidTitle")} description={t("invalid")} />
        <Button asChild variant="outline">
          <a href="/c">{t("home")}</a>
        </Button>
      </>
    );
  }
  return (
    <MessagesProvider namespaces={["groups"]}>
      <AuthHeading
        title={t("title", { name: group.name })}
        description={group.joined ? t("member") : t("invited")}
      />
      <div className="-mt-2 mb-6 grid gap-2 text-sm">
        {group.description && (
          <p className="wrap-anywhere whitespace-pre-wrap" dir="auto">
            {group.description}
          </p>
        )}
        <p className="text-muted-foreground">{t("memberCount", { count: group.memberCount })}</p>
      </div>
      <JoinGroup group={group} token={token} />
    </MessagesProvider>
  );
}

async function getLinkedGroup(token: string) {
  try {
    return await (await caller()).conversations.links.describe({ token });
  } catch (error) {
    // A refusal's message is its code.
    if (error instanceof Error && error.message === "LINK_INVALID") return null;
    throw error;
  }
}
