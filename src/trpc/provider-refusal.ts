import "server-only";
import { headers } from "next/headers";
import { type ProviderRefusal, readRefusal } from "@/features/sessions/oidc/server/refusal-cookie";

/** Why the browser that asks was just refused when it came back from the OpenID provider; null: it was not. */
export async function providerRefusal(): Promise<ProviderRefusal | null> {
  return readRefusal((await headers()).get("cookie"));
}
