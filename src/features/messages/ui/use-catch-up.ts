"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useCallback, useEffect, useRef } from "react";
import { withSnapshot } from "@/features/conversations/conversation-list";
import { conversationListInput } from "@/features/conversations/conversation-list-input";
import { leaveToSignIn } from "@/features/sessions/ui/leave-to-sign-in";
import type { UserSummary } from "@/features/users/dto";
import { isCalledAs, peopleIn } from "@/features/users/people-in";
import { trpc } from "@/trpc/react";
import { refusalOf } from "@/trpc/use-refusal-text";
import type { CatchUp, MessagePage } from "../dto";
import { withChanges } from "../timeline";
import { useRenewProfile } from "./use-renew-profile";

const retryAfterMs = 1_000;
/** As many as one request may ask for. */
const [timelineMaximum, peopleMaximum] = [200, 500];

/** What a client held when it asked what it missed. */
type HeldBefore = {
  conversationIds: ReadonlySet<string>;
  /** of each timeline */
  revisions: ReadonlyMap<string, number>;
  /** by their ids, all that the page calls people, wherever it does */
  names: ReadonlyMap<string, UserSummary[]>;
};

/**
 * Asks once for everything that this client missed, over all its conversations together. Calls while an
 * answer is on its way lead to one more request after it; a failed one is tried again.
 * @param isSubscribing whether channels are being subscribed to, after which the page catches up anyway
 */
export function useCatchUp(
  account: UserSummary,
  isSubscribing: () => boolean,
): { catchUp: () => void; isCatchingUp: () => boolean } {
  const utils = trpc.useUtils();
  const queryClient = useQueryClient();
  const renewProfile = useRenewProfile(account.id);
  const own = useRef(account);
  own.current = account;
  const running = useRef(false);
  const again = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const hold = useCallback((): HeldBefore => {
    const timelines = queryClient
      .getQueriesData<MessagePage>({ queryKey: getQueryKey(trpc.messages.list) })
      .flatMap(([key, held]): [string, number][] => {
        const id = conversationOf(key);
        return held && id ? [[id, held.revision]] : [];
      });
    const list = utils.conversations.list.getData(conversationListInput);
    const names = new Map<string, UserSummary[]>();
    const take = (person: UserSummary) => {
      const known = names.get(person.id);
      if (!known) names.set(person.id, [person]);
      else if (!known.some((each) => isCalledAs(each, person))) known.push(person);
    };
    take(own.current);
    for (const { state } of queryClient.getQueryCache().getAll()) peopleIn(state.data, take);
    return {
      conversationIds: new Set(list?.conversations.map((c) => c.id)),
      revisions: new Map(timelines.slice(0, timelineMaximum)),
      names,
    };
  }, [utils, queryClient]);

  const apply = useCallback(
    (missed: CatchUp, before: HeldBefore) => {
      const unchanged = new Set<string>();
      for (const changes of missed.changes) {
        const input = { conversationId: changes.conversationId };
        if (before.revisions.get(changes.conversationId) === changes.revision)
          unchanged.add(changes.conversationId);
        if (changes.reset) void utils.messages.list.invalidate(input);
        else utils.messages.list.setData(input, (held) => held && withChanges(held, changes));
      }
      // Threads are few on a page and short: what is open of them is read anew.
      void utils.messages.threads.invalidate();
      void utils.messages.pins.invalidate();
      void utils.messages.saved.invalidate();
      void utils.messages.drafts.invalidate();
      void utils.messages.scheduled.invalidate();
      utils.conversations.list.setData(conversationListInput, (held) =>
        withSnapshot(held, missed.conversations, before.conversationIds),
      );
      // Whoever joins, leaves or gets another role is noted in the history, which then is another one.
      void queryClient.invalidateQueries({
        queryKey: getQueryKey(trpc.conversations.members),
        predicate: ({ queryKey }) => !unchanged.has(conversationOf(queryKey) ?? ""),
      });
      for (const person of missed.people) {
        const held = before.names.get(person.id) ?? [];
        if (held.some((each) => !isCalledAs(each, person))) renewProfile(person);
      }
    },
    [utils, queryClient, renewProfile],
  );

  const catchUp = useCallback(() => {
    const run = async () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      if (running.current) {
        again.current = true;
        return;
      }
      running.current = true;
      again.current = false;
      const before = hold();
      const timelines = [...before.revisions].map(([conversationId, revision]) => ({
        conversationId,
        revision,
      }));
      const people = [...before.names.keys()].slice(0, peopleMaximum);
      try {
        const missed = await utils.client.messages.catchUp.query({ timelines, people });
        apply(missed, before);
      } catch (error) {
        // Asking again would be refused again: somebody has to sign in first.
        const refusal = refusalOf(error)?.appCode;
        if (refusal === "UNAUTHENTICATED" || refusal === "SECOND_FACTOR_REQUIRED") return leaveToSignIn();
        timer.current = setTimeout(retry, retryAfterMs);
      } finally {
        running.current = false;
      }
      if (again.current) void run();
    };
    const retry = () => {
      timer.current = undefined;
      if (!isSubscribing()) void run();
    };
    void run();
  }, [utils, hold, apply, isSubscribing]);

  const isCatchingUp = useCallback(
    () => isSubscribing() || running.current || timer.current !== undefined,
    [isSubscribing],
  );
  return { catchUp, isCatchingUp };
}

/** The conversation that a query is about. */
const conversationOf = (queryKey: QueryKey) =>
  (queryKey[1] as { input?: { conversationId?: string } } | undefined)?.input?.conversationId;
