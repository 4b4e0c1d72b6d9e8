import NextAuth from "next-auth";
import { nextAuthOptions } from "@/features/sessions/server/next-auth-options";
import { headersContext } from "@/trpc/headers-context";

async function handler(request: Request, route: { params: Promise<{ nextauth: string[] }> }) {
  return NextAuth(
    request as never,
    { params: await route.params } as never,
    nextAuthOptions(await headersContext()),
  );
}

export { handler as GET, handler as POST };
