import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { v7 } from "uuid";
import { cookieHeader, type Procedures, procedures, proceduresOf, signIn } from "./procedures";
import { administrator, productUrl } from "./product";

/** Somebody with an account of their own. */
export type Person = {
  id: string;
  displayName: string;
  username: string;
  email: string;
  login: string;
  password: string;
};

/** A person at a browser of their own, signed in. */
export type SignedIn = {
  person: Pick<Person, "id" | "displayName" | "username" | "login" | "password">;
  context: BrowserContext;
  page: Page;
  /** What the person may do, without clicking it. */
  procedures: Procedures;
};

type NewContext = (
  options?: Parameters<import("@playwright/test").Browser["newContext"]>[0],
) => Promise<BrowserContext>;

type Fixtures = {
  /**
   * Where everybody in the story comes from, a network of its own as behind a reverse proxy: what one story's
   * wrong passwords bring upon an address is nothing to the others.
   */
  clientAddress: string;
  /** Makes a person who may sign in. Names are made unique, so that tests share one product. */
  createPerson: (displayName?: string) => Promise<Person>;
  /** Opens a browser of its own for somebody, signed in; the page is still blank. */
  openAs: (
    person: Pick<Person, "login" | "password">,
    options?: Parameters<NewContext>[0],
  ) => Promise<SignedIn>;
  /** A new person, signed in. */
  openAsNewPerson: (displayName?: string, options?: Parameters<NewContext>[0]) => Promise<SignedIn>;
  /** Fails with what axe finds on the page. */
  expectAccessible: (page: Page) => Promise<void>;
};

/** Lets `page` be used once it answers: what is pressed while its code is on the way is lost, as for a person. */
function patient(page: Page): Page {
  const alive = () =>
    page.waitForFunction(() => {
      // Pages that are not made by Next have nothing to wait for.
      if (!("__next_f" in window)) return true;
      const held = (button: Element) => Object.keys(button).some((key) => key.startsWith("__reactProps$"));
      return [...document.querySelectorAll("button")].every(held);
    });
  const [goto, reload, arrive] = [page.goto.bind(page), page.reload.bind(page), page.waitForURL.bind(page)];
  page.goto = async (url, options) => {
    const answer = await goto(url, options);
    if (options?.waitUntil !== "commit") await alive();
    return answer;
  };
  page.reload = async (options) => {
    const answer = await reload(options);
    await alive();
    return answer;
  };
  page.waitForURL = async (url, options) => {
    await arrive(url, options);
    await alive();
  };
  return page;
}

/** How many stories this worker has told. */
let told = 0;

export const test = base.extend<Fixtures, { admin: Procedures }>({
  baseURL: async ({}, use) => use(productUrl()),

  clientAddress: async ({}, use, { workerIndex }) => use(`10.${workerIndex}.${++told}.1`),

  extraHTTPHeaders: async ({ clientAddress }, use) => use({ "x-forwarded-for": clientAddress }),

  admin: [
    async ({}, use) => {
      const admin = await proceduresOf(administrator);
      // The accounts of all stories are made from one address.
      await admin.admin.settings.update.mutate({ signInsPerMinute: 10_000, registrationsPerHour: 10_000 });
      await use(admin);
    },
    { scope: "worker" },
  ],

  page: async ({ page }, use) => use(patient(page)),

  createPerson: async ({ admin }, use) =>
    use(async (displayName = "Robin") => {
      const unique = v7().slice(-12);
      const username = `${displayName.toLowerCase().replace(/[^a-z]/g, "")}${unique}`;
      const person = {
        displayName: `${displayName} ${unique.slice(-4)}`,
        username,
        email: `${username}@example.org`,
        password: `password of ${username}`,
      };
      const { status } = await procedures(null).users.register.mutate(person);
      const { users } = await admin.admin.users.list.query({ query: username });
      const id = users[0]?.id;
      if (!id) throw new Error(`${username} is not among the people`);
      // Whatever holds now: another story may demand it before this person signs in.
      await admin.admin.users.confirmEmail.mutate({ userId: id });
      if (status === "pending") await admin.admin.users.approve.mutate({ userId: id });
      return { ...person, id, login: username };
    }),

  openAs: async ({ browser }, use) => {
    const opened: BrowserContext[] = [];
    const missing: string[] = [];
    await use(async (credentials, options) => {
      const context = await browser.newContext({ baseURL: productUrl(), ...options });
      opened.push(context);
      context.on("console", (said) => {
        if (said.text().includes("MISSING_MESSAGE")) missing.push(`${said.page()?.url()}: ${said.text()}`);
      });
      const refusal = await signIn(context.request, credentials);
      if (refusal) throw new Error(`${credentials.login} could not sign in: ${refusal}`);
      const signedIn = procedures(await cookieHeader(context.request));
      const { id, displayName, username } = await signedIn.users.me.query();
      const person = { id, displayName, username, ...credentials };
      return { person, context, page: patient(await context.newPage()), procedures: signedIn };
    });
    await Promise.all(opened.map((context) => context.close()));
    expect(missing, "texts that a page has not been given").toEqual([]);
  },

  openAsNewPerson: async ({ createPerson, openAs }, use) =>
    use(async (displayName, options) => openAs(await createPerson(displayName), options)),

  expectAccessible: async ({}, use) =>
    use(async (page) => {
      // A list that is being read anew is dimmed until it is there.
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      // Half faded text has too little contrast, for a moment: what fades is looked at before or after it does.
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.evaluate(async () => {
        const ending = document
          .getAnimations()
          .filter(
            (each) => each.playState === "running" && each.effect?.getComputedTiming().endTime !== Infinity,
          );
        await Promise.allSettled(ending.map((each) => each.finished));
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        at: nodes.map((each) => each.target),
      }));
      await page.emulateMedia({ reducedMotion: null });
      expect(found).toEqual([]);
    }),
});
