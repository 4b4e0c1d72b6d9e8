import { AppError } from "@/server/app-error";
import { normalNetwork } from "@/server/http/normal-network";

/** A network as it is stored. Throws BAD_INPUT for anything else. */
export function requireNetwork(text: string): string {
  const network = normalNetwork(text);
  if (!network) throw new AppError("BAD_INPUT");
  return network;
}
