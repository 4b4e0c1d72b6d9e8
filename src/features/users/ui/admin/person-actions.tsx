"use client";

import { CheckIcon, LinkIcon, XIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { AdminUser } from "../../dto";
import { canApproveUser, canInviteUser, canRejectUser } from "../../policy";
import { InviteDialog } from "./invite-dialog";
import { personNameId } from "./person-cell";
import { RejectDialog } from "./reject-dialog";
import { useApprove } from "./use-approve";

/** What can be done about a person. Once it is done the row stays and says so: no button moves under a click. */
export function PersonActions({ person }: { person: AdminUser }) {
  const t = useTranslations("admin.people");
  const [asking, setAsking] = useState<"reject" | "invite">();
  const [done, setDone] = useState<"approved" | "turnedAway">();
  const reopen = () => setDone(undefined);
  const approve = useApprove(reopen);
  const outcome = useRef<HTMLParagraphElement>(null);
  const about = {
    size: "sm",
    className: "max-md:h-10 max-md:flex-1",
    "aria-describedby": personNameId(person),
  } as const;

  // The button that had the focus is gone.
  useEffect(() => {
    if (done) outcome.current?.focus();
  }, [done]);

  const approveNow = async () => {
    setDone("approved");
    if (!(await approve(person))) setDone(undefined);
  };

  const nothing = !canApproveUser(person) && !canRejectUser(person) && !canInviteUser(person);
  if (nothing && !done && !asking) return null;
  return (
    <div className="flex flex-wrap gap-2 max-md:w-full md:flex-nowrap md:justify-end">
      {done && (
        <p ref={outcome} tabIndex={-1} className="rounded-sm py-1.5 text-muted-foreground">
          {t(done)}
        </p>
      )}
      {!done && canApproveUser(person) && (
        <Button {...about} onClick={approveNow}>
          <CheckIcon aria-hidden="true" />
          {t("approve")}
        </Button>
      )}
      {!done && canRejectUser(person) && (
        <Button {...about} variant="outline" onClick={() => setAsking("reject")}>
          <XIcon aria-hidden="true" />
          {t("reject")}
        </Button>
      )}
      {canInviteUser(person) && (
        <Button {...about} variant="outline" onClick={() => setAsking("invite")}>
          <LinkIcon aria-hidden="true" />
          {t("invite")}
        </Button>
      )}
      {asking === "reject" && (
        <RejectDialog
          person={person}
          onClose={() => setAsking(undefined)}
          onRejected={() => setDone("turnedAway")}
          onTakenBack={reopen}
        />
      )}
      {asking === "invite" && <InviteDialog person={person} onClose={() => setAsking(undefined)} />}
    </div>
  );
}
