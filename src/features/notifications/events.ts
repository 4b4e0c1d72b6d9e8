import type { Notification } from "./dto";
import type { NotificationSettings } from "./settings/dto";

/** On `private-user-<id>`: about that person's notifications. */
export type NotificationEvents = {
  /** Something concerned the person, or, of reactions, once more. */
  "notification.created": { notification: Notification };
  /** The person wants to be told of things otherwise. */
  "notification-settings.changed": { settings: NotificationSettings };
  /** The person dealt with notifications on some device: these, or (null) all that there were. */
  "notifications.read": { ids: string[] | null };
};
