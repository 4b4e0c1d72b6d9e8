import { createTranslator } from "next-intl";
import { getLogo } from "@/features/settings/logo/server/get-logo";
import { getSetting } from "@/features/settings/server/get-settings";
import { loadMessages, type Messages } from "@/i18n/messages";
import { defaultLocale, type Locale } from "@/lib/locales";
import { env } from "@/server/env";
import type { MailContent } from "@/server/mail/mail-layout";
import { letterhead } from "./letterhead";

export type MailTemplate = keyof Messages["mail"]["templates"];

export type WantedMail = {
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

type Composed = { subject: string; content: MailContent; replyTo?: string };

/** A mail of the catalogue in the receiver's language, with what the instance adds to every mail. */
export async function composeMail(wanted: WantedMail): Promise<Composed> {
  const { to, template, values, url, facts = {} } = wanted;
  const locale = to.locale ?? defaultLocale;
  const [instance, logo, { replyTo, underneath }] = await Promise.all([
    getSetting("instanceName"),
    getLogo(),
    letterhead(),
  ]);
  const t = await texts(locale, wanted.timeZone ?? "UTC");
  const named = { ...values, instance, url: env().APP_URL };
  const text = (part: string) => (t.has(`${template}.${part}`) ? t(`${template}.${part}`, named) : null);
  const subject = text("subject") ?? instance;
  const answers = replyTo ? t("answers", { address: replyTo }) : t("noAnswers");
  const content = {
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
    footer: underneath(`${t("footer", named)} ${answers}`),
  };
  return { subject, content, replyTo };
}

type Texts = {
  (key: string, values?: Record<string, string | number | Date>): string;
  has: (key: string) => boolean;
};

/** The catalogue's templates, and the parts of the footer beside them. */
async function texts(locale: Locale, timeZone: string): Promise<Texts> {
  const { mail } = await loadMessages(locale);
  const { templates, ...parts } = mail;
  return createTranslator({
    locale,
    messages: { ...templates, ...parts },
    timeZone,
  } as never) as unknown as Texts;
}
