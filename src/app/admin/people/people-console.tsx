"use client";

import { useState } from "react";
import { JobPanel } from "@/features/jobs/ui/job-panel";
import { BulkActions } from "@/features/people/ui/bulk-actions";
import { People } from "@/features/users/ui/admin/people";

/** The list of people, with work on many and how far it has come. */
export function PeopleConsole() {
  const [jobId, setJobId] = useState<string>();
  return (
    <div className="grid gap-4">
      {jobId && <JobPanel jobId={jobId} onShow={setJobId} onClose={() => setJobId(undefined)} />}
      <People
        actions={({ selected, count, clear }) => (
          <BulkActions
            selected={selected}
            count={count}
            onStarted={({ id }) => {
              setJobId(id);
              clear();
            }}
          />
        )}
      />
    </div>
  );
}
