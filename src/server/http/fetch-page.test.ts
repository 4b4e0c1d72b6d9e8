import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { fetchPage, PageUnreachable } from "./fetch-page";
import { isPublicAddress } from "./public-address";

const limits = { maximumBytes: 10_000, timeoutMs: 1_500, maximumRedirects: 2 };
const servers: Server[] = [];

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const here = { permitsAddress: (address: string) => address === "127.0.0.1", permitsPort: () => true };
const html =
  (body: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(body);

describe("isPublicAddress", () => {
  it.each(["93.184.216.34", "2606:2800:220:1::1"])("takes %s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...["127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"],
    ...["224.0.0.1", "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1"],
    ...[
      "::ffff:127.0.0.1",
      "::ffff:10.0.0.1",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "2001:db8::1",
      "localhost",
      "",
    ],
  ])("refuses %j", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("fetchPage", () => {
  it("reads a page and follows its redirects", async () => {
    const url = await serve((request, response) => {
      if (request.url === "/") response.writeHead(302, { location: "/there" }).end();
      else html("<title>There ü</title>")(request, response);
    });
    expect(await fetchPage(url, limits, here)).toEqual({
      url: `${url}/there`,
      html: "<title>There ü</title>",
    });
  });

  it("reaches nothing that is not public, by address, by name or by a redirect", async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked++;
      response.end();
    });
    const { port } = new URL(url);
    const anyPort = { permitsAddress: isPublicAddress, permitsPort: () => true };
    for (const target of [
      url,
      `http://localhost:${port}`,
      `http://[::ffff:127.0.0.1]:${port}`,
      `http://2130706433:${port}`,
      `http://0x7f.1:${port}`,
    ])
      await expect(fetchPage(target, limits, anyPort)).rejects.toThrow(PageUnreachable);
    expect(asked).toBe(0);
    const redirecting = await serve((_request, response) => {
      response.writeHead(302, { location: `http://[::1]:${port}/` }).end();
    });
    await expect(fetchPage(redirecting, limits, here)).rejects.toThrow("not permitted");
  });

  it("refuses other ports, schemes and credentials", async () => {
    for (const target of [
      "http://127.0.0.1:5432/",
      "file:///etc/passwd",
      "ftp://example.org",
      "http://a:b@example.org",
      "nonsense",
    ])
      await expect(fetchPage(target, limits)).rejects.toThrow(PageUnreachable);
  });

  it("reads no more than the limit, and nothing but HTML", async () => {
    const long = await serve(html(`<title>x</title>${"x".repeat(1_000_000)}`));
    expect((await fetchPage(long, limits, here)).html).toHaveLength(limits.maximumBytes);
    const image = await serve((_request, response) => {
      response.writeHead(200, { "content-type": "image/png" }).end("x");
    });
    await expect(fetchPage(image, limits, here)).rejects.toThrow(PageUnreachable);
  });

  it("gives up on redirects without end and on answers that do not come", async () => {
    const circle = await serve((_request, response) => {
      response.writeHead(302, { location: "/" }).end();
    });
    await expect(fetchPage(circle, limits, here)).rejects.toThrow("too many redirects");
    const silent = await serve(() => {});
    await expect(fetchPage(silent, limits, here)).rejects.toThrow(PageUnreachable);
  });
});
