import { getManifest } from "@/features/audit-log/server/list-exports";
import { headersContext } from "@/trpc/headers-context";
import { download, refused } from "../../../download";

type Props = { params: Promise<{ id: string }> };

/** The signed manifest of an export. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  try {
    const { manifest, fileName } = await getManifest(await headersContext(), (await params).id);
    return download(fileName, "text/plain; charset=utf-8", manifest);
  } catch (error) {
    return refused(error);
  }
}
