"use client";

import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { trpc } from "@/trpc/react";
import type { AdminUser, AdminUserPage } from "../../dto";

const everyList = { queryKey: getQueryKey(trpc.admin.users.list) };

/** Keeps the lists on screen true to what has just been done to a person. */
export function usePeopleCache() {
  const queryClient = useQueryClient();
  const utils = trpc.useUtils();
  return {
    /** Shows the person as given, in their place; they leave a list when it is next read. */
    show: (person: AdminUser) =>
      queryClient.setQueriesData<AdminUserPage>(everyList, (page) => page && withPerson(page, person)),
    /** An answer that is under way must not overwrite what is shown before the server has agreed. */
    holdAnswers: () => queryClient.cancelQueries(everyList),
    readAnew: () => utils.admin.users.list.invalidate(),
    countAnew: () => utils.admin.users.counts.invalidate(),
  };
}

const withPerson = (page: AdminUserPage, person: AdminUser): AdminUserPage => ({
  ...page,
  users: page.users.map((each) => (each.id === person.id ? person : each)),
});
