import type { Message } from "./dto";

/** On `private-conversation-<id>`. */
export type MessageEvents = {
  "message.created": { message: Message };
};
