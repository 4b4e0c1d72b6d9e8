import { direction, type Locale } from "@/lib/locales";

/** What stands in a mail, in the recipient's language. */
export type MailContent = {
  locale: Locale;
  /** the instance's name, at the top */
  instance: string;
  /** the address of the instance's own logo, beside its name */
  logo: string | null;
  heading: string;
  paragraphs: string[];
  facts: { label: string; value: string }[];
  /** a button, and its address in full below it */
  action: { label: string; url: string } | null;
  /** after the button: what to do when it was not you, how long a link works */
  note: string | null;
  footer: string;
};

/** The mail as plain text. */
export function mailText({ heading, paragraphs, facts, action, note, footer }: MailContent): string {
  const parts = [
    heading,
    ...paragraphs,
    facts.map(({ label, value }) => `${label}: ${value}`).join("\n"),
    action && `${action.label}:\n${action.url}`,
    note,
    `-- \n${footer}`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const ink = "#17282b";
const faint = "#5b6b6e";

/** The mail as HTML: one column, and no picture but the instance's own logo, where it has one. */
export function mailHtml(content: MailContent): string {
  const { locale, instance, logo, heading, paragraphs, facts, action, note, footer } = content;
  const paragraph = (text: string, style = "") =>
    `<p style="margin:0 0 16px;${style}">${escapeHtml(text).replaceAll("\n", "<br>")}</p>`;
  const mark = logo
    ? `<img src="${escapeHtml(logo)}" alt="" height="32" style="height:32px;width:auto;margin-inline-end:10px;vertical-align:middle">`
    : "";
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><td style="padding:4px 16px 4px 0;color:${faint}">${escapeHtml(label)}</td><td style="padding:4px 0"><bdi>${escapeHtml(value)}</bdi></td></tr>`,
  );
  const button =
    action &&
    `<p style="margin:8px 0 12px"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0f6e7a;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(action.label)}</a></p>` +
      paragraph(action.url, `font-size:13px;color:${faint};word-break:break-all`);
  return `<!doctype html>
<html lang="${locale}" dir="${direction(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(heading)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f1f6f7;font:16px/1.5 system-ui,-apple-system,'Segoe UI',sans-serif;color:${ink}">
<table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;max-width:560px;margin:0 auto">
<tr><td style="padding:0 4px 12px;font-weight:600">${mark}${escapeHtml(instance)}</td></tr>
<tr><td style="padding:28px;border-radius:12px;background:#ffffff">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escapeHtml(heading)}</h1>
${paragraphs.map((text) => paragraph(text)).join("\n")}
${rows.length > 0 ? `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px;font-size:15px">${rows.join("")}</table>` : ""}
${button ?? ""}
${note ? paragraph(note, `font-size:14px;color:${faint}`) : ""}
</td></tr>
<tr><td style="padding:16px 4px;font-size:13px;color:${faint}">${escapeHtml(footer).replaceAll("\n", "<br>")}</td></tr>
</table>
</body>
</html>
`;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
