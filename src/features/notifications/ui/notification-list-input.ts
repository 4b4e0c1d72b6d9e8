/** What the centre asks for, page by page. */
export const notificationListInput = { limit: 20, unread: false };
