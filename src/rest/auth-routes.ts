import { z } from "zod";
import { refreshInput, signInInput } from "@/features/sessions/input";
import { refreshTokens } from "@/features/sessions/server/refresh-tokens";
import { signIn } from "@/features/sessions/server/sign-in";
import { signOut } from "@/features/sessions/server/sign-out";
import { tokenPair } from "@/features/sessions/server/token-pair";
import { registerInput } from "@/features/users/input";
import { register } from "@/features/users/server/register";
import { toOwnAccount } from "@/features/users/server/to-dto";
import { openRoute, type Route, signedInRoute } from "./route";

const tokens = z.strictObject({
  tokenType: z.literal("Bearer"),
  accessToken: z.string(),
  expiresIn: z.int().describe("Life of the access token in seconds"),
  refreshToken: z.string().describe("Works once: each refresh gives the next one"),
});

const account = z.strictObject({
  id: z.uuid(),
  username: z.string(),
  displayName: z.string(),
  email: z.string().nullable(),
  role: z.enum(["admin", "moderator", "user"]),
});

/** Signing in for programs, on the same sessions as browsers. All of them are `POST`. */
export const authRoutes: Route[] = [
  openRoute({
    path: "/api/v1/auth/register",
    summary: "Create an account, as far as the instance's sign-up policy allows it",
    input: registerInput,
    output: z.strictObject({
      status: z.enum(["active", "pending"]),
      verification: z
        .boolean()
        .describe("Whether the address must be confirmed first, with a link sent to it"),
    }),
    limit: "registration",
    handle: register,
  }),
  openRoute({
    path: "/api/v1/auth/login",
    summary: "Start a session with a password and, where the account has one, a second factor",
    input: signInInput,
    output: tokens,
    handle: async (ctx, input) => tokenPair(await signIn(ctx, input, "api"), 1),
  }),
  openRoute({
    path: "/api/v1/auth/refresh",
    summary: "Exchange a refresh token for the next pair of tokens",
    input: refreshInput,
    output: tokens,
    handle: refreshTokens,
  }),
  signedInRoute({
    path: "/api/v1/auth/logout",
    summary: "End the session; all its tokens stop working",
    whileEnrolling: true,
    handle: async (ctx) => {
      if (ctx.sessionId) await signOut(ctx, ctx.sessionId);
    },
  }),
  signedInRoute({
    path: "/api/v1/auth/verify",
    summary: "Whom an access token stands for",
    output: z.strictObject({ user: account }),
    handle: async (ctx) => ({ user: toOwnAccount(ctx.actor) }),
  }),
];
