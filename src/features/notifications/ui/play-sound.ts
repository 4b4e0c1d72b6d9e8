/** Plays the sound of a notification. Browsers let a page be heard only after somebody has touched it. */
export async function playSound(): Promise<void> {
  await new Audio("/sounds/notification.wav").play().catch(() => {});
}
