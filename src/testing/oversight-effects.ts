import { expect } from "vitest";
import type { UpdateSettingsInput } from "@/features/settings/input";
import { closedFor } from "@/features/settings/server/maintenance";
import type { Actor } from "@/server/context";
import { callAs } from "./caller";
import { createGroup, createUser } from "./factories";

/** What the settings of maintenance and of private conversations do, seen from outside. */
export function oversightEffects(
  update: (change: UpdateSettingsInput) => Promise<unknown>,
  admin: () => Actor,
) {
  return {
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
