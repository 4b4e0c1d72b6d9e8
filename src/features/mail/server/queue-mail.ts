import { createTranslator } from "next-intl";
import { getLogo } from "@/features/settings/logo/server/get-logo";
import { getSetting } from "@/features/settings/server/get-settings";
import { loadMessages, type Messages } from "@/i18n/messages";
import { defaultLocale, type Locale } from "@/lib/locales";
import type { Transaction } from "@/server/db/transaction";
import { env } from "@/server/env";
import { enqueueMail } from "@/server/mail/mail-job";
import { mailIsOn } from "@/server/mail/mail-server";

export type MailTemplate = keyof Messages["mail"]["templates"];

type WantedMail = {
  /** Whose address it is; without a known language the product's first one is written. */
  to: { email: string | null; locale: Locale | null };
  /** a text of the `mail` catalogue: subject, body, and where there is one the button, note and facts */
  template: MailTemplate;
  /** what the template's texts name; `instance` is always there */
  values?: Record<string, string | number | Date>;
  /** where the template's button leads */
  url?: string;
  /** values of the template's `facts`, by key; those that are null are left out */
  facts?: Record<string, string | null>;
  /** for times in `values` */
  timeZone?: string | null;
};

/**
 * Has a mail sent to somebody, in their language, once the transaction commits. Does nothing where mail is
 * off or the person has no address.
 */
export async function queueMail(tx: Transaction, wanted: WantedMail): Promise<void> {
  const { to, template, values, url, facts = {} } = wanted;
  if (!mailIsOn() || !to.email) return;
  const locale = to.locale ?? defaultLocale;
  const instance = await getSetting("instanceName");
  const logo = await getLogo();
  const t = await texts(locale, wanted.timeZone ?? "UTC");
  const named = { ...values, instance, url: env().APP_URL };
  const text = (part: string) => (t.has(`${template}.${part}`) ? t(`${template}.${part}`, named) : null);
  const subject = text("subject") ?? instance;
  enqueueMail(tx, to.email, subject, {
    locale,
    instance,
    logo: logo && `${env().APP_URL}${logo.small}`,
    heading: text("heading") ?? subject,
    paragraphs: (text("body") ?? "").split("\n\n"),
    facts: Object.entries(facts).flatMap(([key, value]) => {
      return value ? [{ label: text(`facts.${key}`) ?? key, value }] : [];
    }),
    action: url ? { label: text("action") ?? url, url } : null,
    note: text("note"),
    footer: t("footer", named),
  });
}

type Texts = {
  (key: string, values?: Record<string, string | number | Date>): string;
  has: (key: string) => boolean;
};

/** The catalogue's templates, and the footer beside them. */
async function texts(locale: Locale, timeZone: string): Promise<Texts> {
  const { mail } = await loadMessages(locale);
  const messages = { ...mail.templates, footer: mail.footer };
  return createTranslator({ locale, messages, timeZone } as never) as unknown as Texts;
}
