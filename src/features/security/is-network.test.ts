import { expect, it } from "vitest";
import { isNetwork } from "@/lib/is-network";
import { networkValue } from "./input";

it.each([
  "203.0.113.9",
  "10.0.0.0/8",
  "0.0.0.0/0",
  "::1",
  "::/0",
  "2001:db8::/32",
  "2001:DB8::1",
  "::ffff:1.2.3.4",
  " 10.0.0.1 ",
  "",
  "localhost",
  "10.0.0",
  "10.0.0.0/33",
  "10.0.0.256",
  "010.0.0.1",
  "2001:db8::/129",
  "10.0.0.0/",
  "1:2",
  "' or 1=1 --",
])("browsers and the server agree on %j", (text) => {
  expect(isNetwork(text)).toBe(networkValue.safeParse(text).success);
});
