import { getPublicKey } from "@/features/audit-log/server/list-exports";
import { headersContext } from "@/trpc/headers-context";
import { download, refused } from "../download";

/** The public key with which manifests are checked. */
export async function GET(): Promise<Response> {
  try {
    return download("audit-key.pem", "application/x-pem-file", getPublicKey(await headersContext()));
  } catch (error) {
    return refused(error);
  }
}
