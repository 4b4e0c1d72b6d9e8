import { afterAll, beforeAll, expect, it } from "vitest";
import { forgetSettings } from "@/features/settings/server/get-settings";
import { database } from "@/server/db/client";
import { startWebServer } from "@/testing/start-web-server";

let web: Awaited<ReturnType<typeof startWebServer>>;
beforeAll(async () => {
  web = await startWebServer();
});
afterAll(() => web.close());

it("a request that needs the database while it is away is refused, and the server goes on", async () => {
  await database().close();
  forgetSettings();
  const answer = await fetch(`${web.url}/api/v1/openapi.json`, {
    headers: { origin: "https://elsewhere.example" },
  });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ error: { code: "INTERNAL", requestId: expect.any(String) } });
  expect((await fetch(`${web.url}/api/health`)).status).toBe(200);
});
