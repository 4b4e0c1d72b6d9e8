import { expect } from "@playwright/test";
import { composer, groupOf, live, log, open, say } from "./chat";
import { test } from "./fixtures";
import { administrator, productUrl, realtimeKey } from "./product";

test("while the instance is closed people read why, an administrator comes in, and the page comes back by itself", async ({
  openAsNewPerson,
  openAs,
  admin,
  expectAccessible,
}) => {
  const ada = await openAsNewPerson("Ada");
  const ben = await openAsNewPerson("Ben");
  const id = await groupOf(ada, ben);
  await Promise.all([open(ada.page, id), open(ben.page, id)]);
  const address = ada.page.url();
  const desk = await openAs(administrator);
  await desk.page.goto("/admin/settings/maintenance");
  await desk.page.getByRole("switch", { name: "Maintenance mode" }).click();
  await desk.page.getByLabel("What people are told").fill("We move to a bigger machine.");
  await desk.page.getByLabel("Expected end").fill("2099-01-01T12:00");
  await expectAccessible(desk.page);
  await desk.page.getByRole("button", { name: "Save" }).click();
  const dialog = desk.page.getByRole("alertdialog");
  await expect(dialog).toContainText("Everybody but administrators is kept out");
  try {
    await dialog.getByRole("button", { name: "Close the instance" }).click();
    await expect(desk.page.getByText("The instance is closed: only administrators come in.")).toBeVisible();

    // Nobody reloads: what is open notices, and keeps its address.
    for (const { page } of [ada, ben]) {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("We will be back soon");
      await expect(page.getByText("We move to a bigger machine.")).toBeVisible();
    }
    expect(ada.page.url()).toBe(address);
    await expectAccessible(ada.page);
    await ada.page.setViewportSize({ width: 390, height: 844 });
    expect(await ada.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expect(ada.procedures.users.me.query()).rejects.toThrow("MAINTENANCE");
    const refused = await ada.page.evaluate(
      ({ url, key }) =>
        new Promise((resolve) => {
          const socket = new WebSocket(`${url.replace("http", "ws")}/app/${key}?protocol=7`);
          socket.onopen = () => resolve("open");
          socket.onerror = () => resolve("refused");
        }),
      { url: productUrl(), key: realtimeKey() },
    );
    expect(refused).toBe("refused");

    // An administrator goes on, chat and console alike.
    await desk.page.goto("/");
    await expect(desk.page.getByRole("navigation", { name: "Conversations" })).toBeVisible();
    await live(desk.page);
    await desk.page.goto("/admin/settings/maintenance");
    await expect(desk.page.getByRole("switch", { name: "Maintenance mode" })).toBeChecked();
    await desk.page.getByRole("switch", { name: "Maintenance mode" }).click();
    await desk.page.getByRole("button", { name: "Save" }).click();
    await expect(desk.page.getByText("The instance is closed: only administrators come in.")).toBeHidden();
  } finally {
    await admin.admin.settings.update.mutate({ maintenanceMode: false, maintenanceMessage: "" });
  }

  for (const { page } of [ada, ben]) {
    await expect(composer(page)).toBeVisible({ timeout: 30_000 });
    await live(page);
  }
  expect(ada.page.url()).toBe(address);
  await say(ada.page, "there we are again");
  await expect(log(ben.page).getByText("there we are again")).toBeVisible();
});
