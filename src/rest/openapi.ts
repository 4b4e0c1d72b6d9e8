import { z } from "zod";
import { errorCodes } from "@/lib/error-codes";
import { authRoutes } from "./auth-routes";
import type { Route } from "./route";

/** The refusals of every operation. */
export const errorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.enum(errorCodes),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
    issues: z
      .strictObject({
        formErrors: z.array(z.string()),
        fieldErrors: z.record(z.string(), z.array(z.string())),
      })
      .nullable()
      .describe("What is wrong with the input, where that is the reason"),
    requestId: z.string().describe("Names the request in the server's log"),
  }),
});

const json = (schema: z.ZodType, io: "input" | "output") => ({
  content: { "application/json": { schema: z.toJSONSchema(schema, { io, unrepresentable: "any" }) } },
});

/** The description of the interface for programs (OpenAPI 3.1), made from the schemas that the server checks. */
export function openapi() {
  return {
    openapi: "3.1.0",
    info: { title: "OffChat", version: "1" },
    components: {
      securitySchemes: { accessToken: { type: "http", scheme: "bearer" } },
    },
    paths: Object.fromEntries(authRoutes.map((route) => [route.path, { post: operation(route) }])),
  };
}

function operation({ summary, input, output, signedIn }: Route) {
  return {
    summary,
    security: signedIn ? [{ accessToken: [] }] : [],
    ...(input ? { requestBody: { required: true, ...json(input, "input") } } : {}),
    responses: {
      ...(output
        ? { 200: { description: "Done", ...json(output, "output") } }
        : { 204: { description: "Done" } }),
      default: {
        description: "Refused; 429 with `Retry-After` in seconds where waiting helps",
        ...json(errorAnswer, "output"),
      },
    },
  };
}
