import { z } from "zod";
import { isStorable } from "./storable-text";

/** By which somebody is found, as far as it could be a user name. */
export const knownUsername = z.string().trim().min(1).max(80).refine(isStorable);
