import { permittedProcedure, router } from "@/server/trpc/init";
import {
  addNoteInput,
  createPersonInput,
  editPersonInput,
  endSessionsInput,
  personInput,
  requireSecondFactorInput,
  workOnPeopleInput,
} from "./input";
import { addNote } from "./server/add-note";
import { createPerson } from "./server/create-person";
import { editPerson } from "./server/edit-person";
import { endSessions } from "./server/end-sessions";
import { getPerson } from "./server/get-person";
import { requireFactorOf } from "./server/require-factor-of";
import { workOnPeople } from "./server/work-on-people";

const managing = permittedProcedure("people.manage");

export const adminPeopleRouter = router({
  get: permittedProcedure("people.view")
    .input(personInput)
    .query(({ input }) => getPerson(input)),
  create: permittedProcedure("people.invite")
    .input(createPersonInput)
    .mutation(({ ctx, input }) => createPerson(ctx, input)),
  edit: managing.input(editPersonInput).mutation(({ ctx, input }) => editPerson(ctx, input)),
  requireSecondFactor: managing
    .input(requireSecondFactorInput)
    .mutation(({ ctx, input }) => requireFactorOf(ctx, input)),
  addNote: managing.input(addNoteInput).mutation(({ ctx, input }) => addNote(ctx, input)),
  endSessions: managing.input(endSessionsInput).mutation(({ ctx, input }) => endSessions(ctx, input)),
  work: managing.input(workOnPeopleInput).mutation(({ ctx, input }) => workOnPeople(ctx, input)),
});
