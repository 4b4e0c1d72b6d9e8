import { expect } from "vitest";
import type { UserRole } from "@/features/users/dto";
import { createCaller } from "@/trpc/root";
import { callAs, cookieContext, outcomeOf, signInForCookie } from "./caller";
import { createUser } from "./factories";

type Setting = "secondFactorForAdmins" | "secondFactorForModerators" | "secondFactorForUsers";

/** Each demand closes everything to its own role, and to no other. */
export async function demandsSecondFactor(demanded: UserRole, setting: Setting): Promise<void> {
  await callAs(await createUser({ role: "admin" })).admin.settings.update({ [setting]: true });
  for (const role of ["admin", "moderator", "user"] as const) {
    const { cookie } = await signInForCookie(await createUser({ role }));
    const outcome = await outcomeOf(createCaller(await cookieContext(cookie)).users.me());
    expect([role, outcome]).toEqual([role, role === demanded ? "SECOND_FACTOR_REQUIRED" : "ok"]);
  }
}
