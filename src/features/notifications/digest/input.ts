import { z } from "zod";

export const endDigestsInput = z.strictObject({ token: z.uuid() });
