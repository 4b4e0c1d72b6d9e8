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
  "admin.people.work": {
    input: async () => ({ action: "approve", selected: await selected() }),
    outcomes: adminsOnly,
  },
};
