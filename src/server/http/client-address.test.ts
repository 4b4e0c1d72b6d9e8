import { describe, expect, it } from "vitest";
import { forwardedAddress } from "./client-address";
import { type Network, parseNetwork } from "./network";

const trusted = ["10.0.0.0/8", "::1", "2001:db8:aaaa::/48"].map((text) => parseNetwork(text) as Network);

describe("without a trusted proxy in between", () => {
  it("is the connection's own address", () => {
    expect(forwardedAddress("203.0.113.9", undefined, trusted)).toBe("203.0.113.9");
    expect(forwardedAddress("2001:db8::1", undefined, trusted)).toBe("2001:db8::1");
  });

  it("ignores a forged header", () => {
    expect(forwardedAddress("203.0.113.9", "198.51.100.1", trusted)).toBe("203.0.113.9");
    expect(forwardedAddress("127.0.0.1", "198.51.100.1", [])).toBe("127.0.0.1");
  });

  it("writes IPv4 on an IPv6 socket as IPv4", () => {
    expect(forwardedAddress("::ffff:203.0.113.9", undefined, [])).toBe("203.0.113.9");
  });
});

describe("behind trusted proxies", () => {
  it("is whom the proxy saw", () => {
    expect(forwardedAddress("10.1.2.3", "203.0.113.9", trusted)).toBe("203.0.113.9");
    expect(forwardedAddress("::ffff:10.1.2.3", "203.0.113.9", trusted)).toBe("203.0.113.9");
    expect(forwardedAddress("::1", "2001:db8::7", trusted)).toBe("2001:db8::7");
  });

  it("ignores what the client wrote in front of it", () => {
    expect(forwardedAddress("10.1.2.3", "127.0.0.1, 203.0.113.9", trusted)).toBe("203.0.113.9");
    expect(forwardedAddress("10.1.2.3", "10.9.9.9, 203.0.113.9, 10.4.4.4", trusted)).toBe("203.0.113.9");
    expect(forwardedAddress("10.1.2.3", ["192.0.2.1", "203.0.113.9"], trusted)).toBe("203.0.113.9");
  });

  it("stays with the last address it can believe when the header makes no sense", () => {
    expect(forwardedAddress("10.1.2.3", "unknown", trusted)).toBe("10.1.2.3");
    expect(forwardedAddress("10.1.2.3", "203.0.113.9, not an address, 10.4.4.4", trusted)).toBe("10.4.4.4");
    expect(forwardedAddress("10.1.2.3", "0x7f.1", trusted)).toBe("10.1.2.3");
    expect(forwardedAddress("10.1.2.3", "", trusted)).toBe("10.1.2.3");
  });

  it("is the outermost proxy when the chain has nobody else", () => {
    expect(forwardedAddress("10.1.2.3", "10.5.5.5", trusted)).toBe("10.5.5.5");
  });
});

it("refuses what is no address range", () => {
  expect(["10.0.0.0/33", "10.0.0.0/", "localhost", "10.0.0", ""].map(parseNetwork)).toEqual(
    Array(5).fill(null),
  );
});
