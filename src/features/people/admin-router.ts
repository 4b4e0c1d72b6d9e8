import { permittedProcedure, router } from "@/server/trpc/init";
import { addNoteInput, endSessionsInput, personInput, workOnPeopleInput } from "./input";
import { addNote } from "./server/add-note";
import { endSessions } from "./server/end-sessions";
import { getPerson } from "./server/get-person";
import { workOnPeople } from "./server/work-on-people";

export const adminPeopleRouter = router({
  get: permittedProcedure("people.view")
    .input(personInput)
    .query(({ input }) => getPerson(input)),
  addNote: permittedProcedure("people.manage")
    .input(addNoteInput)
    .mutation(({ ctx, input }) => addNote(ctx, input)),
  endSessions: permittedProcedure("people.manage")
    .input(endSessionsInput)
    .mutation(({ ctx, input }) => endSessions(ctx, input)),
  work: permittedProcedure("people.manage")
    .input(workOnPeopleInput)
    .mutation(({ ctx, input }) => workOnPeople(ctx, input)),
});
