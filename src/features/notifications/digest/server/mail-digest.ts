import { createTranslator } from "next-intl";
import { letterhead } from "@/features/mail/server/letterhead";
import { excerptOf, quoteLength } from "@/features/messages/excerpt";
import { getLogo } from "@/features/settings/logo/server/get-logo";
import { getSetting } from "@/features/settings/server/get-settings";
import { loadMessages } from "@/i18n/messages";
import { nameOrErased } from "@/lib/erased";
import { negotiateLocale } from "@/lib/locales";
import type { Transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { enqueueMail } from "@/server/mail/mail-job";
import type { Notification } from "../../dto";
import type { Digest } from "./collect-digest";

type Reader = { email: string; locale: string | null; unsubscribeToken: string; showsText: boolean };

/** Has a digest sent once the transaction commits, with a way to end them that mail programs know (RFC 8058). */
export async function mailDigest(tx: Transaction, reader: Reader, digest: Digest): Promise<void> {
  const locale = negotiateLocale(reader.locale ?? undefined, null);
  const [messages, instance, logo, { replyTo, underneath }] = await Promise.all([
    loadMessages(locale),
    getSetting("instanceName"),
    getLogo(),
    letterhead(),
  ]);
  const t = createTranslator({ locale, messages, namespace: "notifications" });
  const erased = createTranslator({ locale, messages, namespace: "common" })("deletedPerson");
  const { APP_URL } = env();
  const sentence = (notification: Notification) => {
    const { displayName: actor } = notification.actor;
    if (notification.kind === "broadcast") {
      const { title, body } = notification.broadcast;
      return reader.showsText
        ? `${t("digest.broadcast", { actor, title })}:\n${excerptOf(body, quoteLength)}`
        : t("told.broadcast", { actor });
    }
    const { kind, conversation, message } = notification;
    const values = { actor, group: conversation.name ?? "" };
    const where = conversation.name === null ? "direct" : "group";
    const told =
      kind === "added" || kind === "reaction" ? t("told.added", values) : t(`told.${kind}.${where}`, values);
    return message && reader.showsText ? `${told}:\n${message.excerpt}` : told;
  };
  const direct = ({ person, count }: Digest["directs"][number]) =>
    t("digest.direct", { actor: nameOrErased(person, erased), count });
  const paragraphs = [
    ...digest.directs.map(direct),
    ...digest.notifications.map(sentence),
    ...(digest.hasMore ? [t("digest.more")] : []),
  ];
  const count = digest.directs.length + digest.notifications.length;
  enqueueMail(
    tx,
    reader.email,
    t("digest.subject", { count, instance }),
    {
      ...{ locale, instance, paragraphs, facts: [] },
      logo: logo && `${APP_URL}${logo.small}`,
      heading: t("digest.heading"),
      action: { label: t("digest.open", { instance }), url: `${APP_URL}/c` },
      note: t("digest.unsubscribe", { url: `${APP_URL}/unsubscribe/${reader.unsubscribeToken}` }),
      footer: underneath(t("digest.footer", { instance, url: APP_URL })),
    },
    {
      replyTo,
      headers: {
        "List-Unsubscribe": `<${APP_URL}/api/unsubscribe/${reader.unsubscribeToken}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    },
  );
}
