"use client";

import { useState } from "react";
import { JobPanel } from "@/features/jobs/ui/job-panel";
import { BroadcastForm } from "./broadcast-form";
import { BroadcastList } from "./broadcast-list";
import { ScheduledBroadcasts } from "./scheduled-broadcasts";

/** Writing a message to many, watching it being handed out, what waits for its time, and what was sent before. */
export function BroadcastConsole() {
  const [jobId, setJobId] = useState<string | null>(null);
  return (
    <div className="grid gap-8">
      <BroadcastForm onSent={({ id }) => setJobId(id)} />
      {jobId && <JobPanel jobId={jobId} onShow={setJobId} onClose={() => setJobId(null)} />}
      <ScheduledBroadcasts />
      <BroadcastList />
    </div>
  );
}
