import type { FormOutcome } from "@/components/form-outcome";
import type { SignInInput } from "../input";
import { signInThrough } from "./sign-in-through";

/** Signs in with a password and, where it was asked for, a code. */
export function signInWithPassword({ login, password, code = "" }: SignInInput): Promise<FormOutcome> {
  return signInThrough("credentials", { login, password, code });
}
