"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FormField } from "@/components/form-field";
import { RelativeTime } from "@/components/relative-time";
import { SubmitButton } from "@/components/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { usePersonName } from "@/components/use-person-name";
import { trpc } from "@/trpc/react";
import type { PersonNote } from "../dto";
import { PersonCard } from "./person-card";
import { usePersonAct } from "./use-person-act";

/** What administrators keep in mind of a person. */
export function PersonNotes({
  userId,
  notes,
  mayManage,
}: {
  userId: string;
  notes: PersonNote[];
  mayManage: boolean;
}) {
  const personName = usePersonName();
  const t = useTranslations("people.person");
  const act = usePersonAct(userId);
  const { mutateAsync, isPending } = trpc.admin.people.addNote.useMutation();
  const [problem, setProblem] = useState<string>();

  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const body = String(new FormData(form).get("body") ?? "").trim();
    if (!body || isPending) return;
    const failure = await act(() => mutateAsync({ userId, body }), t("noteAdded"));
    setProblem(failure);
    if (!failure) form.reset();
  };

  return (
    <PersonCard title={t("notes")}>
      {mayManage && (
        <form onSubmit={add} className="grid gap-2">
          <FormField label={t("note")} hint={t("noteHint")} error={problem}>
            {(control) => <Textarea {...control} name="body" rows={2} maxLength={4_000} required />}
          </FormField>
          <SubmitButton
            size="sm"
            className="justify-self-start"
            pending={isPending}
            pendingText={t("adding")}
          >
            {t("addNote")}
          </SubmitButton>
        </form>
      )}
      <ul className="divide-y text-sm">
        {notes.map(({ id, body, author, createdAt }) => (
          <li key={id} className="grid gap-0.5 py-2">
            <p className="whitespace-pre-wrap break-words" dir="auto">
              {body}
            </p>
            <p className="text-muted-foreground text-xs">
              <bdi>{author ? personName(author) : "–"}</bdi> · <RelativeTime value={createdAt} />
            </p>
          </li>
        ))}
      </ul>
    </PersonCard>
  );
}
