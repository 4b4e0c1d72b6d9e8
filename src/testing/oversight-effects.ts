import { expect } from "vitest";
import type { UpdateSettingsInput } from "@/features/settings/input";
import { closedFor } from "@/features/settings/server/maintenance";
import type { Actor } from "@/server/context";
import { callAs } from "./caller";
import { createGroup, createUser } from "./factories";
import { startMailServer } from "./mail-server";

/** What the settings of mail, maintenance and private conversations do, seen from outside. */
export function oversightEffects(
  update: (change: UpdateSettingsInput) => Promise<unknown>,
  admin: () => Actor,
) {
  /** The mail with which an administrator tries the mail server. */
  const testMail = async () => {
    const server = await startMailServer();
    const { to } = await callAs(admin()).admin.mail.test();
    const mail = await server.mailTo(to);
    await server.close();
    return mail;
  };
  return {
    async mailReplyTo() {
      expect((await testMail()).header("reply-to")).toBeUndefined();
      await update({ mailReplyTo: "office@example.org" });
      const mail = await testMail();
      expect(mail.header("reply-to")).toContain("office@example.org");
      expect(mail.text).toContain("Answers go to office@example.org.");
    },
    async mailFooter() {
      await update({ mailFooter: "Harbour Ltd.\n1 Quay" });
      const { text, html } = await testMail();
      expect(text).toContain("Harbour Ltd.\n1 Quay");
      expect(html).toContain("Harbour Ltd.<br>1 Quay");
    },
    // What happens then: maintenance-mode.test.ts.
    async maintenanceMode() {
      expect((await callAs(null).settings.public()).maintenance).toBeNull();
      await update({ maintenanceMode: true });
      expect((await callAs(null).settings.public()).maintenance).toEqual({ message: "", until: null });
    },
    async maintenanceMessage() {
      await update({ maintenanceMode: true, maintenanceMessage: "New disks." });
      expect((await callAs(null).settings.public()).maintenance?.message).toBe("New disks.");
    },
    async maintenanceUntil() {
      const until = new Date(Date.now() + 600_000).toISOString();
      await update({ maintenanceMode: true, maintenanceUntil: until });
      expect((await callAs(null).settings.public()).maintenance?.until).toBe(until);
      expect(await closedFor(null)).toBeGreaterThan(590);
    },
    async breakGlassNeedsSecondAdmin() {
      const { id: conversationId } = await createGroup(await createUser());
      const wanted = { conversationId, reason: "a complaint", minutes: 15 } as const;
      await update({ breakGlassNeedsSecondAdmin: true });
      expect((await callAs(admin()).admin.breakGlass.request(wanted)).open).toBe(false);
      await update({ breakGlassNeedsSecondAdmin: false });
      const other = await createUser({ role: "admin" });
      expect((await callAs(other).admin.breakGlass.request(wanted)).open).toBe(true);
    },
    async breakGlassTellsOwners() {
      const owner = await createUser();
      const open = async () => {
        const { id: conversationId } = await createGroup(owner);
        const wanted = { conversationId, reason: "a complaint", minutes: 15 } as const;
        return callAs(admin()).admin.breakGlass.request(wanted);
      };
      const told = async () => (await callAs(owner).moderation.notices()).glass.map((each) => each.grantId);
      await update({ breakGlassTellsOwners: "never" });
      const { grantId: never } = await open();
      await callAs(admin()).admin.breakGlass.end({ grantId: never });
      await update({ breakGlassTellsOwners: "afterwards" });
      const { grantId: later } = await open();
      expect(await told()).toEqual([]);
      await callAs(admin()).admin.breakGlass.end({ grantId: later });
      await update({ breakGlassTellsOwners: "at-once" });
      const { grantId: atOnce } = await open();
      expect(await told()).toEqual([later, atOnce]);
    },
  };
}
