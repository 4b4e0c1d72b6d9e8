import { expect, it } from "vitest";
import { loadMessages } from "@/i18n/messages";
import { defaultLocale } from "@/lib/locales";
import { auditActions, describeAction } from "@/server/audit/audit-actions";

const { audit } = await loadMessages(defaultLocale);
const titles = Object.entries(audit.action).flatMap(([noun, verbs]) =>
  Object.keys(verbs).map((verb) => `${noun}.${verb}`),
);

it("has a title for every action of the registry (src/i18n/*/audit.json), and none besides", () => {
  expect(titles.sort()).toEqual(Object.keys(auditActions).sort());
});

it("has a name for every category and every kind of target", () => {
  const actions = Object.entries(auditActions);
  const categories = new Set(actions.map(([action]) => describeAction(action).category));
  expect(Object.keys(audit.category).sort()).toEqual([...categories].sort());
  const targets = new Set(actions.map(([, { target }]) => target));
  expect(Object.keys(audit.targetType).sort()).toEqual([...targets].sort());
});
