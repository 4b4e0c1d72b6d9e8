"use client";

import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useChannel } from "@/components/listen";
import { trpc } from "@/trpc/react";
import type { Job, JobPage } from "../dto";
import { type JobChanged, jobChanged, jobsChannel } from "../events";
import { isOpen } from "../policy";

const everyList = { queryKey: getQueryKey(trpc.admin.jobs.list) };

/** Keeps the jobs on screen true: events may come late, twice or not at all. */
export function useJobEvents(): void {
  const queryClient = useQueryClient();
  const utils = trpc.useUtils();
  useChannel(
    jobsChannel,
    (event, data) => {
      if (event !== jobChanged) return;
      const { job } = data as JobChanged;
      utils.admin.jobs.get.setData({ jobId: job.id }, (known) => newer(known, job));
      let shown = false;
      queryClient.setQueriesData<JobPage>(everyList, (page) => {
        if (!page) return page;
        const jobs = page.jobs.map((each) => (each.id === job.id ? newer(each, job) : each));
        shown ||= jobs.some((each) => each.id === job.id);
        return { ...page, jobs };
      });
      if (!shown || !isOpen(job)) void utils.admin.jobs.list.invalidate();
      if (!isOpen(job)) void utils.admin.jobs.items.invalidate({ jobId: job.id });
    },
    () => void utils.admin.jobs.invalidate(),
  );
}

const newer = (known: Job | undefined, heard: Job) =>
  known && known.changedAt > heard.changedAt ? known : heard;
