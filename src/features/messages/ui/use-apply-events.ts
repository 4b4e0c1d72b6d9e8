"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import {
  withConversation,
  withDetails,
  withMessage as withListedMessage,
  withMarkers,
  withMembership,
  withoutConversation,
  withReadMarker,
} from "@/features/conversations/conversation-list";
import { conversationListInput } from "@/features/conversations/conversation-list-input";
import type { ConversationChannelEvents, UserChannelEvents } from "@/features/conversations/events";
import type { ProfileEvents } from "@/features/users/events";
import { trpc } from "@/trpc/react";
import type { Message } from "../dto";
import type { MessageEvents, OwnMessageEvents } from "../events";
import { toListedMessage } from "../listed-message";
import { withMessage } from "../timeline";
import { watchGaps } from "../watch-gaps";
import { applyToThreads } from "./threads/apply-to-threads";
import { useOwnMessageHandlers } from "./use-own-message-handlers";
import { useRenewProfile } from "./use-renew-profile";

type Events = ProfileEvents &
  MessageEvents &
  OwnMessageEvents &
  UserChannelEvents &
  ConversationChannelEvents;
type Handlers = { [Name in keyof Events]: (data: Events[Name]) => void };

const earlyLimit = 200;

/** Applies live events to what the page holds. Events are hints: doubled, late or lost ones do no harm. */
export function useApplyEvents(ownId: string, catchUp: () => void, isCatchingUp: () => boolean) {
  const utils = trpc.useUtils();
  const early = useRef(new Map<string, Message[]>());
  const gaps = useMemo(
    () =>
      watchGaps((conversationId) => utils.messages.list.getData({ conversationId }), catchUp, isCatchingUp),
    [utils, catchUp, isCatchingUp],
  );
  useEffect(() => gaps.end, [gaps]);

  const takeEarly = useCallback((conversationId: string) => {
    const messages = early.current.get(conversationId) ?? [];
    early.current.delete(conversationId);
    return messages;
  }, []);

  const applyMessage = useCallback(
    (message: Message, isNew: boolean) => {
      const input = { conversationId: message.conversationId };
      const held = utils.messages.list.getData(input);
      if (held) {
        utils.messages.list.setData(input, withMessage(held, message));
        gaps.look(message.conversationId);
      } else {
        const messages = early.current.get(message.conversationId) ?? [];
        early.current.set(message.conversationId, [...messages, message].slice(-earlyLimit));
      }
      applyToThreads(utils, message);
      utils.conversations.list.setData(
        conversationListInput,
        (list) =>
          list && withListedMessage(list, message.conversationId, toListedMessage(message, isNew), ownId),
      );
    },
    [utils, ownId, gaps],
  );

  const ownHandlers = useOwnMessageHandlers();
  const renewProfile = useRenewProfile(ownId);
  const apply = useCallback(
    (name: string, data: unknown) => {
      const handlers: Handlers = {
        "message.created": ({ message }) => applyMessage(message, true),
        "message.changed": ({ message }) => applyMessage(message, false),
        "read-marker.moved": ({ conversationId, seq }) =>
          utils.conversations.list.setData(
            conversationListInput,
            (list) => list && withReadMarker(list, conversationId, seq),
          ),
        "conversation.added": ({ conversationId }) => {
          utils.client.conversations.get.query({ conversationId }).then(
            (summary) =>
              utils.conversations.list.setData(
                conversationListInput,
                (list) => list && withConversation(list, summary),
              ),
            // Gone again meanwhile, or out of reach: the next catch-up brings the list as it is.
            () => {},
          );
        },
        "conversation.removed": ({ conversationId }) => {
          utils.conversations.list.setData(
            conversationListInput,
            (list) => list && withoutConversation(list, conversationId),
          );
          utils.messages.list.setData({ conversationId }, undefined);
          void utils.conversations.get.invalidate({ conversationId });
        },
        ...ownHandlers,
        "conversations.read": ({ markers }) =>
          utils.conversations.list.setData(
            conversationListInput,
            (list) => list && withMarkers(list, markers),
          ),
        "membership.changed": ({ conversationId, membership }) =>
          utils.conversations.list.setData(
            conversationListInput,
            (list) => list && withMembership(list, conversationId, membership),
          ),
        "conversation.changed": ({ conversation }) =>
          utils.conversations.list.setData(
            conversationListInput,
            (list) => list && withDetails(list, conversation),
          ),
        "members.changed": ({ conversationId }) =>
          void utils.conversations.members.invalidate({ conversationId }),
        "profile.changed": ({ user }) => renewProfile(user),
      };
      if (Object.hasOwn(handlers, name)) (handlers[name as keyof Events] as (data: unknown) => void)(data);
    },
    [utils, applyMessage, ownHandlers, renewProfile],
  );

  return { apply, takeEarly, applyMessage };
}
