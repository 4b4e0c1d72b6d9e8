import { signInForCookie } from "../caller";
import { createUser } from "../factories";
import { type AccessRows, adminsOnly } from "./outcomes";
import { pendingInput } from "./subjects";

const selected = async () => ({ kind: "these", ids: [(await pendingInput()).userId] });
const activeInput = async () => ({ userId: (await createUser()).id });

export const adminPeopleAccess: AccessRows = {
  "admin.people.get": { input: pendingInput, outcomes: adminsOnly },
  "admin.people.addNote": {
    input: async () => ({ ...(await activeInput()), body: "was here" }),
    outcomes: adminsOnly,
  },
  "admin.people.endSessions": {
    input: async () => {
      const person = await createUser();
      await signInForCookie(person);
      return { userId: person.id, reason: "a lost phone" };
    },
    outcomes: adminsOnly,
  },
  "admin.people.create": {
    input: () => {
      const username = `made-${crypto.randomUUID().slice(0, 8)}`;
      return { displayName: "Made", username, email: `${username}@example.org` };
    },
    outcomes: adminsOnly,
  },
  "admin.people.edit": {
    input: async () => {
      const { id: userId, username } = await createUser();
      return { userId, username, displayName: "Renamed", email: "", bio: "" };
    },
    outcomes: adminsOnly,
  },
  "admin.people.requireSecondFactor": {
    input: async () => ({ ...(await activeInput()), required: true }),
    outcomes: adminsOnly,
  },
  "admin.people.work": {
    input: async () => ({ action: "approve", selected: await selected() }),
    outcomes: adminsOnly,
  },
};
