"use client";

import type { LucideIcon } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "@/components/confirm-dialog";
import { Button } from "@/components/ui/button";
import { useProblem } from "@/trpc/use-problem";
import type { Job } from "../dto";

type Props = {
  icon: LucideIcon;
  /** What is done, as the button and the dialog say it. */
  action: string;
  title: string;
  description: string;
  pending: string;
  /** Whether it hurts: then it is asked why. */
  destructive?: boolean;
  start: (reason: string) => Promise<Job>;
  onStarted: (job: Job) => void;
};

/** Does something to all that are chosen, after saying what that means; it goes on as a job. */
export function StartForChosen({ icon: Icon, action, title, description, pending, ...props }: Props) {
  const { destructive = false, start, onStarted } = props;
  const problemOf = useProblem();
  const [open, setOpen] = useState(false);
  const begin = async (reason: string) => {
    try {
      onStarted(await start(reason));
      return undefined;
    } catch (error) {
      return problemOf(error).text;
    }
  };
  return (
    <>
      <Button size="sm" variant="outline" onClick={() => setOpen(true)}>
        <Icon aria-hidden="true" />
        {action}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={title}
        description={description}
        confirmText={action}
        pendingText={pending}
        destructive={destructive}
        reason={destructive ? "required" : undefined}
        onConfirm={begin}
      />
    </>
  );
}
