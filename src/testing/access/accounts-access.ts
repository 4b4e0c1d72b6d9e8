import { randomUUID } from "node:crypto";
import { createAccountLink } from "@/features/users/server/account-links";
import { database } from "@/server/db/client";
import { createUser, testPassword } from "../factories";
import { type AccessRows, adminsOnly, everybody, type Outcomes, signedIn } from "./outcomes";

/** Without a mail server, as tests run unless they start one, there is nothing to ask for. */
const mailIsOff = Object.fromEntries(
  Object.keys(everybody).map((persona) => [persona, "MAIL_OFF"]),
) as Outcomes;

async function linkOf(purpose: "password_reset" | "email_verification") {
  const { id: userId, email } = await createUser();
  const { db } = database();
  const { token } = await createAccountLink(db, {
    ...{ purpose, userId },
    email: email ?? undefined,
    lifetimeHours: 1,
  });
  return { token };
}
const newAddress = () => `${randomUUID()}@example.org`;
const somebody = async (status: "active" | "suspended" = "active") => ({
  userId: (await createUser({ status })).id,
});
const withReason = async () => ({ ...(await somebody()), reason: "spam" });

export const accountsAccess: AccessRows = {
  "users.forgotPassword": { input: () => ({ login: "nobody" }), outcomes: mailIsOff },
  "users.resendVerification": { input: () => ({ login: "nobody" }), outcomes: mailIsOff },
  "users.describeReset": { input: () => linkOf("password_reset"), outcomes: everybody },
  "users.resetPassword": {
    input: async () => ({ ...(await linkOf("password_reset")), password: testPassword }),
    outcomes: everybody,
  },
  "users.confirmEmail": { input: () => linkOf("email_verification"), outcomes: everybody },
  "users.profile": { input: somebody, outcomes: signedIn },

  "account.profile": { outcomes: signedIn },
  "account.updateProfile": { input: () => ({ bio: "Here." }), outcomes: signedIn },
  "account.changeEmail": {
    input: () => ({ email: newAddress(), currentPassword: testPassword }),
    outcomes: signedIn,
  },
  "account.cancelEmailChange": { outcomes: signedIn },
  // They would not get past these two: what happens is tested beside them.
  "account.deactivate": { input: () => ({ currentPassword: "wrong" }), outcomes: wrongPassword() },
  "account.delete": {
    input: () => ({ currentPassword: "wrong", messages: "keep" }),
    outcomes: wrongPassword(),
  },

  "admin.users.suspend": {
    input: async () => ({ ...(await withReason()), until: null }),
    outcomes: adminsOnly,
  },
  "admin.users.ban": { input: withReason, outcomes: adminsOnly },
  "admin.users.reactivate": { input: () => somebody("suspended"), outcomes: adminsOnly },
  "admin.users.setRole": {
    input: async () => ({ ...(await withReason()), role: "moderator" }),
    outcomes: adminsOnly,
  },
  "admin.users.resetPassword": { input: () => somebody(), outcomes: adminsOnly },
  "admin.users.confirmEmail": { input: () => somebody(), outcomes: adminsOnly },
  "admin.users.inviteByEmail": { input: () => ({ email: newAddress() }), outcomes: adminsOnly },
  "admin.users.delete": {
    input: async () => ({ ...(await withReason()), messages: "keep" }),
    outcomes: adminsOnly,
  },
};

function wrongPassword(): Outcomes {
  const wrong = { outsider: "PASSWORD_WRONG", member: "PASSWORD_WRONG" };
  return { ...signedIn, ...wrong, moderator: "PASSWORD_WRONG", admin: "PASSWORD_WRONG" };
}
